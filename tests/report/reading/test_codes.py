"""Numbers and days that stand for “not known” count as blank, and that is told; the ends of scales, prices and losses do not."""

import numpy as np
import pandas as pd
import pytest
from report.reading.test_ways_out import N, read, remark

from mlcurric.report.contest.leaks import suspects
from mlcurric.report.contest.split import split
from mlcurric.report.reading.codes import codes_in, day_codes_in
from mlcurric.report.reading.kinds import Kind, read_column

ROWS = 600


def column(cells, heading="tickets", **typed):
    return read_column(heading, pd.Series(cells, dtype="str"), np.arange(len(cells)) + 2, **typed)


def coded(others, code, every=20):
    """A column in which one row of twenty holds the code."""
    return [code if n % every == 0 else others(n) for n in range(ROWS)]


@pytest.mark.parametrize(
    ("others", "code"),
    [
        (lambda n: n % 9, 9999),
        (lambda n: n % 9, 99),
        (lambda n: n % 9, -999),
        (lambda n: n % 9, 99.9),
        (lambda n: 1 + n % 5, -9),
        (lambda n: 18 + n % 60, 99),
        (lambda n: 18 + n % 60, -1),
        (lambda n: n % 600, 999),
        (lambda n: 1200 * (n % 90), -99),
        (lambda n: 37 * n % 4001, 99999),
        (lambda n: n % 2, 99),
        (lambda n: n % 80 - 20, -9999),
    ],
)
def test_a_number_apart_from_all_others_is_a_code(others, code):
    assert codes_in(pd.Series(coded(others, code), dtype=float)) == (code,)


@pytest.mark.parametrize(
    "cells",
    [
        [18 + n % 82 for n in range(ROWS)],
        [n % 100 for n in range(ROWS)],
        [min(99, n % 130) for n in range(ROWS)],
        [min(999, int(np.exp(n / 75))) for n in range(ROWS)],
        [(9.99, 19.99, 29.99, 99.99)[n % 4] for n in range(ROWS)],
        [(0, 29, 199, 999)[n % 4] for n in range(ROWS)],
        [(120, 300, 500, 999)[n % 4] for n in range(ROWS)],
        [(0, 12, 29, 99)[n % 4] for n in range(ROWS)],
        [(10, 20, 40, 99.99)[n % 4] for n in range(ROWS)],
        [(500, 980, 1500, 9999)[n % 4] for n in range(ROWS)],
        [(5, 10, 25, 99)[n % 4] for n in range(ROWS)],
        [(1, 5, 20, 999)[n % 4] for n in range(ROWS)],
        [n % 92 - 1 for n in range(ROWS)],
        [(n % 51) or -1 for n in range(ROWS)],
        [(10, 100, 999)[n % 3] if n % 3 else 100 for n in range(ROWS)],
        [(0, -99)[n % 2] for n in range(ROWS)],
        [(0, -19, -49, -99)[n % 4] for n in range(ROWS)],
        [(-1, 0, 1)[n % 3] for n in range(ROWS)],
        [(-1, 1, 2)[n % 3] for n in range(ROWS)],
        [n % 12 - 1 for n in range(ROWS)],
        [-1 if n % 20 == 0 else n % 90 - 3 for n in range(ROWS)],
        [-500 + n % 450 for n in range(ROWS)],
        [9999 if n == 3 else n % 9 for n in range(ROWS)],
        [1000 if n % 20 == 0 else n % 9 for n in range(ROWS)],
        [np.nan] * ROWS,
        [99] * ROWS,
    ],
)
def test_honest_numbers_are_none(cells):
    assert codes_in(pd.Series(cells, dtype=float)) == ()


def test_the_codes_beside_one_are_codes_too():
    cells = [(97, 98, 99)[n // 20 % 3] if n % 20 == 0 else n % 7 for n in range(ROWS)]
    assert codes_in(pd.Series(cells, dtype=float)) == (97, 98, 99)
    both = [(-999, 9999)[n // 20 % 2] if n % 20 == 0 else n % 7 for n in range(ROWS)]
    assert codes_in(pd.Series(both, dtype=float)) == (-999, 9999)


def test_what_is_a_code_counts_as_blank_and_is_told():
    """9999 tickets in 6 rows of 100 put these on top of the list, and beside each stood “average: 687”."""
    cells = ["9999" if n % 20 == 0 else str(n % 9) for n in range(N)]
    customers = read(tickets=cells)
    taken = customers.columns["tickets"]
    assert (taken.values.max(), taken.missing, taken.kind) == (8, N // 20, Kind.NUMBER)
    assert (taken.gap.en, taken.gap.ja) == ("“9999”", "「9999」")
    told = remark(customers, "number-code")
    assert told.says.en == (
        "“tickets” is “9,999” in 15 of 300 rows, and all others lie between 0 and 8. That reads as a code for “not known”: these "
        "cells count as blank."
    )
    assert told.says.ja == (
        "「tickets」は、300行中15行が「9,999」で、ほかはすべて0〜8です。「不明」などを表す値とみて、空欄として扱いました。"
    )
    assert "9,999" in told.way_out.ja
    assert "--keep tickets" in told.for_maker.en
    as_it_stands = read(tickets=cells, keep=["tickets"])
    assert as_it_stands.columns["tickets"].values.max() == 9999
    assert remark(as_it_stands, "number-code") is None


def test_a_code_that_tells_who_left_is_still_found_out():
    """Whoever left has no days to the next invoice."""
    customers = read(invoice=["999" if n < 50 else str(n % 31) for n in range(N)])
    assert remark(customers, "number-code")
    assert [each.column for each in suspects(customers, split(customers).learn) if each.is_out] == ["invoice"]


@pytest.mark.parametrize("day", ["1970-01-01", "1970-01-01 00:00:00", "2099-12-31"])
def test_days_that_nothing_happened_on_are_codes_too(day):
    cells = [day if n % 20 == 0 else f"2026-0{1 + n % 9}-15" for n in range(N)]
    taken = column(cells, "renewal date")
    assert (taken.kind, taken.missing) == (Kind.DAY, N // 20)
    assert taken.values.min().year == taken.values.max().year == 2026
    assert [each.id for each in taken.remarks] == ["day-code"]
    assert f"15行が「{day[:10]}」で" in taken.remarks[0].says.ja
    assert column(cells, "renewal date", coded=False).missing == 0


@pytest.mark.parametrize(
    "cells",
    [
        ["2020-01-01" if n % 20 == 0 else f"2026-0{1 + n % 9}-15" for n in range(N)],
        [f"{1950 + n % 60}-01-01" for n in range(N)],
        ["2026-01-01"] * 10 + ["2026-02-01"] * 10,
    ],
)
def test_other_first_days_of_a_year_are_days(cells):
    assert day_codes_in(pd.to_datetime(pd.Series(cells))) == ()
