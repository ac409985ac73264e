"""A chart as an answer, cell by cell: it is judged as it stands, long after its figure was closed."""

import matplotlib.pyplot as plt
import pytest

OPEN = """
from mlcurric import exercise
from mlcurric.subject import show_bars
ex = exercise("1-6", lang="{lang}")
from mlcurric.questions.lesson_1_6.repaired_chart import stayed as table
stayed = table()
"""
CHECK = 'ex.check("repaired_chart")'


@pytest.fixture(autouse=True)
def headless(monkeypatch):
    monkeypatch.setattr(plt, "show", lambda: plt.close("all"))


def cell(starts_at="...", order="...", interval="..."):
    return f"repaired_chart = show_bars(\n    stayed,\n    starts_at = {starts_at} ,\n    order     = {order} ,\n    interval  = {interval} ,\n    label     = 'x' ,\n)"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("Not attempted", "order, interval", "Not yet", "Right")),
        ("ja", ("未回答", "order, interval", "もう一歩", "正解")),
    ],
)
def test_from_three_dots_to_an_honest_chart(desk, notebook, lang, words):
    notebook.run(OPEN.format(lang=lang))
    untouched, still_open, wrong, right = words
    assert "starts_at, order, interval" in notebook.run(cell())
    assert untouched in notebook.run(CHECK)
    assert still_open in notebook.run(cell(starts_at="0"))
    assert wrong in notebook.run(CHECK)
    assert notebook.run(cell("0", '"largest"', "True")) == ""
    assert right in notebook.run(CHECK)
    assert plt.get_fignums() == []


def test_a_cell_that_stops_takes_its_earlier_answer_back(desk, notebook):
    notebook.run(OPEN.format(lang="en"))
    notebook.run(cell("0", '"largest"', "True"), cell_id="answer")
    notebook.run(cell('"0"', '"largest"', "True"), cell_id="answer")
    assert "could not be run" in notebook.run(CHECK)


def test_a_chart_that_a_later_cell_spoils_is_judged_as_it_stands(desk, notebook):
    notebook.run(OPEN.format(lang="en"))
    notebook.run(cell("0", '"largest"', "True"))
    notebook.run("repaired_chart.set_xlim(50, 90)")
    assert "begins at 50" in notebook.run(CHECK)
