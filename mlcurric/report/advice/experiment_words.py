"""The round that finds out whether a contact keeps anybody, in words for somebody in customer success."""

from __future__ import annotations

from mlcurric.subject.expectation import Decision
from mlcurric.text import T

COST_NOT_KNOWN = T(
    "What leaving some alone costs cannot be said: nobody has said how many stay because of a contact.",
    "連絡しないことで引き止め損ねる人数は、連絡のおかげで残る人数の見込みがないので言えません。",
)
NOT_KEPT = T("Customers not kept because of it: {people}.", "連絡しないことで引き止め損ねるのは{people}人です。")
SAVES = T(
    "Customers not kept because of it: {people}; but on balance {money} saved.",
    "連絡しないことで引き止め損ねるのは{people}人。ただし、差し引きでは{money}の節約です。",
)
FORGOES = T(
    "Customers not kept because of it: {people}; in money {money} given up.",
    "連絡しないことで引き止め損ねるのは{people}人。金額では{money}の損です。",
)
SAVES_OR_FORGOES = T(
    "Customers not kept because of it: {people}; in money anything from {saves} saved to {gives_up} given up.",
    "連絡しないことで引き止め損ねるのは{people}人。金額では、{saves}の節約から{gives_up}の損までです。",
)
WHY = T(
    "Who is likely to leave is not who can be kept: some leave whatever you do, some stay without you, and some leave "
    "because your contact reminded them. Only a group like the others, drawn by lot and not contacted, shows which.",
    "解約しそうな人と、連絡すれば残る人は、同じではありません。何をしても解約する人も、何もしなくても残る人も、連絡で思い出して解約する人もいます。"
    "見分けるには、同じような人たちの中から抽選で選び、比較のため連絡しない組を作るしかありません。",
)
SIDES = T(
    "{contacted} to contact, {alone} left alone for comparison",
    "連絡するのは{contacted}人、残る{alone}人は比較のため連絡しない",
)
ABOUT_LOT = T(
    "The lot depends only on the customer number: the same list draws the same again. On another list nearly all of them keep their "
    "side; a few change it, so that the groups stay as large as planned. Until a round ends, go by the lot with which it began.",
    "抽選は顧客番号だけで決まるので、同じリストなら何度作り直しても同じ結果です。別のリストでも、ほとんどの人は同じ組のままですが、人数を決めた割合に合わせるため、"
    "少しだけ入れ替わります。始めた回が終わるまでは、その回の最初の抽選に従ってください。",
)
OPENINGS = {
    Decision.GO: T(
        "Of the {size} on the list contact {contacted}; the other {alone}, drawn by lot, are left alone for comparison.",
        "リストの{size}人のうち{contacted}人に連絡し、抽選で選んだ{alone}人には比較のため連絡しません。",
    ),
    Decision.SMALL_ROUND: T(
        "In the first round contact {contacted} of the {size} on the list; the other {alone}, drawn by lot, are left alone for comparison.",
        "最初の回では、リストの{size}人のうち{contacted}人に連絡し、抽選で選んだ{alone}人には比較のため連絡しません。",
    ),
}  # fmt: skip
_NOBODY_NOW = T(
    "Contact nobody from this list for now. There is nothing to try, so no group has been drawn. {lever}, or a customer turns out to "
    "be worth more, have this page made again.",
    "いまは、このリストの誰にも連絡しません。試すこともないので、抽選はしていません。{lever}か、顧客の価値の見積もりが変わったら、作り直してもらってください。",
)
NOBODY_CONTACTED = {
    "contact": _NOBODY_NOW.format(lever=T("If a contact gets cheaper", "連絡の費用が下がる")),
    "incentive": _NOBODY_NOW.format(
        lever=T(
            "If a smaller incentive will do, or one that does not go to everybody who stays",
            "特典が安くすむか、もともと残る人には渡さずにすむ",
        )
    ),
    "both": _NOBODY_NOW.format(
        lever=T("If contact and incentive together get cheaper", "連絡と特典を合わせた費用が下がる")
    ),
}
"""By what makes the loss."""
NOBODY_YET = T(
    "Contact nobody yet: whether it pays depends on how many months the amounts cover. Until that is known there is nothing to "
    "try, so no group has been drawn.",
    "まだ誰にも連絡しません。採算がとれるかどうかが、金額が何か月分なのかで変わるためです。それが決まるまでは試すこともないので、抽選はしていません。",
)
TOO_SHORT = T(
    "On a list of fewer than {fewest} nobody is left alone: two groups as small as that cannot be compared, so no lot is drawn. "
    "Whether the contact keeps anybody this list does not show.",
    "{fewest}人に満たないリストでは、2つの組に分けても比べられないので、抽選はしていません。連絡に効果があるかどうかは、このリストではわかりません。",
)
RECKONED_WITH = {
    False: T(
        "Nobody has said how many a contact keeps, so this is reckoned as if it kept {wanted} of 100 leavers.",
        "連絡で何人残るかは、まだ決まっていません。そこで、解約するはずの100人のうち{wanted}人が残るものとして計算しました。",
    ),
    True: T(
        "Nobody has said how many a contact keeps, so this is reckoned with as many as it has to keep to pay: {wanted} of 100 leavers.",
        "連絡で何人残るかは、まだ決まっていません。そこで、採算がとれる人数、つまり解約するはずの100人のうち{wanted}人が残るものとして計算しました。",
    ),
}
"""What is reckoned with where nobody has said what a contact does; by whether that is what it must do to pay."""
ONLY_LARGE = T(
    "This list alone shows an effect only if {visible} or more of 100 leavers are kept.",
    "ただ、この1回でわかるのは、解約するはずの100人のうち{visible}人以上が残るような大きな効果だけです。",
)
TOO_FEW_ALONE = T(
    "One such list is too short to compare the two groups.",
    "ただ、この1回では人数が少なく、2つの組を比べられません。",
)
LISTS = T(
    "To tell an effect of {wanted} of 100 from none, go on for {lists} lists of this size, leave half of each alone, and decide "
    "after the last one, on all of them together. If that is too long, decide first whether to contact anybody without knowing it.",
    "解約するはずの100人のうち{wanted}人を引き止める程度の効果は、1回では偶然と区別できません。同じ人数のリストで、毎回半分には連絡しないやり方を{lists}回くり返し、"
    "全部を合計してから判断します。そこまで続けられないなら、効果がわからないまま連絡するかどうかを、先に決めてください。",
)
NOT_WHETHER_IT_PAYS = T(
    "This list alone shows an effect of {wanted} of 100, but not whether enough stay for it to pay ({needed} of 100).",
    "ただ、この1回でわかるのは、解約するはずの100人のうち{wanted}人が残るような効果があるかどうかまでで、採算がとれる{needed}人より多く残るかどうかはわかりません。",
)
"""Where one list tells what is wanted from nothing, and it takes several to tell it from what pays."""
LISTS_TO_PAY = T(
    "To tell {wanted} of 100 from the {needed} at which it begins to pay, go on for {lists} lists of this size, leave half of each "
    "alone, and decide after the last one, on all of them together. If that is too long, decide first whether to contact anybody "
    "without knowing it.",
    "解約するはずの100人のうち{wanted}人が残るのか、採算ラインの{needed}人にとどまるのかを見分けるには、同じ人数のリストで、毎回半分には連絡しないやり方を"
    "{lists}回くり返し、全部を合計してから判断します。そこまで続けられないなら、採算がとれるかどうかわからないまま連絡するかどうかを、先に決めてください。",
)
OR_ONE_LONG = T(
    "One list of {total} customers, half of them left alone, tells the same at once, though fewer of 100 leave on a longer list.",
    "{total}人のリストで半分に連絡しないでおけば、1回で同じことがわかります(長いリストほど解約の割合が下がることも、計算に入れました)。",
)
NEVER = T(
    "No round with lists like this one shows whether the contact works: to tell an effect of {wanted} of 100 from none takes about "
    "{group} customers in each group, that is about {rounds} lists like this one.",
    "このようなリストでは、試しても連絡に効果があるかどうかはわかりません。解約するはずの100人のうち{wanted}人を引き止める程度の効果を確かめるには、それぞれの組に約{group}人、このようなリストなら約{rounds}回分が必要です。",
)
OR_LONGER = T(
    "Try a contact that does more, or make a list of about {total}.",
    "もっと効果の出そうな連絡に変えるか、約{total}人のリストにしてください。",
)
NOT_SO_MANY = T(
    "Try a contact that does more. A longer list is no way out: it would take about {total}, and only {could} could be listed.",
    "もっと効果の出そうな連絡に変えてください(対象は{could}人なので、約{total}人のリストは作れません)。",
)
NO_LONGER = T(
    "Try a contact that does more. A longer list is no way out: it takes in customers who leave less often.",
    "もっと効果の出そうな連絡に変えてください(リストを長くすると解約しにくい人が増えるので、やはり確かめられません)。",
)
NEVER_ANYBODY = T(
    "Hardly anybody on this list is expected to leave, so no round shows whether a contact keeps anybody.",
    "このリストには解約しそうな人がほとんどいないので、試しても、連絡に効果があるかどうかはわかりません。",
)
ALL_THE_SAME = T(
    "If you contact some all the same, contact {contacted} of the {size}; the other {alone}, drawn by lot, are left alone for comparison.",
    "それでも連絡するなら、リストの{size}人のうち{contacted}人にとどめ、抽選で選んだ{alone}人には比較のため連絡しません。",
)
ONLY_EXTREMES = T(
    "That shows no more than a very large effect ({visible} or more of 100 leavers kept), or that contacts drive customers away.",
    "それでわかるのは、解約するはずの100人のうち{visible}人以上が残るような大きな効果か、連絡がかえって解約を招いていることだけです。",
)
NO_LIST = T(
    "Without a list there is nothing to try out; begin with the questions.",
    "リストがないので、試すことはまだありません。質問の答えを集めるところから始めてください。",
)
DECIDE = T(
    "In the end count how many left in each group, of 1,000. Go on if at least {go_on} fewer of 1,000 left among those "
    "contacted; else stop.",
    "最後に、それぞれの組で解約した人を数え、1,000人あたりに直して比べます。連絡した組のほうが1,000人あたり{go_on}人以上少なければ続け、"
    "そうでなければ中止します。",
)
DECIDE_SUM = T(
    "After {lists} such lists count how many left in each group, in all of them together, of 1,000. Go on if at least {go_on} "
    "fewer of 1,000 left among those contacted; else stop. Do not decide on fewer lists: there luck does more. Before that "
    "contacts stop only at the number under “when to stop”.",
    "{lists}回が終わったら、全部の回を合わせて、それぞれの組で解約した人を数え、1,000人あたりに直して比べます。連絡した組のほうが1,000人あたり"
    "{go_on}人以上少なければ続け、そうでなければ中止します。回数が少ないうちは偶然の差が大きいので、途中では決めません。"
    "途中でやめるのは「中止のめやす」の数に達したときだけです。",
)
PAYS = T(
    "At {go_on} fewer it begins to pay; luck alone hardly brings about more than {luck}.",
    "{go_on}人少ないところが、採算ラインです。偶然だけで{luck}人より大きな差がつくことは、めったにありません。",
)
PAYS_WITHIN_LUCK = T(
    "{pays} fewer would already pay, but luck alone brings about differences of nearly {go_on}.",
    "採算だけなら{pays}人少なければ合いますが、{go_on}人に近い差は偶然でもつくためです。",
)
BY_LUCK = T("Luck alone brings about differences of nearly {go_on}.", "{go_on}人に近い差は、偶然でもつくためです。")
RECKONED = T(
    "That is reckoned with {share} of {of} leaving of those left alone.",
    "これは、連絡しない組で{of}人中{share}人が解約するとみた計算です。",
)
FEWER_TAKE_MORE = T("If fewer do, it takes more lists.", "それより少なければ、もっと回数がかかります。")
TELLS_LITTLE = T(
    "In the end count how many left in each group, of 1,000. If {go_on} or more fewer of 1,000 left among those contacted, the "
    "effect is very large: go on. If not, this round has told nothing, neither that the contact works nor that it does not. So "
    "large a difference comes of a contact that does nothing in {nothing} of 100 cases at most, and even of one that keeps "
    "{wanted} of 100 leavers in about {reached} only.",
    "最後に、それぞれの組で解約した人を数え、1,000人あたりに直して比べます。連絡した組のほうが1,000人あたり{go_on}人以上少なければ、"
    "非常に大きな効果なので続けます。そうでなければ、この回からは何もわかりません(効果がないという意味ではありません)。"
    "これほどの差がつくのは、効果のない連絡では100回に{nothing}回まで、解約するはずの100人のうち{wanted}人が残る連絡でも100回に{reached}回ほどです。",
)
"""Where no number of lists shows what a contact is supposed to do."""
CHANCES = T(
    "Decided so, a contact that does nothing goes on in {nothing} of 100 cases at most, and one that keeps {found} or more of "
    "100 leavers is stopped in {stopped} of 100 at most.",
    "こう決めれば、効果のない連絡を続けてしまうのは100回に{nothing}回まで、解約するはずの100人のうち{found}人以上が残る連絡を"
    "やめてしまうのは100回に{stopped}回までです。",
)
CHANCE_OF_NOTHING = T(
    "Decided so, a contact that does nothing goes on in {nothing} of 100 cases at most; but even one that works well may be "
    "stopped, so add further lists before you give it up.",
    "こう決めれば、効果のない連絡を続けてしまうのは100回に{nothing}回までです。ただ、よく効く連絡でもこの人数では見落とすことがあるので、"
    "やめると決める前に、次のリストも合わせて数えてください。",
)
