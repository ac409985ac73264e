"""The questions of lesson 2-8, “The PoC plan”."""

from mlcurric.questions.lesson_2_8.bets import plan_bets
from mlcurric.questions.lesson_2_8.faults import plan_faults
from mlcurric.questions.lesson_2_8.note import sponsor_note
from mlcurric.questions.lesson_2_8.plan import poc_plan
from mlcurric.questions.lesson_2_8.quick import quick_before, quick_change

GRADED = (plan_faults, poc_plan, sponsor_note)
QUICK = (plan_bets, quick_change, quick_before)
