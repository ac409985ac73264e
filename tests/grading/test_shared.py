"""The shared beginning: a hand-in that goes on from there reports what it reports when all of it is run."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import psutil
import pytest
from grading import running
from grading.inline import InlineCourt

from mlcurric.curriculum import Lesson, content, exercise_path, lessons
from mlcurric.grading.guest import watch
from mlcurric.grading.guest.limits import Limits
from mlcurric.grading.reading.collect import exercises
from mlcurric.grading.running.beginnings import SHARED, shared_cells
from mlcurric.grading.running.job import Heard, Job
from mlcurric.grading.running.run_report import read_report
from mlcurric.grading.sandbox.launch import NoSandbox, find_tools
from mlcurric.grading.sandbox.worker import Worker
from mlcurric.question.asking import Call
from mlcurric.questions import question_set
from mlcurric.text import LANGUAGES

NAMES = ("a", "b", "c")
FIRST = "# run me\nimport numpy as np\nrows = np.arange(3)\nrows"


@pytest.fixture(scope="module", autouse=True)
def worker() -> None:
    """Where no sandbox can be had these are skipped, visibly, and never with ``CI=true``."""
    try:
        running.sandboxed()
    except NoSandbox as missing:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(missing))


def built(lesson: Lesson, lang: str, version: str = "") -> tuple[str, ...]:
    path: Path = content() / "exercises" / version / lang / exercise_path(lesson)
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return tuple("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")


def hear(cells: tuple[str, ...], shared: int, names: tuple[str, ...] = NAMES, **told: object) -> Heard:
    return running.sandboxed().run(Job(cells, names, limits=Limits(seconds=60), shared=shared, **told))


def both(*cells: str, shared: int = 1, names: tuple[str, ...] = NAMES) -> dict[str, object]:
    """The answers of a hand-in of which the first cells are shared, the same as when all of it is run."""
    full, gone_on = (hear(cells, count, names) for count in (0, shared))
    assert gone_on == full
    return dict(read_report(Job(cells, names), gone_on).answers)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("lesson", [one for one in lessons() if one.id in exercises()], ids=lambda one: one.id)
def test_every_exercise_reports_the_same_in_full_and_from_its_shared_beginning(lesson: Lesson, lang: str) -> None:
    court = InlineCourt()
    names = tuple(question.name for question in question_set(lesson.id).graded)
    calls: dict[str, list[Call]] = court.calls(lesson.id)
    for version in ("", "solved"):
        cells = built(lesson, lang, version)
        shared = shared_cells(lesson.id, cells)
        assert shared
        full, gone_on = (hear(cells, count, names, calls=calls, tables=court.tables) for count in (0, shared))
        assert gone_on.over == "ended"
        assert gone_on == full


def test_a_module_that_a_cell_writes_is_imported_and_gone_with_its_hand_in() -> None:
    find = "try:\n    import helper\n    a = helper.x\nexcept ImportError:\n    a = 'none'"
    assert both(FIRST, find, "open('helper.py', 'w').write('x = 7')", find) == {"a": 7}
    assert both(FIRST, find) == {"a": "none"}


def test_a_hand_in_begins_as_its_exercise_does_byte_for_byte() -> None:
    first, second, *rest = built(lessons()[0], "ja")
    assert shared_cells("1-1", (first, second, *rest)) == 2
    assert shared_cells("1-1", (first, f"{second} ", *rest)) == 1
    assert shared_cells("1-1", (f"{first}\n", second, *rest)) == 0
    assert shared_cells("1-1", (second, first)) == 0
    assert shared_cells("1-1", ("", first, second)) == 0
    assert shared_cells("1-1", (first,)) == 1
    assert shared_cells("1-1", ()) == shared_cells("1-2", (first,)) == shared_cells("no-such", (first,)) == 0


def test_no_cell_that_a_learner_edits_is_shared() -> None:
    for lesson in lessons():
        for lang in LANGUAGES:
            path = content() / "exercises" / lang / exercise_path(lesson)
            if not path.exists():
                continue
            tags = [cell["metadata"].get("tags", []) for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]
            assert sum(SHARED in each for each in tags) == shared_cells(lesson.id, built(lesson, lang)) > 0
            assert not [each for each in tags if SHARED in each and {"change", "answer", "check"} & set(each)]


def test_what_a_cell_before_left_is_there() -> None:
    history = "a = [In[1], Out[1].tolist(), _.tolist(), _i, len(In)]\nb = get_ipython().execution_count"
    assert both(FIRST, history)["a"] == [FIRST, [0, 1, 2], [0, 1, 2], FIRST, 3]
    settings = "import os, sys\nos.environ['X'] = '1'\nsys.path.append('x')"
    assert both(settings, "a = [os.environ['X'], sys.path[-1]]") == {"a": ["1", "x"]}
    draw = "import matplotlib.pyplot as plt\nfigure, chart = plt.subplots()\nchart.bar(['x'], [1])\nplt.show()"
    assert both(draw, "a = chart\nb = plt.get_fignums()\nc = plt.rcParams['figure.dpi']")["b"] == []
    assert both("rows = [1]", "import os\na = [os.getpid(), os.getcwd(), os.listdir()]\nb = rows")["b"] == [1]


def test_cells_that_are_shared_are_run_once() -> None:
    cells = ("import time\nwhen = time.monotonic_ns()", "a = when")
    assert hear(cells, 1) == hear(cells, 1) != hear(cells, 0)


def test_luck_is_the_same_in_every_run_whoever_set_it() -> None:
    draws = "a, b = [random.random(), np.random.random()], [np.random.default_rng().random(), random.randrange(10**9)]"
    both("import random, numpy as np\nrandom.seed(7)\nnp.random.seed(7)\nrandom.random()", draws)
    both("import random, numpy as np", draws)
    both("import random, numpy as np\nrandom.random()\nnp.random.random()", draws)
    unseeded = ("import random, numpy as np", draws, "c = [hash('leaver'), list(set('abcdefgh'))]")
    heard = {hear(unseeded, shared).report for shared in (0, 1, 0, 1)}
    # And in the process of another worker.
    with closing(Worker(find_tools(), running.a_place())) as another:
        heard.add(another.run(Job(unseeded, NAMES, limits=Limits(seconds=60))).report)
    assert len(heard) == 1


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("1 / 0", "a = 1"), ("a = 1", "b = a"), ("globals()['a'] = 1", "b = a"), ("import os\nos._exit(0)", "a = 1"),
        ("import threading, time\nthreading.Thread(target=time.sleep, args=(60,), daemon=True).start()", "a = threading.active_count()"),
        ("import os\nif os.fork() == 0: __import__('time').sleep(60)", "a = 1"),
        ("file = open('left', 'w')", "import os\na = os.listdir()"),
        ("open('left', 'w').write('x')", "import os\na = os.listdir()"),
        ("open('/dev/shm/left', 'w').write('x')", "import os\na = os.listdir('/dev/shm')"),
        ("import os\nopen('left', 'w').close()\nos.remove('left')\nleft = os.pipe()", "os.write(left[1], b'x')\na = os.read(left[0], 1) == b'x'"),
        ("import os\nos.chdir('/')", "a = os.getcwd()"),
        ("x" * 70_000 + " = 1", "a = 1"),
    ],
)  # fmt: skip
def test_a_beginning_that_a_fork_does_not_inherit_is_run_in_full(first: str, then: str) -> None:
    both(first, then)
    assert both("rows = 1", "b = rows") == {"b": 1}, "the next is unhurt"


def test_a_beginning_without_end_costs_its_time_limit_and_is_run_in_full() -> None:
    job = Job(("while True: pass", "a = 1"), NAMES, limits=Limits(seconds=2), shared=1)
    assert read_report(job, running.sandboxed().run(job)).timed_out
    assert both("rows = 1", "b = rows") == {"b": 1}


PLANTED = """
import builtins, gc, os, sys, threading, time
import numpy as np
np.arange = rows[:] = 7
os.environ["PLANTED"] = sys.path[:0] = builtins.planted = "x"
os.chdir("/tmp")
for place in ("/tmp", "/dev/shm", os.environ["HOME"]):
    open(f"{place}/planted", "w").write("x")
