"""mlcurric.notebook.exercise: check, hint, solution, progress, as typed in a notebook."""

import pytest

from mlcurric.notebook.progress import Progress

OPEN = 'from mlcurric import exercise\nex = exercise("1-1", lang="en")'

_ALL_B = "dict(invoices='b', calls='b', replies='b', first_login='b', tickets='b', silent='b')"


@pytest.fixture
def opened(desk, notebook):
    notebook.run(OPEN)
    return notebook


def test_the_three_states(opened):
    assert "There is no rule_hits yet" in opened.run('ex.check("rule_hits")')
    assert "Not attempted" in opened.run('rule_hits = ...\nex.check("rule_hits")')
    assert "Not yet" in opened.run('rule_hits = 7\nex.check("rule_hits")')
    assert "Right" in opened.run('rule_hits = 4\nex.check("rule_hits")')


def test_a_lying_object_gains_nothing(opened):
    lie = "class Lie(float):\n    def __eq__(self, other): return True\n    def __sub__(self, other): return 0.0\n"
    assert "Right" not in opened.run(lie + 'rule_hits = Lie(99)\nex.check("rule_hits")')


@pytest.mark.parametrize("verb", ["check", "hint", "solution", "mark_myself"])
def test_a_misspelt_or_unquoted_name_gets_a_sentence(opened, verb):
    assert "Did you mean “rule_hits”?" in opened.run(f'ex.{verb}("rule_hist")')
    assert "in quotes" in opened.run(f"rule_hits = 4\nex.{verb}(rule_hits)")


def test_hints_are_numbered_and_can_be_walked_back(opened):
    assert "Hint 1 of 2" in opened.run('ex.hint("rule_hits")')
    assert "Hint 2 of 2" in opened.run('ex.hint("rule_hits")')
    assert "Hint 2 of 2" in opened.run('ex.hint("rule_hits")')
    assert "Hint 1 of 2" in opened.run('ex.hint("rule_hits", 1)')
    assert "There are 2 hints" in opened.run('ex.hint("rule_hits", 7)')


def test_a_solution_waits_for_an_answer_of_ones_own(opened):
    for untouched, wrong, model in (
        ("rule_hits = ...", "rule_hits = 9", "rule_hits = 4"),
        ('why_learn = ""', 'why_learn = "Of 100 on the list 66 to 92 left."', "Aya"),
        ("method_for = ...", f"method_for = {_ALL_B}", 'invoices="a"'),
    ):
        name = untouched.split()[0]
        before = opened.run(f'{untouched}\nex.solution("{name}")')
        assert "your own way first" in before
        assert model not in before
        assert model in opened.run(f'{wrong}\nex.solution("{name}")')


def test_progress_counts_what_is_done_and_points_to_the_next(opened):
    assert "0 / 6" in opened.run("ex.progress()")
    opened.run('rule_hits = 4\nex.check("rule_hits")')
    opened.run('rule_hits = 9\nex.check("rule_hits")')
    shown = opened.run("ex.progress()")
    assert "1 / 6" in shown
    assert "→ next" in shown.split("1-2")[0]


def test_a_quick_check_is_kept_but_never_counted(opened):
    opened.run('quick_score = "b"\nex.check("quick_score")')
    assert "0 / 6" in opened.run("ex.progress()")


def test_outside_a_learners_folder_nothing_is_written(notebook, tmp_path):
    notebook.run(OPEN)
    assert "Right" in notebook.run('rule_hits = 4\nex.check("rule_hits")')
    assert "not in a learner's folder" in notebook.run('ex.take_back(rule_today="x")')
    assert [path.name for path in tmp_path.iterdir()] in ([], ["ipython"])


def test_a_disk_that_cannot_be_written_costs_the_progress_only(opened, desk):
    (desk / ".mlcurric" / "progress.jsonl").mkdir()
    shown = opened.run('rule_hits = 4\nex.check("rule_hits")')
    assert "Right" in shown
    assert "could not be saved" in shown


