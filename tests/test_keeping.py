"""mlcurric.keeping: what was typed is still there, whatever happens to the disk or to the file."""

import os

import pytest

from mlcurric.keeping import NO_FILE, copy_beside, keep, last_good, set_aside, stamp, write_whole
from mlcurric.text import speaking


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    path = tmp_path / "a.json"
    write_whole(path, "old")

    def fail(*_):
        raise OSError("No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")
def test_a_written_file_has_the_rights_of_any_new_file(tmp_path):
    write_whole(tmp_path / "ours", "x")
    (tmp_path / "theirs").write_text("x")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "theirs").stat().st_mode


def test_what_is_kept_stands_in_the_file_and_once_more_beside_it(tmp_path):
    path = tmp_path / "board.csv"
    kept = keep(path, "一", NO_FILE)
    assert (kept.path, kept.stamp, kept.says) == (path, stamp(path), ())
    kept = keep(path, "二", kept.stamp)
    assert path.read_text(encoding="utf-8") == last_good(path).read_text(encoding="utf-8") == "二"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["board.csv", "board.last-good.csv"]


def test_what_somebody_else_wrote_meanwhile_is_never_written_over(tmp_path):
    path = tmp_path / "board.csv"
    seen = keep(path, "first", NO_FILE).stamp
    path.write_text("theirs")
    for number in (1, 2):
        kept = keep(path, f"mine {number}", seen)
        assert path.read_text() == "theirs"
        assert kept.path == tmp_path / f"board.conflict-{number}.csv"
        assert kept.path.read_text() == f"mine {number}"
        assert kept.stamp == stamp(path)
        with speaking("en"):
            assert "changed elsewhere" in str(kept.says[0])
    assert last_good(path).read_text() == "first"


def test_on_a_full_disk_the_old_file_stays_and_the_text_is_rescued(tmp_path, monkeypatch):
    full, spare = tmp_path / "full", tmp_path / "spare"
    full.mkdir(), spare.mkdir()
    path = full / "board.csv"
    seen = keep(path, "old", NO_FILE).stamp
    fill(monkeypatch, full)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(spare))
    kept = keep(path, "new", seen)
    assert path.read_text() == last_good(path).read_text() == "old"
    assert kept.path == spare / "board.rescued-1.csv"
    assert kept.path.read_text() == "new"
    assert len(list(full.iterdir())) == 2
    with speaking("ja"):
        assert str(kept.path) in str(kept.says[0])


def test_where_nothing_can_be_written_it_says_so_and_keeps_nothing_back(tmp_path, monkeypatch):
    path = tmp_path / "board.csv"
    seen = keep(path, "old", NO_FILE).stamp
    fill(monkeypatch, tmp_path.parent)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr("pathlib.Path.home", lambda: tmp_path)
    kept = keep(path, "new", seen)
    assert kept.path is None
    assert path.read_text() == "old"
    with speaking("en"):
        assert "Copy the text from here" in str(kept.says[1])


def test_a_copy_that_cannot_be_written_does_not_hide_that_the_file_was(tmp_path):
    path = tmp_path / "board.csv"
    last_good(path).mkdir()
    kept = keep(path, "text", NO_FILE)
    assert kept.path == path
    assert path.read_text() == "text"
    assert len(kept.says) == 1


def test_a_damaged_file_is_set_aside_whole_and_an_original_is_copied_once(tmp_path):
    path = tmp_path / "board.csv"
    path.write_bytes(b"\xff\x00")
    assert copy_beside(path, "original") == copy_beside(path, "original") == tmp_path / "board.original-1.csv"
    path.write_bytes(b"\xff\x01")
    assert copy_beside(path, "original").name == "board.original-2.csv"
    aside = set_aside(path, "damaged")
    assert (aside.name, aside.read_bytes(), path.exists()) == ("board.damaged-1.csv", b"\xff\x01", False)


def fill(monkeypatch, folder):
    """Let every write below a folder find the disk full."""
    import tempfile

    make = tempfile.mkstemp

    def full(*args, **more):
        if folder in (more["dir"], *more["dir"].parents):
            raise OSError(28, "No space left on device")
        return make(*args, **more)

    monkeypatch.setattr("mlcurric.keeping.tempfile.mkstemp", full)
