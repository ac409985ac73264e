"""How many to leave alone by lot: what each choice finds, against trials that are drawn; the questions, from this table."""

import re
from dataclasses import dataclass, replace

import numpy as np
import pytest
from report.by_hand import customers, read

from mlcurric.report.advice.capacity import about_capacity
from mlcurric.report.advice.comparing import MOST_LISTS, by_luck, chance_to_go_on, surely_found, to_go_on
from mlcurric.report.advice.counted import Evidence
from mlcurric.report.advice.experiment import FEWEST, MOST_KEPT, SHARES, SUPPOSED, plan_experiment
from mlcurric.report.advice.listing import AtRisk, Listed
from mlcurric.report.advice.lot import FIRST_OF_ALIKE, LEFT_ALONE, lots
from mlcurric.report.advice.promised import Promise
from mlcurric.report.advice.words import Words
from mlcurric.report.contest.leaks import Suspect
from mlcurric.subject.expectation import Counted, Decision
from mlcurric.subject.experiments.sizes import power_of_comparison
from mlcurric.subject.explain.reasons import Reason, ReasonCodes
from mlcurric.subject.money import Offer
from mlcurric.subject.ranges import Range
from mlcurric.text import LANGUAGES, T

SAID = T("said", "言った")
JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
PROMISE = Promise(
    list_size=1_000,
    evidence=Evidence(Counted(300, 1_000), Counted(50, 100), 100.0, SAID, SAID),
    leavers=Range(260, 340),
    assumed=Range(0.1, 0.5),
    kept=Range(30.0, 150.0),
    break_even=0.2,
    profit=Range(-1_000.0, 9_000.0),
    offer=Offer(1, 2),
    currency="$",
    decision=Decision.SMALL_ROUND,
    says=SAID,
    when=SAID,
)


@dataclass(frozen=True)
class Told:
    """What the list says of one customer: columns with their points, and whether they can be acted on."""

    reasons: tuple[tuple[str, int, bool | None], ...]

    def listed(self, place: int) -> Listed:
        reasons = tuple(
            Reason(column, points, T(column, column), SAID, SAID, can_act) for column, points, can_act in self.reasons
        )
        return Listed(place, place, place, f"C{place}", 0.3, ReasonCodes(reasons, 0, 0, 0.3, 0.3))


ROWS = [
    *[Told((("open_tickets", 9, True), ("tenure", 3, False)))] * 600,
    *[Told((("tenure", 7, False), ("last_login", 4, None), ("open_tickets", -2, True)))] * 300,
    *[Told((("tenure", -7, False),))] * 100,
]


def at_risk(rows=ROWS, could=1_000, risks=None) -> AtRisk:
    listed = tuple(row.listed(place) for place, row in enumerate(rows, 1))
    return AtRisk(listed, could, SAID, np.full(could, 0.3) if risks is None else risks, Words({}, {}))


def people(*names, **more):
    columns = {name: read(name, np.arange(1_002.0)) for name in ("open_tickets", "tenure", "last_login", *names)}
    return customers(columns, [True, False] * 501, **more)


def plan(promise=PROMISE, listed=None, suspects=(), found=None):
    listed = listed or at_risk(ROWS[: promise.list_size])
    return plan_experiment(promise, listed, found or people(), suspects)


def fewer_left(share: float, kept: float, alone: int, contacted: int) -> np.ndarray:
    """Of many rounds: how many fewer left of those contacted, a difference of shares."""
    luck = np.random.default_rng(7)
    left = luck.binomial(contacted, share * (1 - kept), 100_000) / contacted
    return luck.binomial(alone, share, 100_000) / alone - left


@pytest.mark.parametrize("place", range(3))
def test_each_choice_finds_what_it_says_in_4_of_5_trials(place):
    choice = plan().choices[place]
    assert choice.alone + choice.contacted == 1_000
    assert choice.alone == pytest.approx(SHARES[place] * 1_000, abs=3 * np.sqrt(1_000 * 0.25))
    fewer = fewer_left(0.3, choice.visible, choice.alone, choice.contacted)
    assert (fewer >= to_go_on(0.3, None, choice.alone, choice.contacted)).mean() == pytest.approx(0.8, abs=0.025)


