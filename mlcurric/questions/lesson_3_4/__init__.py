"""The questions of lesson 3-4, “Roles and pre-mortem”."""

from mlcurric.questions.lesson_3_4.ask_yuki import ask_yuki
from mlcurric.questions.lesson_3_4.bets import team_bets
from mlcurric.questions.lesson_3_4.quick import quick_gap, quick_remedy
from mlcurric.questions.lesson_3_4.raci_table import raci_table
from mlcurric.questions.lesson_3_4.which_reason import which_reason
from mlcurric.questions.lesson_3_4.whose_gap import whose_gap
from mlcurric.questions.lesson_3_4.yuki_request import yuki_request

GRADED = (whose_gap, raci_table, which_reason, yuki_request, ask_yuki)
QUICK = (team_bets, quick_gap, quick_remedy)
