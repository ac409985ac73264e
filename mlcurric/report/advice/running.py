"""Lists of customers whose time is not over though they have stayed so far: what is expected of them counts from today."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from mlcurric.report.advice import counted_words as words
from mlcurric.report.advice.counted import Evidence
from mlcurric.report.advice.stayers import as_count, safer_after
from mlcurric.report.period import period_in_words
from mlcurric.subject.digits import in_digits, so_many
from mlcurric.subject.product.dates import date_in_words
from mlcurric.text import run_on

if TYPE_CHECKING:
    from mlcurric.report.advice.listing import AtRisk
    from mlcurric.report.reading.customers import Customers


def from_today(evidence: Evidence, customers: Customers, at_risk: AtRisk, within: str, tried: float) -> Evidence:
    """The same of the time that begins today, or when the table was made, where everybody on the list has stayed since the look.

    Nobody can be contacted before today, and what comes of it is looked at when as long a time is over. Whoever has stayed for a
    part of the time is a little safer than others of the same score.

    Args:
        at_risk: a list with somebody on it.
        within: in which time those counted as churned left, as somebody typed it.
        tried: the share that left of the list on which it was tried.
    """
    if customers.stayed is None:
        return evidence
    stayed = np.array([customers.stayed[row.row] for row in at_risk.rows])
    if not stayed.all():
        return evidence
    safer, share, of = safer_after(float(stayed.mean())), evidence.hits.share, evidence.of
    hits = as_count(share, share * (1 - share) / evidence.hits.of, safer, evidence.hits.of)
    period = {"within": period_in_words(within), "today": date_in_words(customers.until)}
    says = [evidence.fewer or words.TRIED_FROM_LOOK, words.FROM_TODAY]
    return replace(
        evidence,
        hits=hits,
        usual=safer.middle * evidence.usual,
        value=evidence.worth.of_a_leaver(hits.share) if evidence.worth else None,
        rests_on=words.LOWERED.format(counted=evidence.rests_on),
        fewer=run_on(says).format(tried=so_many(tried, of), of=in_digits(of), low=f"{100 * safer.low:.0f}", **period),
        cut=safer,
        time=words.TIME_FROM_TODAY.format(**period),
    )
