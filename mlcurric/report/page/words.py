"""The words of the page: plain ones, so that whoever is handed it in a taxi needs no other."""

from __future__ import annotations

from mlcurric.text import T

WORDS = {
    "short": T("in short", "要点"),
    "parts": T("parts of this page", "このページの内容"),
    "do_now": T("What to do now", "いますること"),
    "danger": T("would mislead", "誤解のもと"),
    "warn": T("careful", "注意"),
    "note": T("note", "参考"),
    "worth": T("worth", "価値"),
    "rest": T("everything else together", "そのほかすべての合計"),
    "rest_short": T("everything else", "そのほか"),
}

NO_TITLE = T("No customers to contact first", "先に連絡する人は選べません")
TITLE = T("{n} customers to contact first", "先に連絡する{n}人")
KICKER = T("Report on “{name}”", "「{name}」のレポート")
MEANT = {
    "not yet known": T(
        "Chosen from {n} customers of whom nobody knows yet whether they leave.",
        "解約するかどうかがまだわからない{n}人の中から選びました。",
    ),
    "still here": T(
        "Chosen from {n} customers who were still there when the table was made.",
        "表を作った時点で契約を続けている{n}人の中から選びました。",
    ),
}
LEFT_MEANS = T("Who left, the column “{churned}” says.", "解約したかどうかは「{churned}」の列によります。")
LEFT_WITHIN = T(
    "Who left within {within}, the column “{churned}” says.",
    "{within}以内に解約したかどうかは「{churned}」の列によります。",
)

WOULD_LEAVE = T(
    "Of 100 customers on this list about {n} would leave if nobody did anything ({range}).",
    "このリストの100人のうち、何もしなければ解約するのは約{n}人({range}人)。",
)
AGAINST = {
    "model": T(
        "Tried on {judge} customers with a known outcome: of 100 on the model’s list {model} left, on the best simple rule’s {rule}, of 100 names by lot {lot}. So the model made this list.",
        "結果のわかっている{judge}人で試すと、100人中の解約はモデルのリストで{model}人、いちばん良い簡単なルールで{rule}人、くじ引きで{lot}人。そこで、このリストはモデルで作りました。",
    ),
    "rule": T(
        "Tried on {judge} customers with a known outcome: of 100 on the simple rule’s list {rule} left, on the model’s {model}, of 100 names by lot {lot}. The model is no clear gain, so the rule made this list.",
        "結果のわかっている{judge}人で試すと、100人中の解約は簡単なルールのリストで{rule}人、モデルで{model}人、くじ引きで{lot}人。モデルにはっきりした良さはないので、このリストはルールで作りました。",
    ),
    "nobody": T(
        "Tried on {judge} customers with a known outcome: of 100 on the simple rule’s list {rule} left, on the model’s {model}, of 100 names by lot {lot}. That is no clear gain over the lot.",
        "結果のわかっている{judge}人で試すと、100人中の解約は簡単なルールのリストで{rule}人、モデルで{model}人、くじ引きで{lot}人。くじ引きよりはっきり良いとは言えません。",
    ),
}
NO_LIST = T(
    "There is no list: from this table nobody can say better than by lot who will leave.",
    "リストはありません。この表からは、誰が解約するかを、くじ引きよりうまく当てられません。",
)
MONEY = T("In money: {profit}, if {kept}.", "金額にすると{profit}。{kept}場合です。")
IF_KEPT = T("{n} of 100 leavers stay because of the contact", "解約するはずの100人のうち{n}人が連絡のおかげで残る")
NO_MONEY = T(
    "What it brings in money cannot be said yet. Nobody has said: {missing}.",
    "金額でいくらになるかは、まだ言えません。決まっていないのは、{missing}です。",
)
ASK_ABOUT = T(
    "Ask whoever fills in {columns}: was it known on the day of the look? If not, make this report again with --drop.",
    "{columns} を入力している人に聞く: 見た日の時点でわかっていた値ですか。違うなら、--drop を付けてこのレポートを作り直します。",
)
CLEAR_UP = T("Clear this up first: {says}", "先に確かめる: {says}")
USE_FILE = T(
    "Work through the list in “{file}”: it holds everybody on it, with the reasons.",
    "連絡は「{file}」のリストの順に。全員分の理由が入っています。",
)
USE_FILE_AND_LOT = T(
    "Work through the list in “{file}”, which holds the reasons of everybody on it; leave those alone whom the lot has drawn.",
    "連絡は「{file}」のリストの順に。全員分の理由が入っています。くじで選ばれた人には連絡しません。",
)

