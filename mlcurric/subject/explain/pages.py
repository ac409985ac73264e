"""Pieces of a page as HTML: every text escaped, all style inside, so that they can be shown, mailed and printed."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from mlcurric.text import language


@cache
def _templates() -> Environment:
    loader = PackageLoader("mlcurric.subject.explain")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def as_html(template: str, **values: object) -> str:
    """A template filled in; a ``T`` in it is said in the language spoken now."""
    return _templates().get_template(template).render(lang=language(), **values)
