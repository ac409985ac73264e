"""A finding: something in the lines that cannot stand, or that may be meant and has to be asked."""

from __future__ import annotations

from dataclasses import dataclass

from mlcurric.text import T

LONGEST_QUOTE = 40


@dataclass(frozen=True)
class LineFinding:
    """One finding.

    Attributes:
        name: what was found, such as ``"stop_before_check"``.
        lines: the lines that it is between, by name; they are mended on the page of the first.
        says: what was seen, both values quoted.
        way_out: what to do about it.
        asks: whether the lines may be meant as they are; then it is a question, and never stands on a page.
    """

    name: str
    lines: tuple[str, ...]
    says: T
    way_out: T
    asks: bool = False

    @property
    def wrong(self) -> bool:
        """Whether it must be mended, as a board's findings say it."""
        return not self.asks


def clash(name: str, lines: str, says: T, way_out: T, **values: object) -> LineFinding:
    """What cannot stand as it is written: lines exclude each other, or a promise lacks what makes it one.

    ``lines`` are names with spaces between, ``values`` fill both texts.
    """
    return LineFinding(name, tuple(lines.split()), says.format(**values), way_out.format(**values))


def question(name: str, lines: str, says: T, way_out: T, **values: object) -> LineFinding:
    """A finding that asks whether that is meant."""
    return LineFinding(name, tuple(lines.split()), says.format(**values), way_out.format(**values), asks=True)


def quoted(text: str) -> str:
    """The beginning of a text, on one line, to be quoted in a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1] + "…"
