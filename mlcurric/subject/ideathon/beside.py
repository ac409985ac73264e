"""What lies beside a file of an ideathon and is not read: copies from several machines, and versions that were kept apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path

from mlcurric.keeping import BESIDE, versions
from mlcurric.subject.ideathon.noticed import Gravity, Noticed
from mlcurric.text import T

_COPY = re.compile(r"[-.(]*(?:\d{1,2}|[a-z]|copy|new|final|pair|の?コピー|最新|最終|組)(?:-?\(?\d{1,2})?\)?")
"""What a copy has behind the name: “-2”, “ (1)”, “-copy”, 「 - コピー」."""

ENDINGS = (".xlsx", ".xlsm", ".csv", ".tsv")
"""The files that are read."""
_OTHER_TABLES = (".xls", ".xlsb", ".ods", ".numbers", ".gsheet", ".txt")
"""Where else people keep tables; pages and prints of a sheet have its name too, and are none."""


def about_beside(path: Path, names: Collection[str]) -> Iterator[Noticed]:
    """What is told of the files beside one.

    Args:
        names: everything that the file may be called, as ``plain_name`` gives it.
    """
    if found := [other.name for why in BESIDE for other in versions(path, path.parent, why)]:
        says = T("another version lies beside it: {names}.", "別の版が横にあります: {names}。")
        way_out = T("Bring over what is only there, then move it away; nothing is lost.", "そちらにしかない内容を移してから、片づけてください。どちらも消えていません。")  # fmt: skip
        yield Noticed((path.name,), says.format(names=", ".join(sorted(found))), way_out, Gravity.ASKS)
    if found := copies(path, names):
        yield Noticed((path.name,), not_read(found), BRING_OVER.format(name=path.name), Gravity.ASKS)


def copies(path: Path, names: Collection[str]) -> list[str]:
    """The files beside one that look like copies of it: “method-last-2.xlsx”, 「method-last のコピー.xlsx」."""
    found = []
    for other in sorted(path.parent.iterdir()):
        stem = plain_name(other.stem)
        known = any(stem.startswith(name) and _COPY.fullmatch(stem.removeprefix(name)) for name in names)
        if known and other != path and other.suffix.lower() in ENDINGS:
            found.append(other.name)
    return found


def about_other_kinds(folder: Path, names: Collection[str]) -> Iterator[Noticed]:
    """What is told of a file that has the right name and is of a kind that nobody here can read.

    Args:
        names: everything that the file may be called, as ``plain_name`` gives it.
    """
    for other in sorted(folder.iterdir()) if folder.is_dir() else ():
        if other.suffix.lower() in _OTHER_TABLES and plain_name(other.stem) in names:
            says = T(
                "{name} was not read: files that end in {ending} cannot be.",
                "{name} は、{ending} の形式なので読めません。",
            )
            way_out = T(
                "Open it in the program that it comes from and save it as .xlsx.",
                "作ったソフトで開き、.xlsx で保存し直してください。",
            )
            yield Noticed((other.name,), says.format(name=other.name, ending=other.suffix), way_out, Gravity.WRONG)  # fmt: skip


def not_read(names: Collection[str]) -> T:
    """What is said of copies."""
    return T("{names} beside it was not read.", "横にある {names} は、読んでいません。").format(names=", ".join(names))


def plain_name(name: str) -> str:
    """The name of a file, without its ending, as it is compared."""
    return unicodedata.normalize("NFKC", name).casefold().replace("_", "-").replace(" ", "-").strip("-")


BRING_OVER = T(
    "Copy its lines to the end of {name}, then move it out of this folder.",
    "その行を {name} の続きにコピーし、別のフォルダーへ移しましょう。",
)
