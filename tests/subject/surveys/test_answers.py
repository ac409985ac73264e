"""mlcurric.subject.surveys.answers: exports as form tools write them, with all that is wrong with them."""

import csv
import io
from pathlib import Path

import pytest

from mlcurric.subject.surveys.answers import read_answers
from mlcurric.subject.surveys.forms import survey_items, survey_table
from mlcurric.subject.typed import Slip

HEADINGS = [
    "タイムスタンプ",
    "メールアドレス",
    "チーム名",
    "合い言葉",
    "機械は何から学ぶか、いつ使わないか",
    "予測の日付の決め方、リークの見つけ方",
]
HEADINGS += ["自分のプロダクトで試したい", "困っていること", "いちばん役に立ったこと"]


def table(*rows, headings=HEADINGS) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([headings, *rows])
    return out.getvalue()


def said(answers) -> str:
    return "\n".join(fault.fault.says.en + " " + fault.fault.way_out.en for fault in answers.faults)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_an_export_is_read_in_any_encoding(tmp_path, encoding):
    file = tmp_path / "stage-1.csv"
    row = [
        "2026/8/20 10:00",
        "a@example.com",
        "アプリ",
        "みかん",
        "４",
        "いいえ",
        "3: どちらともいえない",
        "時間がない;スポンサーがいない",
        "図",
    ]
    file.write_bytes(table(row).replace("いいえ", "2").encode(encoding))
    answers = read_answers(file)
    (response,) = answers.responses
    assert response.marks == {"understand_learning": 4, "understand_dates": 2, "motivation_try": 3}
    assert (response.stage, response.team, response.code) == (1, "アプリ", "みかん")
    assert response.issues == {"no_time", "no_sponsor"}
    assert response.words == {"helped_most": "図"}
    assert len(answers.faults) == 1
    assert "may tell who answered" in said(answers)
    assert "example.com" not in repr(answers)


def test_a_clean_export_is_silent(tmp_path):
    headings = [name for name in HEADINGS if name != "メールアドレス"]
    rows = [["2026/8/20", "A", f"c{n}", "1", "2", "5", "なし", ""] for n in range(4)]
    (tmp_path / "stage-1.csv").write_text(table(*rows, headings=headings), encoding="utf-8")
    answers = read_answers(tmp_path / "stage-1.csv")
    assert answers.faults == ()
    assert len(answers.responses) == 4


def test_who_answered_twice_counts_once_with_the_later_answers(tmp_path):
    rows = [
        ["1", "a@example.com", "A", "すだち", "1", "", "", "", ""],
        ["2", "", "Ａチーム", " すだち ", "5", "", "", "", ""],
        ["3", "b@example.com", "A", "", "2", "", "", "", ""],
        ["4", "b@example.com", "A", "", "3", "", "", "", ""],
        ["5", "", "A", "", "4", "", "", "", "電話の話がいちばんよかった"],
        ["5", "", "A", "", "4", "", "", "", "電話の話がいちばんよかった"],
        ["6", "", "A", "", "4", "", "", "", ""],
        ["7", "", "A", "", "4", "", "", "", ""],
    ]
    (tmp_path / "stage-1.csv").write_text(table(*rows), encoding="utf-8")
    answers = read_answers(tmp_path / "stage-1.csv")
    assert [response.marks["understand_learning"] for response in answers.responses] == [5, 3, 4, 4, 4]
    assert said(answers).count("answered again") == 3
    assert answers.teams == ("A",)


def test_lines_without_answers_and_lines_of_totals_are_left_out_and_said(tmp_path):
    rows = [
        ["", "", "A", "", "4", "", "", "", ""],
        ["", "", "A", "", "", "", "", "", ""],
        ["平均", "", "", "", "3.4", "", "", "", ""],
        [""] * 9,
    ]
    (tmp_path / "stage-1.csv").write_text(table(*rows), encoding="utf-8")
    answers = read_answers(tmp_path / "stage-1.csv")
    assert len(answers.responses) == 1
    assert [fault.fault.line for fault in answers.faults] == [3, 4]


