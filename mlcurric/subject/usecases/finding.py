"""How the checks of the use-case list and of the method-last sheets name what they found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from mlcurric.subject.product.finding import LineFinding, quoted
from mlcurric.text import T

_EMPTY = T("nothing", "空欄")


@dataclass(frozen=True)
class Rule:
    """A rule about one line of a list.

    Attributes:
        name: of the finding.
        fields: the columns that it is between; the first few texts are quoted as ``{a}``, ``{b}``.
        broken: whether a line breaks it.
        says: what is seen, without the line's title.
        way_out: what to do.
        asks: whether it may be meant so; then it is a question.
    """

    name: str
    fields: str
    broken: Callable[[Any], bool]
    says: T
    way_out: T
    asks: bool = False
    _shown: tuple[str, ...] = field(default=("a", "b", "c"))

    def findings(self, line: Any, title: str) -> Iterator[LineFinding]:
        """A finding if the line breaks the rule; the columns are named as ``"U1.value"``."""
        if not self.broken(line):
            return
        fields = self.fields.split()
        cells = (quoted(str(getattr(line, name))) for name in fields)
        values = dict(zip(self._shown, (cell or _EMPTY for cell in cells), strict=False))
        says = T("{title}: {says}", "{title}: {says}").format(title=title, says=self.says.format(**values))
        yield LineFinding(
            self.name, tuple(f"{line.id}.{name}" for name in fields), says, self.way_out.format(**values), self.asks
        )
