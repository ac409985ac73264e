"""Outputs are the same on every machine, or the build says which are not."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output
from PIL import Image, ImageDraw, PngImagePlugin

from mlcurric.building.assemble import Page
from mlcurric.building.clean import check_outputs, clean
from mlcurric.building.pictures import COLOURS, keep_or_replace, same, smaller
from mlcurric.building.problems import Findings


def page_with(*outputs) -> Page:
    path = Path("notebooks/en/x.ipynb")
    return Page(path, None, None, "lesson", "en", new_notebook(cells=[new_code_cell("x", outputs=list(outputs))]), path)


def stream(text: str, name: str = "stdout"):
    return new_output("stream", text=text, name=name)


def shown(**data: str):
    return new_output("execute_result", data={key.replace("_", "/"): text for key, text in data.items()})


@pytest.mark.parametrize(
    ("output", "says"),
    [
        (stream("UserWarning: old\n", "stderr"), "writes to stderr: “UserWarning: old”"),
        (new_output("error", ename="ValueError", evalue="", traceback=[]), "fails with ValueError"),
        (shown(text_plain="<object at 0x7f9c00aa11>"), "shows a memory address (0x7f9c00aa11)"),
        (shown(text_plain="ok", text_html="<b>0x7f9c00aa11</b>"), "shows a memory address"),
        (stream("/home/me/data.csv"), "shows a path of this machine"),
        (stream("/usr/lib/python3/site-packages/x.py"), "shows a path of this machine"),
        (stream("0.2653698707"), "shows 0.2653698707, whose last digits differ between machines. Round it"),
        (shown(text_plain="0.12345678"), "shows 0.12345678"),
        (new_output("display_data", data={"application/vnd.jupyter.widget-view+json": {}}), "shows a widget"),
    ],
)
def test_what_differs_between_machines_is_named(output, says):
    findings = Findings()
    check_outputs(page_with(output), findings)
    (error,) = findings.errors
    assert says in str(error)
    assert "On the page notebooks/en/x.ipynb this cell" in str(error)


@pytest.mark.parametrize(
    "output", [stream("1234567 rows, 0.2654, 27.2%, 0.0000123, 1997-09-30"), shown(text_html="0.123456789")]
)
def test_what_is_the_same_everywhere_passes(output):
    findings = Findings()
    check_outputs(page_with(output), findings)
    assert findings.errors == []


def test_cleaning_drops_what_changes_from_run_to_run():
    page = page_with(stream("a"), stream("b"), shown(text_plain="1"))
    cell = page.notebook.cells[0]
    cell.metadata["execution"] = {"iopub.execute_input": "now"}
    cell.execution_count = 7
    page.notebook.metadata["language_info"] = {"name": "python", "version": "3.11.7"}
    clean(page, None)
    assert page.notebook.metadata.language_info == {"name": "python"}
    assert cell.metadata == {}
    assert [output.get("text") for output in cell.outputs] == ["ab", None]
    assert (cell.execution_count, cell.outputs[1].execution_count) == (1, 1)


def picture(text: str = "27", noise: int = 0, mode: str = "RGB") -> str:
    image = Image.new(mode, (200, 100), (255, 255, 255) if mode == "RGB" else (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    for x in range(200):
        draw.line((x, 60, x, 99), fill=(x, 200 - x // 2, 100))
    draw.text((20, 20), text, fill=(0, 0, 0))
    for x in range(0, 200, 3):
        image.putpixel((x, 70), (min(255, x + noise), 200 - x // 2, 100))
    info = PngImagePlugin.PngInfo()
    info.add_text("Software", "Matplotlib version")
    file = io.BytesIO()
    image.save(file, "PNG", pnginfo=info)
    return base64.b64encode(file.getvalue()).decode()


def opened(png: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(png)))


def test_a_picture_is_reduced_to_few_colours_without_a_tag():
    small = smaller(picture())
    assert len(opened(small).convert("RGB").getcolors()) <= COLOURS
    assert opened(small).info.get("Software") is None
    assert len(small) < len(picture())
    assert smaller(picture()) == small


def test_a_transparent_picture_stays_transparent():
    assert opened(smaller(picture(mode="RGBA"))).convert("RGBA").getpixel((0, 0))[3] == 0


def test_a_picture_that_looks_the_same_is_kept():
    old, new = smaller(picture()), smaller(picture(noise=3))
    assert old != new
    assert keep_or_replace(old, new) == old


def test_one_digit_makes_another_picture():
    old, new = smaller(picture("27")), smaller(picture("21"))
    assert keep_or_replace(old, new) == new


def test_another_size_makes_another_picture():
    tall = Image.new("RGB", (200, 101), "white")
    file = io.BytesIO()
    tall.save(file, "PNG")
    assert not same(picture(), base64.b64encode(file.getvalue()).decode())
