"""One line of a table of answers: marks as numbers or words, issues in one cell or one box each, free texts cleaned."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mlcurric.subject.product.finding import quoted
from mlcurric.subject.sheets import Fault
from mlcurric.subject.surveys.forms import ISSUES, MARKED, OTHER, STAGES, clean_words, every_item
from mlcurric.subject.surveys.headings import Column
from mlcurric.subject.surveys.likert import is_no_answer, number_of, numbered, other_scale, plain, read_words
from mlcurric.subject.surveys.teams import squeeze
from mlcurric.text import T

LONGEST_WORDS = 10_000
_ITEMS = every_item()
_ISSUES = {
    squeeze(word): issue.id
    for letter, issue in ISSUES.items()
    for word in (letter, issue.id, issue.label.en, issue.label.ja)
}
_NOTHING = {
    "none",
    "なし",
    "特になし",
    "とくになし",
    "ない",
    "特にない",
    "nothing",
    "noneofthese",
    "該当なし",
    "困っていない",
}
_OTHER = re.compile(r"^(その他|other)", re.IGNORECASE)
_TICKED = {"1", "true", "yes", "x", "on", "はい", "レ", "○", "◯", "〇", "✓", "✔", "☑", "●"}
_TOTAL = re.compile(r"^(平均|合計|総計|average|mean|total|sum)", re.IGNORECASE)
_BEFORE = re.compile(r"before|事前|始める前|開始前|受講前|\bpre\b|前アンケート")
_STAGE = re.compile(r"(?:stage|after|ステージ)[-_ ]*([0-9])|^([0-9])$")
_ONE_SLIP_IN = 10
"""One number beside the scale among so many is a slip of the finger, and no other scale."""
_MORE_STEPS = (
    T("the words belong to a scale of more than five steps.", "5段階より細かい尺度の言葉です。"),
    T("No words of this file are counted; the form asks for 1 to 5.", "このファイルの言葉の回答は数えません。フォームの選択肢は1〜5の5段階です。"),
)  # fmt: skip
_COLUMN_REFUSED = (
    T("“{typed}” under “{asks}” belongs to another scale than 1 to 5.", "「{asks}」の「{typed}」は、1〜5とは別の尺度の数字です。"),
    T(
        "No number of this column is counted, or 5 might be the best and the middle at once. If it is a slip, mend it; else ask again with 1 to 5.",
        "同じ5でも意味が変わるため、この列の点はどれも数えません。打ち間違いなら直し、別の尺度なら1〜5で聞き直してください。",
    ),
)  # fmt: skip
_FILE_REFUSED = (
    T("numbers such as “{typed}” belong to another scale than 1 to 5.", "「{typed}」のような、1〜5とは別の尺度(0〜10や1〜7)の数字があります。"),
    T(
        "No mark of this file is counted, or 5 might be the best and the middle at once; issues and texts are. Ask again with 1 to 5.",
        "同じ5でも意味が変わるため、このファイルの点はどれも数えません(困りごとと自由記述は数えます)。1〜5で聞き直してください。",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """What one line says; ``address`` only tells two answers of one person, and goes no further."""

    line: int
    stage: int
    team: str
    code: str
    address: str
    marks: Mapping[str, int] = field(default_factory=dict)
    issues: frozenset[str] | None = None
    words: Mapping[str, str] = field(default_factory=dict)


def stage_in(text: str) -> int | None:
    """The form that a text names: “before”, “stage-2”, 「ステージ3」, 「事前アンケート」."""
    bare = unicodedata.normalize("NFKC", text).casefold().strip()
    if _BEFORE.search(bare):
        return 0
    found = _STAGE.search(bare)
    number = int(found[1] or found[2]) if found else None
    return number if number in STAGES else None


class Line:
    """The lines of one table while they are read; what the words of its scale mean is told by all of them together."""

    def __init__(
        self, columns: Sequence[Column], rows: Sequence[tuple[int, Sequence[str]]], stage: int | None, scale: str, faults: list[Fault]
    ) -> None:  # fmt: skip
        self._columns, self._stage, self._faults = columns, stage, faults
        steps = [plain(step) for step in re.split(r"[/／|]", scale) if step.strip()]
        words = [cells[at] for at in self._marked() for _, cells in rows]
        told = dict(zip(steps, range(1, 6), strict=True)) if len(steps) == 5 else numbered(words)
        words = [word for word in words if not re.search(r"\d", plain(word)) and not is_no_answer(word)]
        if all(plain(word) in told for word in words if word.strip()):
            self._words: dict[str, int] | None = told
        else:
            read = read_words(words)
            self._words = None if read is None else read | told
        if self._words is None and self._marked():
            self._fault(rows[0][0], *_MORE_STEPS, lost=True)
        self._refused = self._on_another_scale(rows)

    def read(self, number: int, cells: Sequence[str]) -> Row | None:
        """One line; nothing if it has no answer."""
        first = next((cell for cell in cells if cell.strip()), "")
        if _TOTAL.match(plain(first)) and not any(
            self._columns[at].means == "team" and cells[at] == first for at in range(len(cells))
        ):
            self._fault(number, T("this is a line of totals.", "集計の行です。"), T("It is left out.", "飛ばします。"))
            return None
        marks: dict[str, int] = {}
        words: dict[str, str] = {}
        issues: set[str] | None = None
        about = dict.fromkeys(("team", "code", "stage", "personal"), "")
        for column, cell in zip(self._columns, cells, strict=True):
            kind = _ITEMS[column.id].kind if column.means == "item" else column.means
            if kind in about and not about[kind]:
                about[kind] = clean_words(cell)
            elif kind == "issue" and cell.strip():
                # A box of its own: whoever left it empty still saw the question.
                issues = (issues or set()) | ({column.id} if self._ticked(cell, column.id) else set())
            elif not cell.strip() or is_no_answer(cell):
                continue
            elif kind in MARKED and (mark := self._mark(number, column.id, cell)) is not None:
                marks[column.id] = mark
            elif kind == "issues" and (named := self._named(number, cell)) is not None:
                issues = (issues or set()) | named
            elif kind == "open":
                words[column.id] = clean_words(cell)[:LONGEST_WORDS]
        if not marks and issues is None and not words:
            self._fault(
                number, T("there is no answer in it.", "回答がありません。"), T("It is left out.", "飛ばします。")
            )
            return None
        if issues is None and marks and any(column.means == "issue" for column in self._columns):
            issues = set()
        told = stage_in(about["stage"])
        stage = told if told is not None else self._stage
        code, address = squeeze(about["code"]), squeeze(about["personal"]) if "@" in about["personal"] else ""
        return Row(number, -1 if stage is None else stage, about["team"], code, address, marks,
                   None if issues is None else frozenset(issues), words)  # fmt: skip

    def _marked(self) -> list[int]:
        return [
            at for at, column in enumerate(self._columns) if column.means == "item" and _ITEMS[column.id].kind in MARKED
        ]

    def _on_another_scale(self, rows: Sequence[tuple[int, Sequence[str]]]) -> set[str]:
        """The items whose numbers are of another scale, such as 0 to 10; all of them where more than one is."""
        columns = {self._columns[at].id: [(number, cells[at]) for number, cells in rows] for at in self._marked()}
        odd = {
            item: found
            for item, cells in columns.items()
            if (found := [each for each in cells if other_scale(each[1])])
        }
        if not odd:
            return set()
        numbers = sum(number_of(cell) is not None for cells in columns.values() for _, cell in cells)
        if sum(map(len, odd.values())) == 1 and numbers >= _ONE_SLIP_IN:
            return set()
        line, typed = min(found[0] for found in odd.values())
        (item, *others) = odd
        values = {"typed": quoted(typed), "asks": _ITEMS[item].asks}
        self._fault(
            line, *(each.format(**values) for each in (_FILE_REFUSED if others else _COLUMN_REFUSED)), lost=True
        )
        return set(columns) if others else {item}

    def _mark(self, number: int, item: str, cell: str) -> int | None:
        if item in self._refused:
            return None
        if (mark := number_of(cell)) is not None:
            return mark
        if self._words is None:
            return None
        if (mark := self._words.get(plain(cell))) is not None:
            return mark
        self._fault(
            number,
            T(
                "“{typed}” under “{asks}” is not 1 to 5.", "「{asks}」の「{typed}」が、1〜5のどれかわかりません。"
            ).format(typed=quoted(cell), asks=_ITEMS[item].asks),
            T(
                "It is left open; a first line “# scale: …/…/…/…/…” says the five words, the lowest first.",
                "空欄とします。ファイルの1行目に「# scale: …/…/…/…/…」と、低い順に5つの言葉を書けば読めます。",
            ),
            missing=True,
        )
        return None

    def _named(self, number: int, cell: str) -> set[str] | None:
        """The issues named in one cell; ``None`` if nothing in it can be read."""
        named: set[str] = set()
        unknown: list[str] = []
        read = False
        for part in re.split(r"[;;,,、\n|/・]+", unicodedata.normalize("NFKC", cell)):
            # A letter before the words, as on paper: “g no time”.
            key, bare = squeeze(part), squeeze(re.sub(r"^\s*[a-jA-J]\s*[.):: ]\s*", "", part))
            if not key:
                continue
            if _OTHER.match(part.strip()):
                named.add(OTHER.id)
                self._fault(
                    number,
                    T("“{typed}” is no issue of the form.", "「{typed}」は、困りごとの選択肢にありません。").format(typed=quoted(part)),
                    T("It is counted as “{other}”.", "「{other}」として数えます。").format(other=OTHER.label),
                )  # fmt: skip
            elif key in _NOTHING:
                read = True
            elif re.fullmatch(r"[a-j]+", key):
                named |= {_ISSUES[letter] for letter in key}
            elif issue := _ISSUES.get(key) or _ISSUES.get(bare):
                named.add(issue)
            elif all(squeeze(word) in _ISSUES for word in part.split()):
                named |= {_ISSUES[squeeze(word)] for word in part.split()}
            else:
                unknown.append(part)
        for part in unknown:
            self._fault(
                number,
                T("“{typed}” is no issue of the form.", "「{typed}」は、困りごとの選択肢にありません。").format(typed=quoted(part)),
                _REST_COUNTS if named or read else _NOT_OF_THOSE_WHO_ANSWERED,
                missing=True,
            )  # fmt: skip
        return named if named or read else None

    def _ticked(self, cell: str, issue: str) -> bool:
        return plain(cell) in _TICKED or _ISSUES.get(squeeze(cell)) == issue

    def _fault(self, line: int, says: T, way_out: T, lost: bool = False, missing: bool = False) -> None:
        self._faults.append(Fault(line, says, way_out, lost, missing))


_REST_COUNTS = T(
    "It is left out; what else this person named is counted.",
    "これは数えません。同じ人が挙げたほかの困りごとは数えます。",
)
_NOT_OF_THOSE_WHO_ANSWERED = T(
    "This person is left out of the issues, of those who named one and of all who answered. Write letters such as “a, d”, or “other”.",
    "この人は、困りごとの集計では回答者の数にも入りません。入れるなら、「a, d」のような記号か「その他」と書いてください。",
)
