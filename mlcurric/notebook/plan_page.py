"""A PoC plan in a notebook: its rehearsal as a picture, and the page that a sponsor signs, shown and written."""

from __future__ import annotations

from datetime import date
from typing import Any

from mlcurric.notebook.product import PRODUCT_FOLDER, read_product
from mlcurric.notebook.sheet_of_paper import show_sheet
from mlcurric.notebook.show import show_notice, show_outside, show_verdict
from mlcurric.notebook.workfolder import find_work
from mlcurric.question.asking import answer_of
from mlcurric.question.question import untouched_verdict
from mlcurric.question.verdict import Verdict, failed
from mlcurric.questions.lesson_2_8.plan import as_plan, poc_plan
from mlcurric.subject.pictures.poc import show_plan
from mlcurric.subject.poc.findings import can_be_rehearsed, cannot_be_played, plan_findings
from mlcurric.subject.poc.own import LINES, OwnPlan, read_own_plan
from mlcurric.subject.poc.page import render_plan
from mlcurric.subject.poc.plan import PocPlan
from mlcurric.subject.poc.rehearsal import PlanRehearsal, rehearse_osaka
from mlcurric.subject.poc.setting import PEOPLE, osaka_setting
from mlcurric.subject.poc.tells import figures_in_words, why_not
from mlcurric.text import T, run_on

OSAKA_PAGE, OWN_PAGE = "poc-plan-osaka", "poc-plan"
_LESSONS = ("1-2", "1-4", "1-7", "2-8")
"""Where the lines of one's own plan were written; what the last one says holds before all."""
_FACTS_FROM = {
    "1-2": ("horizon",),
    "1-4": ("currency", "contact_cost", "incentive_cost", "value_kept"),
    "1-7": ("sponsor",),
}
_TITLE = T("The plan as a page", "計画のページ")
_OSAKA = T("Calls for the customers in Osaka", "大阪の顧客への電話")


def show_rehearsal(answer: Any) -> None:
    """Carry the plan of the exercise out 500 times, and draw what comes of it; where it cannot be, say why.

    Args:
        answer: the plan as it stands in the cell.
    """
    plan = _plan_of(answer)
    if plan is None:
        return
    findings = plan_findings(plan, osaka_setting())
    if not can_be_rehearsed(plan, findings):
        problem = cannot_be_played(plan, osaka_setting()) or findings[0]
        show_notice(problem.says, problem.way_out)
        return
    show_plan(rehearse_osaka(plan))


def show_plan_page(answer: Any) -> None:
    """Show the plan of the exercise as the page that Ms Mori signs, and keep it in ``my-work/my-product/``.

    Args:
        answer: the plan as it stands in the cell; what does not fit in it stands on the page.
    """
    plan = _plan_of(answer)
    if plan is None:
        return
    setting = osaka_setting()
    findings = plan_findings(plan, setting)
    found = rehearse_osaka(plan) if can_be_rehearsed(plan, findings) else None
    html = render_plan(
        plan, found, findings, setting.today, product=_OSAKA, sponsor=PEOPLE["mori"], front_line=PEOPLE["aya"],
        setting=setting, rehearse=rehearse_osaka,
    )  # fmt: skip
    work = find_work()
    if work is None:
        show_outside()
    show_sheet(_TITLE, html, _summary(found), work and work / PRODUCT_FOLDER / f"{OSAKA_PAGE}.html")


def show_own_plan() -> None:
    """Show the plan for the learner's own product, made of what the lessons' *Take it back* saved, and keep its page."""
    work = find_work()
    if work is None:
        show_outside()
        return
    texts: dict[str, str] = {}
    for lesson in _LESSONS:
        lines = read_product(work, lesson)
        texts |= {name: text for name, text in lines.items() if name in _FACTS_FROM.get(lesson, LINES)}
    own = read_own_plan(texts, date.today())
    if own.plan is None:
        _say_open(own)
        return
    html = render_plan(
        own.plan,
        own.found,
        own.findings,
        date.today(),
        product=own.product,
        sponsor=texts.get("sponsor", ""),
        currency=own.currency,
        setting=own.setting,
        rehearse=own.rehearse,
    )
    # The page names what is wrong; the way out is for its author, and not for the sponsor.
    for one in own.findings:
        show_notice(one.says, one.way_out)
    if own.found:
        show_plan(own.found)
        if why := why_not(own.found):
            show_notice(why.says, why.way_out)
    show_sheet(_TITLE, html, _summary(own.found), work / PRODUCT_FOLDER / f"{OWN_PAGE}.html")


def _plan_of(answer: Any) -> PocPlan | None:
    """The plan that an answer describes; where it describes none, that is said."""
    value = answer_of(answer, None)
    clean = untouched_verdict(poc_plan) if poc_plan.form.untouched(value) else poc_plan.form.read(value)
    if isinstance(clean, Verdict):
        show_verdict(clean)
        return None
    return as_plan(clean)


def _summary(found: PlanRehearsal | None) -> str:
    """What the page says, in a sentence or two."""
    if found is None:
        return ""
    why = why_not(found)
    return str(run_on([figures_in_words(found), *([why.says, why.way_out] if why else [])]))


def _say_open(own: OwnPlan) -> None:
    if own.open:
        names = ", ".join(own.open)
        show_notice(
            T("The plan waits for numbers: {names}.", "計画は、まだ埋まっていない数を待っています: {names}。").format(
                names=names
            ),
            T(
                "Write them under “Take it back”, and run this again.",
                "「持ち帰る」に書いて、もう一度実行してください。",
            ),
        )
    for one in own.findings:
        show_verdict(failed(one.says, one.way_out))
