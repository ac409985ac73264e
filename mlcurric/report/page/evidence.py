"""The second part of the page: how a rule and a model did on rows that neither has seen."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from markupsafe import Markup

from mlcurric.report.advice.followed import STAYERS_ALIKE
from mlcurric.report.advice.standing_out import NONE_STANDS_OUT
from mlcurric.report.contest.contest import (
    FAR,
    FAR_RATIO,
    any_like,
    beyond_luck,
    far_outside,
    outside,
    too_far_for_luck,
)
from mlcurric.report.contest.drift import NO_LONGER_HOLDS
from mlcurric.report.contest.leak_alarm import alarms_in
from mlcurric.report.contest.verdict import WHOLE_ORDER, more
from mlcurric.report.page import evidence_words as words
from mlcurric.report.page import forecast_words as forecasts
from mlcurric.report.page.headings import HEADINGS
from mlcurric.report.page.maker import Notes
from mlcurric.report.page.parts import Block, Part, gravest_first
from mlcurric.report.page.pictures import CHOSEN, NAMES, draw_difference, draw_lists, draw_said
from mlcurric.report.page.words import MANY
from mlcurric.subject.digits import in_digits, so_many
from mlcurric.subject.intervals import ranged
from mlcurric.subject.product.dates import date_in_words
from mlcurric.subject.surveys.pictures import inline_svg
from mlcurric.text import T, listed, run_on

if TYPE_CHECKING:
    import pandas as pd

    from mlcurric.report.contest.contest import Contest
    from mlcurric.report.contest.split import Split
    from mlcurric.subject.explain.wordings import Wording
    from mlcurric.subject.metrics.confusion import Confusion

_FEWEST_SAID = 3
"""Of fewer in 1,000 a rounded number would tell another share than the chart beside it."""
_ROUNDED = 0.15
"""So large a part of the hits, lost in rounding, makes the list look clearly worse or better than it was."""
_MOST_NAMED = 3
"""Groups that were off, each named; more are seen better than read."""
_HOLD_SMALL_GROUPS = 1_000
"""Of so many rows, groups of 5 of 100 are large enough to be told from luck."""
_IN_WHICH_WAY = (
    "only-the-model",
    WHOLE_ORDER,
    "too-few-to-choose",
    "everybody-fits",
    "too-few-to-tell",
    NO_LONGER_HOLDS,
    STAYERS_ALIKE,
    NONE_STANDS_OUT,
)
"""Remarks that say of whoever won, or of nobody, what the heading and the top of the page have to say."""


def contest_part(
    contest: Contest,
    split: Split,
    size: int,
    looks: bool,
    wordings: Mapping[Hashable, Wording],
    notes: Notes,
    off: Literal["high", "low"] | None = None,
    as_judged: Sequence[float] = (),
    stayed: bool = False,
) -> Part:
    """A rule against a model, on rows neither has seen.

    Args:
        size: of the list, in customers.
        looks: whether the rows are looks at customers, several of one.
        off: whether what is said of each on the list is too high or too low for them (``Shown.off``).
        as_judged: of each on the list, the risk that the winner gave as it was judged, 0 to 1.
        stayed: whether those on the list have stayed for a part of their time, though their outcome is open.
    """
    sizes = {
        "learn": MANY[looks].format(n=f"{len(split.learn):,}"),
        "judge": MANY[not split.once].format(n=f"{len(split.judge):,}"),
        "day": date_in_words(split.judged_from) if split.judged_from else None,
    }
    way = "by lot" if not split.by_date else "once" if looks and split.once else "later"
    outcome, doubted = outcome_of(contest), bool(alarms_in(contest.remarks))
    the_rule = (words.THE_RULE, contest.rule.in_words(wordings, contest.said_of), None)
    if outcome == "everybody-fits":
        blocks = [Block("text", words.RULE_TRIED[way].format(**sizes)), Block("pairs", rows=[the_rule])]
    else:
        says = run_on((words.BOTH_TRIED[way].format(**sizes), _share(contest, split, size)))
        blocks = [Block("text", says), *_side_by_side(contest, the_rule)]
    if contest.winner == "rule" and outcome != "everybody-fits" and len(split.learn) >= _HOLD_SMALL_GROUPS:
        blocks.append(Block("note", words.MAY_BE_MISSED))
    if contest.winner != "nobody":
        blocks += _came_true(contest, stayed or split.listed_kind != "not yet known", doubted, off, as_judged)
    # The heading says this one already.
    if remarks := [each for each in contest.remarks if each.id != "use-the-rule"]:
        blocks.append(Block("remarks", rows=[notes.told(each) for each in gravest_first(remarks)]))
    heading = HEADINGS["too-good" if doubted and contest.winner != "nobody" else outcome]
    return Part("contest", heading.format(n=in_digits(more_on_lists(contest)), of=in_digits(contest.said_of)), blocks)


def outcome_of(contest: Contest) -> str:
    """Who won; and the id of the remark that says in which way, where one of ``_IN_WHICH_WAY`` does."""
    return next((each.id for each in contest.remarks if each.id in _IN_WHICH_WAY), contest.winner)


def _share(contest: Contest, split: Split, size: int) -> T:
    """How many each of them was to name."""
    judge = len(split.judge)
    said = {"k": f"{contest.k:,}", "judge": f"{judge:,}", "capacity": f"{size:,}", "today": f"{len(split.today):,}"}
    alike = not split.today.size or contest.k == round(size / len(split.today) * judge)
    return (words.LISTED_THERE if alike else words.LISTED_OTHERWISE).format(**said)


def _side_by_side(contest: Contest, the_rule: tuple[T, T, None]) -> list[Block]:
    """Rule, model and a lot, drawn and in numbers."""
    of, said_of = {"model": contest.of_model, "rule": contest.of_rule}, in_digits(contest.said_of)
    found = {**{name: one.precision for name, one in of.items()}, "lot": contest.of_rule.base_rate}
    rows = [the_rule, (words.THE_MODEL, contest.model.says, None)]
    if winner := of.get(contest.winner):
        size = of_so_many(winner)
        four = winner.per(size)
        missed = "some" if four.misses else "hardly anybody" if winner.misses else "nobody"
        counted = words.FOUR["nobody is left" if four.listed == size else missed].format(
            listed=f"{four.listed:,}",
            hits=f"{four.hits:,}",
            alone=f"{four.total - four.listed:,}",
            misses=f"{four.misses:,}",
        )
        rows.append((words.OF_SO_MANY.format(n=f"{size:,}"), counted, None))
    told = listed(
        T("{name} {n}{used}", "{name} {n}{used}").format(
            name=NAMES[name],
            used=T(f" {CHOSEN.en}", CHOSEN.ja) if name == contest.winner else "",
            n=ranged(one, contest.said_of, None),
        )
        for name, one in sorted(found.items(), key=lambda each: each[0] != contest.winner)
    )
    lists = _picture(
        draw_lists(found, contest.winner, contest.said_of),
        "lists",
        words.LISTS_ALT.format(lists=told, of=said_of),
        words.LISTS_CAPTION.format(of=said_of),
    )
    blocks = [lists, _compared(contest), Block("pairs", rows=rows)]
    if winner and winner.precision.low < contest.of_rule.base_rate.high:
        blocks.insert(2, Block("note", words.WHOLE_ORDER.format(judge=f"{winner.total:,}")))
    return blocks


def _compared(contest: Contest) -> Block:
    """The difference of the two lists, drawn; where they hold the same leavers, that there is none to draw."""
    better, said_of = contest.better_by, in_digits(contest.said_of)
    if same := same_leavers(contest):
        return Block("text", words.SAME_LEAVERS[same].format(k=f"{contest.k:,}", judge=f"{contest.of_rule.total:,}"))
    about = words.DIFFERENCE_LUCK if better.low <= 0 <= better.high else words.DIFFERENCE_SURE
    about = about if more_on_lists(contest) else words.DIFFERENCE_NONE
    return _picture(
        draw_difference(better, contest.said_of),
        "difference",
        words.DIFFERENCE_ALT.format(difference=_difference(contest), of=said_of),
        run_on((words.DIFFERENCE.format(difference=_difference(contest), k=f"{contest.k:,}", of=said_of), about)),
    )


def same_leavers(contest: Contest) -> Literal["everybody", "some", "nobody"] | None:
    """Who of all who left stood on both lists, where these were the same customers however often the rows were drawn anew: then the
    two cannot be compared. ``None`` where they were not."""
    if any(more(each, contest.said_of) != "0" for each in contest.better_by):
        return None
    return "nobody" if not contest.of_rule.hits else "some" if contest.of_rule.misses else "everybody"


def of_so_many(winner: Confusion) -> int:
    """Of so many customers the four counts are said: of all who were counted where of 1,000 hardly anybody on the list leaves, or
    whole numbers of them say another share of the list than was counted."""
    if winner.hits * 1_000 < _FEWEST_SAID * winner.total:
        return winner.total
    whole, exact = winner.per(1_000).hits, 1_000 * winner.hits / winner.total
    return 1_000 if abs(whole - exact) <= _ROUNDED * exact else winner.total


def _came_true(
    contest: Contest,
    stayed: bool,
    doubted: bool,
    off_on_list: Literal["high", "low"] | None = None,
    as_judged: Sequence[float] = (),
) -> list[Block]:
    """What was said beside what came true.

    Args:
        stayed: whether those on the list have stayed already, unlike those on whom it was tried.
        doubted: whether what was learned may have known the answer.
        off_on_list: whether what is said of each on the list is too high or too low for them.
        as_judged: as for ``contest_part``.
    """
    table, of = contest.said_and_came, contest.said_of
    groups = listed(
        forecasts.TRUE_GROUP.format(said=so_many(row.predicted, of), came=so_many(row.observed, of))
        for row in table.itertuples()
    )
    heading = forecasts.TRUE_HEADING[contest.trusted]
    says = forecasts.TRUE_SAYS[contest.trusted]
    if not contest.trusted and not contest.has_order:
        says = forecasts.TRUE_SAYS_NEITHER
    bounds = {"part": f"{100 * FAR_RATIO:.0f}", "points": f"{100 * FAR:.0f}"}
    says = says.format(of=in_digits(of), **bounds)
    is_off = outside(table)
    off = table[is_off]
    if contest.trusted and len(off):
        heading = _how_many_held(off, len(table))
        says = _how_far_off(table, as_judged) if any_like(is_off, table, as_judged) else forecasts.TRUE_SAYS_OFF_LIST
        says = says.format(off=_named(off, of), of=in_digits(of), **bounds)
    if doubted and contest.trusted:
        says = forecasts.TRUE_DOUBTED
    elif off_on_list and contest.trusted:
        top = run_on((forecasts.TRUE_OFF[off_on_list], forecasts.TRUE_OFF_GO_BY[stayed])).format(of=in_digits(of))
        heading, says = (heading, run_on((says, top))) if len(off) else (forecasts.TRUE_OFF_HEADING[off_on_list], top)
    elif stayed and contest.trusted:
        says = run_on((says, forecasts.TRUE_STAYED))
    return [
        Block("heading", heading),
        Block("text", says),
        _picture(
            draw_said(table, of),
            "said",
            forecasts.TRUE_ALT.format(groups=groups, of=in_digits(of)),
            forecasts.TRUE_CAPTION,
        ),
    ]


def _how_many_held(off: pd.DataFrame, groups: int) -> T:
    """Of so many groups, how many were right; where most were off, how many were that."""
    right = groups - len(off)
    if not right:
        return forecasts.TRUE_NOWHERE[_way(off)]
    return forecasts.TRUE_BUT[right < len(off)].format(right=right, off=len(off), groups=groups)


def _how_far_off(table: pd.DataFrame, as_judged: Sequence[float]) -> T:
    """Whether groups are off by luck; and why numbers stand beside single customers though they are not.

    Args:
        as_judged: as for ``contest_part``.
    """
    is_off = outside(table)
    many = beyond_luck(int(is_off.sum()), len(table))
    if not many and not too_far_for_luck(table[is_off]).any():
        return forecasts.TRUE_SAYS_BUT["luck"]
    says = [forecasts.TRUE_SAYS_BUT["many" if many else "far"]]

    def on_list(off: pd.Series) -> bool:
        return bool(off.any()) and any_like(off, table, as_judged)

    if not on_list(far_outside(table)):
        beyond = (table["predicted"] - table["observed"]).abs() > FAR_RATIO * table["observed"]
        says.append(forecasts.TRUE_STILL_SHOWN[not on_list(is_off & beyond)])
    return run_on(says)


def _named(off: pd.DataFrame, of: int) -> T:
    """The groups that were off, by what was said and what came; where they are many, how many."""
    if len(off) > _MOST_NAMED:
        return forecasts.OFF_GROUPS.format(n=in_digits(len(off)))
    return listed(
        forecasts.OFF_GROUP.format(said=so_many(row.predicted, of), came=so_many(row.observed, of), of=in_digits(of))
        for row in off.itertuples()
    )


def _way(off: pd.DataFrame) -> Literal["high", "low", "both"]:
    """Whether forecasts that were off were too high, too low, or now one and now the other."""
    high = (off["predicted"] > off["observed"]).to_numpy()
    return "both" if high.any() and not high.all() else "high" if high.all() else "low"


def _picture(figure: Any, name: str, alt: T, caption: T) -> Block:
    return Block("picture", caption, svg=Markup(inline_svg(figure, name, str(alt))))


def more_on_lists(contest: Contest) -> float:
    """Of ``said_of`` listed, so many more left on the model's list: of the two numbers as they are shown."""
    shown = (so_many(one.precision.value, contest.said_of) for one in (contest.of_model, contest.of_rule))
    of_model, of_rule = (float(each.replace(",", "")) for each in shown)
    return round(of_model - of_rule, 1)


def _difference(contest: Contest) -> T:
    n = more_on_lists(contest)
    words_for = words.MORE if n > 0 else words.FEWER if n < 0 else words.AS_MANY
    return words_for.format(n=in_digits(abs(n)), range=range_of_difference(contest))


def range_of_difference(contest: Contest) -> T:
    """Of ``said_of`` listed, from so many to so many more leave on the model’s list."""
    low, high = (more(each, contest.said_of) for each in contest.better_by[1:])
    return T(f"{low} to {high}", f"{low}〜{high}")
