"""A model card filled in by hand: its lines must agree with the run, and with each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mlcurric.question.choices import Choice
from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Day, Number
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed, passed
from mlcurric.questions.lesson_2_2.card_words import DECIDES, NOTHING, RIGHT, SAYS, STOPS, USE, USES
from mlcurric.questions.lesson_2_2.counted import CAPACITY, LIST_SIZE, evidence, evidence_shown
from mlcurric.subject.digits import as_count
from mlcurric.subject.model_card.agree import Disagreement, disagreements
from mlcurric.subject.model_card.evidence import Evidence
from mlcurric.subject.simulation.practice import is_entered
from mlcurric.text import T

_ROUNDED = 0.6
"""So far may a count of 100 lie beside the run's and still be it, rounded."""
Finding = tuple[str, tuple[str, ...], T]
"""The name of what is wrong, the lines it is about, and what is said."""
_USE_SAYS = {"b": "use_uplift", "c": "use_people", "d": "use_reason", "e": "use_nothing"}
_CHOICE_SAYS = {
    "who_decides": {"a": "decides_model", "b": "decides_everybody", "c": "decides_builder"},
    "stop_when": {"a": "stop_vague", "b": "stop_accuracy", "d": "stop_never"},
}


def _model() -> dict[str, Any]:
    ran = evidence_shown()
    hits = ran.hits_of_100
    days = {"trained_until": f"{ran.trained_until:%Y-%m-%d}", "tested_from": f"{ran.tested_from:%Y-%m-%d}"}
    counts = {"hits_of_100": round(hits.value), "hits_low": round(hits.low), "hits_high": round(hits.high)}
    return {**days, "list_size": LIST_SIZE, **counts, "intended_use": USE, "not_for": "b", **RIGHT}


def _findings(card: dict[str, Any], ran: Evidence) -> Iterator[Finding]:
    """Each line that cannot stand: first what contradicts another line, then what the run did not measure."""
    numbers = ("trained_until", "tested_from", "list_size", "hits_of_100", "hits_low", "hits_high")
    shares = [line for line in numbers[3:] if 0 < card[line] < 1]
    if shares:
        yield "hits_fraction", tuple(shares), _as_customers(*(card[line] for line in shares))
    typed = {name: card[name] for name in numbers if name not in shares}
    found = list(disagreements(**typed, capacity=CAPACITY))
    yield from (_told(one) for one in found)
    yield from _beside_the_run(card, ran, {line for one in found for line in one.lines} | set(shares))
    if card["intended_use"] != USE:
        name = _USE_SAYS[card["intended_use"]]
        yield name, ("intended_use",), SAYS[name]
    if card["not_for"] == NOTHING:
        yield "no_limit", ("not_for",), SAYS["no_limit"]
    elif card["not_for"] == card["intended_use"]:
        yield _told(next(disagreements(intended_use=card["intended_use"], not_for=card["not_for"])))
    elif card["not_for"] == USE:
        yield "not_for_its_use", ("not_for",), _NOT_FOR_ITS_USE
    for line, says in _CHOICE_SAYS.items():
        if card[line] != RIGHT[line]:
            yield says[card[line]], (line,), SAYS[says[card[line]]]


def _beside_the_run(card: dict[str, Any], ran: Evidence, known: set[str]) -> Iterator[Finding]:
    """What differs from the run, in lines of which nothing has been said yet."""
    hits = ran.hits_of_100
    for line, says in _OTHER_DAY.items():
        if line not in known and card[line] != getattr(ran, line).date():
            yield f"{line}_off", (line,), says.format(day=f"{card[line]:%Y-%m-%d}")
    if "list_size" not in known and card["list_size"] != LIST_SIZE:
        says = T(
            "A list of {typed} was not counted; the run counted one of {size}.",
            "{typed}人のリストは数えていません。この実行で数えたのは{size}人です。",
        )
        yield "size_off", ("list_size",), says.format(typed=as_count(card["list_size"]), size=LIST_SIZE)
    measured = {"hits_of_100": hits.value, "hits_low": hits.low, "hits_high": hits.high}
    for line, value in measured.items():
        if line not in known and abs(card[line] - value) > _ROUNDED:
            says = T(
                "{typed} of 100 is not what the run counted; see the line “The list”.",
                "100人中{typed}人は、実行して数えた値と違います。「リスト」の行を見てください。",
            )
            yield f"{line}_off", (line,), says.format(typed=as_count(card[line]))
            return


