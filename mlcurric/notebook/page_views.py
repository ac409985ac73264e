"""What a notebook says of the three pages: what is there, what is open, what cannot stand, as text and as HTML."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from mlcurric.notebook.product import PRODUCT_FOLDER
from mlcurric.notebook.show import link
from mlcurric.question.verdict import box, in_one_line
from mlcurric.subject.product import (
    LINES,
    TITLES,
    Collected,
    Entry,
    Kind,
    LineFinding,
    Need,
    Page,
    State,
    Verdict,
    clean,
)
from mlcurric.text import T

CAPSTONE = "1-8"
_SHEET_OF_PAPER = (794, 1123)
"""A4 in the pixels of a browser."""
_PREVIEW = 0.24
_READY = T("ready", "そろっています")
_OPEN = T("Open", "空いている行")
_CLASHES = T("Cannot stand as it is", "このままでは成り立たない")
_ASKS = T("Is that meant?", "これでよいですか")
_FILLED = T("{n} of {all} lines", "{all}行のうち{n}行")
_COUNT_OPEN = T("open: {n}", "空き: {n}")
_COUNT_CLASHES = T("to mend: {n}", "直す点: {n}")
_COUNT_ASKS = T("to think about: {n}", "確かめたい点: {n}")
_ON_PAGE = {
    Page.SHEET: T("the expectation sheet", "期待値すり合わせシート"),
    Page.MOCK_UP: T("the output mock-up", "アウトプットの見本"),
    Page.NEED: T("this page", "このページ"),
}
_WAITS_OPEN = T(
    "Not yet: lines are open on {where} ({names}).", "まだ決められません: {where}に空いた行があります({names})。"
)
_WAITS_CLASHING = T(
    "Not yet: some lines on {where} cannot stand as they are ({names}).",
    "まだ決められません: {where}に、このままでは成り立たない行があります({names})。",
)
_WAITS_ENDLESS = T(
    "Not yet: a number on {where} has no upper end ({names}).",
    "まだ決められません: {where}に、上限のない数があります({names})。",
)
_LESSON = T("lesson {id}", "レッスン {id}")
_EVERYTHING = T("Everything that you wrote", "これまでに書いたこと")
_NO_NUMBER = T(
    "“{text}”: write one number, or a range such as 20 to 30; remarks in brackets.",
    "「{text}」: 数をひとつ、または 20〜30 のような幅で書き、補足は括弧に入れてください。",
)
_NO_SHARE = T(
    "“{text}”: write how many of {whole}, such as 30, or 20 to 30; remarks in brackets.",
    "「{text}」: {whole}人中の人数を、30 や 20〜30 のように書き、補足は括弧に入れてください。",
)
_NO_AMOUNT = T(
    "“{text}”: write one amount, in the currency of your other lines; remarks in brackets.",
    "「{text}」: ほかの行と同じ通貨で金額をひとつ書き、補足は括弧に入れてください。",
)
_FIND_OUT = T("“{text}”: whom could you ask tomorrow?", "「{text}」: 明日、誰に聞けばわかりますか。")
_LONG = T(
    "This page needs a second sheet of paper. The longest line is {name}, with {n} characters.",
    "このページは紙1枚に収まりません。いちばん長いのは {name} の{n}文字です。",
)
_SAID = T("{lesson} says: {text}", "{lesson} では: {text}")
_PREVIEW_OF = T("Preview: {title}", "プレビュー: {title}")


@dataclass(frozen=True)
class Outcome:
    """What the lines come to, and where they have to be mended before they come to anything."""

    verdict: Verdict
    lines: Collected

    @property
    def waits(self) -> bool:
        return self.verdict.need is Need.NOT_YET

    @property
    def says(self) -> T:
        """The verdict; one that waits says on which pages, and for which lines."""
        names = self.verdict.waits_for
        if not self.waits or not names:
            return self.verdict.says
        entries = [self.lines[name] for name in names]
        says = _WAITS_CLASHING
        if any(entry.is_open for entry in entries):
            says = _WAITS_OPEN
        elif all(entry.span and not self.lines.span(entry.line.name) for entry in entries):
            says = _WAITS_ENDLESS
        pages = [_ON_PAGE[page] for page in dict.fromkeys(entry.line.page for entry in entries)]
        where = T(" and ".join(page.en for page in pages), "と".join(page.ja for page in pages))
        return says.format(where=where, names=", ".join(names))


@dataclass(frozen=True)
class View:
    """One page as the notebook speaks of it.

    Attributes:
        html: the page itself.
        link: where it was written, seen from the notebook; ``None`` where it was not.
        is_long: whether it takes a second sheet of paper.
        outcome: what it comes to, on the page that comes to something.
    """

    page: Page
    entries: list[Entry]
    findings: list[LineFinding]
    html: str
    link: str | None
    is_long: bool
    outcome: Outcome | None

    @property
    def open(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.is_open]

    @property
    def clashes(self) -> list[LineFinding]:
        return [finding for finding in self.findings if not finding.asks]

    @property
    def asks(self) -> list[LineFinding]:
        return [finding for finding in self.findings if finding.asks]

    @property
    def state(self) -> str:
        """A few words on how the page stands: “14 of 18 lines · open: 4 · to mend: 1”."""
        filled = sum(entry.state is State.READ for entry in self.entries)
        counts = [(_COUNT_OPEN, self.open), (_COUNT_CLASHES, self.clashes), (_COUNT_ASKS, self.asks)]
        left = [count.format(n=len(which)) for count, which in counts if which]
        said = [self.outcome.says] if self.outcome else []
        # A page that waits for others is not ready, even if nothing is missing on it.
        ready = [] if self.outcome and self.outcome.waits else [f"✓ {_READY}"]
        counted = _FILLED.format(n=filled, all=len(self.entries))
        return " · ".join(map(str, [counted, *(left or ready), *said]))


def as_text(views: list[View]) -> str:
    """The pages in words."""
    parts = []
    for view in views:
        place = f" ({PRODUCT_FOLDER}/{view.page}.html)" if view.link else ""
        parts.append(f"{TITLES[view.page]}{place}: {view.state}")
        for mark, label, findings in (("≠", _CLASHES, view.clashes), ("?", _ASKS, view.asks)):
            parts += [f"  {mark} {label}: {_sentences(finding)} ({_where(finding.lines)})" for finding in findings]
        parts += [f"  ○ {_OPEN}: {_asked(entry)} ({_where((entry.line.name,))})" for entry in view.open]
        parts += [f"  · {_too_long(view)}"] if view.is_long else []
    return "\n".join(parts)


def as_html(views: list[View], files: dict[str, dict[str, str]]) -> str:
    """The pages in words, with a preview of each and a link to it.

    Args:
        files: what each lesson saved, by the lesson's number.
    """
    previews = "".join(map(_preview, views)) if any(view.link for view in views) else ""
    glance = f'<div style="display:flex;flex-wrap:wrap;gap:1.2em;margin:.6em 0">{previews}</div>' if previews else ""
    return glance + "".join(_section(view) for view in views) + _everything(views, files)


def _preview(view: View) -> str:
    width, height = _SHEET_OF_PAPER
    title, words = escape(str(TITLES[view.page])), escape(str(_PREVIEW_OF.format(title=TITLES[view.page])))
    return (
        f'<div style="width:{width * _PREVIEW:.0f}px"><div style="height:{height * _PREVIEW:.0f}px;overflow:hidden;'
        f'border:1px solid #9fb0bd;background:#fff"><iframe title="{words}" sandbox="" tabindex="-1" '
        f'srcdoc="{escape(view.html)}" style="width:{width}px;height:{height}px;border:0;pointer-events:none;'
        f'transform:scale({_PREVIEW});transform-origin:0 0"></iframe></div>{_link(view, title)}</div>'
    )


def _link(view: View, words: str) -> str:
    """The page's link, or the words alone where there is no page."""
    return link(view.link, words) if view.link else words


