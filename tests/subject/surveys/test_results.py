"""mlcurric.subject.surveys: issues, the pilot team, what should change, and the report, each with what may not be told."""

import html
import re
from dataclasses import replace
from datetime import date

import pytest

from mlcurric.subject.charts.describe import describe_chart
from mlcurric.subject.charts.honesty import findings
from mlcurric.subject.surveys.answers import Answers, Response
from mlcurric.subject.surveys.changes import changes
from mlcurric.subject.surveys.disclosure import LEAST
from mlcurric.subject.surveys.earlier import Earlier, as_kept, held_back, kept_in
from mlcurric.subject.surveys.forms import ISSUES, MARKED, issues_of, survey_items
from mlcurric.subject.surveys.issues import count_issues, told_range
from mlcurric.subject.surveys.measures import WHOLE
from mlcurric.subject.surveys.pictures import draw_issues, draw_items, draw_moves
from mlcurric.subject.surveys.report import render_report, results_in_short
from mlcurric.subject.surveys.results import find_results
from mlcurric.subject.typed import Slip
from mlcurric.text import LANGUAGES, speaking

DAY = date(2027, 1, 21)


def response(stage, team, code, mark, issues=frozenset(), words=None) -> Response:
    marks = {item.id: mark for item in survey_items(stage) if item.kind in MARKED}
    return Response(stage, team, code, marks, frozenset(issues), words or {})


SIZES = {"アプリ": 6, "営業": 5, "サポート": 3}
AFTER = {"アプリ": 5, "営業": 4, "サポート": 3}


def room(sizes=SIZES, after=AFTER, **more) -> Answers:
    """Everybody answers 2 or 3 before, and after Stage 3 what their team does, every third one less."""
    people = [(team, f"{team}{at}") for team, size in sizes.items() for at in range(size)]
    before = [response(0, team, code, 2 + at % 2) for at, (team, code) in enumerate(people)]
    after = [after[team] - (int(code[-1]) % 3 == 0 and after[team] > 1) for team, code in people]
    return Answers((*before, *(response(3, *who, mark, **more) for who, mark in zip(people, after, strict=True))))


@pytest.mark.parametrize("of", range(3, 15))
def test_no_count_of_one_or_two_people_is_told_nor_of_all_but_one_or_two(of):
    for count in range(of + 1):
        low, high = told_range(count, of)
        assert low <= count <= high
        if low == high:
            assert count >= LEAST
            assert of - count >= LEAST or (of, count) == (3, 3)


def test_fewer_than_five_answers_have_no_issues():
    assert count_issues([response(1, "A", "a", 3, {"no_time"})] * 4, 1) == ()
    assert {count.issue for count in count_issues([response(0, "A", "a", 3)] * 5, 0)} == {
        *(each.id for each in issues_of(0).values()),
        "other",
    }


def test_every_issue_has_a_step_and_whom_to_ask():
    everything = frozenset({*(issue.id for issue in ISSUES.values()), "other"})
    found = changes(count_issues([response(3, "A", f"a{at}", 3, everything) for at in range(5)], 3))
    assert {change.count.issue for change in found} == everything
    assert changes(count_issues([response(3, "A", f"a{at}", 3) for at in range(4)], 3)) == ()


def test_a_clear_lead_is_the_pilot():
    pilot = find_results(room()).pilot
    assert pilot.chosen == ("アプリ",)
    assert "goes first" in pilot.says.en
    # The best of several teams, picked afterwards: luck is unlikely, and not shut out.
    assert "luck alone would hardly make that lead" in pilot.says.en
    assert "偶然とは考えにくい" in pilot.says.ja


def test_a_lead_that_luck_could_make_is_a_tie_and_named():
    answers = room(after={"アプリ": 4, "営業": 4, "サポート": 4})
    pilot = find_results(answers).pilot
    assert set(pilot.chosen) == {"アプリ", "営業"}
    assert pilot.not_judged == ("サポート",)
    assert "「サポート」(回答が5人未満です)" in pilot.says.ja
    assert "tie" in pilot.says.en


