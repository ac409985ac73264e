"""A lesson is cut into slides: one idea each, nothing that answers a question, notes for the speaker only."""

from __future__ import annotations

import base64
import io

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from PIL import Image

from mlcurric.building.deck import LARGE, OUTPUT_ONLY, QUESTION, as_notebook, as_slides
from mlcurric.building.notes import framed
from mlcurric.building.slide_blocks import FIRST_LINES, blocks_of, pieces_of
from mlcurric.building.slide_sizes import (
    CODE_ROOM,
    CODE_TALLEST,
    PROSE_ROOM,
    ROOM,
    code_height,
    printed_height,
    prose_height,
    width,
)

TITLE = new_markdown_cell("# Lesson\n\n*2-1 · 20 minutes*\n\nOnce upon a time.")
PARAGRAPH = "Words and more words. " * 20


def cut(*cells: NotebookNode):
    return as_slides(new_notebook(cells=[TITLE, *cells]))


def text(markdown: str) -> NotebookNode:
    return new_markdown_cell(markdown)


def code(source: str, *outputs: NotebookNode, tags: str = "") -> NotebookNode:
    return new_code_cell(source, outputs=list(outputs), metadata={"tags": [tags]} if tags else {})


def note(words: str) -> NotebookNode:
    return new_markdown_cell(framed(words, "ja"), metadata={"tags": ["facilitator"]})


def printed(lines: int) -> NotebookNode:
    return new_output("stream", text="".join(f"line {number}\n" for number in range(lines)))


def picture(across: int = 600, down: int = 400, colour: str = "red") -> NotebookNode:
    file = io.BytesIO()
    Image.new("RGB", (across, down), colour).save(file, "PNG")
    return new_output("display_data", data={"image/png": base64.b64encode(file.getvalue()).decode()})


def words(slide) -> list[str]:
    return [block.text for block in slide.prose]


def test_the_title_stands_alone_and_a_section_opens_a_slide():
    slides = cut(text("Go on.\n\n## First\n\nText.\n\n### Deeper\n\nMore."))
    assert [(slide.title, slide.opens, words(slide)) for slide in slides] == [
        ("Lesson", True, ["# Lesson", "*2-1 · 20 minutes*"]),
        ("Lesson", False, ["Once upon a time.", "Go on."]),
        ("First", True, ["## First", "Text.", "### Deeper", "More."]),
    ]


def test_code_right_below_the_title_gets_a_slide_of_its_own():
    slides = as_slides(new_notebook(cells=[text("# Lesson"), code("x = 1")]))
    assert [len(slide.code) for slide in slides] == [0, 1]


def test_nothing_of_the_words_is_lost_or_doubled():
    source = f"## One\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n\n- a\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n> said\n\n```\ncode\n\nmore\n```"
    slides = cut(text(source))
    assert "\n\n".join(block for slide in slides[2:] for block in words(slide)) == "\n".join(
        line.rstrip() for line in source.splitlines()
    )
    assert all(slide.height <= ROOM for slide in slides)


def test_long_words_go_on_on_slides_under_the_sections_title():
    slides = cut(text("## Long\n\n" + f"{PARAGRAPH}\n\n" * 4))[2:]
    assert len(slides) == 4
    assert [slide.opens for slide in slides] == [True, False, False, False]
    assert {slide.title for slide in slides} == {"Long"}
    deck = as_notebook(slides, "")
    assert deck.cells[1].source.startswith("###### Long\n\n")


def test_a_last_short_line_gets_no_slide_of_its_own():
    slides = cut(text(f"## Long\n\n{PARAGRAPH}\n\nAnd that is that."))[2:]
    assert [len(slide.prose) for slide in slides] == [3]


def test_a_list_longer_than_a_slide_is_cut_between_its_items():
    items = [f"{number}. {PARAGRAPH[:200].strip()}" for number in range(1, 9)]
    slides = cut(text("## List\n\n" + "\n".join(items)))[2:]
    assert len(slides) > 1
    assert [item for slide in slides for item in words(slide)[slide.opens :]] == items


def test_words_that_lead_to_a_list_stay_with_it():
    slides = cut(text(f"## Rules\n\n{PARAGRAPH}\n\nThree rules:\n\n" + "- a rule that takes a line\n" * 6))[2:]
    assert [words(slide)[slide.opens].split()[0] for slide in slides] == ["Words", "Three"]


def test_a_list_cut_between_its_items_fills_its_slides():
    items = "\n".join(f"- **{number}** {'a word or two, ' * 12}" for number in range(1, 6))
    slides = cut(text(f"## How to read it\n\nFrom the top:\n\n{items}"))[2:]
    assert len(slides) == 2
    assert all(slide.height > PROSE_ROOM / 2 for slide in slides)


def test_a_last_line_before_the_next_section_gets_no_slide_of_its_own():
    slides = cut(text(f"## One\n\n{PARAGRAPH}\n\n{PARAGRAPH[:180]}\n\nOver to you.\n\n## Two\n\nText."))[2:]
    assert [(slide.title, len(slide.prose)) for slide in slides] == [("One", 4), ("Two", 2)]