def _section(view: View) -> str:
    heading = _link(view, escape(str(TITLES[view.page])))
    boxes = [
        _box(
            "≠",
            _CLASHES,
            [(_sentences(finding), _where(finding.lines)) for finding in view.clashes],
            "#6b1414",
            "#fdeaea",
        ),
        _box("?", _ASKS, [(_sentences(finding), _where(finding.lines)) for finding in view.asks], "#5c3300", "#fff3e0"),
        _box("○", _OPEN, [(_asked(entry), _where((entry.line.name,))) for entry in view.open], "#333f4d", "#eef1f5"),
        box("·", T("A4", "A4"), (_too_long(view),)) if view.is_long else "",
    ]
    shown = "".join(f'<div style="margin:.4em 0">{each}</div>' for each in boxes if each)
    return (
        f'<div style="margin-top:1.1em;line-height:1.6"><strong style="font-size:1.1em">{heading}</strong> '
        f"&ensp;{escape(view.state)}</div>{shown}"
    )


def _box(mark: str, label: T, rows: list[tuple[str, str]], ink: str, ground: str) -> str:
    """A coloured box with one row a thing to mend: what is said, and where it is mended."""
    if not rows:
        return ""
    items = "".join(f"<li>{escape(says)} <small>(<code>{escape(where)}</code>)</small></li>" for says, where in rows)
    return (
        f'<div style="border-left:6px solid {ink};background:{ground};color:{ink};padding:.5em .9em;border-radius:4px;'
        f'max-width:46em;line-height:1.6"><strong><span aria-hidden="true">{mark}</span> {escape(str(label))}</strong>'
        f'<ul style="margin:.2em 0 0;padding-left:1.2em">{items}</ul></div>'
    )