def test_a_team_that_something_blocks_waits():
    answers = room()

    def pilot_with(named):
        """So many of one team say that nobody sponsors it."""
        of_team = [f"アプリ{at}" for at in range(named)]
        return find_results(
            Answers(tuple(
                replace(each, issues=frozenset({"no_sponsor"})) if each.stage == 3 and each.code in of_team else each
                for each in answers.responses
            ))
        ).pilot  # fmt: skip

    pilot = pilot_with(4)
    assert "アプリ" not in pilot.chosen
    # With six of fourteen it would follow who they are.
    assert pilot_with(6).chosen == ()
    assert "which team would tell on single people" in pilot_with(6).says.en
    assert "アプリ waits: no sponsor" in pilot.says.en
    every = [response(each.stage, each.team, each.code, 4, {"no_data"}) for each in answers.responses]
    assert "No team should go first yet" in find_results(Answers(tuple(every))).pilot.says.en


def test_too_few_answers_are_said_and_one_team_is_no_choice():
    few = find_results(room({"アプリ": 6, "サポート": 2}, {"アプリ": 5, "サポート": 4})).pilot
    assert few.chosen == ()
    assert "cannot be told" in few.says.en
    assert "one team only" in find_results(room({"アプリ": 6}, {"アプリ": 5})).pilot.says.en
    with pytest.raises(Slip, match=r"at least 3|3人以上"):
        find_results(room({"アプリ": 2}, {"アプリ": 5}))


@pytest.mark.parametrize(("named", "waits"), [(3, False), (4, True), (7, True)])
def test_a_team_waits_only_if_half_of_it_says_so(named, waits):
    """Three of seven are not half."""
    people = [(team, at) for team in ("A", "B") for at in range(7)]
    answers = [
        response(3, team, f"{team}{at}", 4, {"no_data"} if team == "A" and at < named else ()) for team, at in people
    ]
    says = find_results(Answers(tuple(answers))).pilot.says.en
    assert ("A waits: cannot get at the data" in says) == waits


def test_a_team_without_earlier_answers_is_named_with_the_reason():
    answers = room({"アプリ": 6, "営業": 6}, {"アプリ": 5, "営業": 4}).responses
    pilot = find_results(Answers(tuple(each for each in answers if (each.stage, each.team) != (0, "営業")))).pilot
    assert pilot.not_judged == ("営業",)
    assert "「営業」(「始める前」の回答がありません)" in pilot.says.ja
    assert "ひとつ" not in pilot.says.ja


def test_a_last_form_without_marks_is_no_crash_and_said():
    answers = room({"アプリ": 6, "営業": 6}, {"アプリ": 5, "営業": 4}).responses
    bare = [replace(each, marks={}, issues=frozenset({"no_time"})) if each.stage == 3 else each for each in answers]
    results = find_results(Answers(tuple(bare)))
    assert "「ステージ3のあと」の点が1つも読めません" in results.pilot.says.ja
    assert render_report(results, DAY)


def test_what_is_named_most_is_told_with_its_ties():
    people = [response(3, "A", str(at), 4, {"no_data", "no_time"} if at < 4 else ()) for at in range(9)]
    says = "\n".join(each.en + each.ja for each in results_in_short(find_results(Answers(tuple(people)))))
    assert "Named most often as standing in the way: “cannot get at the data” and “no time” (4 of 9 each)." in says
    assert "What most name" not in says


