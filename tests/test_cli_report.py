"""``mlcurric report``: paths on stdout, steps and remarks on stderr, and a sentence with exit code 2 for what cannot be used."""

from __future__ import annotations

import inspect
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from report.tables import cdnow_looks
from rich.cells import cell_len
from typer.testing import CliRunner

from mlcurric.cli import app
from mlcurric.cli_report import report
from mlcurric.report import make
from mlcurric.report.remark import Remark
from mlcurric.text import T, speak

ASKED = ["--churned", "went_silent", "--id", "customer", "--capacity", "100", "--observed-at", "observed_at"]


@pytest.fixture(autouse=True)
def own_language():
    yield
    speak(None)


@pytest.fixture(scope="module")
def table(tmp_path_factory) -> Path:
    return cdnow_looks(tmp_path_factory.mktemp("table") / "cdnow.csv", customers=2_500)


def run(*arguments: object):
    return CliRunner().invoke(app, ["report", *map(str, arguments)])


def test_the_files_stand_on_stdout_and_all_else_on_stderr(table, tmp_path):
    out = tmp_path / "new" / "page.html"
    result = run(table, *ASKED, "--lang", "ja", "--out", out)
    assert result.exit_code == 0, result.output
    assert [Path(line).name for line in result.stdout.splitlines()] == [
        "page.html", "page.csv", "page.xlsx", "page-words.csv",
    ]  # fmt: skip
    steps = result.stderr.splitlines()[:5]
    assert steps[0] == "表を読んでいます"
    assert len(set(steps)) == 5
    assert "\x1b" not in result.stderr


def test_what_only_whoever_makes_the_page_can_do_stands_beneath_what_anybody_can(monkeypatch):
    remark = Remark(
        "a", T("Seen.", "見えたこと。"), T("Ask.", "聞く。"), for_maker=T("Say --drop a.", "--drop a で外す。")
    )
    monkeypatch.setattr(make, "make_report", lambda *_: make.Made((), (remark,)))
    for lang, says in (
        ("en", ["! Seen.", "  → Ask.", "  → Say --drop a."]),
        ("ja", ["! 見えたこと。", "  → 聞く。", "  → --drop a で外す。"]),
    ):
        assert run("a.csv", *ASKED, "--lang", lang).stderr.splitlines() == says


def test_an_old_page_is_replaced_whole(table, tmp_path):
    out = tmp_path / "page.html"
    out.write_text("old " * 200_000, encoding="utf-8")
    assert run(table, *ASKED, "--lang", "en", "--out", out).exit_code == 0
    text = out.read_text(encoding="utf-8")
    assert "old old" not in text
    assert text.rstrip().endswith("</html>")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (["--churned", "gone"], "gone"),
        (["--capacity", "many"], "--capacity"),
        (["--save-rate", "300%"], "--save-rate"),
        (["--out", "{table}"], "--out"),
        (["--out", "."], "--out"),
        (["--words", "nowhere.csv"], "nowhere.csv"),
    ],
)
def test_what_cannot_be_used_is_a_sentence_and_exit_code_2(table, tmp_path, change, says):
    change = [each.format(table=table) for each in change]
    asked = {**dict(zip(ASKED[::2], ASKED[1::2], strict=True)), "--out": str(tmp_path / "p.html"), change[0]: change[1]}
    result = run(table, *(text for pair in asked.items() for text in pair), "--lang", "en")
    assert result.exit_code == 2
    assert says in result.stderr
    assert "Traceback" not in result.output
    assert result.stdout == ""
    assert not (tmp_path / "p.html").exists()


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("with_sign", [True, False])
@pytest.mark.parametrize(
    ("typed", "says"),
    [
        *((["--churned", "a", option], f"{option}: ") for option in ("--capacity", "--drop", "--within")),
        *((["--capacity", after, "a"], "--capacity: ") for after in ("--id", "--id=a", "--help")),
        (["--capacity", "5", "--id", "a", "--capacity", "6"], "--capacity "),
        (["--capacity=5", "--capacity", "5"], "--capacity "),
    ],
)
def test_an_option_without_anything_after_it_or_given_twice_is_said_in_the_language_asked_for(
    lang, with_sign, typed, says
):
    asked = [f"--lang={lang}"] if with_sign else ["--lang", lang]
    result = run("t.csv", *asked, *typed)
    assert result.exit_code == 2
    assert result.stderr.startswith(says)
    assert is_japanese(result.stderr) == (lang == "ja")


