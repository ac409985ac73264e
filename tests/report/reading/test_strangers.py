"""A hundred columns of strangers: those of people are set aside with a reason, and the others are learned from."""

import numpy as np
import pandas as pd
import pytest
from report.reading.strangers import INNOCENT, PEOPLE, cells_of

from mlcurric.report.reading.kinds import Kind, read_column
from mlcurric.report.reading.personal import tells_who


def read(heading, cells):
    texts = pd.Series(cells, dtype="str")
    return read_column(heading, texts, np.arange(len(texts)) + 2)


@pytest.mark.parametrize("heading", PEOPLE)
def test_a_column_of_people_is_set_aside_and_says_why(heading):
    found = read(heading, cells_of(PEOPLE[heading]))
    assert found.kind is Kind.PERSONAL
    assert found.why.ja.endswith("。")


@pytest.mark.parametrize("heading", INNOCENT)
def test_a_column_that_only_looks_like_it_stays(heading):
    found = read(heading, cells_of(INNOCENT[heading]))
    assert found.kind is not Kind.PERSONAL
    assert found.kind is not Kind.CATEGORY or not found.odd


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        *(("口座振替", ["利用", "未利用", "手続中"]), ("パスワード変更回数", map(str, range(30))), ("対応", ["電話", "メール", "訪問"])),
        *(("お客様区分", ["法人様", "個人様"]), ("仕様", ["標準仕様", "寒冷地仕様"]), ("room", ["101 Standard Room", "102 Park Place Suite"])),
        ("進み", ["受付:完了", "担当:経理", "担当:未定", "対応:済"]),
        ("lot", [f"{n}-1234-{n * 7}" for n in range(100, 140)]),
    ],
)  # fmt: skip
def test_words_of_people_about_something_else_are_nobody(heading, cells):
    assert read(heading, list(cells) * 20).kind is not Kind.PERSONAL


def test_a_cell_that_names_somebody_in_a_column_of_words_is_not_learned():
    found = read(
        "状態",
        [f"状態{sign}" for sign in "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよ"] * 5
        + ["状態わ"]
        + ["小林様より電話", "担当:勅使河原"],
    )
    assert found.kind is Kind.CATEGORY
    assert found.odd == 2
    assert not found.values.dropna().map(tells_who).any()


def test_long_cells_are_looked_at_in_part_only():
    cells = ["@" * 100_000, "a" * 100_000, "1-" * 50_000, "担当:" * 30_000, "a@" * 50_000]
    assert not any(map(tells_who, cells))
