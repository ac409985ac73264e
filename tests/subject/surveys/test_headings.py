"""mlcurric.subject.surveys.headings: the headings that form tools write."""

import pytest

from mlcurric.subject.surveys.forms import LEADS, STAGES, issues_of, survey_items
from mlcurric.subject.surveys.headings import Column, read_headings


def meaning(heading: str, cells=("1",)) -> Column:
    return read_headings([heading], [cells])[0]


@pytest.mark.parametrize("stage", STAGES)
def test_every_question_is_known_by_id_and_by_its_text_in_both_languages(stage):
    for item in survey_items(stage):
        for heading in (
            item.id,
            item.asks.en,
            item.asks.ja,
            f"  {item.asks.ja} * ",
            item.asks.en.upper(),
            f"Q3. {item.asks.ja}",
        ):
            assert meaning(heading) == Column("item", item.id), heading
        if lead := LEADS.get(item.kind):
            for heading in (
                f"{lead.ja}[{item.asks.ja}]",
                f"{lead.en} {item.asks.en}",
                f"設問12 {lead.ja} / {item.asks.ja}",
            ):
                assert meaning(heading) == Column("item", item.id), heading


@pytest.mark.parametrize(
    ("heading", "means"),
    [
        *(("チーム名", "team"), ("Team", "team"), ("所属チーム", "team"), ("合い言葉", "code"), ("自分だけの合い言葉(毎回同じもの)", "code")),
        *(("タイムスタンプ", "time"), ("Start time", "time"), ("ステージ", "stage")),
        *(("メールアドレス", "personal"), ("Email", "personal"), ("氏名", "personal"), ("Name", "personal"), ("ユーザー名", "personal")),
        *(("社員番号", "personal"), ("IP Address", "personal"), ("item", "key"), ("answer", "value"), ("番号", ""), ("ID", ""), ("", "")),
        *(("今日の昼ごはんは何でしたか", ""), ("スコア", "")),
    ],
)  # fmt: skip
def test_columns_of_the_tool_are_known(heading, means):
    assert meaning(heading).means == means


def test_addresses_are_told_under_any_heading():
    assert meaning("連絡", ["a@example.com", "", "b@example.co.jp"]).means == "personal"
    assert meaning("まだ足りないこと", ["困ったら a@example.com へ連絡したい", "b"]).means == "item"


def test_a_box_for_each_issue_is_known():
    for issue in issues_of(1).values():
        for heading in (f"困っていること [{issue.label.ja}]", f"what stands in the way/{issue.label.en}", issue.id):
            assert meaning(heading) == Column("issue", issue.id), heading


def test_a_question_that_was_retyped_is_guessed_and_said_to_be():
    assert meaning("予測の日付の決めかた、リークの見つけ方") == Column("item", "understand_dates", guessed=True)


def test_the_second_column_of_one_question_is_not_read():
    assert [column.means for column in read_headings(["team", "チーム"], [["a"], ["b"]])] == ["team", ""]
