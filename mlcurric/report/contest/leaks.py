"""Columns that know the answer already: written when somebody left, or because of it. One column at a time, and in pairs.

A leak that shows only when more columns are put together is beyond this; ``hold_contest`` warns where the result is too good
to be true.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from mlcurric.report.contest.features import is_text, learnable, start_of
from mlcurric.report.contest.leak_copies import copies_of
from mlcurric.report.contest.leak_found import Sign, luck_in_pairs, signs_of, signs_of_days
from mlcurric.report.contest.leak_names import sounds_known_before, sounds_written_after
from mlcurric.report.contest.leak_pairs import TellingPair, telling_pairs
from mlcurric.report.contest.leak_repeated import looks_behind, sign_of_repeated
from mlcurric.report.contest.leak_signs import cut_by_a_rule, given_away, telling
from mlcurric.report.contest.leak_words import (
    by_name,
    by_two,
    copies,
    ids_tell,
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
_CLEARLY = 0.55
_FEWEST = 30
_EARLIER = 0.7
_ORDER_TELLS = 0.85
# Of an id: its number stands at its end, and what is longer is none.
_LAST_SIGNS = 40


@dataclass(frozen=True)
class Suspect:
    """A column that looks as if it knew the answer.

    Attributes:
        grade: ``"answer"`` and ``"likely"`` are taken out, ``"ask"`` stays in and is asked on the page; ``"name"`` only sounds
            like it and tells next to nothing.
        why: what was seen.
        way_out: what was done, and what to do about it.
        for_maker: how to have it otherwise, with the option of the command; ``None`` where somebody has said it already.
        doubts: whether a list that is made of it is to be doubted, though it is only asked about.
    """

    column: str
    grade: Grade
    why: T
    way_out: T
    for_maker: T | None = None
    doubts: bool = False

    @property
    def is_out(self) -> bool:
        return self.grade in ("answer", "likely")


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
    customer, behind = customers.customer[known], looks_behind(customers, known, gone)
    found: dict[str, Sign] = {}
    for name in table:
        codes = coded(table[[name]]).codes
        signs = signs_of_days(name, customers, known, gone)
        if codes.shape[1]:
            cells, its_codes = table[name], codes[:, 0].astype(int)
            signs = [*signs_of(name, cells, its_codes, gone, parts, start_of(customers, name)), *signs]
            signs += sign_of_repeated(name, cells, its_codes, customer, behind, gone)
        if verdict := _verdict(name, signs, table[name], gone):
            found[name] = verdict
        elif sounds_written_after(name):
            found[name] = Sign(int(_tells_clearly(codes, table[name], gone)), by_name(name))
    for name, original in copies_of({name for name in found if found[name].level >= 2} - {*keep}, table).items():
        if name not in found or found[name].level < found[original].level:
            found[name] = Sign(found[original].level, copies(name, original))
    found |= _of_pairs(_without(table, found), gone)
    for name, without, together in lifting(_without(table, found), gone):
        if (name not in found or not found[name].level) and not sounds_known_before(name):
            found[name] = Sign(1, lifts_all(name, without, together))
    # A copy stands aside already; it is named as well, or the page would say that the answer was learned from.
    for name, original in customers.copies.items():
        if original in found and found[original].level >= 2 and original not in keep:
            found[name] = Sign(found[original].level, copies(name, original))
    made = [_suspect(name, sign, name in keep) for name, sign in found.items()]
    return tuple(sorted(made, key=lambda one: ("answer", "likely", "ask", "name").index(one.grade)))


def _without(table: pd.DataFrame, found: Mapping[str, Sign]) -> pd.DataFrame:
    """The columns that are not taken out."""
    return table[[name for name in table if name not in found or found[name].level < 2]]


def _of_pairs(table: pd.DataFrame, gone: np.ndarray) -> dict[str, Sign]:
    """Columns that tell it two at a time.

    Where only one of a pair is known before, the other one goes, and with it what the two told together.
    """
    found: dict[str, Sign] = {}
    for pair in telling_pairs(table, gone):
        unknown = [name for name in pair.columns if not sounds_known_before(name)]
        level, doubts = _level_of_pair(pair, table, gone) if unknown else (1, pair.sure)
        out = unknown if level > 1 else pair.columns
        found |= {name: Sign(level, by_two(pair), doubts=doubts) for name in out}
    left_in = _without(table, found)
    # One that was spared may tell it beside a further column, too.
    return found | _of_pairs(left_in, gone) if left_in.shape[1] < table.shape[1] else found


def _level_of_pair(pair: TellingPair, table: pd.DataFrame, gone: np.ndarray) -> tuple[int, bool]:
    """How much two columns of unknown age say together, by the borders for one; and whether that is to be doubted."""
    if pair.sure:
        return 3, False
    values = pair.together(table)
    if cut_by_a_rule(values, gone):
        return 1, False
    group = given_away(values, gone, texts=False)
    return (2, False) if group and group.strength == 3 else (1, True)


def _tells_clearly(codes: np.ndarray, column: pd.Series, gone: np.ndarray) -> bool:
    """Whether a column tells by more than luck who left; what tells nothing hardly knows the answer, whatever it is called."""
    if not codes.shape[1]:
        return False
    pairs = telling(codes[:, 0].astype(int), gone, not is_text(column)).pairs
    return pairs - luck_in_pairs(min(gone.sum(), (~gone).sum())) >= _CLEARLY


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


def _suspect(name: str, sign: Sign, keep: bool) -> Suspect:
    if keep:
        return Suspect(name, "ask", sign.why, kept_anyway())
    grade = _GRADES[sign.level]
    return Suspect(name, grade, sign.why, way_out_of(grade), other_way(name, grade), sign.doubts)


def _verdict(name: str, signs: list[Sign], column: pd.Series, gone: np.ndarray) -> Sign | None:
    """The worst sign, weighed with what the name says, and with whether a rule that somebody follows may have drawn the border."""
    honest, written_after = sounds_known_before(name), sounds_written_after(name)
    if not written_after and any(sign.level >= 2 for sign in signs):
        # What leaving has changed makes a heap of its own; a border that a rule draws does not.
        by_rule = not is_text(column) and cut_by_a_rule(column.to_numpy(float), gone)
        signs = [replace(sign, level=_lowered(sign, honest, by_rule)) if sign.may_be_honest else sign for sign in signs]
    elif honest:
        signs = [replace(sign, level=0) if sign.may_be_honest else sign for sign in signs]
    worst = max(signs, key=lambda sign: (sign.level, sign.doubts), default=None)
    if worst is None or not worst.level:
        return None
    if not written_after or worst.level > 2:
        return worst
    return replace(worst, level=2, why=run_on((worst.why, by_name(name))))


def _lowered(sign: Sign, honest: bool, by_rule: bool) -> int:
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