def test_short_code_stands_below_the_code_before_it_and_its_picture_alone():
    slides = cut(text("## Run"), code("x = 1\n" * 6, printed(4)), code("show(x)", picture(down=620)), code("y = 2"))
    assert [[cell.source.split()[0] for cell in slide.code] for slide in slides[2:]] == [
        ["x", "show(x)"],
        ["show(x)"],
        ["y"],
    ]
    assert [len(cell.outputs) for cell in slides[2].code] == [1, 0]
    assert OUTPUT_ONLY in slides[3].code[0].metadata.tags


def test_code_whose_picture_fits_below_it_stays_with_the_picture():
    slides = cut(text("## Run"), code("x = 1", printed(1)), code("show(x)", picture(down=300)))
    assert [len(slide.code) for slide in slides[2:]] == [1, 1]
    assert slides[-1].code[0].outputs


def test_code_never_overfills_a_slide():
    slides = cut(text("## Run"), *(code("x = 1\n" * lines, printed(3)) for lines in (2, 9, 3, 14, 1)))
    assert all(slide.height <= ROOM for slide in slides)
    shown = [cell for slide in slides for cell in slide.code]
    assert [len(cell.source.splitlines()) for cell in shown] == [2, 9, 3, 14, 1]


@pytest.mark.parametrize("tag", ["answer", "check", "marks", "prose-numbers"])
def test_answers_and_checks_are_left_out(tag):
    slides = cut(text("## Ask"), code("secret = 1", printed(1), tags=tag), text("After."))
    assert "secret" not in str(as_notebook(slides, ""))
    assert words(slides[-1])[-1] == "After."


def test_a_question_stands_alone_and_is_marked():
    slides = cut(
        text("## One\n\nText.\n\nWhich?\n\n- **a** this\n- **b** that"), note("Wait."), code("x = ...", tags="answer")
    )
    assert [(words(slide)[0], slide.asks) for slide in slides[2:]] == [("## One", False), ("Which?", True)]
    assert slides[-1].notes == ["Wait."]
    tags = [cell.metadata.get("tags") for cell in as_notebook(slides, "").cells]
    assert tags.count([QUESTION]) == 1


def test_a_question_right_below_its_heading_keeps_it():
    slides = cut(text("Before.\n\n## Decide\n\nWhich?\n\n- **a** this"), code("x = ...", tags="answer"))
    assert words(slides[-1]) == ["## Decide", "Which?", "- **a** this"]


def test_nothing_comes_onto_the_slide_of_a_question():
    slides = cut(text("Which?"), code("x = ...", tags="answer"), code("print(1)", printed(1)))
    assert slides[-2].asks
    assert not slides[-2].code
    assert slides[-1].code


def test_code_stands_below_the_words_that_lead_to_it_and_above_its_output():
    slides = cut(text("## Run\n\nLook."), code("print(1)", printed(3)), text("So it is."))
    assert words(slides[2]) == ["## Run", "Look."]
    assert slides[2].code[0].outputs[0].text.endswith("line 2\n")
    assert words(slides[3]) == ["So it is."]


def test_an_output_that_does_not_fit_below_its_code_follows_on_the_next_slide():
    slides = cut(text("## Run"), code("\n".join(["x = 1"] * 15), picture()))
    assert slides[2].code[0].outputs == []
    (shown,) = slides[3].code
    assert shown.metadata.tags[0] == OUTPUT_ONLY
    size = shown.outputs[0].metadata["image/png"]
    assert size["width"] / size["height"] == pytest.approx(600 / 400, rel=0.01)
    assert 400 < size["height"] <= ROOM


def test_a_small_picture_is_not_blown_up_without_end():
    slides = cut(text("## Run"), code("show()", picture(100, 80)))
    assert slides[-1].code[0].outputs[0].metadata["image/png"]["width"] == 160


def test_what_is_printed_on_and_on_is_cut_into_slides():
    slides = cut(text("## Run"), code("go()", printed(60)))
    parts = [output.text for slide in slides[2:] for cell in slide.code for output in cell.outputs]
    assert len(parts) == 3
    assert "".join(parts) == printed(60).text
    assert all(slide.height <= ROOM for slide in slides)


@pytest.mark.parametrize(("lang", "rest"), [("en", "in the notebook"), ("ja", "ノートブックに")])
def test_of_a_long_cell_to_fill_in_the_first_lines_are_shown(lang, rest):
    long = "\n".join(["ex.take_back(", *(f'    line_{number}="",' for number in range(30)), ")"])
    cells = [
        TITLE,
        text("## Take it back"),
        code(long, tags="change"),
        code("n = 4\nshow(n)", printed(2), tags="change"),
    ]
    slides = as_slides(new_notebook(cells=cells, metadata={"mlcurric": {"lang": lang}}))
    first, second = (cell for slide in slides for cell in slide.code)
    *shown, last = first.source.splitlines()
    assert shown == long.splitlines()[:FIRST_LINES]
    assert "…" in last
    assert rest in last
    assert code_height(first.source) <= CODE_ROOM
    assert second.source == "n = 4\nshow(n)"
    assert second.outputs


