"""The subject: customers and their churn, what a campaign earns, what can be promised, how it is explained and shown.

Everything here works without the lessons, on a product manager's own data. ``contradictions`` holds the numbers of one
expectation sheet against each other; ``Collected``, ``line_findings``, ``verdict_on`` and ``render_pages`` make three pages
of what somebody writes about a product in words of their own (``mlcurric.subject.product`` says how).
"""

from mlcurric.subject.campaigns import (
    CAPACITY,
    RANKINGS,
    Campaign,
    draw_campaign,
    keyed_campaign,
    perfect_knowledge_profit,
    practice_campaign,
    practice_profit,
    profit_curve,
)
from mlcurric.subject.charts.bars import bar_values, show_bars
from mlcurric.subject.charts.describe import describe_chart
from mlcurric.subject.charts.honesty import findings
from mlcurric.subject.charts.pairs import show_two
from mlcurric.subject.charts.settings import SettingError
from mlcurric.subject.cutoffs import plan_for, planned_profit
from mlcurric.subject.digits import whole_yen
from mlcurric.subject.draws import repeat_draws, repeat_lists
from mlcurric.subject.effort import EFFORT, split_in_words
from mlcurric.subject.expectation import (
    Counted,
    Decision,
    ExpectationSheet,
    Pilot,
    chosen_in_pilot,
    contradictions,
    evidence_as_table,
    expected_kept,
    expected_misses,
    kept_bounds,
    promise_in_words,
    rehearse,
    repair_sheet,
    sheet_as_table,
)
from mlcurric.subject.explain.beside import beside_each_other
from mlcurric.subject.explain.card import left_of_alike, output_card
from mlcurric.subject.explain.contributions import Contributions, linear_contributions
from mlcurric.subject.explain.reasons import reason_codes, risk_after
from mlcurric.subject.explain.shapley import shap_contributions
from mlcurric.subject.explain.trial import tell_trial, trial_by_reason
from mlcurric.subject.explain.wordings import SIMULATED, Wording
from mlcurric.subject.groups import GROUPS, effect_by_group, group_of
from mlcurric.subject.intervals import Measured
from mlcurric.subject.metrics.at_k import at_k, highest_lift, lift_at_k, on_list, precision_at_k, recall_at_k, trade_off
from mlcurric.subject.metrics.benefit import decision_curve, net_benefit, net_benefit_of_all
from mlcurric.subject.metrics.calibration import Brier, brier_parts, calibration_table
from mlcurric.subject.metrics.confusion import Confusion, Counts, accuracy_of_nobody, confusion, counts_from_rates
from mlcurric.subject.metrics.told import compare_lists, tell_trade_off
from mlcurric.subject.money import (
    DISTINCTION,
    OFFER,
    PASS,
    Offer,
    break_even,
    campaign_profit,
    expected_profit,
    gain_of_call,
    money_score,
    oracle,
)
from mlcurric.subject.pictures.effort import show_effort
from mlcurric.subject.pictures.maps import right_answers, show_map
from mlcurric.subject.pictures.money import (
    cutoff_figure,
    list_figure,
    money_in_words,
    show_cutoff,
    show_effects,
    show_lists,
)
from mlcurric.subject.pictures.promises import show_promises
from mlcurric.subject.pictures.sureness import show_sureness
from mlcurric.subject.pictures.thousand import show_thousand
from mlcurric.subject.pictures.timelines import show_promise, show_subscriptions, show_windows
from mlcurric.subject.pictures.waffles import show_waffles
from mlcurric.subject.product import LINES, Collected, Need, Page, line_findings, overlay, render_pages, verdict_on
from mlcurric.subject.promises import promised
from mlcurric.subject.ranges import Range
from mlcurric.subject.ranking import contact_list, ranking_score
from mlcurric.subject.rates import at_start, churn_rate
from mlcurric.subject.risk import learn_risk, predicted_risk
from mlcurric.subject.roles import ROLES, roles_in_words
from mlcurric.subject.rules import RULES
from mlcurric.subject.simulation.customers import CLUES, draw_customers
from mlcurric.subject.simulation.keys import PRACTICE, world_key
from mlcurric.subject.simulation.practice import load_customers, practice_world
from mlcurric.subject.simulation.truth import Truth
from mlcurric.subject.simulation.world import World, draw_world
from mlcurric.subject.sliders import slide
from mlcurric.subject.snapshots import FEATURES, LABEL, TimeMachine, Windows, snapshot
from mlcurric.subject.style import use_style
from mlcurric.subject.sureness import by_sureness
from mlcurric.subject.survey import survey_items, survey_table
from mlcurric.subject.tables import datasheet, load_cdnow, load_subscriptions, load_telco
from mlcurric.subject.trees import in_words, learn_tree, predicted_label, predicted_share
from mlcurric.subject.typed import check_range, read_letter
from mlcurric.subject.uplift import CallModel, expected_gain, learn_calls
from mlcurric.subject.words import COLUMNS, worded

