"""A class of 300 at a glance: on the terminal, and as a page."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from grading.class_of import current, fill, handed_in, run
from grading.made import EXPECTED, GRADED
from grading.test_exports import PROBLEM
from grading.test_feedback import Outline
from grading.test_marks import export, fill_in
from rich.cells import cell_len

from mlcurric.grading.gradebook.store import FILE_NAME, opened
from mlcurric.grading.judging.judge import judge_run, ungraded
from mlcurric.grading.judging.telling import told
from mlcurric.grading.reading.clean import is_shown
from mlcurric.grading.reading.read import Notebook
from mlcurric.grading.results import write_results
from mlcurric.grading.running.run_report import CellError, Run
from mlcurric.text import speaking

RIGHT = {"hits": EXPECTED, "leaks": "a, b", "cause": "b"}
LISTED = {**RIGHT, "hits": 9}
TEXT = {**RIGHT, "pitch": "Of your 200 customers 40 to 60 leave by June; the list misses some."}
HOSTILE = ("<script>alert(1)</script>", "<img src=x onerror=y>", "a\u202ebc", "\x1b[31mred", "x" * 255, "é", "e\u0301", "\udcff\udcfe", "{{ 7 * 7 }}", "[bold]b")  # fmt: skip


@pytest.fixture
def out(tmp_path: Path, fake_questions: None) -> Path:
    return tmp_path / "out"


def page(out: Path) -> str:
    return (out / "gradebook.html").read_text(encoding="utf-8")


def words(out: Path) -> str:
    return " ".join(Outline(page(out)).text.split())


def test_what_most_get_wrong_stands_on_top_in_words(out: Path) -> None:
    fill(out, *(handed_in(f"l{n}", answers=LISTED if n < 30 else {**RIGHT, "cause": "a"} if n < 40 else RIGHT) for n in range(60)),
         handed_in("odd", answers={"hits": 3}))  # fmt: skip
    said = run("gradebook", out)
    assert re.search(
        r"Teach this next:\s+31 of 61 who answered got it wrong: 1-1 How many hits\?: 30 of them: You counted the list\.\s+"
        r"10 of 60 who answered got it wrong: 1-1 Why\?: Not chance\.",
        said,
    )
    text = words(out)
    assert (
        text.index("Teach this next")
        < text.index("31 of 61 who answered got it wrong")
        < text.index("Question by learner")
    )
    assert "30 of 61 who answered: You counted the list. wrong in other ways: 1" in text
    assert "right 30, not yet 31" in text


IN_MANY_WAYS = """\
  14 of 32 who answered got it wrong: 1-1 How many hits?: Not in one way that is known: look at some answers together.
  3 of 32 who answered got it wrong: 1-1 Why?: Not chance.

"""
IN_MANY_WAYS_JA = "  答えた 32 人中 14 人が不正解: 1-1 当たりは何人ですか: 決まった誤り方は見つかっていません。"


@pytest.mark.parametrize(("lang", "lines"), [("en", IN_MANY_WAYS), ("ja", IN_MANY_WAYS_JA)])
def test_what_many_get_wrong_in_many_ways_comes_before_what_one_does_and_that_not_at_all(
    out: Path, lang: str, lines: str
) -> None:
    wrong = [{**RIGHT, "hits": n} for n in range(1, 15)]
    wrong[3:6] = ({**one, "cause": "a"} for one in wrong[3:6])
    wrong[7]["leaks"] = "a"
    fill(out, *(handed_in(f"l{n}", answers=wrong[n] if n < 14 else RIGHT) for n in range(32)))
    with speaking(lang):
        assert lines in run("gradebook", out)


def test_each_learner_counts_once_with_the_newest_hand_in(out: Path) -> None:
    fill(
        out,
        handed_in("ann", answers=LISTED),
        handed_in("ann", answers=RIGHT, attempt=2),
        handed_in("bob", answers=LISTED),
    )
    said = run("gradebook", out)
    assert "1 of 2 who answered got it wrong: 1-1 How many hits?: You counted the list." in said
    assert re.search(r"1-1 What a machine le\S*\s*…?\s+2/2\s+4\.0\s+5\s+1\.5\s+–\s+–", said)
    assert re.search(r"ann\s+5×2\s", said)


def test_of_a_choice_of_several_the_option_is_named(out: Path) -> None:
    fill(out, *(handed_in(f"l{n}", answers={**RIGHT, "leaks": leaks}) for n, leaks in enumerate(("a", "a", "a, b, c"))))
    said = run("gradebook", out)
    assert (
        "3 of 3 who answered got it wrong: 1-1 Which leak?: 2 of them: “b: second column” left out: So is it.\n" in said
    )
    assert "1 of 3 who answered: “c: third column” chosen: It is early." in words(out)
    with speaking("ja"):
        assert "「b: 2 列目」を選んでいない: これもです。" in run("gradebook", out)
    assert "「c: 3 列目」を選んだ: 先に入る列です。" in words(out)


def test_what_a_key_finds_out_is_taught_next(out: Path) -> None:
    asked = {"hits": replace(GRADED[0], data="keyed", near_shown=lambda world: False)}
    # What is right there is wrong among the customers of a key.
    practice, keyed = (
        judge_run(asked.values(), Notebook((), "en"), Run({"hits": hits}), 60) for hits in (EXPECTED, EXPECTED + 99)
    )
    graded = told(asked, keyed, practice, {"hits": EXPECTED})
    fill(out, *(handed_in(f"l{n}", graded=graded) for n in range(3)), handed_in("ann", answers=RIGHT))
    says = "3 of 4 who answered got it wrong: 1-1 How many hits?: Right on the practice data, but not on new customers: the answer was typed in"
    said = " ".join(run("gradebook", out).split())
    assert says in said
    assert "wrong in other ways" not in words(out)
    with speaking("ja"):
        assert "練習用のデータでは正解でも" in run("gradebook", out).replace("\n", "")
    assert "値を書き写したか、手元の顧客でしか成り立たない答えです" in words(out)


SLIPS = """\
Teach this next:
  6 of 7 who answered got it wrong: 1-1 How many hits?: 4 of them: “9” is in quotes, so Python reads it as text. 2 of them: You counted the list.
  3 of 7 who answered got it wrong: 1-1 Why?: The cell stopped. “b” has no quotes around it, so Python looks for something of that name.
