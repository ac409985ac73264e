"""``mlcurric workshop``: a thin face over ``mlcurric.workshop``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperCommand, TyperGroup

from mlcurric.report.command import language_called, leftover, no_language
from mlcurric.text import T, language, speak

_LENIENT = {"ignore_unknown_options": True, "allow_extra_args": True}
"""What is missing or mistyped is said here, in the language of the folder or the machine."""


class _Group(TyperGroup):
    """Says in both languages which commands there are."""

    def resolve_command(self, ctx: typer.Context, args: list[str]):
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            from mlcurric.workshop.commands import no_command

            _speak(args, Path())
            raise _refused(no_command(args[0], self.list_commands(ctx)))
        return super().resolve_command(ctx, args)


class _Command(TyperCommand):
    """Says in both languages after which option a value is missing."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:
        from mlcurric.workshop.commands import without_value

        if wrong := without_value(args, _options(self)):
            _speak(args, Path())
            raise _refused(wrong)
        return super().parse_args(ctx, args)


workshop = typer.Typer(cls=_Group, no_args_is_help=True, rich_markup_mode=None, help="A team's workshop: its folder and what comes of it.")  # fmt: skip
LangOption = Annotated[str, typer.Option("--lang", help="Language, en or ja; by default the folder's or the machine's.")]  # fmt: skip
PdfOption = Annotated[bool, typer.Option(help="Print the pages as PDF too, if there is a browser.")]
NewFolder = Annotated[str, typer.Argument(metavar="DIR", help="Where it goes; made where it is missing.", show_default=False)]  # fmt: skip
TeamFolder = Annotated[str, typer.Argument(metavar="[DIR]", help="The team's folder; by default the one you are in.", show_default=False)]  # fmt: skip


def _as_command(name: str) -> Callable:
    return workshop.command(name, cls=_Command, context_settings=_LENIENT)


@workshop.callback()
def _about() -> None:
    """A team's workshop: its folder and what comes of it."""


@_as_command("new")
def new(
    context: typer.Context,
    folder: NewFolder = "",
    team: Annotated[str, typer.Option(help="The team's name.")] = "",
    stage: Annotated[str, typer.Option(help="1, 2 or 3.")] = "3",
    day: Annotated[str, typer.Option("--date", help="The day, such as 2027-01-21; by default in four weeks.")] = "",
    start: Annotated[str, typer.Option(help="When it begins.")] = "13:00",
    people: Annotated[str, typer.Option(help="How many take part.")] = "6",
    lang: LangOption = "",
) -> None:
    """Lay out a team's folder: agenda, handouts, e-mails, forms, board, sheets and notebooks."""
    _begin(context, folder, lang, makes="new")
    from mlcurric.subject.typed import Slip
    from mlcurric.workshop.layout import lay_out
    from mlcurric.workshop.remarks import remarks, usual_day
    from mlcurric.workshop.session import read_session
    from mlcurric.workshop.telling import told

    try:
        today = date.today()
        session = read_session(team, stage, day or usual_day(today).isoformat(), start, people, language())
        found = lay_out(Path(folder), session)
    except Slip as slip:
        raise _refused(slip) from None
    for line in told(session, found, remarks(session, today, is_given=bool(day))):
        typer.echo(str(line))


@_as_command("example")
def example(context: typer.Context, folder: NewFolder = "", lang: LangOption = "", pdf: PdfOption = True) -> None:
    """Lay out a finished ideathon with its report: how a team's folder looks after the four hours."""
    _begin(context, folder, lang, makes="example")
    from mlcurric.workshop.example import example_and_print

    raise typer.Exit(example_and_print(Path(folder), language(), pdf))


@_as_command("check")
def check(context: typer.Context, folder: TeamFolder = "", lang: LangOption = "") -> None:
    """Say what is there, what is missing, and what has to be mended in a team's folder."""
    path = _begin(context, folder, lang)
    from mlcurric.workshop.check import check_and_print

    raise typer.Exit(check_and_print(path))


@_as_command("report")
def report(context: typer.Context, folder: TeamFolder = "", lang: LangOption = "", pdf: PdfOption = True) -> None:
    """Make the report of a team's folder: use-case list, board, survey results and the sheets, to read and to print."""
    path = _begin(context, folder, lang)
    from mlcurric.workshop.report import report_and_print

    raise typer.Exit(report_and_print(path, pdf))


def _begin(context: typer.Context, folder: str, lang: str, makes: str = "") -> Path:
    """Speak the right language, refuse what is missing or mistyped, and say which folder is meant.

    Args:
        makes: the command, if it makes the folder; then its name is needed, and its language is not asked for.
    """
    from mlcurric.subject.typed import Slip
    from mlcurric.workshop.commands import no_folder, team_folder

    asked = ["--lang", lang] if lang else []
    _speak(asked, None if makes else Path(folder))
    wrong = no_language(lang) if lang and not language_called(lang) else None
    if wrong := wrong or leftover([*filter(None, [folder]), *context.args], _options(context.command)):
        raise _refused(wrong)
    if makes:
        if not folder.strip():
            raise _refused(no_folder(makes))
        return Path(folder)
    try:
        path = team_folder(folder, str(context.info_name))
    except Slip as slip:
        raise _refused(slip) from None
    _speak(asked, path)
    return path


def _speak(arguments: list[str], folder: Path | None) -> None:
    """The language that was asked for, else the one in which the folder was laid out, else the machine's."""
    typed = dict(pairwise(arguments)).get("--lang", "")
    if not (spoken := language_called(typed)) and folder is not None:
        from mlcurric.workshop.reading import language_of

        spoken = language_of(folder)
    speak(spoken)


def _options(command: TyperCommand) -> list[str]:
    names = [option for each in command.params for option in (*each.opts, *each.secondary_opts)]
    return [name for name in names if name.startswith("--")]


def _refused(says: T | Exception) -> typer.Exit:
    typer.echo(str(says), err=True)
    return typer.Exit(2)
