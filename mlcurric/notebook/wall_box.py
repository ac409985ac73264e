"""The box above a wall: a line and Enter; what was typed stays in the box, and what cannot be read is answered below it."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from IPython.display import display

from mlcurric.notebook.kept_words import bullets
from mlcurric.notebook.wall_draft import Draft
from mlcurric.subject.board.finding import short
from mlcurric.subject.board.model import Board
from mlcurric.text import T

_ROWS = 3
_STILL = T(
    "(An input box: run this cell, type a line, press Enter.)",
    "(入力欄です。セルを実行し、1行書いて Enter を押します。)",
)
_PLACEHOLDER = T("e the customer cancelled @3 #support by Aya/calls", "e 顧客が解約した @3 #サポート by 彩/電話")
_DEAD = T(
    "The kernel was restarted or stopped, so this box no longer answers. Copy lines that are not on the wall yet, "
    "then run this cell again.",
    "カーネルが再起動したか止まったので、この入力欄はもう動きません。まだ貼られていない行があればコピーしてから、"
    "このセルをもう一度実行してください。",
)
_WAITS = T(
    "Lines in the box that are not carried out yet: {n} (open to see why)",
    "入力欄に、まだ実行できていない行があります: {n}行(開くと理由)",
)
_NOT_ENTERED = T("“{line}”: press Enter in it to carry it out.", "「{line}」: その行で Enter を押すと実行します。")
_MEND = T(
    "Scroll the box to such a line, mend it, and press Enter in it; a line that is not wanted, delete.",
    "入力欄をその行まで動かして直し、そこで Enter を押します。要らない行は消してください。",
)
_LEFT = T(
    "Notes in whose words something stayed that may be meant otherwise: {n} (open to see what)",
    "文の中に、位置や名前かもしれないものが残った付箋: {n}件(開くと内容)",
)
_IN_NOTE = T("{tag}: {said}.", "{tag}: {said}。")
_LEAVE = T("If it belongs to the words, leave it as it is.", "文の一部なら、そのままで構いません。")
_RESTORED = T(
    "What stood in the input box and was not on the wall yet is back in it: {n} lines. Press Enter in a line to carry it out.",
    "入力欄に書いて、まだ壁に貼られていなかった{n}行を、入力欄に戻しました。その行で Enter を押すと実行します。",
)
_RESTORED_ONE = T(
    "A line that stood in the input box and was not on the wall yet is back in it: “{line}”. Press Enter in it to carry it out.",
    "入力欄に書いて、まだ壁に貼られていなかった行「{line}」を、入力欄に戻しました。その行で Enter を押すと実行します。",
)
# JupyterLab gives this class to what it shows when the kernel behind it is gone.
_IF_DEAD = (
    "<style>.mlcurric-dead{{display:none}}"
    ".jupyter-widgets-disconnected .mlcurric-dead,.jupyter-widgets-disconnected.mlcurric-dead{{display:block}}</style>"
    '<p class="mlcurric-dead" style="margin:0;padding:.4em .8em;border:2px solid #a33;font-weight:bold;line-height:1.5">{}</p>'
)


@dataclass(frozen=True)
class Changed:
    """What became of lines.

    Attributes:
        told: what is to be told.
        refused: those that could not be read.
        left: by the number of a note, what stayed in its words and may be meant otherwise.
    """

    told: list[T]
    refused: tuple[str, ...] = ()
    left: Mapping[int, tuple[T, ...]] = field(default_factory=dict)


class Answering(Protocol):
    """What stands behind the box: a wall."""

    @property
    def board(self) -> Board: ...

    def change(self, typed: str) -> Changed: ...

    def views(self, told: Iterable[T]) -> tuple[str, str, bytes]: ...


class InputBox:
    """The wall with a box above it.

    The box is never written to from here: what is typed while a line is carried out, or the wall drawn, would be lost. So
    the lines stay in it, one below the other, and each is carried out once, on the Enter behind it.

    Args:
        path: the board's file, beside which the lines are kept that are not carried out; ``None`` keeps them nowhere.
    """

    def __init__(self, wall: Answering, path: Path | None = None) -> None:
        import ipywidgets

        self._wall = wall
        self._still = b""
        self._page = ipywidgets.HTML(layout={"width": "100%"})
        self._waits = ipywidgets.HTML(layout={"width": "100%", "margin": "0", "display": "none"})
        self._draft = Draft(path)
        left = self._draft.take_up()
        self.told = (
            [(_RESTORED_ONE if len(left) == 1 else _RESTORED).format(n=len(left), line=short(left[0]))] if left else []
        )
        """What is to be told of lines that an earlier kernel left behind."""
        # Every key comes at once, or while the kernel is busy the newest text alone: it holds all the lines before it.
        self._lines = ipywidgets.Textarea(
            "\n".join(left), placeholder=str(_PLACEHOLDER), rows=_ROWS, layout={"width": "auto"}
        )
        self._entered: set[str] = set()
        self._unread: dict[str, T] = {}
        self._left: dict[int, tuple[str, tuple[T, ...]]] = {}
        self._tell_waiting()
        self._lines.observe(self._typed, names="value")
        dead = ipywidgets.HTML(_IF_DEAD.format(escape(str(_DEAD))), layout={"width": "100%", "margin": "0"})
        # The box first: where it stands does not depend on how long the wall is.
        self.box = ipywidgets.VBox([dead, self._lines, self._waits, self._page])

    @staticmethod
    def can_be_had() -> bool:
        """Whether there is what makes boxes on a page."""
        return find_spec("ipywidgets") is not None

    def renew(self, told: Iterable[T]) -> None:
        """Show the wall as it hangs now below the box, wherever that stands, with some sentences."""
        _, self._page.value, self._still = self._wall.views(told)
        # In a cell, or by somebody else, a note may have been mended.
        self._tell_waiting()

    def show(self) -> None:
        """Display the box and the wall below it; the same ones if that was done before."""
        # The same words on every run, and a picture for a page on which nothing runs.
        views = self.box._repr_mimebundle_() | {"text/plain": str(_STILL)}
        if self._still:
            views["image/png"] = b64encode(self._still).decode()
        display(views, raw=True)

    def _typed(self, change: Mapping[str, str]) -> None:
        old, new = change["old"], change["new"]
        # Before anything is carried out: what stops on the way is left in the draft.
        self._draft.keep(self._not_done(new))
        if lines := entered(old, new, self._entered):
            told: list[T] = []
            for line in lines:
                self._entered.add(line)
                self._unread.pop(line, None)
                changed = self._wall.change(line)
                told += changed.told
                if changed.refused:
                    self._unread[line] = changed.told[0]
                notes = self._wall.board.notes
                self._left |= {id: (notes[id].text, said) for id, said in changed.left.items() if id in notes}
            # A line that Enter has cut in two was carried out whole; its parts do not wait.
            self._entered |= set(new.split("\n")[:-1]) - set(old.split("\n")[:-1])
            self.renew(told)
            self._draft.keep(self._not_done(new))
        self._tell_waiting()

    def _not_done(self, text: str) -> list[str]:
        """The lines of the box that are not carried out: refused, mended and not entered, or not ended yet."""
        return [
            line for line in text.split("\n") if line.strip() and (line in self._unread or line not in self._entered)
        ]

    def _tell_waiting(self) -> None:
        """What is still to be mended, folded: the lines that wait, as long as they stand in the box, and what stayed in words.

        The last line is still being typed.
        """
        waiting = self._not_done("\n".join(self._lines.value.split("\n")[:-1]))
        lines = [str(self._unread.get(line) or _NOT_ENTERED.format(line=short(line))) for line in waiting]
        words = [str(_IN_NOTE.format(tag=tag, said=one)) for tag, said in self._still_left() for one in said]
        self._waits.value = _folded(_WAITS, lines, _MEND) + _folded(_LEFT, words, _LEAVE)
        self._waits.layout.display = None if self._waits.value else "none"

    def _still_left(self) -> Iterator[tuple[str, tuple[T, ...]]]:
        """The notes that say what they said when something stayed in their words, and what that is."""
        notes = self._wall.board.notes
        self._left = {
            id: (text, said) for id, (text, said) in self._left.items() if id in notes and notes[id].text == text
        }
        return ((notes[id].tag, said) for id, (_, said) in self._left.items())


def _folded(summary: T, said: Sequence[str], way_out: T) -> str:
    """Sentences that are seen when they are asked for, as HTML; nothing where there are none."""
    if not said:
        return ""
    head = escape(str(summary.format(n=len(said))))
    return f"<details><summary>{head}</summary>{bullets(said)}<p>{escape(str(way_out))}</p></details>"


def entered(old: str, new: str, before: Collection[str] = ()) -> list[str]:
    """The lines of a text that were ended by Enter since it was another, in their order.

    A line that was mended in its place counts when Enter is pressed in it again, wherever in it that is.

    Args:
        before: lines that were entered already: one more Enter behind such a line is an empty line.
    """
    begin = _alike(old, new)
    end = _alike(old[begin:][::-1], new[begin:][::-1])
    went, came = old[begin : len(old) - end], new[begin : len(new) - end]
    if (went, came) == ("", "\n"):
        # Behind a line break that was there already, it may as well have come before it.
        at = begin - 1 if old[:begin].endswith("\n") else begin
        line = old[:at].rpartition("\n")[2] + old[at:].partition("\n")[0]
        return [line] if line.strip() and (at == len(old) or line not in before) else []
    if "\n" not in came:
        return []
    # Whole lines: from the beginning of the first that was touched to the end of the last.
    head, tail = old[:begin].rpartition("\n")[2], "".join(new[len(new) - end :].partition("\n")[:2])
    lines, ended = ((head + part + tail).split("\n")[:-1] for part in (came, went))
    ended = Counter(ended)
    fresh = []
    for line in filter(str.strip, lines):
        if ended[line]:
            ended[line] -= 1
        else:
            fresh.append(line)
    return fresh


def _alike(one: str, other: str) -> int:
    """How many signs two texts begin with alike."""
    return next(
        (at for at, (mine, its) in enumerate(zip(one, other, strict=False)) if mine != its), min(len(one), len(other))
    )
