"""What stands on the three pages beside the learner's own words, for readers who have not seen the lessons."""

from __future__ import annotations

from mlcurric.subject.product.line import Kind
from mlcurric.text import T

_PEOPLE = T("{n}", "{n}人")
WORDS = {
    "left_open": T("open", "未記入"),
    "undecided": T("Not decided yet", "まだ決まっていません"),
    "unread": T("not clear yet", "まだはっきりしません"),
    "unknown": T("to be found out", "これから調べます"),
    "no_product": T("(product)", "(プロダクト名)"),
    "clashes": T("As written, this cannot stand yet:", "このままでは成り立たないところ"),
    "rests": T(
        "The numbers are what we wrote down; the page only adds them up.",
        "数字は自分たちで書いたものです。このページは計算しただけで、何も測っていません。",
    ),
    # Expectation sheet
    "promise": T("The promise as a sum", "約束の計算"),
    "people": _PEOPLE,
    "cases": T("{n}", "{n}件"),
    "times": T("times", "かける"),
    "equals": T("makes", "イコール"),
    "on_list": T("on one list", "1回のリスト"),
    "are_hits": T("of them are hits", "そのうち当たり"),
    "are_kept": T("of them kept", "連絡で防げる"),
    "by_sum": T("by the sum", "計算では"),
    "promised": T("we promise", "約束"),
    "of_100": T("of 100", "(100人中)"),
    "per_list": T("per list", "(1回のリスト)"),
    "hit_means": T(
        "A hit is somebody on the list to whom it really happens if nobody does anything.",
        "「当たり」とは、リストに載り、何もしなければ本当にそうなる人のことです。",
    ),
    "no_sum": T("The sum waits for the numbers marked “?”.", "「?」の数が決まると計算できます。"),
    "hits_say": T(
        "Of 100 on the list, {n} are hits. It does not happen to the others.",
        "リストの100人のうち、当たりは{n}人。残りの人には起こりません。",
    ),
    "misses_say": T(
        "Of 100 to whom it happens, the list misses {n}.", "本当にそうなる100人のうち、{n}人はリストに載りません。"
    ),
    "who_does_what": T("Who does what", "役割の分担"),
    "who_answers": T("Who answers for it", "責任とやめる条件"),
    "agreed_with": T("Agreed with", "合意した相手"),
    "agreed_on": T("on", "日付"),
    "sheet_rests": T(
        "Filled squares: the low end; hatched: up to the high end.", "塗りつぶしは下限、斜線は上限までを表します。"
    ),
    # Output mock-up
    "mock_up": T(
        "A drawing of the card, not the product. The customer is invented.",
        "カードの見本です。実際の画面ではありません。顧客は架空です。",
    ),
    "invented": T("Customer 0042 (invented)", "顧客 0042(架空)"),
    "place_on_list": T("today's list, place 3", "今日のリスト 3番目"),
    "why": T("Why this customer is on the list", "リストに載った理由"),
    "card_hits": T(
        "Of 100 cards on this list, {hits} are hits and {others} are not.",
        "このリストのカード100枚のうち、当たりは{hits}枚。{others}枚は空振りです。",
    ),
    "act": T("I act on it", "対応する"),
    "know_better": T("I know better: ____", "判断が違う: ____"),
    "try_it": T("Show it for ten seconds, cover it, and ask", "10秒だけ見せて、隠して、聞いてみる"),
    "try_questions": (
        T("What would you do now?", "このあと、何をしますか。"),
        T(
            "Of 100 cards on this list, how many are hits?",
            "このリストにカードが100枚あったら、何枚が当たりだと思いますか。",
        ),
        T("When would you press “I know better”?", "どんなときに「判断が違う」を押しますか。"),
    ),
    "mock_up_rests": T(
        "Reasons say what goes with being on the list, not what causes it.",
        "理由は、リストに載ったことと一緒に見られる事実です。原因とは限りません。",
    ),
    # Do we need ML?
    "changes": T("What would change this:", "この結論を変えるもの:"),
    "bars": T("Of 100 on a list, how many are hits", "リスト100人あたりの当たり"),
    "by_lot": T("drawn by lot", "くじ引き"),
    "by_rule": T("today's rule", "いまの経験則"),
    "by_list": T("the list we expect", "期待するリスト"),
    "decision": T("The decision", "何を決めるのか"),
    "blind": T("What a score does not know", "スコアではわからないこと"),
    "prices": T("Prices", "金額"),
    "next": T("Next", "これから"),
    "need_rests": T(
        "A hit is somebody on the list to whom it really happens if nobody does anything. Profit of a list: kept × value − contacts − incentives for all who stay (Neslin et al., Journal of Marketing Research 43, 2006), without what building costs and without those whom a contact drives away.",
        "「当たり」は、リストに載り、何もしなければ本当にそうなる人。リストの損益 = 防げた件数×価値 − 連絡の費用 − 残った全員への特典(Neslin ほか、Journal of Marketing Research 43、2006年)。開発の費用と、連絡が逆効果になる人は入っていません。",
    ),
}

UNITS = {Kind.DAYS: T("{n} days", "{n}日"), Kind.OF_100: _PEOPLE, Kind.OF_1000: _PEOPLE}
"""What stands behind a bare number; the labels of the English page name the people already."""
ONE_DAY = T("{n} day", "{n}日")
