"""Readers of the page meet no option of the command; whoever makes it finds each of them once, in the note at the end."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from report.findings import found, same
from report.pages import text_of

from mlcurric.report.page.maker import Notes
from mlcurric.report.page.page import render_page
from mlcurric.report.page.steps import do_now
from mlcurric.report.remark import Remark, Weight
from mlcurric.text import LANGUAGES, T, speaking

DROP = T("If it was not known, take it out with --drop fee.", "わかっていなければ --drop fee で外せます。")
NAME = T("Name its column with --observed-at.", "--observed-at で列を指定してください。")


def test_a_remark_is_told_with_what_a_reader_can_do_and_the_number_of_the_note():
    notes = Notes()
    asked = notes.told(Remark("a", same("Seen."), same("Ask."), for_maker=DROP))
    assert (asked.says, asked.way_out, asked.note) == (same("Seen."), same("Ask."), 1)
    plain = notes.told(Remark("b", same("Seen."), same("Ask.")))
    assert (plain.way_out, plain.note) == (same("Ask."), None)


def test_a_note_comes_once():
    notes = Notes()
    one, other = (notes.told(Remark(id, same(id), for_maker=NAME)) for id in "bc")
    assert one.way_out is other.way_out is None
    assert one.note == other.note == 1
    assert notes.lines == [NAME]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("winner", ["model", "nobody"])
def test_above_the_last_note_no_option_stands_on_the_page(lang, winner):
    one = found(winner=winner)
    one.suspects[0].for_maker = DROP
    grave = Remark("z", same("Bad."), weight=Weight.DANGER, for_maker=NAME)
    with speaking(lang):
        page = render_page(replace(one, remarks=(grave,)), date(2026, 11, 22))
        above, below = page.split('<section id="maker">')
        # What nobody can follow who only reads is not told to do.
        assert "Bad." in str(do_now(replace(one, remarks=(grave,)))[0])
    assert "--" not in text_of(above)
    assert "--observed-at" in text_of(below)
    assert "--drop fee" in text_of(below)
    wanted = set(re.findall(r'href="#(maker-\d+)"', above))
    assert wanted
    assert wanted <= set(re.findall(r'id="(maker-\d+)"', below))


def test_what_whoever_makes_the_page_can_do_besides_leaves_the_readers_way_out_on_top():
    grave = Remark("z", same("Bad."), same("Ask who fills it in."), weight=Weight.DANGER, for_maker=DROP)
    with speaking("en"):
        (first, *_) = do_now(replace(found(), remarks=(grave,)))
        assert "Ask who fills it in." in str(first)
