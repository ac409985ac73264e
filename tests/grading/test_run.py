"""What a run brings back of well-behaved, broken and hostile notebooks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from grading import running
from IPython.core.inputtransformer2 import TransformerManager

from mlcurric.grading.running import run_report, trusting
from mlcurric.grading.running.job import Lost, Runner
from mlcurric.grading.running.run_report import Report, Run
from mlcurric.grading.sandbox.launch import NoSandbox
from mlcurric.question.assigned import names_set
from mlcurric.question.plain import Opaque, dumps

LONG = 60.0
SHORT = 5.0
NAMES = ("a", "b", "c")
RUNNERS: list[Runner] = []


@pytest.fixture(params=["sandbox", "trusting"], scope="module", autouse=True)
def runner(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every test here holds with a sandbox and without."""
    try:
        RUNNERS.append(running.sandboxed() if request.param == "sandbox" else running.trusting())
    except NoSandbox as missing:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(missing))
    yield
    RUNNERS.clear()


def run_notebook(cells: list[str], names: tuple[str, ...], seconds: float, **limits: int) -> Run:
    return running.run_notebook(cells, names, seconds, runner=RUNNERS[0], **limits)


def answers(*cells: str, time_limit: float = LONG) -> dict[str, object]:
    return dict(run_notebook(list(cells), NAMES, time_limit).answers)


def errors(run: Run) -> list[tuple[int, str, tuple[str, ...]]]:
    return [(error.cell, error.kind, error.sets) for error in run.errors]


def test_named_answers_come_back_as_plain_data() -> None:
    run = run_notebook(["import numpy as np\na = np.float64(0.5)", "b = (1, 'x', ...)", "other = 1"], NAMES, LONG)
    assert run == Run({"a": 0.5, "b": [1, "x", ...]})


def test_a_cell_that_fails_stops_only_itself() -> None:
    run = run_notebook(["a = 1", "b = 1 / 0", "c = 3"], NAMES, LONG)
    assert run.answers == {"a": 1, "c": 3}
    assert errors(run) == [(1, "ZeroDivisionError", ("b",))]
    assert (run.errors[0].says, run.errors[0].line) == ("division by zero", 1)


def test_the_last_cell_that_succeeded_counts() -> None:
    assert answers("a = 1", "a = 2") == {"a": 2}
    assert answers("a = 1", "a = 2\n1 / 0", "b = a") == {"a": 1, "b": 2}
    assert answers("a = 1\n1 / 0", "b = 2") == {"b": 2}
    assert answers("a = 1\n1 / 0", "a = 1") == {"a": 1}, "the same small number again is a new answer"
    assert answers("a = dict(x=1)", "a['x'] = 2") == {"a": {"x": 2}}


def test_a_cell_that_cannot_be_parsed_says_what_it_would_have_set() -> None:
    run = run_notebook(["a = ２", "  b, c = 1, 'x", "print(a = 1"], NAMES, LONG)
    assert [error.sets for error in run.errors] == [("a",), ("b", "c"), ()]
    assert run.errors[0].kind == "SyntaxError"
    assert run.errors[0].says.startswith("invalid character")


@pytest.mark.parametrize(
    ("cell", "line"),
    [
        ("a = 1\nb = x", 2), ("a = 1\n\nb = ２", 3), ("def f():\n    return x\na = f()", 2), ("import json\njson.loads('')", 2),
        ("\n \na = 1\nx", 2), ("a = (1,\n 2", 2), ("a = 1)", 1), ("eval('1 +')", 1), ("raise SyntaxError", 1),
    ],
)  # fmt: skip
def test_the_line_at_which_a_cell_stopped_is_the_cells_own(cell: str, line: int) -> None:
    assert [error.line for error in run_notebook([cell], NAMES, LONG).errors] == [line]


