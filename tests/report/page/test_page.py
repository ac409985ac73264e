"""The page on made-up findings: what it says for each outcome, that sums add up visibly, and that nothing on it runs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from report.findings import found
from report.pages import JARGON, read, text_of

from mlcurric.report.advice.missing import Missing
from mlcurric.report.page.page import do_now, in_short, render_page, unbroken
from mlcurric.report.page.parts import MOST
from mlcurric.report.page.rows import about_points, are_shares, cut, jumps
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.expectation import Decision
from mlcurric.text import LANGUAGES, T, speaking

MADE_ON = date(2026, 11, 22)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("winner", ["model", "rule", "nobody"])
def test_nothing_runs_nothing_is_fetched_and_no_jargon_stands_on_it(lang, winner):
    with speaking(lang):
        page = render_page(found(winner=winner), MADE_ON)
    reader = read(page)
    assert reader.runs == []
    assert len(reader.ids) == len(set(reader.ids))
    assert not re.search(r"https?:(?!//www\.w3\.org/)|url\((?!#)|@import", page)
    words = text_of(page)
    assert [word for word in JARGON if re.search(word, words, re.IGNORECASE)] == []
    assert not re.search(r"[{}]|\bNone\b|\bnan\b|T\(en", words)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_points_on_every_card_and_in_every_line_add_up(lang):
    with speaking(lang):
        page = render_page(found(customers=300), MADE_ON)
    cards = re.findall(r'<table class="sum">(.*?)</table>', page, re.DOTALL)
    lines = re.findall(r"<li[^>]*><i>(.*?)</li>", page, re.DOTALL)
    assert (len(cards), len(lines)) == (20, 300)
    for card in cards:
        *parts, total = (int(cell.replace("−", "-")) for cell in re.findall(r"<tr[^>]*><td>([+−]?\d+)</td>", card))
        assert parts[0] == 0
        assert sum(parts) == total
    for line in lines:
        parts = [int(cell.replace("−", "-")) for cell in re.findall(r"<u>([+−]?\d+)</u>", line)]
        assert sum(parts) == int(re.search(r"<b>([+−]\d+|0)</b></em>", line)[1].replace("−", "-"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_on_paper_the_list_is_short_and_says_where_the_rest_stands(lang):
    with speaking(lang):
        made = found(customers=300)
        page = render_page(made, MADE_ON)
        (says,) = re.findall(r'<p class="note paper">(.*?)</p>', page, re.DOTALL)
    assert made.files[0] in says
    assert page.count('class="why"') == sum(len(row.codes.reasons) for row in made.at_risk.rows)
    assert page.count('class="rest"') == 300
    on_screen, on_paper = page.split("@media print { html")
    assert ".paper { display: none; }" in on_screen
    assert ".why ~ .why ~ .why, .rest, .list .total { display: none; }" in on_paper


def test_whatever_a_table_holds_is_text():
    page = render_page(found(id="<script>alert(1)</script>", label="</td><img src=x>&{{ 7*7 }}"), MADE_ON)
    assert read(page).runs == []
    assert "alert(1)" in text_of(page)
    assert "{{ 7*7 }}" in text_of(page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_thousand_customers_with_long_words_can_still_be_mailed(lang):
    with speaking(lang):
        page = render_page(found(customers=MOST + 500, label="契約の更新時に行った値上げの通知" * 9), MADE_ON)
    assert len(page.encode()) < 3_000_000
    assert len(re.findall(r"<li[^>]*><i>", page)) == MOST
    assert f"{MOST + 500:,}" in text_of(page)


def test_the_top_says_what_to_expect_of_this_list_and_of_which_other_lists():
    with speaking("en"):
        leave, against, money = map(str, in_short(found(winner="model")))
        assert "about 41 would leave" in leave
        assert "(36 to 47)" in leave
        assert "the model’s list 41 left" in against
        assert "simple rule’s 37" in against
        assert "at random 9" in against
        assert "−¥120,000 to ¥900,000" in money
        poor = found(winner="model")
        cost = Missing("--contact-cost", T("what a contact costs", "1回の連絡の費用"), for_money=True)
        poor = replace(poor, promise=replace(poor.promise, profit=None, missing=(*poor.promise.missing, cost)))
        said = str(in_short(poor)[2])
        assert "what a contact costs" in said
        assert "What is given" not in said
        assert "--" not in said


def test_what_would_mislead_comes_first_and_a_no_go_sends_nobody_to_the_list():
    grave = Remark("z", T("Bad.", "悪い。"), T("Mend it.", "直す。"), weight=Weight.DANGER)
    one = replace(found(), remarks=(grave,))
    with speaking("en"):
        assert "Mend it." in str(do_now(one)[0])
        assert "report.xlsx" in str(do_now(one)[-1])
        stopped = replace(one, promise=replace(one.promise, decision=Decision.NO_GO))
        assert not any("report.xlsx" in str(step) for step in do_now(stopped))


def test_where_nobody_wins_there_is_no_list_and_the_page_says_so_first():
    with speaking("en"):
        page = render_page(found(winner="nobody"), MADE_ON)
    assert 'class="cards"' not in page
    assert 'class="list"' not in page
    assert "No customers to contact first" in text_of(page)[:200]


def test_what_a_point_is_follows_from_the_points_themselves():
    rows = found().at_risk.rows
    shares = [replace(row, codes=replace(row.codes, base_risk=row.codes.risk - row.codes.points / 100)) for row in rows]
    assert are_shares(shares)
    assert not are_shares(rows)
    assert "1 of 100" in about_points(True).en


def test_small_ones():
    assert cut("a" * 80, 10) == "aaaaaaaaa…"
    assert cut(" a \n b ") == "a b"
    assert jumps(100) == []
    assert jumps(250) == [(1, 100), (101, 200), (201, 250)]
    assert "<b>" not in unbroken("<b>--save-rate")
    assert '<span class="one">--save-rate</span>' in unbroken("<b>--save-rate")


@pytest.mark.parametrize("winner", ["model", "nobody"])
def test_the_five_parts_stand_in_their_order(winner):
    with speaking("en"):
        page = render_page(found(winner=winner), MADE_ON)
    headings = re.findall(r"<h2>(\d)\. ", page)
    assert headings == (["1", "2", "3", "4", "5", "6"] if winner == "model" else ["1", "2", "3", "4", "5"])


def test_a_column_that_may_know_the_answer_is_asked_about_on_top():
    one = found()
    suspect = one.suspects[0]
    suspect.grade = "ask"
    with speaking("en"):
        assert "“cancel date”" in str(do_now(one)[0])
