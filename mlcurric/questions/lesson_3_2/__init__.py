"""The questions of lesson 3-2, “From hotspot to use case”."""

from mlcurric.questions.lesson_3_2.bets import sheet_bets
from mlcurric.questions.lesson_3_2.cards import cards_in_order
from mlcurric.questions.lesson_3_2.machine_or_person import machine_or_person
from mlcurric.questions.lesson_3_2.mended_sheet import mended_sheet
from mlcurric.questions.lesson_3_2.pays_from import pays_from
from mlcurric.questions.lesson_3_2.quick import quick_dashboard, quick_nothing
from mlcurric.questions.lesson_3_2.scenario import scenario_day

GRADED = (cards_in_order, mended_sheet, machine_or_person, pays_from, scenario_day)
QUICK = (sheet_bets, quick_nothing, quick_dashboard)
