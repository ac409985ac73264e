"""The curriculum at a glance: its stages, their lessons, and where the notebooks of each stand.

A lesson's title and file name are said here and nowhere else; the build holds every source against them.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from mlcurric.text import T


@dataclass(frozen=True)
class Lesson:
    """One lesson and its exercise.

    Attributes:
        id: the number that everything about it starts with, such as ``"1-1"``.
        slug: the words of its file name.
        minutes: for lesson and exercise together.
        has_exercise: whether an exercise follows; where none does, the lesson is done when its pages are made.
    """

    id: str
    slug: str
    title: T
    minutes: int
    has_exercise: bool = True

    @property
    def file_stem(self) -> str:
        return f"{self.id}-{self.slug}"


@dataclass(frozen=True)
class Stage:
    """A stage, named by when a team can do it."""

    number: int
    slug: str
    title: T
    who: T
    lessons: tuple[Lesson, ...]

    @property
    def folder(self) -> str:
        return f"{self.number}-{self.slug}"


STAGES = (
    Stage(
        1,
        "tomorrow",
        T("Tomorrow", "明日から"),
        T("a product manager alone", "プロダクトマネージャーがひとりで"),
        (
            Lesson("1-1", "what-a-machine-learns", T("What a machine learns", "機械は何を学ぶのか"), 40),
            Lesson("1-2", "no-time-machine", T("No time machine", "タイムマシンはない"), 40),
            Lesson("1-3", "right-and-useless", T("92% right, useless", "正解率92%、役に立たない"), 40),
            Lesson("1-4", "your-list-your-budget", T("Your list, your budget", "リストと予算"), 45),
            Lesson("1-5", "the-expectation-sheet", T("The expectation sheet", "期待値すり合わせシート"), 40),
            Lesson("1-6", "show-it", T("Show it so that it is used", "使われる見せ方"), 40),
            Lesson("1-7", "plan-it", T("Plan it, move the organisation", "計画し、組織を動かす"), 30),
            Lesson("1-8", "three-pages", T("Three pages to take to work", "職場に持ち帰る3枚"), 25, has_exercise=False),
        ),
    ),
    Stage(
        2,
        "one-month",
        T("One month", "1か月後"),
        T("developers with their product manager", "開発者とプロダクトマネージャーで"),
        (
            Lesson(
                "2-1", "a-value-formula", T("A value formula with units and owners", "単位と担い手のある価値の式"), 20
            ),
            Lesson("2-2", "from-rule-to-model", T("From rule to calibrated model", "ルールから較正されたモデルへ"), 40),
            Lesson("2-3", "uplift-not-risk", T("Uplift, not risk", "リスクではなくアップリフト"), 45),
            Lesson("2-4", "prove-it", T("Prove it", "効果を証明する"), 25),
            Lesson("2-5", "who-decides-what", T("Who decides what", "誰が何を決めるか"), 20),
            Lesson("2-6", "keep-it-alive", T("Keep it alive", "使い続ける"), 25),
            Lesson("2-7", "the-rule-nobody-said", T("The rule that nobody said", "誰も言わなかったルール"), 20),
            Lesson("2-8", "the-poc-plan", T("The PoC plan", "概念実証(PoC)の計画"), 30),
        ),
    ),
    Stage(
        3,
        "three-months",
        T("Three months", "3か月後"),
        T("the whole team in one room", "チーム全員がひとつの部屋で"),
        (
            Lesson("3-1", "event-storming", T("Event Storming", "イベントストーミング"), 110),
            Lesson(
                "3-2", "from-hotspot-to-use-case", T("From hotspot to use case", "ホットスポットからユースケースへ"), 35
            ),
            Lesson("3-3", "scoring", T("Scoring", "採点して選ぶ"), 30),
            Lesson("3-4", "roles-and-pre-mortem", T("Roles and pre-mortem", "役割と事前検死"), 25),
            Lesson("3-5", "the-plan", T("The plan", "計画"), 25),
        ),
    ),
)
START_HERE = "start-here"
START_TITLE = T("Start here", "はじめに")
PROSE_NUMBERS = "prose-numbers"
"""The tag of the hidden cell that proves the numbers in the prose; a learner's copy leaves it out."""
EXERCISE_SUFFIX = "your-turn"
"""The last word of an exercise's file name, so that it stands right below its lesson in a list of files."""


def content() -> Path:
    """The folder that holds ``notebooks/`` and ``exercises/``: the wheel's own, else the checkout's."""
    packaged = Path(str(resources.files("mlcurric"))) / "content"
    return packaged if packaged.is_dir() else Path(str(resources.files("mlcurric"))).parent


def lessons() -> tuple[Lesson, ...]:
    return tuple(lesson for stage in STAGES for lesson in stage.lessons)


def stage_of(lesson_id: str) -> Stage:
    """The stage of a lesson.

    Raises:
        KeyError: if there is no such lesson.
    """
    for stage in STAGES:
        if any(lesson.id == lesson_id for lesson in stage.lessons):
            return stage
    raise KeyError(lesson_id)


def lesson_path(lesson: Lesson) -> Path:
    """Where a lesson stands below ``notebooks/<language>/``."""
    return Path(stage_of(lesson.id).folder) / f"{lesson.file_stem}.ipynb"


def exercise_path(lesson: Lesson) -> Path:
    """Where a lesson's exercise stands below ``exercises/<language>/``."""
    return Path(stage_of(lesson.id).folder) / f"{lesson.id}-{EXERCISE_SUFFIX}.ipynb"
