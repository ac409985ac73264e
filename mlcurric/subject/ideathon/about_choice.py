"""What the room chose, beside the list and the plan: no choice marked, one that is stopped, a plan that builds another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from mlcurric.subject.ideathon.between import about, asks, titles
from mlcurric.subject.ideathon.contents import Contents
from mlcurric.subject.ideathon.noticed import Gravity, Noticed
from mlcurric.subject.product.finding import quoted
from mlcurric.subject.said import plain
from mlcurric.subject.team.plan90 import EXECUTIVE, GIFTS, POC, ROLL_OUT, Step
from mlcurric.subject.usecases.gates import gates_in_words
from mlcurric.subject.usecases.scoring import rank
from mlcurric.subject.usecases.usecase import UseCase
from mlcurric.text import T, listed

_SHORT_NAME = 3
_BUILDS = (POC, ROLL_OUT, EXECUTIVE, *GIFTS)


def _choice(all: Contents) -> Iterator[Noticed]:
    """Whether the room has marked what it chose, alone and with its reason, and nothing that is stopped."""
    if all.cases is None:
        return
    ranking, chosen = rank(all.cases), all.cases.chosen
    if not chosen:
        if sum(each.stands for each in ranking.scored) > 1:
            yield asks(
                all, "use-cases",
                T("no use case is marked as chosen.", "どれを選んだかが、書かれていません。"),
                T("Write ○ and “runner-up” under “chosen”, and one sentence under “what decided”; it need not be the first by points.", "「選んだ」に○と「次点」、「決め手」に1文を書きましょう。点の1位と違ってもかまいません。"),
            )  # fmt: skip
        return
    if len(chosen) > 1:
        yield asks(
            all, "use-cases",
            T("{n} use cases are marked as chosen: {names}.", "{n}件に「選んだ」の印があります({names})。"),
            T("Which one is first? Mark the other as runner-up.", "先に作るのはどれですか。もう一方は「次点」にしましょう。"), n=len(chosen), names=titles(chosen),
        )  # fmt: skip
    for case in chosen:
        if ranking.of(case.id) in ranking.stopped:
            yield about(
                all, "use-cases", Gravity.WRONG,
                T("{case} was chosen, and is stopped ({why}).", "選んだ{case}が、条件で止まっています({why})。"),
                T("Open the gate first, or choose another.", "先にその条件を片づけるか、別の案にしましょう。"), case=case.title, why=listed(gates_in_words(case)),
            )  # fmt: skip
        if not case.decided_by.strip():
            yield asks(
                all, "use-cases",
                T("what decided for {case} is not written down.", "{case}を選んだ「決め手」が書かれていません。"),
                T("The one sentence that was said aloud is enough.", "声に出した一文を、そのまま書いておきましょう。"), case=case.title,
            )  # fmt: skip
        if not case.look_again.strip():
            yield asks(
                all, "use-cases",
                T("no day is set on which {case} is looked at again.", "{case}を「見直す日」が決まっていません。"),
                T("The runner-up hopes for that day; write it down.", "次点の人が待っている日です。日付を書きましょう。"), case=case.title,
            )  # fmt: skip


def _what_is_built(all: Contents) -> Iterator[Noticed]:
    """Whether the plan tries what the room chose; where nothing is marked, what the list puts first."""
    if all.cases is None or all.plan is None:
        return
    ranking = rank(all.cases)
    lines = all.plan.of(*_BUILDS)
    named = [case for case in all.cases if any(_names(step, case) for step in lines)]
    leaders = {case.id for case in ranking.leaders}
    for case in named:
        if ranking.of(case.id) in ranking.stopped:
            why = listed(gates_in_words(case))
            yield about(
                all, "plan use-cases", Gravity.WRONG,
                T("the plan builds {case}; on the list it is stopped ({why}).", "計画は{case}を作ることになっていますが、一覧では止まっています({why})。"),
                T("Open the gate first, or build another.", "先にその条件を片づけるか、別の案にしましょう。"), case=case.title, why=why,
            )  # fmt: skip
    if all.cases.chosen:
        yield from _other_than_chosen(all)
        return
    may_lead = {case.id for case in ranking.could_lead()}
    others = [case for case in named if case.id not in leaders | may_lead and not ranking.of(case.id).closed]
    if others and leaders and not any(case.id in leaders for case in named):
        yield asks(
            all, "plan use-cases",
            T("the plan builds {named}; first on the list is {first}.", "計画が作るのは{named}、一覧の1位は{first}です。"),
            T("Is that meant? Write down what decided, if it was not the score.", "意図どおりですか。点以外の理由で決めたなら、それを残しましょう。"),
            named=titles(others), first=titles(ranking.leaders),
        )  # fmt: skip
    if lines and not named and len(ranking.leaders) > 1:
        yield asks(
            all, "plan use-cases",
            T("{first} are level; the plan does not say which one it builds.", "{first}が同点で、計画がどれを作るのかわかりません。"),
            T("Write the number (such as U1) into the line of the PoC.", "PoCの行に番号(U1など)を書きましょう。"), first=titles(ranking.leaders),
        )  # fmt: skip
    if all.plan.of(POC, ROLL_OUT) and not ranking.leaders and len(all.cases):
        yield asks(
            all, "plan use-cases",
            T("the plan tries something, but on the list nothing may be built yet.", "計画に試行がありますが、一覧には作ってよいものがまだありません。"),
            T("Score the list to the end, or open a gate.", "一覧の点を最後まで付けるか、止めている条件を片づけましょう。"),
        )  # fmt: skip


def _other_than_chosen(all: Contents) -> Iterator[Noticed]:
    """Each line of the plan that tries, shows or decides another use case than the one that was chosen."""
    assert all.cases is not None
    assert all.plan is not None
    chosen, stopped = all.cases.chosen, {each.case.id for each in rank(all.cases).stopped}
    for step in all.plan.of(*_BUILDS):
        named = [case for case in all.cases if case.id not in stopped and _names(step, case)]
        if named and not any(case in chosen for case in named):
            yield asks(
                all, "plan use-cases",
                T("“{what}” belongs to {named}; chosen was {chosen}.", "計画の「{what}」は{named}のものですが、選んだのは{chosen}です。"),
                T("Which of the two is right? Change the line, or the mark under “chosen”.", "どちらが正しいですか。計画の行か、「選んだ」の印を直しましょう。"),
                what=quoted(step.what), named=titles(named), chosen=titles(chosen),
            )  # fmt: skip


def _names(step: Step, case: UseCase) -> bool:
    """Whether a line of the plan names a use case, by its number or its name."""
    text = unicodedata.normalize("NFKC", f"{step.what} {step.output} {step.evidence}").casefold()
    number = unicodedata.normalize("NFKC", case.id).casefold()
    if re.fullmatch(r"[a-z]+\d+", number) and re.search(rf"(?<![a-z0-9]){number}(?![0-9])", text):
        return True
    name = plain(case.name)
    return len(name) >= _SHORT_NAME and name in text


ABOUT_CHOICE: tuple[Callable[[Contents], Iterator[Noticed]], ...] = (_choice, _what_is_built)
"""The rules about what is built."""
