"""The words of the first two parts: what the table can tell, and how rule and model did on customers that neither had seen."""

from __future__ import annotations

from mlcurric.text import T

ROWS = {
    "rows": T("rows used", "使った行数"),
    "known": T("whose outcome is known", "結果がわかっている"),
    "not_known": T("not known yet", "まだわからない"),
    "looked": T("looked at", "データの日付"),
    "days": T("day 0 of the days", "日付の数え方"),
    "learned": T("columns learned from", "学習に使った列"),
    "blank": T("blank or unreadable", "空欄・読めないセル"),
}
SEVERAL_LOOKS = T(
    "{n} customers, some of whom were looked at several times: of {of} means of {of} looks here; where rule and model were tried, "
    "everybody counts once",
    "顧客は{n}人。同じ人が何回か出てくる表なので、ここの人数は延べ人数です。ルールとモデルを試すところでは、1人を1回だけ数えます",
)
SEVERAL_LOOKS_ALL = T(
    "{n} customers, some of whom were looked at several times: of {of} means of {of} looks",
    "顧客は{n}人。同じ人が何回か出てくる表なので、人数は延べ人数です",
)
COUNTED = T("{n}, of whom {left} left ({so_many} of {of})", "{n}、うち解約{left}人({of}人中{so_many}人)")
COUNTED_LOOKS = T(
    "{n}, of which {left} were followed by leaving ({so_many} of {of})",
    "{n}、うち解約は延べ{left}人({of}人中{so_many}人)",
)
FROM_TO = T("{first} to {last}", "{first}〜{last}")
LEARNED = T("{n}: {columns}", "{n}列: {columns}")
FROM_LOOK = T(
    "{columns}: counted back from the day on which the row was looked at",
    "{columns}は、その行のデータの日付を0日前として数えました",
)
FROM_LATEST = T(
    "{columns}: nobody says when a row was looked at, so days are counted from {day}, the latest day in “{column}”",
    "{columns}: いつの時点の行かわからないので、「{column}」のいちばん新しい日({day})を0日前として数えました",
)
FROM_TODAY = T(
    "{columns}: nobody says when a row was looked at, so days are counted from {day}, the day of this page",
    "{columns}: いつの時点の行かわからないので、このページを作った{day}を0日前として数えました",
)
SOME_AHEAD = T("{says}. Days in {ahead} lie after it.", "{says}。{ahead}には、それより後の日があります。")
BLANK = T("“{column}”: {n} of {all} rows", "「{column}」: {all}行中{n}行")
UNREADABLE = T(
    "“{column}”: {n} unreadable (line {line}: “{cell}”)", "「{column}」: {n}個が読めない({line}行目「{cell}」)"
)
NO_BLANKS = T("none in the columns learned from", "学習に使った列にはなし")
SUSPECTS = T("Columns that know the answer already", "答えを先に知っている列")
NO_SUSPECTS = T(
    "None was found: each column was looked at alone, and two at a time as far as they can be compared; combinations of three or more were not checked. Only somebody who knows how the table is made can be sure: ask whether any column is filled in after a customer has left.",
    "見つかりませんでした。調べたのは、列を1つずつと、比べられる2列の組み合わせまでです。3つ以上を合わせてはじめて答えがわかるような列は探していません。また、表の作られ方を知る人にしか確かなことは言えません。解約のあとに書き込まれる列がないか、聞いてください。",
)
NO_SUSPECT_COLUMN = T(
    "Among the columns none was found; but see above: the order of the rows, or the customer numbers, tell who left.",
    "列の中には見つかりませんでした。ただし上の注意のとおり、行の並びか顧客番号が答えを表しています。先にそちらを確かめてください。",
)
TOO_SURE = T(
    "Looked at alone and two at a time, these did not give themselves away: {columns}. But the rule that rests on them tells too surely who left, so they may know the answer all the same. Clear up first whether they were known on the day of the look.",
    "1列ずつ、2列ずつ調べただけではわかりませんが、{columns}で決まるルールが、解約した人を確かに言い当てすぎています。答えを知っているのかもしれません。データの日付の時点でわかっていた値かどうか、先に確かめてください。",
)
TOO_GOOD = T(
    "Looked at alone and two at a time, none of the columns that were used gave itself away; but the result is too good to be true, so one that knows the answer is probably among them. Clear that up first.",
    "1列ずつ、2列ずつ調べた限りでは、使った列の中に見つかりませんでした。ただし結果がうますぎるので、答えを知っている列がまだ残っているおそれがあります。先にそちらを確かめてください。",
)
GRADES = {
    "answer": T("taken out", "外しました"),
    "likely": T("taken out", "外しました"),
    "ask": T("still in: ask", "使用中・要確認"),
    "name": T("still in: only its name sounds like it", "使用中・名前だけ"),
}
BY_NAMES = T(
    "Their names sound like something that is written when somebody leaves.",
    "解約のときに書かれるもののような名前です。",
)
STAY_IN = T(
    "They stay in: they tell next to nothing about who left.",
    "誰が解約したかは、これらの列からはほとんどわからないので、使っています。",
)
ASIDE = T("Columns that were left aside, and why", "使わなかった列と、その理由")
CAREFUL = T("What to know before you rely on it", "結果を使う前に知っておくこと")

