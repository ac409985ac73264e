"""Numbers and dates as people type them and Python does not read them: their signs, commas and units, each with its mending."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from mlcurric.subject.product.numerals import plain_figures
from mlcurric.text import T

_MINUS = "−ー―–—‐‑‒△▲"
"""What stands for a minus in print, in accounts, and on a Japanese keyboard."""
_TIMES, _OVER = "×✕✖╳xX", "÷"
_ORDINARY = str.maketrans({**dict.fromkeys(_MINUS, "-"), **dict.fromkeys(_TIMES, "*"), _OVER: "/", "、": ","})
_SET = re.compile(r"(?<![\w.])(\w+)\s*[=＝](?![=＝])")
_COMMA = re.compile(r"\d+(?:,\d+)+(?:\.\d+)?")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_COMPUTED = re.compile(r"-?\d+(?:\.\d+)?(?![\d.])(?:[-+*/() ]+\d+(?:\.\d+)?(?![\d.]))*")
"""A number, or several with what is computed of them."""
_SCALE = re.compile(r"\d\s*(?:[百千万億]|k\b|thousand\b|million\b)", re.IGNORECASE)
_WEEKS = re.compile(r"(\d+(?:\.\d+)?)\s*(?:週間?|weeks?)", re.IGNORECASE)
_MONTHS_LONG = re.compile(r"(\d+(?:\.\d+)?)\s*(?:[かヶカヵケ]月|months?)", re.IGNORECASE)
_LONG_UNIT = re.compile(r"\d\s*(?:[かヶカヵケ]月|months?|quarters?|四半期|years?|年|時間|hours?)", re.IGNORECASE)
_OF = re.compile(r"(\d+)\s*(out of|of|in|:|人中|分の)\s*(\d+)")
_IN_PERCENT = re.compile(r"#.*(?:in percent|[(（](?:percent|%|％)[)）])")
_ENGLISH = (
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)"
)
_A_SHARE = re.compile(r"#.*(?:a share from 0 to 1|0〜1の割合)")
_ROUGHLY = re.compile(
    r"(?:about|around|roughly|approximately|nearly|almost|約|およそ|だいたい|ほぼ)\s*(-?\d.*)", re.IGNORECASE
)
_WORDS = re.compile(rf"{_ENGLISH}(?:_{_ENGLISH})*", re.IGNORECASE)
_KANJI = re.compile(r"(?:マイナス)?[〇零一二三四五六七八九十百千万億\d]+(?:人|名|件|社|円|個|回|点|日|週間?|か月|割)?")


def keeps_text(cell: str) -> bool:
    """Whether a cell is a *Take it back*, whose lines are all kept as they are written."""
    return "take_back(" in cell


def is_survey(cell: str) -> bool:
    """Whether a cell is the survey, in which letters and texts stand in quotes and marks do not."""
    return ".survey(" in cell


def values_of(line: str) -> Iterator[tuple[str, str]]:
    """What a line sets, as (name, what is typed there), without the comma behind it.

    Args:
        line: a line of code without comments and without what stands in quotes.
    """
    starts = list(_SET.finditer(line))
    ends = [*(one.start() for one in starts[1:]), len(line)]
    for one, end in zip(starts, ends, strict=bool(starts)):
        yield one[1], line[one.end() : end].strip(" \t\n\u3000,，、)）")


def about_value(name: str, typed: str, cell: str) -> tuple[T, ...] | None:
    """What is wrong with a number or a date that Python cannot read, and what to type; ``None`` if it is neither.

    Args:
        name: the line's name.
        typed: what stands right of its ``=``.
        cell: the whole cell, whose comments say what is asked.
    """
    # Brackets, texts and comparisons may hold what is a slip elsewhere.
    if not typed or re.search(r"[\"'(\[{=<>]", typed):
        return None
    text = unicodedata.normalize("NFKC", typed).replace("、", ",")
    if date := _as_date(text):
        return about_date(date, text)
    comma = _COMMA.search(text)
    if comma and not re.search(f"[{_MINUS}]", text):
        in_quotes = T('Or put it in quotes: "{typed}".', 'または引用符で囲んでください: "{typed}"').format(typed=typed)
        return (*_about_comma(comma[0]), *([in_quotes] if keeps_text(cell) else []))
    found = next((says for look in _LOOKS if (says := look(text, name, cell))), None)
    if found and keeps_text(cell):
        return (
            T("Words and numbers stand in quotes here.", "ここでは、言葉も数も引用符で囲みます。"),
            T('Write {name}="{typed}".', '{name}="{typed}" と書いてください。').format(name=name, typed=typed),
        )
    return found


def about_date(date: str, typed: str) -> tuple[T, T]:
    """What is said of a date without quotes: ``date`` as it is to be written, ``typed`` as it was."""
    if "/" in typed:
        seen = T(
            "The date has no quotes, so Python took it for a division.",
            "日付に引用符がないので、Python は割り算だと受け取りました。",
        )
    elif re.search(rf"\d\s*[-{_MINUS}]", typed):
        seen = T(
            "The date has no quotes, so Python took it for a subtraction.",
            "日付に引用符がないので、Python は引き算だと受け取りました。",
        )
    else:
        seen = T("The date has no quotes.", "日付に引用符がありません。")
    return seen, T('Write "{date}".', '"{date}" と書いてください。').format(date=date)


def about_number_word(name: str) -> tuple[T, ...] | None:
    """What is said of a number in words, such as 「十四」 or “fourteen”, where a number is asked; ``None`` if it is none."""
    text = unicodedata.normalize("NFKC", name)
    if not (_KANJI.fullmatch(text) or _WORDS.fullmatch(text)):
        return None
    own = re.match(r"-?\d+", plain_figures(text.replace("マイナス", "-")))
    return (
        T("Write a number in digits here, for example {n}.", "ここには数字を半角で書いてください。例: {n}").format(
            n=own[0] if own else 14
        ),
    )


def percent_sign() -> tuple[T, T]:
    """What is said of a percent sign where nothing more is known."""
    return (
        T("A % sign cannot stand here.", "%の記号は書けません。"),
        T(
            "Look out of how many this cell asks, and write that number.",
            "このセルが何人中の数を尋ねているかを見て、その人数を書いてください。",
        ),
    )


def _as_date(text: str) -> str | None:
    """A text that is one date, as ``Day`` reads it."""
    found = re.fullmatch(rf"(\d{{4}})\s*([-/.年{_MINUS}])\s*(\d\d?)\s*[-/.月{_MINUS}]\s*(\d\d?)\s*日?", text)
    if found:
        return f"{found[1]}-{int(found[3]):02d}-{int(found[4]):02d}"
    found = re.fullmatch(r"(\d\d?)(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})", text)
    if found and found[2][:3].lower() in _MONTHS:
        return f"{found[3]}-{_MONTHS.index(found[2][:3].lower()) + 1:02d}-{int(found[1]):02d}"
    return None


def _about_comma(number: str) -> tuple[T, T]:
    first, *others = number.partition(".")[0].split(",")
    seen = T("There is a comma inside the number.", "数のなかに「,」があります。")
    if len(others) == 1 and (len(others[0]) != 3 or first == "0"):
        mended = T(
            "A decimal sign is a point: write {plain}, not {number}.",
            "小数点は「.」です。{number} は {plain} と書いてください。",
        ).format(plain=f"{first}.{others[0]}", number=number)
    else:
        mended = T(
            "Write {plain}, not {number}; a decimal sign is a point.",
            "桁区切りを外し、{number} は {plain} と書いてください。小数点は「.」です。",
        ).format(plain=number.replace(",", ""), number=number)
    return seen, mended


def _mended(text: str) -> str:
    """The same number with the keyboard's signs, and without thousands commas and currencies."""
    plain = re.sub(r"[¥$€]\s*|円|(?<=\d),(?=\d{3})", "", text.translate(_ORDINARY))
    return re.sub(r"(?<=[-+])\s+(?=\d)", "", plain) if plain.startswith(("-", "+")) else plain


