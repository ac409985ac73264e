"""What is said of a cell that stopped: the notebook's own words, beside the learner's own line."""

from __future__ import annotations

import re
import time
from html import unescape

import pytest
from grading.made import RIGHT, Class

from mlcurric.grading.judging.stopped import Stop, stop_of
from mlcurric.grading.running.run_report import CellError, Run
from mlcurric.notebook.beginners import about_name
from mlcurric.notebook.syntax import about_syntax
from mlcurric.question.verdict import in_one_line
from mlcurric.text import T

CELL = T("The cell", "セル")


def stop(error: CellError, *cells: str, errors: tuple[CellError, ...] = ()) -> Stop:
    return stop_of(CELL, error, cells, Run({}, (*errors, error)))


def own_lines(page: str) -> list[str]:
    return [unescape(line) for line in re.findall(r'<code class="line">(.*?)</code>', page, re.DOTALL)]


@pytest.mark.parametrize(("lang", "says"), [("en", "stopped"), ("ja", "止まりました")])
def test_a_cell_below_time_that_stops_is_said_to_have_stopped_and_its_first_line_is_not_blamed(
    a_class: Class, lang: str, says: str
) -> None:
    row = a_class.grade_one(["%%time\nx = []\nhits = x.nothing"], lang=lang)["hits"]
    assert row["status"] == "error"
    assert says in row["message"]
    assert "AttributeError" in row["message"]
    assert own_lines(a_class.page()) == []


@pytest.mark.parametrize(("lang", "says"), [("en", "the very first line"), ("ja", "1行目に書いたとき")])
@pytest.mark.parametrize("magic", ["%%time", "%%capture out"])
def test_a_magic_of_the_whole_cell_below_a_comment_is_told_where_it_belongs(
    a_class: Class, magic: str, lang: str, says: str
) -> None:
    message = a_class.grade_one([f"# how long?\n{magic}\nhits = 7041"], lang=lang)["hits"]["message"]
    assert says in message
    assert magic.split()[0] in message
    assert "UsageError" not in message
    assert own_lines(a_class.page()) == [magic]


def test_an_error_that_ends_in_a_full_stop_gives_no_second_one(a_class: Class) -> None:
    message = a_class.grade_one(["hits = int([].pop() if 0 else (_ for _ in ()).throw(OSError('No.')))"])["hits"][
        "message"
    ]
    assert "Python says OSError: No. Mend" in message


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    "line",
    [
        "hits = ７０４１", "hits = 7041円", "hits = “7041”", "hits = ", "  hits = 7041", "hits = (7041", "hits = 7041　+ 1",
        'hits = "<b>&', "hits = 12%", "hits = 7 of 9",
    ],
)  # fmt: skip
def test_what_python_cannot_read_gets_the_sentences_of_the_notebook(a_class: Class, line: str, lang: str) -> None:
    row = a_class.grade_one([f"# here\n{line}\n1"], lang=lang)["hits"]
    with pytest.raises(SyntaxError) as raised:
        compile(f"# here\n{line}\n1", "cell", "exec")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mlcurric.text._spoken", lang)
        said = " ".join(in_one_line(about_syntax(raised.value)).split())
    assert said in row["message"]
    assert "Python says" not in row["message"]
    assert own_lines(a_class.page()) == [line.strip()]


@pytest.mark.parametrize(
    ("cell", "name", "known"),
    [
        ("cause = b", "b", ()),
        ("hits = true", "true", ()),
        ("leaks = first", "first", ()),
        ("hits = hit_cuont", "hit_cuont", ("hit_count",)),
        ("hits = custmers.sum()", "custmers", ("customers",)),
        ("cause = ｂ", "b", ()),
        ("hits = t.hits / 150", "t", ()),
    ],
)
def test_an_unknown_name_gets_the_sentences_of_the_notebook(
    a_class: Class, cell: str, name: str, known: tuple[str, ...]
) -> None:
    answer = cell.partition(" ")[0]
    row = a_class.grade_one(["hit_count = 1\nfrom os import path as customers", cell])[answer]
    made = {"hit_count", "path", "as", "customers", answer}
    assert in_one_line(about_name(name, dict.fromkeys(known), line=cell, cell=cell, made=made)) in row["message"]
    assert row["status"] == "error"
    assert own_lines(a_class.page()) == [cell]


