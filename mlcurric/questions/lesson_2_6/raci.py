"""Who does what when the alarm rings: a RACI table with exactly one A a row, which fits the people and their days."""

from __future__ import annotations

from collections.abc import Mapping

from mlcurric.question.fields import Field, Fields
from mlcurric.question.marks import Marks
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed, passed
from mlcurric.subject.operations.raci import row_finding, with_letter
from mlcurric.text import T, listed

PEOPLE = {
    "aya": T("Aya", "彩さん"),
    "mori": T("Ms Mori", "森さん"),
    "rin": T("Rin", "凛さん"),
    "takumi": T("Takumi", "拓海さん"),
    "daichi": T("Daichi", "大地さん"),
    "you": T("you", "あなた"),
}
"""In the order of the marks."""
_FORM = Marks(tuple(PEOPLE), "C I - R A I")
_ROWS = {
    "write_list": T(
        "make this month's list, look at it, put it into the CRM", "今月のリストを作り、目を通して、CRMに入れる"
    ),
    "read_alarm": T("alarm: find out what has changed", "警報が鳴った。何が変わったのかを突き止める"),
    "stop_calls": T("stop or cut the calls, within a day", "電話を止める、または減らす(1日以内)"),
    "release_model": T("let a new model go live", "新しいモデルを本番に出す"),
    "say_so": T("tell callers and sponsor what has happened", "何が起きたかを、電話する人とスポンサーに伝える"),
}
_MODEL = {
    "write_list": "I - C R A I",
    "read_alarm": "C - R C R A",
    "stop_calls": "I I C I R A",
    "release_model": "I I R C R A",
    "say_so": "I I - - C AR",
}
_SAYS = {
    "several_a": T(
        "More than one A: each of them may take it that the other answers for it. One a row.",
        "Aが2人以上います。互いに「相手が責任を持つはず」と思ってしまいます。Aは1行に1人です。",
    ),
    "no_a": T(
        "No A: when it goes wrong, nobody has to answer for it. One a row.",
        "Aがいません。うまくいかなかったとき、説明する人がいないことになります。Aは1行に1人です。",
    ),
    "no_r": T("No R: who sits down and does it?", "Rがいません。実際に手を動かすのは誰ですか。"),
    "many_asked": T(
        "Three or more are to be asked beforehand (C), and it has to be done within a day. Whom can you tell afterwards (I)?",
        "事前に相談する人(C)が3人以上います。1日以内に終えるには多すぎます。あとで知らせれば(I)よい人は誰ですか。",
    ),
    "away": T(
        "Ms Mori answers for it, and she can be reached on Fridays only; this does not wait that long. She decides about the money afterwards.",
        "Aが森さんになっていますが、連絡がつくのは金曜だけで、それまでは待てません。森さんがお金のことを決めるのは、そのあとです。",
    ),
    "does_it_friday": T(
        "Ms Mori is R, and she can be reached on Fridays only; this does not wait that long.",
        "Rの森さんに連絡がつくのは金曜だけです。それまでは待てません。",
    ),
    "asked_friday": T(
        "Ms Mori is to be asked before (C), and she can be reached on Fridays only. Within a day she can only be told after (I).",
        "森さんに事前に相談する(C)ことになっていますが、連絡がつくのは金曜だけです。1日以内なら、あとで知らせる(I)しかありません。",
    ),
    "own_judge": T(
        "Rin made the model, and would be the judge of her own work. Let somebody else answer for stopping it and for letting it go live.",
        "凛さんはモデルを作った人です。自分の仕事を自分で判定することになります。止めること、本番に出すことの責任は、別の人が持ちましょう。",
    ),
    "not_asked": T(
        "Takumi has no part in finding out: he is the one who knows in what way the app counts.",
        "拓海さんの出番がありません。アプリが何をどう数えているかを知っているのは、拓海さんです。",
    ),
    "hand_on_switch": T(
        "Daichi is not R: only he can reach the switch of the job.",
        "大地さんがRになっていません。ジョブを止めるスイッチに手が届くのは、大地さんだけです。",
    ),
    "nobody_runs_it": T(
        "Neither Daichi, who runs the job, nor Takumi, whose CRM it goes into, is R: who of those who are can start it?",
        "ジョブを動かす大地さんも、CRMに入れる拓海さんも、Rになっていません。Rの人に、このジョブは動かせません。",
    ),
    "callers_not_told": T(
        "Aya gets no letter, and her six callers dial on Monday at nine.",
        "彩さんに何の記号もありません。月曜9時には、6人が電話をかけ始めてしまいます。",
    ),
    "sponsor_not_told": T(
        "Ms Mori gets no letter: she would hear of it from her own customers.",
        "森さんに何の記号もありません。お客様から先に聞くことになってしまいます。",
    ),
}
_EXAMPLES = {
    "several_a": {"read_alarm": "C - AR C R A"},
    "no_a": {"write_list": "I - C R R I"},
    "no_r": {"write_list": "I - C C A I"},
    "many_asked": {"stop_calls": "C I C C R A"},
    "away": {"stop_calls": "I A C I R C"},
    "does_it_friday": {"read_alarm": "C R - C R A"},
    "asked_friday": {"stop_calls": "I C C I R A"},
    "own_judge": {"release_model": "I I AR C R C"},
    "not_asked": {"read_alarm": "C - R - R A"},
    "hand_on_switch": {"stop_calls": "I I R I C A"},
    "nobody_runs_it": {"write_list": "AR - C C I I"},
    "callers_not_told": {"stop_calls": "- I C I R A"},
    "sponsor_not_told": {"say_so": "I - - - C AR"},
}


