"""``collected.csv``: which folder is whose in the LMS, a line a notebook, for the way back of the grades.

A learner who was once given a folder keeps it. Moodle numbers a learner anew in each assignment, so there the name is what
joins two of them, unless two learners of that name are known.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from mlcurric.grading.collecting.owner import Owner
from mlcurric.grading.reading.clean import clean, is_shown
from mlcurric.grading.reading.collect import REGISTER
from mlcurric.keeping import BYTE_ORDER_MARK
from mlcurric.spreadsheets import defused, unquoted

TABLE = REGISTER
_LONGEST = 60
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f�]+')
_WRITTEN_OUT = re.compile(r"\\U([0-9a-f]{8})")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)(\..*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """Whose one notebook is.

    Attributes:
        folder, file: where it stands in the folder of hand-ins.
        lms, name, id: see ``Owner``.
        late: ``"late"``, or empty.
        handed_in_as: its own name.
        zip: the zip that it came in.
    """

    folder: str
    file: str
    lms: str
    name: str
    id: str
    late: str
    handed_in_as: str
    zip: str


class Register:
    """Who has which folder.

    Args:
        rows: those of the table as it stands.
        there: the names of what is in the folder of hand-ins already.
    """

    def __init__(self, rows: Iterable[Row], there: Iterable[str]) -> None:
        self._rows = {(row.folder, row.file): row for row in rows}
        self._folders: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        # What somebody else laid there is nobody's whom we know; the table itself will lie there too.
        self._taken = {alike(name) for name in (TABLE, *there)}
        for row in self._rows.values():
            self._note(row.lms, row.name, row.id, row.folder)

    @property
    def rows(self) -> list[Row]:
        """In the order of folders and files."""
        return [self._rows[place] for place in sorted(self._rows)]

    def folder_of(self, owner: Owner, file: str, namesakes: int) -> str:
        """The folder of a learner, which is a new one where none is known to be theirs.

        Args:
            file: the notebook's name there.
            namesakes: how many learners of this name the zip holds.
        """
        folder = self._known(owner, file, namesakes) or self._new(owner, namesakes)
        self._note(owner.lms, owner.name, owner.id, folder)
        return folder

    def namesakes(self, owner: Owner) -> list[str]:
        """The folders of all learners of a learner's name, where only the name joins what they hand in."""
        return [] if owner.lasting else sorted(self._folders[_who(owner.lms, owner.name, owner.id)])

    def add(self, row: Row) -> None:
        """Note whose a notebook is, in the place of what was noted of the same one."""
        self._rows[row.folder, row.file] = row

    def _known(self, owner: Owner, file: str, namesakes: int) -> str | None:
        named = self._folders[_who(owner.lms, owner.name, owner.id)]
        if with_number := [folder for folder, ids in named.items() if owner.id in ids]:
            return with_number[0]
        if owner.lasting or namesakes > 1 or len(named) != 1:
            return None
        (folder,) = named
        row = self._rows.get((folder, file))
        # The same assignment under another number: another learner of that name.
        return folder if row is None or row.id == owner.id else None

    def _new(self, owner: Owner, namesakes: int) -> str:
        who = _who(owner.lms, owner.name, owner.id)
        numbered = (owner.lasting or namesakes > 1 or bool(self._folders[who])) and owner.id
        name = owner.name or ("participant" if owner.lms == "moodle" else "")
        wanted = "_".join(part for part in (name, owner.id if numbered else "") if part) or "learner"
        folder = safe_folder(wanted)
        if folder != unicodedata.normalize("NFC", wanted) or alike(folder) in self._taken:
            identity = "\0".join((*who, owner.id if numbered else ""))
            folder = f"{folder}-{hashlib.sha256(identity.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"
        return folder

    def _note(self, lms: str, name: str, number: str, folder: str) -> None:
        self._folders[_who(lms, name, number)][folder].add(number)
        self._taken.add(alike(folder))


def _who(lms: str, name: str, number: str) -> tuple[str, str]:
    """What is the same for one learner in every zip: Canvas's number, elsewhere the name, or where that is hidden the number."""
    return (lms, number) if lms == "canvas" or not name else (lms, name)


def alike(name: str) -> str:
    """What two names share that are one and the same on some system."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def safe_folder(name: str) -> str:
    """A name that every system can hold as that of a folder or a file."""
    text = clean(unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode()))
    text = _FORBIDDEN.sub("_", text)[:_LONGEST].strip().lstrip(".-").rstrip(". ")
    return f"_{text}" if _RESERVED.fullmatch(text) else text or "learner"


def read_table(path: Path) -> list[Row]:
    """The rows of the table; none where there is none.

    Raises:
        OSError: if it cannot be read.
        ValueError: if it is not this table.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return []
    names = [one.name for one in fields(Row)]
    reader = csv.DictReader(io.StringIO(text, newline=""))
    if reader.fieldnames is None or not set(names) <= set(reader.fieldnames):
        raise ValueError(f"{path.name} has other columns.")
    return [Row(**{name: _as_it_was(unquoted(line[name] or "")) for name in names}) for line in reader]


def as_table(rows: Iterable[Row]) -> str:
    """The table as it opens in Excel, in Japanese too."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([one.name for one in fields(Row)])
    writer.writerows([defused(_written_out(cell)) for cell in asdict(row).values()] for row in rows)
    return BYTE_ORDER_MARK + text.getvalue()


def _written_out(cell: str) -> str:
    """A cell with its unseen signs as “\\U0000202e”: seen, and still the sign that tells one learner from another.

    No name holds a “\\” that could be taken for one of these: in a zip it parts folders.
    """
    return "".join(sign if is_shown(sign) else f"\\U{ord(sign):08x}" for sign in cell)


def _as_it_was(cell: str) -> str:
    return _WRITTEN_OUT.sub(lambda found: chr(min(int(found[1], 16), sys.maxunicode)), cell)
