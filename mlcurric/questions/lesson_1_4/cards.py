"""Two customers as cards: the riskier one is not the one to call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mlcurric.question.forms import Number
from mlcurric.question.makers import number_question
from mlcurric.question.question import Misconception, Question
from mlcurric.subject.money import OFFER, gain_of_call
from mlcurric.text import T


@dataclass(frozen=True)
class Card:
    """A kind of customer: of 100 of them, how many leave, and what one is worth in yen."""

    leave_if_left_alone: int
    leave_if_called: int
    value: int

    @property
    def profit(self) -> float:
        """What calling 100 of them earns, in yen."""
        return 100 * gain_of_call(self.leave_if_left_alone / 100, self.leave_if_called / 100, self.value)

    @property
    def kept(self) -> int:
        return self.leave_if_left_alone - self.leave_if_called

    @property
    def stay_if_called(self) -> int:
        return 100 - self.leave_if_called


CARD_A = Card(leave_if_left_alone=60, leave_if_called=58, value=50_000)
CARD_B = Card(leave_if_left_alone=20, leave_if_called=10, value=60_000)
_CALLS = 100 * OFFER.contact


def _slips(card: Card) -> tuple[Misconception, ...]:
    """The ways to lose a part of the sum; each computed from the card."""

    def slip(id: str, amount: Callable[[], float], says: T, within: float | None = None) -> Misconception:
        return Misconception(id, amount, says, within)

    return (
        slip(
            "per_customer",
            lambda: card.profit / 100,
            T(
                "That is for one customer; asked is the sum for 100.",
                "それは1人分です。聞いているのは100人分の合計です。",
            ),
        ),
        slip(
            "thousands",
            lambda: card.profit / 1_000,
            T("That is in thousands; type the yen in full.", "千円単位の値です。円のまま、省略せずに書いてください。"),
            within=1,
        ),
        slip(
            "ten_thousands",
            lambda: card.profit / 10_000,
            T(
                "That is in units of 10,000; type the yen in full.",
                "万円単位の値です。円のまま、省略せずに書いてください。",
            ),
            within=0.1,
        ),
        slip(
            "sign",
            lambda: -card.profit,
            T(
                "The size is right, the sign is not: a plus is money earned, a minus is money lost.",
                "金額は合っていますが、符号が逆です。もうかればプラス、損をすればマイナスです。",
            ),
        ),
        slip(
            "vouchers_of_kept_only",
            lambda: card.kept * (card.value - OFFER.incentive) - _CALLS,
            T(
                "You pay vouchers only for those whom the call keeps; everybody who is called and stays gets one.",
                "クーポンを、電話で残った人の分しか数えていません。電話を受けて残った人は、全員受け取ります。",
            ),
        ),
        slip(
            "no_voucher",
            lambda: card.kept * card.value - _CALLS,
            T(
                "The vouchers are missing: everybody who is called and stays gets one.",
                "クーポン代が抜けています。電話を受けて残った人は、全員受け取ります。",
            ),
        ),
        slip(
            "no_calls",
            lambda: card.kept * card.value - card.stay_if_called * OFFER.incentive,
            T("The 100 calls themselves are missing.", "100件の電話代そのものが抜けています。"),
        ),
        slip(
            "voucher_for_all",
            lambda: card.kept * card.value - _CALLS - 100 * OFFER.incentive,
            T(
                "You give a voucher to all 100; those who leave all the same get none.",
                "100人全員にクーポンを渡しています。それでも解約した人には渡しません。",
            ),
        ),
        slip(
            "against_nothing",
            lambda: card.stay_if_called * (card.value - OFFER.incentive) - _CALLS,
            T(
                "That counts everybody who stays as your gain; most would have stayed without a call.",
                "残った人をすべて電話の成果に数えています。電話がなくても残ったはずの人がいます。",
            ),
        ),
        slip(
            "all_leavers_kept",
            lambda: card.leave_if_left_alone * card.value - _CALLS - 100 * OFFER.incentive,
            T(
                "That would hold if the call kept every leaver; look at how many leave although they were called.",
                "それは、電話すれば全員が残る場合です。電話しても解約する人数を見てください。",
            ),
        ),
    )


def _card_question(letter: str, card: Card, right: T, why: T) -> Question:
    return number_question(
        name=f"profit_of_{letter.lower()}",
        data="none",
        title=T("What does calling 100 customers like {letter} earn?", "{letter}のような顧客100人への電話の損益は?").format(
            letter=letter
        ),
        points=2,
        form=Number(T("yen", "円"), example="-20000"),
        expected=lambda: card.profit,
        tolerance=1_000,
        right=right,
        otherwise=T(
            "Three sums: worth of those whom the call keeps, minus 100 calls, minus a voucher for each who stays.",
            "3つに分けて計算します。電話で残った人の価値、引く100件の電話代、引く残った全員のクーポン代。",
        ),
        misconceptions=_slips(card),
        hints=(
            T(
                "How many stay because of the call? The difference between the two numbers on the card.",
                "電話のおかげで残ったのは何人でしょう。カードの2つの人数の差です。",
            ),
            T(
                "{kept} kept × ¥{value} − 100 calls × ¥{contact} − {stay} who stay × ¥{incentive}.",
                "{kept}人×{value}円 − 電話100件×{contact}円 − 残った{stay}人×{incentive}円。",
            ).format(
                kept=card.kept, value=f"{card.value:,}", contact=f"{OFFER.contact:,}", stay=card.stay_if_called,
                incentive=f"{OFFER.incentive:,}",
            ),
        ),
        why=why,
    )  # fmt: skip


profit_of_a = _card_question(
    "A",
    CARD_A,
    T(
        "A loss: two kept, and a hundred calls and dozens of vouchers to pay for it.",
        "赤字です。残るのは2人、そのために電話100件と何十枚ものクーポンがかかります。",
    ),
    T(
        "Two of 100 are kept. The risk is high, the difference is small, and only the difference earns.",
        "電話で残るのは100人中2人。見込みは高くても、差は小さい。利益を生むのは差だけです。",
    ),
)
profit_of_b = _card_question(
    "B",
    CARD_B,
    T(
        "A gain, at a third of A's risk: the call changes something here.",
        "黒字です。解約の見込みはAの3分の1なのに。ここでは電話が何かを変えています。",
    ),
    T(
        "Ten of 100 are kept. A customer with less risk can be worth more calls.",
        "電話で残るのは100人中10人。見込みが低い顧客のほうが、電話のしがいがあることもあるのです。",
    ),
)
