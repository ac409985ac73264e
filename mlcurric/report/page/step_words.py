"""The words of what to do now: what to clear up, whether to decide, whom to contact, and how to find them."""

from __future__ import annotations

from mlcurric.text import T

ASK_ABOUT = T(
    "Ask whoever fills in {columns}: was it known on the day of the look? If not, have this page made again without it.",
    "{columns}を入力している人に、その時点でわかっていた値かどうかを聞いてください。違うなら、その列を使わずに作り直してもらってください。",
)
CLEAR_UP = T("Clear up first: {says}", "先に確認: {says}")
TWELVE_MONTHS = {
    True: T(
        "“{column}” reads as the amount of one month; with twelve months’ worth contacts may pay. Have this page made again with a column of twelve months’ amounts.",
        "「{column}」は1か月分の金額とみられます。12か月分なら、連絡の採算がとれるかもしれません。12か月分の金額の列を加えて、作り直してもらってください。",
    ),
    None: T(
        "is “{column}” the amount of one month? If so, have this page made again with a column of twelve months’ amounts: with these contacts may pay.",
        "「{column}」は1か月分の金額ですか。そうなら、12か月分の金額の列を加えて、作り直してもらってください。12か月分なら、連絡の採算がとれるかもしれません。",
    ),
}
"""By whether the name of the column says that it is of one month."""
WHERE = T("“{file}”", "「{file}」の")
HERE = T("this list", "この")
"""Where the list stands that somebody is to go by: in a file beside the page, or where this is read."""
NOT_THIS_LIST = T(
    "Do not use {where} for contacts: the new page brings a list of its own. What this page says shows how well that works with your table.",
    "{where}リストは連絡に使わず、新しいページのリストで連絡してください。このページの内容は、この方法がどのくらい当たるかを知る試しとして見てください。",
)
NO_LIST = T(
    "Without a list there is nothing to try out yet. Begin with “Ask these first” in part 5 of the page.",
    "リストがないので、試すことはまだありません。ページの5章の「先に聞くこと」から始めてください。",
)
ONLY_IF_KNOWN = T(
    "Go by this list only if all its columns turn out to have been known on the day of the look.",
    "このリストを使うのは、どの列もデータの日付の時点でわかっていた値だと確かめられた場合だけです。",
)
ACT_ONE = {
    False: T("Contact the customer in {where}.", "{where}リストの1人に連絡します。"),
    True: T("If you do, contact the customer in {where}.", "連絡する場合は、{where}リストの1人に連絡します。"),
}
"""The same of a list of one, by whether it is to be decided first."""
ACTS = {
    (False, True): T(
        "Contact {contacted} customers, in the order of {where}.",
        "{where}リストの上から順に、{contacted}人に連絡します。",
    ),
    (False, False): T(
        "Contact {contacted} customers of {where}, in any order.",
        "{where}リストの{contacted}人に、順不同で連絡します。",
    ),
    (True, True): T(
        "If you do, contact {contacted} customers, in the order of {where}.",
        "連絡する場合は、{where}リストの上から順に、{contacted}人に連絡します。",
    ),
    (True, False): T(
        "If you do, contact {contacted} customers of {where}, in any order.",
        "連絡する場合は、{where}リストの{contacted}人に、順不同で連絡します。",
    ),
}
"""By whether it is to be decided first, and whether anything tells those on the list apart."""
THE = T("the {n}", "{n}")
"""So many, where that is the whole list."""
AS_LIKELY = {
    False: T(
        "{n} others are exactly as likely to leave, and a lot chose these (part 3 of the page).",
        "見込みがまったく同じ人は、ほかに{n}人います。リストの{size}人は抽選で選びました(ページの3章)。",
    ),
    True: T(
        "1 other is exactly as likely to leave, and a lot chose these (part 3 of the page).",
        "見込みがまったく同じ人は、ほかに1人います。リストの{size}人は抽選で選びました(ページの3章)。",
    ),
}
"""By whether it is one."""
FILLED_BY_LOT = {
    False: T(
        "Places {first} to {last} are {n} of {of} who are exactly alike, drawn by lot (part 3 of the page).",
        "{first}位から{last}位までの{n}人は、見込みがまったく同じ{of}人から抽選で選びました(ページの3章)。",
    ),
    True: T(
        "Place {last} is one of {of} who are exactly alike, drawn by lot (part 3 of the page).",
        "{last}位の1人は、見込みがまったく同じ{of}人から抽選で選びました(ページの3章)。",
    ),
}
"""Where a lot has filled up the list; by whether it is one."""
NOT_CONTACTED = T(
    "The {alone} marked “{mark}” are not contacted: they are for comparison.",
    "「{mark}」の{alone}人には、比較のため連絡しません。",
)
DECIDE_TO_TRY = T(
    "{first} whether to try it at all: as planned, a loss is likelier than a gain.",
    "{first}、試すかどうかを決めます。この計画のままでは、赤字の見込みのほうが大きいためです。",
)
DECIDE_UNPROVED = T(
    "{first} whether to contact anybody: with a list like this nobody can tell afterwards whether it helped. Better look for a contact that does more (part 5 of the page).",
    "{first}、連絡するかどうかを決めます。このようなリストでは、効果があったかどうかをあとから確かめられません。もっと効果の出そうな連絡を探すほうが先です(ページの5章)。",
)
DECIDE = {False: T("Decide first", "まず"), True: T("Then decide", "そのうえで")}
"""How a decision begins; by whether anything is to be cleared up before it."""
REACH = T(
    "Customers are named as in “{id}”; look them up in your CRM. Phones and who is in charge are left out.",
    "顧客は「{id}」の列のまま載せています。CRMで検索してください。電話番号・担当者は載せていません。",
)
REACH_BY_LINE = T(
    "The list shows rows of the file “{table}” as Excel numbers them: look there who it is, and do not sort that file before you are done.",
    "リストの番号は、「{table}」をExcelで開いたときの行番号です。誰なのかはその行で調べ、終わるまでファイルを並べ替えないでください。",
)
