"""Do the counts fit together? Base rate, rule, list, hits, successes, promise and misses."""

from __future__ import annotations

from collections.abc import Iterator

from mlcurric.subject.digits import as_count
from mlcurric.subject.expectation import contradictions
from mlcurric.subject.product.collected import ENDS, Collected
from mlcurric.subject.product.figures import numbers, two_digits
from mlcurric.subject.product.finding import LineFinding, clash, question
from mlcurric.subject.product.sum_words import CLASHES, QUESTIONS, sum_values, whole_people
from mlcurric.subject.product.sums import hits_on
from mlcurric.subject.ranges import Range, spanned
from mlcurric.text import T

_MEND = {
    "kept_above_leavers": T("Lower the promise, or mend the hits.", "約束を下げるか、当たりの数を直してください。"),
    "kept_too_high": T(
        "Lower the promise, or mend what it is made of.", "約束を下げるか、もとになる数を直してください。"
    ),
}
"""The way out of what the sums of lesson 1-5 find and no reading of the lines can make right."""
_ASK = {
    "kept_too_low": T("Is the rest a margin that you keep on purpose?", "余裕をみて低くしたのですか。"),
    "kept_off_middle": T("Is that meant?", "意図したものですか。"),
    "kept_too_narrow": T("What makes the promise surer than its parts?", "約束のほうが確かなのは、なぜですか。"),
    "misses_are_finds": T(
        "Do you count those who are not on the list?", "リストに載っていない人のほうを数えていますか。"
    ),
    "misses_are_false_alarms": T(
        "Do you count those to whom it happens without being on the list?",
        "リストに載らずに、そうなる人を数えていますか。",
    ),
    "misses_off": T("Or do you make several lists in that time?", "それとも、その間にリストを何回か作りますか。"),
}


def about_numbers(lines: Collected) -> Iterator[LineFinding]:
    """Findings about counts that stand in several lines; the plainest first.

    Args:
        lines: without those that are impossible by themselves (``about_lines.without_impossible``).
    """
    yield from _about_sums(lines)
    yield from _about_base(lines)
    yield from _about_rule(lines)
    yield from _about_customers(lines)
    yield from _about_misses(lines)
    yield from _about_extremes(lines)


def _about_sums(lines: Collected) -> Iterator[LineFinding]:
    """The sums of lesson 1-5: list × hits × success = kept, and the misses where the number of customers is known."""
    ends = {name: span for name in ENDS if (span := lines.ends(name))}
    size, misses = _point(lines.span("list_size")), _point(lines.span("misses_of_100"))
    customers, base = _point(lines.span("customers")), _point(lines.span("leave_of_1000"))
    leavers = customers * base / 1_000 if customers and base else None
    if not size:
        return
    # A list that holds more hits than there are is another finding, and makes no sense of the misses.
    if leavers and ends.get("hits") and size * ends["hits"].low / 100 > leavers:
        misses = None
    values = sum_values(size, ends, misses, leavers)
    for found in contradictions(
        list_size=size,
        hits_of_100=ends.get("hits"),
        success_of_100=ends.get("success"),
        kept=ends.get("kept"),
        misses_of_100=misses,
        leavers=leavers,
    ):
        if found.name in CLASHES:
            yield clash(found.name, " ".join(found.fields), CLASHES[found.name], _MEND[found.name], **values)
        elif found.name in QUESTIONS:
            yield question(found.name, " ".join(found.fields), QUESTIONS[found.name], _ASK[found.name], **values)


