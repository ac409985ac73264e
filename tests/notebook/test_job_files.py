"""mlcurric.notebook.job_files: a job's files are whole, in the learner's folder or in one of their own, and it is said where."""

import stat
import tempfile
from pathlib import Path

import pandas as pd
import pytest

from mlcurric.notebook import job_files
from mlcurric.notebook.job_files import save_tables
from mlcurric.notebook.workfolder import MARKER
from mlcurric.text import LANGUAGES, speaking

TABLES = {f"month-{month:02}": pd.DataFrame({"customer": range(month)}) for month in range(1, 13)}


@pytest.fixture(autouse=True)
def _fresh():
    job_files._own_folder.cache_clear()
    yield
    job_files._own_folder.cache_clear()


@pytest.fixture
def shown(monkeypatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(job_files, "show_notice", lambda *says, **_: said.append(" ".join(map(str, says))))
    monkeypatch.setattr(job_files, "show_unsaved", lambda error: said.append("unsaved"))
    return said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_in_a_learners_folder_the_files_are_there_and_it_is_said_where(shown, tmp_path, monkeypatch, lang):
    (tmp_path / "my-work" / MARKER).mkdir(parents=True)
    (tmp_path / "my-work" / lang).mkdir()
    monkeypatch.chdir(tmp_path / "my-work" / lang)
    with speaking(lang):
        folder = save_tables("at-risk", TABLES)
    assert folder == tmp_path / "my-work/at-risk"
    assert len(list(folder.glob("*.csv"))) == 12
    assert pd.read_csv(folder / "month-03.csv").equals(TABLES["month-03"])
    (said,) = shown
    assert "my-work/at-risk" in said
    assert "12" in said
    assert "month-01.csv" in said
    assert str(tmp_path) not in said


def test_outside_they_lie_in_a_new_folder_of_this_users_own(shown, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "shared"))
    (tmp_path / "shared" / "my-work").mkdir(parents=True)
    with speaking("en"):
        folder = save_tables("at-risk", TABLES)
        again = save_tables("at-risk", TABLES)
    own = folder.parent.parent
    assert folder == again
    assert own.parent == tmp_path / "shared"
    assert own.name != "my-work"
    assert stat.S_IMODE(own.stat().st_mode) == 0o700
    assert not list((tmp_path / "shared/my-work").iterdir())
    assert "my-work/at-risk" in shown[0]
    assert "temporary" in shown[0]
    assert str(tmp_path) not in shown[0]
    job_files._own_folder.cache_clear()
    assert save_tables("at-risk", TABLES) != folder


def test_what_cannot_be_written_is_said(shown, tmp_path, monkeypatch):
    (tmp_path / MARKER).mkdir()
    (tmp_path / "at-risk").write_text("a file, no folder", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert save_tables("at-risk", TABLES) is None
    assert shown == ["unsaved"]


@pytest.mark.parametrize(
    ("name", "tables"),
    [("..", TABLES), ("a/b", TABLES), ("", TABLES), ("x", {"../month": TABLES["month-01"]}), ("x", {}), ("/x", TABLES)],
)
def test_no_name_leads_out_of_the_folder(tmp_path, monkeypatch, name, tables):
    (tmp_path / "inside" / MARKER).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "inside")
    with pytest.raises(ValueError, match=r"no name of a file|no table"):
        save_tables(name, tables)
    assert [path.name for path in (tmp_path / "inside").iterdir()] == [MARKER]
    assert [path.name for path in Path(tmp_path).iterdir()] == ["inside"]
