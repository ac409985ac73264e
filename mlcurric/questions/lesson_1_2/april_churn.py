"""The churn rate of April: every edge of a denominator once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from mlcurric.question.forms import Number
from mlcurric.question.makers import number_question
from mlcurric.question.question import Misconception
from mlcurric.subject.rates import at_start, churn_rate
from mlcurric.subject.tables import load_subscriptions
from mlcurric.text import T

FIRST_DAY, LAST_DAY = "2026-04-01", "2026-04-30"


@cache
def _april() -> tuple[int, int, int, int]:
    """Counted once: who was there at the start, who of those left, who else left in April, who joined in it."""
    rows = load_subscriptions()
    there = at_start(rows, FIRST_DAY)
    ended = rows[rows["ended"].between(FIRST_DAY, LAST_DAY)]
    joined = rows["started"].between(FIRST_DAY, LAST_DAY)
    left = round(churn_rate(rows, FIRST_DAY, LAST_DAY) * len(there))
    return len(there), left, len(ended) - left, int(joined.sum())


def _share(count: Callable[[int, int, int, int], float]) -> Callable[[], float]:
    """A share of those counts, computed when it is asked for."""
    return lambda: count(*_april())


april_churn = number_question(
    name="april_churn",
    data="fixed",
    title=T("The churn rate of April", "4月の解約率"),
    points=3,
    form=Number(T("a share from 0 to 1", "0〜1の割合"), example="0.4"),
    expected=_share(lambda there, left, others, joined: left / there),
    tolerance=0.005,
    right=T(
        "Both parts are right: who was there when April began, and who of them left by its last day.",
        "分母も分子も正解です。4月が始まったときにいた人と、そのうち最終日までに解約した人。",
    ),
    otherwise=T(
        "Count twice: who was there when April began, and who of exactly those left in April.",
        "2回数えます。4月が始まったときにいた人。そして、その人たちのうち4月に解約した人。",
    ),
    misconceptions=(
        Misconception(
            "retained",
            _share(lambda there, left, others, joined: 1 - left / there),
            T(
                "That is the share that stayed; the churn rate is the rest.",
                "それは残った人の割合です。解約率はその残りです。",
            ),
        ),
        Misconception(
            "percent",
            _share(lambda there, left, others, joined: 100 * left / there),
            T(
                "That is the right rate in percent; as a fraction it is a hundredth of it.",
                "%としては正しい値です。割合で答えるなら、その100分の1になります。",
            ),
            within=0.5,
        ),
        Misconception(
            "retained_percent",
            _share(lambda there, left, others, joined: 100 * (1 - left / there)),
            T(
                "That is the share that stayed, and in percent; the churn rate is the rest, as a fraction.",
                "それは残った人の割合を%で表したものです。解約率はその残りを、割合で答えます。",
            ),
            within=0.5,
        ),
        Misconception(
            "may",
            lambda: churn_rate(load_subscriptions(), "2026-05-01", "2026-05-31"),
            T(
                "A quarter is May's rate; three of all twelve, or two of eight, give it too. The denominator of April is everybody who was there when it began: D still was, K and L not yet.",
                "4分の1は5月の解約率です。12人中3人や、8人中2人でも同じ値になります。4月の分母は、月初にいた全員です。Dはまだいて、KとLはまだいません。",
            ),
        ),
        Misconception(
            "all_rows",
            _share(lambda there, left, others, joined: left / len(load_subscriptions())),
            T(
                "You divided by all twelve; some had left before April, or had not joined yet.",
                "12人全員で割っています。4月より前に解約した人や、まだ契約していなかった人も入っています。",
            ),
        ),
        Misconception(
            "joined_in_both",
            _share(lambda there, left, others, joined: (left + others) / (there + joined)),
            T(
                "You counted those who joined during April; they were not there when it began.",
                "4月の途中に契約した人も数えています。月初にはまだいなかった人たちです。",
            ),
        ),
        Misconception(
            "one_leaver_too_many",
            _share(lambda there, left, others, joined: (left + others) / there),
            T(
                "A third counts leavers who do not belong: J left in March, K joined only in April, and I's last day is 1 May. Divide by those who were there when April began.",
                "3分の1では、数えてはいけない解約者が入っています。Jは3月に解約し、Kは4月の途中に契約し、Iの最終利用日は5月1日です。割るのは、月初にいた人数です。",
            ),
        ),
        Misconception(
            "one_too_many_in_both",
            _share(lambda there, left, others, joined: (left + 1) / (there + 1)),
            T(
                "You have one leaver and one customer too many: J left before April, and K joined during it. Neither was there when April began.",
                "解約者も分母も1人多いようです。Jは4月より前に解約し、Kは4月の途中に契約しました。どちらも月初にはいません。",
            ),
        ),
        Misconception(
            "one_edge_lost",
            _share(lambda there, left, others, joined: (left - 1) / there),
            T(
                "A diamond on the edge counts too: both the first and the last day of April belong to it. K, in the middle, does not count: it joined in April.",
                "帯の端にあるひし形も数えます。4月1日も4月30日も、4月のうちです。真ん中のKは、4月の途中に契約したので数えません。",
            ),
        ),
        Misconception(
            "first_day_gone",
            _share(lambda there, left, others, joined: (left - 1) / (there - 1)),
            T(
                "D's last day was 1 April: still there when the month began, and gone within it.",
                "Dの最終利用日は4月1日。月初にはいて、4月のうちに解約しています。",
            ),
        ),
    ),
    hints=(
        T(
            "Put a ruler on the left edge of the band: whose bar does it touch, having begun before?",
            "帯の左端に定規を当てます。その前に始まり、そこに届いている棒は何本ですか。",
        ),
        T(
            "Of those, count the diamonds from 1 to 30 April. Then divide, with / or in your head.",
            "そのうち4月1日〜30日のひし形を数え、割り算します。3/8 のように書いてもかまいません。",
        ),
    ),
    why=T(
        "Nine were there when April began; D and G left in it. A rate is a period and a denominator; without them it is gossip.",
        "4月が始まったときにいたのは9人、そのうちDとGが解約しました。率には期間と分母が要ります。どちらも言わない率は、うわさ話です。",
    ),
)
