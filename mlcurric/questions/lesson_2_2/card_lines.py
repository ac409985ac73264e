"""A model card filled in by hand: its lines must agree with the run, and with each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mlcurric.question.choices import Choice
from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Day, Number
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed, passed
from mlcurric.questions.lesson_2_2.counted import CAPACITY, LIST_SIZE, evidence
from mlcurric.subject.digits import as_count
from mlcurric.subject.model_card.agree import Disagreement, disagreements
from mlcurric.text import T

_ROUNDED = 0.6
"""So far may a count of 100 lie beside the run's and still be it, rounded."""
Finding = tuple[str, tuple[str, ...], T]
"""The name of what is wrong, the lines it is about, and what is said."""
_USES = {
    "a": T(
        "order customers by their risk of leaving if nobody calls",
        "電話しない場合に解約しそうな順に、顧客を並べる",
    ),
    "b": T("pick those whom a call will keep", "電話すれば残る顧客を選ぶ"),
    "c": T("rate account managers by how many of theirs score high", "担当顧客のスコアで、営業担当者を評価する"),
    "d": T("tell a customer why they are about to leave", "なぜ解約しそうなのかを顧客本人に伝える"),
    "e": T("nothing: where a score helps, it may be used", "特になし。役立つなら、どこで使ってもよい"),
}
_USE, _NOTHING = "a", "e"
_DECIDES = {
    "a": T("the model: whoever scores 0.5 or more is called", "モデル。スコアが0.5以上なら電話"),
    "b": T("the whole team", "チーム全員"),
    "c": T("Ken, who chose the method", "手法を選んだ健さん"),
    "d": T("Aya's callers; who differs writes down why", "彩さんのチーム。スコアと違う判断は理由を書き残す"),
}
_STOPS = {
    "a": T(
        "when it no longer works well enough for those who call, and they say so in the weekly meeting",
        "電話する人たちから見て、十分に役立たなくなったと、週次会議で意見が出たら",
    ),
    "b": T(
        "when fewer than 90 of 100 answers are right on all customers; Daichi counts every quarter",
        "全顧客で、正解が100人中90人を下回ったら。大地さんが四半期ごとに数える",
    ),
    "c": T(
        "when, of the customers left uncalled, its list holds no more leavers than Aya's points; Daichi counts every quarter",
        "電話しなかった顧客で数えて、解約者が彩さんの点数のリスト以下だったら。大地さんが四半期ごとに数える",
    ),
    "d": T(
        "never: it learns anew every month from all rows there are, and so stays up to date by itself",
        "止めない。毎月、すべての行から学習し直すので、いつも最新になる",
    ),
}
_RIGHT = {"who_decides": "d", "stop_when": "c"}
_CHOICES = {"who_decides": _DECIDES, "stop_when": _STOPS}
_SAYS = {
    "use_uplift": T(
        "It has learned from customers whom nobody called, so it cannot know what a call does (lesson 1-4); that takes the pilot, in 2-3.",
        "誰にも電話していない顧客から学んだので、電話で何が変わるかは知りません(1-4)。それには試行が要ります。2-3 で扱います。",
    ),
    "use_people": T(
        "Who has difficult customers would look bad at the work, and soon take easy ones. The score is about customers, not about colleagues.",
        "難しい顧客を受け持つ人ほど成績が悪く見え、やがて誰も引き受けなくなります。スコアが表すのは顧客で、同僚ではありません。",
    ),
    "use_reason": T(
        "A score goes with columns; it knows no cause (lesson 1-6), least of all for one customer.",
        "スコアは列と結びついているだけで、原因は知りません(1-6)。1人の顧客の理由なら、なおさらです。",
    ),
    "use_nothing": T(
        "A card has to say what the model is for.",
        "何のためのモデルなのかを書くのが、カードの役目です。",
    ),
    "no_limit": T(
        "“Nothing” is what a card is there to prevent: each use that it was not judged for is a guess.",
        "「特になし」をなくすためにカードがあります。評価していない使い方は、どれも当てずっぽうです。",
    ),
    "decides_model": T(
        "0.5 is nobody's price (lesson 1-4), and here hardly anybody scores so high. And a model answers for nothing.",
        "0.5は費用から決めた値ではなく(1-4)、ここでは超える人もほとんどいません。それに、モデルは責任を取れません。",
    ),
    "decides_everybody": T(
        "Where all decide, nobody did. Whose telephone rings when a customer complains?",
        "全員で決めたことは、誰も決めていないのと同じです。顧客から苦情が来たら、誰の電話が鳴りますか。",
    ),
    "decides_builder": T(
        "Ken is not on the telephone, and what the callers know of a customer never reaches him.",
        "健さんは電話の場にいません。電話する人が顧客について知っていることも、届きません。",
    ),
    "stop_vague": T(
        "No number and no name: in a meeting somebody is always for going on, and nobody can say that it has come to that.",
        "数字も、数える人の名前もありません。会議には続けたい人が必ずいて、誰も「そのときが来た」と言えません。",
    ),
    "stop_accuracy": T(
        "“Nobody leaves” is right for more than 90 of 100 already. Count what it is for: leavers on the list, against the rule.",
        "「誰も解約しない」と言うだけで、100人中90人以上が正解になります。数えるのは目的のもの、つまりリストに載った解約者で、比べる相手はルールです。",
    ),
    "stop_never": T(
        "A model that learns anew each month from a broken export is wrong anew each month. Somebody has to be able to stop it.",
        "壊れたデータから毎月学習し直せば、毎月新しく間違えます。止められる人と条件が要ります。",
    ),
}
_USE_SAYS = {"b": "use_uplift", "c": "use_people", "d": "use_reason", "e": "use_nothing"}
_CHOICE_SAYS = {
    "who_decides": {"a": "decides_model", "b": "decides_everybody", "c": "decides_builder"},
    "stop_when": {"a": "stop_vague", "b": "stop_accuracy", "d": "stop_never"},
}


