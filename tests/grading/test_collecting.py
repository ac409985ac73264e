"""mlcurric.grading.collecting: zips of Moodle, of Canvas and of people, and zips that mean harm."""

import csv
import io
import json
import random
import stat
import struct
import unicodedata
import zipfile
import zlib
from pathlib import Path

import pytest

from mlcurric.grading.collecting import zips
from mlcurric.grading.collecting.collect_zips import collect_zips
from mlcurric.grading.collecting.register import TABLE, alike, read_table, safe_folder
from mlcurric.grading.collecting.shelf import EARLIER
from mlcurric.grading.reading.collect import collect
from mlcurric.text import speaking


def notebook(says: str = "", **metadata: str) -> bytes:
    cell = {"cell_type": "code", "source": says, "metadata": {}, "outputs": [], "execution_count": None}
    return json.dumps(
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {"mlcurric": metadata}, "cells": [cell]}
    ).encode()


def zipped(files: dict[str, bytes] | list[tuple[str | zipfile.ZipInfo, bytes]]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items() if isinstance(files, dict) else files:
            archive.writestr(name, data)
    return content.getvalue()


class Course:
    """A folder with zips, and what collecting them leaves and says."""

    def __init__(self, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.place, self.out, self._capsys = place, place / "submissions", capsys
        self.said = ""

    def collect(self, *contents: bytes | dict) -> int:
        paths = []
        for number, content in enumerate(contents):
            paths.append(self.place / f"zip-{number}.zip")
            paths[-1].write_bytes(zipped(content) if isinstance(content, dict) else content)
        with speaking("en"):
            code = collect_zips(paths, self.out)
        caught = self._capsys.readouterr()
        self.said = caught.out + caught.err
        return code

    @property
    def files(self) -> dict[str, bytes]:
        found = (path for path in sorted(self.out.rglob("*.ipynb")) if EARLIER not in path.parts)
        return {path.relative_to(self.out).as_posix(): path.read_bytes() for path in found}

    @property
    def earlier(self) -> list[bytes]:
        return [path.read_bytes() for path in sorted((self.out / EARLIER).rglob("*.ipynb"))]

    @property
    def rows(self) -> list[dict[str, str]]:
        return list(csv.DictReader((self.out / TABLE).read_text(encoding="utf-8-sig").splitlines()))


@pytest.fixture
def course(tmp_path, capsys) -> Course:
    return Course(tmp_path, capsys)


# --- what the LMSs write ---


@pytest.mark.parametrize(
    "name",
    [
        "田中 太郎_123456_assignsubmission_file_/1-1-your-turn.ipynb",
        "田中 太郎_123456_assignsubmission_file/1-1-your-turn.ipynb",
        "田中 太郎_123456_assignsubmission_file_/work/week 1/1-1-your-turn (2).ipynb",
        "田中 太郎_123456_assignsubmission_file_1-1-your-turn.ipynb",
    ],
)
def test_moodle_with_and_without_folders(course, name):
    text = name.partition("_assign")[0] + "_assignsubmission_onlinetext_/onlinetext.html"
    assert course.collect({name: notebook(), text: b"<p>done</p>"}) == 0
    assert list(course.files) == ["田中 太郎/1-1.ipynb"]
    (row,) = course.rows
    assert (row["lms"], row["name"], row["id"], row["handed_in_as"]) == ("moodle", "田中 太郎", "123456", name)
    assert "onlinetext.html" in course.said


def test_moodle_numbers_a_learner_anew_in_each_assignment_and_the_name_joins_them(course):
    one = {"Ann Lee_101_assignsubmission_file_/1-1.ipynb": notebook()}
    two = {"Ann Lee_202_assignsubmission_file_/1-2.ipynb": notebook()}
    assert course.collect(one, two) == 0
    assert list(course.files) == ["Ann Lee/1-1.ipynb", "Ann Lee/1-2.ipynb"]
    assert [row["id"] for row in course.rows] == ["101", "202"]


def test_two_learners_of_one_name_never_share_a_folder(course):
    files = {f"Ann Lee_{number}_assignsubmission_file_/1-1.ipynb": notebook(str(number)) for number in (101, 102)}
    assert course.collect(files) == 0
    assert course.files == {"Ann Lee_101/1-1.ipynb": notebook("101"), "Ann Lee_102/1-1.ipynb": notebook("102")}
    assert "Learners of one name" not in course.said
    # One that comes later, for an assignment that the other has handed in already.
    assert course.collect({"Bo_1_assignsubmission_file_/1-1.ipynb": notebook("1")}) == 0
    assert course.collect({"Bo_2_assignsubmission_file_/1-1.ipynb": notebook("2")}) == 0
    assert course.files["Bo/1-1.ipynb"] == notebook("1")
    assert course.files["Bo_2/1-1.ipynb"] == notebook("2")
    assert "Learners of one name" in course.said
    assert "Bo, Bo_2" in course.said


@pytest.mark.parametrize("packed", ["zips", "folders", "folders in a folder"])
def test_a_zip_of_assignments_is_read_as_its_assignments_are_alone(course, packed):
    """Moodle numbers anew in each, so that only within one two numbers are two learners."""
    first = {f"{name}_assignsubmission_file_/1-1.ipynb": notebook(name) for name in ("Ann Lee_101", "Bo_102", "Bo_103")}
    second = {f"{name}_assignsubmission_file_/1-2.ipynb": notebook(name) for name in ("Ann Lee_201", "Bo_202")}
    assignments = {"1-1 PM course": first, "1-2 PM course": second}
    if packed == "zips":
        term = {f"{name}.zip": zipped(files) for name, files in assignments.items()}
    else:
        around = "Term/" if packed == "folders in a folder" else ""
        term = {f"{around}{name}/{file}": data for name, files in assignments.items() for file, data in files.items()}
    course.collect(term)
    together = course.files
    assert [place for place in together if "Ann" in place] == ["Ann Lee/1-1.ipynb", "Ann Lee/1-2.ipynb"]
    # Of two learners of one name the second assignment does not say which it is.
    assert "Learners of one name" in course.said
    apart = Course(course.place / "apart", course._capsys)
    apart.place.mkdir()
    apart.collect(first, second)
    assert together == apart.files


@pytest.mark.parametrize("word", ["Participant", "参加者"])
def test_anonymous_hand_ins_of_moodle_stay_apart(course, word):
    assert course.collect({f"{word}_11_assignsubmission_file_/1-1.ipynb": notebook("a")}) == 0
    assert course.collect({f"{word}_22_assignsubmission_file_/1-2.ipynb": notebook("b")}) == 0
    assert list(course.files) == ["participant_11/1-1.ipynb", "participant_22/1-2.ipynb"]


def test_canvas_with_late_ones_and_resubmissions(course):
    files = {
        "tanakataro_4711_9001_1-1-your-turn.ipynb": notebook("first"),
        # The number of the file tells which is the later; its learner's own “-2” does not.
        "tanakataro_4711_9000_1-1-your-turn-2.ipynb": notebook("zeroth"),
        "tanakataro_4711_9002_1-1-your-turn-1.ipynb": notebook("second"),
        "佐藤花子_LATE_4712_9003_1-1.ipynb": notebook("late"),
        "anon_aB3xY_9004_1-1-2.ipynb": notebook("anonymous"),
        "LATE_anon_Ab3xY_9005_1-1.ipynb": notebook("twin"),
        "leebo_4713_text.html": b"typed",
    }
    assert course.collect(files) == 0
    rows = {row["id"]: row for row in course.rows}
    assert course.files["tanakataro_4711/1-1.ipynb"] == notebook("second")
    assert course.earlier == [notebook("zeroth"), notebook("first")]
    assert (rows["4712"]["name"], rows["4712"]["late"]) == ("佐藤花子", "late")
    # Ids that differ in a capital only are two folders on every system.
    assert len({alike(row["folder"]) for row in course.rows}) == len(course.rows) == 4
    assert rows["anon_Ab3xY"]["late"] == "late"


def test_canvas_knows_a_learner_by_the_number_whatever_the_name(course):
    course.collect({"leeann_5_1_1-1.ipynb": notebook()}, {"kimann_5_2_1-2.ipynb": notebook()})
    assert list(course.files) == ["leeann_5/1-1.ipynb", "leeann_5/1-2.ipynb"]


def test_zips_of_folders_and_of_names(course):
    files = {
        "Week 1/Ann/1-1.ipynb": notebook(),
        "1-2-your-turn/Ann/work.ipynb": notebook(lesson="1-2", kind="exercise"),
        "1-3-your-turn - 山田.ipynb": notebook(),
        "Bo - 1-4.ipynb": notebook(),
        "__MACOSX/Week 1/Ann/._1-1.ipynb": b"",
        "Ann/.ipynb_checkpoints/1-1-checkpoint.ipynb": notebook("old"),
        "1-5.ipynb": notebook(),
    }
    assert course.collect(files) == 2
    assert list(course.files) == ["Ann/1-1.ipynb", "Ann/1-2.ipynb", "Bo/1-4.ipynb", "山田/1-3.ipynb"]
    assert "1-5.ipynb: Nothing says whose it is" in course.said


def test_two_notebooks_for_one_exercise_are_told_and_none_is_called_the_later(course):
    folder = "Bob_7_assignsubmission_file_/"
    files = {
        f"{folder}1-1-b.ipynb": notebook("b"),
        f"{folder}1-1.ipynb": notebook("a"),
        f"{folder}sub/1-1.ipynb": notebook("a"),
        f"{folder}1-2.ipynb": b"damaged",
        f"{folder}1-2-your-turn.ipynb": notebook("c"),
    }
    # Whoever collects has to ask.
    assert course.collect(files) == 2
    assert course.files == {"Bob/1-1.ipynb": notebook("a"), "Bob/1-2.ipynb": notebook("c")}
    assert "Bob/1-1.ipynb: “1-1.ipynb” was taken, “1-1-b.ipynb” was not." in course.said
    assert "Bob/1-2.ipynb: “1-2-your-turn.ipynb” was taken, “1-2.ipynb” was not." in course.said
    assert "sub/1-1.ipynb" not in course.said
    assert "later hand-in" not in course.said
    assert course.earlier == []


@pytest.mark.parametrize("copy", ["1-1-your-turn (2)", "1-1-your-turn-Copy1", "1-1-your-turn - コピー"])
def test_a_copy_that_is_another_exercise_inside_takes_nobodys_place(course, copy):
    folder = "Bob_7_assignsubmission_file_/"
    files = {
        f"{folder}1-1-your-turn.ipynb": notebook("first", lesson="1-1"),
        f"{folder}{copy}.ipynb": notebook("fourth", lesson="1-4"),
    }
    assert course.collect(files) == 0
    assert course.files == {
        "Bob/1-1.ipynb": notebook("first", lesson="1-1"),
        "Bob/1-4.ipynb": notebook("fourth", lesson="1-4"),
    }


@pytest.mark.parametrize(
    "name", ["Copy of 1-3-your-turn", "「1-3-your-turn」のコピー", "Untitled", "1-3-your-turn (2)"]
)
def test_a_notebook_without_metadata_is_what_it_opens_and_what_its_name_holds(course, name):
    folder = "Bob_7_assignsubmission_file_/"
    assert course.collect({f"{folder}{name}.ipynb": notebook('ex = exercise("1-3", lang="ja")')}) == 0
    assert list(course.files) == ["Bob/1-3.ipynb"]


def test_of_two_for_one_exercise_the_one_that_is_another_inside_gives_way(course):
    folder = "Bob_7_assignsubmission_file_/"
    wrong, right = (notebook(f'exercise("{each}")', lesson=each, kind="exercise") for each in ("1-4", "1-3"))
    assert course.collect({f"{folder}1-3.ipynb": wrong, f"{folder}1-3-mine.ipynb": right}) == 2
    assert course.files == {"Bob/1-3.ipynb": right}


# --- what a learner names says nothing of anybody else ---


@pytest.mark.parametrize(
    ("around", "mallorys"),
    [
        ("", "Mallory/Jane Doe/1-1.ipynb"),
        ("", "1-1/Jane Doe/1-1.ipynb"),
        ("", "Mallory/Jane Doe_111_assignsubmission_file_/1-1.ipynb"),
        ("", "Mallory/janedoe_111_905_1-1.ipynb"),
        ("Week 1/", "Mallory/Jane Doe/1-1.ipynb"),
        ("1-1/", "Mallory/Jane Doe/1-1.ipynb"),
        ("", "Jane Doe /1-1.ipynb"),
    ],
)
def test_a_folder_within_a_learners_folder_is_nobody_elses(course, around, mallorys):
    files = {f"{around}Jane Doe/1-1.ipynb": notebook("honest"), f"{around}{mallorys}": notebook("forged")}
    course.collect(files)
    assert course.files["Jane Doe/1-1.ipynb"] == notebook("honest")
    assert {row["lms"] for row in course.rows} == {"folder"}
    assert "later hand-in" not in course.said


def test_a_zip_in_a_learners_folder_is_that_learners(course):
    forged = zipped({"Jane Doe_111_assignsubmission_file_/1-1.ipynb": notebook("forged")})
    course.collect({"Jane Doe/1-1.ipynb": notebook("honest"), "Mallory/work.zip": forged})
    assert course.files == {"Jane Doe/1-1.ipynb": notebook("honest"), "Mallory/1-1.ipynb": notebook("forged")}


@pytest.mark.parametrize(
    ("honest", "mallorys", "owners"),
    [
        ("doejane_111_901_1-1.ipynb", "mallory_222_905_Jane Doe_111_assignsubmission_file_1-1.ipynb",
         {("canvas", "111"), ("canvas", "222")}),
        ("Jane Doe_111_assignsubmission_file_1-1.ipynb", "Mallory_222_assignsubmission_file_doejane_111_905_1-1.ipynb",
         {("moodle", "111"), ("moodle", "222")}),
        ("Jane Doe_111_assignsubmission_file_1-1.ipynb", "doejane_111_9_x_222_assignsubmission_file_1-1.ipynb",
         {("moodle", "111"), ("moodle", "222")}),
        ("Jane Doe_111_assignsubmission_file_/1-1.ipynb", "Mallory_222_assignsubmission_file_/Jane Doe_111_assignsubmission_file_/1-1.ipynb",
         {("moodle", "111"), ("moodle", "222")}),
    ],
)  # fmt: skip
def test_the_lms_is_told_by_the_whole_zip_and_not_by_the_name_of_a_file(course, honest, mallorys, owners):
    for files in ((honest, mallorys), (mallorys, honest)):
        assert course.collect({name: notebook(name) for name in files}) == 0
    assert {(row["lms"], row["id"]) for row in course.rows} == owners
    assert notebook(honest) in course.files.values()
    assert len(course.files) == 2


def test_what_lies_beside_the_learners_folders_is_nobodys(course):
    files = {
        "Week 1/Ann/1-1.ipynb": notebook("a"),
        "Week 1/Bo/1-1.ipynb": notebook("b"),
        "Week 1/1-1.ipynb": notebook("template"),
    }
    assert course.collect(files) == 2
    assert course.files == {"Ann/1-1.ipynb": notebook("a"), "Bo/1-1.ipynb": notebook("b")}
    assert "Week 1/1-1.ipynb: Nothing says whose it is" in course.said


def test_a_learners_zip_and_zips_of_assignments_are_opened_but_no_third_one(course):
    work = zipped({"work/1-1-your-turn.ipynb": notebook("mine")})
    assignment = zipped({"Ann Lee_7_assignsubmission_file_/1-2.ipynb": notebook("hers")})
    files = {
        "Bo Kim_8_assignsubmission_file_/work.zip": work,
        "Second.zip": assignment,
        "Cy_9_assignsubmission_file_/deep.zip": zipped({"deeper.zip": work}),
    }
    assert course.collect(files) == 2
    # A zip of an assignment stands among zips of assignments, and not among hand-ins.
    assert course.files == {"Bo Kim/1-1.ipynb": notebook("mine")}
    assert "Second.zip/Ann Lee_7_assignsubmission_file_/1-2.ipynb: It does not say whose this zip is" in course.said
    assert "deep.zip > deeper.zip: A zip in a zip in a zip" in course.said
    of_folders = zipped({"Bo Kim/1-3.ipynb": notebook("his")})
    assert course.collect({"Second.zip": assignment, "課題 3.zip": of_folders}) == 0
    assert notebook("hers") in course.files.values()
    assert notebook("his") in course.files.values()


@pytest.mark.parametrize(
    ("paths", "of"),
    [
        (("Ann/Assignment 1/1-1.ipynb", "Bo/Assignment 1/1-1.ipynb", "Cy/Ann/1-1.ipynb"), ("Ann", "Bo", "Cy")),
        (("Course/Ann/hw/1-1.ipynb", "Course/Bo/hw/1-1.ipynb", "Course/Cy/1-1/Ann/1-1.ipynb"), ("Ann", "Bo", "Cy")),
        (("1-1/Ann/1-1.ipynb", "演習１-２/Ann/1-2.ipynb", "1-1/Bo/1-1.ipynb"), ("Ann", "Ann", "Bo")),
        (("第１回 提出/田中/1-1.ipynb", "第２回 提出/田中/1-2.ipynb"), ("田中", "田中")),
        (("2026-05-01/Ann/1-1.ipynb", "2026-05-08/Ann/1-2.ipynb"), ("Ann", "Ann")),
        (("submissions/Ann/1-1.ipynb",), ("Ann",)),
        (("Ann/Homework 1/1-1.ipynb",), ("Ann",)),
        (("20260501/1-1.ipynb", "20260502/1-1.ipynb"), ("20260501", "20260502")),
        (("May/1-1.ipynb", "April/1-1.ipynb", "__MACOSX/May/._1-1.ipynb"), ("May", "April", None)),
        (("HW (File responses)/1-1 - Ann.ipynb", "HW (File responses)/Ann - 1-1 - Bo.ipynb"), ("Ann", "Bo")),
        (("1-1 - Ann.ipynb", "Ann - Bo.ipynb"), ("Ann", "Bo")),
        (("Ann - homework.ipynb", "Bo - 1-1 - Ann.ipynb"), ("Ann", "Bo")),
    ],
)
def test_the_outermost_folder_that_tells_learners_apart_is_theirs(course, paths, of):
    assert course.collect({path: notebook(path) for path in paths}) == 0
    found = {(path.partition("/")[0], data) for path, data in course.files.items()}
    assert found == {(name, notebook(path)) for name, path in zip(of, paths, strict=True) if name}


@pytest.mark.parametrize(
    ("paths", "says"),
    [
        (("Group A/Ann/1-1.ipynb", "Group A/Bo/1-1.ipynb", "Group B/Cy/1-1.ipynb", "Group B/Di/1-1.ipynb"), "“Group A” holds one"),
        (("Group A/Ann/1-1.ipynb",), "do not say which of them is the learner"),
        (("Group A/1-1 - Ann.ipynb", "Group A/1-1 - Bo.ipynb"), "do not say which of them is the learner"),
        (("Group A/1-1.ipynb", "Group A/Ann/1-1.ipynb"), "do not say which of them is the learner"),
        (("mine - Ann.ipynb",), "Nothing says whose it is"),
    ],
)  # fmt: skip
def test_what_may_be_anothers_is_not_guessed(course, paths, says):
    assert course.collect({path: notebook() for path in paths}) == 2
    assert says in course.said
    assert all(path in course.said for path in paths)
    assert not course.out.exists()


@pytest.mark.parametrize(
    ("honest", "mallorys", "of_mallory"),
    [
        (("1-1 - Ann.ipynb", "1-1 - Bo.ipynb"), "1-1 - Mallory.zip", {"Ann/x.ipynb", "Bo/x.ipynb"}),
        (("1-1 - Ann.ipynb", "1-1 - Bo.ipynb"), "1-1 - Mallory.zip", {"1-1 - Ann.ipynb"}),
        (("1-1 - Ann.ipynb", "1-1 - Bo.ipynb"), "1-1 - Mallory.zip", {"Ann_7_assignsubmission_file_/1-1.ipynb"}),
        (("Ann/1-1.ipynb", "Bo/1-1.ipynb"), "Mallory.zip", {"Ann/x.ipynb", "Bo/x.ipynb"}),
        (("Ann/1-1.ipynb", "Bo/1-1.ipynb"), "Homework 1.zip", {"Ann/x.ipynb", "Bo/x.ipynb"}),
    ],
)
def test_a_zip_among_hand_ins_takes_nobodys_place(course, honest, mallorys, of_mallory):
    forged = zipped({name: notebook("forged", lesson="1-1") for name in of_mallory})
    course.collect({**{name: notebook(name) for name in honest}, mallorys: forged})
    assert (course.files["Ann/1-1.ipynb"], course.files["Bo/1-1.ipynb"]) == tuple(map(notebook, honest))
    assert {path.partition("/")[0] for path in course.files} <= {"Ann", "Bo", "Mallory"}
    assert {row["lms"] for row in course.rows} == {"folder"}


def test_a_zip_of_the_only_learner_is_that_learners(course):
    course.collect({"Ann/1-1.ipynb": notebook("honest")}, {"Mallory/work.zip": zipped({"Ann/1-1.ipynb": notebook()})})
    assert course.files == {"Ann/1-1.ipynb": notebook("honest"), "Mallory/1-1.ipynb": notebook()}


def test_among_zips_of_learners_each_is_its_own_learners(course):
    def of(name: str) -> bytes:
        return zipped({name: notebook(name)})

    folders, as_moodle = of("Ann/1-1.ipynb"), of("Ann_7_assignsubmission_file_/1-1.ipynb")
    files = {"1-1 - Ann.zip": of("1-1.ipynb"), "1-1 - Bo.zip": folders, "1-1 - Cy.zip": as_moodle}
    assert course.collect(files) == 2
    assert course.files == {"Ann/1-1.ipynb": notebook("1-1.ipynb"), "Bo/1-1.ipynb": notebook("Ann/1-1.ipynb")}
    assert "1-1 - Cy.zip/Ann_7_assignsubmission_file_/1-1.ipynb: It does not say whose" in course.said


def test_what_is_collected_is_what_the_grader_finds(course):
    course.collect(
        {
            "Ann_1_assignsubmission_file_/1-1-your-turn.ipynb": notebook("exercise"),
            "Ann_1_assignsubmission_file_/1-1-what-a-machine-learns.ipynb": notebook("lesson"),
            "Bo_2_assignsubmission_file_/Untitled.ipynb": notebook("b", lesson="1-2", kind="exercise"),
            "Cy_3_assignsubmission_file_/1-1.ipynb": b"not a notebook",
        }
    )
    found, strays = collect(course.out)
    assert [(file.learner, file.exercise, file.is_lesson) for file in found] == [
        ("Ann", "1-1", True),
        ("Ann", "1-1", False),
        ("Bo", "1-2", False),
        ("Cy", "1-1", False),
    ]
    assert {stray.place for stray in strays} <= {TABLE}


# --- names ---


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("cp932", "表 ソラ"), ("cp932", "林　翼"), ("cp437", "Björn Müller"), ("cp437", "Andrés"), ("utf-8", "髙橋")],
)
def test_names_in_the_encoding_of_the_machine_that_wrote_the_zip(course, encoding, name):
    # Put over a name of the same length, so that the zip has the bytes as they are, without the flag of UTF-8.
    path = f"{name}_5_assignsubmission_file_/1-1.ipynb".encode(encoding)
    content = zipped([("N" * len(path), notebook())]).replace(b"N" * len(path), path)
    assert course.collect(content) == 0
    assert course.rows[0]["name"] == name


