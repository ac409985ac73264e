"""Lines of ``mlcurric workshop …`` as somebody pastes them, and which team's folder is meant by what was typed, or by nothing."""

from __future__ import annotations

import difflib
import re
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path

from mlcurric.notebook.workfolder import session_file
from mlcurric.subject.typed import Slip
from mlcurric.text import T, listed, run_on

_PLAIN = re.compile(r"[\w./\\:~+@%,-]+")
"""Names that every shell takes as they are; letters of any script among them."""
_OBEYED = re.compile(r'["$`!]')
"""Signs that a shell obeys between double quotes too."""
_MOST_FOLDERS = 5

_FOLDER = "our-team"
"""A team's folder where nobody has named one yet."""
_FINISHED = "finished"
"""The folder of the finished example likewise."""
_LANG = T(" --lang en", " --lang ja")
_AFTER: Mapping[str, T] = {
    "new": T(' --team "Our team" --date 2027-01-21{lang}', ' --team "チーム名" --date 2027-01-21{lang}').format(
        lang=_LANG
    ),
    "example": _LANG,
}
"""What stands after the folder where a command makes it."""
_VALUES: Mapping[str, T] = {
    "--team": T('--team "Our team"', '--team "大阪"'),
    "--stage": T("--stage 3", "--stage 3"),
    "--date": T("--date 2027-01-21", "--date 2027-01-21"),
    "--start": T("--start 13:00", "--start 13:00"),
    "--people": T("--people 6", "--people 6"),
    "--lang": T("--lang en", "--lang ja"),
}


def quoted(path: Path | str) -> str:
    """A path or a name as it is typed into a command, in any shell."""
    text = str(path)
    if text.startswith("-"):
        # Else it would be taken for an option.
        text = f"./{text}"
    if _PLAIN.fullmatch(text):
        return text
    return shlex.quote(text) if _OBEYED.search(text) else f'"{text}"'


def command(verb: str, folder: Path | str = _FOLDER) -> T:
    """“mlcurric workshop check our-team”, ready to paste; in the folder itself its name is left out.

    Args:
        verb: “new”, “example”, “check” or “report”.
        folder: as it was typed, or its name where somebody reads it elsewhere.
    """
    name = "" if Path(folder) == Path() else f" {quoted(folder)}"
    return T("{line}{after}", "{line}{after}").format(
        line=f"mlcurric workshop {verb}{name}", after=_AFTER.get(verb, "")
    )


def team_folder(typed: str, verb: str) -> Path:
    """The folder that is meant: the one typed, else the team's folder in which somebody stands.

    Args:
        verb: the command, for the line that is told.

    Raises:
        Slip: if nothing was typed and this is no team's folder; with lines to paste.
    """
    if typed.strip():
        path, here = Path(typed), Path.cwd()
        # The line that the pages print was pasted in the folder itself.
        return Path() if not path.exists() and path == Path(here.name) and session_file(here).is_file() else path
    here = Path.cwd()
    if session_file(here).is_file():
        return Path()
    if above := next((each for each in here.parents if session_file(each).is_file()), None):
        return above
    if below := sorted(each.name for each in here.iterdir() if session_file(each).is_file()):
        lines = listed(command(verb, name) for name in below[:_MOST_FOLDERS])
        raise Slip(_WHICH, _PASTE.format(lines=lines))
    raise Slip(_WHICH, _NAME.format(line=command(verb)), _NONE_YET.format(line=command("new")))


def no_folder(verb: str) -> T:
    """What is said where a folder is to be made and no name for it was typed."""
    return _NO_NAME.format(verb=verb, line=command(verb, _FINISHED if verb == "example" else _FOLDER))


def without_value(arguments: Sequence[str], options: Sequence[str]) -> T | None:
    """What is said of an option after which nothing stands, or the next option; None if there is none.

    Args:
        arguments: as they were typed.
        options: that there are; those of ``_VALUES`` ask for a value.
    """
    for at, text in enumerate(arguments):
        if text in _VALUES and (at + 1 == len(arguments) or arguments[at + 1] in options):
            return _NO_VALUE.format(option=text, example=_VALUES[text])
    return None


def no_command(typed: str, known: Sequence[str]) -> T:
    """What is said of a word after “workshop” that is none of its commands."""
    near = difflib.get_close_matches(typed, known, 1, 0.6)
    said = _NO_COMMAND.format(typed=typed[:40], known=", ".join(known))
    return run_on([said, _MEANT.format(line=f"mlcurric workshop {near[0]}")]) if near else said


_WHICH = T("Which team's folder? This is none.", "どのチームのフォルダーでしょうか。いまいる場所は、チームのフォルダーではありません。")  # fmt: skip
_PASTE = T("Paste: {lines}", "次の行を貼りつけてください: {lines}")
_NAME = T("Type its name after the command, such as {line}", "名前をつけて実行してください。例: {line}")
_NONE_YET = T("There is none yet? Make one: {line}", "まだなければ、こうして作れます: {line}")
_NO_NAME = T(
    "The name of the folder is missing: type one after “{verb}”, such as {line}",
    "フォルダーの名前がありません。「{verb}」のあとに書いてください。例: {line}",
)
_NO_VALUE = T(
    "Nothing stands after {option}. Type for instance {example}.",
    "{option} のあとに、値がありません。{example} のように書いてください。",
)
_NO_COMMAND = T(
    "There is no “{typed}” in mlcurric workshop. There are: {known}.",
    "mlcurric workshop に「{typed}」はありません。使えるのは {known} です。",
)
_MEANT = T("Is it {line}?", "{line} でしょうか。")
