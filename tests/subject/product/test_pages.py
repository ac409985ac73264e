"""mlcurric.subject.product: the three pages as HTML, on screen and on paper."""

from __future__ import annotations

import bisect
import os
import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from subject.product.examples import CLASHING, CLINIC, HALF, SCHOOL

from mlcurric.subject.product import (
    LINES,
    Collected,
    Kind,
    Page,
    line_findings,
    needs_second_sheet,
    overlay,
    render_pages,
)
from mlcurric.subject.product.pages import POINTS, ROOM
from mlcurric.text import LANGUAGES, speaking

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
DAY = date(2031, 5, 14)
EXAMPLES = {"clinic": CLINIC, "school": SCHOOL, "half": HALF, "clashing": CLASHING, "empty": {}}
LONG = {
    "en": "Two people at the desk ring between two and four and offer another day to whoever cannot come. ",
    "ja": "教室の室長が一週間以内に面談をして、通う曜日や時間帯の変更を提案し、様子を記録に残します。",
}
needs_browser = pytest.mark.skipif(
    not CHROMIUM.exists() and os.environ.get("CI") != "true", reason=f"there is no browser at {CHROMIUM}"
)


def pages(texts: dict[str, str], lang: str) -> dict[Page, str]:
    with speaking(lang):
        lines = Collected(texts)
        return render_pages(lines, line_findings(lines), DAY)


