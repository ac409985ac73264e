"""What in the lines does not fit, and what has to be asked; a finding holds for every value that a line may mean."""

from __future__ import annotations

from datetime import date

from mlcurric.subject.product.about_card import about_card
from mlcurric.subject.product.about_dates import about_dates
from mlcurric.subject.product.about_days import about_days
from mlcurric.subject.product.about_goal import about_goal
from mlcurric.subject.product.about_lines import about_lines, without_impossible
from mlcurric.subject.product.about_money import about_money
from mlcurric.subject.product.about_numbers import about_numbers
from mlcurric.subject.product.about_people import about_people
from mlcurric.subject.product.about_promise import about_promise
from mlcurric.subject.product.about_stop import about_stop
from mlcurric.subject.product.about_words import about_words
from mlcurric.subject.product.collected import Collected
from mlcurric.subject.product.finding import LineFinding


def line_findings(lines: Collected, today: date | None = None) -> tuple[LineFinding, ...]:
    """The findings about one product's lines: first what cannot stand, then what has to be asked.

    Args:
        lines: as they are collected.
        today: the day of asking, to find days that are over; ``None`` does not look for them.
    """
    counted = without_impossible(lines)
    found = [
        *about_lines(lines),
        *about_numbers(counted),
        *about_promise(lines, counted),
        *about_stop(counted),
        *about_money(counted),
        *about_dates(lines),
        *about_days(lines, today),
        *about_people(lines),
        *about_goal(lines),
        *about_card(counted),
        *about_words(counted),
    ]
    return tuple(sorted(found, key=lambda finding: finding.asks))