def _found(name: str, row: dict[str, frozenset[str]]) -> str | None:
    """The first thing that is wrong with a row, in general or for what it is about."""
    if general := row_finding(row):
        return general
    accountable = with_letter(row, "A")
    about = {
        "away": name != "release_model" and accountable == ["mori"],
        "does_it_friday": name != "release_model" and "R" in row["mori"],
        "own_judge": name in ("stop_calls", "release_model") and accountable == ["rin"],
        "hand_on_switch": name == "stop_calls" and "R" not in row["daichi"],
        "nobody_runs_it": name == "write_list" and "R" not in row["daichi"] | row["takumi"],
        "many_asked": name == "stop_calls" and len(with_letter(row, "C")) > 2,
        "asked_friday": name == "stop_calls" and "C" in row["mori"],
        "not_asked": name == "read_alarm" and not row["takumi"] & {"R", "A", "C"},
        "callers_not_told": name in ("stop_calls", "release_model", "say_so") and not row["aya"],
        "sponsor_not_told": name in ("stop_calls", "say_so") and not row["mori"],
    }
    return next((found for found, holds in about.items() if holds), None)


def _kept(rows: Mapping[str, dict[str, frozenset[str]]]) -> float:
    """Each row is judged by itself."""
    return sum(not _found(name, row) for name, row in rows.items()) / len(_ROWS)


def _check(table: dict[str, dict[str, frozenset[str]]]) -> Verdict:
    found = {name: _found(name, row) for name, row in table.items()}
    wrong = [name for name in found if found[name]]
    if wrong:
        name = wrong[0]
        seen = T("{name} ({about}): {says}", "{name}({about}): {says}").format(
            name=name, about=_ROWS[name], says=_SAYS[found[name]]
        )
        return failed(seen, share=1 - len(wrong) / len(table), misconception=found[name])
    stops = PEOPLE[with_letter(table["stop_calls"], "A")[0]]
    return passed(
        T(
            "One A a row, and it fits their days. When it matters, one sentence will do: {who} can stop it today, without asking anybody.",
            "Aは1行に1人で、それぞれの都合にも合っています。いざというときは、このひと言で動けます。「今日止めると決めるのは、{who}」。",
        ).format(who=stops)
    )


raci = Question(
    name="raci",
    data="none",
    kind="S",
    form=Fields({name: Field(label, _FORM) for name, label in _ROWS.items()}),
    points=6,
    title=T("Who does what", "誰が何をするか"),
    check=_check,
    kept=_kept,
    hints=(
        T(
            "Begin with the As: five rows, one each. Who can be reached on any day, and does not judge work of their own?",
            "まずAを5行に1人ずつ。いつでも連絡がつき、自分の仕事を自分で判定しない人は誰でしょう。",
        ),
        T(
            "stop_calls: Daichi has the switch (R), Aya and Ms Mori are told (I), at most two are asked before (C). read_alarm needs Takumi.",
            "stop_calls は、スイッチを持つ大地さんがR、彩さんと森さんには知らせる(I)、事前の相談(C)は2人まで。read_alarm には拓海さんが欠かせません。",
        ),
    ),
    misconceptions=tuple(Misconception(found, {**_MODEL, **_EXAMPLES[found]}, says) for found, says in _SAYS.items()),
    why=T(
        "Other tables fit as well. What counts: one A a row, a hand that reaches the switch today, and nobody hears last whose work it is ({people}).",
        "ほかの表でも成り立ちます。大切なのは、Aが1行に1人で、スイッチに今日手が届き、仕事の当事者({people})が最後に知らされることのないようにすることです。",
    ).format(people=listed((PEOPLE["aya"], PEOPLE["takumi"]))),
)
