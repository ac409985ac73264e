"""What a plan of the lessons may say in its lines in words: each wording, and the key by which the library knows it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mlcurric.text import T

OPTIONS: Mapping[str, Mapping[str, T]] = MappingProxyType(
    {
        "hypothesis": {
            "no_number": T("Machine learning reduces churn in Osaka.", "機械学習で、大阪の解約が減る。"),
            "effect": T(
                "If the customers on the list are called, of 100 at least smallest_effect fewer leave within 13 weeks than if they are left alone.",
                "リストの顧客に電話すると、13週のうちに解約する人が、電話しない場合より100人中 smallest_effect 人以上減る。",
            ),
            "model": T(
                "The model recognises at least 90 of 100 customers who leave.",
                "モデルは、解約する100人のうち90人以上を見分ける。",
            ),
            "feeling": T(
                "Customers who are called feel better looked after.", "電話を受けた顧客は、大切にされていると感じる。"
            ),
        },
        "metric": {
            "accuracy": T(
                "accuracy: of 100 answers of the model, how many more are right than of “nobody leaves”",
                "正解率: モデルの答え100件のうち、正しいものが「誰も解約しない」より何件多いか",
            ),
            "hits": T(
                "hits: of 100 on the list, how many more leave than of all customers",
                "当たり: リストの100人中、解約する人が顧客全体より何人多いか",
            ),
            "say_so": T(
                "answers: of 100 called, how many say on the phone that they will stay",
                "返事: 電話した100人中、「続けます」と答えた人は何人か",
            ),
            "fewer_leavers": T(
                "leavers: of 100, how many fewer of the called leave than of those they are compared with",
                "解約: 100人あたり、電話した人の解約が、比べる相手より何人少ないか",
            ),
        },
        "baseline": {
            "off_list": T("Osaka's customers who are not on the list", "大阪の、リストに載らない顧客"),
            "elsewhere": T(
                "those left alone in our October round: 80 of 300 left",
                "10月の回で電話しなかった人。300人中80人が解約",
            ),
            "hold_out": T(
                "those on the list who are left alone, and get what Osaka's customers get today",
                "リストのうち、電話しない人。対応は、いまの大阪のまま",
            ),
            "promise": T(
                "what our models promise of the list if nobody calls",
                "電話しなければ何人が解約するか、という私たちのモデルの予測",
            ),
        },
        "left_alone_by": {
            "score": T("the list: its last names are left alone", "リストの順番。下のほうの人には電話しない"),
            "lot": T("a lot, drawn from the whole list", "くじ。リスト全体から引く"),
            "callers": T(
                "the callers: they leave out whom they would rather not disturb (no login for long)",
                "電話する人たち。長くログインがなく、そっとしておきたい人を外す",
            ),
            "nobody": T("nobody is left alone: the whole list is called", "全員。電話しない人を置かない"),
        },
        "decides": {
            "peeking": T(
                "every Monday: p < 0.05 means go at once; else by go_from and stop_below on the last day",
                "毎週月曜に見て、p < 0.05 ならすぐ実施。出なければ最後の日に go_from と stop_below で",
            ),
            "afterwards": T(
                "on the last day: everybody, and each group of customers; go if one of them reaches go_from",
                "最後の日に、全体と顧客グループごとの数を見る。どれかひとつが go_from に届けば実施",
            ),
            "thresholds": T(
                "once, on the last day, over everybody: by go_from and stop_below",
                "最後の日に一度だけ、全員分の数で。go_from と stop_below のとおりに",
            ),
        },
        "model_does": {
            "decides": T(
                "decides who is called; nobody may leave a name out",
                "電話する相手を決める。誰も外してはいけない",
            ),
            "explains": T("tells the callers why a customer is leaving", "なぜ解約するのかを、電話する人に教える"),
            "orders": T(
                "puts customers in order of what a call can be expected to earn; it calls nobody",
                "電話で見込める利益の順に顧客を並べる。電話はしない",
            ),
        },
        "people_do": {
            "keep_lot": T(
                "call, or leave somebody out and write down why; who was drawn is counted as drawn",
                "電話する。外すときは理由を書く。数えるときは、くじのとおり",
            ),
            "reach_over": T(
                "call, and also those left alone who worry them most",
                "電話する。電話しないはずの人の中に心配な人がいれば、その人にも電話する",
            ),
            "obey": T("dial what the list says, and keep no notes", "リストのとおりにかける。記録は残さない"),
        },
        "after_go": {
            "everybody": T(
                "from the next day on everybody on each list is called",
                "翌日から、どのリストも全員に電話する",
            ),
            "later": T("is agreed on once the result is there", "結果が出てから相談する"),
            "watched": T(
                "a list each quarter, 10 of 100 left alone by lot; Daichi runs it, and it is looked at every quarter",
                "四半期ごとのリスト。100人中10人にはくじで電話しない。大地さんが動かし、四半期ごとに確かめる",
            ),
        },
    }
)
"""Line → key → wording. The keys of the lines that are fields of ``PocPlan`` are what a rehearsal goes by."""
RIGHT: Mapping[str, str] = MappingProxyType(
    {
        "hypothesis": "effect",
        "metric": "fewer_leavers",
        "baseline": "hold_out",
        "left_alone_by": "lot",
        "decides": "thresholds",
        "model_does": "orders",
        "people_do": "keep_lot",
        "after_go": "watched",
    }
)
"""What a plan that can tell success from failure says in each line."""
REHEARSED = ("metric", "baseline", "left_alone_by", "decides", "people_do")
"""The lines in words that change what happens in a rehearsal; the others are only read."""
