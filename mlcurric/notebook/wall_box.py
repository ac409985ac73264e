"""The box above a wall: a line and Enter; what was typed stays in the box, and what cannot be read is answered below it."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from html import escape
from importlib.util import find_spec
from typing import TYPE_CHECKING

from IPython.display import display

from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.notebook.wall import Wall

_ROWS = 3
_NEAR = 12
"""So many lines back an answer is still of use."""
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
# JupyterLab gives this class to what it shows when the kernel behind it is gone.
_IF_DEAD = (
    "<style>.mlcurric-dead{{display:none}}"
    ".jupyter-widgets-disconnected .mlcurric-dead,.jupyter-widgets-disconnected.mlcurric-dead{{display:block}}</style>"
    '<p class="mlcurric-dead" style="margin:0;padding:.4em .8em;border:2px solid #a33;font-weight:bold;line-height:1.5">{}</p>'
)


class InputBox:
    """The wall with a box above it.

    The box is never written to from here: what is typed while a line is carried out, or the wall drawn, would be lost. So
    the lines stay in it, one below the other, and each is carried out once, on the Enter behind it.
    """

    def __init__(self, wall: Wall) -> None:
        import ipywidgets

        self._wall = wall
        self._still = b""
        self._page = ipywidgets.HTML(layout={"width": "100%"})
        # Every key comes at once, or while the kernel is busy the newest text alone: it holds all the lines before it.
        self._lines = ipywidgets.Textarea(placeholder=str(_PLACEHOLDER), rows=_ROWS, layout={"width": "auto"})
        self._entered: set[str] = set()
        self._unread: dict[str, list[T]] = {}
        self._lines.observe(self._typed, names="value")
        dead = ipywidgets.HTML(_IF_DEAD.format(escape(str(_DEAD))), layout={"width": "100%", "margin": "0"})
        # The box first: where it stands does not depend on how long the wall is.
        self.box = ipywidgets.VBox([dead, self._lines, self._page])

    @staticmethod
    def can_be_had() -> bool:
        """Whether there is what makes boxes on a page."""
        return find_spec("ipywidgets") is not None

    def renew(self, told: Iterable[T]) -> None:
        """Show the wall as it hangs now below the box, wherever that stands, with some sentences."""
        near = [line for line in self._lines.value.split("\n") if line.strip()][-_NEAR:]
        earlier = [one for line, answer in self._unread.items() if line in near for one in answer]
        _, self._page.value, self._still = self._wall.views(told, earlier)

    def show(self) -> None:
        """Display the box and the wall below it; the same ones if that was done before."""
        # The same words on every run, and a picture for a page on which nothing runs.
        views = self.box._repr_mimebundle_() | {"text/plain": str(_STILL)}
        if self._still:
            views["image/png"] = b64encode(self._still).decode()
        display(views, raw=True)

    def _typed(self, change: Mapping[str, str]) -> None:
        lines = entered(change["old"], change["new"], self._entered)
        if not lines:
            return
        told: list[T] = []
        unread: dict[str, list[T]] = {}
        for line in lines:
            self._entered.add(line)
            self._unread.pop(line, None)
            answer, refused = self._wall.change(line)
            told += answer
            if refused:
                unread[line] = answer
        # What is wrong with a line is told when it is entered, and after that folded as long as the line stands there.
        self.renew(told)
        self._unread |= unread


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
