"""From which risk a call pays, with other costs than the lesson's."""

from __future__ import annotations

from collections.abc import Callable

from mlcurric.question.forms import Number
from mlcurric.question.makers import number_question
from mlcurric.question.question import Misconception
from mlcurric.subject.money import break_even
from mlcurric.text import T

VALUE, CONTACT, INCENTIVE, SAVED_OF_10 = 50_000, 2_000, 4_000, 4


def of_100(
    value: float = VALUE, contact: float = CONTACT, incentive: float = INCENTIVE, saved: float = SAVED_OF_10 / 10
) -> Callable[[], float]:
    """The break-even of these costs as customers of 100, computed when it is asked for."""
    return lambda: 100 * break_even(value, contact, incentive, saved)


break_even_risk = number_question(
    name="break_even_risk",
    data="none",
    title=T("From which risk does a call pay?", "採算がとれるのはどこから?"),
    points=3,
    form=Number(T("customers of 100", "100人中の人数"), example="80"),
    expected=of_100(),
    tolerance=0.6,
    right=T(
        "There the customers kept are worth just what all calls and all vouchers cost.",
        "そこで、残った人の価値が、電話代とクーポン代の合計とちょうど釣り合います。",
    ),
    otherwise=T(
        "Try numbers in the cell above until what is left over is about 0.",
        "上のセルで数字を変え、差し引きがほぼ0になるところを探しましょう。",
    ),
    misconceptions=(
        Misconception(
            "half",
            50,
            T(
                "Half is where leaving is likelier than staying; that has nothing to do with what a call costs. At 50 it earns a lot.",
                "50は「解約するほうが多くなる」境目で、電話の費用とは関係がありません。50なら、もう大きな利益が出ています。",
            ),
        ),
        Misconception(
            "share",
            lambda: of_100()() / 100,
            T(
                "That is the right risk as a share; of 100 customers it is a hundred times as much.",
                "割合としては正しい値です。100人中の人数なら、その100倍になります。",
            ),
            within=0.006,
        ),
        Misconception(
            "no_voucher",
            of_100(incentive=0),
            T(
                "That leaves the vouchers out: everybody who is called and stays gets one.",
                "クーポン代が入っていません。電話を受けて残った人は、全員受け取ります。",
            ),
        ),
        Misconception(
            "vouchers_of_kept_only",
            lambda: 100 * CONTACT / (SAVED_OF_10 / 10 * (VALUE - INCENTIVE)),
            T(
                "About 11 comes out if only those whom the call keeps get a voucher; those who would have stayed anyway take one too. (11 is also how many the call keeps at the break-even.)",
                "11人前後になるのは、クーポンを電話で残った人の分しか数えないときです。もともと残るはずだった人も受け取ります(損益分岐で電話によって残る人数も、約11人です)。",
            ),
            within=0.4,
        ),
        Misconception(
            "everybody_saved",
            of_100(saved=1),
            T(
                "That would hold if a call kept every leaver; it keeps 4 of 10.",
                "それは、電話すれば全員が残る場合の値です。残るのは10人中4人です。",
            ),
        ),
        Misconception(
            "lesson",
            of_100(value=60_000, contact=1_500, incentive=3_000, saved=0.3),
            T(
                "That is the lesson's break-even; here a call costs more, and the customer is worth less.",
                "それはレッスンの損益分岐です。ここでは電話代が高く、顧客の価値が小さくなっています。",
            ),
        ),
    ),
    hints=(
        T(
            "Change would_leave in the cell above: is something left over at 30? At 20?",
            "上のセルの would_leave を書きかえてみましょう。30では差し引きがプラスですか。20では?",
        ),
        T(
            "Somewhere between 20 and 30 the sign changes. Two tries more are enough.",
            "20と30の間のどこかで、プラスとマイナスが入れかわります。あと2回も試せばわかります。",
        ),
    ),
    why=T(
        "Costs of all 100 calls and of the vouchers for everybody who stays, against the value of those whom the call keeps.",
        "100件の電話代と、残った全員のクーポン代。それを、電話で残った人の価値と比べます。",
    ),
)
