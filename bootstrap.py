# -*- coding: utf-8 -*-
"""Make .venv, or bring it up to date: ``python bootstrap.py lab`` or ``python bootstrap.py test``.

Any Python runs this file, even 2.7: one that is too old must still be able to say so. Hence no f-strings, no
annotations, and nothing but the standard library.
"""

from __future__ import print_function, unicode_literals

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from bootstrap_texts import MISSING_PACKAGE, SIGNS, say, text

OLDEST = (3, 11)
NAMES = ["python3.13", "python3.12", "python3.11", "python3.14", "python3", "python"]
EXTRAS = ("lab", "test")

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
PYTHON = os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")
STAMP = os.path.join(VENV, "mlcurric-stamp.json")
UNFINISHED = os.path.join(VENV, "mlcurric-unfinished")
# Relative to HERE, where pip runs: pip splits a path in PIP_CONSTRAINT at its spaces.
CONSTRAINTS = "constraints.txt"


class CannotInstall(Exception):
    """Why it did not work: a key of TEXTS, and what its sentence names."""

    def __init__(self, why, **names):
        super().__init__(why)
        self.why = why
        self.names = names


def newer_python():
    """The first Python on the PATH that is new enough and really runs; a shim of a version manager may not."""
    for name in NAMES:
        try:
            answer = subprocess.check_output(
                [name, "-c", "import sys; print(sys.version_info >= {})".format(OLDEST)], stderr=subprocess.STDOUT
            )
        except (OSError, subprocess.CalledProcessError):
            continue
        if answer.strip() == b"True":
            return name
    return None


def wanted_stamp(extra):
    """What an environment in step looks like; None where .venv has no Python that runs and is new enough."""
    ask = "import sys; print(sys.version.split()[0]); sys.exit(sys.version_info < {})".format(OLDEST)
    try:
        version = subprocess.check_output([PYTHON, "-c", ask], stderr=subprocess.STDOUT)
    except (OSError, subprocess.CalledProcessError):
        return None
    digest = hashlib.sha256()
    for name in ("pyproject.toml", "constraints.txt"):
        with open(os.path.join(HERE, name), "rb") as file:
            digest.update(file.read())
    return {"pins": digest.hexdigest(), "python": version.decode().strip(), "place": HERE, "extra": extra}


def stamp():
    try:
        with open(STAMP, encoding="utf-8") as file:
            found = json.load(file)
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def in_step(extra):
    found, wanted = stamp(), wanted_stamp(extra)
    # [test] has everything of [lab].
    return wanted is not None and found in (wanted, dict(wanted, extra="test")) and installed_from_here()


def installed_from_here():
    """Whether .venv runs this folder's mlcurric; somebody may have installed a copy since."""
    ask = "import importlib.util as u; print(u.find_spec('mlcurric').origin)"
    try:
        origin = subprocess.check_output([PYTHON, "-I", "-c", ask], stderr=subprocess.STDOUT)
    except (OSError, subprocess.CalledProcessError):
        return False
    return os.path.realpath(origin.decode().strip()).startswith(os.path.realpath(HERE) + os.sep + "mlcurric")


def make_venv(log):
    """A .venv to install into: the one that is there if it is whole, else a new one."""
    moved = stamp().get("place", HERE) != HERE
    if os.path.exists(UNFINISHED) or moved or wanted_stamp("") is None:
        if os.path.islink(VENV) or os.path.isfile(VENV):
            os.remove(VENV)
        elif os.path.isdir(VENV):
            shutil.rmtree(VENV)
        os.mkdir(VENV)
        mark_unfinished()
        run([sys.executable, "-m", "venv", VENV], log)
    else:
        mark_unfinished()
        # Other tools make a .venv without pip.
        run([PYTHON, "-m", "ensurepip"], log)


def mark_unfinished():
    with open(UNFINISHED, "w", encoding="utf-8") as file:
        file.write("A bootstrap that finds this file starts over.\n")


def install(extra, log):
    run(
        [PYTHON, "-m", "pip", "install", "--compile", "--no-input", "--only-binary=:all:", "--constraint", CONSTRAINTS]
        + ["--editable", ".[{}]".format(extra)],
        log,
    )
    # pip compiles what it installs, and not what an editable install points at.
    run([PYTHON, "-m", "compileall", "-q", os.path.join(HERE, "mlcurric")], log)


