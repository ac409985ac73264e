"""Whether a method-last sheet keeps its promise: the person and today's work before the method."""

from __future__ import annotations

import re
import unicodedata

from mlcurric.subject.board.model import Board
from mlcurric.subject.product.finding import LineFinding
from mlcurric.subject.said import is_anybody, is_method_alone, is_none, names_method, plain
from mlcurric.subject.usecases.finding import Rule
from mlcurric.subject.usecases.method_last import MethodLast, MethodLastSheets
from mlcurric.subject.usecases.usecase import YES
from mlcurric.text import T

BY_HAND_FOR_A_WEEK = T(
    "Do it by hand for a week: is anybody glad, and what would the right answers be?",
    "1週間、手でやってみましょう。喜ぶ人はいますか。正解は何でしたか。",
)
"""The way out for work that nobody does yet."""
_BEFORE_ML = ("whose", "by_hand", "input", "output", "rule")


def method_last_findings(sheets: MethodLastSheets, board: Board | None = None) -> list[LineFinding]:
    """Everything in the sheets that turns them round, what is wrong before what is asked.

    Args:
        board: that they come from; with it the hotspots are looked up.
    """
    found = [finding for sheet in sheets for rule in _RULES for finding in rule.findings(sheet, sheet.id)]
    if board is not None:
        for sheet in sheets:
            lost = [number for number in sheet.notes if number not in board.notes]
            if lost:
                found += _NOWHERE.findings(sheet, sheet.id)
            elif not any(board.notes[number].kind in ("hotspot", "opportunity") for number in sheet.notes):
                found += _NO_HOTSPOT.findings(sheet, sheet.id)
    return sorted(found, key=lambda finding: finding.asks)


def _has_ml(sheet: MethodLast) -> bool:
    return not is_none(sheet.ml)


def _counts(text: str) -> bool:
    """Whether a text says how often or how long: by a figure, or by a word such as “daily”, 「毎朝」."""
    plain_text = unicodedata.normalize("NFKC", text).casefold()
    return bool(re.search(r"\d|[一二三四五六七八九十百]+[分時回件日人]|毎[朝日週月晩]|半日|一日中|終日|every|daily|weekly|hour|minute|half a day|one |two |three |twice|once", plain_text))  # fmt: skip


