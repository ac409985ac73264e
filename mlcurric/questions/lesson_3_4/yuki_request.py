"""Three hours a week of somebody who was not in the room: what is asked, from when to when, and what if she says no."""

from __future__ import annotations

from datetime import date
from typing import Any

from mlcurric.question.choices import Choice
from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Day
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed, passed
from mlcurric.subject.team.days import a_day, day_off
from mlcurric.text import T

TODAY = date(2027, 1, 21)
GAP_CLOSED = date(2027, 1, 29)
"""The day on the role map, which is also the day of Yuki's release."""
RELEASE_PLAN = date(2027, 4, 7)
"""The gift “feasible”: until then her hours are needed."""
DECISION = date(2027, 4, 15)

_DAY = Day("2026-12-25")
_KINDS = {
    "a": T("information: she answers a question", "情報: 質問に答えてもらう"),
    "b": T("work: she does something, in hours that are agreed on", "作業: 決めた時間で、何かをしてもらう"),
    "c": T("review: she looks at what we have made", "レビュー: 作ったものを見てもらう"),
}
_FOR_WHAT = {
    "a": T("“Lead the project, you have the experience.”", "「経験のある由紀さんに、プロジェクトを引っ張ってほしい」"),
    "b": T(
        "“Keep our list's place in the May release, and tell us each Friday what has moved.”",
        "「5月のリリースにリストの枠を確保し、動きがあれば毎週金曜に教えてほしい」",
    ),
    "c": T("“Support us wherever you can.”", "「できる範囲で、いろいろ助けてほしい」"),
}
_OFF_HER_DESK = {
    "a": T("nothing: three hours always fit in somewhere", "特になし。3時間くらいなら、どこかに入る"),
    "b": T("we ask her to work on Saturdays, against days off in May", "土曜に出てもらい、5月に代休を取ってもらう"),
    "c": T(
        "her weekly table of open tickets: Takumi makes it until 15 April, he has offered",
        "週次のチケット集計。4月15日まで、拓海さんが引き受けると言っている",
    ),
}
_IF_NO = {
    "a": T("we ask again, until she has time", "時間ができるまで、何度でも頼む"),
    "b": T("on 4 February the team decides what it drops; Takumi asks for a place in June", "2月4日に何をやめるかをチームで決め、拓海さんは6月の枠を頼む"),
    "c": T("Ms Mori tells her to", "森さんから指示してもらう"),
}  # fmt: skip
MODEL = {
    "kind": "b",
    "for_what": "b",
    "answer_by": "2027-01-29",
    "from_day": "2027-02-01",
    "until": "2027-04-15",
    "off_her_desk": "c",
    "if_no": "b",
}
_SLIPS = {
    "information": (
        {"kind": "a"},
        T(
            "A question is answered in five minutes. You want three hours every week until April: that is work, and she has to be able to plan it.",
            "質問なら5分で済みます。お願いしたいのは、4月まで毎週3時間。作業です。由紀さんが予定を組める形で頼みましょう。",
        ),
    ),
    "review": (
        {"kind": "c"},
        T(
            "There is nothing yet that she could look at. You want her to do something, week after week: work.",
            "見てもらうものは、まだありません。毎週してもらうことがあるのですから、作業です。",
        ),
    ),
    "whole_project": (
        {"for_what": "a"},
        T(
            "That does not fit into three hours, and takes away what the team has just shared out. Which one thing can only she do?",
            "3時間には収まりませんし、いま分担を決めたチームから仕事を取り上げることになります。由紀さんにしかできないことは何ですか。",
        ),
    ),
    "wherever": (
        {"for_what": "c"},
        T(
            "She cannot see when she has done it, and neither can you. What lies on the table on a Friday?",
            "どこまでやれば終わりなのか、お互いにわかりません。金曜に、何ができていればよいのでしょう。",
        ),
    ),
    "answer_late": (
        {"answer_by": "2027-02-05"},
        T(
            "answer_by: the role map says that the gap is closed by 29 January; on 4 February the team has to know.",
            "answer_by: 役割マップでは、1月29日までに埋めることになっています。2月4日の打ち合わせには、答えが要ります。",
        ),
    ),
    "answer_passed": (
        {"answer_by": "2027-01-15"},
        T("answer_by: that day has passed; today is 21 January.", "answer_by: もう過ぎた日です。今日は1月21日です。"),
    ),
    "in_the_release": (
        {"from_day": "2027-01-25"},
        T(
            "from_day: until Friday, 29 January, she is in the middle of her release. Three hours in that week come out of her nights, or the release.",
            "from_day: 1月29日の金曜までは、リリースの真っ最中です。その週の3時間は、深夜かリリースから削ることになります。",
        ),
    ),
    "before_answer": (
        {"answer_by": "2027-01-29", "from_day": "2027-01-29"},
        T(
            "from_day: she begins on the day on which she is still to answer. Leave her a Monday.",
            "from_day: 返事の期限と同じ日に始まることになっています。せめて次の月曜からに。",
        ),
    ),
    "too_short": (
        {"until": "2027-03-31"},
        T(
            "until: the release plan with our line in it is due on 7 April. By then you would have sent her home.",
            "until: 枠の入ったリリース計画ができるのは4月7日です。その前に、お願いが終わってしまいます。",
        ),
    ),
    "open_end": (
        {"until": "2027-12-31"},
        T(
            "until: Ms Mori decides on 15 April whether it goes on at all. Ask until then; for more you ask again, with her decision in hand.",
            "until: 続けるかどうかを森さんが決めるのは4月15日です。お願いは、そこまでに。その先は、決まってから改めて頼みましょう。",
        ),
    ),
    "late_start": (
        {"from_day": "2027-03-15"},
        T(
            "from_day: the list begins on 8 March. Her first hours are needed before, while the place in May can still be had.",
            "from_day: 最初のリストは3月8日です。5月の枠がまだ空いているうちに、始めてもらいましょう。",
        ),
    ),
    "day_off": (
        {"from_day": "2027-02-11"},
        T("A day on which nobody works.", "休みの日です。"),
    ),
    "nothing_off": (
        {"off_her_desk": "a"},
        T(
            "off_her_desk: hours do not come from nowhere. If you do not say what goes, she decides it alone, and it will be yours.",
            "off_her_desk: 時間は湧いてきません。何を外すかを決めておかないと、忙しい週に外されるのは、こちらの3時間です。",
        ),
    ),
    "saturdays": (
        {"off_her_desk": "b"},
        T(
            "off_her_desk: you would be asking for her weekends. Take something from her desk in exchange.",
            "off_her_desk: 週末をください、というお願いになります。代わりに外せる仕事を用意しましょう。",
        ),
    ),
    "again_and_again": (
        {"if_no": "a"},
        T(
            "if_no: then her no counts for nothing, and nobody knows what happens on 4 February.",
            "if_no: それでは「いいえ」と言えません。しかも2月4日にどうなるのか、誰にもわからないままです。",
        ),
    ),
    "by_order": (
        {"if_no": "c"},
        T(
            "if_no: a request that cannot be turned down is an order. You would get the hours, and lose what lesson 2-7 was about.",
            "if_no: 断れないお願いは、命令です。時間は手に入っても、2-7 で見た信頼を失います。",
        ),
    ),
}  # fmt: skip
"""For each slip: the lines that show it, and what is said."""


