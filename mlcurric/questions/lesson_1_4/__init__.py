"""The questions of lesson 1-4, “Your list, your budget”."""

from mlcurric.questions.lesson_1_4.bets import call_bets
from mlcurric.questions.lesson_1_4.break_even_risk import break_even_risk
from mlcurric.questions.lesson_1_4.campaign import campaign
from mlcurric.questions.lesson_1_4.cards import profit_of_a, profit_of_b
from mlcurric.questions.lesson_1_4.defend import defend_cutoff
from mlcurric.questions.lesson_1_4.quick import quick_how_many, quick_lost
from mlcurric.questions.lesson_1_4.worth_calling import worth_calling

GRADED = (break_even_risk, profit_of_a, profit_of_b, worth_calling, campaign, defend_cutoff)
QUICK = (call_bets, quick_lost, quick_how_many)
