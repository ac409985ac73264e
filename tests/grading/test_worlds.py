"""A graded world: one a process, another for each key, exercise and attempt, and nothing where nothing is keyed."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from mlcurric.grading.judging import worlds
from mlcurric.subject.simulation.practice import SIZES
from mlcurric.subject.stakes import TooLittleAtStake


def _seen(key: bytes, exercise: str, attempt: int) -> dict[str, Any]:
    from mlcurric.subject.campaigns import practice_campaign
    from mlcurric.subject.poc.ground import ground_to_judge_on, osaka_ground
    from mlcurric.subject.simulation.practice import load_customers, load_shown

    worlds.enter(key, exercise, attempt)
    seen = {part: float(load_customers(part)["value"].mean()) for part in ("today", "pilot")}
    seen["shown"] = float(load_shown("today")["value"].mean())
    seen["campaign"] = float(practice_campaign().customers["value"].mean())
    if exercise == "2-8":
        seen["osaka"] = float(osaka_ground().customers["value"].mean())
        seen["judged on"] = float(ground_to_judge_on().customers["value"].mean())
    return seen


def _alone(function: Any, *arguments: Any) -> Any:
    with ProcessPoolExecutor(1, multiprocessing.get_context("forkserver")) as process:
        return process.submit(function, *arguments).result()


def _entered_late() -> None:
    from mlcurric.subject.simulation.practice import load_customers

    load_customers("today")
    worlds.enter(b"key", "1-4", 1)


def test_every_key_exercise_and_attempt_is_another_world_and_the_same_again():
    asked = [(b"a", "1-4", 1), (b"b", "1-4", 1), (b"a", "2-3", 1), (b"a", "1-4", 2)]
    seen = [_alone(_seen, *each) for each in asked]
    assert len({each["pilot"] for each in seen}) == len(seen)
    assert len({each["shown"] for each in seen}) == 1
    assert _alone(_seen, *asked[0]) == seen[0]
    # Checks and tables are of one world.
    assert all(each["campaign"] == each["today"] for each in seen)


@pytest.mark.parametrize("exercise", ["1-1", "1-3", "1-5", "1-6"])
def test_without_a_key_or_a_keyed_question_it_stays_the_practice_world(exercise: str):
    practice = _alone(_seen, b"", "1-4", 1)
    assert practice["today"] == practice["shown"]
    assert _alone(_seen, b"a", exercise, 1) == practice


def test_a_plan_is_told_of_osaka_and_judged_on_others():
    practice, keyed = (_alone(_seen, key, "2-8", 1) for key in (b"", b"a"))
    assert practice["osaka"] == practice["judged on"] == keyed["osaka"] != keyed["judged on"]


def test_a_process_that_has_drawn_from_one_world_enters_no_other():
    with pytest.raises(RuntimeError, match="new process"):
        _alone(_entered_late)


def test_the_tables_are_read_back_as_they_are(tmp_path: Path):
    worlds.write_tables(tmp_path)
    from mlcurric.subject.simulation.practice import load_customers

    others = {"next_quarter", "october_round", "bands today", "bands last year"}
    assert {path.stem for path in tmp_path.glob("*.csv")} == {*SIZES, *others}
    read = pd.read_csv(tmp_path / "pilot.csv", float_precision="round_trip")
    pd.testing.assert_frame_equal(read, load_customers("pilot"), check_dtype=False)


def test_what_only_another_exercise_reads_is_left_out(tmp_path: Path):
    worlds.write_tables(tmp_path, "1-4")
    assert not [*tmp_path.glob("bands*"), *tmp_path.glob("april_lists*")]


def test_a_world_whose_lists_differ_too_little_is_refused_only_where_they_are_read(tmp_path: Path, monkeypatch):
    def too_little():
        raise TooLittleAtStake

    monkeypatch.setattr(worlds, "april_lists", too_little)
    worlds.write_tables(tmp_path, "3-3")
    with pytest.raises(TooLittleAtStake):
        worlds.write_tables(tmp_path, "2-4")