def _about_base(lines: Collected) -> Iterator[LineFinding]:
    """Hits against what a list drawn by lot would hold."""
    base, hits, rule = lines.span("leave_of_1000"), lines.ends("hits"), lines.span("rule_hits_of_100")
    if not base:
        return
    by_lot = Range(base.low / 10, base.high / 10)
    if base.high == 0:
        yield question(
            "nobody_leaves",
            "leave_of_1000",
            T("It happens to 0 of 1,000: then there is nobody to find.", "1,000人中0人なら、見つける相手がいません。"),
            T("Is the period too short to see it?", "見守る期間が短すぎて、見えていないのでしょうか。"),
        )
    if hits and hits.high <= by_lot.low:
        yield question(
            "no_better_than_lot",
            "hits_high leave_of_1000",
            T(
                "Of 100 on your list at most {hits} are hits; of 100 drawn by lot {lot} are ({base} of 1,000).",
                "リストの100人のうち当たりは多くて{hits}人。くじで選んだ100人でも{lot}人います(1,000人中{base}人)。",
            ),
            T(
                "Were both counted over the same period? If so, a draw by lot does as well.",
                "同じ期間で数えた数ですか。そうなら、くじ引きと変わりません。",
            ),
            hits=as_count(hits.high),
            lot=numbers(by_lot),
            base=numbers(base),
        )
    if rule and rule.high < by_lot.low:
        yield question(
            "rule_below_lot",
            "rule_hits_of_100 leave_of_1000",
            T(
                "Of 100 on today's list {rule} are hits; of 100 drawn by lot {lot} are. The rule does worse than chance.",
                "いまのリスト100人の当たりは{rule}人、くじで選んだ100人なら{lot}人。いまの経験則は、くじより当たっていません。",
            ),
            T("Were both counted over the same period?", "2つの数は、同じ期間で数えたものですか。"),
            rule=numbers(rule),
            lot=numbers(by_lot),
        )


def _about_rule(lines: Collected) -> Iterator[LineFinding]:
    rule, hits = lines.span("rule_hits_of_100"), lines.ends("hits")
    if not (rule and hits):
        return
    values = dict(rule=numbers(rule), low=as_count(hits.low), high=as_count(hits.high))
    if hits.high <= rule.low:
        yield question(
            "rule_is_better",
            "hits_high rule_hits_of_100",
            T(
                "Of 100 on the new list at most {high} are hits; of 100 on today's list {rule} are already.",
                "新しいリストの当たりは100人中、多くて{high}人。いまのリストには、もう{rule}人います。",
            ),
            T("Then use the rule. Is that meant?", "それなら、いまの経験則を使いましょう。それでよいですか。"),
            **values,
        )
    elif hits.low <= rule.high:
        yield question(
            "may_not_beat_rule",
            "hits_low rule_hits_of_100",
            T(
                "Of 100 on the new list {low} to {high} are hits, of 100 on today's list {rule}: it may be no better.",
                "新しいリストの当たりは100人中{low}〜{high}人、いまのリストは{rule}人。よくならないかもしれません。",
            ),
            T("Would you build it for that?", "それでも作りますか。"),
            **values,
        )


def _about_customers(lines: Collected) -> Iterator[LineFinding]:
    """The list against the customers there are."""
    customers, size = lines.span("customers"), lines.span("list_size")
    hits, base = lines.ends("hits"), lines.span("leave_of_1000")
    if not (customers and size):
        return
    values = dict(size=numbers(size), customers=numbers(customers))
    if size.low > customers.high:
        yield clash(
            "list_above_customers",
            "list_size customers",
            T(
                "The list holds {size}, but there are {customers} customers.",
                "リストは{size}人なのに、顧客は{customers}人です。",
            ),
            T("Mend one of the two.", "どちらかを直してください。"),
            **values,
        )
    elif size.low == customers.high:
        yield question(
            "list_of_all",
            "list_size customers",
            T("All {customers} customers fit on the list.", "{customers}人の顧客全員がリストに載ります。"),
            T("Then nobody has to be ranked. Is that meant?", "それなら順位付けはいりません。それでよいですか。"),
            **values,
        )
    # Who can look at everybody needs no hits.
    if hits and base and size.low != customers.high:
        all_hits = spanned(lambda each, of_1000: each * of_1000 / 1_000, customers, base)
        on_list = hits_on(size, hits)
        if on_list.low > all_hits.high * 1.05:
            yield clash(
                "more_hits_than_there_are",
                "list_size hits_low leave_of_1000 customers",
                T(
                    "The list would hold {on_list} hits, but it happens to only {all_hits} of your {customers}.",
                    "リストの当たりは{on_list}人になりますが、{customers}人のうち実際にそうなるのは{all_hits}人です。",
                ),
                T("Mend one of the four lines.", "4つの行のどれかを直してください。"),
                on_list=whole_people(on_list),
                all_hits=whole_people(all_hits),
                **values,
            )


