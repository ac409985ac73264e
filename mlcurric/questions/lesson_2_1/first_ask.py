"""The first question that goes out: to whom, for which number, by when, and how precise an answer is enough."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from mlcurric.question.choices import Choice
from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Number
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed, passed
from mlcurric.questions.lesson_2_1.people import OPTIONS, PEOPLE
from mlcurric.subject.digits import in_digits
from mlcurric.subject.value.sensitivity import turning_point
from mlcurric.subject.value.terms import numbers_of
from mlcurric.subject.value.tickets import ticket_gain, ticket_terms
from mlcurric.text import T

_BY = {
    "a": T("today by five: the sooner, the better", "今日の17時。早いに越したことはない"),
    "b": T("Thursday noon, because Ms Mori decides on Friday", "木曜の正午。金曜に森さんが決めるから"),
    "c": T("whenever it suits", "お手すきのときに"),
    "d": T("the end of the quarter, when it can be counted properly", "四半期の終わり。きちんと数えられるから"),
}
_HOW = {
    "a": T("take the time of every ticket in the quarter, to the second", "四半期の全件を、秒単位で測ってほしい"),
    "b": T(
        "is it more than that, or less? Thirty tickets and a stopwatch will do",
        "それより長いか短いか。30件をストップウォッチで測れば足りる",
    ),
    "c": T("roughly: whatever comes to mind", "だいたいでよい。思いついた数字で"),
    "d": T("please confirm that it is 12", "12分で合っていると確認してほしい"),
}
MODEL = {"whom": "c", "turns_at": 4.2, "by_when": "b", "how": "b"}
# Read off the picture is near enough.
_WITHIN = 0.5
_WHOM = {
    "a": T(
        "She decides on Friday, and she would have to ask somebody herself. No bar of the picture bears her name.",
        "森さんは金曜に決める人です。聞かれても、誰かに聞き直すしかありません。図に森さんの棒はありません。",
    ),
    "b": T(
        "Whether an hour costs 3,300 or 4,000 yen, the gain stays above 0. Her answer would change a figure and no decision.",
        "1時間が3,300円でも4,000円でも、差はプラスのまま。聞けば数字は変わりますが、判断は変わりません。",
    ),
    "d": T(
        "He owns two bars, and neither crosses 0. Count again later; nothing hangs on it by Friday.",
        "拓海さんの棒は2本ありますが、どちらも0をまたぎません。金曜までに聞かなくても、判断は変わりません。",
    ),
    "e": T(
        "Hers is the longest bar that a developer can shorten, and even at its worst the gain stays above 0.",
        "開発者の手で縮められる中では、いちばん長い棒です。それでも、最悪の値でさえ差はプラスのままです。",
    ),
    "f": T(
        "The easiest number to get, and the shortest bar. A written offer makes nobody wiser on Friday.",
        "いちばん手に入りやすい数字で、いちばん短い棒です。見積書があっても、金曜の判断は変わりません。",
    ),
    "g": T("He owns no term of this formula.", "この式に、佐藤さんの項はありません。"),
    "h": T("She owns no term of this formula.", "この式に、奈緒さんの項はありません。"),
}
_OTHER_LINES = {
    "by_a": T(
        "Of what use is it today? Whoever is given an hour guesses, and you get your 12 back. The answer is needed by Friday.",
        "今日わかって、何に使いますか。1時間しかなければ、相手は勘で答えます。必要なのは金曜までです。",
    ),
    "by_c": T(
        "Kindly meant, and it will be next month. A date, and why just that one, is kinder.",
        "親切のつもりでも、返事は来月になります。日付と、その日である理由を言うほうが親切です。",
    ),
    "by_d": T(
        "By then it has been decided without the number.",
        "そのころには、この数字なしで決まっています。",
    ),
    "how_a": T(
        "That takes a quarter, and Friday asks only on which side of the turning point it lies.",
        "四半期かかります。金曜に必要なのは、分かれ目のどちら側かだけです。",
    ),
    "how_c": T(
        "What comes to mind is where 3 to 16 came from. Half an hour of measuring is worth more.",
        "思いつきの結果が、3〜16分という幅です。30分測るほうが、ずっと確かです。",
    ),
    "how_d": T(
        "Whoever is asked to confirm confirms. You get your own number back, with her name on it.",
        "確認を頼まれた人は、確認します。自分の数字が、相手の名前つきで返ってくるだけです。",
    ),
}


def _formula_without(licence_months: float | None = None, baseline: bool = True) -> float:
    """The minutes at which the gain is 0, by a slip."""
    t = numbers_of(ticket_terms())
    months = t.months_per_quarter if licence_months is None else licence_months
    fewer = (t.wrong_by_rule if baseline else 1) - t.wrong_by_model
    return t.licence * months / (t.tickets * fewer * t.yen_per_hour / 60)


@cache
def turns_at() -> float:
    """The minutes at which the model just pays."""
    return turning_point(ticket_gain, ticket_terms(), "minutes_lost")


_MINUTES: dict[str, tuple[Callable[[], float], T]] = {
    "best_guess": (
        lambda: numbers_of(ticket_terms()).minutes_lost,
        T(
            "That is the best guess. Asked is where the answer turns round: how few minutes may it be, and the gain is just 0?",
            "それは見込みの値です。聞いているのは答えが逆になる値。何分まで短くなると、差がちょうど0になりますか。",
        ),
    ),
    "low_end": (
        lambda: ticket_terms()["minutes_lost"].low,
        T(
            "That is the low end of her range; there the gain is below 0 already. The turning point lies in between.",
            "それは幅の下の端で、差はもうマイナスです。分かれ目は、もう少し上にあります。",
        ),
    ),
    "one_month": (
        lambda: _formula_without(licence_months=1),
        T(
            "You let the tickets of a quarter pay for one month of licence.",
            "四半期分の問い合わせで、1か月分のライセンス料しか払っていません。",
        ),
    ),
    "by_the_day": (
        lambda: _formula_without(licence_months=90),
        T(
            "You pay the month's licence on each of 90 days.",
            "月額のライセンス料を、90日間毎日払っています。",
        ),
    ),
    "against_nothing": (
        lambda: _formula_without(baseline=False),
        T(
            "You let the model save all tickets that land right, those too that today's rule gets right.",
            "正しく届く全件を、モデルの手柄にしています。いまのルールでも届く分は除きましょう。",
        ),
    ),
    "in_hours": (
        lambda: turns_at() / 60,
        T("That is in hours; asked is minutes.", "それは時間です。聞いているのは分です。"),
    ),
    "in_seconds": (
        lambda: 60 * turns_at(),
        T("That is in seconds; asked is minutes.", "それは秒です。聞いているのは分です。"),
    ),
}


def _about_minutes(minutes: float) -> str | None:
    """The slip that a number of minutes shows; ``""`` where it is wrong and shows none."""
    right = turns_at()
    if abs(minutes - right) <= _WITHIN:
        return None
    slips = ((found, value()) for found, (value, _) in _MINUTES.items())
    return next((found for found, value in slips if abs(minutes - value) <= min(_WITHIN, 0.1 * value)), "")


def _findings(answer: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each line that does not fit, with the id of its misconception."""
    if answer["whom"] in _WHOM:
        yield "whom", f"whom_{answer['whom']}"
    if (found := _about_minutes(answer["turns_at"])) is not None:
        yield "turns_at", found
    if answer["by_when"] != MODEL["by_when"]:
        yield "by_when", f"by_{answer['by_when']}"
    if answer["how"] != MODEL["how"]:
        yield "how", f"how_{answer['how']}"


