"""What leads to a Go: the three gifts before the executive date, the PoC before the roll-out, somebody left alone by lot."""

from __future__ import annotations

from collections.abc import Iterator

from mlcurric.subject.product.finding import LineFinding, clash, question, quoted
from mlcurric.subject.team.about_reasons import is_nothing
from mlcurric.subject.team.days import a_day
from mlcurric.subject.team.people import bare, names_in
from mlcurric.subject.team.plan90 import EXECUTIVE, GIFTS, HOLD_OUT, POC, ROLL_OUT, Plan, Step
from mlcurric.text import T

_WHAT = {
    "viable": T("Who has said that they want it? A list of names.", "「欲しい」と言った人の一覧は作れますか。"),
    "usable": T("What could somebody try in five minutes? A demo, a mock-up.", "5分で試してもらえるものは何ですか。デモでも見本でもかまいません。"),
    "feasible": T("Who builds it, and has looked at the data?", "誰が作りますか。その人はデータを見ましたか。"),
}  # fmt: skip

_SHOWN_BY = {
    "viable": T("Who wanted it, and what did they give for it: a date, a quarter of an hour, a signature?", "誰が欲しいと言い、何を差し出しましたか。日時、15分、署名など。"),
    "usable": T("Who will try it without help, and from how many on does it count?", "誰が手助けなしで試し、何人が使えたら合格ですか。"),
    "feasible": T("Where does it stand that it will be built, and by which day?", "作るという約束は、どこに、何日と書いてありますか。"),
}  # fmt: skip


def about_gifts(sheet: Plan) -> Iterator[LineFinding]:
    """Findings about the executive date, the gifts and the order of PoC, decision and roll-out."""
    dates = sheet.of(EXECUTIVE)
    if not dates:
        yield clash(
            "no_executive_date", EXECUTIVE, T("There is no day on which management decides.", "経営判断の日がありません。"),
            T("Ask for half an hour in their calendar first; the plan is made backwards from it.", "先に30分の予定をもらい、そこから逆算しましょう。"),
        )  # fmt: skip
    yield from _about_each_gift(sheet, dates[0] if dates else None)
    for step in dates:
        people = names_in(f"{step.owner}、{step.attendees}")
        if sheet.sponsor and people and not {bare(name) for name in names_in(sheet.sponsor)} & set(map(bare, people)):
            yield clash(
                "sponsor_missing", str(sheet.number(step)),
                T("“{what}” is held without the sponsor ({sponsor}).", "「{what}」に、スポンサーの{sponsor}がいません。"),
                T("Without the one who says yes nothing is decided: invite them, or move the day.", "承認する人がいなければ決まりません。招くか、日を動かしましょう。"),
                what=quoted(step.what), sponsor=sheet.sponsor,
            )  # fmt: skip
    yield from _about_roll_out(sheet, dates)


def _about_each_gift(sheet: Plan, decision: Step | None) -> Iterator[LineFinding]:
    for kind, name in GIFTS.items():
        steps = sheet.of(kind)
        if not steps:
            yield clash(
                "no_gift", kind, T("There is no line “{gift}”.", "「{gift}」の行がありません。"), _WHAT[kind], gift=name
            )
        for step in steps:
            line, what = str(sheet.number(step)), quoted(step.what)
            if is_nothing(step.evidence):
                yield clash(
                    "gift_without_evidence",
                    line,
                    T("“{what}”: nothing shows that it is one.", "「{what}」に裏づけがありません。"),
                    _SHOWN_BY[kind],
                    what=what,
                )
            ready = step.until or step.day
            if decision is None or decision.day is None or ready is None:
                continue
            values = dict(what=what, ready=a_day(ready), day=a_day(decision.day))
            if ready > decision.day:
                yield clash(
                    "gift_too_late",
                    f"{line} {sheet.number(decision)}",
                    T(
                        "“{what}” is ready on {ready}; management decides on {day}.",
                        "「{what}」ができるのは{ready}、経営判断は{day}です。",
                    ),
                    T("Bring it forward, or move the decision.", "手土産を早めるか、判断の日を遅らせましょう。"),
                    **values,
                )
            elif ready == decision.day:
                yield question(
                    "gift_on_the_day", f"{line} {sheet.number(decision)}",
                    T("“{what}” is ready on the very day of the decision, {day}.", "「{what}」ができるのは、経営判断の当日({day})です。"),
                    T("A day or two for a rehearsal?", "前の日までに一度通して見せる時間はありませんか。"), **values,
                )  # fmt: skip


