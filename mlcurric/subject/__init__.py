"""The subject: tables, rates, snapshots, rankings and pictures, as pure functions on data frames.

Everything here works without the lessons, on a product manager's own data.
"""

from mlcurric.subject.draws import repeat_draws, repeat_lists
from mlcurric.subject.pictures.maps import right_answers, show_map
from mlcurric.subject.pictures.timelines import show_promise, show_subscriptions, show_windows
from mlcurric.subject.pictures.waffles import show_waffles
from mlcurric.subject.ranking import contact_list, ranking_score
from mlcurric.subject.rates import at_start, churn_rate
from mlcurric.subject.snapshots import FEATURES, LABEL, TimeMachine, Windows, snapshot
from mlcurric.subject.style import use_style
from mlcurric.subject.tables import datasheet, load_cdnow, load_subscriptions, load_telco
from mlcurric.subject.trees import in_words, learn_tree, predicted_label, predicted_share
from mlcurric.subject.words import COLUMNS, worded

__all__ = [
    "COLUMNS",
    "FEATURES",
    "LABEL",
    "TimeMachine",
    "Windows",
    "at_start",
    "churn_rate",
    "contact_list",
    "datasheet",
    "in_words",
    "learn_tree",
    "load_cdnow",
    "load_subscriptions",
    "load_telco",
    "predicted_label",
    "predicted_share",
    "ranking_score",
    "repeat_draws",
    "repeat_lists",
    "right_answers",
    "show_map",
    "show_promise",
    "show_subscriptions",
    "show_waffles",
    "show_windows",
    "snapshot",
    "use_style",
    "worded",
]
