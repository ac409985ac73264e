"""The form of a list of customers: plain numbers, each of a customer of one table, and each once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from mlcurric.question.forms import OneLine, shown
from mlcurric.question.plain import MAX_ITEMS, Opaque
from mlcurric.question.verdict import Verdict, failed
from mlcurric.text import T

_PANDAS = ("Series", "Index", "RangeIndex", "ndarray", "DataFrame", "IntegerArray")
_NAMED = 3
_LONGEST_NUMBER = 12


@dataclass(frozen=True)
class CustomerNumbers(OneLine):
    """A list of customer numbers, read as whole numbers in the order in which they are typed.

    Attributes:
        known: computes the numbers that the customers have.
        capacity: how many the list may hold; an answer of more never arrives whole (``plain.MAX_ITEMS``).
        example: a few numbers.
    """

    known: Callable[[], Sequence[int]]
    capacity: int
    example: str

    def note(self) -> T:
        return T("a list of customer numbers, such as {example}", "顧客番号のリスト。例: {example}").format(
            example=self.example
        )

    def read(self, value: Any) -> list[int] | Verdict:
        if value == Opaque("list") or (isinstance(value, list) and len(value) > min(self.capacity, MAX_ITEMS)):
            return failed(
                T("The list has more than {n} customers.", "リストに{n}人を超える顧客が載っています。").format(
                    n=f"{self.capacity:,}"
                ),
                T("The team can make {n} calls.", "チームがかけられるのは{n}件までです。").format(
                    n=f"{self.capacity:,}"
                ),
                misconception="over_capacity",
            )
        if not isinstance(value, list):
            return self._about_other(value)
        value = [_out_of_quotes(item) for item in value]
        for item in value:
            whole = isinstance(item, int | float) and not isinstance(item, bool) and item == item // 1
            if not whole:
                return failed(
                    T("The list holds {item}, which is no customer number.", "リストの {item} は、顧客番号ではありません。").format(
                        item=shown(item)
                    ),
                    T("Whole numbers are expected, such as {example}.", "{example} のような整数を並べてください。").format(
                        example=self.example
                    ),
                )  # fmt: skip
        numbers = [int(item) for item in value]
        return self._about_strangers(numbers) or self._about_twins(numbers) or numbers

    def _about_other(self, value: Any) -> Verdict:
        wanted = T("A plain list is expected, such as {example}.", "{example} のような、ただのリストにしてください。")
        if isinstance(value, Opaque) and value.type_name in _PANDAS:
            return failed(
                T("You handed over a {kind} of pandas or NumPy.", "pandas か NumPy の {kind} のままです。").format(
                    kind=value.type_name
                ),
                wanted.format(example=self.example),
                T("Put .tolist() behind the column of numbers.", "番号の列のあとに .tolist() をつけてください。"),
            )
        return failed(
            T("{value} is not a list of customer numbers.", "{value} は、顧客番号のリストではありません。").format(
                value=shown(value)
            ),
            wanted.format(example=self.example),
        )

    def _about_strangers(self, numbers: list[int]) -> Verdict | None:
        known = set(self.known())
        strangers = [number for number in dict.fromkeys(numbers) if number not in known]
        if not strangers:
            return None
        seen = T(
            "{n} of your {all} numbers belong to none of these customers: {named}.",
            "{all}個の番号のうち{n}個は、この顧客の中にありません: {named}。",
        ).format(
            n=f"{len(strangers):,}",
            all=f"{len(numbers):,}",
            named=", ".join(map(str, strangers[:_NAMED])) + (" …" if len(strangers) > _NAMED else ""),
        )
        first, last = f"{min(known)}", f"{max(known)}"
        if len(strangers) == len(numbers) and max(numbers) < len(known):
            return failed(
                seen,
                T(
                    "They look like row labels, or like numbers of another table. Those asked for stand in the column customer, from {first} to {last}.",
                    "行のラベル(index)か、別の表の番号のようです。顧客番号は customer 列にあり、{first}〜{last} です。",
                ).format(first=first, last=last),
                misconception="row_labels",
            )
        return failed(
            seen,
            T(
                "They go from {first} to {last}; are those of another table on your list?",
                "番号は {first}〜{last} です。別の表の顧客が混じっていませんか。",
            ).format(first=first, last=last),
            misconception="other_table",
        )

    def _about_twins(self, numbers: list[int]) -> Verdict | None:
        seen: set[int] = set()
        twice = [number for number in numbers if number in seen or seen.add(number)]
        if not twice:
            return None
        return failed(
            T("Customer {number} stands on the list more than once.", "顧客 {number} が、リストに2回以上載っています。").format(
                number=twice[0]
            ),
            T("Each is called once.", "電話は1人1回です。"),
            misconception="twice",
        )  # fmt: skip


def _out_of_quotes(item: Any) -> Any:
    """A number that is typed as a text, such as in a table that was read as texts."""
    is_number = isinstance(item, str) and len(item) <= _LONGEST_NUMBER and item.strip().isdecimal()
    return int(item) if is_number else item
