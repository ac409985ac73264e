"""Code in two languages becomes plain code in one, and what has no twin is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from building.toy import code, lesson

from mlcurric.building.bilingual import resolve
from mlcurric.building.problems import Place, SourceError

PLACE = Place(Path("x.md"), "cell 1, line 1")


@pytest.mark.parametrize(
    ("source", "en", "ja"),
    [
        ('x = T("months", "か月")', 'x = "months"', 'x = "か月"'),
        ('日 = 1; x = T("day", "日")', None, '日 = 1; x = "日"'),
        ("f(T('it''s', '「その」'), 1)", "f('it''s', 1)", "f('「その」', 1)"),
        ('print(T(f"{n} left", f"{n}人"))', 'print(f"{n} left")', 'print(f"{n}人")'),
        ('x = T("""\na\n""", """\nあ\n""")', 'x = """\na\n"""', 'x = """\nあ\n"""'),
        ('x = T(f"""\n{a}\n""", "あ")', 'x = f"""\n{a}\n"""', 'x = "あ"'),
        ('x = T("a"\n      "b", "あ")', 'x = ("a"\n      "b")', 'x = "あ"'),
        ('f(T("a"\n    "b", "あ"))', 'f("a"\n    "b")', 'f("あ")'),
        ('x = T(\n    "a",\n    "あ",\n)', 'x = "a"', 'x = "あ"'),
        ('{T("a", "あ"): T("b", "い")}', '{"a": "b"}', '{"あ": "い"}'),
        ('x = T("# en: a", "# ja: あ")', 'x = "# en: a"', 'x = "# ja: あ"'),
        ("telco.T", "telco.T", "telco.T"),
        ("# en: a line\n# ja: 1 行\nx = 1", "# a line\nx = 1", "# 1 行\nx = 1"),
        ("x = 3  # en: months # ja: か月", "x = 3  # months", "x = 3  # か月"),
        (
            "def f():\n    # en: a\n    # ja: あ\n    return 1",
            "def f():\n    # a\n    return 1",
            "def f():\n    # あ\n    return 1",
        ),
        ('# ex.hint("x")\n# 1 2 3', '# ex.hint("x")\n# 1 2 3', '# ex.hint("x")\n# 1 2 3'),
        ("### BEGIN SOLUTION\nx = 1\n### END SOLUTION",) * 3,
    ],
)
def test_twins_are_resolved(source, en, ja):
    if en is not None:
        assert resolve(source, "en", PLACE) == en
    assert resolve(source, "ja", PLACE) == ja


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ('x = T("a")', 'T("a") is not two literal strings. Write T("English", "日本語")'),
        ('x = T("a", name)', "is not two literal strings"),
        ('x = T("a", ja="あ")', "is not two literal strings"),
        ('x = T("a", 3)', "is not two literal strings"),
        ('x = T("a" + "b", "あ")', "is not two literal strings"),
        ('x = T("a", " ")', "has an empty twin"),
        ("""x = f"{T('a', 'あ')}" """, "T() stands inside an f-string. Turn it round"),
        ("# en: alone\nx = 1", "The comment “# en: alone” has no twin"),
        ("# ja: ひとり\nx = 1", "has no twin"),
        ("x = 1  # en: beside\n# ja: 下", "has no twin"),
        ("# en: a\nx = 1\n# ja: あ", "has no twin"),
        ("x = 3  # months", "The comment “# months” is in one language"),
        ('x = "か月"', "shows Japanese on the English page"),
        ("%matplotlib inline", "Python cannot read line 1 of this cell"),
        ("x = = 1", "Python cannot read line 1 of this cell"),
    ],
)
def test_what_has_no_twin_is_named(source, says):
    with pytest.raises(SourceError) as caught:
        resolve(source, "en", PLACE)
    assert str(caught.value).startswith("x.md, cell 1, line 1: ")
    assert says in str(caught.value)


def test_a_line_to_scroll_for_is_named(problem):
    long = f'x = "{"a" * 90}"'
    assert f"The line “{long[:40]}…” has 96 characters. Keep it within 88." in problem(lesson(code(long)))
