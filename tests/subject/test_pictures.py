"""The pictures: every glyph is there in both languages, and the counts in them are those of the data."""

import warnings

import matplotlib.pyplot as plt
import pytest

from mlcurric import subject
from mlcurric.text import speaking


@pytest.fixture(params=["en", "ja"], autouse=True)
def language(request):
    with speaking(request.param), warnings.catch_warnings():
        # A missing glyph or font is only a warning to matplotlib, and a box to the reader.
        warnings.simplefilter("error", UserWarning)
        subject.use_style()
        yield request.param
    plt.close("all")


def twenty():
    return subject.load_telco().sample(20, random_state=1190)


def draw() -> plt.Figure:
    figure = plt.gcf()
    figure.canvas.draw()
    return figure


def test_map_counts_right_answers_and_rings_wrong_ones():
    rows = twenty()

    def rule(customers):
        return customers["tenure"] < 12

    subject.show_map({"x": rows}, says=rule)
    ax = draw().axes[0]
    right = int((rule(rows) == rows["churned"]).sum())
    assert str(right) in ax.get_title(loc="left")
    rings = [c for c in ax.collections if len(c.get_offsets()) and not len(c.get_facecolor())]
    assert [len(c.get_offsets()) for c in rings] == [20 - right]


def test_a_shaded_map_gives_no_count_away():
    subject.show_map({"x": twenty()}, shade=lambda rows: rows["tenure"] < 12)
    assert draw().axes[0].get_title(loc="left") == "x"


def test_waffles_fill_as_many_as_left():
    subject.show_waffles({"a": 0, "b": 63, "c": 100})
    for ax, left in zip(draw().axes, (0, 63, 100), strict=True):
        assert [len(c.get_offsets()) for c in ax.collections] == [100 - left, left]


def test_waffles_refuse_more_than_the_list_holds():
    with pytest.raises(ValueError, match="101 of 100"):
        subject.show_waffles({"a": 101})


def test_timelines_and_promises_are_drawn():
    subject.show_subscriptions(subject.load_subscriptions(), "2026-05-01", "2026-05-31", "2026-01-01", "2026-06-15")
    assert len(draw().axes[0].get_yticklabels()) == 12
    subject.show_windows(subject.load_cdnow(), [51, 39], "1997-09-30", 14, 90)
    words = [text.get_text() for text in draw().axes[0].texts]
    assert len([word for word in words if word in ("silent", "came back", "休眠", "また注文")]) == 2
    subject.show_promise({"a": 0.9}, {"a": 0.65})
    assert {"0.90", "0.65"} <= {text.get_text() for text in draw().axes[0].texts}


def test_japanese_labels_try_the_japanese_font_first(language):
    assert plt.rcParams["font.family"][0] == {"en": "DejaVu Sans", "ja": "IPAexGothic"}[language]
