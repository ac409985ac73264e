"""mlcurric.notebook.answers: the check never judges an answer whose cell has failed since."""

import pytest

OPEN = 'from mlcurric import exercise\nex = exercise("1-1", lang="en")'
CHECK = 'ex.check("rule_hits")'


@pytest.fixture
def opened(desk, notebook):
    notebook.run(OPEN, "first")
    return notebook


@pytest.mark.parametrize(
    "slip",
    [
        "rule_hits = 9 customers",
        "rule_hits = ４",
        'rule_hits = "4',
        "rule_hits = four",
        "%%time\nrule_hits = four",
        "%time rule_hits = four",
        "%%capture\nrule_hits = four",
    ],
)
def test_a_slip_takes_the_earlier_answer_back(opened, slip):
    opened.run("rule_hits = 4", "answer")
    assert "Right" in opened.run(CHECK)
    opened.run(slip, "answer")
    shown = opened.run(CHECK)
    assert "could not be run" in shown
    assert "Right" not in shown


@pytest.mark.parametrize("other", ["rulehits = 4", "4", "rule_hits == 4", ""])
def test_a_cell_that_no_longer_gives_the_answer_takes_it_back(opened, other):
    opened.run("rule_hits = 4", "answer")
    opened.run(other, "answer")
    assert "There is no rule_hits yet" in opened.run(CHECK)


@pytest.mark.parametrize(
    ("lang", "says", "next_step"),
    [
        ("en", "a colon sets nothing", "Write “rule_hits = …”"),
        ("ja", "「:」では値が入りません", "「rule_hits = …」に直して"),
    ],
)
def test_a_colon_in_the_place_of_the_sign_is_told_until_it_is_mended(opened, lang, says, next_step):
    opened.run(OPEN.replace("en", lang), "first")
    opened.run("rule_hits : 8/2", "answer")
    shown = opened.run(CHECK)
    assert says in shown
    assert next_step in shown
    opened.run("", "answer")
    assert says not in opened.run(CHECK)
    opened.run("rule_hits : 8/2", "answer")
    opened.run("rule_hits = 4", "answer")
    assert says not in opened.run(CHECK)


@pytest.mark.parametrize("mended", ["rule_hits = 4", "%%time\nrule_hits = 4", "%%capture\nrule_hits = 4"])
def test_a_mended_cell_counts_again(opened, mended):
    opened.run("rule_hits = 9 customers", "answer")
    opened.run(mended, "answer")
    assert "Right" in opened.run(CHECK)


def test_an_answer_survives_slips_elsewhere(opened):
    opened.run("rule_hits = 4", "answer")
    opened.run("request = dict(", "another")
    assert "Right" in opened.run(CHECK)


def test_opening_the_exercise_again_leaves_one_watcher(opened):
    for _ in range(3):
        opened.run(OPEN, "first")
    watchers = [callback.__qualname__ for callback in opened.shell.events.callbacks["post_run_cell"]]
    assert watchers.count("AnswerCells._after_cell") == 1
