"""Keeps the survey that ends a stage in the folder ``survey/`` of a learner or a team: one table a person, to which each run adds."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from mlcurric.keeping import write_whole
from mlcurric.notebook.show import show_notice, show_outside, show_unsaved
from mlcurric.notebook.workfolder import write_table
from mlcurric.question.plain import to_plain
from mlcurric.subject.sheets import read_sheet
from mlcurric.subject.surveys.forms import (
    ABOUT,
    MARKED,
    NO_ISSUES,
    SCALE,
    Item,
    read_answer,
    survey_items,
    survey_table,
)
from mlcurric.subject.surveys.teams import squeeze
from mlcurric.subject.typed import Slip
from mlcurric.text import T

SURVEY_FOLDER = "survey"
_NAMED = 3
"""So many lines of one slip are named; of more, the first and how many others."""


def survey_path(work: Path, stage: int, person: int = 1) -> Path:
    """The file that holds what one person answered to the survey that ends a stage; people of one machine count from 1."""
    return work / SURVEY_FOLDER / (f"stage-{stage}.csv" if person == 1 else f"stage-{stage}-{person}.csv")


def keep_survey(work: Path | None, stage: int, lines: Mapping[str, Any]) -> None:
    """Add to what is kept of a person's survey, and say what is still open.

    A line that is open or cannot be read leaves that person's earlier answer as it was; so does everything to the answers
    of others, who are told apart by ``code``.

    Args:
        work: the learner's folder, or ``None`` where nothing is kept.
        stage: the stage's number.
        lines: the cell's lines as they were typed, by item; ``team`` and ``code`` may be among them.
    """
    asked = {item.id: item for item in survey_items(stage)}
    items = {**ABOUT, **asked}
    # As plain data: half of a character, which cannot be written to a file, is replaced.
    read = {name: _read(items[name], to_plain(typed)) for name, typed in lines.items() if name in items}
    given = {name: answer for name, answer in read.items() if isinstance(answer, str)}
    people = [] if work is None else list(_people(work, stage))
    if not given.keys() & asked.keys():
        kept = next((one.answers for one in people if one.code == _code(given)), {})
        show_notice(*(_about_problems(lines, items, read, kept) or (_NOTHING_YET,)), *([_NOT_SAVED] if kept else []))
        return
    if work is None:
        show_outside()
        return
    person = _whose(people, given)
    before = person.answers if person else {}
    path = person.path if person else _free(work, stage)
    changed = [name for name in asked if name in given and before.get(name, given[name]) != given[name]]
    others = 2 * len(changed) > len(before.keys() & given.keys() & asked.keys()) and len(changed) > 1
    try:
        if others:
            write_whole(_earlier(path), path.read_bytes())
        write_table(path, survey_table(stage, datetime.now().date().isoformat(), before | given))
    except OSError as error:
        show_unsaved(error)
        return
    said = [_SAVED.format(path=path.relative_to(work.parent))]
    if others:
        said.append(_OTHERS.format(path=_earlier(path).relative_to(work.parent)))
    elif changed:
        said.append(_REPLACED)
    if people and not person:
        said += _about_another(people, given, path, work)
    if kept := [name for name, answer in read.items() if answer is None and name in before]:
        said.append(_STANDS.format(names=_some(kept)))
    show_notice(*said, *_about_problems(lines, items, read, before), *_about_open(asked, before | given))


_NOTHING_YET = T("Nothing is filled in yet; nothing was saved.", "まだ何も書かれていないので、保存していません。")
_NOT_SAVED = T("Your earlier answers stand as they were.", "前の回答は、そのまま残っています。")
_SAVED = T("Saved in {path}.", "{path} に保存しました。")
_REPLACED = T(
    "What you answered anew stands in place of your earlier answer.",
    "書き直した行は、前の回答と置きかわりました。",
)
_OTHERS = T(
    "Most answers are other ones than before; the earlier ones are kept in {path}. Are you another person? Then write "
    "another code, run this again, and rename that file to end in .csv.",
    "ほとんどの答えが前と変わりました。前の回答は {path} に残してあります。別の人なら、合い言葉を変えてもう一度実行し、"
    "そのファイル名の末尾を .csv に戻してください。",
)
_STANDS = T("Empty now, answered before: {names}. That answer stands.", "空いている {names} は、前の回答のままです。")
_OTHER_CODE = T(
    "The code is another one, so this was kept as the answers of another person.",
    "合い言葉が違うので、別の人の回答として残しました。",
)
_NO_CODE = T(
    "There is no code this time, so this was kept as the answers of another person.",
    "今回は合い言葉がないので、別の人の回答として残しました。",
)
_SAME_PERSON = T(
    "Are you the same person? Delete {path}, write the same code as before (none if there was none), and run this again.",
    "同じ人なら、{path} を消し、合い言葉を前と同じにして(前が空なら空にして)、もう一度実行してください。",
)
_UNREAD_FILE = T(
    "{path} could not be read, and was left as it is.", "{path} は読めなかったので、そのまま残しています。"
)


@dataclass(frozen=True)
class _Person:
    """What a file keeps of one person, by item; ``None`` if the file cannot be read."""

    path: Path
    answers: dict[str, str] | None

    @property
    def code(self) -> str | None:
        return None if self.answers is None else _code(self.answers)


def _read(item: Item, typed: Any) -> str | T | None:
    # Whoever types None there means that nothing stands in the way.
    return NO_ISSUES if item.kind == "issues" and typed is None else read_answer(item, typed)


def _people(work: Path, stage: int) -> Iterator[_Person]:
    for path in sorted((work / SURVEY_FOLDER).glob(f"stage-{stage}*.csv")):
        if path.stem == f"stage-{stage}" or re.fullmatch(r"-\d+", path.stem.removeprefix(f"stage-{stage}")):
            yield _Person(path, _kept_in(path))


def _free(work: Path, stage: int) -> Path:
    """The first file that nobody has."""
    paths = (survey_path(work, stage, number) for number in count(1))
    return next(path for path in paths if not path.exists())


def _earlier(path: Path) -> Path:
    """Where the answers go that were nearly all written anew; no table, or they would count twice."""
    return path.with_suffix(".earlier")


def _kept_in(path: Path) -> dict[str, str] | None:
    try:
        sheet = read_sheet(path)
        at, to = (sheet.headings.index(name) for name in ("item", "answer"))
    except (Slip, OSError, ValueError):
        return None
    return {row[at]: row[to] for _, row in sheet.rows if row[to].strip()}


def _code(answers: Mapping[str, str]) -> str:
    return squeeze(answers.get("code", ""))


def _whose(people: Sequence[_Person], given: Mapping[str, str]) -> _Person | None:
    """Whose answers these are: those with the same code; with a new one, those without, if they say nothing else."""
    same = next((one for one in people if one.code == _code(given)), None)
    if same or not _code(given):
        return same
    for one in people:
        both = (one.answers.keys() & given.keys()) - ABOUT.keys() if one.code == "" else ()
        if both and all(one.answers[name] == given[name] for name in both):
            return one
    return None


def _about_another(people: Sequence[_Person], given: Mapping[str, str], path: Path, work: Path) -> list[T]:
    """What is said where the answers were not added to those that are there already."""
    unread = [_UNREAD_FILE.format(path=one.path.relative_to(work.parent)) for one in people if one.answers is None]
    if len(unread) == len(people):
        return unread
    same_person = _SAME_PERSON.format(path=path.relative_to(work.parent))
    return [*unread, _OTHER_CODE if _code(given) else _NO_CODE, same_person]


def _about_problems(
    lines: Mapping[str, Any], items: Mapping[str, Item], read: Mapping[str, Any], before: Mapping[str, str]
) -> list[T]:
    """What could not be read: lines that nobody asked for, marks together in one sentence, and each other line."""
    wrong = [name for name, answer in read.items() if isinstance(answer, T)]
    marks = [name for name in wrong if items[name].kind in MARKED]
    said = [_about_unknown(name, items) for name in lines if name not in items]
    if marks:
        typed = list(dict.fromkeys(str(to_plain(lines[name]))[:20] for name in marks))
        said.append(
            T(
                "{names}: a whole number from {low} to {high} is expected, not {typed}.",
                "{names}: {low}〜{high}の整数で答えます({typed} と書かれています)。",
            ).format(names=_some(marks), low=SCALE[0], high=SCALE[1], typed=", ".join(typed[:_NAMED]))
        )
    said += [read[name] for name in wrong if name not in marks]
    if any(name in before for name in wrong):
        said.append(
            T("There your earlier answers stand.", "その行は前の回答のままです。")
            if all(name in before for name in wrong)
            else T("Where you had answered before, that answer stands.", "前に答えた行は、前の回答のままです。")
        )
    return said


def _some(names: Sequence[str]) -> T:
    """A few lines by name, of many the first one and how many more."""
    if len(names) <= _NAMED:
        return T(", ".join(names), "、".join(names))
    return T("{first} and {n} more lines", "{first} ほか{n}行").format(first=names[0], n=len(names) - 1)


def _about_open(asked: Mapping[str, Item], answers: Mapping[str, str]) -> tuple[T, ...]:
    """What is left to fill in; nothing has to be."""
    still_open = [name for name in asked if name not in answers]
    if not still_open:
        return (T("All lines are filled in; thank you.", "すべて埋まりました。ありがとうございました。"),)
    return (T("Still open: {names}.", "まだ空いている行: {names}。").format(names=", ".join(still_open)),)


def _about_unknown(name: str, items: Mapping[str, Any]) -> T:
    near = difflib.get_close_matches(name, items, 1)
    if near:
        return T(
            "There is no line “{name}”; did you mean “{near}”?",
            "「{name}」という行はありません。「{near}」でしょうか。",
        ).format(name=name, near=near[0])
    return T("There is no line “{name}”.", "「{name}」という行はありません。").format(name=name)
