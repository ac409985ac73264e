"""A RACI table with a slip in every row, mended and held against the rules that every team's table is held against."""

from __future__ import annotations

from datetime import date

from mlcurric.question.fields import Field
from mlcurric.question.given import Given, PartlyGiven
from mlcurric.question.marks import Marks
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed, passed
from mlcurric.subject.product.finding import LineFinding
from mlcurric.subject.ranges import Range
from mlcurric.subject.team.about_raci import raci_findings
from mlcurric.subject.team.raci import Raci, Task
from mlcurric.text import T

PEOPLE = {
    "pdm": T("PdM", "PdM"),
    "kato": T("Kato", "加藤さん"),
    "nao": T("Nao", "奈緒さん"),
    "takumi": T("Takumi", "拓海さん"),
    "ken": T("Ken", "健さん"),
    "mori": T("Ms Mori", "森さん"),
}
"""In the order of the marks."""
TASKS = {
    "pick_twenty": (T("pick the twenty commonest questions", "よくある質問を20件選ぶ"), date(2027, 1, 29)),
    "write_answers": (T("write the twenty answers, without customers' names", "20件の返事を書く(顧客名は消す)"), date(2027, 2, 5)),
    "put_page_up": (T("put the page beside the ticket tool", "問い合わせ画面の横にページを出す"), date(2027, 2, 8)),
    "correct_answer": (T("an answer has become wrong: correct it within a day", "古くなった返事を、1日以内に直す"), date(2027, 2, 9)),
    "count_use": (T("count how often the page was used", "ページが何回使われたかを数える"), date(2027, 2, 26)),
}  # fmt: skip
"""What is done, and by when."""
AWAY = {"nao": (Range(date(2027, 2, 22), date(2027, 2, 26)),)}
GIVEN = {
    "pick_twenty": "A A - - R I",
    "write_answers": "I A C - - -",
    "put_page_up": "A C R C C C",
    "correct_answer": "C I - - R -",
    "count_use": "I C A - R -",
}
MODEL = {
    "pick_twenty": "A C - - R -",
    "write_answers": "I AR C - - -",
    "put_page_up": "I C A R - -",
    "correct_answer": "I AR - - - -",
    "count_use": "A I - - R I",
}
_MARKS = T("six marks", "6人分の記号")
_FORM = Marks(tuple(PEOPLE), "C A I - R -")
_SAYS = {
    "several_a": T("Two As: each waits for the other.", "Aが2人いると、お互いに待ってしまいます。"),
    "no_r": T("Nobody does it.", "実行する人がいません。"),
    "no_a": T("Nobody answers for it.", "説明責任を負う人がいません。"),
    "all_consulted": T("Too many are asked before.", "事前に相談する人が多すぎます。"),
    "away": T("Whoever answers for it or does it is away on the day.", "期日に、AかRの人が休んでいます。"),
    "many_a": T("One person answers for most of it.", "Aが1人に集まっています。"),
    "not_the_writers": T(
        "write_answers: the answers are in the heads of Kato's five people. Whoever else writes them asks her first; she is R.",
        "write_answers: 返事の中身を知っているのは、加藤さんの5人です。ほかの人が書くなら、結局聞きに行くことになります。Rは加藤さんに。",
    ),
    "friday": T(
        "correct_answer: Ms Mori can be reached on Fridays only, and a wrong answer goes out every hour. Leave her out of it, or tell her after (I).",
        "correct_answer: 森さんに連絡がつくのは金曜だけです。その間も、古い返事が出ていきます。外すか、あとで知らせる(I)にしましょう。",
    ),
    "not_asked": T(
        "correct_answer: Kato only hears of it afterwards, or not at all. Whose people send that answer?",
        "correct_answer: 加藤さんが、あとで知るか、知らされないままです。その返事を送っているのは、誰のチームですか。",
    ),
}
_EXAMPLES = {
    "several_a": {"pick_twenty": GIVEN["pick_twenty"]},
    "no_r": {"write_answers": GIVEN["write_answers"]},
    "no_a": {"correct_answer": "C R - - - -"},
    "all_consulted": {"put_page_up": GIVEN["put_page_up"]},
    "away": {"count_use": GIVEN["count_use"]},
    "many_a": {"pick_twenty": "C A - - R -"},
    "not_the_writers": {"write_answers": "A C R - - -", "count_use": "I A - - R I"},
    "friday": {"correct_answer": "I AR - - - C"},
    "not_asked": {"correct_answer": "A I - - R -", "count_use": "I C - A R I"},
}