def _everything(views: list[View], files: dict[str, dict[str, str]]) -> str:
    rows = []
    for entry in (entry for view in views for entry in view.entries if entry.text):
        earlier = clean(files.get(entry.line.lesson, {}).get(entry.line.name, ""))
        differs = _SAID.format(lesson=_LESSON.format(id=entry.line.lesson), text=earlier)
        rows.append(
            f'<tr><td style="text-align:left;vertical-align:top"><code>{entry.line.name}</code></td>'
            f'<td style="text-align:left">{escape(str(entry.line.label))}</td><td style="text-align:left;'
            f'white-space:pre-line">{escape(entry.text)}'
            + (f"<br><small>{escape(str(differs))}</small>" if earlier and earlier != entry.text else "")
            + "</td></tr>"
        )
    summary = f"<summary style='cursor:pointer'>{escape(str(_EVERYTHING))}</summary>"
    return f"<details style='margin-top:1em'>{summary}<table>{''.join(rows)}</table></details>" if rows else ""


def _sentences(finding: LineFinding) -> str:
    return in_one_line((finding.says, finding.way_out))


def _where(names: tuple[str, ...]) -> str:
    """The lines by name, and the lessons that explain them: “kept_high, hits_high · 1-5”."""
    lessons = sorted({LINES[name].lesson for name in names} - {CAPSTONE})
    return " · ".join(filter(None, [", ".join(names), ", ".join(lessons)]))


def _asked(entry: Entry) -> str:
    """What an open line waits for."""
    if entry.state is State.UNKNOWN:
        return str(_FIND_OUT.format(text=entry.text))
    if entry.state is State.UNREAD and entry.line.kind is not Kind.TEXT:
        asks = _NO_AMOUNT if entry.line.kind is Kind.MONEY else _NO_SHARE if entry.line.kind.whole else _NO_NUMBER
        return str(asks.format(text=entry.text, whole=f"{entry.line.kind.whole:,}"))
    return str(entry.line.missing or entry.line.label)


def _too_long(view: View) -> T:
    longest = max(view.entries, key=lambda entry: len(entry.text))
    return _LONG.format(name=longest.line.name, n=f"{len(longest.text):,}")
