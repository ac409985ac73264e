"""What resampling or reweighting changed, and what it did not."""

from __future__ import annotations

from mlcurric.question.makers import Option, letters_question
from mlcurric.text import T

resampling = letters_question(
    name="resampling",
    title=T("What did the weights change?", "重みで何が変わった?"),
    points=3,
    options={
        "a": Option(
            T("Leavers are ranked clearly better above stayers.", "解約する人が、はっきり上位に並ぶようになった。"),
            T(
                "The ranking scores differ in the third digit: the weights moved all customers up, and hardly changed their order.",
                "順位付けのスコアの差は小数第3位です。重みは全員を押し上げただけで、順番はほとんど変わりません。",
            ),
        ),
        "b": Option(
            T("The scores are several times as high.", "スコアが何倍にもなった。"),
            T(
                "Look at the mean score beside the share that left.",
                "平均スコアを、実際に解約した割合と比べてみましょう。",
            ),
            right=True,
        ),
        "c": Option(
            T("Clearly more of the first 600 leave.", "上位600人に入る解約者が、はっきり増えた。"),
            T(
                "One or two more or fewer of 600 is luck: it is nearly the same list.",
                "600人中で1人や2人の違いは偶然です。ほとんど同じリストです。",
            ),
        ),
        "d": Option(
            T(
                "The Brier score is worse than if everybody were told the average.",
                "ブライアスコアが、「全員に平均を答える」より悪くなった。",
            ),
            T(
                "Compare its Brier score with C(1 − C), C being the share that left.",
                "ブライアスコアを C(1 − C) と比べます。C は解約した割合です。",
            ),
            right=True,
        ),
        "e": Option(
            T(
                "predict(), which cuts at 0.5, now names far more customers.",
                "0.5で切る predict() が、ずっと多くの顧客を「解約」と呼ぶ。",
            ),
            T(
                "Count how many score 0.5 or more, in both models. A cut-off of your own would have done the same, without touching the scores.",
                "0.5以上の人数を、両方のモデルで数えてみましょう。しきい値を下げるだけでも同じことができます。",
            ),
            right=True,
        ),
        "f": Option(
            T(
                "The model learned kinds of leavers that it had not seen.",
                "見たことのない種類の解約者を、モデルが学んだ。",
            ),
            T(
                "No row was added to what is known: the same leavers count more often.",
                "新しい情報は1行も増えていません。同じ解約者を、重く数えているだけです。",
            ),
        ),
    },
    right=T(
        "Those three: the scores moved, and the order stayed. What you wanted from it, a lower cut-off gives you for nothing.",
        "この3つです。動いたのはスコアで、順番はそのまま。欲しかった効果は、しきい値を下げるだけで手に入ります。",
    ),
    hints=(
        T(
            "Read the table above column by column: order, level, and error of the scores are three things.",
            "上の表を列ごとに読みましょう。スコアの「順番」「高さ」「ずれ」は別々のものです。",
        ),
        T("Three are right. None of them is about the order.", "正しいのは3つ。順番に関するものはありません。"),
    ),
    why=T(
        "Weights and resampling overestimate the risk and leave the ranking as it is (van den Goorbergh and others, 2022).",
        "重みづけや再標本化は、見込みを高く出しすぎるだけで、順位付けはよくなりません(van den Goorbergh ら、2022年)。",
    ),
)
