"""Makes the slides of a lesson: a folder with one page of reveal.js and all that it loads, shown without a network."""

from __future__ import annotations

import shutil
from pathlib import Path

import matplotlib as mpl
from matplotlib_fontja import get_font_ttf_path
from nbconvert import SlidesExporter
from nbformat import NotebookNode
from traitlets.config import Config

from mlcurric.building.build import lesson_page, report
from mlcurric.building.deck import OUTPUT_ONLY, as_notebook, as_slides
from mlcurric.building.problems import Findings
from mlcurric.curriculum import content

PAGE = "index.html"
_HERE = Path(__file__).parent
_TEMPLATE, _VENDORED = _HERE / "slide_template", _HERE / "vendored"
_MATPLOTLIB_FONTS = Path(mpl.get_data_path(), "fonts", "ttf")


def make_slides(lesson: str, lang: str, out: Path, root: Path | None = None) -> int:
    """Make the slides of a lesson from its source and the outputs of its built notebook; nothing is run.

    Args:
        out: the folder for the page; what stands in it from an earlier time is replaced.
        root: the checkout.

    Returns:
        0 after saying where the page is, or 1 after saying what has to be mended.
    """
    findings = Findings()
    found = lesson_page(lesson, lang, root or content(), findings)
    if found:
        page, notebook = found
        title = f"{lesson} {getattr(page.source.location.title, lang)}"
        html = as_page(as_notebook(as_slides(notebook), title), lang)
        out.mkdir(parents=True, exist_ok=True)
        (out / PAGE).write_text(html, encoding="utf-8")
        _put_beside(out, lang)
    return report(findings, f"{out / PAGE}: open it in a browser; the key S shows the notes.")


def as_page(deck: NotebookNode, lang: str) -> str:
    """A deck as a page of HTML."""
    config = Config()
    config.CSSHTMLHeaderPreprocessor.style = "default"
    config.TagRemovePreprocessor.enabled = True
    config.TagRemovePreprocessor.remove_input_tags = {OUTPUT_ONLY}
    exporter = SlidesExporter(
        config=config,
        template_name="lesson-slides",
        extra_template_basedirs=[str(_TEMPLATE)],
        language_code=lang,
        exclude_input_prompt=True,
        exclude_output_prompt=True,
    )
    html, _ = exporter.from_notebook_node(deck)
    return html


def _put_beside(out: Path, lang: str) -> None:
    """What the page loads; the licences go with the fonts."""
    for name in ("slides.css", "slides.js"):
        shutil.copyfile(_TEMPLATE / name, out / name)
    shutil.copytree(_VENDORED / "reveal", out / "reveal", dirs_exist_ok=True)
    shutil.copytree(_VENDORED / "source-sans-pro", out / "fonts" / "source-sans-pro", dirs_exist_ok=True)
    fonts = [_MATPLOTLIB_FONTS / "DejaVuSansMono.ttf", _MATPLOTLIB_FONTS / "LICENSE_DEJAVU"]
    if lang == "ja":
        japanese = Path(get_font_ttf_path())
        fonts += [japanese, *japanese.parent.glob("IPA_Font_License*.txt")]
    for font in fonts:
        shutil.copyfile(font, out / "fonts" / font.name)
