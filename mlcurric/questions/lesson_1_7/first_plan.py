"""The first plan: goal, sponsor, data owner, baseline and two days, which must agree with each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from mlcurric.question.choices import Choice
from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Day
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed, passed
from mlcurric.text import T

# The case as the exercise tells it.
_TODAY, _GOAL_DAY, _BUDGET_ENDS = date(2026, 6, 1), date(2026, 10, 30), date(2026, 11, 30)
_TO_THE_LIST, _TO_THE_CALLS, _HORIZON = 28, 14, 90
_TO_THE_RESULT = timedelta(days=_TO_THE_LIST + _TO_THE_CALLS + _HORIZON)

_RIGHT = "right"
# Letter → (what is wrong with it, its words); the right letters are dealt so that no column of them is a guess.
_CHOICES: dict[str, tuple[T, dict[str, tuple[str, T]]]] = {
    "goal": (
        T("what the trial is to reach", "試行で目指すこと"),
        {
            "a": ("vague", T("Fewer customers leave.", "解約を減らす。")),
            "b": ("accuracy", T("The model is right for 95 of 100 customers.", "モデルの正解率が95%になる。")),
            "c": (
                _RIGHT,
                T(
                    "By 30 October 1,000 calls earn ¥1 million after costs, instead of nothing.",
                    "10月30日までに、電話1,000件の利益を、ほぼ0円から100万円にする。",
                ),
            ),
            "d": ("output", T("By 30 October the model is live.", "10月30日までにモデルを本番で動かす。")),
        },
    ),
    "sponsor": (
        T("who gives the money, and can say stop", "予算を出し、やめると決める人"),
        {
            "a": ("nobody", T("the management", "経営陣")),
            "b": (_RIGHT, T("Ms Mori", "森さん")),
            "c": ("builder", T("Ken", "健さん")),
            "d": ("user", T("Aya", "彩さん")),
        },
    ),
    "data_owner": (
        T("who answers questions about the data", "データについて答えられる人"),
        {
            "a": (_RIGHT, T("Mr Ono", "小野さん")),
            "b": ("department", T("Ms Mori's department", "森さんの部署")),
            "c": ("copy", T("Ken, who has a copy", "コピーを持っている健さん")),
            "d": ("sponsor", T("Ms Mori", "森さん")),
        },
    ),
    "baseline": (
        T("what the new list has to beat", "新しいリストが超えるべきもの"),
        {
            "a": ("nothing", T("what happens if nobody is called", "誰にも電話しなかった場合")),
            "b": ("elsewhere", T("the usual churn rate in our industry", "業界の平均的な解約率")),
            "c": ("itself", T("the first version of the model", "モデルの最初の版")),
            "d": (_RIGHT, T("the list that today's rule makes", "いまのルールで作るリスト")),
        },
    ),
}
_PLAN = {
    **{
        name: next(letter for letter, (odd, _) in options.items() if odd == _RIGHT)
        for name, (_, options) in _CHOICES.items()
    },
    "stop_date": "2026-11-02",
    "first_meeting": "2026-06-04",
}

_SAYS = {
    "goal_vague": T(
        "From what to what, and by when? Without a number and a day nobody can say that it was not reached.",
        "いくつからいくつに、いつまでに? 数字と期日がなければ、「届かなかった」と誰にも言えません。",
    ),
    "goal_accuracy": T(
        "That is a mark for the model, and “nobody leaves” is right for 92 of any 100 customers already. What changes for the business?",
        "それはモデルの成績です。しかも「誰も解約しない」と言うだけで、この事業では正解率92%になります。事業の何が変わりますか。",
    ),
    "goal_output": T(
        "A live model is something that you do. It can be live on the day, and the calls earn as little as before.",
        "モデルを動かすのは「やること」です。期日に動いていても、電話の利益が0円のままということはあります。",
    ),
    "sponsor_nobody": T(
        "“The management” has no telephone. Who answers for what the calls earn, and can give money and say stop?",
        "「経営陣」という名前の人はいません。電話の利益に責任を持ち、予算を出し、やめると言える人は誰ですか。",
    ),
    "sponsor_builder": T(
        "Ken makes the model; he has no budget, and nobody should judge their own work.",
        "健さんは作る人です。予算はありませんし、自分の仕事を自分で判定することにもなります。",
    ),
    "sponsor_user": T(
        "You need Aya's Go as well, for her team does the work. But the budget is not hers, nor can she end the project.",
        "彩さんの賛成も要ります。動くのは彼女のチームです。でも、予算を持ち、やめると決められるのは別の人です。",
    ),
    "data_owner_department": T(
        "A department answers no question. Who in person knows who writes what into the table, and when?",
        "部署は質問に答えてくれません。表に誰がいつ何を書くかを知っているのは、どの人ですか。",
    ),
    "data_owner_copy": T(
        "A copy grows old, and Ken did not write the columns: he cannot say which of them leak (lesson 1-2).",
        "コピーは古くなります。それに、列を書いたのは健さんではないので、どの列がリークするか(1-2)を答えられません。",
    ),
    "data_owner_sponsor": T(
        "She answers for the number and the money. Who writes a column, and on which day, she would have to ask somebody else.",
        "森さんが持つのは、数字の責任と予算です。列を誰がいつ書くかは、森さんも誰かに聞くことになります。",
    ),
    "baseline_nothing": T(
        "Aya's team already calls by a rule. Whoever beats “nobody is called” may still do worse than that.",
        "彩さんのチームは、すでにルールで電話をかけています。「何もしない」に勝っても、そのルールには負けるかもしれません。",
    ),
    "baseline_elsewhere": T(
        "Other customers, other prices: with that number nobody can tell what your list changed.",
        "顧客も価格も違います。その数字と比べても、リストが何を変えたのかはわかりません。",
    ),
    "baseline_itself": T(
        "To beat one's own first attempt is easy. What would happen on Monday without your project?",
        "自分の最初の版に勝つのは簡単です。このプロジェクトがなければ、月曜に何が使われますか。",
    ),
    "meeting_past": T("Today is 1 June 2026.", "今日は2026年6月1日です。"),
    "meeting_after_stop": T(
        "A project that ends before people have met was never begun.", "集まる前に終わるのでは、始まってもいません。"
    ),
    "stop_after_budget": T(
        "The budget ends on 30 November: from then on nobody pays.",
        "予算は11月30日まで。その先は誰も払えません。",
    ),
    "stop_before_goal": T(
        "You would stop before the goal's own day, 30 October, and never know.",
        "目標の期日(10月30日)より前にやめるので、届いたかどうかがわかりません。",
    ),
    "meeting_too_late": T(
        "Count back from 30 October: 90 days of watching, two weeks to the calls, four weeks to the list.",
        "10月30日から逆算しましょう。見守る90日、電話までの2週間、リストまでの4週間が要ります。",
    ),
}
_EXAMPLES = {
    "meeting_past": {"first_meeting": "2025-06-04"},
    "meeting_after_stop": {"first_meeting": "2026-11-02", "stop_date": "2026-06-04"},
    "stop_after_budget": {"stop_date": "2026-12-28"},
    "stop_before_goal": {"stop_date": "2026-09-30"},
    "meeting_too_late": {"first_meeting": "2026-07-01"},
}


def _findings(plan: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each line that does not fit, with the id of its misconception."""
    for name, (_, options) in _CHOICES.items():
        if (odd := options[plan[name]][0]) != _RIGHT:
            yield name, f"{name}_{odd}"
    meets, stops = plan["first_meeting"], plan["stop_date"]
    if meets < _TODAY:
        yield "first_meeting", "meeting_past"
    elif meets >= stops:
        yield "first_meeting", "meeting_after_stop"
    if stops > _BUDGET_ENDS:
        yield "stop_date", "stop_after_budget"
    elif stops < _GOAL_DAY:
        yield "stop_date", "stop_before_goal"
    if _result(meets) > _GOAL_DAY:
        yield "first_meeting", "meeting_too_late"


