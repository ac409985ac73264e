"""A team's folder: complete, the same twice, and never written over what somebody wrote."""

import errno
import sys
from datetime import date, time, timedelta

import pytest
from typer.testing import CliRunner

from mlcurric.cli import app
from mlcurric.keeping import BYTE_ORDER_MARK
from mlcurric.notebook.workfolder import find_work
from mlcurric.subject.board.edits import add
from mlcurric.subject.board.files import board_text, read_board
from mlcurric.subject.ideathon.sheets import TEAM_SHEETS
from mlcurric.subject.surveys.answers import read_answers
from mlcurric.subject.team.days import day_off
from mlcurric.subject.typed import Slip
from mlcurric.text import language, speak, speaking
from mlcurric.workshop import layout, sheets
from mlcurric.workshop.layout import Arrival, lay_out
from mlcurric.workshop.session import Session, load_session
from mlcurric.workshop.sheets import files
from mlcurric.workshop.sign_in import read_sign_in

DAY = date(2027, 1, 21)
SESSION = Session("解約防止/チーム", 3, DAY, time(13), 6, "ja")


def other(**changed):
    return Session(**{**SESSION.__dict__, **changed})


@pytest.fixture
def quick(monkeypatch):
    """Without the notebooks, which have tests of their own."""
    monkeypatch.setattr(layout, "lay_out_notebooks", lambda folder: [])


def test_everything_is_laid_out_with_the_notebooks(tmp_path):
    folder = tmp_path / "新しい" / "team"
    found = lay_out(folder, SESSION)
    assert set(found.arrivals.values()) == {Arrival.NEW}
    assert all((folder / name).is_file() for name in found.arrivals)
    assert found.notebooks
    assert (folder / "ja").is_dir()
    assert find_work(folder / "ideathon") == folder
    assert load_session(folder) == SESSION


