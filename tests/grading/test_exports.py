"""The way of the grades back to a learning platform."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from grading.class_of import fill, handed_in, read_csv, run
from grading.made import EXPECTED
from grading.test_marks import export, fill_in

from mlcurric.grading.reading.hand_ins import Problem
from mlcurric.text import T, speaking

RIGHT = {"hits": EXPECTED, "leaks": "a, b", "cause": "b"}
TEXT = {**RIGHT, "pitch": "Of your 200 customers 40 to 60 leave by June; the list misses some."}
PROBLEM = Problem(
    T("The file is broken.", "ファイルが壊れています。"), T("Hand in again.", "もう一度提出してください。")
)
CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,1-1 What a machine learns (77),1-2 Other (78),Final Score
    Points Possible,,,,,5,10,(read only)
"Doe, Jane",4711,s1,jdoe,A,,3,
"Roe, Richard",4712,s2,rroe,A,4,,
"山田, 太郎",4713,s3,tyamada,B,,,
"Twin, Ann",4714,s4,atwin,B,2,,
"Student, Test",4799,,,A,,,
"""
MOODLE = """\
First name,Last name,ID number,Email address,Assignment: 1-1 What a machine learns (Real),Course total (Real)
Jane,Doe,0012,jane@example.org,-,-
太郎,山田,0013,taro@example.org,3.00,3.00
Ann,Twin,0014,ann@example.org,-,-
"""


@pytest.fixture
def out(tmp_path: Path, fake_questions: None) -> Path:
    return tmp_path / "out"


def rows(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(keepends=True)))


def written(out: Path, form: str, roster: str = "", *options: object) -> tuple[list[list[str]], str]:
    """The table, and what is said with it."""
    path = out / f"for-{form}.csv"
    if roster:
        (out / "roster.csv").write_text(roster, encoding="utf-8")
        options = ("--roster", out / "roster.csv", *options)
    said = run("gradebook", "export", out, "--format", form, "--out", path, *options)
    return rows(path), said


def test_canvas_gets_its_own_columns_and_points_and_nobody_is_guessed(out: Path) -> None:
    fill(out, handed_in("doejane_4711", answers=RIGHT), handed_in("太郎 山田", answers={**RIGHT, "cause": "a"}),
         handed_in("roerichard_9999", answers=RIGHT), handed_in("jan", answers=RIGHT))  # fmt: skip
    table, said = written(out, "canvas", CANVAS)
    assert table == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "1-1 What a machine learns (77)"],
        ["    Points Possible", "", "", "", "", "5"],
        ["Doe, Jane", "4711", "s1", "jdoe", "A", "5"],
        ["山田, 太郎", "4713", "s3", "tyamada", "B", "4"],
    ]
    assert "are left out: 2." in said
    assert "roerichard_9999" in said
    assert "without a hand-in here: 2." in said
    assert "Roe, Richard, 4712" in said
    assert "Test" not in said


def test_two_folders_of_one_person_are_told_and_neither_is_taken(out: Path) -> None:
    fill(out, handed_in("Jane Doe", answers=RIGHT), handed_in("jdoe", answers={}), handed_in("s2", answers=RIGHT))
    table, said = written(out, "canvas", CANVAS)
    assert [row[0] for row in table[2:]] == ["Roe, Richard"]
    assert "more than one folder: 1." in said
    assert "Doe, Jane, 4711, s1, jdoe, A: left out: Jane Doe, jdoe" in said
    assert "nobody's in the roster" not in said
    assert "Doe, Jane" not in said.partition("without a hand-in here: 2.")[2]


@pytest.mark.parametrize(
    ("lang", "says"), [("en", "is taken, left out: Jane Doe"), ("ja", "Jane Doe は書き出していません")]
)
def test_the_number_of_canvas_goes_before_a_name(out: Path, tmp_path: Path, lang: str, says: str) -> None:
    fill(out, handed_in("Jane Doe", answers={}), handed_in("doejane_4711", answers=RIGHT))
    with speaking(lang):
        table, said = written(out, "canvas", CANVAS)
    assert [(row[0], row[-1]) for row in table[2:]] == [("Doe, Jane", "5")]
    assert says in said
    fill(out, handed_in("some folder", answers=RIGHT), handed_in("rroe", answers={}))
    register = tmp_path / "collected.csv"
    register.write_text("folder,file,lms,name,id,late,handed_in_as,zip\nsome folder,1-1.ipynb,canvas,r,4712,,a,z\n")
    with speaking(lang):
        table, _ = written(out, "canvas", CANVAS, "--collected", register)
    assert [(row[0], row[-1]) for row in table[2:]] == [("Doe, Jane", "5"), ("Roe, Richard", "5")]


