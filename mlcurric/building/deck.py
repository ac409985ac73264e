"""Turns a built lesson into slides: one idea a slide, answers and their checks left out, notes for the speaker only."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, new_notebook

from mlcurric.building.notes import unframed
from mlcurric.building.pictures import same
from mlcurric.building.slide_blocks import Block, blocks_of, first_lines, pieces_of
from mlcurric.building.slide_sizes import (
    CODE_SIZE,
    LARGE_CODE_SIZE,
    PROSE_ROOM,
    ROOM,
    RUNNING_TITLE,
    code_height,
    enlarge,
    fits_lines,
    is_narrow,
    output_height,
)
from mlcurric.building.source import NOTE
from mlcurric.curriculum import PROSE_NUMBERS

OUTPUT_ONLY = "output-only"
"""The tag of a cell whose code stands on the slide before."""
LARGE = "large"
"""The tag of a cell whose code has the room to be large."""
QUESTION = "question"
"""The tag of words that ask the room something."""
_UNSHOWN = {"check", "marks", PROSE_NUMBERS}
_SETUP = re.compile(r"^ex = exercise\(", re.MULTILINE)
_LEARNERS_OWN = re.compile(r"^ex\.\w+\(", re.MULTILINE)
_SHORT = 170
"""Three lines."""
_PNG = "image/png"


@dataclass
class Slide:
    """One slide.

    Attributes:
        title: of the section that it belongs to.
        opens: whether the section begins here.
        asks: whether it puts a question to the room.
        prose: its words, which stand above its code.
        code: cells of code, with their outputs or without.
        notes: what only the speaker sees.
    """

    title: str
    opens: bool
    asks: bool = False
    prose: list[Block] = field(default_factory=list)
    code: list[NotebookNode] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def height(self) -> int:
        return self.height_of_prose + sum(map(_cell_height, self.code))

    @property
    def is_title(self) -> bool:
        return bool(self.prose) and self.prose[0].kind == "heading-1"

    @property
    def height_of_prose(self) -> int:
        return (0 if self.opens else RUNNING_TITLE) + sum(block.height for block in self.prose)


def as_slides(notebook: NotebookNode) -> list[Slide]:
    """The slides of a lesson that is built and has its outputs."""
    slides: list[Slide] = []
    early: list[str] = []
    lang = notebook.metadata.get("mlcurric", {}).get("lang", "en")
    cells = [cell for cell in notebook.cells if _UNSHOWN.isdisjoint(_tags(cell))]
    shown = list(_worth_a_slide([cell for cell in cells if NOTE not in _tags(cell)]))
    for cell in cells:
        if NOTE in _tags(cell):
            # Before the first section a note is about the whole lesson, so it belongs to the title.
            in_section = slides and any(slide.opens for slide in slides[1:])
            (slides[-1].notes if in_section else early).append(unframed(cell.source))
        elif cell in shown:
            place = shown.index(cell)
            before, after = shown[:place][-1:], shown[place + 1 :][:1]
            if cell.cell_type == "markdown":
                _add_prose(slides, blocks_of(cell.source), asks="answer" in _tags(*after))
            elif "answer" not in _tags(cell):
                led_in = any(each.cell_type == "markdown" for each in before)
                for number, piece in enumerate(_in_pieces(cell, lang)):
                    _add_code(slides, piece, led_in=led_in and not number)
    slides[0].notes[:0] = early
    return slides


def as_notebook(slides: list[Slide], title: str) -> NotebookNode:
    """The slides as a notebook that nbconvert makes into a page of reveal.js."""
    cells = []
    for slide in slides:
        _make_large(slide)
        words = [] if slide.opens or not slide.title else [f"###### {slide.title}"]
        words += [block.text for block in slide.prose]
        tags = [QUESTION] if slide.asks else []
        own = [new_markdown_cell("\n\n".join(words), metadata={"tags": tags})] if words else []
        own += slide.code
        own[0].metadata["slideshow"] = {"slide_type": "slide" if slide.opens else "subslide"}
        notes = [new_markdown_cell(note, metadata={"slideshow": {"slide_type": "notes"}}) for note in slide.notes]
        cells += own + notes
    for number, cell in enumerate(cells):
        # A cell that is cut in two has two parts of one id, and new ones get random ids.
        cell.id = f"cell-{number}"
    return new_notebook(cells=cells, metadata={"title": title})


def _tags(*cells: NotebookNode) -> list[str]:
    return [tag for cell in cells for tag in cell.metadata.get("tags", ())]


def _worth_a_slide(cells: list[NotebookNode]) -> Iterator[NotebookNode]:
    """The cells without those that only set up, or repeat a picture for the learner's mouse, with what leads to them."""
    kept: list[NotebookNode] = []
    last: list[str] = []
    for cell in cells:
        pictures = [output.data[_PNG] for output in _pictures(cell)]
        if cell.cell_type == "code" and _SETUP.search(cell.source) and not cell.outputs:
            continue
        if pictures and len(pictures) == len(cell.outputs) == len(last) and all(map(same, pictures, last)):
            if kept[-1].cell_type == "markdown" and [block.kind for block in blocks_of(kept[-1].source)] == [
                "paragraph"
            ]:
                kept.pop()
            continue
        last = pictures or last
        kept.append(cell)
    return iter(kept)