@pytest.mark.parametrize("typed", ["6", "0", "4.5", "バナナ", "５段階中４"])
def test_what_is_no_mark_is_said_with_its_line(tmp_path, typed):
    (tmp_path / "stage-1.csv").write_text(table(["", "", "A", "", "4", typed, "", "", ""]), encoding="utf-8")
    answers = read_answers(tmp_path / "stage-1.csv")
    assert answers.responses[0].marks == {"understand_learning": 4}
    (fault,) = answers.faults
    assert fault.fault.line == 2
    assert fault.fault.missing != fault.fault.lost
    assert typed in fault.fault.says.en


def test_words_are_read_by_a_scale_above_the_headings(tmp_path):
    head = "# scale: だめ/まだ/半分/まあ/よし\n"
    (tmp_path / "stage-1.csv").write_text(
        head + table(["", "", "A", "", "よし", "だめ", "まだ", "", ""]), encoding="utf-8"
    )
    answers = read_answers(tmp_path / "stage-1.csv")
    assert list(answers.responses[0].marks.values()) == [5, 1, 2]
    assert answers.faults == ()


@pytest.mark.parametrize(
    ("cell", "named", "faults"),
    [
        ("時間がない、データの質が悪い", {"no_time", "poor_data"}, 0),
        ("no time, poor data", {"no_time", "poor_data"}, 0),
        ("g. 時間がない;その他: 眠い", {"no_time", "other"}, 1),
        ("その他:会議が多い", {"other"}, 1),
        ("g、b", {"no_time", "no_sponsor"}, 0),
        ("gb", {"no_time", "no_sponsor"}, 0),
        ("no_time no_sponsor", {"no_time", "no_sponsor"}, 0),
        ("特になし", set(), 0),
        ("時間がない;眠い", {"no_time"}, 1),
        ("眠い", None, 1),
    ],
)
def test_issues_in_one_cell(tmp_path, cell, named, faults):
    (tmp_path / "stage-1.csv").write_text(table(["", "", "A", "", "4", "", "", cell, ""]), encoding="utf-8")
    answers = read_answers(tmp_path / "stage-1.csv")
    assert answers.responses[0].issues == named
    assert len(answers.faults) == faults


def test_issues_in_boxes_of_their_own(tmp_path):
    headings = ["team", "understand_learning", "困っていること [時間がない]", "困っていること [スポンサーがいない]"]
    rows = [["A", "4", "TRUE", "FALSE"], ["A", "4", "", ""], ["A", "4", "時間がない", "✓"]]
    (tmp_path / "stage-1.csv").write_text(table(*rows, headings=headings), encoding="utf-8")
    named = [response.issues for response in read_answers(tmp_path / "stage-1.csv").responses]
    assert named == [{"no_time"}, set(), {"no_time", "no_sponsor"}]


def test_what_the_notebooks_keep_is_read_and_the_folder_names_the_team(tmp_path):
    for team, person, mark in (("アプリ", "p1", "4"), ("アプリ", "p2", "2"), ("営業", "p3", "5")):
        folder = tmp_path / team
        folder.mkdir(exist_ok=True)
        kept = {"understand_dates": mark, "issues": "no_time no_sponsor", "helped_most": "図"}
        survey_table(1, "2026-08-20", kept).to_csv(folder / f"{person}.csv", index=False)
    answers = read_answers(tmp_path)
    assert [(each.team, each.stage, each.marks["understand_dates"]) for each in answers.responses] == [
        *(("アプリ", 1, 4), ("アプリ", 1, 2), ("営業", 1, 5)),
    ]
    assert answers.responses[0].issues == {"no_sponsor", "no_time"}
    assert answers.faults == ()


def test_tables_of_several_people_one_below_the_other_are_taken_apart(tmp_path):
    lines = [
        survey_table(2, "2026-09-18", {"code": code, "understand_value": mark})
        for code, mark in (("a", "1"), ("b", "5"))
    ]
    text = lines[0].to_csv(index=False) + lines[1].to_csv(index=False, header=False)
    (tmp_path / "all.csv").write_text(text, encoding="utf-8")
    answers = read_answers(tmp_path / "all.csv")
    assert [(each.code, each.marks["understand_value"]) for each in answers.responses] == [("a", 1), ("b", 5)]


