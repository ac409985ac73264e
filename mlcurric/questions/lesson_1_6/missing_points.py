"""The missing contribution: reasons add up, once the signs are read and everything else is counted."""

from __future__ import annotations

from collections.abc import Callable

from mlcurric.question.forms import Number
from mlcurric.question.makers import number_question
from mlcurric.question.question import Misconception
from mlcurric.questions.lesson_1_6.customers import momiji_codes
from mlcurric.text import T

HIDDEN = "seat_change"


def _of_the_bill(value: Callable[[int, list[int], int, int], int]) -> Callable[[], int]:
    """A value computed from the total, the other reasons, everything else, and where the sum starts (of 100)."""

    def compute() -> int:
        codes = momiji_codes()
        others = [one.points or 0 for one in codes.reasons if one.column != HIDDEN]
        return value(codes.points, others, codes.rest, round(100 * codes.base_risk))

    return compute


def _risk() -> int:
    return round(100 * momiji_codes().risk)


missing_points = number_question(
    name="missing_points",
    data="fixed",
    title=T("The missing points", "抜けている点数"),
    points=2,
    form=Number(T("points", "点"), example="5", whole=True),
    expected=_of_the_bill(lambda total, others, rest, start: total - sum(others) - rest),
    tolerance=0.01,
    right=T(
        "It adds up, everything else included. A sum that the reader can check is worth more than a picture that cannot be checked.",
        "「そのほかすべて」も入れて、ぴったり合いました。確かめられない立派な図より、読み手が検算できる足し算のほうが信頼されます。",
    ),
    otherwise=T(
        "All lines above the last one, with their signs, have to make the number in the last line.",
        "最後の行より上をすべて符号どおりに足すと、最後の行の点数になるはずです。",
    ),
    misconceptions=(
        Misconception(
            "total",
            _of_the_bill(lambda total, others, rest, start: total),
            T(
                "That is the last line, all points together; the missing line is a part of it.",
                "それは最後の行、つまり全部の合計です。抜けているのは、その一部です。",
            ),
        ),
        Misconception(
            "sum_of_the_others",
            _of_the_bill(lambda total, others, rest, start: sum(others) + rest),
            T(
                "That is what the lines you can see make together. What is missing from there to the last line?",
                "それは、見えている行の合計です。最後の行まで、あと何点足りませんか。",
            ),
        ),
        Misconception(
            "without_the_rest",
            _of_the_bill(lambda total, others, rest, start: total - sum(others)),
            T(
                "You left out “everything else together”; it belongs to the sum as well.",
                "「そのほかすべての合計」が抜けています。これも足し算に入ります。",
            ),
        ),
        Misconception(
            "rest_read_as_plus",
            _of_the_bill(lambda total, others, rest, start: total - sum(others) - abs(rest)),
            T(
                "“Everything else together” has a minus sign, and you counted it as a plus.",
                "「そのほかすべての合計」はマイナスです。プラスとして数えています。",
            ),
        ),
        Misconception(
            "contract_read_as_plus",
            _of_the_bill(lambda total, others, rest, start: total - sum(map(abs, others)) - rest),
            T(
                "The yearly contract speaks for staying: its points have a minus sign, and you counted them as a plus.",
                "年契約は「続ける」側の材料で、点数はマイナスです。プラスとして数えています。",
            ),
        ),
        Misconception(
            "all_read_as_plus",
            _of_the_bill(lambda total, others, rest, start: total - sum(map(abs, [*others, rest]))),
            T(
                "You read every line as a plus; two of them have a minus sign.",
                "どの行もプラスとして数えています。マイナスの行が2つあります。",
            ),
        ),
        Misconception(
            "turned",
            _of_the_bill(lambda total, others, rest, start: sum(others) + rest - total),
            T(
                "The size is right, the sign is not: the line has to lift the sum up to the last line.",
                "大きさは合っていますが、符号が逆です。合計を最後の行まで押し上げる行のはずです。",
            ),
        ),
        Misconception(
            "sum_without_the_rest",
            _of_the_bill(lambda total, others, rest, start: sum(others)),
            T(
                "That is what three of the lines make together. “Everything else together” counts as well; and what is missing to the last line?",
                "それは、見えている理由3行の合計です。「そのほかすべての合計」も足します。そこから最後の行まで、あと何点足りませんか。",
            ),
        ),
        Misconception(
            "risk",
            _risk,
            T(
                "That is the “of 100” in the last line, a number of customers; what is missing is points.",
                "それは最後の行の「100人中○人」、つまり人数です。抜けているのは点数です。",
            ),
        ),
        Misconception(
            "rise_of_the_risk",
            lambda: _risk() - round(100 * momiji_codes().base_risk),
            T(
                "You took one “of 100” from the other; that is how many more leave, and not points.",
                "「100人中○人」どうしを引いています。それは増えた人数で、点数ではありません。",
            ),
        ),
        Misconception(
            "risk_for_points",
            _of_the_bill(lambda total, others, rest, start: _risk() - sum(others) - rest),
            T(
                "You went from the “of 100” in the last line; points and “of 100” are two different scales, and only points add up.",
                "最後の行の「100人中○人」から計算しています。点と人数は別のものさしで、足し算できるのは点だけです。",
            ),
        ),
        Misconception(
            "started_at_the_risk",
            _of_the_bill(lambda total, others, rest, start: total - sum(others) - rest - start),
            T(
                "You took the “of 100” in the first line for points; the sum starts at 0.",
                "1行目の「100人中○人」を点として数えています。足し算は0点から始まります。",
            ),
        ),
    ),
    hints=(
        T(
            "The last line is the sum of all lines above it. Write the points down with their signs.",
            "最後の行は、それより上の全部の合計です。点数を符号つきで書き出してみましょう。",
        ),
        T(
            "Start at the last line and take away each line that you can see. Taking away a minus is adding.",
            "最後の行から、見えている行をひとつずつ引きます。マイナスを引くと、足し算になります。",
        ),
    ),
    why=T(
        "Total minus everything that is shown. Without “everything else together” the reasons would look like the whole story.",
        "合計から、見えている分をすべて引きます。「そのほかすべて」の行がなければ、挙げた理由がすべてのように見えてしまいます。",
    ),
)
