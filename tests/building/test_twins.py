"""The two languages of a page show the same."""

from __future__ import annotations

import pytest
from building.toy import code, lesson, prose


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("## Rule\n\n`x` and [a](b.md)", "## ルール\n\n[あ](b.md) と `x`"),
        ("- one\n- two", "一と二"),
        ('write `"like this"`', '`"このように"` と書く'),
        ("{{ n:,}} of {{ n:,}}", "{{ n:, }}"),
        ("on {{ n:%d %B}}", "{{ n:%m月%d日}}"),
    ],
)
def test_twins_that_agree(prepare, en, ja):
    assert prepare(lesson(code("n = 1"), prose(en, ja)))[1] == []


@pytest.mark.parametrize(
    ("en", "ja", "says"),
    [
        ("## Rule", "ルール", "headings: only the English has a heading of level 2"),
        ("## A\n\n## B", "## あ\n\n### い", "only the Japanese has a heading of level 3"),
        ("`tenure`", "`tenur`", "inline code: only the English has `tenure`; only the Japanese has `tenur`"),
        ("`x` and `x`", "`x`", "inline code: only the English has `x`"),
        ('`"a"`', '`"b"`', "inline code"),
        ("[a](b.md)", "あ", "links: only the English has b.md"),
        ("[a](b.md)", "[あ](c.md)", "links"),
        ("![a](b.png)", "あ", "images: only the English has b.png"),
        ("{{ n:.0%}}", "{{ n:.1%}}", "placeholders: only the English has n:.0%; only the Japanese has n:.1%"),
        ("```\nx\n```", "x", "code blocks"),
        ("{{ options(quick_one) }}", "なし", "lists of options: only the English has options(quick_one)"),
    ],
)
def test_twins_that_differ(problem, en, ja, says):
    found = problem(lesson(code("n = 1"), prose(en, ja)))
    assert "The twins differ in their " in found
    assert says in found


def test_a_picture_has_an_alt_text(problem):
    assert "The image b.png has no alt text." in problem(lesson(prose("![](b.png)", "![図](b.png)")))


@pytest.mark.parametrize(
    ("title", "says"),
    [
        (
            prose("# What it learns", "# 機械は何を学ぶのか"),
            "The first heading in “en” is not “# What a machine learns”.",
        ),
        (prose("# What a machine learns", "# 機械"), "The first heading in “ja” is not “# 機械は何を学ぶのか”."),
    ],
)
def test_the_title_is_the_curriculums(problem, title, says):
    assert says in problem(lesson(title=title))


def test_the_title_may_carry_its_number(prepare):
    assert prepare(lesson(title=prose("# 1-1 What a machine learns", "# 1-1 機械は何を学ぶのか")))[1] == []


def test_headings_go_down_one_level_at_a_time(prepare):
    _, problems = prepare(lesson(prose("### Deep", "### 深い"), prose("# Second", "# 二つ目")))
    assert any("The heading “Deep” leaves out a level. Write it with ##." in problem for problem in problems)
    assert any("“# Second” is a second title. Write it with ##." in problem for problem in problems)


@pytest.mark.parametrize("ja", ["これは**「重要」**です。", "これは**重要。**です。"])
def test_marks_that_markdown_does_not_read_are_named(problem, ja):
    found = problem(lesson(prose("This is **important**.", ja)))
    assert "is shown as it stands. Put the marks inside the brackets" in found


def test_marks_that_are_read_and_stars_in_code_are_let_be(prepare):
    assert prepare(lesson(prose("**Yes.** No `f(**x)`.", "「**はい**」。**いいえ**です `f(**x)`。")))[1] == []
