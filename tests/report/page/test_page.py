"""The page on made-up findings: what it says for each outcome, that sums add up visibly, and that nothing on it runs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from report.findings import found
from report.pages import JARGON, read, text_of

from mlcurric.report.advice.asking import of_all
from mlcurric.report.advice.decided import decided
from mlcurric.report.advice.missing import Missing
from mlcurric.report.contest.today_words import ALL_OVER
from mlcurric.report.page.breaks import in_sentences, unbroken
from mlcurric.report.page.evidence import of_so_many
from mlcurric.report.page.page import render_page, title, to_expect
from mlcurric.report.page.parts import why_others
from mlcurric.report.page.remarks import all_remarks
from mlcurric.report.page.rows import about_points, are_shares, cut, jumps
from mlcurric.report.page.shown import FIRST, MOST, shown
from mlcurric.report.page.steps import do_now, what_to_do
from mlcurric.report.page.sureness import how_sure
from mlcurric.report.reading.looks import OLD
from mlcurric.report.remark import Remark, Weight
from mlcurric.report.sheet import cells_of, list_table, told_of
from mlcurric.subject.expectation import Decision
from mlcurric.subject.intervals import Measured
from mlcurric.subject.metrics.confusion import Confusion
from mlcurric.subject.ranges import Range
from mlcurric.text import LANGUAGES, T, speaking

MADE_ON = date(2026, 11, 22)
LINE = r'<li[^>]*><span class="place">(.*?)</li>'


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
    lines = re.findall(LINE, page, re.DOTALL)
    assert (len(cards), len(lines)) == (FIRST, 300 - FIRST)
    for card in cards:
        *parts, total = (int(cell.replace("−", "-")) for cell in re.findall(r"<tr[^>]*><td>([+−]?\d+)</td>", card))
        assert parts[0] == 0
        assert sum(parts) == total
    for line in lines:
        parts = [int(cell.replace("−", "-")) for cell in re.findall(r'"by">([+−]?\d+)</strong>', line)]
        assert sum(parts) == int(re.search(r"<strong>([+−]\d+|0)</strong></span>", line)[1].replace("−", "-"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_goes_with_staying_is_not_marked_as_something_to_act_on(lang):
    """A bold “can act” beside −5 invited somebody to change what speaks for the customer."""
    made = found()
    rows = tuple(
        replace(
            row, codes=replace(row.codes, reasons=tuple(replace(each, actionable=True) for each in row.codes.reasons))
        )
        for row in made.at_risk.rows
    )
    with speaking(lang):
        page = render_page(replace(made, at_risk=replace(made.at_risk, rows=rows)), MADE_ON)
    marked = sum((each.points or 0) > 0 for row in rows for each in row.codes.reasons)
    assert marked < sum(len(row.codes.reasons) for row in rows)
    assert len(re.findall(r'class="(?:mark )?yes"', page)) == marked
    assert not re.search(r'class="by">−\d+</strong>[^<]*<span class="yes"', page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_on_paper_the_list_is_short_and_says_where_the_rest_stands(lang):
    with speaking(lang):
        made = found(customers=300)
        page = render_page(made, MADE_ON)
        (says,) = re.findall(r'<p class="note paper">(.*?)</p>', page, re.DOTALL)
    assert made.files[0] in says
    assert page.count('class="why"') == sum(len(row.codes.reasons) for row in made.at_risk.rows[FIRST:])
    assert page.count('class="rest"') == 300 - FIRST
    on_screen, on_paper = page.split("@media print { html")
    assert ".paper { display: none; }" in on_screen
    assert ".why ~ .why ~ .why, .rest, .list .total," in on_paper
    # What is folded on a screen is printed; a browser that cannot do that says so.
    assert "details::details-content { content-visibility: visible;" in on_paper
    assert 'class="note paper unsure"' in page


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
    assert len(re.findall(LINE, page, re.DOTALL)) == MOST - FIRST
    assert f"{MOST + 500:,}" in text_of(page)


def test_the_top_says_what_to_expect_of_this_list_and_of_which_other_lists():
    with speaking("en"):
        leave, money, decision = map(str, to_expect(found(winner="model")))
        against, compared = map(str, how_sure(found(winner="model")))
        assert decision == "A small round first."
        assert compared.endswith("How to tell whether it helped: part 5.")
        assert "about 41 would leave" in leave
        assert "(36 to 47)" in leave
        assert "the model’s list 41 left" in against
        assert "simple rule’s 37" in against
        assert "at random 9" in against
        assert "from a loss of ¥120,000 to a gain of ¥900,000" in money
        poor = found(winner="model")
        cost = Missing("--contact-cost", T("what a contact costs", "1回の連絡の費用"), for_money=True)
        poor = replace(poor, promise=replace(poor.promise, profit=None, missing=(*poor.promise.missing, cost)))
        said = str(to_expect(poor)[1])
        assert "what a contact costs" in said
        assert "What is given" not in said
        assert "--" not in said
        open_ = replace(poor.promise, assumed=None, break_even=None, decision=Decision.SMALL_ROUND)
        worth = Missing("--value", T("what a customer is worth", "顧客1人の価値"), for_money=True)
        open_ = replace(open_, missing=(cost, worth))
        assert "「1回の連絡の費用」、「顧客1人の価値」が決まらないと" in decided(open_, "").ja


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_top_sends_nobody_to_part_5_for_a_number_of_lists_that_does_not_stand_there(lang):
    one = found(winner="model")
    several = replace(one, plan=replace(one.plan, lists=4))
    unproved = replace(one, promise=replace(one.promise, shows=False))
    with speaking(lang):
        single, sum_of_4, none = (str(how_sure(each)[-1]) for each in (one, several, unproved))
    told = {
        "en": ("How to tell whether it helped: part 5", "Decide after 4 lists"),
        "ja": ("効果の確かめ方は5章", "4回分を合計"),
    }
    assert told[lang][0] in single
    assert told[lang][1] in sum_of_4
    assert not [each for each in told[lang] if each in none]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_step_in_bold_is_the_one_to_take_first(lang):
    """“Contact 42 customers” stood in bold below “Clear up first”."""
    grave = Remark("z", T("Bad.", "悪い。"), T("Mend it.", "直す。"), weight=Weight.DANGER)
    for one in (found(), replace(found(), remarks=(grave,)), found(winner="nobody")):
        with speaking(lang):
            page, first = render_page(one, MADE_ON), str(do_now(one)[0])
        assert page.count('class="act"') == 1
        assert text_of(re.search(r'<li class="act">.*?</li>', page)[0]) == first


@pytest.mark.parametrize("lang", LANGUAGES)
def test_with_few_data_the_title_says_that_they_are_too_few(lang):
    """“No customers to contact first” read as if nobody needed a contact."""
    one = found(winner="nobody")
    one.contest.remarks = (Remark("too-few-to-tell", T("x", "x")),)
    with speaking(lang):
        assert {"en": "Not enough data yet", "ja": "まだデータが足りず"}[lang] in str(title(one))


def test_what_would_mislead_comes_first_then_the_act_and_a_no_go_sends_nobody_to_the_list():
    grave = Remark("z", T("Bad.", "悪い。"), T("Mend it.", "直す。"), weight=Weight.DANGER)
    one = replace(found(), remarks=(grave,))
    with speaking("en"):
        assert "Mend it." in str(do_now(one)[0])
        assert "report.xlsx" in str(do_now(one)[1])
        assert "30 customers" in str(do_now(one)[1])
        assert "The 10 marked “leave alone (drawn by lot)”" in str(do_now(one)[1])
        stopped = replace(one, promise=replace(one.promise, decision=Decision.NO_GO))
        assert not any("report.xlsx" in str(step) for step in do_now(stopped))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_title_sends_nobody_to_the_list_before_what_is_to_be_cleared_up(lang):
    def grave(n):
        return Remark(f"z{n}", T(f"Bad {n}.", f"悪い{n}。"), T(f"Mend {n}.", f"直す{n}。"), weight=Weight.DANGER)

    for n, things in ((1, {"en": "1 thing to clear up", "ja": "確かめることが1つ"}), (2, {"en": "2 things to clear up", "ja": "確かめることが2つ"})):  # fmt: skip
        with speaking(lang):
            said = str(title(replace(found(), remarks=tuple(map(grave, range(n))))))
        assert things[lang] in said
        assert {"en": "30", "ja": "30人"}[lang] not in said
    with speaking(lang):
        assert {"en": "30 to contact, 10 left alone", "ja": "連絡するのは30人"}[lang] in str(title(found()))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_both_found_the_same_there_is_no_difference_that_could_be_luck(lang):
    for winner, id in (("rule", ""), ("rule", "too-few-to-choose")):
        one = found(winner=winner)
        one.contest.of_model = one.contest.of_rule
        one.contest.better_by = Measured(0.0, -0.2, 0.25)
        one.contest.remarks = (Remark(id, T("x", "x")),) if id else ()
        with speaking(lang):
            against, page = str(how_sure(one)[0]), text_of(render_page(one, MADE_ON))
        assert {"en": "Both found about the same here", "ja": "差はほとんどありませんでした"}[lang] in against
        assert {"en": "−20 to +25", "ja": "−20〜+25"}[lang] in against
        assert {"en": "may be luck", "ja": "差は偶然かも"}[lang] not in against
        assert {"en": "anywhere on the line", "ja": "線のどこにあっても"}[lang] in page


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("counts", "en", "ja", "others"),
    [
        (Confusion(50, 116, 0, 14), "held everybody who left", "解約した人が全員入", ("of the 78 others nobody left", "残る78人から解約した人は、いません")),
        (Confusion(40, 60, 10, 90), "held the same customers who left", "同じ解約者が入", ("of the 500 others 50 left", "残る500人からも50人が解約")),
        (Confusion(50, 130, 0, 0), "held everybody who left", "解約した人が全員入", ("All of them, or all but a few, are on the list", "ほぼ全員がリストに載り")),
    ],
)  # fmt: skip
def test_where_both_lists_hold_the_same_leavers_nothing_is_compared(lang, counts, en, ja, others):
    """“Anywhere from 0 to 0 of 100” stood there, and a chart without a line."""
    one = found(winner="rule")
    one.contest.of_model = one.contest.of_rule = counts
    one.contest.better_by, one.contest.k = Measured(0.0, 0.0, 0.0), counts.listed
    with speaking(lang):
        top, page = str(how_sure(one)[0]), render_page(one, MADE_ON)
    said = text_of(page)
    assert {"en": en, "ja": ja}[lang] in top
    assert {"en": en, "ja": ja}[lang] in said.split(top)[-1]
    assert others[lang == "ja"] in said
    assert 'id="difference' not in page
    assert not re.search(r"\b0 to 0|\b0〜0|\b0 left, whom|\b0人が解約し、", said)


def test_where_a_loss_is_likelier_whether_to_try_is_decided_before_anybody_is_contacted():
    promise = found().promise
    for loss, low, assumed in ((True, -900.0, 0.1), (False, 1.0, 0.1), (False, -900.0, 0.3)):
        given = {"profit": Range(low, 200.0), "assumed": Range(assumed, assumed), "break_even": 0.2}
        one = replace(found(), promise=replace(promise, **given))
        with speaking("en"):
            *before, act = (str(step) for step in do_now(one)[:-1])
            assert ("decide first whether to contact them" in str(title(one))) == loss
        assert [each.startswith("Decide first whether to try it at all") for each in before] == [True] * loss
        grave = Remark("z", T("Bad.", "悪い。"), T("Mend it.", "直す。"), weight=Weight.DANGER)
        told = [each for each in do_now(replace(one, remarks=(grave,))) if "try it at all" in each.en]
        assert [each.en.startswith("Then decide whether") for each in told] == [True] * loss
        assert [each.ja.startswith("そのうえで、試すかどうかを") for each in told] == [True] * loss
        assert act.startswith("If you do, contact" if loss else "Contact")


def test_where_nobody_wins_there_is_no_list_and_the_page_says_so_first():
    with speaking("en"):
        page = render_page(found(winner="nobody"), MADE_ON)
    assert 'class="cards"' not in page
    assert 'class="list"' not in page
    assert "No list: it cannot be told whom to contact first" in text_of(page)[:200]


def test_what_a_point_is_follows_from_the_points_themselves():
    rows = found().at_risk.rows
    shares = [replace(row, codes=replace(row.codes, base_risk=row.codes.risk - row.codes.points / 100)) for row in rows]
    assert are_shares(shares)
    assert not are_shares(rows)
    assert "1 of 1,000" in about_points(True, 1_000, 0.013).en
    assert "13 of 1,000" in about_points(True, 1_000, 0.013).en


def test_the_points_of_a_rule_start_from_all_customers_also_where_the_numbers_do_not_hold():
    assert about_points(True, 100, None).en.startswith("0 points is the average of all customers.")
    assert about_points(True, 100, None).ja.startswith("0点が顧客全体の平均です。")
    assert about_points(False, 100, None).en.startswith("0 points is a customer who is average in everything.")


def test_a_list_of_one_is_spoken_of_as_one():
    """“The first 1 on the list”, “contact the 1 customer, from the top”, 「1人全員が」."""
    one = replace(found(customers=1), alone=frozenset())
    with speaking("en"):
        said = text_of(render_page(one, MADE_ON))
    assert "3. The first one on the list" in said
    assert "4. Of the one on the list" in said
    assert not re.search(r"[Tt]he (first )?1 (on|customer)|[Aa]ll 1 on", said)
    with speaking("ja"):
        assert "1人全員" not in text_of(render_page(one, MADE_ON))
    assert what_to_do(one).en == "Contact the customer in “report.xlsx”."
    assert what_to_do(one).ja == "「report.xlsx」のリストの1人に連絡します。"
    assert of_all(1, one.at_risk.rows) == T("the one on the list", "リストの1人")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((94.85, 104.15, 25.0), ["€94.85", "€104.15", "€25.00"]),
        ((94.85, 1_404.15, 25.0), ["€95", "€1,404", "€25"]),
        ((94.0, 104.0, 25.0), ["€94", "€104", "€25"]),
        ((94.85, None, float("inf")), ["€95", None, "€inf"]),
    ],
)
def test_what_customers_are_worth_is_rounded_in_one_way(values, said):
    one = found(customers=3)
    one.customers.currency = "€"
    rows = tuple(replace(row, value=value) for row, value in zip(one.at_risk.rows, values, strict=True))
    worth = [row.value and row.value.en for row in shown(replace(one, at_risk=replace(one.at_risk, rows=rows))).rows]
    assert worth == said


def test_small_ones():
    assert cut("a" * 80, 10) == "aaaaaaaaa…"
    assert cut(" a \n b ") == "a b"
    assert jumps(100) == []
    assert jumps(250) == [(1, 100), (101, 200), (201, 250)]
    assert jumps(250, 20) == [(21, 100), (101, 200), (201, 250)]
    assert jumps(110, 100) == []
    assert "<b>" not in unbroken("<b>--save-rate")
    assert '<span class="one">--save-rate</span>' in unbroken("<b>--save-rate")
    assert '<span class="one">(100人中50人が同じ)</span>' in unbroken("プラン: 月払い(100人中50人が同じ)")
    assert unbroken("(これは、途中で改行してもよい長いかっこの中の文です)").startswith("(これは")
    both = '<span class="one">180人</span>から<span class="one">166人</span>'
    assert unbroken("それぞれに、180人から166人を選ばせました。") == f"それぞれに、{both}を選ばせました。"
    assert '<span class="one">1〜3か月</span>' in unbroken("1〜3か月以内")
    assert unbroken("2 things to clear up").startswith('<span class="one">2 things</span>')
    assert in_sentences(T("All.", "全員。先に確かめる。")) in (["All."], ["全員。", "先に確かめる。"])


@pytest.mark.parametrize("winner", ["model", "nobody"])
def test_the_five_parts_stand_in_their_order(winner):
    with speaking("en"):
        page = render_page(found(winner=winner), MADE_ON)
    headings = re.findall(r"<h2 id[^>]*>(\d)\. ", page)
    assert headings == (["1", "2", "3", "4", "5", "6"] if winner == "model" else ["1", "2", "3", "4", "5"])


def test_a_column_that_may_know_the_answer_is_asked_about_on_top():
    one = found()
    suspect = one.suspects[0]
    suspect.grade = "ask"
    with speaking("en"):
        assert "“cancel date”" in str(do_now(one)[-1])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_rules_list_has_a_line_a_customer_below_one_sentence(lang):
    with speaking(lang):
        page = render_page(found(winner="rule", customers=200), MADE_ON)
        by_model = render_page(found(winner="model", customers=200), MADE_ON)
    assert 'class="cards"' not in page
    assert len(re.findall(LINE, page, re.DOTALL)) == 200
    assert {"en": "The same rule holds for all", "ja": "同じルールを使っています"}[lang] in text_of(page)
    assert {"en": "by the same rule", "ja": "同じルール"}[lang] not in text_of(by_model)
    assert len(page) < len(by_model)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nobody_stands_on_the_page_twice_and_the_makers_part_comes_before_the_long_list(lang):
    with speaking(lang):
        page = render_page(found(customers=130), MADE_ON)
    for place in range(1, 131):
        assert page.count(f"K{place:05d}</") == (2 if place <= FIRST else 1), place  # a card has its caption, too
    assert page.index('id="maker"') < page.index('id="list"')
    folded = page[page.index("<details>") : page.index("</details>")]
    assert len(re.findall(LINE, folded, re.DOTALL)) == 130 - FIRST
    assert 'href="#n101"' in folded
    assert 'id="n101"' in folded
    assert 'id="list"' not in render_page(found(customers=FIRST), MADE_ON)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("winner", ["model", "rule"])
def test_where_forecasts_were_off_no_number_stands_beside_a_customer(lang, winner):
    """“Believe the order, not the single risks” stood above twenty cards that were headed by single risks."""
    one = found(winner=winner)
    number = {"en": "42 of 100", "ja": "100人中42人"}[lang]
    with speaking(lang):
        assert text_of(render_page(one, MADE_ON)).count(number) >= 40
        one.contest.trusted = False
        said = text_of(render_page(one, MADE_ON))
        assert number not in said
        assert {"en": "The order can be used", "ja": "順番は使えます"}[lang] in said
        one.contest.has_order = False
        assert {"en": "The order can be used", "ja": "順番は使えます"}[lang] not in text_of(render_page(one, MADE_ON))


@pytest.mark.parametrize("winner", ["model", "rule"])
def test_it_is_read_without_its_style_too(winner):
    """A reader view strikes ``<s>`` through, and a screen reader jumps from heading to heading."""
    page = render_page(found(winner=winner), MADE_ON)
    body = page[page.index("<body>") :]
    assert re.findall(r"<(?:s|u|q|i|em)[ >]", body) == []
    for table in re.findall(r"<table.*?</table>", body, re.DOTALL):
        assert "<caption" in table or "aria-labelledby" in table
        assert table.count("<tr") == table.count('scope="row"') + table.count("<thead")
    assert len(re.findall(r"<h3>K\d+</h3>", body)) == (FIRST if winner == "model" else 0)


def test_where_nothing_is_said_of_single_customers_more_are_expected_and_it_is_told():
    """As with a leak that was kept, with which everybody who is still there has no risk at all."""
    one = replace(shown(found()), said=0.0, leave=0.2, cut=Range(0.5, 1.0), numbers_hold=True)
    assert "more like them left than that" in why_others(one).en
    assert "100人中約20人" in why_others(one).ja


def test_without_a_list_no_customer_is_named_and_amounts_without_a_currency_say_whose():
    with speaking("en"):
        assert "names customers" not in text_of(render_page(found(winner="nobody"), MADE_ON))
        assert "names customers" in text_of(render_page(found(), MADE_ON))
        one = found()
        bare = replace(one, promise=replace(one.promise, currency=""))
        assert "whatever currency the table has: from a loss of 120,000 to a gain of 900,000" in str(to_expect(bare)[1])
        assert "currency" not in str(to_expect(one)[1])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_rule_is_chosen_for_though_the_model_found_more_is_said_in_one_sentence(lang):
    one = found(winner="rule")
    one.contest.remarks = (Remark("too-few-to-choose", T("x", "x")),)
    with speaking(lang):
        says = str(how_sure(one)[0])
        page = text_of(render_page(one, MADE_ON))
    assert {"en": "Only 300 of them", "ja": "それぞれ300人だけ"}[lang] in says
    assert {"en": "+1 to +8", "ja": "+1〜+8"}[lang] in says
    assert {"en": "The line stays clear of 0", "ja": "線が0にかかっていない"}[lang] in page


def test_whoever_jumps_lands_on_the_page():
    """The first jump, “1–100”, led to #n1; the folded list begins with place 21."""
    with speaking("en"):
        page = render_page(found(customers=230), MADE_ON)
    to = re.findall(r'<a href="#(n\d+)">(\d+)–(\d+)</a>', page)
    assert to == [("n21", "21", "100"), ("n101", "101", "200"), ("n201", "201", "230")]
    assert all(f'<li id="{id}">' in page for id, *_ in to)


