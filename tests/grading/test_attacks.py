"""Hostile hand-ins at the sandbox: each test is named by what it tries, and after each the next hand-in must be unhurt.

What is tried and refused in a moment shares one run (``REFUSED``); what takes, breaks or plants something has its own.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from grading.sandboxed import MARK, Sandbox, as_ordinary_user, other_bwrap

from mlcurric.grading.guest.inside import DATA, TABLES, WORK
from mlcurric.grading.guest.limits import Limits
from mlcurric.grading.running.job import Job
from mlcurric.grading.running.run_report import Run
from mlcurric.grading.sandbox.filter import IGNORED, NEVER
from mlcurric.grading.sandbox.libraries import library_folders
from mlcurric.question.plain import Opaque

TRIES = """
import builtins, ctypes, errno, fcntl, glob, json, mmap, os, resource, signal, socket, subprocess, sys, threading, time
libc = ctypes.CDLL(None, use_errno=True)
def call(function, *arguments):
    if function(*arguments) == -1:
        raise OSError(ctypes.get_errno(), "refused")
def tried(attack):
    try:
        attack()
    except socket.gaierror:
        return "no name"
    except OSError as error:
        return errno.errorcode.get(error.errno, str(error))
    except BaseException as error:
        return type(error).__name__
    return "done"
def write(path, text="1"):
    with open(path, "w") as file:
        file.write(text)
def in_child(attack):
    pid = os.fork()
    if pid == 0:
        attack()
        os._exit(0)
    if code := os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]):
        raise RuntimeError(code)
def machine_code(code):
    memory = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=7)
    memory.write(code)
    ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(ctypes.c_char.from_buffer(memory)))()
