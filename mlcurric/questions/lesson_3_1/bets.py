"""Two bets on walls, laid before anybody writes."""

from __future__ import annotations

from mlcurric.question.estimates import Statement, estimate_question
from mlcurric.subject.board.form import board_findings
from mlcurric.subject.ideathon.example import example_board
from mlcurric.text import T

FIRST_INVOICE = 27
"""The event on the finished board with which the customer table begins."""


def share_before_invoice() -> float:
    """Of the hotspots on the finished board, the share that stands before the first invoice."""
    board = example_board()
    places = [note.at for note in board.of("hotspot")]
    return sum(at < board.notes[FIRST_INVOICE].at for at in places) / len(places)


def share_to_mend() -> float:
    """Of the notes of the first ten minutes, the share of which the check says something that can be mended on the note."""
    rough = example_board("rough")
    named = {id for finding in board_findings(rough) if finding.id != "nobody_acts" for id in finding.notes}
    return len(named) / len(rough)


wall_bets = estimate_question(
    name="wall_bets",
    title=T("Two bets on walls", "壁についての2つの賭け"),
    statements={
        "rough": Statement(
            T(
                "of 25 notes that eight capable people write in the first ten minutes, at least half can stay as they are",
                "優秀な8人が最初の10分で書いた25枚のうち、半分以上は、直さずそのまま使える",
            ),
            truth=lambda: share_to_mend() <= 0.5,
        ),
        "early": Statement(
            T(
                "a team comes to talk about cancelling: of its hotspots at least half stand before the first invoice is paid",
                "解約の話をしに集まったチームのホットスポットの、少なくとも半分は、最初の請求が支払われるより前に貼られる",
            ),
            truth=lambda: share_before_invoice() >= 0.5,
        ),
    },
    hints=(
        T(
            "Think of the last meeting in which everybody was to describe how the work runs.",
            "「仕事の流れを書いてください」と言われた、最近の会議を思い出してみましょう。",
        ),
        T("A guess is enough; the lesson counts both.", "勘でかまいません。どちらも、このレッスンで数えます。"),
    ),
    why=T("The lesson counts both.", "どちらも、このレッスンで数えます。"),
    settled_in="3-1",
    told_below=True,
)
