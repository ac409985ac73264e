"""A RACI table is read as people type it, and held against its own rules."""

import pytest

from mlcurric.subject.operations.raci import read_row, row_finding, with_letter

PEOPLE = ["ann", "bob", "cleo"]


@pytest.mark.parametrize(
    "text", ["A R -", "a r -", "Ａ Ｒ －", "A, R, -", "A | R | -", "A;R;–", "　A　R　ー", "A、R、-", "A\tR\t_"]
)
def test_a_row_is_read_as_people_type_it(text: str):
    assert read_row(text, PEOPLE) == {"ann": {"A"}, "bob": {"R"}, "cleo": frozenset()}


@pytest.mark.parametrize("text", ["AR I -", "RA I -", "A/R I -", "a / r, i, -"])
def test_somebody_may_do_it_and_answer_for_it(text: str):
    row = read_row(text, PEOPLE)
    assert row["ann"] == {"A", "R"}
    assert with_letter(row, "I") == ["bob"]
    assert row_finding(row) is None


@pytest.mark.parametrize(
    ("text", "says"), [("", "0 marks"), ("A R", "2 marks"), ("A R C I", "4 marks"), ("A X -", "X"), ("A R 1", "1")]
)
def test_what_is_no_row_is_said(text: str, says: str):
    with pytest.raises(ValueError, match=says):
        read_row(text, PEOPLE)


@pytest.mark.parametrize("text", [None, 3, ["A", "R", "-"]])
def test_a_row_is_a_text(text):
    with pytest.raises(ValueError, match="A row is a text"):
        read_row(text, PEOPLE)


def test_nobody_takes_the_place_of_a_namesake():
    with pytest.raises(ValueError, match="Two people are called 'ann'"):
        read_row("A R -", ["ann", "bob", "ann"])
    with pytest.raises(ValueError, match="list of names"):
        read_row("A R -", "ann")


@pytest.mark.parametrize("letter", ["a", "X", "", "AR", None])
def test_there_is_no_other_letter(letter):
    with pytest.raises(ValueError, match="letters R, A, C, I"):
        with_letter(read_row("A R -", PEOPLE), letter)


@pytest.mark.parametrize(
    ("text", "found"),
    [("R R I", "no_a"), ("A A R", "several_a"), ("A C I", "no_r"), ("- - -", "no_a"), ("A R I", None)],
)
def test_one_answers_and_somebody_does_it(text: str, found: str | None):
    assert row_finding(read_row(text, PEOPLE)) == found
