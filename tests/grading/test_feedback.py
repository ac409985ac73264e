"""What the page that a learner gets back says, and what it must not."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from html.parser import HTMLParser

import pytest
from grading.made import EXPECTED, PITCH, RIGHT, SECRET, Class

from mlcurric.grading.gradebook.store import FILE_NAME
from mlcurric.grading.pages.shown_answers import Line, answer_lines
from mlcurric.question.choices import Choice, Letters
from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Day, Form, Number, Text
from mlcurric.question.given import Given
from mlcurric.question.plain import Opaque
from mlcurric.question.rubric import RUBRIC
from mlcurric.text import T


class Outline(HTMLParser):
    """The tags, headings and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.headings: list[int] = []
        self.text = ""
        self.lang = ""
        self._in_style = False
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._in_style = tag == "style"
        if re.fullmatch(r"h\d", tag):
            self.headings.append(int(tag[1]))
        if tag == "html":
            self.lang = dict(attributes)["lang"] or ""

    def handle_data(self, data: str) -> None:
        if not self._in_style:
            self.text += data


WRONG = ["hits = 9", 'leaks = "a"', 'cause = "a"', 'guess = dict(pays="no", pays_sure=80)', PITCH, "1 / 0"]


def test_it_shows_answers_verdicts_points_and_a_first_hint(a_class: Class) -> None:
    a_class.grade_one(WRONG)
    text = " ".join(Outline(a_class.page()).text.split())
    for part in (
        "1-1 What a machine learns", "ann", "0 of 3 questions right", "1 of 17 points so far", "Up to 12 more points from a person",
        "1. How many hits?", "0 of 2 points", "Not yet", "You counted the list.", "Your answer 9", "Hint a nudge",
        "a: first column", "a: by chance", "pays · it pays no", "pays_sure · how sure", "80", "Received", "Of your 200 customers",
        "not marked yet, up to 12 points", RUBRIC[0].asks.en, "Code cell 6 stopped: it divides by zero", "1 / 0", "What to do next",
    ):  # fmt: skip
        assert part in text


def test_a_question_or_an_exercise_that_is_asked_no_more_keeps_its_grade_and_is_shown_by_its_name(
    a_class: Class,
) -> None:
    a_class.grade_one(WRONG)
    a_class.hand_in("ben/1-1.ipynb", RIGHT)
    a_class.grade()
    with closing(sqlite3.connect(a_class.out / FILE_NAME)) as base, base:
        base.execute("update verdicts set question = 'old_' || question where question in ('hits', 'leaks', 'guess')")
        base.execute(
            "update submissions set exercise = 'once' where learner = (select id from learners where shown = 'ben')"
        )
    rows = a_class.grade()
    assert {row["question"] for row in rows if row["exercise"] == "once"} >= {"old_hits", "cause"}
    for learner, exercise in (("ann", "1-1"), ("ben", "once")):
        text = " ".join(Outline(a_class.page(learner, exercise)).text.split())
        for part in ("1. old_hits", "no longer asked", "Your answer 9" if learner == "ann" else "right"):
            assert part in text


def test_of_a_choice_of_several_it_is_said_what_the_comment_is_about(a_class: Class) -> None:
    a_class.grade_one(["hits = 9", 'leaks = "a"'])
    # What was left out is not named: that would be one letter of the answer.
    assert "at least one is missing. Of one that you left out: So is it." in Outline(a_class.page()).text
    assert "second column" not in a_class.page()
    a_class.grade_one(["hits = 9", 'leaks = "a, c"'], lang="ja")
    assert "「c: 3 列目」は当てはまりません。" in Outline(a_class.page()).text


def test_it_never_shows_an_expected_value_or_a_model_answer(a_class: Class) -> None:
    for cells in (WRONG, ["hits = 1 / 0"], []):
        a_class.grade_one(cells)
        page = a_class.page()
        assert SECRET not in page
        assert str(EXPECTED) not in page
        assert "b: by design" not in page


def test_it_is_in_the_language_of_the_hand_in(a_class: Class) -> None:
    a_class.grade_one(WRONG, lang="ja")
    outline = Outline(a_class.page())
    assert outline.lang == "ja"
    for part in (
        "3 問中 0 問正解",
        "もう一歩",
        "リストを数えています。",
        "あなたの答え",
        "ヒントその1",
        RUBRIC[0].asks.ja,
    ):
        assert part in outline.text
    for part in ("Not yet", "Your answer", "points"):
        assert part not in outline.text


def test_all_right_is_said(a_class: Class) -> None:
    a_class.grade_one(RIGHT)
    text = Outline(a_class.page()).text
    assert "3 of 3 questions right" in text
    assert "Well done" in text
    assert "Hint" not in text


@pytest.mark.parametrize("cells", [WRONG, RIGHT, []])
def test_it_is_one_file_without_script_that_can_be_read_aloud(a_class: Class, cells: list[str]) -> None:
    a_class.grade_one(cells)
    page = a_class.page()
    outline = Outline(page)
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(outline.tags)
    assert not re.search(r"https?://|url\(|@import", page)
    assert outline.headings[0] == 1
    assert outline.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(outline.headings, outline.headings[1:], strict=False))
    assert {"main", "title"} <= set(outline.tags)


