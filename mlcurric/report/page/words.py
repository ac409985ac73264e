"""The words of the page: plain ones, so that whoever is handed it in a taxi needs no other."""

from __future__ import annotations

from mlcurric.text import T

WORDS = {
    "short": T("in short", "要点"),
    "parts": T("parts of this page", "このページの内容"),
    "do_now": T("What to do now", "いますること"),
    "danger": T("clear up first", "先に確認"),
    "warn": T("careful", "注意"),
    "note": T("note", "参考"),
    "worth": T("worth", "価値"),
    "looked": T("looked at", "観測日"),
    "maker_short": T("whoever makes this page: note", "このページを作る人へ: 注"),
    "total": T("sum", "合計"),
    "rest_short": T("everything else", "そのほか"),
}

NO_TITLE = T("No customers to contact first", "先に連絡する人は選べません")
TITLE = T("{n} customers to contact first", "先に連絡する{n}人")
TITLE_SIDES = T("{n} customers likely to leave: {sides}", "解約しそうな{n}人: {sides}")
TITLE_NO_GO = T("{n} customers likely to leave: contact nobody for now", "解約しそうな{n}人(いまは誰にも連絡しない)")
MANY = {False: T("{n} customers", "{n}人"), True: T("{n} looks at customers", "延べ{n}人")}
"""So many rows; where customers were looked at several times, rows are not people."""
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
    "here when last seen": T(
        "Chosen from {n} customers who were still there when they were last looked at, some of them long ago.",
        "最後に見たときに契約を続けていた{n}人の中から選びました。ずっと前に見たきりの人もいます。",
    ),
}
MEANT_NOBODY = T("There were {n} customers to choose from.", "対象は{n}人ですが、リストは作りませんでした。")
LEFT_MEANS = T("The column “{churned}” says who left.", "解約したかどうかは「{churned}」の列によります。")
LEFT_WITHIN = T(
    "The column “{churned}” says who left within {within}.",
    "{within}以内に解約したかどうかは「{churned}」の列によります。",
)

