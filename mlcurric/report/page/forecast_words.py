"""The words about what was forecast of groups of customers, beside what came of it."""

from __future__ import annotations

from mlcurric.text import T

TRUE_HEADING = {
    True: T("The forecasts held, as far as can be counted", "予想した人数は、数えられる範囲で実際と合っている"),
    False: T("The forecasts were off in places", "予想した人数と実際が、合っていないところがある"),
}
TRUE_BUT = {
    False: T(
        "The forecasts held in {right} of {groups} groups of customers",
        "予想した人数は、{groups}グループのうち{right}グループで実際と合っている",
    ),
    True: T(
        "The forecasts were a little off in {off} of {groups} groups of customers",
        "予想した人数は、{groups}グループのうち{off}グループで実際と少しずれている",
    ),
}
"""By whether most of them were off."""
TRUE_NOWHERE = {
    "high": T(
        "The forecasts were a little too high for every group of customers",
        "予想した人数は、どのグループでも実際より少し多い",
    ),
    "low": T(
        "The forecasts were a little too low for every group of customers",
        "予想した人数は、どのグループでも実際より少し少ない",
    ),
    "both": T(
        "The forecasts were a little off for every group of customers",
        "予想した人数は、どのグループでも実際と少しずれている",
    ),
}
"""The same where no group was right; by whether they were too high or too low."""
TRUE_STAYED = T(
    "That was tried on all customers. Those on this list have stayed already: for them see the number after “about” (part 3).",
    "これは顧客全体で確かめたことです。リストの人の見込みは、3章の「約何人」を見てください。",
)
TRUE_OFF_HEADING = {
    "high": T(
        "The forecasts held for most customers, but were too high for those at the top of the list",
        "予想した人数は、おおむね実際と合っているが、リストの上位では多すぎる",
    ),
    "low": T(
        "The forecasts held for most customers, but were too low for those at the top of the list",
        "予想した人数は、おおむね実際と合っているが、リストの上位では少なすぎる",
    ),
}
TRUE_OFF = {
    "high": T(
        "At the top, where this list comes from, fewer left than “… of {of}” says.",
        "リストに載る上位の人では、実際の解約は「{of}人中何人」より少なめでした。",
    ),
    "low": T(
        "At the top, where this list comes from, more left than “… of {of}” says.",
        "リストに載る上位の人では、実際の解約は「{of}人中何人」より多めでした。",
    ),
}
"""Where most forecasts held, but not those of the list: by whether these are too high or too low."""
TRUE_OFF_GO_BY = {
    True: T(
        "So go by the number after “about” beside each customer (part 3).",
        "リストの人については、「約何人」のほうを見てください(3章)。",
    ),
    False: T(
        "So go by what is expected of the whole list (part 3).",
        "リストについては、全体の見込みのほうを見てください(3章)。",
    ),
}
"""By whether a number with “about” stands beside each."""
TRUE_SAYS = {
    True: T(
        "“… of {of}” beside each customer can be relied on, give or take the ranges below.",
        "一人ひとりの横の「{of}人中何人」は、下の図の幅くらいの誤差を見込めば使えます。",
    ),
    False: T(
        "Groups of customers left more or less often than was forecast, by more than {part}% of those who left. So no number stands beside single customers on this page, only their order.",
        "予想より多く、または少なく解約したグループがあり、ずれは実際の解約者の{part}%を超えています。そのため、このページでは一人ひとりの人数は示さず、順番だけを示します。",
    ),
}
TRUE_DOUBTED = T(
    "But that is no reason to rely on them: a column that knows the answer makes forecasts come true where the outcome is known, and not on this list.",
    "ただし、これを根拠にこの人数を使うことはできません。答えを先に知っている列があると、結果のわかっている顧客では予想が当たりますが、このリストでは当たりません。",
)
TRUE_SAYS_NEITHER = T(
    "Groups of customers left more or less often than was forecast, by more than {part}% of those who left. So no number stands beside single customers on this page.",
    "予想より多く、または少なく解約したグループがあり、ずれは実際の解約者の{part}%を超えています。そのため、このページでは一人ひとりの人数は示しません。",
)
TRUE_SAYS_BUT = {
    "luck": T(
        "They were off for {off}. That may be luck, which puts about 1 group in 20 off; still, take the number beside such customers for a rough one.",
        "外れているのは、{off}のグループです。偶然でも20グループに1つほどは外れますが、このあたりの顧客の「{of}人中何人」は、おおよその数とみてください。",
    ),
    "many": T(
        "They were off for {off}. Luck puts only about 1 group in 20 off, so these are too many to be luck: take the number beside such customers for a rough one.",
        "外れているのは、{off}のグループです。偶然で外れるのは20グループに1つほどなので、この多さは偶然とは言えません。このあたりの顧客の「{of}人中何人」は、おおよその数とみてください。",
    ),
    "far": T(
        "They were off for {off}, further than luck alone puts any group: take the number beside such customers for a rough one.",
        "外れているのは、{off}のグループです。偶然だけでここまで大きく外れることは、まずありません。このあたりの顧客の「{of}人中何人」は、おおよその数とみてください。",
    ),
}
"""By whether more groups were off than luck puts off, or one of them further."""
TRUE_STILL_SHOWN = {
    True: T(
        "It is shown all the same, because no group like those on the list was off by more than {part}% of those who left.",
        "それでも載せているのは、リストの人に近いグループでは、ずれが実際の解約者の{part}%以内だからです。",
    ),
    False: T(
        "It is shown all the same, because no group like those on the list was off by more than {points} of 100 customers or {part}% of those who left.",
        "それでも載せているのは、リストの人に近いグループでは、ずれが100人あたり{points}人以内か、実際の解約者の{part}%以内だからです。",
    ),
}
"""Why numbers stand beside single customers though most were off; by whether all were off by no more than a part of who left."""
TRUE_SAYS_OFF_LIST = T(
    "They were off for {off}. Nobody like these is on the list: “… of {of}” beside each customer on it can be relied on, give or take the ranges below.",
    "外れているのは、{off}のグループですが、リストにはそのような人はいません。リストの人の横の「{of}人中何人」は、下の図の幅くらいの誤差を見込めば使えます。",
)
"""The same where only groups that are not on the list were off."""
OFF_GROUP = T("those forecast at {said} of {of} ({came} left)", "{of}人中{said}人と予想して実際は{came}人")
OFF_GROUPS = T("{n} groups (see below)", "下の図の{n}個")
"""The same where they are too many to name."""
TRUE_ALT = T(
    "Dots: forecast and actual leavers, of {of}: {groups}.",
    "点グラフ。{of}人中の、予想した人数と実際の人数: {groups}。",
)
TRUE_GROUP = T("forecast {said}, actual {came}", "予想{said}・実際{came}")
TRUE_CAPTION = T(
    "Each dot is a group of customers of similar risk. On the dashed line the forecast came true; above it more left than forecast, below it fewer.",
    "点は、リスクの近い顧客のグループです。破線に重なっていれば予想どおり、破線より上なら予想より多く、下なら予想より少なく解約しました。",
)
