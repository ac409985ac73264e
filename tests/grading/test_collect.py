"""What is found among the hand-ins, what is not, and which of two counts."""

from __future__ import annotations

import os
import sys
import unicodedata

import pytest
from grading.made import RIGHT, Class, notebook

from mlcurric.grading.reading.collect import collect, display, exercise_in
from mlcurric.grading.reading.hand_ins import HandIn, hand_ins
from mlcurric.grading.reading.names import safe_name, shown_names
from mlcurric.grading.reading.which import within


def found(a_class: Class) -> list[HandIn]:
    return hand_ins(collect(a_class.submissions)[0])


@pytest.mark.usefixtures("fake_questions")
@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("1-1", "1-1"), ("1-1-your-turn", "1-1"), ("1-1-your-turn (2)", "1-1"), ("1-1_やってみよう", "1-1"), ("1-2x", "1-2"),
        ("1-10", None), ("11-1", None), ("my 1-1", None), ("1-3-your-turn", None), ("", None),
    ],
)  # fmt: skip
def test_the_exercise_is_what_the_name_starts_with(name: str, exercise: str | None) -> None:
    assert exercise_in(name) == exercise


@pytest.mark.usefixtures("fake_questions")
@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("Copy of 1-1-your-turn", "1-1"), ("「1-1-your-turn」のコピー", "1-1"), ("My 1-2 final", "1-2"), ("演習1-2", "1-2"), ("hw1-1", "1-1"),
        ("1-1 or 1-2", None), ("my 1-10", None), ("11-1-2", None), ("of 2021-1-1", None), ("my 01-1-2026", None), ("v3.1-1", None), ("", None),
    ],
)  # fmt: skip
def test_the_one_exercise_that_a_name_holds_anywhere(name: str, exercise: str | None) -> None:
    assert within(name) == exercise