def clean_environment():
    """The environment of pip, without what would lead it to another place than .venv or to other versions."""
    env = dict(os.environ)
    for name in (
        "PYTHONHOME",
        "PYTHONPATH",
        "PIP_TARGET",
        "PIP_PREFIX",
        "PIP_ROOT",
        "PIP_NO_BINARY",
        "__PYVENV_LAUNCHER__",
    ):
        env.pop(name, None)
    # The first is for the build environment of older pips, the second for that of pip 25.3 and later.
    env.update(PIP_CONSTRAINT=CONSTRAINTS, PIP_BUILD_CONSTRAINT=CONSTRAINTS, PIP_USER="0")
    env.update(PIP_DISABLE_PIP_VERSION_CHECK="1", PYTHONUNBUFFERED="1", PYTHONUTF8="1")
    return env


def run(command, log):
    """Run a command, show that something happens, and keep its words in the log.

    Raises:
        CannotInstall: with the reason its words give.
    """
    process = subprocess.Popen(
        command,
        cwd=HERE,
        env=clean_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    lines = []

    def listen():
        for raw in process.stdout:
            lines.append(raw.decode("utf-8", "replace"))
            log.keep(lines[-1])

    listener = threading.Thread(target=listen)
    listener.daemon = True
    listener.start()
    began = time.time()
    try:
        while listener.is_alive():
            listener.join(0.5)
            log.tick(lines[-1] if lines else "", time.time() - began)
        process.wait()
    except BaseException:
        process.terminate()
        process.wait()
        raise
    finally:
        log.end_tick()
    if process.returncode:
        raise reason("".join(lines))


def reason(words):
    """The reason that pip's or venv's words give, as a CannotInstall."""
    python = "{}.{}".format(*sys.version_info[:2])
    words = " ".join(words.split())
    if shutil.disk_usage(HERE).free < 10**7:
        # On a full disk, venv speaks of ensurepip and pip of whatever it wrote last.
        return CannotInstall("disk", place=HERE)
    package = MISSING_PACKAGE.search(words)
    for why, signs in SIGNS:
        if any(sign in words for sign in signs):
            return CannotInstall(why, place=HERE, python=python)
    if package:
        return CannotInstall("no_package", package=package.group(1), python=python)
    return CannotInstall("unknown")


class Log:
    """install.log, or a temporary file where the project's folder cannot be written; and the sign of life."""

    def __init__(self):
        self.shown = sys.stderr.isatty()
        self.width = 0
        try:
            self.file = open(os.path.join(HERE, "install.log"), "wb", buffering=0)
        except OSError:
            self.file = tempfile.NamedTemporaryFile(prefix="mlcurric-", suffix=".log", delete=False, buffering=0)

    def keep(self, line):
        # A full disk must not hide its own message.
        with contextlib.suppress(OSError):
            self.file.write(line.encode("utf-8"))

    def tick(self, line, seconds):
        if self.shown:
            shown = "  {:3.0f} s  {}".format(seconds, line.strip())[:78]
            say_in_place(shown.ljust(self.width))
            self.width = len(shown)

    def end_tick(self):
        if self.shown and self.width:
            say_in_place(" " * self.width)
            say_in_place("")
            self.width = 0


def say_in_place(line):
    sys.stderr.write("\r" + line)
    sys.stderr.flush()


def only_one():
    """Hold a lock for as long as this process lives, where the system has one."""
    try:
        import fcntl
    except ImportError:
        return None
    lock = open(os.path.join(HERE, "pyproject.toml"), "rb")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise CannotInstall("busy")
    except OSError:
        pass  # Some network drives have no locks.
    return lock


def bring_up_to_date(extra):
    if in_step(extra):
        return
    lock = only_one()
    log = Log()
    began = time.time()
    say(text("installing"))
    try:
        make_venv(log)
        install(extra, log)
        with open(STAMP, "w", encoding="utf-8") as file:
            json.dump(wanted_stamp(extra), file)
        os.remove(UNFINISHED)
    except CannotInstall as error:
        error.names["log"] = log.file.name
        raise
    except OSError as error:
        log.keep("{}\n".format(error))
        found = reason(str(error))
        found.names["log"] = log.file.name
        raise found
    finally:
        log.file.close()
        if lock:
            lock.close()
    say(text("installed", seconds=int(time.time() - began)))


def main(arguments):
    if len(arguments) != 1 or arguments[0] not in EXTRAS:
        say(text("usage"))
        return 2
    if sys.version_info < OLDEST:
        newer = newer_python()
        if newer:
            return subprocess.call([newer, os.path.abspath(__file__)] + arguments)
        say(text("too_old", found="{}.{}".format(*sys.version_info[:2])))
        return 1
    try:
        bring_up_to_date(arguments[0])
    except CannotInstall as error:
        sentence = text(error.why, **error.names)
        log = error.names.get("log")
        say(sentence + (text("log", log=log) if log else ""))
        return 1
    except KeyboardInterrupt:
        say(text("stopped"))
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
