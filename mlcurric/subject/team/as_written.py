"""Days and numbers as somebody wrote them: the hour beside a day, and what cannot be read, which is shown and never dropped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from mlcurric.text import T

_NO_DAY = T("{typed} (cannot be read as a day)", "{typed}(日付として読めません)")
_NO_NUMBER = T("{typed} (cannot be read as a number)", "{typed}(数として読めません)")
_NO_LETTER = T("{typed} (none of R, A, C, I)", "{typed}(R・A・C・Iではありません)")


def day_cell(day: date | None, name: str, unread: Mapping[str, str], hours: Mapping[str, str]) -> str:
    """A day as it stands in a file: with its hour, or as somebody typed what cannot be read as one.

    Args:
        name: of the column.
        unread: column → what was typed there and cannot be read.
        hours: column → the hour that stands beside the day.
    """
    return f"{day.isoformat()} {hours.get(name, '')}".strip() if day else unread.get(name, "")


def day_shown(
    day: date | None, name: str, unread: Mapping[str, str], hours: Mapping[str, str], shown: Callable[[date], T]
) -> T | None:
    """A day as it stands on a page; ``None`` where nothing was typed. The arguments are those of ``day_cell``.

    Args:
        shown: a day in words.
    """
    if day is None:
        return _NO_DAY.format(typed=unread[name]) if name in unread else None
    words, hour = shown(day), hours.get(name, "")
    return T(f"{words.en} {hour}".strip(), f"{words.ja} {hour}".strip())


def number_shown(typed: str) -> T:
    """What was typed where a number is wanted and none can be read."""
    return _NO_NUMBER.format(typed=typed)


def letters_shown(typed: str) -> T:
    """What was typed where letters are wanted, and is none."""
    return _NO_LETTER.format(typed=typed)
