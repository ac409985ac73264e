"""Five colleagues' plans for Osaka, each with one line that keeps it from telling success from failure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from types import MappingProxyType

import pandas as pd

from mlcurric.subject.poc.ground import WORLDS
from mlcurric.subject.poc.plan import PocPlan
from mlcurric.subject.poc.rehearsal import rehearse_osaka
from mlcurric.subject.poc.setting import DOES, PEOPLE
from mlcurric.text import T

SOUND = PocPlan(
    smallest_effect=5,
    customers=2_400,
    hold_out_of_100=50,
    calls_a_week=80,
    weeks=28,
    cost=5_400_000,
    go_from=3,
    stop_below=1,
    starts_on=date(2027, 2, 1),
    signed_on=date(2027, 1, 29),
    signed=MappingProxyType({role: (who,) for role, who in DOES.items()}),
)
"""A plan for Osaka that fits its facts and can tell."""
COLLEAGUES: Mapping[str, PocPlan] = MappingProxyType(
    {
        "sato": replace(SOUND, decides="peeking"),
        "yuki": replace(SOUND, customers=600, cost=1_350_000),
        "ken": replace(SOUND, metric="accuracy"),
        "aya": replace(SOUND, left_alone_by="callers"),
        "rin": replace(SOUND, go_from=5),
    }
)
"""Who proposes it → the plan; but for one line each is like ``SOUND``."""
_HEADS = {
    "works": T("go, of 100, if calls work", "実施(100回中): 効くとき"),
    "nothing": T("if they do nothing", "効果がないとき"),
    "harms": T("if they do harm", "害になるとき"),
}


@cache
def _gone(who: str) -> dict[str, int]:
    return {world: round(100 * share) for world, share in rehearse_osaka(COLLEAGUES[who]).go.items()}


def colleagues_rehearsed() -> pd.DataFrame:
    """How often each plan says go in each world, of 100 runs; in the language spoken now."""
    rows = {str(PEOPLE[who]): [_gone(who)[world] for world in WORLDS] for who in COLLEAGUES}
    return pd.DataFrame.from_dict(rows, orient="index", columns=[str(_HEADS[world]) for world in WORLDS])
