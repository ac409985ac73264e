"""Four hotspots of the clinic: at which event do they hang?"""

from __future__ import annotations

from mlcurric.question.makers import Item, matching_question
from mlcurric.text import T

EVENTS = {
    "a": T("An appointment was booked by telephone", "電話で予約が入った"),
    "b": T("The message was sent on the eve", "前日のメッセージが送られた"),
    "c": T("The patient did not come", "患者さんが来なかった"),
    "d": T("Two patients came for one slot", "同じ枠に2人の患者さんが来た"),
    "e": T("The month was counted", "月の集計が行われた"),
}
"""Five events of the clinic, from left to right."""

where_it_hurts = matching_question(
    name="where_it_hurts",
    title=T("At which event does it hurt?", "どのイベントの困りごと?"),
    points=4,
    options=EVENTS,
    items={
        "engaged": Item(
            T(
                "“From 8:30 to 9:00 the line is engaged. Who gives up, nobody sees” (reported each month to the director)",
                "「8時30分から9時は話し中。あきらめた人の数は、誰にも見えない」(毎月、院長に報告している)",
            ),
            "a",
            {
                "b": T(
                    "Whoever did not get through has no appointment, and gets no message.",
                    "つながらなかった人には予約がないので、メッセージも届きません。",
                ),
                "c": T(
                    "Who has no appointment cannot stay away. It hurts before that.",
                    "予約のない人は「来なかった」になりません。困るのは、もっと前です。",
                ),
                "d": T(
                    "Those two did get through. Who did not is nowhere on this wall but at its beginning.",
                    "その2人は、電話がつながった人です。つながらなかった人がいるのは、流れのいちばん前だけです。",
                ),
                "e": T(
                    "There it is told; it hurts at half past eight. Reports are where hotspots are heard, not where they hang.",
                    "そこは、話が出る場所です。困っているのは8時30分。報告の場で聞いても、貼るのは困る場面です。",
                ),
            },
        ),
        "addresses": Item(
            T(
                "“One message of six goes to a number that is not in use” (probably misheard at booking)",
                "「6通に1通は、使われていない番号に送られる」(たぶん、予約のときの聞き間違い)",
            ),
            "b",
            {
                "a": T(
                    "“Probably”: that is a guess at the cause. Hang it where it shows; whether it comes from the booking, somebody can look up, and tie it there too.",
                    "「たぶん」とあるとおり、原因の推測です。まず、困りごとが表に出るところへ。予約が原因かは調べればわかるので、そのときつなぎます。",
                ),
                "c": T(
                    "That is what you fear will follow. Of those who stayed away nobody has looked how many got no message.",
                    "そのあとに起きそうなことです。来なかった人のうち、何人にメッセージが届いていなかったかは、まだ誰も数えていません。",
                ),
                "d": T(
                    "Two in one slot have nothing to do with the message; each of them came.",
                    "2人とも来ているので、メッセージの話ではありません。",
                ),
                "e": T(
                    "It is counted there at best. It goes wrong at 18:00, each evening.",
                    "数えられるとしても、そこで数字になるだけです。うまくいかないのは、毎晩18時です。",
                ),
            },
        ),
        "idle": Item(
            T(
                "“The doctor waits 30 minutes, with six people in the waiting room who could have come in”",
                "「医師の手が30分空く。待合室には、先に呼べた人が6人いるのに」",
            ),
            "c",
            {
                "a": T(
                    "At booking nobody waits. It hurts when the slot stays empty.",
                    "予約のときは、誰も待っていません。困るのは、枠が空いたときです。",
                ),
                "b": T(
                    "On the eve all is still well. Which event empties the slot?",
                    "前日の時点では、まだ何も起きていません。枠が空くのは、どのイベントですか。",
                ),
                "d": T(
                    "There the doctor has too much to do; here too little.",
                    "そこでは、医師の手が足りません。こちらは、空いているほうです。",
                ),
                "e": T(
                    "By then it is a figure. The 30 minutes were lost at half past nine.",
                    "そこでは、もう数字です。30分が消えたのは、9時30分です。",
                ),
            },
        ),
        "quarrel": Item(
            T(
                "“Reception and doctor tell the one who was sent away two different reasons”",
                "「帰された人に、受付と医師が別々の理由を説明している」",
            ),
            "d",
            {
                "a": T(
                    "There it may begin (somebody put a second one in). It hurts when one of the two stands at the desk.",
                    "もとは、そこかもしれません(もう1人入れた人がいます)。困るのは、受付の前に2人が立ったときです。",
                ),
                "b": T(
                    "Both got the message, and both came. Nobody is sent away on the eve.",
                    "2人ともメッセージを受け取り、2人とも来ました。前日に帰される人はいません。",
                ),
                "c": T(
                    "If one had stayed away, nobody would have been sent away.",
                    "片方が来なければ、誰も帰されませんでした。",
                ),
                "e": T(
                    "The month does not know those who were sent away. They know it at the desk.",
                    "月の集計に、帰された人は出てきません。それが起きているのは受付です。",
                ),
            },
        ),
    },
    right=T(
        "A hotspot hangs where it hurts: not where it is told, nor where somebody guesses that it comes from.",
        "ホットスポットは、困る場面に貼ります。話題に出た場でも、原因だと思う場所でもありません。",
    ),
    hints=(
        T(
            "When does it hurt? Who stands there at that moment?",
            "困るのは、いつですか。そのとき、そこに立っているのは誰ですか。",
        ),
        T(
            "Two of the four name another place beside: where it is reported, and where somebody thinks that it comes from. Both are traps.",
            "4つのうち2つには、別の場所も書いてあります。報告の場と、原因らしき場所。どちらも、貼る場所ではありません。",
        ),
    ),
    why=T(
        "Whoever asks “when does it hurt?” gets an event; whoever asks “why?” gets a guess.",
        "「いつ困る?」と聞けばイベントが、「なぜ?」と聞けば推測が返ってきます。",
    ),
)