"""
NICENESS = os.getpriority(os.PRIO_PROCESS, 0) + 10
GONE, FORBIDDEN = {"ENOENT", "ENOTDIR"}, {"EPERM", "EACCES", "EROFS"}
NO_FAMILY = {"EAFNOSUPPORT"}
HIDDEN_MODULES = (
    "mlcurric.questions", "mlcurric.subject.simulation.world", "mlcurric.subject.simulation.keys", "mlcurric.subject.poc",
    "mlcurric.grading.judging.judge", "mlcurric.grading.judging.worlds", "mlcurric.grading.batch", "mlcurric.grading.sandbox.worker",
    "mlcurric.question.question", "mlcurric.question.makers", "mlcurric.building", "mlcurric.cli",
)  # fmt: skip
NEW_USER = 0x10000000
# By what is tried: an expression, and how it may be refused.
REFUSED: dict[str, tuple[str, set[str]]] = {
    # What is not shown.
    "list the instructor's home": (f"os.listdir({str(Path.home())!r})", GONE),
    "read a key beside the submissions": ("open(SECRET).read()", GONE),
    "read another submission through /proc/1/root": ("open('/proc/1/root' + SECRET).read()", GONE),
    "read another submission by climbing up": ("open('../' * 40 + SECRET[1:]).read()", GONE),
    "read the checkout": (f"os.listdir({str(Path(__file__).parents[2])!r})", GONE),
    "read /etc/shadow": ("open('/etc/shadow').read()", GONE),
    "read /proc of the parent": ("os.listdir('/proc/2')", GONE),
    "read the kernel's memory": ("open('/proc/kcore', 'rb').read(1)", FORBIDDEN | GONE),
    "read /dev/mem": ("open('/dev/mem', 'rb')", GONE),
    "read the kernel's log": ("open('/dev/kmsg')", GONE),
    "look at /sys": ("os.listdir('/sys/kernel')", GONE),
    "read the tables of all worlds": (f"open('{TABLES}/theirs/today.csv').read()", GONE),
    "look below its own tables": (f"open('{DATA}/../tables/theirs/today.csv').read()", GONE),
    # Out of its own network.
    "reach the internet": ("socket.create_connection(('192.0.2.1', 80), 1)", NO_FAMILY),
    "reach a server on the loopback": ("socket.create_connection(('127.0.0.1', PORT), 1)", NO_FAMILY),
    "reach a server on the loopback of IPv6": ("socket.socket(socket.AF_INET6)", NO_FAMILY),
    "ask DNS": ("socket.gethostbyname('example.com')", {"no name"}),
    "talk to the host of a virtual machine (vsock)": ("socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM)", NO_FAMILY),
    "talk to the kernel (netlink)": ("socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)", NO_FAMILY),
    "use the kernel's ciphers": ("socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET)", NO_FAMILY),
    "see raw packets": ("socket.socket(socket.AF_PACKET, socket.SOCK_RAW)", NO_FAMILY),
    "load a protocol by a pair of sockets": ("call(libc.socketpair, 30, 1, 0, (ctypes.c_int * 2)())", NO_FAMILY),
    "reach an abstract socket outside": ("socket.socket(socket.AF_UNIX).connect(ABSTRACT)", {"ECONNREFUSED"}),
    # Out of its namespaces.
    "mount a file system": ("call(libc.mount, b'none', b'/tmp', b'tmpfs', 0, None)", {"EPERM"}),
    "bind another folder": ("call(libc.mount, b'/', b'/tmp', None, 4096, None)", {"EPERM"}),
    "take away what covers the tables": (f"call(libc.umount2, b'{TABLES}', 2)", {"EPERM"}),
    "unshare": (f"call(libc.unshare, {NEW_USER})", {"EPERM"}),
    "clone into new namespaces": (f"call(libc.syscall, CLONE, ctypes.c_ulong({NEW_USER} | 17), 0, 0, 0, 0)", {"EPERM"}),
    "clone3, whose flags no filter sees": ("call(libc.syscall, 435, 0, 0)", {"ENOSYS"}),
    "enter the namespaces of its first process": ("call(libc.setns, os.open('/proc/1/ns/net', 0), 0)", {"EPERM"}),
    "chroot": ("os.chroot('/tmp')", {"EPERM"}),
    "pivot_root": ("call(libc.syscall, PIVOT_ROOT, b'/tmp', b'/tmp')", {"EPERM"}),
    "become root": ("os.setuid(0)", {"EPERM", "EINVAL"}),
    "make a device": ("os.mknod('/tmp/disk', 0o060600, os.makedev(254, 0))", {"EPERM"}),
    "set the clock": ("time.clock_settime(0, 0)", {"EPERM"}),
    "run a program that becomes root": ("subprocess.run(['su', '-c', 'true'], check=True)", {"CalledProcessError"} | GONE),
    # Other processes and the kernel.
    "trace a process": ("call(libc.ptrace, 16, 1, 0, 0)", {"EPERM"}),
    "read another's memory": ("call(libc.process_vm_readv, 1, None, 0, None, 0, 0)", {"EPERM"}),
    "signal its parent": ("os.kill(os.getppid(), 9) if os.getppid() else os.kill(2, 9)", {"ESRCH"}),
    "stop the warm parent by its number": ("os.kill(2, signal.SIGSTOP)", {"ESRCH"}),
    "type into a terminal": ("fcntl.ioctl(os.openpty()[1], 0x5412, b'x')", {"EPERM"}),
    "use a keyring": ("call(libc.syscall, KEYCTL, 0, -3, 1)", {"EPERM"}),
    "use io_uring": ("call(libc.syscall, 425, 1, 0)", {"EPERM"}),
    "handle its own page faults": ("call(libc.syscall, USERFAULTFD, 1)", {"EPERM"}),
    "load a BPF program": ("call(libc.syscall, BPF, 0, 0, 0)", {"EPERM"}),
    "change its personality": ("call(libc.personality, 0x0040000)", {"EPERM"}),
    "ask what is in memory of a file that all read (RWF_NOWAIT)": (
        "os.preadv(os.open(json.__file__, 0), [bytearray(16)], 0, os.RWF_NOWAIT)", {"EPERM"}
    ),
    "the same by a call that is newer than the filter (cachestat)": ("call(libc.syscall, 451, 0, 0, 0, 0)", {"ENOSYS"}),
    "watch who opens what (inotify)": ("call(libc.inotify_init1, 0)", {"EPERM"}),
    "write to /proc/sys": ("write('/proc/sys/kernel/core_pattern')", FORBIDDEN),
    "press the magic key": ("write('/proc/sysrq-trigger', 'c')", FORBIDDEN | GONE),
    "be spared by the out-of-memory killer": ("write('/proc/self/oom_score_adj', '0')", FORBIDDEN),
    # Limits.
    "raise its memory": ("resource.setrlimit(resource.RLIMIT_AS, (-1, -1))", {"EPERM", "ValueError"}),
    "raise its processes": ("resource.setrlimit(resource.RLIMIT_NPROC, (9_999, 9_999))", {"EPERM", "ValueError"}),
    "dump core for the system's collector": ("resource.setrlimit(resource.RLIMIT_CORE, (0, 0))", {"EPERM", "ValueError"}),
    "the same with bits that the kernel does not read": (
        "call(libc.syscall, PRLIMIT, 0, ctypes.c_ulong(1 << 32 | 4), (ctypes.c_ulong * 2)(), 0)", {"EPERM"}
    ),
    "be nicer to itself": ("os.nice(-5)", FORBIDDEN),
    "run in real time": ("os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))", {"EPERM"}),
    "lock memory": ("call(libc.mlockall, 3)", {"EPERM", "ENOMEM"}),
    # Memory that nobody counts.
    "hold memory in a memfd": ("os.memfd_create('x')", {"EPERM"}),
    "hold memory in SysV shared memory": ("call(libc.shmget, 1, 4096, 0o1600)", {"EPERM"}),
    "hold memory in message queues": ("call(libc.msgget, 1, 0o1600)", {"EPERM"}),
    "hold memory that is mapped, filled and forgotten": ("mmap.mmap(-1, 4096)", {"EPERM"}),
    "the same through /dev/zero": ("mmap.mmap(os.open('/dev/zero', os.O_RDWR), 4096)", {"ENODEV"} | GONE),
    "hold huge pages": ("mmap.mmap(-1, 1 << 21, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x40000)", {"EPERM"}),
    "hold the pages of truncated files in pipes": ("os.splice(0, 1, 1)", {"EPERM"}),
    "hold them in sockets": ("os.sendfile(1, 0, 0, 1)", {"EPERM"}),
    "widen a socket": ("socket.socketpair()[0].setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 24)", {"EPERM"}),
    "make a number of 10 GB": ("1 << 80_000_000_000", {"MemoryError", "OverflowError"}),
    # What lasts.
    "write beside its tables": (f"write('{DATA}/today.csv')", FORBIDDEN),
    "change the library": ("write('/mlcurric/library/mlcurric/__init__.py')", FORBIDDEN),
    "plant a module among the packages": ("write('/mlcurric/packages/sitecustomize.py')", FORBIDDEN),
    "plant a start-up line among the packages": ("write('/mlcurric/packages/planted.pth')", FORBIDDEN),
    "plant bytecode among the packages": ("write('/mlcurric/packages/numpy/__pycache__/planted.pyc')", FORBIDDEN),
    "plant a module in Python itself": ("write(os.path.dirname(os.__file__) + '/usercustomize.py')", FORBIDDEN),
    "plant a file in /usr": ("write('/usr/lib/planted')", FORBIDDEN),
    "plant a file in /dev": ("write('/dev/planted')", FORBIDDEN),
    "close /dev/null to others": ("os.chmod('/dev/null', 0)", FORBIDDEN),
}  # fmt: skip
if os.uname().machine == "x86_64":
    REFUSED["a call by the numbers of 32 bits"] = (
        "in_child(lambda: machine_code(bytes.fromhex('53b836010000bb00000010cd805bc3')))", {"RuntimeError"}
    )  # fmt: skip
    REFUSED["a call by the numbers of x32"] = (
        "in_child(lambda: machine_code(bytes.fromhex('b810010040bf000000100f05c3')))", {"RuntimeError"}
    )  # fmt: skip


@pytest.fixture(scope="session")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """What there is to find and reach outside: a secret file, a server on the loopback, an abstract socket."""
    secret = tmp_path_factory.mktemp("submissions") / "key"
    secret.write_text(MARK)
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket(socket.AF_UNIX) as abstract:
        abstract.bind(f"\0mlcurric-{os.getpid()}")
        abstract.listen()
        yield {"SECRET": str(secret), "PORT": server.getsockname()[1], "ABSTRACT": abstract.getsockname()}


@pytest.fixture(scope="session")
def refusals(sandbox: Sandbox, outside: dict[str, Any]) -> list[dict[str, Any]]:
    """How each of ``REFUSED`` ended, all in one run, and in one that goes on from shared cells."""
    in_full = refusals_of(sandbox, outside)
    with from_shared_cells(sandbox, ("begun = [1]",)):
        return [in_full, refusals_of(sandbox, outside)]


def refusals_of(sandbox: Sandbox, outside: dict[str, Any]) -> dict[str, Any]:
    names = {attack: f"attack_{index}" for index, attack in enumerate(REFUSED)}
    cells = [f"{names[attack]} = tried(lambda: {code})" for attack, (code, _) in REFUSED.items()]
    known = "\n".join(f"{name} = {value!r}" for name, value in (outside | sandbox.numbers).items())
    run = sandbox.run(TRIES + known, *cells, names=tuple(names.values()), tables="mine", seconds=30)
    return {attack: run.answers.get(name, run) for attack, name in names.items()}


@pytest.mark.parametrize("attack", REFUSED)
def test_refused(attack: str, refusals: list[dict[str, Any]]) -> None:
    for run in refusals:
        assert run[attack] in REFUSED[attack][1]


@pytest.fixture
def unhurt(sandbox: Sandbox, request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """The sandbox; after the attack an honest hand-in must find it as if nothing had been."""
    with from_shared_cells(sandbox, getattr(request, "param", ())):
        yield sandbox
        assert sandbox.run(HONEST, names=HONEST_FINDS).answers == UNHURT


@contextlib.contextmanager
def from_shared_cells(sandbox: Sandbox, cells: tuple[str, ...]) -> Iterator[None]:
    """Let hand-ins begin with cells that are run once for all of them."""
    sandbox.shared = cells
    try:
        yield
    finally:
        sandbox.shared = ()


# What a parent that runs only ours could be harmed by, and what could pass through it to the next.
ALSO_FROM_SHARED_CELLS = pytest.mark.parametrize(
    "unhurt", [(), ("begun = [1]",)], ids=["in full", "from shared cells"], indirect=True
)


HONEST = f"""
import builtins, json, os, sys
import numpy, pandas
answer = sum(range(7)) * 2
processes = [name for name in os.listdir("/proc") if name.isdigit()]
niceness = os.getpriority(os.PRIO_PROCESS, 0)
files = [name for folder in ("{WORK}", "/tmp", "/dev/shm") for name in os.listdir(folder)]
patched = [str(each) for each in (builtins, json, numpy, pandas) if hasattr(each, "planted")]
planted = [name for name in (*sys.modules, *os.environ) if "planted" in name]
pty = os.openpty()[0] > 0
"""
UNHURT = {
    "answer": 42, "processes": ["1"], "niceness": NICENESS, "files": [], "patched": [], "planted": [], "pty": True,
}  # fmt: skip
HONEST_FINDS = tuple(UNHURT)


# Secrets.


def test_read_the_environment_of_whoever_grades(unhurt: Sandbox) -> None:
    run = unhurt.run(
        "import os\nwhole = str(dict(os.environ))",
        "whole += open('/proc/self/environ').read() + open('/proc/1/environ').read() + open('/proc/1/cmdline').read()",
        names=("whole",),
    )
    assert MARK not in run.answers["whole"]
    assert "PIP_NO_INDEX" in run.answers["whole"]


@ALSO_FROM_SHARED_CELLS
def test_find_what_an_earlier_hand_in_or_the_grader_held_in_memory(unhurt: Sandbox) -> None:
    unhurt.run(f"x = '{MARK}'")
    run = unhurt.run(
        f"""
