"""Columns that know the answer already: written when somebody left, or because of it. One column at a time, and in pairs.

A leak that shows only when more columns are put together is beyond this; ``hold_contest`` warns where the result is too good
to be true.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from mlcurric.report.contest.features import days_before_look, is_text, learnable
from mlcurric.report.contest.leak_copies import copies_of
from mlcurric.report.contest.leak_means import counted_from_answer
from mlcurric.report.contest.leak_names import sounds_known_before, sounds_planned, sounds_written_after
from mlcurric.report.contest.leak_pairs import telling_pairs
from mlcurric.report.contest.leak_signs import Telling, blank_telling, cut_by_a_rule, given_away, never_left, telling
from mlcurric.report.contest.leak_words import (
    after_look,
    by_blanks,
    by_count,
    by_group,
    by_name,
    by_pairs,
    by_stayers,
    by_two,
    copies,
    ids_tell,
    in_part,
    kept_anyway,
    lifts_all,
    other_way,
    rows_tell,
    way_out_of,
)
from mlcurric.report.contest.lifting import lifting
from mlcurric.report.contest.rule_search import coded
from mlcurric.report.remark import Remark
from mlcurric.text import T, run_on

if TYPE_CHECKING:
    from mlcurric.report.reading.customers import Customers

Grade = Literal["answer", "likely", "ask", "name"]
_GRADES: dict[int, Grade] = {3: "answer", 2: "likely", 1: "ask", 0: "name"}
# Pairs sorted rightly, and leavers and stayers on their own side at least, from which on a column knows.
_ANSWER, _ANSWER_BOTH = 0.98, 0.965
_LIKELY, _LIKELY_BOTH = 0.92, 0.87
_ASK, _ASK_BOTH_LEAST = 0.88, 0.75
_CLEARLY = 0.55
_FEWEST = 30
_EARLIER = 0.7
_ORDER_TELLS = 0.85
_FAR_MORE = 0.1
# Of an id: its number stands at its end, and what is longer is none.
_LAST_SIGNS = 40
_AFTER_ROWS, _AFTER_SHARE = 5, 0.005


@dataclass(frozen=True)
class Suspect:
    """A column that looks as if it knew the answer.

    Attributes:
        grade: ``"answer"`` and ``"likely"`` are taken out, ``"ask"`` stays in and is asked on the page; ``"name"`` only sounds
            like it and tells next to nothing.
        why: what was seen.
        way_out: what was done, and what to do about it.
        for_maker: how to have it otherwise, with the option of the command; ``None`` where somebody has said it already.
    """

    column: str
    grade: Grade
    why: T
    way_out: T
    for_maker: T | None = None

    @property
    def is_out(self) -> bool:
        return self.grade in ("answer", "likely")


@dataclass(frozen=True)
class _Sign:
    level: int
    why: T
    # Whether a name of something known before makes it less suspicious.
    may_be_honest: bool = True
    # Whether nobody but leavers is concerned.
    nobody_else: bool = False


def suspects(customers: Customers, learn: np.ndarray, keep: Collection[str] = ()) -> tuple[Suspect, ...]:
    """Columns that look as if they knew the answer, the worst first.

    All known rows are looked at, all together, those learned from, and the later ones: a column may have begun to tell
    only lately. Taking out a column by what the judging rows show cannot flatter anybody.

    Args:
        learn: positions of the rows to learn from.
        keep: columns to use although they look like it; they are asked about.
    """
    left = customers.left.astype("boolean")
    known = np.flatnonzero(left.notna())
    gone = left.iloc[known].to_numpy(dtype=bool)
    table = learnable(customers).iloc[known].reset_index(drop=True)
    parts = _parts(known, learn, gone, customers.observed is not None)
    found = {}
    for name in table:
        codes = coded(table[[name]]).codes
        signs = list(_signs(name, table[name], codes[:, 0].astype(int), gone, parts)) if codes.shape[1] else []
        signs += _about_days(name, customers, known, gone)
        if verdict := _verdict(name, signs, table[name], gone):
            found[name] = verdict
        elif sounds_written_after(name):
            found[name] = int(_tells_clearly(codes, table[name], gone)), by_name(name)
    for name, original in copies_of({name for name in found if found[name][0] >= 2} - {*keep}, table).items():
        if name not in found or found[name][0] < found[original][0]:
            found[name] = found[original][0], copies(name, original)
    found |= _of_pairs(_without(table, found), gone)
    for name, without, together in lifting(_without(table, found), gone):
        if not found.get(name, (0,))[0] and not sounds_known_before(name):
            found[name] = 1, lifts_all(name, without, together)
    # A copy stands aside already; it is named as well, or the page would say that the answer was learned from.
    for name, original in customers.copies.items():
        if original in found and found[original][0] >= 2 and original not in keep:
            found[name] = found[original][0], copies(name, original)
    made = [_suspect(name, level, why, name in keep) for name, (level, why) in found.items()]
    return tuple(sorted(made, key=lambda one: ("answer", "likely", "ask", "name").index(one.grade)))


def _without(table: pd.DataFrame, found: Mapping[str, tuple[int, T]]) -> pd.DataFrame:
    """The columns that are not taken out."""
    return table[[name for name in table if name not in found or found[name][0] < 2]]


def _of_pairs(table: pd.DataFrame, gone: np.ndarray) -> dict[str, tuple[int, T]]:
    """Columns that tell it two at a time.

    Where only one of a sure pair is known before, the other one goes, and with it what the two told together.
    """
    found: dict[str, tuple[int, T]] = {}
    for pair in telling_pairs(table, gone):
        unknown = [name for name in pair.columns if not sounds_known_before(name)]
        sure = pair.sure and bool(unknown)
        found |= {name: (3 if sure else 1, by_two(pair)) for name in (unknown if sure else pair.columns)}
    out = {name for name, (level, _) in found.items() if level > 1}
    # One that was spared may tell it beside a further column, too.
    return found | _of_pairs(table[[name for name in table if name not in out]], gone) if out else found


def _tells_clearly(codes: np.ndarray, column: pd.Series, gone: np.ndarray) -> bool:
    """Whether a column tells by more than luck who left; what tells nothing hardly knows the answer, whatever it is called."""
    if not codes.shape[1]:
        return False
    pairs = telling(codes[:, 0].astype(int), gone, not is_text(column)).pairs
    return pairs - _luck(min(gone.sum(), (~gone).sum())) >= _CLEARLY


def _parts(known: np.ndarray, learn: np.ndarray, gone: np.ndarray, dated: bool) -> dict[str, np.ndarray]:
    """All known rows, and the earlier and the later ones as far as enough leavers are in them.

    Without days, the rows that stand further down are the later ones.
    """
    earlier = np.isin(known, learn) if dated else np.arange(len(known)) < _EARLIER * len(known)
    later = np.flatnonzero(~earlier)
    parts = {"earlier": np.flatnonzero(earlier), "later": later, "latest": later[len(later) // 2 :]}
    enough = {
        name: rows for name, rows in parts.items() if min(gone[rows].sum(), (~gone[rows]).sum()) >= _FEWEST
    }  # fmt: skip
    return {"all": np.arange(len(known)), **enough}


def _suspect(name: str, level: int, why: T, keep: bool) -> Suspect:
    if keep:
        return Suspect(name, "ask", why, kept_anyway())
    grade = _GRADES[level]
    return Suspect(name, grade, why, way_out_of(grade), other_way(name, grade))


def _verdict(name: str, signs: list[_Sign], column: pd.Series, gone: np.ndarray) -> tuple[int, T] | None:
    """The worst sign, weighed with what the name says, and with whether a rule that somebody follows may have drawn the border."""
    honest, written_after = sounds_known_before(name), sounds_written_after(name)
    if not written_after and any(sign.level >= 2 for sign in signs):
        # What leaving has changed makes a heap of its own; a border that a rule draws does not.
        by_rule = not is_text(column) and cut_by_a_rule(column.to_numpy(float), gone)
        signs = [replace(sign, level=_lowered(sign, honest, by_rule)) if sign.may_be_honest else sign for sign in signs]
    elif honest:
        signs = [replace(sign, level=0) if sign.may_be_honest else sign for sign in signs]
    signs = [sign for sign in signs if sign.level]
    worst = max(signs, key=lambda sign: sign.level, default=None)
    if not written_after:
        return (worst.level, worst.why) if worst else None
    if worst is None:
        return None
    return max(worst.level, 2), worst.why if worst.level > 2 else run_on((worst.why, by_name(name)))


def _lowered(sign: _Sign, honest: bool, by_rule: bool) -> int:
    """How much a sign says of a column that may have been known before."""
    sure = sign.level == 3 or sign.nobody_else
    if honest:
        return sign.level if sure and not by_rule else int(sign.level >= 2)
    return 1 if by_rule and not sure and sign.level >= 2 else sign.level


def order_remarks(customers: Customers) -> tuple[Remark, ...]:
    """Whether the order of the rows, or the numbers in the ids, tell who left. Neither is learned from; both ask why."""
    left = customers.left.astype("boolean")
    known = np.flatnonzero(left.notna())
    gone = left.iloc[known].to_numpy(dtype=bool)
    numbers = pd.to_numeric(
        customers.ids.astype(str).str[-_LAST_SIGNS:].str.extract(r"(\d+)\D*$")[0], errors="coerce"
    ).to_numpy()[known]
    told = []
    for remark, values in ((rows_tell, known.astype(float)), (ids_tell, numbers)):
        if np.isnan(values).any():
            continue
        codes = coded(pd.DataFrame({"order": values})).codes
        if codes.shape[1] and (found := telling(codes[:, 0].astype(int), gone, ordered=True)).pairs >= _ORDER_TELLS:
            told.append(remark(found.pairs))
    # An id that only counts the rows has nothing of its own to tell.
    return tuple(told[:1])


def _signs(
    name: str, column: pd.Series, codes: np.ndarray, gone: np.ndarray, parts: dict[str, np.ndarray]
) -> Iterator[_Sign]:
    """What the column tells in all rows; and in a part, where it tells far more there than elsewhere."""
    texts, written_after = is_text(column), sounds_written_after(name)
    values = column.to_numpy(dtype=object if texts else float)
    blank = column.isna().to_numpy()
    for part, rows in parts.items():
        left = gone[rows]
        fewest = min(left.sum(), (~left).sum())
        seen: list[_Sign] = []
        of_blanks, alone = blank_telling(blank[rows], left), telling(codes[rows], left, not texts)
        luck = _luck(fewest)
        # Of three parts one looks stronger than all rows by luck alone.
        less = 0.0 if part == "all" else luck
        if level := _level(of_blanks, fewest, less):
            seen.append(_Sign(level, by_blanks(name, blank[rows], left), may_be_honest=level == 1))
        level = _level(alone, fewest, less)
        # A name asks by itself; only what honest columns hardly ever tell makes more of it.
        if level == 1 and alone.pairs < _ASK and written_after:
            level = 0
        # Where blanks alone tell as much, the other values add nothing to say.
        if level and not (seen and seen[0].level >= level):
            seen.append(_Sign(level, by_pairs(name, alone.pairs, level >= 2 or alone.pairs >= _ASK)))
        if group := given_away(values[rows], left, texts, written_after):
            named = group.side == "is" and texts and sounds_written_after(str(group.value))
            level = 2 if named else min(group.strength, 2)
            seen.append(_Sign(level, by_group(name, group), not named, group.strength == 3))
        if not texts and counted_from_answer(values[rows], left):
            seen.append(_Sign(3, by_count(name), may_be_honest=False))
        # Whoever cannot leave yet hardly ever does, and that was known: so it is only asked.
        if not seen and (group := never_left(values[rows], left, texts)):
            seen.append(_Sign(1, by_stayers(name, group, float(left.mean()))))
        if part != "all" and seen:
            others = np.ones(len(gone), dtype=bool)
            others[rows] = False
            elsewhere = telling(codes[others], gone[others], not texts)
            if alone.pairs - elsewhere.pairs < _FAR_MORE:
                continue
            seen = [replace(sign, why=in_part(sign.why, later=part != "earlier")) for sign in seen]
        yield from seen


def _level(alone: Telling, fewest: int, less: float) -> int:
    if alone.pairs >= _ANSWER or alone.both >= _ANSWER_BOTH:
        return 3
    if alone.pairs - less >= _LIKELY or alone.both - less >= _LIKELY_BOTH:
        return 2
    # Nine of ten known, less what luck does to so few.
    luck = np.sqrt(0.09 / max(fewest, 1))
    return 1 if alone.pairs >= _ASK or alone.both >= max(_ASK_BOTH_LEAST, _LIKELY_BOTH - 2 * luck) else 0


def _luck(fewest: int) -> float:
    """About the standard error of the share of pairs, for so many of the rarer kind."""
    return float(0.3 / np.sqrt(max(fewest, 1)))


def _about_days(name: str, customers: Customers, known: np.ndarray, gone: np.ndarray) -> list[_Sign]:
    """Days that lie after the look: nobody can have known them, unless they were planned."""
    values = customers.columns[name].values
    looked = customers.looked if customers.observed is None else customers.observed
    if looked is None or not pd.api.types.is_datetime64_any_dtype(values):
        return []
    # A blank day lies nowhere, and compares as False.
    after = days_before_look(values, looked).to_numpy()[known] <= -1
    if after.sum() < max(_AFTER_ROWS, _AFTER_SHARE * len(known)):
        return []
    shares = after[gone].mean(), after[~gone].mean()
    luck = np.sqrt(after.mean() * (1 - after.mean()) * (1 / gone.sum() + 1 / (~gone).sum()))
    tells = abs(shares[0] - shares[1]) > 3 * luck
    planned = sounds_planned(name)
    return [_Sign(2 if tells and not planned else 1, after_look(name, int(after.sum()), planned), may_be_honest=False)]
