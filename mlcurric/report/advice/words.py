"""How the columns of somebody's own table are said, and which of them anybody can act on: from their file, or a guess by name."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mlcurric.report.advice.lexicon import Guess, Side, guess_of, said_plain, unit_of
from mlcurric.report.contest.day_words import DAYS_BEFORE, days_ahead, is_day
from mlcurric.report.remark import Remark, Weight
from mlcurric.spreadsheets import defused
from mlcurric.subject.explain.wordings import Wording
from mlcurric.subject.list_kinds import Column, Table
from mlcurric.subject.product.figures import currency_in, in_currency
from mlcurric.subject.sheets import Fault, plain_heading
from mlcurric.subject.unseen import straight
from mlcurric.subject.workbooks import read_table
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.report.reading.customers import Customers
    from mlcurric.report.reading.kinds import Read

BLANK = ""
"""How a blank cell of words stands in the table that reasons are read from: a value like any other, so that it is counted."""
_LONGEST, _LONGEST_ACTION = 80, 300
_FLAGS = ({"no", "yes"}, {"n", "y"}, {"false", "true"}, {"f", "t"}, {"0", "1"}, {"0.0", "1.0"}, {"いいえ", "はい"})
_YES_OR_NO = {False: T("no", "いいえ"), True: T("yes", "はい")}
CAN_ACT = {True: T("can act", "手を打てる"), False: T("cannot", "打てない"), None: T("undecided", "未定")}
"""How a reason is marked, and how the file says it."""
GUESSED = T("{can_act} (guess)", "{can_act}(推測)")
_CAN_ACT = {
    "yes": CAN_ACT[True],
    "no": CAN_ACT[False],
    "ask": CAN_ACT[None],
    "guessed yes": GUESSED.format(can_act=CAN_ACT[True]),
    "guessed no": GUESSED.format(can_act=CAN_ACT[False]),
}
_AS_BOOL = {"yes": True, "no": False, "ask": None}
_GUESSED_AS = {True: "guessed yes", False: "guessed no"}
"""So the file says what nobody has confirmed; whoever does so deletes the word."""

FILE = Table(
    "report-words",
    T("Words for the columns", "列の言い方"),
    (
        Column("column", T("column", "列"), T("as in the table", "表の見出しのとおり"), ("列名", "項目", "カラム")),
        Column("label", T("say it as", "言い方"), T("in a few words", "短いことばで"), ("label", "呼び方", "ラベル", "表示名")),
        Column("unit", T("unit", "単位"), T("such as days, ¥", "日、円など"), ("units",)),
        Column(
            "can_act",
            T("can we act on it?", "手を打てる?"),
            T("can act, cannot or undecided; “(guess)” goes when it is confirmed", "手を打てる・打てない・未定。合っていれば「(推測)」を消す"),
            ("can act", "can we act", "actionable", "手を打てるか", "手を打てる", "打ち手"),
            choices=_CAN_ACT,
            words={
                **dict.fromkeys(("yes", "はい", "y", "true", "1", "○", "◯", "可", "できる", "打てる", "手を打てる", "手が打てる", "打てます", "できます", "可能", "ある", "あり", "有", "can"), "yes"),
                **dict.fromkeys(("no", "いいえ", "n", "false", "0", "×", "✕", "不可", "できない", "打てない", "手を打てない", "手が打てない", "打てません", "できません", "無理", "ムリ", "むり", "困難", "難しい", "no way", "impossible", "ない", "なし", "無", "cannot", "can not", "can't", "can’t", "不可能"), "no"),
                **dict.fromkeys(("?", "？", "△", "unknown", "unclear", "確認", "不明", "わからない", "要確認", "未定"), "ask"),
                # As earlier versions of this report wrote a guess.
                **dict.fromkeys(("yes (guessed)", "はい(推測)"), "guessed yes"),
                **dict.fromkeys(("no (guessed)", "いいえ(推測)"), "guessed no"),
            },
        ),
        Column("action", T("what to do", "すること"), T("if somebody can act", "手を打てる場合"), ("action", "やること", "対応", "打つ手")),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Words:
    """The words for the columns that are learned from.

    Attributes:
        wordings: by column; every column has one.
        units: by column, as they are said; columns without one are left out.
        guessed: the columns of which “can we act?” was guessed by their name; nobody has confirmed it.
        asked: the columns of which nobody has said it, and whose name says nothing.
        remarks: what could not be read in the file.
        sides: by column whose action is a ready-made one, the side of the usual on which it fits a value.
    """

    wordings: Mapping[Hashable, Wording]
    units: Mapping[str, T]
    guessed: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    sides: Mapping[str, Side] = field(default_factory=dict)


def read_words(
    customers: Customers, columns: Collection[str], path: Path | None = None, others: Collection[str] = ()
) -> Words:
    """The words of some columns.

    What to do about a column says that somebody can: no further answer is needed then.

    Args:
        columns: of ``customers.columns``, those that are learned from.
        path: the file in which people say them; what it leaves open is guessed by name. None for guesses only.
        others: columns of the table that ``customers`` does not name; a line about one of them is no mistake.

    Raises:
        Slip: if there is no such file, or it is no table with a column “column”.
    """
    known = {*customers.columns, *customers.aside, *others}
    said, remarks = _said(path, columns, known) if path else ({}, ())
    wordings, units, guessed, asked, sides = {}, {}, [], [], {}
    for name in columns:
        read = customers.columns[name]
        # On which weekday something was nobody can change.
        own, guess = said.get(name, {}), Guess(can_act=False) if read.source else guess_of(name, read.kind)
        answer = _answer(own, guess)
        if answer in ("yes", "no"):
            can_act = _AS_BOOL[answer]
        else:
            # What was written by this report and changed by nobody is as much of a guess as before.
            can_act = guess.can_act if guess and answer != "ask" else None
            (asked if can_act is None else guessed).append(name)
        action = T(own["action"], own["action"]) if own.get("action") else guess.action if guess else None
        if can_act and (side := _side(own, guess, read)):
            sides[name] = side
        unit = T(own["unit"], own["unit"]) if own.get("unit") else _guessed_unit(name, read, customers.currency)
        if unit:
            units[name] = unit
        label = own.get("label") or _tidy(name) or "–"
        wordings[name] = Wording(
            T(label, label),
            _with_unit(unit) if unit else said_plain(name),
            _values(read),
            actionable=can_act,
            action=action if can_act else None,
            says_one=_of_one(unit),
        )
        if read.kind == "day" and is_day(wordings[name]):
            wordings[name] = replace(wordings[name], below=days_ahead(wordings[name].label))
    return Words(wordings, units, tuple(guessed), tuple(asked), remarks, sides)


def _answer(own: Mapping[str, str], guess: Guess | None) -> str:
    """What somebody has answered: ``"yes"``, ``"no"``, ``"ask"``; else nothing, also where only a guess was written."""
    answer = own.get("can_act", "")
    if answer in _AS_BOOL:
        return answer
    return "yes" if own.get("action") and not _is_ready_made(own, guess) else ""


def _is_ready_made(own: Mapping[str, str], guess: Guess | None) -> bool:
    """Whether what stands in the file as “what to do” is what was guessed."""
    return bool(guess and guess.action and own.get("action") in (guess.action.en, guess.action.ja))


def _side(own: Mapping[str, str], guess: Guess | None, read: Read) -> Side | None:
    """The side on which a ready-made action fits; what somebody has written is said of every value."""
    if not (guess and guess.side) or (own.get("action") and not _is_ready_made(own, guess)):
        return None
    if read.kind == "day":
        # Of a day the days since are compared: what was long ago is over.
        return "low" if guess.side == "high" else "high"
    return guess.side if read.kind in ("number", "flag") else None


def starter_words(words: Words) -> str:
    """The text of a CSV file in the language spoken, with a line for each column as it is said now, to be filled in.

    A guess is written as one; read back, it stays one until somebody deletes that word.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([str(column.heading) for column in FILE.columns])
    for name, wording in words.wordings.items():
        if name in words.guessed and wording.actionable is not None:
            can_act = _GUESSED_AS[wording.actionable]
        else:
            can_act = next(choice for choice, value in _AS_BOOL.items() if value is wording.actionable)
        cells = (name, wording.label, words.units.get(name, ""), _CAN_ACT[can_act], wording.action or "")
        writer.writerow([defused(str(cell)) for cell in cells])
    return out.getvalue()


