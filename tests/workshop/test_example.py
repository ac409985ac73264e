"""``mlcurric workshop example``: a finished ideathon with its report, that check and report take as they take a team's own."""

import pytest
from typer.testing import CliRunner

from mlcurric.cli import app
from mlcurric.subject.ideathon.noticed import Gravity
from mlcurric.text import speaking
from mlcurric.workshop import layout
from mlcurric.workshop.check import lacking
from mlcurric.workshop.reading import read_team_folder


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Without the notebooks, which have tests of their own."""
    monkeypatch.setattr(layout, "lay_out_notebooks", lambda folder: [])


def run(*words):
    return CliRunner().invoke(app, ["workshop", *map(str, words)])


@pytest.mark.parametrize(
    ("lang", "ready", "held"), [("en", "Ready for the report", "Rin"), ("ja", "報告書を作れます", "凛")]
)
def test_the_finished_folder_is_fit_and_its_report_is_there(tmp_path, lang, ready, held):
    folder = tmp_path / "finished"
    made = run("example", folder, "--lang", lang, "--no-pdf")
    assert made.exit_code == 0, made.output
    assert str(folder / "report" / "index.html") in made.output
    checked = run("check", folder)
    assert checked.exit_code == 0
    assert ready in checked.output.splitlines()[-1]
    with speaking(lang):
        found = read_team_folder(folder)
        assert lacking(found) == []
        assert {each.gravity for each in found.noticed()} <= {Gravity.READ, Gravity.ASKS}
        assert len(found.present.sheet.people) == found.session.people == 8
        # Whoever signed in is whoever wrote on the wall.
        authors = {note.author for note in found.contents.board if note.author}
        assert authors <= {person.name for person in found.people}
    page = folder / "report" / "index.html"
    assert held in page.read_text(encoding="utf-8")
    before = page.read_bytes()
    assert run("report", folder, "--no-pdf").exit_code == 0
    assert page.read_bytes() == before


def test_a_second_time_nothing_of_somebody_is_written_over(tmp_path):
    assert run("example", tmp_path, "--lang", "ja", "--no-pdf").exit_code == 0
    own = tmp_path / "ideathon" / "raci.csv"
    own.write_bytes(own.read_bytes() + "自分の行\n".encode())
    kept = own.read_bytes()
    again = run("example", tmp_path, "--lang", "ja", "--no-pdf")
    assert "ideathon/raci.csv" in again.output
    assert own.read_bytes() == kept


def test_the_folder_of_a_team_is_left_alone(tmp_path):
    assert run("new", tmp_path, "--team", "大阪", "--date", "2027-01-21", "--lang", "ja").exit_code == 0
    board = (tmp_path / "ideathon" / "board.csv").read_bytes()
    refused = run("example", tmp_path, "--lang", "ja", "--no-pdf")
    assert refused.exit_code == 2
    assert "大阪" in refused.output
    assert (tmp_path / "ideathon" / "board.csv").read_bytes() == board
