"""The e-mails around a session, as texts to paste: what stands in 〔 〕 is filled in by whoever sends them."""

from __future__ import annotations

from collections.abc import Mapping

from mlcurric.subject.product.dates import day_in_words
from mlcurric.subject.team.days import WEEKDAYS, a_day
from mlcurric.text import T
from mlcurric.workshop.agenda import agenda, clock, duration, lasts
from mlcurric.workshop.email_texts import ASKED, GOALS, INVITE, REMINDER, SPONSOR, SUBJECTS, THANKS, TITLES
from mlcurric.workshop.preparation import DAYS_AFTER, day_of_week, working_day_before, working_days_after
from mlcurric.workshop.session import Session

REPLY_DAYS, SPONSOR_DAYS = 14, 10
"""So many days before the session an answer is asked for: of those who are invited, of the sponsor."""


def emails(session: Session) -> dict[str, T]:
    """The e-mails by the name of their file, in the order in which they are sent; the first line is the subject."""
    rows = agenda(session.stage, session.start)
    whole, rests = lasts(rows)
    for_sponsor = next((row for row in rows if row.step.for_sponsor), rows[-1])
    values: Mapping[str, object] = {
        "team": session.team,
        "stage": session.stage,
        "title": TITLES[session.stage],
        "goals": GOALS[session.stage],
        "asked": ASKED[session.stage],
        "people": session.people,
        "day": a_day(session.day),
        "short": _short(session),
        "begins": clock(rows[0].begins),
        "ends": clock(rows[-1].ends),
        "ready": clock(max(rows[0].begins - 10, 0)),
        "lasts": duration(whole),
        "rests": duration(rests),
        "reply": day_of_week(working_day_before(session.day, REPLY_DAYS)),
        "sponsor_reply": day_of_week(working_day_before(session.day, SPONSOR_DAYS)),
        "sponsor_from": clock(for_sponsor.begins),
        "sponsor_to": clock(for_sponsor.ends),
        "report": day_of_week(working_days_after(session.day, DAYS_AFTER)),
    }
    kinds = {"1-invite": INVITE, "2-sponsor": SPONSOR, "3-reminder": REMINDER, "4-thank-you": THANKS}
    return {name: _mail(SUBJECTS[name], texts[session.stage], values) for name, texts in kinds.items()}


def _mail(subject: T, body: T, values: Mapping[str, object]) -> T:
    subject, body = subject.format(**values), body.format(**values)
    return T(f"Subject: {subject.en}\n\n{body.en}", f"件名: {subject.ja}\n\n{body.ja}")


def _short(session: Session) -> T:
    """The day for a subject: “Thu 21 Jan”, 「1/21(木)」."""
    day, name = session.day, WEEKDAYS[session.day.weekday()]
    month = day_in_words(day).en.split()[1][:3]
    return T(f"{name.en[:3]} {day.day} {month}", f"{day.month}/{day.day}({name.ja[0]})")
