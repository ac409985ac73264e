"""What the learner has done so far, kept as one line of JSON an event in ``my-work/.mlcurric/progress.jsonl``.

Appending a line never touches the lines before it: a crash in the middle of writing costs that line at most,
and two notebooks open at once do not overwrite each other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mlcurric.notebook.workfolder import MARKER
from mlcurric.question.verdict import Status

FILE_NAME = "progress.jsonl"
DONE = (Status.PASSED, Status.NEEDS_MARKING)
PAGES, MADE = "pages", "made"
"""The question and the event by which a lesson without an exercise is done: its pages have been made."""


@dataclass
class Progress:
    """The events of one learner.

    Attributes:
        path: the file, or ``None`` where there is no learner's folder (then nothing is kept).
    """

    path: Path | None
    _unkept: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def of(cls, work: Path | None) -> Progress:
        """The progress kept in a learner's folder; ``None`` keeps it in memory only."""
        return cls(None if work is None else work / MARKER / FILE_NAME)

    @property
    def work(self) -> Path | None:
        """The learner's folder, if there is one."""
        return self.path and self.path.parent.parent

    def record(self, exercise_id: str, question: str, event: str, **details: Any) -> None:
        """Add one event.

        Raises:
            OSError: if the disk is full or the folder cannot be written.
        """
        line = {
            "when": datetime.now(UTC).isoformat(timespec="seconds"),
            "exercise": exercise_id,
            "question": question,
            "event": event,
            **details,
        }
        if self.path is None:
            self._unkept.append(line)
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("ab+") as file:
            # A line that a crash cut short must not swallow this one.
            size = file.seek(0, 2)
            if size:
                file.seek(size - 1)
                if file.read(1) != b"\n":
                    file.write(b"\n")
            file.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")

    def events(self) -> Iterator[dict[str, Any]]:
        """Every event that can be read, oldest first; a damaged line is passed over."""
        if self.path is None:
            yield from self._unkept
            return
        try:
            lines = self.path.read_bytes().splitlines()
        except OSError:
            # Not there yet, or not to be read now: a lesson goes on without it.
            return
        for line in lines:
            try:
                event = json.loads(line)
            except ValueError:
                continue
            if isinstance(event, dict) and all(
                type(event.get(key)) is str for key in ("exercise", "question", "event")
            ):
                yield event

    def record_pages(self, lesson: str) -> None:
        """Note that the pages of a lesson without an exercise have been made, which is what counts as done there.

        Raises:
            OSError: as ``record``.
        """
        self.record(lesson, PAGES, MADE)

    def tried(self, exercise_id: str, question: str) -> bool:
        """Whether an answer to a question was ever checked, right or wrong."""
        tried = (*DONE, Status.FAILED)
        return any(
            (event["exercise"], event["question"]) == (exercise_id, question) and event["event"] in tried
            for event in self.events()
        )

    def done(self) -> set[tuple[str, str]]:
        """The (exercise, question) pairs that were passed or written once; a later slip takes nothing away."""
        return {(event["exercise"], event["question"]) for event in self.events() if event["event"] in (*DONE, MADE)}
