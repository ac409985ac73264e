"""mlcurric.keeping: what was typed is still there, whatever happens to the disk or to the file."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mlcurric.keeping import (
    NO_FILE,
    copy_beside,
    keep_before_replacing,
    last_good,
    set_aside,
    stamp,
    write_together,
    write_whole,
)
from mlcurric.rescuing import keep, rescue, rescued
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


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("at", [0, 1, 2])
@pytest.mark.parametrize("stops", [KeyboardInterrupt, PermissionError])
def test_files_that_belong_together_are_all_new_or_all_old(tmp_path, monkeypatch, stops, at, links):
    """The second list is open in Excel, or somebody presses Ctrl-C."""
    files = {tmp_path / name: "old" for name in ("list.csv", "list.xlsx")}
    write_together(files)
    replace, calls = os.replace, iter(range(9))

    def stopping(source, target):
        if next(calls) == at:
            raise stops
        replace(source, target)

    monkeypatch.setattr("os.replace", stopping)
    if not links:
        monkeypatch.setattr("os.link", refused)
    with pytest.raises(stops):
        write_together(dict.fromkeys((*files, tmp_path / "page.html"), "new"))
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {path.name: "old" for path in files}


def refused(*_):
    raise OSError("No links here")


def test_an_interruption_waits_until_all_files_are_in_their_places(tmp_path, monkeypatch):
    replace, paths = os.replace, [tmp_path / "list.csv", tmp_path / "page.html"]
    # Whoever starts the tests in the background has it ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)

    def interrupted(source, target):
        signal.raise_signal(signal.SIGINT)
        replace(source, target)

    monkeypatch.setattr("os.replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_together(dict.fromkeys(paths, "new"))
    signal.signal(signal.SIGINT, before)
    assert [path.read_text() for path in sorted(tmp_path.iterdir())] == ["new", "new"]


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
    monkeypatch.setattr("pathlib.Path.home", lambda: spare)
    kept = keep(path, "new", seen)
    assert path.read_text() == last_good(path).read_text() == "old"
    assert kept.path == spare / "board.rescued-1.csv"
    assert kept.path.read_text() == "new"
    assert len(list(full.iterdir())) == 2
    with speaking("ja"):
        assert str(kept.path) in str(kept.says[0])


@pytest.fixture
def places(tmp_path, monkeypatch):
    """Home, and the folder for temporary files."""
    found = [tmp_path / "home", tmp_path / "temporary"]
    for folder in found:
        folder.mkdir()
    monkeypatch.setattr("pathlib.Path.home", lambda: found[0])
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(found[1]))
    return found


def test_a_text_is_rescued_home_before_among_what_a_restart_takes_away_and_nobody_else_may_read_it(places, tmp_path):
    path = tmp_path / "team" / "board.csv"
    copy = rescue(path, "a room's words")
    assert copy == places[0] / "board.rescued-1.csv"
    if os.name == "posix":
        assert copy.stat().st_mode & 0o777 == 0o600
    assert rescue(path, "a room's words") == copy
    assert rescue(path, "and more") == places[0] / "board.rescued-2.csv"
    assert [each.name for each in rescued(path)] == ["board.rescued-1.csv", "board.rescued-2.csv"]
    (places[0] / "board.rescued-x.csv").write_text("no such name")
    (places[1] / "board.rescued-10.csv").write_text("earlier")
    (places[1] / "board.rescued-9.csv").write_text("earlier still")
    assert [each.name for each in rescued(path)][2:] == ["board.rescued-9.csv", "board.rescued-10.csv"]


def test_where_nobody_has_a_home_a_text_is_rescued_all_the_same(places, tmp_path, monkeypatch):
    def homeless():
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("pathlib.Path.home", homeless)
    assert rescue(tmp_path / "board.csv", "text") == places[1] / "board.rescued-1.csv"
    assert len(list(rescued(tmp_path / "board.csv"))) == 1


def test_why_is_told_in_the_readers_words(places, tmp_path, monkeypatch):
    path = tmp_path / "full" / "board.csv"
    path.parent.mkdir()
    fill(monkeypatch, path.parent)
    with speaking("ja"):
        said = " ".join(map(str, keep(path, "new", NO_FILE).says))
    assert "ディスクに空きがありません" in said
    assert "No space" not in said


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


@pytest.mark.parametrize(
    ("lost", "of", "kept"),
    [(0, 0, False), (0, 5, False), (1, 71, True), (3, 15, True), (40, 100, True), (1, 1, True)],
)
def test_the_last_good_version_is_not_replaced_by_less_without_a_copy(tmp_path, lost, of, kept):
    path = tmp_path / "plan.xlsx"
    last_good(path).write_bytes(b"before")
    told = keep_before_replacing(path, b"now", lost, of)
    assert last_good(path).read_bytes() == b"now"
    before = tmp_path / "plan.before-1.xlsx"
    assert before.exists() == (told is not None) == kept
    if kept:
        assert before.read_bytes() == b"before"
        assert f"{of}件のうち、{lost}件" in told.ja
        assert before.name in told.ja


def test_a_version_that_is_not_wholly_read_leaves_the_last_good_one_where_it_is(tmp_path):
    path = tmp_path / "board.csv"
    last_good(path).write_text("before")
    for _ in range(2):
        assert keep_before_replacing(path, None, 5, 5) is not None
    assert last_good(path).read_text() == "before"
    assert [entry.name for entry in tmp_path.glob("*before*")] == ["board.before-1.csv"]


def test_what_a_killed_kernel_left_behind_goes_with_the_next_writing_and_nothing_else(tmp_path, monkeypatch):
    # As somebody types it.
    monkeypatch.chdir(tmp_path)
    path = Path("board.csv")
    names = (
        ".board.csv-abcd_123",
        ".board.csv-efgh5678",
        ".board.csv-notes",
        ".other.csv-abcd1234",
        "board.csv-abcd1234",
    )
    for name in names:
        (tmp_path / name).write_text("x")
        os.utime(tmp_path / name, (1_000_000, 1_000_000))
    new = (tmp_path / names[1]).stat().st_ctime
    os.utime(tmp_path / names[1], (new, new))
    write_whole(path, "text")
    left = {entry.name for entry in tmp_path.iterdir()}
    # The second may be somebody's who writes at this moment.
    assert left == {"board.csv", *names[1:]}
    # Whoever writes alone knows that nobody does.
    write_whole(path, "text", alone=True)
    assert {entry.name for entry in tmp_path.iterdir()} == {"board.csv", *names[2:]}


def fill(monkeypatch, folder):
    """Let every write below a folder find the disk full."""
    import tempfile

    make = tempfile.mkstemp

    def full(*args, **more):
        if folder in (more["dir"], *more["dir"].parents):
            raise OSError(28, "No space left on device")
        return make(*args, **more)

    monkeypatch.setattr("mlcurric.keeping.tempfile.mkstemp", full)


def test_what_another_process_writes_between_the_look_and_the_replacing_is_not_lost(tmp_path):
    path = tmp_path / "board.csv"
    path.write_text("as seen")
    with child(_STOPS_BEFORE_REPLACING, path, "mine") as mine, child(_SAYS_WHAT_CAME, path, "theirs") as theirs:
        assert said(mine) == "before replacing"
        go_on(theirs)
        assert said(theirs) == "waits"
        go_on(mine)
        assert said(mine) == "written"
        go_on(theirs)
        assert said(theirs) == "changed"
    assert path.read_text() == "mine"
    assert [each.name for each in tmp_path.iterdir()] == ["board.csv"]


def test_a_lock_whose_process_was_killed_keeps_nobody_out(tmp_path):
    path = tmp_path / "board.csv"
    path.write_text("as seen")
    with child(_STOPS_BEFORE_REPLACING, path, "mine") as killed:
        assert said(killed) == "before replacing"
        killed.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
        killed.wait()
    assert write_whole(path, "after it", stamp(path)) == stamp(path)
    assert path.read_text() == "after it"


def test_of_many_processes_that_add_a_line_each_none_is_lost(tmp_path):
    path = tmp_path / "board.csv"
    path.write_text("")
    writers = [child(_ADDS_LINES, path, str(number)) for number in range(3)]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    assert sorted(path.read_text().split()) == sorted(f"{writer}-{line}" for writer in range(3) for line in range(20))


def test_a_file_that_stays_held_is_told_and_what_was_to_be_written_is_rescued(tmp_path, monkeypatch, places):
    path = tmp_path / "team" / "board.csv"
    write_whole(path, "as seen")
    monkeypatch.setattr("mlcurric.locks._TRIES", 2)
    with child(_STOPS_BEFORE_REPLACING, path, "theirs") as holder:
        assert said(holder) == "before replacing"
        kept = keep(path, "mine", stamp(path))
        go_on(holder)
        assert said(holder) == "written"
    assert (path.read_text(), kept.path.read_text()) == ("theirs", "mine")
    assert "ほかのソフトで開いている" in kept.says[0].ja


@pytest.mark.skipif(os.name != "posix", reason="Windows locks in another way")
def test_where_a_drive_knows_no_locks_it_is_written_all_the_same(tmp_path, monkeypatch):
    def no_locks(*_):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("mlcurric.locks.fcntl.flock", no_locks)
    write_whole(tmp_path / "board.csv", "text", NO_FILE)
    assert [each.name for each in tmp_path.iterdir()] == ["board.csv"]


def child(program, path, text):
    """Another process, which is told the file and a text."""
    return subprocess.Popen(
        [sys.executable, "-c", program, str(path), text], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def said(process):
    return process.stdout.readline().strip()


def go_on(process):
    process.stdin.write("\n")
    process.stdin.flush()


_BEGINS = """
import os, sys, time
from pathlib import Path
from mlcurric.keeping import Changed, stamp, write_whole
path, text = Path(sys.argv[1]), sys.argv[2]
def tell(said):
    print(said, flush=True)
