"""The command line: a thin face over what the packages below do. Each command imports only what it needs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from mlcurric.cli_grading import GRADING, LangOption, gradebook, marks
from mlcurric.cli_report import AS_TYPED, report
from mlcurric.cli_workshop import workshop
from mlcurric.notebook.workfolder import DEFAULT_NAME, read_workshop
from mlcurric.text import LANGUAGES, T, language, speak

app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
app.add_typer(workshop, name="workshop")
app.command("report", **AS_TYPED)(report)
for command in GRADING:
    app.command()(command)
app.add_typer(marks, name="marks")
app.add_typer(gradebook, name="gradebook")


WorkOption = Annotated[Path, typer.Option("--work", help="Folder of the learner's own notebooks.")]


def main() -> None:
    """Run the command line, with an output that can show Japanese on every machine."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    if sys.argv[1:2] == ["grade"]:
        from mlcurric.grading.isolated import start_isolated

        start_isolated()
    app()


@contextmanager
def needs(extra: str) -> Iterator[None]:
    """Say in a sentence which extra is missing, where a command needs one that is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("mlcurric"):
            raise
        said = T(
            "This needs {library}, which is not installed: in the project's folder run “py -m pip install -e .[{extra}]”.",
            "{library} がインストールされていません。プロジェクトのフォルダーで「py -m pip install -e .[{extra}]」を実行してください。",
        )
        typer.echo(str(said.format(library=error.name, extra=extra)), err=True)
        raise typer.Exit(2) from None


@app.command()
def start(
    lang: LangOption = None,
    work: WorkOption = Path(DEFAULT_NAME),
    port: Annotated[int, typer.Option(help="First port to try.")] = 8888,
    browser: Annotated[bool, typer.Option(help="Open a browser, if there is one.")] = True,
) -> None:
    """Put the notebooks into the learner's folder and open JupyterLab there."""
    from mlcurric.workplace.lab import start as start_lab

    # A team's folder is opened in the language in which it was laid out.
    laid_out = read_workshop(work).get("lang")
    speak(lang or (laid_out if laid_out in LANGUAGES else None))
    raise typer.Exit(start_lab(work, port=port, browser=browser))


@app.command()
def progress(lang: LangOption = None, work: WorkOption = Path(DEFAULT_NAME)) -> None:
    """Show what is passed and what is next."""
    from mlcurric.notebook.overview import progress_as_text

    speak(lang)
    typer.echo(progress_as_text(work))


@app.command()
def doctor(lang: LangOption = None, work: WorkOption = Path(DEFAULT_NAME)) -> None:
    """Say what works on this machine, and what to do about what does not."""
    from mlcurric.workplace.doctor import examine_and_print

    speak(lang)
    raise typer.Exit(examine_and_print(work))


@app.command()
def build(
    only: Annotated[list[str] | None, typer.Argument(help="Lessons to build, such as 1-1; by default all.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Run nothing; fail if a built notebook is out of step.")
    ] = False,
) -> None:
    """Build the notebooks of both languages from their sources."""
    with needs("build"):
        from mlcurric.building.build import build_all, check_all

    raise typer.Exit(check_all(only or []) if check else build_all(only or []))


@app.command()
def slides(
    lesson: Annotated[str, typer.Argument(help="The lesson, such as 2-1.")],
    lang: LangOption = None,
    out: Annotated[
        Path | None, typer.Option(help="Folder for the page; by default dist/slides/<lesson>-<lang>.")
    ] = None,
) -> None:
    """Make slides of a built lesson, with the facilitator's notes for the speaker."""
    with needs("build"):
        from mlcurric.building.slides import make_slides

    speak(lang)
    raise typer.Exit(make_slides(lesson, language(), out or Path("dist", "slides", f"{lesson}-{language()}")))


@app.command()
def book(
    lang: LangOption = None,
    out: Annotated[Path | None, typer.Option(help="Folder for the book; by default dist/book-<lang>.")] = None,
    pdf: Annotated[bool, typer.Option(help="Print it as PDF too, if there is a browser.")] = True,
) -> None:
    """Bind the facilitator's edition of all lessons into one book."""
    with needs("build"):
        from mlcurric.workshop.book import make_book

    speak(lang)
    raise typer.Exit(make_book(language(), out or Path("dist", f"book-{language()}"), pdf=pdf))
