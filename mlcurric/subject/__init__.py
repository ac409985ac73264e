"""The subject: customers and their churn, what a campaign earns, what can be promised, how it is explained and shown.

Everything here works without the lessons, on a product manager's own data. ``contradictions`` holds the numbers of one
expectation sheet against each other; ``Collected``, ``line_findings``, ``verdict_on`` and ``render_pages`` make three pages
of what somebody writes about a product in words of their own (``mlcurric.subject.product`` says how).
"""

from mlcurric.subject.bands.cut_offs import Bands
from mlcurric.subject.bands.practice import answers_by_lot, corrections_by_band, profit_of_calls, year_by_bands
from mlcurric.subject.bands.triage import Triage, keyed_year, next_year
from mlcurric.subject.bands.trying import bands_profit, bands_table
from mlcurric.subject.bands.words import bands_in_words
from mlcurric.subject.board.files import read_board
from mlcurric.subject.board.form import board_findings
from mlcurric.subject.board.kinds import KINDS
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
from mlcurric.subject.clues import CLUES
from mlcurric.subject.cutoffs import plan_for, planned_profit
from mlcurric.subject.digits import rough_yen, whole_yen
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
from mlcurric.subject.experiments.april import april_lists
from mlcurric.subject.experiments.chances import chance_to_reach
from mlcurric.subject.experiments.effects import difference_of_shares
from mlcurric.subject.experiments.looks import first_alarm, simulate_looks
from mlcurric.subject.experiments.lots import ratio_mismatch
from mlcurric.subject.experiments.october import october_round
from mlcurric.subject.experiments.sizes import power_of_comparison, sample_size_per_arm, smallest_effect
from mlcurric.subject.explain.beside import beside_each_other
from mlcurric.subject.explain.card import left_of_alike, output_card
from mlcurric.subject.explain.contributions import Contributions, linear_contributions
from mlcurric.subject.explain.reasons import reason_codes, risk_after
from mlcurric.subject.explain.shapley import shap_contributions
from mlcurric.subject.explain.trial import tell_trial, trial_by_reason
from mlcurric.subject.explain.wordings import SIMULATED, Wording
from mlcurric.subject.exports import faulty_export, load_export
from mlcurric.subject.groups import GROUPS, effect_by_group, group_of
from mlcurric.subject.ideathon.example import (
    IDEATHON_DAY,
    copy_example,
    example_answers,
    example_board,
    example_file,
    example_method_last,
    example_team,
    example_use_cases,
)
from mlcurric.subject.intervals import Measured
from mlcurric.subject.listed import (
    ListedCampaign,
    Outcome,
    draw_next_quarter,
    keyed_next_quarter,
    load_next_quarter,
    practice_next_quarter,
    practice_outcome,
)
from mlcurric.subject.metrics.at_k import at_k, highest_lift, lift_at_k, on_list, precision_at_k, recall_at_k, trade_off
from mlcurric.subject.metrics.benefit import decision_curve, net_benefit, net_benefit_of_all
from mlcurric.subject.metrics.calibration import Brier, brier_parts, calibration_table
from mlcurric.subject.metrics.confusion import Confusion, Counts, accuracy_of_nobody, confusion, counts_from_rates
from mlcurric.subject.metrics.qini import qini_ahead, qini_area, qini_by_lot, qini_curve
from mlcurric.subject.metrics.told import compare_lists, tell_trade_off
from mlcurric.subject.model_card.card import ModelCard
from mlcurric.subject.model_card.evidence import Evidence, measure_model
from mlcurric.subject.money import (
    DISTINCTION,
    OFFER,
    PASS,
    Offer,
    break_even,
    campaign_profit,
    expected_profit,
    fewer_to_pay,
    gain_of_call,
    money_score,
    oracle,
)
from mlcurric.subject.operations.raci import read_row, row_finding
from mlcurric.subject.operations.rehearsal import Rehearsal, keyed_rehearsal, practice_rehearsal
from mlcurric.subject.operations.runbook import Runbook
from mlcurric.subject.operations.scorers import monthly_list, recalibrated, retrained
from mlcurric.subject.operations.stability import clue_stability, edges_of, stability_index
from mlcurric.subject.operations.year import Year, run_year
from mlcurric.subject.pictures.bands import bands_figure, show_bands
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
from mlcurric.subject.pictures.operations import show_years, year_figure
from mlcurric.subject.pictures.peeking import show_peeking
from mlcurric.subject.pictures.poc import show_plan
from mlcurric.subject.pictures.promises import show_promises
from mlcurric.subject.pictures.qini import qini_figure, show_qini
from mlcurric.subject.pictures.sureness import show_sureness
from mlcurric.subject.pictures.thousand import show_thousand
from mlcurric.subject.pictures.timelines import show_promise, show_subscriptions, show_windows
from mlcurric.subject.pictures.value import show_tornado, tornado_figure
from mlcurric.subject.pictures.waffles import show_waffles
from mlcurric.subject.poc.colleagues import colleagues_rehearsed
from mlcurric.subject.poc.findings import plan_findings
from mlcurric.subject.poc.ground import load_osaka
from mlcurric.subject.poc.own import read_own_plan
from mlcurric.subject.poc.page import render_plan
from mlcurric.subject.poc.plan import PocPlan
from mlcurric.subject.poc.rehearsal import PlanRehearsal, rehearse_osaka, rehearse_plan
from mlcurric.subject.poc.setting import osaka_facts, osaka_setting
from mlcurric.subject.poc.tells import figures_in_words, why_not
from mlcurric.subject.product import LINES, Collected, Need, Page, line_findings, overlay, render_pages, verdict_on
from mlcurric.subject.promises import promised
from mlcurric.subject.ranges import Range
from mlcurric.subject.ranking import contact_list, ranking_score
from mlcurric.subject.rates import at_start, churn_rate
from mlcurric.subject.risk import learn_risk, predicted_risk
from mlcurric.subject.roles import ROLES, roles_in_words
from mlcurric.subject.rules import RULES
from mlcurric.subject.scenario.engine import GOES_WELL, Played, play, plays_as_table
from mlcurric.subject.scenario.faults import find_faults
from mlcurric.subject.scenario.picture import plays_figure
from mlcurric.subject.scenario.reader import load_scenario, read_scenario
from mlcurric.subject.simulation.customers import draw_customers
from mlcurric.subject.simulation.keys import PRACTICE, world_key
from mlcurric.subject.simulation.practice import load_customers, practice_world
from mlcurric.subject.simulation.reviewers import Reviewers
from mlcurric.subject.simulation.world import World, draw_world
from mlcurric.subject.sliders import slide
from mlcurric.subject.snapshots import FEATURES, LABEL, TimeMachine, Windows, snapshot
from mlcurric.subject.style import use_style
from mlcurric.subject.sureness import by_sureness
from mlcurric.subject.surveys.answers import read_answers
from mlcurric.subject.surveys.forms import survey_items, survey_table
from mlcurric.subject.surveys.report import render_report
from mlcurric.subject.surveys.results import find_results
from mlcurric.subject.tables import datasheet, load_cdnow, load_subscriptions, load_telco
from mlcurric.subject.team.about_plan import plan90_findings
from mlcurric.subject.team.about_raci import raci_findings
from mlcurric.subject.team.about_reasons import pre_mortem_findings
from mlcurric.subject.team.about_roles import role_map_findings
from mlcurric.subject.team.days import a_day, day_off, working_days
from mlcurric.subject.team.pages import plan_page, pre_mortem_page, raci_page, role_map_page
from mlcurric.subject.team.plan90 import plan_text, plan_workbook, read_plan
from mlcurric.subject.team.pre_mortem import pre_mortem_text, pre_mortem_workbook, read_pre_mortem
from mlcurric.subject.team.raci import raci_text, raci_workbook, read_raci
from mlcurric.subject.team.role_map import read_role_map, role_map_text, role_map_workbook
from mlcurric.subject.team.together import team_findings
from mlcurric.subject.trees import in_words, learn_tree, predicted_label, predicted_share
from mlcurric.subject.truth import Truth
from mlcurric.subject.typed import check_range, read_letter
from mlcurric.subject.uplift import CallModel, expected_gain, learn_calls
from mlcurric.subject.usecases.contradictions import use_case_findings
from mlcurric.subject.usecases.criteria import CRITERIA
from mlcurric.subject.usecases.gates import closed_gates, gates_in_words
from mlcurric.subject.usecases.method_findings import method_last_findings
from mlcurric.subject.usecases.method_last import MethodLast, MethodLastSheets
from mlcurric.subject.usecases.page import render_method_last, render_use_cases, use_case_verdict
from mlcurric.subject.usecases.scoring import rank, read_weights
from mlcurric.subject.usecases.survival import survival, survival_in_words
from mlcurric.subject.usecases.usecase import MODES, RULE_ENOUGH, UseCase, UseCaseList
from mlcurric.subject.usecases.workbook import (
    method_last_text,
    method_last_workbook,
    read_method_last,
    read_use_cases,
    use_cases_text,
    use_cases_workbook,
)
from mlcurric.subject.value.returns import lifetime_value, monthly_churn, return_on_cost
from mlcurric.subject.value.sensitivity import sensitivity, turning_point
from mlcurric.subject.value.sheets import list_sheet, list_terms, rule_sheet
from mlcurric.subject.value.terms import Term, numbers_of, terms_as_table, unit_of
from mlcurric.subject.value.tickets import ticket_gain, ticket_terms
from mlcurric.subject.value.units import Amount, Unit, UnitError
from mlcurric.subject.words import COLUMNS, worded

