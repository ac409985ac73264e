"""Marks by hand: out to a file, through Excel, and back."""

from __future__ import annotations

import csv
import io
import sqlite3
from pathlib import Path

import openpyxl
import pytest
from grading.class_of import TEXT, current, fill, handed_in, read_csv, run
from grading.made import RIGHT, Class

from mlcurric.grading.exclusive import only_one
from mlcurric.grading.gradebook.store import FILE_NAME
from mlcurric.question.rubric import RUBRIC, TOP_MARK
from mlcurric.question.verdict import Status
from mlcurric.text import speaking

ANN = {"pitch": TEXT.format(name="them"), "hits": 7041}
NAMES = ("ann", "Bob 太郎", "00123")


@pytest.fixture
def out(tmp_path: Path, fake_questions: None) -> Path:
    return fill(tmp_path / "out", *(handed_in(name, answers=ANN) for name in NAMES))


def export(out: Path, *options: object) -> Path:
    path = out / f"marks-{len(list(out.glob('marks-*')))}.csv"
    run("marks", "export", path, "--gradebook", out, *options)
    return path


def fill_in(path: Path, marks: str = "2", comment: str = "", learner: str | None = None) -> list[dict[str, str]]:
    """Type a mark into every line of the rubric, and a comment on the whole."""
    rows = read_csv(path)
    for row in rows:
        if learner in (None, row["learner"]):
            whole = row["rubric line"].startswith("On the whole")
            row["comment" if whole else "mark (0–3)"] = comment if whole else marks
    save(path, rows)
    return rows


def save(
    path: Path, rows: list[dict[str, str]], encoding: str = "utf-8-sig", separator: str = ",", end: str = "\r\n"
) -> None:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, rows[0].keys(), delimiter=separator, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding, "replace"))


def points(out: Path, learner: str = "ann") -> tuple[float, Status]:
    (pitch,) = (each for each in current(out)[learner, "1-1"].graded if each.name == "pitch")
    return pitch.points, pitch.verdict.status


def tables(out: Path) -> list[tuple]:
    base = sqlite3.connect(out / FILE_NAME)
    found = base.execute(
        "select learner, exercise, question, text, line, points, comment from marks order by 1, 2, 3, 4, 5"
    )
    rows = found.fetchall()
    base.close()
    return rows


def test_there_is_a_row_for_each_text_and_line_and_one_for_the_whole(out: Path) -> None:
    rows = read_csv(export(out))
    assert len(rows) == len(NAMES) * (len(RUBRIC) + 1)
    assert {row["learner"] for row in rows} == set(NAMES)
    assert [row["rubric line"] for row in rows[:4]] == [line.asks.en for line in RUBRIC]
    assert {row["text"] for row in rows} == {ANN["pitch"]}
    assert len({row["row id"] for row in rows}) == len(rows)
    assert {row["mark (0–3)"] for row in rows} == {""}
    # Excel would take the number of a lesson for a day, and a row of digits for a number.
    assert not any(row["exercise"] == "1-1" or row["row id"].isdigit() for row in rows)


def test_marks_count_when_every_line_is_marked_and_comments_come_with_them(out: Path) -> None:
    path = export(out)
    rows = fill_in(path, "2.5", "Good.\nAsk Ms Mori.", "ann")
    next(row for row in rows if row["learner"] == "ann")["comment"] = "Who?"
    save(path, rows)
    said = run("marks", "import", path, "--gradebook", out)
    assert "4 new" in said
    assert "2 of 3" in said
    assert points(out) == (10.0, Status.PASSED)
    marks = current(out)["ann", "1-1"].marks["pitch"]
    assert [(mark.line, mark.points, mark.most, mark.comment) for mark in marks.lines] == [
        (line.asks, 2.5, TOP_MARK, "Who?" if line == RUBRIC[0] else "") for line in RUBRIC
    ]
    assert marks.comment == "Good.\nAsk Ms Mori."
    assert points(out, "00123") == (0.0, Status.NEEDS_MARKING)
    grades = {(row["learner"], row["question"]): row for row in read_csv(out / "grades.csv")}
    assert grades["ann", "pitch"]["points"] == "10"
    assert grades["00123", "pitch"]["points"] == ""


