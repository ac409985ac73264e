"""mlcurric.subject.board.letters: what is traced for a screen stands where text would, in any language, without a warning."""

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from mlcurric.subject.board.evenly import evenly
from mlcurric.subject.board.letters import Style, Traced, Typed, drawable, shortened
from mlcurric.subject.board.words_on_note import fitted, measure
from mlcurric.text import speaking

BLACK = Style((0, 0, 0, 1))


def ink(letters: type, *written: object) -> tuple[float, float, float, float]:
    """From where to where a picture is dark, in its own unit: left, right, top, bottom."""
    figure = Figure(figsize=(4, 2), dpi=100)
    ax = figure.add_axes((0, 0, 1, 1))
    ax.set(xlim=(0, 4), ylim=(2, 0))
    ax.axis("off")
    writer = letters(ax) if letters is Traced else letters(ax, 72)
    writer.write(*written)
    writer.done()
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    rows, columns = np.nonzero(np.asarray(canvas.buffer_rgba())[:, :, 0] < 128)
    return columns.min() / 100, columns.max() / 100, rows.min() / 100, rows.max() / 100


@pytest.mark.parametrize("line", ["解約が申し込まれた", "The customer left", "ア→B ★ é"])
@pytest.mark.parametrize(("centred", "turn"), [(False, 0), (True, 0), (True, 7)])
def test_traced_letters_stand_where_typed_ones_do(line, centred, turn):
    place = ((2.0 if centred else 0.5), 1.0)
    typed = ink(Typed, [line], place, 0.2, BLACK, centred, turn)
    assert ink(Traced, [line], place, 0.2, BLACK, centred, turn) == pytest.approx(typed, abs=0.06)


def test_a_sign_that_no_font_has_becomes_a_mark_in_either_way(recwarn):
    with speaking("ja"):
        assert drawable("解約🔥👍🏽👨‍👩‍👧") == "解約(炎)(いいね)(man)(woman)(girl)"
    assert drawable("\U000f0000") == "〓"
    for letters in (Traced, Typed):
        ink(letters, ["解約😡 $x$ \\frac 𠮷野家"], (0.2, 1), 0.2, BLACK, False, 0)
    assert [str(warning.message) for warning in recwarn] == []


def test_quotes_of_an_english_line_are_not_as_wide_as_japanese_signs():
    assert drawable("“Start” is Monday’s") == '"Start" is Monday\'s'
    assert drawable("“開始”は3通り") == "“開始”は3通り"


def test_a_name_too_long_for_its_place_is_cut():
    assert shortened("契約", 3) == "契約"
    cut = shortened("とても長いコンテキストの名前", 6)
    assert cut.endswith("…")
    assert measure(cut) <= 6


@pytest.mark.parametrize(
    "text", ["Webの申込フォーム", "更新を1週間後に控えた部長", "a team leader, a week before the renewal"]
)
def test_lines_of_a_note_are_about_equally_long(text):
    lines, size = evenly(text, 1.38, 0.8)
    before, same = fitted(text, 1.38, 0.8)
    assert size == same
    assert len(lines) == len(before)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(map(measure, lines)) <= max(map(measure, before))
    words = text.split()
    assert all(word in words for line in lines for word in line.split() if word.isascii())


def test_no_line_is_left_with_a_sign_or_two():
    lines, _ = evenly("Webの申込フォーム", 1.38, 0.7)
    assert min(map(measure, lines)) >= 3


def test_a_text_that_is_cut_short_stays_as_it_is():
    text = "とても長い文章が続く付箋です。" * 40
    assert evenly(text, 0.88, 0.8) == fitted(text, 0.88, 0.8)
