"""A plan as a page that a sponsor can sign: one self-contained sheet of A4, in the language spoken now."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mlcurric.subject.digits import TEN_THOUSAND, as_count, in_digits, rough_yen, yen_in_words
from mlcurric.subject.poc.about_dates import a_day
from mlcurric.subject.poc.ground import HARMS, NOTHING, WORKS
from mlcurric.subject.poc.options import OPTIONS
from mlcurric.subject.poc.plan import PocPlan, Said
from mlcurric.subject.poc.rehearsal import LEAST_FOUND, MOST_FOOLED, PlanRehearsal
from mlcurric.subject.poc.setting import PEOPLE, Setting
from mlcurric.subject.poc.tells import why_not
from mlcurric.subject.poc.words import DECISIONS, WORDS, WORLDS
from mlcurric.subject.product.figures import currency_in, moneys, rough_moneys
from mlcurric.subject.product.finding import LineFinding
from mlcurric.subject.ranges import Range
from mlcurric.subject.roles import ROLES
from mlcurric.templates import filled
from mlcurric.text import T, run_on

POINTS = ((730, 9.6), (900, 9.0), (1_560, 8.4), (3_260, 7.8))
"""Up to so many half-width characters of the plan's words and its verdict, the page is printed in so many points; beyond, in the last."""


@dataclass(frozen=True)
class Bar:
    """How the runs in one world ended: decision → of 100."""

    label: T
    parts: Mapping[str, int]

    @property
    def says(self) -> T:
        """For a reader who does not see it."""
        pairs = [(DECISIONS[name], count) for name, count in self.parts.items() if count]
        return T(
            f"{self.label.en}: " + ", ".join(f"{said.en} {count}" for said, count in pairs),
            f"{self.label.ja}: " + "、".join(f"{said.ja} {count}" for said, count in pairs),
        )


def in_words(plan: PocPlan, line: str) -> Said:
    """How a line in words reads: as somebody wrote it, or as the lessons have it, with the plan's own numbers in it."""
    if line in plan.said:
        return plan.said[line]
    said = OPTIONS[line][getattr(plan, line)]
    if line == "decides":
        both = WORDS["two_numbers"].format(go=in_digits(plan.go_from), stop=in_digits(plan.stop_below))
        said = T(
            re.sub(r"(?:by )?go_from and stop_below", both.en, said.en),
            re.sub(r" ?go_from と stop_below ?(?:のとおりに|で)?", both.ja, said.ja).replace(
                "go_from に", "go_from 人に"
            ),
        )
    for name in ("smallest_effect", "go_from", "stop_below"):
        number = in_digits(getattr(plan, name))
        said = T(said.en.replace(name, number), re.sub(rf" ?{name} ?", number, said.ja))
    return said


def render_plan(
    plan: PocPlan,
    found: PlanRehearsal | None,
    findings: Sequence[LineFinding],
    made_on: date,
    *,
    product: Said = "",
    sponsor: Said = "",
    front_line: Said = "",
    currency: str = "yen",
    setting: Setting | None = None,
    rehearse: Callable[[PocPlan], PlanRehearsal] | None = None,
) -> str:
    """The page as HTML: nothing is fetched, every text is escaped, and nothing is cut.

    Args:
        found: of ``rehearse_plan``; ``None`` where the plan could not be rehearsed.
        findings: of ``plan_findings``; they stand on the page until they are mended.
        made_on: the date that the page carries.
        product: its title.
        sponsor, front_line: who signs beside the roles; empty leaves the line to be filled in by hand.
        currency: of the cost, as a person names it.
        setting: what the plan was held against; with it the page says what a wrong go costs.
        rehearse: carries a plan out on the customers of ``found``; with it the page says how often there is a wrong go.
    """
    starts, decides = plan.starts_on, plan.decides_on
    told = {line: in_words(plan, line) for line in OPTIONS}
    verdict = _verdict(found, findings) if found else ""
    length = sum(map(_width, [*map(str, told.values()), str(verdict), *(str(one.says) for one in findings)]))
    return filled(
        "mlcurric.subject.poc",
        "poc-plan.html",
        words=WORDS,
        title=product,
        made_on=made_on.isoformat(),
        points=next((points for most, points in POINTS if length <= most), POINTS[-1][1]),
        asked=WORDS["asked" if starts else "asked_open"].format(
            signed=WORDS["by"].format(day=a_day(plan.signed_on)) if plan.signed_on else "",
            starts=a_day(starts) if starts else WORDS["no_day"],
            decides=a_day(decides) if decides else WORDS["no_day"],
        ),
        told=told,
        facts=_facts(plan, currency),
        rules=_rules(plan, currency),
        below_pay=_below_pay(plan, setting or Setting(), currency, rehearse if found else None),
        bars=(bars := _bars(found) if found else []),
        legend=[(name, said) for name, said in DECISIONS.items() if any(bar.parts[name] for bar in bars)],
        rehearsed=WORDS["rehearsed"].format(n=len(found.worlds[WORKS].go)) if found else None,
        verdict=verdict,
        can_tell=found is not None and found.can_tell and not findings,
        costs=_costs(found, currency) if found else None,
        signatures=_signatures(plan, sponsor, front_line),
        findings=findings,
        rests=WORDS["rests"].format(found=round(100 * LEAST_FOUND), fooled=round(100 * MOST_FOOLED)),
    )