@pytest.mark.parametrize(("hits", "size"), [(5, 9_000), (30, 1_000), (33, 9_000)])
def test_where_hardly_anybody_leaves_the_four_counts_are_of_all_who_were_counted(hits, size):
    """“22 are on the list, of whom 0 left” stood beside 2.5 of 100; “30, of whom 3” beside 122 of 1,000."""
    of = Confusion(hits, 200 - hits, 40, 8_760)
    assert of_so_many(of) == size
    assert of.per(size).hits / of.per(size).listed == pytest.approx(of.precision.value, abs=0.02)


@pytest.mark.parametrize("winner", ["model", "nobody"])
def test_on_paper_no_heading_is_torn_over_two_sheets_and_the_last_lines_have_none_of_their_own(winner):
    with speaking("en"):
        on_paper = render_page(found(winner=winner), MADE_ON).split("@media print")
    assert any("h2, h3 { break-inside: avoid; }" in rules for rules in on_paper[1:])
    assert any("footer { break-before: avoid; }" in rules for rules in on_paper[1:])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_box_gives_the_money_of_those_whom_it_tells_to_contact(lang):
    one = found()
    part = replace(one, promise=replace(one.promise, of_contacted=Range(-90_000.0, 700_000.0)))
    nobody = replace(one, promise=replace(one.promise, decision=Decision.NO_GO), alone=frozenset())
    with speaking(lang):
        of_part, of_all, of_none = (str(to_expect(each)[1]) for each in (part, replace(one, alone=frozenset()), nobody))
    assert {
        "en": "In money, for the 30 who are contacted: from a loss of ¥90,000",
        "ja": "連絡する30人では、金額にすると約9万円の赤字",
    }[lang] in of_part
    assert {"en": "In money: from a loss of ¥120,000", "ja": "金額にすると約12万円の赤字"}[lang] in of_all
    assert {"en": "In money, if all 40 were contacted: from", "ja": "40人全員に連絡した場合は、金額にすると"}[
        lang
    ] in of_none


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("given", "en", "ja"),
    [
        ({"break_even": 0.25}, "the plan would rather lose money: it pays from 25 of 100 leavers kept, and 10 to 30 are assumed. A new", "見込みは10〜30人です。新しい表にしても"),
        ({"break_even": 0.14}, "may lose or gain: it pays from 14 of 100 leavers kept", "赤字にも黒字にもなりえます。採算がとれるのは、解約するはずの100人のうち14人以上"),
        ({"break_even": 0.05, "profit": Range(1.0, 9e5)}, "the plan would pay: it does from 5 of 100 leavers kept", "採算がとれます。採算の分かれ目は、解約するはずの100人のうち5人"),
        ({"profit": None}, "would pay from 14 of 100 leavers kept.", "100人のうち14人以上が残るときです。"),
        ({"break_even": 1.2}, "would not pay, even if every leaver stayed", "全員残っても、採算はとれません"),
        ({"break_even": None, "profit": None}, None, None),
    ],
)  # fmt: skip
def test_of_a_list_that_nobody_is_to_use_it_is_said_whether_the_plan_would_pay(lang, given, en, ja):
    """A loss of $1,400 to a gain of $160 stood there without a word, and the reader fetched a new table first."""
    one = found()
    one.customers.remarks = (Remark(OLD, T("Old.", "古い。"), T("Ask.", "頼む。"), weight=Weight.DANGER),)
    with speaking(lang):
        says = [str(each) for each in to_expect(replace(one, promise=replace(one.promise, **given)))]
    told = [each for each in says if each.startswith(("By these numbers", "この人数で計算すると"))]
    assert len(told) == (en is not None)
    assert not told or {"en": en, "ja": ja}[lang] in told[0]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("id", [OLD, ALL_OVER])
