"""A year of monthly lists: what was decided, what was promised, and what it really earned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

import numpy as np
import pandas as pd

from mlcurric.subject.money import gain_of_call
from mlcurric.subject.operations.decisions import DECISIONS, check_month, read_decisions
from mlcurric.subject.operations.scorers import Scorer, monthly_list, recalibrated, retrained
from mlcurric.subject.simulation.months import HORIZON, Month, PriceShock, Recount, labelled, living
from mlcurric.subject.simulation.practice import SIZES, practice_world
from mlcurric.subject.simulation.world import World
from mlcurric.subject.typed import Slip, about_no_number
from mlcurric.subject.uplift import CallModel, learn_calls
from mlcurric.text import T

CUSTOMERS, LIST_SIZE, MONTHS = 10_000, 200, 12
HOLD_OUT = 0.1
"""The share of every list that is left alone by lot."""
TRIAL = 0.75
"""The same in a trial: one of four on the list is called."""
CALLS_DO = {"harm": {"added": 0.7, "heard": -0.5}, "help": {"added": 2.0, "heard": 0.35}}
"""Two ways in which a price rise can go; see ``PriceShock``. Either drives about as many of the called away and moves the
columns alike; but in the one more of them would have stayed without the call, in the other fewer."""
_RECOUNT, _SHOCK = 4, 7
_LEARNS_FROM = 3


@dataclass(frozen=True)
class Year:
    """A year as the company sees it; only ``months["earned"]`` is more than it can know.

    Attributes:
        months: one row a month (index ``month``, from 1): ``decision``, ``listed``, ``called`` (customers), ``promised`` (yen
            for those called; missing where a rule made the list) and ``earned`` (yen, the exact expectation under the truth).
        lists: one row a customer on a list: ``month``, what ``monthly_list`` gives, ``called`` (bool) and ``left`` (bool,
            within three months; missing where that is not known at the end of the year).
    """

    months: pd.DataFrame
    lists: pd.DataFrame = field(repr=False)
    _tables: Mapping[int, pd.DataFrame] = field(repr=False)

    def customers(self, month: int) -> pd.DataFrame:
        """All customers at the beginning of a month, as the company knows them.

        Raises:
            Slip: if the year has no such month.
        """
        check_month(month, MONTHS)
        return self._tables[month].copy()

    @property
    def earned(self) -> float:
        """Yen, over the year."""
        return float(self.months["earned"].sum())


def run_year(
    decisions: Mapping[int, str] | None = None,
    *,
    calls: str = "harm",
    hold_out: float = HOLD_OUT,
    world: World | None = None,
) -> Year:
    """Run the monthly job for twelve months: logins are counted in another way from month 4 on, prices rise in month 7.

    The same decisions give the same year, and other decisions meet the same luck. Whoever stood on a list, called or not,
    stands on none of the two lists that follow: a call lasts three months, and so does leaving somebody in peace.

    Args:
        decisions: month → one of ``DECISIONS``, taken at its beginning; it holds until the next one.
            ``"go on"`` calls the list (less the hold-out) by the model that there is; ``"trial"`` calls one of four on it, by
            lot; ``"switch off"`` calls nobody. ``"recalibrate"`` and ``"retrain"`` put a new model in, from the newest three
            months whose outcome is known (outcomes come three months late), and go on with it. ``"roll back"`` goes on by
            the rule that there was before.
        calls: what calls do to those hit by the price rise: ``"harm"`` or ``"help"``.
        hold_out: the share of each list that is left alone by lot, 0 or more, below 1.
        world: by default the practice world.

    Raises:
        Slip: naming the month and the decision, if either is unknown, or there is no outcome yet, or none that can be learned
            from, such as where nobody was called; if ``calls`` or ``hold_out`` is none of these.
    """
    decided = read_decisions(decisions, MONTHS)
    if not isinstance(calls, str) or calls not in CALLS_DO:
        said = T(
            "After the price rise calls do “harm” or “help”, not {calls}.",
            "値上げのあとの電話は harm(害)か help(助け)です。{calls} はありません。",
        )
        raise Slip(said.format(calls=repr(calls)))
    if about_no_number(hold_out) or not 0 <= hold_out < 1:
        said = T(
            "A hold-out is a share from 0 to below 1, such as 0.1; here it is {share}.",
            "ホールドアウトは0以上1未満の割合です(例: 0.1)。いまは {share} です。",
        )
        raise Slip(said.format(share=repr(hold_out)))
    if world is None:
        world, models, known = practice_world(), _practice_models(), _practice_lists(calls, hold_out)
    else:
        models, known = _models_of(world), []
    job = _Job(world, models, decided, hold_out, known)
    events = [Recount(_RECOUNT), PriceShock(_SHOCK, **CALLS_DO[calls])]
    for month in living(world, CUSTOMERS, MONTHS, events, job):
        job.lived.append(month)
    return job.year()


def _models_of(world: World) -> CallModel:
    return learn_calls(world.pilot("pilot", SIZES["pilot"]))


@cache
def _practice_models() -> CallModel:
    return _models_of(practice_world())


@cache
def _practice_lists(calls: str, hold_out: float) -> list[pd.DataFrame]:
    """The practice world's lists from month 1 on for as long as nothing is decided: every year begins with them.

    Whoever comes to a month first fills it in; to score all customers is most of what a year takes.
    """
    return []


def earned_by(month: Month, called: np.ndarray) -> float:
    """What calling these customers of a month earns, in yen: the exact expectation under the truth.

    Args:
        called: bool, one a customer.
    """
    truth = month.truth
    return float(gain_of_call(truth.churn_if_left_alone, truth.churn_if_called, truth.value)[called].sum())


class _Job:
    """The job as it stands in one year; asked each month whom to call."""

    def __init__(
        self,
        world: World,
        models: CallModel,
        decided: Mapping[int, str],
        hold_out: float,
        undecided: list[pd.DataFrame],
    ) -> None:
        self.lived: list[Month] = []
        self._undecided, self._first = undecided, min(decided, default=MONTHS + 1)
        self._lists: list[pd.DataFrame] = []
        self._decided, self._hold_out = decided, hold_out
        self._lot = world.random("operations: hold-out")
        self._scorer: Scorer = models
        self._by_rule, self._left_alone = False, hold_out

    def __call__(self, number: int, customers: pd.DataFrame) -> np.ndarray:
        self._decide(number)
        rows = self._listed(number, customers)
        # Everybody draws, so that other decisions meet the same lots.
        lot = pd.Series(self._lot.random(len(customers)), index=customers.index)[rows.index]
        called = lot.rank(method="first") > round(self._left_alone * len(rows))
        self._lists.append(rows.assign(called=called, month=number))
        return customers.index.isin(rows.index[called])

    def _listed(self, number: int, customers: pd.DataFrame) -> pd.DataFrame:
        if number < self._first and number <= len(self._undecided):
            return self._undecided[number - 1]
        resting = [one for rows in self._lists[-HORIZON + 1 :] for one in rows["customer"]]
        rows = monthly_list(customers, None if self._by_rule else self._scorer, LIST_SIZE, resting)
        if number < self._first:
            self._undecided.append(rows)
        return rows

    def year(self) -> Year:
        rows = []
        for month, listed in zip(self.lived, self._lists, strict=True):
            promised = listed.loc[listed["called"], "promised"].sum(
                min_count=1 if listed["promised"].isna().any() else 0
            )
            rows.append(
                {
                    "month": month.number,
                    "decision": self._decided.get(month.number, ""),
                    "listed": len(listed),
                    "called": int(listed["called"].sum()),
                    "promised": promised,
                    "earned": earned_by(month, month.called),
                }
            )
        known = MONTHS - HORIZON + 1
        lists = pd.concat(
            [
                rows.assign(
                    left=self._left(rows, number) if number <= known else pd.array([pd.NA] * len(rows), "boolean")
                )
                for number, rows in enumerate(self._lists, 1)
            ],
            ignore_index=True,
        )
        tables = {month.number: month.customers for month in self.lived}
        return Year(pd.DataFrame(rows).set_index("month"), lists[["month", *lists.columns.drop("month")]], tables)

    def _decide(self, number: int) -> None:
        match self._decided.get(number):
            case "go on":
                self._by_rule, self._left_alone = False, self._hold_out
            case "trial":
                self._left_alone = TRIAL
            case "switch off":
                self._left_alone = 1.0
            case "roll back":
                self._by_rule, self._left_alone = True, self._hold_out
            case "retrain" | "recalibrate" as decision:
                self._put_in(self._put_right(number, decision))

    def _put_in(self, scorer: Scorer) -> None:
        self._scorer, self._by_rule, self._left_alone = scorer, False, self._hold_out

    def _put_right(self, number: int, decision: str) -> Scorer:
        """A scorer from what is known at the beginning of a month: the outcomes of its newest three months."""
        last = number - HORIZON
        if last < 1:
            said = T(
                "In month {number} no outcome is known yet; you can {decision} from month {first} on.",
                "{number}か月目には、結果がまだありません。{decision}は{first}か月目から選べます。",
            )
            raise Slip(said.format(number=number, decision=DECISIONS[decision], first=HORIZON + 1))
        first = max(1, last - _LEARNS_FROM + 1)
        rows = [labelled(self.lived, one) for one in range(first, last + 1)]
        if decision == "recalibrate":
            rows = [of.loc[self._lists[one - 1].index] for one, of in enumerate(rows, first)]
        outcomes = pd.concat(rows, ignore_index=True)
        if decision == "retrain" and not outcomes["called"].any():
            raise _nobody_called(number, first, last)
        try:
            return retrained(outcomes) if decision == "retrain" else recalibrated(self._scorer, outcomes)
        except ValueError as error:
            why = T("the outcomes do not suffice. {error}", "わかっている結果では足りません。{error}")
            raise _slip(number, decision, why.format(error=error)) from error

    def _left(self, rows: pd.DataFrame, number: int) -> pd.Series:
        return labelled(self.lived, number).loc[rows.index, "churned"].astype("boolean")


def _nobody_called(month: int, first: int, last: int) -> Slip:
    months = T("in month {last}", "{last}か月目は")
    if first < last:
        months = T("in months {first} to {last}", "{first}〜{last}か月目は")
    why = T(
        "nobody was called {months}, so there is nothing to learn from; later outcomes are not known yet.",
        "{months}誰にも電話していないので、学ぶ材料がありません。それより後の結果は、まだわかっていません。",
    )
    way_out = T(
        "Call some again, for instance by “trial”, and retrain {later} months later.",
        "まず trial などで一部に電話し、再学習はその{later}か月後にしましょう。",
    )
    says = why.format(months=months.format(first=first, last=last))
    return _slip(month, "retrain", says, way_out.format(later=HORIZON))


def _slip(month: int, decision: object, *says: T) -> Slip:
    """What is wrong with one decision, and the way out."""
    at = T("Month {month}, {decision}: {why}", "{month}か月目の {decision}: {why}")
    return Slip(at.format(month=month, decision=decision, why=says[0]), *says[1:])
