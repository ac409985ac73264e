"""The words of what was counted: where, and why another share of this list leaves than of the one on which it was tried."""

from __future__ import annotations

from mlcurric.text import T

LATER = T("later customers", "あとの時期の顧客")
OTHERS = T("customers set apart at random", "無作為に取り分けた顧客")

COUNTED = T("{hits} of {whom} left", "{whom}のうち{hits}人が解約")
FIRST_OF = (
    T("the first {listed} of {n} {others}", "{others}{n}人の上位{listed}人"),
    T("the top {listed} there", "そこの上位{listed}人"),
)
"""The list on which it was tried, and the same once it has been said of whom."""
ALL_OF = (T("all {n} {others}", "{others}{n}人全員"), T("all of them", "その全員"))
"""The same where everybody was on it."""
ALIKE = T(
    "customers like these among {n} {others} (of {top}, {tried} of {of} left); lowered, see below",
    "{others}{n}人のうち、似た人たちの結果({top}では{of}人中{tried}人が解約)から割り引いた人数。理由は下に",
)
SUCH = T(
    "customers as likely to leave as these among {n} {others} (of {top}, {tried} of {of} left)",
    "{others}{n}人のうち、同じくらい解約しそうだった人たちの結果({top}では{of}人中{tried}人が解約)",
)
FEWER_SUCH = T(
    "Where it was tried, {tried} of {of} on the list left. Of the customers to be listed now, fewer look as likely to leave as the "
    "first did there. So fewer are expected here: as many as left there of customers like these.",
    "試したときのリストでは{of}人中{tried}人が解約しました。いまリストの候補になる人には、試したときの上位ほど解約しそうな人が多くありません。"
    "そのため、試したときに同じくらい解約しそうだった人たちの結果から、それより少なく見込んでいます。",
)
MORE_SUCH = T(
    "Where it was tried, {tried} of {of} on the list left. Of the customers to be listed now, more look likely to leave. So more are "
    "expected here: as many as left there of customers like these. Ask what has changed since.",
    "試したときのリストでは{of}人中{tried}人が解約しました。いまリストの候補になる人には、解約しそうな人がもっと多くいます。"
    "そのため、試したときに同じくらい解約しそうだった人たちの結果から、それより多く見込んでいます。何が変わったのかを確かめてください。",
)
FEWER = T(
    "Where it was tried, {tried} of {of} on the list left. Those on this list have stayed before, so fewer are expected here; how "
    "many fewer is an assumption (anything between {low} of 100 of them and all), because this table does not tell.",
    "試したときのリストでは{of}人中{tried}人が解約しました。このリストに載るのは、集計期間を解約せずに過ごした人だけなので、それより少ないと見込んでいます。ただし、どれだけ少ないかは"
    "この表からは数えられず、「その{low}%から全部まで」と仮定しました。",
)
FEWER_LOWER = T(
    "Where it was tried, {tried} of {of} on the list left. Those on this list have stayed before. Whoever was likeliest to leave "
    "has left, and of those who remain, the first in the same order come to about {lower} of {of}. Besides, whoever has stayed leaves "
    "less often than others like them; how much less is an assumption (anything between {low} of 100 of that number and all), "
    "because this table does not tell.",
    "試したときのリストでは{of}人中{tried}人が解約しました。このリストに載るのは、集計期間を解約せずに過ごした人だけです。とくに解約しそうだった人はすでに解約していて、"
    "残った人を同じ方法で並べても、上位の見込みは{of}人中約{lower}人にとどまります。さらに、続けてきた人の解約は、似た人よりも少ないとみられます。"
    "どれだけ少ないかはこの表からは数えられず、「その{low}%から全部まで」と仮定しました。",
)
"""The same where those on the list stand lower in the order than those on whom it was tried."""
FEWER_OF_THESE = T(
    "Besides, those on this list have stayed before, so fewer leave; how many fewer is an assumption (anything between {low} of 100 "
    "of them and all), because this table does not tell.",
    "さらに、このリストに載るのは、集計期間を解約せずに過ごした人だけなので、それより少ないと見込んでいます。どれだけ少ないかは"
    "この表からは数えられず、「その{low}%から全部まで」と仮定しました。",
)
FEWER_KNOWN = T(
    "Such a fall is also what a column brings about that knows the answer: of everybody on this list it knows that they have stayed.",
    "これほど少なくなるのは、答えを知っている列があるときにも起きます。その列は、このリストの人が解約していないことを知っているからです。",
)
TO_BE_COUNTED = T(
    "Add the rows of today’s customers with a blank outcome; or further looks at the same customers, and how long those "
    "counted as leavers had to leave: then it can be counted.",
    "解約の列を空欄にした「いまの顧客」の行を加えるか、同じ顧客の別の時点の行を加えたうえで何か月以内の解約を数えたかを指定すると、数えられます。",
)
FOLLOWED = T(
    "of {n} customers who had stayed, the first {listed} in this order: {hits} of them left by the next look; we expect {low}% to "
    "100% of that, because these customers have already stayed for one look more",
    "集計期間を解約せずに過ごした{n}人を同じ順番に並べた上位{listed}人のうち、次の時点までに{hits}人が解約。"
    "今回の人はすでにもう1回分長く続けているので、その{low}〜100%と見込んだ",
)
FEWER_NEXT = T(
    "Where it was tried, {tried} of {of} on the list left. But everybody on this list has stayed before; of such customers in "
    "this table, followed to their next look, {next} of {of} left. Those on this list have stayed for one look more, so that was "
    "taken down once again by an assumption (anything between {low} of 100 of them and all).",
    "試したときのリストでは{of}人中{tried}人が解約しました。ただし、このリストに載るのは、集計期間を解約せずに過ごした人だけです。この表で同じような人を次の時点まで追うと、"
    "解約は{of}人中{next}人でした。今回の人はもう1回分長く続けているので、「その{low}%から全部まで」と仮定して、さらに割り引いています。",
)
NO_FEWER_NEXT = T(
    "Where it was tried, {tried} of {of} on the list left; of customers who had stayed before, followed to their next look, no "
    "fewer: {next} of {of}. Those on this list have stayed for one look more, so that was taken down by an assumption (to anything "
    "between {low} of 100 of them and all).",
    "試したときのリストでは{of}人中{tried}人が解約しました。集計期間を解約せずに過ごした人を次の時点まで追っても、解約は{of}人中{next}人と、それより少なくはありませんでした。"
    "今回の人はもう1回分長く続けているので、「その{low}%から全部まで」と仮定して割り引いています。",
)
SHORTER = T(
    "Where it was tried, {tried} of {of} on a list of {listed} left. That is the shortest on which anything can be seen, and it takes "
    "in a larger part of the customers than this list. So what is expected here is counted only by those there who were as likely to "
    "leave as these: {here} of {of}. So few are counted that the range is wide.",
    "試したときは、{listed}人のリストで{of}人中{tried}人が解約しました。{listed}人は、数えて何かがわかるいちばん短いリストで、このリストより広い範囲の顧客が入っています。"
    "そこで、試した顧客のうち、このリストの人と同じくらい解約しそうだった人だけで数えました({of}人中{here}人)。数えた人数が少ないので、幅は広くなります。",
)
NARROW = {
    False: T(
        "The list was only just better than picking at random, and what only just wins has mostly had some luck. So fewer "
        "are expected here than the {before} of {of} where it was tried.",
        "試したリストは、無作為に選んだ場合をわずかに上回っただけです。わずかな差で選ばれたときは、たいてい運も混じっています。そのぶん、試したときの"
        "{of}人中{before}人より少なく見込んでいます。",
    ),
    True: T(
        "Besides, the list that was tried was only just better than picking at random, and what only just wins has mostly had some "
        "luck. So fewer still are expected here than the {before} of {of} to which all this comes.",
        "さらに、試したリストは、無作為に選んだ場合をわずかに上回っただけです。わずかな差で選ばれたときは、たいてい運も混じっています。そのため、"
        "ここまでの計算では{of}人中{before}人ですが、それより少なく見込んでいます。",
    ),
}
"""By whether something else has been taken into account before: what that comes to was not seen anywhere."""
TRIED_FROM_LOOK = T(
    "Where it was tried, {tried} of {of} on the list left within {within} of their look.",
    "試したときのリストでは、データの日付から{within}の間に{of}人中{tried}人が解約しました。",
)
FROM_TODAY = T(
    "Part of the {within} after their look is over for those on this list, and by this table they were still there on {today}. "
    "So what is expected here is {within} from that day on; and fewer leave, because whoever has stayed leaves less "
    "often than others like them. How much less is an assumption (anything between {low} of 100 of that number and all), because this table does not tell.",
    "このリストに載るのは、データの日付のあと、{today}の時点まで解約せずに続けてきた人だけです。そこで、{today}から{within}の間に解約する人を見込みました。"
    "続けてきた人の解約は、似た人よりも少ないとみられます。どれだけ少ないかはこの表からは数えられず、「その{low}%から全部まで」と仮定しました。",
)
LOWERED = T("{counted}; lowered, see below", "{counted}。そこから割り引いた人数。理由は下に")
TIME_FROM_TODAY = T("within {within} from {today} on", "{today}から{within}の間に")
MISSED = T(
    "{missed} of {all} leavers there were not on the list", "そこで解約した{all}人のうち{missed}人が載っていなかった"
)
BESIDE = T("the list beside all who could be on it", "リストの候補だった全員について")
ALL_ON = T("all who could be on it are", "候補の全員がリストに載っている")
