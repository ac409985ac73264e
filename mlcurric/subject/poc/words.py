"""What stands on a plan's page and in its picture beside the plan's own words."""

from __future__ import annotations

from mlcurric.subject.poc.ground import HARMS, NOTHING, WORKS
from mlcurric.text import T

WORLDS = {
    WORKS: T("the calls keep {n} of 100", "電話で解約が100人中{n}人減る"),
    NOTHING: T("the calls do nothing", "電話に効果がない"),
    HARMS: T("the calls drive {n} of 100 away", "電話で解約が100人中{n}人増える"),
}
"""What is said of each world in which a plan is rehearsed."""
DECISIONS = {
    "go": T("go", "実施"),
    "early_go": T("go before the last day", "最終日を待たずに実施"),
    "late_go": T("extended, then go", "延長のあと実施"),
    "late_stop": T("extended, then stop", "延長のあと中止"),
    "stop": T("stop", "中止"),
}
"""How a run may end."""
LABELS = {
    "product": T("what is tried, for the title", "何を試すのか(題名)"),
    "hypothesis": T("what we believe, so that it can turn out wrong", "外れうる形で書いた、私たちの考え"),
    "metric": T("what is counted", "何を数えるか"),
    "baseline": T("compared with whom", "誰と比べるか"),
    "smallest_effect": T(
        "the smallest effect worth having: of 100, how many fewer leave", "得たい最小の効果: 100人あたり何人減るか"
    ),
    "customers": T("customers in the trial, both groups together", "試す顧客の数(2組の合計)"),
    "hold_out_of_100": T("of 100 of them, how many are left alone", "そのうち、100人中何人には電話しないか"),
    "left_alone_by": T("who is left alone", "電話しない人の決め方"),
    "calls_a_week": T("calls a week", "1週間の電話の件数"),
    "starts_on": T("day of the first call", "最初の電話の日"),
    "weeks": T("weeks from the first call to the decision", "最初の電話から決める日までの週数"),
    "cost": T("put aside for the first round", "1回目のための費用"),
    "go_from": T("of 100: go if at least so many fewer left", "100人あたり何人以上減っていたら実施か"),
    "stop_below": T(
        "of 100: stop if fewer than that; between the two, extend once",
        "100人あたり何人未満なら中止か(間なら1回だけ延長)",
    ),
    "decides": T("how the count becomes a decision", "数えた値から、どう決めるか"),
    "model_does": T("what the model does", "モデルがすること"),
    "people_do": T("what the callers do", "電話する人がすること"),
    "signed_on": T("day on which it is signed", "署名の日"),
    "signed": T("who signs, role by role", "署名する人(役ごと)"),
    "after_go": T("what happens after a go", "実施と決まったあと"),
}
"""What each line of a plan asks."""
WORDS = {
    "kicker": T("Plan for a proof of concept", "概念実証(PoC)の計画"),
    "no_product": T("(what is tried)", "(何を試すか)"),
    "open": T("open", "未記入"),
    "asked": T(
        "To be signed {signed}before the first call on {starts}. What it decides: go, extend or stop on {decides}.",
        "署名は{signed}最初の電話({starts})より前に。{decides}に、実施・延長・中止のどれかが決まります。",
    ),
    "asked_open": T(
        "To be signed {signed}before the first call. Its day is still open.",
        "署名は{signed}最初の電話より前に。電話を始める日付は未定です。",
    ),
    "by": T("on {day}, ", "{day}、"),
    "no_day": T("(day open)", "(日付は未定)"),
    "believe": T("What we believe", "私たちの考え"),
    "trial": T("The trial", "試し方"),
    "effect": T("smallest effect", "得たい最小の効果"),
    "of_100": T("{n} of 100", "100人中{n}人"),
    "in_trial": T("customers", "顧客"),
    "called": T("called", "電話する人"),
    "alone": T("left alone", "電話しない人"),
    "alone_by_lot": T("left alone (lot)", "電話しない人(くじ)"),
    "a_week": T("calls a week", "電話(週)"),
    "length": T("weeks", "期間(週)"),
    "cost": T("first round, at most", "費用(1回目の上限)"),
    "two_numbers": T("go from {go}, stop below {stop}", "{go}人以上で実施、{stop}人未満で中止"),
    "counted_is_not_true": T(
        "A counted {go} need not be a true {go}: with bad luck a true {effect} is counted as {go}, and it is not to be missed.",
        "数えた{go}人は、本当の{go}人とは限りません。本当は{effect}人減るのに、運悪く{go}人と出ることがあり、それを見逃さないための{go}人です。",
    ),
    "go_at_true": T(
        "At a true {go} this plan says go in {often} of 100 trials.",
        "本当に{go}人しか減らない電話でも、この計画は100回中{often}回「実施」となります。",
    ),
    "loses": T(
        "{reckoned} calling a list of {size} then loses about {loss}; it pays from {pays}.",
        "{reckoned}そのとき{size}人のリストで約{loss}の赤字です(元がとれるのは{pays}人から)。",
    ),
    "decision": T("One day, two numbers, fixed today", "1つの日と2つの数字。今日決めて、動かさない"),
    "counted": T(
        "Counted: how many fewer of the called left, of 100", "数えるもの: 電話した人の解約が、100人あたり何人少ないか"
    ),
    "stop": T("Stop", "中止"),
    "extend": T("Extend, once", "延長(1回だけ)"),
    "go": T("Go", "実施"),
    "below": T("below {n}", "{n}人未満"),
    "between": T("{low} to below {high}", "{low}人以上、{high}人未満"),
    "from": T("{n} or more", "{n}人以上"),
    "stop_means": T(
        "The calls end. Nobody has failed: we have not seen the effect that we wanted.",
        "電話をやめます。失敗ではありません。得たいだけの効果は見えなかった、ということです。",
    ),
    "extend_means": T(
        "As much again: {customers} customers, {cost} at most, until {until}. Then go from {n}, else stop.",
        "もう1回分: 顧客{customers}人、費用は{cost}まで、{until}まで。そこで{n}人以上なら実施、届かなければ中止。",
    ),
    "rehearsed": T("Rehearsed {n} times on simulated customers", "シミュレーションの顧客で{n}回リハーサル"),
    "if": T("if {world}", "{world}なら"),
    "tells": T(
        "This plan can tell: it says go in {works} of 100 trials that work, and in {fooled} of 100 that do not.",
        "この計画は見分けられます。効くときは100回中{works}回、効かないときは{fooled}回、「実施」となります。",
    ),
    "cannot": T(
        "As it stands, this plan cannot tell success from failure: go in {works} of 100 trials that work, and in {fooled} of 100 that do not.",
        "このままでは、成功と失敗を見分けられません。効くときは100回中{works}回、効かないときでも{fooled}回、「実施」となります。",
    ),
    "unfair": T(
        "As it stands, this plan cannot be relied on, though here it says go in {works} of 100 trials that work, and in {fooled} of 100 that do not.",
        "このままでは当てになりません。この顧客では、効くときは100回中{works}回、効かないときは{fooled}回の「実施」でも、です。",
    ),
    "not_yet": T(
        "What is listed below is still open, so nobody can say yet that this plan can tell. As far as it can be rehearsed, it says go in {works} of 100 trials that work, and in {fooled} of 100 that do not.",
        "下に挙げたところが直るまで、見分けられる計画だとは言えません。いまわかる範囲では、効くときは100回中{works}回、効かないときは{fooled}回、「実施」となります。",
    ),
    "costs": T(
        "The trial itself, with what it keeps or drives away: {works} where calls work, {nothing} where they do nothing, {harms} where they do harm (middle of the runs).",
        "試行そのものの損益(引き止めた分、失う分を含む中央値): 効くとき{works}、効果がないとき{nothing}、害になるとき{harms}。",
    ),
    "not_rehearsed": T(
        "Not rehearsed: what is listed below has to be mended first.",
        "リハーサルはまだです。先に、下に挙げたところを直してください。",
    ),
    "model": T("What the model does", "モデルがすること"),
    "people": T("What people do", "人がすること"),
    "metric": T("What is counted", "数えるもの"),
    "baseline": T("Compared with", "比べる相手"),
    "left_alone_by": T("Left alone by", "電話しない人の決め方"),
    "decides": T("How it is decided", "決め方"),
    "after": T("After a go", "実施のあと"),
    "signatures": T(
        "Signed: “I can do my part, and I will not move the numbers above”",
        "署名(「自分の役を果たせます。上の数字を動かしません」)",
    ),
    "sponsor": T("sponsor: says go or stop", "スポンサー: 実施・中止を決める"),
    "front_line": T("front line: keeps to the lot", "現場: くじを守る"),
    "clashes": T("As written, this cannot stand yet:", "このままでは成り立たないところ"),
    "rests": T(
        "Simulated: customers differ in risk, in value and in what a call does to them; the effect is scaled to what the plan says, to nothing, and to as much harm. Asked of a plan: go in at least {found} of 100 where calls work, in at most {fooled} of 100 where they do not. A rehearsal shows what the plan would notice; whether the calls work, only the trial will.",
        "顧客はシミュレーションで、リスクも、価値も、電話の効き方も一人ずつ違います。効果は、計画どおり・ゼロ・同じ大きさの害にそろえました。計画に求めるのは、効くとき100回中{found}回以上、効かないとき{fooled}回以下の「実施」。リハーサルでわかるのは、計画が違いに気づけるかです。電話が効くかどうかは試してみなければわかりません。",
    ),
}
