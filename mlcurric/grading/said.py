"""What several commands of grading say in the same words, and how a long list is cut off on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from mlcurric.text import T

SHOWN = 20
"""Lines of a list that are shown."""
AND_MORE = T("and {n} more", "ほか {n} 件")
OUT_IS_FILE = T(
    "“{path}” is a file; give a folder for --out.", "「{path}」はファイルです。--out にはフォルダーを指定してください。"
)
NOTHING_GRADED = T(
    "No exercise is graded yet; run “mlcurric grade” first.",
    "採点済みの演習がまだありません。先に「mlcurric grade」を実行してください。",
)


def first_lines(lines: Sequence[str], and_more: T = AND_MORE) -> list[str]:
    """The first lines of a list, set in, and how many more there are."""
    shown = [f"  {line}" for line in lines[:SHOWN]]
    return [*shown, f"  {and_more.format(n=len(lines) - SHOWN)}"] if len(lines) > SHOWN else shown
