"""What is worth a second look before anybody is invited; nothing of it is refused."""

from __future__ import annotations

from datetime import date, timedelta

from mlcurric.subject.team.days import a_day, day_off, working_day_from
from mlcurric.text import T
from mlcurric.workshop.agenda import agenda, clock
from mlcurric.workshop.emails import REPLY_DAYS
from mlcurric.workshop.preparation import day_of_week, working_day_before
from mlcurric.workshop.session import Session

GOOD_SIZE = (3, 8)
"""So few and so many people find one wall together; above, two walls do."""
LATEST = 20 * 60
"""Minutes from midnight after which hardly anybody is at work."""


_AHEAD = timedelta(weeks=4)
"""Time enough to invite, to print and to hear who comes."""


def usual_day(today: date) -> date:
    """The day of a session for which none was given: a working day in four weeks."""
    return working_day_from(today + _AHEAD)


def remarks(session: Session, today: date, is_given: bool = True) -> list[T]:
    """What somebody should be told of a session, seen from a day.

    Args:
        is_given: whether its day was given, or is the usual one.
    """
    found = [] if is_given else [_NO_DAY.format(day=a_day(session.day))]
    if session.day < today:
        found.append(_PAST.format(day=a_day(session.day)))
    elif working_day_before(session.day, REPLY_DAYS) < today:
        found.append(_SOON.format(day=day_of_week(working_day_before(session.day, REPLY_DAYS))))
    if why := day_off(session.day):
        found.append(_DAY_OFF.format(day=a_day(session.day), why=why))
    rows = agenda(session.stage, session.start)
    if rows[-1].ends > LATEST:
        found.append(_LATE.format(ends=clock(rows[-1].ends)))
    if session.stage == 3:
        if session.people < GOOD_SIZE[0]:
            found.append(_FEW.format(n=session.people, least=GOOD_SIZE[0]))
        if session.people > GOOD_SIZE[1]:
            found.append(_MANY.format(n=session.people, most=GOOD_SIZE[1]))
    return found


_NO_DAY = T(
    "No day was given, so the pages carry {day}: run the same line once more with --date and the day, and they follow.",
    "開催日の指定がないので、ページの日付は{day}にしました。決まったら、同じコマンドに --date を付けてもう一度実行すれば、すべて直ります。",
)
_PAST = T("{day} is over; the dates on the pages are counted from it all the same.", "{day}は、もう過ぎています。ページの日付は、この日から数えてあります。")  # fmt: skip
_DAY_OFF = T("{day} is {why}; is that meant?", "{day}は{why}です。この日でよいですか。")
_FEW = T(
    "{n} people: fewer than {least} hardly see what the others take for granted. Invite one more trade.",
    "{n}人では、ほかの人にとっての当たり前に気づきにくくなります。あと1職種に声をかけ、{least}人以上にしましょう。",
)
_MANY = T(
    "{n} people: above {most}, make two walls and two facilitators, and show them to each other at the check-out.",
    "{n}人は1枚の壁には多めです({most}人まで)。壁と進行役を2組に分け、チェックアウトで見せ合いましょう。",
)
_SOON = T(
    "The e-mails ask for an answer by {day}, which is over; change that before you send them.",
    "メールの返信期限({day})は、もう過ぎています。送る前に直してください。",
)
_LATE = T("It ends at {ends}; is the start right?", "終わりが{ends}になります。開始時刻はこれでよいですか。")
