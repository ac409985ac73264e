"""A source is read into slots; a missing twin, a stray file and a slip in the options are named."""

from __future__ import annotations

import pytest
from building.toy import EXERCISE, LESSON, code, lesson, prose, write

from mlcurric.building import build
from mlcurric.building.problems import Findings


def test_right_sources_make_every_page(prepare):
    pages, problems = prepare()
    assert problems == []
    assert [str(page.path) for page in pages] == [
        "notebooks/en/1-tomorrow/1-1-what-a-machine-learns.ipynb",
        "notebooks/ja/1-tomorrow/1-1-what-a-machine-learns.ipynb",
        "exercises/en/1-tomorrow/1-1-your-turn.ipynb",
        "exercises/ja/1-tomorrow/1-1-your-turn.ipynb",
        "exercises/solved/en/1-tomorrow/1-1-your-turn.ipynb",
        "exercises/solved/ja/1-tomorrow/1-1-your-turn.ipynb",
    ]


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ('+++ {"lang": "en"}\n\nAlone.\n\n```{code-cell}\nx = 1\n```\n', "no Japanese twin. Write it right below"),
        ('+++ {"lang": "ja"}\n\nひとり。\n', "no English twin. Write it right above"),
        ("+++\n\nNo language.\n", "This text has no language."),
        (code("x = 1", tags="chagne"), "There is no tag “chagne”. There are change"),
        ("```{code-cell}\n:quest: x\nx = 1\n```\n", "A code cell has no option “quest”. There are tags, question"),
        (code(""), "This code cell is empty."),
    ],
)
def test_a_slip_is_named_with_its_line(problem, cells, says):
    found = problem(lesson(cells))
    assert says in found
    assert found.startswith(f"{LESSON}, cell 4, line ")


def test_unreadable_front_matter(problem):
    assert "cannot be read" in problem('---\nmlcurric: {lesson: "1-1"\n---\n' + prose("# x", "# x"))


def test_the_front_matter_names_the_lesson(problem):
    found = problem(lesson().replace('lesson: "1-1"', 'lesson: "1-2"'))
    assert "says lesson '1-2', the file name says '1-1'" in found


def test_a_stray_source_is_named(root):
    (root / LESSON).with_name("1-1-old.md").write_text("x")
    (found,) = _problems(root)
    assert found.startswith("notebooks/source/1-tomorrow/1-1-old.md: The curriculum has no such source. Name it as")


def test_a_lesson_with_questions_needs_its_sources(root):
    (root / EXERCISE).unlink()
    assert _problems(root) == [f"{EXERCISE}: Lesson 1-1 has questions but not this source. Write it."]


def test_an_installed_package_has_no_sources(tmp_path, capsys):
    assert build.build_all(root=tmp_path) == 1
    assert "notebooks/source: There are no sources here. Build in a checkout" in capsys.readouterr().out


def test_an_unknown_lesson_is_named(root, capsys):
    write(root)
    assert build.check_all(["9-9"], root=root) == 1
    assert "9-9: There is no source of that lesson. There are 1-1." in capsys.readouterr().out


def _problems(root):
    findings = Findings()
    build.prepare(root, (), findings)
    return list(map(str, findings.errors))