_OTHER_DAY = {
    "trained_until": T(
        "{day} is not the last day on which rows that it learned from were looked at; see “Learned from” above.",
        "学習した行の最後の観測日は、{day}ではありません。上の「学習したデータ」の行を見てください。",
    ),
    "tested_from": T(
        "{day} is not the first day on which rows that it was judged on were looked at; see “Judged on” above.",
        "評価した行の最初の観測日は、{day}ではありません。上の「評価したデータ」の行を見てください。",
    ),
}
_NOT_FOR_ITS_USE = T(
    "That is what the model was made and judged for; a card that forbids it leaves nothing.",
    "それは、このモデルを作り、評価した目的そのものです。禁じてしまうと、使いみちが残りません。",
)


def _as_customers(*shares: float) -> T:
    says = T(
        "written as a share ({typed}). Here customers of 100 are counted: {counted}.",
        "割合({typed})になっています。ここでは100人中の人数で書きます({counted})。",
    )
    counted = (as_count(round(100 * share, 1)) for share in shares)
    return says.format(typed=", ".join(f"{share:g}" for share in shares), counted=", ".join(counted))


def _told(found: Disagreement) -> Finding:
    return found.name, found.lines, found.says


def _check(card: dict[str, Any]) -> Verdict:
    """Most read the numbers off the page, which shows everybody the same; whoever computes them meets other customers."""
    verdicts = [_beside(card, ran) for ran in ((evidence_shown(), evidence()) if is_entered() else (evidence(),))]
    return max(verdicts, key=lambda verdict: verdict.share)


def _beside(card: dict[str, Any], ran: Evidence) -> Verdict:
    found = list(_findings(card, ran))
    if not found:
        return passed(
            T(
                "The card agrees with the run and with itself: {value} of 100 ({low} to {high}), learned until {until}, judged from {tested}, with a use, a limit, a person and an end.",
                "カードは実行結果とも、行どうしでも合っています。100人中{value}人({low}〜{high}人)、{until}までのデータで学び、{tested}のデータで評価。使いみち、限界、決める人、終わりの条件もそろいました。",
            ).format(
                **{
                    name: as_count(round(end))
                    for name, end in zip(("value", "low", "high"), ran.hits_of_100, strict=True)
                },
                until=f"{card['trained_until']:%Y-%m-%d}",
                tested=f"{card['tested_from']:%Y-%m-%d}",
            )
        )
    name, lines, says = found[0]
    wrong = {line for _, about, _ in found for line in about}
    seen = T("{lines}: {says}", "{lines}: {says}").format(lines=", ".join(lines), says=says)
    return failed(seen, share=1 - len(wrong) / len(card), misconception=name)


def _slip(name: str, says: T, **lines: Any) -> Misconception:
    return Misconception(name, lambda: _model() | {line: _filled(value) for line, value in lines.items()}, says)


def _filled(value: Any) -> Any:
    return value() if callable(value) else value