def test_the_language_spoken_before_is_spoken_after(tmp_path, quick):
    with speaking("en"):
        lay_out(tmp_path, SESSION)
        assert language() == "en"
    assert "当日の進め方" in (tmp_path / "handouts/agenda.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_sheets_are_those_that_are_read_and_they_are_empty(tmp_path, quick, lang):
    lay_out(tmp_path, other(lang=lang))
    own = tmp_path / "ideathon"
    for name, sheet in TEAM_SHEETS.items():
        read, faults = sheet.read(own / f"{name}.xlsx", DAY)
        assert faults == (), name
        assert read.team == SESSION.team, name
    assert {path.stem for path in own.iterdir()} == {*TEAM_SHEETS, "board", "sign-in"}
    reading = read_board(own / "board.csv")
    assert (len(reading.board), reading.board.team, reading.faults) == (0, SESSION.team, ())
    assert read_sign_in(own / "sign-in.xlsx").people == ()


def test_the_board_takes_notes_at_once_as_excel_writes_them(tmp_path, quick):
    lay_out(tmp_path, SESSION)
    board = tmp_path / "ideathon/board.csv"
    text = board.read_text(encoding="utf-8-sig")
    board.write_bytes((text + ",3,,E,顧客が解約した,彩,電話,,,,yes,\r\n").encode("cp932"))
    (note,) = read_board(board).board
    assert (note.kind, note.text, note.pivotal) == ("event", "顧客が解約した", True)


def test_the_use_case_list_adds_up_what_is_typed_into_its_empty_lines(tmp_path, quick):
    from openpyxl import load_workbook

    lay_out(tmp_path, SESSION)
    page = load_workbook(tmp_path / "ideathon/use-cases.xlsx").worksheets[0]
    computed = [cell.value for row in page.iter_rows() for cell in row if str(cell.value).startswith("=")]
    assert len(computed) == 8


def test_answers_typed_below_the_headings_are_read(tmp_path, quick):
    lay_out(tmp_path, SESSION)
    path = tmp_path / "surveys/answers-after-3.csv"
    heads = path.read_text(encoding="utf-8-sig").strip()
    width = len(heads.split(","))
    path.write_text(f"{BYTE_ORDER_MARK}{heads}\nサポート,みかん,4,5{',' * (width - 4)}\n", encoding="utf-8")
    (response,) = read_answers(path).responses
    assert (response.stage, response.team, len(response.marks)) == (3, "サポート", 2)


@pytest.mark.parametrize("stage", [1, 2])
def test_the_other_stages_have_no_wall(tmp_path, quick, stage):
    lay_out(tmp_path, other(stage=stage))
    assert not (tmp_path / "ideathon").exists()
    forms = {path.name for path in (tmp_path / "surveys").iterdir()}
    assert {f"form-after-{stage}.html", f"form-after-{stage}.csv", f"answers-after-{stage}.csv"} <= forms
    assert {"form-before.html", "form-before.csv", "answers-before.csv"} <= forms


def test_a_second_time_nothing_is_written(tmp_path, quick):
    lay_out(tmp_path, SESSION)
    before = {
        path: path.stat().st_mtime_ns
        for path in tmp_path.rglob("*.*")
        if path.is_file() and path.name != "workshop.json"
    }
    assert set(lay_out(tmp_path, SESSION).arrivals.values()) == {Arrival.SAME}
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_the_same_session_gives_the_same_bytes():
    with speaking("ja"):
        assert files(SESSION) == files(SESSION)


def test_what_somebody_wrote_is_never_written_over(tmp_path, quick):
    lay_out(tmp_path, SESSION)
    written = {
        "ideathon/board.csv": b"id,text\n1,mine\n",
        "handouts/agenda.html": b"mine",
        "ideathon/plan.xlsx": b"mine",
    }
    for name, content in written.items():
        (tmp_path / name).write_bytes(content)
    found = lay_out(tmp_path, other(start=time(9)))
    assert set(found.of(Arrival.KEPT)) == set(written)
    assert {name: (tmp_path / name).read_bytes() for name in written} == written
    # And not at the third time, either.
    lay_out(tmp_path, SESSION)
    assert {name: (tmp_path / name).read_bytes() for name in written} == written


def test_files_of_somebody_s_own_are_left_and_told(tmp_path, quick):
    (tmp_path / "handouts").mkdir()
    (tmp_path / "handouts/agenda.html").write_text("mine")
    found = lay_out(tmp_path, SESSION)
    assert found.of(Arrival.KEPT) == ["handouts/agenda.html"]
    assert (tmp_path / "handouts/agenda.html").read_text() == "mine"


def test_a_new_day_renews_what_nobody_touched(tmp_path, quick):
    lay_out(tmp_path, SESSION)
    found = lay_out(tmp_path, other(day=date(2027, 1, 28)))
    assert "handouts/agenda.html" in found.of(Arrival.RENEWED)
    assert found.of(Arrival.KEPT) == []
    assert "2027年1月28日(木)" in (tmp_path / "handouts/agenda.html").read_text(encoding="utf-8")
    assert load_session(tmp_path).day == date(2027, 1, 28)


def test_what_was_thrown_away_comes_back(tmp_path, quick):
    lay_out(tmp_path, SESSION)
    (tmp_path / "handouts/legend.html").unlink()
    assert lay_out(tmp_path, SESSION).of(Arrival.NEW) == ["handouts/legend.html"]


@pytest.mark.parametrize("changed", [{"team": "B"}, {"stage": 1}])
def test_the_folder_of_another_workshop_is_refused_untouched(tmp_path, quick, changed):
    lay_out(tmp_path, SESSION)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.*") if path.is_file()}
    with pytest.raises(Slip, match=SESSION.team):
        lay_out(tmp_path, other(**changed))
    assert {path: path.read_bytes() for path in before} == before


def test_a_damaged_session_file_costs_nothing_that_was_filled_in(tmp_path, quick):
    lay_out(tmp_path, SESSION)
    board = read_board(tmp_path / "ideathon/board.csv").board
    filled = board_text(add(board, "event", "the customer cancelled")[0])
    (tmp_path / "ideathon/board.csv").write_text(filled, encoding="utf-8")
    (tmp_path / ".mlcurric/workshop.json").write_text("{", encoding="utf-8")
    lay_out(tmp_path, SESSION)
    assert (tmp_path / "ideathon/board.csv").read_text(encoding="utf-8") == filled
    assert load_session(tmp_path) == SESSION


def test_a_file_in_place_of_the_folder_is_told(tmp_path, quick):
    (tmp_path / "team").write_text("mine")
    with pytest.raises(Slip, match=r"another folder|別のフォルダー"):
        lay_out(tmp_path / "team", SESSION)
    assert (tmp_path / "team").read_text() == "mine"


def test_a_file_in_place_of_a_folder_within_is_told(tmp_path, quick):
    (tmp_path / "handouts").write_text("mine")
    with pytest.raises(Slip):
        lay_out(tmp_path, SESSION)
    assert (tmp_path / "handouts").read_text() == "mine"


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, "disk is full"), (errno.EACCES, "may not be written"), (errno.EIO, "could not be used")],
)
def test_a_disk_that_will_not_is_told(tmp_path, quick, monkeypatch, number, said):
    def fail(path, *_):
        raise OSError(number, "no", str(path))

    monkeypatch.setattr(layout, "write_whole", fail)
    with speaking("en"), pytest.raises(Slip, match=said):
        lay_out(tmp_path, SESSION)


