"""What a team fills in: the empty board, the empty sheets and the survey's forms of a session."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from mlcurric.keeping import BYTE_ORDER_MARK
from mlcurric.subject.board.files import board_text
from mlcurric.subject.board.kinds import KINDS
from mlcurric.subject.board.model import Board
from mlcurric.subject.list_kinds import Table
from mlcurric.subject.sheets import NOTE
from mlcurric.subject.surveys.forms import BEFORE
from mlcurric.subject.surveys.paper import form_csv, form_page, typing_sheet
from mlcurric.subject.team import plan90, pre_mortem, role_map
from mlcurric.subject.team.raci import Raci, Task, raci_text, raci_workbook
from mlcurric.subject.typed import Slip
from mlcurric.subject.usecases.criteria import CRITERIA
from mlcurric.subject.usecases.workbook import METHOD_LAST, USE_CASES
from mlcurric.subject.workbooks import table_text, workbook
from mlcurric.text import T
from mlcurric.workshop import sign_in
from mlcurric.workshop.emails import emails
from mlcurric.workshop.handouts import handouts
from mlcurric.workshop.session import Session

IDEATHON, HANDOUTS, SURVEYS, EMAILS, REPORT = "ideathon", "handouts", "surveys", "emails", "report"
"""The folders of a team's folder; the last is made by the report."""
BOARD = "board.csv"
_EMPTY_LINES = 8
_PLACEHOLDER = T("(name {n})", "(名前{n})")
_FIRST_ON_PLAN = ("executive", "viable", "usable", "feasible", "meeting")
"""What every plan has; the lines stand there, their days are the team's to find."""
_HOW = (
    (T("how to", "書きかた"), T("one note a line; only 'kind' and 'text' are needed, the rest may stay empty", "付箋1枚を1行に。kind(種類)と text(内容)だけで十分。ほかは空欄でかまいません")),
    (T("example", "記入例"), T("E at 3, text: the customer cancelled, role: support, pivotal: yes", "kind は E、text は「顧客が解約した」、at は左からの順番、role は貼った人の職種、pivotal は転換点なら yes")),
)  # fmt: skip


def files(session: Session) -> dict[str, bytes]:
    """Everything that is laid out beside the notebooks: the path below the team's folder → what stands in the file.

    The same session gives the same bytes. The language is the one spoken now.
    """
    found = {f"{HANDOUTS}/{name}": page.encode() for name, page in handouts(session).items()}
    found |= {f"{EMAILS}/{name}.txt": str(text).encode() for name, text in emails(session).items()}
    found |= _surveys(session.stage)
    if session.stage == 3:
        found |= {f"{IDEATHON}/{name}": content for name, content in _ideathon(session).items()}
    return found


def blank_board(session: Session) -> str:
    """An empty board as its file begins: whose it is, what may stand there, and the headings."""
    kinds = T(
        ", ".join(f"{kind.letter} {kind.name.en}" for kind in KINDS.values()),
        "、".join(f"{kind.letter} {kind.name.ja}" for kind in KINDS.values()),
    )
    lines = [*_HOW, (T("kinds", "種類の記号"), kinds)]
    told = "".join(_quoted(f"{NOTE} {name}: {says}") for name, says in lines)
    head, _, headings = board_text(Board({}, team=session.team)).rpartition("\n")[0].rpartition("\n")
    return f"{head}\n{told}{headings}\n"


def _quoted(line: str) -> str:
    # A comma in a remark would spread it over several cells.
    return '"' + line.replace('"', '""') + '"\n' if "," in line or '"' in line else f"{line}\n"


def _surveys(stage: int) -> dict[str, bytes]:
    """The forms: for paper, as a list of questions for a form tool, and the headings under which paper is typed.

    The one before the first stage comes every time: whoever joins later has not filled it in.
    """
    found = {}
    for form in (BEFORE, stage):
        name = "before" if form == BEFORE else f"after-{form}"
        found[f"{SURVEYS}/form-{name}.html"] = form_page(form).encode()
        found[f"{SURVEYS}/form-{name}.csv"] = _csv(form_csv(form))
        found[f"{SURVEYS}/answers-{name}.csv"] = _csv(typing_sheet(form))
    return found


def _ideathon(session: Session) -> dict[str, bytes]:
    """The empty sheets, each as Excel, or as CSV where openpyxl is missing."""
    found = {BOARD: _csv(blank_board(session))}
    for name, empty in _EMPTY.items():
        try:
            found[f"{name}.xlsx"] = empty(session, True)
        except Slip:
            found[f"{name}.csv"] = empty(session, False)
    return found


def _table(
    table: Table,
    rows: Callable[[Session], Sequence[Mapping[str, str]]] = lambda session: [{}] * _EMPTY_LINES,
    over: Callable[[], Mapping[str, Mapping[str, float]]] = dict,
) -> Callable[[Session, bool], bytes]:
    """How an empty sheet is made, as Excel or as CSV: with lines to write on, or Excel would add nothing up."""

    def made(session: Session, as_excel: bool) -> bytes:
        known = {"team": session.team, "start": session.day.isoformat()}
        about = {column.name: known.get(column.name, "") for column in table.about}
        if as_excel:
            return workbook(table, rows(session), about, over=over())
        return _csv(table_text(table, rows(session), about))

    return made


def _raci(session: Session, as_excel: bool) -> bytes:
    people = tuple(str(_PLACEHOLDER.format(n=n)) for n in range(1, session.people + 1))
    sheet = Raci((Task("", {}),) * _EMPTY_LINES, people, team=session.team, start=session.day)
    return raci_workbook(sheet) if as_excel else _csv(raci_text(sheet))


_EMPTY: Mapping[str, Callable[[Session, bool], bytes]] = {
    "method-last": _table(METHOD_LAST),
    "use-cases": _table(USE_CASES, over=lambda: {str(T("weight", "重み")): dict.fromkeys(CRITERIA, 1.0)}),
    "role-map": _table(role_map.TABLE, lambda session: role_map.role_map_rows(role_map.RoleMap(()))),
    "raci": _raci,
    "pre-mortem": _table(pre_mortem.TABLE, lambda session: pre_mortem.pre_mortem_rows(pre_mortem.PreMortem(()))),
    "plan": _table(plan90.TABLE, lambda session: [*({"kind": kind} for kind in _FIRST_ON_PLAN), *[{}] * _EMPTY_LINES]),
    "sign-in": _table(sign_in.TABLE, lambda session: [{}] * (session.people + sign_in.spare_lines(session.people))),
}
"""The sheets by the names of their files, which are those of ``mlcurric.subject.ideathon.sheets``, and the sign-in sheet."""


def _csv(text: str) -> bytes:
    return (BYTE_ORDER_MARK + text).encode()
