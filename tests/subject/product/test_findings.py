"""mlcurric.subject.product: what does not fit is found and named; what may be meant is asked; what fits is left alone."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from subject.product.examples import CLASHING, CLINIC, SCHOOL

from mlcurric.subject import LINES, Collected, line_findings, overlay, product
from mlcurric.subject.product.finding import LineFinding

TODAY = date(2031, 5, 14)
FULL = overlay(CLINIC)
WHOLE = dict(list_size="1,000", hits_low="30", hits_high="40", success_low="10", success_high="15")
KEPT = dict(
    list_size="100", hits_low="20", hits_high="30", success_low="10", success_high="20", kept_low="2", kept_high="6"
)
MONEY = {**WHOLE, "currency": "円", "contact_cost": "1,500円", "incentive_cost": "0", "value_kept": "6万円"}
PLAN = dict(day_we_look="2031-06-01", lead_time="14日", horizon="90日", check_date="2031-09-30", stop_date="2031-10-31")

# What is written over lines that fit, the name of the finding, and words that it has to say.
CLASHES = [
    (WHOLE, dict(hits_low="40", hits_high="30"), "hits_turned", "40"),
    (WHOLE, dict(success_low="２０"), "success_turned", "20"),
    (WHOLE, dict(kept_low="60", kept_high="30"), "kept_turned", "60"),
    (WHOLE, dict(hits_low="40"), "hits_point", "40"),
    (WHOLE, dict(success_high="1割"), "success_point", "10"),
    (WHOLE, dict(kept_low="45", kept_high="45人"), "kept_point", "45"),
    (WHOLE, dict(kept_low="30", kept_high="450"), "kept_above_leavers", "450"),
    (WHOLE, dict(kept_low="30", kept_high="90"), "kept_too_high", "1,000"),
    ({}, dict(list_size="200", hits_low="10", hits_high="20", kept_low="50", kept_high="60"), "kept_above_list", "40"),
    ({}, dict(list_size="40", kept_low="50", kept_high="60"), "kept_above_list", "40"),
    (
        {},
        dict(list_size="100", success_high="20", success_low="10", kept_low="20", kept_high="30"),
        "kept_above_list",
        "20",
    ),
    ({}, dict(rule_hits_of_100="120人"), "more_than_all", "120"),
    ({}, dict(leave_of_1000="1,200"), "more_than_all", "1,200"),
    (WHOLE, dict(customers="800"), "list_above_customers", "800"),
    (WHOLE, dict(customers="2,000", leave_of_1000="80"), "more_hits_than_there_are", "160"),
    (MONEY, dict(currency="ドル"), "currencies_differ", "ドル"),
    (MONEY, dict(value_kept="$500"), "currencies_differ", "$500"),
    (MONEY, dict(value_kept="2万円"), "list_loses", "−¥900,000 to −¥300,000"),
    (PLAN, dict(first_meeting="1 Dec 2031"), "meeting_after_stop", "1 Dec 2031"),
    (PLAN, dict(check_date="2031-07-31"), "check_before_outcome", "2031-09-13"),
    ({}, dict(owner="みんな"), "everybody", "みんな"),
    ({}, dict(sponsor="Everyone"), "everybody", "Everyone"),
    ({}, dict(who_decides="ＡＩ"), "a_machine", "ＡＩ"),
    ({}, dict(who_closes_gap="the model"), "a_machine", "the model"),
    ({}, dict(reason_1="Two visits missed", reason_2="Two visits  missed"), "same_reason", "Two visits missed"),
    ({}, dict(stop_rule="fewer than 100 of 30 kept"), "stop_not_counted", "100 of 30"),
    (WHOLE, dict(stop_rule="fewer than 50 hits of 100"), "stop_always", "50"),
    (PLAN, dict(check_date="31 February"), "no_such_day", "31 February"),
]
QUESTIONS = [
    (WHOLE, dict(kept_low="10", kept_high="60"), "kept_too_low", "10"),
    (WHOLE, dict(kept_low="50", kept_high="60"), "kept_off_middle", "50"),
    (WHOLE, dict(kept_low="43", kept_high="44"), "kept_too_narrow", "43"),
    (WHOLE, dict(customers="10,000", leave_of_1000="80", misses_of_100="45"), "misses_are_finds", "45"),
    (WHOLE, dict(customers="20,000", leave_of_1000="80", misses_of_100="65"), "misses_are_false_alarms", "65"),
    (WHOLE, dict(customers="10,000", leave_of_1000="80", misses_of_100="10"), "misses_off", "10"),
    ({}, dict(leave_of_1000="0"), "nobody_leaves", "0"),
    ({}, dict(leave_of_1000="8%", rule_hits_of_100="5"), "rule_below_lot", "8"),
    (WHOLE, dict(rule_hits_of_100="45"), "rule_is_better", "45"),
    (WHOLE, dict(rule_hits_of_100="35"), "may_not_beat_rule", "35"),
    (WHOLE, dict(customers="1,000"), "list_of_all", "1,000"),
    (WHOLE, dict(leave_of_1000="80", misses_of_100="60"), "implied_customers", "9,400"),
    (WHOLE, dict(hits_high="100"), "hits_all", "100"),
    (WHOLE, dict(success_high="100%"), "success_all", "100"),
    ({}, dict(misses_of_100="0"), "misses_none", "nobody"),
    (MONEY, dict(value_kept="3万円"), "list_may_lose", "−600,000"),
    (MONEY, dict(incentive_cost="4,000円"), "list_loses_by_incentives", "−"),
    (PLAN, dict(first_meeting="2031-10-15"), "meeting_after_check", "2031-10-15"),
    (PLAN, dict(day_we_look="毎月1日", first_meeting="2031-08-01"), "check_soon", "104"),
    (PLAN, dict(stop_date="10月31日"), "no_year", "10月31日"),
    (PLAN, dict(check_date="3 months later"), "no_day", "3 months later"),
    (PLAN, dict(first_meeting="2031-05-01"), "past", "2031-05-01"),
    ({}, dict(owner="営業部"), "a_group", "営業部"),
    ({}, dict(data_owner="the data team"), "a_group", "the data team"),
    ({}, dict(reader="全員"), "a_card_for_everybody", "全員"),
    ({}, dict(reason_1="値上げが原因で使わなくなった"), "claims_cause", "値上げ"),
    ({}, dict(reason_1="Logins fell because the price rose"), "claims_cause", "Logins fell"),
    ({}, dict(reason_1="a; b; c", reason_2="d; e"), "many_reasons", "5"),
    ({}, dict(headline="This customer will leave"), "headline_is_certain", "will leave"),
    (WHOLE, dict(headline="この顧客は解約します"), "headline_is_certain", "30 to 40"),
    (WHOLE, dict(headline="似た顧客100人のうち60〜70人が解約します"), "headline_of_another_list", "60 to 70"),
    ({}, dict(kpi="正解率を92%にする"), "kpi_of_the_model", "正解率"),
    ({}, dict(baseline="いまの経験則(100人中12人)", rule_hits_of_100="30"), "baseline_is_another", "12"),
    ({}, dict(feature_provides="解約を確実に防ぐ"), "overclaim", "確実に"),
    (dict(misses_of_100="40"), dict(goal="We guarantee that nobody leaves"), "overclaim", "40"),
    (WHOLE, dict(leave_of_1000="40%"), "no_better_than_lot", "400"),
    (MONEY, dict(value_kept="1,000円"), "value_below_contact", "1,000"),
    (MONEY, dict(incentive_cost="6万円"), "value_below_incentive", "60,000"),
    (PLAN, dict(stop_date="2031年9月1日"), "stop_before_check", "2031年9月1日"),
    (PLAN, dict(horizon="0"), "no_horizon", "0"),
    ({}, dict(stop_rule="うまくいかなかったら"), "stop_rule_open", "うまくいかなかったら"),
    ({}, dict(who_decides="All users"), "decided_by_all", "All users"),
    (KEPT, dict(stop_rule="fewer than 20 of 100 kept"), "stop_always", "6 at best"),
    (KEPT, dict(stop_rule="fewer than 6 kept"), "stop_at_the_top", "6"),
    (KEPT, dict(stop_rule="20人未満なら中止"), "stop_of_what", "20人未満"),
    ({}, dict(headline="92%の確率で退会"), "percent_of_one", "92%"),
    ({}, dict(goal="fewer pupils leave"), "goal_open", "fewer pupils leave"),
    (PLAN, dict(goal="40 of 1,000 leave, by 1 July 2033"), "stop_before_goal", "1 July 2033"),
    (PLAN, dict(check_date="10/12/2031"), "ambiguous_day", "10/12/2031"),
    (KEPT, dict(feature_provides="30 names each month"), "another_list_size", "30"),
    (WHOLE, dict(leave_of_1000="80"), "list_of_how_many", "3,800"),
]
# Lines as people write them, in which there is nothing to find.
INNOCENT = [
    *(dict(owner=name) for name in ("服部", "渡部さん", "AI推進室の佐藤さん", "Allen", "Wei (data team)", "長谷部", "営業部の南さん")),
    *(dict(stop_rule=text) for text in ("半数の担当者が使わなくなったら", "半年たっても当たりが増えなければ", "来月末", "年度末までに差が出なければ", "ルールに負けたら", "3か月続けて当たりが20を下回る", "if half of the desk stops using it", "fewer than twenty of a hundred", "if a third of the callers complain", "end of the quarter")),
    *(dict(headline=text) for text in ("この顧客をまず見てください", "Of 100 like this one, 30 will leave", "解約するかもしれない顧客です", "Will they leave? Ask.")),
    *(dict(reason_1=text) for text in ("ログインが6割減った(平均は1割減)", "Not because of the price: it did not change", "原因はわからないが、質問が3件続いた", "Contract due to end in 30 days", "An error every day, cause unknown", "ログイン失敗が5回、エラーの原因不明")),
    *(dict(feature_provides=text) for text in ("必ずしも当たらないリスト", "A list; it cannot guarantee anything", "毎週月曜に200人のリスト。必ず人が確認する", "保証期間が切れる顧客のリスト", "品質保証部に渡すリスト")),
    *(dict(reason_1=text) for text in ("予約してから48日", "支払いから30日たった", "先月からログインが6割減った", "担当が代わってから連絡がない", "値上げは関係ない(料金は同じ)", "確認のため電話したが出なかった")),
    *(dict(headline=text) for text in ("Ring this patient first because two visits were missed", "2回続けて欠席しているので、まず電話をかけてください", "席数がこの1か月で4割減った顧客です", "Of 100 like this one, 20 to 40 leave", "似た100人のうち20〜40人が解約しています", "Logins down 40% in a month")),
    *(dict(goal=text) for text in ("From 60 to 40 of 1,000 leavers by July 2032", "退会を月30人から20人に、来年3月末までに", "Nobody waits longer than a day by June", "Halve cancellations next year", "更新率を91%から93%に(2032年度末まで)")),
    *(dict(sponsor=name) for name in ("経営企画部長の南さん", "Ms Board", "理事長の森さん", "Lena Office", "the head of sales, Mr Ito", "Ms Lee from the data team", "Head of the sales team")),
    *({**KEPT, "stop_rule": text} for text in ("fewer than 15 hits of 100 in two weeks running", "3か月続けて、100人中12人を下回ったら中止", "if fewer than 60 of 100 answer the phone", "100人中50人に電話がつながらなければ", "fewer than 90 of 100 kept their appointment", "連絡した100人中80人以上が継続しなければ中止", "below 20 kept a month", "fewer than 2 of 3 promises kept", "5人のうち3人が使わなくなったら", "担当5人のうち、100人のリストを使う人がいなければ", "week 3 of 2", "10 minutes of 3 calls", "当たり100人中15人も防げなければ", "fewer than 3 of 100 kept and nobody complains", "当たりが100人中35人を下回らなければ続ける")),
    *({**KEPT, "feature_provides": text} for text in ("100人のリストを毎週", "10,000人から選んだ100人のリスト", "A list of 100 names, 10 names in red", "担当の2人が毎週見るリスト", "up to 30 names per school", "教室ごとに30人のリスト", "scores for 30 customers", "2 people from sales get a list")),
    dict(list_size="40 a day", feature_provides="200 names a week"),
    dict(first_meeting="2031-06-03", stop_date="2031-12-01", goal="from 60 on 1 May 2031 to 40 by 1 December 2031"),
    dict(stop_date="2031-12-01", goal="20人以下に、2031年末までに"),
    dict(check_date="29 February 2032"),
    dict(check_date="12/12/2031"),
    dict(do_next="必ず担当者に相談してから電話する"),
    *(dict(kpi=text) for text in ("更新率 91%→93%", "Renewals a quarter, 910 of 1,000 today", "Recalls handled within a day")),
    *(dict(first_reader=text) for text in ("全員(木曜の定例で)", "みんな")),
    dict(who_closes_gap="the team at the desk"),
    dict(reader="Customer success, Monday at nine"),
    dict(stop_date="2031年9月30日", check_date="2031-09-30"),
    dict(stop_date="September 2031", check_date="2031-09-30"),
    dict(day_we_look="every Monday from 2031-06-01", lead_time="2 weeks", horizon="3 months", check_date="2031-09-20"),
    dict(horizon="当日", lead_time="当日"),
    dict(currency="円", contact_cost="1,500円(約$10)", value_kept="¥60,000"),
    dict(baseline="いまのやり方(100人中12人)", rule_hits_of_100="12人"),
    dict(kept_low="-1", kept_high="4"),
    {**WHOLE, "kept_low": "30", "kept_high": "60"},
    {**WHOLE, "kept_low": "about 30", "kept_high": "約60人"},
    {**WHOLE, "leave_of_1000": "80", "misses_of_100": "60", "customers": "1万人"},
]  # fmt: skip


def found(texts: dict[str, str]) -> dict[str, LineFinding]:
    return {finding.name: finding for finding in line_findings(Collected(texts), TODAY)}


@pytest.mark.parametrize(("fitting", "change", "name", "words"), CLASHES, ids=[case[2] for case in CLASHES])
def test_what_does_not_fit_is_named_with_its_values(fitting, change, name, words):
    assert name not in found(fitting)
    finding = found({**fitting, **change})[name]
    assert not finding.asks
    assert words in f"{finding.says.en} {finding.says.ja}"
    assert set(finding.lines) <= set(LINES)
    assert set(finding.lines) & set(change)


@pytest.mark.parametrize(("fitting", "change", "name", "words"), QUESTIONS, ids=[case[2] for case in QUESTIONS])
def test_what_may_be_meant_is_a_question(fitting, change, name, words):
    assert name not in found(fitting)
    finding = found({**fitting, **change})[name]
    assert finding.asks
    assert words in f"{finding.says.en} {finding.says.ja}"
    assert re.search(r"[?？か。]", finding.way_out.ja)
    assert "?" in finding.way_out.en
    assert set(finding.lines) & set(change)


def test_every_finding_has_an_example():
    modules = Path(product.__file__).parent.glob("about_*.py")
    source = "\n".join(path.read_text(encoding="utf-8") for path in modules)
    named = set(re.findall(r'(?:clash|question)\(\s*"(\w+)"', source))
    named |= set(re.findall(r'^    "((?:hits|success|kept|misses)_\w+)": T\(', source, re.MULTILINE))
    shown = {case[2] for case in (*CLASHES, *QUESTIONS)}
    assert named <= shown, named - shown


@pytest.mark.parametrize("texts", INNOCENT, ids=range(len(INNOCENT)))
def test_there_are_no_false_alarms(texts: dict[str, str]):
    assert found(texts) == {}


@pytest.mark.parametrize(("files", "asked"), [(CLINIC, set()), (SCHOOL, {"implied_customers"})])
def test_a_product_that_fits_is_left_alone(files, asked):
    assert set(found(overlay(files))) == asked


def test_what_does_not_fit_comes_before_what_is_asked():
    asks = [finding.asks for finding in line_findings(Collected(overlay(CLASHING)), TODAY)]
    assert asks == sorted(asks)
    assert {True, False} == set(asks)


def test_no_line_at_all_is_no_contradiction():
    assert line_findings(Collected({})) == ()


def test_without_a_day_of_asking_no_day_is_over():
    lines = Collected({"stop_date": "1999-01-01"})
    assert line_findings(lines) == ()
    assert [finding.name for finding in line_findings(lines, TODAY)] == ["past"]


@pytest.mark.parametrize("name", ["kept_high", "contact_cost", "stop_date", "hits_low"])
def test_a_line_that_cannot_be_read_takes_part_in_no_sum(name: str):
    told = found({**overlay(CLASHING), name: "30 in March, 40 in April, 12%"})
    assert not any(name in finding.lines for finding in told.values() if finding.name != "no_day")


@pytest.mark.parametrize(
    "wrong", [dict(misses_of_100="120"), dict(success_low="20", success_high="10"), dict(rule_hits_of_100="90〜120")]
)
def test_one_line_that_cannot_be_true_hides_nothing_that_the_others_say(wrong: dict[str, str]):
    """Each of the three ways of being wrong by itself, over lines that contradict each other."""
    lines = dict(list_size="1,000", customers="800", hits_low="6", hits_high="7", kept_low="400", kept_high="500")
    sure = {"list_above_customers", "kept_above_list"}
    assert sure <= set(found(lines))
    assert set(found({**lines, **wrong})) == set(found(lines)) | {
        "success_turned" if "success_low" in wrong else "more_than_all"
    }


def test_the_sums_speak_of_no_churn_and_count_whole_people():
    says = [
        finding.says
        for change in ({"kept_high": "450"}, {"kept_high": "90"}, {"kept_low": "10"}, {"misses_of_100": "10"})
        for finding in found(
            {**WHOLE, "customers": "9,999", "leave_of_1000": "80", "kept_low": "30", "kept_high": "60", **change}
        ).values()
    ]
    assert len(says) >= 4
    assert not [text for text in says if re.search(r"leaver|would leave|解約|\d\.\d", f"{text.en}{text.ja}")]


def test_a_range_has_to_clash_with_all_that_it_may_mean():
    rule = dict(WHOLE, rule_hits_of_100="38〜45")
    assert "rule_is_better" not in found(rule)
    assert "may_not_beat_rule" in found(rule)
    assert "stop_before_check" not in found(dict(stop_date="06/07/2031", check_date="2031-06-30"))
    assert "stop_before_check" in found(dict(stop_date="06/07/2031", check_date="2031-07-30"))


def test_texts_with_braces_are_quoted_as_they_are():
    said = found(dict(owner="{0}", stop_rule="{text} {nothing}", reason_1="{x}", reason_2="{x}"))
    assert "{text} {nothing}" in said["stop_rule_open"].says.en
    assert "{x}" in said["same_reason"].says.ja
