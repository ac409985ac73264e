"""The list itself: who is at risk, best first, each with reasons in points that add up."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from mlcurric.report.advice.dated import with_their_day
from mlcurric.report.advice.lot import FIRST_OF_ALIKE, lots
from mlcurric.report.advice.no_list import why_no_list
from mlcurric.report.advice.standing_out import ends_early, stand_out
from mlcurric.report.advice.words import BLANK, Words, said_blank
from mlcurric.report.contest.features import learnable
from mlcurric.report.contest.folds import MOST_TO_LEARN, apart, sample_of, side_by_side
from mlcurric.report.remark import Remark
from mlcurric.subject.expectation import Counted
from mlcurric.subject.explain.reasons import Reason, ReasonCodes, reason_codes
from mlcurric.text import T, run_on

if TYPE_CHECKING:
    from mlcurric.report.advice.lexicon import Side
    from mlcurric.report.contest.contenders import Contender
    from mlcurric.report.contest.contest import Contest
    from mlcurric.report.contest.split import Split
    from mlcurric.report.reading.customers import Customers
    from mlcurric.report.reading.kinds import Read

_BACKGROUND = 2_000
"""Rows that a customer is compared with; more of them cost time and move no average."""
_OF_RULE, _OF_MODEL = 15, 12
"""To so many digits risks are told apart. A rule that sorts by money has values very near to each other, each computed in
one and the same way; the last digits of a model are those of the machine."""
_MOST, _FEWEST = 8, 4
"""Reasons of a customer: as few as will do for what is left over to outweigh none of them, and never more than fit on a card."""


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
        looked: the day of the look that is listed; ``None`` where the table does not say.
    """

    place: int
    row: int
    line: int
    id: str
    risk: float
    codes: ReasonCodes
    value: float | None = None
    looked: date | None = None

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
        rule: that the list is in the order of, counted on all known rows; ``None`` where a model, or nobody, made it.
        longest: customers that a longer list could hold, before it is filled up with whoever does not stand out; ``None``
            where nobody has counted them.
        of_alike: those on the list who stand exactly where its last does, of all who do; ``None`` where a lot has left nobody
            of them off.
        as_judged: of each on the list, the risk that the winner gave as it was judged, before it was counted on all rows, 0 to 1.
    """

    rows: tuple[Listed, ...]
    could: int
    says: T
    risks: np.ndarray
    words: Words
    remarks: tuple[Remark, ...] = ()
    rule: Contender | None = None
    longest: int | None = None
    of_alike: Counted | None = None
    as_judged: Sequence[float] = ()


def make_list(
    customers: Customers, split: Split, contest: Contest, columns: Sequence[str], words: Words, capacity: int
) -> AtRisk:
    """Score whoever is still a customer with the winner, and list the first of them.

    Where there are rows whose outcome is not known yet, the winner learns from all known rows and scores those. Else all who
    can be listed are known rows themselves: then each is scored by a model that has learned from other customers only. A
    rule is counted on all known rows in any case: it is one rule, with one place for each value, and its few shares do not
    hang on a single row. Who stands at the same place is ordered by a lot of the id. A list by groups ends with the last of
    them that stands out, unless everybody is listed.

    Args:
        columns: that are learned from.
        capacity: customers whom the list is to hold.
    """
    today = np.asarray(split.today)
    if not len(today) or contest.winner == "nobody":
        return AtRisk((), len(today), why_no_list(contest, len(today)), np.empty(0), words, words.remarks)
    winner = contest.rule if contest.winner == "rule" else contest.model
    table = learnable(customers, columns)
    known = np.flatnonzero(customers.left.notna())
    left = customers.left.iloc[known].to_numpy(dtype=bool)
    by_rule, are_open = contest.winner == "rule", split.listed_kind == "not yet known"
    learned = np.arange(len(known)) if by_rule else sample_of(left, MOST_TO_LEARN)
    parts = (
        [(known[learned], left[learned], today)]
        if by_rule or are_open
        else apart(customers.customer, known, left, today)
    )
    learners = side_by_side(lambda rows, outcome, _: winner.fit(table.iloc[rows], outcome), parts)
    fitted = [(each, scored) for each, (*_, scored) in zip(learners, parts, strict=True)]
    risks = pd.concat([pd.Series(each.risk(table.iloc[scored]), index=scored) for each, scored in fitted])[today]
    size, remarks = min(capacity, len(today)), words.remarks
    found = stand_out(fitted[0][0], risks.to_numpy())
    if found and found < size < len(today):
        size, remarks = found, (*remarks, ends_early(found, capacity))
    places = risks.round(_OF_RULE if by_rule else _OF_MODEL)
    chosen = _best_first(places, customers.ids)[:size]
    alike = Counted(*(int(each.eq(places[chosen[-1]]).sum()) for each in (places[chosen], places)))
    codes = _codes(fitted, chosen, table, known, customers, words, contest.said_of)
    rows = tuple(_listed(place, row, float(risks[row]), codes[row], customers) for place, row in enumerate(chosen, 1))
    says = T("{who}, {how}", "{who}、{how}").format(who=_WHO[split.listed_kind], how=_BY_RULE if by_rule else _BY_MODEL)
    if not by_rule and not are_open:
        says = run_on((says, _CROSSED))
    return AtRisk(
        rows,
        len(today),
        says.format(size=f"{size:,}", could=f"{len(today):,}"),
        risks.to_numpy(),
        words,
        remarks,
        fitted[0][0] if by_rule else None,
        found or len(today),
        alike if alike.count < alike.of else None,
        winner.risk(table.iloc[chosen]).tolist(),
    )


def on_several_days(rows: Sequence[Listed]) -> bool:
    """Whether those listed were looked at on different days, so that the day is to be shown beside each."""
    return len({row.looked for row in rows}) > 1


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


def _best_first(places: pd.Series, ids: pd.Series) -> pd.Index:
    """The rows by their place. Ties are broken by a lot of the id: a row more or less in the table changes nobody's place."""
    lot = lots(ids.loc[places.index], FIRST_OF_ALIKE)
    return places.index[np.lexsort((lot, -places.to_numpy()))]


