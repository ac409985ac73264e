"""1-6 Show it so that it is used: the questions of the lesson and of its exercise."""

from mlcurric.questions.lesson_1_6.accept_or_override import accept_or_override
from mlcurric.questions.lesson_1_6.card_in_words import card_in_words
from mlcurric.questions.lesson_1_6.missing_points import missing_points
from mlcurric.questions.lesson_1_6.quick import quick_headline, quick_helped, quick_reason
from mlcurric.questions.lesson_1_6.repaired_chart import repaired_chart
from mlcurric.questions.lesson_1_6.sentence_kinds import sentence_kinds

GRADED = (missing_points, repaired_chart, sentence_kinds, accept_or_override, card_in_words)
QUICK = (quick_reason, quick_helped, quick_headline)