@pytest.mark.parametrize(
    ("name", "about", "stage"),
    [
        ("before.csv", "", 0),
        ("survey-after-1.ja.csv", "", 1),
        ("事前アンケート.csv", "", 0),
        ("ステージ３ 回答.csv", "", 3),
        ("x.csv", "# stage: 2\n", 2),
        ("Stage 2.csv", "", 2),
    ],
)
def test_the_form_is_told_by_the_file(tmp_path, name, about, stage):
    text = about + table(["4"], headings=["understand_learning"])
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert read_answers(tmp_path / name).responses[0].stage == stage


def test_the_form_is_told_by_the_items_or_a_column_or_asked_for(tmp_path):
    own, unclear, column = (tmp_path / name for name in ("own.csv", "unclear.csv", "column.csv"))
    own.write_text(table(["4", "3"], headings=["understand_storming", "understand_money"]), encoding="utf-8")
    unclear.write_text(table(["4"], headings=["understand_money"]), encoding="utf-8")
    column.write_text(
        table(["4", "事前"], ["2", "ステージ2"], headings=["understand_money", "ステージ"]), encoding="utf-8"
    )
    assert read_answers(own).stages == (3,)
    assert read_answers(column).stages == (0, 2)
    assert read_answers(unclear, stage=1).stages == (1,)
    with pytest.raises(Slip, match=r"cannot be told|わかりません"):
        read_answers(unclear)


def test_teams_that_look_alike_are_asked_about_and_who_names_none_counts_for_the_whole(tmp_path):
    rows = [["", "", team, "", "4", "", "", "", ""] for team in ("アプリ開発", "アプリ開発", "アプリ開初", "")]
    (tmp_path / "stage-1.csv").write_text(table(*rows), encoding="utf-8")
    answers = read_answers(tmp_path / "stage-1.csv")
    assert "almost the same name" in said(answers)
    assert "answers that name no team: 1 (line 5)" in said(answers)
    merged = read_answers(tmp_path / "stage-1.csv", same_team={"アプリ開初": "アプリ開発"})
    assert merged.teams == ("アプリ開発",)


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b'"open\n', bytes(range(256))])
def test_a_file_that_is_no_answers_is_a_sentence(tmp_path, content):
    (tmp_path / "stage-1.csv").write_bytes(content)
    with pytest.raises(Slip):
        read_answers(tmp_path / "stage-1.csv")


def test_a_folder_without_files_is_a_sentence(tmp_path):
    with pytest.raises(Slip):
        read_answers(tmp_path)
    with pytest.raises(Slip):
        read_answers(Path(tmp_path / "not-there.csv"))


def test_hostile_cells_are_kept_as_text(tmp_path):
    words = "<script>alert(1)</script>\x00\x1b[0m" + "あ" * 20_000
    (tmp_path / "stage-1.csv").write_text(
        table(["", "", "=1+1", "c", "4", "", "", "", words.replace("\x00", "")]), encoding="utf-8"
    )
    (response,) = read_answers(tmp_path / "stage-1.csv").responses
    assert response.team == "=1+1"
    assert len(response.words["helped_most"]) == 10_000
    assert "\x1b" not in response.words["helped_most"]
    assert len(survey_items(1)) == 13


def test_two_who_copied_the_example_are_two_and_one_alone_keeps_the_word(tmp_path):
    rows = [["", "", team, "みかん", "4", "", "", "", ""] for team in ("A", "A", "B")]
    (tmp_path / "stage-1.csv").write_text(table(*rows), encoding="utf-8")
    answers = read_answers(tmp_path / "stage-1.csv")
    assert [(each.team, each.code) for each in answers.responses] == [("A", ""), ("A", ""), ("B", "みかん")]
    (fault,) = answers.faults
    assert fault.asks
    assert "記入例" in fault.fault.says.ja
    assert "2行目、3行目" in fault.fault.says.ja


def test_a_word_with_quite_other_answers_is_asked_about(tmp_path):
    for second, asks in (("4", False), ("1", True)):
        rows = [["", "", "A", "すだち", *marks, "", "", ""] for marks in (("4", "4"), (second, second))]
        (tmp_path / "stage-1.csv").write_text(table(*rows), encoding="utf-8")
        (fault,) = read_answers(tmp_path / "stage-1.csv").faults
        assert fault.asks == asks
        assert "別の人なら" in fault.fault.way_out.ja


