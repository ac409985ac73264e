"""Do we need ML? A verdict worked out of the lines, with its reasons; what is missing is never guessed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mlcurric.subject.digits import as_count
from mlcurric.subject.product.collected import Collected, State
from mlcurric.subject.product.figures import numbers, rough_moneys
from mlcurric.subject.product.finding import LineFinding
from mlcurric.subject.product.sums import Money, money_of, pays_from
from mlcurric.subject.ranges import Range, spanned
from mlcurric.text import T


class Need(StrEnum):
    """What the lines say."""

    RULE = "use the rule"
    BY_HAND = "start by hand"
    ML_MAY_PAY = "ML may pay"
    NO_LIST = "no list pays"
    NOT_YET = "not yet"


SAYS = {
    Need.RULE: T("Use the rule.", "いまの経験則を使いましょう。"),
    Need.BY_HAND: T("Start by hand, with a pilot.", "まず手作業と小さな試行から。"),
    Need.ML_MAY_PAY: T("ML may pay.", "機械学習は割に合うかもしれません。"),
    Need.NO_LIST: T("At these prices no list pays.", "この金額では、どんなリストも採算がとれません。"),
    Need.NOT_YET: T("Not yet: lines are open.", "まだ決められません。空いている行があります。"),
}
_CLASHING = T(
    "Not yet: some lines cannot stand as they are.", "まだ決められません。このままでは成り立たない行があります。"
)
_UNDECIDED = T("Not decided yet: {label}.", "まだ決まっていません: {label}")
_FIRST = ("who_decides", "rule_today", "gone_means")
"""Without a decision, something to beat and a definition there is nothing to decide on."""
_COUNTS = ("rule_hits_of_100", "hits_low", "hits_high")
_PRICES = ("list_size", "success_low", "success_high", "contact_cost", "incentive_cost", "value_kept")
_MEASURED = ("hits_low", "hits_high", "success_low", "success_high")
"""What nobody can look up: where these are not known, only trying shows them."""
_RESTS_ON = {*_FIRST, *_COUNTS, *_PRICES, "leave_of_1000", "customers", "currency"}


@dataclass(frozen=True)
class Verdict:
    """The answer of the page “Do we need ML?”.

    Attributes:
        need: what the lines say.
        says: the same as a heading.
        reasons: why, with the numbers.
        next_step: what to do now.
        changes: what would change the verdict; ``None`` where lines are open.
        waits_for: the lines that it waits for, by name.
    """

    need: Need
    says: T
    reasons: tuple[T, ...]
    next_step: T
    changes: T | None = None
    waits_for: tuple[str, ...] = ()


def verdict_on(lines: Collected, findings: tuple[LineFinding, ...]) -> Verdict:
    """The verdict on one product.

    Args:
        lines: as they are collected.
        findings: of ``line_findings``; numbers that do not fit carry no verdict.
    """
    if waits := [name for name in _FIRST if lines[name].is_open]:
        return _not_yet(lines, waits)
    clashing = _clashing(findings)
    if clashing:
        return Verdict(
            Need.NOT_YET,
            _CLASHING,
            tuple(finding.says for finding in clashing),
            T("Mend these lines first.", "先に、これらの行を直しましょう。"),
            waits_for=tuple(dict.fromkeys(name for finding in clashing for name in finding.lines)),
        )
    if everybody := _everybody_fits(lines):
        return everybody
    return _by_counts(lines) or _by_money(lines)


def _clashing(findings: tuple[LineFinding, ...]) -> list[LineFinding]:
    """What does not fit among the numbers that carry the verdict; the loss is one of the verdicts itself."""
    return [
        finding
        for finding in findings
        if not finding.asks
        and _RESTS_ON.issuperset(finding.lines)
        and not finding.name.endswith("_point")
        and finding.name != "list_loses"
    ]


def _everybody_fits(lines: Collected) -> Verdict | None:
    size, customers = lines.span("list_size"), lines.span("customers")
    if not (size and customers and size.low == customers.high):
        return None
    return Verdict(
        Need.RULE,
        T("No ranking is needed.", "順位付けはいりません。"),
        (
            T(
                "Your team can look at all {n} customers: there is nobody to leave out.",
                "チームは{n}人の顧客全員を見られます。外す人がいません。",
            ).format(n=numbers(customers)),
        ),
        T("Look at everybody, and count what you find.", "全員を見て、結果を数えましょう。"),
        T("More customers than your team can look at.", "顧客が増えて、チームが全員を見られなくなったとき。"),
    )


def _by_counts(lines: Collected) -> Verdict | None:
    """The rule against the list, which needs no money."""
    if lines["rule_hits_of_100"].state is State.UNKNOWN:
        return Verdict(
            Need.BY_HAND,
            SAYS[Need.BY_HAND],
            (
                T(
                    "We do not know how often today's rule is right, so nobody can say that a model is better.",
                    "いまの経験則がどのくらい当たるのか、まだわかっていません。これでは、モデルのほうがよいとは言えません。",
                ),
            ),
            T(
                "Apply the rule to a day in the past, take those whom nobody contacted, and count to how many it happened.",
                "過去のある日に経験則を当てはめ、誰も連絡しなかった人の中で、何人がそうなったかを数えましょう。",
            ),
            T("The count: a list has to beat it.", "数えた結果。リストはそれに勝たなければなりません。"),
        )
    unknown = [name for name in _MEASURED if lines[name].state is State.UNKNOWN]
    waits = [name for name in (*_COUNTS, *_PRICES) if lines[name].is_open and name not in unknown]
    rule, hits = lines.span("rule_hits_of_100"), lines.ends("hits")
    if by_lot := _by_lot(lines.span("leave_of_1000"), rule, hits):
        return by_lot
    if rule and hits and hits.high <= rule.low:
        return Verdict(
            Need.RULE,
            SAYS[Need.RULE],
            (
                T(
                    "Of 100 on today's list {rule} are hits; on the new list you expect {hits}.",
                    "いまのリスト100人の当たりは{rule}人。新しいリストの見込みは{hits}人です。",
                ).format(rule=numbers(rule), hits=numbers(hits)),
                T(
                    "A model would cost more and find no more.",
                    "モデルは、費用が増えるだけで、見つかる人は増えません。",
                ),
            ),
            T(
                "Write the rule down, apply it without fail, and count.",
                "経験則を一文に書き、漏れなく当てはめて、数えましょう。",
            ),
            T(
                "A list that finds more than {rule} of 100 among customers it has not seen.",
                "見たことのない顧客で、100人中{rule}人より多く見つけるリストが現れたとき。",
            ).format(rule=as_count(rule.high)),
        )
    if waits:
        return _not_yet(lines, waits)
    if unknown:
        return Verdict(
            Need.BY_HAND,
            SAYS[Need.BY_HAND],
            tuple(
                T("Not known yet: {label}.", "まだわかっていないこと: {label}").format(label=lines[name].line.label)
                for name in unknown
            ),
            T(
                "Make one list by hand, contact half of it by lot, and compare the halves.",
                "手作業でリストを1回作り、くじで選んだ半分だけに連絡して、結果を比べましょう。",
            ),
            T("What the pilot counts.", "試行で数えた結果。"),
        )
    return None


def _by_lot(base: Range[float] | None, rule: Range[float] | None, hits: Range[float] | None) -> Verdict | None:
    """Where neither the list nor the rule finds more than a draw by lot, nobody has to be ranked."""
    if not (base and base.low and rule and hits) or max(rule.high, hits.high) > base.low / 10:
        return None
    return Verdict(
        Need.RULE,
        T("A draw by lot would do.", "くじ引きで足ります。"),
        (
            T(
                "Of 100 on your list {hits} are hits; of 100 drawn by lot {lot} are.",
                "リストの100人のうち当たりは{hits}人。くじで選んだ100人でも{lot}人います。",
            ).format(hits=numbers(hits), lot=numbers(Range(base.low / 10, base.high / 10))),
        ),
        T("Ask whether both were counted over the same period.", "2つの数が同じ期間のものか、確かめましょう。"),
        T("A list that finds more than a draw by lot.", "くじ引きより多く見つけるリストが現れたとき。"),
    )


def _by_money(lines: Collected) -> Verdict:
    """The list in money; every number is there."""
    found, currency = money_of(lines), lines.text("currency")
    rule, hits = lines.span("rule_hits_of_100"), lines.ends("hits")
    # Whatever is open was named before; a number without an upper end cannot be counted with.
    if not (found and rule and hits):
        return _not_yet(lines, [name for name in (*_COUNTS, *_PRICES) if not lines.span(name)])
    reasons = tuple(_money_reasons(found, rule, hits, currency))
    if found.profit.high < 0:
        return Verdict(
            Need.NO_LIST,
            SAYS[Need.NO_LIST],
            reasons,
            T(
                "Change the contact, the incentive or the workflow first; a better ranking does not help.",
                "連絡のしかた、特典、業務のどれかを先に変えましょう。順位付けをよくしても、採算はとれません。",
            ),
            T("The hits, or the prices: {even}.", "当たりの数か、金額。{even}です。").format(
                even=pays_from(found.break_even)
            ),
        )
    if found.profit.low < 0 or hits.low <= rule.high:
        return Verdict(
            Need.BY_HAND,
            SAYS[Need.BY_HAND],
            reasons,
            T(
                "Try a small list, leave half of it alone by lot, and narrow the ranges before anybody builds.",
                "小さなリストで試し、くじで選んだ半分には連絡せず、作る前に幅を狭めましょう。",
            ),
            T("The hits, or the prices: {even}.", "当たりの数か、金額。{even}です。").format(
                even=pays_from(found.break_even)
            ),
        )
    return Verdict(
        Need.ML_MAY_PAY,
        SAYS[Need.ML_MAY_PAY],
        (*reasons, _gain(lines, rule, hits, currency)),
        T(
            "Hold that against what building and running it costs; then prove it on a small list.",
            "作って動かす費用と比べてみましょう。見合うなら、小さなリストで確かめます。",
        ),
        T(
            "Fewer than {n} hits of 100 on customers it has not seen, or a rule that catches up.",
            "見たことのない顧客で、当たりが100人中{n}人を下回ったとき。または、経験則が追いついたとき。",
        ).format(n=as_count(max(found.break_even.high, rule.high))),
    )


def _money_reasons(found: Money, rule: Range[float], hits: Range[float], currency: str) -> Iterator[T]:
    values = dict(rule=numbers(rule), hits=numbers(hits), profit=rough_moneys(found.profit, currency))
    if hits.low > rule.high:
        yield T(
            "Of 100 on the list {hits} are hits, of 100 on today's list {rule}: more, even at the low end.",
            "リスト100人の当たりは{hits}人、いまのリストは{rule}人。下限でも、いまより多く見つかります。",
        ).format(**values)
    else:
        yield T(
            "Of 100 on the list {hits} are hits, of 100 on today's list {rule}: it may be no better.",
            "リスト100人の当たりは{hits}人、いまのリストは{rule}人。よくならないかもしれません。",
        ).format(**values)
    yield T("One list brings about {profit}.", "1回のリストの損益は、およそ{profit}です。").format(**values)
    if found.by_rule:
        yield T(
            "A list of the same size by today's rule brings about {rule}.",
            "同じ人数を、いまの経験則で選ぶと、およそ{rule}です。",
        ).format(rule=rough_moneys(found.by_rule, currency))


def _gain(lines: Collected, rule: Range[float], hits: Range[float], currency: str) -> T:
    def more(size: float, of_100: float, by_rule: float, success: float, value: float, incentive: float) -> float:
        kept = success / 100 * value + (1 - success / 100) * incentive
        return size * (of_100 - by_rule) / 100 * kept

    spans = [lines.span("list_size"), hits, rule, lines.ends("success"), lines.span("value_kept")]
    gain = spanned(more, *spans, lines.span("incentive_cost"))
    return T(
        "So the model is worth about {gain} more per list, before what it costs.",
        "つまりモデルの価値は、費用を引く前で、リスト1回あたりおよそ{gain}です。",
    ).format(gain=rough_moneys(gain, currency))


def _not_yet(lines: Collected, waits: list[str]) -> Verdict:
    return Verdict(
        Need.NOT_YET,
        SAYS[Need.NOT_YET],
        # The page is read by others: what it asks of its writer is said in the notebook.
        tuple(_UNDECIDED.format(label=lines[name].line.label) for name in waits),
        T("Fill these lines, or find out whom to ask.", "これらの行を埋めるか、誰に聞けばよいかを決めましょう。"),
        waits_for=tuple(waits),
    )
