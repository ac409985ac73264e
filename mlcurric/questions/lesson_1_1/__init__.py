"""1-1 What a machine learns: the questions of the lesson and of its exercise."""

from mlcurric.questions.lesson_1_1.method_for import method_for
from mlcurric.questions.lesson_1_1.perfect_knowledge import perfect_knowledge
from mlcurric.questions.lesson_1_1.quick import quick_decide, quick_new_rows, quick_score
from mlcurric.questions.lesson_1_1.request import request
from mlcurric.questions.lesson_1_1.rule_hits import rule_hits
from mlcurric.questions.lesson_1_1.why_flattered import why_flattered
from mlcurric.questions.lesson_1_1.why_learn import why_learn

GRADED = (rule_hits, why_flattered, method_for, request, perfect_knowledge, why_learn)
QUICK = (quick_new_rows, quick_score, quick_decide)
