"""The note on month 7, to those who ring and to the one who pays."""

from __future__ import annotations

from mlcurric.question.makers import text_question
from mlcurric.text import T

incident_note = text_question(
    name="incident_note",
    title=T("The incident note", "障害のお知らせ"),
    hints=(
        T(
            "Begin with what Aya does on Monday and what Ms Mori decides; causes come after that.",
            "彩さんが月曜に何をするか、森さんが何を決めるかから始めましょう。原因はそのあとです。",
        ),
        T(
            "What do you know (price rises, promise), what not yet (what calls do), from when on (month 10)? And the count on the output card, from a summer without a price rise: does it still hold?",
            "わかっていること(値上げ、約束の急増)、まだわからないこと(電話の効き目)、いつわかるか(10か月目)。カードの人数は値上げのない夏に数えたものです。まだ使えますか。",
        ),
    ),
    weak=T(
        "Due to data drift the model's performance has degraded. We are retraining it and guarantee that it will be back to normal soon.",
        "データドリフトによりモデルの性能が低下しました。現在再学習中で、まもなく必ず正常に戻ります。",
    ),
    examples={
        "short": "Please stop 150 calls.",
        "no_number": "Aya, Ms Mori: prices have risen for many customers, so please ring only a part of the list until the outcomes are known.",
        "overclaim": "Aya, Ms Mori: please ring only 50 of the 200 on the list; we guarantee that no harm is done to the other customers.",
        "maybe": "Aya, Ms Mori: please ring only 50 of the 200 on the list, because calls probably do harm since the prices have gone up.",
    },
    why=T(
        "It says first who does what from Monday on, gives the range of what it may cost or bring, admits what is not known and names the day when it will be, and takes the card's count back.",
        "月曜から誰が何をするかを最初に言い、損得の幅を示し、まだわからないことと、わかる日をはっきり書き、カードの人数を取り下げています。",
    ),
)