def function(name: str, lines: int, above: str = "") -> str:
    return f"{above}def {name}(x):\n" + "    x += 1\n" * lines


def test_other_long_code_goes_on_on_the_next_slide_and_its_output_comes_last():
    source = "\n".join([function("one", 13), function("two", 13), function("three", 10) + "print(1)"])
    slides = cut(text("## Run"), code(source, printed(1)))[2:]
    parts = [cell for slide in slides for cell in slide.code]
    assert [part.source.count("def ") for part in parts] == [1, 1, 1]
    assert [len(part.outputs) for part in parts] == [0, 0, 1]
    assert all(slide.height <= ROOM for slide in slides)


@pytest.mark.parametrize(
    ("source", "begins"),
    [
        (function("one", 12) + function("two", 14, above="@cache\n"), "@cache"),
        ("\n".join(f"x{number} = [\n    1,\n]" for number in range(10)), "x5"),
        (function("one", 40), "    x"),
        ("x = '" + "a" * 3000 + "'\ny = 1", "y"),
    ],
    ids=["decorated", "statements", "one function", "one line"],
)
def test_code_is_cut_where_something_begins(source, begins):
    pieces = pieces_of(source)
    assert pieces[1].startswith(begins)
    assert [line for piece in pieces for line in piece.splitlines() if line] == [
        line for line in source.splitlines() if line
    ]
    assert all(code_height(piece) <= CODE_TALLEST for piece in pieces if len(piece.splitlines()) > 1)


def test_code_that_can_be_read_stays_whole():
    for lines in (1, 20, 24):
        assert pieces_of("\n\n".join(["x = 1"] * (lines // 2 + 1))) == ["\n\n".join(["x = 1"] * (lines // 2 + 1))]


def test_code_is_large_where_it_is_narrow_and_short():
    tags = [
        cell.metadata.get("tags", [])
        for cell in as_notebook(
            cut(
                text("## A"), code("x = 1"), text("## B"), code(f"x = '{'a' * 80}'"), text("## C"), code("x = 1\n" * 19)
            ),
            "",
        ).cells
        if cell.cell_type == "code"
    ]
    assert [LARGE in each for each in tags] == [True, False, False]


def test_the_set_up_is_left_out_and_the_learners_own_folder_is_not_spoken_of():
    slides = cut(
        code('from mlcurric import exercise\n\nex = exercise("2-1")'),
        text("## Take it back"),
        code('ex.take_back(\n    unit="",\n)', printed(2)),
    )
    deck = str(as_notebook(slides, ""))
    assert "from mlcurric" not in deck
    assert "take_back" in deck
    assert "line 0" not in deck


def test_a_picture_shown_again_for_the_mouse_is_left_out_with_what_leads_to_it():
    shown = code("show(1)", picture())
    slides = cut(
        text("## Look"), shown, text("If you would rather drag:"), code("slide(show)", picture()), text("Next.")
    )
    assert [words(slide) for slide in slides[2:]] == [["## Look"], ["Next."]]
    other = cut(text("## Look"), shown, text("Another:"), code("show(2)", picture(colour="blue")))
    assert words(other[3]) == ["Another:"]


def test_notes_belong_to_the_slide_before_them_and_the_first_to_the_title():
    slides = cut(note("Timing."), text("## One\n\nText."), note("Stumble."), code("x = 1"), note("After."))
    assert [slide.notes for slide in slides] == [["Timing."], [], ["Stumble.", "After."]]
    deck = as_notebook(slides, "")
    notes = [cell.source for cell in deck.cells if cell.metadata.get("slideshow") == {"slide_type": "notes"}]
    assert notes == ["Timing.", "Stumble.", "After."]


def test_a_deck_is_the_same_twice_and_no_cell_has_the_id_of_another():
    cells = (text("## Run"), code("\n".join(["x = 1"] * 15), picture(), printed(40)))
    assert as_notebook(cut(*cells), "T") == as_notebook(cut(*cells), "T")
    ids = [cell.id for cell in as_notebook(cut(*cells), "T").cells]
    assert len(set(ids)) == len(ids)


def test_blocks_know_what_they_are():
    found = [block.kind for block in blocks_of("# T\n\np\n\n- a\n  - b\n\n1. c\n\n| x |\n|---|\n\n> q\n\n```\nc\n```")]
    assert found == ["heading-1", "paragraph", "list", "list", "table", "quote", "fence"]


def test_sizes_grow_with_what_is_there():
    assert width("abc") == 3
    assert width("日本語") == 6
    assert prose_height("paragraph", "語" * 80) > prose_height("paragraph", "a" * 80)
    assert prose_height("table", "| a | b |\n|---|---|\n| c | d |") > prose_height("table", "| a | b |\n|---|---|")
    assert prose_height("table", "| a | b |\n|---|---|\n| c | d |") == prose_height(
        "table", f"| a | b |\n|---|---|\n| c | {'word ' * 15}|"
    )
    assert prose_height("paragraph", PARAGRAPH) <= PROSE_ROOM
    assert code_height("a\nb") > code_height("a") > printed_height("a")
    assert printed_height("a" * 100) > printed_height("a" * 80) == printed_height("a")
