"""Who is a customer of today: a blank outcome of today's look, not one that nobody has ever filled in."""

import numpy as np
import pandas as pd

from mlcurric.report.contest.today import to_list

LOOKS = pd.to_datetime(["2026-01-31", "2026-04-30", "2026-07-31", "2026-10-31"])


def listed(left, observed, ids=None, within=""):
    remarks = []
    groups = np.arange(len(left)) if ids is None else np.asarray(ids)
    rows, kind = to_list(pd.Series(left, dtype="boolean"), groups, observed, remarks, within)
    return rows, kind, remarks


def looks(each: int = 100) -> pd.Series:
    return pd.Series(np.repeat(LOOKS, each))


def test_blanks_of_early_looks_are_not_customers_of_today():
    luck = np.random.default_rng(1)
    left = [bool(each) for each in luck.random(300) < 0.2] + [None] * 100
    for row in range(0, 200, 10):
        left[row] = None
    rows, kind, remarks = listed(left, looks())
    assert kind == "not yet known"
    assert rows.tolist() == list(range(300, 400))
    assert [each.id for each in remarks] == ["never-filled-in"]
    assert "In 20 rows of looks before 31 October 2026" in remarks[0].says.en
    assert "20行" in remarks[0].says.ja
    assert "--blank-is" in remarks[0].for_maker.ja


def test_a_look_that_is_only_half_over_is_todays():
    left = [False] * 280 + [True] * 50 + [None] * 70
    rows, kind, remarks = listed(left, looks())
    assert (kind, rows.tolist(), remarks) == ("not yet known", list(range(330, 400)), [])


def test_blanks_at_random_on_single_days_are_nobody_of_today():
    luck = np.random.default_rng(2)
    left = [
        None if blank else bool(gone)
        for blank, gone in zip(luck.random(400) < 0.3, luck.random(400) < 0.2, strict=True)
    ]
    days = pd.Series(pd.Timestamp("2026-01-01") + pd.to_timedelta(np.arange(400), unit="D"))
    rows, kind, remarks = listed(left, days)
    assert kind == "here when last seen"
    assert all(left[row] is False for row in rows)
    assert [each.id for each in remarks] == ["never-filled-in", "seen-long-ago"]


def test_a_blank_of_whom_a_later_row_is_known_is_not_open():
    left = [False, True] * 50 + [None] + [False] * 49 + [None] * 50
    ids = [*range(50), *range(50), *range(100, 150), *range(200, 250)]
    ids[100] = 7
    observed = pd.Series(np.repeat(LOOKS[:3], [50, 50, 100]))
    rows, kind, _ = listed(left, observed, ids)
    assert kind == "not yet known"
    assert set(rows) == {100, *range(150, 200)}
    later = observed.copy()
    later[100] = LOOKS[0] - pd.Timedelta(days=1)
    rows, _, remarks = listed(left, later, ids)
    assert set(rows) == set(range(150, 200))
    assert remarks[0].id == "never-filled-in"


def test_who_left_once_and_is_there_at_the_last_look_has_come_back():
    left = [True] * 20 + [False] * 80 + [False] * 90 + [True] * 10
    observed = pd.Series(np.repeat(LOOKS[-2:], 100))
    rows, kind, remarks = listed(left, observed, [*range(100), *range(100)])
    assert (kind, rows.tolist()) == ("still here", list(range(100, 190)))
    assert [each.id for each in remarks] == ["there-again"]
    assert "20 customers left after one look" in remarks[0].says.en
    assert "顧客が20人います" in remarks[0].says.ja
    # Who leaves within a long time leaves after each of its looks.
    rows, _, remarks = listed([True] * 200, observed, [*range(100), *range(100)])
    assert (len(rows), remarks) == (0, [])


def test_where_nobody_says_which_row_is_the_last_whoever_left_is_gone():
    rows, _, remarks = listed([True, False, False, False], None, [1, 1, 2, 3])
    assert (rows.tolist(), remarks) == ([2, 3], [])


def test_without_days_every_blank_is_open():
    rows, kind, remarks = listed([True, False, None, None], None)
    assert (rows.tolist(), kind, remarks) == ([2, 3], "not yet known", [])


def test_who_was_last_seen_before_the_period_ended_is_not_still_here():
    left = [False] * 90 + [True] * 10
    observed = looks(25)
    rows, kind, remarks = listed(left, observed, within="3 months")
    # 31 July and three months is the day of the last look.
    assert (kind, rows.tolist()) == ("still here", list(range(50, 90)))
    assert [each.id for each in remarks] == ["long-ago"]
    assert "50 customers who stayed" in remarks[0].says.en
    assert "続けた顧客のうち50人" in remarks[0].says.ja
    assert "blank outcome" in remarks[0].way_out.en
    everybody, kind, remarks = listed(left, observed, within="1 year")
    assert (len(everybody), kind, remarks) == (90, "still here", [])


def test_without_a_period_old_looks_are_listed_and_told():
    left = [False] * 90 + [True] * 10
    rows, kind, remarks = listed(left, looks(25))
    assert (len(rows), kind) == (90, "here when last seen")
    assert [each.id for each in remarks] == ["seen-long-ago"]
    assert "75 were last looked at more than 45 days before 31 October 2026" in remarks[0].says.en
    assert "90人のうち75人" in remarks[0].says.ja
    assert remarks[0].weight == "danger"
    # Whoever reads the page can do it, so that it stands among what to do now.
    assert "CRM" in remarks[0].way_out.en
    assert "--within" in remarks[0].for_maker.ja
    near = pd.Series(LOOKS[0] + pd.to_timedelta(np.arange(100) // 4, unit="D"))
    assert listed(left, near)[1:] == ("still here", [])
