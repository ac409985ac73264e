"""Signs that nobody sees and that turn a text round: a customer number would be shown from behind, on the page and in all files."""

from __future__ import annotations

import zipfile

import numpy as np
import pandas as pd
import pytest
from openpyxl import Workbook
from report.pages import text_of

from mlcurric.report.make import make_report
from mlcurric.report.reading.names import find_column
from mlcurric.report.reading.table import read_table
from mlcurric.report.request import Request
from mlcurric.subject.unseen import TURNING, straight
from mlcurric.text import LANGUAGES, speaking

SIGNS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def test_they_are_taken_out_and_nothing_else_is():
    assert straight(f"A{SIGNS}1") == "A1"
    for text in ("A1", "契約 ①", "שלום 12", "e\u0301", "👩\u200d💻"):
        assert straight(text) == text


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_table_is_read_without_them_and_it_is_told_where_they_were(tmp_path, kind):
    rows = [
        ["\u202eid", "fee", "plan"],
        ["\u202e4614", "12", "basic"],
        ["4615", "\u200f13", "pro\u2069"],
        ["4616", "9", "-"],
    ]
    path = tmp_path / f"t.{kind}"
    if kind == "csv":
        path.write_text("\n".join(map(",".join, rows)), encoding="utf-8")
    else:
        book = Workbook()
        for row in rows:
            book.active.append(row)
        book.save(path)
    raw = read_table(path, ("id",))
    assert raw.cells.to_numpy().tolist() == [["4614", "12", "basic"], ["4615", "13", "pro"], ["4616", "9", "-"]]
    assert find_column("\u202eid", list(raw.cells), "--id") == find_column("id", list(raw.cells), "--id") == "id"
    (told,) = [each for each in raw.remarks if each.id == "turning-signs"]
    assert "line 1, 2, 3" in told.says.en
    assert "1, 2, 3行目、全部で3行" in told.says.ja


@pytest.mark.parametrize("lang", LANGUAGES)
def test_none_of_them_reaches_the_page_or_the_files(tmp_path, lang):
    luck, rows = np.random.default_rng(0), 900
    quiet = luck.random(rows) < 0.2
    left = np.where(luck.random(rows) < np.where(quiet, 0.7, 0.05), "yes", "no")
    table = pd.DataFrame(
        {
            "id": [f"\u202e{4000 + row}" for row in range(rows)],
            "\u2067plan\u200e": np.where(quiet, "\u202equiet", luck.choice(["busy\u2069", "usual"], rows)),
            "left": np.where(np.arange(rows) < 600, left, ""),
        }
    )
    path = tmp_path / "table\u202e.csv"
    table.to_csv(path, index=False)
    out = tmp_path / "report.html"
    with speaking(lang):
        written = make_report(Request(path, "left", "id", 40, out)).files
    page, listed = out.read_text(encoding="utf-8"), pd.read_csv(tmp_path / "report.csv", dtype=str)
    ids = listed.iloc[:, 1]
    assert ids.str.fullmatch(r"4\d{3}").all()
    assert f" {ids[0]} " in text_of(page)
    with zipfile.ZipFile(tmp_path / "report.xlsx") as book:
        cells = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
    assert f">{ids[0]}<" in cells
    texts = [page, cells, *(each.read_text(encoding="utf-8") for each in written if each.suffix == ".csv")]
    assert [TURNING.findall(text) for text in texts] == [[]] * len(texts)
