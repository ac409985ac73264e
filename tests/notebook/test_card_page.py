"""mlcurric.notebook.card_page: what was written on a card is shown, kept as a page, and never lost with it."""

import re
from dataclasses import replace
from html import unescape

import pytest

from mlcurric.notebook import card_page
from mlcurric.notebook.workfolder import MARKER
from mlcurric.questions.lesson_2_2.counted import evidence
from mlcurric.subject import ModelCard
from mlcurric.text import LANGUAGES, T, speaking

CARD = ModelCard(T("who leaves", "誰が解約するか"), evidence(), capacity=1_000, intended_use="order <b>customers</b>")


@pytest.fixture
def shown(monkeypatch):
    """What was displayed: text and HTML of each."""
    views: list[tuple[str, str]] = []
    monkeypatch.setattr(card_page, "show", lambda text, html: views.append((text, html)))
    monkeypatch.setattr(card_page, "show_notice", lambda *says, **_: views.append((" ".join(map(str, says)), "")))
    monkeypatch.setattr(card_page, "show_outside", lambda: views.append(("outside", "")))
    monkeypatch.setattr(card_page, "show_unsaved", lambda error: views.append(("unsaved", "")))
    return views


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_card_is_shown_and_its_page_kept_with_what_was_written(shown, tmp_path, monkeypatch, lang):
    (tmp_path / "my-work" / MARKER).mkdir(parents=True)
    (tmp_path / "my-work/en").mkdir()
    monkeypatch.chdir(tmp_path / "my-work/en")
    with speaking(lang):
        card_page.save_card(CARD)
        page = (tmp_path / f"my-work/my-product/model-card-{lang}.html").read_text(encoding="utf-8")
        (text, html), (said, _) = shown
    assert "order &lt;b&gt;customers" in page
    assert page.startswith("<!doctype html>")
    assert "order <b>customers</b>" in text
    assert "<!doctype" not in html
    link = unescape(re.search(r'href="([^"]*)"', html)[1])
    assert (tmp_path / "my-work/en" / link).resolve().is_file()
    assert f"my-work/my-product/model-card-{lang}.html" in said.replace("\\", "/")
    assert str(tmp_path) not in said + html


def test_an_older_page_is_written_over(shown, tmp_path, monkeypatch):
    (tmp_path / "my-work" / MARKER).mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    with speaking("en"):
        card_page.save_card(CARD)
        card_page.save_card(replace(CARD, intended_use="rank"))
    page = (tmp_path / "my-work/my-product/model-card-en.html").read_text(encoding="utf-8")
    assert "rank" in page
    assert "customers&lt;/b&gt;" not in page


def test_without_a_learners_folder_the_card_is_shown_all_the_same(shown, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    card_page.save_card(CARD)
    assert [text for text, _ in shown][1:] == ["outside"]
    assert "<article" in shown[0][1]
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_cannot_be_written_is_said(shown, tmp_path, monkeypatch):
    (tmp_path / "my-work" / MARKER).mkdir(parents=True)
    (tmp_path / "my-work/my-product").write_text("in the way", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    card_page.save_card(CARD)
    assert [text for text, _ in shown][1:] == ["unsaved"]