NUMBER = Number(T("customers", "人"), example="7")
OPTIONS = {"a": T("a rule", "ルール"), "b": T("a model", "モデル")}


@pytest.mark.parametrize(
    ("form", "value", "shown"),
    [
        (NUMBER, "9", '"9"'), (NUMBER, " 9\x1b", '" 9�"'), (NUMBER, 2 / 9, "0.2222"), (NUMBER, 9, "9"), (NUMBER, 80.123456, "80.12"),
        (NUMBER, 7041.0, "7041"), (NUMBER, 70412.0, "70412"), (NUMBER, 1234.5, "1234.5"), (NUMBER, -1760.0000000000002, "-1760"), (NUMBER, 1760.04, "1760.0"), (NUMBER, 1e300, "1e+300"), (NUMBER, 2**62, str(2**62)),
        (NUMBER, float("nan"), "nan"), (NUMBER, float("-inf"), "-inf"), (NUMBER, True, "True"), (NUMBER, [1, 200 / 3, "x"], '[1, 66.67, "x"]'),
        (NUMBER, Opaque("Li\x1bar"), "a value of type Li�ar"), (NUMBER, "9" * 400, '"' + "9" * 298 + "…"),
        (Day("1997-09-30"), "30 Sep", '"30 Sep"'), (Day("1997-09-30"), "1997-09-30", '"1997-09-30"'),
        (Choice(OPTIONS), "b", "b: a model"), (Choice(OPTIONS), "z", '"z"'), (Choice(OPTIONS), "a, b", '"a, b"'),
        (Given(Choice(OPTIONS), "a"), "b", "b: a model"), (Letters(OPTIONS), "B, a", "a: a rule\nb: a model"), (Letters(OPTIONS), ["b"], "b: a model"), (Letters(OPTIONS), ["z"], '["z"]'),
        (Text(), "\n　６月に 9 人。\n　次に\u202e\n", "　６月に 9 人。\n　次に�"), (Text(), 3, "3"),
        (Text(), "\ufeff彩\u200bさんへ、so\u00adft\u200c\u2060 👩\u200d👧\U0001fae9\U0001faea\x1b", "彩さんへ、soft 👩\u200d👧\U0001fae9\U0001faea�"), (NUMBER, "9\u200b", '"9�"'),
    ],
)  # fmt: skip
def test_an_answer_is_shown_as_it_was_typed(form: Form, value: object, shown: str) -> None:
    assert answer_lines(form, value) == [Line("", shown)]


def test_the_lines_of_a_structured_answer_are_labelled_in_full() -> None:
    comment = T("a letter in quotes", "記号を引用符で囲む")
    form = Fields({"invoices": Field(T("“Every invoice …”", "「請求書は…」"), Choice(OPTIONS), comment)})
    assert answer_lines(form, {"invoices": "a", "other": "a"}) == [
        Line("invoices · “Every invoice …”", "a: a rule"),
        Line("other", '"a"'),
    ]


def test_what_a_learner_writes_is_text(a_class: Class) -> None:
    script = "<script>alert(1)</script>"
    name = "<b>ann"
    a_class.hand_in(
        f"{name}/1-1-<img src=x>.ipynb",
        [f"hits = {script!r}", f"leaks = {{{script!r}: {script!r}}}", f"cause = [{script!r}]",
         f"guess = dict(pays={script!r}, pays_sure=type({script!r}, (), {{}})())", f"pitch = {PITCH[8:-3]!r} + {script!r} + '\\x00\\x1b\\u202e'",
         f"raise ValueError({script!r})"],
    )  # fmt: skip
    a_class.grade()
    (path,) = (path for path in a_class.out.rglob("*.html") if path.name != "index.html")
    page = path.read_text(encoding="utf-8")
    assert not {"script", "b", "img"} & set(Outline(page).tags)
    assert page.count("&lt;script&gt;") >= 5
    assert not {"\x00", "\x1b", "\u202e"} & set(page)


def test_a_file_that_cannot_be_graded_gets_a_page_that_says_what_to_do(a_class: Class) -> None:
    a_class.write("ann/1-1.ipynb", '{"metadata": {"mlcurric": {"lang": "ja"}}')
    a_class.grade()
    outline = Outline(a_class.page())
    assert outline.lang == "ja"
    assert "ファイルが壊れています" in outline.text
    assert "次にすること" in outline.text
    assert "もう一度ダウンロード" in outline.text


def test_a_second_notebook_is_mentioned_on_the_page_of_the_first(a_class: Class) -> None:
    a_class.hand_in("ann/1-1.ipynb", RIGHT)
    a_class.hand_in("ann/1-1 (2).ipynb", RIGHT)
    a_class.grade()
    assert "1-1 (2).ipynb" in Outline(a_class.page()).text
