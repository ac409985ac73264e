"""The files of words that an nbgrader course gets beside the exercises: what it is worth, and the settings of a new one."""

from __future__ import annotations

from collections.abc import Iterable

from mlcurric.curriculum import Lesson
from mlcurric.question.rubric import RUBRIC, TOP_MARK
from mlcurric.questions import question_set
from mlcurric.text import T

CODE_STUB = 'c.ClearSolutions.code_stub = {"python": ""}'
"""So that nothing stands where a model answer was taken out: the line above is what a learner edits."""

_CONFIG = T(
    """# Made by “mlcurric nbgrader”. Change it as you like; it is not written a second time.
c = get_config()

c.CourseDirectory.course_id = "{course}"

# What stands where a model answer was taken out: nothing, because the line above it is the one to edit.
{stub}
""",
    """# 「mlcurric nbgrader」が作成。自由に書きかえてかまいません(上書きはしません)。
c = get_config()

c.CourseDirectory.course_id = "{course}"

# 模範解答を取り除いた場所には何も置かない。学習者が書きかえるのは、そのすぐ上の行。
{stub}
""",
)
_README = T(
    """# Exercises of mlcurric for nbgrader

Written by `mlcurric nbgrader`. Run it again after an update: a notebook that you changed stays as it is, and you are told.

| Assignment | Points by machine | Points by hand |
|---|---|---|
{rows}

## What to know before grades depend on it

- **The security is nbgrader's.** Here the checks run in the same process as the learner's code. Whoever wants to can overwrite
  them, read the model answers in the installed package, or call `ex.solution`. The sandbox of `mlcurric grade` is not part of this.
- **The data is the practice data**, the same for everybody: a number that was copied passes. `mlcurric grade --key-file` draws
  other data for each hand-in.
- An exercise of whose answers some are right earns a part of the points, as in `mlcurric grade`.

## What it needs

- `mlcurric` installed in the kernel's environment: the learners' and the one in which `nbgrader autograde` runs.
- In `nbgrader_config.py` the line `{stub}`. Without it nbgrader puts `raise NotImplementedError()` below each answer, and a learner who leaves it there gets no points.

## Marking the texts

Each text is marked by hand, {each} points in all; 0 to {top} for each line:

{rubric}

A text that nobody touched gets 0 by itself.
""",
    """# mlcurric の演習(nbgrader 用)

`mlcurric nbgrader` が書き出したものです。更新したらもう一度実行してください。手を加えたノートブックは上書きせず、その旨を表示します。

| 課題 | 自動採点 | 手作業の採点 |
|---|---|---|
{rows}

## 成績に使う前に知っておくこと

- **安全性は nbgrader と同じです。** 採点のコードは、学習者のコードと同じプロセスで動きます。その気になれば、採点を書きかえることも、インストール済みのパッケージから模範解答を読むことも、`ex.solution` を呼ぶこともできます。`mlcurric grade` の隔離された環境は、ここにはありません。
- **データは練習用**で、全員に共通です。写した数値でも正解になります。`mlcurric grade --key-file` なら、提出ごとに別のデータで採点します。
- 一部が正解なら部分点がつきます(`mlcurric grade` と同じ)。

## 必要なもの

- カーネルの環境に `mlcurric` がインストールされていること。学習者の環境と、`nbgrader autograde` を実行する環境の両方に必要です。
- `nbgrader_config.py` に `{stub}` の1行。これがないと、nbgrader が解答欄の下に `raise NotImplementedError()` を入れ、消し忘れた学習者は0点になります。

## 記述の採点

記述は1問{each}点、手作業で採点します。次の各項目に0〜{top}点をつけてください。

{rubric}

手つかずの記述は、自動で0点になります。
""",
)


def config(course: str) -> str:
    """The ``nbgrader_config.py`` of a new course, in the language spoken now."""
    # Whatever the folder is called, it becomes a text of Python.
    safe = "".join(character if character.isalnum() or character in "-_" else "-" for character in course) or "course"
    return str(_CONFIG.format(course=safe, stub=CODE_STUB))


def readme(lessons: Iterable[Lesson]) -> str:
    """The ``README.md`` of the folder ``source``, in the language spoken now."""
    rows = []
    for lesson in lessons:
        machine, hand = (
            sum(question.points for question in question_set(lesson.id).graded if (question.kind == "T") is by_hand)
            for by_hand in (False, True)
        )
        rows.append(f"| `{lesson.file_stem}` {lesson.title} | {machine} | {hand} |")
    rubric = "\n".join(f"- **{line.name}**: {line.asks}" for line in RUBRIC)
    values = dict(rows="\n".join(rows), rubric=rubric, each=TOP_MARK * len(RUBRIC), top=TOP_MARK, stub=CODE_STUB)
    return str(_README.format(**values))
