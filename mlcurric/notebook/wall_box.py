"""The box above a wall: a line and Enter; what cannot be read stays in the box and is answered."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING

from IPython.display import display

from mlcurric.text import T

if TYPE_CHECKING:
    from mlcurric.notebook.wall import Wall

_WAIT = 0.4
"""Seconds after Enter until a line that came before is taken for the one that was meant."""
_LONGEST_WAIT = 5.0
"""Seconds after Enter for which the next line that comes is the one that was meant."""
_STILL = T(
    "(An input box: run this cell, type a line, press Enter.)",
    "(入力欄です。セルを実行し、1行書いて Enter を押します。)",
)
_PLACEHOLDER = T("e the customer cancelled @3 #support by Aya/calls", "e 顧客が解約した @3 #サポート by 彩/電話")


class InputBox:
    """The wall with a box below it: a line and Enter; what cannot be read stays in the box and is answered."""

    def __init__(self, wall: Wall, told: Iterable[T]) -> None:
        import ipywidgets

        self._wall = wall
        _, page, self._still = wall.views(told)
        self._page = ipywidgets.HTML(page, layout={"width": "100%"})
        # The value comes on Enter, and when the cursor leaves the box: then the line is only kept until Enter.
        self._line = ipywidgets.Text(placeholder=str(_PLACEHOLDER), continuous_update=False, layout={"width": "100%"})
        self._line.observe(self._carry_out, names="value")
        self._line.on_msg(self._pressed)
        self._entered = 0.0
        # The box first: where it stands does not depend on how long the wall is.
        self.box = ipywidgets.VBox([self._line, self._page])

    @staticmethod
    def can_be_had() -> bool:
        return find_spec("ipywidgets") is not None

    def show(self) -> None:
        # The same words on every run, and a picture for a page on which nothing runs.
        views = self.box._repr_mimebundle_() | {"text/plain": str(_STILL)}
        if self._still:
            views["image/png"] = b64encode(self._still).decode()
        display(views, raw=True)

    def _pressed(self, _: object, content: Mapping[str, object], __: object) -> None:
        """Enter was pressed; the line comes right behind it, unless it came before, when the cursor left the box."""
        if content.get("event") == "submit":
            loop = asyncio.get_running_loop()
            self._entered = loop.time() + _LONGEST_WAIT
            loop.call_later(_WAIT, self._carry_out)

    def _carry_out(self, _: object = None) -> None:
        """Carry the line out if Enter was pressed for it; a kernel that draws gets the line long after the key."""
        typed = self._line.value
        if not typed.strip() or not self._entered:
            return
        in_time, self._entered = asyncio.get_running_loop().time() < self._entered, 0.0
        if not in_time:
            return
        told, unread = self._wall.change(typed)
        if not unread:
            # Before the wall is drawn: the next line may be on its way.
            self._line.value = ""
        self._page.value = self._wall.views(told)[1]
