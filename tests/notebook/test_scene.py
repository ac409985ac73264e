"""mlcurric.notebook.scene: buttons and typed letters lead through the same month, and nothing is given away early."""

from html import unescape

import ipywidgets
import pytest

from mlcurric.notebook import scene
from mlcurric.notebook.workfolder import MARKER
from mlcurric.subject.scenario.engine import play
from mlcurric.subject.scenario.reader import load_scenario
from mlcurric.subject.style import use_style
from mlcurric.text import LANGUAGES, speaking

NOVEMBER = load_scenario("nobody-said")


@pytest.fixture
def shown(monkeypatch):
    """What was displayed, as text."""
    texts: list[str] = []
    monkeypatch.setattr(scene, "show", lambda text, html: texts.append(text))
    monkeypatch.setattr(scene, "show_notice", lambda *sentences, **_: texts.append(" ".join(map(str, sentences))))
    monkeypatch.setattr(scene, "show_outside", lambda: texts.append("outside"))
    monkeypatch.setattr(scene.plt, "show", lambda: texts.append("picture"))
    with speaking("en"):
        use_style()
        yield texts
    scene.plt.close("all")


def press(buttons, label):
    next(button for button in buttons._row.children if button.description == label).click()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_buttons_play_what_the_letters_play(lang):
    with speaking(lang):
        use_style()
        buttons = scene._Buttons(ipywidgets, play(NOVEMBER))
        for letter in "bbbabb":
            assert buttons._picture.layout.display == "none"
            press(buttons, letter)
        assert buttons._plays[-1] == play(NOVEMBER, "bbbabb")
        assert "bbbabb" in buttons._page.value
        assert str(buttons._plays[-1].ending.text) in unescape(buttons._page.value)
        assert buttons._picture.layout.display == "block"
        assert bytes(buttons._picture.value).startswith(b"\x89PNG")


def test_one_can_go_back_and_begin_again():
    with speaking("en"):
        use_style()
        buttons = scene._Buttons(ipywidgets, play(NOVEMBER))
        assert [button.description for button in buttons._row.children] == ["a", "b", "c"]
        press(buttons, "b")
        press(buttons, "a")
        press(buttons, "back")
        assert buttons._plays[-1] == play(NOVEMBER, "b")
        press(buttons, "from the start")
        assert buttons._plays[-1] == play(NOVEMBER)


def test_the_buttons_leave_a_picture_for_a_page_on_which_nothing_runs(monkeypatch):
    views = {}
    monkeypatch.setattr(scene, "display", lambda data, raw: views.update(data))
    with speaking("en"):
        use_style()
        scene.play_scene("nobody-said", "researchers")
        first = dict(views)
        scene.play_scene("nobody-said", "researchers")
    assert {"text/plain", "image/png"} < first.keys()
    assert first["image/png"] == views["image/png"]
    assert first["text/plain"] == views["text/plain"]


def test_typed_letters_show_where_they_lead(shown):
    scene.show_scene("nobody-said", ...)
    scene.show_scene("nobody-said", " B ")
    scene.show_scene("nobody-said", "bbbabb")
    assert str(NOVEMBER.intro) in shown[0]
    assert "In the canteen" in shown[1]
    assert "Fri 27 Nov" in shown[2]


@pytest.mark.parametrize(("path", "says"), [("bx", "Letter 2 is “x”"), (5, "in quotes"), (["b"], "in quotes")])
def test_what_cannot_be_played_is_said(shown, path, says):
    scene.show_scene("nobody-said", path)
    scene.show_choices("nobody-said", path)
    assert len(shown) == 2
    assert all(says in text for text in shown)


@pytest.mark.parametrize("path", [..., "", "bbb"])
def test_choices_are_talked_over_only_after_the_end(shown, path):
    scene.show_choices("nobody-said", path, side="developers")
    assert len(shown) == 1
    assert "Play to the end first" in shown[0]


def test_after_the_end_each_choice_is_talked_over(shown):
    scene.show_choices("nobody-said", "cbbbcc")
    assert shown[0] == "picture"
    assert all(str(step.option.note) in shown[1] for step in play(NOVEMBER, "cbbbcc").steps)


def test_cards_are_kept_in_the_learners_folder(shown, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    scene.save_cards("one-head")
    assert shown == ["outside"]
    (tmp_path / "my-work" / MARKER).mkdir(parents=True)
    scene.save_cards("one-head")
    page = (tmp_path / "my-work/cards/one-head-en.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "my-work/cards/one-head-en.html" in shown[1].replace("\\", "/")
    assert str(tmp_path) not in shown[1]
