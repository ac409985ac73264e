"""The cells that a learner changes: a number has a range that is checked, and nothing to type has a thousands comma."""

import re

import pytest

from mlcurric.building.answers import template
from mlcurric.curriculum import content
from mlcurric.question.fields import Fields
from mlcurric.question.forms import Number
from mlcurric.questions import lesson_ids, question_set
from mlcurric.text import LANGUAGES

_CELL = re.compile(r"```\{code-cell\}\n:tags: \[change\]\n(.*?)```", re.DOTALL)
_NUMBER = re.compile(r"^(\w+) = -?[\d.]+$", re.MULTILINE)
CELLS = [
    pytest.param(cell, name, id=f"{path.stem}-{name}")
    for folder in ("notebooks", "exercises")
    for path in sorted((content() / folder / "source").rglob("*.md"))
    for cell in _CELL.findall(path.read_text(encoding="utf-8"))
    for name in _NUMBER.findall(cell)
]
_TYPED = [question for lesson in lesson_ids() for question in question_set(lesson).all]


def test_there_are_such_cells():
    assert len(CELLS) >= 5


@pytest.mark.parametrize(("cell", "name"), CELLS)
def test_a_number_is_checked_before_it_is_used(cell, name):
    after = cell.partition(f"\n{name} = ")[2].partition("\n")[2]
    assert after.strip().startswith(f"check_range({name}, ")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("question", [pytest.param(each, id=each.name) for each in _TYPED])
def test_a_number_to_type_is_written_as_it_is_typed(question, lang):
    asked = [question.form]
    if isinstance(question.form, Fields):
        asked = [line.form for line in question.form.fields.values()]
    if any(isinstance(form, Number) for form in asked):
        # “of 1,000 customers” tells how many there are; “from 0 to 1,000” would be typed.
        assert not re.search(r"(?:to|most|〜|such as|例:)\s*-?\d+,\d", template(question, lang))
