"""2-7 The rule that nobody said: the questions of the lesson and of its exercise."""

from mlcurric.questions.lesson_2_7.first_words import first_words
from mlcurric.questions.lesson_2_7.quick import quick_kind, quick_question
from mlcurric.questions.lesson_2_7.two_paths import path_developers, path_researchers
from mlcurric.questions.lesson_2_7.which_question import which_question

GRADED = (path_researchers, path_developers, which_question, first_words)
QUICK = (quick_kind, quick_question)
