"""The pages and the e-mails of a session."""

import re
from datetime import date, time
from html.parser import HTMLParser

import pytest

from mlcurric.subject.board.kinds import KINDS
from mlcurric.subject.roles import ROLES
from mlcurric.subject.usecases.criteria import CRITERIA
from mlcurric.text import speaking
from mlcurric.workshop.browser import find_browser, print_pdf
from mlcurric.workshop.cards import cards
from mlcurric.workshop.emails import emails
from mlcurric.workshop.handouts import (
    agenda_page,
    handouts,
    legend_page,
    preparation_page,
    role_cards_page,
    sign_in_page,
    trouble_page,
)
from mlcurric.workshop.session import Session
from mlcurric.workshop.sheets import files

CASES = [(stage, lang) for stage in (1, 2, 3) for lang in ("en", "ja")]


def session(stage=3, lang="ja", **changed):
    return Session(
        **{
            "team": "解約防止チーム",
            "stage": stage,
            "day": date(2027, 1, 21),
            "start": time(13),
            "lang": lang,
            **changed,
        }
    )


def text_of(page):
    parser, found = HTMLParser(), []
    parser.handle_data = found.append
    parser.feed(re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL))
    return " ".join(" ".join(found).split())


@pytest.mark.parametrize(("stage", "lang"), CASES)
def test_pages_stand_alone_and_speak_one_language(stage, lang):
    with speaking(lang):
        pages = handouts(session(stage, lang, team="Team"))
    for name, page in pages.items():
        assert page.count("<!doctype html>") == 1, name
        assert f'<html lang="{lang}">' in page, name
        assert not re.search(r"<script|https?://|src=", page), name
        japanese = re.findall(r"[ぁ-ゟ]", text_of(page))
        assert bool(japanese) == (lang == "ja"), (name, "".join(japanese)[:30])


def test_each_stage_has_what_it_needs():
    with speaking("ja"):
        names = {stage: set(handouts(session(stage))) for stage in (1, 2, 3)}
    always = {"preparation.html", "agenda.html", "sign-in.html", "when-it-goes-wrong.html"}
    assert names == {
        1: always,
        2: always | {"role-play.html"},
        3: always | {"legend.html", "role-cards.html", "method-last.html", "score-sheet.html"},
    }


def test_each_gets_a_score_sheet_and_each_pair_an_empty_method_last_sheet():
    with speaking("ja"):
        pages = handouts(session(people=6))
    scores = pages["score-sheet.html"]
    assert scores.count('<section class="mine">') == 6
    for scale in CRITERIA.values():
        for anchor in scale.at.values():
            assert anchor.ja in scores
    assert "3.5と書きます" in scores
    # Three pairs, and one to spare.
    assert pages["method-last.html"].count('<section class="sheet blank">') == 4


def test_a_team_s_name_is_never_taken_for_a_page_nor_a_form():
    named = session(team="<script>{title}</script>")
    with speaking("ja"):
        for page in handouts(named).values():
            assert "<script" not in page
        for mail in emails(named).values():
            assert "{title}</script>" in str(mail)


def test_the_agenda_is_on_the_clock_of_the_session():
    with speaking("ja"):
        shown = text_of(agenda_page(session(start=time(9, 30))))
    assert "9:30〜9:40" in shown
    assert "9:30〜13:30(4時間、うち休憩10分)" in shown


def test_the_legend_shows_every_kind_with_its_letter_and_the_colour_s_name():
    with speaking("ja"):
        page = legend_page(session())
    for kind in KINDS.values():
        assert kind.colour in page
        assert f"<small>{kind.letter} · " in page
        assert str(kind.name.ja) in page


def test_the_cards_are_the_eight_roles_and_those_of_the_room():
    dealt = cards()
    assert [card.name for card in dealt if not card.in_room] == [role.name for role in ROLES.values()]
    assert {card.name.ja for card in dealt if card.in_room} == {
        "進行役",
        "タイムキーパー",
        "書記",
        "プロダクトマネージャー",
    }
    with speaking("ja"):
        assert text_of(role_cards_page(session())).count("尋ねる") == len(dealt)