def test_the_name_that_info_zip_keeps_beside_the_old_one(course):
    path, old = "ß ł_5_assignsubmission_file_/1-1.ipynb".encode(), b"__5_x.ipynb"
    info = zipfile.ZipInfo(old.decode())
    body = struct.pack("<BL", 1, zlib.crc32(old)) + path
    info.extra = struct.pack("<HH", 0x7075, len(body)) + body
    assert course.collect(zipped([(info, notebook())])) == 0
    assert course.rows[0]["name"] == "ß ł"


def test_twins_and_names_that_a_system_cannot_hold(course):
    names = [
        "José",
        unicodedata.normalize("NFD", "José"),
        "JOSÉ",
        "con",
        "nul.txt",
        "Ann.",
        "Ann",
        "a:b",
        "-rf",
        "x" * 90,
    ]
    files = [(f"{name}_{n}_assignsubmission_file_/1-1.ipynb", notebook(name)) for n, name in enumerate(names)]
    assert course.collect(zipped(files)) == 0
    folders = [path.name for path in course.out.iterdir() if path.is_dir() and not path.name.startswith(".")]
    assert len({alike(folder) for folder in folders}) == len(names) == len(course.files)
    assert all(safe_folder(folder) == folder for folder in folders if len(folder) <= 60)
    by_name = {row["name"].lstrip("'"): row["folder"] for row in course.rows}
    assert set(by_name) == set(names)
    # A learner who comes with the next zip finds the same folder.
    assert course.collect(zipped([(name.replace("1-1", "1-2"), data) for name, data in files])) == 0
    assert {row["name"].lstrip("'"): row["folder"] for row in course.rows} == by_name


