"""The card itself: measured lines and people's lines on one page, with what is open and what does not agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from mlcurric.subject.digits import as_count
from mlcurric.subject.model_card import words
from mlcurric.subject.model_card.agree import HORIZON_MONTHS, Disagreement, disagreements
from mlcurric.subject.model_card.evidence import Evidence
from mlcurric.subject.words import COLUMNS
from mlcurric.templates import filled
from mlcurric.text import T, listed

_PACKAGE = "mlcurric.subject.model_card"


@dataclass(frozen=True)
class ModelCard:
    """What is known of one model, and what people have decided about it; text and HTML are two views of it.

    Attributes:
        name: of the model.
        evidence: what was measured; see ``measure_model``.
        capacity: customers that the team can contact for one list.
        horizon_months: so many months after a look it is known who left.
        intended_use, not_for, who_decides, stop_when: what only people can say; empty while nobody has.
    """

    name: T | str
    evidence: Evidence
    capacity: int
    horizon_months: int = HORIZON_MONTHS
    intended_use: T | str = ""
    not_for: T | str = ""
    who_decides: T | str = ""
    stop_when: T | str = ""

    @property
    def open_lines(self) -> tuple[str, ...]:
        """The lines that nobody has written yet."""
        return tuple(name for name in words.LABELS if not str(getattr(self, name)).strip())

    @property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """The lines that cannot stand as they are."""
        ran, hits = self.evidence, self.evidence.hits_of_100
        return tuple(
            disagreements(
                trained_until=ran.trained_until,
                tested_from=ran.tested_from,
                horizon_months=self.horizon_months,
                list_size=ran.list_size,
                capacity=self.capacity,
                hits_of_100=hits.value,
                hits_low=hits.low,
                hits_high=hits.high,
                intended_use=str(self.intended_use),
                not_for=str(self.not_for),
                who_decides=str(self.who_decides),
                stop_when=str(self.stop_when),
            )
        )

    @property
    def measured(self) -> list[tuple[T, T | str]]:
        """The measured lines: a label and a text each."""
        return list(measured_lines(self.evidence))

    @property
    def decided(self) -> list[tuple[T, T | str]]:
        """People's lines; the text is empty where nobody has written it."""
        return [(label, getattr(self, name)) for name, label in words.LABELS.items()]

    @property
    def groups(self) -> list[tuple[str, str, T]]:
        """By rising score: customers, of 100 the score says, of 100 that left with its range."""
        told = T("{value} ({low} to {high})", "{value}({low}〜{high})")
        return [
            (
                f"{row.customers:,}",
                f"{100 * row.predicted:.1f}",
                told.format(**{end: f"{100 * share:.1f}" for end, share in _ends(row)}),
            )
            for row in self.evidence.groups.itertuples()
        ]

    def as_text(self) -> str:
        """The card as plain text, in the language spoken now."""
        lines = [f"{words.WORDS['kicker']}: {self.name}", "", str(words.WORDS["measured"])]
        lines += [f"  {label}: {text}" for label, text in self.measured]
        lines += ["", str(words.WORDS["decided"])]
        lines += [f"  {label}: {str(text).strip() or words.WORDS['open']}" for label, text in self.decided]
        if self.disagreements:
            lines += ["", str(words.WORDS["clashes"]), *(f"  {found.says}" for found in self.disagreements)]
        return "\n".join(lines)

    def as_html(self) -> str:
        """The card as a piece of a page: nothing is fetched, and every text is escaped."""
        return filled(_PACKAGE, "model-card.html", card=self, words=words.WORDS)

    def as_page(self) -> str:
        """A whole page of it, to be printed on one sheet of A4 and signed."""
        return filled(_PACKAGE, "model-card-page.html", card=self, words=words.WORDS, made_on="")

    __str__ = as_text
    _repr_html_ = as_html

    def __repr__(self) -> str:
        return self.as_text()


def measured_lines(ran: Evidence) -> Iterator[tuple[T, T | str]]:
    """What was measured, a label and a text each, in the order of the card."""
    hits, lift = ran.hits_of_100, ran.counts.lift
    yield words.STEPS, " → ".join(ran.steps)
    yield words.COLUMNS, listed(_column(name) for name in ran.columns)
    yield words.LEARNED, _rows(ran.trained_on, ran.trained_from, ran.trained_until, ran.trained_leavers)
    yield words.JUDGED, _rows(ran.counts.total, ran.tested_from, ran.tested_until, ran.counts.happened)
    if ran.chosen_among > 1:
        yield words.CHOSEN, words.AMONG.format(models=f"{ran.chosen_among:,}")
    ends = {"value": as_count(hits.value), "low": as_count(hits.low), "high": as_count(hits.high)}
    yield words.LISTED, words.HITS.format(size=f"{ran.list_size:,}", hits=f"{ran.counts.hits:,}", **ends)
    yield words.LIFT, words.TIMES.format(value=f"{lift.value:.1f}", low=f"{lift.low:.1f}", high=f"{lift.high:.1f}")
    came = words.CAME[ran.kept_its_promise]
    yield words.PROMISED, came.format(promised=f"{ran.promised:,.0f}", hits=f"{ran.counts.hits:,}")
    yield words.BRIER, words.BESIDE.format(score=f"{ran.brier:.3f}", nobody=f"{ran.brier_of_nobody:.3f}")


def _column(name: str) -> T:
    said = COLUMNS.get(name, T(name, name))
    return T(said.en.rstrip("?"), said.ja.rstrip("?"))


def _rows(rows: int, first: date, last: date, left: int) -> T:
    says = words.ROWS_OF_A_DAY if first == last else words.ROWS
    return says.format(rows=f"{rows:,}", first=f"{first:%Y-%m-%d}", last=f"{last:%Y-%m-%d}", left=f"{left:,}")


def _ends(row: Any) -> Iterator[tuple[str, float]]:
    return zip(("value", "low", "high"), (row.observed, row.low, row.high), strict=True)