def test_answer_hands_out_a_clean_answer_once_it_passes(desk, notebook):
    notebook.run('from mlcurric import exercise\nex = exercise("1-2", lang="en")')
    assert notebook.run('print(ex.answer("snapshot_plan"))').strip() == "None"
    notebook.run('snapshot_plan = dict(observation_date="1998/3/15", lead_days=14, horizon_days=90)')
    assert "1998, 3, 15" in notebook.run(
        'ex.answer("snapshot_plan")["observation_date"]'
    ) or "1998-03-15" in notebook.run('print(ex.answer("snapshot_plan")["observation_date"])')


def test_an_estimate_is_noted_with_its_value_and_not_called_right(opened, desk):
    shown = opened.run('perfect_knowledge = dict(earns="はい", earns_sure=70)\nex.check("perfect_knowledge")')
    assert "Noted" in shown
    assert "Right" not in shown
    events = [event for event in Progress.of(desk).events() if event["question"] == "perfect_knowledge"]
    assert events[-1]["estimates"] == {"earns": {"answer": "yes", "sure": 70}}


def test_an_estimate_that_changes_hears_that_the_first_counts(opened):
    def answer(says, sure):
        return opened.run(f'perfect_knowledge = dict(earns="{says}", earns_sure={sure})\nex.check("perfect_knowledge")')

    assert "first estimate" not in answer("yes", 70)
    assert "first estimate" not in answer("yes", 70)
    assert "Your first estimate (yes, 70%) counts." in answer("no", 80)
    assert "Your first estimate (yes, 70%) counts." in answer("no", 90)


def test_full_marks_leave_nothing_to_improve(opened):
    full = "person=3, number=3, limit=3, plain=3"
    assert "let somebody read it" in opened.run(f'ex.mark_myself("why_learn", {full})')
    almost = opened.run(f'ex.mark_myself("why_learn", {full.replace("plain=3", "plain=2")})')
    assert "11 of 12" in almost
    assert "improve first" in almost


def test_what_was_asked_for_and_marked_is_kept(opened, desk):
    opened.run(
        'rule_hits = 9\nex.solution("rule_hits")\nex.mark_myself("why_learn", person=2, number=1, limit=1, plain=3)'
    )
    events = {event["event"]: event for event in Progress.of(desk).events()}
    assert events["solution_shown"]["question"] == "rule_hits"
    assert events["marked_myself"]["marks"] == {"person": 2, "number": 1, "limit": 1, "plain": 3}


def test_a_written_text_is_done_whoever_marks_it(opened):
    opened.run('why_learn = "Ken, of 100 on your list 66 to 92 left, so call them first."\nex.check("why_learn")')
    assert "1 / 6" in opened.run("ex.progress()")


def test_a_model_answer_comes_without_the_marks_of_the_source(opened):
    shown = opened.run(f'method_for = {_ALL_B}\nex.solution("method_for")')
    assert 'invoices="a"' in shown
    assert "SOLUTION" not in shown


def test_an_estimate_has_no_model_answer(opened):
    guess = 'perfect_knowledge = dict(earns="yes", earns_sure=70)'
    assert "earns_sure" not in opened.run(f'{guess}\nex.solution("perfect_knowledge")')


def test_hints_are_counted_from_one(opened):
    assert "There are 2 hints" in opened.run('ex.hint("rule_hits", 0)')


def test_a_log_that_cannot_be_read_stops_nothing(opened, desk):
    (desk / ".mlcurric" / "progress.jsonl").mkdir()
    assert "0 / 6" in opened.run("ex.progress()")


@pytest.mark.parametrize(
    ("lang", "says"), [("en", "does not run while answers are graded"), ("ja", "採点中は動きません")]
)
def test_what_grading_does_not_run_is_not_right_at_home(notebook, desk, lang: str, says: str):
    notebook.run(f'from mlcurric import exercise\nex = exercise("2-4", lang="{lang}")')
    notebook.run("from mlcurric.subject import sample_size_per_arm as sample_size")
    shown = notebook.run('ex.check("sample_size")')
    assert says in shown
    assert "Right" not in shown
    assert "正解" not in shown
