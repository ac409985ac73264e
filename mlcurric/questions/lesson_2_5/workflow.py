"""The way of a correction: who looks, within which time, what counts, where it is kept and who reads it. The lines must agree."""

from __future__ import annotations

from math import ceil
from typing import Any

from mlcurric.question.choices import Choice
from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Number
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed, passed
from mlcurric.subject.simulation.reviewers import Reviewers
from mlcurric.text import T

MIDDLE, LATEST = 420, 8
"""Customers in the middle band of one list, and the working days after which a list is stale; the prompt says both."""
_AN_HOUR = round(60 / Reviewers().minutes)
_LEAST_BY_LOT = 60
_WHO = {
    "a": T("Aya's six callers", "彩さんのチームの6人"),
    "b": T("Rin, who made the model", "モデルを作った凛さん"),
    "c": T("six of Mr Sato's salespeople", "佐藤さんの営業部の6人"),
    "d": T("Ms Kato's two most experienced people", "加藤さんのチームのベテラン2人"),
}
_A_DAY = {"a": 6 * _AN_HOUR, "b": _AN_HOUR, "c": 6 * _AN_HOUR, "d": 2 * _AN_HOUR}
_SEES = {
    "a": T("before answering", "答える前に見せる"),
    "b": T("right after the own answer is kept", "自分の答えを残した直後に見せる"),
}
_COUNTS = {
    "a": T("the machine's", "機械の判断"),
    "b": T("the person's, with a reason from a short list", "人の判断。短い一覧から理由を選んで残す"),
    "c": T("Aya's: she decides each case", "彩さんの判断。1件ずつ決める"),
    "d": T("nobody's until another person has looked and agrees", "別の人も見て、意見がそろうまで決めない"),
}
_WRITTEN = {
    "a": T("in the team's chat, with the customer's name", "チームのチャットに、顧客名をつけて"),
    "b": T("over the machine's number, which is now right", "機械の数字に上書きして、正しくする"),
    "c": T(
        "in the CRM beside the machine's number: answer, reason, who, when",
        "CRMの、機械の数字の隣に。答え、理由、人、日時",
    ),
}
_READ = {
    "a": T(
        "the training job, every night: the answers are its new labels",
        "毎晩の学習ジョブ。答えを新しい正解ラベルとして使う",
    ),
    "b": T(
        "Rin and Aya, once a month, beside what those customers did since",
        "凛さんと彩さん。月に1回、その後の顧客の動きと並べて",
    ),
    "c": T("whoever wants to; nothing is thrown away", "必要な人。すべて残してあるので、いつでも見られる"),
}
_MODEL: dict[str, Any] = {
    "who": "a",
    "days": 7,
    "by_lot": 60,
    "sees_machine": "b",
    "whose_counts": "b",
    "written": "c",
    "read_by": "b",
}
_SAYS = {
    "impossible": T(
        "A number below zero, or no day at all, cannot be worked.",
        "0より小さい人数や、0日では、仕事になりません。",
    ),
    "own_judge": T(
        "who: Rin made the model, and would be the judge of her own work. She does not know the customers either.",
        "who: 凛さんはモデルを作った人です。自分の仕事を自分で判定することになります。それに、顧客のことは知りません。",
    ),
    "interested": T(
        "who: Mr Sato's people are paid for contracts that stay. “Would a call help?” is then not the only thing they weigh.",
        "who: 営業の人は、続いた契約の数で評価されます。「電話は役に立つか」だけを考えて答えるのは難しくなります。",
    ),
    "too_few_hours": T(
        "days does not fit who and by_lot.",
        "days が、who と by_lot に合っていません。",
    ),
    "too_late": T(
        "days: after {latest} working days the list is stale, and the customers of the middle band have been left alone by default.",
        "days: リストは{latest}営業日で古くなります。真ん中の帯の人は、何もしないまま電話なしになってしまいます。",
    ).format(latest=LATEST),
    "no_lot": T(
        "by_lot: nobody ever looks at the other two bands, so no error of theirs can come back.",
        "by_lot: ほかの2つの帯は、誰も見ません。そこでの間違いは、決して返ってきません。",
    ),
    "gesture": T(
        "by_lot: so few would miss an error that concerns one customer in ten of a band more often than is good. Take {least} or more, half from each band.",
        "by_lot: それだけでは、帯の10人に1人で起きる間違いも見落としかねません。2つの帯を合わせて{least}人以上にしましょう。",
    ).format(least=_LEAST_BY_LOT),
    "anchored": T(
        "sees_machine: whoever sees the answer first tends to agree with it, and you pay for a signature instead of a look.",
        "sees_machine: 先に答えを見た人は、それに引きずられます。見てもらったつもりが、判を押してもらっただけになります。",
    ),
    "never_counts": T(
        "whose_counts: then nothing changes because of a look, and soon nobody looks properly.",
        "whose_counts: これでは、見ても何も変わりません。そのうち、誰もまじめに見なくなります。",
    ),
    "one_head": T(
        "whose_counts: nearly half of the middle band is corrected, about 190 cases a list. They would wait for Aya, and she has callers to lead.",
        "whose_counts: 真ん中の帯では、半分近く、1回のリストで190件ほどが修正されます。彩さんの判断待ちで止まり、チームを率いる時間もなくなります。",
    ),
    "until_agreed": T(
        "whose_counts: a second look at nearly half of them, and a third: your days are not enough for that, and both read the same notes.",
        "whose_counts: 半分近くに2人目、3人目が要ります。日数が足りません。しかも、読むのは同じ記録です。",
    ),
    "chat": T(
        "written: in a chat nobody can count it, and Takumi's CRM does not know of it.",
        "written: チャットでは数えられませんし、拓海さんのCRMにも届きません。",
    ),
    "overwritten": T(
        "written: then nobody can tell any more what the machine had said, nor compare the two with what came.",
        "written: 機械が何と言っていたかが消えてしまい、あとで結果と比べることができません。",
    ),
    "opinion_as_label": T(
        "read_by: an answer is a judgement, wrong in about one of four in this band. A label is what the customer then did.",
        "read_by: 人の答えは判断です。この帯では4回に1回ほど間違えます。正解ラベルになるのは、その後に顧客が実際にしたことです。",
    ),
    "nobody_reads": T(
        "read_by: what everybody may read, nobody reads. A name and a day are missing.",
        "read_by: 誰でも読めるものは、誰も読みません。名前と日が要ります。",
    ),
}
_EXAMPLES: dict[str, dict[str, Any]] = {
    "impossible": {"days": 0},
    "own_judge": {"who": "b"},
    "interested": {"who": "c"},
    "too_few_hours": {"days": 6},
    "too_late": {"days": 9},
    "no_lot": {"by_lot": 0},
    "gesture": {"by_lot": 5},
    "anchored": {"sees_machine": "a"},
    "never_counts": {"whose_counts": "a"},
    "one_head": {"whose_counts": "c"},
    "until_agreed": {"whose_counts": "d"},
    "chat": {"written": "a"},
    "overwritten": {"written": "b"},
    "opinion_as_label": {"read_by": "a"},
    "nobody_reads": {"read_by": "c"},
}


