"""Each finding fires on the one change that makes a good sheet bad; the good sheets are silent in ``test_sheets``."""

import inspect
import re
from dataclasses import replace
from datetime import date

import pytest

from mlcurric.subject.ideathon.example import example_team
from mlcurric.subject.roles import ROLES as EIGHT
from mlcurric.subject.team import about_gifts, about_plan, about_raci, about_reasons, about_roles, together
from mlcurric.subject.team.about_plan import plan90_findings
from mlcurric.subject.team.about_raci import raci_findings
from mlcurric.subject.team.about_reasons import pre_mortem_findings
from mlcurric.subject.team.about_roles import role_map_findings
from mlcurric.subject.team.days import holidays_known
from mlcurric.subject.team.plan90 import read_plan
from mlcurric.subject.team.pre_mortem import REASONS, Cause, read_pre_mortem
from mlcurric.subject.team.raci import read_raci
from mlcurric.subject.team.role_map import Seat, read_role_map
from mlcurric.subject.team.together import team_findings

from .conftest import PLAN, PRE_MORTEM, RACI, ROLES  # isort: skip

GAP = "プロジェクトエンジニアリングマネージャー,,,PdM,2/5(金),由紀さんに週4時間を頼む,,"
FOUR = "MLOps,凛,1,,,,,\nインフラ,凛,1,,,,,\nアプリエンジニア,凛,1,,,,,"
ON_ROLES = [
    ("UXデザイナー,奈緒", "UXデザイナー,みんな", "role_everybody"),
    ("UXデザイナー,奈緒", "UXデザイナー,AI", "role_machine"),
    ("UXデザイナー,奈緒", "UXデザイナー,営業部", "role_group"),
    (",,,PdM,2/5(金)", ",,,開発部,2/5(金)", "closer_group"),
    (",,,PdM,2/5(金)", ",,,AI,2/5(金)", "closer_machine"),
    ("2/5(金)", "", "gap_without_day"),
    ("2/5(金)", "2/6(土)", "gap_day_off"),
    ("由紀さんに週4時間を頼む", "", "gap_without_way"),
    ("凛,20", "凛,0", "no_hour"),
    ("凛,20", "凛,", "hours_open"),
    ("凛,20", "凛・健,20", "hours_shared"),
    ("凛,20", "凛,50", "overbooked"),
    ("アプリエンジニア,拓海,10,,,,CRMの担当,", FOUR, "many_roles"),
    ("アカウントマネージャー,佐藤さん,4,,,,森さんへの説明を担当", "アカウントマネージャー,遥,4,,,,", "go_by_pdm"),
    ("アカウントマネージャー,佐藤さん,4,,,,森さんへの説明を担当,123\nUXデザイナー,奈緒", "UXデザイナー,", "all_gaps_pdm"),
]  # fmt: skip
ON_RACI = [
    ("ラベルを決める,C,A", "ラベルを決める,C,C", "no_a"),
    ("ラベルを決める,C,A", "ラベルを決める,A,A", "several_a"),
    ("ラベルを決める,C,A,,R,R", "ラベルを決める,C,A,,C,I", "no_r"),
    ("結果を数える", "ラベルを決める", "task_twice"),
    ("資料をまとめる,AR,C,R,,C,,,I", "資料をまとめる,AR,C,R,C,C,C,C,I", "all_consulted"),
    ("ＡＲ,R,,2027-03-15", "ＡＲ,R,,2027-03-12", "away"),
    ("ＡＲ,R,,2027-03-15", "ＡＲ,R,,2027-03-14", "day_off"),
    ("ラベルを決める,C,A", "ラベルを決める,A,C", ""),
    ("ラベルを決める,C,A,,R,R", "ラベルを決める,C,C,,R,AR", "many_a"),
    ("作業,遥", "作業,営業部", "raci_group"),
    ("作業,遥", "作業,みんな", "raci_everybody"),
    ("C,I,2027-02-05", "C,,2027-02-05", ""),
    ("資料をまとめる,AR,C,R,,C", "資料をまとめる,AR,C,,,C", "no_letter"),
]
ON_REASONS = [
    ("専門家がいない,MLOpsが空席", "法律,MLOpsが空席", "left_out"),
    ("専門家がいない,MLOpsが空席,凛さんと健さんがいる", "専門家がいない,なし,", "no_evidence"),
    ("凛さんと健さんがいる", "たぶん凛さんがやる", "hunch"),
    (",60,", ",,", "likely_open"),
    (",40,数字", ",5,数字", "likely_low"),
    (",10,判断", ",70,判断", "likely_high"),
    ("判断の会議が2度延びる,佐藤", "判断の会議が2度延びる,", "sign_unwatched"),
    ("判断の会議が2度延びる,佐藤", ",佐藤", "watches_nothing"),
    ("佐藤,2027-02-26", "佐藤,", "no_look"),
    ("佐藤,2027-02-26", "佐藤,2027-02-27", "look_day_off"),
    ("佐藤,2027", "みんな,2027", "watcher_everybody"),
    ("佐藤,2027", "翔太と由美,2027", "several_watchers"),
    ("佐藤,2027", "営業部,2027", "watcher_group"),
    ("毎週金曜に20件を埋め直す", "", "no_action"),
    ("毎週金曜に20件を埋め直す", "しっかり連携します。", "empty_remedy"),
    ("データの質が悪い,", "目標,", "reason_twice"),
]
ON_PLAN = [
    ("# 開始日: 2027-01-21\n", "", "no_start"),
    ("4/16,", ",", "no_day"),
    ("2/16,3/31", "2/16,2/1", "ends_first"),
    ("4/16,", "5/11,", "outside"),
    ("4/16,", "1/14,", "outside"),
    ("4/5,", "4/4,", "day_off"),
    ("2/16,3/31", "2/16,3/27", "until_day_off"),
    ("2/16,3/31", "2/16,", "poc_open_end"),
    ("2/16,3/31", "2/16,5/31", "poc_runs_on"),
    ("1枚の結果,健", "1枚の結果,", "no_owner"),
    ("1枚の結果,健", "1枚の結果,みんな", "owner_everybody"),
    ("1枚の結果,健", "1枚の結果,健・凛", "several_owners"),
    ("1枚の結果,健", "1枚の結果,翔太と由美", "several_owners"),
    ("1枚の結果,健", ",健", "no_output"),
    ("佐藤,森・遥・彩", "佐藤,", "no_attendees"),
    ("次の打ち合わせ", "マイルストーン", "no_meeting"),
    ("2/2(火)", "2/9(火)", "meeting_late"),
    ("4/5,,経営判断", "4/5,,作業", "no_executive_date"),
    ("3/5,,usable", "3/5,,作業", "no_gift"),
    ("3人が5分で操作できた", "なし", "gift_without_evidence"),
    ("3/12,,feasible", "4/6,,feasible", "gift_too_late"),
    ("3/12,,feasible", "4/5,,feasible", "gift_on_the_day"),
    ("森・遥・彩", "遥・彩", "sponsor_missing"),
    ("非介入群,くじ", "作業,くじ", "no_hold_out"),
    ("2/15,,非介入群", "2/17,,非介入群", "hold_out_late"),
    ("2/16,3/31,PoC", "2/16,3/31,作業", "no_poc"),
    ("2/16,3/31,PoC", "2/16,4/12,PoC", "roll_out_before_poc"),
    ("2/16,3/31,PoC", "2/16,4/9,PoC", "decided_before_poc"),
    ("4/12,,展開", "4/2,,展開", "roll_out_before_decision"),
    ("3/5,,usable", "3/5,,usable", ""),
]
BAD = [
    *(("roles", *each) for each in ON_ROLES),
    *(("raci", *each) for each in ON_RACI),
    *(("reasons", *each) for each in ON_REASONS),
    *(("plan", *each) for each in ON_PLAN),
]
SHEETS = {
    "roles": (ROLES, read_role_map, role_map_findings),
    "raci": (RACI, read_raci, raci_findings),
    "reasons": (PRE_MORTEM, read_pre_mortem, pre_mortem_findings),
    "plan": (PLAN, read_plan, plan90_findings),
}