def test_of_a_table_that_is_too_old_nobody_is_told_to_contact_the_list(lang, id):
    """After “ask for a new page” stood “contact 150 customers, in the order of this list”, which that makes void; and under it
    “try it first”, whom to leave out, and after how many lists to decide."""
    one = found()
    one = replace(one, promise=replace(one.promise, unpaid=frozenset({1, 2}), of_contacted=Range(-90_000.0, 700_000.0)))
    old = Remark(id, T("Old.", "古い。"), T("Ask.", "頼む。"), weight=Weight.DANGER)
    seen = Remark("seen-long-ago", T("Long ago.", "前。"), T("See the CRM.", "CRMを見る。"), weight=Weight.DANGER)
    (one.customers if id == OLD else one.split).remarks = (old, seen)
    with speaking(lang):
        steps = [str(each) for each in do_now(one)]
        expect, sure = ([str(each) for each in says(one)] for says in (to_expect, how_sure))
        grave = [each.says for each in all_remarks(one) if each.weight == Weight.DANGER]
        heading, page = str(title(one)), text_of(render_page(one, MADE_ON))
    # As many as the title names are marked so below.
    assert grave == [old.says]
    assert {"en": "1 thing to clear up", "ja": "確かめることが1つ"}[lang] in heading
    assert {"en": "See the CRM.", "ja": "CRMを見る。"}[lang] not in page
    assert len(expect) == 4
    assert {"en": "if all 40 were contacted: from a loss of ¥120,000", "ja": "40人全員に連絡した場合は、"}[
        lang
    ] in expect[1]
    assert {"en": "only if it is like this one.", "ja": "このリストと同じような場合だけです。"}[lang] in expect[3]
    assert not any({"en": "Only a comparison", "ja": "連絡しない人と比べて"}[lang] in each for each in sure)
    assert {"en": "nothing of it is done with this one.", "ja": "このリストでは行いません。"}[lang] in page
    assert len(steps) == 2
    assert {"en": "Ask.", "ja": "頼む。"}[lang] in steps[0]
    assert {"en": "Do not use “report.xlsx” for contacts", "ja": "「report.xlsx」のリストは連絡に使わず、"}[
        lang
    ] in steps[1]
    made = told_of(one)
    assert (made.nobody, made.yet, made.reach) == (True, True, None)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_list_nobody_is_told_what_to_do_before_a_contact(lang):
    one = found(winner="nobody")
    grave = Remark("seen-long-ago", T("Long ago.", "前。"), T("See the CRM.", "CRMを見る。"), weight=Weight.DANGER)
    one.customers.remarks = (grave,)
    with speaking(lang):
        said = text_of(render_page(one, MADE_ON))
    assert {"en": "Long ago.", "ja": "前。"}[lang] in said
    assert {"en": "See the CRM.", "ja": "CRMを見る。"}[lang] not in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_for_whom_a_contact_does_not_pay_is_counted_among_those_contacted(lang):
    one = found()
    # 3 and 7 are left alone.
    one = replace(one, promise=replace(one.promise, unpaid=frozenset({1, 2, 3, 7, 8})))
    with speaking(lang):
        said = str(to_expect(one)[-1])
        everybody = str(to_expect(replace(one, alone=frozenset()))[-1])
    assert {
        "en": "For 3 of the 30 to contact, a contact costs more than it brings even at 30 of 100 kept: “does not pay”",
        "ja": "連絡する30人のうち3人は、100人中30人が残る場合でも費用が上回ります。「report.xlsx」に「採算割れ」と印を付けました。",
    }[lang] in said
    # Else the two groups would no longer be alike.
    assert {"en": "out of the comparison, too", "ja": "どちらの組からも外してください"}[lang] in said
    assert {"en": "For 5 of the 40", "ja": "連絡する40人のうち5人"}[lang] in everybody
    with speaking(lang):
        nothing_said = str(to_expect(replace(one, promise=replace(one.promise, assumed=None)))[-1])
    # 「100人中100人が残る場合でも」
    assert {"en": "brings even if everybody stayed: ", "ja": "3人は、全員が残っても費用が上回ります。"}[
        lang
    ] in nothing_said
    assert {"en": "comparison", "ja": "組から"}[lang] not in everybody
    table = list_table(one.at_risk.rows, told_of(one), wide=True)
    assert "pays" in {column.name for column in table.columns}
    cells = [cells_of(row, told_of(one), one.alone, set()) for row in one.at_risk.rows]
    assert [each["place"] for each in cells if "pays" in each] == [1, 2, 3, 7, 8]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("low", "high", "less"),
    [
        (-120_000.0, 900_000.0, ("gain is smaller than that, and the loss larger (", "黒字はこれより小さく、赤字は大きくなります(")),
        (120_000.0, 900_000.0, ("so the gain is smaller than that, or none (", "計算すると、黒字はこれより小さくなるか、なくなります(")),
        # 「7,500ポンドの赤字。粗利で計算すると、金額はこれより少なくなります」
        (-900_000.0, -120_000.0, ("so the loss is larger than that (", "計算すると、赤字はこれより大きくなります(")),
    ],
)  # fmt: skip
def test_the_money_says_that_it_is_reckoned_with_sales(lang, low, high, less):
    one = found()
    one = replace(one, promise=replace(one.promise, profit=Range(low, high)))
    one = replace(one, request=replace(one.request, value="年間売上"))
    one.customers.remarks = (Remark("value-sales", T("Sales.", "売上。")),)
    with speaking(lang):
        said = str(to_expect(one)[1])
    assert less[lang == "ja"] in said
    assert {
        "en": "“年間売上” looks like sales",
        "ja": "「年間売上」は顧客が支払う金額(売上)のようなので、粗利で計算すると",
    }[lang] in said
