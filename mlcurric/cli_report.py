"""``mlcurric report``: a thin face over ``mlcurric.report``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, Literal

import typer

from mlcurric.text import T, speak


def report(
    table: Annotated[
        str, typer.Argument(metavar="TABLE", help="The table, a row a customer: CSV, TSV, .csv.gz or .xlsx.")
    ],
    churned: Annotated[str, typer.Option(metavar="COLUMN", help="Who left.")],
    id: Annotated[str, typer.Option("--id", metavar="COLUMN", help="What tells customers apart.")],
    capacity: Annotated[str, typer.Option(metavar="NUMBER", help="How many customers can be contacted.")],
    value: Annotated[str, typer.Option(metavar="COLUMN", help="What a customer is worth.")] = "",
    observed_at: Annotated[str, typer.Option(metavar="COLUMN", help="On which day each row was looked at.")] = "",
    contact_cost: Annotated[
        str, typer.Option(metavar="AMOUNT", help="What a contact costs, working time included.")
    ] = "",
    incentive: Annotated[str, typer.Option(metavar="AMOUNT", help="What everybody contacted who stays is given.")] = "",
    save_rate: Annotated[
        str,
        typer.Option(metavar="SHARE", help="Of those who would leave, who stays because of a contact: 20% or 10-30%."),
    ] = "",
    within: Annotated[
        str, typer.Option(metavar="TIME", help="In which time those counted left, such as “3 months”.")
    ] = "",
    left_is: Annotated[
        list[str] | None, typer.Option(metavar="CELL", help="What stands in --churned for “left”.")
    ] = None,
    blank_is: Annotated[str, typer.Option(metavar="stayed|left|unknown", help="What a blank in --churned means.")] = "",
    drop: Annotated[list[str] | None, typer.Option(metavar="COLUMN", help="Not to be learned from.")] = None,
    keep: Annotated[
        list[str] | None, typer.Option(metavar="COLUMN", help="To be used though it looks like the answer.")
    ] = None,
    words: Annotated[
        str, typer.Option(metavar="FILE", help="How the columns are said, and which can be acted on.")
    ] = "",
    currency: Annotated[str, typer.Option(metavar="SIGN", help="Such as ¥ or USD.")] = "",
    lang: Annotated[
        Literal["en", "ja"] | None, typer.Option("--lang", help="Language; by default the machine's.")
    ] = None,
    out: Annotated[
        str, typer.Option("--out", metavar="PAGE", help="The page; the lists are written beside it.")
    ] = "report.html",
) -> None:
    """Make a page from a table of customers: whom to contact first, what to expect of it, and what to ask before."""  # fmt: skip
    speak(lang)
    from mlcurric.subject.typed import Slip

    try:
        with _telling() as tell:
            from mlcurric.report.make import make_report
            from mlcurric.report.options import read_request

            request = read_request(
                path=table, churned=churned, id=id, capacity=capacity, value=value, observed_at=observed_at,
                contact_cost=contact_cost, incentive=incentive, save_rate=save_rate, within=within,
                left_is=tuple(left_is or ()), blank_is=blank_is, drop=tuple(drop or ()), keep=tuple(keep or ()),
                words=words, currency=currency, out=out,
            )  # fmt: skip
            made = make_report(request, tell)
    except Slip as slip:
        typer.echo(str(slip), err=True)
        raise typer.Exit(2) from None
    for path in made.files:
        typer.echo(str(path))
    for each in made.gravest:
        typer.echo(f"! {each.says}", err=True)
        if each.way_out:
            typer.echo(f"  → {each.way_out}", err=True)
    for says in made.says:
        typer.echo(str(says), err=True)


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