@pytest.mark.parametrize(("lang", "says"), [("en", "Nothing was written: no folder"), ("ja", "何も書き出していません")])
def test_where_nobody_is_known_nothing_is_written_and_that_is_an_error(out: Path, lang: str, says: str) -> None:
    fill(out, *(handed_in(f"someone {number}") for number in range(30)))
    (out / "roster.csv").write_text(CANVAS, encoding="utf-8")
    with speaking(lang):
        said = run(
            "gradebook",
            "export",
            out,
            "--format",
            "canvas",
            "--roster",
            out / "roster.csv",
            "--out",
            out / "x.csv",
            code=2,
        )
    assert says in said
    assert not (out / "x.csv").exists()
    # What found no place is listed, however much it is.
    assert all(f"someone {number}\n" in said for number in range(30))


def test_people_without_a_hand_in_are_all_listed(out: Path) -> None:
    fill(out, handed_in("jdoe", answers=RIGHT))
    more = "".join(f'"Other, {number}",5{number:03},x{number},y{number},A,,,\n' for number in range(30))
    _, said = written(out, "canvas", CANVAS + more)
    assert "without a hand-in here: 33." in said
    assert all(f"  Other, {number}, 5" in said for number in range(30))


@pytest.mark.parametrize("form", ["plain", "canvas", "moodle"])
def test_an_export_is_written_anew_but_nothing_else_is_written_over(out: Path, tmp_path: Path, form: str) -> None:
    fill(out, handed_in("jdoe", answers=RIGHT))
    (out / "grades.csv").write_text("learner,exercise,question,points\n", encoding="utf-8")
    (out / "theirs.csv").write_text(CANVAS, encoding="utf-8")
    (out / "gradebook.html").write_text("<p>the class</p>", encoding="utf-8")
    (out / "marks.csv").write_text("row id,mark,comment\nm1,3,good\n", encoding="utf-8")
    (tmp_path / "link.csv").symlink_to(out / "gradebook.sqlite")
    with speaking("ja"):
        written(out, form)
    before = {
        path: path.read_bytes()
        for path in (
            out / name for name in ("gradebook.sqlite", "grades.csv", "theirs.csv", "gradebook.html", "marks.csv")
        )
    }
    for path in (*before, tmp_path / "link.csv"):
        said = run("gradebook", "export", out, "--format", form, "--out", path, code=2)
        assert f"“{path}” is there already, and is no table that this command wrote" in said
    assert {path: path.read_bytes() for path in before} == before
    # Its own table is written anew, also in the other language and when Excel has saved it since.
    saved = out / f"for-{form}.csv"
    saved.write_bytes(saved.read_text(encoding="utf-8-sig").replace(",", "\t").encode("utf-16"))
    written(out, form)
    empty = tmp_path / "empty.csv"
    empty.touch()
    run("gradebook", "export", out, "--format", form, "--out", empty)
    assert empty.read_bytes() == saved.read_bytes()


@pytest.mark.parametrize(
    ("own", "twin"), [("s2", "s2\u200b"), ("Richard Roe", "Richard  Roe"), ("Richard Roe", "richard roe")]
)
def test_a_folder_that_reads_as_anothers_takes_nothing_from_them(out: Path, own: str, twin: str) -> None:
    fill(out, handed_in(own, answers=RIGHT), handed_in(twin, answers={}))
    table, said = written(out, "canvas", CANVAS)
    assert [row[0] for row in table[2:]] == ["Roe, Richard"]
    assert table[2][-1] == "5"
    assert "more than one folder: 1." in said


def test_collect_knows_the_number_behind_a_folder(out: Path, tmp_path: Path) -> None:
    fill(out, handed_in("some folder", answers=RIGHT))
    register = tmp_path / "collected.csv"
    register.write_text(
        "folder,file,lms,name,id,late,handed_in_as,zip\nsome folder,1-1.ipynb,canvas,doejane,4711,,a.ipynb,z.zip\n"
    )
    table, _ = written(out, "canvas", CANVAS, "--collected", register)
    assert table[2][:2] == ["Doe, Jane", "4711"]
    table, said = written(out, "canvas", "", "--collected", register)
    assert table[2][:2] == ["some folder", "4711"]
    assert "Without --roster" in said
    assert "not what" in run("gradebook", "export", out, "--out", out / "x.csv", "--collected", out / "no.csv", code=2)


