"""What a learner's own notebook holds beside an answer: the cell that sets it, and what that cell showed when it was saved.

All of it is the learner's: nothing was run to get it. Of the outputs texts are taken, and pictures drawn anew; whatever a
browser would obey, HTML first of all, is left out and said to be.
"""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from mlcurric.grading.reading.clean import clean
from mlcurric.grading.reading.pictures import Picture, redrawn
from mlcurric.grading.reading.read import is_code, source_of
from mlcurric.grading.reading.sources import names_set_in

LONGEST_SOURCE, LONGEST_TEXT = 6_000, 3_000
"""Characters that are shown of a cell, and of all that it printed."""
MOST_PICTURES = 3
"""Of one cell; so many are tried."""
_MOST_OUTPUTS = 50
# The colours of a terminal.
_COLOURS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


@dataclass(frozen=True)
class Saved:
    """One cell as it was saved.

    Attributes:
        number: which of the code cells it is, from 1.
        source: what stands in it, cut at ``LONGEST_SOURCE``.
        text: what it printed and showed as text, cut at ``LONGEST_TEXT``.
        pictures: what it drew.
        cut: whether some of the source, the text or the pictures is not here.
    """

    number: int
    source: str
    text: str = ""
    pictures: tuple[Picture, ...] = ()
    cut: bool = False


def saved_answers(raw: bytes, names: tuple[str, ...]) -> dict[str, Saved]:
    """The last cell that sets each of the answers, as the notebook holds it.

    Args:
        raw: the bytes of a notebook that ``read.parse`` could read.
        names: the answers; one that no cell sets is left out.
    """
    cells = [cell for cell in json.loads(raw.decode("utf-8-sig"))["cells"] if is_code(cell)]
    last: dict[str, int] = {}
    for number, cell in enumerate(cells):
        for name in names_set_in(source_of(cell) or "", names) or ():
            last[name] = number
    read = {number: _saved(number, cells[number]) for number in set(last.values())}
    return {name: read[number] for name, number in last.items()}


def as_json(cells: Mapping[str, Saved]) -> str:
    """Cells as they are kept."""
    return json.dumps({name: asdict(cell) for name, cell in cells.items()}, default=lambda png: b64encode(png).decode())


def from_json(text: str) -> dict[str, Saved]:
    """What ``as_json`` wrote.

    Raises:
        ValueError, KeyError, TypeError: if it is none of its.
    """
    return {
        name: Saved(
            cell["number"], cell["source"], cell["text"],
            tuple(Picture(b64decode(one["png"]), one["width"], one["height"]) for one in cell["pictures"]), cell["cut"],
        )
        for name, cell in json.loads(text).items()
    }  # fmt: skip


def _saved(number: int, cell: dict[str, Any]) -> Saved:
    source = clean((source_of(cell) or "").strip("\r\n").replace("\r\n", "\n"), keep="\n\t")
    outputs = cell.get("outputs")
    outputs = outputs if isinstance(outputs, list) else []
    texts, pictures, cut, tried = [], [], len(outputs) > _MOST_OUTPUTS, 0
    for output in outputs[:_MOST_OUTPUTS]:
        if png := _data(output).get("image/png"):
            # One that cannot be shown may have cost as much as one that can.
            tried += 1
            picture = redrawn(_joined(png)) if tried <= MOST_PICTURES else None
            pictures += [picture] if picture else []
            cut |= picture is None
        else:
            texts += _texts(output)
    text = "".join(texts).strip("\n")
    return Saved(
        number + 1, source[:LONGEST_SOURCE], text[:LONGEST_TEXT], tuple(pictures),
        cut or len(source) > LONGEST_SOURCE or len(text) > LONGEST_TEXT,
    )  # fmt: skip


def _texts(output: Any) -> Iterator[str]:
    if not isinstance(output, dict):
        return
    # Cut before it is cleaned: what is printed in a loop may be millions of characters.
    if output.get("output_type") == "error":
        said = f"{_joined(output.get('ename'))}: {_joined(output.get('evalue'))}\n"
    else:
        said = _joined(output.get("text")) or _joined(_data(output).get("text/plain")) + "\n"
    yield clean(_COLOURS.sub("", said[: 2 * LONGEST_TEXT]), keep="\n\t")


def _data(output: Any) -> dict[str, Any]:
    data = output.get("data") if isinstance(output, dict) else None
    return data if isinstance(data, dict) else {}


def _joined(text: Any) -> str:
    """A text that a notebook may hold as a list of lines; nothing where it is neither."""
    if isinstance(text, list) and all(isinstance(line, str) for line in text):
        return "".join(text)
    return text if isinstance(text, str) else ""
