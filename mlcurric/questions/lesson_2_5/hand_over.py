"""The hand-over note to Takumi's team, which builds the bands into the CRM."""

from __future__ import annotations

from mlcurric.question.makers import text_question
from mlcurric.text import T

hand_over_note = text_question(
    name="hand_over_note",
    title=T("The hand-over note", "引き継ぎのメモ"),
    hints=(
        T(
            "Begin with what Takumi has to decide or build: what does the CRM do with a customer of each band, and by when?",
            "拓海さんが決めること、作ることから始めましょう。CRMは、それぞれの帯の顧客をどう扱いますか。いつまでに?",
        ),
        T(
            "Then what nobody would guess: where the answers are kept, that they are no labels, what happens to whoever is not looked at in time, and whom to ring when something is odd.",
            "次に、言わなければ伝わらないこと。答えをどこに残すか、答えは正解ラベルではないこと、時間切れの人の扱い、おかしいときに誰に電話するか。",
        ),
    ),
    weak=T(
        "Attached is the model with the final thresholds. Please integrate it into the CRM; it always works reliably.",
        "モデルとしきい値を添付します。CRMに組み込んでください。動作は保証します。",
    ),
    examples={
        "short": "Takumi, call from 3,000 yen.",
        "no_number": "Takumi, please put the sure customers into the queue at once and show the doubtful ones to Aya's team first.",
        "overclaim": "Takumi, please put whoever is above 3,000 yen into the queue; these customers are guaranteed to be worth a call.",
        "maybe": "Takumi, please put whoever is above 3,000 yen into the queue; the machine is probably right about all of those.",
    },
    why=T(
        "It says what is to be built for each band and by when, with counts and a range, what the machine and the people get wrong, what becomes of a correction, and who stops it.",
        "帯ごとに何をいつまでに作るかを人数と幅つきで示し、機械と人がそれぞれ間違えること、修正の行き先、止める人まで書いています。",
    ),
)