@pytest.mark.parametrize("first", ["", "# who decides\n", "%matplotlib inline\n"])
@pytest.mark.parametrize("typed", ["b", "yes"])
def test_a_letter_without_quotes_in_a_form_as_it_is_handed_out_is_told_without_its_comma(
    typed: str, first: str
) -> None:
    cell = f"{first}request = dict(\n    who        = {typed} ,  # who decides\n    decision   = ... ,  # what\n)"
    error = CellError(0, "NameError", f"name '{typed}' is not defined", (), 2 + bool(first))
    said = stop_of(CELL, error, (cell,), Run({}, (error,)), "1-1")
    assert f"“{typed}” has no quotes" in said.seen.en
    assert f"「{typed}」に引用符がない" in said.seen.ja
    assert said.next_step == T(f'Write "{typed}".', f'"{typed}" と書いてください。')
    assert "Line 1" not in said.seen.en


def test_a_line_of_many_minuses_and_a_cell_of_many_names_take_no_time() -> None:
    for cell in ("hits = zz" + "-a" * 100, "zz\n" + "hits = (zz,\nzz)\n" * 10_000):
        error = CellError(0, "NameError", "name 'zz' is not defined", (), 1)
        began = time.monotonic()
        stop(error, cell)
        assert time.monotonic() - began < 10


@pytest.mark.parametrize("value", ["x", "float(x)", "no", "多数"])
def test_a_name_in_the_place_of_a_number_is_no_word_without_quotes(value: str) -> None:
    name = value.removeprefix("float(").removesuffix(")")
    error = CellError(0, "NameError", f"name '{name}' is not defined", (), 1)
    number, letter = (
        stop_of(CELL, error, (f"{answer} = {value}",), Run({}, (error,)), "1-1")
        for answer in ("rule_hits", "why_flattered")
    )
    assert number.next_step.en == "A number is asked: type it, or compute it in a cell above."
    assert number.next_step.ja == "尋ねているのは数です。数を入れるか、上のセルで計算してください。"
    assert "quotes" not in number.seen.en
    assert f'"{name}"' in letter.next_step.en


def test_a_cell_that_sets_no_answer_gets_them_too(a_class: Class) -> None:
    a_class.grade_one([*RIGHT, "\n\nprint(rsult)", "x = ７"], lang="ja")
    page = unescape(a_class.page())
    assert own_lines(page) == ["print(rsult)", "x = ７"]
    assert (
        "コードセルの 6 番目がエラーで止まりました。「rsult」がありません。このノートブックのどのセルでも、作ったり読み込んだりしていません。"
        in page
    )
    assert "コードセルの 7 番目がエラーで止まりました。1行目: 「７」は全角文字です。" in page


def test_the_line_is_text_on_the_page(a_class: Class) -> None:
    a_class.grade_one(["hits = <script>alert(1)</script> \x1b\u202e"])
    page = a_class.page()
    assert "<script" not in page
    assert own_lines(page) == ["hits = <script>alert(1)</script> ��"]


def test_many_cells_that_stop_are_not_all_listed(a_class: Class) -> None:
    a_class.grade_one([*RIGHT, *(f"unknown_{n} + 1" for n in range(23))])
    page = a_class.page()
    assert page.count("stopped. There is no") == 20
    assert "and 3 more" in page


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        (
            "en",
            "Code cells 6, 8, 9 stopped. What it uses is made in a cell of the exercise that is missing here or was changed. Put it back",
        ),
        (
            "ja",
            "コードセルの 6、8、9 番目がエラーで止まりました。使っているものは演習にはじめからあるセルで作りますが、",
        ),
    ],
)
def test_of_cells_that_stop_for_one_reason_it_is_told_once(a_class: Class, lang: str, says: str) -> None:
    a_class.grade_one([*RIGHT, 'ex.check("hits")', "print(1)", "load_telco()", 'ex.check("hits")'], lang=lang)
    page = unescape(a_class.page())
    assert says in page
    assert own_lines(page) == ['ex.check("hits")\nload_telco()']


