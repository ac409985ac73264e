"""Telling a sponsor why the number fell, in the learner's own words."""

from __future__ import annotations

from mlcurric.question.makers import text_question
from mlcurric.text import T

why_fell = text_question(
    name="why_fell",
    title=T("Tell the sponsor why the number fell", "数字が下がった理由をスポンサーに伝える"),
    hints=(
        T(
            "Say what the sponsor decides now, before you explain anything.",
            "説明の前に、スポンサーがいま決めることを言いましょう。",
        ),
        T(
            "Give both numbers with what they count: of 100 pairs, how often is the right one first?",
            "2つの数字を、何を数えたかと一緒に言いましょう。100組のうち何組で順番が正しかったか。",
        ),
    ),
    weak=T(
        "The AUC dropped because of data leakage in a feature. We fixed the pipeline and it is certainly correct now.",
        "特徴量にデータリークがあったためAUCが低下しました。パイプラインは修正済みで、もう絶対に大丈夫です。",
    ),
    examples={
        "short": "There was a leak, 0.94.",
        "no_number": "Ms Mori, the first number contained information from after the day on which we looked, and the second does not.",
        "overclaim": "Ms Mori, the first number was 0.94 because of a leak; the new one is 0.69 and we guarantee that it holds.",
        "maybe": "Ms Mori, of 100 pairs the model probably orders about 69 right, as we looked at it again without the leak.",
    },
    why=T(
        "It opens with the decision, puts the number that counts in pairs of 100, owns the mistake, and says what the list will miss.",
        "まず判断を求め、使うべき数字を100組あたりで示し、誤りを認め、リストが見逃すものにも触れています。",
    ),
)
