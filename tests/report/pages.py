"""A page as a reader meets it: its words, what on it would run or be fetched, and the words that should not stand there."""

from __future__ import annotations

import re
from html.parser import HTMLParser

JARGON = (
    *(r"\bAUC\b", r"\bprecision\b", r"\brecall\b", r"\bcalibrat", r"\bSHAP\b", r"\bfeatures?\b", r"log-?odds", r"hold-?out"),
    *(r"\bbase rate", r"p-value", r"\bleak", r"\buplift\b", r"\blift\b", r"confidence interval", r"\bregression\b"),
    *("適合率", "再現率", "較正", "キャリブレーション", "特徴量", "対数オッズ", "ホールドアウト", "ベースレート", "基準率", "p値"),
    *("リーク", "アップリフト", "リフト", "信頼区間", "回帰", "偽陽性", "閾値", "しきい値", "精度"),
)  # fmt: skip


class Reader(HTMLParser):
    """The words that a reader sees, and everything that would fetch or run something."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.runs: list[str] = []
        self.ids: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag, attributes):
        self._hidden += tag in ("style", "title")
        if tag in ("script", "link", "iframe", "object", "embed", "img", "base", "form"):
            self.runs.append(tag)
        for name, value in attributes:
            if name.startswith("on") or (
                name in ("src", "href", "xlink:href", "action") and not (value or "").startswith("#")
            ):
                self.runs.append(f"{name}={value}")
            if name == "aria-label":
                self.words.append(value)
            if name == "id":
                self.ids.append(value)

    def handle_endtag(self, tag):
        self._hidden -= tag in ("style", "title")

    def handle_data(self, data):
        if not self._hidden:
            self.words.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def text_of(page: str) -> str:
    # What keeps a text from breaking parts no words.
    for kept in ("one", "piece"):
        page = re.sub(rf'<span class="{kept}">(.*?)</span>', r"\1", page)
    return " ".join(" ".join(read(page).words).split())