def test_what_a_card_guards_against_is_said_as_what_would_go_wrong():
    """“guards against: the words as they were said” would be the wrong way round."""
    for card in cards():
        if card.in_room:
            assert card.guards.en.startswith("that ")
            assert card.guards.ja.endswith("こと")


@pytest.mark.skipif(find_browser() is None, reason="there is no browser that prints")
@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(("page", "sheets"), [(role_cards_page, 2), (preparation_page, 1)])
def test_the_cards_take_two_sheets_of_paper_and_the_preparation_one(tmp_path, page, sheets, lang):
    source, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    with speaking(lang):
        source.write_text(page(session(lang=lang, people=8, folder="our-team")), encoding="utf-8")
    print_pdf(find_browser(), source, printed)
    assert len(re.findall(rb"/Type\s*/Page[^s]", printed.read_bytes())) == sheets


@pytest.mark.parametrize(("people", "lines"), [(3, 5), (6, 8), (8, 10), (20, 25)])
def test_there_is_a_line_for_everybody_and_some_to_spare(people, lines):
    with speaking("en"):
        assert sign_in_page(session(people=people)).count('<td class="no">') == lines


@pytest.mark.parametrize(("stage", "lang"), CASES)
def test_what_to_cut_is_in_the_agenda_and_what_never_is_said(stage, lang):
    with speaking(lang):
        shown, plan = text_of(trouble_page(session(stage, lang))), text_of(agenda_page(session(stage, lang)))
        cut = re.findall(r"(\d+:\d\d[–〜]\d+:\d\d) \d-\d", shown)
    assert len(cut) == 6
    assert all(row in plan for row in cut)
    assert ("削らないもの" if lang == "ja" else "Never cut") in shown


@pytest.mark.parametrize(("stage", "lang"), CASES)
def test_every_mail_has_a_subject_and_nothing_that_is_not_filled_in(stage, lang):
    mails = emails(session(stage, lang))
    assert list(mails) == ["1-invite", "2-sponsor", "3-reminder", "4-thank-you"]
    for mail in (getattr(mail, lang) for mail in mails.values()):
        subject, empty, *_ = mail.split("\n")
        assert subject.startswith("件名: " if lang == "ja" else "Subject: ")
        assert len(subject) < 90
        assert empty == ""
        assert not re.search(r"[{}]|None", mail)
        assert "解約防止チーム" in mail


def test_the_mails_ask_for_an_answer_by_a_day():
    mails = {name: mail.ja for name, mail in emails(session()).items()}
    assert "1月7日(木)までに、出欠を" in mails["1-invite"]
    assert "2027年1月21日(木) 13:00〜17:00" in mails["1-invite"]
    assert "16:50から16:55まで" in mails["2-sponsor"]
    assert "1月8日(金)までにお返事" in mails["2-sponsor"]
    assert "開場 12:50" in mails["3-reminder"]
    assert "1月25日(月)までに" in mails["4-thank-you"]


def test_the_mail_of_a_monday_does_not_say_tomorrow():
    mail = emails(session(day=date(2027, 1, 25)))["3-reminder"]
    assert "明日" not in mail.ja
    assert "omorrow" not in mail.en


@pytest.mark.parametrize(("stage", "lang"), CASES)
def test_every_file_that_a_text_names_is_laid_out(stage, lang):
    with speaking(lang):
        made = files(session(stage, lang))
        said = " ".join(text_of(page) for page in handouts(session(stage, lang)).values())
    names = set(re.findall(r"[a-z][a-z0-9-]*(?:/[a-z0-9-]+)*\.(?:xlsx|csv|html|txt)", said))
    there = set(made) | {path.rpartition("/")[2] for path in made}
    assert names <= there
    assert names
