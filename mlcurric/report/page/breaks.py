"""Where a text may break at the end of a line: not inside an option, a loss, a range, a number with its counter, a bracket of a few
words, or a sentence of the title."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from mlcurric.subject.digits import of_one
from mlcurric.text import T

_SHORT = 13
"""Signs of a bracket that fits beside anything, even on a phone."""
_NUMBER = r"[−+]?\d[\d,.]*"
_COUNTER = r"(?:か月|[人行列件回日月年個組円点位章つ])"
_UNBROKEN = re.compile(
    rf"(--[a-z]+(?:-[a-z]+)*|{_NUMBER}〜{_NUMBER}{_COUNTER}?|{_NUMBER}{_COUNTER}|−[¥$€£]?\d[\d,.]*|\([^()<>]{{1,{_SHORT}}}\)|約[\d,.]+人|\d things?)"
)
_SENTENCES = re.compile(r"(?<=。)(?=.)")


def unbroken(text: object) -> Markup:
    """A text whose options, losses and short brackets stay on one line: “--save-rate”, “−$1,300”, 「180人」, 「(100人中50人が同じ)」; of one,
    English says “1 customer”."""
    text = of_one(text) if isinstance(text, T) else text
    return Markup(_UNBROKEN.sub(r'<span class="one">\1</span>', str(escape(str(text)))))


def in_sentences(text: T) -> list[str]:
    """The sentences of a Japanese heading, each of which keeps to itself; an English one is a single sentence."""
    return _SENTENCES.split(str(text))
