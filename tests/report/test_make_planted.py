"""A report from beginning to end on tables in which something is planted: who won has made the list, and no leak is in it."""

import csv

import numpy as np
import pandas as pd
import pytest

from mlcurric.report import make
from mlcurric.report.make import make_report
from mlcurric.report.options import read_request
from mlcurric.text import speaking

KNOWN, OPEN = 3_000, 1_000
DAYS = pd.to_datetime(["2026-01-31", "2026-04-30", "2026-07-31", "2026-10-31"]).strftime("%Y-%m-%d")


def written(folder, columns: dict, left: np.ndarray):
    """The table of some columns: three looks of 1,000 customers that are known, and one that is open."""
    table = pd.DataFrame({"account": [f"A{row:05d}" for row in range(KNOWN + OPEN)], **columns})
    table["seen"] = np.repeat(DAYS, 1_000)
    table["gone"] = [*np.where(left[:KNOWN], "yes", "no"), *[""] * OPEN]
    table.to_csv(folder / "table.csv", index=False)
    return folder / "table.csv"


def reported(path, **options: str):
    """What the page was made of, and the rows of the list's file."""
    held = []
    render = make.render_page

    def watched(found, day):
        held.append(found)
        return render(found, day)

    out = path.parent / "report.html"
    with pytest.MonkeyPatch.context() as patch, speaking("en"):
        patch.setattr(make, "render_page", watched)
        asked = dict(churned="gone", id="account", observed_at="seen", capacity="100") | options
        make_report(read_request(path=str(path), out=str(out), **asked))
    with out.with_suffix(".csv").open(encoding="utf-8-sig") as file:
        return held[0], list(csv.reader(file)), out.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Ten columns that add up: no rule of a few questions comes near."""
    luck = np.random.default_rng(1)
    columns = {f"usage {n}": luck.normal(size=KNOWN + OPEN).round(3) for n in range(10)}
    risk = 1 / (1 + np.exp(2.2 - 0.9 * sum(columns.values())))
    left = luck.random(KNOWN + OPEN) < risk
    return risk, *reported(written(tmp_path_factory.mktemp("many"), columns, left))


@pytest.fixture(scope="module")
def one(tmp_path_factory):
    """One question says it all, besides a column that knows the answer and one whose unit changes."""
    luck = np.random.default_rng(2)
    rows = KNOWN + OPEN
    rise = luck.random(rows) < 0.12
    left = luck.random(rows) < np.where(rise, 0.6, 0.05)
    fee = luck.gamma(5, 1_000, rows).round()
    fee[2_000:] = (fee[2_000:] / 1_000).round(2)
    columns = {
        "price rise": np.where(rise, "yes", "no"),
        "tickets": luck.poisson(1, rows),
        "fee": fee,
        "closing code": np.where(left & (luck.random(rows) < 0.9), luck.integers(1, 6, rows).astype(str), ""),
    }
    return rise, *reported(written(tmp_path_factory.mktemp("one"), columns, left))


def test_the_model_that_won_has_made_the_list(many):
    risk, found, rows, _ = many
    assert found.contest.winner == "model"
    assert found.at_risk.rule is None
    listed = np.array([row.row for row in found.at_risk.rows])
    assert (listed >= KNOWN).all()
    best = np.sort(risk[KNOWN:])[-100:].mean()
    by_rule = found.contest.rule.risk(pd.read_csv(found.request.path).iloc[KNOWN:])
    of_rule = risk[KNOWN:][np.argsort(-by_rule, kind="stable")[:100]].mean()
    assert risk[listed].mean() > (best + of_rule) / 2
    assert risk[listed].mean() > 0.95 * best
    # Everybody has a risk of his own; a rule knows only a few.
    assert len({round(row.risk, 6) for row in found.at_risk.rows}) > 90
    assert found.at_risk.rows[0].id in rows[1]


def test_the_promise_rests_on_the_lists_of_who_won(many, one):
    for _, found, *_ in (many, one):
        of = found.contest.of_model if found.contest.winner == "model" else found.contest.of_rule
        assert (found.promise.evidence.hits.count, found.promise.evidence.hits.of) == (of.hits, of.listed)
    # Where a single column is all there is to know, both lists find as many.
    assert many[1].contest.of_model.hits != many[1].contest.of_rule.hits


def test_the_rule_that_won_has_made_the_list(one):
    rise, found, rows, _ = one
    assert found.contest.winner == "rule"
    assert found.at_risk.rule.columns == ("price rise",)
    assert rise[[row.row for row in found.at_risk.rows]].all()
    assert len({round(row.risk, 6) for row in found.at_risk.rows}) == 1
    assert len(rows) > 100


def test_a_column_that_knows_the_answer_reaches_neither_the_contest_nor_the_list(one):
    _, found, rows, _ = one
    assert "closing code" in [each.column for each in found.suspects]
    assert "closing code" not in found.learned
    assert "closing code" not in (*found.contest.rule.columns, *found.contest.model.columns)
    assert not any("closing code" in cell for row in rows for cell in row)


def test_copies_of_a_column_that_is_not_learned_from_are_told_as_such(tmp_path):
    """The answer stored three times, and a fee whose unit changes stored twice: none of them was learned from."""
    luck = np.random.default_rng(5)
    rows = KNOWN + OPEN
    left, fee = luck.random(rows) < 0.2, luck.gamma(5, 1_000, rows).round()
    fee[2_000:] = (fee[2_000:] / 1_000).round(2)
    columns = {
        "tickets": luck.poisson(1, rows),
        "shut": left.astype(int),
        "shut in words": np.where(left, "go", "stay"),
        "open": 1 - left,
        "fee": fee,
        "fee again": fee * 2,
    }
    found, *_ = reported(written(tmp_path, columns, left))
    assert list(found.learned) == ["tickets"]
    suspects = {each.column: each for each in found.suspects}
    assert {name: suspects[name].grade for name in suspects} == dict.fromkeys(
        ("shut", "shut in words", "open"), "answer"
    )
    assert "shut in words is a copy of shut" in suspects["shut in words"].why.en
    assert "openはshutの写しです" in suspects["open"].why.ja
    assert set(found.customers.aside) == {"fee", "fee again"}
    assert "So it was left out as well." in found.customers.aside["fee again"].en
    assert "一緒に外しました" in found.customers.aside["fee again"].ja


def test_a_column_whose_unit_changes_is_told_and_not_learned_from(one):
    _, found, rows, page = one
    assert "fee" not in found.learned
    assert "fee" not in found.contest.model.columns
    assert "reads as another unit" in found.customers.aside["fee"].en
    assert "reads as another unit" in page
    assert not any(cell.startswith("fee") for row in rows for cell in row)


def test_a_big_table_is_told_before_it_is_read(tmp_path, monkeypatch):
    luck = np.random.default_rng(3)
    risky = luck.random(KNOWN + OPEN) < 0.2
    path = written(tmp_path, {"risky": risky.astype(int)}, luck.random(KNOWN + OPEN) < np.where(risky, 0.5, 0.1))
    monkeypatch.setattr(make, "_BIG", 1_000)
    told = []
    with speaking("ja"):
        asked = dict(churned="gone", id="account", observed_at="seen", capacity="100")
        make_report(read_request(path=str(path), out=str(tmp_path / "report.html"), **asked), told.append)
    assert "大きな表です" in told[0].ja
    assert told[1:] == list(make.STEPS)
