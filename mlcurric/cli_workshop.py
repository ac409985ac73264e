"""``mlcurric workshop``: a thin face over ``mlcurric.workshop``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from mlcurric.text import language, speak

workshop = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="A team's workshop: its folder and what comes of it.")  # fmt: skip
LangOption = Annotated[Literal["en", "ja"] | None, typer.Option("--lang", help="Language; by default the machine's.")]
PdfOption = Annotated[bool, typer.Option(help="Print the pages as PDF too, if there is a browser.")]
TeamFolder = Annotated[Path, typer.Argument(metavar="DIR", help="The team's folder.")]


@workshop.callback()
def _about() -> None:
    """A team's workshop: its folder and what comes of it."""


@workshop.command("new")
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The team's folder; it is made where it is missing.")],
    team: Annotated[str, typer.Option(help="The team's name.")] = "",
    stage: Annotated[str, typer.Option(help="1, 2 or 3.")] = "3",
    day: Annotated[str, typer.Option("--date", help="The day, such as 2027-01-21.")] = "",
    start: Annotated[str, typer.Option(help="When it begins.")] = "13:00",
    people: Annotated[str, typer.Option(help="How many take part.")] = "6",
    lang: LangOption = None,
) -> None:
    """Lay out a team's folder: agenda, handouts, e-mails, forms, board, sheets and notebooks."""
    from mlcurric.subject.typed import Slip
    from mlcurric.workshop.layout import lay_out
    from mlcurric.workshop.remarks import remarks
    from mlcurric.workshop.session import read_session
    from mlcurric.workshop.telling import told

    speak(lang)
    try:
        session = read_session(team, stage, day, start, people, language())
        found = lay_out(folder, session)
    except Slip as slip:
        typer.echo(str(slip), err=True)
        raise typer.Exit(2) from None
    for line in told(session, found, remarks(session, date.today())):
        typer.echo(str(line))


@workshop.command("example")
def example(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where it goes; made where it is missing.")],
    lang: LangOption = None,
    pdf: PdfOption = True,
) -> None:
    """Lay out a finished ideathon with its report: how a team's folder looks after the four hours."""
    from mlcurric.workshop.example import example_and_print

    speak(lang)
    raise typer.Exit(example_and_print(folder, language(), pdf))


@workshop.command("check")
def check(folder: TeamFolder, lang: LangOption = None) -> None:
    """Say what is there, what is missing, and what has to be mended in a team's folder."""
    from mlcurric.workshop.check import check_and_print

    _speak(folder, lang)
    raise typer.Exit(check_and_print(folder))


@workshop.command("report")
def report(
    folder: TeamFolder,
    lang: LangOption = None,
    pdf: PdfOption = True,
) -> None:
    """Make the report of a team's folder: use-case list, board, survey results and the sheets, to read and to print."""
    from mlcurric.workshop.report import report_and_print

    _speak(folder, lang)
    raise typer.Exit(report_and_print(folder, pdf))


def _speak(folder: Path, lang: str | None) -> None:
    """The language that was asked for, else the one in which the folder was laid out, else the machine's."""
    from mlcurric.workshop.reading import language_of

    speak(lang or language_of(folder))
