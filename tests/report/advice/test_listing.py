"""The list: who is on it, who has scored whom, and reasons that add up."""

import numpy as np
import pandas as pd
import pytest
from report.by_hand import Points, Same, contest, customers, parts, read, request, world

from mlcurric.report.advice.listing import make_list
from mlcurric.report.contest.features import learnable
from mlcurric.report.reading.kinds import Kind
from mlcurric.text import speaking

COLUMNS = ("open_tickets", "tenure")


def fitted(people, rows):
    table = learnable(people, COLUMNS).iloc[rows]
    return Points(COLUMNS).fit(table, people.left.iloc[rows].to_numpy(dtype=bool))


def listing(people, split, capacity=50, model=None, winner="model", columns=COLUMNS, **more):
    model = model or fitted(people, split.learn)
    happened = people.left.iloc[split.judge].to_numpy(dtype=bool)
    risk = model.risk(learnable(people, columns).iloc[split.judge])
    held = contest(model, happened, risk, min(30, len(happened)), winner)
    return make_list(people, split, held, columns, request(capacity, **more))


@pytest.fixture(scope="module")
def open_world():
    people, _ = world()
    split = parts(range(2_000), range(2_000, 3_000), range(3_000, 4_000))
    return people, split, listing(people, split)


def test_rows_of_unknown_outcome_are_scored_by_a_winner_that_knows_all_known_rows(open_world):
    people, _, made = open_world
    table = learnable(people, COLUMNS)
    model = fitted(people, range(3_000))
    risk = pd.Series(model.risk(table.iloc[3_000:]), index=range(3_000, 4_000))
    best = risk.sort_values(ascending=False).head(50)
    assert [row.risk for row in made.rows] == pytest.approx(best.tolist())
    assert made.could == 1_000
    assert made.risks == pytest.approx(risk.to_numpy())
    assert all(row.risk == pytest.approx(risk[row.row]) for row in made.rows)
    assert [row.place for row in made.rows] == list(range(1, 51))
    assert all((row.id, row.line) == (f"C{row.row}", row.row + 2) for row in made.rows)
    assert [row.value for row in made.rows] == pytest.approx([people.value[row.row] for row in made.rows])


def test_points_add_up_and_belong_to_the_risk(open_world):
    for row in open_world[2].rows:
        assert sum(reason.points for reason in row.codes.reasons) + row.codes.rest == row.codes.points
        assert row.codes.risk == pytest.approx(row.risk)
        logit = np.log(row.risk / (1 - row.risk)) - np.log(row.codes.base_risk / (1 - row.codes.base_risk))
        assert row.codes.points == pytest.approx(10 * logit, abs=0.6)


def test_reasons_are_marked(open_world):
    marks = {r.column: (r.actionable, r.action is not None) for row in open_world[2].rows for r in row.codes.reasons}
    assert marks == {"open_tickets": (True, True), "tenure": (False, False)}
    assert all({r.column for r in row.actionable} <= {"open_tickets"} for row in open_world[2].rows)


class Remembers(Points):
    """Knows every customer it has learned from, and is then sure."""

    def fit(self, table, left):
        made = super().fit(table, left)
        names = frozenset(table["name"])
        risk = made.risk
        object.__setattr__(made, "risk", lambda rows: np.where(rows["name"].isin(names), 1.0, risk(rows)))
        return made


