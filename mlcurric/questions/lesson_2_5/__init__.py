"""The questions of lesson 2-5, “Who decides what”."""

from mlcurric.questions.lesson_2_5.bets import look_bets
from mlcurric.questions.lesson_2_5.hand_over import hand_over_note
from mlcurric.questions.lesson_2_5.quick import quick_no_corrections, quick_top
from mlcurric.questions.lesson_2_5.three_bands import three_bands
from mlcurric.questions.lesson_2_5.which_band import which_band
from mlcurric.questions.lesson_2_5.workflow import workflow

GRADED = (three_bands, which_band, workflow, hand_over_note)
QUICK = (look_bets, quick_top, quick_no_corrections)
