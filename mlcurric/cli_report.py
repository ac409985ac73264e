"""``mlcurric report``: a thin face over ``mlcurric.report``."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Annotated

import typer
from typer.core import TyperCommand

from mlcurric.report.command import HELP, language_called, leftover, missing, misused, no_language
from mlcurric.text import T, run_on, speak


class _Command(TyperCommand):
    """Says itself what is wrong with an option, in the language asked for; what it is built on speaks English alone."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:
        options = [each for each in self.params if each.param_type_name == "option" and not each.is_flag]
        repeatable = [name for each in options if each.multiple for name in each.opts]
        if wrong := misused(args, [name for each in options for name in each.opts], repeatable):
            speak(_language_in(args))
            typer.echo(str(wrong), err=True)
            raise typer.Exit(2)
        return super().parse_args(ctx, args)


def _language_in(args: list[str]) -> str | None:
    """The language asked for by what is not parsed yet."""
    joined = [f"{one}={other}" for one, other in pairwise(args) if one == "--lang"]
    asked = [each.partition("=")[2] for each in (*args, *joined) if each.startswith("--lang=")]
    return language_called(asked[0]) if asked else None


AS_TYPED = {
    "cls": _Command,
    "add_help_option": False,
    "context_settings": {"ignore_unknown_options": True, "allow_extra_args": True},
}
"""How the command is to be made, so that what is missing or mistyped, and the help, are said here: in the language asked for."""

_EXCEL = (".xlsx", ".xlsm")
_LARGE = 3_000_000
"""Bytes of a workbook that is read for some ten seconds: about 20,000 rows of 30 columns."""
_CSV_IS_QUICKER = T(
    "A large Excel file takes a minute or more to read; saved as CSV it takes seconds.",
    "大きなExcelファイルは、読むのに1分以上かかることがあります。CSVで保存し直すと数秒で済みます。",
)
_READY = T(
    "The page is ready: {path} (open it in a browser).", "ページができました: {path}(ブラウザーで開いてください)。"
)


def report(
    context: typer.Context,
    table: Annotated[str, typer.Argument()] = "",
    churned: str = "",
    id: str = "",
    capacity: str = "",
    value: str = "",
    observed_at: str = "",
    contact_cost: str = "",
    incentive: str = "",
    save_rate: str = "",
    within: str = "",
    left_is: list[str] | None = None,
    blank_is: str = "",
    drop: list[str] | None = None,
    keep: list[str] | None = None,
    words: str = "",
    currency: str = "",
    lang: str = "",
    out: str = "",
    help: Annotated[bool, typer.Option("--help")] = False,
) -> None:
    """Make a page from a table of customers: whom to contact first, what to expect of it, and what to ask before."""
    speak(language_called(lang))
    if help:
        typer.echo(str(HELP))
        return
    options = [option for each in context.command.params for option in each.opts if option.startswith("--")]
    wrong = no_language(lang) if lang and not language_called(lang) else None
    if wrong := wrong or leftover([*filter(None, [table]), *context.args], options):
        typer.echo(str(wrong), err=True)
        raise typer.Exit(2)
    # Whatever imports the tables' libraries takes seconds; what is missing is said before.
    if absent := missing(table, {"--churned": churned, "--id": id, "--capacity": capacity}):
        typer.echo(str(run_on(absent)), err=True)
        raise typer.Exit(2)
    from mlcurric.subject.typed import Slip

    try:
        with _telling() as tell:
            from mlcurric.report.options import read_request

            request = read_request(
                path=table, churned=churned, id=id, capacity=capacity, value=value, observed_at=observed_at,
                contact_cost=contact_cost, incentive=incentive, save_rate=save_rate, within=within,
                left_is=tuple(left_is or ()), blank_is=blank_is, drop=tuple(drop or ()), keep=tuple(keep or ()),
                words=words, currency=currency, out=out,
            )  # fmt: skip
            # It takes seconds; what is mistyped is said before.
            from mlcurric.report.make import make_report

            if (
                request.path.suffix.lower() in _EXCEL
                and os.path.isfile(request.path)
                and request.path.stat().st_size > _LARGE
            ):
                typer.echo(str(_CSV_IS_QUICKER), err=True)
            made = make_report(request, tell)
    except Slip as slip:
        typer.echo(str(slip), err=True)
        raise typer.Exit(2) from None
    for path in made.files:
        typer.echo(str(path))
    for each in made.gravest:
        typer.echo(f"! {each.says}", err=True)
        for way in filter(None, (each.way_out, each.for_maker)):
            typer.echo(f"  → {way}", err=True)
    for says in made.says:
        typer.echo(str(says), err=True)
    typer.echo(str(_READY.format(path=made.files[0])), err=True)


@contextmanager
def _telling() -> Iterator[Callable[[T], None]]:
    """Tell each step on stderr: with a sign that moves where a person watches, a line each where none does."""
    if not sys.stderr.isatty():
        yield lambda step: typer.echo(str(step), err=True)
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = SpinnerColumn(finished_text="✓"), TextColumn("{task.description}"), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True)) as progress:
        tasks = []

        def tell(step: T) -> None:
            for task in tasks:
                progress.update(task, completed=1)
            tasks.append(progress.add_task(str(step), total=1))

        yield tell
        for task in tasks:
            progress.update(task, completed=1)