def _as_raci(rows: dict[str, dict[str, frozenset[str]]]) -> Raci:
    names = {who: str(name) for who, name in PEOPLE.items()}
    # By the line's own name: a finding quotes it.
    tasks = tuple(
        Task(name, {names[who]: marks for who, marks in row.items()}, TASKS[name][1]) for name, row in rows.items()
    )
    return Raci(tasks, tuple(names.values()), {names[who]: days for who, days in AWAY.items()})


def _about_this_work(rows: dict[str, dict[str, frozenset[str]]]) -> str | None:
    """What no rule of a table knows: who writes the answers, and who hears first that one is wrong."""
    if "R" not in rows["write_answers"]["kato"]:
        return "not_the_writers"
    if rows["correct_answer"]["mori"] - {"I"}:
        return "friday"
    return None if rows["correct_answer"]["kato"] & {"R", "A", "C"} else "not_asked"


def _rows_with(findings: list[LineFinding]) -> int:
    return len({line for finding in findings for line in finding.lines})


def check_rows(rows: dict[str, dict[str, frozenset[str]]]) -> Verdict:
    """A table is judged by the rules of every table first, and then by what this work needs."""
    # A column without a letter is no slip here: the six are given.
    findings = [finding for finding in raci_findings(_as_raci(rows)) if finding.name != "no_letter"]
    if findings:
        first = findings[0]
        share = max(0.0, 1 - _rows_with(findings) / len(rows))
        return failed(first.says, first.way_out, share=share, misconception=first.name)
    if found := _about_this_work(rows):
        return failed(_SAYS[found], share=1 - 1 / len(rows), misconception=found)
    return passed(
        T(
            "One A a row, nobody has most of them, and on each day the one who answers is there. For the page nobody has to ring the PdM.",
            "Aは1行に1人で、誰にも偏らず、期日には必ず本人がいます。このページのことで、PdMに電話する人はもういません。",
        )
    )


raci_table = Question(
    name="raci_table",
    data="fixed",
    kind="S",
    form=PartlyGiven({name: Field(label, Given(_FORM, GIVEN[name]), _MARKS) for name, (label, _) in TASKS.items()}),
    points=5,
    title=T("Kato's page: who does what", "加藤さんのページ: 誰が何をするか"),
    check=check_rows,
    hints=(
        T(
            "Each row has one slip: two As; no R; no A; too many Cs; somebody is away.",
            "どの行にも、ひとつずつ直すところがあります。Aが2人、Rがいない、Aがいない、Cが多すぎる、期日に不在。",
        ),
        T(
            "Kato's five know the answers: R in write_answers, and at least C in correct_answer. Nobody needs more than two As.",
            "返事の中身を知っているのは加藤さんの5人です。write_answers のR、correct_answer でも少なくともC。Aは、1人2つまでで足ります。",
        ),
    ),
    misconceptions=tuple(Misconception(found, {**MODEL, **_EXAMPLES[found]}, says) for found, says in _SAYS.items()),
    why=T(
        "Other tables fit as well. What counts: one A a row, spread over those who are near to the work, and on the day they are there.",
        "ほかの表でも成り立ちます。大切なのは、Aが1行に1人で、仕事に近い人に分かれていて、期日に本人がいることです。",
    ),
)
