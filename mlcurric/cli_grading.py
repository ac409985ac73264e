"""``mlcurric grade`` and what goes with it: a thin face over ``mlcurric.grading``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperGroup

from mlcurric.text import speak


class Language(StrEnum):
    """The languages of the curriculum."""

    EN = "en"
    JA = "ja"


LangOption = Annotated[Language | None, typer.Option("--lang", help="Language; by default the machine's.")]


def grade(
    submissions: Annotated[Path, typer.Argument(help="Folder that holds <learner>/<exercise>.ipynb.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for the gradebook, grades.csv and the feedback pages.")],
    key_file: Annotated[
        Path | None, typer.Option(help="File with the class's secret; it is made where there is none.")
    ] = None,
    jobs: Annotated[int, typer.Option(help="Hand-ins run side by side.")] = 2,
    time_limit: Annotated[
        float,
        typer.Option(
            help="Seconds that one notebook may run, of the clock or, with several processes, of the processor."
        ),
    ] = 120.0,
    attempts: Annotated[int, typer.Option(help="Hand-ins of one learner for one exercise that are graded.")] = 10,
    trust_submissions: Annotated[
        bool, typer.Option("--trust-submissions", help="Run the notebooks on this machine without a sandbox.")
    ] = False,
    dask: Annotated[
        str | None, typer.Option(metavar="tls://HOST:PORT", help="Scheduler of a Dask cluster that runs the notebooks.")
    ] = None,
    tls_ca: Annotated[Path | None, typer.Option(help="For --dask: certificate of the cluster's authority.")] = None,
    tls_cert: Annotated[Path | None, typer.Option(help="For --dask: our own certificate.")] = None,
    tls_key: Annotated[Path | None, typer.Option(help="For --dask: its key.")] = None,
    lang: LangOption = None,
) -> None:
    """Grade a folder of hand-ins, each in a sandbox."""
    from mlcurric.grading.cluster.connect import Scheduler
    from mlcurric.grading.command import grade as grade_as_asked

    speak(lang)
    raise typer.Exit(
        grade_as_asked(
            submissions, out, key_file, jobs=jobs, seconds=time_limit, attempts=attempts, trusted=trust_submissions,
            scheduler=Scheduler(dask, tls_ca, tls_cert, tls_key) if dask else None,
        )
    )  # fmt: skip


def collect(
    zips: Annotated[list[Path], typer.Argument(help="The zips that Moodle or Canvas made of the submissions.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for the hand-ins; `mlcurric grade` reads it.")],
    lang: LangOption = None,
) -> None:
    """Lay out the hand-ins of a learning platform's zips as `grade` reads them."""
    from mlcurric.grading.collecting.collect_zips import collect_zips

    speak(lang)
    raise typer.Exit(collect_zips(zips, out))


def nbgrader(
    course: Annotated[Path, typer.Argument(help="Folder of an nbgrader course; it is made where there is none.")],
    only: Annotated[list[str] | None, typer.Option(help="An exercise to write, such as 1-1; by default all.")] = None,
    lang: LangOption = None,
) -> None:
    """Write the exercises as assignments of an nbgrader course."""
    from mlcurric.grading.nbgrader.course import write_course

    speak(lang)
    raise typer.Exit(write_course(course, lang, only or []))


GRADING = (grade, collect, nbgrader)
"""The commands that stand by themselves."""