@pytest.mark.parametrize("table", [TABLE, TABLE.upper(), "collected.ⅽsv", f"{TABLE}.", f" {TABLE}"])
def test_a_learner_who_is_called_as_the_table_is_keeps_nobody_from_being_collected(course, table):
    names = ["Ann", unicodedata.normalize("NFD", table), "Zoe"]
    for lms in ("{name}_{n}_assignsubmission_file_/1-1.ipynb", "{name}/1-2.ipynb"):
        files = [(lms.format(name=name, n=n), notebook(name)) for n, name in enumerate(names)]
        assert course.collect(zipped(files)) == 0
    assert len(course.files) == 6
    assert {file.learner for file in collect(course.out)[0]} == {row["folder"] for row in course.rows}
    # Laid there by hand it is a learner's folder all the same.
    folder = course.place / "by hand" / TABLE
    folder.mkdir(parents=True)
    (folder / "1-1.ipynb").write_bytes(notebook())
    assert [file.learner for file in collect(folder.parent)[0]] == [TABLE]


def test_a_folder_that_somebody_laid_there_is_nobodys(course):
    (course.out / "ann").mkdir(parents=True)
    course.collect({"Ann_1_assignsubmission_file_/1-1.ipynb": notebook()})
    assert list((course.out / "ann").iterdir()) == []
    assert course.rows[0]["folder"].startswith("Ann-")


