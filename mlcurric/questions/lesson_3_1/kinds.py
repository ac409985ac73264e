"""Five notes from another house, a clinic's booking desk: which paper do they belong on?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from mlcurric.question.choices import Choice
from mlcurric.question.fields import Fields
from mlcurric.question.makers import Item, matching_question
from mlcurric.question.verdict import Verdict
from mlcurric.subject.board.kinds import BY_LETTER, kind_by_colour
from mlcurric.text import T

PAPERS = {
    letter: T("{name}: {holds}", "{name}: {holds}").format(
        name=BY_LETTER[letter.upper()].name, holds=BY_LETTER[letter.upper()].holds
    )
    for letter in "ehcpi"
}
"""By the letters that stand in the notes' corners."""


@dataclass(frozen=True)
class Paper(Choice):
    """A letter of several, or the colour of the paper that it stands for."""

    def read(self, value: Any) -> str | Verdict:
        kind = kind_by_colour(value) if isinstance(value, str) else None
        return super().read(kind.letter.lower() if kind else value)


def _by_colour_too(fields: Mapping[str, Any]) -> Fields:
    return Fields({name: replace(field, form=Paper(field.form.options)) for name, field in fields.items()})


_matched = matching_question(
    name="which_paper",
    title=T("Which paper?", "どの付箋に書く?"),
    points=5,
    options=PAPERS,
    items={
        "reminder": Item(
            T(
                "“Whenever an appointment is tomorrow, a message is sent at 18:00”",
                "「予約の前日になったら、18時にメッセージを送る」",
            ),
            "p",
            {
                "e": T(
                    "It has not happened; it is to happen each time. “The message was sent” would be the event behind it.",
                    "まだ起きていません。毎回そうする、という約束です。「メッセージが送られた」なら、そのあとのイベントです。",
                ),
                "h": T(
                    "Nobody complains here. That the message arrives while people sit in the train would be one.",
                    "誰も困っていません。「電車に乗っている時間に届く」なら、ホットスポットです。",
                ),
                "c": T(
                    "Nobody decides it anew each evening. What is always done when something has happened is a rule.",
                    "毎晩、誰かが決め直しているわけではありません。何かが起きたら必ずするのは、決まりごとです。",
                ),
                "i": T(
                    "Nobody looks at it before deciding; it runs by itself. Look for the word “whenever”.",
                    "決める前に見るものではなく、自動で動くものです。「〜したら」に注目しましょう。",
                ),
            },
        ),
        "stayed_away": Item(
            T("“The patient did not come”", "「患者さんが来なかった」"),
            "e",
            {
                "h": T(
                    "It hurts, that is true. But first of all it happened, at 9:30; what hurts about it goes on pink, beside it.",
                    "たしかに困ります。でも、まず9時30分に起きたことです。何が困るのかは、隣にピンクで書きます。",
                ),
                "c": T(
                    "Perhaps the patient decided it, but the clinic only sees that it has happened. Not to come is no command.",
                    "患者さんが決めたのかもしれませんが、クリニックから見えるのは、起きたことだけです。",
                ),
                "p": T(
                    "Nothing follows from it yet. “Whoever has stayed away twice pays in advance” would be a rule.",
                    "それを受けてどうするかは、書かれていません。「2回来なかった人は前払い」なら、決まりごとです。",
                ),
                "i": T(
                    "It will be seen on a list afterwards; that list is information. What is on it, happened.",
                    "あとで一覧には載ります。情報はその一覧のほう。載っている中身は、起きたことです。",
                ),
            },
        ),
        "mondays": Item(
            T(
                "“On Mondays twice as many stay away, and nobody knows why”",
                "「月曜は来ない人が2倍。なぜかは誰も知らない」",
            ),
            "h",
            {
                "e": T(
                    "Which day was it? A pattern does not happen on a Monday; it troubles us on all of them.",
                    "それは何日に起きましたか。ある月曜の出来事ではなく、毎週の困りごとです。",
                ),
                "c": T(
                    "Nobody decides anything here, though many would like to. It is a question that stands open.",
                    "誰も何も決めていません。答えの出ていない疑問です。",
                ),
                "p": T(
                    "It is no rule that somebody made. What is not understood goes on the paper that can be seen from the door.",
                    "誰かが作った決まりではありません。わからないことは、入口からでも見える紙に書きます。",
                ),
                "i": T(
                    "A figure stands in it; but nobody decides by it. “Nobody knows why” gives it away.",
                    "数字は入っていますが、それを見て何かを決める人がいません。「なぜかは誰も知らない」が手がかりです。",
                ),
            },
        ),
        "second_patient": Item(
            T(
                "“Put a second patient into the same slot” (the receptionist, when she knows the name)",
                "「同じ枠に、もう1人入れる」(受付の人が、名前を見て判断する)",
            ),
            "c",
            {
                "e": T(
                    "Not yet: she is about to. “A slot was booked twice” is what happens by it.",
                    "まだです。これからすることです。「枠が二重に予約された」が、その結果のイベントです。",
                ),
                "h": T(
                    "It may lead to one, at 9:30, when both come. Here somebody decides.",
                    "9時30分に2人とも来たら、そうなります。ここで書かれているのは、誰かが決める場面です。",
                ),
                "p": T(
                    "If it were always done, yes. But she looks at the name and decides; ask her what she looks for, and you have the rule that nobody said.",
                    "いつもそうするなら、決まりごとです。でも、名前を見て決めています。何を見ているのかを聞けば、誰も言わなかったルールが出てきます。",
                ),
                "i": T(
                    "What she looks at before she does it is information; this is what she does.",
                    "その前に見ているものが情報です。これは、することのほうです。",
                ),
            },
        ),
        "screen": Item(
            T(
                "“Free slots, and beside each name how often it stayed away”",
                "「空き枠と、名前の横に『来なかった回数』」",
            ),
            "i",
            {
                "e": T(
                    "Nothing happens on a screen that is only looked at.",
                    "眺めているだけの画面では、まだ何も起きていません。",
                ),
                "h": T(
                    "If it were wrong or came too late, it would be one. So far it is what she looks at.",
                    "間違っていたり、遅かったりすれば困りごとです。いまは、見ているものにすぎません。",
                ),
                "c": T(
                    "She decides after she has looked; this is what she looks at.",
                    "決めるのは、見たあとです。これは、見るもののほうです。",
                ),
                "p": T(
                    "It says what is, not what is to be done. A rule would begin with “whenever”.",
                    "どうなっているかが並ぶだけで、どうするかは書かれていません。決まりごとなら「〜したら」で始まります。",
                ),
            },
        ),
    },
    right=T(
        "What happened, what hurts, what somebody decides, what always follows, what is looked at: five papers, five questions to the room.",
        "起きたこと、困ること、誰かが決めること、必ずすること、見ているもの。5種類の紙は、部屋への5つの問いです。",
    ),
    hints=(
        T(
            "Ask of each note: did it happen, or is it to happen? And who decides?",
            "1枚ずつ聞いてみましょう。もう起きたのか、これからか。決めるのは誰か。",
        ),
        T(
            "Each paper is used once. “Whenever” makes a rule; a person who looks and then chooses makes a command.",
            "どの種類も1回ずつ使います。「〜したら」は決まりごと。見て、選ぶ人がいれば、コマンドです。",
        ),
    ),
    why=T(
        "An event has happened, a policy always follows, a command is somebody's choice, information is what it is chosen by, and what nobody understands is a hotspot.",
        "起きたことはイベント、必ずすることはポリシー、誰かが選ぶことはコマンド、選ぶ前に見るものは情報、誰にもわからないことはホットスポットです。",
    ),
)
which_paper = replace(_matched, form=_by_colour_too(_matched.form.fields))