def test_a_text_that_is_marked_in_part_still_needs_marking(out: Path) -> None:
    path = export(out)
    rows = read_csv(path)
    rows[0]["mark (0–3)"] = "3"
    save(path, rows)
    run("marks", "import", path, "--gradebook", out)
    assert points(out, rows[0]["learner"]) == (0.0, Status.NEEDS_MARKING)
    assert current(out)[rows[0]["learner"], "1-1"].marks["pitch"].points == 3


def test_few_points_are_no_pass(out: Path) -> None:
    path = export(out)
    fill_in(path, "1")
    run("marks", "import", path, "--gradebook", out)
    assert points(out) == (4.0, Status.FAILED)


@pytest.mark.parametrize(
    ("encoding", "separator", "end"),
    [("utf-8", ",", "\n"), ("utf-8-sig", ";", "\r\n"), ("utf-16", "\t", "\r\n"), ("cp932", ",", "\r\n"), ("cp932", "\t", "\r")],
)  # fmt: skip
def test_what_excel_saves_is_read(out: Path, encoding: str, separator: str, end: str) -> None:
    path = export(out)
    rows = fill_in(path, "１．５", "良い。\n次も")
    for row in rows:
        # As Excel makes a number of a name, and the columns and rows may stand in any order.
        row["learner"] = row["learner"].removeprefix("00")
    blank = dict.fromkeys(rows[0], "")
    turned = [dict(reversed(row.items())) for row in reversed([*rows, blank, blank])]
    save(path, turned, encoding, separator, end)
    run("marks", "import", path, "--gradebook", out)
    assert {points(out, name) for name in NAMES} == {(6.0, Status.PASSED)}
    assert current(out)["ann", "1-1"].marks["pitch"].comment == "良い。\n次も"


def test_a_workbook_is_read_too(out: Path) -> None:
    path = export(out)
    rows = fill_in(path, "2", "ok")
    book = openpyxl.Workbook()
    book.active.append(list(rows[0]))
    for row in rows:
        book.active.append([2 if cell == "2" else cell for cell in row.values()])
    book.save(path.with_suffix(".xlsx"))
    run("marks", "import", path.with_suffix(".xlsx"), "--gradebook", out)
    assert points(out, "00123") == (8.0, Status.PASSED)


@pytest.mark.parametrize(
    "typed", ["=1+1", "+1 for the number", "-ish", "@Ann", "'quoted'", "＝good", "tab\there", "行1\n=行2"]
)
def test_a_comment_comes_back_as_it_was_typed_and_runs_nowhere(out: Path, typed: str) -> None:
    path = export(out)
    fill_in(path, "1", typed)
    run("marks", "import", path, "--gradebook", out)
    again = export(out)
    assert not any(row["comment"].startswith(("=", "+", "-", "@", "＝")) for row in read_csv(again))
    run("marks", "import", again, "--gradebook", out)
    assert current(out)["ann", "1-1"].marks["pitch"].comment == typed


def test_importing_twice_changes_nothing_more(out: Path) -> None:
    path = export(out)
    fill_in(path, "2", "ok")
    run("marks", "import", path, "--gradebook", out)
    before = tables(out), (out / "grades.csv").read_bytes()
    said = run("marks", "import", path, "--gradebook", out)
    assert "0 new, 0 changed" in said
    assert (tables(out), (out / "grades.csv").read_bytes()) == before


def test_all_errors_are_told_at_once_by_row_and_column_and_nothing_is_taken(out: Path) -> None:
    path = export(out)
    rows = fill_in(path)
    rows[0]["mark (0–3)"] = "7"
    rows[1]["mark (0–3)"] = "good"
    rows[2]["row id"] = "m123"
    rows[3]["row id"] = ""
    rows[4]["mark (0–3)"] = "1"
    rows[5]["comment"] = "x" * 20_000
    rows[6]["mark (0–3)"] = "-1"
    rows[7]["mark (0–3)"] = "nan"
    rows[8]["mark (0–3)"] = "1e999"
    save(path, [*rows, {**rows[10], "mark (0–3)": "0"}])
    said = run("marks", "import", path, "--gradebook", out, code=2)
    for part in (
        "row 2, column G (mark (0–3)): “7” is over 3", "row 3, column G (mark (0–3)): “good” is no mark", "row 4, column A (row id): “m123”",
        "row 5, column A", "row 6, column G", "row 7, column H (comment): the comment has 20,000", "row 8, column G (mark (0–3)): “-1”",
        "row 9, column G", "row 10, column G", "row 17, column A (row id): the same row stands in row 12", "cannot be used: 10.", "Nothing was taken over",
    ):  # fmt: skip
        assert part in said
    assert tables(out) == []