def _model() -> dict[str, Any]:
    ran = evidence()
    hits = ran.hits_of_100
    days = {"trained_until": f"{ran.trained_until:%Y-%m-%d}", "tested_from": f"{ran.tested_from:%Y-%m-%d}"}
    counts = {"hits_of_100": round(hits.value), "hits_low": round(hits.low), "hits_high": round(hits.high)}
    return {**days, "list_size": LIST_SIZE, **counts, "intended_use": _USE, "not_for": "b", **_RIGHT}


def _findings(card: dict[str, Any]) -> Iterator[Finding]:
    """Each line that cannot stand: first what contradicts another line, then what the run did not measure."""
    numbers = ("trained_until", "tested_from", "list_size", "hits_of_100", "hits_low", "hits_high")
    typed = {name: card[name] for name in numbers}
    if any(0 < card[line] <= 1 for line in numbers[3:]):
        yield "hits_fraction", numbers[3:], _AS_FRACTION
        typed = {name: value for name, value in typed.items() if not name.startswith("hits")}
    found = list(disagreements(**typed, capacity=CAPACITY))
    yield from (_told(one) for one in found)
    about = {line for one in found for line in one.lines}
    yield from _beside_the_run(card, about if len(typed) == len(numbers) else about | set(numbers[3:]))
    if card["intended_use"] != _USE:
        name = _USE_SAYS[card["intended_use"]]
        yield name, ("intended_use",), _SAYS[name]
    if card["not_for"] == _NOTHING:
        yield "no_limit", ("not_for",), _SAYS["no_limit"]
    elif card["not_for"] == card["intended_use"]:
        yield _told(next(disagreements(intended_use=card["intended_use"], not_for=card["not_for"])))
    elif card["not_for"] == _USE:
        yield "not_for_its_use", ("not_for",), _NOT_FOR_ITS_USE
    for line, says in _CHOICE_SAYS.items():
        if card[line] != _RIGHT[line]:
            yield says[card[line]], (line,), _SAYS[says[card[line]]]


def _beside_the_run(card: dict[str, Any], known: set[str]) -> Iterator[Finding]:
    """What differs from the run, in lines of which nothing has been said yet."""
    ran, hits = evidence(), evidence().hits_of_100
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
_AS_FRACTION = T(
    "Shares are written here as customers: of 100 on the list so many left, not 0.29.",
    "ここでは割合を人数で書きます。0.29ではなく、リストの100人中29人です。",
)
_NOT_FOR_ITS_USE = T(
    "That is what the model was made and judged for; a card that forbids it leaves nothing.",
    "それは、このモデルを作り、評価した目的そのものです。禁じてしまうと、使いみちが残りません。",
)


def _told(found: Disagreement) -> Finding:
    return found.name, found.lines, found.says


def _check(card: dict[str, Any]) -> Verdict:
    found = list(_findings(card))
    if not found:
        return passed(
            T(
                "The card agrees with the run and with itself: {value} of 100 ({low} to {high}), learned until {until}, judged from {tested}, with a use, a limit, a person and an end.",
                "カードは実行結果とも、行どうしでも合っています。100人中{value}人({low}〜{high}人)、{until}までのデータで学び、{tested}のデータで評価。使いみち、限界、決める人、終わりの条件もそろいました。",
            ).format(
                **{
                    name: as_count(round(end))
                    for name, end in zip(("value", "low", "high"), evidence().hits_of_100, strict=True)
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
    _slip("hits_fraction", _AS_FRACTION, hits_of_100=0.29, hits_low=0.26, hits_high=0.33),
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
    *(_slip(name, _SAYS[name], intended_use=letter) for letter, name in _USE_SAYS.items() if letter != "b"),
    _slip("use_uplift", _SAYS["use_uplift"], intended_use="b", not_for="c"),
    _slip("no_limit", _SAYS["no_limit"], not_for=_NOTHING),
    _slip("use_is_not_for", T("for and not for the same", "使いみちと同じ"), not_for=_USE),
    *(
        _slip(name, _SAYS[name], **{line: letter})
        for line, says in _CHOICE_SAYS.items()
        for letter, name in says.items()
    ),
)


def _number(en: str, ja: str, unit: T, example: str) -> Field:
    return Field(T(en, ja), Number(unit, example))


_OF_100 = T("of 100", "100人中の人数")
card_lines = Question(
    name="card_lines",
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
            "intended_use": Field(T("what it is for", "使いみち"), Choice(_USES)),
            "not_for": Field(
                T("what it is not for (one of the same letters)", "使ってはいけない場面(同じ記号から1つ)"),
                Choice(_USES),
            ),
            "who_decides": Field(T("who decides in the end", "最後に決める人"), Choice(_DECIDES)),
            "stop_when": Field(T("when it is stopped", "止める条件"), Choice(_STOPS)),
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
