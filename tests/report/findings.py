"""Made-up findings about a table, for the tests of the page: a list whose numbers are known beforehand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace as Some

import numpy as np
import pandas as pd

from mlcurric.report.advice.experiment import Choice, Plan
from mlcurric.report.advice.listing import AtRisk, Listed
from mlcurric.report.advice.missing import Missing
from mlcurric.report.advice.promised import Line, Promise
from mlcurric.report.advice.words import Words
from mlcurric.report.page.page import Found
from mlcurric.report.remark import Remark
from mlcurric.report.request import Request
from mlcurric.subject.expectation import Counted, Decision
from mlcurric.subject.explain.reasons import Reason, ReasonCodes
from mlcurric.subject.intervals import Measured
from mlcurric.subject.metrics.calibration import calibration_table
from mlcurric.subject.metrics.confusion import Confusion
from mlcurric.subject.ranges import Range
from mlcurric.text import T

NAMES = ("tickets", "tenure", "last login", "fee", "contract")


def found(
    winner: str = "model", customers: int = 40, id: str = "K", label: str = "tickets", people: int = 3_000
) -> Found:
    """Findings in which ``winner`` won; with nobody, the list is empty."""
    luck = np.random.default_rng(0)
    risk = luck.beta(1, 8, 3_000)
    contest = Some(
        rule=Some(in_words=lambda wordings, of=100: same("the shortest tenure first")),
        model=Some(says=same("a score learned from 5 columns")),
        winner=winner,
        of_rule=Confusion(110, 190, 160, 2_540),
        of_model=Confusion(123, 177, 147, 2_553),
        k=300,
        better_by=Measured(0.043, 0.01, 0.08),
        said_and_came=calibration_table(luck.random(3_000) < risk, risk, 5).assign(lowest=np.linspace(0, 0.8, 5)),
        trusted=True,
        said_of=100,
        has_order=winner != "nobody",
        remarks=(),
    )
    rows = () if winner == "nobody" else tuple(listed(place, id, label) for place in range(1, customers + 1))
    return Found(
        request=Request(Path("customers.csv"), "churned", "id", 300, Path("report.html"), within="3 months"),
        name="customers.csv",
        customers=Some(
            left=pd.Series([True] * 300 + [False] * 2_500 + [pd.NA] * 200, dtype="boolean"),
            people=people,
            observed=pd.Series(pd.to_datetime(["2026-01-01", "2026-04-01"])),
            today=date(2026, 11, 23),
            currency="¥",
            columns={name: column(name) for name in NAMES},
            aside={"memo": same("a free text")},
            remarks=(Remark("odd", same("“fee” holds 3 cells that are no numbers.")),),
        ),
        suspects=[Some(column="cancel date", grade="answer", is_out=True, why=same("Filled in for leavers."), way_out=same("Out."), for_maker=None)],
        learned=NAMES,
        split=Some(
            learn=np.arange(2_000), judge=np.arange(3_000), today=np.arange(3_000), by_date=True,
            judged_from=date(2026, 3, 1), listed_kind="not yet known", remarks=(), changed=None,
            once=True,
        ),
        contest=contest,
        at_risk=AtRisk(rows, 3_000, same("There is no list."), np.zeros(1), Words({}, {})),
        promise=promise(len(rows)),
        plan=Plan(same("Draw 10 by lot."), same("Why."), same("Compare."), (Choice(10, 30, 0.4),), 0, (same("Who?"),)),
        remarks=(),
        about_words=(),
        alone=frozenset(range(3, len(rows), 4)),
        files=("report.xlsx", "report-words.csv"),
    )  # fmt: skip


def same(text: str) -> T:
    return T(text, text)


def column(name: str) -> Some:
    return Some(name=name, missing=12, odd=3, odd_examples=((12, "abc"),), values=pd.Series(range(3_000)))


def listed(place: int, id: str, label: str) -> Listed:
    points, rest = (18, 12, -6 - place % 3, 5), -3
    reasons = tuple(
        Reason(
            name,
            each,
            same(label if name == "tickets" else name),
            same("4"),
            same("average: 1.2"),
            can_act,
            same("Do."),
        )
        for name, each, can_act in zip(NAMES, points, (True, False, None, None), strict=False)
    )
    codes = ReasonCodes(reasons, rest, sum(points) + rest, 0.42, 0.09)
    return Listed(place, place, place + 1, f"{id}{place:05d}", 0.42, codes, 1_000.0 * place)


def promise(size: int) -> Promise:
    if not size:
        return Promise(0, None, None, None, None, None, None, None, "¥", Decision.NO_GO, same("No-go."), same("Later."))
    evidence = Some(
        hits=Counted(123, 300),
        missed=Some(share=0.54),
        time=None,
        fewer=None,
        cut=None,
        next_look=None,
        is_narrow=False,
        are_others=False,
        is_shorter=False,
        of=100,
        usual=0.09,
    )
    return Promise(
        list_size=size, evidence=evidence, leavers=Range(0.36 * size, 0.47 * size), assumed=Range(0.1, 0.3),
        kept=Range(2.0, 9.0), break_even=0.14, profit=Range(-120_000.0, 900_000.0), offer=None, currency="¥",
        decision=Decision.SMALL_ROUND, says=same("A small round first."), when=same("On 1 July 2027."),
        lines=(Line("leavers", same("would leave"), same("so many"), same("counted")),),
        missing=(Missing("--incentive", same("What is given.")),), stops=same("At 50."), who=same("Somebody else."),
    )  # fmt: skip