def test_one_column_that_was_sorted_alone_is_noticed(out: Path) -> None:
    path = export(out)
    rows = fill_in(path)
    for column in ("learner", "rubric line"):
        moved = [rows[-1][column], *(row[column] for row in rows[:-1])]
        save(path, [{**row, column: cell} for row, cell in zip(rows, moved, strict=True)])
        assert "sorted alone" in run("marks", "import", path, "--gradebook", out, code=2)
    assert tables(out) == []


def test_a_blank_takes_nothing_back_and_a_dash_does_and_the_history_knows(out: Path) -> None:
    first, path = export(out), export(out)
    fill_in(path, "2", "ok", "ann")
    run("marks", "import", path, "--gradebook", out)
    # A colleague marks the others, in a file that was written before.
    fill_in(first, "3", "fine", "00123")
    run("marks", "import", first, "--gradebook", out)
    assert (points(out)[0], points(out, "00123")[0]) == (8, 12)
    fill_in(path, "-", "－", "ann")
    said = run("marks", "import", path, "--gradebook", out)
    assert "4 changed" in said
    assert "2 → –" in said
    assert points(out)[1] is Status.NEEDS_MARKING
    assert "pitch" not in current(out)["ann", "1-1"].marks
    base = sqlite3.connect(out / FILE_NAME)
    told = base.execute("select details from history where what = 'marked' order by id desc").fetchone()[0]
    base.close()
    assert '"before": [null, "ok"]' in told


def test_a_text_that_was_written_anew_is_said_and_its_old_marks_are_kept(out: Path) -> None:
    path = export(out)
    fill_in(path, "3", "well")
    fill(out, handed_in("ann", answers={"pitch": "Another text, quite another one, for 3 of 10."}, attempt=2))
    said = run("marks", "import", path, "--gradebook", out)
    assert "handed in anew since: 5 (row" in said
    assert points(out)[1] is Status.NEEDS_MARKING
    assert points(out, "00123")[0] == 12
    # She hands in the first one again: what it was given counts.
    fill(out, handed_in("ann", answers=ANN, attempt=3))
    assert points(out)[0] == 12
    assert "well" in export(out).read_text(encoding="utf-8-sig")


def test_no_file_is_written_over_and_no_gradebook_made(out: Path, tmp_path: Path) -> None:
    path = export(out)
    before = path.read_bytes()
    assert "there already" in run("marks", "export", path, "--gradebook", out, code=2)
    assert "does not end in .csv" in run("marks", "export", out / "m.xlsx", "--gradebook", out, code=2)
    assert path.read_bytes() == before
    assert "no gradebook" in run("marks", "export", tmp_path / "m.csv", "--gradebook", tmp_path / "typo", code=2)
    assert not (tmp_path / "typo").exists()
    assert "typo.csv” is not there" in run("marks", "import", tmp_path / "typo.csv", "--gradebook", out, code=2)
    (tmp_path / "other.csv").write_text("name,grade\nann,3\n")
    assert "no marks file" in run("marks", "import", tmp_path / "other.csv", "--gradebook", out, code=2)
    (tmp_path / "open.csv").write_text('row id,mark,comment\nm1,2,"never closed\n')
    assert "quotation mark" in run("marks", "import", tmp_path / "open.csv", "--gradebook", out, code=2)


def test_one_text_a_stage_is_chosen_and_others_can_be(out: Path) -> None:
    for name in NAMES:
        fill(out, handed_in(name, "1-2", {"pitch": "In 1-2, a text of its own about 5 of 60 people."}))
    assert {row["exercise"] for row in read_csv(export(out))} == {"1-2 No time machine"}
    both = read_csv(export(out, "--questions", "1-1/pitch, 1-2/pitch"))
    assert len({row["exercise"] for row in both}) == 2
    # What was chosen stays chosen.
    assert len(read_csv(export(out))) == len(both)
    # What was refused chooses nothing.
    run("marks", "export", out / "marks-0.csv", "--gradebook", out, "--questions", "1-1/pitch", code=2)
    assert len(read_csv(export(out))) == len(both)
    said = run("marks", "export", out / "x.csv", "--gradebook", out, "--questions", "1-1/hits", code=2)
    assert "1-1/pitch, 1-2/pitch" in said


