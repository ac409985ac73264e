"""What ``mlcurric workshop check`` says of a team's folder, from the day on which it is laid out to the one of the report."""

import csv
import re
import shutil
from datetime import date

import pytest
from team_folder import fill, lay_out
from typer.testing import CliRunner

from mlcurric.cli import app
from mlcurric.notebook.survey import keep_survey
from mlcurric.subject.ideathon.example import copy_example, example_file
from mlcurric.subject.ideathon.noticed import Gravity
from mlcurric.text import speak, speaking
from mlcurric.workshop.check import check_and_print, lacking, verdict
from mlcurric.workshop.reading import language_of, read_team_folder
from mlcurric.workshop.session import session_file


@pytest.fixture
def team(tmp_path):
    lay_out(tmp_path)
    return tmp_path


def printed(capsys, folder, lang="ja"):
    with speaking(lang):
        code = check_and_print(folder)
    out = capsys.readouterr()
    return code, out.out, out.err


@pytest.mark.parametrize("stage", [1, 2, 3])
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_folder_that_was_only_laid_out_has_nothing_to_mend(tmp_path, capsys, stage, lang):
    lay_out(tmp_path, stage, lang)
    code, out, _ = printed(capsys, tmp_path, lang)
    assert code == 0
    assert "→" not in out
    assert "✗" not in out
    assert "✓" not in out
    assert ("board" in out) == (stage == 3)


def test_a_finished_ideathon_is_ready_for_the_report(team, capsys):
    fill(team)
    code, out, _ = printed(capsys, team)
    assert code == 0
    assert "報告書を作れます" in out.splitlines()[-1]
    assert lacking(read_team_folder(team)) == []
    assert all(each.gravity in (Gravity.READ, Gravity.ASKS) for each in read_team_folder(team).noticed())


def test_a_damaged_file_is_told_first_and_ends_in_1(team, capsys):
    fill(team)
    (team / "ideathon" / "raci.csv").write_bytes(b"\x00\x01" * 30)
    plan = team / "ideathon" / "plan.csv"
    plan.write_text(
        plan.read_text(encoding="utf-8-sig").replace("森さんが決める", "決める").replace("PdM,森、", "PdM,"),
        encoding="utf-8",
    )
    code, out, _ = printed(capsys, team)
    assert code == 1
    assert out.index("raci.csv: ") < out.index("plan.csv: ")
    assert "直すところが2件あります。" in out.splitlines()[-1]


def test_values_that_could_not_be_read_are_counted_and_told_to_the_last(team, capsys):
    fill(team)
    path = team / "ideathon" / "use-cases.csv"
    lines = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    head = next(at for at, row in enumerate(lines) if "value" in row)
    names = ("value", "feasibility", "workflow_fit")
    for row in lines[head + 1 :]:
        for name in names:
            row[lines[head].index(name)] = "4 - high"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)
    n = len(names) * len(lines[head + 1 :])
    assert n > 15
    _, out, _ = printed(capsys, team)
    section = out.split("読めなかったので、抜けている値\n")[1].split("\n\n")[0]
    assert section.count("「4 - high」が読めません") == n
    assert "ほか" not in section
    mended = int(re.search(r"直すところが(\d+)件", out)[1])
    assert mended >= n


def test_answers_from_the_notebook_and_from_paper_count_once_a_person(team):
    fill(team)
    before = read_team_folder(team).survey.answers.responses
    for number, code in enumerate(("あさがお", "ひまわり"), 1):
        keep_survey(team, 3, {"code": code, **dict.fromkeys(("understand_storming", "motivation_try"), number + 2)})
    after = read_team_folder(team).survey
    assert len(after.answers.responses) == len(before) + 2
    assert {path.parent.name for path in after.files} == {"surveys", "survey"}
    known = next(each for each in before if each.stage == 3 and each.code)
    keep_survey(team, 3, {"team": known.team, "code": known.code, "understand_storming": 1})
    assert len(read_team_folder(team).survey.answers.responses) == len(before) + 2
    # Whoever names no team is of the folder's, on paper as in the notebook.
    (team / "surveys" / "answers-paper-3.csv").write_text(
        "code,understand_storming,motivation_try\nあさがお,3,3\n", encoding="utf-8"
    )
    assert len(read_team_folder(team).survey.answers.responses) == len(before) + 2


def test_a_damaged_session_is_told_and_the_rest_is_read(team, capsys):
    fill(team)
    session_file(team).write_text("{", encoding="utf-8")
    code, out, _ = printed(capsys, team)
    assert code == 1
    assert "workshop.json" in out
    assert "68枚" in out


def test_a_damaged_answer_file_is_told_and_the_others_count(team):
    fill(team)
    (team / "surveys" / "answers-2.csv").write_bytes(b"\x00\x01" * 30)
    found = read_team_folder(team)
    assert found.survey.is_damaged
    assert found.survey.results.stages == (0, 1, 3)


