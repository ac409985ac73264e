"""Attacks on the grader itself by what lies in the folder of hand-ins: none runs, is followed, harms another, or stops the rest.

What a notebook tries once it runs is in ``test_attacks.py``, and what a learning platform's zip tries in ``test_collecting.py``.
"""

from __future__ import annotations

import csv
import json
import os
import socket
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from grading.made import NAMES, PITCH, RIGHT, Class, Row, notebook
from grading.pages_read import Structure

from mlcurric.grading.reading import hand_ins as reading
from mlcurric.grading.reading.names import safe_name

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files and names")

SECRET = "root:x:0:0"
PASSED = ["passed"] * 4 + ["needs_marking"]


def statuses(rows: list[Row], learner: str) -> list[str]:
    return [row["status"] for row in rows if row["learner"] == learner]


def pages(a_class: Class) -> dict[str, str]:
    """Every page by its place, without the index."""
    folder = a_class.out / "feedback"
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.html")
        if path.name != "index.html"
    }


def everything(a_class: Class) -> bytes:
    """All bytes of all that was written."""
    return b"".join(path.read_bytes() for path in sorted(a_class.out.rglob("*")) if path.is_file())


def index(a_class: Class) -> str:
    return (a_class.out / "feedback" / "index.html").read_text(encoding="utf-8")


# What lies where a hand-in should.


def test_a_link_to_a_file_of_the_instructor_is_not_followed(a_class: Class, tmp_path: Path) -> None:
    secret = tmp_path / "passwd"
    secret.write_text(notebook([*RIGHT, f"# {SECRET}"]))
    a_class.hand_in("ben/1-1.ipynb", RIGHT)
    (a_class.submissions / "ann").mkdir()
    (a_class.submissions / "ann/1-1.ipynb").symlink_to(secret)
    (a_class.submissions / "ann/1-2.ipynb").symlink_to("/etc/passwd")
    rows = a_class.grade()
    assert {row["learner"] for row in rows} == {"ben"}
    assert statuses(rows, "ben") == PASSED
    assert SECRET.encode() not in everything(a_class)


def test_a_link_to_another_hand_in_earns_nothing(a_class: Class, capsys: pytest.CaptureFixture[str]) -> None:
    a_class.hand_in("ben/1-1.ipynb", RIGHT)
    (a_class.submissions / "ann").mkdir()
    (a_class.submissions / "ann/1-1.ipynb").symlink_to("../ben/1-1.ipynb")
    assert {row["learner"] for row in a_class.grade()} == {"ben"}
    assert "ann/1-1.ipynb: a link or a special file" in capsys.readouterr().out


def test_a_learners_folder_that_is_a_link_is_nobodys(a_class: Class, tmp_path: Path) -> None:
    a_class.hand_in("ben/1-1.ipynb", RIGHT)
    (a_class.submissions / "ann").symlink_to(a_class.submissions / "ben")
    (a_class.submissions / "home").symlink_to(tmp_path)
    (a_class.submissions / "ben/1-2").symlink_to(a_class.submissions)
    assert {row["learner"] for row in a_class.grade()} == {"ben"}


def test_links_that_lead_round_in_a_circle_end_nothing(a_class: Class) -> None:
    a_class.hand_in("ben/1-1.ipynb", RIGHT)
    (a_class.submissions / "ann").mkdir()
    (a_class.submissions / "ann/1-1.ipynb").symlink_to("1-2.ipynb")
    (a_class.submissions / "ann/1-2.ipynb").symlink_to("1-1.ipynb")
    (a_class.submissions / "ann/1-1").symlink_to(".")
    (a_class.submissions / "self").symlink_to("self")
    assert statuses(a_class.grade(), "ben") == PASSED


