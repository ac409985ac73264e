"""The kinds of sticky notes, each with its colour, its letter for black and white, and what belongs on it.

Colours and words follow the ddd-crew's Event Storming glossary (CC BY 4.0); sources differ, so every board shows a legend.
``ml_step`` is ours: it shows on the to-be layer where a machine steps in.
"""

from __future__ import annotations

import colorsys
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mlcurric.subject.sheets import plain_heading
from mlcurric.text import T


@dataclass(frozen=True)
class Kind:
    """One kind of note.

    Attributes:
        id: what a file says.
        letter: the first sign of its notes' ids, by which it is told where there are no colours.
        name: what it is called.
        holds: what belongs on it, for the legend.
        colour: the paper's colour, as ``#rrggbb``.
        size: width and height in notes; an event is 1 by 1.
        tilted: whether it is stuck on at an angle, to be seen from afar.
        also: other words for it, in either language, small letters.
        colours: the colours that mean it, where somebody wrote the colour and no kind.
    """

    id: str
    letter: str
    name: T
    holds: T
    colour: str
    size: tuple[float, float] = (1, 1)
    tilted: bool = False
    also: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()


_KINDS = (
    Kind(
        "event",
        "E",
        T("event", "イベント"),
        T("something that happened, in the past tense", "起きたこと。過去形で書く"),
        "#ff9b3d",
        also=("domain event", "出来事", "ドメインイベント", "できごと"),
        colours=("orange", "オレンジ", "橙"),
    ),
    Kind(
        "hotspot",
        "H",
        T("hotspot", "ホットスポット"),
        T("a problem, a question, a quarrel", "困りごと、疑問、意見の食い違い"),
        "#ff4f9a",
        tilted=True,
        also=("hot spot", "problem", "question", "課題", "問題", "疑問"),
        colours=("neon pink", "magenta", "red", "ネオンピンク", "ショッキングピンク", "赤"),
    ),
    Kind(
        "actor",
        "A",
        T("actor", "アクター"),
        T("a person who does something, by role and situation", "何かをする人。役割と状況で書く"),
        "#ffe66b",
        (1, 0.66),
        also=("person", "persona", "人", "登場人物", "人物"),
        colours=("yellow", "small yellow", "黄色", "黄", "小さい黄色"),
    ),
    Kind(
        "command",
        "C",
        T("command", "コマンド"),
        T("what somebody decides to do; it leads to an event", "誰かが決めて行うこと。イベントにつながる"),
        "#6fb5f2",
        also=("action", "操作", "行動", "アクション"),
        colours=("blue", "light blue", "青", "水色"),
    ),
    Kind(
        "policy",
        "P",
        T("policy", "ポリシー"),
        T("a rule: whenever this has happened, do that", "決まりごと。「〜したら、必ず〜する」"),
        "#c7a6e8",
        (1.3, 1),
        also=("rule", "決まり", "ルール", "方針"),
        colours=("lilac", "purple", "violet", "紫", "薄紫", "ライラック"),
    ),
    Kind(
        "system",
        "S",
        T("system", "システム"),
        T("software or another company that takes part", "関わるソフトウェアや社外のサービス"),
        "#f7b8cb",
        (1.5, 0.9),
        also=("external system", "software", "外部システム", "ツール"),
        colours=("pink", "wide pink", "ピンク", "桃色"),
    ),
    Kind(
        "information",
        "I",
        T("information", "情報"),
        T("what somebody looks at before deciding", "決める前に見るもの(画面、表、一覧)"),
        "#8fd19e",
        also=("read model", "view", "data", "リードモデル", "画面", "データ"),
        colours=("green", "緑", "みどり"),
    ),
    Kind(
        "constraint",
        "K",
        T("constraint", "制約"),
        T("what must hold before it may happen", "起きる前に満たすべき条件"),
        "#ffd23f",
        (1.4, 1),
        also=("aggregate", "集約", "条件"),
        colours=("big yellow", "dark yellow", "大きい黄色", "濃い黄色", "山吹色"),
    ),
    Kind(
        "opportunity",
        "O",
        T("opportunity", "機会"),
        T("something that could be better, or new", "もっと良くできること、新しくできること"),
        "#b9e769",
        tilted=True,
        also=("chance", "idea", "アイデア", "チャンス"),
        colours=("light green", "lime", "黄緑"),
    ),
    Kind(
        "value",
        "V",
        T("value gained", "得られる価値"),
        T("what somebody gains here", "ここで誰かが得るもの"),
        "#4fae6a",
        (0.9, 0.55),
        also=("value", "gain", "価値", "得るもの"),
        colours=("small green", "dark green", "小さい緑", "濃い緑"),
    ),
    Kind(
        "loss",
        "L",
        T("value lost", "失われる価値"),
        T("what somebody loses here", "ここで誰かが失うもの"),
        "#e05f56",
        (0.9, 0.55),
        also=("loss", "cost", "損失", "失うもの"),
        colours=("small red", "dark red", "小さい赤"),
    ),
    Kind(
        "ml_step",
        "M",
        T("ML step", "MLの出番"),
        T("to-be: what a machine estimates here, for whom", "これから: ここで機械が何を見積もり、誰に渡すか"),
        "#ffffff",
        (1.4, 1),
        also=("ml", "machine learning", "model", "機械学習", "モデル"),
        colours=("white", "白"),
    ),
)
KINDS: Mapping[str, Kind] = MappingProxyType({kind.id: kind for kind in _KINDS})
"""Every kind by its id, in the order of the legend."""
BY_LETTER: Mapping[str, Kind] = MappingProxyType({kind.letter: kind for kind in _KINDS})


