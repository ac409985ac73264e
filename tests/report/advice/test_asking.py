"""The question whom a contact would wake: of little use by the value itself, and never everybody."""

import re
from dataclasses import replace

import numpy as np
import pytest
from report.by_hand import customers, read

from mlcurric.report.advice.asking import questions_to_ask
from mlcurric.report.advice.guesses import about_guesses
from mlcurric.report.advice.lexicon import quiet_side
from mlcurric.report.advice.listing import AtRisk, Listed
from mlcurric.report.advice.words import Words
from mlcurric.report.reading.kinds import Kind
from mlcurric.subject.explain.reasons import Reason, ReasonCodes
from mlcurric.text import T

SAID = T("average: 0", "平均: 0")


def asked_of(column, values, listed, kind=Kind.NUMBER, contacting=True):
    people = customers(
        {column: read(column, np.asarray(values, dtype=float), kind)}, [True, False] * (len(values) // 2)
    )
    reason = Reason(column, 9, T(column, column), SAID, SAID, False)
    codes = ReasonCodes((reason,), 0, 9, 0.3, 0.2)
    rows = tuple(Listed(at, row, row, f"C{row}", 0.3, codes) for at, row in enumerate(listed, 1))
    return questions_to_ask(AtRisk(rows, len(values), SAID, np.empty(0), Words({}, {})), people, contacting=contacting)


@pytest.mark.parametrize("guessed", [("usage",), ()])
def test_what_is_only_guessed_is_not_said_flatly(guessed):
    """“Nobody can change it” stood there of a column that the list marks “cannot?”."""
    people = customers({"usage": read("usage", np.arange(4.0))}, [True, False] * 2)
    codes = ReasonCodes((Reason("usage", 9, T("usage", "usage"), SAID, SAID, False),), 0, 9, 0.3, 0.2)
    at_risk = AtRisk((Listed(1, 0, 0, "C0", 0.3, codes),), 4, SAID, np.empty(0), Words({}, {}, guessed))
    asks = next(each for each in questions_to_ask(at_risk, people) if "first reason" in each.en)
    assert ("by its name, nobody can change it (a guess). If so, what" in asks.en) == bool(guessed)
    assert ("is the first reason, and nobody can change it. What" in asks.en) == (not guessed)
    assert ("推測です" in asks.ja) == bool(guessed)
    assert ("これは変えられません。" in asks.ja) == (not guessed)


def waking(column, values, listed, kind=Kind.NUMBER):
    return asked_of(column, values, listed, kind)[-1]


def test_only_those_whose_use_is_low_are_named():
    values = [-5.0, -4.0, -3.0, 5.0, 4.0, 3.0, 6.0, 7.0]
    asks = waking("usage_change", values, range(8))
    assert "For 3 of 8 on the list, “usage_change” is lower than usual" in asks.en
    assert "C0, C1, C2" in asks.en
    assert "リストの8人のうち3人で、「usage_change」がふつうより小さく" in asks.ja
    assert "Leave those out" in asks.en


def test_counts_are_many_or_few_and_days_long_ago():
    few = waking("利用回数", np.arange(10.0), range(3))
    assert "「利用回数」がふつうより少なく(平均: 0)" in few.ja
    assert "“利用回数” is lower than usual" in few.en
    many = waking("最終ログインからの日数", np.arange(10.0), range(6, 9))
    assert "「最終ログインからの日数」がふつうより多く" in many.ja
    days = waking("last_login", np.arange(10.0), [8, 9], Kind.DAY)
    assert "“last_login” is longer ago than usual (average: 0)" in days.en
    assert "「last_login」がふつうより古く(平均: 0)、これは" in days.ja


def test_a_change_upwards_is_no_sleep_though_others_rose_more():
    values = [8.0, 1.0, 2.0, -1.0] + [9.0] * 6
    assert "For 1 of 3 on the list" in waking("usage_change", values, [1, 2, 3]).en


def test_nobody_is_asked_to_leave_out_most_of_the_list():
    asks = waking("days_since_last_login", np.arange(10.0), [6, 7, 8, 9])
    assert "For all 4 on the list, “days_since_last_login” is higher than usual" in asks.en
    assert "cannot all be left out" in asks.en
    assert "out of the first round" not in asks.en
    assert "最初の回からは外しましょう" not in asks.ja


def test_a_list_of_one_is_not_asked_whom_of_it_to_leave_out():
    asks = waking("days_since_last_login", np.arange(10.0), [9])
    assert "For the one on the list, " in asks.en
    assert "リストの1人で、" in asks.ja
    for some in ("cannot all", "which of", "any of these", "全員は外せません", "このうち"):
        assert some not in asks.en + asks.ja


@pytest.mark.parametrize(
    ("listed", "english", "japanese"),
    [
        ([7, 0, 1, 2], "On the list: C7.", "リストではC7です。"),
        ([6, 7, 8, 9, 0, 1, 2, 3], "The first of them: C6, C7, C8.", "上から順にC6、C7、C8などです。"),
    ],
)
def test_whoever_may_be_asleep_is_named_and_the_first_of_them_where_they_are_more(listed, english, japanese):
    asks = waking("days_since_last_login", np.arange(10.0), listed)
    assert english in asks.en
    assert japanese in asks.ja


@pytest.mark.parametrize("size", [1, 2, 5])
def test_japanese_reads_well_of_one_of_some_and_of_all_on_the_list(size):
    """「リストの184人は全員には、…」「…は全員は、…」「…は全員で、…」."""
    logins, codes = np.arange(10.0), {}
    for can_act in (True, False, None):
        for column, kind in (("logins", Kind.NUMBER), ("is_active", Kind.FLAG), ("last_login", Kind.DAY)):
            reason = Reason(column, 9, T(column, column), SAID, SAID, can_act)
            codes[column, kind, can_act] = ReasonCodes((reason,), 0, 9, 0.3, 0.2)
    told = []
    for (column, kind, _), with_reason in codes.items():
        values = logins > 5 if kind == Kind.FLAG else logins
        people = customers({column: read(column, np.asarray(values, dtype=float), kind)}, [True, False] * 5)
        for count in range(1, size + 1):
            without = replace(with_reason, reasons=())
            rows = tuple(
                Listed(at, row, row, f"C{row}", 0.3, with_reason if at <= count else without)
                for at, row in enumerate(range(9, 9 - size, -1) if kind == Kind.DAY else range(size), 1)
            )
            told += questions_to_ask(AtRisk(rows, 10, SAID, np.empty(0), Words({}, {})), people)
            told += [each.says for each in [about_guesses(Words({}, {}, asked=(column,)), "w.csv", rows)] if each]
    said = "".join(each.ja for each in told)
    whole, some = ("リストの1人", "") if size == 1 else (f"リストの{size}人全員", f"リストの{size}人のうち1人")
    for frame in ("について、「手を打てる」の印", "で、いちばんの理由は「", "で、「logins」がふつうより少なく"):
        assert whole + frame in said
    assert f"{whole}で、「is_active」が「平均: 0」になっていて(平均: 0)、これは" in said
    assert f"{whole}で、「last_login」がふつうより古く(平均: 0)、これは" in said
    assert some in said
    assert not re.search(r"は全員[はにでが]|全員[はに][はに、]|全員のうち|人は1人", said)


def test_where_nobody_is_on_that_side_no_column_is_named():
    assert "logins" not in waking("logins", np.arange(10.0), [7, 8, 9]).en


@pytest.mark.parametrize(
    ("column", "kind", "side"),
    [
        ("logins_per_week", Kind.NUMBER, "low"),
        ("月間ログイン回数", Kind.NUMBER, "low"),
        ("days_since_last_login", Kind.NUMBER, "high"),
        ("最終ログインからの日数", Kind.NUMBER, "high"),
        ("last_login", Kind.DAY, "high"),
        ("login_date", Kind.DAY, "high"),
        ("is_active", Kind.FLAG, "low"),
        ("inactive", Kind.FLAG, "high"),
        ("利用月数", Kind.NUMBER, None),
        ("usage", Kind.CATEGORY, None),
        ("price", Kind.NUMBER, None),
    ],
)
def test_a_name_tells_on_which_side_a_customer_is_quiet(column, kind, side):
    assert quiet_side(column, kind) == side


@pytest.mark.parametrize(
    ("can_act", "english", "japanese"),
    [
        (False, "nobody can change it", "これは変えられません"),
        (None, "stayed because of a change", "ここが変わったから残った"),
        (True, "stayed because of a change", "ここが変わったから残った"),
    ],
)
def test_nobody_is_asked_what_came_of_a_change_in_what_cannot_change(can_act, english, japanese):
    people = customers({"joined": read("joined", np.arange(8.0))}, [True, False] * 4)
    codes = ReasonCodes((Reason("joined", 9, T("joined", "入会日"), SAID, SAID, can_act),), 0, 9, 0.3, 0.2)
    rows = tuple(Listed(at, at, at, f"C{at}", 0.3, codes) for at in range(1, 5))
    asked = questions_to_ask(AtRisk(rows, 8, SAID, np.empty(0), Words({}, {})), people)
    (about,) = (each for each in asked if "first reason" in each.en)
    assert english in about.en
    assert japanese in about.ja


def test_where_nobody_is_contacted_nobody_is_asked_whom_to_leave_out_of_it_nor_what_to_say():
    for contacting in (True, False):
        asked = asked_of("days_since_last_login", np.arange(10.0), [3, 8], contacting=contacting)
        for english, japanese in (("first round", "最初の回"), ("What would be said", "何を話しますか")):
            assert any(english in each.en for each in asked) == contacting
            assert any(japanese in each.ja for each in asked) == contacting
        assert any("first reason" in each.en for each in asked)
