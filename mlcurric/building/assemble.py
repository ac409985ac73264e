"""Puts a page together: the slots of a source become the cells of one notebook in one language, not run yet."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from mlcurric.building import nbgrader
from mlcurric.building.answers import check_cell, marks_cell, template
from mlcurric.building.bilingual import resolve
from mlcurric.building.notes import framed
from mlcurric.building.problems import Findings, Place
from mlcurric.building.prose import Placeholder, numbers_cell, placeholders, with_lists
from mlcurric.building.source import NOTE, SHARED, Code, Location, Prose, Source
from mlcurric.building.twins import headings
from mlcurric.curriculum import PROSE_NUMBERS
from mlcurric.question.question import Question
from mlcurric.questions import QuestionSet

GO_ON = "raises-exception"
"""Jupyter's tag for a cell that may fail: a slip in one answer must not stop “Run all” before the next."""
LANGUAGE_INFO = {"name": "python"}
"""What a kernel says of itself, less the versions."""
KINDS = {"lesson": ("lesson",), "exercise": ("exercise", "solved")}
"""The notebooks that a source of each kind is built into."""
EDITED = {"lesson": "lesson", "exercise": "solved"}
"""The notebook that the facilitator's edition of a source adds its notes to."""
LONGEST_LINE = 88
_FOLDERS = {"lesson": Path("notebooks"), "exercise": Path("exercises"), "solved": Path("exercises", "solved")}
_EDITION = "facilitator"


@dataclass
class Page:
    """One notebook to be built.

    Attributes:
        path: where it stands, seen from the root.
        kind: ``"lesson"``, ``"exercise"`` (as the learner finds it) or ``"solved"`` (with the model answers).
        notebook: its cells; the prose still holds its placeholders.
        places: where in the source each cell comes from, by the cell's id.
        outputs_from: the notebook that holds its outputs; another one for the facilitator's edition, which is not run.
    """

    path: Path
    source: Source
    questions: QuestionSet | None
    kind: str
    lang: str
    notebook: NotebookNode
    outputs_from: Path
    places: dict[str, Place] = field(default_factory=dict)

    @property
    def is_edition(self) -> bool:
        """Whether it is the facilitator's edition: the cells of a learner's page, and the notes between them."""
        return self.outputs_from != self.path

    @property
    def lesson(self) -> str:
        return self.source.location.lesson

    def place(self, cell: NotebookNode) -> Place:
        """Where a cell comes from; a cell that the build made itself is named by its path."""
        return self.places.get(cell.id, Place(self.path, f"cell “{cell.metadata.get('tags', ['?'])[-1]}”"))


def built_path(location: Location, kind: str, lang: str) -> Path:
    """Where a page stands, seen from the root."""
    return _FOLDERS[kind] / lang / location.built


def edition_path(location: Location, lang: str) -> Path:
    """Where the facilitator's edition of a page stands, seen from the root."""
    return Path(_EDITION, lang) / location.built