def test_what_waits_for_a_mark_or_could_not_be_graded_is_no_zero(out: Path) -> None:
    fill(out, handed_in("jdoe", answers=TEXT), handed_in("rroe", answers=TEXT), handed_in("atwin", problem=PROBLEM))
    table, said = written(out, "canvas", CANVAS)
    # The number that stands in Canvas is kept: an empty cell would take it away.
    assert [row[-1] for row in table] == ["1-1 What a machine learns (77)", "17", "2", "", "4"]
    for part in ("waits for a mark, which have no number here: 2.", "jdoe, 1-1", "could not be graded, which have no number here: 1.", "atwin, 1-1", "of 5 points there and of 17 here"):  # fmt: skip
        assert part in said
    assert [row[-1] for row in written(out, "canvas", CANVAS, "--without-texts")[0]][1:] == ["5", "2", "5", "5"]
    path = export(out)
    fill_in(path, "2.5", learner="jdoe")
    run("marks", "import", path, "--gradebook", out)
    table, said = written(out, "canvas", CANVAS)
    assert [row[-1] for row in table][1:] == ["17", "2", "15", "4"]
    assert "waits for a mark, which have no number here: 1." in said


def test_moodle_is_met_by_its_own_columns(out: Path) -> None:
    fill(
        out,
        handed_in("Jane Doe", answers=RIGHT),
        handed_in("山田 太郎", answers=TEXT),
        handed_in("ANN@example.org", answers=RIGHT),
    )
    table, said = written(out, "moodle", MOODLE)
    assert table[0][:5] == [
        "First name",
        "Last name",
        "ID number",
        "Email address",
        "Assignment: 1-1 What a machine learns (Real)",
    ]
    assert [row[3:5] for row in table[1:]] == [
        ["ann@example.org", "5"],
        ["jane@example.org", "5"],
        ["taro@example.org", "3.00"],
    ]
    assert "山田 太郎, 1-1" in said
    assert not (out / "for-moodle.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    table, said = written(out, "moodle")
    assert [row[:2] for row in table] == [
        ["ID number", "1-1 What a machine learns"],
        ["ANN@example.org", "5"],
        ["Jane Doe", "5"],
        ["山田 太郎", ""],
    ]
    assert "Without --roster" in said


def test_what_has_no_number_stays_as_moodle_takes_it(out: Path) -> None:
    fill(
        out,
        handed_in("Jane Doe", answers=TEXT),
        handed_in("Ann Twin", "1-2", RIGHT),
        handed_in("山田 太郎", problem=PROBLEM),
    )
    table, _ = written(out, "moodle", MOODLE.replace("3.00,3.00", "-2.00,-2.00"))
    grades = {row[3]: row[4] for row in table[1:]}
    # Moodle knows “-” and a number; at an apostrophe it would end the import of the whole class.
    assert grades == {"jane@example.org": "-", "ann@example.org": "-", "taro@example.org": "-2.00"}
    for form, before in (("moodle", MOODLE), ("canvas", CANVAS), ("plain", "")):
        assert not any(cell.startswith("'") for row in written(out, form, before)[0] for cell in row)


@pytest.mark.parametrize("cell", ["85.00 %", "B+", "=1+1"])
def test_a_roster_of_grades_that_are_no_numbers_is_refused(out: Path, cell: str) -> None:
    fill(out, handed_in("Jane Doe", answers=TEXT), handed_in("山田 太郎", answers=RIGHT))
    (out / "r.csv").write_text(MOODLE.replace("jane@example.org,-", f"jane@example.org,{cell}"), encoding="utf-8")
    asked = ("gradebook", "export", out, "--format", "moodle", "--roster", out / "r.csv", "--out", out / "x.csv")
    assert f"stands “{cell}”" in run(*asked, code=2)
    with speaking("ja"):
        assert f"列に「{cell}」があります" in run(*asked, code=2)
    assert not (out / "x.csv").exists()


def test_a_roster_that_cannot_be_one_is_refused(out: Path) -> None:
    fill(out, handed_in("jdoe", answers=RIGHT))
    (out / "r.csv").write_text("colour,size\nred,3\n")
    asked = ("gradebook", "export", out, "--out", out / "x.csv")
    assert "says of nobody" in run(*asked, "--format", "moodle", "--roster", out / "r.csv", code=2)
    (out / "c.csv").write_text(CANVAS)
    assert "not a gradebook of the platform" in run(*asked, "--format", "moodle", "--roster", out / "c.csv", code=2)
    assert "Leave it out" in run(*asked, "--format", "plain", "--roster", out / "c.csv", code=2)
    same = ("gradebook", "export", out, "--out", out / "c.csv", "--format", "canvas", "--roster", out / "c.csv")
    assert "is a file that is read" in run(*same, code=2)
    assert (out / "c.csv").read_text() == CANVAS
    assert "No exercise is graded yet" in run("gradebook", "export", fill(out / "new"), "--out", out / "x.csv", code=2)


def test_the_plain_table_shows_the_total_beside_what_cannot_be_copied(out: Path) -> None:
    fill(
        out,
        handed_in("ann", answers=RIGHT),
        handed_in("ann", "1-2", {"hits": EXPECTED}),
        handed_in("bob", answers=TEXT),
        handed_in("zoe", problem=PROBLEM),
    )
    table = (
        read_csv(out / "x.csv") if run("gradebook", "export", out, "--out", out / "x.csv", "--without-texts") else []
    )
    assert [list(row.values()) for row in table] == [
        # leaks and cause are choices; hits alone, 2 points, needs code.
        ["ann", "5", "2", "7", "10", "4", "4", "0", "0"],
        ["bob", "5", "", "5", "10", "2", "4", "0", "0"],
        ["zoe", "", "", "", "10", "", "4", "0", "1"],
    ]
    run("gradebook", "export", out, "--out", out / "y.csv")
    assert [list(row.values()) for row in read_csv(out / "y.csv")][1] == ["bob", "", "", "", "22", "", "16", "1", "0"]


@pytest.mark.parametrize("form", ["canvas", "moodle", "plain"])
def test_a_name_that_is_a_formula_runs_nowhere(out: Path, form: str) -> None:
    fill(
        out,
        *(
            handed_in(name, answers=RIGHT)
            for name in ("=1+1", "@SUM(A1)", "+x", "-y", "a\x1b\u202e", "x" * 250, "\udcff")
        ),
    )
    table, _ = written(out, form)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for row in table for cell in row)
    assert not {"\x1b", "\u202e"} & set("".join(cell for row in table for cell in row))


