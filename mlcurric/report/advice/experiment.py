"""Before anybody acts: how many of the list to leave alone by lot, so that it is seen whether the contact keeps anybody."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import ceil, sqrt
from typing import TYPE_CHECKING

from scipy.stats import norm

from mlcurric.report.advice.asking import questions_to_ask
from mlcurric.report.advice.promise_words import at_least
from mlcurric.subject.digits import as_count
from mlcurric.subject.expectation import Decision
from mlcurric.subject.experiments.sizes import ALPHA, sample_size_per_arm, smallest_effect
from mlcurric.subject.product.figures import numbers, rough_moneys
from mlcurric.subject.ranges import Range
from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.report.advice.listing import AtRisk
    from mlcurric.report.advice.promise import Promise
    from mlcurric.report.contest.leaks import Suspect
    from mlcurric.report.reading.customers import Customers

SHARES = (0.1, 0.25, 0.5)
"""Of the list, left alone by lot."""
FEWEST = 20
"""On a smaller list there is no group to speak of."""
_FEWEST_LEAVERS = 5


@dataclass(frozen=True)
class Choice:
    """One size of the group that is left alone.

    Attributes:
        alone, contacted: customers; the whole list together.
        visible: of those who would leave, the smallest share kept that this round finds four times out of five, 0 to 1;
            ``None`` where it would not even find that all of them stay.
        not_kept: customers not kept because they are left alone, if the contact works as assumed.
        forgone: what that costs, less the contacts and incentives that are saved; below 0 where leaving alone saves.
        currency: of ``forgone``.
    """

    alone: int
    contacted: int
    visible: float | None
    not_kept: Range[float] | None = None
    forgone: Range[float] | None = None
    currency: str = ""

    @property
    def sees(self) -> T:
        """What this round can find."""
        if self.visible is None:
            return T("nothing, however well the contact works", "連絡にどれだけ効果があっても、何もわからない")
        return T("from {n} of 100 leavers kept", "解約するはずの100人のうち{n}人以上が残れば、わかる").format(
            n=at_least(self.visible)
        )

    @property
    def costs(self) -> T:
        """What leaving them alone costs, as far as anybody has said what is needed for it."""
        if self.not_kept is None:
            return T("not known without --save-rate", "--save-rate がないとわからない")
        people = Range(*(float(round(end)) for end in (self.not_kept.low, self.not_kept.high)))
        says = T("{n} customers not kept", "引き止め損ねるのは{n}人").format(n=numbers(people))
        if self.forgone is None:
            return says
        saves = self.forgone.high < 0
        money = Range(-self.forgone.high, -self.forgone.low) if saves else self.forgone
        return (_SAVES if saves else _FORGOES).format(people=says, money=rough_moneys(money, self.currency))


@dataclass(frozen=True)
class Plan:
    """The round that finds out whether the contact keeps anybody, and what to ask before it.

    Attributes:
        says: what to do, in one sentence.
        why: a lot is needed.
        compare: how the two groups are compared in the end; ``None`` if nothing can be.
        choices: from few left alone to many.
        recommended: the place among them, from 0; ``None`` if there is none to recommend.
        questions: at most five.
    """

    says: T
    why: T
    compare: T | None
    choices: tuple[Choice, ...]
    recommended: int | None
    questions: tuple[T, ...]


def plan_experiment(promise: Promise, at_risk: AtRisk, customers: Customers, suspects: Sequence[Suspect] = ()) -> Plan:
    """Plan it from the counts: the smallest group left alone that can still find what the contacts are supposed to do.

    What they are supposed to do is the middle of what is assumed; without an assumption, what they must do to pay.
    """
    questions = questions_to_ask(at_risk, customers, suspects)
    if not promise.evidence:
        return Plan(_NO_LIST, WHY, None, (), None, questions)
    share = promise.evidence.hits.share
    choices = tuple(_choice(promise, share, part) for part in SHARES) if promise.list_size >= FEWEST else ()
    wanted = _wanted(promise)
    enough = [at for at, each in enumerate(choices) if each.visible is not None and wanted and each.visible <= wanted]
    seeing = [at for at, each in enumerate(choices) if each.visible is not None]
    recommended = enough[0] if enough else seeing[-1] if seeing else None
    chosen = None if recommended is None else choices[recommended]
    return Plan(
        _says(promise, chosen, wanted, bool(enough)), WHY, _compare(promise, chosen, share), choices, recommended, questions
    )  # fmt: skip


def _choice(promise: Promise, share: float, part: float) -> Choice:
    alone = round(part * promise.list_size)
    contacted, left_out = promise.list_size - alone, alone / promise.list_size
    visible = None
    # With fewer leavers the normal approximation sees what is not there.
    if share * alone >= _FEWEST_LEAVERS:
        with suppress(ValueError):
            visible = smallest_effect(share, alone, others=contacted) / share
    return Choice(
        alone,
        contacted,
        visible,
        promise.kept.scaled(left_out) if promise.kept else None,
        promise.profit.scaled(left_out) if promise.profit else None,
        promise.currency,
    )


def _wanted(promise: Promise) -> float | None:
    """The share of leavers kept that the round is to find, 0 to 1."""
    if promise.assumed:
        return promise.assumed.middle
    return promise.break_even if promise.break_even is not None and promise.break_even <= 1 else None


def _says(promise: Promise, chosen: Choice | None, wanted: float | None, enough: bool) -> T:
    if chosen is None:
        return _TOO_FEW.format(n=f"{promise.list_size:,}")
    opening = _OPENINGS[promise.decision].format(alone=f"{chosen.alone:,}", contacted=f"{chosen.contacted:,}")
    if enough or not wanted:
        return opening
    return T("{opening} {short}", "{opening}{short}").format(opening=opening, short=_short_of(promise, chosen, wanted))


def _short_of(promise: Promise, chosen: Choice, wanted: float) -> T:
    """What is said where one list cannot find what is wanted."""
    assert promise.evidence
    assert chosen.visible is not None
    share = promise.evidence.hits.share
    said = {
        "visible": at_least(chosen.visible),
        "wanted": at_least(wanted),
    }
    try:
        arm = int(sample_size_per_arm(share, share * (1 - wanted), pooled=True))
    except ValueError:
        return _NEVER.format(**said)
    return _LISTS.format(lists=f"{ceil(2 * arm / promise.list_size):,}", **said)


def _compare(promise: Promise, chosen: Choice | None, share: float) -> T | None:
    """How the two groups are compared: by what pays, where it is known, and by what luck alone brings about."""
    if chosen is None:
        return None
    luck = by_luck(share, chosen.alone, chosen.contacted)
    if promise.break_even is None or promise.break_even > 1:
        return _COMPARE.format(luck=_tenths(luck))
    pays = share * promise.break_even
    return (_PAYS if pays > luck else _PAYS_WITHIN_LUCK).format(n=_tenths(pays), luck=_tenths(luck))


def by_luck(share: float, size_1: int, size_2: int) -> float:
    """How far apart two groups lie by luck alone, more than that in only 5 of 100 rounds: z · √(p(1−p)(1/n₁ + 1/n₂)).

    Args:
        share: that leaves in both, 0 to 1.
    """
    return float(norm.isf(ALPHA / 2) * sqrt(share * (1 - share) * (1 / size_1 + 1 / size_2)))


def _tenths(share: float) -> str:
    """Of 100, rounded up to a tenth."""
    return as_count(ceil(round(1000 * share, 6)) / 10)


_SAVES = T(
    "{people}; but on balance {money} saved",
    "{people}。ただし差し引きでは{money}の節約になる",
)
_FORGOES = T("{people}; in money {money}", "{people}。お金にすると{money}")
WHY = T(
    "Who is likely to leave is not who can be kept: some leave whatever you do, some stay without you, and some leave "
    "because you woke them. Only a group like the others, left alone by lot, shows which.",
    "解約しそうな人と、連絡すれば残る人は、同じではありません。何をしても解約する人も、何もしなくても残る人も、連絡で思い出して解約する人もいます。"
    "見分けるには、同じような人たちの中に、くじで選んで連絡しない組を作るしかありません。",
)
_OPENINGS = {
    Decision.GO: T(
        "Draw {alone} of the list by lot and leave them alone; contact the other {contacted}.",
        "リストから{alone}人をくじで選び、連絡せずにおきます。残りの{contacted}人に連絡します。",
    ),
    Decision.SMALL_ROUND: T(
        "In the first round draw {alone} of the list by lot and leave them alone; contact the other {contacted}.",
        "最初の回では、リストから{alone}人をくじで選び、連絡せずにおきます。残りの{contacted}人に連絡します。",
    ),
    Decision.NO_GO: T(
        "If you contact anybody all the same, draw {alone} of the list by lot and leave them alone, beside {contacted} contacted.",
        "それでも連絡するなら、リストから{alone}人をくじで選んで連絡せずにおき、{contacted}人に連絡します。",
    ),
}  # fmt: skip
_LISTS = T(
    "This list alone finds it only if {visible} or more of 100 leavers are kept; for {wanted} of 100, add up {lists} lists "
    "of this size, half of each left alone.",
    "このリストだけでわかるのは、解約するはずの100人のうち{visible}人以上が残る場合だけです。100人中{wanted}人を見分けるには、"
    "同じ大きさのリスト{lists}回分を、半分ずつ連絡せずにおいて合計します。",
)
_NEVER = T(
    "This list alone finds it only if {visible} or more of 100 leavers are kept; {wanted} of 100 no team will ever find.",
    "このリストだけでわかるのは、解約するはずの100人のうち{visible}人以上が残る場合だけです。100人中{wanted}人という差は、どれだけ続けても見分けられません。",
)
_TOO_FEW = T(
    "With {n} on the list no two groups can be compared; leave half of each list alone by lot, and add several lists up.",
    "リストが{n}人では、2つの組を比べられません。毎回のリストの半分をくじで選んで連絡せずにおき、何回分かを合計しましょう。",
)
_NO_LIST = T(
    "Without a list there is nothing to try out; ask the questions below first.",
    "リストがないので、試すものがありません。まず下の質問をしてください。",
)
_PAYS = T(
    "In the end count how many of 100 left in each group. Go on if at least {n} fewer of 100 left among those contacted: from "
    "there on it pays. Luck alone hardly brings about more than {luck}.",
    "最後に、それぞれの組で100人あたり何人が解約したかを数えます。連絡した組のほうが100人あたり{n}人以上少なければ、採算がとれるので続けます。"
    "運だけで{luck}人より開くことは、めったにありません。",
)
_PAYS_WITHIN_LUCK = T(
    "In the end count how many of 100 left in each group. It pays from {n} fewer of 100 among those contacted, but luck alone "
    "brings about up to {luck}: go on from {luck}, stop below {n}, and repeat the round in between.",
    "最後に、それぞれの組で100人あたり何人が解約したかを数えます。採算がとれるのは、連絡した組のほうが100人あたり{n}人以上少ないときですが、"
    "運だけでも{luck}人までは開きます。{luck}人以上なら続け、{n}人未満なら中止し、その間ならもう一度試します。",
)
_COMPARE = T(
    "In the end count how many of 100 left in each group. Up to {luck} of 100 lie between them by luck alone; only a larger "
    "difference says something about the contacts.",
    "最後に、それぞれの組で100人あたり何人が解約したかを数えます。{luck}人までの差は運だけでも開きます。連絡の効果と言えるのは、それより大きな差だけです。",
)
