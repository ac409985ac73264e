"""What several commands of grading say in the same words, and how a long list is cut off on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from mlcurric.grading.gradebook.grades_file import short
from mlcurric.grading.submission import Submission
from mlcurric.text import T

SHOWN = 20
"""Lines of a list that are shown."""
AND_MORE = T("and {n} more", "ほか {n} 件")
OUT_IS_FILE = T(
    "“{path}” is a file; give a folder for --out.", "「{path}」はファイルです。--out にはフォルダーを指定してください。"
)
COULD_NOT_BE_GRADED = T("could not be graded", "採点できませんでした")
STOPPED_BY = {
    "time": T("stopped at the time limit", "制限時間で打ち切り"),
    "memory": T("stopped: too much memory or output", "メモリーか出力の上限を超えたため打ち切り"),
    "died": T("Python ended before the last cell", "最後のセルまで行かずに Python が終了"),
    "ours": COULD_NOT_BE_GRADED,
}
"""What the ``trouble`` of a hand-in is called on a list."""
NOTHING_GRADED = T(
    "No exercise is graded yet; run “mlcurric grade” first.",
    "採点済みの演習がまだありません。先に「mlcurric grade」を実行してください。",
)


def first_lines(lines: Sequence[str], and_more: T = AND_MORE) -> list[str]:
    """The first lines of a list, set in, and how many more there are."""
    shown = [f"  {line}" for line in lines[:SHOWN]]
    return [*shown, f"  {and_more.format(n=len(lines) - SHOWN)}"] if len(lines) > SHOWN else shown


def kept_before(one: Submission) -> T | None:
    """What an earlier attempt earned where this one could not be graded; it is kept, and does not count."""
    if one.earlier is None:
        return None
    points, most = sum(each.points for each in one.earlier.graded), sum(each.most for each in one.earlier.graded)
    return _KEPT_BEFORE.format(attempt=one.earlier.attempt, points=short(points), most=short(most))


_KEPT_BEFORE = T(
    "attempt {attempt} was graded and is kept: {points} of {most} points",
    "{attempt} 回目の提出は採点済みで、結果を残してあります({most} 点中 {points} 点)",
)