HEADINGS = {
    "table": T(
        "1. In this table {n} of 100 customers left: what it can tell, and what it cannot",
        "1. この表では100人中{n}人が解約。表からわかること、わからないこと",
    ),
    "rule": T(
        "2. Use the rule: the model does not find clearly more",
        "2. ルールを使う。モデルにしても、見つかる人ははっきりとは増えない",
    ),
    "model": T(
        "2. Use the model: of 100 on its list, {n} more leave than of 100 on the rule’s",
        "2. モデルを使う。リストの100人中、当たる人がルールより{n}人多い",
    ),
    "nobody": T(
        "2. Use neither the rule nor the model: names by lot do as well",
        "2. ルールもモデルも使わない。くじ引きと変わらない",
    ),
    "first": T(
        "3. The first {n} on the list: what goes with their risk, and what somebody can do about it",
        "3. リストの最初の{n}人。リスクと結びつくものと、手を打てること",
    ),
    "promise": T(
        "4. Of the {size} on the list {leavers} would leave; the list misses {misses} of 100 who leave",
        "4. リストの{size}人のうち、解約するのは{leavers}人。解約する100人中{misses}人は載っていない",
    ),
    "promise_short": T(
        "4. Of the {size} on the list {leavers} would leave", "4. リストの{size}人のうち、解約するのは{leavers}人"
    ),
    "no_promise": T("4. Without a list there is nothing to promise", "4. リストがないので、約束できることもない"),
    "plan": T(
        "5. Before anybody is contacted: to be at risk does not mean that a contact helps",
        "5. 連絡を始める前に。解約しそうなことと、連絡に効果があることは別",
    ),
    "no_first": T("3. There is nobody to list", "3. リストに載せる人がいない"),
    "list": T("6. The whole list: {n} customers", "6. リスト全体: {n}人"),
    "list_first": T("6. The first {n} of {all} on the list", "6. リストの{all}人のうち、最初の{n}人"),
}

ROWS = {
    "rows": T("rows in the table", "表の行数"),
    "known": T("whose outcome is known", "結果がわかっている"),
    "not_known": T("not known yet", "まだわからない"),
    "looked": T("looked at", "観測日"),
    "learned": T("columns learned from", "学習に使った列"),
    "blank": T("blank or unreadable", "空欄・読めないセル"),
}
COUNTED = T("{n}, of whom {left} left ({of_100} of 100)", "{n}人、うち解約{left}人(100人中{of_100}人)")
FROM_TO = T("{first} to {last}", "{first}〜{last}")
BLANK = T("“{column}”: {n} of 100", "「{column}」: 100人中{n}人")
UNREADABLE = T(
    "“{column}”: {n} unreadable (line {line}: “{cell}”)", "「{column}」: {n}個が読めない({line}行目「{cell}」)"
)
NO_BLANKS = T("none in the columns learned from", "学習に使った列にはなし")
SUSPECTS = T("Columns that know the answer already", "答えを先に知っている列")
NO_SUSPECTS = T(
    "None was found. Only somebody who knows how the table is made can be sure: ask whether any column is filled in after a customer has left.",
    "見つかりませんでした。ただし、表の作られ方を知る人にしか確かなことは言えません。解約のあとに書き込まれる列がないか、聞いてください。",
)
GRADES = {
    "answer": T("taken out", "外しました"),
    "likely": T("taken out", "外しました"),
    "ask": T("still in: ask", "使用中・要確認"),
}
ASIDE = T("Columns that were left aside, and why", "使わなかった列と、その理由")
CAREFUL = T("What to know before you believe it", "信じる前に知っておくこと")

