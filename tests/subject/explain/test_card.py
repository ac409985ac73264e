"""mlcurric.subject.explain.card: the same words in two views, escaped, with what the score cannot say."""

import re
from html.parser import HTMLParser

import numpy as np
import pandas as pd
import pytest

from mlcurric.subject.explain.card import left_of_alike, output_card
from mlcurric.subject.explain.reasons import Reason, ReasonCodes
from mlcurric.subject.intervals import Measured
from mlcurric.text import LANGUAGES, T, speaking

WITHIN = T("within three months", "3か月以内に")
COUNTED = T("Counted among 300 customers of last summer.", "昨年の夏の顧客300人で数えた。")


def reason(points: int, label: T, actionable: bool | None = False, action: T | None = None) -> Reason:
    return Reason(label.en, points, label, T("yes", "はい"), T("average: 2", "平均: 2"), actionable, action)


LOGINS, PRICE = T("logins", "ログイン数"), T("price went up", "値上げ")
TALK, ANSWER = T("Talk about the price.", "料金について話す。"), T("Answer the ticket.", "問い合わせに答える。")
CODES = ReasonCodes((reason(12, LOGINS), reason(6, PRICE, True, TALK)), -3, 15, 0.34, 0.05)


def card(codes: ReasonCodes = CODES, customer: str = "Cedar & Co.", **words):
    return output_card(customer, codes, Measured(0.34, 0.289, 0.395), 0.08, within=WITHIN, counted=COUNTED, **words)


class Page(HTMLParser):
    """The tags and the text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags, self.attributes, self.texts = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.texts += [data.strip()] if data.strip() else []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_views_say_the_same(lang):
    with speaking(lang):
        text, html = card().as_text(), card().as_html()
    on_page = " ".join(Page(html).texts)
    for line in text.splitlines():
        for piece in filter(None, re.split(r"^ *([+−]?\d+)  |^\[ | \]$", line)):
            assert piece in on_page, piece


def test_the_headline_is_of_100_with_its_range():
    with speaking("en"):
        assert str(card().headline) == "Of 100 customers like this one, about 34 left within three months (29 to 40)."
        assert str(card().beside) == "Of 100 customers in all: 8."
    with speaking("ja"):
        assert str(card().headline) == "この顧客に似た100人のうち、3か月以内に解約したのは約34人(29〜40人)。"


@pytest.mark.parametrize(("share", "diamonds"), [(0.0, 0), (0.34, 34), (1.0, 100)])
def test_as_many_diamonds_as_left(share, diamonds):
    shown = output_card("x", CODES, Measured(share, share, share), 0.08, within=WITHIN, counted=COUNTED).diamonds
    assert [len(row) for row in shown] == [25] * 4
    assert "".join(shown).count("◆") == diamonds


def test_what_a_stranger_wrote_is_escaped():
    script = "<script>alert(1)</script>"
    strange = ReasonCodes((reason(5, T(script, script)),), 0, 5, 0.2, 0.1)
    shown = card(strange, customer=script, do_next=T(script, script)).as_html()
    assert "<script" not in shown
    assert shown.count("&lt;script&gt;") == 3


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_says_its_language_fetches_nothing_and_keeps_the_order_of_headings(lang):
    with speaking(lang):
        page = Page(card().as_html())
    assert ("lang", lang) in page.attributes
    assert not {"script", "link", "img", "style"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name in ("src", "href") or name.startswith("on")]
    assert [tag for tag in page.tags if tag in ("h3", "h4")] == ["h3", "h4", "h4", "h4", "h4"]


def test_what_to_do_next_is_about_the_largest_reason_that_can_be_acted_on():
    two = ReasonCodes((reason(9, PRICE, True, TALK), reason(4, LOGINS, True, ANSWER)), 0, 13, 0.3, 0.1)
    assert card(two).do_next == TALK
    staying = ReasonCodes((reason(-9, PRICE, True, TALK), reason(4, LOGINS, True, ANSWER)), 0, -5, 0.1, 0.1)
    assert card(staying).do_next == ANSWER
    nothing = card(ReasonCodes((reason(9, LOGINS),), 0, 9, 0.2, 0.1))
    with speaking("en"):
        assert "ask whoever knows this customer" in str(nothing.do_next)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_to_disagree_is_as_easy_as_to_agree(lang):
    with speaking(lang):
        shown = card().as_html()
    boxes = re.findall(r'<span style="([^"]*)">([^<]*)</span>', shown)
    assert [words for _, words in boxes] == {
        "en": ["I call", "I know better: ____"],
        "ja": ["電話する", "判断が違う: ____"],
    }[lang]
    assert boxes[0][0] == boxes[1][0], "two of one size, neither louder than the other"


def test_it_says_how_many_of_a_hundred_stayed_and_takes_other_words():
    with speaking("en"):
        assert "66 of 100 like it stayed" in card().as_text()
        assert "Ring Mori." in card(how_to_override=T("Ring Mori.", "森さんに電話。")).as_text()


def test_alike_are_the_nearest_scores():
    scores = pd.Series(np.linspace(0, 1, 101), index=range(500, 601))
    left = pd.Series(scores.to_numpy() > 0.55, index=scores.index)
    assert left_of_alike(0.5, scores, left, alike=10).value == pytest.approx(0.0)
    assert left_of_alike(0.56, scores, left, alike=11).value == pytest.approx(6 / 11)
    everyone = left_of_alike(0.9, scores, left, alike=101)
    assert everyone.low < everyone.value < everyone.high
    for alike in (0, 102):
        with pytest.raises(ValueError, match="from 101"):
            left_of_alike(0.5, scores, left, alike)


@pytest.mark.parametrize(
    ("score", "past", "left", "says"),
    [
        (float("nan"), [0.1, 0.2], [True, False], "customer's score is nan; nobody is alike to it"),
        (float("inf"), [0.1, 0.2], [True, False], "customer's score is inf"),
        (0.1, [0.1, None], [True, False], "past_scores has 1 gaps"),
        (0.1, [0.1, 0.2], [True, None], "left has 1 gaps"),
        (0.1, [0.1, 0.2], ["yes", "no"], "left holds 'yes'"),
        (0.1, [0.1, 0.2, 0.3], [True, False], "The column of past scores has 3 rows, the outcomes 2"),
        (0.1, pd.Series([0.1, 0.2], [1, 0]), [True, False], "belong to other rows"),
    ],
)
def test_without_scores_or_outcomes_nobody_is_alike(score, past, left, says):
    with pytest.raises(ValueError, match=says):
        left_of_alike(score, pd.Series(past), pd.Series(left), alike=1)