def test_where_a_team_is_to_be_spelt_otherwise_is_named(tmp_path):
    rows = [["", "", team, "", "4", "", "", "", ""] for team in ("アプリ開発", "アプリ開発", "アプリ開初")]
    (tmp_path / "answers-after-1.csv").write_text(table(*rows), encoding="utf-8")
    (fault,) = read_answers(tmp_path).faults
    assert (fault.file, fault.fault.line, fault.asks) == ("answers-after-1.csv", 4, True)
    assert "answers-after-1.csv の4行目のチーム名を「アプリ開発」に直してください" in fault.fault.way_out.ja
    for name, count in (("アプリ開発", 2), ("アプリ開初", 1)):
        (tmp_path / "by-team" / name).mkdir(parents=True)
        own = [["", "", "", "", "4", "", "", "", ""]] * count
        (tmp_path / "by-team" / name / "stage-1.csv").write_text(table(*own), encoding="utf-8")
    (fault,) = read_answers(tmp_path / "by-team").faults
    assert "フォルダー「アプリ開初」の名前を「アプリ開発」に" in fault.fault.way_out.ja


def refused(tmp_path, rows):
    (tmp_path / "stage-1.csv").write_text(table(*rows), encoding="utf-8")
    answers = read_answers(tmp_path / "stage-1.csv")
    return [each.marks for each in answers.responses], [each.fault for each in answers.faults]


def test_numbers_of_another_scale_are_refused_with_a_sentence_and_a_slip_is_not(tmp_path):
    rows = [
        ["", "", "A", "", mark, other, "", "時間がない", ""] for mark, other in (("5", "8"), ("10", "5"), ("3", "0"))
    ]
    marks, (fault,) = refused(tmp_path, rows)
    assert marks == [{}, {}, {}]
    assert fault.lost
    assert "別の尺度" in fault.says.ja
    assert "1〜5で聞き直して" in fault.way_out.ja
    marks, (fault,) = refused(tmp_path, [["", "", "A", "", mark, "4", "", "", ""] for mark in ("5", "7", "6", "4")])
    assert marks == [{"understand_dates": 4}] * 4
    assert "機械は何から学ぶか" in fault.says.ja
    marks, (fault,) = refused(
        tmp_path, [["", "", "A", "", mark, "4", "", "", ""] for mark in ("5", "7", "3", "4", "4", "2")]
    )
    assert sum(map(len, marks)) == 11
    assert not fault.lost
    assert fault.line == 3


def test_words_of_seven_steps_are_refused_once_for_the_file(tmp_path):
    words = ("非常にそう思う", "そう思う", "ややそう思う", "どちらでもない")
    marks, faults = refused(tmp_path, [["", "", "A", "", word, word, "", "なし", ""] for word in words])
    assert marks == [{}] * 4
    assert [fault.lost for fault in faults] == [True]


def test_an_export_without_its_line_of_headings_is_a_sentence(tmp_path):
    row = ["A", "すだち", "4", "2", "時間がない", "図"]
    (tmp_path / "stage-1.csv").write_text(table(row, row, headings=row), encoding="utf-8")
    with pytest.raises(Slip, match=r"where the headings should be|見出しの行に回答が入っています"):
        read_answers(tmp_path / "stage-1.csv")


def test_who_named_nothing_that_can_be_read_is_counted_in_neither_and_that_is_said(tmp_path):
    rows = [["", "", "アプリ", "みかん", "4", "2", "3", named, ""] for named in ("everything", "everything, no time")]
    (tmp_path / "stage-1.csv").write_text(table(*rows), encoding="utf-8")
    answers = read_answers(tmp_path / "stage-1.csv", team="")
    assert [response.issues for response in answers.responses] == [None, {"no_time"}]
    told = [each.fault.way_out.en for each in answers.faults if "everything" in each.fault.says.en]
    assert told == [
        "This person is left out of the issues, of those who named one and of all who answered. Write letters such as “a, d”, or “other”.",
        "It is left out; what else this person named is counted.",
    ]
