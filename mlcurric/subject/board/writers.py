"""Who wrote a note, as it is typed behind “by”: ``Aya/calls``, ``Wei Zhang / ML``, ``Lena (support)``, ``Mr Chen, sales``."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from mlcurric.subject.board.model import Board
from mlcurric.subject.product.dates import MONTH_NAMES

_FORMS = (
    re.compile(r"(?P<name>[^/(),、]+?)\s*/\s*(?P<role>.*\S)"),
    re.compile(r"(?P<name>[^/(),、]+?)\s*\(\s*(?P<role>[^()]*[^()\s])\s*\)"),
    re.compile(r"(?P<name>[^/(),、]+?)\s*[,、]\s*(?P<role>[^/(),、]*[^/(),、\s])"),
    re.compile(r"(?P<name>[^/]+)"),
)
"""A name and a role, with narrow signs; of the first form the role may be several words."""
_SLASH, _COMMA = _FORMS[0], _FORMS[2]
_PARTS = ("name", "role")
_TITLED = re.compile(r"(?:mr|mrs|ms|miss|mx|dr|prof)\.?", re.IGNORECASE)
_WITHIN = re.compile(r"(?:van|von|de|der|den|di|da|del|la|le|el|al|bin|ten|ter|zu)")
_CAPITAL = re.compile(r"(?:[A-Z]|[^\W\d_a-z])[^\W\d_]*(?:[.'’-][^\W\d_]*)*")
_MOST_WORDS = 4
_JAPANESE = re.compile(r"[^\x00-\x7f]+")
_LONGEST_JAPANESE = 10
# A word of Japanese that ends so says what was done.
_SENTENCE_ENDS = re.compile(r"(?:た|だ|です|ます|する|して|中|せず)$")
# Time goes by, and things come by mail: nobody's names. Whoever is called so writes a role behind it.
_NOBODY = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        *MONTH_NAMES,
        "noon",
        "midnight",
        "today",
        "tomorrow",
        "eod",
        "email",
        "e-mail",
        "mail",
        "post",
        "fax",
        "phone",
        "sms",
        "slack",
        "chat",
        "zoom",
        "teams",
        "line",
        "excel",
        "csv",
        "pdf",
        "api",
        "ai",
        "law",
        "default",
        "accident",
        "mistake",
        "メール",
        "ファックス",
        "チャット",
        "郵便",
        "エクセル",
    ]
)


@dataclass(frozen=True)
class Writer:
    """Who wrote a note.

    Attributes:
        author: the name.
        role: ``""`` if neither the line nor the board says it.
        is_guessed: whether it may as well be words of the note, and is to be told.
    """

    author: str
    role: str
    is_guessed: bool = False


def writer_in(board: Board, typed: str, plain: str, new: bool = False, is_behind: bool = False) -> Writer | None:
    """Who wrote a note, from what stands behind “by”; ``None`` where that looks like words of the note.

    A role that the board knows already need not be typed again.

    Args:
        typed, plain: as it was typed, and with narrow signs.
        new: whether the note is a new one, whose text may end like a name; behind a note's number nothing else can stand.
        is_behind: whether it stands behind a place, a tie, a lane or a border, where a text has come to its end.
    """
    matches = ((form, form.fullmatch(plain)) for form in _FORMS)
    form, found = next((pair for pair in matches if pair[1]), (None, None))
    if found is None:
        return None
    author, role = (
        " ".join(typed[slice(*found.span(part))].split()) if part in form.groupindex else "" for part in _PARTS
    )
    if new:
        author = author.rstrip("。")
    roles = {note.role for note in board if note.role}
    first, _, last = author.rpartition(" ")
    if not role and first and last in roles:
        # A blank in the place of the slash.
        author, role = first, last
    known = [note.role for note in board if note.author == author]
    if new and not (known or (_is_a_name(author, role) and _is_a_role(form, role, roles, is_behind))):
        # The form that is taught, and yet small letters: “by lena/support”, and also “paid by card/cash”.
        tight = re.fullmatch(r"[^/]*[^/\s]/[^/\s][^/]*", plain)
        if not (role and (is_behind or (tight and role in roles))):
            return None
    is_guessed = new and not (known or is_behind or form is _SLASH)
    return Writer(author, role or next(filter(None, known), ""), is_guessed)


def _is_a_name(author: str, role: str) -> bool:
    words = author.split()
    if not words or len(words) > _MOST_WORDS:
        return False
    if all(word.casefold() in _NOBODY for word in words) and (not role or role.casefold() in _NOBODY):
        return False
    if all(map(_JAPANESE.fullmatch, words)):
        return bool(role) or (
            len(words) <= 2 and len(author) <= _LONGEST_JAPANESE and not _SENTENCE_ENDS.search(author)
        )
    while len(words) > 1 and _TITLED.fullmatch(words[0]):
        del words[0]
    *others, last = words
    return bool(_CAPITAL.fullmatch(last)) and all(
        _CAPITAL.fullmatch(word) or _WITHIN.fullmatch(word) for word in others
    )


def _is_a_role(form: re.Pattern[str], role: str, roles: Collection[str], is_behind: bool) -> bool:
    """Whether what stands behind a name is a role; behind a comma the sentence may go on."""
    return form is not _COMMA or is_behind or role in roles or " " not in role
