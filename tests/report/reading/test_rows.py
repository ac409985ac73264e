"""Which rows are one customer's, and which are one look: by an id and a day, whatever the list shows."""

import numpy as np
import pandas as pd
import pytest

from mlcurric.report.options import read_request
from mlcurric.report.reading.customers import read_customers
from mlcurric.report.reading.table import RawTable
from mlcurric.subject.typed import Slip
from mlcurric.text import LANGUAGES, speaking

N = 300


def read(**columns):
    made = {"id": [f"K{n:04d}" for n in range(N)], "left": ["yes"] * 50 + ["no"] * (N - 50)}
    made |= {"seats": [str(n * 7 % 90) for n in range(N)]} | columns
    asked = {"observed_at": "day"} if "day" in made else {}
    request = read_request(path="a.csv", churned="left", id="id", capacity="9", out="r.html", **asked)
    return read_customers(RawTable(pd.DataFrame(made).astype("str"), np.arange(N) + 2, "a.csv"), request)


def days(*first):
    return [*first, *["2026-01-31", "2026-02-28", "2026-03-31"] * 100][:N]


@pytest.mark.parametrize("cell", ["", "未定", "soon", "9999-12-31"])
def test_customers_of_whom_no_day_is_known_are_not_one_customer(cell):
    customers = read(day=days(*[cell] * 5))
    assert customers.people == len(customers.left) == N
    assert customers.observed.isna().sum() == 5
    told = next(remark for remark in customers.remarks if remark.id == "no-look-day")
    assert "5" in told.says.ja


def test_customers_without_a_day_who_are_alike_but_for_their_id_are_all_there():
    alike = dict(seats=["7"] * 4 + [str(n * 7 % 90) for n in range(N - 4)], day=days(*[""] * 4))
    customers = read(**alike)
    assert customers.people == N
    assert "same-rows" not in [remark.id for remark in customers.remarks]


def test_a_customer_may_stand_twice_without_a_day_and_not_twice_on_one():
    ids = ["K0001", "K0001", *(f"K{n:04d}" for n in range(2, N))]
    assert read(id=ids, day=days("", "")).people == N - 1
    for language in LANGUAGES:
        with pytest.raises(Slip) as caught, speaking(language):
            read(id=ids, day=days("2026-01-31", "2026-01-31"))
        with speaking(language):
            assert "2, 3" in str(caught.value), "the lines"
            assert {"en": "so: 1", "ja": "1人"}[language] in str(caught.value)


def test_a_row_that_repeats_another_word_for_word_counts_once_even_without_a_day():
    ids = ["K0001", "K0001", *(f"K{n:04d}" for n in range(2, N))]
    seats = ["7", "7", *(str(n * 7 % 90) for n in range(N - 2))]
    customers = read(id=ids, seats=seats, day=days("", ""))
    assert len(customers.left) == N - 1
    assert "same-rows" in [remark.id for remark in customers.remarks]


@pytest.mark.parametrize("id", ["x{n}@mail.example", "x{n}"])
def test_ids_that_differ_in_case_are_two_customers_as_it_is_said(id):
    pairs = [(id if n % 2 else id.upper().replace("{N}", "{n}")).format(n=n // 2) for n in range(N)]
    customers = read(id=pairs)
    assert customers.people == customers.ids.nunique() == len(np.unique(customers.customer)) == N
    assert "@" not in "".join(customers.ids)
    assert "ids-alike" in [remark.id for remark in customers.remarks]