def _add_prose(slides: list[Slide], blocks: list[Block], asks: bool) -> None:
    question = _where_the_question_begins(blocks) if asks else len(blocks)
    # Words go on below words: what stood between them is not shown.
    fresh = not slides or slides[-1].asks or slides[-1].is_title or bool(slides[-1].code)
    for number, block in enumerate(blocks):
        if block.opens_section:
            slides.append(Slide(block.text.lstrip("# "), opens=True))
            fresh = False
        elif fresh or number == question or _too_full(slides[-1], blocks[number:]):
            slides.append(Slide(slides[-1].title if slides else "", opens=not slides))
            fresh = False
        slides[-1].prose.append(block)
        # The title stands alone with the line below it.
        fresh = fresh or (slides[-1].is_title and len(slides[-1].prose) == 2)
    slides[-1].asks = asks


def _where_the_question_begins(blocks: list[Block]) -> int:
    """At the words that lead to the last list, or at the last words; with their heading, where one stands above."""
    last_list = max((number for number, block in enumerate(blocks) if block.kind == "list"), default=len(blocks) - 1)
    begin = last_list
    while begin and blocks[begin].kind == "list":
        begin -= 1
    return begin - 1 if begin and blocks[begin - 1].is_heading else begin


def _too_full(slide: Slide, coming: list[Block]) -> bool:
    """Whether the next block does not fit any more; words that lead to a list, and a heading, stay with what follows."""
    before = slide.prose[-1]
    if before.is_heading:
        return False
    if _leads(before, coming[0]):
        return slide.height + coming[0].height > ROOM
    together = coming[0].height
    for lead, follower in pairwise(coming):
        if not _leads(lead, follower):
            break
        together += follower.height
    # The last lines do not go on a slide of their own.
    is_last = (len(coming) == 1 or coming[1].opens_section) and together < _SHORT
    return slide.height + together > (ROOM if is_last else PROSE_ROOM)


def _leads(lead: Block, follower: Block) -> bool:
    if lead.is_heading:
        return True
    return lead.kind == "paragraph" and follower.kind in ("list", "table", "quote") and lead.height < _SHORT


def _in_pieces(cell: NotebookNode, lang: str) -> Iterator[NotebookNode]:
    """Copies of a cell of code that each can be read on a slide; the last one has the outputs."""
    cell = copy.deepcopy(cell)
    if _LEARNERS_OWN.search(cell.source):
        # What it says is about the learner's own folder.
        cell.outputs = []
    sources = [first_lines(cell.source, lang)] if "change" in _tags(cell) else pieces_of(cell.source)
    for source in sources:
        piece = copy.deepcopy(cell)
        piece.source = source
        if source is not sources[-1]:
            piece.outputs = []
        yield piece


