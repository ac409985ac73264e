"""mlcurric.notebook.before: spaces in front of ex. go, and a date without quotes never becomes a number."""

import json

import pytest

from mlcurric.building.answers import check_cell
from mlcurric.notebook.before import take_spaces_away
from mlcurric.questions import question_set


@pytest.fixture(params=["en", "ja"])
def opened(desk, notebook, request):
    notebook.run(f'from mlcurric import exercise\nex = exercise("1-7", lang="{request.param}")')
    return notebook


@pytest.mark.parametrize("mark", ["#", "# "])
@pytest.mark.parametrize("ask", ["hint", "solution"])
def test_deleting_the_first_sign_of_a_built_cell_is_enough(opened, ask, mark):
    built = check_cell(question_set("1-7").find("weak_numbers"), True, "en").replace("#ex", f"{mark}ex")
    if ask == "solution":  # waits for an answer of one's own
        opened.run('weak_numbers = "a"', "answer")
    shown = opened.run(built.replace(f"#{mark[1:]}ex.{ask}", f"{mark[1:]}ex.{ask}"))
    assert "weak_numbers" in shown  # the check
    assert ("1/2" in shown or "1 of 2" in shown) if ask == "hint" else ("b, e" in shown)


@pytest.mark.parametrize("space", [" ", "  ", "\t", "\u3000"])
def test_any_space_in_front_of_ex_goes(opened, space):
    assert "weak_numbers" in opened.run(f'x = 1\n{space}ex.hint("weak_numbers")\n{space}ex.check("weak_numbers")')


def test_a_space_that_belongs_there_stays(opened):
    assert opened.run("if 1 > 2:\n    ex.progress()\nprint('done')").strip() == "done"
    assert opened.run("for n in range(2):\n    print(n)\n    ex.answer('weak_numbers')").split() == ["0", "1"]


@pytest.mark.parametrize("typed", ["2026-10-30", "2026-11-2", "2026/10/30", "2026 - 10 - 30", "2026-11-02"])
def test_a_date_without_quotes_is_refused_in_the_learners_own_words(opened, typed):
    opened.run('first_plan = dict(goal="c")', "answer")
    shown = opened.run(f'first_plan = dict(\n    goal="c",\n    stop_date={typed} ,\n)', "answer")
    year, month, day = map(int, typed.replace("/", "-").split("-"))
    assert f'"{year}-{month:02d}-{day:02d}"' in shown
    assert "3" in shown.split(":")[1]  # the line
    # The earlier answer does not stand in for it.
    assert "first_plan" not in opened.shell.user_ns


def test_take_back_keeps_no_difference(opened, desk):
    assert '"2027-10-15"' in opened.run("ex.take_back(stop_date=2027-10-15)")
    assert 'goal="20-30"' in opened.run("ex.take_back(goal=20-30)")
    assert not (desk / "my-product").exists()
    opened.run("ex.take_back(goal=100*0.3, baseline=30-20, stop_date='2027-10-15')")
    kept = json.loads((desk / "my-product" / "1-7.json").read_text(encoding="utf-8"))
    assert kept == {"goal": "30.0", "baseline": "10", "stop_date": "2027-10-15"}


@pytest.mark.parametrize("cell", ["x = dict(how_many=2000-10-5)", "stop_date = 2026-10-30", "print(2026-10-30)"])
def test_a_subtraction_elsewhere_is_one(opened, cell):
    assert '2026-10-30"' not in opened.run(cell)
    assert not opened.shell.user_ns.get("x") or opened.shell.user_ns["x"] == {"how_many": 1985}


def test_opening_it_again_leaves_one_of_each(opened):
    for lesson in ("1-1", "1-2", "1-7"):
        opened.run(f'exercise("{lesson}")')
    assert sum(type(each).__name__ == "_Unquoted" for each in opened.shell.ast_transformers) == 1
    assert sum(each is take_spaces_away for each in opened.shell.input_transformers_cleanup) == 1