def test_pipes_sockets_devices_and_folders_called_notebook_hold_nobody_up(
    a_class: Class, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    a_class.hand_in("ben/1-1.ipynb", RIGHT)
    ann = a_class.submissions / "ann"
    ann.mkdir()
    os.mkfifo(ann / "1-1.ipynb")
    (ann / "1-2.ipynb").mkdir()
    (a_class.submissions / "x.ipynb").mkdir()
    monkeypatch.chdir(ann)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.ipynb")
        special = ["1-1.ipynb", "socket.ipynb"]
        try:
            os.mknod("device.ipynb", 0o600 | 0o020000, os.makedev(1, 5))
            special.append("device.ipynb")
        except PermissionError:
            pass
        rows = a_class.grade()
    assert {row["learner"] for row in rows} == {"ben"}
    said = capsys.readouterr().out
    for name in special:
        assert f"ann/{name}: a link or a special file" in said
    assert "x.ipynb/: no notebook in it" in said


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_a_file_that_is_swapped_after_it_was_found_is_not_followed(
    a_class: Class, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    a_class.hand_in("ben/1-1.ipynb", RIGHT)
    secret = tmp_path / "secret.ipynb"
    secret.write_text(notebook([*RIGHT, f"# {SECRET}"]))
    read_file = reading.read_file

    def swapped(file: reading.File, *how: Any) -> reading.HandIn:
        if file.learner == "ann":
            file.path.unlink()
            {
                "link": lambda: file.path.symlink_to(secret),
                "pipe": lambda: os.mkfifo(file.path),
                "folder": file.path.mkdir,
            }[kind]()
        return read_file(file, *how)

    monkeypatch.setattr(reading, "read_file", swapped)
    rows = a_class.grade()
    assert statuses(rows, "ann") == ["error"] * 5
    assert statuses(rows, "ben") == PASSED
    assert SECRET.encode() not in everything(a_class)


def test_a_file_that_is_swapped_after_it_was_graded_is_not_shown(
    a_class: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    read_file = reading.read_file

    def swapped(file: reading.File, *how: Any) -> reading.HandIn:
        read = read_file(file, *how)
        file.path.write_text(notebook([f"hits = 3  # {SECRET}", *RIGHT[1:]]))
        return read

    monkeypatch.setattr(reading, "read_file", swapped)
    assert statuses(a_class.grade(), "ann") == PASSED
    assert SECRET not in a_class.page()
    assert "no longer where it was" in a_class.page()


# Notebooks that are made to choke whoever reads them.


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'{"nbformat": 4, "cells": ' + b"[" * 10_000 + b"]" * 10_000 + b"}", "damaged"),
        (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, "damaged"),
        (b" " * 20_000_001, "20 MB"),
        (notebook(["x" * 20_000_000]).encode(), "20 MB"),
        (notebook(RIGHT).replace('"nbformat": 4', '"nbformat": ' + "9" * 5_000).encode(), "not a Jupyter notebook"),
        (notebook(RIGHT).encode("utf-16"), "UTF-8"),
        (b"\x1f\x8b\x08" + bytes(1_000), "UTF-8"),
        (b"PK\x03\x04" + bytes(1_000), "JSON"),
    ],
    ids=["deep-list", "deep-dict", "spaces", "long-cell", "long-number", "utf-16", "gzip", "zip"],
)
def test_a_file_that_chokes_its_reader_costs_only_its_own_row(a_class: Class, content: bytes, says: str) -> None:
    a_class.write("ann/1-1.ipynb", content)
    a_class.hand_in("ben/1-1.ipynb", RIGHT)
    rows = a_class.grade()
    assert statuses(rows, "ann") == ["error"] * 5
    assert statuses(rows, "ben") == PASSED
    assert says in rows[0]["message"]


def test_a_notebook_of_very_many_cells_is_graded_or_stopped_and_nobody_waits(a_class: Class) -> None:
    many = json.loads(notebook(RIGHT))
    many["cells"] += [{"cell_type": "markdown", "metadata": {}, "id": "x", "source": ""}] * 100_000
    a_class.write("ann/1-1.ipynb", json.dumps(many))
    many["cells"] += [{"cell_type": "code", "metadata": {}, "id": "x", "source": "", "outputs": []}] * 20_000
    a_class.write("cat/1-1.ipynb", json.dumps(many))
    a_class.hand_in("ben/1-1.ipynb", RIGHT)
    rows = a_class.grade(20)
    assert statuses(rows, "ann") == PASSED
    assert statuses(rows, "ben") == PASSED
    assert len(statuses(rows, "cat")) == 5


