"""The round that finds out whether a contact keeps anybody, in words for somebody in customer success."""

from __future__ import annotations

from mlcurric.subject.expectation import Decision
from mlcurric.text import T

COST_NOT_KNOWN = T(
    "What it costs cannot be said: nobody has said how many stay because of a contact.",
    "引き止め損ねる人数は、連絡のおかげで残る人数の見込みがないので言えません。",
)
NOT_KEPT = T("Customers not kept because of it: {people}.", "そのために引き止め損ねるのは{people}人です。")
SAVES = T(
    "Customers not kept because of it: {people}; but on balance {money} saved.",
    "そのために引き止め損ねるのは{people}人。ただし差し引きでは{money}の節約です。",
)
FORGOES = T(
    "Customers not kept because of it: {people}; in money {money}.",
    "そのために引き止め損ねるのは{people}人、金額では{money}です。",
)
WHY = T(
    "Who is likely to leave is not who can be kept: some leave whatever you do, some stay without you, and some leave "
    "because you woke them. Only a group like the others, left alone by lot, shows which.",
    "解約しそうな人と、連絡すれば残る人は、同じではありません。何をしても解約する人も、何もしなくても残る人も、連絡で思い出して解約する人もいます。"
    "見分けるには、同じような人たちの中に、くじで選んで連絡しない組を作るしかありません。",
)
SIDES = T(
    "{contacted} to contact now, {alone} left alone by lot", "いま連絡する{contacted}人、くじで連絡しない{alone}人"
)
ABOUT_LOT = T(
    "The lot hangs on the customer’s id alone: whoever is left alone now is left alone on the next list of the same share "
    "too, so it is about that share, not exactly. If you have drawn a lot already, go on using that one until its round ends.",
    "くじは顧客の番号だけで決まります。今回連絡しない人は、同じ割合で引くかぎり次のリストでも連絡しない側です(そのため、人数は割合ぴったりにはなりません)。"
    "すでに別のくじを引いて始めた回があるなら、その回が終わるまでは、そのくじを使い続けてください。",
)
OPENINGS = {
    Decision.GO: T(
        "Of the {size} on the list contact {contacted}; the other {alone}, drawn by lot, are not contacted.",
        "リストの{size}人のうち{contacted}人に連絡し、くじで選んだ{alone}人には連絡しません。",
    ),
    Decision.SMALL_ROUND: T(
        "In the first round contact {contacted} of the {size} on the list; the other {alone}, drawn by lot, are not contacted.",
        "最初の回では、リストの{size}人のうち{contacted}人に連絡し、くじで選んだ{alone}人には連絡しません。",
    ),
}  # fmt: skip
NOBODY_CONTACTED = T(
    "Contact nobody from this list for now; so there is nothing to try out, and no lot is drawn. If a contact gets cheaper, or a "
    "customer turns out to be worth more, make this page again.",
    "いまは、このリストの誰にも連絡しません。試すこともないので、くじは引いていません。連絡の費用が下がるか、顧客の価値の見積もりが変わったら、作り直してください。",
)
LISTS = T(
    "This list alone shows an effect only if {visible} or more of 100 leavers are kept. To see whether it is {wanted} of 100, go "
    "on for {lists} lists of this size, leave half of each alone, and add them up.",
    "ただ、この1回でわかるのは、解約するはずの100人のうち{visible}人以上が残るような大きな効果だけです。"
    "{wanted}人が残る程度の効果を確かめるには、毎回半分には連絡せずに、同じ大きさのリストで{lists}回続け、結果を合計します。",
)
NEVER = T(
    "This list alone shows an effect only if {visible} or more of 100 leavers are kept; an effect as small as {wanted} of 100 cannot be seen, however many rounds you try.",
    "ただ、この1回でわかるのは、解約するはずの100人のうち{visible}人以上が残るような大きな効果だけです。"
    "{wanted}人が残る程度の小さな効果は、何回続けても確かめられません。",
)
TOO_FEW = T(
    "One such list is too short to compare the two groups: do the same with the next ones, and add them up.",
    "この1回では人数が少なく、2つの組を比べられません。次のリストでも同じようにして、何回分かを合計してください。",
)
NO_LIST = T(
    "Without a list there is nothing to try out; begin with the questions.",
    "リストがないので、試すことはまだありません。質問の答えを集めるところから始めてください。",
)
PAYS = T(
    "In the end count how many left in each group, of 1,000. Go on if at least {n} fewer of 1,000 left among those contacted: "
    "from there on it pays. Luck alone hardly brings about more than {luck}.",
    "最後に、それぞれの組で解約した人を数え、1,000人あたりに直して比べます。連絡した組のほうが1,000人あたり{n}人以上少なければ、採算がとれるので続けます。"
    "偶然だけで{luck}人より大きな差がつくことは、めったにありません。",
)
PAYS_WITHIN_LUCK = T(
    "In the end count how many left in each group, of 1,000. It pays from {n} fewer of 1,000 among those contacted, but luck "
    "alone brings about up to {luck}: go on from {luck}, stop below {n}, and repeat the round in between.",
    "最後に、それぞれの組で解約した人を数え、1,000人あたりに直して比べます。採算がとれるのは、連絡した組のほうが1,000人あたり{n}人以上少ないときですが、"
    "{luck}人までの差は偶然でもつきます。{luck}人以上なら続け、{n}人未満なら中止し、その間ならもう一度試します。",
)
COMPARE = T(
    "In the end count how many left in each group, of 1,000. Up to {luck} of 1,000 lie between them by luck alone; only a "
    "larger difference says something about the contacts.",
    "最後に、それぞれの組で解約した人を数え、1,000人あたりに直して比べます。{luck}人までの差は偶然でもつきます。連絡の効果と言えるのは、それより大きな差だけです。",
)
