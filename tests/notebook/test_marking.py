"""mlcurric.notebook.marking: what a text is compared with, and the marks that learners give themselves."""

import pytest

from mlcurric.notebook.progress import Progress

OPEN = 'from mlcurric import exercise\nex = exercise("1-1", lang="en")'


@pytest.fixture
def opened(desk, notebook):
    notebook.run(OPEN)
    return notebook


def test_after_an_attempt_a_text_shows_rubric_weak_and_strong_answer(opened):
    shown = opened.run(
        'why_learn = "Ken, of 100 on your list 66 to 92 left, so call them first."\nex.check("why_learn")'
    )
    for part in ("Names the person", "A weak answer", "AI is the future", "Model answer", "Aya, every Monday"):
        assert part in shown


def test_self_marks_are_kept_apart_from_grades(opened, desk):
    assert "Marks still open: limit" in opened.run(
        'ex.mark_myself("why_learn", person=2, number=1, limit=..., plain=3)'
    )
    assert "0, 1, 2 or 3" in opened.run('ex.mark_myself("why_learn", person=2, number=1, limit=9, plain=3)')
    assert "0, 1, 2 or 3" in opened.run('ex.mark_myself("why_learn", person=2, number=1, limit=True, plain=3)')
    assert "7 of 12" in opened.run('ex.mark_myself("why_learn", person=2, number=1, limit=1, plain=3)')
    assert "7 of 12" in opened.run('ex.mark_myself("why_learn", person="２", number="1", limit=1, plain=3)')
    assert Progress.of(desk).done() == set()


def test_only_texts_are_marked_by_oneself(opened):
    assert "checked by the machine" in opened.run('ex.mark_myself("rule_hits", person=1)')
