"""Write the exercises into an nbgrader course, never over what an instructor changed there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console

from mlcurric.curriculum import EXERCISE_SUFFIX, Lesson, lessons
from mlcurric.disk_errors import why_refused
from mlcurric.grading.nbgrader.pages import NotBuilt, source_notebook
from mlcurric.grading.nbgrader.texts import CODE_STUB, config, readme
from mlcurric.keeping import write_together
from mlcurric.questions import exercise_ids
from mlcurric.text import T, known_language, language, speaking

CONFIG = "nbgrader_config.py"
SOURCE = "source"
README = "README.md"
WRITTEN = ".mlcurric.json"
"""The hash of each file as it was written, by its place below ``source``: what differs from it, somebody changed."""

_UNKNOWN = T(
    "There is no exercise “{asked}”; there are {known}.", "「{asked}」という演習はありません。あるのは {known} です。"
)
_NO_COURSE = T(
    "“{path}” is no nbgrader course: it has neither {config} nor a folder “source”. Give the folder of your course, or a new one.",
    "「{path}」は nbgrader のコースではありません({config} も「source」フォルダーもありません)。コースのフォルダーか、新しいフォルダーを指定してください。",
)
_NOT_BUILT = T(
    "The notebooks of {lesson} are not built; run “mlcurric build {lesson}”, or install the package anew.",
    "{lesson} のノートブックがありません。「mlcurric build {lesson}」を実行するか、パッケージを入れ直してください。",
)
_CANNOT_WRITE = T(
    "“{path}” cannot be written ({why}). Mend that and run it again; nothing half-written is left.",
    "「{path}」に書き込めません({why})。原因を取り除いて、もう一度実行してください。書きかけのファイルは残っていません。",
)
_NEW_CONFIG = T("Made {config}: this is a new course.", "新しいコースなので、{config} を作りました。")
_WROTE = T("Written: {path}", "書き出しました: {path}")
_SAME = T("Already up to date: {n}", "変更なし: {n} 件")
_CHANGED = T(
    "Left as it is, because it was changed: {path}. To take ours, move yours away and run this again.",
    "手が加えられているので、そのままにしました: {path}。こちらの版を使うには、いまのファイルを別の場所へ移して、もう一度実行してください。",
)
_STUB = T(
    "Your {config} does not set what stands in the place of a model answer. Add this line, or every answer ends in "
    "“raise NotImplementedError()”, which a learner has to delete:",
    "{config} に、模範解答の代わりに何を置くかの設定がありません。次の行を足してください。足さないと、どの解答欄の末尾にも「raise NotImplementedError()」が入り、学習者が消さなければなりません。",
)
_NOTE = T(
    "These assignments carry nbgrader's security and the practice data; {path} says what that means.",
    "これらの課題の安全性は nbgrader と同じで、データは練習用です。その意味は {path} にあります。",
)
_NEXT = T(
    "Next: in that folder “nbgrader generate_assignment {assignment}”.",
    "次は、そのフォルダーで「nbgrader generate_assignment {assignment}」を実行してください。",
)


def write_course(course: Path, lang: str | None = None, only: Iterable[str] = ()) -> int:
    """Write exercises as ``source/<assignment>/<notebook>.ipynb``.

    Args:
        course: the folder of an nbgrader course, or one to be made.
        lang: the language of the notebooks; by default the one that is spoken.
        only: the exercises' ids; by default all.

    Returns:
        0, or 2 after saying why nothing was written.
    """
    lang = known_language(lang or language())
    wanted = tuple(dict.fromkeys(only)) or exercise_ids()
    if unknown := [asked for asked in wanted if asked not in exercise_ids()]:
        return _refuse(_UNKNOWN.format(asked=unknown[0], known=", ".join(exercise_ids())))
    chosen = [lesson for lesson in lessons() if lesson.id in wanted]
    try:
        # What git or the system hides there makes no course of it.
        fresh = not course.exists() or all(entry.name.startswith(".") for entry in course.iterdir())
        if not fresh and not (course / CONFIG).exists() and not (course / SOURCE).is_dir():
            return _refuse(_NO_COURSE.format(path=course, config=CONFIG))
        made = {f"{one.file_stem}/{one.id}-{EXERCISE_SUFFIX}.ipynb": source_notebook(one, lang) for one in chosen}
        _write(course, made, chosen, lang, fresh)
    except NotBuilt as error:
        return _refuse(_NOT_BUILT.format(lesson=error))
    except OSError as error:
        return _refuse(_CANNOT_WRITE.format(path=error.filename or course, why=why_refused(error)))
    _say(_NOTE.format(path=course / SOURCE / README))
    _say(_NEXT.format(assignment=chosen[0].file_stem))
    return 0


def _write(course: Path, made: dict[str, bytes], chosen: list[Lesson], lang: str, fresh: bool) -> None:
    source = course / SOURCE
    before = _written(source)
    with speaking(lang):
        if not fresh:
            # The table is of everything that stands here, not only of what is written now.
            chosen = [
                one
                for one in lessons()
                if one in chosen or any(name.startswith(f"{one.file_stem}/") for name in before)
            ]
        made = {**made, README: readme(chosen).encode()}
        settings = config(course.resolve().name)
    new = {}
    for place, data in made.items():
        now = _hash_of(source / place)
        if now is None or (now == before.get(place) and now != _hash(data)):
            new[place] = data
        elif now != _hash(data):
            _say(_CHANGED.format(path=source / place))
    same = sum(_hash_of(source / place) == _hash(data) for place, data in made.items())
    kept = {**before, **{place: _hash(data) for place, data in new.items()}}
    files = {source / place: data for place, data in new.items()}
    files[source / WRITTEN] = f"{json.dumps(kept, indent=1, sort_keys=True)}\n".encode()
    if fresh:
        files[course / CONFIG] = settings.encode()
    write_together(files)
    if fresh:
        _say(_NEW_CONFIG.format(config=course / CONFIG))
    for place in new:
        _say(_WROTE.format(path=source / place))
    if same:
        _say(_SAME.format(n=same))
    if not fresh and (course / CONFIG).is_file() and "code_stub" not in (course / CONFIG).read_text("utf-8", "replace"):
        _say(_STUB.format(config=course / CONFIG))
        Console(soft_wrap=True).print(f"  {CODE_STUB}", markup=False, highlight=False)


def _written(source: Path) -> dict[str, str]:
    """The hashes of what was written before; none where that is not known, so that nothing is written over."""
    try:
        found = json.loads((source / WRITTEN).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return {}
    return {str(place): str(value) for place, value in found.items()} if isinstance(found, dict) else {}


def _hash_of(path: Path) -> str | None:
    try:
        return _hash(path.read_bytes())
    except FileNotFoundError:
        return None


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _refuse(says: T) -> int:
    Console(soft_wrap=True, stderr=True).print(str(says), markup=False, highlight=False)
    return 2


def _say(line: T) -> None:
    Console(soft_wrap=True).print(str(line), markup=False, highlight=False)