def test_two_alike_groups_lie_further_apart_than_luck_in_1_of_20_rounds():
    luck = np.random.default_rng(5)
    apart = np.abs(luck.binomial(250, 0.3, 100_000) / 250 - luck.binomial(750, 0.3, 100_000) / 750)
    assert (apart > by_luck(0.3, 250, 750)).mean() == pytest.approx(0.05, abs=0.005)


def test_leaving_some_alone_costs_their_share_of_what_is_promised():
    for choice in plan().choices:
        part = choice.alone / 1_000
        assert choice.not_kept == Range(30.0 * part, 150.0 * part)
        assert choice.forgone == Range(-1_000.0 * part, 9_000.0 * part)
        assert f"{30 * part:.0f} to {150 * part:.0f}" in choice.costs.en
    saving = plan(replace(PROMISE, profit=Range(-9_000.0, -1_000.0))).choices[2]
    assert re.search(r"\$\d+ to \$\d,\d+ saved", saving.costs.en)
    either = plan().choices[2].costs
    assert re.search(r"from \$500 saved to \$4,500 given up", either.en)
    assert re.search(r"\$500の節約から\$4,500の損まで", either.ja)
    paid = plan(replace(PROMISE, profit=Range(1_000.0, 9_000.0))).choices[2]
    assert re.search(r"\$\d+ to \$\d,\d+ given up", paid.costs.en)


def test_no_option_of_the_command_stands_in_what_a_reader_sees():
    bare = replace(PROMISE, assumed=None, kept=None, profit=None)
    made = plan(bare, suspects=[Suspect("handling", "ask", SAID, SAID)])
    told = [
        made.says,
        made.about_lot,
        *made.questions,
        *(each.sees for each in made.choices),
    ]
    assert not [each for each in told if "--" in each.en + each.ja]
    assert all(each.sees.ja.endswith("。") for each in made.choices)
    # What nobody knows is the same for all of them, and said once below them.
    assert [each.costs for each in made.choices] == [None] * len(made.choices)


def ids_left_alone(ids) -> set[str]:
    """Whom the lot leaves alone of a list of these customers."""
    rows = [replace(ROWS[0].listed(place), id=each) for place, each in enumerate(ids, 1)]
    made = plan(replace(PROMISE, list_size=len(rows), assumed=Range(0.02, 0.02)), replace(at_risk(), rows=tuple(rows)))
    assert made.recommended == len(made.choices) - 1
    assert made.chosen.alone == len(made.alone)
    return {rows[place - 1].id for place in made.alone}


@pytest.mark.parametrize("size", [20, 30, 111, 500])
def test_half_of_a_list_is_left_alone_and_never_more(size):
    """Of 30, 20 were left alone, because each of them had drawn for himself."""
    for start in range(5):
        ids = [f"K{start}-{number}" for number in range(size)]
        assert len(ids_left_alone(ids)) == size // 2


def test_nearly_all_customers_keep_their_side_whoever_else_is_on_the_list_and_in_whatever_order():
    ids = [f"{number:05d}" for number in range(1_000)]
    alone = ids_left_alone(ids)
    luck = np.random.default_rng(0)
    assert ids_left_alone(luck.permutation(ids).tolist()) == alone
    others = [f"N{number}" for number in range(100)]
    kept = set(ids[:-100])
    changed = (ids_left_alone([*others, *ids[:-100]]) ^ alone) & kept
    assert len(changed) < 0.03 * len(kept)
    # Excel has had the table.
    assert ids_left_alone([f"{int(each)}" for each in ids]) == {f"{int(each)}" for each in alone}


def test_a_smaller_share_is_part_of_a_larger_one_and_knows_nothing_of_the_order():
    few, many = (plan(replace(PROMISE, assumed=Range(middle, middle))) for middle in (0.6, 0.02))
    assert few.recommended < many.recommended
    assert few.alone < many.alone
    assert len(few.alone) == few.chosen.alone
    ids = [f"C{number}" for number in range(20_000)]
    first, alone = lots(ids, FIRST_OF_ALIKE), lots(ids, LEFT_ALONE)
    assert abs(np.corrcoef(first, alone)[0, 1]) < 0.03
    assert [round(float((alone < share).mean()), 2) for share in SHARES] == pytest.approx(SHARES, abs=0.01)