looked = 0
wanted = bytes(reversed({MARK[::-1].encode()!r}))
found = 0
with open("/proc/self/mem", "rb", 0) as memory:
    for line in open("/proc/self/maps").read().splitlines():
        first, last = (int(number, 16) for number in line.split()[0].split("-"))
        if "rw" in line and last - first < 10**9:
            try:
                memory.seek(first)
                part = memory.read(last - first)
            except (OSError, OverflowError):
                continue
            looked += len(part)
            at = [part.find(wanted)]
            while at[-1] >= 0:
                at.append(part.find(wanted, at[-1] + 1))
            found += len(at) - 1
            del part
wanted = None
""",
        names=("found", "looked"),
    )
    assert run.answers["looked"] > 10_000_000
    # What it looks for stands once in its own memory, and once more where it was made.
    assert run.answers["found"] <= 2


@ALSO_FROM_SHARED_CELLS
def test_reach_the_warm_parents_socket_and_descriptors(unhurt: Sandbox) -> None:
    run = unhurt.run(
        """
import gc, os, socket
descriptors = sorted(os.readlink(f"/proc/self/fd/{name}").split(":")[0] for name in ("0", "1", "2"))
others = []
for name in os.listdir("/proc/self/fd"):
    try:
        others.append(os.readlink(f"/proc/self/fd/{name}").split(":")[0])
    except OSError:
        pass
others = sorted(others)
sockets = [each.fileno() for each in gc.get_objects() if isinstance(each, socket.socket) and each.fileno() >= 0]
shared = [line for line in open("/proc/self/maps") if line.split()[1].startswith("rw-s")]
""",
        names=("descriptors", "others", "sockets", "shared"),
    )
    nothing = ["/dev/null"] * 3
    assert run.answers == {"descriptors": nothing, "others": [*nothing, "pipe"], "sockets": [], "shared": []}


def test_import_the_simulator_the_questions_or_the_checks(unhurt: Sandbox) -> None:
    run = unhurt.run(
        f"""
import importlib, inspect
found = []
for name in {HIDDEN_MODULES}:
    try:
        importlib.import_module(name)
        found.append(name)
    except ImportError:
        pass
import mlcurric.subject.simulation as simulation
inside = sorted(os.listdir(simulation.__path__[0])) if (os := __import__("os")) else []
""",
        names=("found", "inside"),
    )
    assert run.answers["found"] == []
    assert set(run.answers["inside"]) <= {"__init__.py", "practice.py"}


def test_find_the_questions_or_the_simulator_anywhere_on_disk(unhurt: Sandbox) -> None:
    package = Path(sys.modules["mlcurric"].__file__).parent
    secret = {path.name for path in (package / "subject/simulation").glob("*.py")} - {"__init__.py", "practice.py"}
    run = unhurt.run(
        f"""
import os
hidden = {secret | {"judge.py", "worlds.py"}!r}
found, seen = [], 0
for folder, folders, files in os.walk("/"):
    packages = folder.startswith("/mlcurric/packages") and folder.count("/") == 2
    if packages or folder in ("/proc", "/mlcurric/python/lib", "/usr/lib", "/usr/share"):
        found += [f"{{folder}}/{{name}}" for name in folders if name == "mlcurric"
                  and os.listdir(f"{{folder}}/{{name}}")]
        folders.clear()
    found += [f"{{folder}}/{{name}}" for name in files if name in hidden and "/mlcurric" in folder]
    found += [f"{{folder}}/{{name}}" for name in folders if name in ("questions", "exercises", "poc")]
    seen += len(files)
usr = sorted(os.listdir("/usr"))
python = sorted(os.listdir("/mlcurric/python"))
top = sorted(os.listdir("/mlcurric"))
""",
        names=("found", "seen", "usr", "python", "top"),
    )
    assert run.answers["found"] == []
    assert run.answers["seen"] > 100
    assert set(run.answers["usr"]) <= {"bin", "lib", "lib64", "share"}, "a course may lie under /usr/src"
    assert set(run.answers["python"]) <= {"bin", "lib", "lib64"}
    # Further folders of libraries, of the system or of this user, where there are some.
    top = [name for name in run.answers["top"] if not name.startswith("packages-")]
    assert top == ["data", "library", "packages", "python", "tables", "work"]


def test_import_a_library_that_lies_beside_python_and_not_in_the_environment(unhurt: Sandbox) -> None:
    run = unhurt.run(
        """
import glob, os, sys
places = {os.path.realpath(path) for part in sys.path for path in (part, *glob.glob(f"{part}/*-packages"))}
places |= set(glob.glob("/mlcurric/python/lib*/python3*/*-packages") + glob.glob("/usr/lib*/python3*/*-packages"))
found = sorted({name.split("-")[0] for path in places if path.endswith("-packages") for name in os.listdir(path) if name.endswith(".dist-info")})
""",
        names=("found",),
    )
    own = {path.name.split("-")[0] for folder in library_folders() for path in folder.glob("*.dist-info")}
    assert set(run.answers["found"]) <= own


@ALSO_FROM_SHARED_CELLS
def test_see_the_tables_of_another_world(unhurt: Sandbox) -> None:
    look = f"import os\nmine = os.listdir('{DATA}')\nall_of_them = os.listdir('{TABLES}')"
    names = ("mine", "all_of_them")
    assert unhurt.run(look, names=names, tables="mine").answers == {"mine": ["today.csv"], "all_of_them": []}
    assert unhurt.run(look, names=names).answers == {"mine": [], "all_of_them": []}


def test_read_the_calls_of_its_other_functions(unhurt: Sandbox) -> None:
    """It may: they hold inputs only, and what it gives back is judged as what it is."""
    calls = {"f": [{"n": 1}], "g": [{"n": 271828}]}
    spy = """
