"""What a model may learn from, of what the company knows of a customer."""

from __future__ import annotations

CLUES = [
    "tenure",
    "yearly_contract",
    "seats",
    "seat_change",
    "price_rise",
    "logins_trend",
    "days_since_login",
    "open_tickets",
    "nps",
]
"""The columns that a model may learn from."""