def test_the_table_starts_no_formula_and_is_read_back(course):
    name = "=HYPERLINK(1)"
    assert course.collect({f"{name}_1_assignsubmission_file_/1-1.ipynb": notebook("a")}) == 0
    assert course.rows[0]["name"] == f"'{name}"
    assert course.collect({f"{name}_1_assignsubmission_file_/1-1.ipynb": notebook("b")}) == 0
    assert list(course.files.values()) == [notebook("b")]


@pytest.mark.parametrize("sign", ["\u202e", "\u200f", "\t", "\n", "\x1b", "\U000e0041"])
def test_signs_that_nobody_sees_are_written_out_in_the_table_and_still_tell_learners_apart(course, sign):
    files = {f"{name}/1-1.ipynb": notebook(name) for name in (f"Ann{sign}Lee", "AnnLee", "Ann�Lee")}
    for _ in range(2):
        assert course.collect(files) == 0
        assert len(course.files) == 3
        assert {row["name"] for row in course.rows} == {f"Ann\\U{ord(sign):08x}Lee", "AnnLee", "Ann�Lee"}
    assert f"Ann{sign}Lee" in {row.name for row in read_table(course.out / TABLE)}
    assert "3 unchanged" in course.said


def test_a_name_that_would_fill_the_screen_is_cut_in_what_is_said(course):
    assert course.collect({f"Bo/{'x' * 60_000}.ipynb/{n}": b"" for n in range(3)}) == 0
    assert "x" * 190 in course.said
    assert len(course.said) < 1_000


