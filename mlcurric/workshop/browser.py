"""Pages as PDF, by a browser that is there; without one they stay pages, which any browser prints."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from mlcurric.text import T

BROWSER_VARIABLE = "MLCURRIC_BROWSER"
"""Names the browser where it stands in an unusual place."""
SECONDS = 120
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_WINDOWS = (r"Google\Chrome\Application\chrome.exe", r"Microsoft\Edge\Application\msedge.exe")
_QUIET = (
    "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-extensions", "--no-pdf-header-footer", "--hide-scrollbars",
)  # fmt: skip
_STAMPED = re.compile(rb"/(?:CreationDate|ModDate) \(D:\d{14}")
NO_BROWSER = T(
    "No Chrome, Edge or Chromium was found, so there are no PDFs; open the pages in any browser and print them from there.",
    "Chrome、Edge、Chromium が見つからないので、PDFは作っていません。ページをブラウザーで開いて印刷できます。",
)


class BrowserFailed(Exception):
    """The browser gave no PDF; ``says`` tells what to do instead."""

    def __init__(self, says: T) -> None:
        super().__init__(says.en)
        self.says = says


def find_browser() -> Path | None:
    """A browser that prints to PDF: the one that ``MLCURRIC_BROWSER`` names, else Chrome, Edge or Chromium."""
    if told := os.environ.get(BROWSER_VARIABLE):
        return Path(told) if Path(told).is_file() else None
    for name in _NAMES:
        if found := shutil.which(name):
            return Path(found)
    folders = (os.environ.get(name, "") for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
    places = [*map(Path, _MAC), *(Path(folder, place) for folder in folders if folder for place in _WINDOWS)]
    return next((place for place in places if place.is_file()), None)


def print_pdf(browser: Path, page: Path, pdf: Path) -> None:
    """Print a page; the same page gives the same file.

    Raises:
        BrowserFailed: if the browser does not start, takes too long, or writes nothing.
        OSError: if the file cannot be written.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as own:
        made = Path(own, "page.pdf")
        # As root, as in a container, it starts without its sandbox only; the page is ours and fetches nothing.
        sandbox = ["--no-sandbox"] if sys.platform != "win32" and os.geteuid() == 0 else []
        command = [str(browser), *_QUIET, *sandbox, f"--user-data-dir={own}/profile", f"--print-to-pdf={made}", page.resolve().as_uri()]  # fmt: skip
        try:
            done = subprocess.run(command, capture_output=True, timeout=SECONDS)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise BrowserFailed(_failed(browser, page)) from error
        if done.returncode or not made.is_file():
            raise BrowserFailed(_failed(browser, page))
        pdf.write_bytes(undated(made.read_bytes()))


def undated(content: bytes) -> bytes:
    """A PDF without the hour at which it was made, at the same length, because its table counts bytes."""

    return _STAMPED.sub(lambda found: found[0][:-14] + b"20000101000000", content)


def _failed(browser: Path, page: Path) -> T:
    return T(
        "{browser} made no PDF of {page}; open the page and print it from the browser's menu.",
        "{browser} で {page} をPDFにできませんでした。ページを開き、ブラウザーのメニューから印刷してください。",
    ).format(browser=browser.name, page=page.name)
