"""Holds the two languages of a page against each other: what one shows, the other shows too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from markdown_it import MarkdownIt

from mlcurric.building.problems import Findings, Place, SourceError
from mlcurric.building.prose import Placeholder, lists, placeholders
from mlcurric.building.source import Prose, Source
from mlcurric.text import LANGUAGES

_MARKDOWN = MarkdownIt("commonmark").enable("table")
_BRACES = re.compile(r"\{\{.*?\}\}")
_JAPANESE_QUOTE = re.compile(r'`.*"[^"]*[\u3040-\u30ff\u3400-\u9fff][^"]*"')
HIGHEST_IN_NOTE = 3
"""A facilitator's note stands inside a section, so its headings begin below the section's own."""
_STRFTIME = re.compile(r"%-?[a-zA-Z]")


def compare(slot: Prose, findings: Findings) -> None:
    """Hold a text against its twin: the same counts, and the same code, targets and placeholders."""
    here = slot.places["ja"]
    with findings.collecting():
        english, japanese = (_features(slot.texts[lang], slot.places[lang]) for lang in LANGUAGES)
        for what in english:
            if not _agree(english[what], japanese[what]):
                findings.errors.append(_difference(what, english[what], japanese[what], here))


def _agree(english: Counter[str], japanese: Counter[str]) -> bool:
    """Whether both have the same; what a Japanese learner types between quotes may be Japanese."""
    only_english, only_japanese = english - japanese, japanese - english
    if not all(_JAPANESE_QUOTE.search(code) for code in only_japanese):
        return False
    return _without_quoted(only_english) == _without_quoted(only_japanese)


def _without_quoted(counts: Counter[str]) -> list[str]:
    return sorted(re.sub(r'"[^"]*"', '"…"', code) for code in counts.elements())


def _difference(what: str, english: Counter[str], japanese: Counter[str], place: Place) -> SourceError:
    sides = [
        f"only the {name} has {', '.join(sorted(only.elements()))}"
        for name, only in (("English", english - japanese), ("Japanese", japanese - english))
        if only
    ]
    return place.error(f"The twins differ in their {what}: {'; '.join(sides)}.", "Make them agree.")


def _features(text: str, place: Place) -> dict[str, Counter[str]]:
    """What the twins of a text have to share, each with how often it occurs."""
    found: dict[str, Counter[str]] = {
        what: Counter() for what in ("headings", "links", "images", "inline code", "code blocks")
    }
    # Masked, because an expression may hold characters that Markdown reads as its own.
    for token in _MARKDOWN.parse(_BRACES.sub("0", text)):
        if token.type == "heading_open":
            found["headings"][f"a heading of level {token.tag[1]}"] += 1
        elif token.type == "fence":
            found["code blocks"][token.info or "a code block"] += 1
        for child in token.children or ():
            if child.type == "link_open":
                found["links"][str(child.attrs["href"])] += 1
            elif child.type == "image":
                found["images"][str(child.attrs["src"])] += 1
                if not child.content.strip():
                    raise place.error(
                        f"The image {child.attrs['src']} has no alt text.", "Say in its brackets what it shows."
                    )
            elif child.type == "text" and "**" in child.content:
                raise place.error(
                    f"The ** in “{_around(child.content)}” is shown as it stands.",
                    "Put the marks inside the brackets and full stops that they enclose: 「**…**」 instead of **「…」**.",
                )
            elif child.type == "code_inline":
                found["inline code"][f"`{child.content}`"] += 1
    found["placeholders"] = Counter({_shared(one): 1 for one in placeholders(text, place)})
    found["lists of options"] = Counter(lists(text))
    return found


def _around(text: str) -> str:
    place = text.index("**")
    return text[max(0, place - 10) : place + 20].strip()


def _shared(placeholder: Placeholder) -> str:
    # A date is written in each language's own order, so only its expression has to agree.
    return placeholder.expression if _STRFTIME.search(placeholder.format) else placeholder.key


def check_headings(source: Source, findings: Findings) -> None:
    """The first heading is the lesson's title, the only one of its level; no level is left out below it."""
    for lang in LANGUAGES:
        headings = list(_headings(source, lang))
        title = getattr(source.location.title, lang)
        if not headings or headings[0][0] != 1 or not _is_title(headings[0][1], title, source):
            findings.errors.append(
                source.place.error(
                    f"The first heading in “{lang}” is not “# {title}”.",
                    "Write the title as mlcurric/curriculum.py has it.",
                )
            )
        before = 0
        for number, (level, text, place) in enumerate(headings):
            if level > before + 1 and number:
                findings.errors.append(
                    place.error(f"The heading “{text}” leaves out a level.", f"Write it with {'#' * (before + 1)}.")
                )
            elif level == 1 and number:
                findings.errors.append(place.error(f"“# {text}” is a second title.", "Write it with ##."))
            before = level
        for level, text, place in _headings(source, lang, notes=True):
            if level < HIGHEST_IN_NOTE:
                findings.errors.append(
                    place.error(f"The note's heading “{text}” cuts the page in two.", "Write it with ###.")
                )


def _is_title(heading: str, title: str, source: Source) -> bool:
    if source.location.kind == "exercise":
        return title in heading
    return heading.removeprefix(source.location.lesson).lstrip(" .:　\u2002") == title


def _headings(source: Source, lang: str, notes: bool = False) -> Iterator[tuple[int, str, Place]]:
    for slot in source.prose:
        if slot.note == notes:
            yield from ((level, text, slot.places[lang]) for level, text in headings(slot.texts[lang]))


def headings(text: str) -> list[tuple[int, str]]:
    """The headings of a Markdown text with their levels."""
    tokens = _MARKDOWN.parse(text)
    return [(int(token.tag[1]), content.content) for token, content in pairwise(tokens) if token.type == "heading_open"]