def test_too_few_answers_are_a_reason_and_no_mistake(team, capsys):
    fill(team)
    for name in ("answers-before.csv", "answers-1.csv", "answers-2.csv"):
        (team / "surveys" / name).unlink()
    last = team / "surveys" / "answers-3.csv"
    last.write_text("\n".join(last.read_text(encoding="utf-8-sig").splitlines()[:3]) + "\n", encoding="utf-8")
    found = read_team_folder(team)
    assert found.survey.results is None
    assert found.survey.why_not
    assert not any(each.to_mend for each in found.noticed())
    with speaking("ja"):
        assert "アンケート" in str(verdict(found, found.noticed()))


def test_a_learners_folder_and_the_files_themselves_are_read_too(tmp_path):
    copy_example(tmp_path / "ideathon", "en")
    for place in (tmp_path, tmp_path / "ideathon"):
        found = read_team_folder(place)
        assert found.session is None
        assert found.day == date(2027, 1, 21)
        assert lacking(found) == []
        assert [person.name for person in found.people][:2]
        assert len(found.people) == 8


def test_who_signed_in_goes_before_who_wrote_notes(team):
    fill(team)
    (team / "ideathon" / "sign-in.csv").write_text("name,side\n佐藤,業務\n彩,業務\n", encoding="utf-8")
    found = read_team_folder(team)
    assert [(person.name, person.side) for person in found.people] == [("佐藤", "business"), ("彩", "business")]
    assert any("出席簿" in each.says.ja for each in found.noticed())


def test_no_such_folder_and_an_empty_one_get_a_sentence(tmp_path, capsys):
    for folder in (tmp_path / "nowhere", tmp_path):
        code, out, err = printed(capsys, folder)
        assert code == 2
        assert out == ""
        assert "workshop new" in err


def test_the_command_speaks_as_the_folder_was_laid_out(team):
    done = CliRunner().invoke(app, ["workshop", "check", str(team)])
    assert done.exit_code == 0
    assert "まだ何も記入されていません" in done.output
    assert language_of(team) == "ja"
    assert language_of(team.parent) is None
    assert (
        "Nothing is filled in yet" in CliRunner().invoke(app, ["workshop", "check", str(team), "--lang", "en"]).output
    )


@pytest.mark.parametrize("name", ["board.csv", "ボード.csv", "plan.csv"])
def test_what_lies_beside_the_ideathon_s_folder_is_not_hidden_silently(team, capsys, name):
    kind = "board" if name != "plan.csv" else "plan"
    shutil.copyfile(example_file(kind), team / name)
    (team / "answers-3.csv").write_text("code,understand_storming\nあさがお,3\n", encoding="utf-8")
    code, out, _ = printed(capsys, team)
    assert code == 0
    assert f"{name}: チームのフォルダーの直下にあるので、読んでいません" in out
    assert "使うなら「ideathon」フォルダーへ移してください" in out
    assert "answers-3.csv: チームのフォルダーの直下" in out
    assert "使うなら「surveys」フォルダーへ" in out
    assert "直すところが2件" in out.splitlines()[-1]
    assert read_team_folder(team).contents.sheet(kind) is None
    (team / name).rename(team / "ideathon" / name)
    (team / "answers-3.csv").rename(team / "surveys" / "answers-3.csv")
    assert "直下" not in printed(capsys, team)[1]


def test_of_two_that_are_filled_in_the_one_that_is_read_is_named_and_a_twin_or_a_blank_one_is_no_matter(team, capsys):
    blank = (team / "ideathon" / "board.csv").read_bytes()
    fill(team)
    (team / "board.csv").write_bytes((team / "ideathon" / "board.csv").read_bytes())
    (team / "plan.csv").write_bytes(blank)
    assert "board.csv: チーム" not in printed(capsys, team)[1]
    (team / "board.csv").write_text("kind,text\nE,the customer cancelled\n", encoding="utf-8")
    assert "「ideathon」フォルダーの board.csv にも書き込みがあります" in printed(capsys, team)[1]


def test_laying_out_over_files_that_were_made_by_hand_says_that_they_are_not_read_any_longer(tmp_path, monkeypatch):
    monkeypatch.setattr("mlcurric.workshop.layout.lay_out_notebooks", lambda folder: [])
    shutil.copyfile(example_file("board"), tmp_path / "board.csv")
    done = CliRunner().invoke(app, ["workshop", "new", str(tmp_path), "--team", "大阪", "--lang", "ja"])
    speak(None)
    assert done.exit_code == 0
    assert "注意: board.csv: チームのフォルダーの直下" in done.output
    again = CliRunner().invoke(app, ["workshop", "report", str(tmp_path), "--no-pdf", "--lang", "ja"])
    speak(None)
    assert "直すところが1件" in again.output
    assert f"mlcurric workshop check {tmp_path}" in again.output
    assert "board.csv: " in (tmp_path / "report-for-the-maker.txt").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("verb", ["check", "report"])
def test_every_line_to_paste_names_the_folder(team, verb):
    fill(team)
    (team / "ideathon" / "plan.csv").write_bytes(b"\x00\x01" * 30)
    done = CliRunner().invoke(app, ["workshop", verb, str(team), *["--no-pdf"][: verb == "report"]])
    speak(None)
    lines = re.findall(r"mlcurric workshop (?:new|check|report).*", done.output)
    assert len(lines) == 2 * (verb == "report")
    assert all(str(team) in line for line in lines)
