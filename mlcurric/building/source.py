"""Reads a source: MyST Markdown into slots, each a text in both languages or a piece of code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jupytext.myst import MystMetadataParsingError, myst_to_notebook

from mlcurric.building.problems import Findings, Place
from mlcurric.curriculum import START_HERE, START_TITLE, exercise_path, lesson_path, lessons
from mlcurric.text import T

TAGS = ("change", "read-only")
"""The tags that an author gives a cell of code; those that begin with ``nbval-`` are passed on too."""
SHARED = "shared"
"""The tag of the cells with which every hand-in of an exercise begins; the build gives it. Grading runs them once for many."""
NOTE = "facilitator"
"""The tag of a text for the facilitator: both twins carry it, and no learner's page shows it."""
_OPTIONS = ("tags", "question", "jupyter")


@dataclass(frozen=True)
class Location:
    """Where a source stands and what it is; the curriculum decides both.

    Attributes:
        path: the source, seen from the root.
        lesson: the lesson's id, or ``"start-here"``.
        kind: ``"lesson"`` or ``"exercise"``.
        built: where the built notebook stands below ``<language>/``.
    """

    path: Path
    lesson: str
    kind: str
    title: T
    built: Path


@dataclass(frozen=True)
class Prose:
    """A text in both languages.

    Attributes:
        note: whether it is for the facilitator and not for the learners.
    """

    texts: dict[str, str]
    places: dict[str, Place]
    note: bool = False


@dataclass(frozen=True)
class Code:
    """A piece of code, shared by the languages."""

    code: str
    place: Place
    tags: tuple[str, ...] = ()
    question: str | None = None
    jupyter: dict[str, Any] | None = None

    @property
    def editable(self) -> bool:
        """Whether the learner is asked to change it."""
        return self.question is not None or "change" in self.tags


@dataclass(frozen=True)
class Source:
    """One source, read.

    Attributes:
        cited: the numbers that prose may type, because they come from a source and not from the notebook.
    """

    location: Location
    slots: tuple[Prose | Code, ...]
    cited: tuple[str, ...]

    @property
    def place(self) -> Place:
        """The file as a whole."""
        return Place(self.location.path)

    @property
    def prose(self) -> list[Prose]:
        return [slot for slot in self.slots if isinstance(slot, Prose)]

    @property
    def has_notes(self) -> bool:
        """Whether it says something to the facilitator."""
        return any(slot.note for slot in self.prose)

    @property
    def code(self) -> list[Code]:
        return [slot for slot in self.slots if isinstance(slot, Code)]


def locations() -> dict[Path, Location]:
    """Every source that the curriculum has room for, written or not, by its path."""
    places = [
        Location(
            Path("notebooks/source", f"{START_HERE}.md"), START_HERE, "lesson", START_TITLE, Path(f"{START_HERE}.ipynb")
        )
    ]
    for lesson in lessons():
        for folder, kind, built in (
            ("notebooks", "lesson", lesson_path(lesson)),
            ("exercises", "exercise", exercise_path(lesson)),
        ):
            places.append(
                Location(Path(folder, "source") / built.with_suffix(".md"), lesson.id, kind, lesson.title, built)
            )
    return {place.path: place for place in places}


def find_sources(root: Path, findings: Findings) -> list[Location]:
    """The sources that are written, in the order of the curriculum; a file that is none of them is a finding."""
    known = locations()
    written = set()
    for folder in ("notebooks/source", "exercises/source"):
        for path in sorted((root / folder).rglob("*")):
            relative = path.relative_to(root)
            if path.is_dir() or any(part.startswith(".") for part in relative.parts):
                continue
            written.add(relative)
            if relative not in known:
                findings.errors.append(
                    Place(relative).error(
                        "The curriculum has no such source.",
                        "Name it as mlcurric/curriculum.py says, or move it out of the folder.",
                    )
                )
    return [location for path, location in known.items() if path in written]