def _codes(
    fitted: Collection[tuple[Contender, np.ndarray]],
    chosen: pd.Index,
    table: pd.DataFrame,
    known: np.ndarray,
    customers: Customers,
    words: Words,
    of: int,
) -> dict[int, ReasonCodes]:
    """The reasons of the chosen rows, each by the winner that has scored it, all beside the same background.

    Args:
        of: so many customers their risks are said of.
    """
    luck = np.random.default_rng(0)
    some = known if len(known) <= _BACKGROUND else np.sort(luck.choice(known, _BACKGROUND, replace=False))
    background = table.iloc[some]
    said = in_words(table.iloc[np.union1d(some, chosen)], customers.columns)
    codes: dict[int, ReasonCodes] = {}
    owns = [chosen[chosen.isin(scored)] for _, scored in fitted]
    explained = [
        (own, winner.contributions(table.loc[own], background))
        for (winner, _), own in zip(fitted, owns, strict=True)
        if len(own)
    ]
    # One start for all: from learner to learner it lies elsewhere, and the sums would not order the list.
    start = float(np.average([parts.base for _, parts in explained], weights=[len(own) for own, _ in explained]))
    for own, parts in explained:
        found = reason_codes(parts, said.loc[own], said.loc[some], words.wordings, _MOST, start, of)
        theirs = table.loc[own, list(parts.values)]
        found = with_their_day(found, own, table, customers.columns, words.wordings)
        found = _blanks_as_blanks(found, theirs, customers.columns)
        found = _as_far_as_it_fits(found, theirs, background, words.sides)
        codes |= dict(zip(own, map(_as_few_as_tell, found), strict=True))
    return codes


def _as_few_as_tell(codes: ReasonCodes) -> ReasonCodes:
    """The same with the fewest reasons beside which what is left over is no larger than the smallest of them; where it always is,
    with those beside which it is smallest."""
    points = [reason.points or 0 for reason in codes.reasons]
    rests = {n: codes.points - sum(points[:n]) for n in range(min(_FEWEST, len(points)), len(points) + 1)}
    smallest = min(rests, key=lambda n: abs(rests[n]))
    n = next((n for n, rest in rests.items() if abs(rest) <= min(map(abs, points[:n]), default=0)), smallest)
    return replace(codes, reasons=codes.reasons[:n], rest=rests[n], others=codes.others + len(points) - n)


def _blanks_as_blanks(codes: Sequence[ReasonCodes], rows: pd.DataFrame, reads: dict[str, Read]) -> list[ReasonCodes]:
    """A reason whose cell is blank is said so, and nobody is told what to do: what is there nobody knows."""
    blank = rows.isna().to_numpy()
    says = {name: said_blank(reads[name]) for name in rows}

    def one(of: ReasonCodes, holes: np.ndarray) -> ReasonCodes:
        names = set(rows.columns[holes])
        reasons = (
            replace(each, own=says[each.column], actionable=None, action=None) if each.column in names else each
            for each in of.reasons
        )
        return replace(of, reasons=tuple(reasons))

    return [one(of, holes) if holes.any() else of for of, holes in zip(codes, blank, strict=True)]


def _as_far_as_it_fits(
    codes: Sequence[ReasonCodes], rows: pd.DataFrame, background: pd.DataFrame, sides: Mapping[str, Side]
) -> list[ReasonCodes]:
    """A ready-made action is told where the value lies on its side of the average; on the other one has to ask."""
    fits = {
        name: rows[name].gt(mean) if side == "high" else rows[name].lt(mean)
        for name, side in sides.items()
        if name in rows
        for mean in (background[name].mean(),)
    }

    def one(of: ReasonCodes, at: int) -> ReasonCodes:
        reasons = (
            replace(each, actionable=None, action=None)
            if (each.points or 0) > 0 and each.column in fits and not fits[each.column].iloc[at]
            else each
            for each in of.reasons
        )
        return replace(of, reasons=tuple(reasons))

    return [one(of, at) for at, of in enumerate(codes)]


def _listed(place: int, row: int, risk: float, codes: ReasonCodes, customers: Customers) -> Listed:
    value = np.nan if customers.value is None else float(customers.value.iloc[row])
    looked = pd.NaT if customers.observed is None else customers.observed.iloc[row]
    return Listed(
        place,
        row,
        int(customers.lines[row]),
        str(customers.ids.iloc[row]),
        risk,
        codes,
        value if np.isfinite(value) else None,
        None if pd.isna(looked) else looked.date(),
    )


_WHO = {
    "not yet known": T(
        "{size} of the {could} customers whose outcome is not known yet", "結果がまだわからない{could}人のうち"
    ),
    "here when last seen": T(
        "{size} of the {could} customers who were still here when they were last looked at",
        "最後のデータで契約を続けていた{could}人のうち",
    ),
    "still here": T("{size} of the {could} customers who are still here", "いまも契約している{could}人のうち"),
}
_BY_RULE = T("in the order of the rule.", "ルールの順に{size}人です。")
_BY_MODEL = T("the likeliest to leave first.", "解約しそうな順に{size}人です。")
_CROSSED = T(
    "Nobody was scored by anything that had learned from their own row.",
    "本人の行から学んだもので本人を採点することはしていません。",
)
