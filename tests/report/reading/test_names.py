"""The headings that are proposed where one was mistyped, and how a long cell or an odd name is taken."""

import csv

import numpy as np
import pandas as pd
import pytest

from mlcurric.report.options import read_request
from mlcurric.report.reading.cells import as_numbers
from mlcurric.report.reading.loading import read_lines
from mlcurric.report.reading.names import Names, find_column
from mlcurric.report.reading.table import RawTable
from mlcurric.subject.typed import Slip


@pytest.mark.parametrize(
    ("typed", "headings", "meant", "not_meant"),
    [
        ("解約日", ["契約日", "番号"], "The table has", "Did you mean"),
        ("解約フラグ", ["解約", "契約フラグ"], "Did you mean “解約”", "mean “契約フラグ”"),
        ("churnd", ["churned", "id"], "Did you mean “churned”", "mean “id”"),
    ],
)
def test_what_comes_near_is_proposed_and_all_are_listed(typed, headings, meant, not_meant):
    with pytest.raises(Slip) as slip:
        find_column(typed, headings, "--churned")
    said = " ".join(part.en for part in slip.value.says)
    assert meant in said
    assert not_meant not in said
    assert all(heading in said for heading in headings)


def test_the_limit_of_the_csv_module_is_put_back(tmp_path):
    (tmp_path / "a.csv").write_text("a,b\n1," + "x" * 200_000, "utf-8")
    before = csv.field_size_limit()
    assert len(read_lines(tmp_path / "a.csv").rows) == 2
    assert csv.field_size_limit() == before


def test_a_line_that_nothing_parts_is_said_to_be_one_column():
    with pytest.raises(Slip) as slip:
        find_column("left", ["cid~usage~left"], "--churned")
    said, way_out = slip.value.says[1:]
    assert "parted by none of comma" in said.en
    assert "1行がまるごと1列" in said.ja
    assert ".xlsx" in way_out.en
    with pytest.raises(Slip) as slip:
        find_column("left", ["churned"], "--churned")
    assert "parted" not in " ".join(part.en for part in slip.value.says)


def test_a_cell_of_many_digits_is_no_number():
    assert as_numbers(pd.Series(["1 " * 50_000, "7"])).values.notna().tolist() == [False, True]


def test_a_request_calls_its_columns_as_the_table_does():
    raw = RawTable(
        pd.DataFrame(columns=["Customer ID", "Churned", "月額", "Tickets"], dtype="str"), np.array([]), "a.csv"
    )
    typed = read_request(
        path="a.csv", churned="churned", id="customer id", value="月 額", keep=["ＴＩＣＫＥＴＳ"], capacity="9", out="r.html"
    )  # fmt: skip
    asked = Names.found(raw, typed).in_request(typed)
    assert (asked.churned, asked.id, asked.value, asked.observed_at) == ("Churned", "Customer ID", "月額", None)
    assert (asked.keep, asked.drop, asked.capacity) == (("Tickets",), (), 9)


@pytest.mark.parametrize(("option", "english"), [("keep", "by --churned and by --keep"), ("drop", "")])
def test_who_left_cannot_be_learned_from(option, english):
    raw = RawTable(pd.DataFrame(columns=["id", "gone", "visits"], dtype="str"), np.array([]), "a.csv")
    typed = read_request(path="a.csv", churned="gone", id="id", capacity="9", out="r.html", **{option: ["gone"]})
    if not english:
        Names.found(raw, typed)
        return
    with pytest.raises(Slip) as slip:
        Names.found(raw, typed)
    assert english in slip.value.says[0].en
    assert "--keep から外してください" in slip.value.says[1].ja