import gc
def f(n):
    return [each for each in gc.get_objects() if type(each) is dict and "gave" in each or "expected" in each if type(each) is dict]
"""
    run = unhurt.run(spy, "def g(n):\n    return n", names=("f", "g"), calls=calls)
    assert run.answers["g"] == {"asked": [{"gave": 271828, "type": "int"}]}
    assert "expected" not in json.dumps(run.answers["f"], default=str)


# Processes and signals.


@pytest.mark.parametrize(
    "attack",
    [
        pytest.param("os.kill(0, signal.SIGKILL)", id="kill its process group"),
        pytest.param("os.kill(0, signal.SIGSTOP)", id="stop its process group"),
        pytest.param("os.killpg(os.getpgrp(), signal.SIGTERM)", id="end its process group"),
        pytest.param("os.kill(-1, signal.SIGKILL)", id="kill everybody"),
        pytest.param("os.setpriority(os.PRIO_PGRP, 0, 19)", id="slow its process group down"),
        pytest.param("os.setpriority(os.PRIO_USER, 0, 19)", id="slow its user down"),
        pytest.param("libc.syscall(IOPRIO_SET, 2, 0, 3 << 13)", id="slow the disk of its process group down"),
        pytest.param("signal.setitimer(signal.ITIMER_REAL, 0.1); signal.pause()", id="wait for an alarm"),
        pytest.param("os._exit(0)", id="exit at once"),
        pytest.param("os.abort()", id="abort"),
        pytest.param("ctypes.string_at(0)", id="crash by ctypes"),
        pytest.param("sys.setrecursionlimit(10**9)\ndef f(): f()\nf()", id="overflow the stack"),
        pytest.param("exit()", id="exit politely"),
        pytest.param("raise SystemExit", id="raise SystemExit"),
        pytest.param("raise KeyboardInterrupt", id="raise KeyboardInterrupt"),
        pytest.param("os.close(5)\nos.closerange(3, 256)", id="close the report"),
        pytest.param("threading.Thread(target=time.sleep, args=(60,)).start()", id="leave a thread behind"),
    ],
)
@ALSO_FROM_SHARED_CELLS
def test_break_itself_or_its_parent(attack: str, unhurt: Sandbox) -> None:
    known = "\n".join(f"{name} = {value!r}" for name, value in unhurt.numbers.items())
    run = unhurt.run("before = 1", TRIES + known, attack, "after = 1", names=("before", "after"), seconds=3)
    assert run.answers["before"] == 1, "what was answered before stays"
    assert set(run.answers.values()) == {1}


@pytest.mark.parametrize(
    "attack",
    [
        pytest.param("while True: pass", id="loop for ever"),
        pytest.param("while True:\n  try: time.sleep(9)\n  except BaseException: pass", id="catch everything"),
        pytest.param(
            "for each in range(1, 64):\n  try: signal.signal(each, signal.SIG_IGN)\n  except (OSError, ValueError): pass\n"
            "while True: pass",
            id="ignore every signal",
        ),
        pytest.param("time.sleep(99)", id="sleep"),
        pytest.param("import re\nre.match('(a+)+$', 'a' * 60 + 'b')", id="loop inside a library"),
        pytest.param("threading.Thread(target=time.sleep, args=(99,)).start(); libc.syscall(EXIT, 0)", id="end its first thread"),
        pytest.param("os.kill(os.getpid(), signal.SIGSTOP); time.sleep(99)", id="stop itself"),
    ],
)  # fmt: skip
def test_never_end(attack: str, unhurt: Sandbox) -> None:
    known = "\n".join(f"{name} = {value!r}" for name, value in unhurt.numbers.items())
    run = unhurt.run("before = 1", TRIES + known, attack, "after = 1", names=("before", "after"), seconds=0.8)
    assert run.timed_out
    assert run.answers == {"before": 1}


@pytest.mark.parametrize(
    "attack",
    [
        pytest.param("while True:\n  try: os.fork()\n  except OSError: pass", id="fork for ever"),
        pytest.param("while True:\n  if os.fork() == 0: os.setsid()", id="fork into sessions of their own"),
        pytest.param("while True: threading.Thread(target=time.sleep, args=(60,)).start()", id="start threads for ever"),
        pytest.param("while True: subprocess.Popen(['sleep', '60'], start_new_session=True)", id="start programs for ever"),
    ],
)  # fmt: skip
@ALSO_FROM_SHARED_CELLS
def test_use_up_the_processes(attack: str, unhurt: Sandbox) -> None:
    run = unhurt.run("before = 1", TRIES, attack, names=("before",), seconds=1)
    assert run.answers == {"before": 1}


@ALSO_FROM_SHARED_CELLS
def test_have_no_more_processes_than_it_may(unhurt: Sandbox) -> None:
    many = """
import os, time
started = 0
try:
    for _ in range(200):
        if os.fork() == 0:
            time.sleep(60)
        started += 1
except BlockingIOError:
    pass
"""
    most = Limits().processes
    assert most - 2 <= unhurt.run(many, names=("started",)).answers["started"] <= most


@ALSO_FROM_SHARED_CELLS
def test_leave_a_daemon_behind(unhurt: Sandbox) -> None:
    daemon = """
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        while True:
            open("/tmp/planted", "a").write("x")
            time.sleep(0.01)
    os._exit(0)