@pytest.mark.parametrize(
    ("written", "chosen"),
    [
        # One who runs ahead, or stays behind, moves nothing.
        ({"1-1": "ann bob", "1-2": "mallory"}, "1-1"),
        ({"1-1": "ann bob mallory", "1-2": "ann bob"}, "1-2"),
        ({"1-1": "ann", "1-2": "mallory"}, "1-1"),
        ({"1-1": "ann bob cy", "1-2": "cy dee"}, "1-1"),
        ({"1-2": "mallory"}, "1-2"),
    ],
)
def test_one_learner_does_not_move_the_text_of_the_others(
    tmp_path: Path, fake_questions: None, written: dict[str, str], chosen: str
) -> None:
    answers = {"pitch": "A text about 5 of 60 people."}
    out = fill(
        tmp_path / "out",
        *(handed_in(name, exercise, answers) for exercise, names in written.items() for name in names.split()),
    )
    assert {row["exercise"][:3] for row in read_csv(export(out))} == {chosen}


def test_anonymous_marking_shows_no_name(out: Path) -> None:
    path = export(out, "--anonymous")
    assert not any(name in path.read_text(encoding="utf-8-sig") for name in NAMES)
    fill_in(path, "3")
    run("marks", "import", path, "--gradebook", out)
    assert points(out, "Bob 太郎")[0] == 12


def test_both_languages_are_read_whichever_is_spoken(out: Path) -> None:
    with speaking("ja"):
        path = export(out)
        rows = read_csv(path)
        assert list(rows[0]) == ["行ID", "学習者", "演習", "問題", "文章", "観点", "点数(0〜3)", "コメント"]
    for row in rows:
        if not row["観点"].startswith("全体"):
            row["点数(0〜3)"] = "２"
    save(path, rows, "cp932")
    run("marks", "import", path, "--gradebook", out)
    assert points(out)[0] == 8
    with speaking("ja"):
        rows[0]["点数(0〜3)"] = "9"
        save(path, rows)
        assert "2行目 G列(点数(0〜3)): 「9」は上限の 3 を超えています" in run(
            "marks", "import", path, "--gradebook", out, code=2
        )


def test_a_text_that_excel_would_break_is_cut_and_hostile_ones_are_shown(tmp_path: Path, fake_questions: None) -> None:
    long, odd = "い" * 20_000 + "x", '=cmd|" /C calc"!A0\x00\x1b\u202e\r\n2'
    out = fill(
        tmp_path / "out", handed_in("=1+1", answers={"pitch": odd}), handed_in("b" * 200, answers={"pitch": long})
    )
    path = export(out)
    rows = read_csv(path)
    assert all(len(cell) < 32_767 for row in rows for cell in row.values())
    assert not any(cell.startswith("=") for row in rows for cell in row.values())
    assert not {"\x00", "\x1b", "\u202e"} & set(path.read_text(encoding="utf-8"))
    fill_in(path, "1")
    run("marks", "import", path, "--gradebook", out)
    assert points(out, "=1+1")[0] == 4


def test_three_hundred_learners_are_marked_in_one_file(tmp_path: Path, fake_questions: None) -> None:
    names = [f"learner {number:03}" for number in range(300)]
    out = fill(tmp_path / "out", *(handed_in(name, answers=ANN) for name in names))
    path = export(out)
    assert len(fill_in(path, "2")) == 1500
    assert "1200 new" in run("marks", "import", path, "--gradebook", out)
    assert {points(out, name)[0] for name in (names[0], names[-1])} == {8}


def test_nothing_is_taken_while_a_grading_is_at_work(out: Path) -> None:
    path = export(out)
    fill_in(path)
    with only_one(out):
        assert "is at work" in run("marks", "import", path, "--gradebook", out, code=2)
    assert tables(out) == []


