"""mlcurric.subject.poc: lines that cannot stand, and why a plan cannot tell."""

import re
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from mlcurric.subject import osaka_setting, plan_findings, rehearse_osaka, why_not
from mlcurric.subject.poc.colleagues import COLLEAGUES, SOUND
from mlcurric.subject.poc.findings import can_be_rehearsed
from mlcurric.subject.poc.plan import NUMBERS
from mlcurric.subject.poc.setting import Setting, list_facts
from mlcurric.subject.poc.signers import NotEightNames, known_people, read_signers
from mlcurric.text import LANGUAGES, speaking

SETTING = osaka_setting()


def names(plan, setting=SETTING) -> list[str]:
    return [one.name for one in plan_findings(plan, setting)]


def test_a_sound_plan_has_no_findings_and_can_tell():
    assert names(SOUND) == []
    assert rehearse_osaka(SOUND).can_tell
    assert why_not(rehearse_osaka(SOUND)) is None


@pytest.mark.parametrize("line", NUMBERS)
@pytest.mark.parametrize("value", [-1e300, -1, 0, 5e-324, 1e-9, 0.5, 1e9, 1e300])
def test_any_number_gets_a_sentence_in_both_languages_or_passes(line: str, value: float):
    plan = replace(SOUND, **{line: value})
    found = plan_findings(plan, SETTING)
    for one in found:
        assert "{" not in one.says.en + one.says.ja + one.way_out.en + one.way_out.ja
        assert set(one.lines) <= set(SOUND.__dataclass_fields__)
    if value < 0 and line != "stop_below":
        assert found
    if can_be_rehearsed(plan, found) and plan.customers <= 3_000:
        assert rehearse_osaka(plan).worlds


@pytest.mark.parametrize(
    ("changed", "name", "says"),
    [
        ({"customers": 40_000}, "too_many_customers", "30,000 in all"),
        ({"customers": 2_400.5}, "part_of_a_customer", "2400.5"),
        ({"weeks": 27}, "too_short", "take 15 weeks"),
        ({"calls_a_week": 40}, "too_short", "take 30 weeks"),
        ({"cost": 1_800_000}, "incentive_forgotten", "1,800,000"),
        ({"cost": 10_800_000}, "cost_of_everybody", "1,200 of them are not called"),
        ({"signed_on": date(2027, 2, 1)}, "signed_after_start", "1 February 2027"),
        ({"starts_on": date(9999, 12, 1)}, "too_late", "after the year 9999"),
        ({"stop_below": 3}, "stop_above_go", "nothing lies between"),
        ({"hold_out_of_100": 0.03}, "hold_out_fraction", "0.03"),
    ],
)
def test_what_is_said_names_the_numbers(changed, name, says):
    found = {one.name: one for one in plan_findings(replace(SOUND, **changed), SETTING)}
    assert says in found[name].says.en


def test_the_cost_may_be_put_aside_with_or_without_those_who_leave():
    calls, leave = SOUND.calls, SETTING.leave_at(2_400) / 100
    for cost in (calls * 4_500, calls * (1_500 + 3_000 * (1 - leave))):
        assert names(replace(SOUND, cost=cost)) == []
    assert names(replace(SOUND, cost=calls * 6_000)) == ["cost_beside_calls", "over_budget"]


def test_nothing_is_held_against_facts_that_nobody_knows():
    assert names(replace(SOUND, smallest_effect=40, go_from=20, cost=1, weeks=1), Setting()) == []


def test_the_effect_pays_from_where_calls_earn_what_they_cost():
    from mlcurric.subject.poc.ground import company_models, osaka_ground

    facts = list_facts(osaka_ground())
    rows = osaka_ground().customers.head(1_800)
    churn = company_models().churn(rows)
    kept = churn["if_left_alone"] - churn["if_called"]
    # Scaled to the effect from which it pays, what is kept is worth exactly the contacts and the incentives.
    scale = facts.loc[1_800, "pays_from"] / (100 * kept.mean())
    earned = (scale * kept * rows["value"]).sum()
    # Whoever is kept then takes the incentive, too.
    paid = 1_500 * len(rows) + 3_000 * (1 - churn["if_left_alone"] + scale * kept).sum()
    assert earned == pytest.approx(paid, rel=1e-6)
    assert np.all(np.diff(facts["pays_from"]) > 0)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("who", "line"),
    [("sato", "decides"), ("yuki", "customers"), ("ken", "metric"), ("aya", "left_alone_by"), ("rin", "go_from")],
)
def test_a_colleagues_plan_fails_for_the_line_that_differs(who: str, line: str, lang: str):
    found = rehearse_osaka(COLLEAGUES[who])
    assert not found.can_tell
    with speaking(lang):
        assert line in str(why_not(found).says) + str(why_not(found).way_out)
    assert why_not(found).lines == (line,)
    assert names(COLLEAGUES[who]) == []


