"""Six decisions of a company, and the band in which each belongs: can it be undone, and what does an error cost?"""

from __future__ import annotations

from mlcurric.question.makers import Item, matching_question
from mlcurric.text import T

_BANDS = {
    "a": T("automatic; a few are looked at by lot", "自動で行う(くじで選んだ一部だけ、人が見る)"),
    "b": T("a person looks first", "先に人が見る"),
    "c": T("left alone: neither the machine nor a look", "何もしない(機械も動かず、人も見ない)"),
}

which_band = matching_question(
    name="which_band",
    title=T("Which decision in which band?", "どの決定を、どの帯に?"),
    points=4,
    options=_BANDS,
    items={
        "queue": Item(
            T(
                "Put customers into the callers' queue for this week, expected gain above ¥8,000 each. Aya can take anybody out with one click.",
                "期待利益が8,000円を超える顧客を、今週の電話の列に入れる。彩さんは、ワンクリックで外せる。",
            ),
            "a",
            {
                "b": T(
                    "One click undoes it, a needless call is cheap, and each wrong “no” of a hurried person loses thousands.",
                    "ワンクリックで取り消せますし、無駄な電話は安く済みます。急いだ人の間違った「不要」は、1回で何千円も失います。",
                ),
                "c": T(
                    "This is where the list earns nearly all of its money.",
                    "リストの利益のほとんどは、ここから出ています。",
                ),
            },
        ),
        "price_cut": Item(
            T(
                "Offer a customer of 200 seats 30% off for two years, because the machine expects it to leave.",
                "解約しそうだと機械が見込んだ200席の顧客に、2年間30%引きを申し出る。",
            ),
            "b",
            {
                "a": T(
                    "An offer cannot be taken back, and two years of it cost more than all looks of a year.",
                    "申し出は取り消せません。2年分の値引きは、1年間の見る費用を全部合わせたより高くつきます。",
                ),
                "c": T(
                    "Much is at stake on both sides: too much to leave it alone unseen.",
                    "どちらに転んでも大きな金額です。誰も見ずに放っておくには、大きすぎます。",
                ),
            },
        ),
        "close": Item(
            T(
                "Close accounts that look abandoned and delete their data. The machine has been right in 99 of 100.",
                "使われていないように見える契約を閉じ、データを消す。機械の判定は、これまで100件中99件正しかった。",
            ),
            "b",
            {
                "a": T(
                    "The hundredth customer's data are gone for good. A high share of right answers does not make an error cheap.",
                    "残る1件のデータは、二度と戻りません。正しい割合が高くても、間違いが安くなるわけではないのです。",
                ),
                "c": T(
                    "Old data must go some day; it is only that somebody looks before what cannot be undone.",
                    "古いデータは、いつか消す必要があります。取り消せないことの前に、人が一度見ればよいのです。",
                ),
            },
        ),
        "tickets": Item(
            T(
                "Sort the day's support tickets by urgency. All of them are answered by the evening anyway.",
                "その日の問い合わせを急ぎの順に並べる。どれも、夕方までには必ず返事をしている。",
            ),
            "a",
            {
                "b": T(
                    "An error costs somebody an hour of waiting, and is put right by whoever opens the ticket. The looks would take longer.",
                    "間違えても、誰かが1時間待つだけ。開いた担当者がその場で直せます。先に人が見るほうが、時間がかかります。",
                ),
                "c": T(
                    "In the order of arrival the urgent ones wait as long as the rest. Here an error costs next to nothing.",
                    "届いた順のままでは、急ぎの人もほかと同じだけ待ちます。ここは、間違えてもほとんど損のない決定です。",
                ),
            },
        ),
        "asleep": Item(
            T(
                "Call customers of five years who have been silent for three weeks and have no ticket; expected gain −¥6,000 each.",
                "契約5年、3週間ログインがなく、問い合わせもない顧客に電話する。期待利益は1人−6,000円。",
            ),
            "c",
            {
                "a": T(
                    "Most of these are sleeping dogs: the call itself drives them away.",
                    "多くは寝た子層です。電話そのものが、解約のきっかけになります。",
                ),
                "b": T(
                    "Of those whom a person would call down there, about 5 of 100 are worth it. The look would do harm.",
                    "この帯で人が「電話すべきだ」と言う100人のうち、本当に電話する価値があるのは5人ほどです。見ることが、かえって害になります。",
                ),
            },
        ),
        "crumbs": Item(
            T(
                "Customers of one seat, expected gain between −¥100 and +¥100. A look costs ¥250.",
                "1席だけの顧客で、期待利益は−100円から+100円。見る費用は1人250円。",
            ),
            "c",
            {
                "a": T(
                    "It could as well be the other way round; a thousand calls, and nothing gained.",
                    "逆の判断でも変わりません。何千件電話しても、利益は残りません。",
                ),
                "b": T(
                    "Doubtful it is; but with so little at stake even a perfect look could not pay for itself.",
                    "確かに迷うところです。でも、懸かっている額が小さすぎて、完璧に見分けられても、見る費用の元が取れません。",
                ),
            },
        ),
    },
    right=T(
        "Not the score alone decides: what cannot be undone is looked at even at 99 of 100, and what is worth ¥100 not even at 50.",
        "スコアだけでは決まりません。取り消せないことは、99%確かでも人が見る。100円のことは、五分五分でも見ない。",
    ),
    hints=(
        T(
            "Ask two things of each: can it be undone, and by whom? What does one error cost, beside one look?",
            "それぞれに2つ聞きましょう。取り消せるか、誰が。間違い1回の値段は、見る費用と比べてどうか。",
        ),
        T("Each band has two of them.", "どの帯にも、2つずつ入ります。"),
    ),
    why=T(
        "A person belongs where an error is dear or final, and where a look can still change the decision.",
        "人が要るのは、間違いが高くつくところ、取り返しのつかないところ。そして、見ることで判断が変わりうるところです。",
    ),
)
