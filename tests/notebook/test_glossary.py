"""mlcurric.notebook.glossary: both languages side by side, the page's own first."""

from html.parser import HTMLParser

import pytest

from mlcurric.glossary import Term, in_order, terms
from mlcurric.notebook.glossary import as_html
from mlcurric.text import T, speaking


class Table(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data):
        self.rows[-1][-1] += data


def opened(notebook, lang):
    notebook.run(f'from mlcurric import exercise\nex = exercise("start-here", lang="{lang}")')
    return notebook


@pytest.mark.parametrize(
    ("lang", "headings"),
    [
        ("en", ["English", "Japanese", "What it means", "Lesson"]),
        ("ja", ["日本語", "英語", "意味", "レッスン"]),
    ],
)
def test_the_table_has_a_row_a_term_with_the_meaning_in_the_pages_language(lang, headings):
    other = {"en": "ja", "ja": "en"}[lang]
    with speaking(lang):
        first, *rows = Table(as_html(in_order())).rows
        assert first == headings
        for term, row in zip(in_order(), rows, strict=True):
            assert row[:3] == [getattr(term.term, lang), getattr(term.term, other), getattr(term.meaning, lang)]
    assert len(rows) == len(terms())


def test_what_stands_in_it_is_text():
    script = "<script>alert(1)</script>"
    term = Term(T(script, script), "あ", T(script, script), "1-1")
    assert "script" not in Table(as_html([term])).tags


def test_a_word_is_looked_up_in_a_notebook(notebook):
    opened(notebook, "en")
    assert notebook.run('ex.glossary("リフト")').startswith("lift (リフト): How many times")
    assert len(notebook.run("ex.glossary()").splitlines()) == len(terms())
    opened(notebook, "ja")
    assert notebook.run('ex.glossary("lift")').startswith("リフト (lift): ")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ('"xyzzy"', "no “xyzzy”"),
        ('""', "no word between the quotes"),
        ('"　"', "no word between the quotes"),
        ("3", "in quotes"),
        ("...", "in quotes"),
        ('"<b>"', "no “<b>”"),
    ],
)
def test_what_is_not_found_is_said(notebook, typed, says):
    opened(notebook, "en")
    assert says in notebook.run(f"ex.glossary({typed})")


@pytest.mark.parametrize("typed", ["精度", " 精度 ", "予測精度", "せいど"])
def test_a_word_that_may_mean_three_things_asks_which(notebook, typed):
    opened(notebook, "ja")
    first, *lines = notebook.run(f'ex.glossary("{typed}")').splitlines()
    assert "人によって意味が違います。正解率・適合率・再現率のどれかを聞きましょう。" in first
    assert [line.partition(" ")[0] for line in lines] == ["正解率", "適合率", "再現率"]


def test_accuracy_comes_with_a_word_of_warning(notebook):
    opened(notebook, "en")
    shown = notebook.run('ex.glossary("Accuracy")')
    assert "precision or recall is meant" in shown
    assert "accuracy (正解率)" in shown
    assert "is meant" not in notebook.run('ex.glossary("正解率")') + notebook.run('ex.glossary("precision")')
