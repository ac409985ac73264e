"""One session of a team: which stage, on which day, from when on, with how many people; read as people type it, kept with its folder."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date, time
from pathlib import Path
from typing import Any

from mlcurric.curriculum import STAGES
from mlcurric.notebook.workfolder import load_workshop, session_file
from mlcurric.subject.product.numerals import normalised
from mlcurric.subject.team.days import a_day, read_day, wrong_weekday
from mlcurric.subject.typed import Slip
from mlcurric.text import LANGUAGES, T
from mlcurric.workshop.commands import command

VERSION = 1
"""Of the file that keeps a session."""
LONGEST_TEAM = 60
MOST_PEOPLE = 40
_CLOCK = re.compile(
    r"(am|pm|午前|午後)?\s*(\d{1,2})\s*(?:(?:[:.h時])\s*(\d{1,2}|半)?\s*分?)?\s*(am|pm|a\.m\.|p\.m\.)?\s*(?:から|〜|~|-)?"
)
_FOUR_DIGITS = re.compile(r"(\d{2})(\d{2})")


@dataclass(frozen=True)
class Session:
    """One session.

    Attributes:
        team: its name, on one line.
        stage: 1, 2 or 3.
        day, start: when it begins.
        people: how many take part.
        lang: the language of everything that is laid out.
        folder: the name of the team's folder, for the lines that are pasted; empty where it lies nowhere yet.
    """

    team: str
    stage: int
    day: date
    start: time = time(13)
    people: int = 6
    lang: str = "ja"
    # Where it lies says nothing of which session it is.
    folder: str = field(default="", compare=False)

    @property
    def pairs(self) -> int:
        """How many groups of two; of an odd number one works alone, or sits with a pair."""
        return (self.people + 1) // 2


def read_session(team: str, stage: str, day: str, start: str, people: str, lang: str) -> Session:
    """A session as somebody typed it: “ステージ3”, 「2027年1月21日(木)」, “１３時半”, 「6人」.

    Raises:
        Slip: saying what cannot be read, and the way out.
    """
    return Session(_team(team), _stage(stage), _day(day), _start(start), _people(people), lang)


def session_as_json(session: Session) -> dict[str, Any]:
    """What the folder's file says of a session."""
    return {
        "version": VERSION,
        "team": session.team,
        "stage": session.stage,
        "date": session.day.isoformat(),
        "start": session.start.strftime("%H:%M"),
        "people": session.people,
        "lang": session.lang,
    }


def load_session(folder: Path) -> Session:
    """The session of a team's folder.

    Raises:
        Slip: if the folder is none of a workshop, or its file is damaged.
    """
    return session_from(_kept(folder), folder)


def session_from(kept: Any, folder: Path) -> Session:
    """A session from what its file says.

    Raises:
        Slip: if something in it cannot be read.
    """
    try:
        lang = kept["lang"] if kept["lang"] in LANGUAGES else LANGUAGES[0]
        parts = (kept["team"], kept["stage"], kept["date"], kept["start"], kept["people"])
        # Its name is not kept: whoever renames the folder is told the new one.
        return replace(read_session(*map(str, parts), lang), folder=folder.resolve().name)
    except (KeyError, TypeError, Slip) as error:
        raise _damaged(folder) from error


def _kept(folder: Path) -> Any:
    try:
        return load_workshop(folder)
    except (FileNotFoundError, NotADirectoryError):
        raise Slip(
            T("{folder} is not the folder of a workshop.", "{folder} は、ワークショップのフォルダーではありません。").format(folder=folder),
            T("Make one: {line}", "こうして作れます: {line}").format(line=command("new")),
        ) from None  # fmt: skip
    except (OSError, ValueError) as error:
        raise _damaged(folder) from error


def _damaged(folder: Path) -> Slip:
    path = session_file(folder)
    return Slip(
        T("{path} is damaged.", "{path} が壊れています。").format(path=path),
        T(
            "Delete it, and lay the same folder out again, with your team and day: {line} What you filled in stays.",
            "このファイルを消し、同じフォルダーを、チーム名と開催日を書いて、もう一度作ってください。記入した内容は残ります: {line}",
        ).format(line=command("new", folder)),
    )


def _team(typed: str) -> str:
    # A name is only ever written into texts, never into a path; so any sign will do but those that a screen obeys.
    shown = "".join(sign if sign.isprintable() else " " for sign in typed)
    team = " ".join(shown.split())
    if not team:
        raise Slip(
            T("The team has no name.", "チーム名がありません。"),
            T('Give one: --team "…".', '--team "…" でつけてください。'),
        )
    if len(team) > LONGEST_TEAM:
        raise Slip(
            T("The team's name has {n} signs.", "チーム名が{n}字あります。").format(n=len(team)),
            T("Up to {most} fit on a page.", "{most}字までにしてください。").format(most=LONGEST_TEAM),
        )
    return team  # fmt: skip


def _stage(typed: str) -> int:
    plain = unicodedata.normalize("NFKC", typed).strip().casefold()
    found = re.fullmatch(r"(?:stage|ステージ)?\s*(\d{1,3})", plain)
    if found and int(found[1]) in (stage.number for stage in STAGES):
        return int(found[1])
    raise Slip(
        T("There is no stage “{typed}”.", "ステージ「{typed}」はありません。").format(typed=_short(typed)),
        T("Give --stage 1, 2 or 3.", "--stage に 1、2、3 のどれかを指定してください。"),
    )


def _day(typed: str) -> date:
    day = read_day(typed)
    if day is None:
        raise Slip(
            T("The day is missing.", "開催日がありません。"),
            T("Give it: --date 2027-01-21.", "--date 2027-01-21 のように指定してください。"),
        )
    if wrong := wrong_weekday(typed, day):
        says = T("{day} is no {said}.", "{day}は{said}ではありません。")
        raise Slip(
            says.format(day=a_day(day), said=wrong[0]),
            T("Look the day up once more.", "日付か曜日を確かめてください。"),
        )
    return day


def _start(typed: str) -> time:
    plain = normalised(typed)
    if found := _FOUR_DIGITS.fullmatch(plain):
        before, hour, minute, after = None, int(found[1]), int(found[2]), None
    elif found := _CLOCK.fullmatch(plain):
        before, hour, after = found[1], int(found[2]), found[4]
        minute = 30 if found[3] == "半" else int(found[3] or 0)
    else:
        raise _no_clock(typed)
    half = (before or after or "").replace(".", "")
    if half and hour > 12:
        raise _no_clock(typed)
    if half in ("pm", "午後"):
        hour = hour % 12 + 12
    elif half in ("am", "午前"):
        hour %= 12
    if hour > 23 or minute > 59:
        raise _no_clock(typed)
    return time(hour, minute)


def _no_clock(typed: str) -> Slip:
    return Slip(
        T("“{typed}” is no time of the day.", "「{typed}」は時刻として読めません。").format(typed=_short(typed)),
        T("Give --start 13:00, for instance.", "--start 13:00 のように指定してください。"),
    )


def _people(typed: str) -> int:
    found = re.fullmatch(r"(\d{1,4})\s*(?:人|名|people)?", normalised(typed))
    if found and 1 <= int(found[1]) <= MOST_PEOPLE:
        return int(found[1])
    raise Slip(
        T("“{typed}” is no number of people.", "人数「{typed}」は使えません。").format(typed=_short(typed)),
        T("Give --people 6, for instance; up to {most}.", "--people 6 のように、{most}人までで指定してください。").format(most=MOST_PEOPLE),
    )  # fmt: skip


def _short(typed: str) -> str:
    return f"{typed[:20]}…" if len(typed) > 21 else typed