def test_a_function_of_another_cell_stops_the_cell_that_called_it() -> None:
    run = run_notebook(["def f():\n\n    return 1 / 0", "a = 1\nb = f()"], NAMES, LONG)
    assert [(error.cell, error.line) for error in run.errors] == [(1, 2)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("a = 1", ["a"]), ("a, b = 1, 2", ["a", "b"]), ("a['x'] = 1", ["a"]), ("if (c := 1): pass", ["c"]),
        ("a == 1", []), ("d = a", []), ("f(a=1)", []), ("a: int = 1", ["a"]), ("a ＝ 1", ["a"]), ("a, b = １, 2", ["a", "b"]),
        ("a == １", []), ("x.a = １", []), ("%%bash\na=1 '", ["a"]), ("a : 35/150", []), ("a: int", []), ("let a = 1", ["a"]),
        ("「a」 = 1", ["a"]), ('"a" = 1', ["a"]), ("a ‹- 1", ["a"]), ("a ← 1", ["a"]), ("a <- 1", []), ("a := 1", ["a"]), ("『aa』 = 1", []),
        ("def a:\n    return 1", ["a"]), ("function a(x) { return 1 }", ["a"]), ("Def a(x):\n    return 1", ["a"]), ("def a（x）:\n    return 1", ["a"]),
        ("def aa:\n    return 1", []), ("function b a(x) {}", []),
    ],
)  # fmt: skip
def test_names_that_a_cell_sets(source: str, found: list[str]) -> None:
    assert names_set(source, list(NAMES)) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("%%time\na = 1", ["a"]), ("%%time -q\n!ls\na = 1", ["a"]), ("%%capture out\n%%time\na = 1", ["a"]), ("b = 1\n%time a = 1", ["a", "b"]),
        ("%%time\na = １", ["a"]), ("%%bash\na=1", []), ("%%writefile a.py\na = 1", []), ("%timeit a = 1", []), ("%%time\na == 1", []),
        ("%%time\n" * 400 + "a = 1", []),
    ],
)  # fmt: skip
def test_names_that_a_cell_sets_below_a_magic(source: str, found: list[str]) -> None:
    assert names_set(source, list(NAMES), TransformerManager().transform_cell) == found


def test_a_cell_below_time_that_fails_is_that_of_its_answers() -> None:
    run = run_notebook(["%%time\na = 1\nb = 1 / 0", "%time c = 1 / 0"], NAMES, LONG)
    assert [(error.kind, error.sets) for error in run.errors] == [
        ("ZeroDivisionError", ("a", "b")),
        ("ZeroDivisionError", ("c",)),
    ]
    assert run.answers == {}


def test_a_function_finds_a_helper_that_is_written_further_down() -> None:
    def asked(*cells: str) -> object:
        calls = {"a": [{"n": 1}, {"n": 2}]}
        return running.run_notebook(list(cells), NAMES, LONG, calls, RUNNERS[0]).answers["a"]

    above = "def a(n):\n    return helper(n)"
    doubled = {"asked": [{"gave": 2, "type": "int"}, {"gave": 4, "type": "int"}]}
    assert asked(above, "def helper(n):\n    return 2 * n") == doubled
    assert asked(above, "b = 1")["asked"][0]["raised"] == "NameError"
    # What counts is the cell that succeeded; one that failed since has withdrawn it.
    assert asked(above, "a = None\n1 / 0", "helper = abs")["asked"][0]["raised"] == "NameError"
    asks = "def a(n):\n    seen.append(n)\n    return len(seen)"
    assert asked("seen = []", asks, "b = 1")["asked"][1]["gave"] == 2, "asked once where nothing was lacking"


def test_a_module_that_a_cell_writes_can_be_imported() -> None:
    helper = "%%writefile helper.py\ndef double(n):\n    return 2 * n"
    assert answers(helper, "import helper\na = helper.double(4)") == {"a": 8}
    # It stands in nobody's place: what is installed comes first.
    assert (
        answers("open('colorsys.py', 'w').write('x = 1')", "import colorsys\na = hasattr(colorsys, 'x')")["a"] is False
    )
    assert answers("try:\n    import helper\nexcept ImportError:\n    a = 'gone'") == {"a": "gone"}


def test_what_notebooks_do_works_without_a_screen_or_a_keyboard() -> None:
    run = run_notebook(
        [
            "%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\na = plt.get_backend()",
            "display(1)\nb = len(plt.get_fignums())",
            "input('your name')",
            "exit()",
            "import sys\nsys.exit()",
            "raise SystemExit",
            "import pdb; pdb.set_trace()",
            "raise KeyboardInterrupt",
            "c = await __import__('asyncio').sleep(0, 'done')",
        ],
        NAMES,
        LONG,
    )
    assert run.answers == {"a": "agg", "b": 0, "c": "done"}
    assert [error.kind for error in run.errors] == [
        "EOFError",
        "SystemExit",
        "SystemExit",
        "BdbQuit",
        "KeyboardInterrupt",
    ]


