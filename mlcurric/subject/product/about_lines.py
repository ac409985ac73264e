"""What is wrong with one line, or one pair of ends, whatever the others say; later checks leave it out."""

from __future__ import annotations

from collections.abc import Iterator

from mlcurric.subject.digits import as_count
from mlcurric.subject.product.collected import ENDS, Collected
from mlcurric.subject.product.finding import LineFinding, clash
from mlcurric.text import T

_POINTS = {
    "hits_point": T(
        "How far did it move from list to list? Write the lowest and the highest.",
        "リストごとに、どのくらい動きましたか。いちばん低い数といちばん高い数を書いてください。",
    ),
    "success_point": T(
        "Nobody knows it that exactly: write the lowest and the highest that you would bet on.",
        "そこまで正確には誰にもわかりません。賭けてもよい最低と最高を書いてください。",
    ),
    "kept_point": T(
        "A promise without a range is broken by the next list: write both ends.",
        "幅のない約束は、次のリストで破られます。下限と上限を書いてください。",
    ),
}
_SWAP = T("Swap the two.", "2つを入れかえてください。")
_TURNED = {"hits_turned": _SWAP, "success_turned": _SWAP, "kept_turned": _SWAP}


def about_lines(lines: Collected) -> Iterator[LineFinding]:
    """Findings about lines that cannot stand on their own; the plainest first."""
    yield from _more_than_all(lines)
    possible = _without(lines, _more_than_all(lines))
    yield from _turned(possible)
    yield from _points(possible)


def without_impossible(lines: Collected) -> Collected:
    """The lines to count with: one that cannot be true gives no number, so it hides nothing that the others say."""
    possible = _without(lines, _more_than_all(lines))
    return _without(possible, _turned(possible))


def _without(lines: Collected, findings: Iterator[LineFinding]) -> Collected:
    wrong = [name for finding in findings for name in finding.lines]
    return lines.without(*wrong) if wrong else lines


def _more_than_all(lines: Collected) -> Iterator[LineFinding]:
    for entry in lines:
        whole = entry.line.kind.whole
        span = lines.span(entry.line.name) if whole else None
        if span and span.high > whole:
            yield clash(
                "more_than_all",
                entry.line.name,
                T("“{text}” cannot be counted of {whole}.", "「{text}」は、{whole}人中の人数になりません。"),
                T("Write how many of {whole}.", "{whole}人のうち何人かを書いてください。"),
                text=entry.text,
                whole=f"{whole:,}",
            )


def _turned(lines: Collected) -> Iterator[LineFinding]:
    for name in ENDS:
        ends = lines.ends(name)
        if ends and ends.low > ends.high:
            yield clash(
                f"{name}_turned",
                f"{name}_low {name}_high",
                T(
                    "The low end, {low}, is above the high end, {high}.",
                    "下限の{low}が、上限の{high}より大きくなっています。",
                ),
                _TURNED[f"{name}_turned"],
                low=as_count(ends.low),
                high=as_count(ends.high),
            )


def _points(lines: Collected) -> Iterator[LineFinding]:
    for name in ENDS:
        ends = lines.ends(name)
        if ends and ends.is_point:
            yield clash(
                f"{name}_point",
                f"{name}_low {name}_high",
                T("{end} to {end} is one point, not a range.", "{end}〜{end}では、幅のない一点です。"),
                _POINTS[f"{name}_point"],
                end=as_count(ends.low),
            )
