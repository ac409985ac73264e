"""The command line: a thin face over what the packages below do. Each command imports only what it needs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from mlcurric.cli_report import AS_TYPED, report
from mlcurric.cli_workshop import workshop
from mlcurric.notebook.workfolder import DEFAULT_NAME, read_workshop
from mlcurric.text import LANGUAGES, T, language, speak

app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
app.add_typer(workshop, name="workshop")
app.command("report", **AS_TYPED)(report)


class Language(StrEnum):
    """The languages of the curriculum."""

    EN = "en"
    JA = "ja"


LangOption = Annotated[Language | None, typer.Option("--lang", help="Language; by default the machine's.")]
WorkOption = Annotated[Path, typer.Option("--work", help="Folder of the learner's own notebooks.")]


def main() -> None:
    """Run the command line, with an output that can show Japanese on every machine."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
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


@app.command()
def grade(
    submissions: Annotated[Path, typer.Argument(help="Folder that holds <learner>/<exercise>.ipynb.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for the gradebook, grades.csv and the feedback pages.")],
    key_file: Annotated[
        Path | None, typer.Option(help="File with the class's secret; it is made where there is none.")
    ] = None,
    jobs: Annotated[int, typer.Option(help="Hand-ins run side by side.")] = 2,
    time_limit: Annotated[float, typer.Option(help="Seconds that one notebook may run.")] = 120.0,
    attempts: Annotated[int, typer.Option(help="Hand-ins of one learner for one exercise that are graded.")] = 10,
    trust_submissions: Annotated[
        bool, typer.Option("--trust-submissions", help="Run the notebooks on this machine without a sandbox.")
    ] = False,
    lang: LangOption = None,
) -> None:
    """Grade a folder of hand-ins, each in a sandbox."""
    from mlcurric.grading.command import grade as grade_as_asked

    speak(lang)
    raise typer.Exit(
        grade_as_asked(
            submissions, out, key_file, jobs=jobs, seconds=time_limit, attempts=attempts, trusted=trust_submissions
        )
    )


@app.command()
def collect(
    zips: Annotated[list[Path], typer.Argument(help="The zips that Moodle or Canvas made of the submissions.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for the hand-ins; `mlcurric grade` reads it.")],
    lang: LangOption = None,
) -> None:
    """Lay out the hand-ins of a learning platform's zips as `grade` reads them."""
    from mlcurric.grading.collecting.collect_zips import collect_zips

    speak(lang)
    raise typer.Exit(collect_zips(zips, out))


@app.command()
def nbgrader(
    course: Annotated[Path, typer.Argument(help="Folder of an nbgrader course; it is made where there is none.")],
    only: Annotated[list[str] | None, typer.Option(help="An exercise to write, such as 1-1; by default all.")] = None,
    lang: LangOption = None,
) -> None:
    """Write the exercises as assignments of an nbgrader course."""
    from mlcurric.grading.nbgrader.course import write_course

    speak(lang)
    raise typer.Exit(write_course(course, lang, only or []))
