"""The words of the list for a spreadsheet: its headings, what each column holds, and what stands on the sheet that explains it."""

from __future__ import annotations

from mlcurric.report.page.list_words import DOES_NOT_PAY, LEAVE_ALONE
from mlcurric.text import T

REASON = T("reason {n}", "理由{n}")
POINTS = T("points {n}", "点{n}")
ACT = T("can we act on it? {n}", "手を打てる? {n}")
BEYOND = "reasons beyond"
BEYOND_HEADING = T("reasons from {n} on", "理由{n}以降")
REASON_HOLDS = T(
    "it goes with leaving or staying; it need not be the cause", "解約や継続と結びつくもの。原因とは限らない"
)
POINTS_HOLD = T("+ goes with leaving, − with staying", "+は解約、−は継続と結びつく")
ACT_HOLDS = T(
    "whether anybody can do something about it; blank where it goes with staying",
    "それに対してできることがあるか。継続と結びつく理由では空欄",
)
LIKE_THIS = T("of {of} like this leave", "似た人{of}人中の解約(人)")
LIKE_THIS_HOLDS = T("of {of} customers like this one, so many leave", "似た顧客{of}人のうち、解約する人数")
ABOUT = T("expected here, of {of}", "このリスト{of}人中の見込み(人)")
ABOUT_HOLDS = T(
    "the same for this list: everybody on it has stayed already, so it is another number",
    "解約せずに続けてきた人であることを踏まえた、このリストでの見込み({of}人中)",
)
ACTION_HOLDS = T(
    "what is usually done about the reasons that somebody can act on", "手を打てる理由に対して、ふだんしていること"
)
SAID_HOLDS = {
    False: T("after the contact", "連絡のあとで書く"),
    True: T("whatever you hear of them; it goes over to the next list", "何か聞いたら書く。次のリストに引き継がれる"),
}
"""What people write themselves: by whether nobody is contacted."""
LOT_HOLDS = {
    False: T(
        "Do not contact those marked “{mark}”: they are for comparison, to see what a contact does.",
        "「{mark}」の人には連絡しない。連絡した人と比べて、効果を確かめるため",
    ).format(mark=LEAVE_ALONE),
    True: T("nobody is contacted for now", "いまは誰にも連絡しない"),
}
"""Who is contacted: by whether it is nobody."""
PAYS_HOLDS = T(
    "“{mark}”: a contact costs more than it brings, even if as many are kept as assumed at most",
    "「{mark}」は、見込みの上限まで残っても費用が上回る人",
).format(mark=DOES_NOT_PAY)
FIRST, DO, EXPECT = T("first", "先に"), T("do", "指示"), T("expect", "見込み")
WHY, NO_LIST = T("why no list", "リストがない理由"), T("No list this time", "今回はリストなし")
CONTACT_FIRST = T("Customers to contact first", "先に連絡する顧客")
NOBODY = T("Contact nobody for now", "いまは誰にも連絡しない")
NOBODY_YET = T("Contact nobody yet", "まだ誰にも連絡しない")
ALL = {
    True: T("All, highest risk first", "全員(解約の見込みが高い順)"),
    False: T("All customers", "対象の全員"),
}
LOOKED_HOLDS = T("what is said here is as of that day", "ここの値は、この日のもの")
ID_HOLDS = T("look it up in your CRM", "電話番号などは、CRMで検索する")
SUM = T("sum of points", "点の合計")
SUM_OF = T("sum of points (one is 1 of {of})", "点の合計(1点={of}人中1人)")
SUM_HOLDS = T("the points of the reasons and of everything else", "理由の点と、そのほかの点の合計")
ONE = T("{says} {points}", "{says} {points}点")
SHORT = T("{label}: {own}", "{label}: {own}")
MARKED = T("{one} · {mark}", "{one}・{mark}")
LOT = {
    False: T(
        "Contact in this order, but not those marked “{mark}”. In the end they are compared with those contacted.",
        "この順に連絡します。ただし「{mark}」の人には連絡せず、最後に、連絡した人と解約の割合を比べます。",
    ).format(mark=LEAVE_ALONE),
    True: T(
        "Contact in any order, but not those marked “{mark}”. In the end they are compared with those contacted.",
        "順不同で連絡します。ただし「{mark}」の人には連絡せず、最後に、連絡した人と解約の割合を比べます。",
    ).format(mark=LEAVE_ALONE),
}
"""By whether nothing tells those on the list apart."""
NO_CAUSE = T(
    "A reason goes with leaving (+) or staying (−); it need not be the cause.",
    "理由の点は、+が解約、−が継続と結びつくことを示します。原因とは限りません。",
)
PRINTED = T(
    "On paper the columns end with “reason {n}”, so that its points need not add up to the sum; the others stand on the screen.",
    "印刷されるのは「理由{n}」の列までなので、紙の上の点を足しても合計とは合わないことがあります。残りの列は画面で見られます。",
)
HOW = T("The points of a row add up to its sum.", "1行の点を足すと合計になります。")
