"""Readers of the page meet no option of the command; whoever makes it finds each of them once, in the note at the end."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from report.findings import found, same
from report.pages import text_of

from mlcurric.report.page.maker import Notes, parted
from mlcurric.report.page.page import do_now, render_page
from mlcurric.report.remark import Remark, Weight
from mlcurric.text import LANGUAGES, T, speaking

KEPT = T("It stays in. Ask whether it was known; if not, take it out with --drop fee.", "使っています。違うなら --drop fee で外せます。")  # fmt: skip
ONLY = T("Name its column with --observed-at.", "--observed-at で列を指定してください。")


def test_only_the_sentences_with_an_option_are_for_the_maker():
    plain, noted = parted(KEPT)
    assert (plain.en, plain.ja) == ("It stays in.", "使っています。")
    assert "--drop fee" in noted.en
    assert "--drop fee" in noted.ja
    assert parted(ONLY) == (None, ONLY)
    assert parted(same("Nothing to see.")) == (same("Nothing to see."), None)


def test_an_option_in_brackets_says_nothing_and_is_left_out():
    said = T("You asked to leave it out (--drop).", "使わないように指定されています(--drop)。")
    assert parted(said) == (T("You asked to leave it out.", "使わないように指定されています。"), None)


def test_a_sentence_that_is_all_there_is_stays_and_a_note_comes_once():
    notes = Notes()
    told = notes.told(Remark("a", T("--keep cannot bring it back.", "--keep では戻せません。")))
    assert (told.way_out, told.note) == (None, None)
    one, other = (notes.told(Remark(id, same(id), ONLY)) for id in "bc")
    assert one.note == other.note == 1
    assert notes.lines == [ONLY]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("winner", ["model", "nobody"])
def test_above_the_last_note_no_option_stands_on_the_page(lang, winner):
    one = found(winner=winner)
    one.suspects[0].way_out = KEPT
    one.customers.aside = {"memo": T("You asked to leave it out (--drop).", "指定されています(--drop)。")}
    grave = Remark("z", same("Bad."), ONLY, weight=Weight.DANGER)
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


HEADINGS = [
    "Acct. Status",
    "No. Users",
    "A. B. Case",
    "Left? Why",
    "--fee",
    "pip install",
    "備考。その他",
    "5 (--keep)",
    "50%! Now",
]


@pytest.mark.parametrize("name", HEADINGS)
def test_a_heading_is_never_cut(name):
    says = T(
        "“{name}” was taken out. It tells too much. To bring it back, say --keep \"{name}\". Else nothing has to be done.",
        "「{name}」を外しました。答えを知りすぎています。戻すときは --keep \"{name}\" を付けます。そのままで構いません。",
    ).format(name=name)  # fmt: skip
    plain, noted = parted(says)
    assert plain == T(
        f"“{name}” was taken out. It tells too much. Else nothing has to be done.",
        f"「{name}」を外しました。答えを知りすぎています。そのままで構いません。",
    )
    assert noted == T(f'To bring it back, say --keep "{name}".', f'戻すときは --keep "{name}" を付けます。')


@pytest.mark.parametrize("name", HEADINGS)
def test_what_has_no_option_is_not_for_the_maker(name):
    says = T(f"“{name}” (--churned) was read. It is blank.", f"「{name}」(--churned)を読みました。空欄です。")
    assert parted(says) == (T(f"“{name}” was read. It is blank.", f"「{name}」を読みました。空欄です。"), None)
    told = Notes().told(Remark("x", says))
    assert told.note is None
