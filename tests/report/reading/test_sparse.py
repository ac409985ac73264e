"""A column that is filled in a few rows only is told to be one, and what merged cells have done to it."""

import pytest
from report.reading.test_ways_out import N, read

from mlcurric.report.reading.kinds import Kind


def why(cells):
    return read(branch=cells).aside["branch"]


def test_merged_cells_are_told_from_values_that_all_differ():
    """Of a branch filled in 6 of 600 rows the page said “nearly every row has a value of its own”."""
    said = why([f"Branch {n}" if n % 50 == 0 else "" for n in range(N)])
    assert "only where its value changes (6 of 300 rows)" in said.en
    assert "結合したセル" in said.ja
    # The same branch further down is one more block.
    assert "merged" in why([f"Branch {n // 50 % 3}" if n % 50 == 0 else "" for n in range(N)]).en


def test_a_column_that_is_hardly_filled_in_is_nearly_blank():
    said = why([f"Branch {n}" if n % 50 == 7 else "" for n in range(N)])
    assert said.en == "It is nearly blank: 6 of 300 rows are filled in, hardly one like another."
    assert "300行中6行" in said.ja


@pytest.mark.parametrize("every", [1, 2])
def test_values_that_all_differ_are_told_as_before(every):
    assert "value of its own" in why([f"x{n}y" if n % every == 0 else "" for n in range(N)]).en


def test_a_mark_that_few_rows_carry_is_a_mark():
    assert read(branch=["VIP" if n % 20 == 0 else "" for n in range(N)]).columns["branch"].kind is Kind.FLAG


def test_a_few_sentences_are_free_text():
    cells = [f"They asked for offer number {n} twice." if n % 50 == 7 else "" for n in range(N)]
    assert "free text" in why(cells).en