def test_three_hundred_learners_and_the_same_bytes_again(out: Path) -> None:
    names = [f"学習者{number:03}" for number in range(300)]
    fill(out, *(handed_in(name, answers=RIGHT) for name in names))
    head = "First name,Last name,ID number,Email address\n"
    roster = head + "".join(f",,{name},{number}@example.org\n" for number, name in enumerate(names))
    with speaking("ja"):
        table, said = written(out, "moodle", roster)
    assert [row[2] for row in table[1:]] == names
    assert "300 人分" in said
    before = (out / "for-moodle.csv").read_bytes()
    with speaking("ja"):
        written(out, "moodle", roster)
    assert (out / "for-moodle.csv").read_bytes() == before


def test_a_number_decides_between_namesakes_and_a_bare_one_is_not_canvas_own(out: Path, tmp_path: Path) -> None:
    roster = CANVAS.replace("Student, Test", "Twin, Ann")
    fill(
        out,
        handed_in("Ann Twin", answers=RIGHT),
        handed_in("twinann_4714", answers=RIGHT),
        handed_in("4711", answers=RIGHT),
    )
    table, said = written(out, "canvas", roster)
    assert [row[:2] for row in table[2:]] == [["Twin, Ann", "4714"]]
    # “4711” may be anybody's own number; in Canvas it is Jane's.
    assert "are left out: 2." in said
    register = tmp_path / "collected.csv"
    register.write_text(
        "folder,file,lms,name,id,late,handed_in_as,zip\nAnn Twin,1-1.ipynb,canvas,twinann,4799,,a.ipynb,z.zip\n"
    )
    table, _ = written(out, "canvas", roster, "--collected", register)
    assert [row[:2] for row in table[2:]] == [["Twin, Ann", "4799"], ["Twin, Ann", "4714"]]


def test_canvas_columns_of_other_schools_are_kept(out: Path) -> None:
    fill(out, handed_in("Jane Doe", answers=RIGHT))
    roster = "LastName,FirstName,ID,SIS User ID,SIS Login ID,Integration ID,Section,Notes,1-1 (7),1-1 Again (8)\nDoe,Jane,5,s,j,i,A,n,,\n"
    table, said = written(out, "canvas", roster)
    assert table[0] == [
        "LastName",
        "FirstName",
        "ID",
        "SIS User ID",
        "SIS Login ID",
        "Integration ID",
        "Section",
        "1-1 What a machine learns",
    ]
    assert table[2] == ["Doe", "Jane", "5", "s", "j", "i", "A", "5"]
    assert "the roster has no column, or more than one: 1." in said
    assert "  1-1: 5 points" in said