JUDGED_LATER = T(
    "Both were made from {learn} earlier customers and tried on {judge} later ones (from {day}), whom neither had seen.",
    "どちらも早い時期の{learn}人から作り、まだ見ていないあとの時期の{judge}人({day}以降)で試しました。",
)
JUDGED_BY_LOT = T(
    "Both were made from {learn} customers and tried on {judge} others, drawn by lot, whom neither had seen.",
    "どちらも{learn}人から作り、まだ見ていない別の{judge}人(くじで選んだ人)で試しました。",
)
LISTED_THERE = T(
    "Each was to name {k} of the {judge}: the same share as {capacity} of {today}.",
    "それぞれに、{judge}人から{k}人を選ばせました。{today}人から{capacity}人を選ぶのと同じ割合です。",
)
LISTED_OTHERWISE = T("Each was to name {k} of the {judge}.", "それぞれに、{judge}人から{k}人を選ばせました。")
THE_RULE = T("The rule", "ルール")
THE_MODEL = T("The model", "モデル")
DIFFERENCE = T("The model finds, of 100 on the list", "モデルとルールの差(リストの100人あたり)")
MORE = T("{n} more than the rule ({range})", "モデルのほうが{n}人多い({range}人)")
FEWER = T("{n} fewer than the rule ({range})", "モデルのほうが{n}人少ない({range}人)")
AS_MANY = T("as many as the rule ({range})", "同じ({range}人)")
OF_1000 = T("Of 1,000 such customers", "こうした顧客1,000人のうち")
FOUR = T(
    "{listed} are on the list, of whom {hits} left; of the {alone} others {misses} left, whom the list misses.",
    "{listed}人がリストに載り、うち{hits}人が解約。残る{alone}人からも{misses}人が解約し、この人たちは見逃します。",
)
LISTS_ALT = T("Bars: of 100 on the list, so many left: {lists}.", "棒グラフ。リストの100人中、解約した人: {lists}。")
LISTS_CAPTION = T(
    "Of 100 on each list, how many left. Where two lines overlap much, luck alone may make the difference.",
    "それぞれのリストの100人中、解約した人。線が大きく重なるなら、差は偶然かもしれません。",
)
TRUE_HEADING = {
    True: T("What was said came true, as far as can be counted", "予想した人数は、数えられる範囲で実際と合っている"),
    False: T("What was said did not come true everywhere", "予想した人数と実際が、合っていないところがある"),
}
TRUE_SAYS = {
    True: T(
        "What stands beside each customer, so many “of 100 like this”, may be taken at its word, within the ranges below.",
        "一人ひとりの「似た100人中何人」という数は、下の図の幅の中でそのまま受け取れます。",
    ),
    False: T(
        "Use the order of the list, not its “of 100”: groups of customers left more or less often than was said.",
        "リストの順番は使えますが、「100人中何人」の数はうのみにしないでください。予想より多く、または少なく解約したグループがあります。",
    ),
}
TRUE_ALT = T("Dots: said and came true, of 100: {groups}.", "点グラフ。100人中の、予想した人数と実際の人数: {groups}。")
TRUE_GROUP = T("said {said}, came true {came}", "予想{said}・実際{came}")
TRUE_CAPTION = T(
    "Each dot is a group of customers of similar risk. On the dashed line all came true as said.",
    "点は、リスクの近い顧客のグループです。破線の上なら、予想どおりだったことになります。",
)

