"""What the command line says of a folder that was laid out: what is there, what was left alone, what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from mlcurric.subject.team.days import a_day
from mlcurric.text import T, run_on
from mlcurric.workshop.agenda import agenda, clock
from mlcurric.workshop.commands import quoted
from mlcurric.workshop.layout import Arrival, Folder
from mlcurric.workshop.outside import about_outside
from mlcurric.workshop.session import Session
from mlcurric.workshop.sheets import EMAILS, HANDOUTS, IDEATHON, SURVEYS

_HOLDS = {
    HANDOUTS: T("to print: agenda, preparation, sign-in sheet …", "印刷するもの(進め方、準備リスト、出席簿など)"),
    EMAILS: T("texts to mail", "メールの文面"),
    SURVEYS: T("the survey's forms, and where answers go", "アンケートの用紙と、回答を入れる場所"),
    IDEATHON: T("the board and the sheets, empty", "ボードとシート(空)"),
}


def told(session: Session, folder: Folder, remarks: Sequence[T]) -> Iterator[T]:
    """The lines, in their order."""
    rows = agenda(session.stage, session.start)
    yield _WHO.format(
        team=session.team, stage=session.stage, day=a_day(session.day), begins=clock(rows[0].begins), ends=clock(rows[-1].ends)
    )  # fmt: skip
    count = Counter(PurePosixPath(name).parts[0] for name in folder.of(Arrival.NEW))
    for name, holds in _HOLDS.items():
        if count[name]:
            yield _PUT.format(name=folder.path / name, n=count[name], holds=holds)
    if folder.notebooks:
        yield _NOTEBOOKS.format(path=folder.path / session.lang, n=len(folder.notebooks))
    yield from about_kept(folder)
    if not count and not folder.notebooks and not folder.of(Arrival.RENEWED):
        yield _NOTHING
    yield from (_LOOK.format(says=says) for says in remarks)
    for each in about_outside(folder.path):
        yield _LOOK.format(says=_FILES.format(names=", ".join(each.files), says=run_on((each.says, each.way_out))))
    yield _NEXT.format(path=folder.path / HANDOUTS / "preparation.html", folder=quoted(folder.path))


def about_kept(folder: Folder) -> Iterator[T]:
    """What was there before: which files were renewed, and which were left to whoever wrote in them."""
    if renewed := folder.of(Arrival.RENEWED):
        yield _RENEWED.format(n=len(renewed), names=", ".join(renewed))
    if kept := folder.of(Arrival.KEPT):
        yield _KEPT.format(n=len(kept), names=", ".join(kept))


_WHO = T("{team}, stage {stage}: {day}, {begins}–{ends}", "{team} ステージ{stage}: {day} {begins}〜{ends}")
_PUT = T("  {name}: {n} new file(s), {holds}", "  {name}: {n}個を置きました。{holds}")
_NOTEBOOKS = T("  {path}: {n} notebook(s)", "  {path}: ノートブック{n}個")
_RENEWED = T(
    "Renewed, because nobody had written in them ({n}): {names}",
    "まだ誰も書き込んでいなかったので、入れ替えました({n}個): {names}",
)
_KEPT = T(
    "Left as they are, because somebody wrote in them ({n}): {names}. For a new one, rename the old one and run this again.",
    "書き込みがあるので、そのままにしました({n}個): {names}。新しいものが要るときは、古いほうの名前を変えて、もう一度実行してください。",
)
_NOTHING = T("Everything was there already; nothing was written.", "すべてそろっていたので、何も書き込んでいません。")
_FILES = T("{names}: {says}", "{names}: {says}")
_LOOK = T("Look: {says}", "注意: {says}")
_NEXT = T(
    "Next: open {path} in a browser and begin at the top. On the day: mlcurric start --work {folder}",
    "次は、{path} をブラウザーで開き、上から順に。当日は mlcurric start --work {folder} です。",
)