"""
SLIPS_JA = """\
  答えた 7 人中 6 人が不正解: 1-1 当たりは何人ですか: うち 4 人: 「9」は引用符で囲まれているので、Python は文字として読みます。うち 2 人: リストを数えています。
  答えた 7 人中 3 人が不正解: 1-1 なぜですか: セルがエラーで止まりました。「b」に引用符がないので、Python はその名前のものを探してしまいます。
"""


@pytest.mark.parametrize(("lang", "lines"), [("en", SLIPS), ("ja", SLIPS_JA)])
def test_a_slip_and_what_stops_a_cell_are_ways_of_getting_it_wrong_wherever_the_cell_stands(
    out: Path, lang: str, lines: str
) -> None:
    def stopping(cell: int) -> Run:
        error = CellError(cell, "NameError", "name 'b' is not defined", ("cause",), 1)
        return Run({"hits": "9", "leaks": "a, b"}, (error,))

    stopped = [
        judge_run(GRADED, Notebook(("1",) * cell + ("cause = b",), "en"), stopping(cell), 60) for cell in (1, 2, 3)
    ]
    # Nobody knows what a cell would have come to that the run did not reach.
    late = judge_run(
        GRADED, Notebook(("1",), "en"), Run({"hits": EXPECTED}, unfinished=frozenset({"cause"}), timed_out=True), 60
    )
    fill(out, *(handed_in(f"s{n}", graded=graded) for n, graded in enumerate(stopped)), handed_in("late", graded=late),
         *(handed_in(f"l{n}", answers={**RIGHT, "hits": hits}) for n, hits in enumerate(("9", 9, 9))),
         handed_in("ann", answers={"cause": "b"}))  # fmt: skip
    with speaking(lang):
        assert lines in run("gradebook", out)
    if lang == "en":
        assert "4 of 7 who answered: “9” is in quotes" in words(out)
        assert "wrong in other ways" not in words(out)


OBEYED = "\x1b]52;c;aGk=\x07\x1b[2J\x00\u202e\u2066\x9b31m\r\nForged\u2028"
"""A terminal would clear its screen, write the clipboard and begin a line; a page would turn a row round."""


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_a_learner_types_gives_no_orders_to_a_terminal_or_a_page(out: Path, lang: str) -> None:
    typed = {"hits": OBEYED, "leaks": OBEYED, "cause": OBEYED, "guess": {OBEYED: OBEYED}, "pitch": OBEYED}
    stopped = Run({}, (CellError(0, "ValueError", OBEYED, ("cause",), 1),))
    fill(out, handed_in("mal", answers=typed), handed_in("eve", answers=typed),
         handed_in("sal", graded=judge_run(GRADED, Notebook((f"cause = {OBEYED}",), "en"), stopped, 60)))  # fmt: skip
    with speaking(lang):
        said = [run("gradebook", out, "--learners"), run("gradebook", "export", out, "--out", out / "all.csv")]
        with opened(out / FILE_NAME) as gradebook:
            write_results(out, gradebook)
    files = [path for path in out.rglob("*") if path.suffix in (".csv", ".html")]
    assert len(files) == 7
    assert "Forged" in said[0]
    assert not any(line.startswith("Forged") for line in said[0].splitlines())
    for text in (*said, *(path.read_text(encoding="utf-8-sig") for path in files)):
        assert [each for each in text if each not in "\n\t" and not is_shown(each)] == []
    for one in current(out).values():
        for each in one.graded:
            for words in (*each.verdict.sentences, each.verdict.way, each.label):
                assert words is None or all(map(is_shown, words.en + words.ja))


def test_who_gave_no_answer_is_not_counted_among_those_who_answered(out: Path) -> None:
    fill(out, *(handed_in(f"l{n}", answers=LISTED if n < 2 else RIGHT) for n in range(3)), handed_in("blank", answers={}),
         handed_in("broken", graded=ungraded(GRADED, PROBLEM), problem=PROBLEM))  # fmt: skip
    assert "2 of 3 who answered got it wrong: 1-1 How many hits?: You counted the list." in run("gradebook", out)
    assert "2 of 3 who answered: You counted the list." in words(out)
    with speaking("ja"):
        assert "答えた 3 人中 2 人が不正解: 1-1 当たりは何人ですか" in run("gradebook", out)


def test_what_waits_and_what_could_not_be_graded_is_shown_and_is_no_zero(out: Path) -> None:
    fill(out, handed_in("ann", answers=TEXT), handed_in("bob", problem=PROBLEM), handed_in("cy", "1-2", RIGHT),
         handed_in("dee", "1-2", RIGHT))  # fmt: skip
    said = run("gradebook", out)
    assert re.search(r"ann\s+5✎\s+·", said)
    assert re.search(r"bob\s+!\s+·", said)
    assert re.search(r"cy\s+·\s+5", said)
    assert re.search(r"2/4\s+5\.0✎\s+17\s+1\.0\s+1\s+1", said)
    path = export(out)
    fill_in(path, "3")
    run("marks", "import", path, "--gradebook", out)
    assert re.search(r"ann\s+17\s+·", run("gradebook", out))


def test_three_hundred_learners_fit_eighty_columns_and_two_megabytes(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    names = [f"学習者 {number:03} " + "長い名前" * 20 for number in range(300)]
    fill(
        out,
        *(
            handed_in(name, exercise, (RIGHT, LISTED, TEXT)[at % 3])
            for at, name in enumerate(names)
            for exercise in ("1-1", "1-2")
        ),
    )
    for lang in ("en", "ja"):
        with speaking(lang):
            short, long = run("gradebook", out), run("gradebook", "show", out, "--learners")
        tables = [
            line
            for line in long.splitlines()
            if "×" not in line and (line.startswith((" 学習者 ", " 1-")) or "──" in line)
        ]
        assert len(tables) > 300
        assert max(map(cell_len, tables)) <= 80
        assert len(short.splitlines()) < 40
        # Four questions an exercise, and one text; sixty questions are twelve times as much of the growing part.
        assert len(page(out).encode()) * 60 / 8 < 2_000_000


def test_the_picture_does_not_rest_on_colour(out: Path) -> None:
    fill(out, handed_in("ann", answers=TEXT), handed_in("bob", answers=LISTED), handed_in("cy", "1-2", RIGHT))
    run("gradebook", out)
    paths = dict(re.findall(r'<path class="(\w+)" d="M[\d.]+ ([^"M]+)"', page(out)))
    # Each state has a mark of its own height or place; what is not handed in is blank.
    assert len({shape for state, shape in paths.items() if state != "none"}) == len(paths) - ("none" in paths)
    assert 'role="img" aria-label="hits: right 1, not yet 1, not handed in 1"' in page(out)


def test_the_page_is_one_file_without_script_that_can_be_read_aloud(out: Path) -> None:
    fill(
        out,
        *(handed_in(name, answers=LISTED) for name in HOSTILE[:-3]),
        *(handed_in(name, answers=TEXT) for name in HOSTILE[-3:]),
    )
    for lang in ("en", "ja"):
        with speaking(lang):
            said = run("gradebook", out)
        outline = Outline(page(out))
        assert outline.lang == lang
        assert not {"script", "img", "link", "iframe", "object", "form"} & set(outline.tags)
        assert not re.search(r"https?://|url\(|@import|\son\w+=", re.sub(r"&lt;.*?&gt;", "", page(out)))
        assert outline.headings[0] == 1
        assert outline.headings.count(1) == 1
        assert all(after - before <= 1 for before, after in zip(outline.headings, outline.headings[1:], strict=False))
        assert not {"\x1b", "\u202e", "\udcff"} & set(page(out) + said)
        assert "[bold]b" in said
        assert "{{ 7 * 7 }}" in outline.text
        assert max(len(line) for line in re.findall(r'<th scope="row">([^<]*)', page(out))) <= 200


def test_the_same_gradebook_gives_the_same_page(out: Path) -> None:
    fill(out, *(handed_in(f"l{n}", answers=LISTED) for n in range(5)))
    run("gradebook", out)
    before = (out / "gradebook.html").read_bytes()
    run("gradebook", "show", out)
    assert (out / "gradebook.html").read_bytes() == before


def test_a_folder_without_a_gradebook_is_told_and_stays_as_it_is(out: Path) -> None:
    assert "There is no gradebook" in run("gradebook", out, code=2)
    assert not out.exists()
    assert "No exercise is graded yet" in run(
        "gradebook", fill(out, handed_in("ann", "notes", problem=PROBLEM, graded=())), code=2
    )


def test_hand_ins_of_no_exercise_are_counted(out: Path) -> None:
    fill(out, handed_in("ann", answers=RIGHT), handed_in("bob", "notes", problem=PROBLEM, graded=()))
    assert "Hand-ins of no known exercise: 1." in run("gradebook", out)
