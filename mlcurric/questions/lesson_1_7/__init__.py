"""1-7 Plan it, move the organisation: the questions of the lesson and of its exercise."""

from mlcurric.questions.lesson_1_7.ask_sponsor import ask_sponsor
from mlcurric.questions.lesson_1_7.effort_bets import effort_bets
from mlcurric.questions.lesson_1_7.first_plan import first_plan
from mlcurric.questions.lesson_1_7.missing_role import missing_role
from mlcurric.questions.lesson_1_7.quick import quick_next_step, quick_thursday
from mlcurric.questions.lesson_1_7.weak_numbers import weak_numbers

GRADED = (first_plan, missing_role, weak_numbers, ask_sponsor)
# The bets stand in the lesson, above the picture that settles them: in the exercise they would come too late.
QUICK = (effort_bets, quick_next_step, quick_thursday)