class _ShowsByDefault(TyperGroup):
    """What begins with no command is about the gradebook that is to be shown."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:
        if args and args[0] != "--help" and self.get_command(ctx, args[0]) is None:
            args = ["show", *args]
        return super().parse_args(ctx, args)


GradebookFolder = Annotated[
    Path, typer.Argument(metavar="OUT", help="Folder that `mlcurric grade` was given for --out.")
]
GradebookOption = Annotated[Path, typer.Option("--gradebook", metavar="OUT", help="Folder that `mlcurric grade` was given for --out.")]  # fmt: skip
marks = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Marks by hand for free texts, as a file for Excel."
)
gradebook = typer.Typer(cls=_ShowsByDefault, no_args_is_help=True, rich_markup_mode=None, help="A class at a glance, and its grades for a learning platform.")  # fmt: skip


@marks.command("export")
def export_marks(
    file: Annotated[Path, typer.Argument(metavar="marks.csv", help="The file to write; never over one that is there.")],
    gradebook: GradebookOption,
    questions: Annotated[
        str,
        typer.Option(help="Texts to mark from now on, such as 1-1/why_learn,2-8/sponsor_note; by default one a stage."),
    ] = "",
    anonymous: Annotated[bool, typer.Option("--anonymous", help="Leave the learners' names out.")] = False,
    lang: LangOption = None,
) -> None:
    """Write the free texts that are to be marked, a row a text and line of the rubric."""
    from mlcurric.grading.marks.command import export_marks as export_as_asked

    speak(lang)
    raise typer.Exit(export_as_asked(gradebook, file, questions, anonymous))


@marks.command("import")
def import_marks(
    file: Annotated[Path, typer.Argument(metavar="marks.csv", help="The file, as Excel has saved it.")],
    gradebook: GradebookOption,
    lang: LangOption = None,
) -> None:
    """Take over the marks and comments of a file, all or none."""
    from mlcurric.grading.marks.command import import_marks as import_as_asked

    speak(lang)
    raise typer.Exit(import_as_asked(gradebook, file))


class Form(StrEnum):
    """The platforms that a table can be written for."""

    CANVAS = "canvas"
    MOODLE = "moodle"
    PLAIN = "plain"


@gradebook.command("export")
def export_grades(
    folder: GradebookFolder,
    out: Annotated[Path, typer.Option("--out", help="The file to write.")],
    form: Annotated[Form, typer.Option("--format", help="Who reads it.")] = Form.PLAIN,
    roster: Annotated[
        Path | None, typer.Option(help="The platform's own gradebook as CSV: who is who, and which columns there are.")
    ] = None,
    collected: Annotated[
        Path | None, typer.Option(help="The collected.csv that `mlcurric collect` wrote beside the hand-ins.")
    ] = None,
    without_texts: Annotated[bool, typer.Option("--without-texts", help="Count only what a machine checked.")] = False,
    lang: LangOption = None,
) -> None:
    """Write the grades as Canvas or Moodle read them, or as a plain table."""
    from mlcurric.grading.exports.command import export_grades as export_as_asked

    speak(lang)
    raise typer.Exit(export_as_asked(folder, out, form.value, roster, collected, not without_texts))


@gradebook.command("forget")
def forget_gone(
    folder: GradebookFolder,
    names: Annotated[
        list[str], typer.Argument(metavar="NAME...", help="As `mlcurric gradebook OUT` lists them: Ann, or Ann/1-1.")
    ],
    lang: LangOption = None,
) -> None:
    """Leave hand-ins whose notebooks are gone out of the grades; they come back with their notebooks."""
    from mlcurric.grading.forget import forget as forget_as_asked

    speak(lang)
    raise typer.Exit(forget_as_asked(folder, names))


@gradebook.command("rename")
def rename_gone(
    folder: GradebookFolder,
    old: Annotated[str, typer.Argument(help="The folder that is gone, as `mlcurric gradebook OUT` lists it.")],
    new: Annotated[str, typer.Argument(help="The same person's folder now, which was graded already.")],
    lang: LangOption = None,
) -> None:
    """Give the grades and marks of a folder that was renamed to the folder that it is now."""
    from mlcurric.grading.rename import rename as rename_as_asked

    speak(lang)
    raise typer.Exit(rename_as_asked(folder, old, new))


@gradebook.command("show")
def show_gradebook(
    folder: GradebookFolder,
    learners: Annotated[bool, typer.Option("--learners", help="List every learner here, however many.")] = False,
    lang: LangOption = None,
) -> None:
    """Show a class at a glance, and write OUT/gradebook.html; `mlcurric gradebook OUT` does the same."""
    from mlcurric.grading.glance.show import show_gradebook as show_as_asked

    speak(lang)
    raise typer.Exit(show_as_asked(folder, learners))
