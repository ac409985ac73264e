"""Whether hand-ins can be graded here; one line, which costs a learner who never grades neither time nor worry."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from mlcurric.text import T
from mlcurric.workplace.finding import Finding, Status
from mlcurric.workplace.libraries import installed

SECONDS = 90
# A program of its own: whatever goes wrong in it, the doctor goes on.
_COMMAND = (sys.executable, "-P", "-m", "mlcurric.grading.chain")
_WHAT = T("Grading", "採点")
_OTHER_SYSTEM = {
    "darwin": T(
        "only on Linux; whoever grades on a Mac does it in a Linux machine of Lima",
        "採点には Linux が必要です(採点する人だけ)。Mac では Lima の Linux の中で使えます",
    ),
    "win32": T(
        "only on Linux; whoever grades on Windows does it in WSL2",
        "採点には Linux が必要です(採点する人だけ)。Windows では WSL2 の中で使えます",
    ),
}
_NOT_SET_UP = T(
    "not set up; only whoever grades hand-ins needs it: “py -m pip install mlcurric[grade]”",
    "準備されていません。必要なのは提出物を採点する人だけです(「py -m pip install mlcurric[grade]」)",
)
_NO_ANSWER = T("could not be tried: {why}", "確かめられませんでした: {why}")
_LOOK = T(
    "Whoever grades: run “{command}” and read what it says. Learners need not mind.",
    "採点する人は「{command}」を実行し、表示を確かめてください。学習者は気にしなくて大丈夫です。",
)
_FOR_GRADERS = T("{do} Learners need not mind.", "{do}学習者は気にしなくて大丈夫です。")


def grading(_: Path) -> Iterator[Finding]:
    """Try the whole chain of grading where its libraries are installed; whatever is broken is no learner's problem."""
    if other := _OTHER_SYSTEM.get(sys.platform):
        yield Finding(_WHAT, Status.OK, other)
        return
    if not installed("pyseccomp"):
        yield Finding(_WHAT, Status.OK, _NOT_SET_UP)
        return
    try:
        done = subprocess.run(
            _COMMAND, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", timeout=SECONDS,
            check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        yield _not_tried(str(error))
        return
    try:
        found = json.loads(done.stdout)
        says, do = T(**found["says"]), T(**found["do"]) if found["do"] else None
    except (ValueError, KeyError, TypeError):
        yield _not_tried((done.stderr.strip().splitlines() or [str(done.returncode)])[-1])
        return
    if do is None:
        yield Finding(_WHAT, Status.OK, says)
    else:
        yield Finding(_WHAT, Status.WARNING, says, _FOR_GRADERS.format(do=do))


def _not_tried(why: str) -> Finding:
    look = _LOOK.format(command="python -m mlcurric.grading.chain")
    return Finding(_WHAT, Status.WARNING, _NO_ANSWER.format(why=why[:200]), look)
