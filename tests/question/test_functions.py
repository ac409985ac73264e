"""A function is tried on inputs that it has not seen; whatever it does, one sentence is said."""

import math
import os
import sys
import threading
import time
from statistics import StatisticsError, mean

import pandas as pd
import pytest
from grading.running import run_notebook

from mlcurric.building.answers import template
from mlcurric.curriculum import lessons
from mlcurric.notebook.solutions import model_answer
from mlcurric.question import asking
from mlcurric.question.asking import Case, answer_of, pack, unpack
from mlcurric.question.formulas import LEFT_TO_ONE, is_left_to_formula
from mlcurric.question.functions import Wrong, function_question
from mlcurric.question.plain import dumps, loads
from mlcurric.question.question import Question, judge
from mlcurric.question.verdict import Status
from mlcurric.question.waiting import waited
from mlcurric.questions import question_set
from mlcurric.text import LANGUAGES, T, speaking


def lift(rows, k):
    """The model answer: how much more often the first k left than all did."""
    if k < 1:
        raise ValueError("k is at least 1")
    return rows["churned"].head(k).mean() / rows["churned"].mean()


ROWS = pd.DataFrame({"score": [0.9, 0.5, 0.4, 0.1], "churned": [True, False, False, False]})
QUESTION = function_question(
    name="lift_at",
    title=T("lift", "リフト"),
    points=4,
    signature="rows, k",
    doc=T("The lift of the first k rows.", "上位k行のリフト。"),
    returns=T("a number", "数値"),
    cases=lambda: [
        Case(T("the first two of four", "4行の先頭2行"), {"rows": ROWS, "k": 2}),
        Case(T("all rows", "全行"), {"rows": ROWS, "k": 4}),
        Case(T("k = 0", "k = 0"), {"rows": ROWS, "k": 0}),
    ],
    expected=lift,
    tolerance=1e-6,
    wrong={
        "precision": Wrong(
            lambda rows, k: rows["churned"].head(k).mean() if k else lift(rows, k),
            T("That is the precision.", "それは適合率です。"),
        )
    },
    right=T("Right everywhere.", "どの入力でも合っています。"),
    hints=(T("Divide.", "割り算です。"),),
    why=T("Because.", "なぜなら。"),
    data="none",
)


def changes(rows, k):
    answer = lift(rows, k)
    rows["rank"] = 1
    return answer


def endless(rows, k):
    while True:
        try:
            sum(range(1_000))
        except Exception:
            continue


def half(rows, k):
    return lift(rows, k) if k == 2 else 7.0


SAID = {
    "precision": (lambda rows, k: rows["churned"].head(k).mean() if k else lift(rows, k), "That is the precision."),
    "precision, no error": (
        lambda rows, k: rows["churned"].head(k).mean(),
        "That is the precision. And with k = 0, it should stop with a ValueError.",
    ),
    "half": (half, "With all rows, lift_at gives back 7; 1 is right."),
    "no error": (
        lambda rows, k: lift(rows, max(k, 1)),
        "With k = 0, lift_at gives back 4, as if all were well. There it should stop with a ValueError.",
    ),
    "other error": (
        lambda rows, k: rows["churned"].head(k).mean() / rows["churned"].mean() if k else {}["k"],
        "There it should stop with a ValueError. Look for that case before you compute.",
    ),
    "gives an error": (
        lambda rows, k: lift(rows, k) if k else ValueError("k"),
        "With k = 0, lift_at gives back ValueError, as if all were well.",
    ),
    "exchanged": (lambda k, rows: lift(rows, k), "With the first two of four, lift_at stops with “"),
    "always stops": (lambda rows, k: rows if rows else k, "stops with “"),
    "no import": (lambda rows, k: np.mean(rows), "Look at the spelling of that name, or import it."),  # noqa: F821
    "raises": (lambda rows, k: rows["left"], "With the first two of four, lift_at stops"),
    "leaves": (lambda rows, k: sys.exit(), "SystemExit"),
    "changes": (changes, "lift_at changes its input rows"),
    "text": (
        lambda rows, k: str(lift(rows, k)),
        "lift_at gives back a value of type str. What is expected is a number.",
    ),
    "list": (lambda rows, k: [lift(rows, k)], "of type list"),
    "nothing": (lambda rows, k: print(lift(rows, k)), "gives back nothing (None)."),
    "nan": (lambda rows, k: math.nan, "gives back nan; 2 is right"),
    "object": (lambda rows, k: object(), "of type object."),
    "arguments": (lambda rows: 1, "lift_at cannot be called with (rows, k). Write its first line as it stood"),
    "own": (lambda rows, k: len(k), "TypeError: object of type 'int' has no len()"),
    "number": (2.0, "lift_at is not a function."),
    "long text": (
        lambda rows, k: "x" * 1_000_000,
        "gives back something far too large, of type str. What is expected is a",
    ),
    "long key": (lambda rows, k: {"x" * 20_000: 1}, "gives back something far too large, of type dict."),
    "long where it is to stop": (
        lambda rows, k: lift(rows, k) if k else ["x"] * 9_000 + list(range(900)),
        "With k = 0, lift_at gives back list, as if",
    ),
    "many where it is to stop": (
        lambda rows, k: lift(rows, k) if k else ["x" * 90] * 900,
        "With k = 0, lift_at gives back something far too large, of type list. There it should stop with a ValueError.",
    ),
}


