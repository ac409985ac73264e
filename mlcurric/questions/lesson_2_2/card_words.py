"""What the four lines of a card that people decide may say, and what is told of each choice that cannot stand."""

from __future__ import annotations

from mlcurric.text import T

USES = {
    "a": T(
        "order customers by their risk of leaving if nobody calls",
        "電話しない場合に解約しそうな順に、顧客を並べる",
    ),
    "b": T("pick those whom a call will keep", "電話すれば残る顧客を選ぶ"),
    "c": T("rate account managers by how many of theirs score high", "担当顧客のスコアで、営業担当者を評価する"),
    "d": T("tell a customer why they are about to leave", "なぜ解約しそうなのかを顧客本人に伝える"),
    "e": T("nothing: where a score helps, it may be used", "特になし。役立つなら、どこで使ってもよい"),
}
USE, NOTHING = "a", "e"
DECIDES = {
    "a": T("the model: whoever scores 0.5 or more is called", "モデル。スコアが0.5以上なら電話"),
    "b": T("the whole team", "チーム全員"),
    "c": T("Ken, who chose the method", "手法を選んだ健さん"),
    "d": T("Aya's callers; who differs writes down why", "彩さんのチーム。スコアと違う判断は理由を書き残す"),
}
STOPS = {
    "a": T(
        "when it no longer works well enough for those who call, and they say so in the weekly meeting",
        "電話する人たちから見て、十分に役立たなくなったと、週次会議で意見が出たら",
    ),
    "b": T(
        "when fewer than 90 of 100 answers are right on all customers; Daichi counts every quarter",
        "全顧客で、正解が100人中90人を下回ったら。大地さんが四半期ごとに数える",
    ),
    "c": T(
        "when, of the customers left uncalled, its list holds no more leavers than Aya's points; Daichi counts every quarter",
        "電話しなかった顧客で数えて、解約者が彩さんの点数のリスト以下だったら。大地さんが四半期ごとに数える",
    ),
    "d": T(
        "never: it learns anew every month from all rows there are, and so stays up to date by itself",
        "止めない。毎月、すべての行から学習し直すので、いつも最新になる",
    ),
}
RIGHT = {"who_decides": "d", "stop_when": "c"}
SAYS = {
    "use_uplift": T(
        "It has learned from customers whom nobody called, so it cannot know what a call does (lesson 1-4); that takes the pilot, in 2-3.",
        "誰にも電話していない顧客から学んだので、電話で何が変わるかは知りません(1-4)。それには試行が要ります。2-3 で扱います。",
    ),
    "use_people": T(
        "Who has difficult customers would look bad at the work, and soon take easy ones. The score is about customers, not about colleagues.",
        "難しい顧客を受け持つ人ほど成績が悪く見え、やがて誰も引き受けなくなります。スコアが表すのは顧客で、同僚ではありません。",
    ),
    "use_reason": T(
        "A score goes with columns; it knows no cause (lesson 1-6), least of all for one customer.",
        "スコアは列と結びついているだけで、原因は知りません(1-6)。1人の顧客の理由なら、なおさらです。",
    ),
    "use_nothing": T(
        "A card has to say what the model is for.",
        "何のためのモデルなのかを書くのが、カードの役目です。",
    ),
    "no_limit": T(
        "“Nothing” is what a card is there to prevent: each use that it was not judged for is a guess.",
        "「特になし」をなくすためにカードがあります。評価していない使い方は、どれも当てずっぽうです。",
    ),
    "decides_model": T(
        "0.5 is nobody's price (lesson 1-4), and here hardly anybody scores so high. And a model answers for nothing.",
        "0.5は費用から決めた値ではなく(1-4)、ここでは超える人もほとんどいません。それに、モデルは責任を取れません。",
    ),
    "decides_everybody": T(
        "Where all decide, nobody did. Whose telephone rings when a customer complains?",
        "全員で決めたことは、誰も決めていないのと同じです。顧客から苦情が来たら、誰の電話が鳴りますか。",
    ),
    "decides_builder": T(
        "Ken is not on the telephone, and what the callers know of a customer never reaches him.",
        "健さんは電話の場にいません。電話する人が顧客について知っていることも、届きません。",
    ),
    "stop_vague": T(
        "No number and no name: in a meeting somebody is always for going on, and nobody can say that it has come to that.",
        "数字も、数える人の名前もありません。会議には続けたい人が必ずいて、誰も「そのときが来た」と言えません。",
    ),
    "stop_accuracy": T(
        "“Nobody leaves” is right for more than 90 of 100 already. Count what it is for: leavers on the list, against the rule.",
        "「誰も解約しない」と言うだけで、100人中90人以上が正解になります。数えるのは目的のもの、つまりリストに載った解約者で、比べる相手はルールです。",
    ),
    "stop_never": T(
        "A model that learns anew each month from a broken export is wrong anew each month. Somebody has to be able to stop it.",
        "壊れたデータから毎月学習し直せば、毎月新しく間違えます。止められる人と条件が要ります。",
    ),
}