left = 1
"""
    assert unhurt.run(daemon, names=("left",)).answers == {"left": 1}


def test_answer_twice_from_a_copy_of_itself(unhurt: Sandbox) -> None:
    run = unhurt.run("import os\npid = os.fork()", "x = 1 if pid else 2", "y = 1", names=("x", "y"))
    assert run.answers == {"x": 1, "y": 1}


# Memory, disk and reports.

FILL = "bytearray(b'x') * 10_000_000"


@pytest.mark.parametrize(
    "attack",
    [
        pytest.param(f"whole = [{FILL} for _ in range(40)]\ntime.sleep(60)", id="in one process"),
        pytest.param(
            f"for _ in range(9):\n  if os.fork() == 0:\n    part = [{FILL} for _ in range(4)]\n    time.sleep(60)\n"
            "time.sleep(60)",
            id="shared out among many processes",
        ),
        pytest.param(
            f"if os.fork() == 0:\n  def hold():\n    whole = [{FILL} for _ in range(40)]\n    time.sleep(60)\n"
            "  threading.Thread(target=hold).start()\n  libc.syscall(EXIT, 0)\ntime.sleep(60)",
            id="in a process whose first thread has ended",
        ),
        pytest.param(
            "pairs = []\nfor _ in range(4):\n  if os.fork() == 0:\n    try:\n      while True: pairs += socket.socketpair()\n"
            "    except OSError: time.sleep(60)\ntime.sleep(60)",
            id="in the sockets of many processes",
        ),
        pytest.param(
            "one, other = socket.socketpair()\ntry:\n  while True:\n    pair = socket.socketpair()\n"
            "    socket.send_fds(one, [b'x'], [each.fileno() for each in pair])\nexcept OSError: pass\n"
            "kept = []\ntry:\n  while True: kept += socket.socketpair()\nexcept OSError: time.sleep(60)",
            id="in sockets that are on their way",
        ),
        pytest.param(
            "file = os.open('/dev/shm/x', os.O_RDWR | os.O_CREAT)\nos.ftruncate(file, 60_000_000)\n"
            "for _ in range(5):\n  if os.fork() == 0:\n    whole = mmap.mmap(file, 60_000_000, flags=mmap.MAP_PRIVATE)\n"
            "    whole[:] = b'x' * 60_000_000\n    time.sleep(60)\ntime.sleep(60)",
            id="in private copies of a file",
        ),
    ],
)  # fmt: skip
@ALSO_FROM_SHARED_CELLS
def test_hold_too_much_memory(attack: str, unhurt: Sandbox) -> None:
    known = "\n".join(f"{name} = {value!r}" for name, value in unhurt.numbers.items())
    run = unhurt.run("before = 1", TRIES + known, attack, names=("before",), seconds=20, memory=200_000_000)
    assert run.too_much, run
    assert run.answers == {"before": 1}


def test_fill_the_disk(unhurt: Sandbox) -> None:
    fill = f"""