@pytest.mark.parametrize(("answer", "says"), SAID.values(), ids=SAID)
def test_one_sentence_is_said_of_a_function_that_is_not_right(answer, says: str):
    plain = answer_of(answer, QUESTION.calls())
    verdict = judge(QUESTION, plain)
    assert verdict.status is Status.FAILED
    with speaking("en"):
        assert says in verdict.as_text()
    # The same on the other side of the channel that a hand-in's answers cross.
    assert judge(QUESTION, loads(dumps(plain))) == verdict


OF_CELL = """
from statistics import mean
def lift_at(rows, k):
    numbers = rows["churned"].tolist()
    return mean(numbers[:0])
def other(rows, k):
    return 1
"""


def test_the_line_is_that_of_the_cell_and_never_that_of_a_library():
    names: dict[str, object] = {}
    exec(compile(OF_CELL, "<cell 1>", "exec"), names)
    for function, en, ja in (
        (names["lift_at"], "lift_at stops (line 5) with “StatisticsError", "で止まります(5行目)。"),
        (names["mean"], "lift_at cannot be called with (rows, k)", "lift_at を (rows, k) で呼び出せません"),
        (lambda rows, k: mean(rows["churned"].tolist()[:0]), "lift_at stops with “Stat", "point」で止まります。"),
    ):
        verdict = judge(QUESTION, answer_of(function, QUESTION.calls()))
        assert en in verdict.seen.en
        assert ja in verdict.seen.ja


@pytest.mark.parametrize("error", ["OnlyShown", "Zz" * 6_000])
def test_what_a_hand_in_says_of_an_error_is_cut_and_never_makes_it_right(error: str):
    told = {"raised": error, "kinds": ["ValueError"], "says": "y" * 9_000, "line": 10**18}
    verdict = judge(QUESTION, {"asked": [told] * len(QUESTION.calls())})
    assert verdict.status is Status.FAILED
    assert max(len(each.en) for each in verdict.sentences) < 500


@pytest.mark.parametrize(
    "written",
    [
        "from mlcurric.subject import sample_size_per_arm as sample_size",
        "from mlcurric.subject import sample_size_per_arm\ndef sample_size(*these): return sample_size_per_arm(*these)",
        "def sample_size(*these):\n    from mlcurric.subject import sample_size_per_arm\n    return sample_size_per_arm(*these)",
        "import mlcurric.subject as s\ndef inner(*x): return [s.sample_size_per_arm(*x) for _ in [1]]\ndef sample_size(*x): return inner(*x)[0]",
        "from functools import partial\nfrom mlcurric.subject import sample_size_per_arm as f\nsample_size = partial(f)",
        "from mlcurric.subject import sample_size_per_arm as f\ndef sample_size(*these, f=f): return f(*these)",
        "from mlcurric.subject import sample_size_per_arm as f\ndef sample_size(a, b, f=f): return f(a, b)",
        "from mlcurric.subject import sample_size_per_arm as g\ndef make(f):\n    def inner(*x): return f(*x)\n    return inner\nsample_size = make(g)",
        "from functools import cache\nfrom mlcurric.subject import sample_size_per_arm as f\n@cache\ndef sample_size(*x): return f(*x)",
        "from functools import cache\nfrom mlcurric.subject import sample_size_per_arm as f\n@cache\ndef inner(*x): return f(*x)\ndef sample_size(*x): return inner(*x)",
    ],
)
def test_an_answer_that_leaves_its_work_to_the_courses_own_function_is_known(written: str):
    names: dict[str, object] = {}
    exec(written, names)
    assert is_left_to_formula(names["sample_size"])
    question = question_set("2-4").find("sample_size")
    verdict = judge(question, LEFT_TO_ONE)
    assert verdict.status is Status.FAILED
    assert "does not run while answers are graded" in verdict.seen.en
    assert "採点中は動きません" in verdict.seen.ja
    assert verdict.next_step == T(
        "Write the formula itself below its first line.", "1行目の下に、式を自分で書いてください。"
    )


