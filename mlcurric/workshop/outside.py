"""What lies in a team's folder itself and is not read, because the team has a folder of its own for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mlcurric.keeping import stamp
from mlcurric.subject.ideathon.contents import PARTS, candidates, read_file
from mlcurric.subject.ideathon.noticed import Gravity, Noticed
from mlcurric.text import T
from mlcurric.workshop import sign_in
from mlcurric.workshop.answer_files import answers_in
from mlcurric.workshop.sheets import IDEATHON, SURVEYS


def about_outside(folder: Path) -> Iterator[Noticed]:
    """What is told of files that were laid out by hand, or earlier, before the folder had one for the ideathon.

    A sheet that nobody has filled in, and one that lies in the right place too, are not worth a word.

    Raises:
        OSError: if nobody may look into the folder.
        Slip: likewise.
    """
    inside = folder / IDEATHON
    if not inside.is_dir():
        return
    for part in (*PARTS, sign_in.PART):
        there = {stamp(path) for path in candidates(part, inside)}
        if others := [path.name for path in candidates(part, folder) if stamp(path) not in there]:
            found, meant = read_file(part, folder), read_file(part, inside)
            if found.amount is not None or found.is_damaged or len(others) > 1:
                way_out = _IN_PLACE if meant.amount is not None else _MOVE
                values = {"folder": IDEATHON, "other": meant.shown}
                yield Noticed(tuple(others), _NOT_READ, way_out.format(**values), Gravity.WRONG)
    if answers := [path.name for path in answers_in(folder)]:
        yield Noticed(tuple(answers), _NOT_READ, _MOVE.format(folder=SURVEYS), Gravity.WRONG)


_NOT_READ = T(
    "it lies in the team's folder itself, where nothing is read; so it is not in the report.",
    "チームのフォルダーの直下にあるので、読んでいません。このままでは報告書に入りません。",
)
_MOVE = T(
    "Move it into “{folder}”, or, if it does not count, into another folder.",
    "使うなら「{folder}」フォルダーへ移してください。使わないものなら、別のフォルダーへ片づけます。",
)
_IN_PLACE = T(
    "In “{folder}” {other} is filled in: bring over what is only here, then move this one into another folder.",
    "「{folder}」フォルダーの {other} にも書き込みがあります。こちらにしかない内容をそこへ移してから、別のフォルダーへ片づけてください。",
)