def _about_roll_out(sheet: Plan, dates: list[Step]) -> Iterator[LineFinding]:
    roll_outs, pocs, hold_outs = sheet.of(ROLL_OUT), sheet.of(POC), sheet.of(HOLD_OUT)
    if (roll_outs or pocs) and not hold_outs:
        step = (pocs or roll_outs)[0]
        yield question(
            "no_hold_out", str(sheet.number(step)),
            T("“{what}”: nobody is left alone by lot (a hold-out). What will its result be compared with?", "「{what}」に、くじで声をかけずに残す組(非介入群)がありません。結果を何と比べますか。"),
            T("Add a line: who draws the lot, and when.", "誰がいつくじを引くか、1行足しましょう。"), what=quoted(step.what),
        )  # fmt: skip
    begun = [step for step in (*pocs, *roll_outs) if step.day]
    drawn = min((step.day for step in hold_outs if step.day), default=None)
    late = [step for step in begun if drawn and step.day and step.day < drawn]
    if late:
        yield clash(
            "hold_out_late", f"{sheet.number(hold_outs[0])} {sheet.number(late[0])}",
            T("The lot that says who is left alone (hold-out) is drawn on {drawn}; “{what}” begins on {day}. Those who were reached before cannot be left alone any more.",
              "声をかけない組(非介入群)をくじで決めるのが{drawn}、「{what}」が始まるのが{day}です。先に働きかけた人は、もう比べる相手になりません。"),
            T("Draw it before the first one is reached.", "最初の1人に働きかける前に決めましょう。"),
            drawn=a_day(drawn), what=quoted(late[0].what), day=a_day(late[0].day),
        )  # fmt: skip
    ends = max((end for poc in pocs if (end := poc.until or poc.day)), default=None)
    first, last = (dates[0], dates[-1]) if dates else (None, None)
    if roll_outs and ends and last and last.day and last.day < ends:
        yield question(
            "decided_before_poc",
            f"{sheet.number(last)} {sheet.number(pocs[-1])}",
            T("Management decides for the last time on {day}; the trial ends on {ends}.", "最後の経営判断は{day}、試行が終わるのは{ends}です。"),
            T("Who decides about the roll-out once the result is there? Add that day.", "結果が出たあと、誰がいつ展開を決めますか。その日を足しましょう。"),
            day=a_day(last.day), ends=a_day(ends),
        )  # fmt: skip
    for step in roll_outs:
        line, what = str(sheet.number(step)), quoted(step.what)
        if not pocs:
            yield clash(
                "no_poc",
                line,
                T("“{what}” comes without a trial.", "「{what}」の前に試行がありません。"),
                T(
                    "A small trial first, with its thresholds fixed before the data.",
                    "先に小さく試しましょう。しきい値は、データを見る前に決めます。",
                ),
                what=what,
            )
        if step.day and ends and step.day <= ends:
            yield clash(
                "roll_out_before_poc",
                f"{line} {sheet.number(pocs[-1])}",
                T(
                    "“{what}” begins on {day}; the trial ends on {ends}.",
                    "「{what}」は{day}に始まりますが、試行が終わるのは{ends}です。",
                ),
                T(
                    "What would the trial still decide? Roll out after it.",
                    "それでは試行の結果で何も決まりません。展開は試行のあとにしましょう。",
                ),
                what=what,
                day=a_day(step.day),
                ends=a_day(ends),
            )
        if step.day and first and first.day and step.day <= first.day:
            yield clash(
                "roll_out_before_decision", f"{line} {sheet.number(first)}",
                T("“{what}” begins on {day}; management decides on {decides}.", "「{what}」は{day}に始まりますが、経営判断は{decides}です。"),
                T("Decide first, then roll out.", "判断のあとに展開しましょう。"), what=what, day=a_day(step.day), decides=a_day(first.day),
            )  # fmt: skip