# --- again ---


def test_a_newer_zip_replaces_only_what_changed_and_keeps_the_earlier(course):
    names = [f"{who}_1_assignsubmission_file_/1-1.ipynb" for who in ("Ann", "Bo")]
    first = {name: notebook("one") for name in names}
    second = {**first, names[1]: notebook("two")}
    assert course.collect(first) == 0
    before = (course.out / "Ann" / "1-1.ipynb").stat().st_mtime_ns
    assert course.collect(second) == 0
    assert course.files == {"Ann/1-1.ipynb": notebook("one"), "Bo/1-1.ipynb": notebook("two")}
    assert (course.out / "Ann" / "1-1.ipynb").stat().st_mtime_ns == before
    assert course.earlier == [notebook("one")]
    assert "0 new, 1 replaced, 1 unchanged" in course.said
    table = (course.out / TABLE).read_bytes()
    assert course.collect(second) == 0
    assert (course.out / TABLE).read_bytes() == table
    # The old zip once more takes nothing back.
    assert course.collect(first) == 0
    assert course.files["Bo/1-1.ipynb"] == notebook("two")
    assert "Left alone, because a later hand-in" in course.said


def test_what_a_run_that_was_killed_left_behind_is_swept(course):
    (course.out / ".collecting-dead").mkdir(parents=True)
    course.collect({"Ann_1_assignsubmission_file_/1-1.ipynb": notebook()})
    assert sorted(path.name for path in course.out.iterdir()) == ["Ann", TABLE]


