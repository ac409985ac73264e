"""What is told of a file of an ideathon that cannot be read, and of a folder that nobody may look into."""

from __future__ import annotations

from pathlib import Path

from mlcurric.disk_errors import why_refused
from mlcurric.keeping import last_good
from mlcurric.subject.ideathon.noticed import Gravity, Noticed
from mlcurric.subject.typed import Slip
from mlcurric.text import T, run_on


def damaged(path: Path, error: Slip | OSError) -> Noticed:
    """What is told of a file that cannot be read."""
    if isinstance(error, Slip):
        says, *ways = error.says
    else:
        says = T("“{name}” cannot be read ({why}).", "「{name}」を開けません({why})。").format(name=path.name, why=why_refused(error))  # fmt: skip
        ways = [T("Close it in other programs, and look at its rights.", "ほかのソフトで開いていたら閉じ、読み取りの権限を確かめてください。")]  # fmt: skip
    if (good := last_good(path)).is_file():
        ways.append(T("The last good version is beside it: {name}.", "最後に正しく保存された版が、横の {name} にあります。").format(name=good.name))  # fmt: skip
    way_out = run_on(ways) if ways else _MEND
    return Noticed((path.name,), says, way_out, Gravity.DAMAGED)


def closed_folder(folder: Path, error: OSError) -> Slip:
    """What is told of a folder that nobody may look into."""
    says = T("The folder {folder} cannot be looked into ({why}).", "フォルダー {folder} の中を見られません({why})。")
    return Slip(says.format(folder=folder, why=why_refused(error)), _OPEN_FOLDER)


_OPEN_FOLDER = T(
    "Ask its owner for the right to read it, or connect its disk again; then try once more. Nothing in it was changed.",
    "持ち主に読み取りの権限を頼むか、ディスクをつなぎ直してから、もう一度実行してください。中身には触れていません。",
)
_MEND = T("Open it, save it once more, and check again.", "開いて保存し直し、もう一度確かめてください。")
