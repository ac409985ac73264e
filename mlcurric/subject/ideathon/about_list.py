"""What the use-case list and the method-last sheets say together: a sheet without a line, an order not settled, a first place without ML."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mlcurric.subject.ideathon.between import asks
from mlcurric.subject.ideathon.contents import Contents
from mlcurric.subject.ideathon.noticed import Noticed
from mlcurric.subject.product.finding import quoted
from mlcurric.subject.said import is_none
from mlcurric.subject.usecases.carrying import not_on_list
from mlcurric.subject.usecases.catching_up import behind
from mlcurric.subject.usecases.scoring import rank
from mlcurric.subject.usecases.unsettled import unsettled_in_words
from mlcurric.subject.usecases.usecase import YES
from mlcurric.text import T


def _unused_sheets(all: Contents) -> Iterator[Noticed]:
    """Method-last sheets whose hotspots no use case names; without a hotspot, whose words no use case has."""
    if all.method_last is None or all.cases is None:
        return
    used = {number for case in all.cases for number in case.notes}
    missing = not_on_list(all.method_last, all.cases)
    for sheet in all.method_last:
        if not used & set(sheet.notes) if sheet.notes else sheet in missing:
            yield asks(
                all, "method-last use-cases",
                T("{id} ({about}) has become no use case.", "{id}({about})から生まれたユースケースが、一覧にありません。"),
                T("Add a line, or write down why it was left.", "1行足すか、見送った理由を残しましょう。"), id=sheet.id, about=sheet.board or quoted(sheet.whose or sheet.output or sheet.by_hand),
            )  # fmt: skip


def _left_behind(all: Contents) -> Iterator[Noticed]:
    """Lines of the list whose sheets were written in after they had been carried over."""
    if all.method_last is None or all.cases is None:
        return
    for each in behind(all.cases, all.method_last):
        yield asks(
            all, "use-cases method-last",
            _SINCE if each.is_since else _ONLY_THERE,
            T("Copy it over; or write into {id} what holds now.", "{sheet} から写すか、{id} にいまの考えを書きましょう。"),
            sheet=each.sheet.id, case=each.case.title, id=each.case.id, names=each.names,
        )  # fmt: skip


def _unsettled(all: Contents) -> Iterator[Noticed]:
    """Who may still come first, for want of a score or of a name."""
    if all.cases is None or not any(score is not None for case in all.cases for score in case.scores.values()):
        return
    if says := unsettled_in_words(rank(all.cases)):
        yield asks(
            all,
            "use-cases",
            says,
            T("Fill it in, and look at the order again.", "埋めてから、もう一度順位を見ましょう。"),
        )


def _nothing_to_learn(all: Contents) -> Iterator[Noticed]:
    """A use case in the first place, of whose hotspot the method-last sheet says that a rule is enough, or ML no use."""
    if all.method_last is None or all.cases is None:
        return
    for case in rank(all.cases).leaders:
        for sheet in all.method_last:
            rule, no_ml = sheet.rule_enough == YES, bool(sheet.ml.strip()) and is_none(sheet.ml)
            if set(sheet.notes) & set(case.notes) and (rule or no_ml):
                yield asks(
                    all, "use-cases method-last",
                    T("{case} comes first; on {id} {why}.", "1位の{case}のもとになった{id}に、{why}とあります。"),
                    T("Is there anything left to learn? If not, build the rule, and let the next one be the model.", "学ぶものは残っていますか。なければルールを作り、モデルは次の案にしましょう。"),
                    case=case.title, id=sheet.id, why=T("the rule is enough", "「ルールで足りる」") if rule else T(f"ML estimates “{quoted(sheet.ml)}”", f"MLが見積もることは「{quoted(sheet.ml)}」"),
                )  # fmt: skip


_SINCE = T(
    "{sheet} was changed after the list had been begun; {case} still has the old text, or none, under {names}.",
    "一覧ができたあとで {sheet} が直されました。{case}の次の列が、前のまま(または空欄)です: {names}。",
)
_ONLY_THERE = T("{sheet} says more than {case}, which has nothing under {names}.", "{sheet} に書いてあることが、{case}にはありません。空欄の列: {names}。")  # fmt: skip
ABOUT_LIST: tuple[Callable[[Contents], Iterator[Noticed]], ...] = (
    _unused_sheets,
    _left_behind,
    _unsettled,
    _nothing_to_learn,
)