def _about_minus(text: str, name: str, cell: str) -> tuple[T, ...] | None:
    found = re.search(rf"(?:^|[\d)*/+(]\s*)([{_MINUS}])\s*[¥$€]?\s*\d", text)
    return found and (
        T("“{c}” is not the keyboard's minus.", "「{c}」は Python のマイナスではありません。").format(c=found[1]),
        T("Type -, as in {mended}.", "半角の - に打ちかえてください(例: {mended})。").format(mended=_mended(text)[:40]),
    )


def _about_times(text: str, name: str, cell: str) -> tuple[T, ...] | None:
    found = re.search(rf"\d\s*([{_TIMES}{_OVER}])\s*[-¥$€]?\d", text)
    return found and (
        T("“{c}” is written {half}, as in {mended}.", "「{c}」は {half} と書きます(例: {mended})。").format(
            c=found[1], half=found[1].translate(_ORDINARY), mended=_mended(text)[:40]
        ),
    )


def _about_percent(text: str, name: str, cell: str) -> tuple[T, ...] | None:
    found = re.fullmatch(r"([-+]?\s*\d+(?:\.\d+)?)\s*(?:%|percent|パーセント)", text, re.IGNORECASE)
    if not found:
        return None
    if name.endswith("_sure") or _IN_PERCENT.search(cell):
        return (T("Leave out the % sign: write {n}.", "%の記号を外して、{n} と書いてください。").format(n=found[1]),)
    return _as_share(float(re.sub(r"\s", "", found[1]))) if _A_SHARE.search(cell) else percent_sign()