WOULD_LEAVE = T(
    "Of 100 customers on this list about {n} would leave if nobody did anything ({range}).",
    "このリストの100人のうち、何もしなければ解約するのは約{n}人({range}人)。",
)
AGAINST = {
    "model": T(
        "Tried on {judged} with a known outcome: of 100 on the model’s list {model} left, on the best simple rule’s {rule}, of 100 picked at random {lot}. So the model made this list.",
        "結果のわかっている{judged}で試したときの成績: 100人中の解約は、モデルのリストで{model}人、いちばん良い簡単なルールで{rule}人、無作為に選ぶと{lot}人。そこで、このリストはモデルで作りました。",
    ),
    "only_the_model": T(
        "Tried on {judged} with a known outcome: of 100 on the model’s list {model} left, on the best simple rule’s {rule}, of 100 picked at random {lot}. Only the model clearly beats picking at random, so it made this list.",
        "結果のわかっている{judged}で試したときの成績: 100人中の解約は、モデルのリストで{model}人、いちばん良い簡単なルールで{rule}人、無作為に選ぶと{lot}人。無作為よりはっきり良いと言えるのはモデルだけなので、このリストはモデルで作りました。",
    ),
    "rule": T(
        "Tried on {judged} with a known outcome: of 100 on the simple rule’s list {rule} left, on the model’s {model}, of 100 picked at random {lot}. The model is no clear gain, so the rule made this list.",
        "結果のわかっている{judged}で試したときの成績: 100人中の解約は、簡単なルールのリストで{rule}人、モデルで{model}人、無作為に選ぶと{lot}人。モデルにしてもはっきり良くはならないので、このリストはルールで作りました。",
    ),
    "too_few_to_choose": T(
        "Tried on {judged} with a known outcome: of 100 on the simple rule’s list {rule} left, on the model’s {model}, of 100 picked at random {lot}. The rows are too few to tell the two apart, so the simpler one, the rule, made this list.",
        "結果のわかっている{judged}で試したときの成績: 100人中の解約は、簡単なルールのリストで{rule}人、モデルで{model}人、無作為に選ぶと{lot}人。この行数ではルールとモデルの差を確かめられないので、このリストは簡単なほうのルールで作りました。",
    ),
    "everybody_fits": T(
        "All who could be listed are on the list, so nobody had to be chosen; the rule only says who comes first.",
        "対象の全員がリストに載るので、選ぶ必要はありません。ルールが決めるのは、誰から始めるかだけです。",
    ),
    "too_few_to_tell": T(
        "Tried on {judged} with a known outcome: of 100 on the simple rule’s list {rule} left, on the model’s {model}, of 100 picked at random {lot}. With so few rows nobody can tell yet whether that is more than luck.",
        "結果のわかっている{judged}で試したときの成績: 100人中の解約は、簡単なルールのリストで{rule}人、モデルで{model}人、無作為に選ぶと{lot}人。この行数では、この差が偶然なのかどうか、まだ見分けられません。",
    ),
    "no_longer_holds": T(
        "Tried on {judged} with a known outcome, the later ones: of 100 on the simple rule’s list {rule} left, on the model’s {model}, of 100 picked at random {lot}. What told leavers apart before does so no longer.",
        "あとの時期の、結果のわかっている{judged}で試したときの成績: 100人中の解約は、簡単なルールのリストで{rule}人、モデルで{model}人、無作為に選ぶと{lot}人。前の時期に解約者を見分けていたものが、通用しなくなっています。",
    ),
    "nobody": T(
        "Tried on {judged} with a known outcome: of 100 on the simple rule’s list {rule} left, on the model’s {model}, of 100 picked at random {lot}. That is no clear gain over picking at random.",
        "結果のわかっている{judged}で試したときの成績: 100人中の解約は、簡単なルールのリストで{rule}人、モデルで{model}人、無作為に選ぶと{lot}人。無作為に選ぶよりはっきり良いとは言えません。",
    ),
}
MONEY = T("In money: {profit}, if {kept}.", "金額にすると{profit}。{kept}場合です。")
IF_KEPT = T("{n} of 100 leavers stay because of the contact", "解約するはずの100人のうち{n}人が連絡のおかげで残る")
NO_MONEY = T(
    "What it brings in money cannot be said yet. Nobody has said: {missing}.",
    "金額でいくらになるかは、まだ言えません。決まっていないのは、{missing}です。",
)
ASK_ABOUT = T(
    "Ask whoever fills in {columns}: was it known on the day of the look? If not, have this page made again without it.",
    "{columns}を入力している人に聞く: 見た日の時点でわかっていた値ですか。違うなら、その列を使わずに作り直してもらいます。",
)
CLEAR_UP = T("Clear this up first: {says}", "先に確かめる: {says}")
USE_FILE = T(
    "Work through the list in “{file}”: it holds everybody on it, with the reasons. {reach}",
    "連絡は「{file}」のリストの順に。全員分の理由が入っています。{reach}",
)
USE_FILE_AND_LOT = T(
    "Work through the list in “{file}”, which holds the reasons of everybody on it. Do not contact those marked “{mark}”. {reach}",
    "連絡は「{file}」のリストの順に。全員分の理由が入っています。「{mark}」の印がある人には連絡しません。{reach}",
)
REACH = T(
    "Look the numbers up in your CRM: name, phone and who is in charge are kept off this page.",
    "名前や電話番号、担当者は載せていないので、番号をCRMで引いて調べてください。",
)
REACH_BY_LINE = T(
    "The list shows rows of the file “{table}” as Excel numbers them: look there who it is, and do not sort that file before you are done.",
    "リストの番号は、「{table}」をExcelで開いたときの行番号です。誰なのかはその行で調べ、終わるまでファイルを並べ替えないでください。",
)

