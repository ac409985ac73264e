"""The words about the customers of the list: on their cards and lines, and in the files for a spreadsheet."""

from __future__ import annotations

from mlcurric.text import T

LEAVE_ALONE = T("leave alone (drawn by lot)", "連絡しない(抽選)")
CONTACT = T("contact", "連絡する")
NOT_NOW = T("not for now", "いまは連絡しない")
DOES_NOT_PAY = T("does not pay", "採算割れ")
LOT_DRAWN = T(
    "The lot is drawn already: “{mark}” stands beside those {alone}, here and in “{file}”.",
    "抽選はもう済んでいます。その{alone}人には、このページでも「{file}」でも「{mark}」と書いてあります。",
)

LIKE_THIS = T("{n} like this leave", "似た人は{n}が解約")
LIKE_THIS_CUT = T(
    "{n} like this leave; on this list about {about} of {of}", "似た人は{n}が解約。このリストでは{of}人中約{about}人"
)
OF_100_CUT = T("{n} (about {about})", "{n}(約{about}人)")
START = T("a customer who is average in everything", "どの項目も平均的な顧客")
START_ALL = T("all customers", "顧客全体")
END = T("this customer", "この顧客")
END_ALIKE = T("customers like this", "似た顧客")
LEAVES = T("{who}: {n}", "{who}: {n}が解約")
REST = T("everything else together (columns: {n})", "そのほか{n}項目の合計")
REST_NONE = T("nothing else counts", "点に響く項目は、ほかにありません")
REST_ROUNDED = T("rounding, and the like", "端数など")
GUESSED_SHORT = T("{can_act}?", "{can_act}?")

