"""A built notebook as a file: how it is written, and whether it is what its source makes."""

from __future__ import annotations

import copy
import json
from itertools import zip_longest
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from mlcurric.building.assemble import Page
from mlcurric.building.clean import number_cells
from mlcurric.building.problems import Place, SourceError
from mlcurric.building.prose import fill
from mlcurric.curriculum import PROSE_NUMBERS


def serialised(notebook: NotebookNode) -> bytes:
    """A notebook as the bytes of its file: keys sorted, one space of indent, a newline at the end."""
    nbformat.validate(notebook)
    return f"{nbformat.writes(notebook, version=4).rstrip()}\n".encode()


def read_built(path: Path) -> NotebookNode | None:
    """The notebook that stands at ``path``; ``None`` where there is none, or none that can be read."""
    try:
        return nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
    except (OSError, ValueError, nbformat.ValidationError, nbformat.reader.NotJSONError):
        return None


def finished(page: Page) -> NotebookNode:
    """The notebook of a page that has run, its prose filled from what its hidden cell printed.

    Raises:
        KeyError: if a number is missing there.
        ValueError: if what it printed is not JSON.
    """
    notebook = copy.deepcopy(page.notebook)
    printed = "".join(
        output.get("text", "")
        for cell in notebook.cells
        if PROSE_NUMBERS in cell.metadata.get("tags", ())
        for output in cell.outputs
    )
    numbers = json.loads(printed) if printed else {}
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = fill(cell.source, numbers)
    return notebook


def with_outputs_of(page: Page, saved: NotebookNode) -> NotebookNode:
    """The finished notebook of a page that does not run: each cell has the outputs that it has in ``saved``.

    Raises:
        KeyError, ValueError: as ``finished`` does.
    """
    outputs = {cell.get("id"): cell.get("outputs", []) for cell in saved.cells}
    for cell in page.notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = copy.deepcopy(outputs.get(cell.id, []))
    number_cells(page.notebook)
    return finished(page)


def check_in_step(page: Page, root: Path) -> NotebookNode:
    """Put the saved outputs into the page, and hold the result against the file, byte for byte.

    Returns:
        The notebook as it stands in the file.

    Raises:
        SourceError: naming the first cell that differs.
    """
    path = root / page.path
    if not path.exists():
        raise _out_of_step(page, "", "It is not built yet.")
    saved = read_built(path)
    if saved is None:
        raise _out_of_step(page, "", "It cannot be read as a notebook.")
    executed = read_built(root / page.outputs_from) if page.is_edition else saved
    if executed is None:
        raise _out_of_step(page, "", f"The notebook {page.outputs_from}, whose outputs it shows, cannot be read.")
    try:
        made = with_outputs_of(page, executed)
        data = serialised(made)
    except nbformat.ValidationError:
        raise _out_of_step(page, "", "Its saved outputs are not valid.") from None
    except (KeyError, ValueError):
        raise _out_of_step(
            page, "the hidden last cell", "The numbers that the prose quotes are not all saved there."
        ) from None
    if data != path.read_bytes():
        raise _out_of_step(page, *_first_difference(made, saved))
    return made


def _first_difference(made: NotebookNode, saved: NotebookNode) -> tuple[str, str]:
    for number, (new, old) in enumerate(zip_longest(made.cells, saved.cells), 1):
        if new != old:
            shown = (new or old).source.strip().splitlines() or [""]
            where = f"cell {number} (“{shown[0][:50]}”)"
            if old is None:
                return where, "Its source has this cell, the built notebook lacks it."
            if new is None:
                return where, "Its source does not make this cell."
            parts = [part for part in sorted({*new, *old}) if new.get(part) != old.get(part)]
            return where, f"It differs from what its source makes ({', '.join(parts)})."
    if made.metadata != saved.metadata:
        return "its metadata", "They differ from what the build writes."
    return "", "It is not written as the build writes it."


def _out_of_step(page: Page, where: str, problem: str) -> SourceError:
    return Place(page.path, where).error(problem, f"Run `mlcurric build {page.lesson}` and commit the result.")