"""
_STOPS_BEFORE_REPLACING = (
    _BEGINS
    + """
replace = os.replace
def stop(*names):
    tell("before replacing")
    input()
    replace(*names)
os.replace = stop
write_whole(path, text, stamp(path))
tell("written")
"""
)
_SAYS_WHAT_CAME = (
    _BEGINS
    + """
seen = stamp(path)
input()
def wait(_):
    time.sleep = lambda _: None
    tell("waits")
    input()
time.sleep = wait
try:
    write_whole(path, text, seen)
    tell("written")
except Changed:
    tell("changed")
"""
)
_ADDS_LINES = (
    _BEGINS
    + """
for line in range(20):
    while True:
        seen = stamp(path)
        before = path.read_text()
        if stamp(path) != seen:
            continue
        try:
            write_whole(path, f"{before}{text}-{line}\\n", seen)
            break
        except Changed:
            pass
"""
)


def test_whoever_saves_knows_their_own_version_and_not_the_one_that_came_after_it(tmp_path, monkeypatch):
    path = tmp_path / "board.csv"
    real = write_whole

    def and_then_somebody_else(where, *rest):
        done = real(where, *rest)
        if where == path:
            path.write_text("theirs")
        return done

    monkeypatch.setattr("mlcurric.rescuing.write_whole", and_then_somebody_else)
    kept = keep(path, "mine", NO_FILE)
    monkeypatch.undo()
    assert keep(path, "mine again", kept.stamp).path.name == "board.conflict-1.csv"
    assert path.read_text() == "theirs"