def test_a_second_report_with_one_answer_more_tells_nothing_of_that_form():
    first = find_results(room())
    with speaking("ja"):
        before = kept_in(render_report(first, DAY))
        assert before == first.told
        same = find_results(room(), before)
        assert (same.held, same.cells) == ((), first.cells)
        late = Answers((*room().responses, response(3, "アプリ", "late", 1, words={"helped_most": "遅れて書いた文"})))
        again = find_results(late, before)
        page = render_report(again, DAY)
    assert again.held == (3,)
    assert all(cell.hidden for cells in again.cells.values() for cell in cells.values() if 3 in cell.stages)
    assert again.texts == {}
    assert "遅れて書いた文" not in page
    assert "伏せた集計があります" in page
    # What was told stays what the next one is compared with.
    assert kept_in(page) == before
    three = [response(3, "アプリ", f"late{at}", 4) for at in range(3)]
    assert find_results(Answers((*room().responses, *three)), before).held == ()
    swap = {3: {WHOLE: 14, "アプリ": 5, "営業": 6, "サポート": 3}}
    assert held_back(first.told.counts, swap) == {3}
    assert kept_in(as_kept(before.counts)) == kept_in('data-answers="{"') == kept_in("") == Earlier()


@pytest.mark.parametrize("code", ["アプリ1", "サポート1"])
def test_a_second_report_after_one_corrected_answer_tells_nothing_that_the_first_did_not(code):
    with speaking("ja"):
        before = kept_in(render_report(find_results(room()), DAY))
    late = Answers(tuple(
        replace(each, marks=dict.fromkeys(each.marks, 1)) if (each.stage, each.code) == (3, code) else each
        for each in room().responses
    ))  # fmt: skip
    unheld = find_results(late)
    again = find_results(late, before)
    assert unheld.answered == again.answered
    assert unheld.cells != find_results(room()).cells
    assert 3 in again.held
    assert all(cell.hidden for cells in again.cells.values() for cell in cells.values() if 3 in cell.stages)
    with speaking("ja"):
        page = render_report(again, DAY)
    assert "書き直されたので、伏せた集計があります" in page
    # The third report is held against the first, not against what the second left out.
    assert kept_in(page) == before
    assert 3 in find_results(late, kept_in(page)).held
    assert find_results(room(), kept_in(page)).held == ()


def test_a_corrected_text_or_issue_is_held_back_and_three_more_people_are_not():
    everybody = room(issues={"no_time"}, words={"helped_most": "壁に貼る"})
    some = [each if each.team == "アプリ" else replace(each, issues=frozenset()) for each in everybody.responses]
    first = Answers(tuple(some))
    before = find_results(first).told

    def corrected(**changes):
        return Answers(tuple(
            replace(each, **changes) if (each.stage, each.code) == (3, "営業1") else each for each in first.responses
        ))  # fmt: skip

    assert find_results(corrected(words={"helped_most": "表に書く"}), before).texts == {}
    assert 3 in find_results(corrected(issues=frozenset({"no_time"})), before).held
    assert find_results(first, before).held == ()
    three = [response(3, "アプリ", f"late{at}", 4, {"no_time"}, {"helped_most": "壁に貼る"}) for at in range(3)]
    assert find_results(Answers((*first.responses, *three)), before).held == ()


def test_a_page_keeps_nothing_that_it_does_not_show():
    with speaking("ja"):
        page = render_report(find_results(room(issues={"no_time"})), DAY)
    values = [value for (_, _, measure), value in kept_in(page).told.items() if measure in MARKED]
    assert values
    shown = re.sub(r"<[^>]*>", " ", page)
    assert all(f"{float(side):.1f}" in shown for value in values for side in value.split() if float(side) % 1 == 0.5)
    assert "アプリ1" not in page


def test_from_which_form_the_issues_come_is_said_where_the_last_one_is_held_back():
    once = room(issues={"no_time"})
    both = Answers(
        tuple(replace(each, issues=frozenset({"no_data"})) if each.stage == 0 else each for each in once.responses)
    )
    before = find_results(both).told
    late = Answers((*both.responses, response(3, "アプリ", "late", 1, {"no_time"})))
    says = "".join(each.ja for each in results_in_short(find_results(late, before)))
    assert "困りごとは「始める前」のアンケートのものです" in says
    assert "のアンケートのものです" not in "".join(each.ja for each in results_in_short(find_results(both, before)))


