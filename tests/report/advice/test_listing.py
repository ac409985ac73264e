"""The list: who is on it, who has scored whom, and reasons that add up."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from report.by_hand import Points, Same, contest, customers, parts, read, world
from report.planted import with_rule

from mlcurric.report.advice.alike import about_left_off
from mlcurric.report.advice.counted import counted
from mlcurric.report.advice.listing import AtRisk, Listed, _as_few_as_tell, make_list
from mlcurric.report.advice.standing_out import NONE_STANDS_OUT, as_it_ends, if_any_stands_out, stand_out
from mlcurric.report.advice.words import Words, read_words
from mlcurric.report.contest.features import learnable
from mlcurric.report.contest.questions import Group, Question
from mlcurric.report.contest.rules import Groups, Order, learn_rule
from mlcurric.report.reading.kinds import Kind
from mlcurric.subject.expectation import Counted
from mlcurric.subject.explain.contributions import Contributions
from mlcurric.subject.explain.reasons import Reason, ReasonCodes, reason_codes
from mlcurric.text import T, speaking

COLUMNS = ("open_tickets", "tenure")


def fitted(people, rows):
    table = learnable(people, COLUMNS).iloc[rows]
    return Points(COLUMNS).fit(table, people.left.iloc[rows].to_numpy(dtype=bool))


def listing(people, split, capacity=50, model=None, winner="model", columns=COLUMNS):
    model = model or fitted(people, split.learn)
    happened = people.left.iloc[split.judge].to_numpy(dtype=bool)
    risk = model.risk(learnable(people, columns).iloc[split.judge])
    held = contest(model, happened, risk, min(30, len(happened)), winner)
    return make_list(people, split, held, columns, read_words(people, columns), capacity)


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


def test_the_points_count_from_one_start_and_order_the_list_whoever_has_scored_it():
    """Five learners had five starts: +27 stood above +28, and the average customer had two risks."""
    people, _ = world(3_000, 0)
    split = parts(range(2_000), range(2_000, 3_000), np.flatnonzero(people.left.eq(False)), "still here")
    rows = listing(people, split, 200).rows
    assert len({row.codes.base_risk for row in rows}) == 1
    points = [row.codes.points for row in rows]
    assert points == sorted(points, reverse=True)
    assert all(sum(each.points for each in row.codes.reasons) + row.codes.rest == row.codes.points for row in rows)


def test_reasons_are_marked(open_world):
    marks = {r.column: (r.actionable, r.action is not None) for row in open_world[2].rows for r in row.codes.reasons}
    assert marks == {"open_tickets": (True, True), "tenure": (False, False)}
    assert all({r.column for r in row.actionable} <= {"open_tickets"} for row in open_world[2].rows)


def test_no_ready_made_action_is_told_where_the_value_speaks_the_other_way():
    luck = np.random.default_rng(3)
    tickets = luck.poisson(3, 3_000).astype(float)
    # The fewer tickets, the more leave: whoever has none has nothing open to be solved.
    left = luck.random(2_000) < 1 / (1 + np.exp(tickets[:2_000] - 1))
    people = customers({"open_tickets": read("open_tickets", tickets)}, [*left, *[None] * 1_000])
    split = parts(range(1_400), range(1_400, 2_000), range(2_000, 3_000))
    table = learnable(people, ("open_tickets",))
    model = Points(("open_tickets",)).fit(table.iloc[:1_400], left[:1_400])
    made = listing(people, split, model=model, columns=("open_tickets",))
    reasons = [reason for row in made.rows for reason in row.codes.reasons]
    assert all(reason.points > 0 for reason in reasons)
    assert {(reason.actionable, reason.action) for reason in reasons} == {(None, None)}
    assert not any(row.actionable for row in made.rows)


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
    assert made.of_alike == Counted(50, 300)


def test_whoever_stands_where_the_last_does_is_counted_though_a_lot_has_left_them_off(open_world):
    people, _ = world(300, 300)
    split = parts(range(200), range(200, 300), range(300, 600))
    table = learnable(people, COLUMNS)
    rule = Order("open_tickets", True).fit(table.iloc[:300], people.left.iloc[:300].to_numpy(dtype=bool))
    made = listing(people, split, 50, rule, "rule")
    last = made.rows[-1].risk
    on_it, of = sum(row.risk == last for row in made.rows), int((made.risks == last).sum())
    assert 0 < on_it < min(of, 50)
    assert made.of_alike == Counted(on_it, of)
    everybody = listing(people, split, 300, rule, "rule")
    assert everybody.of_alike is None
    assert open_world[2].of_alike is None


@pytest.mark.parametrize(
    ("alike", "compared", "english", "japanese"),
    [
        (Counted(4, 9), False, "9 customers are exactly alike", "見込みがまったく同じ人が9人います。この4人は"),
        (Counted(3, 9), True, "From place 2 on, 9 customers are exactly alike", "2位から先は、見込みがまったく同じ人が9人"),
        (Counted(1, 9), True, "For the last place 9 customers are exactly alike", "最後の4位には、見込みがまったく同じ人が9人"),
        (None, False, "", ""),
    ],
)  # fmt: skip
def test_it_is_told_whom_a_lot_has_left_off(alike, compared, english, japanese):
    rows = tuple(Listed(at, at, at, f"C{at}", 0.3, ReasonCodes((), 0, 0, 0.3, 0.2)) for at in range(1, 5))
    told = about_left_off(AtRisk(rows, 20, T("x", "x"), np.empty(0), Words({}, {}), of_alike=alike), compared)
    assert (told is None) == (alike is None)
    if told:
        assert english in told.says.en
        assert japanese in told.says.ja
        assert f"--capacity {4 - alike.count + alike.of} " in told.for_maker.en
        # Whoever chose others by hand would spoil the comparison.
        assert (told.way_out is None) == compared


def test_fewer_customers_than_can_be_contacted_are_all_listed_and_that_is_left_to_the_contest_to_say():
    people, _ = world(300, 20)
    made = listing(people, parts(range(200), range(200, 300), range(300, 320)), 1_000)
    assert len(made.rows) == made.could == 20
    assert made.remarks == ()


def test_without_anybody_to_list_or_a_winner_there_is_no_list():
    people, _ = world(300, 20)
    nobody = listing(people, parts(range(200), range(200, 300), []))
    no_better = listing(people, parts(range(200), range(200, 300), range(300, 320)), winner="nobody")
    assert nobody.rows == no_better.rows == ()
    assert "nobody to list" in nobody.says.en
    # It may have found more than a lot; that is not denied beside the numbers.
    assert "clearly more leavers than luck could" in no_better.says.en
    assert "運だけでは説明できないほど多くの解約者" in no_better.says.ja


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
            ("paid_late", "空欄"),
            ("自動更新", "空欄"),
        }
    assert said == {
        *(("plan", each) for each in ("Basic", "プロ", "blank")),
        *(("paid_late", each) for each in ("yes", "no", "blank")),
        *(("自動更新", each) for each in ("あり", "なし", "blank")),
    }
    # Blanks are counted among the others: about a quarter of the plans.
    usual = next(
        reason.usual.en
        for row in made.rows
        for reason in row.codes.reasons
        if reason.column == "plan" and reason.own.en == "blank"
    )
    known = sum(each is None for each in plan[:200]) / 2
    assert usual == f"as {known:.0f} of 100 customers"


@pytest.mark.parametrize("kind", ["still here", "not yet known"])
@pytest.mark.parametrize("highest_first", [True, False])
@pytest.mark.parametrize("scale", [1.0, 1e6])
def test_the_order_of_the_list_is_the_order_that_the_rule_says(kind, highest_first, scale):
    """One rule, one place for each value: parts that are counted apart would each have shares of their own."""
    luck = np.random.default_rng(9)
    logins = luck.poisson(20, 3_000) * scale + luck.integers(0, 2, 3_000)
    left = luck.random(3_000) < np.clip(logins / scale / (60 if highest_first else 400), 0.02, 0.9)
    known = left if kind == "still here" else [*left[:2_000], *[None] * 1_000]
    people = customers({"logins": read("logins", logins)}, list(known))
    table = learnable(people, ("logins",))
    rule = Order("logins", highest_first).fit(table.iloc[:1_400], left[:1_400])
    listed = np.flatnonzero(~left) if kind == "still here" else np.arange(2_000, 3_000)
    made = listing(people, parts(range(1_400), range(1_400, 2_000), listed, kind), 500, rule, "rule", ("logins",))
    values = logins[[row.row for row in made.rows]]
    assert (np.diff(values if not highest_first else -values) >= 0).all()
    assert len(set(values)) > 5
    # Nobody who comes before the last one by the rule was passed over.
    best = np.sort(logins[listed] * (-1 if highest_first else 1))[:500] * (-1 if highest_first else 1)
    assert np.array_equal(values, best)
    numbers = {(logins[row.row], row.risk) for row in made.rows}
    assert len(numbers) == len({value for value, _ in numbers})
    # It is counted on all known rows, and that is the rule which is given back.
    assert made.rule.highest_first == highest_first
    assert not np.array_equal(made.rule.shares, rule.shares)
    assert made.rule.risk(table.iloc[[made.rows[0].row]])[0] == pytest.approx(made.rows[0].risk)


def test_groups_are_listed_one_after_the_other_as_the_rule_says_them():
    table, left = with_rule(4_000, "and", 5)
    people = customers(
        {name: read(name, table[name], Kind.CATEGORY if name == "plan" else Kind.NUMBER) for name in table}, list(left)
    )
    names = tuple(table)
    rule = learn_rule(learnable(people, names).iloc[:2_000], left[:2_000], 0.1)
    here = np.flatnonzero(~left)
    made = listing(people, parts(range(2_000), range(2_000, 4_000), here, "still here"), 800, rule, "rule", names)
    shares = np.array([row.risk for row in made.rows])
    assert (np.diff(shares) <= 1e-12).all()
    groups = sorted({round(group.share, 9) for _, group in made.rule.group.leaves()}, reverse=True)
    assert list(dict.fromkeys(np.round(shares, 9))) == groups[: len(set(np.round(shares, 9)))]
    assert 1 < len(groups) <= 5


@pytest.fixture(scope="module")
def small_group():
    """Of 3,000 customers 300 leave often, and all others seldom and alike; who among the others comes first is a lot."""
    luck = np.random.default_rng(4)
    late = np.arange(3_000) % 10 == 0
    left = luck.random(3_000) < np.where(late, 0.5, 0.05)
    people = customers({"late": read("late", late.astype(float))}, list(left))
    table = learnable(people, ("late",))
    rule = learn_rule(table.iloc[:2_000], left[:2_000], 0.2)
    here = np.flatnonzero(~left)
    split = parts(range(2_000), range(2_000, 3_000), here, "still here")
    risk = rule.risk(table.iloc[2_000:])
    return people, split, contest(rule, left[2_000:], risk, 200, "rule"), int(late[here].sum())


def test_a_list_by_groups_ends_where_nobody_stands_out_and_that_is_told(small_group):
    people, split, held, late = small_group

    def made(capacity):
        return make_list(people, split, held, ("late",), read_words(people, ("late",)), capacity)

    short = made(600)
    assert {row.risk > held.rule.group.share for row in short.rows} == {True}
    assert (len(short.rows), short.longest) == (late, late)
    said = next(each for each in short.remarks if each.id == "ends-early")
    assert (
        f"リストの人数は600人と指定されましたが、このルールで解約の割合が平均より高いといえるのは{late}人だけです"
        in said.says.ja
    )
    assert f"The list was to hold 600, but by this rule only {late} stand out" in said.says.en
    assert f"あと{600 - late}人" in said.way_out.ja
    # That a rule tells nothing of the others does not mean that nothing does.
    assert "of nobody else does it tell that they leave more often" in said.says.en
    assert "このルールではわからない" in said.says.ja
    assert "Others may be about to leave all the same" in said.way_out.en
    assert "解約しそうな人はいるかもしれません" in said.way_out.ja
    for capacity in (late - 10, 10_000):
        other = made(capacity)
        assert len(other.rows) == min(capacity, other.could)
        assert "ends-early" not in {each.id for each in other.remarks}


def test_a_group_that_lies_above_the_average_by_luck_alone_does_not_stand_out():
    """14 of 300 stood out, and 286 more were listed of whom 6.2 of 100 had left, where 6.1 of all had; of later ones 5.4 did."""
    yes, no = (Question("late", above=0.5), Question("seen", above=0.5))

    def ends(of_the_others):
        group = Group(2_000, 180, yes, Group(200, 100), Group(1_800, 80, no, *of_the_others))
        risks = [leaf.share for _, leaf in group.leaves()]
        return stand_out(Groups(group), np.repeat(risks, (20, 400, 500)))

    # In both the second group lies above the average of 9 of 100.
    assert ends((Group(500, 46), Group(1_300, 34))) == 20
    assert ends((Group(500, 75), Group(1_300, 5))) == 420
    assert stand_out(Groups(Group(100, 9)), np.full(50, 0.09)) is None


def test_what_is_promised_of_a_list_that_ends_early_is_counted_on_one_that_ends_so_too(small_group):
    people, split, held, late = small_group
    open_split = replace(split, listed_kind="not yet known")
    listed = make_list(people, split, held, ("late",), read_words(people, ("late",)), 600)
    ends = as_it_ends(held, listed)
    hits = counted(people, open_split, ends, listed).hits
    assert (ends.of_rule.hits, ends.of_rule.listed, ends.k) == (hits.count, hits.of, hits.of)
    assert hits.of == round(late / listed.could * 1_000)
    # The group itself, and not the group with as many again who leave seldom.
    assert hits.share == pytest.approx(0.5, abs=0.12)
    assert held.of_rule.precision.value < 0.4


def test_where_the_rule_means_nobody_who_could_be_listed_there_is_no_list(small_group):
    """Of 1,500 of whom 7 of 100 leave, 300 had been listed by lot, and 58 of 100 of them were expected to leave."""
    people, split, held, _ = small_group
    late = people.columns["late"].values.to_numpy(dtype=bool)
    without = replace(split, today=split.today[~late[split.today]])
    left = if_any_stands_out(people, without, held)
    assert left.winner == "nobody"
    assert not left.trusted
    made = make_list(people, without, left, ("late",), read_words(people, ("late",)), 50)
    assert not made.rows
    assert "the rule tells leavers apart" in made.says.en
    (said,) = [each for each in left.remarks if each.id == NONE_STANDS_OUT]
    assert f"none of the {len(without.today):,} customers" in said.says.en
    assert "「late」がいつ記入される値か" in said.way_out.ja
    assert "--drop late" in said.for_maker.en
    # One of them is enough for a list of one.
    one = replace(split, today=np.append(without.today, split.today[late[split.today]][:1]))
    assert if_any_stands_out(people, one, held) is held
    assert if_any_stands_out(people, split, held) is held
    assert if_any_stands_out(people, without, replace(held, winner="model")).winner == "model"


def test_of_alike_customers_the_same_are_listed_whatever_else_is_in_the_table():
    people, _ = world(300, 300)
    whole = listing(people, parts(range(200), range(200, 300), range(300, 600)), 50, Same(COLUMNS), "rule")
    fewer = listing(people, parts(range(200), range(200, 300), range(303, 600)), 50, Same(COLUMNS), "rule")
    ids, again = [row.id for row in whole.rows], [row.id for row in fewer.rows]
    assert [each for each in ids if each in again] == [each for each in again if each in ids]
    assert len(set(ids) & set(again)) >= 47


def test_a_model_is_still_asked_only_about_customers_it_has_not_seen():
    people, _ = world(600, 0)
    here = np.flatnonzero(~people.left.to_numpy(dtype=bool))
    made = listing(people, parts(range(400), range(400, 600), here, "still here"), 50)
    assert made.rule is None
    assert "their own row" in made.says.en


def test_nobody_is_told_what_to_do_about_a_blank_cell():
    luck = np.random.default_rng(3)
    tickets = luck.poisson(1, 3_000).astype(float)
    left = luck.random(3_000) < np.clip(0.1 + 0.2 * tickets, 0, 0.9)
    blank = luck.random(3_000) < 0.2
    left[blank] = luck.random(blank.sum()) < 0.9
    tickets[blank] = np.nan
    for english, japanese in (("blank", "空欄"), ("blank or not readable", "空欄か読めない値")):
        column = replace(read("open_tickets", tickets), gap=T(english, japanese))
        people = customers({"open_tickets": column}, [*left[:2_000], *[None] * 1_000])
        table = learnable(people, ("open_tickets",))
        rule = learn_rule(table.iloc[:2_000], left[:2_000], 0.2)
        made = listing(
            people,
            parts(range(1_500), range(1_500, 2_000), range(2_000, 3_000)),
            1_000,
            rule,
            "rule",
            ("open_tickets",),
        )
        holes = [reason for row in made.rows if blank[row.row] for reason in row.codes.reasons]
        filled = [reason for row in made.rows if not blank[row.row] for reason in row.codes.reasons]
        assert holes
        assert {(each.own.en, each.own.ja, each.actionable, each.action) for each in holes} == {
            (english, japanese, None, None)
        }
        assert {each.actionable for each in filled} == {True}
        assert all(each.action for each in filled)


def test_what_is_shown_adds_up_where_a_point_is_one_of_100():
    luck = np.random.default_rng(11)
    rows = luck.integers(1, 4, 2_000)
    for parts_of in rows:
        base, added = luck.choice([0.0003, 0.004, 0.1]) * luck.uniform(1, 5), luck.normal(0, 0.1, parts_of)
        added *= min(1.0, 0.9 * min(base, 1 - base) / max(np.abs(added).sum(), 1e-9))
        names = [f"c{place}" for place in range(parts_of)]
        found = Contributions(pd.DataFrame([added], columns=names), base, "probability")
        table = pd.DataFrame([np.zeros(parts_of)] * 2, columns=names)
        (codes,) = reason_codes(found, table.iloc[:1], table)
        assert codes.of == (10_000 if base < 0.002 else 1_000 if base < 0.02 else 100)
        assert round(codes.of * codes.base_risk) + codes.points == round(codes.of * codes.risk)
        assert sum(each.points for each in codes.reasons) + codes.rest == codes.points
        told = {each.column for each in codes.reasons}
        assert len(told) >= 1
        small = sum(value for name, value in zip(names, added, strict=True) if name not in told)
        assert abs(codes.rest - codes.of * small) < 2
        assert all(abs(each.points - codes.of * found.values[each.column].iloc[0]) < 2 for each in codes.reasons)
        assert codes.others == parts_of - len(codes.reasons)
        if not codes.others and codes.reasons:
            assert codes.rest == 0


def coded(*points: int, rest: int = 0) -> ReasonCodes:
    reasons = tuple(Reason(f"c{n}", each, T("c", "c"), T("1", "1"), T("2", "2"), None) for n, each in enumerate(points))
    return ReasonCodes(reasons, rest, sum(points) + rest, 0.5, 0.2, 2)


@pytest.mark.parametrize(
    ("points", "rest", "kept", "left_over"),
    [
        ((20, 10, 9, 8, 7), 3, 5, 3),  # without the fifth, 10 would be left over, and 8 stands above it
        ((20, 10, 9, 8, 3), 3, 4, 6),
        ((20, 10, 9, -8, -7), -1, 4, -8),
        ((20, 10, 9, 8, -7), 7, 4, 0),
        ((20, 10, 9, 8, 7, 6, 5, 4), 1, 7, 5),
        ((20, 10, 3, 2, 1, 1, 1, 1), 9, 8, 9),  # nothing that can be shown brings it below the smallest
        ((20, 10), 0, 2, 0),
    ],
)
def test_reasons_are_named_until_what_is_left_over_outweighs_none_of_them(points, rest, kept, left_over):
    before = coded(*points, rest=rest)
    after = _as_few_as_tell(before)
    assert [each.points for each in after.reasons] == list(points[:kept])
    assert after.rest == left_over
    assert after.points == before.points == sum(each.points for each in after.reasons) + after.rest
    assert after.others == before.others + len(points) - kept


def test_a_list_shows_four_reasons_and_more_where_the_rest_would_outweigh_them():
    luck = np.random.default_rng(4)
    names = tuple(f"n{n}" for n in range(7))
    columns = {name: read(name, luck.normal(size=2_000)) for name in names}
    left = luck.random(1_500) < 1 / (1 + np.exp(1.5 - 0.7 * sum(columns[name].values[:1_500] for name in names)))
    people = customers(columns, [*left, *[None] * 500])
    split = parts(range(1_000), range(1_000, 1_500), range(1_500, 2_000))
    model = Points(names).fit(learnable(people, names).iloc[:1_000], left[:1_000])
    made = listing(people, split, 50, model, columns=names)
    shown = [len(row.codes.reasons) for row in made.rows]
    assert {4, 5} < set(shown) <= {4, 5, 6, 7}
    for row in made.rows:
        assert sum(each.points for each in row.codes.reasons) + row.codes.rest == row.codes.points