def days_needed(who: str, by_lot: float) -> int:
    """Working days until everybody of the middle band, and those drawn by lot, have been looked at."""
    return ceil((MIDDLE + by_lot) / _A_DAY[who])


def findings(flow: dict[str, Any]) -> list[str]:
    """Everything that is wrong with a workflow, in the order in which it is told."""
    if flow["days"] <= 0 or flow["by_lot"] < 0:
        return ["impossible"]
    wrong = {
        "own_judge": flow["who"] == "b",
        "interested": flow["who"] == "c",
        "too_late": flow["days"] > LATEST,
        "too_few_hours": flow["days"] < days_needed(flow["who"], flow["by_lot"]),
        "no_lot": flow["by_lot"] == 0,
        "gesture": 0 < flow["by_lot"] < _LEAST_BY_LOT,
        "anchored": flow["sees_machine"] == "a",
        "never_counts": flow["whose_counts"] == "a",
        "one_head": flow["whose_counts"] == "c",
        "until_agreed": flow["whose_counts"] == "d",
        "chat": flow["written"] == "a",
        "overwritten": flow["written"] == "b",
        "opinion_as_label": flow["read_by"] == "a",
        "nobody_reads": flow["read_by"] == "c",
    }
    return [name for name, holds in wrong.items() if holds]