def test_what_moved_is_found():
    results = find_results(room())
    cell = results.cells["understanding"][WHOLE]
    assert (cell.paired, cell.people, cell.moved) == (True, (14, 14), 1)
    assert results.cells["understand_storming"][WHOLE].move is None
    still = room(after={"アプリ": 3, "営業": 2, "サポート": 3})
    assert find_results(still).cells["motivation"]["サポート"].moved == 0


def test_texts_need_three_people_and_stand_in_an_order_of_their_own():
    def with_texts(*texts):
        people = [response(3, "A", f"a{at}", 3, words={"helped_most": text}) for at, text in enumerate(texts)]
        return find_results(Answers(tuple(people))).texts.get("helped_most", ())

    assert with_texts("い", "ろ", "なし") == ()
    few = Answers(
        tuple(response(3, "A", f"a{at}", 3, words={"helped_most": text}) for at, text in enumerate(("い", "", "")))
    )
    assert find_results(few).texts_kept_back == ("helped_most",)
    page = render_report(find_results(few), date(2027, 1, 21))
    assert "fewer than three people wrote something: what helped most" in page
    assert "い" not in page
    assert set(with_texts("い", "ろ", "は", "特になし")) == {"い", "ろ", "は"}
    assert with_texts("い", "ろ", "は") == with_texts("は", "い", "ろ")
    (gone,) = (text for text in with_texts("い", "ろ", "彩 aya@example.co.jp 03-1234-5678 まで") if "彩" in text)
    assert "example" not in gone
    assert "1234" not in gone
    (gone,) = (
        text for text in with_texts("い", "ろ", "彩 ０９０－１２３４－５６７８ https://example.com/aya") if "彩" in text
    )
    assert gone == "彩 […] […]"
    once = [response(stage, "A", "a", 3, words={"helped_most": f"{stage}回目"}) for stage in (1, 2, 3)]
    others = [response(stage, "A", code, 3) for stage in (1, 2, 3) for code in "bc"]
    assert find_results(Answers((*once, *others))).texts == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_report_stands_alone(lang):
    words = {"helped_most": "<script>alert('x')</script>"}
    results = find_results(room(issues={"no_time"}, words=words))
    with speaking(lang):
        page = render_report(results, DAY, product="解約<を>減らす")
        again = render_report(results, DAY, product="解約<を>減らす")
    assert page == again
    # A name space is no address that anybody asks.
    asked = re.findall(r"""(?:src|href|action)=(?!"#)\S*|url\((?!#)[^)]*|@import|<script""", page)
    assert asked == []
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'(?:href="|url\()#([^")]+)', page)) <= set(ids)
    assert "解約&lt;を&gt;減らす" in page
    assert page.count('role="img"') == 3
    text = html.unescape(re.sub(r"<[^>]+>", " ", page))
    assert {"en": "Understanding went up from", "ja": "理解は"}[lang] in text
    assert "None" not in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_charts_are_honest(lang):
    results = find_results(room(issues={"no_time"}))
    with speaking(lang):
        for figure in (draw_moves(results), draw_items(results), draw_issues(results.issues)):
            assert findings(describe_chart(figure.axes[0]), interval=True, ordered=True) == ()


def test_a_report_of_hidden_teams_names_no_number_of_theirs():
    answers = room({"アプリ": 6, "営業": 5, "サポート": 2}, {"アプリ": 5, "営業": 4, "サポート": 1})
    results = find_results(answers)
    for cells in results.cells.values():
        shown = [team for team, cell in cells.items() if not cell.hidden]
        assert "サポート" not in shown
        # Five are hidden with them, so that the whole less the others is not two people.
        assert "営業" not in shown
        assert WHOLE in shown
    with speaking("ja"):
        page = render_report(results, DAY)
    assert "サポート" in page
    assert "「サポート」(回答が5人未満です)" in page


def test_a_report_of_one_form_and_no_words_is_whole():
    answers = Answers(tuple(response(1, "A", f"a{at}", 3) for at in range(3)))
    with speaking("ja"):
        page = render_report(find_results(answers), DAY)
    assert "比べられる前回の回答がありません" in page
    assert "自由記述" in page