def test_a_loop_without_end_keeps_what_was_answered_before() -> None:
    run = run_notebook(["a = 1", "while True: pass", "b = 2", "c = 3"], NAMES, SHORT)
    assert (run.answers, run.timed_out, run.died) == ({"a": 1}, True, False)
    assert (run.stopped_in, run.unfinished) == (1, {"b", "c"})


@pytest.mark.parametrize("end", ["import os; os._exit(0)", "import ctypes; ctypes.string_at(0)"])
def test_a_crash_keeps_what_was_answered_before(end: str) -> None:
    run = run_notebook(["a = 1", end, "b = 2"], NAMES, LONG)
    assert (run.answers, run.timed_out, run.died) == ({"a": 1}, False, True)
    assert (run.stopped_in, run.unfinished) == (1, {"b"})


def test_signals_do_not_save_it() -> None:
    cell = "import signal\nfor one in (signal.SIGTERM, signal.SIGINT): signal.signal(one, signal.SIG_IGN)\nwhile True: pass"
    assert run_notebook([cell], NAMES, SHORT).timed_out


def test_a_thread_left_behind_does_not_hold_the_run() -> None:
    cell = "import threading, time\nthreading.Thread(target=time.sleep, args=(3600,)).start()\na = 1"
    assert run_notebook([cell], NAMES, LONG) == Run({"a": 1})


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_a_copy_of_the_process_neither_answers_twice_nor_holds_the_run(tmp_path: Path) -> None:
    fork = "import os, time\nif os.fork() == 0:\n    time.sleep(3600)"
    assert run_notebook([fork, "a = 1"], NAMES, LONG) == Run({"a": 1})
    assert run_notebook(["import os\nif os.fork() == 0: a = 'copy'", "b = 1"], NAMES, LONG).answers == {"b": 1}
    crash = run_notebook([f"{fork}\nos._exit(1)"], NAMES, LONG)
    assert (crash.timed_out, crash.died) == (False, True)


@pytest.mark.skipif(sys.platform == "win32", reason="the test looks for a process by its command")
def test_a_process_that_it_started_is_ended_with_it() -> None:
    seconds = 3_600 + os.getpid()
    run_notebook([f"import subprocess\nsubprocess.Popen(['sleep', '{seconds}'])\na = 1"], NAMES, LONG)
    running_now = subprocess.run(["ps", "-eo", "stat=,args="], capture_output=True, text=True, check=False).stdout
    assert not [line for line in running_now.splitlines() if f"sleep {seconds}" in line and not line.startswith("Z")]


def test_output_goes_nowhere_and_the_channel_survives_what_is_written_into_it() -> None:
    flood = "for _ in range(200): print('x' * 1_000_000)"
    garbage = "import os\nfor number in range(3, 30):\n    try: os.write(number, b'garbage')\n    except OSError: pass"
    assert answers(flood, garbage, "a = 1") == {"a": 1}


def test_a_flood_in_the_channel_ends_the_run() -> None:
    flood = "import os\nwhile True:\n    for number in range(3, 30):\n        try: os.write(number, b'x' * 65536)\n        except OSError: pass"
    ended = run_notebook(["a = 1", flood], NAMES, LONG, report=1_000_000)
    assert (ended.answers, ended.timed_out, ended.too_much) == ({"a": 1}, False, True)


def test_objects_that_lie_or_explode_are_opaque() -> None:
    liar = "class Liar(float):\n    def __eq__(self, other): return True\n    __hash__ = None\na = Liar(1)"
    bomb = "b = [0] * 1000\nfor _ in range(6): b = [b] * 1000"
    assert answers(liar, bomb, "import pandas as pd\nc = pd.DataFrame()") == {
        "a": Opaque("Liar"), "b": Opaque("list"), "c": Opaque("DataFrame")
    }  # fmt: skip


def test_an_error_that_cannot_be_printed_is_an_error_all_the_same() -> None:
    cell = "class Odd(Exception):\n    def __str__(self): raise RuntimeError\nraise Odd"
    run = run_notebook([cell, "a = 1"], NAMES, LONG)
    assert run.answers == {"a": 1}
    assert [error.cell for error in run.errors] == [0]


def test_it_runs_in_an_empty_place_with_an_environment_of_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "pandas.py").write_text("planted = True")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("SECRET_TOKEN", "x")
    assert answers(
        "import os, pathlib\na = os.listdir(), pathlib.Path.home() == pathlib.Path.cwd()",
        "b = 'SECRET_TOKEN' in os.environ",
        "import pandas\nc = hasattr(pandas, 'planted')",
    ) == {"a": [[], True], "b": False, "c": False}


