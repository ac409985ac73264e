"""What the company knows of a customer: the columns that a learner sees, and nothing of what will happen."""

from __future__ import annotations

import numpy as np
import pandas as pd

_YEN_PER_SEAT = 8_000


def draw_customers(random: np.random.Generator, size: int) -> pd.DataFrame:
    """Draw customers as the company's systems know them on the observation date: teams that pay by the seat.

    Args:
        random: where the randomness comes from.
        size: how many customers.

    Returns:
        One row a customer, in no order: ``customer`` (1 to ``size``), ``tenure`` (whole months), ``yearly_contract``
        (bool), ``seats``, ``seat_change`` (seats, against three months before), ``price_rise`` (bool: the price went up
        at the last renewal), ``logins_trend`` (percent, against the three months before), ``days_since_login``,
        ``open_tickets``, ``nps`` (0 to 10, “would you recommend us?”) and ``value`` (yen: what the customer earns us in
        the next twelve months if it stays).
    """
    return draw_with_mood(random, size)[0]


def draw_with_mood(random: np.random.Generator, size: int) -> tuple[pd.DataFrame, np.ndarray]:
    """The same customers, and apart from them how content each is (mean 0, standard deviation 1), which nobody observes."""

    def noise() -> np.ndarray:
        return random.standard_normal(size, dtype=np.float32)

    def lot() -> np.ndarray:
        return random.random(size, dtype=np.float32)

    # Whoever is content logs in more and complains less: the clues go together, as they do in life.
    content = noise()
    tenure = 1 + np.minimum(random.exponential(26, size), 119).astype(np.int16)
    seats = np.clip(np.exp(1.7 + 0.8 * noise()), 1, 200).astype(np.int16)
    shrunk = lot() < 0.11 - 0.03 * content
    grown = ~shrunk & (lot() < 0.15)
    lost_seats = np.ceil(0.5 * seats * lot())
    trend = 22 * noise() + 9 * content - 25 * shrunk
    quiet_days = np.exp(1.3 + 1.1 * noise() - 0.3 * content + 0.008 * tenure)
    margin = _YEN_PER_SEAT * np.exp(0.25 * noise())
    table = pd.DataFrame(
        {
            "customer": np.arange(1, size + 1),
            "tenure": tenure,
            "yearly_contract": lot() < 0.2 + 0.3 * (tenure > 12),
            "seats": seats,
            "seat_change": np.where(grown, 1 + seats // 8, np.where(shrunk, -lost_seats, 0)).astype(np.int16),
            "price_rise": lot() < 0.10,
            "logins_trend": np.clip(np.round(trend), -100, 100).astype(np.int16),
            "days_since_login": np.minimum(quiet_days, 90).astype(np.int16),
            "open_tickets": random.poisson(np.exp(-1.8 - 0.3 * content)).astype(np.int16),
            "nps": np.clip(np.round(7 + 1.6 * content + 1.4 * noise()), 0, 10).astype(np.int16),
            "value": (np.round(seats * margin / 100) * 100).astype(np.int64),
        }
    )
    return table, content
