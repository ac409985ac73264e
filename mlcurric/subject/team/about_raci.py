"""What a RACI table hides: two who answer, one who answers for everything, somebody who is away on the day."""

from __future__ import annotations

from collections.abc import Iterator

from mlcurric.subject.cells import plain
from mlcurric.subject.operations.raci import row_finding
from mlcurric.subject.product.finding import LineFinding, clash, question, quoted
from mlcurric.subject.team.about_roles import about_name
from mlcurric.subject.team.days import a_day, day_off, working_day_from
from mlcurric.subject.team.people import Whom, whom
from mlcurric.subject.team.raci import Raci, first_day_back
from mlcurric.text import T, listed

FEW_TASKS = 4
"""In a shorter table one person may well answer for most."""
MANY_ASKED = 4
_ROW = {
    "no_a": (T("“{task}”: nobody answers for it (no A).", "「{task}」に、説明責任を負う人(A)がいません。"),
             T("Who says “done”, or “stop”? Give that person the A.", "「完了」や「中止」を言うのは誰ですか。その人を A にします。")),
    "several_a": (T("“{task}”: {who} all answer for it (A); each waits for the other.", "「{task}」の A が{n}人います({who})。お互いに待ってしまいます。"),
                  T("Leave one A; the others do it (R) or are asked (C).", "A は1人だけ残し、ほかは R か C にします。")),
    "no_r": (T("“{task}”: nobody does it (no R).", "「{task}」を実行する人(R)がいません。"),
             T("Who does it with their own hands?", "実際に手を動かすのは誰ですか。")),
}  # fmt: skip


def raci_findings(sheet: Raci) -> list[LineFinding]:
    """What cannot stand in a RACI table, and what has to be asked; ``lines`` are the numbers of tasks, from 1, or people."""
    if not sheet.tasks:
        way_out = T("One line for each thing that is done, one column for each person; first only the As.", "することを1行にひとつ、人を1列にひとり。まずAだけを決めます。")  # fmt: skip
        return [question("blank", "1", T("The table has no line yet.", "まだ1行も書かれていません。"), way_out)]
    return [*_about_rows(sheet), *_about_people(sheet)]


def _about_rows(sheet: Raci) -> Iterator[LineFinding]:
    seen: dict[str, int] = {}
    for at, task in enumerate(sheet.tasks, 1):
        line, name = str(at), quoted(task.what)
        if found := row_finding(task.marks):
            says, way_out = _ROW[found]
            who = listed(T(each, each) for each in task.who("A") or ["–"])
            yield clash(found, line, says, way_out, task=name, who=who, n=len(task.who("A")))
        if (first := seen.setdefault(plain(task.what), at)) != at:
            yield question(
                "task_twice",
                f"{first} {at}",
                T("“{task}” stands there twice.", "「{task}」が2行あります。"),
                T("Keep one line, or say what differs.", "1行にまとめるか、違いを書きましょう。"),
                task=name,
            )
        asked = task.who("C")
        if len(asked) >= MANY_ASKED and 2 * len(asked) > len(sheet.people):
            yield question(
                "all_consulted", line,
                T("“{task}”: {n} of {all} people are asked first (C).", "「{task}」では、{all}人中{n}人に相談(C)します。"),
                T("Whose answer could change it? The others are told afterwards (I).", "答えしだいで中身が変わるのは誰ですか。ほかの人は I で足ります。"),
                task=name, n=len(asked), all=len(sheet.people),
            )  # fmt: skip
        if task.by and (off := day_off(task.by)):
            yield question(
                "day_off", line,
                T("“{task}” is due on {day}, {off}.", "「{task}」の期日が{day}、{off}です。"),
                T("The working days beside it: {before} and {after}.", "近い営業日は、{before}と{after}です。"),
                task=name, day=a_day(task.by), off=off, before=a_day(working_day_from(task.by, -1)), after=a_day(working_day_from(task.by)),
            )  # fmt: skip
        for who in task.marks:
            letters = [letter for letter in "AR" if letter in task.marks[who]]
            if task.by and letters and sheet.is_away(who, task.by):
                back = first_day_back(sheet, who, task.by)
                yield clash(
                    "away", line,
                    T("“{task}” is due on {day}; {who} ({letters}) cannot be reached then.", "「{task}」の期日は{day}ですが、{who}({letters})はその日、連絡がつきません。"),
                    T("Name a stand-in, or move the day: {who} is back on {back}.", "代わりの人を決めるか、日を動かします。{who}に連絡がつくのは{back}からです。"),
                    task=name, day=a_day(task.by), who=who, letters="・".join(letters), back=a_day(back),
                )  # fmt: skip


def _about_people(sheet: Raci) -> Iterator[LineFinding]:
    for who in sheet.people:
        answers = [str(at) for at, task in enumerate(sheet.tasks, 1) if "A" in task.marks.get(who, ())]
        if len(sheet.tasks) >= FEW_TASKS and 2 * len(answers) > len(sheet.tasks):
            yield question(
                "many_a", " ".join(answers),
                T("{who} answers for {n} of {all} tasks.", "{all}件のうち{n}件の A が、{who}です。"),
                T("What could somebody closer to the work answer for?", "現場に近い人に任せられるのはどれですか。"),
                who=who, n=len(answers), all=len(sheet.tasks),
            )  # fmt: skip
        does = [str(at) for at, task in enumerate(sheet.tasks, 1) if {"A", "R"} & task.marks.get(who, frozenset())]
        if does and whom(who) is not Whom.PERSON:
            yield from about_name(who, "raci", " ".join(does), T("A or R", "A か R"))
        if sheet.tasks and not any(task.marks.get(who) for task in sheet.tasks):
            yield question(
                "no_letter", who.replace(" ", "_"),
                T("{who} has no letter in any line.", "{who}は、どの行にも入っていません。"),
                T("Take the column out, or say what {who} is to be told (I).", "列を消すか、知らせること(I)を決めましょう。"),
                who=who,
            )  # fmt: skip
