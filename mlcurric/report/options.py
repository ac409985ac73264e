"""The command line's words as a request: amounts, shares and names as people type them; what cannot be read names its option."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mlcurric.report.amounts import cannot, capacity_of, cost_of, currency_of, share_of
from mlcurric.report.command import missing
from mlcurric.report.period import check_period
from mlcurric.report.request import Request
from mlcurric.subject.product.numerals import plain_figures
from mlcurric.subject.typed import Slip
from mlcurric.text import T

_BLANKS = {
    "stayed": ("stayed", "stay", "no", "0", "継続", "残った", "継続中"),
    "left": ("left", "leave", "yes", "1", "churned", "解約", "離脱"),
    "unknown": ("unknown", "na", "?", "不明", "未定", "わからない"),
}


def read_request(
    *,
    path: str,
    churned: str,
    id: str,
    capacity: str,
    out: str,
    value: str | None = None,
    observed_at: str | None = None,
    contact_cost: str | None = None,
    incentive: str | None = None,
    save_rate: str | None = None,
    left_is: Sequence[str] = (),
    blank_is: str | None = None,
    drop: Sequence[str] = (),
    keep: Sequence[str] = (),
    words: str | None = None,
    within: str | None = None,
    currency: str | None = None,
) -> Request:
    """Read what was typed after the options; see ``Request`` for what each means.

    Raises:
        Slip: naming the option, what was typed, and the way out.
    """
    if absent := missing(path, {"--churned": churned, "--id": id, "--capacity": capacity}):
        raise Slip(*absent)
    # In CP932, and so in a Japanese terminal, the sign of the yen is a backslash.
    typed = {"--contact-cost": contact_cost, "--incentive": incentive}
    costs = {option: given.replace("\\", "¥") for option, text in typed.items() if (given := _given(text))}
    amounts = {option: cost_of(option, text) for option, text in costs.items()}
    return Request(
        path=Path(path.strip()).expanduser(),
        churned=churned.strip(),
        id=id.strip(),
        capacity=capacity_of(capacity),
        out=Path(out.strip() or "report.html").expanduser(),
        value=_given(value),
        observed_at=_given(observed_at),
        contact_cost=amounts.get("--contact-cost"),
        incentive=amounts.get("--incentive"),
        save_rate=share_of("--save-rate", rate) if (rate := _given(save_rate)) else None,
        left_is=_several(left_is),
        blank_is=_blank_is(meaning) if (meaning := _given(blank_is)) else None,
        drop=_several(drop),
        keep=_several(keep),
        words=Path(file).expanduser() if (file := _given(words)) else None,
        within=check_period(time) if (time := _given(within)) else "",
        currency=currency_of(_given(currency) or "", costs),
    )


def _given(text: str | None) -> str | None:
    """What was typed; nothing where it is only blanks."""
    text = text.strip() if text else ""
    return text or None


def _several(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))


def _blank_is(text: str) -> str:
    typed = plain_figures(text)
    for meaning, words in _BLANKS.items():
        if typed in words:
            return meaning
    raise cannot(
        "--blank-is", text, T("Type stayed, left or unknown.", "stayed、left、unknown のどれかを書いてください。")
    )
