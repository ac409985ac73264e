"""The words of the page: plain ones, so that whoever is handed it in a taxi needs no other."""

from __future__ import annotations

from mlcurric.text import T

WORDS = {
    "short": T("in short", "要点"),
    "parts": T("parts of this page", "このページの内容"),
    "do_now": T("What to do now", "今すること"),
    "expect": T("What to expect", "見込み"),
    "sure": T("How sure that is", "どのくらい確かか"),
    "danger": T("clear up first", "先に確認"),
    "warn": T("careful", "注意"),
    "note": T("note", "参考"),
    "worth": T("worth", "価値"),
    "looked": T("looked at", "データの日付"),
    "maker_short": T("for the person who makes this page: note", "このページを作る人へ: 注"),
    "total": T("sum", "合計"),
    "rest_short": T("everything else", "そのほか"),
    "points": T("points", "点"),
    "reason": T("reason", "理由"),
    "sum_of": T("the points of", "点の内訳:"),
    "not_printed": T(
        "Your browser does not print what is folded: open it before you print.",
        "お使いのブラウザーでは、閉じた部分が印刷されません。印刷の前に開いてください。",
    ),
}

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
        "最後のデータで契約を続けていた{n}人の中から選びました。データの古い人もいます。",
    ),
}
MEANT_ALL = {
    "not yet known": T(
        "They are all {n} customers of whom nobody knows yet whether they leave.",
        "解約するかどうかがまだわからない{n}人全員です。",
    ),
    "still here": T(
        "They are all {n} customers who were still there when the table was made.",
        "表を作った時点で契約を続けている{n}人全員です。",
    ),
    "here when last seen": T(
        "They are all {n} customers who were still there when they were last looked at, some of them long ago.",
        "最後のデータで契約を続けていた{n}人全員です。データの古い人もいます。",
    ),
}
"""The same where nobody had to be chosen."""
MEANT_NOBODY = T("There were {n} customers to choose from.", "対象は{n}人ですが、リストは作りませんでした。")
LEFT_MEANS = T("The column “{churned}” says who left.", "解約したかは、「{churned}」の列で判断しました。")
LEFT_WITHIN = T(
    "The column “{churned}” says who left within {within}.",
    "{within}以内に解約したかは、「{churned}」の列で判断しました。",
)