COUNTED_OFF = {
    "high": T(
        "“… of {of}” beside each customer is what was learned from other customers. Among those on whom it was tried, fewer like them left: of the whole list about {n} of {of}.",
        "一人ひとりの横の「{of}人中何人」は、先に学んだ顧客での割合です。試した顧客では、似た人の解約はもっと少なかったので、リスト全体では{of}人中約{n}人の見込みです。",
    ),
    "low": T(
        "“… of {of}” beside each customer is what was learned from other customers. Among those on whom it was tried, more like them left: of the whole list about {n} of {of}.",
        "一人ひとりの横の「{of}人中何人」は、先に学んだ顧客での割合です。試した顧客では、似た人の解約はもっと多かったので、リスト全体では{of}人中約{n}人の見込みです。",
    ),
    "luck": T(
        "“… of {of}” beside each customer is what was learned from other customers; of the whole list that comes to {said} of {of}. Where such a list was tried, {seen} of {of} left. Luck alone sets the two so far apart, so neither is known to be nearer; the page reckons with what was tried.",
        "一人ひとりの横の「{of}人中何人」は、先に学んだ顧客での割合で、リスト全体では{of}人中{said}人になります。試したときに解約したのは{of}人中{seen}人でした。偶然でもこのくらいの差は出るので、どちらが近いかはわかりません。このページでは、試した結果のほうで計算しています。",
    ),
}
"""By whether what is said of each is too high or too low, or only differs by luck from what was counted."""
NARROW = T(
    "“… of {of}” beside each customer is what was learned from other customers. This list only just beat picking at random, and part of such a lead is usually luck, so fewer are expected of it: of the whole list about {n} of {of}.",
    "一人ひとりの横の「{of}人中何人」は、先に学んだ顧客での割合です。このリストは無作為に選んだ場合をわずかに上回っただけで、運も混じっているとみられるので、リスト全体では{of}人中約{n}人の見込みです。",
)
NARROW_TOO = T(
    "This also allows for the list having only just beaten picking at random: part of such a lead is usually luck.",
    "無作為に選んだ場合をわずかに上回っただけで、運も混じっているとみられることも、この人数に入れてあります。",
)
CUT = T(
    "“… of {of}” beside each customer is counted among all customers. Those on this list have stayed already, so fewer of them leave; how many fewer is an assumption (between {low} of 100 of that number and all of it). What stands after “about” has that taken off; for the whole list it comes to about {n} of {of}.",
    "一人ひとりの横の「{of}人中何人」は、顧客全体で数えた割合です。このリストに載るのは、解約せずに続けてきた人だけなので、解約はそれより少ない見込みです。どれだけ少ないかは仮定で、数えた割合の{low}%から100%の間とみました。「約何人」はそのぶんを引いた数で、リスト全体では{of}人中約{n}人です。",
)
CUT_FROM = T(
    "It is reckoned from customers as likely to leave where the list was tried: of these {seen} of {of} left.",
    "計算のもとにしたのは、試したときに同じくらい解約しそうだった人の結果({of}人中{seen}人)です。",
)
"""The same where that is not quite what is said of each."""
CUT_OFF = {
    "high": T(
        "“… of {of}” beside each customer was learned from all customers. Where it was tried, fewer like them left than that. Besides, those on this list have stayed already, so fewer still leave; how many fewer is an assumption (between {low} of 100 and all). What stands after “about” takes both together; for the whole list it comes to about {n} of {of}.",
        "一人ひとりの横の「{of}人中何人」は、顧客全体から学んだ割合です。試してみると、似た人の解約はそれより少なくすみました。さらに、このリストに載るのは解約せずに続けてきた人だけなので、もっと少ない見込みです(どれだけ少ないかは仮定で、{low}%から100%の間とみました)。「約何人」は両方を合わせた数で、リスト全体では{of}人中約{n}人です。",
    ),
    "low": T(
        "“… of {of}” beside each customer was learned from all customers. Where it was tried, more like them left than that. On the other hand, those on this list have stayed already, so fewer of them leave; how many fewer is an assumption (between {low} of 100 and all). What stands after “about” takes both together; for the whole list it comes to about {n} of {of}.",
        "一人ひとりの横の「{of}人中何人」は、顧客全体から学んだ割合です。試してみると、似た人の解約はそれより多くいました。一方で、このリストに載るのは解約せずに続けてきた人だけなので、そのぶん少ない見込みです(どれだけ少ないかは仮定で、{low}%から100%の間とみました)。「約何人」は両方を合わせた数で、リスト全体では{of}人中約{n}人です。",
    ),
    "luck": T(
        "“… of {of}” beside each customer was learned from all customers; of the whole list that comes to {said} of {of}. Where it was tried, {seen} of {of} like them left, which differs by no more than luck. Those on this list have stayed already, so fewer of them leave; how many fewer is an assumption (between {low} of 100 and all). What stands after “about” is what was tried, with that taken off; for the whole list it comes to about {n} of {of}.",
        "一人ひとりの横の「{of}人中何人」は、顧客全体から学んだ割合で、リスト全体では{of}人中{said}人になります。試したときは、似た人の{of}人中{seen}人が解約しました。差は偶然の範囲です。このリストに載るのは解約せずに続けてきた人だけなので、解約はそれより少ない見込みです(どれだけ少ないかは仮定で、{low}%から100%の間とみました)。「約何人」は試した結果からそのぶんを引いた数で、リスト全体では{of}人中約{n}人です。",
    ),
}
"""The same where what is said of each is too high or too low already for those who have not stayed, or differs by luck."""
CUT_FOLLOWED = {
    "fewer": T(
        "“… of {of}” beside each customer is counted among all customers. Those on this list have stayed already; of such customers in this table, followed to their next look, fewer left. What stands after “about” goes by these; for the whole list it comes to about {n} of {of}.",
        "一人ひとりの横の「{of}人中何人」は、顧客全体で数えた割合です。このリストに載るのは、集計期間を解約せずに過ごした人だけで、この表で同じような人を次の時点まで追うと、解約はそれより少なくすみました。「約何人」はそちらに合わせた数で、リスト全体では{of}人中約{n}人です。",
    ),
    "more": T(
        "“… of {of}” beside each customer is counted among all customers. Those on this list have stayed already; but of such customers in this table, followed to their next look, no fewer left. What stands after “about” goes by these; for the whole list it comes to about {n} of {of}.",
        "一人ひとりの横の「{of}人中何人」は、顧客全体で数えた割合です。このリストに載るのは、集計期間を解約せずに過ごした人だけですが、この表で同じような人を次の時点まで追うと、解約はそれより少なくはありませんでした。「約何人」はそちらに合わせた数で、リスト全体では{of}人中約{n}人です。",
    ),
}
"""The same where such customers were counted at their next look; by what they did beside what is said of each."""
CUT_AS_ABOVE = T(
    "In brackets: about so many are expected, because those on this list have stayed already.",
    "かっこの中は、解約せずに続けてきた人であることを踏まえた、見込みの人数です。",
)
NO_NUMBERS = T(
    "No number stands beside single customers: where it was tried, such forecasts were off (part 2 of the page).",
    "一人ひとりの人数は載せていません。試したとき、予想した人数が実際と合わなかったためです(ページの2章)。",
)
ORDER_HOLDS = T("The order can be used.", "順番は使えます。")
ALL_ALIKE = T(
    "All {n} have the same points: contact them in any order.",
    "{n}人の点はみな同じなので、どの順に連絡してもかまいません。",
)
"""Instead of that, where nothing tells those on the list apart."""
WHOLE_LIST = T(
    "Of the whole list about {n} of {of} would leave, as it says on top.",
    "リスト全体では、上に書いたとおり{of}人中約{n}人の見込みです。",
)
POINTS_DOUBLE = T(
    "0 points is a customer who is average in everything. A + goes with leaving, a − with staying, and the points add up: +7 turn 10 of {of} into about {up}, −7 into about {down}.",
    "0点は、どの項目も平均的な顧客です。+は解約と、−は継続と結びつき、点は足し算できます。+7点で「{of}人中10人」が約{up}人に、−7点なら約{down}人になります。",
)
POINTS_SHARE = T(
    "0 points is the average of all customers{average}. A + goes with leaving, a − with staying, and the points add up: one point is 1 of {of} customers.",
    "0点が顧客全体の平均{average}です。+は解約と、−は継続と結びつき、点は足し算できます。1点は「{of}人中1人」にあたります。",
)
POINTS_ORDER = {
    True: T(
        "0 points is the average of all customers. A + goes with leaving, a − with staying, and the points add up: the more, the further up on the list.",
        "0点が顧客全体の平均です。+は解約と、−は継続と結びつき、点は足し算できます。合計が大きいほど、リストの上に来ます。",
    ),
    False: T(
        "0 points is a customer who is average in everything. A + goes with leaving, a − with staying, and the points add up: the more, the further up on the list.",
        "0点は、どの項目も平均的な顧客です。+は解約と、−は継続と結びつき、点は足し算できます。合計が大きいほど、リストの上に来ます。",
    ),
}
"""By whether points are counted from the share of all customers, as a rule does."""
SAME_VALUE = T(
    "The same value may count more beside one customer than beside another, on this list by up to {n}: {why}",
    "同じ値でも、人によって点が違うことがあります(このリストでは最大{n}の差)。{why}",
)
POINTS = {False: T("{n} points", "{n}点"), True: T("1 point", "1点")}
"""By whether it is one."""
WHY_UNLIKE = {
    (True, False): T(
        "what it tells hangs on the customer’s other values.",
        "ほかの項目の値との組み合わせで、意味が変わるためです。",
    ),
    (False, True): T(
        "everybody was scored by points learned from other customers only.",
        "点は、本人を除いた顧客から学んで付けたためです。",
    ),
    (True, True): T(
        "what it tells hangs on the customer’s other values, and everybody was scored by points learned from other customers only.",
        "ほかの項目の値との組み合わせで意味が変わるうえ、点は本人を除いた顧客から学んで付けたためです。",
    ),
}
"""Why so: by whether points hang on other values too, and whether several have scored the list."""
IN_BRACKETS = T(" ({n})", "({n})")
NO_CAUSE = T(
    "A reason is what such customers have in common, not why anybody leaves; to change it may change nothing. What you know about a customer and this table does not comes first.",
    "理由は、そうした顧客に共通して見られることで、解約の原因とは限りません。そこを変えても、何も変わらないことがあります。表にないことを知っていたら、そちらを優先してください。",
)
MARKS = T(
    "A reason that goes with leaving (+) has a mark. “can act”: somebody can do something about the fact itself. “cannot”: nobody can. “guess”: only guessed by the name of the column. “undecided”: nobody in the company has decided yet, or what is usually done does not fit this value; once it is decided, tell the person who made this page (it goes into “{file}”).",
    "解約と結びつく理由(+)には印が付いています。「手を打てる」は、その事実に対してできることがあるもの。「打てない」は、変えようのないもの。「推測」は、列名から推測しただけのもの。「未定」は、手を打てるかどうかを社内の誰もまだ決めていないものと、いつもの打ち手がその値には合わないもの。決まったら、このページを作った人に伝えてください(「{file}」に書き込みます)。",
)
ONE_BY_RULE = T(
    "The customer is on the list by a rule that looks at nothing but {columns}.",
    "ルールで選ばれています。ルールが見ているのは{columns}だけです。",
)
ONE_RULE = T(
    "The same rule holds for all {n}, and it looks at nothing but {columns}; so a line each is enough.",
    "{n}人全員に、同じルールを使っています。ルールが見ているのは{columns}だけなので、1人1行で示します。",
)
THE_OTHERS = T(
    "The others follow in part 6, and all of them in “{file}”.", "続きは6章に、全員分は「{file}」にあります。"
)
MORE_IN_FILE = T(
    "The page stops at place {last}, so that it can still be mailed; all {all} are in “{file}”.",
    "ページをメールで送れる大きさに保つため、{last}位までを載せました。{all}人全員は「{file}」にあります。",
)
LINE_HOLDS = {
    True: T(
        "Place, customer, how many like this leave; the sum of the points, and the reasons with theirs. A question mark: a guess by the name of the column.",
        "順位、顧客、似た人の解約の割合、点の合計。続いて、理由とその点。「?」は列名からの推測です。",
    ),
    False: T(
        "Place, customer, the sum of the points, and the reasons with theirs. A question mark: a guess by the name of the column.",
        "順位、顧客、点の合計。続いて、理由とその点。「?」は列名からの推測です。",
    ),
}
"""What a line of the list holds; whether a number stands beside each customer."""
ON_PAPER = T(
    "On paper only the two largest reasons of each stand here; all of them, and the sums, are in “{file}”.",
    "紙では、大きい理由を2つずつだけ載せています。すべての理由と合計は「{file}」にあります。",
)
TIES = T(
    "Where two are alike, their order is random; it depends only on the customer number.",
    "順番に差がない人どうしは、無作為に並べました(顧客番号だけで決まる並びです)。",
)
