"""Answer cells: which stand in a source, what a learner sees in their place, and how they are checked."""

from __future__ import annotations

from mlcurric.building.problems import Findings, Place
from mlcurric.building.source import Code, Source
from mlcurric.notebook.names import assigned
from mlcurric.notebook.solutions import BEGIN, END
from mlcurric.question.question import Question
from mlcurric.question.rubric import RUBRIC, TOP_MARK
from mlcurric.questions import QuestionSet, UnknownExercise, question_set
from mlcurric.text import T, speaking

_ASK = T("to ask, delete the first # and run", "行頭の # を消して実行すると見られます")


def questions_of(lesson: str) -> QuestionSet | None:
    """The questions of a lesson, or ``None`` where it has none."""
    try:
        return question_set(lesson)
    except UnknownExercise:
        return None


def check_answers(source: Source, questions: QuestionSet | None, findings: Findings) -> None:
    """Every question has its one answer cell, in the order of the questions, and no other cell answers it."""
    in_exercise = source.location.kind == "exercise"
    wanted = (questions.graded if in_exercise else questions.quick) if questions else ()
    names = [question.name for question in wanted]
    seen: list[str] = []
    for slot in source.code:
        with findings.collecting():
            if slot.question is None:
                _check_other_cell(slot, questions)
                continue
            if slot.question not in names:
                raise slot.place.error(
                    f"This {source.location.kind} has no question “{slot.question}”.",
                    f"It has {', '.join(names) or 'none'}; mend the name, or add the question in mlcurric/questions/.",
                )
            if slot.question in seen:
                raise slot.place.error(f"A second cell answers “{slot.question}”.", "Delete one of them.")
            seen.append(slot.question)
            # A quick check in a lesson is never shown solved, so its cell may be empty.
            if in_exercise or slot.code.strip():
                _check_model_answer(slot)
    for name in names:
        if name not in seen:
            findings.errors.append(
                source.place.error(f"No cell answers “{name}”.", f"Add a code cell with “:question: {name}”.")
            )
    in_order = [name for name in names if name in seen]
    if seen != in_order and sorted(seen) == sorted(in_order):
        findings.errors.append(
            source.place.error("The answers are out of order.", f"The questions go {', '.join(in_order)}.")
        )


def _check_other_cell(slot: Code, questions: QuestionSet | None) -> None:
    if BEGIN in slot.code or END in slot.code:
        raise slot.place.error(
            "A model answer stands in a cell that answers no question.", "Add “:question: name” to the cell."
        )
    taken = {question.name for question in questions.all} if questions else set()
    for name in sorted(assigned(slot.code) & taken):
        raise slot.place.error(
            f"“{name}” is a question's name, and this cell assigns it.", "Give the variable another name."
        )


def _check_model_answer(slot: Code) -> None:
    lines = slot.code.strip().splitlines() or [""]
    if lines[0].strip() != BEGIN or lines[-1].strip() != END or slot.code.count("SOLUTION") != 2:
        raise slot.place.error(
            "The model answer is not the whole cell.", f"Begin it with “{BEGIN}” and end it with “{END}”."
        )
    if slot.question not in assigned(slot.code):
        raise slot.place.error(
            f"The model answer does not assign “{slot.question}”.", f"Write “{slot.question} = …” in it."
        )


def template(question: Question, lang: str) -> str:
    """The answer cell as a learner finds it."""
    with speaking(lang):
        code, note = question.form.template(), str(question.form.note())
    if question.kind == "F":
        # A function says its own name.
        return f"# {note}\n{code}"
    return f"{question.name} = {code}  # {note}" if "\n" not in code else f"# {note}\n{question.name} = {code}"


def check_cell(question: Question, graded: bool, lang: str) -> str:
    """The cell below an answer: its check, and how to ask for more."""
    asks = ("hint", "solution") if graded else ("hint",)
    width = max(len(ask) for ask in asks)
    lines = [f'ex.check("{question.name}")']
    for ask in asks:
        gap = " " * (width - len(ask))
        # Without a space before “ex”: whoever deletes the # would leave it, and Python reads no line that begins with one.
        lines.append(f'#ex.{ask}("{question.name}"){gap}  # {getattr(_ASK, lang)}')
    return "\n".join(lines)


def marks_cell(question: Question, lang: str) -> str:
    """For a text: the cell in which learners mark themselves."""
    width = max(len(line.name) for line in RUBRIC)
    scale = getattr(T("0 to {top} each", "それぞれ0〜{top}点").format(top=TOP_MARK), lang)
    lines = [f"    {line.name:<{width}} = ... ,  # {getattr(line.asks, lang)}" for line in RUBRIC]
    return "\n".join([f"ex.mark_myself(  # {scale}", f'    "{question.name}",', *lines, ")"])


def first_place(source: Source, question: str) -> Place:
    """Where a question's answer cell stands."""
    return next((slot.place for slot in source.code if slot.question == question), source.place)
