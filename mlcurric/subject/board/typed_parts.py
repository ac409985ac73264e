"""What stands behind the words of a note on a typed line: ``@place``, ``#lane``, ``by author/role``, ``>tag``, ``[context]``, ``to-be``."""

from __future__ import annotations

import re

from mlcurric.subject.board import edits
from mlcurric.subject.board.finding import short
from mlcurric.subject.board.model import AS_IS, TO_BE, Board
from mlcurric.subject.board.writers import writer_in
from mlcurric.subject.typed import Slip
from mlcurric.text import T

# Full-width signs as they are typed among Japanese words, each read as its narrow twin; nothing changes its place.
NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: " ",
    **dict.fromkeys(map(ord, "−‐‑–—―"), "-"),
    ord("→"): ">",
}
TAG = r"[a-z]?\d{1,6}"
TAGS = rf"{TAG}(?:[\s,、・]+{TAG})*"
_NUMBER = r"-?\d+(?:[.,]\d+)?"
_BY = "by|記入"
_TO_BE, _AS_IS = "to-?be|これから", "as-?is|いま"
_LAYER = f"{_TO_BE}|{_AS_IS}"
ENDS_WITH_A_WORD = rf"(?:{_BY}|{_LAYER})(?!\w)"
"""Where a part is a word and not a sign."""
# Some words on end, up to the next part.
_WORDS = rf"(?:(?!\s{ENDS_WITH_A_WORD})[^#@\[\]>])+?"
# Before a Japanese name “by” needs no blank.
# Nothing else begins right behind a place or a border, so there the blank may be missing.
_BEFORE_WRITER = r"(?:\s|(?<=@\d)|(?<=@\d\d)|(?<=@\d\d\d)|(?<=@\d\.\d)|(?<=@\d\d\.\d)|(?<=\]))"
_WRITER = rf"{_BEFORE_WRITER}(?:(?:{_BY})[\s:]\s*|by(?=[^\x00-\x7f]))(?P<by>{_WORDS})"
# Behind these a text has come to its end; a number behind “#” or “>” is a number of the business.
_BEHIND_A_PART = re.compile(rf"(?:@\s*{_NUMBER}|>\s*[a-z]\d{{1,6}}|\s#[^\W\d]\S*|\])\s*$", re.IGNORECASE)
_BEHIND_A_PLACE = re.compile(rf"(?:@\s*{_NUMBER}|>\s*[a-z]\d{{1,6}})\s*$", re.IGNORECASE)
OFF = r"(?:-|x(?!\w))"
"""What stands before a part that is to be taken off."""
# What a keyboard that writes kana makes of the keys of a letter and of the minus; within words they are what they are.
_VOWELS = str.maketrans("あいえお", "aieo")
_FOR_LETTER = re.compile(r"(?<![^\s,、・>ー-])[あいえお](?=\d)|^[あいえお](?=[\s:])")
_FOR_MINUS = re.compile(rf"^ー(?=\s*{TAG}(?!\w))|(?<=[\d\s])ー(?=\s*[>!\[#])", re.IGNORECASE)


def narrow(line: str) -> str:
    """A line as it is read for its signs: full-width and kana twins made narrow, every sign in its place."""
    plain = _FOR_LETTER.sub(lambda found: found[0].translate(_VOWELS), line.translate(NARROW))
    return _FOR_MINUS.sub("-", plain)


class Tags:
    """The tags of one line, such as ``E3``, or ``3`` alone, and the notes that they name.

    Args:
        begun: the board as it hung when the line was typed; a note may have been turned into another kind since.
    """

    def __init__(self, begun: Board) -> None:
        self._begun = begun
        self.told: list[T] = []
        """Which notes are of another kind than their letters say."""

    def id(self, board: Board, tag: str, sure: bool = False) -> int:
        """The number of the note that a tag names.

        Args:
            sure: whether something would be lost if another note was meant; else it is only told.

        Raises:
            Slip: if there is no such note, or it is of another kind than the letter says and that has to be sure.
        """
        id, letter = number_of(tag), tag[0].upper()
        note = edits.find(board, id)
        seen = {note.of_kind.letter, self._begun.notes.get(id, note).of_kind.letter}
        if not letter.isdigit() and letter not in seen:
            values = {"typed": f"{letter}{id}", "id": id, "tag": note.tag, "text": short(note.text)}
            if sure:
                raise Slip(_ANOTHER.format(**values), _IF_THAT.format(**values))
            self.told.append(_NOT_SO.format(**values))
        return id

    def ids(self, board: Board, tags: str, sure: bool = False) -> list[int]:
        """The numbers of some notes, each once."""
        return list(dict.fromkeys(self.id(board, tag, sure) for tag in re.findall(TAG, tags, re.IGNORECASE)))