WOULD_LEAVE = T(
    "Of {of} customers on this list about {n} would leave if nobody did anything ({range}).",
    "リストの人は、何もしなければ{of}人あたり約{n}人({range}人)が解約する見込みです。",
)
THAT_IS = T("That is {time}.", "これは、{time}解約する人数です。")
IF_ALIKE = T(
    "Expect as much of the new list only if it is like this one.",
    "新しいリストでも同じ見込みになるのは、顧客の様子がこのリストと同じような場合だけです。",
)
WOULD_PAY = {
    "never": T(
        "By these numbers the contacts would not pay, even if every leaver stayed.",
        "この人数で計算すると、解約するはずの人が全員残っても、採算はとれません。",
    ),
    "from": T(
        "By these numbers the contacts would pay from {needed} of 100 leavers kept.",
        "この人数で計算すると、採算がとれるのは、解約するはずの100人のうち{needed}人以上が残るときです。",
    ),
    "loss": T(
        "By these numbers the plan would rather lose money: it pays from {needed} of 100 leavers kept, and {assumed} are assumed. A new table alone need not change that.",
        "この人数で計算すると、この計画のままでは採算がとれる見込みは薄いです。採算がとれるのは、解約するはずの100人のうち{needed}人以上が残るときで、見込みは{assumed}人です。新しい表にしても、そこは変わらないかもしれません。",
    ),
    "open": T(
        "By these numbers the plan may lose or gain: it pays from {needed} of 100 leavers kept, and {assumed} are assumed.",
        "この人数で計算すると、赤字にも黒字にもなりえます。採算がとれるのは、解約するはずの100人のうち{needed}人以上が残るときで、見込みは{assumed}人です。",
    ),
    "gain": T(
        "By these numbers the plan would pay: it does from {needed} of 100 leavers kept, and {assumed} are assumed.",
        "この人数で計算すると、採算がとれます。採算の分かれ目は、解約するはずの100人のうち{needed}人が残るときで、見込みは{assumed}人です。",
    ),
}
"""Of a list that nobody is to use: whether the plan pays all the same, so that a loss is known before a new table is fetched."""
AT_RANDOM_HERE = T(
    "Of {of} of the same customers picked at random it would be about {usual}.",
    "同じ候補から無作為に選んだ場合は、{of}人あたり約{usual}人の見込みです。",
)
FEWER_HERE = T(
    "Fewer are expected of this list than there, because everybody on it has stayed already (part 4).",
    "リストに載るのは、解約せずに続けてきた人だけなので、試したときより少ない見込みです(4章)。",
)
FEWER_DOUBTED = T(
    "Of this list fewer are expected than there: everybody on it has stayed, and a column that knows the answer would know that of them, too (part 4).",
    "このリストでは、試したときより少なく見込んでいます。載っているのは解約していない人ばかりで、答えを知っている列があるなら、それも知っているからです(4章)。",
)
OTHERS_HERE = {
    True: T(
        "Fewer are expected of this list than there, because fewer of the customers to be listed now look so likely to leave (part 4).",
        "いまの候補には、試したときの上位ほど解約しそうな人が多くないので、試したときより少ない見込みです(4章)。",
    ),
    False: T(
        "More are expected of this list than there, because more of the customers to be listed now look likely to leave (part 4).",
        "いまの候補には、解約しそうな人が試したときより多くいるので、試したときより多い見込みです(4章)。",
    ),
}
"""Where those to be listed are other customers; by whether they look safer."""
SHORTER_HERE = T(
    "Those lists take in a larger part of the customers than this one: so what is expected of it is counted only by those there who were as likely to leave (part 4).",
    "試したリストには、このリストより広い範囲の顧客が入っています。そのため、このリストの見込みは、同じくらい解約しそうだった人だけで数えました(4章)。",
)
FEWER_BY_LUCK = {
    False: T(
        "Fewer are expected of this list than there: it only just beat picking at random, and part of such a lead is usually luck (part 4).",
        "無作為との差がわずかで、運も混じっているとみられるので、試したときより少なく見込んでいます(4章)。",
    ),
    True: T(
        "Besides, it only just beat picking at random there, and part of such a lead is usually luck; that is taken off, too.",
        "さらに、無作為との差がわずかで、運も混じっているとみられるので、そのぶんも割り引いています。",
    ),
}
"""By whether another reason for fewer has been given before."""
DOUBTED = T(
    "Not sure at all: what came out is too good to be true, so one of the columns used may know the answer already. If so, neither this list nor the numbers on this page hold (part 2).",
    "確かとは言えません。うますぎる結果で、使った列の中に、答えを先に知っている列があるのかもしれません。もしあれば、このリストも、このページの人数も、あてになりません(2章)。",
)
TRIED = T(
    "Tried on {judged} with a known outcome: of {of} on the {first} list {of_first} left, on the {second} {of_second}, of {of} picked at random {lot}.",
    "結果のわかっている{judged}で試すと、{of}人中の解約は、{first}リストで{of_first}人、{second}リストで{of_second}人、無作為に選んだ場合は{lot}人でした。",
)
WHOSE = {"model": T("model’s", "モデルの"), "rule": T("simple rule’s", "簡単なルールの")}
AGAINST = {
    "model": T("So the model made this list.", "そこで、このリストはモデルで作りました。"),
    "only-the-model": T(
        "Only of the model’s list can it be said that it beats picking at random, so the model made this one.",
        "無作為より良いと言えるのはモデルだけなので、このリストはモデルで作りました。",
    ),
    "rule": T(
        "That is no clear gain for the model ({difference} of {of}), so the simpler of the two, the rule, made this list.",
        "モデルにしても、はっきり良くなるとは言えません({of}人あたり{difference}人)。そこで、簡単なほうのルールで作りました。",
    ),
    "whole-order": T(
        "Lists of {k} are short, so that difference may be luck ({difference} of {of}); but when all {judged} are sorted by risk, the model is clearly better, so it made this list.",
        "試したリストは{k}人と短く、この差だけでは偶然かもしれません({of}人あたり{difference}人の幅)。ただ、{judged}人全員を見込みの高い順に並べると、モデルのほうがはっきり良いので、このリストはモデルで作りました。",
    ),
    "too-few-to-choose": T(
        "Only {k} of them were on each trial list, so that difference may be luck ({difference} of {of}): the simpler of the two, the rule, made this list.",
        "ただし、試したリストはそれぞれ{k}人だけなので、この差は偶然かもしれません({of}人あたり{difference}人の幅)。そこで、簡単なほうのルールで作りました。",
    ),
    "too-few-to-tell": T(
        "With so little data nobody can tell yet whether that is more than luck.",
        "データが少なく、この差が偶然なのかどうか、まだ見分けられません。",
    ),
    "no-longer-holds": T(
        "They are the later ones: what told leavers apart before does so no longer.",
        "これはあとの時期の顧客での結果です。前の時期に解約者を見分けていたものが、通用しなくなっています。",
    ),
    "none-stands-out": T(
        "But none of the customers who could be listed now is one of those whom the rule means.",
        "ただし、いまのリストの候補の中には、ルールに当てはまる人が1人もいません。",
    ),
    "stayers-alike": T(
        "But everybody who could be listed has stayed already, and among such customers that order tells no more than luck does.",
        "ただし、リストの候補は集計期間を解約せずに過ごした人ばかりで、その中では、誰が解約するかを偶然以上には見分けられませんでした。",
    ),
    "nobody": T("That is no clear gain over picking at random.", "無作為に選ぶよりはっきり良いとは言えません。"),
}
AS_MANY = {
    "rule": T(
        "Both found about the same here; the true difference may lie anywhere from {difference} of {of}. So the simpler of the two, the rule, made this list.",
        "差はほとんどありませんでした。本当の差は、{of}人あたり{difference}人のどこにあってもおかしくありません。そこで、簡単なほうのルールで作りました。",
    ),
    "too-few-to-choose": T(
        "Both found about the same here, but only {k} were on each trial list: the true difference may lie anywhere from {difference} of {of}. So the simpler of the two, the rule, made this list.",
        "差はほとんどありませんでした。ただし、試したリストはそれぞれ{k}人だけなので、本当の差は{of}人あたり{difference}人のどこにあってもおかしくありません。そこで、簡単なほうのルールで作りました。",
    ),
}
"""The same where the two lists held as many: there is no difference that could be luck."""
SAME_LEAVERS = {
    "everybody": T(
        "Both lists held everybody who left, so the two cannot be compared; the simpler of them, the rule, made this list.",
        "どちらのリストにも解約した人が全員入ったので、2つは比べられません。そこで、簡単なほうのルールで作りました。",
    ),
    "some": T(
        "Both lists held the same customers who left, so the two cannot be compared; the simpler of them, the rule, made this list.",
        "どちらのリストにも同じ解約者が入ったので、2つは比べられません。そこで、簡単なほうのルールで作りました。",
    ),
    "nobody": T(
        "Neither list held anybody who left, so the two cannot be compared; the simpler of them, the rule, made this list.",
        "どちらのリストにも解約した人が入らなかったので、2つは比べられません。そこで、簡単なほうのルールで作りました。",
    ),
}
"""The same where they held the same leavers, so that no range is to be told either."""
EVERYBODY_FITS = {
    True: T(
        "All who could be listed are on the list, so nobody had to be chosen; the rule only says who comes first.",
        "対象の全員がリストに載るので、選ぶ必要はありません。ルールが決めるのは、誰から始めるかだけです。",
    ),
    False: T(
        "All who could be listed are on the list, so nobody had to be chosen; who stands first means little.",
        "対象の全員がリストに載るので、選ぶ必要はありません。順番にも、あまり意味はありません。",
    ),
}
"""By whether anybody may go by the order."""
MONEY = T(
    "In money{whose}{currency}: {profit}, if {kept}.", "{whose}金額にすると{profit}です{currency}。{kept}場合です。"
)
MONEY_OF = {
    "contacted": T(", for the {n} who are contacted", "連絡する{n}人では、"),
    "nobody": T(", if all {n} were contacted", "{n}人全員に連絡した場合は、"),
}
"""Whose money it is, where not all on the list are contacted."""
OF_SALES = T(
    "“{column}” looks like sales, that is what customers pay: what is really kept is only the margin on them, so {less} (part 1).",
    "「{column}」は顧客が支払う金額(売上)のようなので、粗利で計算すると、{less}(1章)。",
)
LESS = {
    "gain": T("the gain is smaller than that, or none", "黒字はこれより小さくなるか、なくなります"),
    "loss": T("the loss is larger than that", "赤字はこれより大きくなります"),
    "both": T("the gain is smaller than that, and the loss larger", "黒字はこれより小さく、赤字は大きくなります"),
}
"""By what the money comes to: a loss does not get less."""
CURRENCY_OF_TABLE = T(", in whatever currency the table has", "(表の通貨)")
IF_KEPT = T("{n} of 100 leavers stay because of the contact", "解約するはずの100人のうち{n}人が連絡のおかげで残る")
UNPAID = {
    True: T(
        "For {n} of the {contacted} to contact, a contact costs more than it brings even {kept}: “{mark}” stands beside them in “{file}”. If you leave them out, leave those so marked out of the comparison, too.",
        "連絡する{contacted}人のうち{n}人は、{kept}費用が上回ります。「{file}」に「{mark}」と印を付けました。連絡から外す場合は、効果を比べるときも、印の付いた人をどちらの組からも外してください。",
    ),
    False: T(
        "For {n} of the {contacted} to contact, a contact costs more than it brings even {kept}: “{mark}” stands beside "
        "them in “{file}”.",
        "連絡する{contacted}人のうち{n}人は、{kept}費用が上回ります。「{file}」に「{mark}」と印を付けました。",
    ),
}
KEPT = {
    False: T("at {n} of 100 kept", "100人中{n}人が残る場合でも"),
    True: T("if everybody stayed", "全員が残っても"),
}
"""By whether everybody stays."""
NO_MONEY = T(
    "What it brings in money cannot be said yet. Nobody has said: {missing}.",
    "金額でいくらになるかは、まだ言えません。決まっていないのは、{missing}です。",
)
NO_PROMISE = T(
    "How many would leave, and whether contacts pay, can be said once there is a list.",
    "解約の見込みも、連絡の採算も、リストができてから言えるようになります。",
)
COMPARED = {
    False: T(
        "Only a comparison with the customers you leave alone shows whether contacting keeps anybody. How to tell whether it helped: part 5.",
        "連絡しない人と比べて初めて、連絡に効果があるかどうかがわかります。効果の確かめ方は5章にあります。",
    ),
    True: T(
        "Only a comparison with the customers you leave alone shows whether contacting keeps anybody. Decide after {lists} lists like this one, not before: part 5.",
        "連絡しない人と比べて初めて、連絡に効果があるかどうかがわかります。判断は、このようなリストの{lists}回分を合計してからにします(5章)。",
    ),
}
UNFOLD = T("Show places {first} to {last}", "{first}位〜{last}位を表示する")

