"""Six things that the pair needs from others, each with its kind, its role and its time, and what is said of a wrong one."""

from __future__ import annotations

from dataclasses import dataclass

from mlcurric.text import T

KINDS = {
    "a": T("information: tell us what you know", "情報: 知っていることを教えてほしい"),
    "b": T("work: please do something", "作業: 何かをしてほしい"),
    "c": T("review: judge what we have made", "レビュー: こちらで作ったものを判断してほしい"),
}
_INFORMATION, _WORK, _REVIEW = KINDS
WHEN = {
    "a": T("before the first model is fitted", "最初のモデルを学習させる前"),
    "b": T("when a model has passed its four tests", "モデルが4つのテストに通ったら"),
    "c": T("when the model card is filled in", "モデルカードが埋まったら"),
}
_FIRST, _TESTED, _FILLED = WHEN


@dataclass(frozen=True)
class Need:
    """One thing that is needed.

    Attributes:
        says: as the pair would say it.
        kind, when: their letters; ``role``: the name of the role.
        kinds, times: for each wrong letter, what is said.
        about: what it comes down to; said to a wrong role, after what that role brings.
    """

    says: T
    kind: str
    role: str
    when: str
    kinds: dict[str, T]
    about: T
    times: dict[str, T]


NEEDS = {
    "tickets": Need(
        T(
            "From January on the export says 0 open tickets for everybody; the real counts have to come back into it.",
            "1月から、データの問い合わせ件数が全員0です。本当の件数を入れ直す必要があります。",
        ),
        _WORK,
        "application_engineer",
        _FIRST,
        {
            _INFORMATION: T(
                "An explanation would be welcome, but with it the column is still empty. Somebody has to mend the export.",
                "理由を聞けても、列は空のままです。データの取り出しを直す作業が要ります。",
            ),
            _REVIEW: T(
                "There is nothing of yours to judge: the fault is found and counted. Now somebody has to mend it.",
                "判断してもらうものはありません。欠陥は見つかり、数も数えました。あとは直してもらうだけです。",
            ),
        },
        T(
            "Here a column of the CRM's export is to be filled again.",
            "これは、CRMから出るデータの列を入れ直す話です。",
        ),
        {
            _TESTED: T(
                "By then the model has learned that tickets do not matter, from 12,000 rows in which they are missing.",
                "それまでに、件数が消えた12,000行から「問い合わせは関係ない」と学んでしまいます。",
            ),
            _FILLED: T(
                "Every number on the card would come from rows with a hole in them.",
                "カードの数字が、すべて穴のあいたデータから出たものになります。",
            ),
        },
    ),
    "promised": Need(
        T(
            "Has Ms Mori been promised an order of customers, or a number of leavers? It decides whether the scores have to be calibrated.",
            "森さんに約束されているのは顧客の順番? それとも解約の人数? それによって、較正が必要かどうかが決まります。",
        ),
        _INFORMATION,
        "account_manager",
        _FIRST,
        {
            _WORK: T(
                "Nobody has to do anything; somebody who was in the room has to tell you.",
                "何かをしてもらう必要はありません。その場にいた人に教えてもらえば済みます。",
            ),
            _REVIEW: T(
                "You have nothing yet that could be judged against a promise. First learn what was promised.",
                "約束と照らし合わせるものが、まだありません。まず、何を約束したのかを知ることです。",
            ),
        },
        T(
            "Here it is about what management was told when it said Go.",
            "これは、経営が実施を決めたときに何を聞いたか、という話です。",
        ),
        {
            _TESTED: T(
                "The answer decides what is tested: an order is one thing, a probability another.",
                "答えによって、試すものが変わります。順番と見込みは別のものです。",
            ),
            _FILLED: T(
                "Then the card may describe a model that nobody has asked for.",
                "誰にも頼まれていないモデルのカードができあがるかもしれません。",
            ),
        },
    ),
    "weeks": Need(
        T(
            "How many weeks lie between the day of the export and the first call? It depends on the plan and the people of all teams.",
            "データを取り出す日から最初の電話まで、何週間ありますか。各チームの計画と人の動きで決まる数字です。",
        ),
        _INFORMATION,
        "project_engineering_manager",
        _FIRST,
        {
            _WORK: T(
                "Shortening the weeks would be work. First you need to know how many there are.",
                "短くするのは作業です。まずは、いま何週間かを知ることから。",
            ),
            _REVIEW: T(
                "There is nothing to judge yet; a number is missing.",
                "判断してもらうものはまだありません。足りないのは数字ひとつです。",
            ),
        },
        T("Here the plan across all teams is asked for.", "これは、全チームにまたがる計画の話です。"),
        {
            _TESTED: T(
                "The lead time belongs into the label (lesson 1-2): learned without it, the model has to be fitted again.",
                "リードタイムは正解ラベルの決め方に入ります(1-2)。知らずに学習させれば、やり直しです。",
            ),
            _FILLED: T(
                "A card with the wrong lead time describes predictions that come too late.",
                "リードタイムを間違えたカードは、間に合わない予測の説明書になります。",
            ),
        },
    ),
    "access": Need(
        T(
            "The job that scores all customers needs a machine and read access to the data store; the last such access took three weeks.",
            "全顧客のスコアを計算する仕組みに、機械と、データの置き場を読む権限が必要です。前回、権限が下りるまで3週間かかりました。",
        ),
        _WORK,
        "infrastructure_engineer",
        _FIRST,
        {
            _INFORMATION: T(
                "You know already what you need and how long it took. Now it has to be done.",
                "必要なものも、かかる期間も、もうわかっています。あとは、してもらうことです。",
            ),
            _REVIEW: T(
                "A judgement of your plan opens no data store.",
                "計画を判断してもらっても、権限は下りません。",
            ),
        },
        T("Here a machine and an access are missing.", "これは、機械と権限が足りないという話です。"),
        {
            _TESTED: T(
                "Three weeks of waiting begin only then. What takes longest is asked for first.",
                "そこから3週間待つことになります。いちばん時間のかかるものを、最初に頼みましょう。",
            ),
            _FILLED: T(
                "The card would be ready, and the model would stand still for three weeks.",
                "カードはできたのに、モデルは3週間動けません。",
            ),
        },
    ),
    "method": Need(
        T(
            "Is a linear model the right choice here, and are later rows split off honestly? You want somebody to try to prove you wrong.",
            "ここで線形モデルを選んだのは妥当か、時期の分け方は正しいか。間違いを探してほしいのです。",
        ),
        _REVIEW,
        "data_scientist",
        _TESTED,
        {
            _INFORMATION: T(
                "You do not lack a fact; you have made a choice and want it attacked.",
                "足りないのは事実ではありません。自分で選んだものを、疑ってほしいのです。",
            ),
            _WORK: T(
                "If somebody else does it over, nobody has judged yours.",
                "誰かが作り直しても、あなたの選択を判断したことにはなりません。",
            ),
        },
        T("Here the choice of method is to be doubted.", "これは、手法の選び方を疑ってもらう話です。"),
        {
            _FIRST: T(
                "There is nothing to attack yet, and whoever reviews a plan gets an opinion in return.",
                "まだ疑うものがありません。この段階でもらえるのは、意見だけです。",
            ),
            _FILLED: T(
                "If the split is wrong, every number on the card is. Have it attacked before you write it down.",
                "分け方が間違っていれば、カードの数字も全部間違いです。書く前に疑ってもらいましょう。",
            ),
        },
    ),
    "callers": Need(
        T(
            "Would a caller who reads “not for” and “who decides” on the card know what to do? Sit with one of them for a quarter of an hour.",
            "カードの「使ってはいけない場面」と「決める人」を読んで、電話の担当者はどう動けばよいかわかるか。担当者の横に15分座って確かめてほしいのです。",
        ),
        _REVIEW,
        "ux_designer",
        _FILLED,
        {
            _INFORMATION: T(
                "Not a fact is asked for, but a judgement of a text that you wrote.",
                "聞きたいのは事実ではなく、あなたが書いた文章への判断です。",
            ),
            _WORK: T(
                "Rewriting it is yours. First learn where a reader stumbles.",
                "書き直すのはあなたです。まず、読み手がつまずくところを知りましょう。",
            ),
        },
        T(
            "Here it is about how somebody at work reads a card.",
            "これは、仕事中の人がカードをどう読むかという話です。",
        ),
        {
            _FIRST: T("There is no card yet that somebody could read.", "読んでもらうカードが、まだありません。"),
            _TESTED: T(
                "The model may be finished, but the lines that callers read are still empty.",
                "モデルはできても、担当者が読む行はまだ空欄です。",
            ),
        },
    ),
}
