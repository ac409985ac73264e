"""Two bets on what the list brings, held against today's rule."""

from __future__ import annotations

from mlcurric.question.estimates import Statement, estimate_question
from mlcurric.subject.money import campaign_profit
from mlcurric.subject.value.sheets import list_sheet, rule_sheet
from mlcurric.text import T

_FEWEST_MONTHS, _MOST_MONTHS = 6, 18


def _keeps_more() -> bool:
    new, old = (
        sheet.list_size * sheet.hits.share * sheet.pilot.success_of_100 for sheet in (list_sheet(), rule_sheet())
    )
    return new > old


def _gain(months: float) -> float:
    """The list less the rule, in yen a quarter, if whoever is kept stays so many months; both before the licence."""
    new, old = (
        campaign_profit(
            customers=sheet.list_size,
            share=1,
            churn=sheet.hits.share,
            save_rate=sheet.pilot.success_of_100 / 100,
            value=sheet.value / 12 * months,
            contact=sheet.offer.contact,
            incentive=sheet.offer.incentive,
        )
        for sheet in (list_sheet(), rule_sheet())
    )
    return new - old


value_bets = estimate_question(
    name="value_bets",
    title=T("Two bets on the list", "リストについての2つの賭け"),
    statements={
        "keeps_more": Statement(
            T(
                "the 600 calls of the list keep more customers than the 1,000 calls of the rule",
                "リストの電話600件は、ルールの電話1,000件より多くの顧客を引き止める",
            ),
            truth=_keeps_more,
        ),
        "months": Statement(
            T(
                "whether a kept customer stays 6 months or 18 decides which of the two earns more",
                "引き止めた人が6か月続けるか18か月続けるかで、どちらの利益が大きいかが変わる",
            ),
            truth=lambda: _gain(_FEWEST_MONTHS) * _gain(_MOST_MONTHS) < 0,
        ),
    },
    hints=(
        T(
            "What do both have in common, and what differs between them?",
            "2つに共通するものは何で、違うものは何でしょう。",
        ),
        T("A guess is enough; this lesson computes both.", "勘でかまいません。どちらも、このレッスンで計算します。"),
    ),
    why=T("The lesson computes both.", "どちらも、このレッスンで計算します。"),
    settled_in="2-1",
    told_below=True,
)