def _about_misses(lines: Collected) -> Iterator[LineFinding]:
    """Where the number of customers is not written: which one the list, the hits, the misses and the base rate make."""
    size, hits = lines.span("list_size"), lines.ends("hits")
    base, misses = lines.span("leave_of_1000"), lines.span("misses_of_100")
    if lines.text("customers") or not (size and hits and base and base.low and hits.low > 0):
        return
    if not misses or misses.high >= 100:
        yield from _about_thousand(size, hits, base)
        return
    customers = spanned(
        lambda each, of_100, missed, of_1000: each * of_100 / (100 - missed) * 1_000 / of_1000, size, hits, misses, base
    )
    values = dict(
        size=numbers(size), hits=numbers(hits), misses=numbers(misses), base=numbers(base),
        on_list=whole_people(hits_on(size, hits)), customers=numbers(two_digits(customers)),
    )  # fmt: skip
    # Fewer customers than the list holds is said by the base rate already.
    if customers.high < size.low:
        return
    yield question(
        "implied_customers",
        "misses_of_100 list_size leave_of_1000",
        T(
            "{size} × {hits} of 100 = {on_list} hits on the list. If {misses} of 100 are missed, it happens to {base} of 1,000, and one list is made in that time, you have {customers} customers.",
            "リストの当たりは {size}人 × 100人中{hits}人 = {on_list}人。100人中{misses}人を見逃し、1,000人中{base}人に起き、その間のリストが1回なら、顧客は全部で{customers}人いることになります。",
        ),
        T(
            "Is that about right? Write the number in customers.",
            "だいたい合っていますか。合っていれば customers に書いてください。",
        ),
        **values,
    )


def _about_thousand(size: Range[float], hits: Range[float], base: Range[float]) -> Iterator[LineFinding]:
    """A list that holds more hits than 1,000 customers have: nobody has said of how many it is drawn."""
    on_list = hits_on(size, hits)
    if on_list.low > base.high:
        yield question(
            "list_of_how_many",
            "list_size leave_of_1000 customers",
            T(
                "The list would hold {on_list} hits; of 1,000 customers it happens to {base}. You would need {customers} customers at least.",
                "リストの当たりは{on_list}人になりますが、1,000人のうちそうなるのは{base}人。顧客が少なくとも{customers}人いないと合いません。",
            ),
            T(
                "Are there so many? Write the number in customers.",
                "それだけいますか。人数を customers に書いてください。",
            ),
            on_list=whole_people(on_list),
            base=numbers(base),
            customers=as_count(float(f"{on_list.low * 1_000 / base.high:.2g}")),
        )


def _about_extremes(lines: Collected) -> Iterator[LineFinding]:
    for name in ("hits", "success"):
        ends = lines.ends(name)
        if ends and ends.high == 100 and ends.low <= ends.high:
            yield question(
                f"{name}_all",
                f"{name}_high",
                T("At best 100 of 100: not one exception.", "よければ100人中100人。例外がひとりもいません。"),
                T("Would you bet on it?", "賭けられますか。"),
            )
    misses = lines.span("misses_of_100")
    if misses and misses.high == 0:
        yield question(
            "misses_none",
            "misses_of_100",
            T("The list is said to miss nobody.", "見逃しが0人になっています。"),
            T(
                "Only a list of everybody misses nobody. Is that meant?",
                "見逃しがないのは、全員を載せたリストだけです。意図したものですか。",
            ),
        )


def _point(span: Range[float] | None) -> float | None:
    return span.low if span and span.is_point else None
