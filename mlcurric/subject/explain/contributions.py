"""What each column adds to a score. It describes the model, not the world: no contribution says that a column matters."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.special import expit
from sklearn.pipeline import Pipeline

from mlcurric.subject.explain.parts import MixedColumns, columns_read, parts_of, picked, split

LOG_ODDS, PROBABILITY = "log-odds", "probability"


@dataclass(frozen=True)
class Contributions:
    """What each column adds to each row's score, counted from the average score of some other rows.

    They add up on their own scale only: ``base`` and a row's contributions together are that row's ``score``. Log-odds
    do not add up to a probability: the same contribution moves a risk of one half a lot, and one near 0 or 1 hardly.

    Attributes:
        values: one row a customer, one column a column that the model reads; in the unit of ``scale``.
        base: where everybody starts, in the unit of ``scale``.
        scale: ``"log-odds"`` or ``"probability"``.
    """

    values: pd.DataFrame
    base: float
    scale: str = LOG_ODDS

    @property
    def score(self) -> pd.Series:
        """The model's own output for each row, in the unit of ``scale``."""
        return self.base + self.values.sum(axis=1)

    @property
    def risk(self) -> pd.Series:
        """The predicted probability of “yes” for each row, 0 to 1."""
        return self.score.map(self._as_risk)

    @property
    def base_risk(self) -> float:
        """The risk of a customer who is average on this scale, 0 to 1; on log-odds it is not the average risk."""
        return self._as_risk(self.base)

    def _as_risk(self, score: float) -> float:
        return float(expit(score)) if self.scale == LOG_ODDS else float(score)


def linear_contributions(model: Pipeline, rows: pd.DataFrame, background: pd.DataFrame) -> Contributions:
    """Contributions to the log-odds of a logistic regression: coefficient × (value − mean of the background).

    They are the Shapley values of a linear model whose columns are taken to be independent (as shap's LinearExplainer has
    them). Where columns go together, credit can be shared in other ways that are as right: these are true to the model,
    not to the data (Chen, Janizek, Lundberg and Lee, 2020). What an encoder makes of one column is summed for it.

    Args:
        model: fitted, with two classes; a pipeline that ends in a ``LogisticRegression``, whose other steps scale, fill
            or encode, as long as every number that they make comes from one column of the table.
        rows: whom to explain, with the columns that the model was fitted on; further columns are ignored.
        background: the rows whose average is the start, for instance those that the model learned from.

    Returns:
        In log-odds: ``score`` is ``model.decision_function(rows)``, and ``base`` its mean over the background.

    Raises:
        ValueError: naming the columns that are missing, that have holes which no step fills, or that a step mixes; if
            there are no rows; if the model is of another form.
    """
    steps, final = split(model)
    coefficients = np.atleast_2d(getattr(final, "coef_", np.empty((0, 0))))
    if len(coefficients) != 1 or not hasattr(final, "predict_proba"):
        raise ValueError(
            f"{type(final).__name__} is no logistic regression with two classes; shap_contributions can explain it."
        )
    columns = columns_read(model, background)
    rows, background = picked(rows, columns, "rows"), picked(background, columns, "background rows")
    try:
        parts = parts_of(steps, rows, background)
    except MixedColumns as error:
        raise ValueError(f"{error} shap_contributions can explain it.") from None
    numbers, usual = (_without_holes(parts.transform(table), table) for table in (rows, background))
    mean = usual.mean(axis=0)
    base = float(mean @ coefficients[0] + np.ravel(final.intercept_)[0])
    return Contributions(parts.summed((numbers - mean) * coefficients[0], rows.index), base)


def _without_holes(numbers: np.ndarray, table: pd.DataFrame) -> np.ndarray:
    """The numbers, all of them finite.

    Raises:
        ValueError: naming the columns of the table with values that are missing or not finite.
    """
    bad = ~np.isfinite(numbers).all(axis=1)
    if bad.any():
        holes = table[bad]
        names = [str(name) for name in table if not _all_finite(holes[name])]
        raise ValueError(
            f"{bad.sum()} of {len(table)} rows have no usable number in {', '.join(names) or 'a column'}; fill or drop "
            "them first, for instance with a SimpleImputer in the pipeline."
        )
    return numbers


def _all_finite(column: pd.Series) -> bool:
    finite = np.isfinite(column.astype(float)) if pd.api.types.is_numeric_dtype(column) else column.notna()
    return bool(finite.all())