BOTH_TRIED = {
    "later": T(
        "Both were made from {learn}, the earlier ones, and tried on {judge}, the later ones (from {day}), which neither had seen.",
        "どちらも早い時期の{learn}から作り、まだ見ていないあとの時期の{judge}({day}以降)で試しました。",
    ),
    "once": T(
        "Both were made from {learn}, the earlier ones, and tried on {judge}, each once, by the first look from {day} on. What came of "
        "that look neither had seen.",
        "どちらも早い時期の{learn}から作り、{day}以降の{judge}(1人につき最初の1回)で試しました。その結果は、どちらもまだ見ていません。",
    ),
    "by lot": T(
        "Both were made from {learn} and tried on {judge} picked at random, which neither had seen.",
        "どちらも{learn}から作り、まだ見ていない別の{judge}(無作為に取り分けた人)で試しました。",
    ),
}
"""By whether later rows judge, of each customer the first of them, or a part drawn by lot."""
RULE_TRIED = {
    "later": T(
        "The rule was made from {learn}, the earlier ones, and tried on {judge}, the later ones (from {day}), which it had not seen.",
        "ルールは早い時期の{learn}から作り、まだ見ていないあとの時期の{judge}({day}以降)で試しました。",
    ),
    "once": T(
        "The rule was made from {learn}, the earlier ones, and tried on {judge}, each once, by the first look from {day} on. What came "
        "of that look it had not seen.",
        "ルールは早い時期の{learn}から作り、{day}以降の{judge}(1人につき最初の1回)で試しました。その結果は、まだ見ていません。",
    ),
    "by lot": T(
        "The rule was made from {learn} and tried on {judge} picked at random, which it had not seen.",
        "ルールは{learn}から作り、まだ見ていない別の{judge}(無作為に取り分けた人)で試しました。",
    ),
}
LISTED_THERE = T(
    "Each was to name {k} of the {judge}: the same share as {capacity} of {today}.",
    "それぞれに、{judge}人から{k}人を選ばせました。{today}人から{capacity}人を選ぶのと同じ割合です。",
)
LISTED_OTHERWISE = T("Each was to name {k} of the {judge}.", "それぞれに、{judge}人から{k}人を選ばせました。")
THE_RULE = T("The rule", "ルール")
THE_MODEL = T("The model", "モデル")
DIFFERENCE = T(
    "Of {of} on its list, the model finds {difference}. Each list held {k}.",
    "リストの{of}人あたりで、解約する人は{difference}。試したリストは、それぞれ{k}人です。",
)
SAME_LEAVERS = {
    "everybody": T(
        "Both lists, {k} of the {judge}, held everybody who left. So the two cannot be compared.",
        "どちらのリスト({judge}人のうち{k}人)にも、解約した人が全員入りました。そのため、2つのどちらが良いかは比べられません。",
    ),
    "some": T(
        "Both lists, {k} of the {judge}, held the same customers who left. So the two cannot be compared.",
        "どちらのリスト({judge}人のうち{k}人)にも、同じ解約者が入りました。そのため、2つのどちらが良いかは比べられません。",
    ),
    "nobody": T(
        "Neither list, {k} of the {judge}, held anybody who left. So the two cannot be compared.",
        "どちらのリスト({judge}人のうち{k}人)にも、解約した人は入りませんでした。そのため、2つのどちらが良いかは比べられません。",
    ),
}
"""Instead of a difference, where there is none to draw; by who of those who left stood on both."""
DIFFERENCE_LUCK = T(
    "The line reaches 0: on lists of that length the difference may be luck.",
    "線が0にかかっているので、この人数では、差は偶然かもしれません。",
)
DIFFERENCE_NONE = T(
    "Hardly any was seen here; the true difference may lie anywhere on the line.",
    "ここではほとんど差がありませんでした。本当の差は、線のどこにあってもおかしくありません。",
)
DIFFERENCE_SURE = T(
    "The line stays clear of 0: luck alone hardly brings that about.",
    "線が0にかかっていないので、偶然だけでこの差になることは、まずありません。",
)
DIFFERENCE_ALT = T(
    "A dot with its range, beside 0: of {of} on its list, the model finds {difference}.",
    "点とその幅を0と並べたグラフ。リストの{of}人あたり、{difference}。",
)
WHOLE_ORDER = T(
    "Whether a list beats picking at random is tested on the order of all {judge} customers as well; so it can be clear though the lines overlap.",
    "無作為に選ぶより良いかどうかは、{judge}人全員の並び順でも確かめています。そのため、線が重なっていても、差がはっきりしていることがあります。",
)
MAY_BE_MISSED = T(
    "The conditions of a rule were looked for one by one, and two at a time. A group of 5 of 100 or less that only three conditions "
    "together tell apart may have been missed.",
    "ルールの条件は、1つずつか、2つの組で探しました。3つそろってはじめて見分けられる、100人に5人以下の小さなグループは、見落としているかもしれません。",
)
MORE = T("{n} more than the rule ({range})", "モデルのほうが{n}人多い({range}人)")
FEWER = T("{n} fewer than the rule ({range})", "モデルのほうが{n}人少ない({range}人)")
AS_MANY = T("about as many as the rule ({range})", "ほぼ同じ({range}人)")
OF_SO_MANY = T("Of {n} such customers", "こうした顧客{n}人のうち")
FOUR = {
    "some": T(
        "{listed} are on the list, of whom {hits} left; of the {alone} others {misses} left, whom the list misses.",
        "{listed}人がリストに載り、うち{hits}人が解約。残る{alone}人からも{misses}人が解約し、この人たちは見逃します。",
    ),
    "hardly anybody": T(
        "{listed} are on the list, of whom {hits} left; of the {alone} others hardly anybody left.",
        "{listed}人がリストに載り、うち{hits}人が解約。残る{alone}人から解約した人は、ほとんどいません。",
    ),
    "nobody": T(
        "{listed} are on the list, of whom {hits} left; of the {alone} others nobody left.",
        "{listed}人がリストに載り、うち{hits}人が解約。残る{alone}人から解約した人は、いません。",
    ),
    "nobody is left": T(
        "All of them, or all but a few, are on the list; {hits} left.",
        "全員か、ほぼ全員がリストに載り、うち{hits}人が解約。",
    ),
}
"""By who left of those who are not on the list; and where hardly anybody is not."""
LISTS_ALT = T("Bars: of {of} on the list, so many left: {lists}.", "棒グラフ。リストの{of}人中、解約した人: {lists}。")
LISTS_CAPTION = T(
    "Of {of} on each list, how many left. Each line is of its own list alone.",
    "それぞれのリストの{of}人中、解約した人。線は、そのリストだけを見たときの幅です。",
)