LIKE_THIS = T("{n} like this leave", "似た{n}が解約")
START = T("an average customer: {n}", "平均的な顧客: {n}が解約")
END = T("this customer: {n}", "この顧客: {n}が解約")
COUNTED_FEWER = T(
    "“Of 100 like this” is what was learned from earlier customers. Among those on whom it was tried, fewer like them left: of the whole list about {n} of 100, as it says on top.",
    "「似た100人中」の人数は、先に学んだ顧客での割合です。試した顧客では、似た人の解約はもっと少なかったので、リスト全体では上に書いたとおり100人中約{n}人の見込みです。",
)
COUNTED_MORE = T(
    "“Of 100 like this” is what was learned from earlier customers. Among those on whom it was tried, more like them left: of the whole list about {n} of 100, as it says on top.",
    "「似た100人中」の人数は、先に学んだ顧客での割合です。試した顧客では、似た人の解約はもっと多かったので、リスト全体では上に書いたとおり100人中約{n}人の見込みです。",
)
POINTS_DOUBLE = T(
    "0 points is an average customer. A + goes with leaving, a − with staying, and the points add up: +7 turn 10 of 100 into about {up}, −7 into about {down}.",
    "0点は平均的な顧客です。+は解約と、−は継続と結びつき、点は足し算できます。+7点で「100人中10人」が約{up}人に、−7点なら約{down}人になります。",
)
POINTS_SHARE = T(
    "0 points is an average customer. A + goes with leaving, a − with staying, and the points add up: one point is 1 of 100 customers.",
    "0点は平均的な顧客です。+は解約と、−は継続と結びつき、点は足し算できます。1点は「100人中1人」にあたります。",
)
NO_CAUSE = T(
    "A reason is what such customers have in common, not why anybody leaves; to change it may change nothing. What you know about a customer and this table does not comes first.",
    "理由は、そうした顧客に共通して見られることで、解約の原因とは限りません。そこを変えても、何も変わらないことがあります。表にないことを知っていたら、そちらを優先してください。",
)
MARKS = T(
    "“can act”: somebody can do something about the fact itself. “cannot”: nobody can. “ask”: nobody has said yet; fill in “{file}”.",
    "「手を打てる」は、その事実に対してできることがあるもの。「打てない」は、変えようのないもの。「要確認」は、まだ誰も決めていないもの。「{file}」に書き込んでください。",
)
THE_OTHERS = T("The others follow in part 6, and all of them in “{file}”.", "続きは6に、全員分は「{file}」にあります。")
MORE_IN_FILE = T(
    "Here stand the first {n}, so that the page can still be mailed; all {all} are in “{file}”.",
    "ページをメールで送れる大きさに保つため、ここには最初の{n}人を載せました。{all}人全員は「{file}」にあります。",
)
AS_ABOVE = T(
    "Place, customer, of 100 like this so many leave; then the reasons with their points.",
    "順位、顧客、似た100人中の解約の人数。続いて、理由とその点。",
)
RESTS = T(
    "Made by mlcurric from “{name}” on the machine of whoever sent it; nothing was sent anywhere. The ranges are of 95 in 100: they hold what luck does, not a market that changes. This page names customers: pass it on only to those who may see them.",
    "「{name}」から、送り主のパソコンで mlcurric が作りました。データはどこにも送られていません。幅は100回中95回あたる範囲で、偶然による動きを含みますが、市場の変化は含みません。このページには顧客が載っています。見てよい人にだけ渡してください。",
)

DECISION = T("Decision", "判断")
WHO = T("who checks", "確かめる人")
WHEN = T("when", "確かめる日")
STOPS = T("when to stop", "中止のめやす")
STILL_MISSING = T("What nobody has said yet", "まだ決まっていないこと")
NEXT_LIST = T(
    "The ranges are of the next list, not of an average one: 19 of 20 such ranges hold what then comes, if the customers stay as they are.",
    "幅は平均ではなく、次の1回のリストについてのものです。顧客の様子が変わらなければ、こうした幅は20回に19回、実際の結果を含みます。",
)
QUESTIONS = T("Ask these first", "先に聞くこと")
ROUND = T("How many to leave alone, and what that shows", "何人に連絡しないでおくか。それで何がわかるか")
CHOICE = T("{alone} left alone, {contacted} contacted", "連絡しない{alone}人、連絡する{contacted}人")
CHOSEN = T("{choice} (recommended)", "{choice}(おすすめ)")
LOT_DRAWN = T(
    "The lot is drawn already: “{mark}” stands beside those {alone}, here and in “{file}”.",
    "くじはもう引いてあります。その{alone}人には、このページでも「{file}」でも「{mark}」と書いてあります。",
)
LEAVE_ALONE = T("lot: leave alone", "くじ: 連絡しない")
CONTACT = T("contact", "連絡する")
