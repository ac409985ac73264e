"""Two bets on calls and money, laid before the sums."""

from __future__ import annotations

from mlcurric.question.estimates import Statement, estimate_question
from mlcurric.subject.campaigns import CAPACITY, practice_campaign
from mlcurric.subject.money import OFFER, break_even
from mlcurric.text import T


def _longer_is_better() -> bool:
    campaign = practice_campaign()
    return campaign.profit("expected_gain", CAPACITY) > campaign.profit("expected_gain", CAPACITY // 2)


call_bets = estimate_question(
    name="call_bets",
    title=T("When does a call pay?", "電話の採算がとれるのはいつ?"),
    statements={
        "half": Statement(
            T(
                "a call to an average customer pays only where more than 35 of 100 like it would leave",
                "平均的な顧客への電話で採算がとれるのは、同じような顧客100人のうち35人を超える人が解約しそうなときだけ",
            ),
            truth=lambda: break_even(60_000, OFFER.contact, OFFER.incentive, save_rate=0.3) > 0.35,
        ),
        "all": Statement(
            T(
                "with the best order we can find, all 1,000 calls earn more than the first 500 of them",
                "見つけられるいちばんよい並べ方なら、1,000件全部のほうが、はじめの500件だけより利益が多い",
            ),
            truth=_longer_is_better,
        ),
    },
    hints=(
        T(
            "Of 10 leavers who are called, 3 stay; one is worth 40 calls.",
            "放っておけば解約する10人に電話すれば、3人残ります。1人の価値は電話40件分です。",
        ),
        T("A guess is enough; this lesson works it out.", "勘でかまいません。このレッスンで計算します。"),
    ),
    why=T("The lesson computes both.", "どちらも、このレッスンで計算します。"),
    settled_in="1-4",
    told_below=True,
)
