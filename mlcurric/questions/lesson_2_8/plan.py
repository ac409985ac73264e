"""The PoC plan: its lines must agree with each other and with the facts, and carried out 500 times it must be able to tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mlcurric.question.choices import Choice
from mlcurric.question.decisions import passed_by_score
from mlcurric.question.fields import Field
from mlcurric.question.forms import Day, Form, Number, OneLine, shown
from mlcurric.question.given import Given, PartlyGiven
from mlcurric.question.question import Question
from mlcurric.question.verdict import Verdict, failed
from mlcurric.questions.lesson_2_8.plan_slips import SLIPS
from mlcurric.subject.digits import rough_yen
from mlcurric.subject.poc.findings import can_be_rehearsed, plan_findings
from mlcurric.subject.poc.ground import HARMS, NOTHING, WORKS
from mlcurric.subject.poc.options import OPTIONS
from mlcurric.subject.poc.plan import NUMBERS, PocPlan
from mlcurric.subject.poc.rehearsal import LEAST_FOUND, MOST_FOOLED, PlanRehearsal, rehearse_osaka
from mlcurric.subject.poc.setting import osaka_setting
from mlcurric.subject.poc.signers import NotEightNames, known_people, read_signers
from mlcurric.subject.poc.tells import figures_in_words, why_not
from mlcurric.subject.poc.words import LABELS
from mlcurric.subject.product.finding import LineFinding
from mlcurric.subject.roles import ROLES
from mlcurric.subject.typed import Slip
from mlcurric.text import T, listed, run_on

LEVELS = (LEAST_FOUND - MOST_FOOLED, 0.85)
"""Of P(go | it works) − P(go | it does not): every plan that can tell reaches the first. Over 50 keyed worlds the model answer
passes in each, and no named slip in more than one (``tests/test_story_2_8.py``)."""
_REHEARSED_ALL_THE_SAME = ("no_hold_out", "some_and_nobody")
_LETTERS = {line: dict(zip("abcdefgh", wordings, strict=False)) for line, wordings in OPTIONS.items()}
"""Line → letter → key."""


@dataclass(frozen=True)
class Names(OneLine):
    """Eight names in quotes, in the order of the roles."""

    def note(self) -> T:
        return T("eight names in quotes, with commas", "8人の名前を「、」で区切り、引用符で囲む")

    def read(self, value: Any) -> dict[str, tuple[str, ...]] | Verdict:
        wanted = T(
            "Eight names in one pair of quotes, with commas, in this order: {roles}. “-” where nobody signs.",
            "8人の名前を「、」で区切り、ひとつの引用符で囲みます。順番は {roles}。いない役は「-」です。",
        ).format(roles=listed(role.name for role in ROLES.values()))
        if isinstance(value, list) and value and all(isinstance(name, str) for name in value):
            value = ",".join(value)
        if not isinstance(value, str):
            return failed(T("You typed {value}.", "{value} と書かれています。").format(value=shown(value)), wanted)
        try:
            return read_signers(value, known_people())
        except NotEightNames as error:
            seen = T("Names: {n}. Needed: {all}.", "{n}人分です。{all}人分必要です。").format(
                n=error.found, all=len(ROLES)
            )
            return failed(seen, wanted, misconception="not_eight_names" if error.found else None)


def as_plan(answer: dict[str, Any]) -> PocPlan:
    """The plan that a clean answer describes."""
    words = {line: letters[answer[line]] for line, letters in _LETTERS.items()}
    rest = {line: answer[line] for line in (*NUMBERS, "starts_on", "signed_on", "signed")}
    return PocPlan(**words, **rest)


def judge_plan(answer: dict[str, Any], rehearse: Callable[[PocPlan], PlanRehearsal] = rehearse_osaka) -> Verdict:
    """What a plan is worth: first whether its lines agree, then whether it can tell.

    Args:
        rehearse: carries a plan out, on Osaka's customers or on others.
    """
    try:
        plan = as_plan(answer)
    except Slip as slip:
        return failed(*slip.says)
    findings = plan_findings(plan, osaka_setting())
    if findings:
        return _disagrees(plan, findings, rehearse)
    found = rehearse(plan)
    seen, why = _figures(found), why_not(found)
    if why is None:
        return passed_by_score(found.score, seen, _RIGHT, with_distinction=_WITH_DISTINCTION, levels=LEVELS)
    asked = _NOT_BY_THIS if found.finds_enough and found.seldom_fooled else _ASKED
    return failed(run_on((seen, asked)), why.says, why.way_out, share=0.5, misconception=why.name)


def _disagrees(
    plan: PocPlan, findings: tuple[LineFinding, ...], rehearse: Callable[[PocPlan], PlanRehearsal]
) -> Verdict:
    first = findings[0]
    lines = {line for one in findings for line in one.lines}
    more = None
    if first.name in _REHEARSED_ALL_THE_SAME and can_be_rehearsed(plan, findings):
        more = figures_in_words(rehearse(plan))
    elif len(findings) > 1:
        more = T("There is more to mend after that: {n}.", "そのあとにも、直すところが{n}つあります。").format(
            n=len(findings) - 1
        )
    share = 0.5 * (1 - len(lines) / len(LINES))
    return failed(first.says, first.way_out, more, share=share, misconception=first.name)


def _figures(found: PlanRehearsal) -> T:
    """How often it says go, and what it costs."""
    money = T(
        "The trial itself, with what it keeps or drives away: {works}, {nothing}, {harms}.",
        "試行そのものの損益(引き止めた分、失う分を含む)は、順に{works}、{nothing}、{harms}です。",
    ).format(**{world: rough_yen(found.typical(world, "net")[0]) for world in (WORKS, NOTHING, HARMS)})
    return run_on((figures_in_words(found), money))


_ASKED = T(
    "Asked are at least {found}, and at most {fooled}.", "求めるのは{found}回以上と、{fooled}回以下です。"
).format(found=round(100 * LEAST_FOUND), fooled=round(100 * MOST_FOOLED))
_NOT_BY_THIS = T(
    "The counts would do; but one line makes them worthless, and only seems to fit these customers.",
    "回数は足りています。ただ、当てにできない行が1つあり、この顧客でたまたま合っただけです。",
)
_RIGHT = T(
    "The lines agree, and the plan can tell success from failure. Now make the page, and let it be signed before the first call.",
    "各行がかみ合い、成功と失敗を見分けられる計画です。ページにして、最初の電話より前に署名してもらいましょう。",
)
_WITH_DISTINCTION = T(
    "The lines agree, and the plan seldom errs either way. Whatever comes out, somebody will be able to say: that is what we signed.",
    "各行がかみ合い、どちらの向きにもめったに間違えません。どんな結果でも「署名したとおりです」と言える計画です。",
)


def _number(line: str, unit: T, example: str, comment: T | None = None, *, whole: bool = False) -> Field:
    return Field(LABELS[line], Number(unit, example, whole), comment)


_OF_100, _CUSTOMERS = T("of 100", "100人中の人数"), T("customers", "人")
_LETTER = T("letter in quotes: {what}", "記号を引用符で: {what}")


def _letter(line: str, given: str | None = None) -> Field:
    form: Form = Choice({letter: OPTIONS[line][key] for letter, key in _LETTERS[line].items()})
    what = _LETTER.format(what=_SHORT.get(line, LABELS[line]))
    return Field(LABELS[line], Given(form, given) if given else form, what)


_SHORT = {"hypothesis": T("what we believe", "私たちの考え")}
"""Labels that are too long for a line of code."""


LINES: dict[str, Field] = {
    "hypothesis": _letter("hypothesis"),
    "metric": _letter("metric"),
    "baseline": _letter("baseline"),
    "smallest_effect": _number(
        "smallest_effect", _OF_100, "10", T("smallest effect worth having, of 100", "得たい最小の効果(100人あたり)")
    ),
    "customers": _number("customers", _CUSTOMERS, "500", T("both groups together", "2組の合計(人)"), whole=True),
    "hold_out_of_100": _number(
        "hold_out_of_100", _OF_100, "15", T("of 100 of them, left alone", "そのうち、100人中何人に電話しないか")
    ),
    "left_alone_by": _letter("left_alone_by"),
    "calls_a_week": Field(LABELS["calls_a_week"], Given(Number(T("calls", "件"), "30"), 80)),
    "starts_on": Field(LABELS["starts_on"], Given(Day("2027-03-01"), "2027-02-01")),
    "weeks": _number("weeks", T("weeks", "週"), "8"),
    "cost": _number(
        "cost",
        T("yen", "円"),
        "1000000",
        T("yen, for calls and vouchers of the first round", "円。1回目の電話とクーポン"),
    ),
    "go_from": _number("go_from", _OF_100, "7", T("go from so many, of 100", "実施: 100人あたり何人以上")),
    "stop_below": _number(
        "stop_below", _OF_100, "6", T("stop if fewer than that, of 100", "中止: 100人あたり何人未満")
    ),
    "decides": _letter("decides"),
    "model_does": _letter("model_does", "c"),
    "people_do": _letter("people_do"),
    "signed_on": Field(LABELS["signed_on"], Given(Day("2027-02-26"), "2027-01-29")),
    "signed": Field(
        T("who signs: {roles}", "署名する人: {roles}").format(roles=listed(role.name for role in ROLES.values())),
        Given(Names(), T("Mr Sato, Nao, Ken, Yuki, Rin, -, Takumi, -", "佐藤、奈緒、健、由紀、凛、-、拓海、-")),
        T("two are open", "2人分が空き"),
    ),
    "after_go": _letter("after_go", "c"),
}
"""The lines of the plan, in the order in which it is written."""

poc_plan = Question(
    name="poc_plan",
    data="keyed",
    kind="D",
    form=PartlyGiven(LINES),
    points=12,
    title=T("The PoC plan", "概念実証(PoC)の計画"),
    check=judge_plan,
    hints=(
        T(
            "Begin with the list: from how many fewer leavers of 100 does it pay (table)? That is the floor of smallest_effect. Then as many customers, half of them left alone, as 80 calls a week and the budget allow.",
            "まずリストの長さ。表で、100人あたり何人減れば元がとれるかを見ます。それが smallest_effect の下限です。次に、週80件と予算の範囲で、顧客を多めに。半分には電話しません。",
        ),
        T(
            "go_from a little above half of smallest_effect, stop_below well below it. Weeks: calls ÷ 80, rounded up, and 13 more. Cost: 4,500 a call is enough.",
            "go_from は smallest_effect の半分より少し上、stop_below はそれよりずっと下。週数は、電話の件数÷80を切り上げて、さらに13週。費用は1件4,500円で足ります。",
        ),
        T(
            "For instance 2,400 customers, 50 of 100 left alone, smallest_effect 5, go_from 3, stop_below 1: 1,200 calls, 28 weeks, ¥5.4 million.",
            "たとえば、顧客2,400人、100人中50人には電話せず、smallest_effect は5、go_from は3、stop_below は1。電話1,200件、28週、540万円です。",
        ),
    ),
    misconceptions=SLIPS,
    why=T(
        "2,400 in halves put nothing and 5 of 100 far enough apart; 3 lies between them with room for luck on either side; the extension asks once more where the first count is in doubt. There are many such plans.",
        "2,400人を半々に分ければ、「効果なし」と「100人中5人」が十分に離れます。3はその間にあり、どちらの側にも偶然の余地があります。迷う結果なら、延長でもう一度聞けます。こういう計画はほかにもたくさんあります。",
    ),
)