def test_without_openpyxl_the_sheets_are_csv(tmp_path, quick, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.delitem(sys.modules, "mlcurric.subject.excel", raising=False)
    lay_out(tmp_path, SESSION)
    assert {path.suffix for path in (tmp_path / "ideathon").iterdir()} == {".csv"}
    for name, sheet in TEAM_SHEETS.items():
        assert sheet.read(tmp_path / "ideathon" / f"{name}.csv", DAY)[1] == (), name


def test_a_team_that_is_named_like_a_formula_is_a_text(tmp_path, quick):
    from openpyxl import load_workbook

    named = other(team='=HYPERLINK("x")')
    lay_out(tmp_path, named)
    page = load_workbook(tmp_path / "ideathon/plan.xlsx").worksheets[0]
    assert page["B1"].data_type == "s"
    assert read_board(tmp_path / "ideathon/board.csv").board.team == named.team


@pytest.fixture
def run(monkeypatch):
    monkeypatch.setattr(layout, "lay_out_notebooks", lambda folder: [])
    yield lambda *arguments: CliRunner().invoke(app, ["workshop", *arguments])
    speak(None)


def test_the_command_line_lays_out_and_says_so(tmp_path, run):
    folder = tmp_path / "a team"
    asked = ("new", str(folder), "--team", "解約防止", "--date", "2027年1月21日(木)", "--lang", "ja", "--start")
    done = run(*asked, "１３時")
    assert done.exit_code == 0
    assert "解約防止 ステージ3: 2027年1月21日(木) 13:00〜17:00" in done.output
    assert f'mlcurric start --work "{folder}"' in done.output
    assert "何も書き込んでいません" in run(*asked, "13").output
    (folder / "emails/1-invite.txt").write_text("mine")
    again = run(*asked, "14").output
    assert "入れ替えました" in again
    assert "そのままにしました(1個): emails/1-invite.txt" in again


def test_the_command_line_tells_of_a_day_that_is_over_and_goes_on(tmp_path, run):
    done = run("new", str(tmp_path / "team"), "--team", "A", "--date", "2020-01-22", "--lang", "en")
    assert done.exit_code == 0
    assert "Look: Wednesday 22 January 2020 is over" in done.output


def test_without_a_day_the_folder_is_laid_out_all_the_same_and_the_day_is_told(tmp_path, run):
    done = run("new", str(tmp_path / "team"), "--team", "A", "--stage", "3", "--start", "13:00", "--lang", "ja")
    assert done.exit_code == 0
    assert "開催日の指定がないので" in done.output
    day = load_session(tmp_path / "team").day
    assert day_off(day) is None
    assert timedelta(weeks=4) <= day - date.today() <= timedelta(weeks=6)
    again = run("new", str(tmp_path / "team"), "--team", "A", "--date", "2027-01-21", "--lang", "ja")
    assert again.exit_code == 0
    assert load_session(tmp_path / "team").day == date(2027, 1, 21)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--date", "2027-01-21"), "チーム名がありません"),
        (("--team", "A", "--date", "2027-01-21", "--stage", "4"), "ステージ「4」はありません"),
    ],
)
def test_the_command_line_refuses_in_a_sentence(tmp_path, run, arguments, said):
    done = run("new", str(tmp_path / "team"), "--lang", "ja", *arguments)
    assert done.exit_code == 2
    assert said in done.output
    assert not (tmp_path / "team").exists()


def test_the_names_of_the_sheets_are_those_of_the_readers():
    assert set(sheets._EMPTY) == {*TEAM_SHEETS, "sign-in"}


def test_the_empty_board_has_no_sign_that_an_english_windows_cannot_keep():
    with speaking("en"):
        assert sheets.blank_board(other(team="Front desk", lang="en")).isascii()