def assemble(
    source: Source, questions: QuestionSet | None, kind: str, lang: str, findings: Findings, edition: bool = False
) -> Page:
    """The page of a source in one language; what cannot be resolved goes to ``findings``.

    Args:
        edition: with the facilitator's notes. The other cells keep their ids, by which they find their outputs.
    """
    notebook = new_notebook(
        metadata={
            "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
            "language_info": dict(LANGUAGE_INFO),
            "mlcurric": {"lesson": source.location.lesson, "kind": _EDITION if edition else kind, "lang": lang},
        }
    )
    executed = built_path(source.location, kind, lang)
    path = edition_path(source.location, lang) if edition else executed
    page = Page(path, source, questions, kind, lang, notebook, outputs_from=executed)
    wanted: list[Placeholder] = []
    # What stands before the first cell that a learner edits is the same in every hand-in.
    begins = kind == "exercise"
    for slot, name in _named(source.slots):
        begins = begins and not (isinstance(slot, Code) and slot.editable)
        with findings.collecting():
            if isinstance(slot, Prose):
                text = with_lists(slot.texts[lang], questions, lang, slot.places[lang])
                # A note's numbers are printed by the page that runs, because the edition does not.
                if not slot.note or kind == EDITED[source.location.kind]:
                    wanted += placeholders(text, slot.places[lang])
                if not slot.note:
                    _add(page, new_markdown_cell(text), name, slot.places[lang])
                elif edition:
                    note = new_markdown_cell(framed(text, lang), metadata={"tags": [NOTE]})
                    _add(page, note, name, slot.places[lang])
            elif question := questions and slot.question and questions.find(slot.question):
                _add_answer(page, slot, question)
            else:
                tags = [*slot.tags, *([SHARED] if begins else ()), *([GO_ON] if slot.editable else ())]
                metadata = {"tags": tags} if tags else {}
                if slot.jupyter:
                    metadata["jupyter"] = dict(slot.jupyter)
                if kind == "exercise" and not slot.editable:
                    metadata["nbgrader"] = nbgrader.read_only_metadata(page.lesson, name)
                _add(page, new_code_cell(resolve(slot.code, lang, slot.place), metadata=metadata), name, slot.place)
    if wanted:
        metadata = {"tags": [PROSE_NUMBERS], "jupyter": {"source_hidden": True, "outputs_hidden": True}}
        if kind == "exercise":
            metadata["nbgrader"] = nbgrader.read_only_metadata(page.lesson, PROSE_NUMBERS)
        _add(page, new_code_cell(numbers_cell(wanted), metadata=metadata), PROSE_NUMBERS, None)
    return page


def check_widths(page: Page, findings: Findings) -> None:
    """Find the lines of code that a learner would have to scroll for."""
    for cell in page.notebook.cells:
        if cell.cell_type == "code" and PROSE_NUMBERS not in cell.metadata.get("tags", ()):
            for line in cell.source.splitlines():
                if len(line) > LONGEST_LINE:
                    findings.errors.append(
                        page.place(cell).error(
                            f"The line “{line.strip()[:40]}…” has {len(line)} characters.",
                            f"Keep it within {LONGEST_LINE}.",
                        )
                    )


def _add(page: Page, cell: NotebookNode, slot: str, place: Place | None) -> None:
    # A hash of where it belongs: other cells come and go, and this one keeps its id.
    cell.id = hashlib.sha256(f"{page.lesson} {page.kind} {slot}".encode()).hexdigest()[:12]
    page.notebook.cells.append(cell)
    if place:
        page.places[cell.id] = place


def _add_answer(page: Page, slot: Code, question: Question) -> None:
    """The answer cell, the cell that checks it, and for a graded text the one in which learners mark themselves."""
    graded = page.kind != "lesson"
    code = resolve(slot.code, page.lang, slot.place) if page.kind == "solved" else template(question, page.lang)
    tags = [*slot.tags, "answer"] + ([] if page.kind == "solved" else [GO_ON])
    answer = new_code_cell(code, metadata={"tags": tags, "mlcurric": {"question": question.name}})
    check = new_code_cell(check_cell(question, graded, page.lang), metadata={"tags": ["check"]})
    if page.kind == "exercise":
        answer.metadata["nbgrader"] = nbgrader.answer_metadata(page.lesson, question)
        check.metadata["nbgrader"] = nbgrader.check_metadata(page.lesson, question)
    _add(page, answer, question.name, slot.place)
    _add(page, check, f"{question.name}-check", slot.place)
    if graded and question.kind == "T":
        marks = new_code_cell(marks_cell(question, page.lang), metadata={"tags": ["marks"]})
        _add(page, marks, f"{question.name}-marks", slot.place)


def _named(slots: tuple[Prose | Code, ...]) -> Iterator[tuple[Prose | Code, str]]:
    """Each slot with a name that stays when cells are added elsewhere: the heading above it and a number."""
    section = "top"
    numbers: Counter[str] = Counter()
    for slot in slots:
        if isinstance(slot, Prose) and slot.note:
            # Counted apart: a new note must not rename the learner's cells below it.
            numbers[f"{section}-note"] += 1
            yield slot, f"{section}-note-{numbers[f'{section}-note']}"
            continue
        if isinstance(slot, Prose) and (found := headings(slot.texts["en"])):
            section = re.sub(r"[^a-z0-9]+", "-", found[-1][1].lower()).strip("-") or "section"
        numbers[section] += 1
        yield slot, f"{section}-{numbers[section]}"
