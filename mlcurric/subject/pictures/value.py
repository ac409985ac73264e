"""Tornado pictures: how far each term alone moves the gain, with the name of whoever owns the term on its bar."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator, StrMethodFormatter

from mlcurric.subject.digits import yen_in_words
from mlcurric.subject.style import INK, LEFT, MACHINE, MUTED
from mlcurric.subject.value.sensitivity import sensitivity
from mlcurric.subject.value.terms import Formula, Terms, numbers_of
from mlcurric.text import T, language

_UNIT = {"en": 1e6, "ja": 1e4}
_MONEY = T("million yen a quarter", "万円(四半期)")
_TURNS = T("{n} bars cross 0", "{n}本が0をまたぐ")
_TURNS_ONE = T("1 bar crosses 0", "1本だけが0をまたぐ")
_TURNS_NONE = T("no bar crosses 0", "0をまたぐ棒はない")
_HEIGHT, _PAD = 0.56, 0.17


def tornado_figure(formulas: Mapping[str | T, Formula], terms: Terms) -> Figure:
    """One panel a formula, one row a term; a bar runs from the gain at the term's low end to that at its high end.

    What lies below 0 is hatched. The longest bar stands on top, its owner's name beside it, and at both ends of a bar
    stands the value of the term there; a term that does not move a formula has no bar in its panel.

    Args:
        formulas: by what each gain is held against; all in yen, with the same terms.
        terms: those without a range are left out.
    """
    tables = {name: sensitivity(formula, terms) for name, formula in formulas.items()}
    swing = pd.concat([table["swing"] for table in tables.values()], axis=1).max(axis=1)
    order = list(swing.sort_values(ascending=False, kind="stable").index)
    figure, axes = plt.subplots(
        1,
        len(tables),
        figsize=(9.8, 0.62 * len(order) + 1.7),
        sharey=True,
        sharex=True,
        squeeze=False,
        layout="constrained",
    )
    for ax, (name, table) in zip(axes[0], tables.items(), strict=True):
        best = float(formulas[name](numbers_of(terms)))
        _draw(ax, table, terms, order, best)
        ax.set_title(f"{name}: {yen_in_words(best)}\n{_turned(table)}")
        ax.set_xlabel(str(_MONEY))
    first = axes[0, 0]
    first.set_yticks(range(len(order)), [f"{terms[name].owner}\n{terms[name].label}" for name in order], color=INK)
    first.set_ylim(len(order) - 0.45, -0.55)
    for label in first.get_yticklabels():
        label.set_linespacing(1.3)
    ends = pd.concat(tables.values())[["at_low", "at_high"]].to_numpy() / _UNIT[language()]
    low, high = min(ends.min(), 0), max(ends.max(), 0)
    first.set_xlim(low - _PAD * (high - low), high + _PAD * (high - low))
    figure.legend(
        handles=[
            Patch(fc=MACHINE, label=str(T("gain above 0", "差がプラス"))),
            Patch(
                fc=LEFT, ec="white", hatch="///", label=str(T("below 0: the answer turns", "マイナス: 答えが逆になる"))
            ),
        ],
        loc="outside lower center",
        ncols=2,
    )
    return figure


def show_tornado(formulas: Mapping[str | T, Formula], terms: Terms) -> None:
    """Draw ``tornado_figure``."""
    tornado_figure(formulas, terms)
    plt.show()


def _draw(ax: Axes, table: pd.DataFrame, terms: Terms, order: list[str], best: float) -> None:
    unit = _UNIT[language()]
    for row, name in enumerate(order):
        at_low, at_high = table.loc[name, ["at_low", "at_high"]] / unit
        if np.isclose(at_low, at_high):
            continue
        left, right = min(at_low, at_high), max(at_low, at_high)
        ax.barh(row, max(right, 0) - max(left, 0), left=max(left, 0), height=_HEIGHT, color=MACHINE)
        if left < 0:
            ax.barh(
                row, min(right, 0) - left, left=left, height=_HEIGHT, color=LEFT, hatch="///", edgecolor="white", lw=0
            )
        term = terms[name]
        at_left, at_right = (term.low, term.high) if at_low < at_high else (term.high, term.low)
        for value, where, side, shift in ((at_left, left, "right", -4), (at_right, right, "left", 4)):
            ax.annotate(
                # Without its unit: that stands in the label, or in the table beside the picture.
                term.digits(value),
                (where, row),
                (shift, 0),
                textcoords="offset points",
                ha=side,
                va="center",
                fontsize=9,
                color=INK,
                bbox={"fc": "white", "ec": "none", "pad": 1},
            )
    ax.axvline(0, color=INK, lw=1.2, zorder=1.5)
    ax.axvline(best / unit, color=MUTED, lw=1, ls=(0, (2, 3)), zorder=0.5)
    ax.xaxis.set_major_locator(MaxNLocator(5))
    ax.xaxis.set_major_formatter(StrMethodFormatter("{x:,g}"))
    ax.tick_params(axis="y", length=0)


def _turned(table: pd.DataFrame) -> T:
    n = int(table["turns_at"].notna().sum())
    return (_TURNS_NONE, _TURNS_ONE)[n] if n < 2 else _TURNS.format(n=n)