def read_source(location: Location, text: str, findings: Findings) -> Source:
    """Read one source; a slip in one of its cells goes to ``findings``.

    Raises:
        SourceError: if it cannot be read at all.
    """
    whole = Place(location.path)
    try:
        notebook = myst_to_notebook(text, add_source_map=True)
    except (MystMetadataParsingError, yaml.YAMLError, AttributeError, TypeError) as error:
        raise whole.error(f"It cannot be read: {error}.", "Mend the front matter or the cell's options.") from None
    front = notebook.metadata.get("mlcurric") or {}
    if front.get("lesson") != location.lesson:
        findings.errors.append(
            whole.error(
                f"The front matter says lesson {front.get('lesson')!r}, the file name says {location.lesson!r}.",
                f'Write “mlcurric: {{lesson: "{location.lesson}"}}” in the front matter.',
            )
        )
    cells = [
        (cell, Place(location.path, f"cell {number}, line {line + 1}"))
        for number, (cell, line) in enumerate(zip(notebook.cells, notebook.metadata["source_map"], strict=True), 1)
    ]
    cited = tuple(str(entry) for entry in front.get("cited") or ())
    return Source(location, tuple(_slots(cells, findings)), cited)


def _slots(cells: list[tuple[Any, Place]], findings: Findings) -> Iterator[Prose | Code]:
    """The cells as slots, every English text together with the Japanese one right below it."""
    english: tuple[Any, Place] | None = None
    for cell, place in cells:
        language = cell.metadata.get("lang") if cell.cell_type == "markdown" else None
        if english and language != "ja":
            findings.errors.append(_lonely(english[1], "ja"))
            english = None
        if cell.cell_type == "code":
            with findings.collecting():
                yield _code(cell, place)
        elif language == "en":
            english = (cell, place)
        elif language == "ja" and english:
            with findings.collecting():
                yield _prose(*english, cell, place)
            english = None
        elif language == "ja":
            findings.errors.append(_lonely(place, "en"))
        else:
            findings.errors.append(
                place.error(
                    "This text has no language.",
                    'Put “+++ {"lang": "en"}” above it, and its twin with “ja” right below it.',
                )
            )
    if english:
        findings.errors.append(_lonely(english[1], "ja"))


def _lonely(place: Place, missing: str) -> Exception:
    where = "below" if missing == "ja" else "above"
    name = {"en": "English", "ja": "Japanese"}[missing]
    return place.error(
        f"This text has no {name} twin.", f'Write it right {where}, under “+++ {{"lang": "{missing}"}}”.'
    )


def _prose(english: Any, english_place: Place, japanese: Any, japanese_place: Place) -> Prose:
    tags = [_prose_tags(cell, place) for cell, place in ((english, english_place), (japanese, japanese_place))]
    if tags[0] != tags[1]:
        raise japanese_place.error(
            "Its English twin is tagged otherwise.",
            f'Put “"tags": ["{NOTE}"]” into the line above both, or above neither.',
        )
    return Prose(
        {"en": english.source, "ja": japanese.source}, {"en": english_place, "ja": japanese_place}, note=NOTE in tags[0]
    )


def _prose_tags(cell: Any, place: Place) -> tuple[str, ...]:
    tags = tuple(cell.metadata.get("tags") or ())
    for tag in tags:
        if tag != NOTE:
            raise place.error(f"A text has no tag “{tag}”.", f"There is “{NOTE}”, for a facilitator's note.")
    return tags


def _code(cell: Any, place: Place) -> Code:
    for option in cell.metadata:
        if option not in _OPTIONS:
            raise place.error(f"A code cell has no option “{option}”.", f"There are {', '.join(_OPTIONS)}.")
    tags = tuple(cell.metadata.get("tags") or ())
    for tag in tags:
        if tag not in TAGS and not tag.startswith("nbval-"):
            raise place.error(f"There is no tag “{tag}”.", f"There are {', '.join(TAGS)} and those of nbval.")
    question = cell.metadata.get("question")
    if not cell.source.strip() and question is None:
        raise place.error("This code cell is empty.", "Write its code, or delete it.")
    return Code(cell.source, place, tags, question, cell.metadata.get("jupyter"))