__all__ = [
    "CAPACITY",
    "CLUES",
    "COLUMNS",
    "CRITERIA",
    "DISTINCTION",
    "EFFORT",
    "FEATURES",
    "GOES_WELL",
    "GROUPS",
    "IDEATHON_DAY",
    "KINDS",
    "LABEL",
    "LINES",
    "MODES",
    "OFFER",
    "PASS",
    "PRACTICE",
    "RANKINGS",
    "ROLES",
    "RULES",
    "RULE_ENOUGH",
    "SIMULATED",
    "Amount",
    "Bands",
    "Brier",
    "CallModel",
    "Campaign",
    "Collected",
    "Confusion",
    "Contributions",
    "Counted",
    "Counts",
    "Decision",
    "Evidence",
    "ExpectationSheet",
    "ListedCampaign",
    "Measured",
    "MethodLast",
    "MethodLastSheets",
    "ModelCard",
    "Need",
    "Offer",
    "Outcome",
    "Page",
    "Pilot",
    "PlanRehearsal",
    "Played",
    "PocPlan",
    "Range",
    "Rehearsal",
    "Reviewers",
    "Runbook",
    "SettingError",
    "Term",
    "TimeMachine",
    "Triage",
    "Truth",
    "Unit",
    "UnitError",
    "UseCase",
    "UseCaseList",
    "Windows",
    "Wording",
    "World",
    "Year",
    "a_day",
    "accuracy_of_nobody",
    "answers_by_lot",
    "april_lists",
    "at_k",
    "at_start",
    "bands_figure",
    "bands_in_words",
    "bands_profit",
    "bands_table",
    "bar_values",
    "beside_each_other",
    "board_findings",
    "break_even",
    "brier_parts",
    "by_sureness",
    "calibration_table",
    "campaign_profit",
    "chance_to_reach",
    "check_range",
    "chosen_in_pilot",
    "churn_rate",
    "closed_gates",
    "clue_stability",
    "colleagues_rehearsed",
    "compare_lists",
    "confusion",
    "contact_list",
    "contradictions",
    "copy_example",
    "corrections_by_band",
    "counts_from_rates",
    "cutoff_figure",
    "datasheet",
    "day_off",
    "decision_curve",
    "describe_chart",
    "difference_of_shares",
    "draw_campaign",
    "draw_customers",
    "draw_next_quarter",
    "draw_world",
    "edges_of",
    "effect_by_group",
    "evidence_as_table",
    "example_answers",
    "example_board",
    "example_file",
    "example_method_last",
    "example_team",
    "example_use_cases",
    "expected_gain",
    "expected_kept",
    "expected_misses",
    "expected_profit",
    "faulty_export",
    "fewer_to_pay",
    "figures_in_words",
    "find_faults",
    "find_results",
    "findings",
    "first_alarm",
    "gain_of_call",
    "gates_in_words",
    "group_of",
    "highest_lift",
    "in_words",
    "kept_bounds",
    "keyed_campaign",
    "keyed_next_quarter",
    "keyed_rehearsal",
    "keyed_year",
    "learn_calls",
    "learn_risk",
    "learn_tree",
    "left_of_alike",
    "lifetime_value",
    "lift_at_k",
    "line_findings",
    "linear_contributions",
    "list_figure",
    "list_sheet",
    "list_terms",
    "load_cdnow",
    "load_customers",
    "load_export",
    "load_next_quarter",
    "load_osaka",
    "load_scenario",
    "load_subscriptions",
    "load_telco",
    "measure_model",
    "method_last_findings",
    "method_last_text",
    "method_last_workbook",
    "money_in_words",
    "money_score",
    "monthly_churn",
    "monthly_list",
    "net_benefit",
    "net_benefit_of_all",
    "next_year",
    "numbers_of",
    "october_round",
    "on_list",
    "oracle",
    "osaka_facts",
    "osaka_setting",
    "output_card",
    "overlay",
    "perfect_knowledge_profit",
    "plan90_findings",
    "plan_findings",
    "plan_for",
    "plan_page",
    "plan_text",
    "plan_workbook",
    "planned_profit",
    "play",
    "plays_as_table",
    "plays_figure",
    "power_of_comparison",
    "practice_campaign",
    "practice_next_quarter",
    "practice_outcome",
    "practice_profit",
    "practice_rehearsal",
    "practice_world",
    "pre_mortem_findings",
    "pre_mortem_page",
    "pre_mortem_text",
    "pre_mortem_workbook",
    "precision_at_k",
    "predicted_label",
    "predicted_risk",
    "predicted_share",
    "profit_curve",
    "profit_of_calls",
    "promise_in_words",
    "promised",
    "qini_ahead",
    "qini_area",
    "qini_by_lot",
    "qini_curve",
    "qini_figure",
    "raci_findings",
    "raci_page",
    "raci_text",
    "raci_workbook",
    "rank",
    "ranking_score",
    "ratio_mismatch",
    "read_answers",
    "read_board",
    "read_letter",
    "read_method_last",
    "read_own_plan",
    "read_plan",
    "read_pre_mortem",
    "read_raci",
    "read_role_map",
    "read_row",
    "read_scenario",
    "read_use_cases",
    "read_weights",
    "reason_codes",
    "recalibrated",
    "recall_at_k",
    "rehearse",
    "rehearse_osaka",
    "rehearse_plan",
    "render_method_last",
    "render_pages",
    "render_plan",
    "render_report",
    "render_use_cases",
    "repair_sheet",
    "repeat_draws",
    "repeat_lists",
    "retrained",
    "return_on_cost",
    "right_answers",
    "risk_after",
    "role_map_findings",
    "role_map_page",
    "role_map_text",
    "role_map_workbook",
    "roles_in_words",
    "rough_yen",
    "row_finding",
    "rule_sheet",
    "run_year",
    "sample_size_per_arm",
    "sensitivity",
    "shap_contributions",
    "sheet_as_table",
    "show_bands",
    "show_bars",
    "show_cutoff",
    "show_effects",
    "show_effort",
    "show_lists",
    "show_map",
    "show_peeking",
    "show_plan",
    "show_promise",
    "show_promises",
    "show_qini",
    "show_subscriptions",
    "show_sureness",
    "show_thousand",
    "show_tornado",
    "show_two",
    "show_waffles",
    "show_windows",
    "show_years",
    "simulate_looks",
    "slide",
    "smallest_effect",
    "snapshot",
    "split_in_words",
    "stability_index",
    "survey_items",
    "survey_table",
    "survival",
    "survival_in_words",
    "team_findings",
    "tell_trade_off",
    "tell_trial",
    "terms_as_table",
    "ticket_gain",
    "ticket_terms",
    "tornado_figure",
    "trade_off",
    "trial_by_reason",
    "turning_point",
    "unit_of",
    "use_case_findings",
    "use_case_verdict",
    "use_cases_text",
    "use_cases_workbook",
    "use_style",
    "verdict_on",
    "whole_yen",
    "why_not",
    "worded",
    "working_days",
    "world_key",
    "year_by_bands",
    "year_figure",
]