import errno, os
def fill(folder):
    written = 0
    try:
        for number in range(100):
            with open(f"{{folder}}/{{number}}", "wb", 0) as file:
                written += file.write(bytes(1_000_000))
    except OSError as error:
        return [written // 1_000_000, errno.errorcode[error.errno]]
wrote = [fill(folder) for folder in ("{WORK}", "/tmp", "/dev/shm")]
"""
    run = unhurt.run(fill, names=("wrote",), disk=5_000_000)
    assert [why for _, why in run.answers["wrote"]] == ["ENOSPC"] * 3
    assert all(written <= 5 for written, _ in run.answers["wrote"])


def test_make_a_file_that_is_too_long(unhurt: Sandbox) -> None:
    run = unhurt.run(
        "import signal\nsaid = ''\ntry:\n  open('x', 'wb').truncate(10**9)\nexcept OSError as error: said = str(error.errno)",
        names=("said",),
    )
    assert run.answers == {"said": "27"}


def test_make_too_many_files(unhurt: Sandbox) -> None:
    many = """
made = 0
try:
    while True:
        open(f"/tmp/{made}", "w").close()
        made += 1
except OSError:
    pass
"""
    assert unhurt.run(many, names=("made",)).answers["made"] < 5_000


def test_print_for_ever(unhurt: Sandbox) -> None:
    run = unhurt.run(
        "before = 1\nwhile True: print('x' * 100_000)", "import os\nafter = 1", names=("after",), seconds=1
    )
    assert run.timed_out
    run = unhurt.run("for _ in range(3_000): print('x' * 100_000)", "after = 1", names=("after",), memory=200_000_000)
    assert run.answers == {"after": 1}


REPORT = """
import os
report = next(int(name) for name in os.listdir("/proc/self/fd") if os.path.exists(f"/proc/self/fd/{name}")
              and os.readlink(f"/proc/self/fd/{name}").startswith("pipe"))
"""


@pytest.mark.parametrize(
    "attack",
    [
        pytest.param("while True: os.write(report, b'x' * 60_000)", id="in one line"),
        pytest.param("while True: os.write(report, b'1\\n' * 30_000)", id="in very many lines"),
        pytest.param("while True: os.write(report, b'\\n' * 60_000)", id="in empty lines"),
    ],
)
def test_report_for_ever(attack: str, unhurt: Sandbox) -> None:
    job = Job(("before = 1", REPORT, attack), ("before",), limits=Limits(seconds=20))
    heard = unhurt.hear(job)
    assert heard.over == "stopped"
    assert len(heard.report) <= Limits().report
    assert heard.report.count(b"\n") <= Limits().lines + 65_536
    assert unhurt.read(job, heard).answers == {"before": 1}


def test_report_a_little_too_much_and_be_gone(unhurt: Sandbox) -> None:
    """The word to stop it comes too late, and must not be taken for the next hand-in's."""
    attack = """
import fcntl
fcntl.fcntl(report, 1031, 1 << 20)
written = 0
while written < 1_500_000:
    written += os.write(report, bytes(50_000))
os._exit(0)
"""
    unhurt.run("before = 1", REPORT, attack, names=("before",), report=1_000_000)
    unhurt.stop_too_late()


@ALSO_FROM_SHARED_CELLS
def test_take_the_report_away_from_whoever_reads_it(unhurt: Sandbox) -> None:
    attack = """
try:
    mine = os.open(f"/proc/self/fd/{report}", os.O_RDONLY)
    while True: os.read(mine, 1)
except OSError: pass
"""
    unhurt.run("before = 1", REPORT, attack, names=("before",), seconds=1)


# Forged results.


def test_write_forged_results_to_every_descriptor(unhurt: Sandbox) -> None:
    forge = """
import json, os
lines = [["answer", "right", "1"], ["answer", "unasked", "1"], ["verdict", "right", "passed"], ["points", 99], ["end"],
         ["over", "ended"], ["failed", 99, "x", "y", None], ["sets", 0, ["unasked"]], {"over": "ended"}, ["ready"]]
for descriptor in range(256):
    for line in lines:
        try:
            os.write(descriptor, ("\\n" + json.dumps(line) + "\\n").encode())
        except OSError:
            pass
"""
    run = unhurt.run(forge, "typed = 1", "1 / 0", names=("right", "typed"))
    # A forged answer is what typing it would have been: a value, to be judged.
    assert run.answers == {"right": 1, "typed": 1}
    assert [error.cell for error in run.errors] == [2]
    assert not run.died


def test_forge_the_end_and_go_on_for_ever(unhurt: Sandbox) -> None:
    run = unhurt.run(
        REPORT + "os.write(report, b'\\n[\"end\"]\\n')\nwhile True: pass", "x = 1", names=("x",), seconds=0.5
    )
    assert run.timed_out
    assert run.unfinished == {"x"}


FORGED: dict[str, tuple[str, Any]] = {
    "NaN": ("NaN", None),
    "Infinity": ("-Infinity", None),
    "1e999": ("1e999", float("inf")),
    "2**70": (str(2**70), Opaque("int")),
    "an integer of 10,000 digits": ("1" * 10_000, None),
    "a list that is 10,000 deep": ("[" * 10_000 + "]" * 10_000, None),
    "a list that is 10 deep": ("[" * 10 + "]" * 10, [[[[[[[Opaque("list")]]]]]]]),
    "a list of a million": ("[" + "1," * 200_000 + "1]", Opaque("list")),
    "a text of 300,000": ('"' + "x" * 300_000 + '"', "x" * 20_000),
    "half a character": (r'"\ud800"', "?"),
    "half a character as a key": (r'{"\udfff": 1}', {"?": 1}),
    "True for 1": ("true", True),
    "a tag of its own": ('{"$": "pickle", "is": "gASV"}', None),
    "a tag that is no text": ('{"$": ["x"], "is": 1}', None),
    "a type's name that is too long": (json.dumps({"$": "opaque", "is": "x" * 5_000}), Opaque("x" * 100)),
    "a key twice": ('{"a": 1, "a": 2}', {"a": 2}),
    "broken JSON": ('{"a": ', None),
    "nothing": ("", None),
    "control characters": (r'"\u0000\u001b[2J"', "\0\x1b[2J"),
}
FORGED_NAMES = {what: f"forged_{index}" for index, what in enumerate(FORGED)}


@pytest.fixture(scope="session")
def forged(sandbox: Sandbox) -> Run:
    lines = [json.dumps(["answer", FORGED_NAMES[what], text]) for what, (text, _) in FORGED.items()]
    strange = ['["answer"]', '["answer", 1, 2]', '["answer", {}, []]', '["start", 1e999]', '["start", -1]', "[" * 50_000,
               '["sets", 0, {}]', '["sets", true, [[]]]', '["failed", 0, 1, 2, 3]', "\ufeff[]", "null", "\x00\xff"]  # fmt: skip
    write = "for line in lines:\n    os.write(report, ('\\n' + line + '\\n').encode('utf-8', 'surrogatepass'))"
    return sandbox.run(REPORT, f"lines = {lines + strange!r}", write, names=tuple(FORGED_NAMES.values()))


@pytest.mark.parametrize("what", FORGED)
def test_forge(what: str, forged: Run) -> None:
    assert not forged.died
    assert not forged.too_much
    expected, got = FORGED[what][1], forged.answers.get(FORGED_NAMES[what])
    assert (got, type(got)) == (expected, type(expected))


# Objects that lie.

LIARS = """
import numpy as np, pandas as pd
class Yes:
    def __eq__(self, other): return True
    def __hash__(self): return 1
    def __bool__(self): return True
class Posing:
    __class__ = property(lambda self: float)
    def __float__(self): return 7041.0
class Indexing:
    def __index__(self): return 7041
    __int__ = __index__
class Reducing:
    def __reduce__(self): return (eval, ("__import__('os').system('touch /tmp/planted')",))
class Arraying:
    shape = ()
    def __array__(self, *args, **kwargs): return np.array(7041.0)
    def item(self): return 7041.0
class Number(float):
    def __eq__(self, other): return True
    def __sub__(self, other): return 0.0
    __rsub__ = __sub__
class Text(str):
    def __eq__(self, other): return True
    __hash__ = str.__hash__
    def __contains__(self, other): return True
class Whole(int):
    def __abs__(self): return 0
class Record(dict):
    def items(self): return [("a", 1)]
    def get(self, *args): return "b"
class Many(list):
    def __len__(self): return 1
    def __iter__(self): return iter([7041])
class Named(type):
    __name__ = property(lambda self: "float")
    __module__ = "numpy"
    __mro__ = property(lambda self: 1 / 0)
class Meta(metaclass=Named):
    shape = ()
    def item(self): return 7041
class Failing:
    def __getattribute__(self, name): raise SystemExit(3)
class Frame(pd.DataFrame): pass
eq, posing, indexing, reducing, arraying = Yes(), Posing(), Indexing(), Reducing(), Arraying()
number, text, whole, record, many, meta, failing = Number(1), Text("x"), Whole(1), Record(), Many(), Meta(), Failing()
inside = [Number(1), {"k": Yes()}]
keyed = {Text("a"): 1}
itself = []
itself.append(itself)
deep = []
for _ in range(10_000): deep = [deep]
wide = [[0] * 900] * 900
big = 2 ** 70
nan, inf = float("nan"), 1e999
true, none = True, None
surrogate = "\\ud800"
table = pd.DataFrame({"<script>": [1], "__class__": [2]})
scalar = np.float64(0.5)
array = np.array([1, 2])
generator = (each for each in range(3))
"""
LIES: dict[str, Any] = {
    "eq": Opaque("Yes"), "posing": Opaque("Posing"), "indexing": Opaque("Indexing"), "reducing": Opaque("Reducing"),
    "arraying": Opaque("Arraying"), "number": Opaque("Number"), "text": Opaque("Text"), "whole": Opaque("Whole"),
    "record": Opaque("Record"), "many": Opaque("Many"), "failing": Opaque("Failing"),
    "inside": [Opaque("Number"), {"k": Opaque("Yes")}], "keyed": Opaque("dict"), "wide": Opaque("list"),
    "itself": [[[[[[[Opaque("list")]]]]]]], "deep": [[[[[[[Opaque("list")]]]]]]], "big": Opaque("int"),
    "inf": float("inf"), "true": True, "none": None, "surrogate": "?", "table": Opaque("DataFrame"), "scalar": 0.5,
    "array": Opaque("ndarray"), "generator": Opaque("generator"),
}  # fmt: skip


@pytest.fixture(scope="session")
def lies(sandbox: Sandbox) -> Run:
    return sandbox.run(LIARS, names=(*LIES, "nan", "meta"))


@pytest.mark.parametrize("name", LIES)
def test_lie_by_an_object(name: str, lies: Run) -> None:
    got = lies.answers[name]
    assert (got, type(got)) == (LIES[name], type(LIES[name]))


def test_lie_by_a_gap_or_by_a_class_of_classes(lies: Run) -> None:
    assert lies.answers["nan"] != lies.answers["nan"]
    # A class that says it is NumPy's gains the number that it could have typed.
    assert lies.answers["meta"] in (7041, Opaque("Meta"))


PATCHES = {
    "the names that a check would use": "abs = len = float = isinstance = type = list = lambda *args: True\n"
    "roc_auc_score = lambda *args: 1.0",
    "builtins": "import builtins\nbuiltins.planted = 1\nbuiltins.abs = builtins.isinstance = lambda *args: True",
    "numpy": "import numpy\nnumpy.planted = 1\nnumpy.allclose = numpy.isclose = lambda *args, **named: True\n"
    "numpy.float64.__module__",
    "pandas": "import pandas\npandas.planted = 1\npandas.read_csv = pandas.DataFrame.equals = lambda *args, **named: True",
    "sklearn": "import sklearn.metrics\nsklearn.metrics.roc_auc_score = lambda *args: 1.0",
    "mlcurric": "import mlcurric.question.plain as plain, mlcurric.question.asking as asking\n"
    "plain.to_plain = asking.answer_of = lambda *args: 7041",
    "the cells of IPython": "get_ipython().input_transformers_cleanup.append(lambda lines: [])\n"
    "get_ipython().events.register('pre_run_cell', lambda info: 1 / 0)",
    "the shell": "get_ipython().run_cell = lambda *args, **named: None",
    "every object that reports": "import gc\nfor each in gc.get_objects():\n"
    "    if type(each).__name__ == 'Channel': each.send = lambda *message: None",
    "json": "import json\njson.planted = 1\njson.dumps = lambda *args, **named: '[\"answer\", \"after\", \"99\"]'",
    "the modules": "import sys, types\nsys.modules['planted'] = types.ModuleType('planted')\n"
    "sys.modules['numpy'] = None",
    "the environment": "import os\nos.environ['planted'] = '1'\nos.chdir('/')",
    "the trace": "import sys\nsys.settrace(lambda *args: 1 / 0)\nsys.setprofile(lambda *args: None)",
    "the exit": "import atexit, os\natexit.register(lambda: open('/tmp/planted', 'w'))\nos._exit = lambda code: None",
}  # fmt: skip


@pytest.mark.parametrize("what", PATCHES)
@ALSO_FROM_SHARED_CELLS
def test_patch(what: str, unhurt: Sandbox) -> None:
    """Nobody's answer but its own is touched, and the next hand-in, from the same warm parent, finds nothing of it."""
    run = unhurt.run("before = 1", PATCHES[what], "after = 2", names=("before", "after"), seconds=5)
    assert run.answers["before"] == 1
    assert run.answers.get("after", 2) in (2, 7041, 99), "no more than could have been typed"


def test_answer_a_function_that_cheats(unhurt: Sandbox) -> None:
    cheats = {
        "sees": "def sees(n):\n    import sys\n    return str(sys._getframe(1).f_locals)[:100].count('expected')",
        "loops": "def loops(n):\n    while True:\n        try:\n            while True: pass\n        except Exception: pass",
        "leaves": "def leaves(n):\n    raise SystemExit(0)",
        "lies": "class Yes(float):\n    def __eq__(self, other): return True\ndef lies(n):\n    return Yes(1)",
        "names": "import pandas as pd\ndef names(n):\n    return pd.DataFrame({'\\ud800<script>': [1], 2**70: [2**70]})",
        "object_": "class Called:\n    __code__ = property(lambda self: 1 / 0)\n    def __call__(self, n): return n\n"
        "object_ = Called()",
    }
    run = unhurt.run(*cheats.values(), names=tuple(cheats), calls={name: [{"n": 3}] for name in cheats}, seconds=20)
    asked = {name: run.answers[name]["asked"][0] for name in cheats if name in run.answers and name != "object_"}
    assert asked["sees"] == {"gave": 0, "type": "int"}
    assert asked["loops"] == {"endless": True}
    assert asked["leaves"]["raised"] == "SystemExit"
    assert asked["lies"]["gave"] == Opaque("Yes")
    assert "?<script>" in asked["names"]["gave"]


# The next hand-in.


@ALSO_FROM_SHARED_CELLS
def test_plant_start_up_files_for_the_next(unhurt: Sandbox) -> None:
    plant = """
import os, pathlib, sys
home = pathlib.Path.home()
for name in (".ipython/profile_default/startup/00.py", "tmp/ipython/profile_default/startup/00.py", "sitecustomize.py",
             "usercustomize.py", ".pythonrc.py", "numpy.py", "pandas.py", "mlcurric/__init__.py", "matplotlibrc",
             ".config/matplotlib/matplotlibrc", ".config/pip/pip.conf", ".local/lib/python3.11/site-packages/x.pth"):
    for root in (home, pathlib.Path("/tmp"), pathlib.Path("/dev/shm"), pathlib.Path("/tmp/ipython"), *map(pathlib.Path, sys.path)):
        try:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text("import builtins; builtins.planted = 1")
        except OSError:
            pass
planted = 1
"""
    assert unhurt.run(plant, names=("planted",)).answers == {"planted": 1}


@ALSO_FROM_SHARED_CELLS
def test_leave_a_file_in_every_folder_of_every_mount(unhurt: Sandbox) -> None:
    leave = """
import os
wrote = []
for folder, folders, _ in os.walk("/"):
    if folder == "/proc":
        folders[:] = ["1", "sys", "self"]
    folders[:] = [name for name in folders if name not in ("task", "fd", "map_files", "fdinfo", "cwd", "root")
                  and folder.count("/") < 5]
    for act in (lambda: os.mkdir(f"{folder}/planted"), lambda: os.utime(folder, (1, 1)), lambda: os.chmod(folder, 0o777)):
        try:
            act()
            wrote.append(folder)
        except OSError:
            pass
wrote = sorted({folder for folder in wrote if "planted" not in folder})
"""
    run = unhurt.run(leave, names=("wrote",), seconds=60)
    assert run.answers == {"wrote": ["/dev/shm", WORK, "/tmp"]}


@ALSO_FROM_SHARED_CELLS
def test_leave_semaphores_and_locks_behind(unhurt: Sandbox) -> None:
    leave = """
import fcntl, multiprocessing
semaphore = multiprocessing.Semaphore(3)
lock = open("/mlcurric/library/mlcurric/__init__.py")
try:
    fcntl.flock(lock, fcntl.LOCK_EX)
except PermissionError:
    left = "refused"
import os, time
if os.fork() == 0: time.sleep(60)
"""
    again = "import multiprocessing; semaphore = multiprocessing.Semaphore(3); free = 1"
    # Two hand-ins that run at once could signal each other by a lock on a file of both.
    assert unhurt.run(leave, names=("left",)).answers == {"left": "refused"}
    assert unhurt.run(again, names=("free",)).answers == {"free": 1}


TELL_BY_A_LOCK = """
import fcntl, os, struct
def asked(file, command):
    lock = struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, 40, 1, 0)
    return struct.unpack("hhqqi4x", fcntl.fcntl(file, command, lock))[0] == fcntl.F_WRLCK
heard = []
for path in ("/mlcurric/library/mlcurric/__init__.py", "/mlcurric/packages/numpy/__init__.py"):
    for get, set in ((fcntl.F_GETLK, fcntl.F_SETLK), (fcntl.F_OFD_GETLK, fcntl.F_OFD_SETLK)):
        ready, done = os.pipe(), os.pipe()
        with open(path) as file:
            before = asked(file, get)
        if os.fork() == 0:
            with open(path) as file:
                fcntl.fcntl(file, set, struct.pack("hhqqi4x", fcntl.F_RDLCK, 0, 40, 1, 0))
                os.write(ready[1], b"x")
                os.read(done[0], 1)
            os._exit(0)
        os.read(ready[0], 1)
        with open(path) as file:
            heard.append(asked(file, get) is not before)
        os.write(done[1], b"x")
"""


@ALSO_FROM_SHARED_CELLS
def test_tell_another_hand_in_by_locks_on_a_file_that_both_read(unhurt: Sandbox) -> None:
    assert unhurt.run(TELL_BY_A_LOCK, names=("heard",)).answers == {"heard": [False] * 4}


@ALSO_FROM_SHARED_CELLS
def test_keep_a_table_in_sqlite_where_locks_are_nobody_s_business(unhurt: Sandbox) -> None:
    work = """
import sqlite3
with sqlite3.connect("own.sqlite") as base:
    base.execute("create table t (a)")
    base.executemany("insert into t values (?)", [(n,) for n in range(5)])
(total,) = sqlite3.connect("own.sqlite").execute("select sum(a) from t").fetchone()
"""
    assert unhurt.run(work, names=("total",)).answers == {"total": 10}


@ALSO_FROM_SHARED_CELLS
def test_take_a_larger_share_of_the_processor_in_a_session_of_its_own(unhurt: Sandbox) -> None:
    session = "import os\nbefore = os.getsid(0)"
    alike = "pid = os.fork()\nif pid == 0:\n    os.setsid(); os._exit(int(os.getsid(0) != before))\nalike = os.waitpid(pid, 0)[1] == 0"
    assert unhurt.run(session, alike, names=("alike",)).answers == {"alike": True}


@ALSO_FROM_SHARED_CELLS
def test_leave_a_time_on_a_device(unhurt: Sandbox) -> None:
    leave = """
import os
written = []
for device in ("full", "null", "random", "tty", "urandom", "zero"):
    try:
        os.utime(f"/dev/{device}")
        written.append(device)
    except OSError:
        pass
"""
    assert unhurt.run(leave, names=("written",)).answers == {"written": []}


@ALSO_FROM_SHARED_CELLS
def test_watch_who_opens_a_shared_file(unhurt: Sandbox) -> None:
    watch = """
import fcntl, os
shared, refused = os.open("/mlcurric/tables", os.O_RDONLY), []
for command in (fcntl.F_NOTIFY, fcntl.F_SETLEASE):
    try:
        fcntl.fcntl(shared, command, 1)
    except PermissionError:
        refused.append(command)
refused = len(refused)
"""
    assert unhurt.run(watch, names=("refused",)).answers == {"refused": 2}


@ALSO_FROM_SHARED_CELLS
def test_close_the_terminals_to_the_next(unhurt: Sandbox) -> None:
    unhurt.run("import os\nos.chmod('/dev/pts/ptmx', 0)", "os.chmod('/dev/pts', 0)")


@ALSO_FROM_SHARED_CELLS
def test_pass_a_descriptor_on_to_the_next(unhurt: Sandbox) -> None:
    leave = """
import os, socket
server = socket.socket(socket.AF_UNIX)
server.bind("\\0planted")
server.listen()
client = socket.socket(socket.AF_UNIX)
client.connect("\\0planted")
socket.send_fds(client, [b"x"], [1, 2])
left = 1
"""
    find = "import socket\ntry:\n  socket.socket(socket.AF_UNIX).connect('\\0planted')\nexcept OSError as error: said = error.errno"
    assert unhurt.run(leave, names=("left",)).answers == {"left": 1}
    assert unhurt.run(find, names=("said",)).answers == {"said": 111}


# The walls themselves.


def test_every_call_that_reaches_out_is_refused(sandbox: Sandbox) -> None:
    numbers = sandbox.numbers_of(NEVER)
    run = sandbox.run(
        TRIES,
        f"allowed = {{name: tried(lambda: call(libc.syscall, number, -1, -1, -1, -1, -1, -1))"
        f" for name, number in {numbers!r}.items()}}",
        "allowed = {name: said for name, said in allowed.items() if said != 'EPERM'}",
        names=("allowed",),
    )
    assert len(numbers) > 50
    assert run.answers == {"allowed": {}}


def test_advice_about_files_that_all_read_is_passed_over(sandbox: Sandbox) -> None:
    """Each is asked what it would refuse as wrong, and says nothing: it was never looked at."""
    numbers = {name: (number, -1, 0, 0, 0) for name, number in sandbox.numbers_of(IGNORED).items()}
    madvise = sandbox.numbers_of(["madvise"])["madvise"]
    numbers |= {f"madvise {advice}": (madvise, 1, 0, advice) for advice in (20, 21)}
    run = sandbox.run(
        TRIES,
        f"said = {{name: tried(lambda: call(libc.syscall, *asked)) for name, asked in {numbers!r}.items()}}",
        f"other = tried(lambda: call(libc.syscall, {madvise}, 1, 0, 4))",
        names=("said", "other"),
    )
    assert {"sync", "readahead", "madvise 20"} <= numbers.keys()
    assert run.answers == {"said": dict.fromkeys(numbers, "done"), "other": "EINVAL"}


@ALSO_FROM_SHARED_CELLS
def test_leave_a_mark_in_the_memory_of_files_that_all_read(unhurt: Sandbox) -> None:
    evict = """
import json, os
file = os.open(json.__file__, os.O_RDONLY)
os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
dropped = 1
"""
    Path(json.__file__).read_bytes()
    assert unhurt.run(evict, names=("dropped",)).answers == {"dropped": 1}
    with open(json.__file__, "rb") as file:
        assert os.preadv(file.fileno(), [bytearray(16)], 0, os.RWF_NOWAIT) == 16


def test_no_capability_no_privilege_no_way_back(sandbox: Sandbox) -> None:
    run = sandbox.run(
        "told = {line.split(':')[0]: line.split()[1] for line in open('/proc/self/status') if len(line.split()) > 1}",
        "import resource\ncore = list(resource.getrlimit(resource.RLIMIT_CORE))",
        "kept = {name: told[name] for name in ('CapInh', 'CapPrm', 'CapEff', 'CapAmb', 'NoNewPrivs', 'Seccomp', 'Uid')}",
        "oom = open('/proc/self/oom_score_adj').read().strip()",
        names=("kept", "core", "oom"),
    )
    none = "0" * 16
    assert run.answers["kept"] == {
        "CapInh": none, "CapPrm": none, "CapEff": none, "CapAmb": none, "NoNewPrivs": "1", "Seccomp": "2", "Uid": "65534",
    }  # fmt: skip
    assert run.answers["core"] == [1, 1], "1 keeps even a program named by core_pattern from being given one"
    assert run.answers["oom"] == "1000"


def what_fails(sandbox: Sandbox, outside: dict[str, Any]) -> dict[str, str]:
    """Those of ``REFUSED`` that were not refused, and the attack on the warm parent where the next hand-in was hurt."""
    said = refusals_of(sandbox, outside)
    failed = {attack: str(said[attack]) for attack in REFUSED if said[attack] not in REFUSED[attack][1]}
    sandbox.run("import os\nos.setpriority(os.PRIO_PGRP, 0, 19)\nos.kill(0, 9)")
    found = sandbox.run(HONEST, names=HONEST_FINDS).answers
    return failed if found == UNHURT else failed | {"hurt the next": str(found)}


def test_the_other_bubblewrap_holds_as_well(sandbox: Sandbox, outside: dict[str, Any]) -> None:
    if (bwrap := other_bwrap()) is None:
        pytest.skip("there is only one bubblewrap here")
    with Sandbox(bwrap) as other:
        assert what_fails(other, outside) == {}


AS_USER = """
import json
from grading.sandboxed import Sandbox, other_bwrap
from grading.test_attacks import what_fails
failed = {}
for bwrap in {None, other_bwrap()}:
    with Sandbox(bwrap) as sandbox:
        failed |= what_fails(sandbox, given)
print(json.dumps(failed))
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="the other tests run as an ordinary user already")
def test_it_holds_where_an_ordinary_user_grades(sandbox: Sandbox, outside: dict[str, Any]) -> None:
    assert as_ordinary_user(AS_USER, outside) == {}
