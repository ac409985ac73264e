"""What a trial says to a reason: of those who share it, how many left when called, and when left alone."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

import pandas as pd

from mlcurric.subject.explain.contributions import Contributions
from mlcurric.subject.explain.reasons import POINTS
from mlcurric.subject.explain.wordings import NO_WORDS, Wording, default_wording
from mlcurric.subject.intervals import Measured, ranged, share
from mlcurric.text import T

_SIDES = {False: "alone", True: "called"}
_HEADINGS = {
    "largest": T("largest reason", "いちばん大きい理由"),
    "customers": T("customers", "人数"),
    "alone": T("left alone: of 100 left", "電話なし: 100人中の解約"),
    "called": T("called: of 100 left", "電話あり: 100人中の解約"),
}


def trial_by_reason(trial: pd.DataFrame, contributions: Contributions, least: int = 5) -> pd.DataFrame:
    """Sort the customers of a trial by their largest reason, and count who left on either side of the lot.

    Args:
        trial: ``called`` and ``churned`` (bool); who was called was decided by lot.
        contributions: of these rows.
        least: customers without a reason of so many points are left out.

    Returns:
        One row a column of the table, the most customers first: ``customers`` (how many), ``alone`` and ``called`` (each a
        ``Measured`` share that left, 0 to 1).

    Raises:
        ValueError: if the contributions are of other rows.
    """
    if not trial.index.equals(contributions.values.index):
        raise ValueError("The contributions are of other rows than the trial's.")
    points = contributions.values * POINTS[contributions.scale]
    largest = points.idxmax(axis=1).where(points.max(axis=1) >= least)
    counted = trial.groupby([largest, "called"])["churned"].agg(["sum", "size"]).unstack(fill_value=0)
    rows = {
        column: {"customers": int(row["size"].sum())} | {_SIDES[side]: _share(row, side) for side in _SIDES}
        for column, row in counted.iterrows()
        if min(row["size"].get(side, 0) for side in _SIDES)
    }
    table = pd.DataFrame.from_dict(rows, orient="index", columns=["customers", *_SIDES.values()])
    return table.sort_values("customers", ascending=False, kind="stable")


def _share(row: pd.Series, side: bool) -> Measured:
    return share(row["sum", side], row["size", side])


def tell_trial(table: pd.DataFrame, wordings: Mapping[Hashable, Wording] = NO_WORDS) -> pd.DataFrame:
    """What ``trial_by_reason`` returns, to look at: of 100, with ranges, in the language spoken now."""
    words = [wordings.get(column) or default_wording(column) for column in table.index]
    told = pd.DataFrame({str(_HEADINGS["largest"]): [str(word.label) for word in words]})
    told[str(_HEADINGS["customers"])] = [f"{count:,}" for count in table["customers"]]
    for side in _SIDES.values():
        told[str(_HEADINGS[side])] = [ranged(one) for one in table[side]]
    told.index = [""] * len(told)
    return told