def test_the_way_out_of_too_few_customers_leads_out():
    small = replace(SOUND, customers=400)
    says = why_not(rehearse_osaka(small)).way_out.en
    go_from = float(says.rpartition("at ")[2].rstrip("."))
    needed = int(says.partition("about ")[2].split()[0].replace(",", ""))
    found = rehearse_osaka(replace(small, customers=needed, go_from=go_from, weeks=60))
    assert found.can_tell
    assert needed < 2_400


def test_the_way_out_of_a_threshold_leads_out():
    says = why_not(rehearse_osaka(replace(SOUND, go_from=1, stop_below=0.5))).way_out.en
    for go_from in map(float, says.partition("go_from of ")[2].split(" would")[0].split(" to ")):
        assert rehearse_osaka(replace(SOUND, go_from=go_from)).can_tell


def test_it_is_not_said_that_no_threshold_does_where_one_does():
    small = replace(SOUND, customers=1_000, smallest_effect=5.5, go_from=3.5)
    assert not rehearse_osaka(small).can_tell
    found = why_not(rehearse_osaka(small))
    assert found.name == "go_too_low"
    go_from = float(found.way_out.en.partition("go_from of ")[2].split(" ")[0])
    assert rehearse_osaka(replace(small, go_from=go_from)).can_tell


def test_the_way_out_of_a_stop_that_is_too_high_leads_out():
    plan = replace(SOUND, smallest_effect=6, go_from=4.9, stop_below=4.5)
    found = why_not(rehearse_osaka(plan))
    assert found.name == "stop_too_high"
    stop, low, high = map(float, re.findall(r"\d+(?:\.\d+)?", found.way_out.en))
    assert rehearse_osaka(replace(plan, stop_below=stop, go_from=(low + high) / 2)).can_tell


@pytest.mark.parametrize("hold_out", [1, 5])
def test_with_hardly_anybody_left_alone_halves_are_the_way_out(hold_out: float):
    plan = replace(SOUND, customers=1_300, hold_out_of_100=hold_out, weeks=60)
    found = why_not(rehearse_osaka(plan))
    assert found.name == "uneven_halves"
    needed, go_from = re.search(r"about ([\d,]+) customers would do.*, at ([\d.]+);", found.way_out.en).groups()
    changed = {"customers": int(needed.replace(",", "")), "go_from": float(go_from), "hold_out_of_100": 50}
    assert rehearse_osaka(replace(plan, **changed)).can_tell


def test_of_a_count_of_few_it_is_not_said_that_it_came_too_early():
    # Of 25 customers in a group each is 4 of 100: the middle of the runs lies where it can.
    assert why_not(rehearse_osaka(replace(SOUND, customers=50, smallest_effect=6))).name == "too_few"
    assert why_not(rehearse_osaka(replace(SOUND, weeks=15))).name == "counted_too_early"


@pytest.mark.parametrize(
    "text",
    [
        "Mr Sato, Nao, Ken, Yuki, Rin, Daichi, Takumi, Daichi",
        "佐藤さん、奈緒さん、健さん、由紀さん、凛さん、大地さん、拓海さん、大地さん",
        "ＳＡＴＯ；nao；ken；yuki；rin；daichi；takumi；daichi",
        "account manager: Sato, UX: Nao, Ken, Yuki, Rin, Daichi, Takumi, Daichi,",
    ],
)
def test_signers_are_read_as_people_write_them(text: str):
    assert read_signers(text, known_people()) == dict(SOUND.signed)


def test_signers_who_are_none_or_two_or_unknown():
    read = read_signers("-, Nao + Ken, Bob, 由紀さんと凛さん, なし, a/b, ?, c", known_people())
    assert list(read.values()) == [(), ("nao", "ken"), ("Bob",), ("yuki", "rin"), (), ("a", "b"), (), ("c",)]
    with pytest.raises(NotEightNames):
        read_signers("Sato")
