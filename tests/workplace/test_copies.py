"""The learner's copies: nothing that a learner wrote is ever lost, and nothing half-written is left."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mlcurric import curriculum, keeping
from mlcurric.text import T, speaking
from mlcurric.workplace import copies
from mlcurric.workplace.copies import Arrival, WorkplaceError, lay_out, learner_copy

LESSON = "en/1-tomorrow/1-1-what-a-machine-learns.ipynb"
EXERCISE = "en/1-tomorrow/1-1-your-turn.ipynb"
NEW = "en/1-tomorrow/1-1-what-a-machine-learns.new.ipynb"
NEW_2 = "en/1-tomorrow/1-1-what-a-machine-learns.new-2.ipynb"


def notebook(*sources: str) -> dict[str, Any]:
    """A notebook as the build leaves it: executed, with a hidden cell that proves the prose."""
    cells = [
        {"cell_type": "markdown", "id": "title", "metadata": {}, "source": "# 機械は何を学ぶのか"},
        *(code(source) for source in sources),
        code("print(42)", tags=["prose-numbers"]),
    ]
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def code(source: str, tags: list[str] | None = None) -> dict[str, Any]:
    output = {"output_type": "stream", "name": "stdout", "text": "42\n"}
    metadata = {"tags": tags} if tags else {}
    return {
        "cell_type": "code",
        "id": source,
        "metadata": metadata,
        "source": source,
        "outputs": [output],
        "execution_count": 1,
    }


@pytest.fixture
def publish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """A content folder with one lesson and its exercise; call it to change the lesson upstream."""
    content = tmp_path / "content"

    def publish(lesson: str = "1 + 1") -> None:
        for kind, name in (("notebooks", "1-1-what-a-machine-learns"), ("exercises", "1-1-your-turn")):
            for language in ("en", "ja"):
                path = content / kind / language / "1-tomorrow" / f"{name}.ipynb"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(json.dumps(notebook(lesson if kind == "notebooks" else "...")), encoding="utf-8")

    publish()
    monkeypatch.setattr(copies, "content", lambda: content)
    with speaking("en"):
        yield publish


@pytest.fixture
def work(tmp_path: Path) -> Path:
    return tmp_path / "my-work"


def summary(work: Path) -> list[tuple[str, Arrival]]:
    return [(delivery.path.as_posix(), delivery.arrival) for delivery in lay_out(work)]


def write(path: Path, text: str = "mine") -> None:
    path.write_text(text, encoding="utf-8")


def test_a_learners_copy_has_run_nothing_and_hides_nothing() -> None:
    built = notebook("1 + 1")
    copy = learner_copy(built)
    assert [cell["source"] for cell in copy["cells"]] == ["# 機械は何を学ぶのか", "1 + 1"]
    assert copy["cells"][1]["outputs"] == []
    assert copy["cells"][1]["execution_count"] is None
    assert built == notebook("1 + 1"), "the built notebook itself stays as it was"


@pytest.mark.usefixtures("publish")
def test_lessons_and_exercises_arrive_in_one_tree(work: Path) -> None:
    assert summary(work) == [(LESSON, Arrival.NEW), (EXERCISE, Arrival.NEW)]
    assert summary(work) == []
    assert "機械は何を学ぶのか" in (work / LESSON).read_text(encoding="utf-8")


@pytest.mark.usefixtures("publish")
def test_each_language_has_a_folder_of_its_own(work: Path) -> None:
    lay_out(work)
    with speaking("ja"):
        assert summary(work)[0] == (LESSON.replace("en/", "ja/"), Arrival.NEW)
    assert summary(work) == []


def test_what_the_learner_wrote_stays(work: Path, publish: Callable[..., None]) -> None:
    lay_out(work)
    write(work / LESSON)
    assert summary(work) == []
    publish("2 + 2")
    deliveries = lay_out(work)
    assert [(delivery.path.as_posix(), delivery.arrival) for delivery in deliveries] == [(NEW, Arrival.BESIDE)]
    assert deliveries[0].says == T(
        f"{LESSON} has a new version. Yours is untouched; the new one is {Path(NEW).name}, beside it.",
        f"{LESSON} に新しい版があります。あなたのファイルはそのままです。新しい版はとなりの {Path(NEW).name} です。",
    )
    assert (work / LESSON).read_text(encoding="utf-8") == "mine"
    assert "2 + 2" in (work / NEW).read_text(encoding="utf-8")
    assert summary(work) == []


def test_an_untouched_lesson_is_renewed_in_place(work: Path, publish: Callable[..., None]) -> None:
    lay_out(work)
    publish("2 + 2")
    assert summary(work) == [(LESSON, Arrival.RENEWED)]
    assert "2 + 2" in (work / LESSON).read_text(encoding="utf-8")
    assert summary(work) == []


def test_an_untouched_newcomer_is_renewed_and_a_changed_one_stays(work: Path, publish: Callable[..., None]) -> None:
    lay_out(work)
    write(work / LESSON)
    publish("2 + 2")
    lay_out(work)
    publish("3 + 3")
    assert summary(work) == [(NEW, Arrival.BESIDE)]
    assert "3 + 3" in (work / NEW).read_text(encoding="utf-8")
    write(work / NEW, "mine too")
    publish("4 + 4")
    assert summary(work) == [(NEW_2, Arrival.BESIDE)]
    assert (work / NEW).read_text(encoding="utf-8") == "mine too"


def test_a_newcomer_that_the_learner_threw_away_does_not_come_back(work: Path, publish: Callable[..., None]) -> None:
    lay_out(work)
    write(work / LESSON)
    publish("2 + 2")
    lay_out(work)
    (work / NEW).unlink()
    assert summary(work) == []


@pytest.mark.usefixtures("publish")
def test_a_deleted_notebook_comes_back_fresh(work: Path) -> None:
    lay_out(work)
    (work / LESSON).unlink()
    assert summary(work) == [(LESSON, Arrival.NEW)]


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"written": 3}', "\x00" * 20, '{"written": {}, "offered": {}}'])
@pytest.mark.usefixtures("publish")
def test_a_damaged_manifest_loses_nothing(work: Path, damage: str) -> None:
    lay_out(work)
    write(work / LESSON)
    write(work / ".mlcurric" / "manifest.json", damage)
    assert summary(work) == [(NEW, Arrival.BESIDE)]
    assert (work / LESSON).read_text(encoding="utf-8") == "mine"
    assert summary(work) == []


@pytest.mark.usefixtures("publish")
def test_a_manifest_that_is_not_text_loses_nothing(work: Path) -> None:
    lay_out(work)
    write(work / LESSON)
    (work / ".mlcurric" / "manifest.json").write_bytes(b"\xff\xfe\x00")
    assert summary(work) == [(NEW, Arrival.BESIDE)]
    assert (work / LESSON).read_text(encoding="utf-8") == "mine"


@pytest.mark.usefixtures("publish")
def test_a_file_in_place_of_the_folder_is_one_sentence(work: Path) -> None:
    write(work)
    with pytest.raises(WorkplaceError, match="A file and a folder have changed places"):
        lay_out(work)
    assert work.read_text(encoding="utf-8") == "mine"


@pytest.mark.usefixtures("publish")
def test_a_folder_in_place_of_a_notebook_is_one_sentence(work: Path) -> None:
    (work / LESSON).mkdir(parents=True)
    with pytest.raises(WorkplaceError, match="A file and a folder have changed places"):
        lay_out(work)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EROFS, "is not allowed to be written"),
        (errno.EIO, "could not be used"),
    ],
)
@pytest.mark.usefixtures("publish")
def test_what_is_in_the_way_is_one_sentence(
    work: Path, number: int, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(keeping.os, "fsync", fail)
    with pytest.raises(WorkplaceError, match=sentence):
        lay_out(work)
    assert not list(work.rglob("*.ipynb*")), "nothing half-written"


def test_an_installation_without_notebooks_says_so(work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "content", lambda: tmp_path / "nowhere")
    with pytest.raises(WorkplaceError, match="There are no notebooks in"):
        lay_out(work)
    assert not work.exists()


def test_the_real_notebooks_arrive(work: Path) -> None:
    with speaking("ja"):
        lay_out(work)
    assert (work / "ja" / f"{curriculum.START_HERE}.ipynb").is_file()