@pytest.mark.parametrize(("kind", "good", "bad", "name"), BAD)
def test_a_finding_fires(kind, good, bad, name, typed):
    text, read, find = SHEETS[kind]
    assert good in text
    found = find(read(typed(text.replace(good, bad, 1))).sheet)
    # An empty name: this change is fine too.
    assert {finding.name for finding in found} >= {name} if name else found == []
    for finding in found:
        assert finding.lines
        for said in (finding.says, finding.way_out):
            assert not re.search(r"[{}]", said.en + said.ja)
            assert re.search(r"[.?!”]$", said.en)
            assert re.search(r"[。?」]$", said.ja)


def test_all_alike_and_one_who_owns_most(typed):
    same = re.sub(r",(\d\d),", ",30,", PRE_MORTEM)
    assert "all_alike" in [each.name for each in pre_mortem_findings(read_pre_mortem(typed(same)).sheet)]
    owned = re.sub(r",(?:彩|健|拓海),", ",凛,", PLAN)
    assert "owns_most" in [each.name for each in plan90_findings(read_plan(typed(owned)).sheet)]


def test_a_phase_that_is_written_and_another_day(typed):
    text = "# start: 2027-01-21\n期,日付,内容\n60,2/12,作る\n"
    names = [each.name for each in plan90_findings(read_plan(typed(text)).sheet)]
    assert "other_phase" in names
    assert names.count("empty_phase") == 2


