"""Cleans what the kernel returned, so that two builds in a row are the same byte for byte on every machine."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from nbformat import NotebookNode

from mlcurric.building.assemble import LANGUAGE_INFO, Page
from mlcurric.building.pictures import keep_or_replace, smaller
from mlcurric.building.problems import Findings, Place
from mlcurric.curriculum import content

SIGNIFICANT_DIGITS = 6
_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,}\b")
_DECIMAL = re.compile(r"\d+\.\d+")
_WIDGET = "application/vnd.jupyter.widget-view+json"
_PNG = "image/png"
_MACHINE = (
    f"{Path.home()}/",
    f"{content()}/",
    f"{tempfile.gettempdir()}/",
    "/home/",
    "/Users/",
    "C:\\Users",
    "site-packages",
)


def clean(page: Page, saved: NotebookNode | None) -> None:
    """Clean the outputs of a page that has run.

    Args:
        saved: the notebook as it was built before; a picture that has not changed is taken from it.
    """
    page.notebook.metadata.language_info = dict(LANGUAGE_INFO)
    before = {cell.id: cell.get("outputs", []) for cell in saved.cells} if saved else {}
    for cell in page.notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type != "code":
            continue
        cell.outputs = _merged(cell.outputs)
        old_pictures = [output.data[_PNG] for output in before.get(cell.id, []) if _PNG in output.get("data", {})]
        for output in cell.outputs:
            data = output.get("data", {})
            if _PNG in data:
                # The picture stands for the widget, whose state is not saved.
                data.pop(_WIDGET, None)
                new = smaller(data[_PNG])
                data[_PNG] = keep_or_replace(old_pictures.pop(0), new) if old_pictures else new
    number_cells(page.notebook)


def _merged(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """The outputs with what was printed in a row in one piece: how it arrives in pieces differs from run to run."""
    merged: list[NotebookNode] = []
    for output in outputs:
        last = merged[-1] if merged else None
        if last and output.output_type == last.output_type == "stream" and output.name == last.name:
            last.text += output.text
        else:
            merged.append(output)
    return merged


def number_cells(notebook: NotebookNode) -> None:
    """Number the cells of code from 1, as running them from top to bottom does."""
    for number, cell in enumerate((cell for cell in notebook.cells if cell.cell_type == "code"), 1):
        cell.execution_count = number
        for output in cell.outputs:
            if output.get("output_type") == "execute_result":
                output.execution_count = number


def check_outputs(page: Page, findings: Findings) -> None:
    """Find what would differ on the next machine: warnings, addresses, paths, too many digits."""
    for cell in page.notebook.cells:
        for output in cell.get("outputs", []):
            with findings.collecting():
                _check_output(output, page, page.place(cell))


def _check_output(output: NotebookNode, page: Page, place: Place) -> None:
    where = f"On the page {page.path} this cell"
    if output.output_type == "error":
        raise place.error(f"{where} fails with {output.ename}.", "Mend the code.")
    if output.get("name") == "stderr":
        raise place.error(f"{where} writes to stderr: “{_first_line(output.text)}”.", "Mend what it warns about.")
    if _WIDGET in output.get("data", {}):
        raise place.error(
            f"{where} shows a widget, whose state is not saved.", "Show it with slide(), which has a picture."
        )
    for text, is_plain in _texts(output):
        if found := _ADDRESS.search(text):
            raise place.error(
                f"{where} shows a memory address ({found.group()}).", "Print what it is about, or end with plt.show()."
            )
        if found := next((path for path in _MACHINE if path in text), None):
            raise place.error(f"{where} shows a path of this machine ({found}…).", "Print the file's name only.")
        for number in _DECIMAL.findall(text) if is_plain else ():
            if len(number.replace(".", "").lstrip("0")) > SIGNIFICANT_DIGITS:
                raise place.error(
                    f"{where} shows {number}, whose last digits differ between machines.",
                    "Round it to 4 significant digits.",
                )


def _texts(output: NotebookNode) -> Iterator[tuple[str, bool]]:
    """The texts of an output, and whether a table of plain numbers may stand in it."""
    if output.output_type == "stream":
        yield output.text, True
    for kind, text in output.get("data", {}).items():
        if isinstance(text, str) and kind.startswith("text/"):
            yield text, kind == "text/plain"


def _first_line(text: str) -> str:
    return text.strip().splitlines()[0][:80] if text.strip() else ""
