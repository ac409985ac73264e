"""What lies beside a file of an ideathon and is not read: copies from several machines, and versions that were kept apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path

from mlcurric.keeping import BESIDE, versions
from mlcurric.subject.ideathon.noticed import Gravity, Noticed
from mlcurric.text import T

_SHORT = 4
"""Signs; shorter names are words that stand in many others."""
ENDINGS = (".xlsx", ".xlsm", ".csv", ".tsv")
"""The files that are read."""
_OTHER_TABLES = (".xls", ".xlsb", ".ods", ".numbers", ".gsheet", ".txt")
"""Where else people keep tables; pages and prints of a sheet have its name too, and are none."""


def about_beside(path: Path) -> Iterator[Noticed]:
    """What is told of the versions of a file that were kept apart."""
    if found := [other.name for why in BESIDE for other in versions(path, path.parent, why)]:
        says = T("another version lies beside it: {names}.", "別の版が横にあります: {names}。")
        way_out = T("Bring over what is only there, then move it away; nothing is lost.", "そちらにしかない内容を移してから、片づけてください。どちらも消えていません。")  # fmt: skip
        yield Noticed((path.name,), says.format(names=", ".join(sorted(found))), way_out, Gravity.ASKS)


def about_others(name: str, filled: Collection[str], blank: Collection[str]) -> Iterator[Noticed]:
    """What is told of the files that could have been read in place of one.

    Args:
        name: of the one that was read.
        filled: those of the others that are filled in.
        blank: those that nobody has filled in.
    """
    if filled:
        says = T(
            "there is {others} too; {name} was read, because it was saved last.",
            "{others} もあります。あとから保存された {name} を読みました。",
        )
        way_out = T("Keep one, and move the other out of this folder.", "1つだけ残し、もう一方は別のフォルダーへ移しましょう。")  # fmt: skip
        yield Noticed((name,), says.format(others=", ".join(filled), name=name), way_out, Gravity.WRONG)
    if blank:
        says = T(
            "{others} is not filled in; {name} was read.",
            "{others} は未記入です。書き込みのある {name} を読みました。",
        )
        way_out = T("Go on writing in {name}.", "続きも {name} に書いてください。")
        yield Noticed((name,), says.format(others=", ".join(blank), name=name), way_out.format(name=name), Gravity.READ)


def about_copies(filled: Collection[Path], others: Collection[Path], name: str) -> Iterator[Noticed]:
    """What is told of tables that are not read though their names say what they are.

    Args:
        filled: those in which somebody's lines stand.
        others: those that cannot be read as such a sheet.
        name: of the file that is read, or that would be.
    """
    for found, gravity, way_out in ((filled, Gravity.WRONG, _BRING_OVER), (others, Gravity.ASKS, _IF_MEANT)):
        if found:
            names = ", ".join(other.name for other in found)
            yield Noticed((name,), _NOT_READ.format(names=names), way_out.format(name=name), gravity)


def copies(folder: Path, names: Collection[str], others: Collection[str]) -> list[Path]:
    """The tables of a folder that have a sheet's name within their own and somebody's beside it: 「method-last_西村.xlsx」.

    Args:
        names: everything that the sheet's file may be called, as ``plain_name`` gives it.
        others: the same of all other files; where one of these stands in a name and is longer, it is a copy of that one.
    """
    found = []
    for other in sorted(folder.iterdir()) if folder.is_dir() else ():
        stem = plain_name(other.stem)
        is_table = other.suffix.lower() in ENDINGS and not other.name.startswith((".", "~$"))
        if is_table and stem not in {*names, *others} and not _kept_apart(other) and other.is_file():
            own = max((len(name) for name in names if _holds(stem, name)), default=0)
            if own > max((len(name) for name in others if _holds(stem, name)), default=0):
                found.append(other)
    return found


def _holds(stem: str, name: str) -> bool:
    """Whether a name stands within another as a word of its own: “plan” not in “planet”, 「計画」 not in 「事業計画」."""
    if len(name) < _SHORT:
        return bool(re.match(rf"{re.escape(name)}(?:[\W\d_]|の?コピー)", stem))
    return bool(re.search(rf"(?<![a-z]){re.escape(name)}(?![a-z])", stem))


def _kept_apart(path: Path) -> bool:
    """Whether a file is a version that was kept by us, of which ``about_beside`` tells."""
    return bool(re.search(rf"\.(?:{'|'.join(BESIDE)})-\d+$|\.last-good$", path.stem))


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


def plain_name(name: str) -> str:
    """The name of a file, without its ending, as it is compared."""
    return unicodedata.normalize("NFKC", name).casefold().replace("_", "-").replace(" ", "-").strip("-")


_NOT_READ = T("{names} beside it was not read.", "横にある {names} は、読んでいません。")
_BRING_OVER = T(
    "Add its lines to the end of {name}, then move it out of this folder.",
    "その行を {name} の続きに貼り足してから、別のフォルダーへ移してください。",
)
_IF_MEANT = T(
    "If it holds lines of this sheet, add them to the end of {name}; then move it out of this folder.",
    "このシートの行が入っていたら {name} の続きに貼り足し、別のフォルダーへ移してください。",
)