@pytest.mark.parametrize(("phase", "silent"), [(30, False), (60, True), (90, True)])
def test_what_lasts_may_stand_in_any_phase_in_which_it_goes_on(phase, silent, typed):
    text = f"# start: 2027-01-21\n期,日付,終わる日,種類,内容\n{phase},3/8,4/9,試行,試す\n"
    sheet = read_plan(typed(text)).sheet
    assert ("other_phase" not in [each.name for each in plan90_findings(sheet)]) is silent
    assert [days for days, steps in sheet.by_phase.items() if steps] == [phase if silent else 60]


@pytest.mark.skipif(not holidays_known(), reason="jpholiday is not installed")
def test_a_meeting_on_a_public_holiday_cannot_stand(typed):
    found = plan90_findings(read_plan(typed(PLAN.replace("2/2(火)", "2/11"))).sheet)
    off = next(each for each in found if each.name == "day_off")
    assert not off.asks
    assert "建国記念の日" in off.says.ja
    assert "2月10日(水)" in off.way_out.ja
    assert "2月12日(金)" in off.way_out.ja


def test_the_sheets_held_against_each_other(typed, names):
    good = {kind: SHEETS[kind][1](typed(SHEETS[kind][0], f"{kind}.csv")).sheet for kind in SHEETS}
    without_aya = read_role_map(typed(ROLES.replace("現場のリーダー,彩,3,,,,,\n", ""), "a.csv")).sheet
    assert names(team_findings(without_aya, good["raci"], good["reasons"], good["plan"])) == [
        "not_on_map_raci",
        "not_on_map_plan",
    ]
    late = read_role_map(typed(ROLES.replace("3/19", "4/16"), "b.csv")).sheet
    assert names(team_findings(late, plan=good["plan"])) == ["gap_at_roll_out"]
    later = read_role_map(typed(ROLES.replace("3/19", "2027-06-01"), "c.csv")).sheet
    assert names(team_findings(later, plan=good["plan"])) == ["gap_after_plan"]
    calm = read_pre_mortem(typed(PRE_MORTEM.replace("MLOpsが空席", ""), "d.csv")).sheet
    assert names(team_findings(good["roles"], pre_mortem=calm)) == ["specialists_or_gaps"]
    assert team_findings() == []


def test_a_sheet_that_nobody_has_filled_in_says_nothing_against_the_others():
    team = example_team("ja")
    blank = replace(team.roles, seats=tuple(Seat(role) for role in EIGHT))
    causes = tuple(Cause(reason) for reason in REASONS)
    calm = replace(team.pre_mortem, causes=causes)
    assert blank.gaps
    assert team_findings(blank, team.raci, team.pre_mortem, team.plan) == []
    assert team_findings(blank, pre_mortem=calm) == []
    # Of a reason that nobody has thought about yet nothing is known.
    begun = replace(calm, causes=tuple(Cause(each.reason, likely=10) if each.reason != "specialists" else each for each in causes))  # fmt: skip
    assert team_findings(team.roles, pre_mortem=begun) == []


def test_every_finding_is_tried_here():
    source = inspect.getsource(inspect.getmodule(test_every_finding_is_tried_here))
    modules = (about_roles, about_raci, about_reasons, about_plan, about_gifts, together)
    made = {
        name
        for module in modules
        for name in re.findall(r'(?:clash|question|make)\(\s*"(\w+)"', inspect.getsource(module))
    }
    assert len(made) > 50
    # What a sheet hears that nobody has begun is tried in test_sheets.
    made.remove("blank")
    assert {name for name in made if f'"{name}"' not in source} == set()


def test_an_empty_sheet_breaks_nothing(typed):
    for kind, heading in (("roles", "役割"), ("raci", "作業"), ("reasons", "理由"), ("plan", "内容")):
        _, read, find = SHEETS[kind]
        sheet = read(typed(f"{heading},備考\n", f"{kind}.csv"), date(2027, 1, 21)).sheet
        assert isinstance(find(sheet), list)