class Reader(HTMLParser):
    """The visible text of a page, and its tags with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._hidden = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        self._hidden += tag in ("style", "title")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("style", "title")

    def handle_data(self, data: str) -> None:
        self.text += "" if self._hidden else data


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_page_stands_alone(name: str, lang: str):
    for page, html in pages(overlay(EXAMPLES[name]), lang).items():
        read = Reader(html)
        tags = [tag for tag, _ in read.tags]
        assert dict(read.tags)["html"] == {"lang": lang}
        assert not {"script", "link", "img", "iframe", "object", "form", "base"} & set(tags)
        assert not [value for _, attributes in read.tags for key, value in attributes.items() if key in ("src", "href")]
        assert "@import" not in html
        assert re.findall(r"url\(([^)]*)\)", html) == [
            one for one in re.findall(r"url\(([^)]*)\)", html) if one[0] == "#"
        ]
        assert [tag for tag in tags if tag == "h1"] == ["h1"]
        ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
        assert len(ids) == len(set(ids))
        assert DAY.isoformat() in read.text, page


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("product", [CLINIC, SCHOOL])
def test_every_word_that_was_written_stands_on_its_page(product: dict[str, dict[str, str]], lang: str):
    texts = overlay(product)
    shown = {page: Reader(html).text for page, html in pages(texts, lang).items()}
    for name, text in texts.items():
        if LINES[name].kind in (Kind.TEXT, Kind.DAYS, Kind.DATE, Kind.MONEY):
            assert text in shown[LINES[name].page], name


def test_a_text_of_a_learner_is_a_text():
    evil = '<script>alert(1)</script><img src="x"> & {{ 7 * 7 }} {% raw %} "\'\\ {0} ]]>'
    for html in pages({name: evil for name, line in LINES.items() if line.kind is Kind.TEXT}, "en").values():
        read = Reader(html)
        assert not {"script", "img"} & {tag for tag, _ in read.tags}
        assert evil in read.text
        assert "49" not in read.text


def test_the_sheet_shows_the_promise_as_a_sum():
    assert sum_on(overlay(CLINIC)) == ["40", "×", "30 to 38", "×", "20 to 35", "=", "2 to 5", "2 to 5"]
    promise = dict(list_size="1,000", hits_low="30", hits_high="40", success_low="15", success_high="25")
    promise |= dict(kept_low="10", kept_high="20")
    # Behind “=” stands what the lines make; the promise is not it.
    assert sum_on(promise)[-3:] == ["=", "45 to 100", "10 to 20"]
    html = pages(overlay(CLINIC), "en")[Page.SHEET]
    hits = html[html.index('id="hits"') : html.index("</svg>")]
    assert (hits.count('fill="#00798c"/'), hits.count('fill="url(#hits)"')) == (31, 8)


def test_what_is_known_of_a_range_is_shown():
    half = dict(
        list_size="at least 40", hits_low="30", hits_high="unknown", success_low="わからない", success_high="20"
    )
    assert sum_on(half) == ["40 to ?", "×", "30 to ?", "×", "? to 20", "=", "?", "?"]
    assert "30〜?人" in Reader(pages(half, "ja")[Page.SHEET]).text


def test_a_sum_of_what_cannot_be_true_is_not_shown():
    assert sum_on({**overlay(CLINIC), "hits_low": "45"})[-3:] == ["=", "?", "2 to 5"]


def sum_on(texts: dict[str, str]) -> list[str]:
    """The numbers and the signs of the promise, in their order."""
    html = pages(texts, "en")[Page.SHEET]
    return re.findall(r"<(?:b|i)\b[^>]*>(.*?)</(?:b|i)>", html[html.index('class="sum"') : html.index("</section>")])


def test_the_card_says_that_its_customer_is_invented_and_how_often_it_is_wrong():
    text = Reader(pages(overlay(CLINIC), "en")[Page.MOCK_UP]).text
    assert "invented" in text
    assert "30 to 38 are hits and 62 to 70 are not" in text
    assert "are hits and" not in Reader(pages({"headline": "x"}, "en")[Page.MOCK_UP]).text


def test_the_bars_begin_at_zero_and_share_one_scale():
    html = pages(overlay(CLINIC), "en")[Page.NEED]
    bars = [
        (float(x), float(width)) for x, width in re.findall(r'<rect x="([\d.]+)" y="4[^"]*" width="([\d.]+)"', html)
    ]
    lot, rule, low, rest = bars
    assert lot[0] == rule[0] == low[0]
    assert rule[1] / lot[1] == pytest.approx(22 / 12, abs=0.01)
    assert low[1] / lot[1] == pytest.approx(30 / 12, abs=0.01)
    assert rest[0] == pytest.approx(low[0] + low[1], abs=0.11)
    assert (low[1] + rest[1]) / lot[1] == pytest.approx(38 / 12, abs=0.01)


def test_what_does_not_fit_stands_on_the_page_and_what_is_asked_does_not():
    text = Reader(pages(overlay(CLASHING), "en")[Page.SHEET]).text
    assert "As written, this cannot stand yet" in text
    assert "What belongs to everybody, nobody does" in text
    assert "the model's number" not in text
    assert "cannot stand" not in Reader(pages(overlay(CLINIC), "en")[Page.SHEET]).text


def test_an_open_line_is_open_on_the_page():
    shown = {page: Reader(html).text for page, html in pages(overlay(HALF), "ja").items()}
    assert "まだ決まっていません" in shown[Page.SHEET]
    assert "「?」の数が決まると" in shown[Page.SHEET]
    assert "unknown" in shown[Page.NEED]
    assert "これから調べます" in shown[Page.NEED]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["half", "empty"])
def test_no_page_speaks_to_its_author(name: str, lang: str):
    """What an open line asks is for the notebook; before a sponsor it would read as the answer."""
    shown = "".join(Reader(html).text for html in pages(overlay(EXAMPLES[name]), lang).values())
    asked = [line.name for line in LINES.values() if line.missing and getattr(line.missing, lang) in shown]
    assert asked == []
    assert {"en": "Not decided yet", "ja": "まだ決まっていません"}[lang] in shown


@pytest.mark.parametrize(
    ("texts", "en", "ja"),
    [
        ({"lead_time": "60"}, "60 days", "60日"),
        ({"lead_time": "1"}, "1 day", "1日"),
        ({"horizon": "６０〜９０"}, "６０〜９０ days", "６０〜９０日"),
        ({"horizon": "about 60"}, "about 60 days", "about 60日"),
        ({"lead_time": "60 days"}, "60 days", "60 days"),
        ({"lead_time": "約2か月"}, "約2か月", "約2か月"),
        ({"lead_time": "60 (two months)"}, "60 (two months)", "60 (two months)"),
        ({"leave_of_1000": "60"}, "60", "60人"),
        ({"contact_cost": "1,500", "currency": "円"}, "¥1,500", "1,500円"),
        ({"value_kept": "85", "currency": "€"}, "€85", "€85"),
        ({"value_kept": "85"}, "85", "85"),
        ({"value_kept": "two times 85", "currency": "€"}, "two times 85", "two times 85"),
    ],
)
def test_a_bare_number_has_its_unit_on_the_page(texts: dict[str, str], en: str, ja: str):
    for lang, expected in (("en", en), ("ja", ja)):
        html = pages(texts, lang)[Page.NEED]
        assert re.search(rf"<dd>(?:<span[^>]*><q>)?{re.escape(expected)}(?:</q>|</dd>)", html), html


def paper(browser: Browser, html: str) -> int:
    """How many sheets of A4 a page takes."""
    page = browser.new_page()
    page.set_content(html)
    printed = page.pdf(prefer_css_page_size=True, print_background=True)
    page.close()
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", printed))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@needs_browser
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_each_page_is_one_sheet_of_a4(name: str, lang: str, browser: Browser):
    sheets = {page: paper(browser, html) for page, html in pages(overlay(EXAMPLES[name]), lang).items()}
    assert sheets == dict.fromkeys(Page, 1)


@needs_browser
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("page", "name"),
    [(Page.SHEET, "will_not_do"), (Page.SHEET, "stop_rule"), (Page.MOCK_UP, "do_next"), (Page.NEED, "goal")],
)
def test_one_line_of_400_characters_still_fits(page: Page, name: str, lang: str, browser: Browser):
    texts = {**overlay({"en": CLINIC, "ja": SCHOOL}[lang]), name: (LONG[lang] * 10)[:400].strip()}
    html = pages(texts, lang)[page]
    assert texts[name] in Reader(html).text
    assert paper(browser, html) == 1


@needs_browser
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("step", range(len(POINTS)))
@pytest.mark.parametrize("page", Page)
def test_what_a_sheet_is_said_to_hold_it_holds(page: Page, step: int, lang: str, browser: Browser):
    texts = overlay({"en": CLINIC, "ja": SCHOOL}[lang])
    filled = [name for name, line in LINES.items() if line.page is page and line.kind is Kind.TEXT]
    filled = [name for name in filled if name not in ("product", "currency")]

    def filled_with(length: int) -> dict[str, str]:
        return {**texts, **{name: (LONG[lang] * 9)[:length].strip() for name in filled}}

    def fits(length: int) -> bool:
        size = float(re.search(r"html { font-size: ([\d.]+)pt", pages(filled_with(length), lang)[page])[1])
        return size >= POINTS[step] and not is_long(page, filled_with(length), lang)

    longest = bisect.bisect(range(400), False, key=lambda length: not fits(length + 1))
    if longest:
        assert paper(browser, pages(filled_with(longest), lang)[page]) == 1
    else:
        assert ROOM[page][step] < 900, "this size is for pages that hold next to nothing"


@needs_browser
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_too_long_runs_on_and_is_not_cut(lang: str, browser: Browser):
    texts = {name: LONG[lang] * 10 for name, line in LINES.items() if line.kind is Kind.TEXT and name != "product"}
    for page, html in pages(texts, lang).items():
        assert is_long(page, texts, lang)
        assert f"font-size: {POINTS[-1]}pt" in html
        assert paper(browser, html) > 1
        assert Reader(html).text.count(LONG[lang].strip()) >= 60


@needs_browser
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_on_a_telephone_nothing_sticks_out(name: str, lang: str, browser: Browser):
    long_word = {"kpi": "x" * 200, "headline": "あ" * 200, "goal": "https://example.test/" + "y" * 200}
    screen = browser.new_page(viewport={"width": 340, "height": 700})
    for texts in (overlay(EXAMPLES[name]), long_word):
        for html in pages(texts, lang).values():
            screen.set_content(html)
            assert screen.evaluate("document.documentElement.scrollWidth") <= 340
    screen.close()


def is_long(page: Page, texts: dict[str, str], lang: str) -> bool:
    with speaking(lang):
        lines = Collected(texts)
        return needs_second_sheet(page, lines, line_findings(lines))
