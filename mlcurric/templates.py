"""Pages and pieces of pages as HTML, made of a package's templates: every text that is filled in is escaped."""

from __future__ import annotations

from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined

from mlcurric.text import language


def filled(package: str, template: str, **values: object) -> str:
    """A template filled in; a ``T`` in it is said in the language spoken now, which the template knows as ``lang``.

    Args:
        package: whose folder ``templates`` holds it, such as ``"mlcurric.grading"``.
        template: the name of its file.

    Raises:
        jinja2.UndefinedError: if it asks for a value that is not given.
    """
    return _of(package).get_template(template).render(lang=language(), **values)


@cache
def _of(package: str) -> Environment:
    # What a whole page begins and ends with is the same everywhere: ``{% extends "house/sheet.html" %}``.
    house = PrefixLoader({"house": PackageLoader("mlcurric", "house")})
    loader = ChoiceLoader([PackageLoader(package), house])
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
