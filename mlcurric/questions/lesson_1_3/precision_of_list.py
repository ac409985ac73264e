"""The caller's question: of those on the list, what share was really leaving?"""

from __future__ import annotations

from mlcurric.question.forms import Number
from mlcurric.question.makers import number_question
from mlcurric.question.question import Misconception
from mlcurric.questions.lesson_1_3.counted import TOLERANCE, of_1000, plain_counts, with_percent
from mlcurric.text import T

_WRONG = (
    Misconception(
        "recall",
        lambda: of_1000().hits / of_1000().happened,
        T(
            "That is the sponsor's share: of those who left, how many were on the list. Aya asks about those on the list.",
            "それは森さんの知りたい割合です。解約した人のうち、リストに載っていた人。彩さんが聞いているのは、リストに載った人のうちの割合です。",
        ),
    ),
    Misconception(
        "false_alarms",
        lambda: of_1000().false_alarms / of_1000().listed,
        T(
            "That is the share of calls to somebody who stayed: the false alarms.",
            "それは空振りの割合です。電話したのに、解約しなかった人たちです。",
        ),
    ),
    Misconception(
        "accuracy",
        lambda: of_1000().accuracy,
        T(
            "That is the share of right answers among all 1,000. Most of them are people whom Aya never calls.",
            "それは1,000人全体での正解率です。その大半は、彩さんが電話をかけない人たちです。",
        ),
    ),
    Misconception(
        "base_rate",
        lambda: of_1000().happened / of_1000().total,
        T(
            "That is the base rate: of all 1,000, those who leave. Aya calls only those in the frame.",
            "それはベースレート、1,000人全体のうち解約した人の割合です。彩さんが電話するのは、枠の中の人だけです。",
        ),
    ),
    Misconception(
        "of_everybody",
        lambda: of_1000().hits / of_1000().total,
        T(
            "You divided the hits by all 1,000; Aya calls only those in the frame.",
            "当たりの人数を1,000人で割っています。彩さんが電話するのは、枠の中の人だけです。",
        ),
        within=0.003,
    ),
    Misconception(
        "odds",
        lambda: of_1000().hits / of_1000().false_alarms,
        T(
            "You divided the hits by the false alarms; divide by all in the frame, the hits included.",
            "当たりを空振りで割っています。割るのは、当たりも含めた枠の中の全員です。",
        ),
    ),
    Misconception(
        "all_leavers",
        lambda: of_1000().happened / of_1000().listed,
        T(
            "You divided everybody who left by the length of the list; only those in the frame were called.",
            "解約した全員を、リストの人数で割っています。電話したのは、そのうち枠の中の人だけです。",
        ),
    ),
    Misconception(
        "length",
        lambda: of_1000().listed / of_1000().total,
        T(
            "That is how many of all customers are on the list; how many of those left?",
            "それは、全体のうちリストに載った人の割合です。その中で解約したのは何人でしょう。",
        ),
    ),
    Misconception(
        "among_others",
        lambda: of_1000().misses / (of_1000().total - of_1000().listed),
        T(
            "That is the share that left outside the frame, of those whom nobody called.",
            "それは枠の外、電話しなかった人たちの中での解約の割合です。",
        ),
        within=0.005,
    ),
    Misconception(
        "slide",
        lambda: 1 - of_1000().happened / of_1000().total,
        T(
            "That is the vendor's number: of all 1,000, those who stayed. It says nothing about any list.",
            "それはベンダーのスライドの数字、1,000人全体のうち続けた人の割合です。リストについては何も語っていません。",
        ),
    ),
)


precision_of_list = number_question(
    name="precision_of_list",
    title=T("What share of Aya's calls reaches somebody who is leaving?", "彩さんの電話のうち、解約する人に届く割合"),
    points=2,
    form=Number(T("a share from 0 to 1", "0〜1の割合"), example="0.3"),
    expected=lambda: of_1000().hits / of_1000().listed,
    tolerance=TOLERANCE,
    right=T(
        "The hits, divided by everybody on the list: that is precision.",
        "当たりの人数を、リストの全員で割りました。これが適合率です。",
    ),
    otherwise=T(
        "Two counts are wanted: those in the frame who left, divided by all in the frame.",
        "使う数は2つ。枠の中で解約した人を、枠の中の全員で割ります。",
    ),
    misconceptions=(
        Misconception(
            "percent",
            lambda: 100 * of_1000().hits / of_1000().listed,
            T(
                "That is right in percent; as a share it is a hundredth of it.",
                "%としては正しい値です。割合で答えるなら、その100分の1です。",
            ),
            within=0.8,
        ),
        Misconception(
            "upside_down",
            lambda: of_1000().listed / of_1000().hits,
            T(
                "More than 1 cannot be a share: you divided the other way round.",
                "1を超える割合はありません。割る数と割られる数が逆です。",
            ),
        ),
        *plain_counts(),
        *with_percent(_WRONG),
    ),
    hints=(
        T(
            "Aya only ever meets the people in the frame. How many are they?",
            "彩さんが話すのは、枠の中の人だけです。全部で何人いますか。",
        ),
        T(
            "Diamonds in the frame, divided by everybody in the frame; type it with “/”.",
            "枠の中のひし形の数を、枠の中の全員の数で割ります。「/」を使って書けます。",
        ),
    ),
    why=T(
        "Precision is counted from the list: of those we call, how many were really leaving?",
        "適合率はリストから数えます。電話した人のうち、実際に解約したのは何人か。",
    ),
)