def test_an_answer_of_ones_own_is_left_to_nobody():
    names: dict[str, object] = {}
    exec("import functools, math\nfrom mlcurric.subject.intervals import wilson\ndef survival(x): return x\nratio = 3\n"
         "def own(x): return own(survival(x)) + wilson(1, 2)[0] + math.ceil(ratio)\n"
         "def later(x, f=math.ceil):\n    def twice(y): return twice(y) + f(x) + g(y)\n    return twice\n    g = 1\n"
         "begun = functools.partial(functools.cache(later(1)), 2)", names)  # fmt: skip
    assert not any(
        is_left_to_formula(each) for each in (names["own"], names["later"], names["begun"], 3, len, None, math.ceil)
    )


def test_a_call_that_only_waits_for_a_processor_is_not_endless(monkeypatch: pytest.MonkeyPatch):
    """As where others keep all processors busy: of its time nothing passes."""
    began = time.monotonic()
    monkeypatch.setattr(asking, "SECONDS", 0.1)
    monkeypatch.setattr(asking, "waited", lambda task: time.monotonic() - began)
    assert answer_of(lambda rows, k: time.sleep(0.5), QUESTION.calls()[:1]) == {
        "asked": [{"gave": None, "type": "NoneType"}]
    }
    monkeypatch.undo()
    monkeypatch.setattr(asking, "SECONDS", 0.1)
    assert answer_of(lambda rows, k: busy(), QUESTION.calls()[:1]) == {"asked": [{"endless": True}]}


def busy() -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        pass


def test_what_waited_is_told_of_a_process_and_of_a_thread_where_the_system_tells():
    for task in (str(os.getpid()), f"self/task/{threading.get_native_id()}"):
        assert waited(task) >= 0.0
    assert waited("no such") == 0.0


def test_a_function_that_never_ends_is_stopped_and_asked_no_more():
    start = time.monotonic()
    plain = answer_of(endless, QUESTION.calls())
    assert plain == {"asked": [{"endless": True}]}
    assert time.monotonic() - start < 60
    with speaking("en"):
        assert "does not come to an end" in judge(QUESTION, plain).as_text()


def test_the_right_function_passes_and_may_print_and_give_back_a_numpy_number(capsys: pytest.CaptureFixture[str]):
    def chatty(rows, k):
        print("looking at", len(rows))
        return lift(rows, k)

    assert judge(QUESTION, answer_of(chatty, QUESTION.calls())).status is Status.PASSED
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_function_whose_body_is_three_dots_is_not_attempted(lang: str):
    names: dict[str, object] = {}
    exec(template(QUESTION, lang), names)
    assert answer_of(names["lift_at"], QUESTION.calls()) is ...
    assert judge(QUESTION, ...).status is Status.NOT_ATTEMPTED


@pytest.mark.parametrize(
    "junk", [{"asked": []}, {"asked": [1]}, {"asked": [{}]}, {"asked": [{"raised": 3}]}, {"asked": 1}]
)
def test_a_forged_outcome_earns_nothing(junk: object):
    verdict = judge(QUESTION, junk)
    assert verdict.status is Status.FAILED
    assert verdict.share == 0


FUNCTIONS = [(lesson.id, one) for lesson in lessons() for one in question_set(lesson.id).graded if one.kind == "F"]


@pytest.mark.parametrize(("lesson", "question"), FUNCTIONS, ids=[f"{id} {one.name}" for id, one in FUNCTIONS])
def test_an_outcome_that_gave_something_and_stopped_as_well_is_forged(lesson: str, question: Question):
    """Whoever leaves out the errors that are due may not have them told beside what was given back."""
    names: dict[str, object] = {}
    exec("import numpy as np\nimport pandas as pd\nfrom math import ceil\nfrom scipy.stats import norm", names)
    exec(model_answer(lesson, question.name), names)
    right = answer_of(names[question.name], question.calls())
    assert judge(question, right).status is Status.PASSED
    errors = {"raised": "E", "kinds": ["ValueError", "TypeError", "KeyError"], "says": "", "line": 1}
    forged = [{"gave": 0, "type": "int"} | each | errors for each in right["asked"]]
    assert judge(question, {"asked": forged}).share == 0


class Liar(type):
    """A class of such classes says what it is asked for, or stops."""

    @property
    def __name__(cls) -> str:
        raise SystemExit

    def __eq__(cls, other: object) -> bool:
        return True

    __hash__ = type.__hash__


def refusing(error: BaseException):
    def lift_at(rows, k):
        if not k:
            raise error
        return lift(rows, k)

    return lift_at


@pytest.mark.parametrize(
    "error", [StatisticsError("k"), Liar("Own", (ValueError,), {})("k"), type("Two", (KeyError, ValueError), {})("k")]
)
def test_an_error_that_is_a_value_error_is_taken_for_one(error: ValueError):
    assert judge(QUESTION, answer_of(refusing(error), QUESTION.calls())).status is Status.PASSED


