"""mlcurric.subject.poc: a plan as a picture and as a page that a sponsor can sign, for Osaka and for one's own product."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import matplotlib.pyplot as plt
import pytest
from playwright.sync_api import Browser, sync_playwright
from subject.product.test_pages import ARGUMENTS, CHROMIUM, needs_browser, paper

from mlcurric.subject import osaka_setting, plan_findings, read_own_plan, rehearse_osaka, render_plan
from mlcurric.subject.pictures.poc import plan_figure
from mlcurric.subject.poc.colleagues import COLLEAGUES, SOUND
from mlcurric.subject.poc.options import OPTIONS
from mlcurric.subject.poc.own_words import WAYS, way_meant
from mlcurric.subject.poc.page import in_words
from mlcurric.subject.poc.tells import why_not
from mlcurric.subject.roles import ROLES
from mlcurric.subject.style import use_style
from mlcurric.text import LANGUAGES, T, speaking

OWN = {
    "product": "予約の前日電話",
    "metric": "無断キャンセルした人の数",
    "baseline": "くじで電話しないと決めた人",
    "people_do": "電話する。くじで電話しないと決めた人にはかけない",
    "hypothesis": "前日に電話すると、無断キャンセルが100人あたり4人減る",
    "smallest_effect": "4人",
    "customers": "１，６００人",
    "hold_out_of_100": "半分",
    "left_alone_by": "受付番号でくじを引く",
    "calls_a_week": "100件",
    "starts_on": "2027年3月1日",
    "weeks": "10週",
    "cost": "16万円",
    "go_from": "2.5",
    "stop_below": "0.5",
    "decides": "10週目に一度だけ数える",
    "signed_on": "2027-02-20",
    "signed": "原、林、林、原、森、森、谷、谷",
    "leave_of_100": "12",
    "customers_there_are": "約8,000人",
    "most_calls_a_week": "120",
    "horizon": "14日",
    "contact_cost": "200円",
    "incentive_cost": "なし",
    "value_kept": "9,000円",
    "currency": "円",
}


def page(plan, lang: str = "en", **more) -> str:
    setting = osaka_setting()
    with speaking(lang):
        return render_plan(
            plan, rehearse_osaka(plan), plan_findings(plan, setting), date(2027, 1, 25), setting=setting,
            rehearse=rehearse_osaka, **more,
        )  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_says_what_is_signed(lang: str):
    html = page(SOUND, lang, product="Osaka", sponsor=T("Ms Mori", "森さん"))
    text = re.sub(r"<[^>]+>", " ", html)
    for part in ("2,400", "1,200", "28", {"en": "5,400,000", "ja": "540万円"}[lang], "95", "80"):
        assert part in text
    assert "残" not in text
    with speaking(lang):
        assert all(str(role.name) in text for role in ROLES.values())
        assert all(str(word) in text for word in (T("Ms Mori", "森さん"), T("16 August 2027", "2027年8月16日")))
    assert not re.search(r"smallest_effect|go_from|stop_below", text)
    assert not re.search(r"https?:|//|src=|url\((?!#)", html)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_names_the_smallest_effect_and_why_a_plan_cannot_be_relied_on(lang: str):
    text = re.sub(r"<[^>]+>", " ", page(SOUND, lang))
    with speaking(lang):
        assert str(T("smallest effect", "得たい最小の効果")) in text
        assert str(T("go from 3, stop below 1", "3人以上で実施、1人未満で中止")) in text
    suits = replace(SOUND, baseline="elsewhere", smallest_effect=8, go_from=5.5, stop_below=4)
    html = page(suits, lang)
    assert 'class="verdict no"' in html
    with speaking(lang):
        assert str(T("cannot be relied on", "当てになりません")) in html
        assert str(T("in another quarter", "別の時期")) in html


def test_of_each_world_the_bars_add_up_to_100():
    labels = re.search(r'class="bars".*?aria-label="([^"]*)"', page(SOUND))[1]
    for world in labels.strip(" .").split(". "):
        assert sum(int(count) for count in re.findall(r" (\d+)(?:,|$)", world.partition(": ")[2])) == 100


def test_what_does_not_fit_stands_on_the_page_and_nothing_is_claimed():
    broken = replace(COLLEAGUES["yuki"], signed={}, signed_on=date(2027, 3, 1))
    html = page(broken)
    assert "cannot stand yet" in html
    assert "As it stands, this plan cannot tell" in html
    assert 'class="verdict no"' in html


def test_texts_are_escaped():
    evil = replace(SOUND, said={"hypothesis": "<script>alert(1)</script>"})
    assert "<script>alert" not in page(evil, product="<img src=x>")
    assert "<img" not in page(evil, product="<img src=x>")


def test_words_of_ones_own_hold_before_those_of_the_lessons():
    assert in_words(replace(SOUND, said={"metric": "no-shows"}), "metric") == "no-shows"
    assert "at least 5 fewer" in in_words(SOUND, "hypothesis").en


def test_a_plan_of_ones_own_is_read_rehearsed_and_printed():
    own = read_own_plan(OWN, date(2027, 1, 1))
    assert own.findings == ()
    assert own.plan.customers == 1_600
    assert own.plan.left_alone == 800
    assert own.setting.weeks_to_know == 2
    assert own.found.can_tell
    html = render_plan(own.plan, own.found, own.findings, date(2027, 1, 1), product=own.product, currency=own.currency)
    assert "予約の前日電話" in html


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"customers": "300"}, None),
        ({"customers": "30〜40人"}, "no_number"),
        ({"starts_on": "3月1日"}, "no_day"),
        ({"signed": "原"}, "not_eight"),
        ({"left_alone_by": "店長が選ぶ"}, "no_lot"),
        ({"left_alone_by": "nobody"}, "some_and_nobody"),
        ({"weeks": "3 weeks"}, "too_short"),
        ({"smallest_effect": "1人"}, "effect_does_not_pay"),
        ({"smallest_effect": "20"}, "effect_above_leavers"),
        ({"calls_a_week": "500"}, "too_many_calls"),
        ({"signed_on": "2027-03-02"}, "signed_after_start"),
        ({"signed_on": "2026-03-02"}, "in_the_past"),
        ({"cost": "1,000円"}, "cost_beside_calls"),
        ({"cost": "$1,600"}, "currencies_differ"),
        ({"baseline": "去年の実績"}, "no_one_alike"),
        ({"baseline": "last year's numbers"}, "no_one_alike"),
        ({"left_alone_by": "くじではなく店長が選ぶ"}, "no_lot"),
        ({"left_alone_by": "we leave lots of them alone"}, "way_unread"),
        ({"left_alone_by": "no lot: Aya's team chooses"}, "no_lot"),
        ({"left_alone_by": "not at random, by region"}, "no_lot"),
        ({"baseline": "all customers who are not on the list, last year"}, "no_one_alike"),
        ({"baseline": "our competitors"}, "way_unread"),
        ({"metric": "revenue"}, "way_unread"),
        ({"decides": "we discuss it"}, "way_unread"),
        ({"people_do": "they call"}, "way_unread"),
        ({"people_do": "c"}, "people_do_obey"),
        ({"metric": ""}, "way_open"),
        ({"horizon": ""}, "facts_open"),
        ({"contact_cost": "", "value_kept": ""}, "facts_open"),
        ({"customers": "25000", "customers_there_are": "90000"}, "beyond_rehearsal"),
        ({"leave_of_100": "0"}, "leave_not_of_100"),
        ({"hold_out_of_100": "0.5"}, "hold_out_fraction"),
    ],
)
def test_slips_in_a_plan_of_ones_own(changed, name):
    own = read_own_plan({**OWN, **changed}, date(2027, 1, 1))
    assert name is None or name in [one.name for one in own.findings]
    if name is None:
        assert not own.found.can_tell


@pytest.mark.parametrize(
    ("line", "text", "means"),
    [
        ("metric", "モデルの精度", "accuracy"),
        ("metric", "how many say on the phone that they will stay", "say_so"),
        ("metric", "leavers; not accuracy", "fewer_leavers"),
        ("baseline", "last year, all customers who are not on the list", "elsewhere"),
        ("baseline", "リストに載っていない顧客", "off_list"),
        ("baseline", "our forecast", "promise"),
        ("baseline", "a control group, not last year", "hold_out"),
        ("baseline", "c: like 2-4", "hold_out"),
        ("left_alone_by", "a lottery", "lot"),
        ("left_alone_by", "店長がくじで選ぶ", "lot"),
        ("left_alone_by", "くじではなく店長が選ぶ", "callers"),
        ("decides", "the first day that p < 0.05", "peeking"),
        ("decides", "once…, not weekly", "thresholds"),
        ("decides", "once a week", "peeking"),
        ("decides", "毎週見ずに、最後に一度だけ", "thresholds"),
        ("decides", "we look every week, and decide at the end", None),
        ("people_do", "call, and also those left alone who worry them", "reach_over"),
        ("people_do", "call the list; nobody rings the hold-out", "keep_lot"),
    ],
)
def test_lines_in_words_are_read_with_what_they_deny(line, text, means):
    assert way_meant(line, text) == means


def test_letters_of_ones_own_plan_are_those_of_the_exercise():
    for line, ways in WAYS.items():
        assert set(ways) == set(OPTIONS[line])
        assert list(ways) == list(OPTIONS[line])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "changed", [{"people_do": "they call"}, {"people_do": ""}, {"horizon": ""}, {"cost": "1,000円"}], ids=str
)
def test_nothing_is_promised_while_a_line_is_open(changed, lang):
    own = read_own_plan({**OWN, **changed}, date(2027, 1, 1))
    with speaking(lang):
        html = render_plan(
            own.plan, own.found, own.findings, date(2027, 1, 1), currency=own.currency, setting=own.setting
        )
        assert str(T("This plan can tell", "この計画は見分けられます")) not in html
        # No money is made up of what nobody wrote.
        assert "horizon" not in changed or str(T("The trial itself", "試行そのもの")) not in html


def test_the_page_says_what_a_go_below_break_even_costs_and_how_often_there_is_one():
    setting = osaka_setting()
    html = page(SOUND, "ja")
    loss = -setting.gain_at(2_400, SOUND.go_from)
    assert f"私たちのモデルの見立てでは、そのとき2,400人のリストで約{round(loss / 1e5) * 10}万円の赤字" in html
    often = round(100 * rehearse_osaka(replace(SOUND, smallest_effect=SOUND.go_from)).go["works"])
    assert f"この計画は100回中{often}回「実施」" in html
    assert 50 < often < 70
    assert setting.gain_at(2_400, setting.pays_at(2_400)) == pytest.approx(0)
    assert "赤字" not in page(replace(SOUND, go_from=4.5), "ja")


def test_of_ones_own_plan_the_page_says_the_same_by_ones_own_numbers():
    own = read_own_plan({**OWN, "value_kept": "6,000円", "go_from": "2.2"}, date(2027, 1, 1))
    html = render_plan(
        own.plan, own.found, own.findings, date(2027, 1, 1), currency="yen", setting=own.setting, rehearse=own.rehearse
    )
    often = round(100 * own.rehearse(replace(own.plan, smallest_effect=2.2)).go["works"])
    assert f"At a true 2.2 this plan says go in {often} of 100 trials. By the numbers written here, calling" in html


def test_who_is_kept_for_no_more_than_they_are_given_is_told():
    own = read_own_plan({**OWN, "incentive_cost": "9,000円"}, date(2027, 1, 1))
    assert "nothing_gained" in [one.name for one in own.findings]


def test_stopping_is_not_said_to_prove_that_calls_do_nothing():
    assert "we know" not in page(SOUND)
    assert "効かないとわかった" not in page(SOUND, "ja")
    assert "得たいだけの効果は見えなかった" in page(SOUND, "ja")


def test_every_week_or_accuracy_is_rehearsed_as_what_it_is():
    assert read_own_plan({**OWN, "decides": "毎週見て、良ければすぐ実施"}).plan.decides == "peeking"
    accuracy = read_own_plan({**OWN, "metric": "モデルの正解率"})
    assert accuracy.plan.metric == "accuracy"
    assert not accuracy.found.can_tell


@pytest.mark.parametrize(
    "changed",
    [
        {"decides": "毎週は見ない。最後に一度だけ"},
        {"decides": "not weekly: once, at the end"},
        {"metric": "来なかった人(正解率ではない)"},
        {"left_alone_by": "くじで残し、電話しない"},
        {"baseline": "去年と同じ対応を受ける、くじで残した人"},
    ],
    ids=str,
)
def test_what_is_denied_is_not_taken_for_meant(changed):
    own = read_own_plan({**OWN, **changed}, date(2027, 1, 1))
    assert own.findings == ()
    assert own.found.can_tell


def test_last_year_is_no_hold_out_and_cents_are_no_nothing():
    own = read_own_plan({**OWN, "baseline": "last year"})
    assert not own.found.can_tell
    # What is expected follows the own share of leavers: it errs by quarters, not by Osaka's customers.
    assert abs(own.found.typical("nothing", "first")[0]) < 2
    dollars = {"currency": "dollars", "contact_cost": "$0.50", "value_kept": "$20", "cost": "$3"}
    says = [f"{one.says.en} {one.way_out.en}" for one in read_own_plan({**OWN, **dollars}).findings]
    assert any("800 × 0.50" in each for each in says)


@pytest.mark.parametrize(
    "changed",
    [
        {"baseline": "all customers who are not on the list, last year"},
        {"baseline": "リストに載っていない顧客"},
        {"metric": "リストの当たりの数"},
    ],
    ids=str,
)
def test_a_plan_that_looks_beyond_its_list_is_rehearsed_and_told_why_it_cannot_tell(changed):
    own = read_own_plan({**OWN, **changed}, date(2027, 1, 1))
    assert not own.found.can_tell
    why = why_not(own.found)
    assert why.lines == tuple(changed)
    assert "nan" not in f"{why.says.en} {why.says.ja}"


def test_a_plan_waits_for_its_numbers():
    own = read_own_plan({"product": "x", "customers": "100"})
    assert own.plan is None
    assert "go_from" in own.open
    assert "customers" not in own.open


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_picture_says_how_often_it_is_go(lang: str):
    found = rehearse_osaka(SOUND)
    with speaking(lang):
        use_style()
        figure = plan_figure(found)
    titles = [ax.get_title(loc="left") for ax in figure.axes]
    for share in found.go.values():
        assert any(re.search(rf"(?<!\d){round(100 * share)}(?!\d)", title) for title in titles)
    drawn = sum(patch.get_height() for patch in figure.axes[0].patches)
    assert drawn == len(found.worlds["works"].go)
    plt.close(figure)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@needs_browser
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("who", ["sound", "yuki", "sato", "aya", "suits"])
def test_the_page_is_one_sheet_of_a4(who: str, lang: str, browser: Browser):
    plan = {"sound": SOUND, "suits": replace(SOUND, baseline="elsewhere", smallest_effect=8, go_from=5.5, stop_below=4)}
    plan = plan.get(who) or replace(COLLEAGUES[who], signed={}, cost=1)
    assert paper(browser, page(plan, lang, product="Osaka")) == 1


def test_of_seven_names_it_is_said_once_that_one_is_missing():
    own = read_own_plan({**OWN, "signed": "原、林、林、原、森、森、谷"}, date(2027, 1, 1))
    assert [one.name for one in own.findings] == ["not_eight"]


def test_three_months_are_thirteen_weeks():
    enough = {**OWN, "horizon": "3か月", "weeks": "21"}
    assert read_own_plan(enough, date(2027, 1, 1)).findings == ()
    short = read_own_plan({**enough, "weeks": "20"}, date(2027, 1, 1))
    assert [one.name for one in short.findings] == ["too_short"]
