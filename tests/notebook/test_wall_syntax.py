"""A cell of lines for the wall that Python cannot read: what is missing of its form is named, in its own line."""

import pytest

from mlcurric.notebook.syntax import about_syntax
from mlcurric.notebook.wall_syntax import about_call, about_wall_cell
from mlcurric.text import LANGUAGES, speaking

CELLS = [
    ('wall("""\ne 顧客が解約した\ne 電話した\n"""\n# wall.print()\n', 4, "後ろに ) がありません", "the “)” is missing"),
    ('wall("""\ne 顧客が解約した\n)\n# wall.print()\n', 3, '終わりの """ がありません', 'closing """ is missing'),
    ('wall("""\ne 顧客が解約した\n"")\n', 3, '終わりの """ がありません', 'closing """ is missing'),
    ('wall("""\ne 顧客が解約した', 2, '終わりの """ がありません', 'closing """ is missing'),
    ('wall("""\ne 顧客が解約した\nwall("""\nh なぜ\n""")\n', 3, '終わりの """ がありません', 'closing """ is missing'),
    ('wall(\ne 顧客が解約した\n""")\n', 1, 'はじめの """', 'opening """'),
    ('wall("\ne 顧客が解約した\n")\n', 1, 'はじめの """', 'opening """'),
    ('wall""\ne 顧客が解約した\n""")\n', 1, 'はじめの """', 'opening """'),
    ('wall"""\ne 顧客が解約した\n""")\n', 1, "( がありません", "the “(” is missing"),
    ('wall("""\n""")\ne 顧客が解約した\n', 3, "の外にあります", "outside"),
    ('wall("""\ne 電話した\n""")\nE3: 顧客が解約した @\n', 4, "の外にあります", "outside"),
    ('wall("e 顧客が解約した)\n', 1, 'wall("e 顧客が解約した")', 'wall("e 顧客が解約した")'),
    ('wall("e 顧客が解約した"\n', 1, 'wall("e 顧客が解約した")', 'wall("e 顧客が解約した")'),
    ("wall(e 顧客が解約した)\n", 1, 'wall("e 顧客が解約した")', 'wall("e 顧客が解約した")'),
]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("cell", "line", "ja", "en"), CELLS)
def test_what_is_missing_of_the_form_is_named(cell, line, ja, en, lang):
    with pytest.raises(SyntaxError) as caught:
        compile(cell, "cell", "exec")
    with speaking(lang):
        told = " ".join(map(str, about_syntax(caught.value, cell)))
    assert told.startswith({"ja": f"{line}行目: ", "en": f"Line {line}: "}[lang])
    assert {"ja": ja, "en": en}[lang] in told
    assert 'wall("' in told


@pytest.mark.parametrize(
    "cell",
    [
        'wall("""\ne a\n""")\nx = = 1\n',
        "wall = ex.wall(\nwall\n",
        'wall("e a")\nwall("""\ne b\n"""\n)\nx = (1\n',
        'wall("""\ne a\n""", "彩")\nwall.print(\n',
        'wall(\n"""\ne a\n""")\nx = (\n',
        'print("""\n',
        "e 顧客が解約した\n",
        'wall("""\ne a\n"""）\n',
    ],
)
def test_any_other_slip_is_left_to_those_who_know_it(cell):
    with pytest.raises(SyntaxError) as caught:
        compile(cell, "cell", "exec")
    assert about_wall_cell(cell, caught.value.lineno) is None


def test_the_notebook_says_it_in_place_of_the_traceback(notebook):
    notebook.run("from mlcurric.text import speak\nspeak('ja')\n%load_ext mlcurric.notebook.beginners")
    told = notebook.run('wall("""\ne 顧客が解約した\n"""\n# wall.print()')
    assert "3行目" in told
    assert "Traceback" not in told
    assert "後ろに ) がありません" in told


@pytest.mark.parametrize(
    ("cell", "call"),
    [
        ("wall.bring_in(export.csv)", 'wall.bring_in("export.csv")'),
        ("wall.bring_in(付箋.csv)", 'wall.bring_in("付箋.csv")'),
        ("wall.bring_in(2027-01-21.csv)", 'wall.bring_in("2027-01-21.csv")'),
        ("wall.bring_in(my export.csv)", 'wall.bring_in("my export.csv")'),
        ("wall.bring_in(「export.csv」)", 'wall.bring_in("export.csv")'),
        (
            'wall.bring_in(export.csv, colours={"pink": "system"})',
            'wall.bring_in("export.csv", colours={"pink": "system"})',
        ),
        ("wall.print(A4)", 'wall.print("A4")'),
        ("wall.by(彩, 電話)", 'wall.by("彩", "電話")'),
    ],
)
def test_a_name_of_a_file_or_a_paper_without_quotes_is_told_with_the_whole_call(notebook, cell, call):
    notebook.run("from mlcurric.text import speak\nspeak('ja')\n%load_ext mlcurric.notebook.beginners")
    notebook.run("from mlcurric.notebook.wall import open_wall\nwall = open_wall()")
    told = notebook.run(cell)
    assert f"引用符で囲みます: {call}" in told
    assert "Traceback" not in told


@pytest.mark.parametrize("line", ["wall.print()", 'wall.bring_in("export.csv")', 'wall.print(paper="A4")', "print(A4)"])
def test_a_call_in_form_is_left_alone(line):
    assert about_call(line) is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_proposed_line_is_whole_or_says_that_it_goes_on(lang):
    line = "e The locker key was lost @3 by Omar/support"
    with speaking(lang):
        _, says = about_wall_cell(f"wall('{line})", 1)
        assert f'wall("{line}")' in str(says[0])
        _, says = about_wall_cell(f"wall('e {'very ' * 60}late @3)", 1)
        assert '…")' in str(says[0])
