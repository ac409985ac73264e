"""mlcurric.notebook.progress: a crash in the middle of writing costs the line it was writing, no more."""

import json

from mlcurric.notebook.progress import FILE_NAME, Progress
from mlcurric.notebook.workfolder import MARKER, find_work


def test_a_line_cut_short_loses_itself_only(tmp_path):
    progress = Progress.of(tmp_path)
    progress.record("1-1", "rule_hits", "passed")
    path = tmp_path / MARKER / FILE_NAME
    with path.open("ab") as file:
        file.write(b'{"exercise": "1-1", "question": "meth')
    progress.record("1-1", "request", "passed")
    assert progress.done() == {("1-1", "rule_hits"), ("1-1", "request")}


def test_junk_in_the_file_is_passed_over(tmp_path):
    path = tmp_path / MARKER / FILE_NAME
    path.parent.mkdir()
    good = json.dumps({"exercise": "1-1", "question": "leaks", "event": "passed"})
    path.write_bytes(
        b'\xff\xfe\n[]\n{}\nnull\n{"exercise": ["a"], "question": "b", "event": "passed"}\n' + good.encode() + b"\n"
    )
    assert Progress.of(tmp_path).done() == {("1-1", "leaks")}


def test_two_writers_do_not_overwrite_each_other(tmp_path):
    one, two = Progress.of(tmp_path), Progress.of(tmp_path)
    one.record("1-1", "rule_hits", "passed")
    two.record("1-2", "leaks", "passed")
    one.record("1-1", "request", "failed")
    assert Progress.of(tmp_path).done() == {("1-1", "rule_hits"), ("1-2", "leaks")}


def test_a_later_slip_takes_nothing_away(tmp_path):
    progress = Progress.of(tmp_path)
    for event in ("failed", "passed", "failed"):
        progress.record("1-1", "rule_hits", event)
    assert progress.done() == {("1-1", "rule_hits")}


def test_pages_that_are_made_are_done(tmp_path):
    Progress.of(tmp_path).record_pages("1-8")
    assert Progress.of(tmp_path).done() == {("1-8", "pages")}


def test_without_a_folder_it_is_kept_in_memory(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    progress = Progress.of(find_work())
    progress.record("1-1", "rule_hits", "passed")
    assert progress.done() == {("1-1", "rule_hits")}
    assert list(tmp_path.iterdir()) == []


def test_the_folder_is_found_from_inside_and_from_just_above(tmp_path):
    work = tmp_path / "my-work"
    (work / MARKER).mkdir(parents=True)
    inside = work / "ja" / "1-tomorrow"
    inside.mkdir(parents=True)
    assert find_work(inside) == find_work(tmp_path) == work
    assert find_work(tmp_path.parent) is None
