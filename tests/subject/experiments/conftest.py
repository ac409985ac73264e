"""A program of other people's beside our own formulas."""

import os
from types import ModuleType

import pytest


@pytest.fixture
def proportion() -> ModuleType:
    """``statsmodels.stats.proportion``; it may be missing on somebody's machine, and never where a change is judged."""
    try:
        from statsmodels.stats import proportion
    except ImportError:
        if os.environ.get("CI"):
            raise
        pytest.skip("statsmodels is not installed")
    return proportion
