"""The gradebook holds whatever a hand-in may bring, and every change is whole."""

from __future__ import annotations

import math
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from grading.class_of import TEXT, current, fill, handed_in, run

from mlcurric.grading.gradebook.mark_table import WHOLE, Given
from mlcurric.grading.gradebook.store import FILE_NAME, NoGradebook, opened
from mlcurric.grading.judging.judge import Graded
from mlcurric.grading.submission import StoppedCell
from mlcurric.question.plain import Opaque
from mlcurric.question.verdict import Status, passed
from mlcurric.text import T

ODD = [2**63 - 1, -(2**63) + 1, float("nan"), float("inf"), 1e-320, True, None, ..., "\x00\x1b", "é", "=1+1", [[[[1]]]], {"$": "x"}, Opaque("int")]  # fmt: skip


@pytest.fixture
def out(tmp_path: Path, fake_questions: None) -> Path:
    return tmp_path / "out"


@pytest.mark.parametrize("answer", ODD, ids=repr)
def test_an_answer_comes_back_as_it_was(out: Path, answer: Any) -> None:
    graded = Graded("hits", 2, passed(T("a", "b")), T("a", "b"), answered=True, answer=answer)
    fill(out, handed_in("ann", graded=(graded,)))
    (kept,) = current(out)["ann", "1-1"].graded
    assert repr(kept) == repr(graded)


@pytest.mark.parametrize(
    "answer", [2**70, -(10**400), "\ud800 half", ["\udfff"]], ids=["2**70", "-10**400", "half", "list"]
)
def test_an_answer_that_no_table_holds_breaks_nothing(out: Path, answer: Any) -> None:
    fill(out, handed_in("ann", answers={"hits": answer, "pitch": answer}), handed_in("bob", answers={"hits": 7041}))
    found = current(out)
    assert found["bob", "1-1"].graded[0].verdict.status is Status.PASSED
    assert found["ann", "1-1"].graded[0].verdict.status is Status.FAILED


def test_names_and_lines_that_no_table_holds_break_nothing(out: Path) -> None:
    odd = "\ud800\x00<b>\u202e"
    one = handed_in("\udcff\udcfe", odd, graded=(), file=odd, modified=odd, others=(odd,),
                    stopped=(StoppedCell(T(odd, odd), odd),))  # fmt: skip
    fill(out, one, one)
    with opened(out / FILE_NAME) as gradebook:
        assert gradebook.latest("\udcff\udcfe", odd) is not None
        (kept,) = gradebook.current()
    assert kept.learner == "\udcff\udcfe"
    safe = "��<b>�"
    assert kept.stopped == (StoppedCell(T(safe, safe), safe),)
    assert "\ud800" not in kept.name + kept.file + kept.modified


@pytest.mark.parametrize("share", [math.nan, math.inf, -1.0, 7.5])
def test_a_share_that_is_none_is_told_as_our_fault(out: Path, share: float) -> None:
    verdict = replace(passed(T("a", "b")), share=share)
    fill(out, handed_in("ann", graded=(Graded("hits", 2, verdict, T("a", "b")),)), handed_in("bob"))
    (kept,) = current(out)["ann", "1-1"].graded
    assert kept.verdict.status is Status.ERROR
    assert kept.points == 0
    assert "grading itself failed" in kept.verdict.seen.en
    assert kept.ours


def test_marks_are_taken_all_or_none(out: Path) -> None:
    fill(out, handed_in("ann", answers={"pitch": TEXT.format(name="them")}))
    with opened(out / FILE_NAME) as gradebook:
        (text,) = gradebook.texts()
        stranger = replace(text, learner="nobody")
        with pytest.raises(KeyError):
            gradebook.mark({text.place("person"): Given(2), stranger.place("person"): Given(3)})
        assert gradebook.marks() == {}
        gradebook.mark({text.place("person"): Given(2), text.place(WHOLE): Given(None, "Good.")})
        gradebook.mark({text.place("person"): Given(1)})
        assert gradebook.marks() == {text.place(WHOLE): Given(None, "Good."), text.place("person"): Given(1)}
    with closing(sqlite3.connect(out / FILE_NAME)) as base:
        told = [row[0] for row in base.execute("select details from history where what = 'marked' order by id")]
    assert len(told) == 3
    assert '"after": [1, ""]' in told[2]
    assert '"before": [2.0, ""]' in told[2]


def test_equal_texts_of_two_learners_are_marked_apart(out: Path) -> None:
    answers = {"pitch": TEXT.format(name="them")}
    fill(out, handed_in("ann", answers=answers), handed_in("bob", answers=answers), handed_in("ann", "1-2", answers))
    with opened(out / FILE_NAME) as gradebook:
        texts = gradebook.texts()
        assert [(one.learner, one.exercise) for one in texts] == [("ann", "1-1"), ("ann", "1-2"), ("bob", "1-1")]
        gradebook.mark({texts[0].place("person"): Given(3)})
    found = current(out)
    assert [sorted(one.marks) for one in found.values()] == [["pitch"], [], []]


def test_blanks_around_a_text_make_no_other_text(out: Path) -> None:
    fill(
        out,
        handed_in("ann", answers={"pitch": "Of 200, 40 leave."}),
        handed_in("ann", answers={"pitch": "\nOf 200, 40 leave. \n"}, attempt=2),
    )
    with opened(out / FILE_NAME) as gradebook:
        (text,) = gradebook.texts()
    assert text.newest


def test_a_damaged_gradebook_is_told_and_not_made_worse(out: Path) -> None:
    fill(out, *(handed_in(f"l{n}", answers={"hits": 7041}) for n in range(50)))
    path = out / FILE_NAME
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"x" * (len(whole) - 4096))
    before = path.read_bytes()
    for asked in (("gradebook", out), ("marks", "export", out / "m.csv", "--gradebook", out)):
        assert "Put" in run(*asked, code=2)
    assert path.read_bytes() == before
    assert not (out / "m.csv").exists()
    assert not (out / "gradebook.html").exists()


def _add_where_there_is_no_room(path: Path) -> None:
    with opened(path) as gradebook:
        pages = gradebook._base.execute("pragma page_count").fetchone()[0]
        gradebook._base.execute(f"pragma max_page_count = {pages}")
        gradebook.add(handed_in("ben", answers={"pitch": "x" * 200_000}))


def test_on_a_full_disk_it_says_so_and_what_was_graded_is_kept(out: Path) -> None:
    fill(out, handed_in("ann"))
    with pytest.raises(NoGradebook, match="is full") as raised:
        _add_where_there_is_no_room(out / FILE_NAME)
    assert "空きを作って" in raised.value.why.ja
    with opened(out / FILE_NAME) as gradebook:
        gradebook.add(handed_in("cat"))
    assert {learner for learner, _ in current(out)} == {"ann", "cat"}