def test_what_one_run_leaves_the_next_does_not_find() -> None:
    places = "import os, pathlib, tempfile\nplaces = [pathlib.Path(place).expanduser() / 'left' for place in ('~', os.environ['IPYTHONDIR'], tempfile.gettempdir())]"
    leave = f"{places}\nfor place in places:\n    place.parent.mkdir(exist_ok=True)\n    place.write_text('x')\na = len(places)"
    assert answers(leave) == {"a": 3}
    assert answers(f"{places}\na = [place.exists() for place in places]") == {"a": [False, False, False]}


def test_a_set_has_the_same_order_in_every_run() -> None:
    cell = "a = list({'alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'})"
    assert answers(cell) == answers(cell)


def test_the_untrusted_side_imports_no_question_and_no_check() -> None:
    loaded = answers("import sys\na = sorted(name for name in sys.modules if name.startswith('mlcurric'))")["a"]
    assert "mlcurric.question.plain" in loaded
    kinds = ("mlcurric.questions", "mlcurric.question.question", "mlcurric.question.makers", "mlcurric.grading.judg")
    assert not [name for name in loaded if name.startswith(kinds)]


def test_a_runner_that_does_not_start_is_our_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trusting, "_GUEST", "raise SystemExit(3)")
    with pytest.raises(Lost, match="exit code 3"):
        running.run_notebook(["a = 1"], NAMES, LONG)


@pytest.mark.parametrize(
    "line",
    [
        b"", b"null", b"[", b"{}", b"[[", b"\xff", b'["answer"]', b'["answer", "x", "1"]', b'["answer", "a", 1]',
        b'["answer", "a", "NaN"]', b'["answer", "a", "{\\"$\\": 1}"]', b'["answer", ["a"], "1"]', b'["failed", 9, "E", "", 1]',
        b'["failed", true, "E"]', b'["failed", 0, "E", "", "1"]', b'["failed", 0, "E", "", 9223372036854775808]',
        b'["failed", 0, "E", "", 0]', b'["failed", 0, "E", "", -1]', b'["failed", 0, "E", "", true]', b'["failed", 0, "E", "", 1.5]',
        b'["failed", true, "E", "", 1]', b'["start", true]', b'["sets", false, ["a"]]', b'["failed", 0, "E", "", ' + b"9" * 5_000 + b"]", b'["start", -1]', b'["sets", 0, "ab"]', b"[" * 100_000, b'["start", 1e999]',
    ],
)  # fmt: skip
def test_a_line_that_is_not_of_the_form_changes_nothing(line: bytes) -> None:
    report = Report(NAMES, cells=2)
    for kept in (b'["start", 1]', b'["answer", "a", "1"]', line):
        report.take(kept)
    assert report.run("ended") == Run({"a": 1}, (), frozenset(NAMES), stopped_in=1, died=True)


@pytest.mark.parametrize("last", ["[" + "1," * 400_001 + "1]", '"' + "x" * 1_000_000 + '"', "[1", "NaN"])
def test_of_several_answers_the_last_that_is_plain_data_counts(last: str) -> None:
    report = Report(NAMES, cells=1)
    for text in ("1", "[2]", last):
        report.take(json.dumps(["answer", "a", text]).encode())
    assert report.run("ended").answers == {"a": [2]}


def test_the_largest_answer_that_a_run_reports_is_read() -> None:
    largest = [["x" * 20_000] * 9, [...] * 1_000, [float("nan"), 1]]
    report = Report(NAMES, cells=1)
    report.take(json.dumps(["answer", "a", dumps(largest)]).encode())
    assert report.run("ended").answers["a"][:2] == largest[:2]


def test_what_an_error_says_is_made_one_printable_line() -> None:
    report = Report(NAMES, cells=1)
    report.take(json.dumps(["failed", 0, "E\x1b[31m" + "x" * 500, "one\ntwo\ud800", None]).encode())
    error = report.run("ended").errors[0]
    assert (len(error.kind), error.says) == (60, "one two")
    assert "\x1b" not in error.kind


def test_a_cell_that_never_said_what_it_sets_may_set_anything() -> None:
    report = Report(NAMES, cells=2)
    report.take(json.dumps(["answer", "a", dumps(1)]).encode())
    assert report.run("time") == run_report.Run({"a": 1}, (), frozenset(NAMES), None, timed_out=True)
