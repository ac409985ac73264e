"""The questions of lesson 3-5, “The plan”."""

from mlcurric.questions.lesson_3_5.bets import calendar_bets
from mlcurric.questions.lesson_3_5.gift_evidence import gift_evidence
from mlcurric.questions.lesson_3_5.lists_needed import lists_needed
from mlcurric.questions.lesson_3_5.plan_dates import plan_dates
from mlcurric.questions.lesson_3_5.quick import quick_april, quick_rule
from mlcurric.questions.lesson_3_5.two_minutes import two_minutes

GRADED = (plan_dates, gift_evidence, lists_needed, two_minutes)
QUICK = (calendar_bets, quick_rule, quick_april)
