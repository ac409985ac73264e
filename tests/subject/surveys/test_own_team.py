"""mlcurric.subject.surveys.own_team: nobody takes what several teams said for what one team said."""

from dataclasses import replace
from datetime import date

import pytest

from mlcurric.subject.surveys.answers import Answers, Response
from mlcurric.subject.surveys.disclosure import LEAST
from mlcurric.subject.surveys.forms import MARKED, survey_items
from mlcurric.subject.surveys.report import render_report, results_in_short
from mlcurric.subject.surveys.results import find_results
from mlcurric.text import LANGUAGES, speaking

DAY = date(2027, 1, 21)
TWO = {"アプリ": 6, "営業": 5}


def response(stage, team, at) -> Response:
    """Everybody answers 2 or 3 before, and 3 to 5 afterwards."""
    mark = 2 + at % 2 if stage == 0 else 3 + at % 3
    return Response(stage, team, f"{team}{at}", {item.id: mark for item in survey_items(stage) if item.kind in MARKED}, frozenset(), {})  # fmt: skip


def room(sizes) -> Answers:
    people = [(team, at) for team, size in sizes.items() for at in range(size)]
    return Answers(tuple(response(stage, *who) for stage in (0, 3) for who in people))


def said(answers, own, lang="ja"):
    with speaking(lang):
        return [str(each) for each in results_in_short(find_results(answers), own)]


def test_of_two_teams_it_is_said_that_there_are_two_and_what_ones_own_said_alone():
    short = said(room(TWO), "アプリチーム")
    assert "2チームの11人" in short[0]
    (own,) = [each for each in short if "だけでは" in each]
    assert own.startswith("このうちアプリだけでは、理解は+")
    assert own.endswith("(6人)。")
    english = said(room(TWO), "アプリ", "en")
    assert "; 11 people of 2 teams, the same people before and after." in english[0]
    assert any(each.startswith("アプリ alone: understanding +") and each.endswith(" (6 people).") for each in english)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_rule_on_few_people_hides_is_not_told_of_ones_own_team_either(lang):
    short = said(room({"アプリ": 9, "営業": LEAST}), "営業", lang)
    hidden = {"ja": "営業だけの結果は、ひとりひとりの点がわかってしまうので載せません。", "en": "What 営業 alone said is not told: single answers would follow from it."}  # fmt: skip
    assert hidden[lang] in short


def test_where_all_answers_are_ones_own_nothing_is_added():
    assert said(room({"アプリ": 6}), "アプリ") == said(room({"アプリ": 6}), "")
    assert "チームの6人" not in "".join(said(room({"アプリ": 6}), "アプリ"))


def test_of_teams_that_are_called_otherwise_the_names_are_told():
    assert "回答したチーム: アプリ、営業。" in said(room(TWO), "次に作るもの")


def test_the_page_tells_it_too():
    with speaking("ja"):
        assert "このうちアプリだけでは" in render_report(find_results(room(TWO)), DAY, own="アプリ")


@pytest.mark.parametrize(("lang", "says"), [("en", "e-mail addresses, links and telephone numbers are taken out"), ("ja", "メールアドレス・リンク・電話番号は消しています")])  # fmt: skip
def test_what_is_taken_out_of_texts_is_named_and_other_numbers_stay(lang, says):
    wrote = ["the log ends after 30 days", "write to a@example.com", "see https://example.com/x"]
    people = room({"アプリ": 3}).responses
    texts = [
        replace(each, words={"still_missing": wrote[at % 3]}) if each.stage else each for at, each in enumerate(people)
    ]
    with speaking(lang):
        page = render_report(find_results(Answers(tuple(texts))), DAY)
    assert says in page
    assert "after 30 days" in page
    assert "example.com" not in page
