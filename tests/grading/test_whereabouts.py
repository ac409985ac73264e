"""What lies among the hand-ins no more: it is followed to another folder, or kept and told, and can be left out."""

from __future__ import annotations

import shutil

import pytest
from grading.class_of import current, run
from grading.made import PITCH, RIGHT, UNTOUCHED, Class
from grading.test_marks import export, fill_in

from mlcurric.grading.gradebook.store import FILE_NAME, opened
from mlcurric.text import speaking

WRONG = ["hits = 9", *RIGHT[1:]]


def learners(a_class: Class) -> dict[str, set[str]]:
    """The exercises of each learner in grades.csv, as it is after grading."""
    found: dict[str, set[str]] = {}
    for row in a_class.grade():
        found.setdefault(row["learner"], set()).add(row["exercise"])
    return found


def test_a_file_that_was_renamed_as_asked_leaves_no_line_behind(
    a_class: Class, capsys: pytest.CaptureFixture[str]
) -> None:
    a_class.hand_in("ann/final.ipynb", RIGHT)
    a_class.hand_in("ann/1-2.ipynb", RIGHT)
    a_class.hand_in("ann/1-2 (2).ipynb", WRONG)
    assert learners(a_class) == {"ann": {"final", "1-2", "1-2 (2)"}}
    (a_class.submissions / "ann/final.ipynb").rename(a_class.submissions / "ann/1-1.ipynb")
    (a_class.submissions / "ann/1-2 (2).ipynb").unlink()
    capsys.readouterr()
    assert learners(a_class) == {"ann": {"1-1", "1-2"}}
    # What was never graded is nothing to tell.
    assert "No longer" not in capsys.readouterr().out
    assert "no known exercise" not in run("gradebook", a_class.out)
    # Nothing is deleted, and what lies there again is there again.
    a_class.hand_in("ann/1-2 (2).ipynb", WRONG)
    assert learners(a_class) == {"ann": {"1-1", "1-2", "1-2 (2)"}}


@pytest.mark.parametrize("changed", [False, True])
def test_a_renamed_folder_is_told_and_takes_its_grades_marks_and_attempts_with_it_when_asked(
    a_class: Class, capsys: pytest.CaptureFixture[str], changed: bool
) -> None:
    a_class.hand_in("ann/1-1.ipynb", WRONG)
    a_class.grade()
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    a_class.hand_in("ann/1-2.ipynb", WRONG)
    a_class.grade()
    marks = export(a_class.out)
    fill_in(marks, "2", learner="ann")
    run("marks", "import", marks, "--gradebook", a_class.out)
    (a_class.submissions / "ann").rename(a_class.submissions / "ann lee")
    if changed:
        a_class.hand_in("ann lee/1-2.ipynb", RIGHT)
    capsys.readouterr()
    assert learners(a_class) == {"ann": {"1-1", "1-2"}, "ann lee": {"1-1", "1-2"}}
    assert "  ann (1-1, 1-2): the same as in ann lee\n" in capsys.readouterr().out
    said = run("gradebook", "rename", a_class.out, "ann", "ann lee")
    assert "ann → ann lee (1-1, 1-2), with all marks." in said
    moved = current(a_class.out)
    assert {learner for learner, _ in moved} == {"ann lee"}
    assert moved["ann lee", "1-1"].attempt == 2
    assert moved["ann lee", "1-1"].marks["pitch"].complete
    assert (moved["ann lee", "1-2"].attempt, moved["ann lee", "1-2"].graded[0].verdict.status) == (
        (2, "passed") if changed else (1, "failed")
    )
    assert "ann lee" in (a_class.out / "grades.csv").read_text(encoding="utf-8-sig")
    capsys.readouterr()
    assert learners(a_class) == {"ann lee": {"1-1", "1-2"}}
    said = capsys.readouterr().out
    assert "Nothing new" in said
    assert "No longer among" not in said
    # A file of marks that was written before goes on.
    fill_in(marks, "3", learner="ann")
    run("marks", "import", marks, "--gradebook", a_class.out)
    assert current(a_class.out)["ann lee", "1-1"].marks["pitch"].points == 12


