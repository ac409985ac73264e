"""The questions of lesson 2-2, “From rule to calibrated model”."""

from mlcurric.questions.lesson_2_2.bets import model_bets
from mlcurric.questions.lesson_2_2.card_lines import card_lines
from mlcurric.questions.lesson_2_2.lift import lift_at_k
from mlcurric.questions.lesson_2_2.promised import promised_leavers
from mlcurric.questions.lesson_2_2.quick import quick_model, quick_repair
from mlcurric.questions.lesson_2_2.request_words import request_words
from mlcurric.questions.lesson_2_2.requests import request_kind, request_role, request_when
from mlcurric.questions.lesson_2_2.resampling import resampling

GRADED = (
    lift_at_k,
    promised_leavers,
    resampling,
    card_lines,
    request_kind,
    request_role,
    request_when,
    request_words,
)
QUICK = (model_bets, quick_repair, quick_model)
