"""An answer that nobody has begun: what is said of it names what stands in its cell."""

import pytest

from mlcurric.question.question import judge
from mlcurric.question.verdict import Status
from mlcurric.questions.lesson_3_1 import mended_board
from mlcurric.questions.lesson_3_4 import raci_table, whose_gap
from mlcurric.questions.lesson_3_4.raci_table import GIVEN


@pytest.mark.parametrize(
    ("question", "value", "ja"),
    [
        (raci_table, dict(GIVEN), "raci_table は、まだ配られたときのままです。直したいところを書きかえて"),
        (mended_board, "\n", "mended_board はまだ空です。三重引用符の間に書いて"),
        (
            whose_gap,
            dict.fromkeys(whose_gap.form.fields, ...),
            "whose_gap は「...」のままです。「...」を答えに置きかえて",
        ),
    ],
)
def test_an_untouched_answer_is_not_attempted_and_told_by_what_stands_there(question, value, ja):
    verdict = judge(question, value)
    assert verdict.status is Status.NOT_ATTEMPTED
    assert ja in f"{verdict.seen.ja}{verdict.next_step.ja}"
    assert ("..." in verdict.seen.en) is ("..." in question.form.template())


def test_a_table_in_which_one_row_was_changed_is_judged():
    assert judge(raci_table, {**GIVEN, "count_use": "A I - - R I"}).status is Status.FAILED
