"""1-5 The expectation sheet: the questions of the lesson and of its exercise."""

from mlcurric.questions.lesson_1_5.both_replies import both_replies
from mlcurric.questions.lesson_1_5.kept_of_100 import kept_of_100
from mlcurric.questions.lesson_1_5.promise_sheet import promise_sheet
from mlcurric.questions.lesson_1_5.quick import quick_go, quick_point
from mlcurric.questions.lesson_1_5.reply_to import reply_to

GRADED = (kept_of_100, promise_sheet, reply_to, both_replies)
QUICK = (quick_point, quick_go)
