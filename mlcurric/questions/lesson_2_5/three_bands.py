"""Two cut-offs and the looks between them, for next year's four lists: scored in money."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from mlcurric.question.choices import Choice
from mlcurric.question.decisions import passed_by_score
from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Number
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed
from mlcurric.subject.bands.cut_offs import ALL_CALLED, Bands
from mlcurric.subject.bands.triage import Triage, next_year
from mlcurric.subject.bands.typed import read_people
from mlcurric.subject.digits import TEN_THOUSAND, yen_in_words
from mlcurric.subject.typed import Slip
from mlcurric.text import T

PASS, DISTINCTION = 0.6, 0.85
"""In each of 50 keyed worlds whoever takes the cut-offs that did best on last year's lists passes, and no named misconception does
(``tests/subject/bands/test_triage.py``); but for ``border_unlooked``, which is right where the machine expects too little of a call.
In 120 others the former scored 0.74 or more, the latter 0.55 or less. Cut-offs that are good in one world may fail in another;
a graded one is drawn so that those which the practice world leads to hold (``worlds.graded_world``)."""
_EACH = {
    "1": T("one person a customer", "1人の顧客を1人で見る"),
    "3": T("three people a customer; the majority decides", "1人の顧客を3人で見て、多数決"),
}
_NEARLY_ZERO = 100
"""Yen; cut-offs both so close to zero are probably typed in another unit."""
_A_GAIN = 500
"""Yen; whoever begins to look above it leaves customers with an expected gain alone, unseen."""


@dataclass(frozen=True)
class People(Choice):
    """1 or 3, typed as in the cell where bands are tried: a number, or a text."""

    def note(self) -> T:
        return T("1 or 3", "1 か 3")

    def read(self, value: Any) -> str | Verdict:
        try:
            return str(read_people(value))
        except Slip as slip:
            return failed(*slip.says)


def _decision(call_from: float, look_from: float, looks_each: int = 1) -> dict[str, Any]:
    return {"call_from": call_from, "look_from": look_from, "looks_each": looks_each}


_MISCONCEPTIONS = {
    one.id: one
    for one in (
        Misconception(
            "reversed",
            _decision(-1_000, 3_000),
            T(
                "call_from lies below look_from: whoever is called at once would have to be looked at first.",
                "call_from が look_from より小さくなっています。これでは、すぐに電話する人を、先に見ることになります。",
            ),
        ),
        Misconception(
            "not_in_yen",
            _decision(6, -1),
            T(
                "Both cut-offs lie within 100 yen of zero, so hardly anybody looks. Are these thousands of yen, or shares? Plain yen are expected, such as 12_000.",
                "2つの境がどちらも0円から100円以内なので、ほとんど誰も見ません。千円単位や割合で入れていませんか。12_000 のように、円で入れてください。",
            ),
        ),
        Misconception(
            "three_each",
            _decision(3_000, -1_000, 3),
            T(
                "Three people read the same notes, so mostly they answer as one. They cost three times as much, and the hours reach a third of the customers.",
                "3人が読むのは同じ記録なので、たいていは同じ答えになります。費用は3倍、見られる人数は3分の1です。",
            ),
        ),
        Misconception(
            "calls_everybody",
            _decision(-1_000_000, -1_000_000),
            T(
                "Customers of whom the machine expects a loss are called at once, without anybody asking. There are many of them.",
                "機械が「損になる」と見込む人にまで、誰も確かめずに電話しています。しかも、その人数は多いのです。",
            ),
        ),
        Misconception(
            "calls_nobody",
            _decision(1_000_000, 1_000_000),
            T(
                "Hardly anybody is called, and hardly anybody is looked at. That costs nothing and earns nothing.",
                "ほとんど誰にも電話せず、誰も見ていません。費用もかからず、利益もありません。",
            ),
        ),
        Misconception(
            "below_unseen",
            _decision(3_000, 3_000),
            T(
                "Below call_from nobody is called and hardly anybody looks, though the machine expects a gain of many of them.",
                "call_from より下には、誰も電話せず、ほとんど誰も見ていません。機械が得と見込む人も、そこに大勢います。",
            ),
        ),
        Misconception(
            "nobody_looks",
            _decision(0, 0),
            T(
                "Hardly anybody looks. Around zero the machine guesses, and there a look is worth its five minutes.",
                "ほとんど誰も見ていません。0円のあたりでは機械も迷っています。5分かけて見る値打ちがあるのは、そこです。",
            ),
        ),
        Misconception(
            "everybody_looked_at",
            _decision(1_000_000, 0),
            T(
                "Hardly anybody is called at once: that is Aya's way. The hours go to the top of the list, where a wrong “no” is dearest, and run out before the border.",
                "すぐに電話する人がほとんどいません。彩さんの案です。時間は、間違った「不要」がいちばん高くつく上位で使われ、境目に届く前になくなります。",
            ),
        ),
        Misconception(
            "looks_at_the_top",
            _decision(12_000, 4_000),
            T(
                "People look where a wrong “no” is dear, and those at the border are left alone unseen.",
                "間違った「不要」が高くつく相手を人が見て、境目の人は、誰にも見られないまま電話なしになっています。",
            ),
        ),
        Misconception(
            "too_narrow",
            _decision(200, -200),
            T(
                "The middle is so narrow that most of the hours are not used. A gain of a few hundred yen on paper is a guess; the machine is unsure up to a few thousand.",
                "真ん中が狭すぎて、時間の大半が余っています。計算上の数百円の得は、当て推量です。機械は、数千円のあたりまで迷っています。",
            ),
        ),
        Misconception(
            "border_unlooked",
            _decision(0, -6_000),
            T(
                "The hours are spent below zero, where hardly anybody is worth a call. Just above zero, where it is a toss-up too, nobody looks.",
                "時間を、0円より下で使っています。電話する価値のある人が、ほとんどいない場所です。同じくらい迷う0円のすぐ上は、誰も見ていません。",
            ),
        ),
    )
}
_OTHERWISE = T(
    "Try both cut-offs on last year in the cell above: which step of the list gains from a look, and are there hours for it?",
    "上のセルで、2つの境を去年のリストで試しましょう。見て得をするのはリストのどのあたりで、時間は足りますか。",
)
_BELOW_THE_TOP = T(
    "The sure ones go through, the doubtful ones are looked at. Could the first cut-off lie elsewhere?",
    "確かな人はそのまま、迷う人は先に見ています。1つ目の境は、そこが一番でしょうか。",
)
_ABOUT_THE_TOP = T(
    "People look where the machine is unsure, and only there. The top is flat: a thousand yen more or less change little.",
    "機械が迷うところを、そこだけ人が見ています。頂上は平らで、1,000円くらい動かしても大きくは変わりません。",
)

_OUT_OF_HOURS = T(
    "The hours end before your second cut-off is reached: a lower one would change nothing.",
    "時間は、2つ目の境に届く前になくなります。その境をもっと下げても、結果は同じです。",
)


def as_bands(decision: dict[str, Any]) -> Bands:
    """The bands that a decision describes.

    Raises:
        ValueError: if calling begins below looking.
    """
    return Bands(decision["call_from"], decision["look_from"], read_people(decision["looks_each"]))


def _finding(bands: Bands, triage: Triage) -> str | None:
    table = triage.gains.by_band(bands)
    called, looked = table.loc["call", "customers"], table.loc["look", "customers"]
    few = triage.looks / 10
    if 0 < max(abs(bands.call_from), abs(bands.look_from)) <= _NEARLY_ZERO:
        return "not_in_yen"
    if bands.looks_each > 1:
        return "three_each"
    if bands.call_from < -500:
        return "calls_everybody"
    if called < few and looked < few:
        return "calls_nobody"
    if looked < few:
        return "below_unseen" if bands.look_from > _A_GAIN else "nobody_looks"
    if called < few:
        return "everybody_looked_at"
    if bands.look_from > 1_500:
        return "looks_at_the_top"
    if looked < 4 * few:
        return "too_narrow"
    return "border_unlooked" if bands.call_from < 1_000 else None


def judged(decision: dict[str, Any], triage: Triage) -> Verdict:
    """The verdict on a decision, in the world of ``triage``."""
    if decision["call_from"] < decision["look_from"]:
        return failed(_MISCONCEPTIONS["reversed"].says, misconception="reversed")
    bands = as_bands(decision)
    earned = triage.profit(bands)
    score, money = triage.score(earned), _in_words(earned, triage)
    right = passed_by_score(score, money, _BELOW_THE_TOP, with_distinction=_ABOUT_THE_TOP, levels=(PASS, DISTINCTION))
    if right:
        # Points are for the money alone, and cut-offs that do the same earn the same: that much is said.
        return replace(right, next_step=_OUT_OF_HOURS) if _ends_before(bands, triage) else right
    found = _finding(bands, triage)
    return failed(money, _MISCONCEPTIONS[found].says if found else _OTHERWISE, misconception=found)


def _ends_before(bands: Bands, triage: Triage) -> bool:
    """Whether the hours are used up before the second cut-off is reached."""
    gains = triage.gains
    return gains.first_from(bands.call_from) + gains.reached(bands) < gains.first_from(bands.look_from)


def _in_words(earned: float, triage: Triage) -> T:
    """The money, rounded to 10,000 yen so that the amounts add up as they are shown."""
    amounts = [
        yen_in_words(TEN_THOUSAND * round(amount / TEN_THOUSAND))
        for amount in (earned, triage.profit(ALL_CALLED), triage.best)
    ]
    return T(
        "Next year's lists earn {earned} on average. If nobody looks, {machine}; with the best bands, {best}.",
        "来年のリストの利益は、平均して{earned}です。誰も見なければ{machine}、最善の帯なら{best}。",
    ).format(earned=amounts[0], machine=amounts[1], best=amounts[2])


three_bands = Question(
    name="three_bands",
    data="keyed",
    kind="D",
    form=Fields(
        {
            "call_from": Field(
                T(
                    "from which expected gain on a customer is called at once",
                    "期待利益がいくら以上なら、すぐに電話するか",
                ),
                Number(T("yen", "円"), example="45_000"),
                comment=T("called at once from … yen on", "すぐに電話するのは、この円以上"),
            ),
            "look_from": Field(
                T(
                    "from which expected gain on a person looks first; below, the customer is left alone",
                    "期待利益がいくら以上なら、先に人が見るか(それより下は電話しない)",
                ),
                Number(T("yen", "円"), example="40_000"),
                comment=T("a person looks first from … yen on", "先に人が見るのは、この円以上"),
            ),
            "looks_each": Field(
                T("how many people look at each of them", "1人の顧客を何人で見るか"),
                People(_EACH),
                comment=T("how many look: 1 or 3", "見る人数: 1 か 3"),
            ),
        }
    ),
    points=6,
    title=T("Three bands for next year", "来年のための3つの帯"),
    check=lambda decision: judged(decision, next_year()),
    hints=(
        T(
            "In the picture of the lesson: between which two places does a look add money? Which expected gains stand there?",
            "レッスンの図で、人が見ると利益が増えるのは、何番目から何番目までですか。そこの期待利益はいくらでしょう。",
        ),
        T(
            "The first cut-off lies somewhere from ¥3,000 to ¥8,000, the second between ¥0 and −¥2,000; one person is enough.",
            "1つ目の境は3,000〜8,000円、2つ目は0〜−2,000円のどこかです。見るのは1人で足ります。",
        ),
    ),
    misconceptions=tuple(_MISCONCEPTIONS.values()),
    why=T(
        "Above, a wrong “no” is dear; below, hardly anybody is worth a call. In between it is nearly a toss-up for the machine, and somebody who is right in three of four is worth five minutes.",
        "上では、間違った「不要」が高くつきます。下には、電話する価値のある人がほとんどいません。その間は、機械にとってほぼ五分五分。4回に3回正しい人なら、5分かける値打ちがあります。",
    ),
)
