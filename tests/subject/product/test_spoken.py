"""mlcurric.subject.product: what two new users typed at the capstone, and what it says to them, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from mlcurric.subject.product import Collected, line_findings

TODAY = date(2031, 5, 14)
KEPT = dict(
    list_size="100", hits_low="20", hits_high="30", success_low="10", success_high="20", kept_low="2", kept_high="6"
)
ALL_HITS = dict(list_size="2,000", hits_low="20", hits_high="30", leave_of_1000="60", misses_of_100="50")
SPAN = dict(lead_time="14", horizon="60", day_we_look="every Monday")

# What was typed; the sign before it: ≠ cannot stand, ? may be meant; what is said.
SAID = [
    ({**KEPT, "stop_rule": "fewer than 100 of 30 kept"}, "≠", "“100 of 30” cannot be counted.", "「30人中100人」は数えられません。"),
    ({**KEPT, "stop_rule": "防げたのが30人中100人未満なら中止"}, "≠", "“100 of 30” cannot be counted.", "「30人中100人」は数えられません。"),
    ({**KEPT, "stop_rule": "20 out of 10 customers kept"}, "≠", "“20 of 10” cannot be counted.", "「10人中20人」は数えられません。"),
    ({**KEPT, "stop_rule": "fewer than 20 of 100 kept"}, "?", "You stop below 20 kept, but promise 6 at best: you would always stop.", "20人未満なら中止とありますが、約束は最大6人です。必ず中止になります。"),
    ({**KEPT, "stop_rule": "防げたのが１００人中２０人未満なら中止"}, "?", "You stop below 20 kept, but promise 6 at best: you would always stop.", "20人未満なら中止とありますが、約束は最大6人です。必ず中止になります。"),
    ({**KEPT, "stop_rule": "引き止めが20件に届かなければやめる"}, "?", "You stop below 20 kept, but promise 6 at best: you would always stop.", "20件未満なら中止とありますが、約束は最大6件です。必ず中止になります。"),
    ({**KEPT, "stop_rule": "リスト100人中20人も防げなければやめる"}, "≠", "You stop below 20 kept, but promise 6 at best: you would always stop.", "20人未満なら中止とありますが、約束は最大6人です。必ず中止になります。"),
    ({**KEPT, "stop_rule": "fewer than 34 hits of 100 in two weeks running"}, "≠", "You stop below 34 hits of 100, but expect 30 of 100 at best: you would always stop.", "当たりが100人中34人未満なら中止とありますが、見込みは100人中最大30人です。必ず中止になります。"),
    (dict(headline="Likely to leave because of missed lessons"), "?", "says what causes it", "原因を言っています"),
    (dict(headline="Leaving due to the price"), "?", "says what causes it", "原因を言っています"),
    (dict(headline="Leaving, caused by two missed lessons"), "?", "says what causes it", "原因を言っています"),
    (dict(headline="2回休んだので退会しそう"), "?", "says what causes it", "原因を言っています"),
    (dict(reason_1="レッスンを2回続けて休んだから退会する"), "?", "says what causes it", "原因を言っています"),
    (dict(reason_2="値上げしたため使わなくなったかもしれない"), "?", "says what causes it", "原因を言っています"),
    (dict(reason_3="2回休んだせいで退会"), "?", "says what causes it", "原因を言っています"),
    (dict(reason_3="退会するのは2回続けて休んだから"), "?", "says what causes it", "原因を言っています"),
    (dict(headline="30.5% likely to leave"), "?", "“30.5%” is more exact than anybody can know. Can you write how many of 100 alike, with a range?", "「30.5%」ほど細かくは、誰にもわかりません。似た100人のうち何人か、幅も書けませんか。"),
    (dict(headline="92%の確率で退会"), "?", "“92%”: of whom was it counted? Can you write how many of 100 alike, with a range?", "「92%」だけでは、誰を数えたのかわかりません。似た100人のうち何人か、幅も書けませんか。"),
    (dict(reason_1="退会リスク 0.92"), "?", "“0.92”: of whom was it counted?", "「0.92」だけでは"),
    (dict(sponsor="the management"), "?", "“the management” is a group. Who in it?", "「the management」は集団です。その中の誰ですか。"),
    (dict(sponsor="経営陣"), "?", "“経営陣” is a group. Who in it?", "「経営陣」は集団です。その中の誰ですか。"),
    (dict(data_owner="IT"), "?", "“IT” is a group.", "「IT」は集団です。"),
    (dict(goal="fewer pupils leave"), "?", "From what to what, and by when?", "いくつから、いくつに、いつまでに?"),
    (dict(goal="退会率を下げる"), "?", "can anybody ever say that it was missed?", "「退会率を下げる」で、届かなかったと言える日は来ますか。"),
    (dict(goal="退会を30人から20人に"), "?", "By when?", "いつまでにですか。"),
    (dict(goal="Fewer leave by July 2032"), "?", "From what to what?", "いくつから、いくつになりますか。"),
    (dict(goal="From 60 to 40 leavers by 1 July 2033", stop_date="2032-07-01"), "?", "You would stop before the goal's own day (2032-07-01, 1 July 2033), and never know whether it was reached.", "目標の日(2033年7月1日)より前(2032-07-01)に止めることになり、達したかどうかわからないままになります。"),
    (dict(goal="2034年末までに退会を20人に", stop_date="2032-07-01"), "?", "the goal's own day (2032-07-01, 2034)", "目標の日(2034年)"),
    (dict(check_date="03/04/2032"), "?", "3 April or 4 March? Write 2032-04-03 or 2032-03-04.", "3月4日ですか、4月3日ですか。2032-03-04 か 2032-04-03 のように書いてください。"),
    (dict(day_we_look="3.4.2032"), "?", "3 April or 4 March?", "3月4日ですか、4月3日ですか。"),
    (dict(stop_date="03/04/32"), "?", "Which of the three is the year?", "どれが年ですか。"),
    (dict(check_date="31 February"), "≠", "There is no 31 February.", "2月31日という日はありません。"),
    (dict(stop_date="2032年2月31日"), "≠", "There is no 31 February.", "2月31日という日はありません。"),
    (dict(first_meeting="2031-02-29"), "≠", "There is no 29 February 2031.", "2031年2月29日という日はありません。"),
    (dict(check_date="31/11/2031"), "≠", "There is no “31/11/2031”.", "「31/11/2031」という日はありません。"),
    (dict(feature_provides="30 names each month", list_size="100"), "?", "You hand over 30 names; the list has 100.", "渡すのは30人、リストは100人です。"),
    (dict(feature_provides="毎月30名のリスト", list_size="100人"), "?", "You hand over 30 names; the list has 100.", "渡すのは30人、リストは100人です。"),
    (dict(feature_provides="a list of 40 appointments", list_size="100"), "?", "You hand over 40 appointments; the list has 100.", "リストは100人です。"),
    ({**ALL_HITS, "customers": "1,000"}, "≠", "The list would hold 400 to 600 hits, but it happens to only 60 of your 1,000.", "リストの当たりは400〜600人になりますが、1,000人のうち実際にそうなるのは60人です。"),
    ({**ALL_HITS, "misses_of_100": ""}, "?", "You would need 6,700 customers at least.", "顧客が少なくとも6,700人いないと合いません。"),
    ({**KEPT, "hits_low": "40", "kept_low": "90", "kept_high": "150"}, "≠", "150 are to be kept of a list of 100.", "リストは100人なのに、防げる件数が150件になっています。"),
    ({**KEPT, "kept_low": "150", "kept_high": "90"}, "≠", "The list holds 30 hits at most, and you would keep 150.", "リストの当たりは多くても30人なのに、防げる件数が150件になっています。"),
    ({**SPAN, "check_date": "1 May 2032", "first_meeting": "15 May 2032"}, "?", "The check is before the first meeting: 1 May 2032, 15 May 2032.", "確認する日(1 May 2032)が、最初の打ち合わせ(15 May 2032)より前です。"),
    (dict(check_date="2031-05-01"), "?", "Checked on: “2031-05-01” is over.", "確認する日「2031-05-01」は、もう過ぎています。"),
]  # fmt: skip


def said(texts: dict[str, str]) -> list[tuple[str, str, str]]:
    """The sign, the English and the Japanese of each finding."""
    return [
        ("?" if each.asks else "≠", f"{each.says.en} {each.way_out.en}", f"{each.says.ja}{each.way_out.ja}")
        for each in line_findings(Collected(texts), TODAY)
    ]


@pytest.mark.parametrize(("texts", "sign", "en", "ja"), SAID, ids=[case[2][:40] for case in SAID])
def test_it_is_said_with_its_sign(texts: dict[str, str], sign: str, en: str, ja: str):
    assert [each for each in said(texts) if each[0] == sign and en in each[1] and ja in each[2]], said(texts)


@pytest.mark.parametrize(
    ("texts", "unsaid"),
    [
        (dict(hits_low="120", hits_high="30"), "Swap the two"),
        (dict(hits_low="120", hits_high="120"), "not a range"),
        ({**ALL_HITS, "customers": "1,000"}, "so of 100 it misses"),
        ({**SPAN, "check_date": "1 May 2032", "first_meeting": "15 May 2032"}, "fewer than the 74 days"),
        (dict(check_date="31 February"), "has no year"),
        (dict(check_date="31 February"), "names no day"),
    ],
)
def test_what_follows_from_a_finding_is_not_said_beside_it(texts: dict[str, str], unsaid: str):
    assert said(texts)
    assert not [each for each in said(texts) if unsaid in each[1]]


@pytest.mark.parametrize(
    ("change", "sign"), [({}, "≠"), (dict(list_size=""), "≠"), (dict(kept_low=""), "≠"), (dict(success_low=""), "?")]
)
def test_a_rule_that_may_count_hits_clashes_only_if_it_is_too_high_for_them(change: dict[str, str], sign: str):
    rule = {**KEPT, "stop_rule": "防げたのが100人中25人未満なら中止", **change}
    assert [each for each, english, _ in said(rule) if "you would always stop" in english] == [sign]


def test_a_list_finds_no_more_than_there_are():
    texts = dict(
        list_size="200", hits_low="20", hits_high="40", customers="1,000", leave_of_1000="60", misses_of_100="90"
    )
    assert any("finds 40 to 60 of the 60" in english for _, english, _ in said(texts))


def test_a_clash_hides_no_other_that_does_not_follow_from_it():
    texts = {**KEPT, "hits_low": "40", "kept_low": "90", "kept_high": "150", "customers": "80"}
    assert len([sign for sign, *_ in said(texts) if sign == "≠"]) == 3