def test_cells_that_choke_the_parser_of_whoever_grades_cost_only_themselves(a_class: Class) -> None:
    chokes = [
        "hits = " + "(" * 5_000, "hits = " + "-" * 90_000 + "1", "hits = " + "[" * 300 + "]" * 300, "hits = " + "9" * 90_000,
        "hits = " + "1+" * 50_000 + "1", "hits = f'" + "{a:" * 3_000, "hits = '\\ud800' * 3", "\x00hits = 1",
    ]  # fmt: skip
    a_class.hand_in("ann/1-1.ipynb", [*chokes, *RIGHT])
    a_class.hand_in("ben/1-1.ipynb", [*RIGHT, *chokes[:1]])
    rows = a_class.grade()
    assert statuses(rows, "ann") == PASSED
    assert statuses(rows, "ben") == PASSED


def test_outputs_that_are_no_outputs_cost_only_themselves(a_class: Class) -> None:
    odd = [
        3, None, "text", {"output_type": 3}, {"data": []}, {"data": {"image/png": 3, "text/plain": {"a": 1}}}, [[]],
        {"output_type": "error", "ename": ["a", 1], "evalue": None}, {"output_type": "stream", "text": {"a": "b"}},
    ]  # fmt: skip
    made = json.loads(notebook(RIGHT))
    for number, cell in enumerate(made["cells"]):
        cell["outputs"] = [odd, {"0": 1}, 7, None, "x", odd * 100][number % 6]
        cell["metadata"] = odd
        cell["id"] = odd
    a_class.write("ann/1-1.ipynb", json.dumps(made))
    assert statuses(a_class.grade(), "ann") == PASSED
    assert not Structure(a_class.page()).foreign


# Names.

HOSTILE_NAMES = [
    "con", "NUL.txt", "aux.", "a:b", "x\ny", "dot.", "space ", "-rf", "~", "$(id)", "`id`", "%s%n", "%2e%2e%2f..", "\u202eann", "a\x1b[31m",
    "x" * 255, "あ" * 85, os.fsdecode(b"\xff\xfe"), "<script>pwned()</script>".replace("/", "\u2215"), '" onmouseover="pwned()',
    "'=cmd()", "=1+1", "@SUM(1)", "{{ 7*7 }}", "[link]", "name,with,commas", 'quote"d',
]  # fmt: skip


def test_no_name_leads_out_of_its_place_or_takes_anothers(a_class: Class, capsys: pytest.CaptureFixture[str]) -> None:
    for name in HOSTILE_NAMES:
        a_class.hand_in(f"{name}/1-1.ipynb", RIGHT)
    rows = a_class.grade()
    assert len(rows) == 5 * len(HOSTILE_NAMES)
    assert [row["status"] for row in rows] == PASSED * len(HOSTILE_NAMES)
    written = pages(a_class)
    assert len(written) == len(HOSTILE_NAMES)
    for place in written:
        folder, file = place.split("/")
        assert folder.replace("-", "").replace("_", "").isalnum()
        assert file == "1-1.html"
    for page in (*written.values(), index(a_class)):
        assert not Structure(page).foreign
        assert not {"\x1b", "\u202e"} & set(page)
    said = capsys.readouterr().out
    assert not {"\x1b", "\u202e"} & set(said)


@pytest.mark.parametrize(
    "exercise", ["1-1/../../../x", "1-1\n2", "1-1 " + "y" * 200, "1-1<img src=x onerror=pwned()>", "1-1'\"", "essay"]
)
def test_no_file_name_leads_out_of_its_place(a_class: Class, exercise: str) -> None:
    a_class.hand_in(f"ann/{exercise.replace('/', '∕')}.ipynb", RIGHT)
    a_class.grade()
    (place,) = pages(a_class)
    assert place.count("/") == 1
    assert ".." not in place
    assert not Structure(pages(a_class)[place]).foreign
    assert not Structure(index(a_class)).foreign


def test_names_that_look_the_same_are_two_learners_with_two_pages(a_class: Class) -> None:
    twins = [unicodedata.normalize(form, "がく") for form in ("NFC", "NFD")]
    names = [*twins, "Ann", "ann", "ａｎｎ"]
    for number, name in enumerate(names):
        a_class.hand_in(f"{name}/1-1.ipynb", RIGHT if number % 2 else ["hits = 9"])
    rows = a_class.grade()
    assert len(pages(a_class)) == len(names)
    assert len({row["learner"] for row in rows}) == len(names)
    right = [name for number, name in enumerate(names) if number % 2]
    for name in names:
        says = Structure(a_class.page(name)).text
        assert ("3 of 3 questions right" in says) == (name in right), name


