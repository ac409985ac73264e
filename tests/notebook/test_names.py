"""Which names code assigns and reads, and which of them a learner may change."""

from __future__ import annotations

import pytest

from mlcurric.notebook.names import assigned, changeable, read


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("x = y", {"x"}),
        ("a, (b, *c) = d", {"a", "b", "c"}),
        ("x += 1\nfor i in z: pass\nwith f() as g: pass", {"x", "i", "g"}),
        ("import pandas as pd\nfrom a import b", {"pd", "b"}),
        ("def f(a):\n    inner = 1", {"f"}),
        ("[i for i in x]; telco['a'] = 1", set()),
        ("if (n := 3) > 2: pass", {"n"}),
    ],
)
def test_assigned(code, names):
    assert assigned(code) == names


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("x = y + f(z)", {"y", "f", "z"}),
        ("x += 1", {"x"}),
        ("sum(i for i in x)", {"sum", "x"}),
        ("def f(a):\n    b = a + c\n    return b", {"c"}),
        ("lambda a: a + b", {"b"}),
    ],
)
def test_read(code, names):
    assert read(code) == names


@pytest.mark.parametrize(
    ("cells", "names"),
    [
        ([("months = 3", True)], {"months"}),
        ([("months = 3", True), ("hits = count(months)\nrows = 20", False)], {"months", "hits"}),
        (
            [("months = 3", True), ("def rule(x): return x < months", False), ("y = rule(1)", False)],
            {"months", "rule", "y"},
        ),
        ([("months = 3", True), ("months = 4", False)], set()),
        ([("months = 3", True), ("telco['new'] = months", False)], {"months", "telco"}),
        ([("hits = 1", False)], set()),
    ],
)
def test_changeable(cells, names):
    assert changeable(cells) == names


def test_what_a_comprehension_keeps_to_itself_is_neither_assigned_nor_read():
    assert assigned("rows = [i for i in table]") == {"rows"}
    assert read("rows = [i for i in table]") == {"table"}
    assert read("[i for i in table]\nprint(i)") == {"table", "i", "print"}
    assert assigned("i = 1\n[i for i in table]") == {"i"}
