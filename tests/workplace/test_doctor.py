"""The doctor: a healthy machine has no problem, and each thing that is broken is seen and says what to do."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from mlcurric.text import speaking
from mlcurric.workplace import doctor, libraries, machine
from mlcurric.workplace.doctor import examine, examine_and_print
from mlcurric.workplace.finding import Finding, Status


def only(findings: list[Finding]) -> Finding:
    (finding,) = findings
    return finding


def test_this_machine_has_no_problem(tmp_path: Path) -> None:
    findings = examine(tmp_path / "my-work")
    assert [finding for finding in findings if finding.status is Status.PROBLEM] == []
    assert any(finding.what.en == "A notebook's kernel" for finding in findings)
    assert not (tmp_path / "my-work").exists(), "looking changes nothing"


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_table_shows_every_row_whole(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "_CHECKS", (lambda _: libraries.verdicts(), machine.notebooks, machine.progress))
    monkeypatch.setattr(machine, "content", lambda: tmp_path)
    with speaking(language):
        assert examine_and_print(tmp_path) == 1
        shown = capsys.readouterr().out
        assert "[lab]" in shown
        assert "→" in shown
        assert "…" not in shown


def test_whatever_is_not_ok_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "installed", lambda name: None)
    monkeypatch.setattr(machine, "content", lambda: tmp_path)
    monkeypatch.setattr(machine, "a_window_can_open", lambda: False)
    findings = [*libraries.verdicts(), *machine.notebooks(tmp_path), *machine.browser(tmp_path)]
    assert {finding.status for finding in findings} == set(Status)
    assert all((finding.do is None) == (finding.status is Status.OK) for finding in findings)


def test_missing_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "installed", lambda name: None)
    found = {finding.what.en: finding.status for finding in libraries.verdicts()}
    assert found == {
        "Libraries": Status.PROBLEM,
        "Libraries [lab]": Status.WARNING,
        "Libraries [explain]": Status.OK,
        "Libraries [build]": Status.OK,
        "Libraries [cluster]": Status.OK,
        "Libraries [grade]": Status.OK,
        "Libraries [test]": Status.OK,
        "Libraries [workshop]": Status.OK,
    }


def test_a_version_that_does_not_fit_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "installed", lambda name: "1.0" if name == "pandas" else libraries.pins()[name])
    base = next(libraries.verdicts())
    assert base.status is Status.PROBLEM
    assert "pandas 1.0" in base.says.en


def test_another_version_than_the_lessons_is_worth_a_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "installed", lambda name: "3.99" if name == "pandas" else libraries.pins()[name])
    base = next(libraries.verdicts())
    assert base.status is Status.WARNING
    assert f"pandas 3.99 ({libraries.pins()['pandas']})" in base.says.en


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "my-work").write_text("mine", encoding="utf-8")
    assert only(list(machine.folder(tmp_path / "my-work"))).status is Status.PROBLEM


def test_a_nearly_full_disk_is_worth_a_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "MEGABYTES_NEEDED", 10**12)
    assert only(list(machine.folder(tmp_path))).status is Status.WARNING


def test_a_taken_port_is_no_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setattr(machine, "FIRST_PORT", taken.getsockname()[1])
        finding = only(list(machine.port(tmp_path)))
    assert finding.status is Status.OK
    assert "is taken" in finding.says.en


def test_a_kernel_that_does_not_start_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("Kernel died before replying to kernel_info")

    monkeypatch.setattr("jupyter_client.KernelManager.start_kernel", fail)
    finding = only(list(machine.kernel(tmp_path)))
    assert finding.status is Status.PROBLEM
    assert finding.do is not None


def test_a_progress_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / ".mlcurric" / machine.PROGRESS_FILE).mkdir(parents=True)
    assert only(list(machine.progress(tmp_path))).status is Status.PROBLEM
