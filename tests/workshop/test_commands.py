"""``mlcurric workshop …`` as it is typed: the folder in which one stands, lines to paste, and no word of another language."""

import html
import re
import shlex
from datetime import date, time

import pytest
from typer.testing import CliRunner

from mlcurric.cli import app
from mlcurric.text import LANGUAGES, speak
from mlcurric.workshop import layout
from mlcurric.workshop.commands import command, quoted
from mlcurric.workshop.layout import lay_out
from mlcurric.workshop.session import Session, load_session

SESSION = Session("大阪", 3, date(2027, 1, 21), time(13), 6, "ja")
NAMES = ["our-team", "大阪", "大阪 チーム", "大阪　チーム", "R&D (east)", "it's", "a$b"]
JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Without the notebooks, which have tests of their own; and the language is that of no other test."""
    monkeypatch.setattr(layout, "lay_out_notebooks", lambda folder: [])
    yield
    speak(None)


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Where a facilitator stands who has laid a folder out."""
    lay_out(tmp_path / "大阪 チーム", SESSION)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words):
    return CliRunner().invoke(app, ["workshop", *map(str, words)])


@pytest.mark.parametrize("name", [*NAMES, "-team"])
def test_a_name_is_one_word_of_the_line(name):
    assert shlex.split(quoted(name)) == [f"./{name}" if name.startswith("-") else name]
    assert quoted("大阪") == "大阪"


@pytest.mark.parametrize("inside", [".", "ideathon"])
@pytest.mark.parametrize("verb", ["check", "report"])
def test_in_the_folder_itself_no_name_is_needed(place, monkeypatch, verb, inside):
    monkeypatch.chdir(place / "大阪 チーム" / inside)
    done = run(verb, *["--no-pdf"][: verb == "report"])
    assert done.exit_code == 0, done.output
    assert JAPANESE.search(done.output)


def test_a_line_of_the_pages_pasted_in_the_folder_itself_works_too(place, monkeypatch):
    line = shlex.split(str(command("check", "大阪 チーム")))[2:]
    assert run(*line).exit_code == 0
    monkeypatch.chdir(place / "大阪 チーム")
    assert run(*line).exit_code == 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_elsewhere_a_line_to_paste_is_told(place, lang):
    done = run("check", "--lang", lang)
    assert done.exit_code == 2
    assert 'mlcurric workshop check "大阪 チーム"' in done.output
    assert ("フォルダー" in done.output) == (lang == "ja")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_there_is_no_team_the_way_to_one_is_told(tmp_path, monkeypatch, lang):
    monkeypatch.chdir(tmp_path)
    done = run("report", "--lang", lang)
    assert done.exit_code == 2
    assert "mlcurric workshop report our-team" in done.output
    (made,) = re.findall(r"mlcurric workshop (new .*)", done.output)
    assert run(*shlex.split(made)).exit_code == 0


@pytest.mark.parametrize(
    "words",
    [
        ["chek"],
        ["check", "--foo"],
        ["check", "a", "b"],
        ["check", "--lang"],
        ["check", "--lang", "xx"],
        ["check", "no-such-folder"],
        ["report", "--pfd"],
        ["new"],
        ["example"],
        ["new", "x", "--team"],
        ["new", "x", "--team", "--date", "2027-01-21"],
        ["new", "x", "--team", "A", "--date", "2027-13-45"],
        ["new", "x", "--team", "A", "--date", "2027-01-21", "--people", "many"],
    ],
    ids=" ".join,
)
def test_what_is_missing_or_mistyped_is_said_in_the_language(tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MLCURRIC_LANG", "ja")
    done = run(*words)
    assert done.exit_code == 2
    assert JAPANESE.search(done.output)
    assert not re.search("Error|Usage|Missing|Invalid|No such", done.output)
    assert not list(tmp_path.iterdir())
    monkeypatch.setenv("MLCURRIC_LANG", "en")
    told = run(*words).output
    # The name of a team in an example is all that may be Japanese there.
    assert not JAPANESE.search(told)


def test_help_is_still_there():
    for words in (["--help"], ["check", "--help"]):
        done = run(*words)
        assert done.exit_code == 0
        assert "Usage" in done.output


@pytest.mark.parametrize("name", NAMES)
def test_the_preparation_list_is_ready_to_paste(tmp_path, monkeypatch, name):
    lay_out(tmp_path / name, SESSION)
    page = html.unescape((tmp_path / name / "handouts" / "preparation.html").read_text(encoding="utf-8"))
    for verb in ("check", "report"):
        assert str(command(verb, name)) in page
    assert f"mlcurric start --work {quoted(name)} " in page


def test_who_renames_the_folder_gets_the_new_name(tmp_path):
    lay_out(tmp_path / "old", SESSION)
    (tmp_path / "old").rename(tmp_path / "new")
    session = load_session(tmp_path / "new")
    assert session.folder == "new"
    assert lay_out(tmp_path / "new", session).arrivals["handouts/preparation.html"] == "renewed"
