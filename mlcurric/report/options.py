"""The command line's words as a request: amounts, shares and names as people type them; what cannot be read names its option."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from mlcurric.report.command import missing
from mlcurric.report.request import Request
from mlcurric.subject.product.figures import currency_in
from mlcurric.subject.product.numerals import plain_figures
from mlcurric.subject.product.reading import read_count, read_money, read_share
from mlcurric.subject.ranges import Range
from mlcurric.subject.typed import Slip
from mlcurric.text import T

_MOST = 10_000_000
_BLANKS = {
    "stayed": ("stayed", "stay", "no", "0", "継続", "残った", "継続中"),
    "left": ("left", "leave", "yes", "1", "churned", "解約", "離脱"),
    "unknown": ("unknown", "na", "?", "不明", "未定", "わからない"),
}
_NUMBER = T("Type a number, such as 1,500.", "1,500 のように、数を書いてください。")
_WHOLE = T("Type how many customers can be contacted, such as 1000.", "連絡できる人数を、1000 のように書いてください。")
_SHARE = T("Type a share, such as 20%, 0.2 or 10-30%.", "20%、0.2、10〜30%、1割〜3割 のように、割合を書いてください。")


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
    costs = {option: _given(text and text.replace("\\", "¥")) for option, text in typed.items()}
    amounts = {option: None if text is None else _money(option, text) for option, text in costs.items()}
    named = dict.fromkeys(code for text in costs.values() if text and (code := currency_in(text)))
    if len(named) > 1 and not _given(currency):
        raise _slip(
            "--incentive",
            T("the two costs are in two currencies: {names}.", "2つの費用の通貨が違います: {names}。").format(names=", ".join(named)),
            T("Give both in one.", "同じ通貨で書いてください。"),
        )  # fmt: skip
    return Request(
        path=Path(path.strip()).expanduser(),
        churned=churned.strip(),
        id=id.strip(),
        capacity=_capacity(capacity),
        out=Path(out.strip() or "report.html").expanduser(),
        value=_given(value),
        observed_at=_given(observed_at),
        contact_cost=amounts["--contact-cost"],
        incentive=amounts["--incentive"],
        save_rate=None if _given(save_rate) is None else _share(save_rate or ""),
        left_is=_several(left_is),
        blank_is=None if _given(blank_is) is None else _blank_is(blank_is or ""),
        drop=_several(drop),
        keep=_several(keep),
        words=None if _given(words) is None else Path((words or "").strip()).expanduser(),
        within=_given(within) or "",
        currency=_given(currency) or next(iter(named), ""),
    )


def _slip(option: str, says: T, *ways: T) -> Slip:
    return Slip(T(f"{option}: {says.en}", f"{option}: {says.ja}"), *ways)


def _cannot(option: str, text: str, way_out: T) -> Slip:
    return _slip(
        option, T("“{text}” cannot be used.", "「{text}」は使えません。").format(text=text[:40] or " "), way_out
    )


def _given(text: str | None) -> str | None:
    """What was typed; nothing where it is only blanks."""
    text = text.strip() if text else ""
    return text or None


def _several(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))


def _one(option: str, text: str, reader: Callable[[str], Range[float] | None], way_out: T) -> float:
    """One number, not below zero; a range, or “at least 30”, is none."""
    # A sentence may hold a number; an amount begins with it, and a minus is a slip of its own.
    figures = plain_figures(text)
    found = reader(text) if any(sign.isdigit() for sign in figures[:12]) else None
    if found is None or not found.is_finite or not found.is_point:
        raise _cannot(option, text, way_out)
    return found.low


def _capacity(text: str) -> int:
    number = _one("--capacity", text, read_count, _WHOLE)
    if not 1 <= number <= _MOST or number != int(number):
        raise _cannot("--capacity", text, _WHOLE)
    return int(number)


def _money(option: str, text: str) -> float:
    if plain_figures(text) in ("none", "nothing", "free", "なし", "無料"):
        return 0.0
    return _one(option, text, read_money, _NUMBER)


def _share(text: str) -> Range[float]:
    figures = plain_figures(text)
    marked = any(sign in figures for sign in ("%", "割", "中", " of "))
    found = read_share(text, 1) if marked else read_count(text)
    if found is None or not found.is_finite or not any(sign.isdigit() for sign in figures[:12]):
        raise _cannot("--save-rate", text, _SHARE)
    if not marked and found.high > 1:
        # “20” can only be 20 of 100.
        found = found.scaled(0.01)
    elif not marked and found.high == 1:
        raise _slip(
            "--save-rate",
            T("“{text}” may mean 1% or everybody.", "「{text}」は、1%とも全員とも読めます。").format(text=text),
            T("Type 1% or 100%.", "1% か 100% と書いてください。"),
        )
    if not 0 <= found.low <= found.high <= 1:
        raise _cannot("--save-rate", text, _SHARE)
    # Three tenths are no 0.30000000000000004.
    return Range(round(found.low, 9), round(found.high, 9))


def _blank_is(text: str) -> str:
    typed = plain_figures(text)
    for meaning, words in _BLANKS.items():
        if typed in words:
            return meaning
    raise _cannot(
        "--blank-is", text, T("Type stayed, left or unknown.", "stayed、left、unknown のどれかを書いてください。")
    )