def _about_tenths(text: str, name: str, cell: str) -> tuple[T, ...] | None:
    """1割 and 2割5分, which without its unit would be ten times, or a hundred times, as much."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*割(?:\s*(\d)\s*分)?", text)
    if not found:
        return None
    percent = 10 * float(found[1]) + float(found[2] or 0)
    if _A_SHARE.search(cell):
        return _as_share(percent)
    return (
        T(
            "Leave the unit out: as a share it is {share:.10g}, of 100 it is {percent:.10g}.",
            "単位を外してください。割合なら {share:.10g}、100人中の人数なら {percent:.10g} です。",
        ).format(share=percent / 100, percent=percent),
    )


def _as_share(percent: float) -> tuple[T, ...]:
    return (
        T(
            "A share from 0 to 1 is asked: write {n:.10g}.", "尋ねているのは0〜1の割合です。{n:.10g} と書いてください。"
        ).format(n=percent / 100),
    )


def _about_roughly(text: str, name: str, cell: str) -> tuple[T, ...] | None:
    """“about 24”: a word before a number is no text that has lost its quotes."""
    found = None if is_survey(cell) else _ROUGHLY.fullmatch(text)
    if found and _COMPUTED.fullmatch(found[1]):
        return (T("Write the number alone: {n}.", "数だけを書いてください: {n}").format(n=found[1]),)
    return next((says for look in _LOOKS if (says := look(found[1], name, cell))), None) if found else None


def _about_share(text: str, name: str, cell: str) -> tuple[T, ...] | None:
    found = _OF.match(text)
    if not found:
        return None
    part, whole = found.group(1, 3) if found[2] not in ("人中", "分の") else found.group(3, 1)
    share = T("Write a share as a division: {part}/{whole}.", "割合は割り算で書けます: {part}/{whole}")
    return (share.format(part=part, whole=whole),)


def _about_unit(text: str, name: str, cell: str) -> tuple[T, ...] | None:
    """A unit that carries a value: two weeks are 14 days, and 18万 is 180000."""
    weeks, months = _WEEKS.fullmatch(text), _MONTHS_LONG.fullmatch(text)
    if (weeks and "week" in name) or (months and "month" in name):
        own = weeks[1] if weeks else months[1]
        return (T("Leave the unit out: write {n}.", "単位を外して、{n} と書いてください。").format(n=own),)
    if weeks:
        return (
            T(
                "Leave the unit out and convert: {weeks} weeks are {days:g} days.",
                "単位を外し、日数に直して書いてください。{weeks}週間なら {days:g} です。",
            ).format(weeks=weeks[1], days=7 * float(weeks[1])),
        )
    full = _COMPUTED.match(plain_figures(text)) if _SCALE.search(text) else None
    if full:
        return (
            T(
                "Leave the unit out and write the number in full: {full}.",
                "単位を外し、数をすべて書いてください: {full}",
            ).format(full=full[0]),
        )
    return _LONG_UNIT.search(text) and (
        T(
            "Leave the unit out, and convert the number to the unit that the line asks for.",
            "単位を外し、その行が尋ねている単位に直して、数だけを書いてください。",
        ),
    )


_LOOKS = (_about_minus, _about_times, _about_percent, _about_tenths, _about_share, _about_unit, _about_roughly)
