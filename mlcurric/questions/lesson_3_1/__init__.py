"""The questions of lesson 3-1, “Event Storming”."""

from mlcurric.questions.lesson_3_1.bets import wall_bets
from mlcurric.questions.lesson_3_1.kinds import which_paper
from mlcurric.questions.lesson_3_1.mended import mended_board
from mlcurric.questions.lesson_3_1.opening import opening_words
from mlcurric.questions.lesson_3_1.places import where_it_hurts
from mlcurric.questions.lesson_3_1.quick import quick_chosen, quick_solution
from mlcurric.questions.lesson_3_1.say import what_to_say

GRADED = (mended_board, which_paper, where_it_hurts, what_to_say, opening_words)
QUICK = (wall_bets, quick_solution, quick_chosen)
