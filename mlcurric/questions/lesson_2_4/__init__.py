"""The questions of lesson 2-4, “Prove it”."""

from mlcurric.questions.lesson_2_4.bets import proof_bets
from mlcurric.questions.lesson_2_4.fewer_at_least import fewer_at_least
from mlcurric.questions.lesson_2_4.hold_out import hold_out
from mlcurric.questions.lesson_2_4.quick import quick_monday, quick_request
from mlcurric.questions.lesson_2_4.sample_size import sample_size
from mlcurric.questions.lesson_2_4.stop_or_go import stop_or_go
from mlcurric.questions.lesson_2_4.why_untouched import why_untouched

GRADED = (sample_size, stop_or_go, hold_out, fewer_at_least, why_untouched)
QUICK = (proof_bets, quick_request, quick_monday)