def test_the_title_counts_both_sides():
    made = plan()
    assert f"{made.chosen.contacted:,} to contact, {made.chosen.alone:,} left alone" in made.sides.en
    assert f"連絡するのは{made.chosen.contacted:,}人" in made.sides.ja
    assert f"{made.chosen.alone:,}人には比較のため連絡しません" in made.says.ja


def test_where_contacts_cannot_pay_no_round_is_proposed_and_no_lot_drawn():
    made = plan(replace(PROMISE, decision=Decision.NO_GO))
    assert (made.choices, made.recommended, made.compare, made.alone, made.sides) == ((), None, None, frozenset(), None)
    assert "no group has been drawn" in made.says.en
    assert "抽選はしていません" in made.says.ja


def test_the_smallest_group_that_goes_on_with_what_is_assumed_is_recommended():
    bare = replace(PROMISE, break_even=None)
    visible = [choice.visible for choice in plan(bare).choices]
    assert visible == sorted(visible, reverse=True)
    for middle, place in ((visible[0] + 0.02, 0), (visible[1] + 0.02, 1), (visible[2] + 0.02, 2), (0.1, 2)):
        made = plan(replace(bare, assumed=Range(middle, middle)))
        assert made.recommended == place
        assert ("on all of them together" in made.says.en) == (made.lists > 1) == (middle == 0.1)
        assert f"{made.choices[place].alone:,}" in made.says.ja


@pytest.mark.parametrize(
    ("leave", "break_even", "assumed"), [(0.35, None, 0.2), (0.35, 0.05, 0.2), (0.53, 0.16, 0.25), (0.22, 0.3, 0.1)]
)
def test_the_number_to_decide_by_holds_for_all_lists_that_are_added_up(leave, break_even, assumed):
    """A bound for one list let luck decide after five: contacts that kept what was hoped for were given up."""
    evidence = replace(PROMISE.evidence, hits=Counted(round(1_000 * leave), 1_000))
    asked = replace(PROMISE, list_size=300, evidence=evidence, break_even=break_even, assumed=Range(assumed, assumed))
    made = plan(asked)
    assert made.lists > 1
    sizes = made.lists * made.chosen.alone, made.lists * made.chosen.contacted
    assert f"After {made.lists} such lists" in made.compare.en
    assert f"at least {round(1_000 * made.go_on)} fewer of 1,000" in made.compare.en
    assert f"{made.lists}回が終わったら" in made.compare.ja
    assert "repeat" not in made.compare.en
    assert f"reckoned with {round(100 * leave)} of 100 leaving" in made.compare.en
    assert (fewer_left(leave, 0, *sizes) >= made.go_on).mean() <= 0.027
    found = int(re.search(r"keeps (\d+) or more", made.compare.en)[1]) / 100
    assert (fewer_left(leave, found, *sizes) < made.go_on).mean() <= 0.205
    if not break_even or assumed > break_even:
        assert found <= assumed + 0.01
        # One list less is not enough.
        few = (made.lists - 1) * made.chosen.alone, (made.lists - 1) * made.chosen.contacted
        pays = leave * break_even if break_even else None
        assert surely_found(leave, to_go_on(leave, pays, *few), *few) > assumed


def test_where_what_is_assumed_does_not_pay_the_lists_look_for_what_does():
    made = plan(replace(PROMISE, assumed=Range(0.1, 0.1), break_even=0.2))
    assert "an effect of 20 of 100 from none" in made.says.en
    assert "100人のうち20人を引き止める程度" in made.says.ja


