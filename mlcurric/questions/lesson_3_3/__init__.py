"""The questions of lesson 3-3, “Scoring”."""

from mlcurric.questions.lesson_3_3.bets import score_bets
from mlcurric.questions.lesson_3_3.other_weight import other_weight
from mlcurric.questions.lesson_3_3.quick import quick_decides, quick_gate
from mlcurric.questions.lesson_3_3.to_kato import to_kato
from mlcurric.questions.lesson_3_3.ways_left import ways_left
from mlcurric.questions.lesson_3_3.ways_off import ways_off
from mlcurric.questions.lesson_3_3.words_to_kato import words_to_kato

GRADED = (ways_left, other_weight, words_to_kato, ways_off, to_kato)
QUICK = (score_bets, quick_gate, quick_decides)
