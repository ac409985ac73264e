"""mlcurric.subject.board.paper: the wall on A3 sheets and on the A4 sheets of any printer."""

import re

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from mlcurric.subject.board import paper
from mlcurric.subject.board.commands import carry_out
from mlcurric.subject.board.draw import _EDGES, MARGIN, draw, draw_board, laid_out
from mlcurric.subject.board.kinds import KINDS
from mlcurric.subject.board.model import Board
from mlcurric.subject.board.paper import A3, A4, save_board, save_sheets, sheets_of
from mlcurric.subject.board.screen import draw_on_screen, screen_picture
from mlcurric.text import LANGUAGES, speaking


def long_board(notes: int) -> Board:
    return carry_out(Board(title="長い壁"), "\n".join(f"e {at}番目のことが起きた @{at}" for at in range(notes)))[0]


def pages(path) -> list[tuple[float, float]]:
    """The width and height of each page of a PDF, in whole millimetres."""
    boxes = re.findall(rb"/MediaBox \[ ?0 0 ([\d.]+) ([\d.]+) ?\]", path.read_bytes())
    return [tuple(round(float(side) / 72 * 25.4) for side in box) for box in boxes]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_small_board_fits_one_sheet_of_a3_or_two_of_a4(tmp_path, lang):
    with speaking(lang):
        svg, png, a3, a4 = save_board(long_board(12), tmp_path)
    assert pages(a3) == [(420, 297)]
    assert pages(a4) in ([(210, 297)], [(210, 297)] * 2)
    assert svg.read_text().startswith("<?xml")
    assert png.read_bytes().startswith(b"\x89PNG")


def test_a_long_board_takes_more_sheets_side_by_side(tmp_path):
    board = long_board(150)
    sheets = save_sheets(board, tmp_path / "a3.pdf", A3)
    assert 2 <= sheets == sheets_of(board, A3) <= 8
    assert pages(tmp_path / "a3.pdf") == [(420, 297)] * sheets


@pytest.mark.parametrize("paper", [A3, A4])
@pytest.mark.parametrize("lanes", [1, 3, 5])
@pytest.mark.parametrize("notes", [12, 16, 24, 38, 60])
def test_sheets_are_filled_from_the_left_edge_to_the_right(paper, lanes, notes):
    lines = "\n".join(f"e {at}番目のことが起きた @{at} #{at % lanes}" for at in range(notes))
    board, _ = carry_out(Board(title="幅"), lines)
    size = paper.wall(sheets_of(board, paper))
    wall, scale = laid_out(board, size)
    assert wall.width * scale + 2 * MARGIN > 0.85 * size[0]
    left, right = draw_board(board, size).axes[0].get_xlim()
    assert -left * scale == pytest.approx(MARGIN)
    assert right - left == pytest.approx(size[0] / scale)


def test_crowded_lanes_fill_two_sheets_as_well():
    """Many notes on few places: the height of the paper sets their size, and the columns are set apart."""
    lines = "\n".join(f"{'ehac'[at % 4]} {at}番目のこと @{at // 4} #{at % 4 // 2}" for at in range(48))
    board, _ = carry_out(Board(), lines)
    size = A3.wall(2)
    wall, scale = laid_out(board, size)
    assert wall.width * scale + 2 * MARGIN > 0.9 * size[0]
    assert wall.height * scale < size[1]


def test_each_kind_is_told_without_colours_by_its_shape_or_its_edge():
    seen = {(kind.size, kind.tilted, _EDGES[kind.id]) for kind in KINDS.values()}
    assert len(seen) == len(KINDS)


def test_the_same_board_gives_the_same_file(tmp_path):
    for name in ("one", "two"):
        save_board(long_board(3), tmp_path / name)
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


def test_sheets_overlap_and_cover_the_whole_wall():
    assert A3.wall(2)[0] * 25.4 == pytest.approx(2 * (420 - 14) - 10)
    assert A4.wall(3)[0] * 25.4 == pytest.approx(3 * (210 - 14) - 2 * 10)


def test_a_sign_that_no_font_has_is_shown_as_a_mark_and_nothing_is_warned(recwarn):
    board, _ = carry_out(Board(), "e 解約した🔥👨‍👩‍👧 $x$ \\frac 𠮷野家")
    figure = draw_board(board)
    FigureCanvasAgg(figure).draw()
    screen_picture(draw_on_screen(board))
    assert [str(warning.message) for warning in recwarn] == []
    shown = "".join(re.sub(r"\s", "", text.get_text()) for text in figure.axes[0].texts)
    assert "(炎)(man)(woman)(girl)" in shown or "(fire)(man)(woman)(girl)" in shown
    assert [note.text for note in board] == ["解約した🔥👨‍👩‍👧 $x$ \\frac 𠮷野家"]


def test_an_empty_board_and_a_monstrous_note_are_drawn(tmp_path):
    save_board(Board(), tmp_path)
    board, answers = carry_out(Board(), f"e {'とても長い文' * 1_666}\nh {'x' * 9_000}")
    assert all(answer.done for answer in answers)
    figure = draw_board(board)
    assert max(len(text.get_text()) for text in figure.axes[0].texts) < 1_000


def test_the_board_is_drawn_once_for_a3_once_for_dots_and_once_for_a4(tmp_path, monkeypatch):
    drawn = []
    monkeypatch.setattr(paper, "draw", lambda *given, **how: drawn.append(given[1]) or draw(*given, **how))
    save_board(long_board(3), tmp_path)
    assert len(drawn) == 3
    assert drawn[0] == drawn[1] == A3.wall(1)


def test_words_reach_as_far_as_they_are_drawn():
    """A sheet shows the words that reach it, so none may be drawn further than is said."""
    board, _ = carry_out(Board(title="長い題の壁"), "h 解約した, so the customer said\ne Wide words WWWWWW @2")
    figure = draw_board(board)
    canvas = FigureCanvasAgg(figure)
    (ax,) = figure.axes
    for words in ax.texts:
        others = [one for one in ax.get_children() if one is not words]
        for other in others:
            other.set_visible(False)
        canvas.draw()
        seen = np.nonzero((np.asarray(canvas.buffer_rgba())[..., :3] < 255).any(axis=(0, 2)))[0]
        for other in others:
            other.set_visible(True)
        (first, _), (last, _) = ax.transData.transform([(words.reach[0], 0), (words.reach[1], 0)])
        assert first <= seen.min()
        assert seen.max() <= last


def test_the_legend_says_which_paper_to_take():
    with speaking("ja"):
        figure = draw_board(carry_out(Board(), "e 解約した\nh 遅い")[0])
    shown = "".join(text.get_text() for text in figure.axes[0].texts).replace("\n", "")
    assert "イベント(オレンジ)" in shown
    assert "ホットスポット(ピンク)" in shown