def test_names_that_go_round_keep_what_is_theirs(a_class: Class) -> None:
    for name, points in (("ann", "3"), ("bo", "1")):
        a_class.hand_in(f"{name}/1-1.ipynb", [f"# {name}", *RIGHT])
        a_class.grade()
        marks = a_class.out / f"{name}.csv"
        run("marks", "export", marks, "--gradebook", a_class.out)
        fill_in(marks, points, learner=name)
        run("marks", "import", marks, "--gradebook", a_class.out)
    (a_class.submissions / "bo").rename(a_class.submissions / "cy")
    a_class.grade()
    run("gradebook", "rename", a_class.out, "bo", "cy")
    (a_class.submissions / "ann").rename(a_class.submissions / "bo")
    a_class.grade()
    run("gradebook", "rename", a_class.out, "ann", "bo")
    found = current(a_class.out)
    assert {learner: one.marks["pitch"].points for (learner, _), one in found.items()} == {"bo": 12, "cy": 4}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("bo", "cy", "“bo” is no folder that is gone"),
        ("ann", "dan", "No hand-in in a folder “dan” was graded"),
        ("ann", "ann", "No hand-in in a folder “ann” was graded"),
    ],
)
def test_a_name_that_cannot_be_is_refused_and_nothing_is_changed(a_class: Class, old: str, new: str, says: str) -> None:
    for name in ("ann", "bo", "cy"):
        a_class.hand_in(f"{name}/1-1.ipynb", [f"# {name}", *RIGHT])
    a_class.grade()
    shutil.rmtree(a_class.submissions / "ann")
    before = learners(a_class)
    assert says in run("gradebook", "rename", a_class.out, old, new, code=2)
    assert learners(a_class) == before


@pytest.mark.parametrize("stranger", ["untouched", "as everybody's"])
def test_nobody_is_guessed_by_what_others_have_too(
    a_class: Class, capsys: pytest.CaptureFixture[str], stranger: str
) -> None:
    a_class.hand_in("ann/1-1.ipynb", UNTOUCHED if stranger == "untouched" else RIGHT)
    if stranger == "as everybody's":
        shutil.copytree(a_class.submissions / "ann", a_class.submissions / "cy")
    a_class.grade()
    (a_class.submissions / "ann").rename(a_class.submissions / "bo")
    capsys.readouterr()
    assert {"ann", "bo"} <= set(learners(a_class))
    assert "  ann (1-1)\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("lang", "says"), [("en", "the grades are kept and count"), ("ja", "成績は残してあり、集計にも入っています")]
)
def test_what_is_gone_counts_is_told_and_can_be_left_out_until_it_comes_back(
    a_class: Class, capsys: pytest.CaptureFixture[str], lang: str, says: str
) -> None:
    for place in ("ann/1-1", "ann/1-2", "bob/1-1", "cy/1-1", "cy/1-2"):
        a_class.hand_in(f"{place}.ipynb", [f"# {place}", *RIGHT])
    a_class.grade()
    theirs = (a_class.submissions / "cy/1-1.ipynb").read_bytes()
    shutil.rmtree(a_class.submissions / "cy")
    (a_class.submissions / "ann/1-2.ipynb").unlink()
    capsys.readouterr()
    with speaking(lang):
        assert learners(a_class) == {"ann": {"1-1", "1-2"}, "bob": {"1-1"}, "cy": {"1-1", "1-2"}}
        graded, shown = capsys.readouterr().out, run("gradebook", a_class.out)
    for said in (graded, shown):
        assert says in said
        assert f"mlcurric gradebook forget {a_class.out}" in said
        assert "  ann/1-2\n  cy (1-1, 1-2)\n" in said
    for name in ("bob", "ann", "nobody"):
        refused = run("gradebook", "forget", a_class.out, "cy", name, code=2)
        assert f"“{name}” is nothing that is gone" in refused
        assert "cy (1-1, 1-2)" in refused
    run("gradebook", "forget", a_class.out, "cy", "ann/1-2")
    grades = (a_class.out / "grades.csv").read_text(encoding="utf-8-sig")
    assert "cy" not in grades
    assert "ann,1-2" not in grades
    assert says not in run("gradebook", a_class.out)
    with opened(a_class.out / FILE_NAME) as gradebook:
        assert {one.learner for one in gradebook.texts()} == {"ann", "bob"}
        assert ("cy", "1-1") in gradebook.newest()
    assert learners(a_class) == {"ann": {"1-1"}, "bob": {"1-1"}}
    assert "No longer among" not in capsys.readouterr().out
    a_class.write("cy/1-1.ipynb", theirs)
    assert learners(a_class) == {"ann": {"1-1"}, "bob": {"1-1"}, "cy": {"1-1"}}
    assert "Nothing new" in capsys.readouterr().out


def test_where_nothing_is_gone_the_way_is_told(a_class: Class) -> None:
    a_class.grade_one([*RIGHT[:-1], PITCH])
    said = run("gradebook", "forget", a_class.out, "ann", code=2)
    assert "Nothing is gone. Take what is not to count out of the folder of the hand-ins" in said
    for command in (("forget",), ("rename", "ann")):
        assert len(run("gradebook", command[0], a_class.out, *command[1:], "x" * 100_000, code=2)) < 1_000
