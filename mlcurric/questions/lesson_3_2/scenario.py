"""The scenario: an ordinary Monday with the sorted call notes."""

from __future__ import annotations

from mlcurric.question.makers import text_question
from mlcurric.text import T

scenario_day = text_question(
    name="scenario_day",
    title=T("An ordinary Monday", "ふつうの月曜日"),
    hints=(
        T(
            "Begin with a time and a person: “Monday, ten o'clock, Nao …” What does she decide?",
            "時刻と人から始めましょう。「月曜10時、奈緒さんが…」。そこで、何を決めますか。",
        ),
        T(
            "Then a note that went into the wrong group: who sees it, what happens to it? And how good can it be at all, if two people agree on 82 of 100?",
            "次に、間違って分けられたメモ。誰が気づき、どうなりますか。そもそも、人どうしでも100件中82件しか一致しないなら、どこまで当たるでしょう。",
        ),
    ),
    weak=T(
        "AI analyses all call notes automatically and shows the reasons on a dashboard, so that the team always works on the right thing.",
        "AIがすべての通話メモを自動で分析し、理由をダッシュボードに表示します。チームは常に正しい課題に取り組めます。",
    ),
    examples={
        "short": "Nao chooses one reason.",
        "no_number": "Monday, Nao reads the commonest reasons and chooses one to mend this week; Aya's people correct wrong notes.",
        "overclaim": "Monday, ten o'clock: Nao reads that 21 of 50 notes name the import. The machine is always right, so she mends that.",
        "maybe": "Monday, ten o'clock: Nao reads that 21 of 50 notes name the import, and probably that is the reason to mend first.",
    },
    why=T(
        "It has a time, a person and what they decide; counts of how many; the machine errs in it, somebody sees it, and that becomes the next label.",
        "時刻と人と決めること、何件中何件かの数。その中で機械が間違え、人が気づき、それが次の正解になるところまで書いています。",
    ),
)
