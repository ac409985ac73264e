"""The questions of lesson 2-6, “Keep it alive”."""

from mlcurric.questions.lesson_2_6.bets import year_bets
from mlcurric.questions.lesson_2_6.incident import incident_note
from mlcurric.questions.lesson_2_6.quick import quick_first, quick_tells
from mlcurric.questions.lesson_2_6.raci import raci
from mlcurric.questions.lesson_2_6.runbook import runbook
from mlcurric.questions.lesson_2_6.safe_psi import safe_psi

GRADED = (safe_psi, runbook, raci, incident_note)
QUICK = (year_bets, quick_first, quick_tells)
