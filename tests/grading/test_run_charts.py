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


def test_what_a_later_cell_does_to_a_chart_is_kept_whatever_becomes_of_the_notebook():
    cells = [DRAW, "both = figure", "chart.set_title('Calls')", "import os; os._exit(1)", "chart.set_title('Visits')"]
    run = run_notebook(cells, ("chart", "both"), 60.0)
    assert run.died
    assert [run.answers[name]["title"] for name in ("chart", "both")] == ["Calls", "Calls"]


def test_a_chart_that_was_changed_and_drawn_in_one_cell_is_looked_at_once_more_in_the_end():
    cells = [DRAW, "'nothing'", "chart.set_title('Calls'); figure.canvas.draw()"]
    run = run_notebook(cells, ("chart",), 60.0)
    assert run.answers["chart"]["title"] == "Calls"


def test_a_chart_that_nobody_touches_is_described_where_it_is_drawn_and_in_the_end():
    count = """
class Counting(str):
    times = 0
    def strip(self):
        Counting.times += 1
        return "Calls"
chart.set_title("Calls")
chart.title._text = Counting("Calls")
"""
    cells = [DRAW, count, "first = Counting.times", *["'nothing'"] * 5, "last = Counting.times"]
    run = run_notebook(cells, ("chart", "first", "last"), 60.0)
    assert run.answers["first"] == run.answers["last"] > 0


def test_a_chart_that_ends_whoever_asks_whether_it_was_changed_ends_nothing():
    lies = """
from matplotlib.axes import Axes
class Mine(Axes):
    name = "mine"
    stale = property(lambda self: exit(), lambda self, value: None)
    def get_figure(self, root=False):
        raise SystemExit
from matplotlib.projections import register_projection
register_projection(Mine)
chart = plt.figure().add_subplot(projection="mine")
"""
    run = run_notebook([DRAW, lies, "a = 1", "b = 2"], ("chart", "a", "b"), 60.0)
    assert not run.died
    assert (run.answers["a"], run.answers["b"]) == (1, 2)
