"""The caller's question: of those on the list, what share was really leaving?"""

from __future__ import annotations

from mlcurric.questions.lesson_1_3.share_of_list import share_question
from mlcurric.text import T

precision_of_list = share_question(
    name="precision_of_list",
    title=T("What share of Aya's calls reaches somebody who is leaving?", "彩さんの電話のうち、解約する人に届く割合"),
    of=lambda counts: counts.listed,
    right=T(
        "The hits, divided by everybody on the list: that is precision.",
        "当たりの人数を、リストの全員で割りました。これが適合率です。",
    ),
    otherwise=T(
        "Two counts are wanted: those in the frame who left, divided by all in the frame.",
        "使う数は2つ。枠の中で解約した人を、枠の中の全員で割ります。",
    ),
    slips={
        "recall": T(
            "That is the sponsor's share: of those who left, how many were on the list. Aya asks about those on the list.",
            "それは森さんの知りたい割合です。解約した人のうち、リストに載っていた人。彩さんが聞いているのは、リストに載った人のうちの割合です。",
        ),
        "false_alarms": T(
            "That is the share of calls to somebody who stayed: the false alarms.",
            "それは空振りの割合です。電話したのに、解約しなかった人たちです。",
        ),
        "accuracy": T(
            "That is the share of right answers among all 1,000. Most of them are people whom Aya never calls.",
            "それは1,000人全体での正解率です。その大半は、彩さんが電話をかけない人たちです。",
        ),
        "base_rate": T(
            "That is the base rate: of all 1,000, those who leave. Aya calls only those in the frame.",
            "それはベースレート、1,000人全体のうち解約した人の割合です。彩さんが電話するのは、枠の中の人だけです。",
        ),
        "of_everybody": T(
            "You divided the hits by all 1,000; Aya calls only those in the frame.",
            "当たりの人数を1,000人で割っています。彩さんが電話するのは、枠の中の人だけです。",
        ),
        "hits_by_false_alarms": T(
            "You divided the hits by the false alarms; divide by all in the frame, the hits included.",
            "当たりを空振りで割っています。割るのは、当たりも含めた枠の中の全員です。",
        ),
        "all_leavers": T(
            "You divided everybody who left by the length of the list; only those in the frame were called.",
            "解約した全員を、リストの人数で割っています。電話したのは、そのうち枠の中の人だけです。",
        ),
        "length": T(
            "That is how many of all customers are on the list; how many of those left?",
            "それは、全体のうちリストに載った人の割合です。その中で解約したのは何人でしょう。",
        ),
    },
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
