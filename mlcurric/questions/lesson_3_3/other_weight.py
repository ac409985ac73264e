"""One weight that puts the runner-up in front: how little it takes, and when weights may be chosen."""

from __future__ import annotations

from fractions import Fraction

from mlcurric.question.choices import Choice
from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Number
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed, passed
from mlcurric.subject.ideathon.example import example_use_cases
from mlcurric.subject.usecases.criteria import CRITERIA
from mlcurric.subject.usecases.scoring import MOST_WEIGHT, points, rank
from mlcurric.text import T, listed

WANTED = "U2"
_COLUMNS = dict(zip("abcdef", CRITERIA, strict=True))
_WHEN = {
    "a": T("before anybody scores, and said with a reason", "誰も点をつけないうちに、理由を言って決める"),
    "b": T("after the scores, so that they can be seen at work", "点がそろってから、効き方を見て決める"),
    "c": T("never: all weights stay at 1", "決めない。重みはいつもすべて1にする"),
}
_MODEL = {"column": "f", "weight": 0, "when": "a"}
_EXAMPLES = {
    "unchanged": {"weight": 1},
    "still_first": {"column": "a", "weight": 2},
    "level": {"column": "d", "weight": 2},
    "another": {"column": "c", "weight": 3},
    "too_heavy": {"weight": 1000},
    "afterwards": {"when": "b"},
    "never": {"when": "c"},
}
_SAYS = {
    "unchanged": T("With a weight of 1 nothing has changed.", "重みが1のままでは、何も変わりません。"),
    "still_first": T("U1 is still first.", "1位はU1のままです。"),
    "level": T("Level is not in front: several share the first place.", "並んだだけで、単独の1位ではありません。"),
    "another": T(
        "Somebody else is in front. Whoever turns a weight moves all use cases, not only the one they look at.",
        "別のユースケースが1位になりました。重みを動かすと、見ているものだけでなく、全部が動きます。",
    ),
    "too_heavy": T("A weight goes from 0 to 100.", "重みは0から100までです。"),
    "afterwards": T(
        "You have just seen what that leads to: one weight, and the first place is somebody else's. Whoever knows the sums chooses the winner, not the weight.",
        "それで何が起きるかは、いま見たとおりです。重みひとつで1位が替わります。合計を知っている人が選ぶのは、重みではなく勝者です。",
    ),
    "never": T(
        "All at 1 is a choice too: it says that a sponsor is worth as much as the value. Better to choose, and to say why, in time.",
        "すべて1にするのも、ひとつの選択です。「スポンサーは価値と同じ重さ」と言っていることになります。早いうちに、理由をつけて選びましょう。",
    ),
}


def _with(column: str, weight: float) -> dict[str, Fraction]:
    return {_COLUMNS[column]: Fraction(weight).limit_denominator(1000)}


def _check(answer: dict[str, object]) -> Verdict:
    column, weight, when = str(answer["column"]), float(answer["weight"]), str(answer["when"])
    if not 0 <= weight <= MOST_WEIGHT:
        return failed(_SAYS["too_heavy"], misconception="too_heavy")
    cases = example_use_cases()
    ranking = rank(cases, _with(column, weight))
    order = listed(
        T("{id} {points}", "{id} {points}点").format(id=each.case.id, points=points(each.total))
        for each in ranking.scored
        if each.stands
    )
    leaders = [case.id for case in ranking.leaders]
    found = (
        "unchanged" if weight == 1
        else "level" if len(leaders) > 1
        else "still_first" if leaders == ["U1"]
        else "another" if leaders != [WANTED]
        else None
    )  # fmt: skip
    if found:
        return failed(T("{order}.", "{order}。").format(order=order), _SAYS[found], misconception=found)
    if when != "a":
        found = {"b": "afterwards", "c": "never"}[when]
        return failed(_SAYS[found], share=0.5, misconception=found)
    return passed(
        T("{order}.", "{order}。").format(order=order),
        T(
            "One weight was enough. Nobody in the room has learned anything about U2 meanwhile.",
            "重みひとつで足りました。その間、U2について新しくわかったことは、ひとつもありません。",
        ),
    )


other_weight = Question(
    name="other_weight",
    data="fixed",
    kind="S",
    form=Fields(
        {
            "column": Field(
                T("the one column whose weight you change", "重みを変える列(1つだけ)"),
                Choice({letter: CRITERIA[name].name for letter, name in _COLUMNS.items()}),
                comment=T("a letter in quotes", "記号を引用符で囲む"),
            ),
            "weight": Field(T("its weight", "その重み"), Number(T("times", "倍"), example="5")),
            "when": Field(
                T("when weights are chosen", "重みはいつ決めるか"),
                Choice(_WHEN),
                comment=T("a letter in quotes", "記号を引用符で囲む"),
            ),
        }
    ),
    points=3,
    title=T("One weight, another winner", "重みひとつで、別の1位"),
    check=_check,
    hints=(
        T(
            "In which columns does U2 have more points than U1, and in which fewer?",
            "U2がU1より高い列と、低い列はどれですか。",
        ),
        T(
            "Make a column light in which U1 is far ahead, or one heavy in which U2 is. Watch U6.",
            "U1が大きく勝っている列を軽くするか、U2が勝っている列を重くします。U6にも気をつけて。",
        ),
    ),
    misconceptions=tuple(Misconception(name, {**_MODEL, **one}, _SAYS[name]) for name, one in _EXAMPLES.items()),
    why=T(
        "Other weights do it as well, such as a workflow fit that counts three times. That is why they are chosen before the first score.",
        "「業務へのなじみ」を3倍にするなど、ほかの重みでもできます。だから、重みは最初の点をつける前に決めておきます。",
    ),
    options=_WHEN,
)