def _choose(odd: str) -> dict[str, str]:
    """The choice that shows a misconception, such as ``goal_vague``."""
    return next(
        {name: letter}
        for name, (_, options) in _CHOICES.items()
        for letter, (found, _) in options.items()
        if odd == f"{name}_{found}"
    )


def _result(meets: date) -> date:
    """The day of the first result; “9999-12-31”, which many write for “no date yet”, has no day after it."""
    return min(meets, date.max - _TO_THE_RESULT) + _TO_THE_RESULT


def _check_plan(plan: dict[str, Any]) -> Verdict:
    found = list(_findings(plan))
    knows = _result(plan["first_meeting"])
    if found:
        name, odd = found[0]
        share = 1 - len({line for line, _ in found}) / len(plan)
        return failed(_seen(name, odd, plan), _SAYS[odd], share=share, misconception=odd)
    return passed(
        T(
            "The six lines agree. You meet on {meets}, the first result is there on {knows}, and whatever it says, there is a decision on {stops}.",
            "6行がかみ合いました。{meets}に集まり、最初の結果は{knows}に出ます。どんな結果でも、{stops}には結論が出ます。",
        ).format(meets=_day(plan["first_meeting"]), knows=_day(knows), stops=_day(plan["stop_date"]))
    )


def _seen(name: str, odd: str, plan: dict[str, Any]) -> T:
    """What stands in the line that does not fit."""
    if odd == "meeting_after_stop":
        return T(
            "first_meeting is {meets}, stop_date {stops}.", "first_meeting は{meets}、stop_date は{stops}です。"
        ).format(meets=_day(plan["first_meeting"]), stops=_day(plan["stop_date"]))
    if odd == "meeting_too_late":
        return T(
            "first_meeting: if you first meet on {meets}, the first result is there on {knows}.",
            "first_meeting: {meets}に初めて集まると、最初の結果が出るのは{knows}です。",
        ).format(meets=_day(plan[name]), knows=_day(_result(plan[name])))
    value = plan[name]
    if isinstance(value, date):
        return T("{name}: {day}.", "{name}: {day}。").format(name=name, day=_day(value))
    words = _CHOICES[name][1][value][1]
    return T("{name}: “{en}”.", "{name}: 「{ja}」。").format(
        name=name, en=words.en.rstrip("."), ja=words.ja.rstrip("。")
    )