def test_what_may_be_repeated_may_be():
    typed = ["--drop", "a", "--drop", "b", "--keep", "c", "--keep=d", "--left-is", "x", "--left-is", "y"]
    assert said("en", "t.csv", *typed).startswith("--churned, --id, --capacity: missing")


def said(lang, *arguments):
    result = run(*arguments, "--lang", lang)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    return result.stderr


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_help_is_in_the_language_asked_for_and_names_every_option(lang):
    shown = run("--help", "--lang", lang).stdout
    assert is_japanese(shown) == (lang == "ja")
    named = set(re.findall(r"^  (--[a-z-]+)", shown, re.MULTILINE))
    parameters = inspect.signature(report).parameters
    assert named == {"--" + name.replace("_", "-") for name in parameters if name not in ("context", "table")}
    assert max(map(cell_len, shown.splitlines())) <= 90


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    ("typed", "named"),
    [
        *(([], "report"), (["t.csv"], "--churned, --id, --capacity"), (["t.csv", "--id", "a", "--capacity", "9"], "--churned")),
        *((["t.csv", "--churnd", "a"], "--churned"), (["t.csv", "--nothing"], "--observed-at"), (["my", "table.csv"], "table.csv")),
        *((["t.csv", dashes + "churned", "a"], "--churned") for dashes in ("ー-", "—", "－－", "ーー", "―", "–", "-", "−−", "ｰｰ")),
        *((["—churned", "a", "t.csv"], "--churned"), (["t.csv", "－－ｃｈｕｒｎｅｄ", "a"], "--churned")),
        *((["t.csv", "--churned　a"], "--churned"), (["t.csv", "ーobserved＿at", "a"], "--observed-at")),
    ],
)  # fmt: skip
def test_what_is_missing_or_mistyped_is_said_in_the_language_asked_for(lang, typed, named):
    text = said(lang, *typed)
    assert named in text
    assert is_japanese(text.replace("".join(typed), "")) == (lang == "ja")
    assert "Error" not in text


def test_another_kind_of_dash_and_a_wide_blank_are_told_apart():
    assert "マイナス" in said("ja", "t.csv", "ー-churned", "a")
    assert "全角の空白" in said("ja", "t.csv", "--churned　a")


@pytest.mark.parametrize("lang", ["ja", "JP", "日本語", "Japanese"])
def test_the_language_is_read_leniently(lang):
    assert is_japanese(run("--help", "--lang", lang).stdout)


def test_a_language_that_is_not_spoken_is_said():
    assert "en" in said("fr")


def is_japanese(text):
    return bool(re.search("[ぁ-ん]", text))


@pytest.mark.parametrize("name", ["nowhere.csv", "."])
def test_a_table_that_is_not_there_is_a_sentence(tmp_path, name):
    result = run(tmp_path / name, *ASKED, "--lang", "en", "--out", tmp_path / "p.html")
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert result.stderr.strip()


def test_in_a_terminal_each_step_is_seen_to_be_done(table, tmp_path):
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "mlcurric", "report", table, *ASKED, "--lang", "en", "--out", tmp_path / "p.html"]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen([*map(str, command)], stderr=theirs, stdout=subprocess.PIPE, env=environment) as process:
        os.close(theirs)
        shown = b""
        while chunk := _read(ours):
            shown += chunk
        assert process.wait(timeout=120) == 0
    os.close(ours)
    text = shown.decode()
    assert text.count("✓ Writing the page") == 1
    assert "✓ Reading the table" in text


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65_536)
    except OSError:
        return b""