def test_the_file_is_asked_first_then_the_folder_then_the_notebook(a_class: Class) -> None:
    a_class.hand_in("ann/1-1.ipynb", [], lesson="9-9")
    a_class.hand_in("ben/1-1/anything.ipynb", [])
    a_class.hand_in("cat/1-1/1-2.ipynb", [])
    a_class.hand_in("dan/answers.ipynb", [], lesson="1-2")
    a_class.hand_in("eve/answers.ipynb", [], lesson="9-9")
    a_class.hand_in("fay/9-9/1-2.ipynb", [])
    assert [(one.file.learner, one.exercise, one.name) for one in found(a_class)] == [
        ("ann", "1-1", "1-1"), ("ben", "1-1", "1-1"), ("cat", "1-2", "1-2"), ("dan", "1-2", "1-2"), ("eve", None, "answers"),
        ("fay", "1-2", "1-2"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("place", "exercise"),
    [
        ("9-9-your-turn.ipynb", None), ("1-3-your-turn.ipynb", None), ("1-10.ipynb", None), ("9-9/anything.ipynb", None),
        ("1-1/9-9-your-turn.ipynb", None), ("Untitled.ipynb", "1-1"), ("1-tomorrow/Untitled.ipynb", "1-1"),
        ("2024-05-12.ipynb", "1-1"), ("12-05-2024 answers.ipynb", "1-1"), ("my 9-9.ipynb", "1-1"),
    ],
)  # fmt: skip
def test_metadata_decide_only_where_the_names_say_nothing(a_class: Class, place: str, exercise: str | None) -> None:
    a_class.hand_in(f"ann/{place}", RIGHT, lesson="1-1", kind="exercise")
    (hand_in,) = found(a_class)
    assert (hand_in.exercise, hand_in.problem is None) == (exercise, exercise is not None)


FIRST_CELL = 'from mlcurric import exercise\n\nex = exercise({exercise!r}, lang="ja")'


@pytest.mark.parametrize(
    ("place", "called", "exercise"),
    [
        ("Copy of 1-1-your-turn.ipynb", "1-1", "1-1"), ("「1-1-your-turn.ipynb」のコピー.ipynb", "", "1-1"), ("My 1-2 final.ipynb", "", "1-2"),
        ("Untitled.ipynb", "1-2", "1-2"), ("My 1-2 final.ipynb", "1-1", "1-1"), ("Untitled.ipynb", "9-9", None), ("Untitled.ipynb", "", None),
        ("9-9-your-turn.ipynb", "1-1", None),
    ],
)  # fmt: skip
def test_without_metadata_the_notebooks_own_call_says_it_then_what_the_name_holds(
    a_class: Class, place: str, called: str, exercise: str | None
) -> None:
    a_class.hand_in(f"ann/{place}", [FIRST_CELL.format(exercise=called), *RIGHT])
    (hand_in,) = found(a_class)
    assert (hand_in.exercise, hand_in.problem is None) == (exercise, exercise is not None)


@pytest.mark.parametrize("place", ["My 1-2 final.ipynb", "Untitled.ipynb"])
def test_of_a_notebook_that_is_cut_off_the_same_is_read(a_class: Class, place: str) -> None:
    a_class.write(f"ann/{place}", notebook([FIRST_CELL.format(exercise="1-2"), *RIGHT])[:-20])
    (hand_in,) = found(a_class)
    assert (hand_in.exercise, hand_in.name) == ("1-2", "1-2")
    assert "damaged" in hand_in.problem.seen.en


@pytest.mark.parametrize(("called", "lesson"), [("1-2", "1-2"), ("1-2", ""), ("", "1-2")])
def test_another_exercise_under_the_name_of_one_is_told_and_not_graded_as_it(
    a_class: Class, called: str, lesson: str
) -> None:
    about = {"lesson": lesson, "kind": "exercise"} if lesson else {}
    a_class.hand_in("ann/1-1.ipynb", [FIRST_CELL.format(exercise=called), *RIGHT], **about)
    a_class.hand_in("ben/1-1.ipynb", [FIRST_CELL.format(exercise=called), *RIGHT], **about)
    a_class.hand_in("ben/1-1-your-turn.ipynb", RIGHT)
    ann, ben, bens_other = found(a_class)
    assert (ann.exercise, ann.second) == ("1-1", False)
    assert ann.problem.seen.en == "“1-1.ipynb” was handed in as 1-1, but what is in it is 1-2; it was not graded."
    assert "中身は 1-2 の演習" in ann.problem.seen.ja
    assert "1-2" in ann.problem.next_step.ja
    # Beside it the right one counts, whatever the length of their names.
    assert (ben.file.place, ben.problem, bens_other.second) == ("1-1-your-turn.ipynb", None, True)


@pytest.mark.parametrize(("called", "lesson"), [("1-1", "1-2"), ("1-2", "1-1"), ("9-9", "9-9"), ("", "")])
def test_where_anything_in_a_notebook_agrees_with_its_name_the_name_holds(
    a_class: Class, called: str, lesson: str
) -> None:
    a_class.hand_in("ann/1-1.ipynb", [FIRST_CELL.format(exercise=called), *RIGHT], lesson=lesson, kind="exercise")
    (hand_in,) = found(a_class)
    assert (hand_in.exercise, hand_in.problem) == ("1-1", None)


def test_copies_of_one_notebook_are_no_second_try(a_class: Class) -> None:
    one, other = notebook(RIGHT), notebook([])
    for place in ("1-1.ipynb", "1-1-copy.ipynb", "1-1/1-1 (1).ipynb"):
        a_class.write(f"ann/{place}", one)
    for place in ("1-1-other.ipynb", "1-1-others.ipynb"):
        a_class.write(f"ann/{place}", other)
    first, second = found(a_class)
    assert (first.file.place, first.others) == ("1-1.ipynb", ("1-1-other.ipynb",))
    assert (second.file.place, second.second) == ("1-1-other.ipynb", True)


def test_strays_are_named_and_hidden_files_are_not(a_class: Class) -> None:
    for path in ("readme.txt", "ann/data.csv", "ann/1-1/deep/1-1.ipynb", "ben/.hidden.ipynb", "cat/start-here.ipynb"):
        a_class.write(path, "{}")
    a_class.hand_in("ann/1-1.ipynb", [])
    a_class.hand_in("ann/.ipynb_checkpoints/1-1.ipynb", [])
    files, strays = collect(a_class.submissions)
    assert [file.place for file in files] == ["1-1.ipynb"]
    assert [(stray.place, stray.why.en) for stray in strays] == [
        ("ann/1-1/deep", "too deep; the place is <learner>/<exercise>.ipynb"),
        ("ann/data.csv", "not a notebook (.ipynb)"),
        ("ben/", "no notebook in it"),
        ("cat/start-here.ipynb", "nothing in it is graded"),
        ("cat/", "no notebook in it"),
        ("readme.txt", "not in a learner's folder"),
    ]


def test_a_learner_whose_name_starts_with_a_dot_is_told(a_class: Class) -> None:
    a_class.hand_in(".net/1-1.ipynb", [])
    for ours in (".earlier/ann", ".ipynb_checkpoints"):
        a_class.hand_in(f"{ours}/1-1.ipynb", [])
    a_class.write(".git/config", "")
    files, strays = collect(a_class.submissions)
    assert not files
    assert [(stray.place, "rename it" in stray.why.en) for stray in strays] == [(".net/", True)]


def test_whose_file_does_not_say_its_language_is_answered_in_that_of_their_other_files(a_class: Class) -> None:
    a_class.hand_in("ken/1-2.ipynb", [], lang="ja")
    a_class.write("ken/1-1.ipynb", "")
    a_class.write("ann/1-1.ipynb", "")
    assert [(one.file.learner, one.lang) for one in found(a_class)] == [("ann", "en"), ("ken", "ja"), ("ken", "ja")]


def test_of_all_that_a_learner_hands_in_for_one_exercise_only_what_is_run_is_held(a_class: Class) -> None:
    for name in ("1-1 (2)", "1-1", "1-1 (3)"):
        a_class.hand_in(f"ann/{name}.ipynb", RIGHT)
    held = {one.file.place: bool(one.notebook and one.notebook.cells) for one in found(a_class)}
    assert held == {"1-1.ipynb": True, "1-1 (2).ipynb": False, "1-1 (3).ipynb": False}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_links_and_pipes_are_strays(a_class: Class) -> None:
    a_class.hand_in("ann/1-1.ipynb", [])
    (a_class.submissions / "ben").symlink_to(a_class.submissions / "ann")
    (a_class.submissions / "ann" / "1-2.ipynb").symlink_to(a_class.submissions / "ann" / "1-1.ipynb")
    os.mkfifo(a_class.submissions / "ann" / "1-2-pipe.ipynb")
    files, strays = collect(a_class.submissions)
    assert [file.place for file in files] == ["1-1.ipynb"]
    assert {stray.place: stray.why.en for stray in strays} == dict.fromkeys(
        ("ann/1-2-pipe.ipynb", "ann/1-2.ipynb", "ben"), "a link or a special file"
    )


def test_of_two_the_shortest_name_counts_and_both_are_told(a_class: Class) -> None:
    a_class.hand_in("ann/1-1-your-turn (2).ipynb", RIGHT)
    a_class.hand_in("ann/1-1-your-turn.ipynb", [])
    first, second = found(a_class)
    assert (first.file.place, first.problem, first.others) == (
        "1-1-your-turn.ipynb",
        None,
        ("1-1-your-turn (2).ipynb",),
    )
    assert second.second
    assert "“1-1-your-turn.ipynb” was graded, “1-1-your-turn (2).ipynb” was not" in second.problem.seen.en


def test_of_two_the_readable_one_counts(a_class: Class) -> None:
    a_class.write("ann/1-1.ipynb", "{")
    a_class.hand_in("ann/1-1-your-turn.ipynb", [])
    assert [one.file.place for one in found(a_class) if not one.second] == ["1-1-your-turn.ipynb"]


def test_the_lesson_is_not_its_exercise_but_no_second_try_either(a_class: Class) -> None:
    a_class.hand_in("ann/1-1-what-a-machine-learns.ipynb", [])
    a_class.hand_in("ben/1-tomorrow/1-1-what-a-machine-learns.ipynb", [])
    a_class.hand_in("ben/1-tomorrow/1-1-your-turn.ipynb", [])
    ann, ben = found(a_class)
    assert "is the lesson" in ann.problem.seen.en
    assert "1-1-your-turn.ipynb" in ann.problem.next_step.en
    assert (ben.file.place, ben.problem, ben.others) == ("1-tomorrow/1-1-your-turn.ipynb", None, ())


def test_metadata_know_better_than_names_what_is_a_lesson(a_class: Class) -> None:
    a_class.hand_in("ann/1-1.ipynb", [], lesson="1-1", kind="lesson")
    a_class.hand_in("ben/1-1-what-a-machine-learns.ipynb", [], lesson="1-1", kind="exercise")
    ann, ben = found(a_class)
    assert "is the lesson" in ann.problem.seen.en
    assert ben.problem is None


NFC, NFD = (unicodedata.normalize(form, "がく") for form in ("NFC", "NFD"))


def test_names_are_shown_composed_and_without_control_characters() -> None:
    assert display(NFD) == NFC
    assert display("a\x1b[31m\n\u202e") == "a�[31m��"
    assert display("山田　花子👩‍💻") == "山田　花子👩‍💻"


def test_a_name_stays_readable_and_stays_the_same_whoever_else_is_in_the_class() -> None:
    for name, begins in {
        "Ann Lee": "Ann_Lee-",
        "山田　花子": "山田_花子-",
        "s123@uni.example": "s123_uni_example-",
        NFD: f"{NFC}-",
    }.items():
        assert safe_name(name).startswith(begins)


@pytest.mark.parametrize(
    "name", ["..", ".", "con", "NUL.txt", "a:b", "x\n", "dot.", "-rf", "~" * 100, "a\udcff", "\u202e"]
)
def test_an_unsafe_name_gets_a_safe_form_of_its_own(name: str) -> None:
    safe = safe_name(name)
    assert safe != name
    assert safe.replace("-", "").replace("_", "").isalnum()
    assert len(safe) < 60


def test_names_that_some_system_takes_for_one_are_kept_apart() -> None:
    names = [NFC, NFD, "Ann", "ann", "bob"]
    assert len({safe_name(one).casefold() for one in names}) == 5
    assert shown_names(names) == {NFC: safe_name(NFC), NFD: safe_name(NFD), "Ann": "Ann", "ann": "ann", "bob": "bob"}
    # A page shows no blank at the end, and of two one.
    twins = ["Ann Lee", "Ann Lee ", "Ann  Lee"]
    assert shown_names([*twins, "bob"]) == {**{name: safe_name(name) for name in twins}, "bob": "bob"}
