"""The sponsor's question: of those who left, what share was on the list?"""

from __future__ import annotations

from mlcurric.questions.lesson_1_3.share_of_list import share_question
from mlcurric.text import T

recall_of_list = share_question(
    name="recall_of_list",
    title=T("What share of those who left was on the list?", "解約した人のうち、リストに載っていた割合"),
    of=lambda counts: counts.happened,
    right=T(
        "The hits, divided by everybody who left, the missed ones too: that is recall.",
        "当たりの人数を、見逃しも含めて解約した全員で割りました。これが再現率です。",
    ),
    otherwise=T(
        "Two counts are wanted: the diamonds in the frame, divided by all diamonds, in the frame and below it.",
        "使う数は2つ。枠の中のひし形を、枠の中と下を合わせたひし形の全部で割ります。",
    ),
    slips={
        "precision": T(
            "That is Aya's share: of those on the list, how many left. Ms Mori asks about those who left.",
            "それは彩さんの知りたい割合です。リストに載った人のうち、解約した人。森さんが聞いているのは、解約した人のうちの割合です。",
        ),
        "missed": T(
            "That is the share that the list missed; the other part was on it.",
            "それは見逃した割合です。リストに載っていたのは、残りのほうです。",
        ),
        "accuracy": T(
            "That is the share of right answers among all 1,000; those who stayed make most of it.",
            "それは1,000人全体での正解率です。ほとんどは、続けた人の分です。",
        ),
        "base_rate": T(
            "That is the base rate: of all 1,000, those who left. How many of those were on the list?",
            "それはベースレート、1,000人全体のうち解約した人の割合です。その人たちのうち、リストに載っていたのは何人でしょう。",
        ),
        "of_everybody": T(
            "You divided the hits by all 1,000; Ms Mori asks about those who left.",
            "当たりの人数を1,000人で割っています。森さんが聞いているのは、解約した人のうちの割合です。",
        ),
        "hits_by_misses": T(
            "You divided the hits by the misses; divide by everybody who left, the hits included.",
            "当たりを見逃しで割っています。割るのは、当たりも含めた、解約した全員です。",
        ),
        "all_leavers": T(
            "You divided everybody who left by the length of the list; the hits are wanted, divided by everybody who left.",
            "解約した全員を、リストの人数で割っています。求めるのは、当たりの人数を、解約した全員で割った値です。",
        ),
        "length": T(
            "That is how many of all customers are on the list; a list by lot would hold this share of the leavers too.",
            "それは、全体のうちリストに載った人の割合です。くじ引きのリストなら、解約する人もちょうどこの割合で載ります。",
        ),
    },
    hints=(
        T(
            "How many left in all? They stand in two groups.",
            "解約した人は、全部で何人ですか。2つのグループに分かれています。",
        ),
        T(
            "Diamonds in the frame, divided by all diamonds; type it with “/”.",
            "枠の中のひし形の数を、ひし形全部の数で割ります。「/」を使って書けます。",
        ),
    ),
    why=T(
        "Recall is counted from what happened: of those who left, how many had we seen coming?",
        "再現率は、起きたことから数えます。解約した人のうち、前もってリストに載せられたのは何人か。",
    ),
)
