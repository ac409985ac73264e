"""A session is read as people type it; what cannot be read gets a sentence in both languages."""

import json
from datetime import date, time

import pytest

from mlcurric.subject.typed import Slip
from mlcurric.workshop.remarks import remarks
from mlcurric.workshop.session import Session, load_session, read_session, session_as_json, session_file

DAY = "2027-01-21"


def read(team="A", stage="3", day=DAY, start="13:00", people="6", lang="ja"):
    return read_session(team, stage, day, start, people, lang)


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("13", time(13)), ("13:00", time(13)), ("13時", time(13)), ("１３：００", time(13)), ("１３時半", time(13, 30)),
        ("午後1時", time(13)), ("午前9時30分", time(9, 30)), ("1pm", time(13)), ("1:30 p.m.", time(13, 30)), ("12am", time(0)),
        ("午後12時", time(12)), ("1300", time(13)), ("9", time(9)), ("13時から", time(13)), ("0:00", time(0)),
    ],
)  # fmt: skip
def test_a_start_is_read_as_people_write_it(typed, clock):
    assert read(start=typed).start == clock


@pytest.mark.parametrize("typed", ["25", "13:60", "noon", "午後13時", "", "13:00:00", "-1", "1" * 50])
def test_a_start_that_is_none_is_told(typed):
    with pytest.raises(Slip) as told:
        read(start=typed)
    assert "--start 13:00" in told.value.says[-1].en
    assert "--start 13:00" in told.value.says[-1].ja


@pytest.mark.parametrize("typed", ["3", "３", "stage 3", "Stage3", "ステージ3", " ステージ ３ "])
def test_a_stage_is_read_as_people_write_it(typed):
    assert read(stage=typed).stage == 3


@pytest.mark.parametrize("typed", ["4", "0", "", "three", "1.5", "3" * 30])
def test_a_stage_that_there_is_not_is_told(typed):
    with pytest.raises(Slip, match=r"1, 2 or 3|1、2、3"):
        read(stage=typed)


@pytest.mark.parametrize(
    "typed", ["2027-01-21", "2027年1月21日(木)", "２０２７／１／２１", "21 January 2027", "令和9年1月21日"]
)
def test_a_day_is_read_as_people_write_it(typed):
    assert read(day=typed).day == date(2027, 1, 21)


@pytest.mark.parametrize("typed", ["", "1月21日", "2027-02-30", "03/04/2027", "soon", "2027年1月", "2027年1月21日(金)"])
def test_a_day_that_cannot_be_told_is_refused(typed):
    with pytest.raises(Slip):
        read(day=typed)


@pytest.mark.parametrize("typed", ["6", "６人", "6名", " 6 people "])
def test_people_are_counted_as_people_write_it(typed):
    assert read(people=typed).people == 6


@pytest.mark.parametrize("typed", ["0", "-3", "six", "", "41", "99999999", "2.5"])
def test_a_number_of_people_that_is_none_is_told(typed):
    with pytest.raises(Slip, match=r"--people"):
        read(people=typed)


def test_a_team_may_have_any_name_that_fits_on_a_line():
    assert read(team="営業/開発 <b>\n{title}\x1b[31m").team == "営業/開発 <b> {title} [31m"


@pytest.mark.parametrize("typed", ["", "  \n", "\x00", "あ" * 61])
def test_a_team_without_a_name_or_with_a_novel_is_told(typed):
    with pytest.raises(Slip):
        read(team=typed)


def test_a_session_comes_back_from_its_folder(tmp_path):
    session = Session("解約防止/チーム", 2, date(2027, 1, 21), time(9, 30), 8, "en")
    session_file(tmp_path).parent.mkdir()
    session_file(tmp_path).write_text(json.dumps(session_as_json(session)), encoding="utf-8")
    assert load_session(tmp_path) == session


def test_a_folder_without_a_session_is_told(tmp_path):
    with pytest.raises(Slip, match=r"workshop new"):
        load_session(tmp_path)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"team": "A", "stage": 9}', "null"])
def test_a_damaged_session_is_told_with_its_path(tmp_path, text):
    session_file(tmp_path).parent.mkdir()
    session_file(tmp_path).write_text(text, encoding="utf-8")
    with pytest.raises(Slip, match=r"workshop\.json"):
        load_session(tmp_path)


TODAY = date(2026, 11, 22)


def test_a_usual_session_is_not_remarked_upon():
    assert remarks(read(), TODAY) == []


@pytest.mark.parametrize(
    ("changed", "today", "said"),
    [
        ({}, date(2027, 1, 22), "is over"),
        ({}, date(2027, 1, 15), "ask for an answer by Thursday 7 January"),
        ({"day": "2027-01-23"}, TODAY, "a Saturday"),
        ({"people": "2"}, TODAY, "fewer than 3"),
        ({"people": "12"}, TODAY, "two walls"),
        ({"start": "22:00"}, TODAY, "2:00 (next day)"),
    ],
)
def test_what_is_worth_a_second_look_is_told(changed, today, said):
    (only,) = remarks(read(**changed), today)
    assert said in only.en


def test_few_people_are_enough_where_there_is_no_wall():
    assert remarks(read(stage="1", people="1"), TODAY) == []
