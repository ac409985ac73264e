"""The questions of lesson 2-3, “Uplift, not risk”."""

from mlcurric.questions.lesson_2_3.bets import uplift_bets
from mlcurric.questions.lesson_2_3.call_list import call_list
from mlcurric.questions.lesson_2_3.compared import compared
from mlcurric.questions.lesson_2_3.qini import qini
from mlcurric.questions.lesson_2_3.quick import quick_ask, quick_called_more, quick_like
from mlcurric.questions.lesson_2_3.tell_sato import tell_sato
from mlcurric.questions.lesson_2_3.ticket_uplift import ticket_uplift

GRADED = (qini, ticket_uplift, call_list, compared, tell_sato)
QUICK = (uplift_bets, quick_called_more, quick_like, quick_ask)
