"""What the headings of a form tool's export mean: an item of ours, the team, a time, or something that must not be kept."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mlcurric.subject.surveys.forms import ABOUT, ISSUES, LEADS, every_item
from mlcurric.subject.surveys.teams import squeeze

_SHORTEST = 6
"""A text of fewer signs may stand in a heading by chance."""
_ALIKE = 0.86
_OTHERS: Mapping[str, tuple[str, ...]] = {
    "team": ("team", "team name", "your team", "チーム", "チーム名", "所属チーム", "所属", "部署", "部署名", "グループ", "group"),
    "code": (
        *("code", "code word", "codeword", "pseudonym", "nickname", "alias", "合い言葉", "合言葉", "ニックネーム", "仮名"),
        *("あいことば", "匿名id", "a word that only you know"),
    ),
    "stage": ("stage", "form", "moment", "ステージ", "フォーム", "時期", "回"),
    "time": (
        *("timestamp", "time", "date", "start time", "completion time", "submitted at", "last modified time", "submit date"),
        *("タイムスタンプ", "回答日時", "送信日時", "開始時刻", "完了時刻", "最終変更時刻", "日時", "日付", "回答日"),
    ),
    "item": ("item",),
    "answer": ("answer",),
    "": ("id", "no", "#", "番号", "version", "kind", "score", "total points", "スコア", "合計点", "言語", "language", "res id", "受付番号"),
}  # fmt: skip
_PERSONAL = re.compile(
    r"e?mail|メール|めーる|氏名|お名前|名前|ふりがな|フリガナ|^name$|yourname|fullname|firstname|lastname|surname|username|userid"
    r"|ユーザー|電話|phone|社員|employee|ipaddress|^ip$|ipアドレス|住所"
)
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}", re.IGNORECASE)


@dataclass(frozen=True)
class Column:
    """What a column holds.

    Attributes:
        means: ``"item"``, ``"issue"`` (one box of the issues), ``"team"``, ``"code"``, ``"stage"``, ``"time"``,
            ``"personal"``, ``"key"`` and ``"value"`` (of a table with one row an item), or ``""`` for what is not read.
        id: of the item or the issue.
        guessed: whether the heading only resembles the question.
    """

    means: str
    id: str = ""
    guessed: bool = False


def read_headings(headings: Sequence[str], cells: Sequence[Sequence[str]]) -> list[Column]:
    """What each column is; the second column of the same meaning is not read.

    Args:
        cells: of each column, to tell addresses under any heading.
    """
    found: list[Column] = []
    for heading, column in zip(headings, cells, strict=True):
        meant = _meaning(heading)
        filled = [cell for cell in column if cell.strip()]
        if filled and sum(bool(_ADDRESS.fullmatch(cell.strip())) for cell in filled) > len(filled) / 2:
            meant = Column("personal")
        if meant.means not in ("", "personal") and any((meant.means, meant.id) == (one.means, one.id) for one in found):
            meant = Column("")
        found.append(meant)
    return found


def _meaning(heading: str) -> Column:
    if squeeze(heading) in _KNOWN:
        return _KNOWN[squeeze(heading)]
    # “3. …”, “Q3: …”, 「設問3 …」 are the tool's numbers; a star says that an answer is required.
    bare = unicodedata.normalize("NFKC", heading).strip()
    bare = re.sub(r"^\s*(?:q|設問|質問|問)?\s*\d+\s*[.:)、]?\s*(?=\D)", "", bare, flags=re.IGNORECASE)
    key = squeeze(bare)
    if not key:
        return Column("")
    if key in _KNOWN:
        return _KNOWN[key]
    # A grid: “the lead [the line]”.
    if (inner := re.search(r"[\[［【](.+)[\]］】]\s*$", bare)) and squeeze(inner[1]) in _KNOWN:
        return _KNOWN[squeeze(inner[1])]
    if _PERSONAL.search(key):
        return Column("personal")
    long = [text for text in _KNOWN if len(text) >= _SHORTEST and _KNOWN[text].means in ("item", "issue", "code")]
    for holds in (key.endswith, key.__contains__):
        if within := [text for text in long if holds(text)]:
            return _KNOWN[max(within, key=len)]
    if near := difflib.get_close_matches(key, long, 1, _ALIKE):
        return Column(_KNOWN[near[0]].means, _KNOWN[near[0]].id, guessed=True)
    return Column("")


def _known() -> dict[str, Column]:
    known: dict[str, Column] = {}
    for means, words in _OTHERS.items():
        known |= {
            squeeze(word): Column({"item": "key", "answer": "value"}.get(means, means))
            for word in words
            if squeeze(word)
        }
    for issue in ISSUES.values():
        known |= {squeeze(text): Column("issue", issue.id) for text in (issue.id, issue.label.en, issue.label.ja)}
    for item in ABOUT.values():
        known |= {squeeze(text): Column(item.id) for text in (item.asks.en, item.asks.ja)}
    for item in every_item().values():
        for text in (item.id, item.asks.en, item.asks.ja):
            known[squeeze(text)] = Column("item", item.id)
        if lead := LEADS.get(item.kind):
            known[squeeze(lead.en + item.asks.en)] = known[squeeze(lead.ja + item.asks.ja)] = Column("item", item.id)
    return known


_KNOWN = _known()
