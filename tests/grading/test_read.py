"""Any file at all is a notebook or a sentence."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from grading.made import notebook

from mlcurric.grading.reading import read
from mlcurric.grading.reading.read import Notebook, Unreadable, parse, read_bytes


def as_json(**changes: object) -> bytes:
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [], **changes}).encode()


def code(source: object) -> dict[str, object]:
    return {"cell_type": "code", "source": source, "id": "twice", "outputs": "anything"}


def test_only_the_sources_of_the_code_cells_count() -> None:
    cells = [code("a = 1"), {"cell_type": "markdown", "source": "# b"}, code(["b = 2\n", "c = 3"])]
    assert parse(as_json(cells=cells)) == Notebook(("a = 1", "b = 2\nc = 3"), "en")


def test_an_emptied_cell_costs_nothing_else() -> None:
    assert parse(as_json(cells=[code("a = 1"), None, code(None), {}])).cells == ("a = 1", "")


def test_a_byte_order_mark_and_nan_in_an_output_do_no_harm() -> None:
    raw = as_json(cells=[code("a = 1")]).replace(b'"anything"', b"[NaN]")
    assert parse(b"\xef\xbb\xbf" + raw).cells == ("a = 1",)


@pytest.mark.parametrize(
    ("metadata", "source", "lang"),
    [
        ({"mlcurric": {"lang": "ja"}}, "", "ja"),
        ({"mlcurric": {"lang": "xx"}}, 'ex = exercise("1-1", lang="ja")', "ja"),
        ({"mlcurric": 1}, "ex = exercise('1-1', lang = 'ja')", "ja"),
        ({"mlcurric": {"lang": "en"}}, 'ex = exercise("1-1", lang="ja")', "en"),
        ({}, 'ex = exercise("1-1")', "en"),
    ],
)
def test_the_language_is_that_of_metadata_then_of_the_call(metadata: object, source: str, lang: str) -> None:
    assert parse(as_json(metadata=metadata, cells=[code(source)])).lang == lang


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b'{"cells": [\n\n {', "from line 3 on"),
        (b"<html></html>", "not JSON from character 1 on"),
        (notebook([]).encode("utf-16"), "not written in UTF-8"),
        ('{"é": 1}'.encode("latin-1"), "not written in UTF-8"),
        (b"[" * 200_000, "nested too deeply"),
        (b"9" * 5_000, "not a Jupyter notebook"),
        (b"[]", "not a Jupyter notebook"),
        (b'{"nbformat": "4", "cells": []}', "not a Jupyter notebook"),
        (b'{"nbformat": true, "cells": []}', "not a Jupyter notebook"),
        (as_json(cells={}), "not a Jupyter notebook"),
        (as_json(cells=[code("a"), 3]), "Cell 2"),
        (as_json(cells=[code([1])]), "Cell 1"),
        (json.dumps({"nbformat": 3, "worksheets": [{"cells": []}]}).encode(), "old nbformat (3)"),
        (as_json(nbformat=5), "nbformat 5"),
        (as_json(nbformat=int("9" * 4_000)), "nbformat 999999999999…,"),
        (as_json(nbformat=-int("9" * 4_000)), "old nbformat (-99999999999…)"),
    ],
    ids=lambda value: value if isinstance(value, str) else repr(value[:20]),
)
def test_what_is_no_notebook_is_told_in_a_sentence(raw: bytes, seen: str) -> None:
    with pytest.raises(Unreadable) as raised:
        parse(raw)
    assert seen in raised.value.seen.en
    assert raised.value.next_step.ja.endswith("。")


@pytest.mark.parametrize(
    ("raw", "lang"),
    [
        (b'{"metadata": {"mlcurric": {"lang": "ja"}}', "ja"),
        (b'{"exercise(\\"1-1\\", lang=\\"ja\\")"', "ja"),
        (b"{", None),
    ],
)
def test_a_broken_file_still_tells_its_language(raw: bytes, lang: str | None) -> None:
    with pytest.raises(Unreadable) as raised:
        parse(raw)
    assert raised.value.lang == lang


def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "huge.ipynb"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)
    with pytest.raises(Unreadable, match="larger than 20 MB"):
        parse(read_bytes(path)[0])


def test_the_limit_itself_is_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "1-1.ipynb"
    path.write_bytes(as_json())
    monkeypatch.setattr(read, "LARGEST", len(as_json()))
    assert parse(read_bytes(path)[0]).cells == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_no_link_is_followed_and_no_pipe_waited_for(tmp_path: Path) -> None:
    (tmp_path / "real.ipynb").write_bytes(as_json())
    (tmp_path / "link.ipynb").symlink_to(tmp_path / "real.ipynb")
    os.mkfifo(tmp_path / "pipe.ipynb")
    for name in ("link.ipynb", "pipe.ipynb", "none.ipynb"):
        with pytest.raises(Unreadable):
            read_bytes(tmp_path / name)


def test_more_code_than_anybody_writes_is_told() -> None:
    cells = [
        code("x" * (read.MOST_CODE // 2)),
        {"cell_type": "markdown", "source": "x" * 100},
        code("y" * (read.MOST_CODE // 2)),
    ]
    assert len(parse(as_json(cells=cells)).cells) == 2
    with pytest.raises(Unreadable, match="more than 1,000,000 characters"):
        parse(as_json(cells=[*cells, code("z")]))