_SAYS = {
    **{f"whom_{letter}": says for letter, says in _WHOM.items()},
    **{found: says for found, (_, says) in _MINUTES.items()},
    **_OTHER_LINES,
}


def _check(answer: dict[str, Any]) -> Verdict:
    wrong = list(_findings(answer))
    if not wrong:
        return passed(
            T(
                "Ms Kato can answer that by Thursday with thirty tickets, and on Friday it decides.",
                "これなら加藤さんは、30件測るだけで木曜までに答えられます。そして、金曜の判断が決まります。",
            )
        )
    name, found = wrong[0]
    share = 1 - len(wrong) / len(MODEL)
    if not found:
        return failed(
            T("turns_at: at {n} minutes the gain is not 0.", "turns_at: {n}分では、差は0になりません。").format(
                n=in_digits(answer["turns_at"])
            ),
            T(
                "Look where the top bar of the picture crosses 0, or compute it.",
                "いちばん上の棒が0を横切るところを見るか、計算してみましょう。",
            ),
            share=share,
        )
    seen = {
        "whom": lambda: PEOPLE[answer["whom"]].name,
        "turns_at": lambda: T("{n} minutes", "{n}分").format(n=in_digits(answer["turns_at"])),
        "by_when": lambda: _BY[answer["by_when"]],
        "how": lambda: _HOW[answer["how"]],
    }[name]()
    return failed(
        T("{name}: “{seen}”.", "{name}: 「{seen}」。").format(name=name, seen=seen),
        _SAYS[found],
        share=share,
        misconception=found,
    )


def _example(found: str) -> Callable[[], dict[str, Any]]:
    """The model answer with one line exchanged for the slip."""
    if found in _MINUTES:
        return lambda: {**MODEL, "turns_at": round(_MINUTES[found][0](), 4)}
    line, letter = found.rsplit("_", 1)
    return lambda: {**MODEL, {"whom": "whom", "by": "by_when", "how": "how"}[line]: letter}


_LETTER = T("a letter in quotes", "記号を引用符で囲む")
first_ask = Question(
    name="first_ask",
    data="fixed",
    kind="S",
    form=Fields(
        {
            "whom": Field(T("whom you ask first", "最初に聞く人"), Choice(OPTIONS), _LETTER),
            "turns_at": Field(
                T(
                    "the value of that person's term at which the answer turns round",
                    "その人の項がいくつになると、答えが逆になるか",
                ),
                Number(T("in the unit of that term", "その項の単位で"), example="7.5"),
            ),
            "by_when": Field(T("by when", "いつまでに"), Choice(_BY), _LETTER),
            "how": Field(T("how you ask", "どう聞くか"), Choice(_HOW), _LETTER),
        }
    ),
    points=3,
    title=T("The first question", "最初の質問"),
    check=_check,
    hints=(
        T(
            "Whose bar crosses 0? All others may be as they like: the answer to Ms Mori stays.",
            "0をまたぐのは誰の棒ですか。ほかの棒がどう動いても、森さんへの答えは変わりません。",
        ),
        T(
            'turning_point(ticket_gain, terms, "minutes_lost") says at how many minutes the gain is 0. By when: the last moment that is of use. How: so that half an hour is enough for an answer.',
            '差が0になる分数は turning_point(ticket_gain, terms, "minutes_lost") でわかります。期限は、役に立つぎりぎりの時刻。聞き方は、30分あれば答えられる形で。',
        ),
    ),
    misconceptions=tuple(Misconception(found, _example(found), says) for found, says in _SAYS.items()),
    why=T(
        "The owner of the one bar that can turn the answer; the value at which it turns; the last day that helps; and a question that half an hour answers.",
        "答えを逆にできるただ1本の棒の担い手に。答えが変わる値を添えて。間に合うぎりぎりの日までに。30分で答えられる聞き方で。",
    ),
)
