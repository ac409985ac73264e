"""The quick checks inside the lesson; they are never graded."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.text import T

quick_change = choice_question(
    name="quick_change",
    title=T("Mr Sato's plan: what do you change?", "佐藤さんの計画。どこを変える?"),
    points=0,
    options={
        "a": Option(
            T("A stricter threshold: go from 4 instead of 3.", "しきい値を厳しくする。3人ではなく4人から実施。"),
            T(
                "Look along the line of 600: even from 5 on luck says go in more than 10 of 100, and half of what works is missed.",
                "600人の行を横に見ましょう。5人まで上げても偶然の「実施」は100回中10回を超え、効いていても半分を見逃します。",
            ),
        ),
        "b": Option(
            T("More customers, and one look on the last day.", "顧客を増やし、見るのは最後の日に一度だけにする。"),
            T(
                "Yes. Only more customers push the two worlds apart; and only one look keeps luck to one chance.",
                "そのとおり。2つの世界を引き離せるのは人数だけ。偶然で当たる機会を1回に抑えられるのは、見る回数だけです。",
            ),
            right=True,
        ),
        "c": Option(
            T(
                "A better model, so that the list holds more leavers.",
                "もっと良いモデルで、リストに載る解約者を増やす。",
            ),
            T(
                "The plan would be as blind with it: whether calls change anything, 300 and 300 cannot show.",
                "それでも見えないままです。電話で何かが変わったかは、300人と300人では見えません。",
            ),
        ),
        "d": Option(
            T("Longer: look on 30 Mondays instead of 17.", "期間を延ばし、17回ではなく30回の月曜に見る。"),
            T("More Mondays are more chances for luck.", "月曜が増えれば、偶然で当たる機会も増えます。"),
        ),
    },
    hints=(
        T("In the table: what grows apart as one goes down?", "表を下にたどると、何と何が離れていきますか。"),
        T("Lesson 2-4: what did the many Mondays do?", "2-4 で、毎週の月曜は何をしましたか。"),
    ),
    why=T(
        "Thresholds choose between two mistakes; customers make both smaller.",
        "しきい値は、2つの間違いのどちらを取るかを選ぶだけ。人数は、両方を小さくします。",
    ),
)

quick_before = choice_question(
    name="quick_before",
    title=T("Before anybody signs: which request first?", "署名の前に、最初の依頼は?"),
    points=0,
    options={
        "a": Option(
            T(
                "To Rin, **work**: “Please build the pipeline for Osaka, so that we can start at once when it is signed.”",
                "凛さんに**作業**:「署名が済んだらすぐ始められるように、大阪用のパイプラインを作ってください」",
            ),
            T(
                "Weeks of work for a trial that nobody has agreed to, and of which it is not known whether it can be kept.",
                "まだ誰も合意していない試行のために、何週間も使うことになります。くじを守れるかどうかさえ、わかっていません。",
            ),
        ),
        "b": Option(
            T(
                "To Ms Mori, **review**: “Please look through the plan and tell us whether it is all right.”",
                "森さんに**レビュー**:「計画を見て、問題がないか教えてください」",
            ),
            T(
                "She would sign a page of which nobody has asked whether it can be done. Ask those first who have to keep it.",
                "実行できるかを誰も確かめていない紙に、署名してもらうことになります。先に、守る人に聞きましょう。",
            ),
        ),
        "c": Option(
            T(
                "To Takumi, **information**: “Can the CRM keep 1,200 customers of a lot off every call list until August, and show who was drawn? By Wednesday.”",
                "拓海さんに**情報**:「くじで電話しないと決まった1,200人を、8月までどの電話リストにも載せず、誰が当たったかを残しておけますか。水曜までに」",
            ),
            T(
                "Yes. If the lot cannot be kept, all numbers on the page are worth nothing; and only he knows.",
                "そのとおり。くじが守れなければ、紙の上の数字はすべて意味を失います。それを知っているのは拓海さんだけです。",
            ),
            right=True,
        ),
    },
    hints=(
        T("Which answer could end the plan today?", "答えしだいで、今日この計画が終わるのはどれですか。"),
        T(
            "A question that takes an hour comes before work that takes weeks.",
            "1時間で済む質問は、何週間もかかる作業より先です。",
        ),
    ),
    why=T(
        "Ask first what can stop you, of the one who knows it; then the work; then the signature.",
        "まず、計画を止めうることを、知っている人に聞く。それから作業。署名は最後です。",
    ),
)
