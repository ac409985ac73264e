"""``mlcurric.subject.listed`` inside the sandbox: the next quarter's customers are a file, and nothing is true of them."""

from __future__ import annotations

import pandas as pd

from mlcurric.grading.guest.stand_ins import files


def load_next_quarter() -> pd.DataFrame:
    """The customers of the next quarter, as the company knows them."""
    return files.table("next_quarter")
