"""Whole builds: twice the same byte for byte, out of step when the source or the notebook is changed by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from building.toy import ANSWERS, EXERCISE, LESSON, answer, build_toys, code, exercise, lesson, prose, write

from mlcurric.building import build

MADE = lesson(
    code("n = 1234\nT('said in English', '日本語で')"),
    code("print(T('printed', '表示'), n)"),
    prose("There are {{ n:, }} of them.", "{{ n:, }} 人います。"),
)
PAGE = Path("notebooks/en/1-tomorrow/1-1-what-a-machine-learns.ipynb")
RUN_AND_COMMIT = "Run `mlcurric build 1-1` and commit the result."


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One build of the toy checkout, from which the tests copy."""
    root = tmp_path_factory.mktemp("checkout")
    write(root, MADE)
    return build_toys(root)


def bytes_of(root: Path) -> dict[Path, bytes]:
    return {path.relative_to(root): path.read_bytes() for path in sorted(root.rglob("*.ipynb"))}


def cells_of(root: Path, path: Path = PAGE) -> list[dict]:
    return json.loads((root / path).read_text(encoding="utf-8"))["cells"]


def said(capsys) -> str:
    return capsys.readouterr().out


def test_a_page_is_executed_in_its_language(built):
    cells = cells_of(built)
    texts = ["".join(output.get("text", "")) for cell in cells for output in cell.get("outputs", [])]
    assert "printed 1234\n" in texts
    assert "There are 1,234 of them." in "".join(cell["source"][0] for cell in cells if cell["cell_type"] == "markdown")
    hidden = cells[-1]
    assert hidden["metadata"]["tags"] == ["prose-numbers"]
    assert hidden["metadata"]["jupyter"]["source_hidden"] is True
    assert json.loads("".join(hidden["outputs"][0]["text"])) == {"n:,": "1,234"}
    japanese = cells_of(built, Path(str(PAGE).replace("/en/", "/ja/")))
    assert any("1,234 人います。" in "".join(cell["source"]) for cell in japanese)
    assert [cell["id"] for cell in japanese] == [cell["id"] for cell in cells]


def test_the_metadata_name_no_version(built):
    metadata = json.loads((built / PAGE).read_text(encoding="utf-8"))["metadata"]
    assert metadata == {
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        "mlcurric": {"kind": "lesson", "lang": "en", "lesson": "1-1"},
    }


def test_a_second_build_is_the_same_byte_for_byte(built, capsys):
    before = bytes_of(built)
    assert build.build_all(root=built) == 0
    assert bytes_of(built) == before
    assert build.check_all(root=built) == 0
    assert "6 notebooks are in step with their sources." in said(capsys)


def test_a_changed_source_is_out_of_step(built, capsys):
    write(built, MADE.replace("n = 1234", "n = 1235"))
    assert build.check_all(root=built) == 1
    out = said(capsys)
    assert f"{PAGE}, cell 3 (“n = 1235”): It differs from what its source makes (source). {RUN_AND_COMMIT}" in out


def test_changed_prose_is_out_of_step(built, capsys):
    write(built, MADE.replace("There are", "Here are"))
    assert build.check_all(root=built) == 1
    assert "(“Here are 1,234 of them.”): It differs from what its source makes (source)." in said(capsys)


def test_a_new_number_in_prose_is_out_of_step(built, capsys):
    write(built, MADE.replace("{{ n:, }}", "{{ n }}"))
    assert build.check_all(root=built) == 1
    assert f"The numbers that the prose quotes are not all saved there. {RUN_AND_COMMIT}" in said(capsys)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("There are 1,234", "There are 1,233", "It differs from what its source makes (source)"),
        ('"n:,\\": \\"1,234', '"n:,\\": \\"1,233', "It differs from what its source makes (source)"),
        ('"answer",\n     "raises-exception"', '"answer"', "It differs from what its source makes (metadata)"),
        ('"name": "python3"', '"name": "python4"', "its metadata: They differ from what the build writes."),
        ('"nbformat_minor": 5\n}\n', '"nbformat_minor": 5\n}', "It is not written as the build writes it."),
        ('"output_type": "stream"', '"output_type": "river"', "Its saved outputs are not valid."),
        ('"cells"', '"cell', "It cannot be read as a notebook."),
    ],
)
def test_a_notebook_changed_by_hand_is_out_of_step(built, capsys, old, new, says):
    text = (built / PAGE).read_text(encoding="utf-8")
    assert old in text
    (built / PAGE).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert build.check_all(root=built) == 1
    out = said(capsys)
    assert says in out
    assert RUN_AND_COMMIT in out


def test_a_missing_and_a_stray_notebook_are_named(built, capsys):
    (built / PAGE).rename(built / PAGE.with_name("1-9-old.ipynb"))
    assert build.check_all(root=built) == 1
    out = said(capsys)
    assert f"{PAGE}: It is not built yet. {RUN_AND_COMMIT}" in out
    assert "1-9-old.ipynb: No source makes this notebook. Delete it, or write its source." in out
    assert "2 to mend." in out


def test_a_page_that_does_not_run_stays_as_it_was(built, capsys):
    before = bytes_of(built)
    write(built, lesson(code("1 / 0")), exercise(answers=(answer("hits", "6"), *ANSWERS[1:])))
    assert build.build_all(root=built) == 1
    out = said(capsys)
    assert (
        f"{LESSON}, cell 4, line 25: On the page {PAGE} this cell failed with “ZeroDivisionError: division by zero”."
        in out
    )
    assert f"{EXERCISE}, cell 4, line 25: “hits” has a model answer that its own check does not accept" in out
    after = bytes_of(built)
    assert after[PAGE] == before[PAGE]
    solved = Path("exercises/solved/en/1-tomorrow/1-1-your-turn.ipynb")
    assert after[solved] == before[solved]


def test_all_problems_of_all_files_are_said_at_once(built, capsys):
    write(built, lesson(prose("1997", "1997"), code("x = T('a')")), exercise(answers=ANSWERS[:3]))
    assert build.check_all(root=built) == 1
    out = said(capsys)
    for part in ("The number 1997 is typed", "is not two literal strings", "No cell answers “pitch”"):
        assert part in out
