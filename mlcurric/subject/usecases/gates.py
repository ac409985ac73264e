"""Gates: what stops a use case whatever its sum, and the names without which it is not ranked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mlcurric.subject.said import is_none
from mlcurric.subject.usecases.criteria import LEAST
from mlcurric.subject.usecases.usecase import YES, UseCase
from mlcurric.text import T


@dataclass(frozen=True)
class Gate:
    """One gate.

    Attributes:
        stops: whether the words of a use case stop it.
        says: why it is stopped, in a few words.
        way_out: what would open it.
        score: the criterion whose 1 stops it too; ``""`` if none does.
        cell: the cell that needs a name; while it is empty nobody has said that there is none, so it does not stop, and the use
            case is not ranked either. ``""`` if none is needed.
        wanted: what that name is called.
    """

    stops: Callable[[UseCase], bool]
    says: T
    way_out: T
    score: str = ""
    cell: str = ""
    wanted: T | None = None


def _says_none(text: str) -> bool:
    """Whether somebody has written that there is none; an empty cell says nothing."""
    return bool(text.strip()) and is_none(text)


GATES: Mapping[str, Gate] = MappingProxyType(
    {
        "sponsor": Gate(
            lambda case: _says_none(case.sponsor_name),
            T("no sponsor", "スポンサーがいない"),
            T("Ask one person by name, with a date.", "名前を挙げて、期日を決めて頼みましょう。"),
            "sponsor",
            "sponsor_name",
            T("sponsor", "スポンサー(名前)"),
        ),
        "data": Gate(
            lambda case: _says_none(case.data_now),
            T("no data", "データがない"),
            T("Begin to record them; come back when there are some.", "まず記録を始め、たまったら戻ってきましょう。"),
            "data",
        ),
        "owner": Gate(
            lambda case: _says_none(case.workflow_owner),
            T("nobody owns the workflow", "業務の責任者がいない"),
            T("Who may change how this work is done? Write their name.", "仕事のやり方を変えてよいのは誰ですか。名前を書きましょう。"),
            cell="workflow_owner",
            wanted=T("owner of the workflow", "業務の責任者"),
        ),
        "acts": Gate(
            lambda case: _says_none(case.who_acts),
            T("nobody acts on the output", "アウトプットを見て動く人がいない"),
            T("Who does what on the day they get it?", "受け取った日に、誰が何をしますか。"),
            cell="who_acts",
            wanted=T("who acts on it", "見て動く人"),
        ),
        "harm": Gate(
            lambda case: False,
            T("a mistake does harm that cannot be undone", "間違えると取り返しがつかない"),
            T("Let a person decide, or leave it.", "最後は人が決める形にするか、見送りましょう。"),
            "risk",
        ),
        "rule": Gate(
            lambda case: case.rule_enough == YES,
            T("a rule is enough", "ルールで足りる"),
            T("Build the rule; it needs no ML.", "ルールを作りましょう。機械学習は要りません。"),
        ),
        "own": Gate(
            lambda case: not is_none(case.gates),
            T("stopped by the team", "チームが決めた条件で停止"),
            T("Remove what the column “gate” says first.", "先に「止める条件」に書かれたことを片づけましょう。"),
        ),
    }
)  # fmt: skip


def closed_gates(case: UseCase) -> tuple[str, ...]:
    """The names of the gates that stop a use case, in the order of ``GATES``."""
    return tuple(
        name for name, gate in GATES.items() if gate.stops(case) or (gate.score and getattr(case, gate.score) == LEAST)
    )


def wanted_names(case: UseCase) -> tuple[str, ...]:
    """The names of the gates at which nobody is named yet: with a name the use case is ranked."""
    closed = closed_gates(case)
    return tuple(name for name, gate in GATES.items() if gate.cell and name not in closed and not getattr(case, gate.cell).strip())  # fmt: skip


def wanted_in_words(case: UseCase) -> list[T]:
    """What those names are called."""
    return [wanted for name in wanted_names(case) if (wanted := GATES[name].wanted)]


def gates_in_words(case: UseCase) -> list[T]:
    """Why a use case is stopped, one text a gate; what the team itself wrote is quoted."""
    return [_in_words(name, case) for name in closed_gates(case)]


def _in_words(name: str, case: UseCase) -> T:
    gate = GATES[name]
    if name == "own":
        return T("gate: {text}", "止める条件: {text}").format(text=" ".join(case.gates.split()))
    return gate.says
