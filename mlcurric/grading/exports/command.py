"""``mlcurric gradebook export`` as it was typed: the table is written, and whatever is not in it is said."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from rich.console import Console

from mlcurric.grading.collecting.register import Row, read_table
from mlcurric.grading.exports.earlier import is_export
from mlcurric.grading.exports.lms_tables import Class, NoNumber, Table, canvas_table, moodle_table, plain_table
from mlcurric.grading.exports.roster import Matched, Roster, called, match, read_roster
from mlcurric.grading.gradebook.chosen import chosen
from mlcurric.grading.gradebook.command import Refused, carried_out
from mlcurric.grading.gradebook.grades_file import short
from mlcurric.grading.gradebook.store import Gradebook
from mlcurric.grading.gradebook.totals import counting, handed_in_exercises, most_of, total_of
from mlcurric.grading.reading.names import shown_names
from mlcurric.grading.said import NOTHING_GRADED, first_lines
from mlcurric.keeping import BYTE_ORDER_MARK, write_whole
from mlcurric.spreadsheets import defused
from mlcurric.text import T


def export_grades(
    out: Path, file: Path, form: str, roster: Path | None = None, collected: Path | None = None, texts: bool = True
) -> int:
    """Write the grades of a class for a learning platform.

    Args:
        out: the folder of the gradebook.
        file: the file to write.
        form: ``"canvas"``, ``"moodle"`` or ``"plain"``.
        roster: the platform's own gradebook, as it exported it.
        collected: what ``mlcurric collect`` noted.
        texts: whether the free texts that a person marks count.

    Returns:
        The exit code: 0, or 2 if nothing was written.
    """
    return carried_out(
        out, lambda gradebook, console: _export(gradebook, console, file, form, roster, collected, texts)
    )


def _export(
    gradebook: Gradebook,
    console: Console,
    file: Path,
    form: str,
    roster: Path | None,
    collected: Path | None,
    texts: bool,
) -> None:
    if form == "plain" and roster:
        raise Refused(_NO_NEED)
    if any(given and given.exists() and file.exists() and file.samefile(given) for given in (roster, collected)):
        raise Refused(_SAME_FILE.format(path=file))
    if file.exists() and not is_export(file.read_bytes(), file.name):
        raise Refused(_IN_THE_WAY.format(path=file))
    register = _register(collected)
    known = read_roster(roster.read_bytes(), roster.name) if roster else None
    if known and known.is_canvas != (form == "canvas"):
        raise Refused(_OTHER_LMS.format(name=roster.name, form=form))
    of = _class(gradebook, texts)
    matched = match(of.shown, known, register) if known else Matched()
    if known and not matched.people:
        _tell_folders(console, of, known, matched)
        raise Refused(_NOBODY.format(name=roster.name))
    table = _table(form, of, known, matched, register)
    text = io.StringIO(newline="")
    csv.writer(text).writerows([defused(cell) for cell in row] for row in table)
    # A platform reads the first heading as it stands; the mark is for Excel.
    write_whole(file, (BYTE_ORDER_MARK if form == "plain" else "") + text.getvalue())
    console.print(str(_WRITTEN.format(path=file, n=len(table) - (2 if form == "canvas" else 1))))
    _tell_open(console, of, matched if known else None)
    if known:
        _tell_matching(console, of, known, matched)
    elif form != "plain":
        console.print(str(_NO_ROSTER))
    if not texts:
        console.print(str(_WITHOUT_TEXTS))


def _table(form: str, of: Class, roster: Roster | None, matched: Matched, register: list[Row]) -> Table:
    if form == "plain":
        return plain_table(of)
    if form == "moodle":
        try:
            return moodle_table(of, roster, matched.people)
        except NoNumber as odd:
            raise Refused(_NO_NUMBER.format(heading=odd.heading, cell=odd.cell)) from odd
    return canvas_table(of, roster, matched.people, {row.folder: row.id for row in register if row.lms == "canvas"})


def _class(gradebook: Gradebook, texts: bool) -> Class:
    submissions = [one for one in gradebook.current() if not one.second]
    exercises = handed_in_exercises(submissions)
    if not exercises:
        raise Refused(NOTHING_GRADED)
    asked = counting(exercises, chosen(gradebook) if texts else ())
    totals = {(one.learner, one.name): total_of(one, asked[one.name]) for one in submissions if one.name in asked}
    return Class(asked, totals, shown_names(one.learner for one in submissions))


def _register(path: Path | None) -> list[Row]:
    if path is None:
        return []
    if not path.is_file():
        raise Refused(_NO_REGISTER.format(path=path))
    try:
        return read_table(path)
    except ValueError:
        raise Refused(_NO_REGISTER.format(path=path)) from None


def _tell_open(console: Console, of: Class, matched: Matched | None) -> None:
    """What has no number in the table although it was handed in."""
    for title, is_so in ((_WAITING, lambda one: one.waiting), (_UNGRADED, lambda one: one.ungraded)):
        found = [
            f"{of.shown[learner]}, {exercise}" for (learner, exercise), total in of.totals.items()
            if is_so(total) and (matched is None or learner in matched.people)
        ]  # fmt: skip
        _tell_list(console, title, found)


def _tell_folders(console: Console, of: Class, roster: Roster, matched: Matched) -> None:
    """The folders that have no line in the table."""
    _tell_list(console, _UNKNOWN, [of.shown[learner] for learner in matched.learners], in_full=True)
    doubles = []
    for one in matched.doubles:
        left_out = ", ".join(of.shown[learner] for learner in one.left_out)
        says = _NONE_COUNTS if one.counts is None else _ONE_COUNTS
        counts = of.shown.get(one.counts)
        doubles.append(str(says.format(person=called(one.person, roster), counts=counts, left_out=left_out)))
    _tell_list(console, _DOUBLES, doubles, in_full=True)


def _tell_matching(console: Console, of: Class, roster: Roster, matched: Matched) -> None:
    _tell_folders(console, of, roster, matched)
    _tell_list(console, _NO_HAND_IN, [called(person, roster) for person in matched.others], in_full=True)
    new = []
    for exercise in of.exercises:
        place, most = roster.column_of(exercise), short(most_of(of.asked[exercise])[0])
        possible = roster.points[place] if roster.points and place is not None else ""
        if place is None:
            new.append(str(_COLUMN.format(exercise=exercise, most=most)))
        elif _number(possible) not in (None, float(most)):
            console.print(str(_OTHER_MOST.format(exercise=exercise, theirs=possible, ours=most)))
    _tell_list(console, _NEW_COLUMNS, new)


def _tell_list(console: Console, title: T, lines: list[str], in_full: bool = False) -> None:
    """Print a list; ``in_full`` however long it is, because what it names stands nowhere else."""
    if not lines:
        return
    console.print(str(title.format(n=len(lines))))
    for line in [f"  {line}" for line in lines] if in_full else first_lines(lines):
        console.print(line)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


_WRITTEN = T("Written: {path}, learners: {n}.", "{path} に {n} 人分を書き出しました。")
_SAME_FILE = T(
    "“{path}” is a file that is read; give --out another name.",
    "「{path}」は読み込むファイルです。--out には別の名前を指定してください。",
)
_IN_THE_WAY = T(
    "“{path}” is there already, and is no table that this command wrote. Nothing was written; give --out another name.",
    "「{path}」はもうあり、このコマンドが書き出した表ではないため、何も書き出していません。--out には別の名前を指定してください。",
)
_NO_NEED = T(
    "--roster is for canvas and moodle; the plain table has the folders' names. Leave it out.",
    "--roster は canvas と moodle のためのものです。plain はフォルダー名で書き出すので、外してください。",
)
_OTHER_LMS = T(
    "“{name}” is not a gradebook of the platform asked for (--format {form}); give the file that this one exported.",
    "「{name}」は --format {form} の成績表ではありません。その学習管理システムからエクスポートしたファイルを指定してください。",
)
_NO_REGISTER = T(
    "“{path}” is not what “mlcurric collect” noted; give the collected.csv beside the hand-ins.",
    "「{path}」は「mlcurric collect」の記録ではありません。提出物と同じ場所にある collected.csv を指定してください。",
)
_WAITING = T(
    "Hand-ins with a text that waits for a mark, which have no number here: {n}. Mark them, or add --without-texts.",
    "採点待ちの記述が残っている提出が {n} 件あり、点数を入れていません。採点するか、--without-texts を付けてください。",
)
_UNGRADED = T(
    "Hand-ins that could not be graded, which have no number here: {n}. Their pages say why.",
    "採点できなかった提出が {n} 件あり、点数を入れていません。理由は各自のページにあります。",
)
_UNKNOWN = T(
    "Folders that are nobody's in the roster, or may be more than one person's, which are left out: {n}. Rename them, or give --collected.",
    "名簿の誰のものか決められないフォルダーが {n} 件あり、書き出していません。名前を直すか、--collected を指定してください。",
)
_DOUBLES = T(
    "People with more than one folder: {n}. A person has one line in the table: put their notebooks into one folder, and grade again.",
    "フォルダーが2つ以上ある人が {n} 人います。表では1人1行なので、ノートブックをひとつのフォルダーにまとめて、もう一度採点してください。",
)
_ONE_COUNTS = T(
    "{person}: {counts} is taken, left out: {left_out}",
    "{person}: {counts} を書き出し、{left_out} は書き出していません",
)
_NONE_COUNTS = T("{person}: left out: {left_out}", "{person}: {left_out} は、どれも書き出していません")
_NOBODY = T(
    "Nothing was written: no folder is surely that of a person in “{name}”.",
    "「{name}」の誰かのものと決められるフォルダーがひとつもないため、何も書き出していません。",
)
_NO_HAND_IN = T("People of the roster without a hand-in here: {n}.", "名簿のうち、提出のない人が {n} 人います。")
_NO_ROSTER = T(
    "Without --roster the platform has to recognise the folders' names. Export its gradebook as CSV and give that file.",
    "--roster がないので、フォルダー名だけで本人を見分けることになります。成績表をCSVでエクスポートして指定すると確実です。",
)
_NEW_COLUMNS = T(
    "Exercises for which the roster has no column, or more than one: {n}. Importing makes new ones. To fill a column of yours, begin its "
    "name with the number of the exercise on the platform, and export the roster again.",
    "名簿に列が見つからないか、いくつもある演習が {n} 件あります。このまま取り込むと、新しい列ができます。"
    "今ある列に入れるには、学習管理システムで列の名前を演習の番号で始め、名簿をエクスポートし直してください。",
)
_COLUMN = T("{exercise}: {most} points", "{exercise}: {most} 点満点")
_NO_NUMBER = T(
    "In the roster's column “{heading}” stands “{cell}”, and Moodle imports numbers alone: export the roster with real grades "
    "(Grade display type: Real).",
    "名簿の「{heading}」の列に「{cell}」があります。Moodle が取り込めるのは数だけなので、評点の表示を「実数」にして名簿をエクスポートし直してください。",
)
_OTHER_MOST = T(
    "{exercise} is of {theirs} points there and of {ours} here; set it to {ours} there before you import.",
    "{exercise} の満点は、名簿では {theirs}、ここでは {ours} です。取り込む前に、学習管理システム側を {ours} にしてください。",
)
_WITHOUT_TEXTS = T("Texts that a person marks are not counted.", "人が採点する記述は、点数に含めていません。")
