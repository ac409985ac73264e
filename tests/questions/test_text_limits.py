"""How long a written answer may be: in Japanese its prompt says so in signs, and the model answer keeps to it."""

import ast
import re

import pytest

from mlcurric.curriculum import content
from mlcurric.questions import question_set

TEXTS = [
    (path, question.name)
    for path in sorted((content() / "exercises/source").rglob("*-your-turn.md"))
    for question in question_set(path.name[:3]).all
    if question.kind == "T"
]
ABOUT = 0.2
"""「字ほど」: so much more or less."""
FIRST_BY_SIGNS = {
    "defend_cutoff", "both_replies", "ask_sponsor", "tell_sato", "why_untouched", "hand_over_note", "incident_note",
    "first_words", "sponsor_note",
}  # fmt: skip


def japanese_prompt(source: str, name: str) -> str:
    """The last Japanese words before the cell of a question."""
    before = source.partition(f":question: {name}\n")[0]
    cells = re.split(r"^\+\+\+ ", before, flags=re.MULTILINE)
    return [cell for cell in cells if cell.startswith('{"lang": "ja"}')][-1]


def japanese_model(source: str, name: str) -> str:
    found = re.search(rf'^{name} = T\(""".*?""", (""".*?""")\)', source, re.DOTALL | re.MULTILINE)
    return re.sub(r"\s", "", ast.literal_eval(found[1]))


@pytest.mark.parametrize(("path", "name"), TEXTS, ids=[name for _, name in TEXTS])
def test_the_model_answer_is_as_long_as_its_prompt_asks(path, name):
    source = path.read_text(encoding="utf-8")
    limit = re.search(r"(\d+)字(ほど|以内)", japanese_prompt(source, name))
    assert limit or not (path.parent.name == "3-three-months" or name in FIRST_BY_SIGNS)
    if limit:
        signs, most = len(japanese_model(source, name)), int(limit[1])
        least = 0 if limit[2] == "以内" else most * (1 - ABOUT)
        assert least <= signs <= (most if limit[2] == "以内" else most * (1 + ABOUT))