# --- what means harm, or is broken: each says so, and the rest is collected ---

GOOD = "Ann_1_assignsubmission_file_/1-1.ipynb"
BAD = "Bo_2_assignsubmission_file_/1-1.ipynb"


def with_mode(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, mode << 16
    return info


def encrypted() -> bytes:
    content = bytearray(zipped([(BAD, notebook()), (GOOD, notebook())]))
    for signature, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        content[content.find(signature) + offset] |= 1
    return bytes(content)


def corrupted() -> bytes:
    content = bytearray(zipped([(BAD, bytes(range(256)) * 40), (GOOD, notebook())]))
    at = content.find(BAD.encode()) + len(BAD) + 5
    content[at : at + 20] = bytes(20)
    return bytes(content)


HARM = {
    "an absolute path": (lambda: zipped([("/etc/" + BAD, notebook()), (GOOD, notebook())]), "leads out of the folder"),
    "a drive": (lambda: zipped([("C:\\" + BAD, notebook()), (GOOD, notebook())]), "leads out of the folder"),
    "a way up": (lambda: zipped([(BAD.replace("1-1", "../../1-1"), notebook()), (GOOD, notebook())]), "leads out"),
    "a way up with backslashes": (lambda: zipped([("..\\..\\" + BAD, notebook()), (GOOD, notebook())]), "leads out"),
    "a link": (lambda: zipped([(with_mode(BAD, stat.S_IFLNK | 0o777), b"/etc/passwd"), (GOOD, notebook())]), "a link"),
    "a pipe": (lambda: zipped([(with_mode(BAD, stat.S_IFIFO | 0o666), b""), (GOOD, notebook())]), "special file"),
    "a password": (encrypted, "protected by a password"),
    "damage": (corrupted, "damaged inside the zip"),
    "a bomb": (lambda: zipped([(BAD, bytes(3_000_000)), (GOOD, notebook())]), "more than 200 times its size"),
    "depth": (lambda: zipped([("a/" * 20 + BAD, notebook()), (GOOD, notebook())]), "more than 12 folders deep"),
    "an empty zip within": (
        lambda: zipped([("Bo_2_assignsubmission_file_/w.zip", zipped({})), (GOOD, notebook())]),
        "no file in this zip",
    ),
    "a broken zip within": (
        lambda: zipped([("Bo_2_assignsubmission_file_/w.zip", b"PK"), (GOOD, notebook())]),
        "damaged",
    ),
}


@pytest.mark.parametrize("harm", HARM)
def test_each_harm_is_named_and_the_rest_is_collected(course, harm):
    made, says = HARM[harm]
    assert course.collect(made()) == 2
    assert list(course.files) == ["Ann/1-1.ipynb"]
    assert says in course.said
    assert sorted(path.name for path in course.place.iterdir()) == ["submissions", "zip-0.zip"]
    with speaking("ja"):
        assert collect_zips([course.place / "zip-0.zip"], course.place / "ja") == 2


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_both_left(course):
    assert course.collect(zipped([(BAD, notebook("a")), (BAD, notebook("b")), (GOOD, notebook())])) == 2
    assert list(course.files) == ["Ann/1-1.ipynb"]
    assert course.said.count("two files of this name") == 2


def test_a_notebook_that_is_too_large(course, monkeypatch):
    monkeypatch.setattr(zips, "LARGEST", 1_000)
    noise = random.Random(1).randbytes(2_000)
    assert course.collect({BAD: noise, GOOD: notebook()}) == 2
    assert list(course.files) == ["Ann/1-1.ipynb"]
    assert "larger than" in course.said


def test_a_zip_that_is_too_large_in_all_or_holds_too_many_files(course, monkeypatch):
    files = {f"L{n}_{n}_assignsubmission_file_/1-1.ipynb": notebook(str(n)) for n in range(5)}
    monkeypatch.setattr(zips, "LARGEST_TOTAL", 2 * len(notebook("0")))
    assert course.collect(files) == 2
    assert len(course.files) == 2
    # Each that was left is named.
    assert course.said.count("/1-1.ipynb: With it the zip would unpack to more than") == 3
    monkeypatch.setattr(zips, "LARGEST_TOTAL", 1_000_000)
    monkeypatch.setattr(zips, "MOST_MEMBERS", 4)
    assert course.collect(files) == 2
    assert "more than 4 files" in course.said


WORK = "Mal_2_assignsubmission_file_/work.zip"


def zip64_that_lies(size: int) -> bytes:
    """A zip whose first end says that its list of files is short, and whose second one that it has this many bytes."""
    content = bytes(size) + zipped({"1-1.ipynb": notebook()})
    end = content.rfind(b"PK\5\6")
    second = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1, 1, size, 0)
    return content[:end] + second + struct.pack("<4sLQL", b"PK\6\7", 0, end, 1) + content[end:]


