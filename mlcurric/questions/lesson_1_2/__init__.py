"""1-2 No time machine: the questions of the lesson and of its exercise."""

from mlcurric.questions.lesson_1_2.april_churn import april_churn
from mlcurric.questions.lesson_1_2.bets import crm_bets
from mlcurric.questions.lesson_1_2.leaks import leaks
from mlcurric.questions.lesson_1_2.quick import quick_pilot, quick_why
from mlcurric.questions.lesson_1_2.snapshot_plan import snapshot_plan
from mlcurric.questions.lesson_1_2.why_fell import why_fell

GRADED = (april_churn, snapshot_plan, leaks, why_fell)
QUICK = (crm_bets, quick_why, quick_pilot)
