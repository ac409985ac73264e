"""What a learner may be told of a hand-in that was graded on customers whom nobody may see.

Nothing computed in the keyed run comes back, or a free text would carry its customers out and the next attempt win with
them: what is told comes from the answers that the hand-in spells out, from a run on the practice data, or is the same for
everybody.

That run comes after the keyed one, on the same machine, and machines remember: the plain ways to leave a number behind are
refused (``sandbox.filter``), counters of the kernel and times are not. What gets through by those is worth nothing: the pages
come out when a round is over, and the next round draws other customers (``worlds.key_of_round``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mlcurric.grading.judging.judge import Graded
from mlcurric.question.plain import dumps
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import LABELS, Status, Verdict, not_attempted
from mlcurric.text import T

RIGHT_ON_NEW = T(
    "Right, on customers that your notebook had never seen.",
    "正解です。はじめて見る顧客のデータでも、正しい答えになりました。",
)
RIGHT_ON_OTHERS = T(
    "Right, also for input that nobody had seen.", "正解です。はじめての入力に対しても、正しい答えを返しました。"
)
RIGHT = T("Right.", "正解です。")
ONLY_ON_PRACTICE = T(
    "Right on the practice data, but not on new customers: graded hand-ins run on other customers than yours.",
    "練習用のデータでは正解ですが、別の顧客のデータでは正解になりませんでした(採点では、手元と別の顧客のデータで動かします)。",
)
TYPED_IN = Misconception(
    "only_on_practice_data",
    None,
    T(
        "Right on the practice data, but not on new customers: the answer was typed in, or holds for those customers alone.",
        "練習用のデータでは正解でも、別の顧客のデータでは正解になりません。値を書き写したか、手元の顧客でしか成り立たない答えです。",
    ),
)
"""What a key finds out about an answer to any question, as an instructor reads it."""
COMPUTE_IT = T(
    "Let the cell compute the answer from the tables, instead of typing in what came out of them.",
    "出てきた値を書き写すのではなく、表から計算する式をセルに書きましょう。",
)
NOTHING_THERE = not_attempted(
    T("Not answered on new customers.", "別の顧客のデータでは、答えが入りませんでした。"),
    T("Let the cell give an answer whatever the customers are.", "どんな顧客のデータでも答えが入るようにしましょう。"),
)
ONLY_ON_PRACTICE_RAN = T(
    "While it was graded, on other customers than yours, the notebook stopped before this answer.",
    "採点では手元と別の顧客のデータで動かします。そのとき、この答えが決まる前にノートブックが止まりました。",
)
RIGHT_WHERE_IT_RAN = T(
    "Right on the practice data, but while it was graded, on other customers than yours, the notebook stopped before this answer.",
    "練習用のデータでは正解ですが、採点では手元と別の顧客のデータで動かします。そのとき、この答えが決まる前にノートブックが止まりました。",
)
COMPUTE_LESS = T(
    "Look for what takes long, needs much memory, or holds for your own customers only.",
    "時間やメモリーのかかる処理や、手元の顧客でしか成り立たない処理がないか、見直しましょう。",
)
RECEIVED = T("Received.", "受け取りました。")


def needs_practice(questions: Mapping[str, Question], graded: tuple[Graded, ...], spelled: Mapping[str, Any]) -> bool:
    """Whether there is something to tell that only a run on the practice data can say."""
    return any(not _is_told_without(questions[one.name], one, spelled) for one in graded)


def told(
    questions: Mapping[str, Question],
    graded: tuple[Graded, ...],
    practice: tuple[Graded, ...] | None,
    spelled: Mapping[str, Any],
) -> tuple[Graded, ...]:
    """How each question stands, in words that give nothing of the keyed run away.

    Args:
        questions: those of the exercise, by name.
        graded: how they stand after the keyed run; points and status are these.
        practice: how they stand after a run on the practice data, where there was one.
        spelled: the answers that the hand-in spells out.
    """
    by_name = {one.name: one for one in practice or ()}
    return tuple(_told(questions[one.name], one, by_name.get(one.name), spelled) for one in graded)


def _is_told_without(question: Question, one: Graded, spelled: Mapping[str, Any]) -> bool:
    if one.verdict.status is Status.NOT_ATTEMPTED or question.data != "keyed":
        return _is_spelled_out(one, spelled)
    return one.verdict.share == 1


def _is_spelled_out(one: Graded, spelled: Mapping[str, Any]) -> bool:
    """Whether what was judged is what the hand-in spells out, and not something that was computed in its place.

    Of a cell that stopped, the error speaks, and that may say anything.
    """
    is_judged = one.answered or one.verdict.status is Status.NOT_ATTEMPTED
    return is_judged and one.name in spelled and dumps(one.answer) == dumps(spelled[one.name])


def _told(question: Question, one: Graded, practice: Graded | None, spelled: Mapping[str, Any]) -> Graded:
    if one.verdict.status is Status.NOT_ATTEMPTED:
        # Which of an answer's fields are left open can be made to hang on the customers.
        safe = one if _is_spelled_out(one, spelled) else practice
        said = safe.verdict if safe and safe.verdict.status is Status.NOT_ATTEMPTED else NOTHING_THERE
        return replace(one, verdict=said, answered=False, answer=None, line="")
    shown = _shown(one, practice, spelled)
    if question.data != "keyed" and _is_spelled_out(one, spelled):
        return replace(shown, verdict=one.verdict)
    if one.verdict.share == 1:
        keyed = RIGHT_ON_OTHERS if question.kind == "F" else RIGHT_ON_NEW
        right = keyed if question.data == "keyed" else RIGHT
        return replace(shown, verdict=Verdict(Status.PASSED, right, share=1.0), label=LABELS[Status.PASSED])
    if one.ours:
        # It says that our check failed, and nothing of the answer, which is judged again on other customers.
        return replace(shown, verdict=one.verdict)
    if practice is None:
        return replace(shown, verdict=replace(one.verdict, seen=RECEIVED, expected=None, next_step=None, way=None))
    if one.verdict.status is Status.ERROR and practice.verdict.status is not Status.ERROR:
        seen = RIGHT_WHERE_IT_RAN if practice.verdict.share == 1 else ONLY_ON_PRACTICE_RAN
        # Where the notebook as a whole stopped, nobody knows what its later cells would have come to.
        way = ONLY_ON_PRACTICE_RAN if one.verdict.way else None
        return replace(shown, verdict=Verdict(Status.ERROR, seen, next_step=COMPUTE_LESS, way=way))
    # A decision earns another share in every world; only what earns nothing at all was made for one.
    if practice.verdict.share > one.verdict.share and (question.kind != "D" or not one.verdict.share):
        verdict = Verdict(
            one.verdict.status, ONLY_ON_PRACTICE, next_step=COMPUTE_IT, share=one.verdict.share,
            misconception=TYPED_IN.id,
        )  # fmt: skip
        return replace(shown, verdict=verdict, label=LABELS[verdict.status])
    said = practice.verdict
    return replace(practice, verdict=replace(said, status=one.verdict.status, share=one.verdict.share), label=one.label)


def _shown(one: Graded, practice: Graded | None, spelled: Mapping[str, Any]) -> Graded:
    """The same with an answer that may be shown."""
    if one.name in spelled and (practice is None or _is_spelled_out(one, spelled)):
        return replace(one, answered=True, answer=spelled[one.name], line="")
    if practice is not None:
        return replace(one, answered=practice.answered, answer=practice.answer, line=practice.line)
    return replace(one, answered=False, answer=None, line="")
