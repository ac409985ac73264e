"""The list itself: who is at risk, best first, each with reasons in points that add up."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from mlcurric.report.advice.words import BLANK, Words, read_words
from mlcurric.report.contest.features import learnable
from mlcurric.report.contest.folds import folds_of, sample_of
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.explain.reasons import Reason, ReasonCodes, reason_codes
from mlcurric.subject.ranking import contact_list
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.report.contest.contenders import Contender
    from mlcurric.report.contest.contest import Contest
    from mlcurric.report.contest.split import Split
    from mlcurric.report.reading.customers import Customers
    from mlcurric.report.reading.kinds import Read
    from mlcurric.report.request import Request

_BACKGROUND = 2_000
"""Rows that a customer is compared with; more of them cost time and move no average."""
_ENOUGH = 40_000
"""So many rows teach each of the parts; more of them cost seconds and move hardly anybody."""
CAN_ACT = {True: T("can act", "手を打てる"), False: T("cannot", "打てない"), None: T("ask", "要確認")}
"""How a reason is marked."""


@dataclass(frozen=True)
class Listed:
    """One customer of the list.

    Attributes:
        place: on the list, from 1.
        row: position in the table, from 0.
        line: of the file.
        id: as it is shown.
        risk: of leaving, 0 to 1.
        codes: the reasons; they and their rest add up.
        value: what the customer is worth; ``None`` where the table does not say.
    """

    place: int
    row: int
    line: int
    id: str
    risk: float
    codes: ReasonCodes
    value: float | None = None

    @property
    def actionable(self) -> tuple[Reason, ...]:
        """The reasons that go with leaving and that somebody can act on."""
        return tuple(reason for reason in self.codes.reasons if (reason.points or 0) > 0 and reason.actionable)


@dataclass(frozen=True)
class AtRisk:
    """The list.

    Attributes:
        rows: best first.
        could: customers who could have been listed.
        says: who they are, and how they were scored; or why there is no list.
        risks: of all who could have been listed, 0 to 1, in the order of ``split.today``; empty if there is no list.
        words: of the columns.
        remarks: what is to be known of it.
    """

    rows: tuple[Listed, ...]
    could: int
    says: T
    risks: np.ndarray
    words: Words
    remarks: tuple[Remark, ...] = ()


def make_list(customers: Customers, split: Split, contest: Contest, columns: Sequence[str], request: Request) -> AtRisk:
    """Score whoever is still a customer with the winner, and list the first of them.

    Where there are rows whose outcome is not known yet, the winner learns from all known rows and scores those. Else all who
    can be listed are known rows themselves: then each is scored by a winner that has learned from other customers only.

    Args:
        columns: that are learned from.

    Raises:
        Slip: if the words file cannot be read.
    """
    words = read_words(customers, columns, request.words, _others(request))
    today = np.asarray(split.today)
    if not len(today) or contest.winner == "nobody":
        says = _NOBODY_LEFT if not len(today) else _NO_BETTER
        return AtRisk((), len(today), says, np.empty(0), words, words.remarks)
    winner = contest.rule if contest.winner == "rule" else contest.model
    table = learnable(customers, columns)
    known = np.flatnonzero(customers.left.notna())
    left = customers.left.iloc[known].to_numpy(dtype=bool)
    if split.listed_kind == "not yet known":
        parts, says = [(known, left, today)], _FITTED
    else:
        parts, says = [*_apart(customers.ids, known, left, today)], _CROSSED
    fitted = [(winner.fit(table.iloc[rows], outcome), scored) for rows, outcome, scored in parts]
    risks = pd.concat([pd.Series(each.risk(table.iloc[scored]), index=scored) for each, scored in fitted])[today]
    size = min(request.capacity, len(today))
    chosen = contact_list(risks.to_frame("risk"), risks, size)
    codes = _codes(fitted, chosen.index, table, known, customers, words)
    rows = tuple(
        _listed(place, row, float(risk), codes[row], customers)
        for place, (row, risk) in enumerate(chosen["risk"].items(), 1)
    )
    remarks = [*words.remarks]
    if len(today) < request.capacity:
        remarks.append(_all_of_them(len(today), request.capacity))
    return AtRisk(
        rows,
        len(today),
        says.format(size=f"{size:,}", could=f"{len(today):,}"),
        risks.to_numpy(),
        words,
        tuple(remarks),
    )


def in_words(table: pd.DataFrame, reads: dict[str, Read]) -> pd.DataFrame:
    """The table as reasons say it: yes-or-no columns as such, and a blank among words as a value of its own."""
    said = {}
    for name, column in table.items():
        kind = reads[name].kind
        if kind == "flag":
            said[name] = column.map({0.0: False, 1.0: True}).astype(object).where(column.notna(), BLANK)
        elif kind == "category":
            said[name] = column.astype(object).where(column.notna(), BLANK)
        else:
            said[name] = column
    return pd.DataFrame(said, index=table.index)


def _apart(
    ids: pd.Series, known: np.ndarray, left: np.ndarray, today: np.ndarray
) -> list[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Rows to learn from, what became of them, and the rows to score: no customer stands on both sides."""
    listed = np.isin(known, today)
    turns = folds_of(left, pd.factorize(ids)[0][known])
    parts = [(learn[sample_of(left[learn], _ENOUGH)], turn[listed[turn]]) for learn, turn in turns]
    return [(known[learn], left[learn], known[turn]) for learn, turn in parts if len(turn)]


