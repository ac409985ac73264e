"""The first page of the facilitator's edition: what to lead in which order, how long it takes, what to prepare."""

from __future__ import annotations

import re
from pathlib import Path

from mlcurric.building.built import read_built
from mlcurric.building.problems import Place, SourceError
from mlcurric.curriculum import STAGES, Lesson, Stage, exercise_path, lesson_path
from mlcurric.text import LANGUAGES, T

# The name that a folder's page on the web has.
_NAME = "README.md"
_EDITION = Path("facilitator")
_SUBTITLE = re.compile(r"^\*(?:\d-\d\s*[·・]\s*)?(.+)\*$", re.MULTILINE)
_PAGE = T(
    """\
<!-- `mlcurric build` writes this page. -->
# You lead the room

The pages below are the lessons with their outputs and, beside a yellow line, notes for you: what happens in which
minute, what to say, where people stumble, how to split the pairs. The exercises hold the model answers: keep those to
yourself.

## The evening before

1. Read the notes of the lessons you lead, then go through each lesson once as a learner does (`make lab`).
2. Slides, if you want them: `make slides lesson=2-1 lang=en`, then open `dist/slides/2-1-en/index.html`. It needs no
   network, and the key S shows your notes. Look through them once on the projector.
3. One machine for two people, in Stage 1 one for each (what they take back is their own): run `make lab` on each while
   there is a network, then `make doctor`. In the room no network is needed.
4. Print the role-play of 2-7, if people sit around tables. In a notebook of `my-work/`:
   `from mlcurric.notebook.scene import save_cards`, then `save_cards("nobody-said")`. Print `my-work/cards/` on A4, one side,
   once for every two groups, and cut along the dashed lines. It takes half an hour.
5. Find a clock that everybody sees.

In Stage 1 a pair is two product managers, in Stage 2 a developer and a product manager, or somebody else who knows the
customers. Homework goes out at the end of the lesson before it.
{stages}""",
    """\
<!-- このページは `mlcurric build` が書き出します。 -->
# ファシリテーターの方へ

下のページは、レッスンと実行結果に、ファシリテーター用のメモを加えたものです。メモには、左に黄色い線がついています。\
何分に何をするか、何を言うか、どこでつまずくか、ペアをどう組むか。演習には模範解答も入っています。参加者には見せないでください。

## 前日までに

1. 担当するレッスンのメモを読み、参加者と同じように1回通してみます(`make lab`)。
2. スライドを使うなら、`make slides lesson=2-1 lang=ja` のあと `dist/slides/2-1-ja/index.html` を開きます。\
ネットワークは要りません。Sキーでメモが出ます。会場のプロジェクターで一度めくっておきましょう。
3. パソコンは2人に1台、ステージ1は1人1台です(持ち帰るものを各自で書くため)。ネットワークのある場所で `make lab`、続けて `make doctor` を実行しておきます。\
当日、ネットワークは要りません。
4. 机を囲める部屋なら、2-7のロールプレイをカードで用意します。`my-work/` のノートブックで \
`from mlcurric.notebook.scene import save_cards`、続けて `save_cards("nobody-said")` を実行します。\
`my-work/cards/` にできたページを、2グループに1組、A4の片面に印刷し、破線で切ります。30分ほどかかります。
5. 全員から見える時計を用意します。

ペアは、ステージ1ではプロダクトマネージャー2人、ステージ2では開発者1人とプロダクトマネージャー(または顧客をよく知る人)1人です。宿題は、ひとつ前のレッスンの終わりに伝えます。
{stages}""",
)
_STAGE = T("\n## Stage {number}, {title}: {who}\n", "\n## ステージ{number} {title}({who})\n")
_HEAD = T("| Lesson | Time | Pages |\n|---|---|---|", "| レッスン | 時間 | ページ |\n|---|---|---|")
_WITH_NOTES = T("{page}, with notes", "{page}(メモつき)")
_LESSON = T("lesson", "レッスン")
_EXERCISE = T("exercise", "演習")


def check_indexes(root: Path) -> None:
    """Hold the page of each language against what stands in the checkout.

    Raises:
        SourceError: naming the first page that differs.
    """
    for path, text in _indexes(root).items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            raise _out_of_step(path.relative_to(root))


def write_indexes(root: Path) -> None:
    """Write the page of each language that has an edition."""
    for path, text in _indexes(root).items():
        path.write_text(text, encoding="utf-8")


def _indexes(root: Path) -> dict[Path, str]:
    pages = {}
    for lang in LANGUAGES:
        stages = [_stage(stage, lang, root) for stage in STAGES if (root / _EDITION / lang / stage.folder).exists()]
        if stages:
            pages[root / _EDITION / lang / _NAME] = getattr(_PAGE, lang).format(stages="".join(stages))
    return pages


def _stage(stage: Stage, lang: str, root: Path) -> str:
    rows = [row for lesson in stage.lessons if (row := _row(lesson, lang, root))]
    head = getattr(_STAGE, lang).format(
        number=stage.number, title=getattr(stage.title, lang), who=getattr(stage.who, lang)
    )
    return "\n".join([head, getattr(_HEAD, lang), *rows, ""])


def _row(lesson: Lesson, lang: str, root: Path) -> str:
    """A lesson that is built as a row of the table, with links to its facilitator's pages, else to the learners'."""
    page = Path("notebooks", lang) / lesson_path(lesson)
    notebook = read_built(root / page)
    if notebook is None:
        return ""
    subtitle = _SUBTITLE.search(notebook.cells[0].source)
    links = [
        _link(label, root, lang, edition, learners)
        for label, edition, learners in (
            (_LESSON, lesson_path(lesson), page),
            (_EXERCISE, exercise_path(lesson), Path("exercises", "solved", lang) / exercise_path(lesson)),
        )
        if (root / learners).exists()
    ]
    return f"| {lesson.id} {getattr(lesson.title, lang)} | {subtitle[1] if subtitle else ''} | {' · '.join(links)} |"


def _link(label: T, root: Path, lang: str, edition: Path, learners: Path) -> str:
    name = getattr(label, lang)
    if (root / _EDITION / lang / edition).exists():
        return f"[{getattr(_WITH_NOTES, lang).format(page=name)}]({edition.as_posix()})"
    return f"[{name}](../../{learners.as_posix()})"


def _out_of_step(path: Path) -> SourceError:
    return Place(path).error("It does not show what is built.", "Run `mlcurric build` and commit the result.")
