"""“Do something with AI”, turned into a request whose lines tell one story."""

from __future__ import annotations

from mlcurric.question.choices import Choice
from mlcurric.question.fields import Field, Fields
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed, passed
from mlcurric.text import T

# The letters are dealt so that no story has the same one twice in a row: a column of equal letters would be a guess.
_FIELDS: dict[str, tuple[T, dict[str, tuple[str, T]]]] = {
    "who": (
        T("who decides", "誰が決めるか"),
        {
            "a": (
                "calls",
                T(
                    "the lead of the team that calls customers to keep them",
                    "引き止めの電話をかけるチームの責任者",
                ),
            ),
            "b": ("shifts", T("the support lead, who writes the shift plan", "シフトを組むサポートのリーダー")),
            "c": ("trap", T("the AI", "AI")),
        },
    ),
    "decision": (
        T("what they decide", "何を決めるか"),
        {
            "a": ("trap", T("whether our company uses AI", "わが社がAIを使うかどうか")),
            "b": ("calls", T("which 100 customers get a call next week", "来週、電話をかける100人")),
            "c": ("shifts", T("how many people work on each day next week", "来週の日ごとの人数")),
        },
    ),
    "prediction": (
        T("what the model predicts", "モデルは何を予測するか"),
        {
            "a": ("shifts", T("how many tickets arrive on each day next week", "来週、日ごとに届く問い合わせの件数")),
            "b": ("trap", T("who cancelled last month", "先月解約した人")),
            "c": ("calls", T("who cancels in the 30 days after the calls", "電話のあと30日以内に解約する人")),
        },
    ),
    "date": (
        T("when it must be there", "いつまでに必要か"),
        {
            "a": ("calls", T("on Friday, before Monday's calls", "月曜の電話に間に合う金曜日")),
            "b": ("trap", T("at month's end, when all cancellations are booked", "解約がすべて計上される月末")),
            "c": ("shifts", T("on Thursday, when the shifts are planned", "シフトを組む木曜日")),
        },
    ),
    "action": (
        T("what is done then", "そのあと何をするか"),
        {
            "a": ("shifts", T("one more person on the busiest day", "いちばん忙しい日に1人増やす")),
            "b": ("calls", T("a call that solves what does not work", "電話をかけ、困りごとを解決する")),
            "c": ("trap", T("a dashboard for everybody", "全員が見られるダッシュボードを作る")),
        },
    ),
}


_TRAPS = {
    "who": T(
        "A model returns a number; somebody with a name decides what to do about it.",
        "モデルが返すのは数字です。それをどうするかは、名前を挙げられる誰かが決めます。",
    ),
    "decision": T(
        "Using AI is a means; which decision in somebody's week would come out differently?",
        "AIを使うのは手段です。誰の、どんな判断が変わるのでしょう。",
    ),
    "prediction": T(
        "Last month is known: that is a report. A prediction is about what nobody knows yet.",
        "先月のことはもうわかっています。それは報告です。予測は、まだ誰も知らないことについてのもの。",
    ),
    "date": T(
        "At month's end it has happened, and there is nothing left to decide.",
        "月末にはもう起きてしまい、決められることが残っていません。",
    ),
    "action": T(
        "A dashboard changes no customer's day; what does a person do with it on Monday?",
        "ダッシュボードだけでは、顧客には何も起きません。月曜日に、誰が何をしますか。",
    ),
}


def _letter(field: str, story: str) -> str:
    return next(letter for letter, (told, _) in _FIELDS[field][1].items() if told == story)


def _request(**odd: str) -> dict[str, str]:
    """The story of the calls as letters, with some fields from elsewhere."""
    return {field: _letter(field, odd.get(field, "calls")) for field in _FIELDS}


def _mixed(odd: str) -> T:
    return T(
        "{odd} belongs to another story than most of the other lines.", "{odd} の行は、ほかの多くの行と話が違います。"
    ).format(odd=odd)


def _check_request(request: dict[str, str]) -> Verdict:
    told = {field: _FIELDS[field][1][letter][0] for field, letter in request.items()}
    for field, story in told.items():
        if story == "trap":
            return failed(_TRAPS[field], misconception=f"trap_{field}")
    stories = list(told.values())
    main = max(("calls", "shifts"), key=stories.count)
    odd = next((field for field, story in told.items() if story != main), None)
    if odd:
        seen = T("Your lines tell two stories, one of calls, one of shifts.", "電話の話とシフトの話が混ざっています。")
        return failed(seen, _mixed(odd), share=0.4, misconception=f"mixed_{odd}")
    return passed(
        T(
            "One person, one decision, one date: developers can start from that.",
            "決める人、決めること、期日がひとつにつながりました。これなら開発者は動き出せます。",
        )
    )


request = Question(
    name="request",
    data="none",
    kind="S",
    form=Fields(
        {
            name: Field(label, Choice({letter: text for letter, (_, text) in options.items()}))
            for name, (label, options) in _FIELDS.items()
        }
    ),
    points=5,
    title=T("Turn “do something with AI” into a request", "「AIで何かやって」を依頼に直す"),
    check=_check_request,
    hints=(
        T(
            "Read each line aloud after the one before it. Do they tell one story?",
            "上から順に声に出して読んでみましょう。ひとつの話になっていますか。",
        ),
        T(
            "Start from the decision: whose week changes? The rest follows from it.",
            "「何を決めるか」から始めます。誰の一週間が変わりますか。残りは自然に決まります。",
        ),
    ),
    misconceptions=(
        *(Misconception(f"trap_{name}", _request(**{name: "trap"}), says) for name, says in _TRAPS.items()),
        *(Misconception(f"mixed_{name}", _request(**{name: "shifts"}), _mixed(name)) for name in _FIELDS),
    ),
    why=T(
        "The shifts would be as good a request: what matters is that person, decision, prediction, date and action fit.",
        "シフトの話でそろえても正解です。人、判断、予測、期日、行動がかみ合っていることが大切です。",
    ),
)
