"""mlcurric.subject.surveys.disclosure: whatever people answered, the page leaves several answers to each of them."""

from collections import defaultdict
from itertools import combinations_with_replacement, product

import pytest

from mlcurric.subject.surveys.answers import Answers, Response
from mlcurric.subject.surveys.disclosure import FEW, LEAST, Told, hide, leaves_room, mean_of_told, tightened, told
from mlcurric.subject.surveys.issues import BY_ID, count_issues
from mlcurric.subject.surveys.measures import WHOLE, Answered, compare
from mlcurric.subject.surveys.report import _in_cells, _moves, results_in_short
from mlcurric.subject.surveys.results import find_results
from mlcurric.text import speaking

MARKS = range(1, 6)


def sets(n: int):
    return combinations_with_replacement(MARKS, n)


def answered(*teams) -> list[Answered]:
    return [
        Answered((team, at), team, mark)
        for team, marks in zip("ABC", teams, strict=False)
        for at, mark in enumerate(marks)
    ]


def printed(cells) -> tuple:
    return tuple((team, cell.people, _in_cells(cell)) for team, cell in sorted(cells.items()))


def left(possible: set[tuple[int, ...]]) -> int:
    """How many marks each person may have given: a set of answers does not say whose they are, so all its marks count."""
    return len({mark for marks in possible for mark in marks})


def left_to_a_colleague(possible: set[tuple[int, ...]]) -> int:
    """The same for who knows one of the answers."""
    least = len(MARKS)
    for own in {mark for marks in possible for mark in marks}:
        others = set()
        for marks in possible:
            if own in marks:
                others |= {*marks[: marks.index(own)], *marks[marks.index(own) + 1 :]}
        least = min(least, len(others))
    return least


@pytest.mark.parametrize("n", range(3, 9))
def test_of_one_item_three_marks_are_left_to_each_person_and_two_to_a_colleagues_eye(n):
    """All sets of n answers: what is printed leaves at least 3 marks to everybody, and 2 for who knows one of the answers."""
    pages = defaultdict(set)
    with speaking("en"):
        for marks in sets(n):
            pages[printed(compare("understand_learning", {3: answered(marks)}))].add(marks)
    assert min(map(left, pages.values())) >= 3
    assert min(map(left_to_a_colleague, pages.values())) >= 2
    assert len(pages) >= 3


@pytest.mark.parametrize("n", [3, 4])
def test_before_and_after_leave_three_changes_to_each_of_three_or_four_people(n):
    """All pairs of forms of n people: at least 3 changes of one's own mark are possible for each."""
    pages = defaultdict(set)
    with speaking("en"):
        for pairs in combinations_with_replacement(list(product(MARKS, repeat=2)), n):
            first, last = zip(*pairs, strict=True)
            cells = compare("understand_learning", {0: answered(first), 3: answered(last)})
            pages[printed(cells)] |= {after - before for before, after in pairs}
    assert min(map(len, pages.values())) >= 3


@pytest.mark.parametrize("sizes", [(3, 3), (5, 3)])
def test_two_teams_and_the_whole_together_leave_three_marks_to_each(sizes):
    """All answers of two teams, an item and a mean of several on one page: at least 3 marks are left to each person."""
    pages = defaultdict(lambda: (set(), set()))
    with speaking("en"):
        for both in product(*map(sets, sizes)):
            item = compare("motivation_try", {3: answered(*both)})
            kind = compare("motivation", {3: answered(*both)}, [item[WHOLE]])
            for own, marks in zip(pages[printed(item), printed(kind)], both, strict=True):
                own.add(marks)
    assert min(left(own) for page in pages.values() for own in page) >= 3


def test_of_a_team_its_items_are_not_told_and_of_four_people_no_number():
    item = compare("motivation_try", {3: answered([4] * 6, [2] * 5)})
    assert item["A"].hidden and item["B"].hidden and not item[WHOLE].hidden  # noqa: PT018
    few = compare("motivation_try", {3: answered([5, 5, 4, 5])})[WHOLE]
    with speaking("en"):
        assert _in_cells(few) == ("above the middle", "–", "4")


