"""Each test of a chart closes what it drew."""

import matplotlib.pyplot as plt
import pytest


@pytest.fixture(autouse=True)
def close_charts():
    yield
    plt.close("all")
