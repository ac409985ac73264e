"""mlcurric.subject.surveys.teams: one team for its spellings, two for two, and a question where it may be one."""

import pytest

from mlcurric.subject.surveys.teams import look_alike, one_spelling, team_key


@pytest.mark.parametrize(
    "spellings",
    [
        ("アプリ開発", "アプリ開発チーム", "ｱﾌﾟﾘ開発", " アプリ 開発 ", "アプリ開発team", "アプリ・開発"),
        ("App team", "app", "APP-Team", "ａｐｐ", "App Team "),
        ("チームA", "チームＡ", "チーム a"),
    ],
)
def test_spellings_of_one_team_have_one_key(spellings):
    assert len({team_key(name) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("チームA", "チームB"), ("営業1", "営業2"), ("app", "data"), ("チーム", "営業")]
)
def test_two_teams_stay_two(one, other):
    assert team_key(one) != team_key(other)


def test_the_name_is_the_spelling_used_most():
    named = one_spelling(["ｱﾌﾟﾘ開発", "アプリ開発チーム", "アプリ開発チーム", ""])
    assert set(named.values()) == {"アプリ開発チーム"}


def test_a_spelling_can_be_said_to_mean_another_team():
    named = one_spelling(["アプリ開初", "アプリ開初", "アプリ開発"], {"アプリ開初": "アプリ開発"})
    assert set(named.values()) == {"アプリ開発"}
    assert one_spelling(["えーぎょー"], {"えーぎょー": "営業"}) == {"えーぎょー": "営業"}


def test_a_slip_of_the_pen_is_asked_about_and_numbers_are_not():
    assert look_alike({"アプリ開発": 6, "アプリ開初": 1, "営業": 3}) == [("アプリ開初", "アプリ開発")]
    assert look_alike({"営業1": 3, "営業2": 4, "A": 3, "B": 3, "data": 3, "dev": 4}) == []
