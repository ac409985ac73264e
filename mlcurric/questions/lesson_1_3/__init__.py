"""1-3 92% right, useless: the questions of the lesson and of its exercise."""

from mlcurric.questions.lesson_1_3.named_leavers import named_leavers
from mlcurric.questions.lesson_1_3.precision_of_list import precision_of_list
from mlcurric.questions.lesson_1_3.quick import quick_named, quick_sign, quick_slide, quick_whose
from mlcurric.questions.lesson_1_3.recall_of_list import recall_of_list
from mlcurric.questions.lesson_1_3.tell_sales import tell_sales
from mlcurric.questions.lesson_1_3.two_bets import two_bets
from mlcurric.questions.lesson_1_3.vendor_claim import vendor_claim

GRADED = (two_bets, precision_of_list, recall_of_list, named_leavers, vendor_claim, tell_sales)
QUICK = (quick_slide, quick_whose, quick_named, quick_sign)
