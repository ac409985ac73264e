"""What to buy, what to do by when: counted, not typed."""

import re
import shlex
from collections import Counter
from datetime import date, time

import pytest
from typer.testing import CliRunner

from mlcurric.cli import app
from mlcurric.notebook.exercise import exercise
from mlcurric.subject.board.files import read_board
from mlcurric.subject.board.kinds import KINDS
from mlcurric.subject.ideathon.example import example_board
from mlcurric.text import LANGUAGES, language
from mlcurric.workplace.copies import lay_out as lay_out_notebooks
from mlcurric.workshop.agenda import agenda, clock, steps_of
from mlcurric.workshop.emails import emails
from mlcurric.workshop.handouts import handouts
from mlcurric.workshop.kit import PAD, papers, pens, wall_metres
from mlcurric.workshop.layout import lay_out
from mlcurric.workshop.preparation import preparation, working_day_before, working_days_after
from mlcurric.workshop.session import Session

SESSION = Session("A", 3, date(2027, 1, 21), time(13), 6, "ja")


def test_there_is_paper_for_the_worked_example_and_half_as_much_again():
    board = example_board("board", "en")
    people = len({note.author for note in board if note.author})
    hang = Counter(note.kind for note in board)
    for paper in papers(people):
        assert paper.sheets >= 1.5 * hang[paper.kind.id]


def test_every_kind_is_bought_in_whole_pads():
    bought = papers(6)
    assert [paper.kind for paper in bought] == list(KINDS.values())
    assert all((paper.pads - 1) * PAD < paper.sheets <= paper.pads * PAD for paper in bought)


def test_more_people_need_more():
    for few, many in ((3, 6), (6, 12), (12, 40)):
        assert sum(each.sheets for each in papers(few)) < sum(each.sheets for each in papers(many))
        assert wall_metres(few) < wall_metres(many)
        assert pens(few) < pens(many)


@pytest.mark.parametrize(("people", "metres"), [(1, 3.0), (3, 3.0), (6, 4.0), (8, 5.0)])
def test_the_wall_is_long_enough_for_notes_and_shoulders(people, metres):
    assert wall_metres(people) == metres


def test_the_dates_keep_clear_of_new_year_week_ends_and_holidays():
    days = [due.day for due in preparation(SESSION)]
    # Three weeks before is New Year's Eve.
    assert days == [date(2026, 12, 28), date(2027, 1, 14), date(2027, 1, 20), date(2027, 1, 21), date(2027, 1, 25)]


def test_the_day_before_a_monday_is_a_friday():
    assert working_day_before(date(2027, 1, 25), 1) == date(2027, 1, 22)


def test_working_days_are_counted_over_a_week_end():
    assert working_days_after(date(2027, 1, 22), 2) == date(2027, 1, 26)


def test_the_hour_before_is_an_hour_before_and_never_yesterday():
    assert preparation(SESSION)[3].clock == 12 * 60
    assert preparation(Session("A", 3, date(2027, 1, 21), time(0, 30)))[3].clock == 0


@pytest.mark.parametrize("stage", [1, 2, 3])
def test_each_part_of_the_list_has_something_to_do(stage):
    for due in preparation(Session("A", stage, date(2027, 1, 21))):
        assert due.items


def test_only_stage_3_buys_notes_and_nobody_takes_a_customer_along():
    lists = {stage: " ".join(item.ja for due in preparation(Session("A", stage, date(2027, 1, 21))) for item in due.items) for stage in (1, 2, 3)}  # fmt: skip
    assert [("付箋" in text) for text in lists.values()] == [False, False, True]
    assert all("お客さまの名前" in text for text in lists.values())


def test_small_paper_is_for_people_and_values_and_wide_for_systems():
    sizes = {paper.kind.id: paper.size.en for paper in papers(6)}
    assert sizes["event"] == sizes["hotspot"] == "75 × 75 mm"
    assert sizes["actor"] == sizes["value"] == sizes["loss"] != sizes["event"]
    assert sizes["system"] == sizes["policy"] == "127 × 75 mm"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_rehearsed_where_the_example_hangs_and_nothing_goes_into_the_days_wall(tmp_path, monkeypatch, lang):
    texts = [getattr(item, lang) for due in preparation(SESSION) for item in due.items]
    (line,) = [text for text in texts if "3-1" in text and "rehearsal" in text]
    command = shlex.split(re.search(r"mlcurric (start(?: [a-z-]+)+)", line)[1])
    # The language that the command speaks is not that of the tests after this one.
    monkeypatch.setattr("mlcurric.text._spoken", None)
    with monkeypatch.context() as patched:
        opened = []
        patched.setattr("mlcurric.workplace.lab.start", lambda work, **_: opened.append((work, language())) or 0)
        assert CliRunner().invoke(app, command).exit_code == 0
        ((work, spoken),) = opened
    assert spoken == lang
    days, rehearsal = tmp_path / "team", tmp_path / work
    lay_out(days, SESSION)
    lay_out_notebooks(rehearsal)
    for folder, notes in ((days, 0), (rehearsal, len(example_board()))):
        monkeypatch.chdir(folder)
        assert len(exercise("3-1").wall(begin=example_board()).board) == notes
    exercise("3-1").wall(begin=example_board()).change("e it was only played")
    assert (rehearsal / "ideathon" / "board.csv").is_file()
    assert len(read_board(days / "ideathon" / "board.csv").board) == 0


def test_whatever_is_handed_out_is_on_the_list_of_what_is_printed():
    with_a_name = ("method-last.html", "score-sheet.html")
    eve = " ".join(item.ja for item in preparation(SESSION)[2].items)
    assert set(with_a_name) <= set(handouts(SESSION))
    assert all(f"handouts/{name}" in eve for name in with_a_name)
    assert "手段は最後シート4枚" in eve
    assert "採点シート6枚" in eve
    steps = " ".join(step.seen.ja for step in steps_of(3))
    assert all(name in steps for name in with_a_name)


@pytest.mark.parametrize("stage", [1, 2, 3])
def test_the_sponsor_is_asked_for_the_minutes_that_the_agenda_gives(stage):
    session = Session("A", stage, SESSION.day, SESSION.start, 6, "ja")
    slots = [row for row in agenda(stage, session.start) if row.step.for_sponsor]
    asked = emails(session)["2-sponsor"].ja
    assert [str(clock(row.begins)) + "から" + str(clock(row.ends)) in asked for row in slots] == [True] * len(slots)
    assert bool(slots) == (stage == 3)