@pytest.mark.parametrize(
    ("cells", "en", "ja"),
    [
        (("print(ex)",), "Put it back from a fresh copy", "新しい演習ファイルから、そのセルを戻しましょう"),
        (("print(load_telco)",), "is missing here or was changed", "演習にはじめからあるセル"),
        (("print(np.e)",), "Write “import numpy as np” above.", "上に import numpy as np と書いてください"),
        (("print(people)",), "no cell of this notebook makes", "どのセルでも"),
        (("print(people)", "for a, people in table.groupby('b'): pass"), "made only further down, in code cell 2", "コードセルの 2 番目"),
        (("for a in people.groupby('b'): pass", "print(people)"), "no cell of this notebook makes", "どのセルでも"),
        (("def f():\n    people = 3", "print(people)"), "no cell of this notebook makes", "どのセルでも"),
        (("for a in people.groupby('b'): pass\n%who", "print(people)"), "no cell of this notebook makes", "どのセルでも"),
        (("print(people)", "", "people = 3"), "made only further down, in code cell 3", "コードセルの 3 番目"),
        (("print(people)", "one, people = 1, 3"), "Move that cell up", "上に移しましょう"),
        (("print(people)", "from shop import (\n    one,\n    people,\n)"), "in code cell 2", "コードセルの 2 番目"),
        (("def people(): pass\ndel people", "print(people)"), "when this line is run", "実行する時点で"),
    ],
)  # fmt: skip
def test_an_unknown_name_is_not_said_to_lack_a_run_because_every_cell_was_run(
    cells: tuple[str, ...], en: str, ja: str
) -> None:
    at = next(number for number, cell in enumerate(cells) if cell.startswith("print"))
    name = re.search(r"\((\w+)", cells[at])[1]
    error = CellError(at, "NameError", f"name '{name}' is not defined", (), 1)
    stopped = stop_of(CELL, error, cells, Run({}, (error,)), "1-1")
    said = T(f"{stopped.seen.en} {stopped.next_step.en}", f"{stopped.seen.ja}{stopped.next_step.ja}")
    assert en in said.en
    assert ja in said.ja
    assert "run" not in said.en.replace("when this line is run", "").replace("run all cells", "").replace(
        "cells run", ""
    )
    assert "実行されていない" not in said.ja


def test_a_name_whose_cell_stopped_is_told_with_that_cell() -> None:
    failed = CellError(0, "ZeroDivisionError", "", (), 1)
    error = CellError(1, "NameError", "name 'rate' is not defined", (), 1)
    said = stop(error, "rate = 1 / 0", "hits = rate", errors=(failed,))
    assert said.seen.en == "The cell stopped. “rate” is made in code cell 1, and that cell stopped."
    assert said.next_step.ja == "先にそのセルを直しましょう。"
    assert said.way == said.seen


def test_two_signs_in_place_of_one_are_told_of_a_name_of_the_exercise_too() -> None:
    error = CellError(0, "NameError", "name 'rule_hits' is not defined", (), 1)
    said = stop_of(CELL, error, ("rule_hits == 5",), Run({}, (error,)), "1-1")
    assert "asks whether two things are equal" in said.seen.en
    assert "「=」をひとつだけ" in said.next_step.ja


def test_what_the_sandbox_refuses_is_said_to_be_refused_there() -> None:
    seen = stop(CellError(0, "PermissionError", "[Errno 1] Operation not permitted", (), 1), "fcntl.flock(f, 2)").seen
    assert "not possible where answers are graded" in seen.en
    assert "採点環境ではできない" in seen.ja