def test_lists_that_only_what_pays_takes_are_not_said_to_tell_an_effect_from_none():
    """“This list alone shows an effect only if 18 or more are kept; to tell an effect of 20 from none, go on for 2 lists.”"""
    many = replace(PROMISE, evidence=replace(PROMISE.evidence, hits=Counted(800, 2_600)), list_size=2_600)
    many = replace(many, assumed=Range(0.2, 0.2), break_even=0.17)
    made = plan(many, at_risk(ROWS[:1] * 2_600, 24_000))
    assert made.chosen.visible < 0.2
    assert made.lists > 1
    assert (
        "This list alone shows an effect of 20 of 100, but not whether enough stay for it to pay (17 of 100)"
        in made.says.en
    )
    assert "from none" not in made.says.en
    assert "採算がとれる17人より多く残るかどうかはわかりません" in made.says.ja
    assert "偶然と区別できません" not in made.says.ja
    nothing = plan(replace(many, break_even=None), at_risk(ROWS[:1] * 2_600, 24_000))
    assert nothing.lists == 1


def test_a_list_that_shows_nothing_unless_nearly_all_are_kept_is_said_to_show_nothing():
    """“Shows an effect if 100 or more of 100 leavers are kept.”"""
    asked = replace(PROMISE, evidence=replace(PROMISE.evidence, hits=Counted(250, 1_000)), break_even=None)
    for size in range(20, 120, 4):
        for choice in plan(replace(asked, list_size=size)).choices:
            assert choice.visible is None or choice.visible <= MOST_KEPT
            assert not re.search(r"(9[1-9]|100) or more", choice.sees.en)


@pytest.mark.parametrize(
    ("offer", "english", "japanese"),
    [
        (Offer(40, 2), "If a contact gets cheaper", "連絡の費用が下がる"),
        (Offer(2, 0), "If a contact gets cheaper", "連絡の費用が下がる"),
        (Offer(2, 60), "If a smaller incentive will do", "特典が安くすむか、もともと残る人には"),
        (Offer(20, 20), "If contact and incentive together get cheaper", "連絡と特典を合わせた費用が下がる"),
    ],
)
def test_what_would_have_to_get_cheaper_is_what_makes_the_loss(offer, english, japanese):
    """The contacts of 76 cost 61,000, the incentives 210,000: “if a contact gets cheaper, have this page made again”."""
    made = plan(replace(PROMISE, decision=Decision.NO_GO, assumed=None, break_even=2.0, offer=offer))
    assert english in made.says.en
    assert japanese in made.says.ja


def test_what_no_number_of_lists_finds_is_said_with_a_way_out():
    made = plan(replace(PROMISE, assumed=Range(0.01, 0.01), break_even=None))
    assert made.lists == 1
    assert made.says.en.startswith(
        "No round with lists like this one shows whether the contact works: to tell an effect of 1 of 100 from none takes about "
        "370,000 customers"
    )
    assert "it would take about 740,000, and only 1,000 could be listed" in made.says.en
    assert "それぞれの組に約370,000人、このようなリストなら約740回分が必要" in made.says.ja
    assert "that is about 740 lists like this one" in made.says.en
    assert "add them up" not in made.says.en
    longer = plan(replace(PROMISE, list_size=80, assumed=Range(0.3, 0.3)), at_risk(ROWS[:80], 20_000))
    assert re.search(r"one list of \d+ customers|make a list of about \d+", longer.says.en, re.IGNORECASE)


@pytest.mark.parametrize(("share", "kept"), [(0.009, 0.28), (0.03, 0.3), (0.3, 0.1)])
def test_the_customers_named_are_those_with_whom_it_is_found(share, kept):
    """Of 100 on the list 1 leaves: half of the list was left alone for 79 rounds, “add them up”."""
    evidence = replace(PROMISE.evidence, hits=Counted(round(10_000 * share), 10_000))
    asked = replace(PROMISE, list_size=100, evidence=evidence, break_even=None, assumed=Range(kept, kept))
    says = plan(asked, at_risk(ROWS[:100], 10_000_000)).says.en
    group = int(re.search(r"about ([\d,]+) customers in each group", says)[1].replace(",", ""))
    total = int(re.search(r"a list of about ([\d,]+)", says)[1].replace(",", ""))
    assert total == pytest.approx(2 * group, rel=0.2)
    fewer = fewer_left(share, kept, group, group)
    assert (fewer >= by_luck(share, group, group)).mean() == pytest.approx(0.8, abs=0.06)


