"""Builds every notebook from its source, and says which built notebooks are out of step with theirs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path

from nbformat import NotebookNode
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

from mlcurric.building.answers import check_answers, questions_of
from mlcurric.building.assemble import EDITED, KINDS, Page, assemble, built_path, check_widths, edition_path
from mlcurric.building.built import check_in_step, finished, read_built, serialised, with_outputs_of
from mlcurric.building.clean import check_outputs, clean
from mlcurric.building.execute import check_verdicts, execute
from mlcurric.building.facilitator_index import check_indexes, write_indexes
from mlcurric.building.numbers import check_placeholders, check_typed_numbers
from mlcurric.building.problems import Findings, Place, SourceError
from mlcurric.building.source import Location, find_sources, locations, read_source
from mlcurric.building.twins import check_headings, compare
from mlcurric.curriculum import content
from mlcurric.text import LANGUAGES

WORKERS = 2
_BUILT = ("notebooks/en", "notebooks/ja", "exercises/en", "exercises/ja", "exercises/solved", "facilitator")


def build_all(only: Iterable[str] = (), root: Path | None = None) -> int:
    """Build the notebooks of some lessons, or of all.

    Args:
        only: the lessons' ids.
        root: the checkout.

    Returns:
        0, or 1 after saying what has to be mended; a page that does not run stays as it was.
    """
    root, findings = root or content(), Findings()
    pages = prepare(root, tuple(only), findings)
    _run(pages, root, findings)
    write_indexes(root)
    return report(findings, f"{len(pages)} notebooks built.")


def check_all(only: Iterable[str] = (), root: Path | None = None) -> int:
    """Hold the built notebooks against their sources, without running anything.

    Returns:
        0 if every one is what its source and its saved outputs make, else 1 after saying which is not and why.
    """
    root, findings = root or content(), Findings()
    pages = prepare(root, tuple(only), findings)
    for page in pages:
        with findings.collecting():
            check_in_step(page, root)
            if not page.is_edition:
                check_outputs(page, findings)
    if not findings.errors:
        with findings.collecting():
            check_indexes(root)
    return report(findings, f"{len(pages)} notebooks are in step with their sources.")


def lesson_page(lesson: str, lang: str, root: Path, findings: Findings) -> tuple[Page, NotebookNode] | None:
    """A lesson as it is built, in its facilitator's edition where it has one.

    Returns:
        Its page and its notebook, or ``None`` where ``findings`` says what has to be mended.
    """
    found: list[Page] = []
    written = [location for location in find_sources(root, findings) if location.kind == "lesson"]
    for location in written:
        if location.lesson == lesson:
            with findings.collecting():
                found = _pages(location, (root / location.path).read_text(encoding="utf-8"), findings)
    if lesson not in {location.lesson for location in written}:
        findings.errors.append(_no_source(lesson, written))
    own = [page for page in found if page.lang == lang]
    if findings.errors or not own:
        return None
    page = max(own, key=lambda page: page.is_edition)
    with findings.collecting():
        return page, check_in_step(page, root)
    return None


def report(findings: Findings, all_well: str) -> int:
    """Say what has to be mended, or that all is well; 1 or 0."""
    # A page in each language, and each exercise twice: the same slip turns up more than once.
    errors = list(dict.fromkeys(map(str, findings.errors)))
    for error in errors:
        _say(f"✗ {error}")
    _say(f"{len(errors)} to mend." if errors else f"✓ {all_well}")
    return 1 if errors else 0


def _say(line: str) -> None:
    Console(soft_wrap=True).print(line, markup=False, highlight=False)


def prepare(root: Path, only: tuple[str, ...], findings: Findings) -> list[Page]:
    """The pages of some lessons, or of all, put together but not run; every rule about sources is applied.

    A source whose text breaks a rule still gives its pages, so that its author can look at them while mending it.
    """
    written = find_sources(root, findings)
    if not written:
        findings.errors.append(
            Place(Path("notebooks/source")).error(
                "There are no sources here.", "Build in a checkout that is installed with pip -e."
            )
        )
        return []
    for lesson in only:
        if lesson not in {location.lesson for location in written}:
            findings.errors.append(_no_source(lesson, written))
    pages = []
    for location in written:
        if not only or location.lesson in only:
            with findings.collecting():
                pages += _pages(location, (root / location.path).read_text(encoding="utf-8"), findings)
    _find_missing(only, [location.path for location in written], findings)
    if not only:
        _find_strays(root, written, pages, findings)
    return pages


def _no_source(lesson: str, written: list[Location]) -> SourceError:
    there_are = ", ".join(dict.fromkeys(location.lesson for location in written))
    return Place(Path(lesson)).error("There is no source of that lesson.", f"There are {there_are or 'none'}.")


def _pages(location: Location, text: str, findings: Findings) -> list[Page]:
    before = len(findings.errors)
    source, questions = read_source(location, text, findings), questions_of(location.lesson)
    check_placeholders(source, findings)
    pages = []
    if len(findings.errors) == before:
        check_answers(source, questions, findings)
        pages = [
            assemble(source, questions, kind, lang, findings) for kind in KINDS[location.kind] for lang in LANGUAGES
        ]
        if source.has_notes:
            kind = EDITED[location.kind]
            pages += [assemble(source, questions, kind, lang, findings, edition=True) for lang in LANGUAGES]
    runs = len(findings.errors) == before
    for page in pages:
        check_widths(page, findings)
    check_headings(source, findings)
    check_typed_numbers(source, findings)
    for slot in source.prose:
        compare(slot, findings)
    return pages if runs else []


def _find_missing(only: tuple[str, ...], written: list[Path], findings: Findings) -> None:
    """A lesson with questions needs the sources that ask them."""
    for path, location in locations().items():
        if path in written or (only and location.lesson not in only):
            continue
        questions = questions_of(location.lesson)
        if questions and (questions.graded if location.kind == "exercise" else questions.quick):
            findings.errors.append(
                Place(path).error(f"Lesson {location.lesson} has questions but not this source.", "Write it.")
            )


def _find_strays(root: Path, written: list[Location], pages: list[Page], findings: Findings) -> None:
    """A built notebook without a source would be taught for ever."""
    expected = {page.path for page in pages}
    for location in written:
        if not any(page.source.location == location for page in pages):
            # Its source could not be read, so whether it has notes is not known.
            expected |= {built_path(location, kind, lang) for kind in KINDS[location.kind] for lang in LANGUAGES}
            expected |= {edition_path(location, lang) for lang in LANGUAGES}
    for folder in _BUILT:
        for path in sorted((root / folder).rglob("*.ipynb")):
            relative = path.relative_to(root)
            if relative not in expected and ".ipynb_checkpoints" not in relative.parts:
                findings.errors.append(
                    Place(relative).error("No source makes this notebook.", "Delete it, or write its source.")
                )


def _run(pages: list[Page], root: Path, findings: Findings) -> None:
    """Run the pages, and write those that run and whose model answers are accepted."""
    # Building matplotlib's font cache writes to stderr; it must not happen inside a page.
    import matplotlib.font_manager  # noqa: F401

    columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn())
    saved = {page.path: read_built(root / page.path) for page in pages}
    written: set[Path] = set()
    with (
        _model_answers_in_place(pages, root, written),
        Progress(*columns, transient=True, disable=not sys.stdout.isatty()) as progress,
        ThreadPoolExecutor(WORKERS) as pool,
    ):
        task = progress.add_task("Running notebooks", total=sum(not page.is_edition for page in pages))
        running = {pool.submit(execute, page): page for page in pages if not page.is_edition}
        for future in as_completed(running):
            page = running[future]
            with findings.collecting():
                answers = future.result()
                clean(page, saved[page.path])
                check_outputs(page, findings)
                if check_verdicts(page, answers, findings):
                    _write(root / page.path, serialised(finished(page)))
                    written.add(page.path)
            progress.update(task, advance=1, description=str(page.path))
    for page in pages:
        if page.is_edition and page.outputs_from in written:
            executed = read_built(root / page.outputs_from)
            _write(root / page.path, serialised(with_outputs_of(page, executed)))


@contextmanager
def _model_answers_in_place(pages: list[Page], root: Path, written: set[Path]) -> Iterator[None]:
    """Put the model answers where the exercises read them, so that a first build shows what a second one does.

    A page that is not in ``written`` in the end is put back as it was.
    """
    solved = [page for page in pages if page.kind == "solved" and not page.is_edition]
    before = {page.path: (root / page.path).read_bytes() if (root / page.path).exists() else None for page in solved}
    try:
        for page in solved:
            _write(root / page.path, serialised(page.notebook))
        yield
    finally:
        for path, old in before.items():
            if path not in written:
                if old is None:
                    (root / path).unlink(missing_ok=True)
                else:
                    _write(root / path, old)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