def _said(
    path: Path, columns: Collection[str], others: Collection[str]
) -> tuple[dict[str, Mapping[str, str]], tuple[Remark, ...]]:
    """What a file says of each column, and what of it could not be used."""
    reading = read_table(path, FILE, "column")
    by_heading = {plain_heading(name): name for name in reversed(list(columns))}
    known = {plain_heading(name) for name in others}
    said: dict[str, Mapping[str, str]] = {}
    faults = list(reading.faults)
    for line, row in reading.rows:
        typed = row.get("column", "")
        name = typed if typed in columns else by_heading.get(plain_heading(typed))
        if name in said:
            says = T("“{column}” stands here a second time.", "「{column}」が2回目です。").format(column=_tidy(typed))
            way_out = T("The first line counts; delete one.", "先の行を使いました。どちらかを消してください。")
            faults.append(Fault(line, says, way_out, lost=True))
        elif name:
            if row.get("action") and row.get("can_act") in ("no", "ask"):
                faults.append(_idle_action(line, name, row["can_act"]))
            said[name] = {
                key: _tidy(cell, _LONGEST_ACTION if key == "action" else _LONGEST) for key, cell in row.items()
            }
        elif plain_heading(typed) not in known:
            says = T("the table has no column “{column}”.", "表に「{column}」という列がありません。").format(
                column=_tidy(typed) or "–"
            )
            way_out = T("Write its heading as it stands in the table.", "表の見出しのとおりに書いてください。")
            faults.append(Fault(line, says, way_out, lost=True))
    return said, tuple(_remark(path, fault) for fault in sorted(faults, key=lambda fault: fault.line))