@pytest.mark.parametrize(
    "error", [KeyError("k"), Exception("k"), type("Own", (Exception,), {"__mro__": (ValueError,), "__bases__": (ValueError,)})("k"),
              Liar("Own", (Exception,), {})("k"), type("Own", (Exception,), {"__class__": ValueError})("k")],
)  # fmt: skip
def test_one_that_is_none_is_not_whatever_it_says_of_itself(error: Exception):
    outcomes = answer_of(refusing(error), QUESTION.calls())
    assert "ValueError" not in next(each["kinds"] for each in outcomes["asked"] if "kinds" in each)
    assert judge(QUESTION, outcomes).status is Status.FAILED


@pytest.mark.parametrize("kinds", [None, 3, "ValueError", {"ValueError": 1}, [["ValueError"]], [None]])
def test_kinds_that_are_no_list_of_names_are_none(kinds: object):
    outcomes = answer_of(refusing(KeyError("k")), QUESTION.calls())["asked"]
    forged = [{**each, "kinds": kinds} if "kinds" in each else each for each in outcomes]
    assert judge(QUESTION, {"asked": forged}).status is Status.FAILED


def test_the_outcomes_of_another_question_earn_nothing():
    gave = answer_of(lift, QUESTION.calls())["asked"]
    assert judge(QUESTION, {"asked": gave[:2]}).status is Status.FAILED
    assert judge(QUESTION, {"asked": gave * 2}).status is Status.FAILED


@pytest.mark.parametrize(
    "rows", [ROWS, ROWS[ROWS["score"] < 0.8], ROWS.set_index("score")], ids=["all", "some", "named"]
)
def test_tables_and_columns_cross_as_plain_data_with_their_row_labels(rows: pd.DataFrame):
    packed = loads(dumps([pack(rows), pack(rows["churned"]), 3, "x", [1, 2]]))
    table, column, *rest = unpack(packed)
    pd.testing.assert_frame_equal(table, rows.rename_axis(None), check_index_type=False)
    pd.testing.assert_series_equal(column, rows["churned"].rename_axis(None), check_index_type=False)
    assert rest == [3, "x", [1, 2]]


def test_a_hand_in_is_asked_where_it_ran():
    cells = [
        "def lift_at(rows, k):\n    ...",
        "def lift_at(rows, k):\n    if k < 1:\n        raise ValueError('k')\n    return rows.churned[:k].mean() / rows.churned.mean()",
        "def other():\n    1 / 0",
    ]
    run = run_notebook(cells, ("lift_at",), 60.0, {"lift_at": QUESTION.calls()})
    assert judge(QUESTION, run.answers["lift_at"]).status is Status.PASSED
    assert (
        judge(
            QUESTION, run_notebook(cells[:1], ("lift_at",), 60.0, {"lift_at": QUESTION.calls()}).answers["lift_at"]
        ).status
        is Status.NOT_ATTEMPTED
    )


@pytest.mark.parametrize("body", ["...", "pass", '"""What it gives back."""', '"""What it gives back."""\n    pass'])
def test_a_function_without_a_body_is_told_so(body):
    names = {}
    exec(f"def lift_at(rows, k):\n    {body}\n", names)
    verdict = judge(QUESTION, answer_of(names["lift_at"], QUESTION.calls()))
    assert verdict.status is Status.NOT_ATTEMPTED
    for lang, says in (
        ("en", "The function lift_at has no body yet."),
        ("ja", "関数 lift_at の中身がまだありません。"),
    ):
        with speaking(lang):
            assert says in verdict.as_text()
            assert "..." not in verdict.as_text()


def test_arguments_in_another_order_are_told_where_the_function_gives_anything():
    def cases():
        return [
            Case(T("money", "お金"), {"gained": gained, "spent": spent}) for gained, spent in ((6, 2), (5, 0), (9, 3))
        ]

    def ratio(gained, spent):
        if not spent:
            raise ValueError("nothing was spent")
        return gained / spent

    question = function_question(
        name="ratio", title=T("Ratio", "比"), points=1, signature="gained, spent", doc=T("Ratio.", "比。"),
        returns=T("a number", "数値"), cases=cases, expected=ratio, tolerance=1e-6, wrong={}, right=T("Yes.", "はい。"),
        hints=(T("Divide.", "割ります。"), T("By spent.", "spent で割ります。")), why=T("So.", "だからです。"), data="none",
    )  # fmt: skip
    told = judge(question, answer_of(lambda spent, gained: ratio(gained, spent), question.calls()))
    assert "would be right if gained and spent were exchanged" in told.as_text()
