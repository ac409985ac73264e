"""A chart comes back from a run as its description, though its figure is closed after each cell."""

from grading.running import run_notebook

from mlcurric.subject import findings
from mlcurric.subject.charts.schema import is_description

DRAW = """
import matplotlib.pyplot as plt
figure, chart = plt.subplots()
chart.bar(["mail", "phone", "visit"], [5, 7, 6])
chart.set(ylim=(4, 8), ylabel="customers")
plt.show()
"""


def test_a_chart_survives_the_way_and_its_closed_figure():
    run = run_notebook([DRAW, "chart.set_ylim(0, 8)", "later = chart"], ("chart", "later", "figure"), 60.0)
    assert run.errors == ()
    for name in ("chart", "later", "figure"):
        assert is_description(run.answers[name])
        assert [finding.id for finding in findings(run.answers[name])] == ["unsorted"]


def test_open_settings_and_ready_made_bars():
    cells = [
        "from mlcurric.subject import show_bars\nstayed = {'a': (3, 5), 'b': (1, 5), 'c': (2, 5)}",
        "chart = show_bars(stayed, starts_at=..., order=..., interval=...)",
        "later = show_bars(stayed, starts_at=0, order=..., interval=True)",
        "wrong = show_bars(stayed, starts_at='0')",
    ]
    run = run_notebook(cells, ("chart", "later", "wrong"), 60.0)
    assert run.answers["chart"] is ...
    assert len(run.answers["later"]["bars"]) == 3
    assert [(error.kind, error.sets) for error in run.errors] == [("SettingError", ("wrong",))]