def test_a_longer_list_is_reckoned_with_the_share_that_leaves_of_it():
    """“One list of 480 tells the same at once”: of the 480 a third as many left as of the 60, and no contact went on."""
    asked = replace(PROMISE, list_size=150, break_even=0.1, assumed=Range(0.3, 0.3), offer=None)
    alike, steep = (
        at_risk(ROWS[:150], 5_000),
        at_risk(ROWS[:150], 5_000, np.r_[np.full(150, 0.3), np.full(4_850, 0.02)]),
    )
    made, safer = plan(asked, alike), plan(asked, steep)
    total = int(re.search(r"One list of ([\d,]+) customers", made.says.en)[1].replace(",", ""))
    assert f"{total:,}人のリストで" in made.says.ja
    half = total // 2
    assert (fewer_left(0.3, 0.3, half, half) >= by_luck(0.3, half, half)).mean() == pytest.approx(0.8, abs=0.05)
    assert made.lists == safer.lists > 1
    assert "One list of" not in safer.says.en
    never = plan(replace(asked, assumed=Range(0.12, 0.12), break_even=None), steep)
    assert (made.shows, never.shows) == (True, False)
    assert "it takes in customers who leave less often" in never.says.en
    # None of several shows it: so none is recommended, and what the last one is good for is said.
    assert (len(never.choices), never.recommended, never.shows) == (1, 0, False)
    # A difference too small for a very large effect stops nothing.
    assert "this round has told nothing" in never.compare.en
    assert "stop" not in never.compare.en
    assert "この回からは何もわかりません" in never.compare.ja
    for twin, said in (
        (never.says.en, "no more than a very large effect ("),
        (never.says.ja, "人以上が残るような大きな効果か、連絡がかえって解約を招いていること"),
    ):
        assert said in twin
    assert "リストを長くすると解約しにくい人が増える" in never.says.ja


def test_whoever_can_contact_more_is_named_a_longer_list():
    made = plan(replace(PROMISE, list_size=200, assumed=Range(0.3, 0.3)))
    contacted = made.chosen.contacted
    remark = about_capacity(made, 200, 5_000)
    size = int(re.search(r"--capacity (\d+)", remark.for_maker.en)[1])
    assert size * contacted / 200 == pytest.approx(200, abs=1)
    assert "about 200 are contacted" in remark.for_maker.en
    assert f"The list holds 200, of whom {contacted} are contacted" in remark.says.en
    assert f"リストは200人で、今回連絡するのは{contacted}人" in remark.says.ja
    assert f"--capacity {size} なら、約200人に連絡します" in remark.for_maker.ja
    # Nobody else can do it.
    assert remark.way_out is None
    assert about_capacity(made, 200, 200) is None
    # Beside “a longer list is no way out” nobody is told how to make one.
    assert about_capacity(replace(made, shows=False), 200, 5_000) is None
    assert about_capacity(plan(replace(PROMISE, decision=Decision.NO_GO)), 200, 5_000) is None


UNSAID = replace(PROMISE, assumed=None, kept=None, profit=None, break_even=None)
SAID_20 = replace(PROMISE, assumed=Range(SUPPOSED, SUPPOSED))


@pytest.mark.parametrize("break_even", [None, 0.0, 0.05, 0.19, 0.35, 0.8])
@pytest.mark.parametrize(("leave", "size"), [(0.19, 150), (0.44, 500), (0.35, 300), (0.009, 200), (0.9, 40)])
def test_where_nobody_says_what_a_contact_does_it_is_planned_as_if_somebody_had_said_20_of_100(leave, size, break_even):
    """Without it one list was to decide: of contacts that kept 20 of 100 leavers, 93 of 100 were to be stopped."""
    evidence = replace(PROMISE.evidence, hits=Counted(round(10_000 * leave), 10_000))
    unsaid, said = (
        plan(replace(each, list_size=size, evidence=evidence, break_even=break_even)) for each in (UNSAID, SAID_20)
    )
    assert [getattr(unsaid, name) for name in ("lists", "shows", "go_on", "recommended", "alone", "compare")] == [
        getattr(said, name) for name in ("lists", "shows", "go_on", "recommended", "alone", "compare")
    ]
    wanted = round(100 * max(SUPPOSED, break_even or 0))
    opening = "so this is reckoned " + ("as if it kept" if wanted == 20 else "with as many as it has to keep to pay:")
    assert f"Nobody has said how many a contact keeps, {opening} {wanted} of 100 leavers." in unsaid.says.en
    assert "連絡で何人残るかは、まだ決まっていません。" in unsaid.says.ja
    assert f"解約するはずの100人のうち{wanted}人が残るものとして計算しました。" in unsaid.says.ja
    assert "Nobody has said" not in said.says.en
    assert "まだ決まっていません" not in said.says.ja


