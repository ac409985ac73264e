"""What a stranger wrote cannot keep the grader busy: known ways are read at once, and of unknown ones one process ends."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator

import pytest
from grading.made import notebook

from mlcurric.grading.reading import read, reader, saved, sources
from mlcurric.grading.reading.literals import literals
from mlcurric.grading.reading.read import Unreadable, parse
from mlcurric.grading.reading.reader import Reader
from mlcurric.grading.reading.saved import saved_answers
from mlcurric.question.assigned import names_set

NAMES = ("rule_hits", "share")
MARKS = "# " + "\u0315\u0300" * 400_000
SPACES = "!true rule_hits\n" + (" " * 60_000 + ",") * 3 + "x"
NAMES_IN_A_ROW = "!true\n" + "rule_hits," * 19_000
MANY = "\n".join(f"rule_hits{n} = {n}" for n in range(9_000)) + "\nrule_hits = 3"
CALLS = "exercise(" * 100_000


@pytest.fixture(scope="module")
def quick() -> Iterator[Reader]:
    made = Reader(seconds=1.0)
    yield made
    made.close()


@pytest.mark.parametrize("source", [MARKS, f"rule_hits{MARKS[2:80_000]} = 1", SPACES, NAMES_IN_A_ROW, MANY, CALLS])
def test_what_once_took_for_ever_is_read_in_no_time(source: str):
    # Each of them took minutes to years: where that comes back, this test does not end.
    raw = notebook([source, "rule_hits = 2"]).encode()
    cells = parse(raw).cells
    assert literals(cells, NAMES) == {"rule_hits": 2}
    assert saved_answers(raw, NAMES)["rule_hits"].source == "rule_hits = 2"


def test_what_is_graded_of_an_odd_notebook_is_shown_of_it():
    code = {"cell_type": "code", "source": ["share = 0.5"], "outputs": []}
    odd = [None, {"cell_type": "code"}, {"cell_type": "code", "source": None}, {}, code, None]
    raw = json.dumps({"nbformat": 4, "cells": odd, "metadata": {}}).encode()
    assert parse(raw).cells == ("", "", "share = 0.5")
    assert saved_answers(raw, NAMES)["share"].source == "share = 0.5"
    assert saved_answers(raw, NAMES)["share"].number == 3


def test_pictures_that_cannot_be_shown_are_tried_no_more_often_than_others(monkeypatch: pytest.MonkeyPatch):
    tried: list[str] = []
    monkeypatch.setattr(saved, "redrawn", tried.append)
    drawn = [{"output_type": "display_data", "data": {"image/png": "x"}}] * 50
    cell = {"cell_type": "code", "source": "share = 0.5", "outputs": drawn}
    raw = json.dumps({"nbformat": 4, "cells": [cell], "metadata": {}}).encode()
    found = saved_answers(raw, NAMES)["share"]
    assert (found.pictures, found.cut, len(tried)) == ((), True, saved.MOST_PICTURES)


def test_a_name_in_full_width_letters_is_found_and_one_beside_many_marks_is_not_told_from_a_guess():
    assert literals(["ｓｈａｒｅ = 0.5"], NAMES) == {"share": 0.5}
    marked = "share = 'e" + "\u0301" * (sources._MOST_MARKS + 1) + "'"
    assert literals(["share = 0.5", marked], NAMES) == {}
    assert literals(["share = 'e\u0301'"], NAMES) == {"share": "e\u0301"}


def test_a_long_line_that_python_cannot_read_sets_nothing_and_a_short_one_does():
    assert names_set("!ls\nother, share = 1, 2", NAMES) == ["share"]
    assert names_set("!ls\n  share: float ＝ 2", NAMES) == ["share"]
    assert names_set("%%time\n%time share = 2", NAMES) == ["share"]
    assert names_set("!ls\n" + " " * 600 + "share = 2", NAMES) == []


def test_it_reads_what_the_functions_read(quick: Reader):
    raw = notebook(["share = 0.5"], lang="ja").encode()
    assert quick.parse(raw) == parse(raw)
    assert quick.literals(("share = 0.5",), NAMES) == {"share": 0.5}
    assert quick.saved_answers(raw, NAMES) == saved_answers(raw, NAMES)
    with pytest.raises(Unreadable) as same:
        quick.parse(b"[" * 200_000)
    assert (same.value.seen, same.value.next_step) == read._TOO_DEEP


@pytest.mark.parametrize("heard", [True, False])
def test_one_that_cannot_be_read_in_time_is_told_so_and_the_next_is_read(quick: Reader, heard: bool):
    too_hard = read.refused(read.TOO_HARD, b'"lang": "ja"')
    assert quick._ask(too_hard, spin, heard) is too_hard
    assert (too_hard.seen, too_hard.lang) == (read.TOO_HARD[0], "ja")
    assert quick.literals(("share = 0.5",), NAMES) == {"share": 0.5}


def test_one_that_wants_more_memory_than_there_is_for_it_is_told_so(quick: Reader):
    assert quick._ask("too much", hoard) == "too much"
    assert quick.parse(json.dumps({"nbformat": 4, "cells": []}).encode()).cells == ()


def spin(heard: bool) -> None:
    if not heard:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
    while True:
        pass


def hoard() -> int:
    return len(bytearray(reader._MEMORY))
