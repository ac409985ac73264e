"""What is printed for a session: pages of A4 that read on a phone and in black and white, in the language spoken now."""

from __future__ import annotations

from mlcurric.subject.board.kinds import KINDS
from mlcurric.subject.scenario.pages import cards_page
from mlcurric.subject.scenario.reader import load_scenario
from mlcurric.subject.team.days import a_day
from mlcurric.subject.usecases.criteria import CRITERIA
from mlcurric.subject.usecases.method_last import MethodLastSheets
from mlcurric.subject.usecases.page import render_method_last
from mlcurric.templates import filled
from mlcurric.text import T
from mlcurric.workshop.agenda import agenda, clock, duration, lasts, parts
from mlcurric.workshop.cards import cards
from mlcurric.workshop.kit import PAD, papers, wall_metres
from mlcurric.workshop.preparation import SPARE_SHEETS, day_of_week, preparation
from mlcurric.workshop.session import Session
from mlcurric.workshop.sign_in import SIDES, spare_lines
from mlcurric.workshop.stage_2 import HOMEWORK
from mlcurric.workshop.steps import Typing
from mlcurric.workshop.trouble import NEVER_CUT, troubles
from mlcurric.workshop.words import WORDS

PACKAGE = "mlcurric.workshop"
ROLE_PLAY = "nobody-said"
"""The scenario of lesson 2-7, whose cards are printed."""


def handouts(session: Session) -> dict[str, str]:
    """The pages of a session by the name of their file, in the order in which they are needed."""
    pages = {
        "preparation.html": preparation_page(session),
        "agenda.html": agenda_page(session),
        "sign-in.html": sign_in_page(session),
        "when-it-goes-wrong.html": trouble_page(session),
    }
    if session.stage == 2:
        pages["role-play.html"] = cards_page(load_scenario(ROLE_PLAY))
    if session.stage == 3:
        pages |= {
            "legend.html": legend_page(session),
            "role-cards.html": role_cards_page(session),
            "method-last.html": method_last_page(session),
            "score-sheet.html": score_sheet_page(session),
        }
    return pages


def agenda_page(session: Session) -> str:
    """The agenda to the minute, on the clock of the session."""
    rows = agenda(session.stage, session.start)
    whole, rests = lasts(rows)
    said = _LASTS.format(
        begins=clock(rows[0].begins), ends=clock(rows[-1].ends), lasts=duration(whole), rests=duration(rests)
    )
    return _page(
        "agenda.html",
        session,
        parts=list(parts(rows)),
        said=said,
        homework=HOMEWORK if session.stage == 2 else None,
        typed=lambda typing: _typed(typing, session.pairs),
    )


def preparation_page(session: Session) -> str:
    """What has to be done by when, to tick off."""
    return _page("preparation.html", session, dues=preparation(session), by_day=day_of_week, clock=clock)


def legend_page(session: Session) -> str:
    """The kinds of sticky notes, what belongs on them, and how many to buy."""
    bought = papers(session.people)
    buy = _BUY.format(people=session.people, sheets=sum(paper.sheets for paper in bought), pad=PAD, metres=f"{wall_metres(session.people):g}")  # fmt: skip
    # Nobody has seen every shade: the colour is named, and the letter told.
    colours = {
        kind.id: T(kind.colours[0], next(word for word in kind.colours if not word.isascii()))
        for kind in KINDS.values()
    }
    return _page("legend.html", session, papers=bought, buy=buy, outlined=("ml_step",), colours=colours)


def role_cards_page(session: Session) -> str:
    """The cards of the room and of the eight roles, to be cut."""
    dealt = cards()
    pages = [dealt[at : at + _CARDS_A_PAGE] for at in range(0, len(dealt), _CARDS_A_PAGE)]
    return _page("role-cards.html", session, pages=pages)


def method_last_page(session: Session) -> str:
    """Empty method-last sheets, one of A4 each: one a pair, and one to spare."""
    blank = session.pairs + SPARE_SHEETS
    return render_method_last(MethodLastSheets(team=session.team), (), session.day, blank=blank)


def score_sheet_page(session: Session) -> str:
    """The sheets on which each scores alone, one of A4 a person: use cases by the six criteria, with what 1, 3 and 5 mean."""
    return _page("score-sheet.html", session, sheet=_SCORES, criteria=CRITERIA, lines=_USE_CASES, people=session.people)


def sign_in_page(session: Session) -> str:
    """The sheet at the door: a line for everybody, and some to spare."""
    return _page("sign-in.html", session, lines=session.people + spare_lines(session.people), sides=SIDES)


def trouble_page(session: Session) -> str:
    """What to say and do when it goes wrong, and what to cut, in order, when time runs out."""
    rows = agenda(session.stage, session.start)
    cuts = [row for row in rows if row.step.spare]
    first = sorted(cuts, key=lambda row: -row.step.spare / row.step.minutes)
    spare = _SPARE.format(minutes=sum(row.step.spare for row in rows))
    return _page("trouble.html", session, troubles=troubles(session.stage), cuts=first[:_CUTS], spare=spare, never=NEVER_CUT[session.stage])  # fmt: skip


def _typed(typing: Typing, pairs: int) -> T:
    """Who types what meanwhile, how long that takes, and what the others do."""
    return _TYPED.format(
        who=typing.who,
        file=typing.file,
        fields=typing.fields(pairs),
        minutes=typing.minutes(pairs),
        meanwhile=typing.meanwhile,
    )


_CUTS = 6
_USE_CASES = 8
"""Lines on a score sheet; a room that has more does not get through them in ten minutes."""
_CARDS_A_PAGE = 6


def _page(template: str, session: Session, **values: object) -> str:
    return filled(
        PACKAGE, template, session=session, day=a_day(session.day), made_on=a_day(session.day), words=WORDS, **values
    )


_SCORES = {
    "title": T("Score sheet", "採点シート"),
    "case": T("use case", "ユースケース"),
    "how": T(
        "Alone, in silence: 1 to 5 in each box; 5 always speaks for doing it. Whoever does not know leaves the box empty.",
        "ひとりで、黙って、1〜5を書き込みます。5はいつも「やるべき」側。わからない欄は空けておきます。",
    ),
    "rests": T(
        "Into the list goes the middle one of all scores. Of an even number of people it may lie between two: 3 and 4 make 3.5.",
        "一覧に入れるのは、全員の点の真ん中です。人数が偶数で、真ん中の2人が3点と4点なら、3.5と書きます。",
    ),
}
_LASTS = T("{begins} to {ends}: {lasts}, {rests} of it breaks.", "{begins}〜{ends}({lasts}、うち休憩{rests})")
_TYPED = T(
    "Typed meanwhile: {who}, {file}, up to {fields} fields ({minutes} min); {meanwhile}.",
    "打ち込み: {who}が {file} に{fields}欄まで(約{minutes}分)。{meanwhile}。",
)
_BUY = T(
    "For {people} people: about {sheets} sheets in all (pads of {pad}), and a wall of {metres} m. Our rule of thumb; buy what comes near.",
    "{people}人分で、合わせて約{sheets}枚(1冊{pad}枚として)、壁は{metres}m。私たちの目安です。近い色で揃えば十分です。",
)
_SPARE = T(
    "{minutes} minutes can be saved in all (“if late” on the agenda). Of what is still to come, shorten in this order:",
    "合わせて{minutes}分まで縮められます(進め方の「遅れたら」)。まだ終わっていないものを、この順に:",
)
