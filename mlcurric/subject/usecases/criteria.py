"""What a use case is scored by, from 1 to 5, with words for 1, 3 and 5 so that two people mean the same by a 4."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mlcurric.text import T

LEAST, MOST = 1, 5
"""Between them a half counts too: of an even number of people the middle may lie between two scores."""


@dataclass(frozen=True)
class Scale:
    """What is scored from 1 to 5; 5 always speaks for doing it.

    Attributes:
        name: what it is called.
        asks: the question that the score answers.
        at: what 1, 3 and 5 mean.
        also: other headings for it.
    """

    name: T
    asks: T
    at: Mapping[int, T]
    also: tuple[str, ...] = ()

    @property
    def holds(self) -> T:
        """The question and the anchors in one text."""
        return T(
            f"{self.asks.en} " + "; ".join(f"{n} = {each.en}" for n, each in self.at.items()),
            f"{self.asks.ja} " + "、".join(f"{n}={each.ja}" for n, each in self.at.items()),
        )


CRITERIA: Mapping[str, Scale] = MappingProxyType(
    {
        "value": Scale(
            T("value", "価値"),
            T("What is it worth to the person and to us?", "その人と自社にとって、どれだけの価値がありますか。"),
            {
                1: T("nobody would notice", "誰も気づかない"),
                3: T("saves somebody hours every week", "誰かの仕事が毎週何時間か減る"),
                5: T("moves a figure that the sponsor answers for", "スポンサーが責任を持つ数字が動く"),
            },
            ("business value", "効果", "ビジネス価値"),
        ),
        "feasibility": Scale(
            T("feasibility", "実現しやすさ"),
            T("Can we build it?", "自分たちで作れますか。"),
            {
                1: T("nobody has ever built this", "作った人がどこにもいない"),
                3: T("others have; we have not", "他社にはある。自分たちは未経験"),
                5: T("we have built one like it", "似たものを自分たちで作ったことがある"),
            },
            ("実現可能性", "実現性", "難易度"),
        ),
        "data": Scale(
            T("data", "データ"),
            T("Is what it would learn from there?", "学ぶもとになるデータは、ありますか。"),
            {
                1: T("there are none", "ない"),
                3: T("scattered, or the answers are missing", "散らばっている、または正解がない"),
                5: T("in one place, with the answers and their dates", "一か所にあり、正解も日付もそろっている"),
            },
            ("data score", "データの点", "データの状態", "データ(点)"),
        ),
        "workflow_fit": Scale(
            T("workflow fit", "業務へのなじみ"),
            T("Does it fit into the work of those who use it?", "使う人の仕事の流れに、そのまま入りますか。"),
            {
                1: T("their work has to be rebuilt", "仕事のやり方を一から変える"),
                3: T("one step changes", "手順がひとつ変わる"),
                5: T("it appears where they work, and they act on it that day", "いつもの画面に出て、その日に動ける"),
            },
            ("workflow", "業務適合", "業務との適合", "業務フィット"),
        ),
        "risk": Scale(
            T("risk (5 = small)", "リスク(5が小)"),
            T("What does a mistake do? 5 is a small risk.", "間違えたら、何が起きますか。5がリスクの小さいほうです。"),
            {
                1: T("harm that cannot be undone, or it is not allowed", "取り返しがつかない、または許されていない"),
                3: T("somebody is annoyed, and it can be put right", "迷惑はかかるが、やり直せる"),
                5: T("it is noticed at once and costs next to nothing", "すぐ気づき、損もほとんどない"),
            },
            ("risk", "リスク", "リスク(5=小さい)"),
        ),
        "sponsor": Scale(
            T("sponsor's will", "スポンサーの本気度"),
            T("How far does the sponsor go?", "スポンサーは、どこまで動いてくれますか。"),
            {
                1: T("there is none", "いない"),
                3: T("in favour; nothing promised", "賛成。約束はまだない"),
                5: T("has promised people, money and a date", "人と予算と期日を約束した"),
            },
            ("sponsor score", "スポンサー", "スポンサーの点", "スポンサーシップ"),
        ),
    }
)
PROBLEM: Mapping[str, Scale] = MappingProxyType(
    {
        "urgency": Scale(
            T("urgency", "緊急度"),
            T("How soon must it be better? It is about the problem, and is not added up.", "いつまでに解きたい課題ですか。課題の点なので、合計には入りません。"),
            {
                1: T("some time", "いつか"),
                3: T("this year", "今年中"),
                5: T("each week costs us", "1週間ごとに損が出ている"),
            },
        ),
        "importance": Scale(
            T("importance", "重要度"),
            T("How much does it hurt? It is about the problem, and is not added up.", "どれだけ困っていますか。課題の点なので、合計には入りません。"),
            {
                1: T("a nuisance to one person", "1人が少し不便"),
                3: T("a team works around it", "チームで何とかしのいでいる"),
                5: T("customers or colleagues leave because of it", "それが理由で顧客や同僚が離れる"),
            },
        ),
    }
)  # fmt: skip