def _day(day: date) -> T:
    """A day in words, with its year where that is not the case's own."""
    if day.year == _TODAY.year:
        return T(f"{day.day} {day:%B}", f"{day.month}月{day.day}日")
    return T(f"{day.day} {day:%B} {day.year}", f"{day.year}年{day.month}月{day.day}日")


def _day_field(label: T, comment: T) -> Field:
    form = Day("2026-07-01")
    return Field(
        label, form, T('{comment}, such as "{day}"', '{comment}。例: "{day}"').format(comment=comment, day=form.example)
    )


first_plan = Question(
    name="first_plan",
    data="none",
    kind="S",
    form=Fields(
        {
            **{
                name: Field(label, Choice({letter: words for letter, (_, words) in options.items()}))
                for name, (label, options) in _CHOICES.items()
            },
            "stop_date": _day_field(
                T("the day on which it ends, unless the goal is reached", "目標に届かなければやめる日"),
                T("it ends unless the goal is reached", "目標に届かなければやめる日"),
            ),
            "first_meeting": _day_field(
                T("the day on which all of them meet for the first time", "全員が初めて集まる日"),
                T("all meet for the first time", "全員が初めて集まる日"),
            ),
        }
    ),
    points=6,
    title=T("The first plan", "最初の計画"),
    check=_check_plan,
    hints=(
        T(
            "Goal: could somebody say on a certain day that it was missed? People: could you ring them up by name?",
            "目標は、ある日に「届かなかった」と言えるものですか。人は、名前で電話をかけられますか。",
        ),
        T(
            "Days: count back from the goal's day. 90 + 14 + 28 days before it you must have met; the end lies between that day and the end of the budget.",
            "日付は目標の期日から逆算します。その90+14+28日前には集まっていること。やめる日は、期日から予算の終わりまでの間です。",
        ),
    ),
    misconceptions=tuple(
        Misconception(odd, {**_PLAN, **(_EXAMPLES.get(odd) or _choose(odd))}, says) for odd, says in _SAYS.items()
    ),
    why=T(
        "Other days fit as well. Whether ¥1 million can be told from luck is another matter: that is lesson 2-4.",
        "ほかの日付でも成り立ちます。100万円の差を偶然と見分けられるかどうかは別の話で、2-4 で扱います。",
    ),
)
