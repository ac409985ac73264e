"""A bet that lesson 1-4 settles."""

from __future__ import annotations

from mlcurric.question.estimates import Statement, estimate_question
from mlcurric.subject.campaigns import perfect_knowledge_profit
from mlcurric.text import T

perfect_knowledge = estimate_question(
    name="perfect_knowledge",
    title=T("Would perfect knowledge of the risk earn money?", "解約の見込みが完璧にわかれば、もうかりますか"),
    statements={
        "earns": Statement(
            T("these 1,000 calls earn money", "この1,000件の電話で利益が出る"),
            truth=lambda: perfect_knowledge_profit() > 0,
        ),
    },
    hints=(
        T(
            "What does a call cost, and what must happen for it to pay?",
            "電話1件の費用と、それが報われる条件を考えてみましょう。",
        ),
        T(
            "Who is surest to leave: somebody whom a call can still win back?",
            "解約の見込みがもっとも高い人は、電話で引き止められる人でしょうか。",
        ),
    ),
    why=T(
        "An estimate has no model answer; write what you believe. Lesson 1-4 computes what is true of its customers.",
        "予想に解答例はありません。信じるとおりに書いてください。1-4 で、その顧客について計算します。",
    ),
    settled_in="1-4",
)