__all__ = [
    "CAPACITY",
    "CLUES",
    "COLUMNS",
    "DISTINCTION",
    "EFFORT",
    "FEATURES",
    "GROUPS",
    "LABEL",
    "LINES",
    "OFFER",
    "PASS",
    "PRACTICE",
    "RANKINGS",
    "ROLES",
    "RULES",
    "SIMULATED",
    "Brier",
    "CallModel",
    "Campaign",
    "Collected",
    "Confusion",
    "Contributions",
    "Counted",
    "Counts",
    "Decision",
    "ExpectationSheet",
    "Measured",
    "Need",
    "Offer",
    "Page",
    "Pilot",
    "Range",
    "SettingError",
    "TimeMachine",
    "Truth",
    "Windows",
    "Wording",
    "World",
    "accuracy_of_nobody",
    "at_k",
    "at_start",
    "bar_values",
    "beside_each_other",
    "break_even",
    "brier_parts",
    "by_sureness",
    "calibration_table",
    "campaign_profit",
    "check_range",
    "chosen_in_pilot",
    "churn_rate",
    "compare_lists",
    "confusion",
    "contact_list",
    "contradictions",
    "counts_from_rates",
    "cutoff_figure",
    "datasheet",
    "decision_curve",
    "describe_chart",
    "draw_campaign",
    "draw_customers",
    "draw_world",
    "effect_by_group",
    "evidence_as_table",
    "expected_gain",
    "expected_kept",
    "expected_misses",
    "expected_profit",
    "findings",
    "gain_of_call",
    "group_of",
    "highest_lift",
    "in_words",
    "kept_bounds",
    "keyed_campaign",
    "learn_calls",
    "learn_risk",
    "learn_tree",
    "left_of_alike",
    "lift_at_k",
    "line_findings",
    "linear_contributions",
    "list_figure",
    "load_cdnow",
    "load_customers",
    "load_subscriptions",
    "load_telco",
    "money_in_words",
    "money_score",
    "net_benefit",
    "net_benefit_of_all",
    "on_list",
    "oracle",
    "output_card",
    "overlay",
    "perfect_knowledge_profit",
    "plan_for",
    "planned_profit",
    "practice_campaign",
    "practice_profit",
    "practice_world",
    "precision_at_k",
    "predicted_label",
    "predicted_risk",
    "predicted_share",
    "profit_curve",
    "promise_in_words",
    "promised",
    "ranking_score",
    "read_letter",
    "reason_codes",
    "recall_at_k",
    "rehearse",
    "render_pages",
    "repair_sheet",
    "repeat_draws",
    "repeat_lists",
    "right_answers",
    "risk_after",
    "roles_in_words",
    "shap_contributions",
    "sheet_as_table",
    "show_bars",
    "show_cutoff",
    "show_effects",
    "show_effort",
    "show_lists",
    "show_map",
    "show_promise",
    "show_promises",
    "show_subscriptions",
    "show_sureness",
    "show_thousand",
    "show_two",
    "show_waffles",
    "show_windows",
    "slide",
    "snapshot",
    "split_in_words",
    "survey_items",
    "survey_table",
    "tell_trade_off",
    "tell_trial",
    "trade_off",
    "trial_by_reason",
    "use_style",
    "verdict_on",
    "whole_yen",
    "worded",
    "world_key",
]
