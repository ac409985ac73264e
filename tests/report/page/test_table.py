"""The first part of the page: columns of which only the names sound like the answer stand in one line."""

from __future__ import annotations

import numpy as np

from mlcurric.report.contest.leaks import suspects
from mlcurric.report.page.maker import Notes
from mlcurric.report.page.table import suspect_rows
from tests.report.planted import customers_of, honest

NAMES = ["cancelled_orders", "closed_deals", "返金回数"]


def rows_of(names: list[str]) -> tuple[list, Notes]:
    table, left = honest(3_000, 0.2, 5)
    luck = np.random.default_rng(0)
    for name in names:
        table[name] = luck.poisson(1, 3_000).astype(float)
    table["y2"] = left.astype(float)
    notes = Notes()
    return suspect_rows(suspects(customers_of(table, left), np.arange(2_000)), notes), notes


def test_columns_of_which_only_the_names_sound_like_it_are_one_line_and_one_note():
    rows, notes = rows_of(NAMES)
    assert [row[0].ja for row in rows] == ["「y2」", "「cancelled_orders」、「closed_deals」、「返金回数」"]
    name, _, is_open, why, way_out, note = rows[1]
    assert "“closed_deals”" in name.en
    assert (is_open, note) == (True, 2)
    assert why.en.startswith("Their names sound like")
    assert "They stay in" in way_out.en
    assert len(notes.lines) == 2
    for says in (notes.lines[1].en, notes.lines[1].ja):
        assert "--drop cancelled_orders --drop closed_deals --drop 返金回数" in says


def test_a_single_one_says_its_name():
    rows, _ = rows_of(NAMES[:1])
    assert rows[1][3].en.startswith("The name “cancelled_orders” sounds like")