def _found(answer: dict[str, Any]) -> str | None:
    """The first thing that keeps the request from being one that Yuki can answer."""
    by, begins, ends = answer["answer_by"], answer["from_day"], answer["until"]
    about = {
        "information": answer["kind"] == "a",
        "review": answer["kind"] == "c",
        "whole_project": answer["for_what"] == "a",
        "wherever": answer["for_what"] == "c",
        "answer_passed": by < TODAY,
        "answer_late": by > GAP_CLOSED,
        "in_the_release": begins < GAP_CLOSED,
        "before_answer": begins <= GAP_CLOSED,
        "late_start": date(2027, 3, 8) <= begins,
        "too_short": ends < RELEASE_PLAN,
        "open_end": ends > DECISION,
        "nothing_off": answer["off_her_desk"] == "a",
        "saturdays": answer["off_her_desk"] == "b",
        "again_and_again": answer["if_no"] == "a",
        "by_order": answer["if_no"] == "c",
    }
    return next((slip for slip, holds in about.items() if holds), None)


def _check(answer: dict[str, Any]) -> Verdict:
    if slip := _found(answer):
        return failed(_SLIPS[slip][1], misconception=slip)
    for name in ("answer_by", "from_day"):
        if off := day_off(answer[name]):
            return failed(
                T("{name}: {day} is {off}.", "{name}: {day}は{off}です。").format(
                    name=name, day=a_day(answer[name]), off=off
                ),
                T("Take a working day.", "営業日にしましょう。"),
                misconception="day_off",
            )
    return passed(
        T(
            "She can say yes to that, and she can say no to it: one thing, three hours, from a day to a day, and something taken off her desk.",
            "これなら由紀さんは「はい」とも「いいえ」とも言えます。ひとつの仕事を、週3時間、いつからいつまで。代わりに外す仕事も決まっています。",
        )
    )


yuki_request = Question(
    name="yuki_request",
    data="none",
    kind="S",
    form=Fields(
        {
            "kind": Field(T("which kind of request", "どの種類の依頼か"), Choice(_KINDS), T("a letter in quotes", "記号を引用符で囲む")),
            "for_what": Field(T("what she does in the three hours", "その3時間で何をしてもらうか"), Choice(_FOR_WHAT), T("a letter in quotes", "記号を引用符で囲む")),
            "answer_by": Field(T("the day by which you need her answer", "返事がほしい日"), _DAY, _DAY.note()),
            "from_day": Field(T("her first day", "始めてもらう日"), _DAY, _DAY.note()),
            "until": Field(T("her last day", "終わる日"), _DAY, _DAY.note()),
            "off_her_desk": Field(T("what she need not do for it", "代わりに外れる仕事"), Choice(_OFF_HER_DESK), T("a letter in quotes", "記号を引用符で囲む")),
            "if_no": Field(T("what happens if she says no", "断られたらどうするか"), Choice(_IF_NO), T("a letter in quotes", "記号を引用符で囲む")),
        }
    ),
    points=5,
    title=T("Three hours of Yuki's", "由紀さんの3時間"),
    check=_check,
    hints=(
        T(
            "Begin with the dates in the text: her release, the meeting, the release plan, the decision. Her hours lie between them.",
            "まず、文中の日付です。リリース、打ち合わせ、リリース計画、森さんの判断。お願いする期間は、その間に収まります。",
        ),
        T(
            "Work, one thing that only she can do, and a no that can be lived with.",
            "作業です。由紀さんにしかできないことをひとつ。そして、断られても困らないように。",
        ),
    ),
    misconceptions=tuple(Misconception(slip, {**MODEL, **lines}, says) for slip, (lines, says) in _SLIPS.items()),
    why=T(
        "A request is what can be turned down: one thing, so many hours, from when to when, what goes for it, and what follows from a no.",
        "断れるものだけが、お願いです。ひとつの仕事を、何時間、いつからいつまで、代わりに何を外し、断られたらどうするか。",
    ),
)  # fmt: skip