HEADINGS = {
    "table": T(
        "1. In this table {n} of 100 customers left: what it can tell, and what it cannot",
        "1. この表では100人中{n}人が解約。表からわかること、わからないこと",
    ),
    "table_looks": T(
        "1. Of 100 looks at customers in this table, {n} were followed by their leaving: what it can tell, and what it cannot",
        "1. この表では延べ100人中{n}人が解約。表からわかること、わからないこと",
    ),
    "table_changed": T(
        "1. Of 100 customers {before} left before {day}, and {since} from then on: what this table can tell, and what it cannot",
        "1. 解約は{day}より前が100人中{before}人、それ以降は{since}人。表からわかること、わからないこと",
    ),
    "rule": T(
        "2. Use the rule: the model does not find clearly more",
        "2. ルールを使う。モデルにしても、見つかる解約者ははっきりとは増えない",
    ),
    "model": T(
        "2. Use the model: of 100 on its list, {n} more leave than of 100 on the rule’s",
        "2. モデルを使う。リストの100人中、解約する人がルールより{n}人多い",
    ),
    "only_the_model": T(
        "2. Use the model: only its list clearly beats picking at random",
        "2. モデルを使う。無作為に選ぶよりはっきり良いのは、モデルのリストだけ",
    ),
    "nobody": T(
        "2. Use neither the rule nor the model: picking at random does as well",
        "2. ルールもモデルも使わない。無作為に選ぶのと変わらない",
    ),
    "no_longer_holds": T(
        "2. Use neither the rule nor the model: what told leavers apart earlier does so no longer",
        "2. ルールもモデルも使わない。前の時期に解約者を見分けていたものが、いまは通用しない",
    ),
    "too_few_to_choose": T(
        "2. Use the rule: with so few rows the model cannot be shown to find more",
        "2. ルールを使う。この行数では、モデルのほうが多く見つけるかどうかを確かめられない",
    ),
    "everybody_fits": T(
        "2. Nobody has to be chosen: all who could be listed are on the list",
        "2. 選ぶ必要はない。対象の全員がリストに載る",
    ),
    "too_few_to_tell": T(
        "2. Use neither the rule nor the model yet: with so few rows it cannot be told whether they beat picking at random",
        "2. ルールもモデルも、まだ使わない。この行数では、無作為に選ぶより良いかどうかを見分けられない",
    ),
    "first": T(
        "3. The first {n} on the list: what goes with their risk, and what somebody can do about it",
        "3. リストの最初の{n}人。リスクと結びつくものと、手を打てること",
    ),
    "promise": T(
        "4. Of the {size} on the list {leavers} would leave; the list misses {misses} of 100 who leave",
        "4. リストの{size}人のうち、解約するのは{leavers}人。解約する人100人中{misses}人は、リストに載っていない",
    ),
    "promise_all": T(
        "4. Of the {size} on the list {leavers} would leave; everybody who leaves is on it",
        "4. リストの{size}人のうち、解約するのは{leavers}人。解約する人は全員がリストに載っている",
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

LIKE_THIS = T("{n} like this leave", "似た{n}が解約")
START = T("a customer who is average in everything: {n}", "どの項目も平均的な顧客: {n}が解約")
START_ALL = T("all customers: {n}", "顧客全体: {n}が解約")
REST = T("everything else together (columns: {n})", "そのほか{n}項目の合計")
REST_NONE = T("nothing else counts", "ほかに効いている項目はなし")
GUESSED_SHORT = T("{can_act}?", "{can_act}?")
GUESSED = T("{can_act} (guess)", "{can_act}(推測)")
END = T("this customer: {n}", "この顧客: {n}が解約")
COUNTED_FEWER = T(
    "“Of 100 like this” is what was learned from earlier customers. Among those on whom it was tried, fewer like them left: of the whole list about {n} of 100, as it says on top.",
    "「似た100人中」の人数は、先に学んだ顧客での割合です。試した顧客では、似た人の解約はもっと少なかったので、リスト全体では上に書いたとおり100人中約{n}人の見込みです。",
)
COUNTED_MORE = T(
    "“Of 100 like this” is what was learned from earlier customers. Among those on whom it was tried, more like them left: of the whole list about {n} of 100, as it says on top.",
    "「似た100人中」の人数は、先に学んだ顧客での割合です。試した顧客では、似た人の解約はもっと多かったので、リスト全体では上に書いたとおり100人中約{n}人の見込みです。",
)
CUT = T(
    "“Of 100 like this” is counted among all customers. Those on this list have stayed already, and how much safer that makes them is an assumption: anything between {low} of 100 of the leavers so counted and all of them. With it the whole list comes to about {n} of 100, as it says on top; what stands after “about” beside each customer goes with that.",
    "「似た100人中」の人数は、顧客全体での割合です。このリストの人はすでに一度続けていて、そのぶんどれだけ解約しにくいかは仮定です(解約する人は、数えた割合の{low}%から100%の間とみました)。その結果、リスト全体では上に書いたとおり100人中約{n}人の見込みです。一人ひとりの「約何人」も、これに合わせた数です。",
)
LIKE_THIS_CUT = T("{n} like this leave; here about {about}", "似た{n}が解約。今回は約{about}人")
OF_100_CUT = T("{n} (about {about})", "{n}(約{about}人)")
CUT_AS_ABOVE = T(
    "In brackets: about so many of 100, because those on this list have stayed already.",
    "かっこの中は、すでに一度続けた人であることを割り引いた、およその人数です。",
)
POINTS_DOUBLE = T(
    "0 points is a customer who is average in everything. A + goes with leaving, a − with staying, and the points add up: +7 turn 10 of 100 into about {up}, −7 into about {down}.",
    "0点は、どの項目も平均的な顧客です。+は解約と、−は継続と結びつき、点は足し算できます。+7点で「100人中10人」が約{up}人に、−7点なら約{down}人になります。",
)
POINTS_SHARE = T(
    "0 points is what holds for all customers. A + goes with leaving, a − with staying, and the points add up: one point is 1 of 100 customers.",
    "0点は、顧客全体での割合です。+は解約と、−は継続と結びつき、点は足し算できます。1点は「100人中1人」にあたります。",
)
NO_CAUSE = T(
    "A reason is what such customers have in common, not why anybody leaves; to change it may change nothing. What you know about a customer and this table does not comes first.",
    "理由は、そうした顧客に共通して見られることで、解約の原因とは限りません。そこを変えても、何も変わらないことがあります。表にないことを知っていたら、そちらを優先してください。",
)
MARKS = T(
    "“can act”: somebody can do something about the fact itself. “cannot”: nobody can. “guess”: only guessed by the name of the column. “ask”: nobody has said yet, or what is usually done does not fit this value; tell whoever made this page (it goes into “{file}”).",
    "「手を打てる」は、その事実に対してできることがあるもの。「打てない」は、変えようのないもの。「推測」は、列名から推測しただけのもの。「要確認」は、まだ誰も決めていないものと、いつもの打ち手がその値には合わないもの。決まったら、このページを作った人に伝えてください(「{file}」に書き込みます)。",
)
THE_OTHERS = T("The others follow in part 6, and all of them in “{file}”.", "続きは6に、全員分は「{file}」にあります。")
MORE_IN_FILE = T(
    "Here stand the first {n}, so that the page can still be mailed; all {all} are in “{file}”.",
    "ページをメールで送れる大きさに保つため、ここには最初の{n}人を載せました。{all}人全員は「{file}」にあります。",
)
AS_ABOVE = T(
    "Place, customer, of 100 like this so many leave; the sum of the points, and the reasons with theirs. A question mark: a guess by the name of the column.",
    "順位、顧客、似た100人中の解約の人数、点の合計。続いて、理由とその点。「?」は列名からの推測です。",
)
ON_PAPER = T(
    "On paper only the two largest reasons of each stand here; all of them, and the sums, are in “{file}”.",
    "紙では、大きい理由を2つずつだけ載せています。すべての理由と合計は「{file}」にあります。",
)
TIES = T(
    "Where two are alike, a lot that hangs on the customer’s number decides who comes first.",
    "順番に差がない人どうしは、顧客番号で決まるくじで並べました。",
)
RESTS = T(
    "Made by mlcurric from “{name}” on the machine of whoever sent it; nothing was sent anywhere. The ranges are of 95 in 100: they hold what luck does, not a market that changes. This page names customers: pass it on only to those who may see them.",
    "「{name}」から、送り主のパソコンで mlcurric が作りました。データはどこにも送られていません。幅は100回中95回あたる範囲で、偶然による動きを含みますが、市場の変化は含みません。このページには顧客が載っています。見てよい人にだけ渡してください。",
)

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
LOT_ON_LINES = T(
    "Here the customers are rows of a file, and so the lot hangs on the row: if the file is sorted anew or grows, it draws others. Have the page made with a customer number before the round begins.",
    "このリストの番号は元のファイルの行番号なので、くじも行番号で決まります。行が増えたり並びが変わったりすると、別の人に当たります。始める前に、顧客番号の列を使って作り直してもらってください。",
)
FOR_MAKER = T("For whoever makes this page", "このページを作る人へ")
FOR_MAKER_SAYS = T(
    "Readers need none of this. It is what to give to “mlcurric report” when the page is made again.",
    "読むだけの人には必要ありません。作り直すときに mlcurric report に付ける指定です。",
)