def parts_of(
    board: Board, line: str, plain: str, begin: int, tags: Tags, new: bool = False
) -> tuple[int, dict[str, object]]:
    """Read the parts at the end of a line.

    Args:
        line, plain: the line as it was typed, and with narrow signs.
        begin: where the words of the note begin.
        tags: those of the line.
        new: whether they are those of a new note, whose text may end like a part.

    Returns:
        Where the words end, and the attributes of the note that the parts name; ``links`` always. ``off`` where some are taken
        off: by attribute the name that the line says, ``""`` for whichever it is. ``tail`` where words stand behind a part.

    Raises:
        Slip: if a tie leads to no note.
    """
    if new:
        gap, layer, off = r"\s", _TO_BE, "(?!)"
        # Two words are a lane where there is one of that name; else they are words of the note.
        narrow = (lane.translate(NARROW) for lane in board.lanes)
        lane = "|".join([*(re.escape(name) for name in narrow if " " in name), r"\S+"])
    else:
        # Behind a note's number stands nothing but parts, so a part may follow at once and a lane have two words.
        gap, layer, off, lane = r"\s*", _LAYER, rf"{OFF}\s*", rf"(?:{_WORDS})?"
    part = re.compile(
        rf"(?:\s*@\s*(?P<at>{_NUMBER})|{gap}(?P<no_lane>{off})?#\s*(?P<lane>{lane})|{_WRITER}|{gap}-?>\s*(?P<tags>{TAGS})"
        rf"|{gap}(?P<no_context>{off})?\[(?P<context>[^\]]*)\]|\s(?P<layer>{layer}))\s*$",
        re.IGNORECASE,
    )
    more: dict[str, object] = {}
    links: list[int] = []
    end = len(plain)
    while found := part.search(plain, begin, end):
        if found["at"] is not None:
            more.setdefault("at", float(found["at"].replace(",", ".")))
        elif found["tags"] is not None:
            links += reversed(tags.ids(board, found["tags"]))
        elif found["by"] is not None:
            before = plain[begin : found.start()]
            behind = bool(_BEHIND_A_PART.search(before))
            writer = writer_in(board, as_typed(found, "by", line), found["by"], new, behind)
            if writer is None:
                if "tail" in more or not _BEHIND_A_PLACE.search(before):
                    # “paid by card” tells nobody's name.
                    break
                # And takes no place along that was typed before it.
                more["tail"] = line[found.start() : end].strip()
            else:
                more |= {"author": writer.author, "role": writer.role}
                if writer.is_guessed:
                    name = "/".join(filter(None, (writer.author, writer.role)))
                    tags.told.append(_WRITTEN_BY.format(name=name))
        elif found["layer"] is not None:
            more["layer"] = TO_BE if re.fullmatch(_TO_BE, found["layer"], re.IGNORECASE) else AS_IS
        else:
            name = "lane" if found["lane"] is not None else "context"
            typed = as_typed(found, name, line).strip()
            if found[f"no_{name}"] or not (new or typed):
                more.setdefault("off", {})[name] = typed
                typed = ""
            more[name] = typed
        end = found.start()
    return end, {**more, "links": tuple(reversed(links))}


def number_of(tag: str) -> int:
    return int(re.sub(r"\D", "", tag))


def as_typed(found: re.Match[str], part: int | str, line: str) -> str:
    """A part of a command as it was typed."""
    return line[slice(*found.span(part))]


_WRITTEN_BY = T("written by {name}", "書いた人: {name}")
_NOT_SO = T("number {id} is {tag}, not {typed}", "{id} 番は {typed} ではなく {tag} です")
_ANOTHER = T(
    "There is no {typed}: number {id} is {tag} (“{text}”).", "{typed} はありません。{id} 番は {tag}(「{text}」)です。"
)
_IF_THAT = T(
    "Nothing was changed; if you mean that note, write {tag}.",
    "何も変えていません。この付箋のことなら、{tag} と書いてください。",
)