def test_an_interval_does_not_know_the_answers_spread():
    """Whoever knows the number of people and the told mean knows the interval; so it tells nothing of the answers."""
    for n in range(5, 9):
        intervals = defaultdict(set)
        for marks in sets(n):
            cell = compare("x", {3: answered(marks)})[WHOLE]
            intervals[cell.last].add(cell.level)
        assert {len(found) for found in intervals.values()} == {1}


@pytest.mark.parametrize("people", [5, 7, 9, 10, 14, 40])
@pytest.mark.parametrize("items", [1, 2])
def test_a_mean_is_told_between_bounds_that_hold_it(people, items):
    for total in range(people, 5 * people + 1):
        found = told(total / people, people, items)
        assert found.least - 1e-9 <= total / people <= found.most + 1e-9
        assert found.least <= found.value <= found.most
        assert found.value == pytest.approx(
            round(found.value * (2 if people < 10 else 10)) / (2 if people < 10 else 10)
        )
    assert told(5, people, items).up > 0
    assert told(1, people, items).down > 0
    assert told(3, people, items)[3:5] == (0, 0)


def test_a_mean_of_what_is_told_is_in_tenths():
    assert mean_of_told([Told(3.0, 2.75, 3.25), Told(3.5, 3.25, 3.75), Told(3.5, 3.25, 3.75)]).value == 3.3


def test_the_bounds_of_a_part_follow_from_the_whole_and_the_others():
    assert tightened((10, 10), [(1, 5), (2, 6)]) == [(4, 5), (5, 6)]


def test_teams_are_told_only_if_each_of_them_and_all_others_have_room():
    def teams(*others):
        both = {3: answered([3] * 6, others)}
        cells = compare("motivation", both, [compare("motivation_try", both)[WHOLE]])
        return {team for team, cell in cells.items() if not cell.hidden}

    assert teams(4, 5, 4) == {"A", WHOLE}
    assert teams(5, 5, 4) == {WHOLE}
    assert teams(3, 5, 5, 5, 5) == {"A", "B", WHOLE}
    assert teams(4, 5, 5, 5, 5) == teams(1, 1, 1, 1, 2) == {WHOLE}
    assert leaves_room(0, 0)


@pytest.mark.parametrize("sizes", list(product(range(8), repeat=3)))
def test_who_is_left_beside_the_teams_that_are_told_are_three_or_nobody(sizes):
    teams = {name: (size,) for name, size in zip("ABC", sizes, strict=True) if size}
    hidden = hide(teams)
    assert all(teams[name][0] >= FEW for name in teams.keys() - hidden)
    rest = sum(teams[name][0] for name in hidden)
    assert rest == 0 or rest >= LEAST or len(hidden) == len(teams)


@pytest.mark.parametrize("sizes", [(5, 5), (6, 5), (7, 6), (5, 3), (6, 5, 3), (5, 5, 5)])
def test_of_nobody_does_it_follow_that_they_named_what_blocks(sizes):
    """All counts of an issue in teams: what is told of the whole and of who waits leaves doubt about everybody.

    So too for who knows one other answer of the team. That somebody named nothing may follow, where hardly anybody did.
    """
    pages = defaultdict(set)
    with speaking("en"):
        for counts in product(*(range(size + 1) for size in sizes)):
            responses = [
                Response(
                    3,
                    team,
                    f"{team}{at}",
                    dict.fromkeys(("motivation_try", "understand_money"), 3),
                    frozenset({"no_data"} if at < n else ()),
                )
                for team, size, n in zip("ABC", sizes, counts, strict=False)
                for at in range(size)
            ]
            results = find_results(Answers(tuple(responses)))
            pages[*map(str, results_in_short(results)), *(str(count.says) for count in results.issues)].add(counts)
    for page, possible in pages.items():
        for at, size in enumerate(sizes):
            assert min(counts[at] for counts in possible) <= size - 2, page


def test_every_page_says_what_it_does_not_tell_of_few_people():
    marks = dict.fromkeys(("motivation_try", "motivation_next", "motivation_others"), 5)
    few = [Response(3, "A", str(at), marks, frozenset({"no_time"})) for at in range(4)]
    results = find_results(Answers(tuple(few)))
    assert results.issues == () == count_issues(few, 3)
    assert _moves(results) is None
    assert "other" in BY_ID
    with speaking("ja"):
        assert "真ん中(3)より上です(4人)" in str(results_in_short(results)[0])