def _hours(flow: dict[str, Any]) -> T:
    needed = days_needed(flow["who"], flow["by_lot"])
    said = T(
        "{all} customers a list, {a_day} looks a day: that takes {needed} working days, and you wrote {days}.",
        "1回のリストで{all}人、1日に見られるのは{a_day}人。{needed}営業日かかりますが、days は{days}です。",
    ).format(all=f"{MIDDLE + flow['by_lot']:,.0f}", a_day=_A_DAY[flow["who"]], needed=needed, days=f"{flow['days']:g}")
    if needed > LATEST:
        more = T(
            "And after {latest} days the list is stale: more people, or fewer by lot.",
            "しかも、リストは{latest}営業日で古くなります。人を増やすか、くじの人数を減らしましょう。",
        )
        return T(f"{said.en} {more.en}", f"{said.ja}{more.ja}").format(latest=LATEST)
    return said


def _check(flow: dict[str, Any]) -> Verdict:
    wrong = findings(flow)
    if wrong:
        says = _hours(flow) if wrong[0] == "too_few_hours" else _SAYS[wrong[0]]
        share = 0.0 if wrong[0] == "impossible" else max(0.0, 1 - len(wrong) / len(_MODEL))
        return failed(says, share=share, misconception=wrong[0])
    return passed(
        T(
            "The lines agree: {all} looks fit into {days} days, an answer changes what happens, and it comes back beside what the customer did.",
            "つじつまが合っています。{all}人を{days}日で見終わり、答えが行動を変え、その後の顧客の動きと並べて読まれます。",
        ).format(all=f"{MIDDLE + flow['by_lot']:,.0f}", days=f"{flow['days']:g}")
    )


workflow = Question(
    name="workflow",
    data="none",
    kind="S",
    form=Fields(
        {
            "who": Field(
                T("who looks, an hour each a day", "見る人(1日1時間ずつ)"),
                Choice(_WHO),
                comment=T("who looks, a letter", "見る人(記号)"),
            ),
            "days": Field(
                T("within how many working days after the list is out", "リストが出てから何営業日以内に"),
                Number(T("days", "日"), example="30", whole=True),
                comment=T("working days", "営業日"),
            ),
            "by_lot": Field(
                T(
                    "customers of the other two bands who are looked at as well, drawn by lot, half from each",
                    "ほかの2つの帯から、くじで半分ずつ選んで見る人数(合計)",
                ),
                Number(T("customers a list", "人(1回のリスト)"), example="900", whole=True),
                comment=T("customers by lot, a list", "くじで見る人数(1回のリスト)"),
            ),
            "sees_machine": Field(
                T("when the person sees the machine's answer", "機械の答えを、いつ見せるか"),
                Choice(_SEES),
                comment=T("sees the machine's answer …, a letter", "機械の答えを見せる時点(記号)"),
            ),
            "whose_counts": Field(
                T("whose answer counts if the two disagree", "食い違ったとき、どちらを採るか"),
                Choice(_COUNTS),
                comment=T("whose answer counts, a letter", "採る判断(記号)"),
            ),
            "written": Field(
                T("where it is written", "どこに書くか"),
                Choice(_WRITTEN),
                comment=T("where it is written, a letter", "書く場所(記号)"),
            ),
            "read_by": Field(
                T("who reads it", "誰が読むか"),
                Choice(_READ),
                comment=T("who reads it, a letter", "読む人(記号)"),
            ),
        }
    ),
    points=6,
    title=T("The way of a correction", "修正の行き先"),
    check=_check,
    hints=(
        T(
            "Begin with the sum: customers a list, looks a day, days. Then ask of each other line: what would be lost with this choice?",
            "まず計算です。1回のリストの人数、1日に見られる人数、日数。次に、残りの行ごとに「これを選ぶと何が失われるか」を考えます。",
        ),
        T(
            "Six people make 72 looks a day. 60 or more by lot, 30 of each band. An answer is kept before the machine's is seen, beside it, and read with what came.",
            "6人なら1日72人。くじは帯ごとに30人、合わせて60人以上。答えは機械の答えを見る前に残し、機械の数字の隣に置き、結果と並べて読みます。",
        ),
    ),
    misconceptions=tuple(Misconception(found, {**_MODEL, **_EXAMPLES[found]}, says) for found, says in _SAYS.items()),
    why=T(
        "Others fit as well, such as 100 by lot in 8 days. What counts: the hours suffice, the look is a person's own, it changes what happens, and somebody reads it beside what came.",
        "ほかの答えもあります(くじで100人、8日など)。大切なのは、時間が足りること、人が自分で見ること、それで行動が変わること、結果と並べて読む人がいることです。",
    ),
)
