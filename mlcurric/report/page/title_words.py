"""The words of the page’s title: who stands on the list, and the one thing to do about them."""

from __future__ import annotations

from mlcurric.text import T

NO_TITLE = T("No list: it cannot be told whom to contact first", "先に連絡する人は選べません")
NOT_YET = T("Not enough data yet to say whom to contact first", "まだデータが足りず、先に連絡する人を選べません")
"""The same where so few rows judged that nobody can tell."""
WHOM = T("{n} customers at higher risk than the rest", "解約の見込みがほかより高い{n}人")
"""Who stands on the list. That they leave is not known: most of them may stay."""
WHOM_ALIKE = T("{n} of the {of} customers at the highest risk", "解約の見込みがいちばん高い{of}人のうち{n}人")
"""The same where a lot has left off others who are exactly as likely to leave as all of these."""
WHOM_FILLED = T(
    "{first} customers at higher risk than the rest, and {n} by lot out of {of} exactly alike",
    "解約の見込みがほかより高い{first}人と、見込みが同じ{of}人から抽選した{n}人",
)
"""The same where a lot has filled up the list: of the rest, some are exactly as likely to leave as these."""
WHOM_ALL = {
    True: T("All {n} customers, those at highest risk first", "対象の{n}人全員(解約の見込みが高い順)"),
    False: T("All {n} customers", "対象の{n}人全員"),
}
"""The same where it is everybody who could; by whether anybody may go by the order."""
TITLE = T("{who}: contact these first", "{who}に、先に連絡する")
TITLE_SIDES = T("{who}: {sides}", "{who}。{sides}")
TITLE_CLEAR_UP = T(
    "{who}: {things} to clear up before anybody is contacted", "{who}。連絡の前に、確かめることが{things}"
)
THINGS = {1: T("1 thing", "1つ"), 2: T("2 things", "2つ"), 3: T("3 things", "3つ")}
TITLE_DECIDE = T("{who}: decide first whether to contact them", "{who}。まず、連絡するかどうかを決める")
TITLE_NO_GO = T("{who}: contact nobody for now", "{who}。いまは誰にも連絡しない")
TITLE_NOT_YET = {
    True: T(
        "{who}: before anybody is contacted, have this page made again with yearly amounts",
        "{who}。連絡の前に、12か月分の金額で作り直してもらう",
    ),
    None: T(
        "{who}: before anybody is contacted, ask how many months the amounts cover",
        "{who}。連絡の前に、何か月分の金額かを確かめる",
    ),
}
"""Where it hangs on months; by whether the name of the amounts says that they are of one."""
