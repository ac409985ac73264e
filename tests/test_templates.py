"""mlcurric.templates: a template is filled in with texts of the language spoken now, and nothing in them is taken for HTML."""

import jinja2
import pytest

from mlcurric import templates
from mlcurric.text import T, speaking


@pytest.fixture
def package(monkeypatch):
    monkeypatch.setattr(
        templates,
        "PackageLoader",
        lambda name, folder="templates": jinja2.DictLoader(
            {"a.html": f'<p lang="{{{{ lang }}}}">{name}: {{{{ says }}}}'}
        ),
    )
    templates._of.cache_clear()
    yield "some.package"
    templates._of.cache_clear()


def test_texts_are_said_in_the_language_spoken_now_and_escaped(package):
    says = T("a < b", "a < b です")
    with speaking("en"):
        assert templates.filled(package, "a.html", says=says) == '<p lang="en">some.package: a &lt; b'
    with speaking("ja"):
        assert templates.filled(package, "a.html", says=says) == '<p lang="ja">some.package: a &lt; b です'


def test_a_value_that_is_forgotten_is_an_error_and_no_gap(package):
    with pytest.raises(jinja2.UndefinedError, match="says"):
        templates.filled(package, "a.html")
