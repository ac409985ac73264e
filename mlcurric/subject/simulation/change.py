"""How customers change from one month to the next, as the tables of one moment do not tell."""

from __future__ import annotations

import numpy as np
import pandas as pd

from mlcurric.subject.simulation.customers import draw_with_mood
from mlcurric.subject.simulation.world import UNSEEN_RISK, draw_unseen

Columns = dict[str, np.ndarray]
"""The columns of ``draw_customers``, and what nobody observes: ``mood``, ``unseen`` (log-odds), ``margin`` (yen a seat)."""
HIDDEN = ("mood", "unseen", "margin")
# How much of each month's state is still there in the next.
_MOOD, _TREND, _SILENCE, _UNSEEN = 0.9, 0.5, 0.6, 0.8
_RENEWAL, _ANSWERS_SURVEY, _TICKET_STAYS = 1 / 12, 1 / 6, 0.4


def arrive(random: np.random.Generator, size: int) -> Columns:
    """Customers as they are on a day like any other: some new, most not."""
    table, mood = draw_with_mood(random, size)
    columns: Columns = {name: column.to_numpy() for name, column in table.items()}
    margin = table["value"].to_numpy(np.float32) / columns["seats"]
    return columns | {"mood": mood, "unseen": draw_unseen(random, size), "margin": margin}


def change(columns: Columns, random: np.random.Generator) -> Columns:
    """The same customers a month later; those who leave are the caller's business."""
    size = len(columns["tenure"])

    def noise() -> np.ndarray:
        return random.standard_normal(size, dtype=np.float32)

    def lot(chance: float | np.ndarray) -> np.ndarray:
        return random.random(size, dtype=np.float32) < chance

    new = dict(columns)
    mood = _persist(columns["mood"], 0, 1, _MOOD, noise())
    new |= {"mood": mood, "unseen": _persist(columns["unseen"], 0, UNSEEN_RISK, _UNSEEN, noise())}
    new["tenure"] = np.minimum(columns["tenure"] + 1, 120).astype(np.int16)
    renewed = columns["tenure"] % 12 == 11
    contract = np.where(renewed, lot(0.2 + 0.3 * (new["tenure"] > 12)), columns["yearly_contract"])
    new["yearly_contract"] = contract.astype(bool)
    # What stands in the columns looks back three months, so a third of it is new.
    counted = lot(1 / 3)
    shrunk, grown = counted & lot(0.11 - 0.03 * mood), counted & lot(0.13)
    lost = np.ceil(0.5 * columns["seats"] * random.random(size, dtype=np.float32))
    moved = np.where(shrunk, -lost, np.where(grown, 1 + columns["seats"] // 8, 0))
    new["seat_change"] = np.where(counted, moved, columns["seat_change"]).astype(np.int16)
    new["seats"] = np.clip(columns["seats"] + np.where(counted, moved, 0), 1, 200).astype(np.int16)
    new["price_rise"] = np.where(lot(_RENEWAL), lot(0.10), columns["price_rise"]).astype(bool)
    pull = 9 * mood - 25 * (new["seat_change"] < 0)
    trend = _persist(columns["logins_trend"], pull, 22, _TREND, noise())
    new["logins_trend"] = np.clip(np.round(trend), -100, 100).astype(np.int16)
    usual = 1.3 - 0.3 * mood + 0.008 * new["tenure"]
    quiet = _persist(np.log1p(columns["days_since_login"]), usual, 1.1, _SILENCE, noise())
    new["days_since_login"] = np.clip(np.exp(quiet), 0, 90).astype(np.int16)
    still_open = random.binomial(columns["open_tickets"], _TICKET_STAYS)
    opened = random.poisson((1 - _TICKET_STAYS) * np.exp(-1.8 - 0.3 * mood))
    new["open_tickets"] = (still_open + opened).astype(np.int16)
    answered = np.clip(np.round(7 + 1.6 * mood + 1.4 * noise()), 0, 10)
    new["nps"] = np.where(lot(_ANSWERS_SURVEY), answered, columns["nps"]).astype(np.int16)
    new["value"] = (np.round(new["seats"] * columns["margin"] / 100) * 100).astype(np.int64)
    return new


def as_table(columns: Columns) -> pd.DataFrame:
    """What the company knows of them."""
    return pd.DataFrame({name: column for name, column in columns.items() if name not in HIDDEN})


def _persist(now: np.ndarray, mean: np.ndarray | float, spread: float, kept: float, noise: np.ndarray) -> np.ndarray:
    """A month later: pulled towards its mean, with as much luck as keeps the spread what it is."""
    return mean + kept * (now - mean) + spread * np.sqrt(1 - kept**2) * noise