@pytest.mark.parametrize("looks", [1, 3])
def test_nobody_is_scored_by_what_has_seen_their_own_rows(looks):
    luck = np.random.default_rng(2)
    rows = 600
    name = np.arange(rows) // looks
    left = luck.random(rows) < 0.3
    # Who left at one look is not there at the next: only the last look of a customer may say that they left.
    left[np.arange(rows) % looks != looks - 1] = False
    columns = {"name": read("name", name.astype(float)), "tenure": read("tenure", luck.uniform(0, 60, rows))}
    people = customers(columns, list(left), ids=pd.Series([f"C{each}" for each in name]))
    last = np.flatnonzero((np.arange(rows) % looks == looks - 1) & ~left)
    split = parts(range(400), range(400, 600), last, "still here", by_date=False)
    table = learnable(people, tuple(columns))
    model = Remembers(("tenure",)).fit(table.iloc[:400], left[:400])
    assert (model.risk(table.iloc[:400]) == 1).all()
    made = listing(people, split, 100, model, columns=tuple(columns))
    assert len(made.rows) == 100
    assert len(made.risks) == len(last)
    assert (made.risks < 1).all()
    assert {row.row for row in made.rows} <= set(last)
    assert {row.codes.risk < 1 for row in made.rows} == {True}


def test_ties_are_broken_by_lot():
    people, _ = world(300, 300)
    split = parts(range(200), range(200, 300), range(300, 600))
    made = listing(people, split, 50, Same(COLUMNS), "rule")
    assert len({row.row for row in made.rows}) == 50
    assert {row.row for row in made.rows} != set(range(300, 350))
    assert all(row.risk == 0.2 and row.codes.reasons == () for row in made.rows)


def test_fewer_customers_than_can_be_contacted_is_told():
    people, _ = world(300, 20)
    made = listing(people, parts(range(200), range(200, 300), range(300, 320)), 1_000)
    assert len(made.rows) == made.could == 20
    (remark,) = [each for each in made.remarks if each.id == "all-listed"]
    assert "1,000" in remark.says.en
    assert "20" in remark.says.ja


def test_without_anybody_to_list_or_a_winner_there_is_no_list():
    people, _ = world(300, 20)
    nobody = listing(people, parts(range(200), range(200, 300), []))
    no_better = listing(people, parts(range(200), range(200, 300), range(300, 320)), winner="nobody")
    assert nobody.rows == no_better.rows == ()
    assert "nobody to list" in nobody.says.en
    assert "by lot" in no_better.says.en


def test_yes_and_no_blanks_and_categories_are_said_as_they_are():
    luck = np.random.default_rng(4)
    plan = np.where(luck.random(400) < 0.25, None, np.where(luck.random(400) < 0.5, "Basic", "プロ"))
    late = np.where(luck.random(400) < 0.5, 1.0, 0.0)
    late[:40] = np.nan
    columns = {
        "plan": read("plan", plan, Kind.CATEGORY),
        "paid_late": read("paid_late", late, Kind.FLAG, labels=("0", "1")),
        "自動更新": read("自動更新", late, Kind.FLAG, labels=("なし", "あり")),
    }

    class Tells(Same):
        def contributions(self, rows, background):
            found = super().contributions(rows, background)
            return type(found)(found.values + 0.05, 0.2, "probability")

    people = customers(columns, [*(luck.random(200) < 0.3), *[None] * 200])
    model = Tells(tuple(columns))
    made = listing(people, parts(range(100), range(100, 200), range(200, 400)), 200, model, "rule", tuple(columns))
    first = listing(people, parts(range(100), range(100, 200), range(10)), 10, model, "rule", tuple(columns))
    said = {(reason.column, str(reason.own)) for row in (*made.rows, *first.rows) for reason in row.codes.reasons}
    with speaking("ja"):
        assert {(each.column, str(each.own)) for row in first.rows for each in row.codes.reasons} >= {
            ("paid_late", "不明"),
            ("自動更新", "不明"),
        }
    assert said == {
        *(("plan", each) for each in ("Basic", "プロ", "unknown")),
        *(("paid_late", each) for each in ("yes", "no", "unknown")),
        *(("自動更新", each) for each in ("あり", "なし", "unknown")),
    }
    # Blanks are counted among the others: about a quarter of the plans.
    usual = next(
        reason.usual.en
        for row in made.rows
        for reason in row.codes.reasons
        if reason.column == "plan" and reason.own.en == "unknown"
    )
    known = sum(each is None for each in plan[:200]) / 2
    assert usual == f"as {known:.0f} of 100 customers"