def test_the_learner_finds_marks_and_comments_on_the_page(out: Path) -> None:
    path = export(out)
    fill_in(path, "2.5", "Ask <b>Ms Mori</b>.", "ann")
    run("marks", "import", path, "--gradebook", out)
    page = next((out / "feedback").glob("ann-*/1-1.html")).read_text(encoding="utf-8")
    assert "Ask &lt;b&gt;Ms Mori&lt;/b&gt;." in page
    assert all(line.asks.en in page for line in RUBRIC)
    assert page.count("2.5 of 3") == len(RUBRIC)


@pytest.mark.parametrize(("lang", "read"), [("en", "Read above what a person gave"), ("ja", "点数とコメントも読んで")])
def test_a_comment_stands_on_the_page_with_its_line_and_is_the_next_thing_to_read(
    out: Path, lang: str, read: str
) -> None:
    fill(out, handed_in("kim", answers={"pitch": TEXT.format(name="Ms Kim")}, lang=lang))
    path = export(out)
    rows = [row for row in fill_in(path, "", learner="kim") if row["learner"] == "kim"]
    for row, mark, comment in zip(
        rows, ("1", "", "2", "", ""), ("unclear", "unclear", "", "", "On the whole."), strict=True
    ):
        row["mark (0–3)"], row["comment"] = mark, comment
    save(path, rows)
    run("marks", "import", path, "--gradebook", out)
    assert points(out, "kim")[1] is Status.NEEDS_MARKING
    page = next((out / "feedback").glob("kim-*/1-1.html")).read_text(encoding="utf-8")
    table = page[page.index("<tbody>") : page.index("</tbody>")]
    lines = [line for line in table.splitlines() if line.startswith("<tr>")]
    with speaking(lang):
        asks = [str(line.asks) for line in RUBRIC]
    assert [next(each for each in asks if each in line) for line in lines] == [asks[0], asks[1], asks[2], asks[3]]
    assert [line.count("unclear") for line in lines] == [1, 1, 0, 0]
    assert page.count("On the whole.") == 1
    assert "On the whole." not in table
    assert read in page[page.rindex("<h2>") :]


def test_marks_that_are_in_are_told_where_the_grades_cannot_be_written(out: Path) -> None:
    path = export(out)
    fill_in(path, "2")
    (out / "grades.csv").mkdir()
    said = run("marks", "import", path, "--gradebook", out, code=2)
    assert "The marks are in the gradebook" in said
    assert "12 new" in said
    assert points(out)[0] == 8


def test_a_grading_after_the_marks_keeps_them_and_a_new_text_waits_again(a_class: Class) -> None:
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    a_class.hand_in("bob/1-1.ipynb", RIGHT)
    a_class.grade()
    path = export(a_class.out)
    fill_in(path, "2")
    run("marks", "import", path, "--gradebook", a_class.out)
    before = (a_class.out / "grades.csv").read_bytes()
    a_class.grade()
    assert (a_class.out / "grades.csv").read_bytes() == before
    # Another answer beside the same text: the text keeps its marks.
    a_class.hand_in("ann/1-1.ipynb", ["hits = 9", *RIGHT[1:]])
    a_class.hand_in("bob/1-1.ipynb", [*RIGHT[:-1], 'pitch = """Quite another text about 3 of 10 people."""'])
    rows = {(row["learner"], row["question"]): row for row in a_class.grade()}
    assert (rows["ann", "hits"]["points"], rows["ann", "pitch"]["points"]) == ("0", "8")
    assert (rows["bob", "pitch"]["status"], rows["bob", "pitch"]["points"]) == ("needs_marking", "")


def test_a_text_that_this_class_does_not_mark_earns_nothing_and_says_so(a_class: Class):
    for exercise in ("1-1", "1-2"):
        a_class.hand_in(f"ann/{exercise}.ipynb", RIGHT)
    a_class.grade()
    for_oneself, marked = (
        next((a_class.out / "feedback").glob(f"*/{exercise}.html")).read_text(encoding="utf-8")
        for exercise in ("1-1", "1-2")
    )
    assert "Nobody marks this text in your class" in for_oneself
    assert "from a person" not in for_oneself
    assert "more points from a person" in marked
