"""Placeholders are filled from the notebook; a typed number has a source; lists come from the questions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from building.toy import LESSON, code, lesson, prose

from mlcurric.building.problems import Place, SourceError
from mlcurric.building.prose import Placeholder, fill, numbers_cell, placeholders, typed_numbers

PLACE = Place(Path("x.md"), "cell 1, line 1")


@pytest.mark.parametrize(
    ("text", "expression", "form"),
    [
        ("{{ len(telco):, }}", "len(telco)", ","),
        ("{{base_rate:.0%}}", "base_rate", ".0%"),
        ("{{ hits }}", "hits", ""),
        ("{{ rows[1:3].mean():.2f }}", "rows[1:3].mean()", ".2f"),
        ('{{ d["a:b"] }}', 'd["a:b"]', ""),
        ("{{ day:%d %B %Y }}", "day", "%d %B %Y"),
    ],
)
def test_a_placeholder_is_an_expression_and_a_format(text, expression, form):
    assert placeholders(text, PLACE) == [Placeholder(expression, form)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{{ len( }}", "Python cannot read the placeholder “{{ len( }}”"),
        ("{{ hits", "is not closed on its line"),
        ("one of {{ options(quick_one) }}", "“{{ options(quick_one) }}” stands inside a line"),
    ],
)
def test_a_placeholder_that_cannot_be_read_is_named(text, says):
    with pytest.raises(SourceError, match=r"x\.md, cell 1, line 1: ") as caught:
        placeholders(text, PLACE)
    assert says in str(caught.value)


def test_the_hidden_cell_prints_what_fills_the_prose(capsys):
    text = 'Of {{ n:, }}, {{ n / 10000:.1%}} and {{ names["é"] }}; again {{ n:, }}.'
    exec(numbers_cell(placeholders(text, PLACE)), {"n": 1234, "names": {"é": "森"}})
    printed = json.loads(capsys.readouterr().out)
    assert list(printed) == sorted(printed)
    assert fill(text, printed) == "Of 1,234, 12.3% and 森; again 1,234."


def test_a_number_that_was_not_printed_is_missed():
    with pytest.raises(KeyError, match="hits"):
        fill("{{ hits }}", {})


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("97% of 3,500, 0.77, 1997", ["97%", "3,500", "0.77", "1997"]),
        ("９７％、3 %", ["97%", "3%"]),
        ("in 1997\nand later", ["1997"]),
        ("12 rows, lesson 1-2, 20人、5つ", []),
        ("`1000` and {{ n:.3f }} and [here](https://a.b/2024) and ```\n2000\n```", []),
        ("```python\nx = 1000\n```\n1,000", ["1,000"]),
        ("{{ options(q100) }}", []),
        ("end of 1, 2, 3. Then 4.", []),
    ],
)
def test_typed_numbers(text, numbers):
    assert typed_numbers(text) == numbers


def test_a_typed_number_fails_unless_it_is_cited(prepare, problem):
    cell = prose("In 1997.", "翌年。")
    assert (
        'The number 1997 is typed. Write a placeholder, or, if it comes from a source, add "1997" to “cited”'
        in problem(lesson(cell))
    )
    assert prepare(lesson(cell, cited='"1997"'))[1] == []
    assert f"{LESSON}: “cited” lists 97%, which no text uses." in problem(lesson(cited='"97%"'))


def test_a_placeholder_reads_what_a_cell_assigns(prepare):
    _, problems = prepare(lesson(code("base_rate = 1"), prose("{{ bas_rate }}", "{{ bas_rate }}")))
    assert "reads “bas_rate”, which no cell assigns. Did you mean “base_rate”?" in problems[0]


def test_a_placeholder_reads_no_cell_that_the_learner_changes(prepare):
    cells = (code("months = 3", tags="change"), code("hits = months * 2"), prose("{{ hits }}", "{{ hits }}"))
    _, problems = prepare(lesson(*cells))
    assert "The placeholder “hits” reads “hits”, which comes from a cell that the learner changes." in problems[0]
