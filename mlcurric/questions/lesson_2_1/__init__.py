"""The questions of lesson 2-1, “A value formula with units and owners”."""

from mlcurric.questions.lesson_2_1.bets import value_bets
from mlcurric.questions.lesson_2_1.first_ask import first_ask
from mlcurric.questions.lesson_2_1.model_brings import model_brings
from mlcurric.questions.lesson_2_1.quick import quick_line, quick_send
from mlcurric.questions.lesson_2_1.roi import roi
from mlcurric.questions.lesson_2_1.sponsor import win_sponsor
from mlcurric.questions.lesson_2_1.term_owner import term_owner

GRADED = (model_brings, term_owner, first_ask, roi, win_sponsor)
QUICK = (value_bets, quick_line, quick_send)
