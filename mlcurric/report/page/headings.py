"""The headings of the parts: each a sentence that says what came of it."""

from __future__ import annotations

from mlcurric.text import T

HEADINGS = {
    "table": T(
        "1. In this table {n} of {of} customers left: what it can tell, and what it cannot",
        "1. この表では{of}人中{n}人が解約。表からわかること、わからないこと",
    ),
    "table_looks": T(
        "1. Of {of} looks at customers in this table, {n} were followed by their leaving: what it can tell, and what it cannot",
        "1. この表では延べ{of}人中{n}人が解約。表からわかること、わからないこと",
    ),
    "table_changed": T(
        "1. Of {of} customers {before} left before {day}, and {since} from then on: what this table can tell, and what it cannot",
        "1. 解約は{day}より前が{of}人中{before}人、それ以降は{since}人。表からわかること、わからないこと",
    ),
    "table_changed_looks": T(
        "1. Of {of} looks at customers before {day} {before} were followed by their leaving, and {since} from then on: what this "
        "table can tell, and what it cannot",
        "1. 解約は{day}より前が延べ{of}人中{before}人、それ以降は{since}人。表からわかること、わからないこと",
    ),
    "rule": T(
        "2. Use the rule: the model does not find clearly more",
        "2. ルールを使う。モデルにしても、見つかる解約者ははっきりとは増えない",
    ),
    "model": T(
        "2. Use the model: of {of} on its list, {n} more leave than of {of} on the rule’s",
        "2. モデルを使う。リストの{of}人中、解約する人がルールより{n}人多い",
    ),
    "only-the-model": T(
        "2. Use the model: only of its list can it be said that it beats picking at random",
        "2. モデルを使う。無作為に選ぶより良いと言えるのは、モデルのリストだけ",
    ),
    "nobody": T(
        "2. Use neither the rule nor the model: neither is clearly better than picking at random",
        "2. ルールもモデルも使わない。無作為に選ぶよりはっきり良いとは言えない",
    ),
    "no-longer-holds": T(
        "2. Use neither the rule nor the model: what told leavers apart earlier does so no longer",
        "2. ルールもモデルも使わない。前の時期に解約者を見分けていたものが、いまは通用しない",
    ),
    "none-stands-out": T(
        "2. Use neither the rule nor the model: those whom the rule means are no longer among the customers",
        "2. ルールもモデルも使わない。ルールに当てはまる人が、いまの候補に1人もいない",
    ),
    "stayers-alike": T(
        "2. Use neither the rule nor the model: among customers who have stayed already, they do not tell who leaves next",
        "2. ルールもモデルも使わない。契約を続けてきた人の中では、誰が解約するかを見分けられない",
    ),
    "whole-order": T(
        "2. Use the model: it sorts customers clearly better than the rule",
        "2. モデルを使う。全員を並べた順番が、ルールよりはっきり良い",
    ),
    "too-few-to-choose": T(
        "2. Use the rule: too few were on the trial lists to tell whether the model finds more",
        "2. ルールを使う。試したリストの人数が少なく、モデルのほうが多く見つけるかどうかは確かめられない",
    ),
    "too-good": T(
        "2. Clear up first: what came out is too good to be true",
        "2. 先に確認する。結果がうますぎる",
    ),
    "everybody-fits": T(
        "2. Nobody has to be chosen: all who could be listed are on the list",
        "2. 選ぶ必要はない。対象の全員がリストに載る",
    ),
    "too-few-to-tell": T(
        "2. Use neither the rule nor the model yet: with so little data it cannot be told whether they beat picking at random",
        "2. ルールもモデルも、まだ使わない。データが少なく、無作為に選ぶより良いかどうかを見分けられない",
    ),
    "first": T(
        "3. The first {n} on the list: what goes with their risk, and what somebody can do about it",
        "3. リストの最初の{n}人。解約しやすさと関係する点と、こちらで打てる手",
    ),
    "promise": T(
        "4. Of the {size} on the list {leavers} would leave; the list misses {misses} who leave",
        "4. リストの{size}人のうち、解約するのは{leavers}人。解約する{misses}は、リストに載らない",
    ),
    "promise_none_missed": T(
        "4. Of the {size} on the list {leavers} would leave; where it was tried, the list missed nobody who left",
        "4. リストの{size}人のうち、解約するのは{leavers}人。試したときは、解約した人の見逃しはなかった",
    ),
    "promise_hardly_missed": T(
        "4. Of the {size} on the list {leavers} would leave, and of the others hardly anybody is expected to",
        "4. リストの{size}人のうち、解約するのは{leavers}人。リスト以外で解約する人は、ほとんどいない見込み",
    ),
    "promise_everybody": T(
        "4. Of the {size}, all who could be listed, {leavers} would leave",
        "4. 対象の全員、{size}人のうち、解約するのは{leavers}人",
    ),
    "promise_short": T(
        "4. Of the {size} on the list {leavers} would leave", "4. リストの{size}人のうち、解約するのは{leavers}人"
    ),
    "no_promise": T("4. Without a list there is nothing to promise", "4. リストがないので、約束できることもない"),
    "plan": T(
        "5. Before anybody is contacted: to be at risk does not mean that a contact helps",
        "5. 連絡を始める前に。解約しそうなことと、連絡に効果があることは別",
    ),
    "no_first": T("3. No list was made", "3. リストは作らなかった"),
    "nobody_here": T("3. There is nobody to list", "3. リストに載せる人がいない"),
    "list": T("6. The rest of the list: places {first} to {last}", "6. リストの続き: {first}位〜{last}位"),
    "list_cut": T(
        "6. The rest of the list: places {first} to {last} of {all}",
        "6. リストの続き: {all}人のうち{first}位〜{last}位",
    ),
}