threading.Thread(target=time.sleep, args=(60,)).start()
if os.fork() == 0:
    time.sleep(60)
a = len(os.listdir("/tmp"))
"""
FOUND = """
import builtins, os, threading
a = [rows.tolist(), np.arange(2).tolist(), "PLANTED" in os.environ, hasattr(builtins, "planted")]
b = [os.path.exists(f"{place}/planted") for place in ("/tmp", "/dev/shm", os.environ["HOME"])]
c = [threading.active_count(), sum(name.isdigit() for name in os.listdir("/proc")), os.getcwd() == os.environ["HOME"]]
"""


def test_what_a_hand_in_plants_the_next_from_the_same_beginning_does_not_find() -> None:
    before = hear((FIRST, FOUND), 1)
    planted = hear((FIRST, PLANTED), 1)
    assert read_report(Job((FIRST, PLANTED), NAMES), planted).answers == {"a": 1}
    assert hear((FIRST, FOUND), 1) == before
    found = read_report(Job((FIRST, FOUND), NAMES), before).answers
    assert found == {"a": [[0, 1, 2], [0, 1], False, False], "b": [False] * 3, "c": [1, 1, True]}


def test_more_beginnings_than_are_kept_and_back_again() -> None:
    for number in (*range(7), 0):
        assert both(f"rows = {number}", "a = rows") == {"a": number}


def test_a_primed_parent_that_is_gone_is_replaced() -> None:
    cells = ("import time\nrows = time.monotonic_ns()", "a = rows")
    first = hear(cells, 1)
    below = psutil.Process(running.sandboxed()._process.pid).children(recursive=True)
    for primed in [process for process in below if not process.children()]:
        waits = primed.parent()
        primed.kill()
        while waits.status() != psutil.STATUS_ZOMBIE:
            continue
    again = hear(cells, 1)
    assert again.over == first.over == "ended"
    assert again != first
    assert hear(cells, 1) == again


def test_memory_is_counted_from_the_beginning_on() -> None:
    cells = ("rows = bytearray(300_000_000)", "a = len(rows)")
    job = Job(cells, NAMES, limits=Limits(seconds=60, memory=200_000_000), shared=1)
    assert read_report(job, running.sandboxed().run(job)).answers == {"a": 300_000_000}
    more = Job((cells[0], "more = bytearray(b'x' * 250_000_000)\na = 1"), NAMES, limits=job.limits, shared=1)
    held = read_report(more, running.sandboxed().run(more))
    assert (held.answers, held.too_much or bool(held.errors)) == ({}, True)


@pytest.mark.parametrize(("passed", "waited", "over"), [(4, 0, False), (10, 6, False), (10, 4, True), (16, 100, True)])
def test_what_others_took_of_the_processor_is_not_counted_up_to_three_times_the_limit(
    passed: float, waited: float, over: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "waited", lambda task: waited)
    monkeypatch.setattr(watch.time, "monotonic", lambda: 1_000.0 + passed)
    assert watch._is_over(1_000.0, 1, Limits(seconds=5)) is over


_TWO = "import os, time; inner = os.fork(); print(os.getpid(), flush=True) if not inner else None; time.sleep(600)"


def test_the_process_that_runs_the_cells_is_asked_how_long_it_waited(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(watch, "waited", lambda task: asked.append(task) or 0.0)
    told, tell = os.pipe()
    os.close(tell)
    limits = Limits(seconds=0.5, cpu_seconds=1e9, memory=10**15)
    here, there = socket.socketpair()
    # As in namespaces of its own: the one that was asked forks the one that runs the cells, and waits for it.
    with here, there, subprocess.Popen([sys.executable, "-c", _TWO], stdout=subprocess.PIPE, text=True) as outer:
        cells = outer.stdout.readline().strip()
        try:
            assert watch._watch(here, outer.pid, told, time.monotonic(), 0, limits) == "time"
        finally:
            os.kill(int(cells), signal.SIGKILL)
            outer.kill()
            os.close(told)
    assert set(asked) == {cells} != {str(outer.pid)}


def test_many_processes_share_one_limit_of_the_processor() -> None:
    cell = "import os\nfor _ in range(3): os.fork()\nwhile True: pass"
    job = Job((cell,), NAMES, limits=Limits(seconds=60, cpu_seconds=2))
    assert read_report(job, running.sandboxed().run(job)).timed_out