MUCH = {
    "too many files": (lambda: zipped({f"{n}.txt": b"" for n in range(2_001)}), "more than 2,000 files"),
    "too many bytes": (
        lambda: zipped({f"1-{n}.ipynb": random.Random(n).randbytes(500_000) for n in (1, 2, 3)}),
        "unpack to more than 1 MB",
    ),
    "a second end that lies": (lambda: zip64_that_lies(5_000_000), "more than 2,000 files"),
}


@pytest.mark.parametrize("much", MUCH)
def test_a_learners_zip_that_holds_too_much_is_named_and_nobody_elses_is_left_unread(course, much, monkeypatch):
    monkeypatch.setattr(zips, "LARGEST_INSIDE", 1_000_000)
    # What is only zeros is no bomb here.
    monkeypatch.setattr(zips, "RATIO_FROM", zips.LARGEST)
    made, says = MUCH[much]
    others = {
        "Ann_1_assignsubmission_file_/1-1.ipynb": notebook("a"),
        "Zoe_3_assignsubmission_file_/work.zip": zipped({"1-1.ipynb": notebook("z")}),
    }
    assert course.collect({WORK: made(), **others}) == 2
    assert list(course.files) == ["Ann/1-1.ipynb", "Zoe/1-1.ipynb"]
    assert f"{WORK}: " in course.said
    assert says in course.said


