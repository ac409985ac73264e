"""Every question has its one answer cell; a learner finds a template there, and a check below it."""

from __future__ import annotations

import pytest
from building.toy import ANSWERS, EXERCISE, LESSON, PITCH, answer, code, exercise, lesson, prose

HITS, MEANS, BET, PITCHED = ANSWERS


def cells(pages, path):
    page = next(page for page in pages if str(page.path) == path)
    return {
        tuple(cell.metadata.get("tags", ())): cell.source for cell in page.notebook.cells if cell.cell_type == "code"
    }, page


def test_a_learner_finds_templates(prepare):
    pages, problems = prepare()
    assert problems == []
    page = next(page for page in pages if str(page.path) == "exercises/en/1-tomorrow/1-1-your-turn.ipynb")
    sources = [cell.source for cell in page.notebook.cells if cell.cell_type == "code"]
    assert sources[1:5] == [
        "hits = ...  # a number, such as 7 (customers)",
        'ex.check("hits")\n#ex.hint("hits")      # to ask, delete the first # and run\n#ex.solution("hits")  # to ask, delete the first # and run',
        "# fill in each line\nmeans = dict(\n    calls = ... ,  # a letter in quotes\n)",
        'ex.check("means")\n#ex.hint("means")      # to ask, delete the first # and run\n#ex.solution("means")  # to ask, delete the first # and run',
    ]
    assert sources[7] == '# write between the triple quotes\npitch = """\n\n"""'
    assert sources[9].startswith('ex.mark_myself(  # 0 to 3 each\n    "pitch",\n    person = ... ,  # Names the person')
    assert not any("SOLUTION" in source for source in sources)


def test_the_templates_speak_the_language_of_the_page(prepare):
    pages, _ = prepare()
    page = next(page for page in pages if str(page.path) == "exercises/ja/1-tomorrow/1-1-your-turn.ipynb")
    text = "\n".join(cell.source for cell in page.notebook.cells)
    assert "hits = ...  # 数値。例: 7(人)" in text
    assert "pays_sure = ... ,  # 確信度。50(五分五分)〜99(ほぼ確実)" in text
    assert "# 行頭の # を消して実行すると見られます" in text


def test_the_solved_exercise_holds_the_model_answers(prepare):
    pages, _ = prepare()
    page = next(page for page in pages if str(page.path) == "exercises/solved/en/1-tomorrow/1-1-your-turn.ipynb")
    answers = {
        cell.metadata.mlcurric.question: cell.source for cell in page.notebook.cells if "mlcurric" in cell.metadata
    }
    assert answers["hits"] == "### BEGIN SOLUTION\nhits = 1 + 2\n### END SOLUTION"
    assert list(answers) == ["hits", "means", "bet", "pitch"]


def test_a_quick_check_offers_a_hint_and_no_solution(prepare):
    pages, _ = prepare()
    sources = [cell.source for cell in pages[0].notebook.cells if cell.cell_type == "code"]
    assert sources[-2].startswith("quick_one = ...  # ")
    assert sources[-1] == 'ex.check("quick_one")\n#ex.hint("quick_one")  # to ask, delete the first # and run'


def test_options_and_items_are_lists(prepare):
    text = "{{ options(means) }}\n\n{{ items(means) }}\n\n{{ fields(bet) }}"
    pages, problems = prepare(None, exercise(prose(text, text)))
    assert problems == []
    page = next(page for page in pages if page.kind == "exercise")
    assert page.notebook.cells[2].source == (
        "- **a**  a rule\n- **b**  a model\n\n- **calls**  whom to call\n\n"
        "- **pays**  same\n  - **yes**  yes\n  - **no**  no\n- **pays_sure**  how sure, from 50 (a coin toss) to 99 (almost certain)"
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{{ options(mean) }}", "There is no question “mean”. Did you mean “means”?"),
        ("{{ items(hits) }}", "The question “hits” has no items."),
    ],
)
def test_a_list_needs_its_question(prepare, text, says):
    assert any(says in problem for problem in prepare(None, exercise(prose(text, text)))[1])


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ((HITS, MEANS, BET), f"{EXERCISE}: No cell answers “pitch”. Add a code cell with “:question: pitch”."),
        ((HITS, HITS, MEANS, BET, PITCHED), "A second cell answers “hits”. Delete one of them."),
        (
            (MEANS, HITS, BET, PITCHED),
            f"{EXERCISE}: The answers are out of order. The questions go hits, means, bet, pitch.",
        ),
        ((*ANSWERS, answer("hit", "3")), "This exercise has no question “hit”. It has hits, means, bet, pitch"),
        ((*ANSWERS, answer("quick_one", '"a"')), "This exercise has no question “quick_one”."),
        ((*ANSWERS, code("hits = 4")), "“hits” is a question's name, and this cell assigns it."),
        (
            (*ANSWERS, code("### BEGIN SOLUTION\nx = 1\n### END SOLUTION")),
            "A model answer stands in a cell that answers no question.",
        ),
        (
            (code("hits = 3", question="hits"), MEANS, BET, PITCHED),
            "The model answer is not the whole cell. Begin it with",
        ),
        ((code("", question="hits"), MEANS, BET, PITCHED), "The model answer is not the whole cell."),
        (
            (answer("hits", "3").replace("hits =", "hit ="), MEANS, BET, PITCHED),
            "The model answer does not assign “hits”.",
        ),
        ((HITS, MEANS, BET, answer("pitch", f"T({PITCH})")), "is not two literal strings"),
    ],
)
def test_a_slip_in_the_answers_is_named(problem, answers, says):
    assert says in problem(None, exercise(answers=answers))


def test_a_lesson_never_assigns_the_name_of_a_question(problem):
    found = problem(lesson(code("hits = 3")))
    assert (
        found
        == f"{LESSON}, cell 4, line 25: “hits” is a question's name, and this cell assigns it. Give the variable another name."
    )
