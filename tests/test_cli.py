"""mlcurric.cli: a thin face, but what it says when something is missing is its own."""

import builtins

import pytest
from typer.testing import CliRunner

from mlcurric.cli import app
from mlcurric.grading.sandbox.launch import NoSandbox
from mlcurric.text import T, language, speak


@pytest.fixture(autouse=True)
def language_goes_back():
    yield
    speak(None)


def run(*arguments: str):
    return CliRunner().invoke(app, list(arguments))


def test_it_lists_its_commands():
    shown = run("--help").output
    for command in ("start", "progress", "doctor", "build", "grade", "collect", "nbgrader", "marks", "gradebook"):
        assert command in shown


@pytest.mark.parametrize(("lang", "words"), [("en", "no learner's folder"), ("ja", "まだありません")])
def test_progress_speaks_the_language_it_is_told(lang, words, tmp_path):
    shown = run("progress", "--lang", lang, "--work", str(tmp_path / "my-work"))
    assert shown.exit_code == 0
    assert words in shown.output


def test_a_missing_extra_is_named_with_the_way_to_get_it(monkeypatch):
    def no_yaml(name, *arguments, **keywords):
        if name == "mlcurric.building.build":
            raise ModuleNotFoundError("No module named 'jupytext'", name="jupytext")
        return really_import(name, *arguments, **keywords)

    really_import = builtins.__import__
    monkeypatch.setattr(builtins, "__import__", no_yaml)
    shown = run("build")
    assert shown.exit_code == 2
    assert "jupytext" in shown.output
    assert ".[build]" in shown.output


def test_without_a_sandbox_no_hand_in_is_run_unless_trusted_in_so_many_words(tmp_path, monkeypatch):
    def missing():
        raise NoSandbox(T("There is none.", "ありません。"))

    monkeypatch.setattr("mlcurric.grading.batch.find_tools", missing)
    (tmp_path / "in" / "ann").mkdir(parents=True)
    (tmp_path / "in" / "ann" / "1-1.ipynb").write_text("{}")
    shown = run("grade", str(tmp_path / "in"), "--out", str(tmp_path / "out"))
    assert shown.exit_code == 2
    assert "There is none." in shown.output
    assert "--trust-submissions" in shown.output
    assert not (tmp_path / "out" / "grades.csv").exists()


@pytest.mark.parametrize(("options", "spoken"), [([], "ja"), (["--lang", "en"], "en")])
def test_a_teams_folder_is_opened_in_the_language_in_which_it_was_laid_out(tmp_path, monkeypatch, options, spoken):
    heard = []
    monkeypatch.setattr("mlcurric.workplace.lab.start", lambda *_, **__: heard.append(language()) or 0)
    monkeypatch.setenv("MLCURRIC_LANG", "en")
    (tmp_path / ".mlcurric").mkdir()
    (tmp_path / ".mlcurric" / "workshop.json").write_text('{"lang": "ja"}', encoding="utf-8")
    assert run("start", "--work", str(tmp_path), *options).exit_code == 0
    assert heard == [spoken]


@pytest.mark.parametrize(
    "asked",
    [
        ["gradebook", "{out}"],
        ["gradebook", "show", "{out}"],
        ["gradebook", "--learners", "{out}"],
        ["gradebook", "export", "{out}", "--out", "{out}/x.csv"],
        ["marks", "export", "{out}/m.csv", "--gradebook", "{out}"],
        ["marks", "import", "{out}/m.csv", "--gradebook", "{out}"],
    ],
    ids=lambda asked: " ".join(asked[:2]),
)
def test_whatever_is_asked_of_a_gradebook_that_is_not_there_is_told(asked, tmp_path):
    out = tmp_path / "no-such"
    shown = run(*(part.format(out=out) for part in asked), "--lang", "ja")
    assert shown.exit_code == 2
    assert f"成績簿 {out}/gradebook.sqlite がありません" in shown.output
    assert not out.exists()


@pytest.mark.parametrize(("group", "commands"), [("marks", ("export", "import")), ("gradebook", ("show", "export"))])
def test_the_commands_of_a_group_are_listed(group, commands):
    for asked in ([group], [group, "--help"]):
        assert all(command in run(*asked).output for command in commands)