def test_those_who_fill_the_limits_of_the_whole_zip_do_so_last(course, monkeypatch):
    """However many of them there are, and wherever they stand in the zip."""
    large = {WORK.replace("2", str(n)): zipped({"1-1.ipynb": notebook("x" * 5_000 * n)}) for n in range(2, 5)}
    monkeypatch.setattr(zips, "LARGEST_TOTAL", 12_000)
    assert course.collect({**large, "Zoe_9_assignsubmission_file_/work.zip": zipped({"1-1.ipynb": notebook()})}) == 2
    assert list(course.files) == ["Mal/1-1.ipynb", "Zoe/1-1.ipynb"]
    assert course.said.count("With it the zip would unpack to more than") == 2


@pytest.mark.parametrize("content", [b"", b"PK", b"Rar!\x1a\x07", b"%PDF-1.4", notebook()])
def test_what_is_no_zip_is_said_and_the_next_zip_is_read(course, content):
    assert course.collect(content, {GOOD: notebook()}) == 2
    assert "not a zip file" in course.said
    assert list(course.files) == ["Ann/1-1.ipynb"]


def test_a_zip_that_was_cut_off_or_is_not_there(course):
    whole = zipped({GOOD: notebook(), BAD: notebook()})
    assert course.collect(whole[:-30]) == 2
    assert not course.out.exists()
    with speaking("en"):
        assert collect_zips([course.place / "none.zip"], course.out) == 2
    assert not course.out.exists()


def test_nothing_is_written_through_a_link(course, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    course.collect({GOOD: notebook("one")})
    (course.out / "Ann" / "1-1.ipynb").unlink()
    (course.out / "Ann").rmdir()
    (course.out / "Ann").symlink_to(outside)
    assert course.collect({GOOD: notebook("two")}) == 2
    assert list(outside.iterdir()) == []


def test_a_table_that_is_none_is_not_written_over(course):
    course.out.mkdir()
    (course.out / TABLE).write_text("my own list\n", encoding="utf-8")
    assert course.collect({GOOD: notebook()}) == 2
    assert (course.out / TABLE).read_text(encoding="utf-8") == "my own list\n"
