"""Plays a scenario in a notebook: with buttons, or by typing the letters; both ways lead through the same month."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from io import BytesIO
from typing import Any

import matplotlib.pyplot as plt
from IPython.display import display

from mlcurric.keeping import write_whole
from mlcurric.notebook.show import show, show_notice, show_outside, show_unsaved
from mlcurric.notebook.workfolder import find_work
from mlcurric.subject.scenario.engine import NoSuchOption, Played, letters_of, play
from mlcurric.subject.scenario.pages import beliefs_as_html, cards_page, choices_as_html, play_as_html
from mlcurric.subject.scenario.picture import month_figure
from mlcurric.subject.scenario.reader import load_scenario
from mlcurric.subject.scenario.words import beliefs_in_words, choices_in_words, play_in_words
from mlcurric.text import T, language

CARDS_FOLDER = "cards"
_STILL = T(
    "(Buttons: run this cell and choose. Or type the letters in the cell below.)",
    "(ボタンです。セルを実行すると選べます。下のセルに記号を打っても遊べます。)",
)
_BACK = T("back", "ひとつ戻る")
_AGAIN = T("from the start", "最初から")
_YOURS = T("Your path: {path}", "あなたの選択: {path}")


def play_scene(name: str, side: str | None = None) -> None:
    """Play a side of a scenario with buttons; where there are no widgets, its first day is shown.

    Args:
        name: the scenario, such as ``"nobody-said"``.
        side: which side; by default the first one.

    Raises:
        KeyError: if there is no such scenario or side.
    """
    start = play(load_scenario(name), "", side)
    try:
        import ipywidgets
    except ModuleNotFoundError:
        _show_play(start)
        return
    views = _Buttons(ipywidgets, start).box._repr_mimebundle_()
    # A picture for a page on which nothing runs, and the same words on every run.
    display(views | {"text/plain": str(_STILL), "image/png": b64encode(_png(start)).decode()}, raw=True)


class _Buttons:
    """The widgets of one play: the page, a button a letter, one to go back, and in the end the month as a picture."""

    def __init__(self, widgets: Any, start: Played) -> None:
        self._widgets, self._plays = widgets, [start]
        # The widget drops what is no HTML of its own; a live region is read out when it changes.
        self._page, self._row = widgets.HTML(), widgets.HBox(layout={"flex_flow": "row wrap"})
        self._picture = widgets.Image(format="png", layout={"max_width": "100%", "display": "none"})
        self.box = widgets.VBox([self._page, self._row, self._picture])
        self._draw()

    def _draw(self) -> None:
        outcome = self._plays[-1]
        path = ""
        if outcome.finished:
            path = f"<p><strong>{escape(str(_YOURS.format(path=outcome.path)))}</strong></p>"
        self._page.value = f'<div aria-live="polite">{play_as_html(outcome)}{path}</div>'
        buttons = [
            self._button(letter, str(option.says), lambda _, letter=letter: self._choose(letter))
            for letter, option in outcome.affordable().items()
        ]
        if outcome.steps:
            buttons += [self._button(str(_BACK), "", self._back), self._button(str(_AGAIN), "", self._again)]
        self._row.children = buttons
        if outcome.finished:
            self._picture.value = _png(outcome)
        self._picture.layout.display = "block" if outcome.finished else "none"

    def _button(self, label: str, tooltip: str, act: Any) -> Any:
        button = self._widgets.Button(description=label, tooltip=tooltip, layout={"width": "auto", "min_width": "4em"})
        button.on_click(act)
        return button

    def _choose(self, letter: str) -> None:
        self._plays.append(self._plays[-1].choose(letter))
        self._draw()

    def _back(self, _: Any) -> None:
        self._plays.pop()
        self._draw()

    def _again(self, _: Any) -> None:
        del self._plays[1:]
        self._draw()


def show_scene(name: str, path: Any = "", side: str | None = None) -> None:
    """Play as far as the letters go, and show where that leads; a letter that cannot be chosen is named.

    Args:
        path: one letter a choice, such as ``"bac"``; ``""`` or ``...`` shows the first day.
    """
    outcome = _played(name, path, side)
    if outcome is not None:
        _show_play(outcome)


def show_choices(name: str, path: Any, side: str | None = None) -> None:
    """Show what each choice brought, and the month as a picture; only once the play is over."""
    outcome = _played(name, path, side)
    if outcome is None:
        return
    if not outcome.finished:
        show_notice(
            T(
                "Play to the end first; then each choice is talked over here.",
                "まず最後まで遊びましょう。そのあとで、選択をひとつずつ振り返ります。",
            )
        )
        return
    month_figure(outcome)
    plt.show()
    show(choices_in_words(outcome), choices_as_html(outcome))


def show_beliefs(name: str) -> None:
    """Show what each side charitably believed of the other, and why that was not enough."""
    scenario = load_scenario(name)
    show(beliefs_in_words(scenario), beliefs_as_html(scenario))


def save_cards(name: str) -> None:
    """Write a scenario as cards for a room, in the language spoken now, to ``my-work/cards/``: open, print, cut."""
    scenario, work = load_scenario(name), find_work()
    if work is None:
        show_outside()
        return
    path = work / CARDS_FOLDER / f"{name}-{language()}.html"
    try:
        write_whole(path, cards_page(scenario))
    except OSError as error:
        show_unsaved(error)
        return
    show_notice(
        T(
            "The cards are in {path}: open it in a browser, print it on A4, one side of the paper.",
            "カードは {path} にあります。ブラウザーで開き、A4の片面に印刷してください。",
        ).format(path=path.relative_to(work.parent))
    )


def _played(name: str, path: Any, side: str | None) -> Played | None:
    letters = "" if path is ... else path
    if not isinstance(letters, str):
        show_notice(T("Put the letters in quotes, such as “bac”.", '記号は「"bac"」のように引用符で囲んでください。'))
        return None
    try:
        return play(load_scenario(name), letters_of(letters), side)
    except NoSuchOption as error:
        show_notice(error.says)
        return None


def _show_play(outcome: Played) -> None:
    show(play_in_words(outcome), play_as_html(outcome))


def _png(outcome: Played) -> bytes:
    file, figure = BytesIO(), month_figure(outcome)
    figure.savefig(file, format="png")
    # An open figure would be shown a second time below the cell.
    plt.close(figure)
    return file.getvalue()