def _add_code(slides: list[Slide], cell: NotebookNode, led_in: bool) -> None:
    """Put code on the slide of the words that lead to it, or on one of its own, and its output below it where both fit."""
    if not slides:
        slides.append(Slide("", opens=True))
    slide = slides[-1]
    code, whole = code_height(cell.source), _cell_height(cell)
    below_code = bool(slide.code) and not any(map(_pictures, slide.code))
    led_in = (led_in or below_code) and not slide.asks and not slide.is_title
    above = slide.height if led_in else ROOM
    # A picture shares its slide with its own code at most.
    on_one = above + whole <= ROOM and not (below_code and _pictures(cell))
    short_lead = not slide.code and above - (0 if slide.opens else RUNNING_TITLE) < _SHORT
    code_only = above + code <= ROOM and (short_lead or whole > ROOM - RUNNING_TITLE)
    only_headings = led_in and not slide.code and all(block.is_heading for block in slide.prose)
    if not (on_one or code_only or only_headings):
        slide = Slide(slides[-1].title, opens=False)
        slides.append(slide)
        on_one = slide.height + whole <= ROOM
    outputs = cell.outputs
    cell.outputs = outputs if on_one else []
    slide.code.append(cell)
    if on_one or not outputs:
        _enlarge(slide)
    else:
        _add_outputs(slides, cell, outputs)


def _add_outputs(slides: list[Slide], cell: NotebookNode, outputs: list[NotebookNode]) -> None:
    """Outputs on slides without their code."""
    begun = False
    for output in (part for each in outputs for part in _parts(each)):
        if not begun or slides[-1].height + output_height(output) > ROOM:
            alone = copy.deepcopy(cell)
            alone.metadata["tags"] = [*_tags(cell), OUTPUT_ONLY]
            slides.append(Slide(slides[-1].title, opens=False, code=[alone]))
            begun = True
        slides[-1].code[0].outputs.append(output)
        _enlarge(slides[-1])


def _parts(output: NotebookNode) -> Iterator[NotebookNode]:
    """An output, or what was printed in pieces that each fit a slide."""
    if output.output_type != "stream":
        yield output
        return
    lines = output.text.splitlines(keepends=True)
    while lines:
        count = max(1, fits_lines(lines, ROOM - RUNNING_TITLE))
        part = copy.deepcopy(output)
        part.text = "".join(lines[:count])
        yield part
        lines = lines[count:]


def _enlarge(slide: Slide) -> None:
    """Give the room that is left to the only picture of a slide."""
    pictures = [output for cell in slide.code for output in _pictures(cell)]
    if len(pictures) == 1:
        enlarge(pictures[0], ROOM - slide.height + output_height(pictures[0]))


def _pictures(cell: NotebookNode) -> list[NotebookNode]:
    return [output for output in cell.get("outputs", ()) if _PNG in output.get("data", {})]


def _make_large(slide: Slide) -> None:
    """Tag the code of a slide that is narrow and short enough to be shown large."""
    if slide.height_of_prose + sum(_cell_height(cell, LARGE_CODE_SIZE) for cell in slide.code) > ROOM:
        return
    for cell in slide.code:
        printed = [output.text for output in cell.outputs if output.output_type == "stream"]
        if all(map(is_narrow, [cell.source, *printed])):
            cell.metadata["tags"] = [*_tags(cell), LARGE]


def _cell_height(cell: NotebookNode, size: int = CODE_SIZE) -> int:
    code = 0 if OUTPUT_ONLY in _tags(cell) else code_height(cell.source, size)
    return code + sum(output_height(output, size) for output in cell.outputs)
