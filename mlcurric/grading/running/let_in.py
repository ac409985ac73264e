"""What is let into the sandbox of this package, file by file: whatever is new stays outside until it is put on a list.

Each file of the subject stands on exactly one of the two lists; a test tells which does not.
"""

from __future__ import annotations

from mlcurric.question.formulas import FORMULAS

INSIDE = {
    "": "disk_errors keeping locks rescuing spreadsheets templates text",
    "grading": "__init__",
    "question": "__init__ asking assigned only_shown plain waiting",
    "subject": (
        "__init__ amounts cells clues columns contacts csv_rows cutoffs digits draws effort excel excel_cells exports file_kinds grids "
        "groups headings intervals list_kinds money promises ranges ranking rates risk roles rules said sheets "
        "sliders snapshots style sureness tables trees truth typed typed_amounts unseen uplift words workbooks"
    ),
    "subject/bands": "__init__ cumulative cut_offs trying typed words",
    "subject/board": (
        "__init__ coming_over commands comments contexts draw edits evenly files finding form habits headings "
        "kinds last_version layout left_in_words letters merge model new_note paper places renamed screen several "
        "stretch table taking_out tense tied_notes ties typed_line typed_parts unread votes whiteboard_columns "
        "whiteboards words_on_note writers"
    ),
    "subject/charts": (
        "__init__ artists bars covering describe finding honesty labels lengths orders pairs schema settings sight "
        "ticks units words"
    ),
    "subject/expectation": "__init__ evidence example reconcile sheet words",
    "subject/experiments": "__init__ chances effects hold_out looks lots",
    "subject/explain": "__init__ beside card contributions parts reasons shapley trial wordings",
    "subject/ideathon": (
        "__init__ about_choice about_list across beside between contents example noticed sheets unreadable"
    ),
    "subject/metrics": "__init__ at_k benefit calibration confusion told",
    "subject/model_card": "__init__ agree card evidence people words",
    "subject/operations": "__init__ decisions raci runbook scorers",
    "subject/pictures": "__init__ effort maps money peeking promises qini sureness thousand timelines value waffles",
    "subject/product": (
        "__init__ about_card about_dates about_days about_goal about_lines about_money about_numbers about_people "
        "about_promise about_stop about_words collected dates denial figures finding findings line lines numerals "
        "page_words pages reading stop_rule sum_words sums verdict"
    ),
    "subject/scenario": "__init__ engine faults model pages picture reader words",
    "subject/surveys": (
        "__init__ answers changes code_words disclosure earlier forms headings issues likert measures own_team "
        "paper pictures pilot report results rows sounds teams whose words"
    ),
    "subject/team": (
        "__init__ about_gifts about_plan about_raci about_reasons about_roles as_written days lines pages people "
        "plan90 pre_mortem raci role_map stretches together words"
    ),
    "subject/usecases": (
        "__init__ carrying catching_up choice contradictions criteria finding gates method_findings method_last "
        "origins page page_words scoring unsettled usecase workbook"
    ),
    "subject/value": "__init__ checks powers sensitivity sheets terms tickets units",
}
"""Modules by their folder below the package."""
WHOLE = (
    "grading/guest",
    "grading/guest/stand_ins",
    "house",
    "subject/data",
    "subject/explain/templates",
    "subject/ideathon/data",
    "subject/model_card/templates",
    "subject/product/templates",
    "subject/scenario/data",
    "subject/scenario/templates",
    "subject/surveys/templates",
    "subject/team/templates",
    "subject/usecases/templates",
)
"""Folders of which every file is inside: pages to be filled, tables and notes, and the untrusted side itself."""
KEPT_OUT = (
    # What learners write as functions themselves.
    *sorted(f"{module.removeprefix('mlcurric.').replace('.', '/')}.py" for module in FORMULAS),
    # They draw worlds, or know what is true in them.
    "subject/simulation", "subject/poc",
    "subject/bands/known_lists.py", "subject/bands/practice.py", "subject/bands/triage.py", "subject/campaigns.py", "subject/listed.py",
    "subject/stakes.py", "subject/expectation/rehearsal.py", "subject/experiments/april.py",
    "subject/experiments/october.py", "subject/operations/rehearsal.py", "subject/operations/year.py",
    "subject/pictures/bands.py", "subject/pictures/operations.py", "subject/pictures/poc.py",
)  # fmt: skip
"""Files and folders of the subject that no hand-in may read. Where others need them, a stand-in takes their place."""
