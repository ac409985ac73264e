"""Notes taken out of the border that is drawn around them, or out of their lane."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from mlcurric.subject.board import edits
from mlcurric.subject.board.model import Board
from mlcurric.subject.said import plain
from mlcurric.subject.typed import Slip
from mlcurric.text import T, listed


def take_out(board: Board, ids: Collection[int], off: Mapping[str, str]) -> tuple[Board, T]:
    """Take notes out of their context, or their lane.

    Args:
        off: by attribute, ``"context"`` or ``"lane"``, the name of what they are taken out of; ``""`` for whichever it is.

    Returns:
        The board, and what was done.

    Raises:
        Slip: if none of the notes is in what the line names, saying where the first one is.
    """
    done = []
    for attribute, typed in off.items():
        inside = [id for id in ids if plain(getattr(edits.find(board, id), attribute)) == plain(typed) or not typed]
        if not inside:
            first = board.notes[next(iter(ids))]
            names = {"tag": first.tag, "typed": typed, "name": getattr(first, attribute)}
            raise Slip(_NOT_IN[attribute].format(**names), _IS_IN[attribute, bool(names["name"])].format(**names))
        for id in inside:
            board = edits.move(board, id, lane="") if attribute == "lane" else edits.describe(board, id, context="")
        done.append(_OUT[attribute].format(tag=", ".join(board.notes[id].tag for id in inside)))
    return board, listed(done)


_OUT: Mapping[str, T] = {
    "context": T("{tag} taken out of the border", "{tag} を境界の外に出しました"),
    "lane": T("{tag} taken out of the lane", "{tag} をレーンから外しました"),
}
_NOT_IN: Mapping[str, T] = {
    "context": T("{tag} is not inside a border “{typed}”.", "{tag} は境界「{typed}」の中にありません。"),
    "lane": T("{tag} is not in a lane “{typed}”.", "{tag} はレーン「{typed}」にありません。"),
}
_IS_IN: Mapping[tuple[str, bool], T] = {
    ("context", True): T(
        "It is inside “{name}”; “{tag} []” takes it out.",
        "いまは「{name}」の中です。外に出すなら「{tag} []」と書きます。",
    ),
    ("context", False): T(
        "It is inside none; “{tag} [{typed}]” puts it in.",
        "どの境界の中でもありません。入れるなら「{tag} [{typed}]」と書きます。",
    ),
    ("lane", True): T(
        "It is in “{name}”; “{tag} #” takes it out.", "いまは「{name}」です。外すなら「{tag} #」と書きます。"
    ),
    ("lane", False): T(
        "It is in none; “{tag} #{typed}” puts it in.",
        "どのレーンにもありません。入れるなら「{tag} #{typed}」と書きます。",
    ),
}