def _facts(plan: PocPlan, currency: str) -> list[tuple[T, Said]]:
    return [
        (WORDS["effect"], WORDS["of_100"].format(n=in_digits(plan.smallest_effect))),
        (WORDS["in_trial"], as_count(plan.customers)),
        (WORDS["called"], as_count(plan.calls)),
        (WORDS["alone_by_lot" if plan.left_alone_by == "lot" else "alone"], as_count(plan.left_alone)),
        (WORDS["a_week"], as_count(plan.calls_a_week)),
        (WORDS["length"], as_count(plan.weeks)),
        (WORDS["cost"], _money(plan.cost, currency)),
    ]


def _rules(plan: PocPlan, currency: str) -> list[tuple[str, T, T, Said]]:
    """Stop, extend, go: its name, what it is called, when, and what it means."""
    go, stop = in_digits(plan.go_from), in_digits(plan.stop_below)
    until = plan.decides_on and _later(plan.decides_on, plan.weeks)
    extend = WORDS["extend_means"].format(
        customers=as_count(plan.customers),
        cost=_money(plan.cost, currency),
        until=a_day(until) if until else WORDS["no_day"],
        n=go,
    )
    return [
        ("stop", WORDS["stop"], WORDS["below"].format(n=stop), WORDS["stop_means"]),
        ("extend", WORDS["extend"], WORDS["between"].format(low=stop, high=go), extend),
        ("go", WORDS["go"], WORDS["from"].format(n=go), in_words(plan, "after_go")),
    ]


def _later(day: date, weeks: float) -> date | None:
    try:
        return day + timedelta(weeks=weeks)
    except OverflowError:
        return None


def _bars(found: PlanRehearsal) -> list[Bar]:
    effect = in_digits(found.plan.smallest_effect)
    return [
        Bar(
            WORDS["if"].format(world=WORLDS[world].format(n=effect)),
            _of_100({name: int(chosen.sum()) for name, chosen in runs.decisions.items()}),
        )
        for world, runs in found.worlds.items()
    ]


def _below_pay(
    plan: PocPlan, setting: Setting, currency: str, rehearse: Callable[[PocPlan], PlanRehearsal] | None
) -> T | None:
    """What a go at a true ``go_from`` would cost, and how often it would come, where calls do not pay for themselves there."""
    size = int(plan.customers)
    pays, gain = setting.pays_at(size), setting.gain_at(size, plan.go_from)
    if pays is None or gain is None or gain >= 0 or not 0 < plan.go_from < plan.smallest_effect:
        return None
    told = {
        "go": in_digits(plan.go_from),
        "effect": in_digits(plan.smallest_effect),
        "size": as_count(size),
        "loss": _rough_money(-gain, currency),
        "pays": in_digits(pays),
        "reckoned": setting.reckoned,
    }
    names = ["counted_is_not_true", "loses"]
    if rehearse:
        told["often"] = round(100 * rehearse(replace(plan, smallest_effect=plan.go_from)).go[WORKS])
        names.insert(1, "go_at_true")
    return run_on(tuple(WORDS[name].format(**told) for name in names))


def _money(amount: float, currency: str) -> T:
    """Yen in Japanese by ten thousands, as everywhere in the lessons: “¥5,400,000”, 「540万円」."""
    if currency_in(currency) == "JPY" and abs(amount) >= TEN_THOUSAND and amount % TEN_THOUSAND == 0:
        return yen_in_words(amount)
    return moneys(Range(amount, amount), currency)


def _rough_money(amount: float, currency: str) -> T:
    """A computed sum, to two digits."""
    return rough_yen(amount) if currency_in(currency) == "JPY" else rough_moneys(Range(amount, amount), currency)


def _of_100(counts: Mapping[str, int]) -> dict[str, int]:
    """Counts as whole numbers of 100 that add up to 100 (largest remainders)."""
    total = sum(counts.values())
    exact = {name: 100 * count / total for name, count in counts.items()}
    whole = {name: int(share) for name, share in exact.items()}
    for name in sorted(exact, key=lambda name: whole[name] - exact[name])[: 100 - sum(whole.values())]:
        whole[name] += 1
    return whole


def _verdict(found: PlanRehearsal, findings: Sequence[LineFinding]) -> T:
    why = why_not(found)
    if why is None:
        says = WORDS["not_yet" if findings else "tells"]
    else:
        says = WORDS["unfair" if found.finds_enough and found.seldom_fooled else "cannot"]
    figures = says.format(works=round(100 * found.go[WORKS]), fooled=round(100 * found.fooled))
    return figures if why is None else run_on((figures, why.says))


def _costs(found: PlanRehearsal, currency: str) -> T:
    middles = {world: found.typical(world, "net")[0] for world in (WORKS, NOTHING, HARMS)}
    return WORDS["costs"].format(**{world: _rough_money(each, currency) for world, each in middles.items()})


def _signatures(plan: PocPlan, sponsor: Said, front_line: Said) -> list[tuple[T, Said]]:
    """Who signs as what; an empty text where nobody does yet."""
    rows: list[tuple[T, Said]] = [(WORDS["sponsor"], sponsor), (WORDS["front_line"], front_line)]
    for role, each in ROLES.items():
        names = [str(PEOPLE.get(name, name)) for name in plan.signed.get(role, ())]
        rows.append((each.name, " / ".join(names)))
    return rows


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)