@pytest.mark.parametrize(("leave", "size"), [(0.19, 150), (0.44, 500), (0.35, 300), (0.6, 150), (0.15, 200)])
def test_a_contact_that_works_as_supposed_is_hardly_ever_stopped_though_nobody_has_said_how_well_it_does(leave, size):
    """Counted in rounds that are drawn, and in the page's own words: at which number, after how many lists."""
    evidence = replace(PROMISE.evidence, hits=Counted(round(10_000 * leave), 10_000))
    made = plan(replace(UNSAID, list_size=size, evidence=evidence))
    sizes = made.lists * made.chosen.alone, made.lists * made.chosen.contacted
    reached = (fewer_left(leave, SUPPOSED, *sizes) >= made.go_on).mean()
    if made.shows:
        assert 1 < made.lists <= MOST_LISTS
        assert reached >= 0.79
        assert "else stop" in made.compare.en
        assert f"go on for {made.lists} lists of this size" in made.says.en
        assert "decide first whether to contact anybody without knowing it" in made.says.en
        assert f"{made.lists}回くり返し" in made.says.ja
        assert "先に決めてください" in made.says.ja
        return
    assert made.lists == 1
    assert "else stop" not in made.compare.en
    assert "中止します" not in made.compare.ja
    told = re.search(
        r"fewer of 1,000 left .*: go on. If not, this round has told nothing.* in about (\d+) only", made.compare.en
    )
    assert int(told[1]) / 100 == pytest.approx(reached, abs=0.02)
    assert "この回からは何もわかりません(効果がないという意味ではありません)。" in made.compare.ja
    assert f"100回に{told[1]}回ほどです。" in made.compare.ja


def test_where_a_list_finds_not_even_that_all_stay_there_is_no_number_to_go_by():
    rare = replace(PROMISE.evidence, hits=Counted(90, 10_000))
    made = plan(replace(UNSAID, list_size=200, evidence=rare), at_risk(ROWS[:200], 7_911))
    assert (made.compare, made.go_on, made.shows) == (None, None, False)
    rounds, total = re.search(
        r"that is about (\d+) lists like this one.* it would take about ([\d,]+), ", made.says.en
    ).groups()
    assert int(rounds) * 200 == pytest.approx(int(total.replace(",", "")), rel=0.02)
    assert int(rounds) > MOST_LISTS
    assert f"このようなリストなら約{rounds}回分" in made.says.ja
    assert "and only 7,911 could be listed" in made.says.en
    assert "対象は7,911人" in made.says.ja


def test_who_says_that_a_contact_keeps_nobody_still_gets_a_plan_and_is_not_said_to_have_said_nothing():
    nobody = replace(UNSAID, assumed=Range(0.0, 0.0))
    said, unsaid = plan(replace(nobody, list_size=300)), plan(replace(UNSAID, list_size=300))
    assert said.lists == unsaid.lists > 1
    assert "Nobody has said" not in said.says.en


def test_it_is_the_lessons_power_but_for_a_number_that_is_known_beforehand():
    share, left, size = 0.08, 0.06, 2_551
    middle = (share + left) / 2
    in_the_end = by_luck(middle, size, size)
    lesson = power_of_comparison(share, left, size)
    assert chance_to_go_on(share, 1 - left / share, in_the_end, size, size) == pytest.approx(lesson, abs=1e-4)
    beforehand = chance_to_go_on(share, 1 - left / share, by_luck(share, size, size), size, size)
    assert beforehand == pytest.approx(0.763, abs=0.002)
    assert beforehand < lesson