def find_kind(typed: str) -> Kind | None:
    """The kind that somebody means by a letter, a word in either language, or the colour of the paper; else ``None``."""
    return _WORDS.get(plain_word(typed))


def nearest_kind(colour: str) -> Kind | None:
    """The kind whose paper is nearest to a colour such as ``#ff9d48``, ``#fa4`` or ``rgb(255, 157, 72)``; else ``None``.

    Nearest by hue first: the palettes of whiteboards are paler than paper. Two papers of one colour differ in size (a yellow
    one is an actor when small); by colour alone the nearer shade is meant. Grey and black are no paper of ours.
    """
    seen = _channels(colour)
    if seen is None:
        return None
    hue, saturation, brightness = colorsys.rgb_to_hsv(*seen)
    if saturation < _GREY:
        return KINDS["ml_step"] if brightness > 0.97 else None
    coloured = [kind for kind in _KINDS if kind.id != "ml_step"]
    return min(
        coloured, key=lambda kind: _apart((hue, saturation, brightness), colorsys.rgb_to_hsv(*_channels(kind.colour)))
    )


_GREY = 0.08


def _apart(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """How far two colours, as hue, saturation and brightness in 0..1, are from each other."""
    hue = abs(one[0] - other[0])
    return (8 * min(hue, 1 - hue)) ** 2 + (0.5 * (one[1] - other[1])) ** 2 + (one[2] - other[2]) ** 2


def _channels(colour: str) -> tuple[float, float, float] | None:
    """Red, green and blue in 0..1."""
    plain = unicodedata.normalize("NFKC", colour).strip().lower()
    if found := re.fullmatch(r"rgba?\((\d{1,3}),? *(\d{1,3}),? *(\d{1,3})(?:[,/ ][^)]*)?\)", plain):
        red, green, blue = (min(int(part), 255) / 255 for part in found.groups())
        return red, green, blue
    found = re.fullmatch(r"#?([0-9a-f]{3}|[0-9a-f]{6})(?:[0-9a-f]{2})?", plain)
    if found is None:
        return None
    digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
    return int(digits[:2], 16) / 255, int(digits[2:4], 16) / 255, int(digits[4:], 16) / 255


def plain_word(word: str) -> str:
    """A kind or a colour as it is compared: as a heading is, and a hyphen is a blank."""
    return plain_heading(unicodedata.normalize("NFKC", word).replace("-", " "))


_WORDS = {
    plain_word(word): kind
    for kind in _KINDS
    for word in (kind.id, kind.letter, kind.name.en, kind.name.ja, *kind.also, *kind.colours)
}
