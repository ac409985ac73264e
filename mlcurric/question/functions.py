"""Kind F: a function, tried on inputs that its author has not seen, and judged by what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from typing import Any

from mlcurric.question.asking import SECONDS, Case, answer_of
from mlcurric.question.makers import ask_for_hint
from mlcurric.question.only_shown import OnlyShown
from mlcurric.question.outcomes import outcomes_alike, outcomes_in, same_kind
from mlcurric.question.plain import Opaque
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed, passed
from mlcurric.text import T

_UNKNOWN_NAMES = ("NameError", "UnboundLocalError", "ImportError", "ModuleNotFoundError")
_STILL_DUE = T("And with {about}, it should stop with a {error}.", "それから、{about}では {error} で止めてください。")
_SHOULD_STOP = T("There it should stop with a {error}.", "ここでは {error} で止まるべきです。")


_LONGEST_NAME = 60
"""Characters of the name of a type."""
_LONGEST_LINE = 200
_ONLY_SHOWN = T(
    "{name} leaves its work to a function of the course, which is there to try things out and does not run while answers are graded.",
    "{name} は、教材に用意された「試すための関数」に計算を任せています。この関数は採点中は動きません。",
)
_WRITE_IT = T("Write the formula itself below its first line.", "1行目の下に、式を自分で書いてください。")


@dataclass(frozen=True)
class Function:
    """A function whose first line and docstring stand there already; the learner writes the body.

    Attributes:
        name: of the function.
        signature: its arguments, such as ``"gain, cost"``.
        doc: what it takes and gives back, the units included.
        returns: what it gives back in kind, such as “a number”.
    """

    name: str
    signature: str
    doc: T
    returns: T

    @property
    def arguments(self) -> list[str]:
        """The names of its arguments, in their order."""
        return [part.split("=")[0].strip() for part in self.signature.split(",")]

    def untouched(self, value: Any) -> bool:
        return value is ...

    def template(self) -> str:
        return f'def {self.name}({self.signature}):\n    """{self.doc}"""\n    ...'

    def note(self) -> T:
        return T("put the body in place of “...”", "「...」の行を、関数の中身に置きかえる")

    def read(self, value: Any) -> list[dict[str, Any]] | Verdict:
        return outcomes_in(value) or failed(
            T("{name} is not a function.", "{name} が関数ではありません。").format(name=self.name),
            T(
                "Keep the line “def {name}({signature}):” and write the body below it.",
                "「def {name}({signature}):」の行を残し、その下に中身を書いてください。",
            ).format(name=self.name, signature=self.signature),
        )


@dataclass(frozen=True)
class Wrong:
    """A function that shows a misconception, and what is said to whoever wrote one that answers alike everywhere."""

    function: Callable[..., Any]
    says: T


def function_question(
    *,
    name: str,
    title: T,
    points: int,
    signature: str,
    doc: T,
    returns: T,
    cases: Callable[[], Sequence[Case]],
    expected: Callable[..., Any],
    tolerance: float,
    wrong: Mapping[str, Wrong],
    right: T,
    hints: tuple[T, ...],
    why: T,
    data: str = "",
) -> Question:
    """A function, compared with ``expected`` on every case, then with each function that shows a misconception.

    Args:
        cases: the inputs, the usual ones first; drawn when they are first needed.
        tolerance: how far from the expected value a number may lie, relative to it (absolute below 1).
        wrong: by the id of the misconception.
        right: what is said to a function that gives the right answer everywhere.
        data: one of ``question.DATA``; keyed where cases are drawn from the customers of a world.
    """
    form = Function(name, signature, doc, returns)
    cases = cache(cases)
    pairs = combinations(enumerate(form.arguments), 2)
    exchanges = {(one, other): _exchange(expected, at, to) for (at, one), (to, other) in pairs}

    @cache
    def given_by(function: Callable[..., Any]) -> list[dict[str, Any]]:
        return answer_of(function, [case.call() for case in cases()])["asked"]

    def alike(outcome: Mapping[str, Any], model: Mapping[str, Any]) -> bool:
        return outcomes_alike(outcome, model, tolerance)

    def exchanged_with(outcomes: list[dict[str, Any]]) -> tuple[str, str] | None:
        """Two arguments by whose exchange the function would be right everywhere."""
        for names, function in exchanges.items():
            shown = given_by(function)
            # Two that stop everywhere need not stop for the same reason.
            gives = any("gave" in each for each in outcomes)
            if gives and len(shown) == len(outcomes) and all(map(alike, outcomes, shown)):
                return names
        return None

    def not_refused(outcomes: list[dict[str, Any]], shown: list[dict[str, Any]]) -> T | None:
        """What is added where a misconception has been named already: the first error that is due and does not come."""
        for case, outcome, other, wanted in zip(cases(), outcomes, shown, given_by(expected), strict=True):
            if "raised" in wanted and not alike(outcome, wanted) and not alike(outcome, other):
                return _STILL_DUE.format(about=case.about, error=wanted["raised"])
        return None

    def check(outcomes: list[dict[str, Any]]) -> Verdict:
        wanted = given_by(expected)
        right_ones = [alike(*pair) for pair in zip(outcomes, wanted, strict=False)]
        if all(right_ones) and len(outcomes) == len(wanted):
            return passed(right)
        # Where an error is due, whoever shows a misconception in values may raise it or let it pass.
        in_values = [at for at, each in enumerate(wanted[: len(outcomes)]) if "gave" in each]
        for places in (range(len(wanted)), in_values):
            for found, each in wrong.items():
                if len(outcomes) == len(wanted) and not all(right_ones[at] for at in places):
                    shown = given_by(each.function)
                    if all(alike(outcomes[at], shown[at]) for at in places):
                        return failed(each.says, not_refused(outcomes, shown), misconception=found)
        if exchanged := exchanged_with(outcomes):
            return _exchanged(form, *exchanged)
        at = right_ones.index(False) if False in right_ones else 0
        said = _about(form, cases()[at], outcomes[at], wanted[at])
        # Whoever reads the same of the same case has written it wrong in the same way.
        return replace(said, way=said.seen)

    misconceptions = tuple(
        Misconception(found, lambda each=each: each.function, each.says) for found, each in wrong.items()
    )
    return Question(name, "F", form, points, title, check, hints, misconceptions, why, cases=cases, data=data)


def _about(form: Function, case: Case, outcome: Mapping[str, Any], wanted: Mapping[str, Any]) -> Verdict:
    """What is said of the first case on which a function does not do what was asked."""
    match outcome:
        case {"endless": True}:
            return failed(
                T(
                    "With {about}, {name} does not come to an end within {seconds} seconds.",
                    "{about}では、{name} が{seconds}秒たっても終わりません。",
                ).format(about=case.about, name=form.name, seconds=f"{SECONDS:g}"),
                T("Look for a loop whose end is never reached.", "終わりに達しないループがないか見てください。"),
            )
        case {"too_large": str(kind)}:
            return failed(
                T(
                    "With {about}, {name} gives back something far too large, of type {kind}.",
                    "{about}では、{name} が返すもの({kind})が大きすぎます。",
                ).format(about=case.about, name=form.name, kind=kind[:_LONGEST_NAME]),
                _SHOULD_STOP.format(error=wanted["raised"])
                if "raised" in wanted
                else T("What is expected is {returns}.", "返すべきものは、{returns}です。").format(
                    returns=form.returns
                ),
            )
        case {"raised": str(error)}:
            return _about_error(form, case, error, outcome, wanted)
        case {"changed": str(argument)}:
            return failed(
                T(
                    "{name} changes its input {argument}: whoever uses it afterwards finds other values there.",
                    "{name} が、受け取った {argument} を書きかえています。あとで使う人は、別の値を見ることになります。",
                ).format(name=form.name, argument=argument),
                T("Work on a copy: {argument}.copy().", "{argument}.copy() で写しを作ってから使ってください。").format(
                    argument=argument
                ),
            )
    gave = outcome.get("gave")
    if "raised" in wanted:
        return failed(
            T(
                "With {about}, {name} gives back {gave}, as if all were well.",
                "{about}では、{name} が何ごともなかったように {gave} を返します。",
            ).format(about=case.about, name=form.name, gave=_shown(gave)),
            _SHOULD_STOP.format(error=wanted["raised"]),
        )
    if gave is None:
        return failed(
            T("With {about}, {name} gives back nothing (None).", "{about}では、{name} が何も返しません(None)。").format(
                about=case.about, name=form.name
            ),
            T("Does every way through it end in “return”?", "どの道を通っても return に着くか、見てください。"),
        )
    if not same_kind(gave, wanted["gave"]):
        return failed(
            T(
                "With {about}, {name} gives back a value of type {kind}.",
                "{about}では、{name} が返すのは {kind} です。",
            ).format(about=case.about, name=form.name, kind=_kind(outcome)),
            T("What is expected is {returns}.", "返すべきものは、{returns}です。").format(returns=form.returns),
        )
    return failed(
        T(
            "With {about}, {name} gives back {gave}; {wanted} is right.",
            "{about}では、{name} が {gave} を返します。正しくは {wanted} です。",
        ).format(about=case.about, name=form.name, gave=_shown(gave), wanted=_shown(wanted["gave"])),
        next_step=ask_for_hint(form.name),
    )


def _exchange(function: Callable[..., Any], one: int, other: int) -> Callable[..., Any]:
    """A function whose arguments at two places are taken for each other."""

    def exchanged(*arguments: Any) -> Any:
        if other < len(arguments):
            arguments = list(arguments)
            arguments[one], arguments[other] = arguments[other], arguments[one]
        return function(*arguments)

    return exchanged


def _exchanged(form: Function, one: str, other: str) -> Verdict:
    seen = T(
        "{name} would be right if {one} and {other} were exchanged: they come in the order ({signature}).",
        "{one} と {other} を入れかえれば、{name} は合っています。受け取る順番は ({signature}) です。",
    )
    return failed(seen.format(name=form.name, one=one, other=other, signature=form.signature), _first_line(form))


def _first_line(form: Function) -> T:
    return T(
        "Write its first line as it stood: “def {name}({signature}):”.",
        "1行目を、はじめの形「def {name}({signature}):」に戻してください。",
    ).format(name=form.name, signature=form.signature)


def _about_error(
    form: Function, case: Case, error: str, outcome: Mapping[str, Any], wanted: Mapping[str, Any]
) -> Verdict:
    line, says = outcome.get("line"), outcome.get("says")
    if error == OnlyShown.__name__:
        return failed(_ONLY_SHOWN.format(name=form.name), next_step=_WRITE_IT)
    # They are cut where they are told; but a hand-in may have put its own words there.
    error, says = error[:_LONGEST_NAME], str(says)[:_LONGEST_LINE]
    if error == "TypeError" and line is None:
        seen = T("{name} cannot be called with ({signature}).", "{name} を ({signature}) で呼び出せません。")
        return failed(seen.format(name=form.name, signature=form.signature), _first_line(form))
    at, at_ja = (f" (line {line})", f"({line}行目)") if type(line) is int and line > 0 else ("", "")
    return failed(
        T(
            "With {about}, {name} stops{at} with “{error}: {says}”.",
            "{about}では、{name} が「{error}: {says}」で止まります{at_ja}。",
        ).format(about=case.about, name=form.name, error=error, says=says, at=at, at_ja=at_ja),
        _SHOULD_STOP.format(error=wanted["raised"]) if "raised" in wanted else None,
        T("Look for that case before you compute.", "計算の前に、その場合かどうかを調べてください。")
        if "raised" in wanted and error not in _UNKNOWN_NAMES
        else T("Look at the spelling of that name, or import it.", "その名前のつづりを見直すか、import してください。")
        if error in _UNKNOWN_NAMES
        else T(
            "Decide what it should give back there, and try it in a cell of your own.",
            "その場合に何を返すべきかを決めて、自分のセルで試してみてください。",
        ),
    )


def _kind(outcome: Mapping[str, Any]) -> str:
    name = outcome.get("type")
    return name[:_LONGEST_NAME] if isinstance(name, str) else type(outcome.get("gave")).__name__


def _shown(value: Any) -> str:
    """A value that a function gave back, as its author would print it, cut short."""
    if isinstance(value, Opaque):
        return value.type_name
    if isinstance(value, float):
        return f"{value:.6g}" if abs(value) < 1e6 else f"{value:,.0f}"
    if isinstance(value, list):
        text = f"[{', '.join(_shown(item) for item in value[:6])}{', …' if len(value) > 6 else ''}]"
    else:
        text = repr(value)
    return text if len(text) <= 80 else text[:79] + "…"
