"""What a verdict, a hint or a reason says is shown as it stands: an asterisk in it is an asterisk on the page."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import mlcurric

PACKAGE = Path(mlcurric.__file__).parent
# *word* or **word**, but not a product such as 2*3*4, nor the stars in front of Python's arguments.
MARKED = re.compile(r"(?<![0-9A-Za-z_)\]*])\*{1,2}(?=[^\s*])[^*\n]*?[^\s*]\*{1,2}(?![0-9A-Za-z_(])")
# Options and titles stand on a notebook's page, which is Markdown.
ON_THE_PAGE = ("label", "title")


def shown_as_they_are(source: str) -> Iterator[tuple[int, str]]:
    """The strings of every ``T`` but those that a notebook's page shows, each with its line."""
    nodes = list(ast.walk(ast.parse(source)))
    page = set()
    for node in nodes:
        if isinstance(node, ast.Call):
            shown = node.args[:1] if isinstance(node.func, ast.Name) and node.func.id == "Option" else []
            shown = [*shown, *(one.value for one in node.keywords if one.arg in ON_THE_PAGE)]
            page |= {part for one in shown for part in ast.walk(one)}
    for node in nodes:
        if node not in page and isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "T":
            for part in (part for one in node.args for part in ast.walk(one)):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.lineno, part.value


def test_no_text_that_is_shown_as_it_stands_holds_markdown():
    files = [
        *(PACKAGE / "questions").rglob("*.py"),
        *(PACKAGE / "question").glob("*.py"),
        *(PACKAGE / "notebook").glob("*.py"),
    ]
    marked = [
        f"{path.relative_to(PACKAGE)}:{line}: {MARKED.search(text)[0]}"
        for path in files
        for line, text in shown_as_they_are(path.read_text(encoding="utf-8"))
        if MARKED.search(text)
    ]
    assert marked == []


def test_the_search_finds_what_it_is_for_and_nothing_else():
    found = 'o = Option(T("**on** the page", "*頁*"), T("it *changed*", "何かが*変わったか*は"))'
    assert [text for _, text in shown_as_they_are(found) if MARKED.search(text)] == [
        "it *changed*",
        "何かが*変わったか*は",
    ]
    for plain in ("type 600*0.3*0.2", "2 * 3 * 4", "f(*args, **kw)", "five ** in a row **"):
        assert not MARKED.search(plain)
