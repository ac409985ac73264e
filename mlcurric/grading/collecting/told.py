"""What is told of one zip on the terminal: how many notebooks came of it, and everything that somebody has to look at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console

from mlcurric.grading.collecting.shelf import Put
from mlcurric.grading.reading.collect import EARLIER
from mlcurric.grading.said import first_lines
from mlcurric.text import T

_COUNTS = T(
    "{zip}: {new} new, {replaced} replaced, {same} unchanged.",
    "{zip}: 新規 {new} 件、差し替え {replaced} 件、変更なし {same} 件。",
)
_NOT_ONE = T("{zip}: there is no notebook in it.", "{zip}: ノートブックがひとつもありません。")
_REPLACED = T(
    "Replaced by a later hand-in; the earlier one is kept in {earlier}:",
    "新しい提出に差し替えました。前の提出は {earlier} に残してあります:",
)
_OLDER = T(
    "Left alone, because a later hand-in took its place before (to go back, copy it by hand from {earlier}):",
    "すでに新しい提出があるため、そのままにしました(戻すときは {earlier} から手でコピーしてください):",
)
_SECONDS = T(
    "More than one notebook of a learner for one exercise, and nothing says which is the later; ask which one counts:",
    "同じ学習者の同じ演習のノートブックが複数あり、どれが新しいか判断できません。どれを採点するか、本人に確かめてください:",
)
SECOND = T(
    "{where}: “{chosen}” was taken, “{place}” was not.",
    "{where}: 「{chosen}」を取り込み、「{place}」は取り込んでいません。",
)
_NAMESAKES = T(
    "Learners of one name, or one learner in two assignments for the same exercise; compare the numbers with the LMS, and if it "
    "is one learner, move the notebooks into one folder:",
    "同じ名前の学習者が複数いるか、同じ演習の課題が2つあります。番号を LMS と見比べ、同一人物ならノートブックをひとつのフォルダーにまとめてください:",
)
_REFUSED = T("Not read:", "読めなかったもの:")
_OTHERS = T("Left alone, not a notebook:", "ノートブックではないため、触れていません:")


@dataclass
class Told:
    """What came of one zip, in the words that people read."""

    name: str
    counts: Counter[Put] = field(default_factory=Counter)
    replaced: list[str] = field(default_factory=list)
    older: list[str] = field(default_factory=list)
    seconds: list[str] = field(default_factory=list)
    namesakes: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


def tell(result: Told, submissions: Path) -> None:
    """Print all of it."""
    counts = result.counts
    if counts:
        values = {one.value: counts[one] for one in Put}
        say(_COUNTS.format(zip=result.name, **values))
    elif result.refused:
        _print(f"{result.name}:")
    else:
        say(_NOT_ONE.format(zip=result.name))
    earlier = submissions / EARLIER
    for title, lines in (
        (_REPLACED.format(earlier=earlier), result.replaced),
        (_OLDER.format(earlier=earlier), result.older),
        (_SECONDS, result.seconds),
        (_NAMESAKES, result.namesakes),
        (_REFUSED, result.refused),
        (_OTHERS, result.others),
    ):
        if lines:
            say(title)
            # What was not taken is told in full: each line is somebody's hand-in.
            for line in [f"  {line}" for line in lines] if title in (_REFUSED, _SECONDS) else first_lines(lines):
                _print(line)


def say(line: T) -> None:
    """Print one line."""
    _print(str(line))


def _print(line: str) -> None:
    Console(soft_wrap=True).print(line, markup=False, highlight=False)
