"""A page to print, in a notebook: shown as a sheet of paper, kept as a file, with a link that opens it in a tab of its own."""

from __future__ import annotations

from html import escape
from pathlib import Path

from mlcurric.keeping import write_whole
from mlcurric.notebook.show import address, link, show, show_unsaved
from mlcurric.text import T

_SHEET, _SCALE = (794, 1400), 0.8
"""In the pixels of a browser; on a screen the print is larger than on paper, so the sheet is longer than A4."""
_PRINT = T("open it in a tab of its own, to print it", "新しいタブで開いて印刷する")


def show_sheet(title: T, html: str, summary: str, path: Path | None) -> None:
    """Show a page, and write it.

    Args:
        html: the whole page, on which nothing runs.
        summary: what it says, for a reader without pictures.
        path: its file; ``None`` where there is no learner's folder.
    """
    opens = ""
    if path is not None:
        try:
            write_whole(path, html)
        except OSError as error:
            show_unsaved(error)
        else:
            # The learner's folder holds the page's folder; its name helps to find the file.
            place = path.relative_to(path.parents[2])
            opens = f"<p>{link(address(path), escape(str(place)))}: {escape(str(_PRINT))}</p>"
            summary = f"{summary}\n{place}"
    width, height = _SHEET
    frame = (
        f'<div style="width:{width * _SCALE:.0f}px;max-width:100%;height:{height * _SCALE:.0f}px;overflow:hidden;'
        f'border:1px solid #9fb0bd;background:#fff"><iframe title="{escape(str(title))}" sandbox="" '
        f'srcdoc="{escape(html)}" style="width:{width}px;height:{height}px;border:0;'
        f'transform:scale({_SCALE});transform-origin:0 0"></iframe></div>'
    )
    show(f"{title}: {summary}", opens + frame)