RESTS = T(
    "Made by mlcurric from “{name}” on the machine of whoever sent it; nothing was sent anywhere. The ranges hold 95 times of 100: they allow for luck, not for a changing market.",
    "「{name}」から、送り主のパソコンで mlcurric が作りました。データはどこにも送られていません。幅は100回中95回あたる範囲です。偶然による動きは見込んでいますが、市場の変化は見込んでいません。",
)
NAMES_CUSTOMERS = T(
    "This page names customers: pass it on only to those who may see them.",
    "このページには顧客が載っています。見てよい人にだけ渡してください。",
)
WHO = T("who checks", "確かめる人")
WHEN = T("when", "確かめる日")
STOPS = T("when to stop", "中止のめやす")
STILL_MISSING = T("What nobody has said yet", "まだ決まっていないこと")
NEXT_LIST = T(
    "The ranges are of the next list, not of an average one: they hold what then comes 95 times of 100, if the customers stay as they are.",
    "幅は平均ではなく、次の1回のリストについてのものです。顧客の様子が変わらなければ、100回中95回は、実際の結果がこの幅に入ります。",
)
QUESTIONS = T("Ask these first", "先に聞くこと")
ROUND = T("How many to leave alone, and what that shows", "何人に連絡しないでおくか。それで何がわかるか")
CHOICE = T("{alone} left alone, {contacted} contacted", "連絡しない{alone}人、連絡する{contacted}人")
CHOSEN = T("{choice} (recommended)", "{choice}(おすすめ)")
AS_AN_EXAMPLE = T(
    "This is how it goes with a new list of this size; nothing of it is done with this one.",
    "ここに書いたのは、新しいリストが同じ人数だった場合の進め方です。このリストでは行いません。",
)
LOT_ON_LINES = T(
    "Here the customers are rows of a file, and so the lot depends on the row: if the file is sorted anew or grows, it draws others. Have the page made with a customer number before the round begins.",
    "このリストの番号は元のファイルの行番号なので、抽選も行番号で決まります。行が増えたり並びが変わったりすると、別の人に当たります。始める前に、顧客番号の列を使って作り直してもらってください。",
)
FOR_MAKER = T("For the person who makes this page", "このページを作る人へ")
FOR_MAKER_SAYS = T(
    "You can skip this if you only read the page. It is what to give to “mlcurric report” when the page is made again.",
    "読むだけの人には必要ありません。作り直すときに mlcurric report に付ける指定です。",
)