_RULES = (
    Rule(
        "whose_anybody",
        "whose",
        lambda sheet: (not is_none(sheet.whose) and is_anybody(sheet.whose)),
        T("“{a}” may be anybody.", "「{a}」では、誰のことかわかりません。"),
        T("One person, by role and situation: “a team leader, a week before the renewal”.", "役割と場面で、ひとりに絞りましょう。「更新を1週間後に控えたチームリーダー」のように。"),
    ),
    Rule(
        "ml_first",
        "ml whose by_hand input output rule",
        lambda sheet: _has_ml(sheet) and any(is_none(getattr(sheet, name)) for name in _BEFORE_ML),
        T("ML (“{a}”) stands there before what comes first is filled in.", "先に書く欄が空いたまま、ML(「{a}」)が書かれています。"),
        T("Fill in whose, by hand, input, output and rule; then read the ML column again.", "誰の、手作業、インプット、アウトプット、ルールを埋めてから、MLの欄を読み直しましょう。"),
    ),
    Rule(
        "method_in_whose",
        "whose happier",
        lambda sheet: names_method(f"{sheet.whose} {sheet.happier}"),
        T("the method stands where the person belongs (“{b}”).", "人のことを書く欄に、手段が書かれています(「{b}」)。"),
        T("What gets better for them, however it is done?", "やり方はどうあれ、その人の何がよくなりますか。"),
    ),
    Rule(
        "rule_is_method",
        "rule",
        lambda sheet: names_method(sheet.rule),
        T("the rule is a method (“{a}”).", "ルールの欄に手段が書かれています(「{a}」)。"),
        T("What do people go by, without a machine? One sentence for a new colleague.", "機械なしで、何を目安にしていますか。新人に教えるつもりで、ひと言で。"),
    ),
    Rule(
        "method_alone",
        "ml",
        lambda sheet: _has_ml(sheet) and is_method_alone(sheet.ml),
        T("“{a}” is a method; what does it estimate?", "「{a}」は手段の名前です。何を見積もるのかがわかりません。"),
        T("Write: from …, how likely it is that …", "「…から、…の見込みを見積もる」の形で書きましょう。"),
    ),
    Rule(
        "rule_enough",
        "rule ml",
        lambda sheet: sheet.rule_enough == YES and _has_ml(sheet),
        T("the rule is enough (“{a}”), and ML is asked for all the same.", "ルール(「{a}」)で足りるのに、MLも求めています。"),
        T("Build the rule. What would ML add that somebody pays for?", "ルールを作りましょう。MLが上乗せするものに、誰か対価を払いますか。"),
    ),
    Rule(
        "nobody_acts",
        "output who_acts",
        lambda sheet: not is_none(sheet.output) and is_none(sheet.who_acts),
        T("an output (“{a}”), and nobody is named who acts on it.", "アウトプット(「{a}」)はあるのに、見て動く人が書かれていません。"),
        T("Who does what on the day they get it?", "受け取った日に、誰が何をしますか。"),
    ),
    Rule(
        "data_none",
        "data ml",
        lambda sheet: _has_ml(sheet) and is_none(sheet.data),
        T("ML is to learn (“{b}”), and there are no data.", "学ぶもとになるデータがないのに、ML(「{b}」)が書かれています。"),
        T("Name the data, or begin to record them and run the rule meanwhile.", "データの名前を書きましょう。なければ、ルールで回しながら記録を始めましょう。"),
    ),
    Rule(
        "mode_missing",
        "ml mode",
        lambda sheet: _has_ml(sheet) and is_none(sheet.mode),
        T("does the machine do it, or help a person?", "機械がやり切るのか、人を助けるのかが書かれていません。"),
        T("Choose one; if unsure, help a person first.", "どちらか選びましょう。迷ったら、まず人を助けるほうから。"),
    ),
    Rule(
        "by_hand_nobody",
        "by_hand",
        lambda sheet: not is_none(sheet.whose) and bool(sheet.by_hand) and is_none(sheet.by_hand),
        T("nobody does this by hand today.", "いまは誰も手作業でやっていない仕事です。"),
        BY_HAND_FOR_A_WEEK,
        asks=True,
    ),
    Rule(
        "by_hand_uncounted",
        "by_hand",
        lambda sheet: not is_none(sheet.by_hand) and not _counts(sheet.by_hand),
        T("how often and how long is not said (“{a}”).", "頻度や時間がわかりません(「{a}」)。"),
        T("Ask, or count for a day: how many, how many minutes each?", "本人に聞くか、1日数えましょう。何件で、1件何分ですか。"),
        asks=True,
    ),
    Rule(
        "output_is_input",
        "input output",
        lambda sheet: not is_none(sheet.input) and plain(sheet.input) == plain(sheet.output),
        T("input and output are the same (“{a}”).", "インプットとアウトプットが同じです(「{a}」)。"),
        T("What is there afterwards that was not there before?", "やる前になくて、やった後にあるものは何ですか。"),
    ),
)  # fmt: skip
_NOWHERE = Rule(
    "link_nowhere",
    "board",
    lambda sheet: True,
    T("“{a}” names a note that is not on the board.", "「{a}」に、ボードにない付箋があります。"),
    T("Look up the number.", "番号を確かめましょう。"),
)
_NO_HOTSPOT = Rule(
    "no_hotspot",
    "board",
    lambda sheet: True,
    T("it comes from no hotspot.", "もとになったホットスポットがありません。"),
    T("Which hotspot does it answer? Write its number.", "どのホットスポットへの答えですか。番号を書きましょう。"),
)
