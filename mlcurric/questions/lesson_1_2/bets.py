"""Two bets on the column from the CRM, laid before it is tried."""

from __future__ import annotations

from functools import cache

import pandas as pd

from mlcurric.question.estimates import Statement, estimate_question
from mlcurric.subject.ranking import ranking_score
from mlcurric.subject.snapshots import FEATURES, LABEL, snapshot
from mlcurric.subject.tables import load_cdnow
from mlcurric.subject.trees import learn_tree, predicted_share
from mlcurric.text import T

_CRM = "orders_in_crm"


@cache
def ranking_scores() -> dict[str, float]:
    """The four ranking scores of the lesson: with and without the column, in the test and in use."""
    orders = load_cdnow()

    def seen_on(day: str, export: str) -> pd.DataFrame:
        table = snapshot(orders, day, lead_days=14, horizon_days=90)
        return table.assign(**{_CRM: orders[orders["date"] <= export].groupby("customer").size()})

    known, later = seen_on("1997-09-30", "1998-02-28"), seen_on("1998-03-15", "1998-03-15")
    first_half = known.sample(frac=0.5, random_state=1)
    other_half = known.drop(first_half.index)
    scores = {}
    for name, features in (("without", FEATURES), ("with", [*FEATURES, _CRM])):
        tree = learn_tree(first_half, features, LABEL, levels=5, smallest_group=50)
        for place, rows in (("test", other_half), ("use", later)):
            scores[f"{name}_{place}"] = ranking_score(rows[LABEL], predicted_share(tree, rows))
    return scores


crm_bets = estimate_question(
    name="crm_bets",
    title=T("What will the new column do?", "新しい列で、何が起きる?"),
    statements={
        "test": Statement(
            T("in the test, the ranking score rises to 0.8 or more", "テストで、順位付けのスコアが0.8以上に上がる"),
            truth=lambda: ranking_scores()["with_test"] >= 0.8,
        ),
        "use": Statement(
            T(
                "in use, a few months later, the model with the new column is ahead of the one without",
                "数か月後の本番でも、新しい列を使うモデルのほうが、使わないモデルより成績がよい",
            ),
            truth=lambda: ranking_scores()["with_use"] > ranking_scores()["without_use"],
        ),
    },
    hints=(
        T(
            "How much can a column add that is much like one you have?",
            "もうある列とよく似た列で、どれだけ上がるでしょう。",
        ),
        T("A guess is enough; the next cells show it.", "勘でかまいません。すぐあとのセルでわかります。"),
    ),
    why=T("The next cells compute both.", "どちらも、すぐあとのセルで計算します。"),
    settled_in="1-2",
    told_below=True,
)
