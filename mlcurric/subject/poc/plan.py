"""A plan for a proof of concept: what is tried on whom, what is counted, and what follows from each count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from mlcurric.subject.digits import as_count
from mlcurric.subject.poc.options import OPTIONS, RIGHT
from mlcurric.subject.roles import ROLES
from mlcurric.subject.typed import Slip, about_no_number
from mlcurric.text import T

NUMBERS = (
    *("smallest_effect", "customers", "hold_out_of_100", "calls_a_week"),
    *("weeks", "cost", "go_from", "stop_below"),
)
"""The lines of a plan that hold a number."""
Said = T | str
"""Words as the lessons have them in both languages, or as somebody wrote them about a plan of their own."""


_TOO_BIG, _MOST = (T("That number is far too big.", "その数は大きすぎます。"),), 1e300
_LONGEST = 40
"""Of what was typed, so much is shown."""


def counted(number: float) -> str:
    """A number as a learner typed it; one of three hundred digits is cut short."""
    return as_count(number) if abs(number) < 1e12 else f"{number:.3g}"


@dataclass(frozen=True)
class PocPlan:
    """A plan, in which customers are called and others, like them, are not.

    Everything “of 100” is a number of customers of 100, not a share. The lines in words hold keys of
    ``mlcurric.subject.poc.options.OPTIONS``; what is left out is as it should be.

    Attributes:
        smallest_effect: of 100, how many fewer have to leave for the calls to be worth having.
        customers: in the trial, both groups together; the first of the list.
        hold_out_of_100: of 100 of them, how many are left alone.
        calls_a_week: calls that are planned in a week.
        weeks: from the first call to the day of the decision.
        cost: yen (or another currency) put aside for calls and incentives of the first round.
        go_from: of 100, go if at least so many fewer left.
        stop_below: of 100, stop if fewer than that; between the two the trial is extended once, by as much again.
        starts_on: the day of the first call.
        signed_on: the day on which the plan, with its thresholds, is signed.
        signed: role (of ``ROLES``) → who signs for it, by name; one each.
        hypothesis, metric, baseline, left_alone_by, decides, model_does, people_do, after_go: what is believed, what is
            counted, what it is compared with, how the two groups are parted, how the count becomes a decision, what the
            model does and what people do, what follows a go.
        said: how a line in words reads where somebody has written it in words of their own.

    Raises:
        Slip: if a line holds what nobody could carry out: no number, a word that is none of ``OPTIONS``, a day that is
            none. Whether a number is possible is said by ``plan_findings``.
    """

    smallest_effect: float
    customers: float
    hold_out_of_100: float
    calls_a_week: float
    weeks: float
    cost: float
    go_from: float
    stop_below: float
    starts_on: date | None = None
    signed_on: date | None = None
    signed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hypothesis: str = RIGHT["hypothesis"]
    metric: str = RIGHT["metric"]
    baseline: str = RIGHT["baseline"]
    left_alone_by: str = RIGHT["left_alone_by"]
    decides: str = RIGHT["decides"]
    model_does: str = RIGHT["model_does"]
    people_do: str = RIGHT["people_do"]
    after_go: str = RIGHT["after_go"]
    said: Mapping[str, Said] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for line in NUMBERS:
            _check_number(line, getattr(self, line))
        for line in OPTIONS:
            _check_word(line, getattr(self, line))
        for line in ("starts_on", "signed_on"):
            _check_day(line, getattr(self, line))
        _check_signed(self.signed)
        if self.customers == int(self.customers):
            # Typed as 2000.0, it counts customers all the same.
            object.__setattr__(self, "customers", int(self.customers))

    @property
    def left_alone(self) -> int:
        """Customers who are not called."""
        return 0 if self.left_alone_by == "nobody" else round(self.customers * self.hold_out_of_100 / 100)

    @property
    def calls(self) -> int:
        """Customers who are called, once each."""
        return int(self.customers) - self.left_alone

    @property
    def weeks_of_calling(self) -> float:
        """How long the calls take at the planned pace."""
        return self.calls / self.calls_a_week

    @property
    def decides_on(self) -> date | None:
        """The day of the decision, where the start is known and the calendar reaches so far."""
        try:
            return None if self.starts_on is None else self.starts_on + timedelta(weeks=self.weeks)
        except OverflowError:
            return None

    @property
    def unsigned(self) -> tuple[str, ...]:
        """The roles that nobody signs for."""
        return tuple(role for role in ROLES if not self.signed.get(role))


_NUMBER = T("A plain number stands there, such as {line}={example}.", "数をそのまま書きます。例: {line}={example}")
_EXAMPLES = {
    "smallest_effect": 5,
    "customers": 2400,
    "hold_out_of_100": 50,
    "calls_a_week": 80,
    "weeks": 28,
    "cost": 5400000,
    "go_from": 3,
    "stop_below": 1,
}


def _check_number(line: str, value: Any) -> None:
    seen = about_no_number(value) or (_TOO_BIG if abs(value) > _MOST else ())
    if seen:
        # Which line it is stands before what was seen.
        first = T(f"{line}: {seen[0].en}", f"{line}: {seen[0].ja}")
        raise Slip(first, *seen[1:], _NUMBER.format(line=line, example=_EXAMPLES[line]))


def _check_word(line: str, value: Any) -> None:
    words = OPTIONS[line]
    if not isinstance(value, str) or value not in words:
        says = T("{line}: {value} is none of the words that stand there.", "{line}: {value} という書き方はありません。")
        way_out = T("Write one of these, in quotes: {words}.", "次のどれかを、引用符も付けて書きます: {words}。")
        listed = T(
            "; ".join(f'"{key}" ({said.en.rstrip(".")})' for key, said in words.items()),
            "、".join(f'"{key}"({said.ja.rstrip("。")})' for key, said in words.items()),
        )
        raise Slip(says.format(line=line, value=_shown(value)), way_out.format(words=listed))


def _check_day(line: str, value: Any) -> None:
    if value is not None and type(value) is not date:
        says = T("{line}: {value} is no day.", "{line}: {value} は日付ではありません。")
        way_out = T("Write it as {line}=date(2027, 2, 1).", "{line}=date(2027, 2, 1) のように書きます。")
        raise Slip(says.format(line=line, value=_shown(value)), way_out.format(line=line))


def _check_signed(value: Any) -> None:
    roles = ", ".join(ROLES)
    if (
        isinstance(value, Mapping)
        and set(value) <= set(ROLES)
        and all(isinstance(names, tuple) and all(isinstance(name, str) for name in names) for names in value.values())
    ):
        return
    says = T(
        "signed: {value} does not say who signs as what.",
        "signed: {value} では、誰がどの役で署名するのかわかりません。",
    )
    way_out = T(
        'Write signed={{"account_manager": ("sato",)}}; the roles are {roles}.',
        'signed={{"account_manager": ("sato",)}} のように書きます。役は {roles} です。',
    )
    raise Slip(says.format(value=_shown(value)), way_out.format(roles=roles))


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