def _idle_action(line: int, name: str, answer: str) -> Fault:
    """An action that nobody will read, because the same line says that nobody can act."""
    says = T(
        "something to do is written for “{column}”, but “can we act on it?” says “{answer}”, so the page does not show it.",
        "「{column}」に「すること」が書いてありますが、「手を打てる?」が「{answer}」なので、ページには出ません。",
    ).format(column=_tidy(name), answer=_CAN_ACT[answer])
    way_out = T("Answer “can act” there to have it shown.", "出すなら「手を打てる?」を「手を打てる」にしてください。")
    return Fault(line, says, way_out, lost=True)


def _remark(path: Path, fault: Fault) -> Remark:
    says = T("Line {line} of “{name}”: {says}", "「{name}」の{line}行目: {says}")
    return Remark(
        "words-file",
        says.format(line=fault.line, name=path.name, says=fault.says),
        fault.way_out,
        weight=Weight.WARN if fault.lost else Weight.NOTE,
    )


def check_words(path: Path | None) -> None:
    """See that a words file is one before anything takes time.

    Raises:
        Slip: as ``read_words``.
    """
    if path:
        read_table(path, FILE, "column")


def _tidy(text: str, longest: int = _LONGEST) -> str:
    """A text on one line, and not for ever."""
    plain = " ".join(straight(text).split())
    return plain if len(plain) <= longest else plain[: longest - 1] + "…"


def _guessed_unit(name: str, read: Read, currency: str) -> T | None:
    """What the cells carry, or else what the name says."""
    if read.kind == "day":
        return T(*(each.removeprefix("{value}").strip() for each in (DAYS_BEFORE.en, DAYS_BEFORE.ja)))
    if read.kind != "number":
        return None
    if not read.unit:
        return unit_of(name, currency)
    if currency_in(read.unit) is None:
        return T(read.unit, read.unit)
    # As the table's currency is written; alone, its sign or its word.
    return in_currency("", currency if currency_in(read.unit) == currency_in(currency) else read.unit)


def _with_unit(unit: T) -> T:
    """How a number is said with its unit; ``{value}`` stands for it."""
    # What people type is no pattern.
    english, japanese = (re.sub(r"[{}]", "", one) for one in (unit.en, unit.ja))
    if currency_in(unit.en):
        return T(in_currency("{value}", english).en, in_currency("{value}", japanese).ja)
    blank = "" if english in ("%", "％") else " "
    return T(f"{{value}}{blank}{english}", f"{{value}}{japanese}")


def _of_one(unit: T | None) -> T | None:
    """How 1 is said with a unit that has another word for one of it; ``None`` for all others."""
    if unit is None:
        return None
    english = _OF_SEVERAL.sub(lambda several: several[0][:-1], unit.en)
    return None if english == unit.en else _with_unit(T(english, unit.ja))


_OF_SEVERAL = re.compile(r"^(?:minutes|hours|days|weeks|months|years|times|tickets|orders|seats|users)\b")


def said_blank(read: Read) -> T:
    """How a cell without a value is said: as it stands in the table, because 「不明」 may be a word of its own there."""
    return read.gap


def _values(read: Read) -> dict[Hashable, T]:
    """The words of values that are no numbers: those of a yes-or-no column, and of blanks."""
    values: dict[Hashable, T] = {BLANK: read.gap}
    if read.kind == "flag" and read.labels:
        plain = {plain_heading(label) for label in read.labels}
        own = {value: T(label, label) for value, label in zip((False, True), read.labels, strict=True) if label.strip()}
        values |= _YES_OR_NO | ({} if plain in _FLAGS else own)
    return values