def test_a_formula_of_the_course_is_no_library_that_is_not_installed() -> None:
    line = "from mlcurric.subject.operations.stability import stability_index"
    says = "No module named 'mlcurric.subject.operations.stability'"
    said = stop(CellError(0, "ModuleNotFoundError", says, (), 1), line)
    assert "is not there while answers are graded" in said.seen.en
    assert "採点中はありません" in said.seen.ja
    assert said.next_step == T("Write the formula itself in its place.", "代わりに、式を自分で書いてください。")
    other = stop(CellError(0, "ModuleNotFoundError", "No module named 'shap'", (), 1), "import shap")
    assert "not installed here" in other.seen.en


def test_a_place_in_the_sandbox_is_told_to_nobody() -> None:
    says = "cannot import name 'load_custmers' from 'mlcurric.subject' (/mlcurric/library/mlcurric/subject/__init__.py)"
    seen = stop(CellError(0, "ImportError", says, (), 1), "from mlcurric.subject import load_custmers").seen
    assert "/mlcurric" not in f"{seen.en}{seen.ja}"
    assert "look at its spelling" in seen.en
    assert "load_custmers" in seen.ja


def test_other_errors_keep_their_kind_words_beside_the_line() -> None:
    said = stop(CellError(0, "KeyError", "'x'", (), 2), "a = 1\ntable['x']")
    assert (
        said.seen.en
        == "The cell stopped: it asks for a column or a key that does not exist (Python says: KeyError: 'x')."
    )
    assert (said.next_step, said.line) == (None, "table['x']")


def test_empty_lines_at_the_top_are_counted_as_the_learner_counts() -> None:
    said = stop(CellError(0, "SyntaxError", "invalid character", (), 1), "\n  \nx = ７")
    assert (said.seen.ja, said.line) == ("セルがエラーで止まりました。3行目: 「７」は全角文字です。", "x = ７")


def test_a_bracket_left_open_may_end_in_an_empty_line() -> None:
    said = stop(CellError(0, "SyntaxError", "incomplete input", (), 2), "a = (1,\n\n")
    assert said.seen.en == "The cell stopped. Line 2: A bracket is opened and never closed."
    assert said.line == ""


@pytest.mark.parametrize("line", [None, 0, -1, 2, 10**30])
def test_a_line_that_the_cell_does_not_have_is_not_believed(line: int | None) -> None:
    said = stop(CellError(0, "SyntaxError", "invalid character", (), line), "x = ７")
    assert said.seen.en == (
        "The cell stopped: Python cannot read what is typed there (Python says: SyntaxError: invalid character)."
    )
    assert said.line == ""


@pytest.mark.parametrize("says", ["", "{name}", "name 'other' is not defined", "name 'x y' is not defined"])
def test_a_name_that_the_line_does_not_hold_is_not_believed(says: str) -> None:
    said = stop(CellError(0, "NameError", says, (), 1), "json.loads('')")
    assert "it uses a name that no cell before it has set" in said.seen.en


def test_a_name_nearly_that_of_a_cell_that_failed_or_comes_later_is_a_misspelt_one() -> None:
    failed = CellError(0, "ZeroDivisionError", "", (), 1)
    error = CellError(1, "NameError", "name 'custmers' is not defined", (), 1)
    cells = ("customers = 1 / 0", "print(custmers)", "customers = 1")
    assert stop(error, *cells, errors=(failed,)).next_step.en == "Did you mean customers?"


@pytest.mark.parametrize(
    "line",
    ["x =" + " " * 5_000_000 + "７", "x" * 5_000_000, "1 " * 2_500_000 + "７", "'" * 5_000_001, "= a " * 1_000_000, "a = 1\n" * 500_000],
    ids=range(6),
)  # fmt: skip
def test_a_line_without_end_takes_no_time(line: str) -> None:
    for kind, says in (("SyntaxError", "invalid syntax"), ("NameError", "name 'x' is not defined")):
        said = stop(CellError(1, kind, says, (), 1), line, f"x{line}")
        assert len(said.line) <= 300