def _codes(
    fitted: Collection[tuple[Contender, np.ndarray]],
    chosen: pd.Index,
    table: pd.DataFrame,
    known: np.ndarray,
    customers: Customers,
    words: Words,
) -> dict[int, ReasonCodes]:
    """The reasons of the chosen rows, each by the winner that has scored it, all beside the same background."""
    luck = np.random.default_rng(0)
    some = known if len(known) <= _BACKGROUND else np.sort(luck.choice(known, _BACKGROUND, replace=False))
    background = table.iloc[some]
    said = in_words(table.iloc[np.union1d(some, chosen)], customers.columns)
    codes: dict[int, ReasonCodes] = {}
    for winner, scored in fitted:
        own = chosen[chosen.isin(scored)]
        if len(own):
            parts = winner.contributions(table.loc[own], background)
            found = reason_codes(parts, said.loc[own], said.loc[some], words.wordings)
            codes |= dict(zip(own, found, strict=True))
    return codes


def _listed(place: int, row: int, risk: float, codes: ReasonCodes, customers: Customers) -> Listed:
    value = np.nan if customers.value is None else float(customers.value.iloc[row])
    return Listed(
        place,
        row,
        int(customers.lines[row]),
        str(customers.ids.iloc[row]),
        risk,
        codes,
        value if np.isfinite(value) else None,
    )


def _others(request: Request) -> set[str]:
    asked = (request.churned, request.id, request.value, request.observed_at, *request.drop)
    return {name for name in asked if name}


def _all_of_them(could: int, capacity: int) -> Remark:
    return Remark(
        "all-listed",
        T(
            "You can contact {capacity}, and only {could} can be listed: all of them are on the list.",
            "対応できるのは{capacity}人ですが、リストに載せられるのは{could}人だけなので、全員が載っています。",
        ).format(capacity=f"{capacity:,}", could=f"{could:,}"),
        T(
            "Then the order decides nothing but who comes first; ask for fewer, or leave some alone by lot.",
            "順番で決まるのは連絡の先後だけです。人数を絞るか、一部をくじで選んで連絡せずにおきましょう。",
        ),
        weight=Weight.NOTE,
    )


_FITTED = T(
    "{size} of the {could} customers whose outcome is not known yet, the likeliest to leave first.",
    "結果がまだわからない{could}人のうち、解約しそうな順に{size}人です。",
)
_CROSSED = T(
    "{size} of the {could} customers who are still here, the likeliest to leave first. Nobody was scored by anything that "
    "had learned from their own row.",
    "いまも契約している{could}人のうち、解約しそうな順に{size}人です。本人の行から学んだもので本人を採点することはしていません。",
)
_NOBODY_LEFT = T(
    "There is nobody to list: the table holds no customer who is still here.",
    "リストに載せる人がいません。表に、いまも契約している顧客がいないためです。",
)
_NO_BETTER = T(
    "There is no list: neither the rule nor the model found more leavers than a draw by lot.",
    "リストは作りません。ルールもモデルも、くじ引きより多くの解約者を見つけられなかったためです。",
)