_DAYS = T("the days of the run", "実行に使った日付")
_RANGE = T("the range of the count", "数えた値の範囲")
_SLIPS = (
    _slip("trained_after_test", _DAYS, trained_until="2026-04-01"),
    _slip("labels_not_known", _DAYS, trained_until="2025-12-31"),
    _slip("trained_until_off", _DAYS, trained_until="2025-09-30"),
    _slip("tested_from_off", _DAYS, tested_from="2026-04-01"),
    _slip("size_over_capacity", T("longer than the team can call", "電話できる人数より長い"), list_size=6_000),
    _slip("size_nobody", T("nobody on the list", "リストが0人"), list_size=0),
    _slip("size_off", T("another list", "別のリスト"), list_size=1_000),
    _slip("hits_fraction", T("shares of 1", "割合"), hits_of_100=0.29, hits_low=0.26, hits_high=0.33),
    _slip(
        "hits_not_of_100",
        T("customers of the whole list", "リスト全体の人数"),
        hits_of_100=175,
        hits_low=154,
        hits_high=198,
    ),
    _slip("hits_turned", _RANGE, hits_low=33, hits_high=26),
    _slip("hits_point", _RANGE, hits_low=29, hits_high=29),
    _slip("hits_outside", _RANGE, hits_of_100=38),
    _slip("hits_of_100_off", T("another count", "別の値"), hits_of_100=31),
    _slip("hits_low_off", _RANGE, hits_low=20),
    _slip("hits_high_off", _RANGE, hits_high=40),
    *(_slip(name, SAYS[name], intended_use=letter) for letter, name in _USE_SAYS.items() if letter != "b"),
    _slip("use_uplift", SAYS["use_uplift"], intended_use="b", not_for="c"),
    _slip("no_limit", SAYS["no_limit"], not_for=NOTHING),
    _slip("use_is_not_for", T("for and not for the same", "使いみちと同じ"), not_for=USE),
    *(
        _slip(name, SAYS[name], **{line: letter})
        for line, says in _CHOICE_SAYS.items()
        for letter, name in says.items()
    ),
)


def _number(en: str, ja: str, unit: T, example: str) -> Field:
    return Field(T(en, ja), Number(unit, example))


_OF_100 = T("of 100", "100人中の人数")
card_lines = Question(
    name="card_lines",
    data="fixed",
    kind="S",
    form=Fields(
        {
            "trained_until": Field(
                T("the last day whose rows it learned from", "学習した行の、最後の日"), Day("2025-05-31")
            ),
            "tested_from": Field(
                T("the first day whose rows it was judged on", "評価した行の、最初の日"), Day("2025-05-31")
            ),
            "list_size": _number(
                "customers on the list that was judged", "評価したリストの人数", T("customers", "人"), "200"
            ),
            "hits_of_100": _number("of 100 on the list, left", "リストの100人中、解約した人", _OF_100, "50"),
            "hits_low": _number("… low end", "… 下限", _OF_100, "50"),
            "hits_high": _number("… high end", "… 上限", _OF_100, "50"),
            "intended_use": Field(T("what it is for", "使いみち"), Choice(USES)),
            "not_for": Field(
                T("what it is not for (one of the same letters)", "使ってはいけない場面(同じ記号から1つ)"),
                Choice(USES),
            ),
            "who_decides": Field(T("who decides in the end", "最後に決める人"), Choice(DECIDES)),
            "stop_when": Field(T("when it is stopped", "止める条件"), Choice(STOPS)),
        }
    ),
    points=7,
    title=T("The model card", "モデルカード"),
    check=_check,
    hints=(
        T(
            "Six lines stand in the output above: days, list, and of 100 the count with its range, in whole numbers.",
            "はじめの6行は、上の出力に出ています。日付、リスト、100人あたりの人数とその範囲(整数)です。",
        ),
        T(
            "The other four: it has only seen customers whom nobody called; somebody by name decides; and it stops at a count against the rule, on a day.",
            "残りの4行: 電話しなかった顧客しか見ていません。決めるのは名指しできる人。止めるのは、ルールと比べた数と時期です。",
        ),
    ),
    misconceptions=_SLIPS,
    why=T(
        "The run fills the first six lines. The other four no program can know: what it is for, where it fails, who answers for it, and what ends it.",
        "はじめの6行は実行結果が埋めます。残りの4行、何のためか、どこで通用しないか、誰が責任を持つか、何で終わるかは、プログラムにはわかりません。",
    ),
)