def test_without_an_assumption_the_round_looks_for_what_pays():
    bare = replace(PROMISE, assumed=None, kept=None, profit=None)
    made = plan(replace(bare, break_even=0.5))
    assert (made.recommended, made.lists) == (0, 1)
    nothing = plan(replace(bare, break_even=None))
    assert (nothing.recommended, nothing.lists) == (2, 2)
    assert "Luck alone" in nothing.compare.en


def test_the_comparison_names_what_pays_and_what_luck_does():
    far = plan(replace(PROMISE, break_even=0.5)).compare.en
    assert "at least 150 fewer of 1,000" in far
    assert "At 150 fewer it begins to pay" in far
    near = plan(replace(PROMISE, break_even=0.05)).compare
    assert "15 fewer would already pay, but luck" in near.en
    assert "採算だけなら15人" in near.ja


def test_on_a_short_list_or_none_no_groups_are_made_up():
    short = plan(replace(PROMISE, list_size=FEWEST - 1))
    assert (short.choices, short.chosen, short.alone, short.sides, short.shows) == ((), None, frozenset(), None, False)
    assert f"fewer than {FEWEST} nobody is left alone" in short.says.en
    assert f"{FEWEST}人に満たないリスト" in short.says.ja
    assert plan(replace(PROMISE, list_size=FEWEST)).alone
    several = plan(replace(PROMISE, list_size=24, assumed=Range(0.7, 0.7)))
    assert several.chosen.visible is None
    assert "too short to compare" in several.says.en
    assert f"After {several.lists} such lists" in several.compare.en
    rare = plan(replace(PROMISE, list_size=60, evidence=replace(PROMISE.evidence, hits=Counted(1, 200))))
    # That nothing is seen is said once.
    assert (rare.recommended, [each.visible for each in rare.choices]) == (0, [None])
    assert len(rare.alone) == rare.chosen.alone > 15
    small = plan(replace(PROMISE, list_size=80))
    assert [each.visible is None for each in small.choices] == [True, True, False]
    none = plan(replace(PROMISE, list_size=0, evidence=None), at_risk([]))
    assert (none.choices, none.recommended) == ((), None)
    assert none.questions


def test_the_questions_come_from_this_table():
    suspects = [Suspect("handling", "ask", SAID, SAID), Suspect("reason", "answer", SAID, SAID)]
    found = people("open_tickets", "coupon_sent", aside={"架電メモ": SAID})
    questions = plan(suspects=suspects, found=found).questions
    assert len(questions) == 5
    answers, contacts, top, nothing, waking = (each.en for each in questions)
    assert "“handling”" in answers
    assert "“reason”" not in answers
    assert "“coupon_sent”, “架電メモ”" in contacts
    assert "600 of 1,000" in top
    assert "“open_tickets”" in top
    assert "400 of 1,000" in nothing
    assert "300 of 1,000" in waking
    assert "“last_login”" in waking
    assert "coupon" not in plan().questions[0].en


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_is_said_in_both_languages(lang):
    for decision in Decision:
        made = plan(replace(PROMISE, decision=decision))
        told = [made.says, made.why, *filter(None, (made.compare, made.sides, made.about_lot)), *made.questions]
        told += [part for each in made.choices for part in (each.sees, each.costs)]
        for each in told:
            text = getattr(each, lang)
            assert "{" not in text
            assert bool(JAPANESE.search(text)) == (lang == "ja")


@pytest.mark.parametrize("sizes", [(12, 108), (60, 60), (300, 300)])
def test_where_all_of_those_tried_left_the_two_groups_still_differ_by_luck(sizes: tuple[int, int]) -> None:
    bound = to_go_on(1.0, None, *sizes)
    assert 0 < bound < 0.2
    assert chance_to_go_on(1.0, 1.0, bound, *sizes) == pytest.approx(1)
    assert chance_to_go_on(1.0, 0.0, bound, *sizes) < 0.06
    assert bound <= surely_found(1.0, bound, *sizes) < 0.3