def test_no_field_starts_a_formula_wherever_it_came_from(a_class: Class) -> None:
    formulas = ["=cmd|'/c calc'!A1", "+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "＝1"]
    for number, formula in enumerate(formulas):
        a_class.hand_in(
            f"{formula}/{formula}.ipynb".replace("/c", "∕c"),
            [f"hits = {formula!r}", f"leaks = [{formula!r}]", f"raise ValueError({formula!r})"],
            lesson=f"1-{number % 2 + 1}",
        )
    a_class.grade()
    text = (a_class.out / "grades.csv").read_text(encoding="utf-8-sig")
    fields = [field for row in csv.reader(text.splitlines()) for field in row]
    assert len(fields) > 7 * 30
    assert [field for field in fields if field.lstrip(" \u3000")[:1] in tuple("=+-@\t\r＝＋－＠")] == []
    assert text.count("\n") == len(text.splitlines())


# What is told of a hand-in.


def test_huge_and_broken_texts_are_cut_and_never_break_a_page(
    a_class: Class, capsys: pytest.CaptureFixture[str]
) -> None:
    big = "'A' * 1_000_000"
    a_class.hand_in(
        "ann/1-1.ipynb",
        [f"hits = {big}", f"leaks = {{'k' * 20_000 + str(i): {big} for i in range(900)}}", "cause = '\\ud800\\udfff\\x1b[2J\\u202e'",
         "guess = {'pays': 'yes\\x00', '\\ud800': 1, '\\u2028': 2}", f"pitch = {PITCH[8:]} + '\\ud83d\\u202e\\x07' + {big}",
         "class Odd(Exception): pass\nOdd.__name__ = '\\x1b[31m<b>' * 100\nraise Odd('\\u202e\\x00' + 'B' * 1_000_000)"],
    )  # fmt: skip
    rows = a_class.grade()
    assert len(rows) == 5
    page = a_class.page()
    assert len(page) < 200_000
    assert not {"\x00", "\x1b", "\u202e", "\x07"} & set(page + (a_class.out / "grades.csv").read_text("utf-8"))
    assert not Structure(page).foreign
    assert "\x1b" not in capsys.readouterr().out


def test_a_second_notebook_of_one_exercise_changes_nothing_of_the_first(a_class: Class) -> None:
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    a_class.hand_in("ann/1-1-copy.ipynb", ["hits = 9", "raise SystemExit"])
    a_class.hand_in("ann/1-1/again.ipynb", ["hits = 9"])
    rows = a_class.grade()
    graded = [row for row in rows if row["question"]]
    assert [row["status"] for row in graded] == PASSED
    assert len(rows) == 7
    assert list(pages(a_class)) == [f"{safe_name('ann')}/1-1.html"]


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (lambda cells: cells + cells, ()),
        (lambda cells: cells[::-1], ()),
        (lambda cells: [cells[0], *cells], ()),
        (lambda cells: cells[1:], ("hits",)),
        (lambda cells: cells[:2] + cells[3:], ("cause",)),
        (lambda cells: [*cells[:2], cells[2].replace("=", "＝"), *cells[3:]], ("cause",)),
        (lambda cells: [cells[0].replace("hits", "Hits"), *cells[1:]], ("hits",)),
        (lambda cells: ["\n".join(cells)], ()),
    ],
    ids=["copied", "reordered", "one-copied", "first-deleted", "middle-deleted", "retyped", "renamed", "joined"],
)
def test_cells_that_were_moved_about_change_nothing_but_themselves(
    a_class: Class, change: object, wrong: tuple[str, ...]
) -> None:
    made = json.loads(notebook(change(RIGHT)))
    for cell in made["cells"]:
        cell["id"] = "the same"
    a_class.write("ann/1-1.ipynb", json.dumps(made))
    rows = a_class.grade()
    assert [row["question"] for row in rows] == NAMES
    right = dict(zip(NAMES, PASSED, strict=True))
    assert {row["question"]: row["status"] for row in rows if row["question"] not in wrong} == {
        name: status for name, status in right.items() if name not in wrong
    }
    assert not [row for row in rows if row["question"] in wrong and row["status"] in ("passed", "needs_marking")]
