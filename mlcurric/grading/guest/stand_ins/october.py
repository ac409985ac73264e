"""``mlcurric.subject.experiments.october`` inside the sandbox: the round is a file."""

from __future__ import annotations

import pandas as pd

from mlcurric.grading.guest.stand_ins import files

WEEKS = 13


def october_round(week: int = WEEKS) -> pd.DataFrame:
    """The round of October to January, as it was known at the end of a week."""
    rows = files.table("october_round")
    for column in ("called_in_week", "left_in_week"):
        rows[column] = rows[column].where(rows[column] <= week)
    return rows
