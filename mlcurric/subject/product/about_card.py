"""Does the card say more than a score knows: a cause, a certainty, a share without its whole?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlcurric.subject.product.collected import Collected
from mlcurric.subject.product.denial import is_denied
from mlcurric.subject.product.figures import numbers
from mlcurric.subject.product.finding import LineFinding, clash, question, quoted
from mlcurric.subject.product.numerals import normalised
from mlcurric.subject.product.reading import read_count
from mlcurric.text import T

MOST_REASONS = 4
"""More than four reasons are not read; the number is that of a commentary on credit law, not of a law."""

# “Due to end in 30 days” is a date, not a cause.
_DUE_TO_DO = r"(?:be|end|expire|renew|start|begin|close|run|lapse|leave|finish|come|go|pay|ship|arrive|return|stop|cancel|happen|change|rise|move)"
_CAUSE = re.compile(
    rf"\bbecause\b|\b(?:due|owing) to\b(?! {_DUE_TO_DO}\b)|\bas a result of\b|(?<!unknown )\bcaus(?:es?|ed|ing)\b(?! (?:is |are )?(?:still )?(?:unknown|unclear|not known))|\bleads? to\b|\bthe reason (?:for|why)\b|\bmakes? (?:them|him|her|people|customers) (?:leave|stay)\b"
    r"|が原因(?!不明|かは|かどうか)|の原因(?!(?:は|が|も)?(?:まだ)?(?:不明|わから|分から))|のせい|せいで"
)
# After these somebody leaves, or uses less: 「休んだから退会する」, but not 「休んだので、まず電話を」.
_LEAVES = r"(?:(?:解約|離脱|退会|退塾|退室|休会|キャンセル)(?![金率届理希日料])|やめ(?!な)|辞め(?!な)|離れ|来な|来院しな|更新しな|使わな|使わず|いなくな)"
_LESS = r"(?:減|下が|落ち|不満)"
# 「から」 is a cause behind a verb or an adjective; behind a noun it is “from”, behind 「て」 “since”.
_AS = (
    r"(?:(?<![あか]な)た|だ|です|ます|ない|[しくた]い|[多高低悪良遅早長短安弱強遠近古]い|[てでが]いる|てる|なる|する|ある|れる|せる|だろう|でしょう)から(?!といって)"
    r"|ので|(?:た|だ|ない|[しくた]い|[多高低悪良遅早長短安弱強遠近古]い|[てでが]いる)ため(?:に)?"
)
_CAUSE_JA = re.compile(
    rf"(?:{_AS})[^。]{{0,15}}?(?:{_LEAVES}|{_LESS})|(?:のため(?:に)?|ために|により|によって)、?{_LEAVES}"
    rf"|{_LEAVES}[^。]{{0,12}}のは[^。]{{1,30}}(?:から|ため|せい)(?:です|だ|でしょう)?。?$"
    rf"|(?:{_AS})(?:です|だ)?。?$"
)
# Whoever says why something shall be done claims no cause.
_TO_DO = re.compile(
    r"(?:please |first |today )*(?:ring|call|phone|look|ask|check|contact|visit|write|see|talk|speak|start|begin|mail|text)\b"
)
_MAYBE = re.compile(r"かもしれ(?:ない|ません)")
_PERCENT = r"(?P<percent>(?<![\d.])\d+(?:\.\d+)?\s*(?:%|percent\b|per cent\b|パーセント|割)|\b0\.\d+)"
_CHANGED = r"(?!\s*(?:減|増|下|上|down|up|lower|higher|more|less|fewer|off|discount|引き))"
_FORECAST = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_PERCENT}\s*(?:likely|sure|certain|(?:churn |leaving )?(?:chance|probability|risk|likelihood)|[^.\d]{{0,20}}\b(?:will|would|to) (?:leave|cancel|churn|quit|miss|not come))\b",
        rf"\b(?:chance|probability|risk|likelihood|likely|score)\b[^.\d]{{0,20}}{_PERCENT}{_CHANGED}",
        rf"{_PERCENT}(?:くらい|ほど|以上)?[のがはで、]{{0,2}}(?:確率|可能性|見込み|リスク|{_LEAVES})",
        rf"(?:確率|可能性|リスク|見込み|スコア)[^。\d]{{0,6}}{_PERCENT}{_CHANGED}",
        r"(?<![\d.])(?P<percent>\d+\.\d+) (?:out )?of (?:every )?100\b",
        r"100[人件社名](?:中|のうち)\D{0,6}(?P<percent>\d+\.\d+)",
    )
)
_WILL = re.compile(
    r"\bwill (?:leave|cancel|churn|quit|not (?:show|come|renew)|miss|default|drop out)\b"
    r"|(?:解約|離脱|退会|退塾|休会|キャンセル|欠席)(?:します|する予定です|する。?$|が確実)"
)
_SHARE = r"(?P<share>\d+(?:\s*(?:to|〜|~|-|–|から)\s*\d+)?)"
_OF_100 = re.compile(
    rf"\bof (?:every )?100\b\D{{0,40}}?{_SHARE}|100[人件枚名]?(?:中|のうち|に|あたり)\D{{0,6}}?{_SHARE.replace('share', 'other')}"
)
_SENTENCES = ("headline", "reason_1", "reason_2", "reason_3")
_SPLIT = re.compile(r"[;；\n・•]+")


def about_card(lines: Collected) -> Iterator[LineFinding]:
    """Findings about the output mock-up."""
    yield from _about_reasons(lines)
    yield from _about_causes(lines)
    yield from _about_headline(lines)
    yield from _about_percent(lines)
    yield from _about_headline_share(lines)


def _about_reasons(lines: Collected) -> Iterator[LineFinding]:
    names = ("reason_1", "reason_2", "reason_3")
    seen: dict[str, str] = {}
    for name in names:
        text = normalised(lines.text(name))
        if text and text in seen:
            yield clash(
                "same_reason",
                f"{name} {seen[text]}",
                T("“{text}” stands there twice.", "「{text}」が2回出てきます。"),
                T("Take one away: write “-” in it.", "片方に「-」と書いて消してください。"),
                text=quoted(lines.text(name)),
            )
        seen.setdefault(text, name)
    several = sum(len([part for part in _SPLIT.split(lines.text(name)) if part.strip()]) for name in names)
    if several > MOST_REASONS:
        yield question(
            "many_reasons",
            "reason_1 reason_2 reason_3",
            T("There seem to be {n} reasons.", "理由が{n}個あるようです。"),
            T("Which three would you say aloud?", "声に出して伝えるなら、どの3つですか。"),
            n=several,
        )


def _about_causes(lines: Collected) -> Iterator[LineFinding]:
    """A sentence that says why, where only what goes together was seen."""
    for name in _SENTENCES:
        text = _MAYBE.sub("", normalised(lines.text(name)))
        found = _CAUSE.search(text) or _CAUSE_JA.search(text)
        if found and not is_denied(text, found) and not (name == "headline" and _TO_DO.match(text)):
            yield question(
                "claims_cause",
                name,
                T(
                    "“{text}” says what causes it; the model knows only what goes with it.",
                    "「{text}」は原因を言っています。モデルにわかるのは、一緒に起きているということだけです。",
                ),
                T("Can you say what was seen, and leave out why?", "見えた事実だけを書いて、「なぜ」を外せませんか。"),
                text=quoted(lines.text(name)),
            )


def _about_percent(lines: Collected) -> Iterator[LineFinding]:
    """A share of nobody: one customer leaves or stays, and only of many alike can a part be counted."""
    for name in _SENTENCES:
        text = normalised(lines.text(name))
        found = next((match for pattern in _FORECAST if (match := pattern.search(text))), None)
        # 0.92 is a score as it comes out of the machine; 30.5% has a digit that nobody knows.
        exact = found and "." in found["percent"].removeprefix("0.")
        if not found or (_OF_100.search(text) and not exact):
            continue
        yield question(
            "percent_of_one",
            name,
            T("“{percent}” is more exact than anybody can know.", "「{percent}」ほど細かくは、誰にもわかりません。")
            if exact
            else T("“{percent}”: of whom was it counted?", "「{percent}」だけでは、誰を数えたのかわかりません。"),
            T(
                "Can you write how many of 100 alike, with a range?",
                "似た100人のうち何人か、幅も書けませんか。",
            ),
            percent=found["percent"],
        )


def _about_headline(lines: Collected) -> Iterator[LineFinding]:
    text, hits = normalised(lines.text("headline")), lines.ends("hits")
    found = _WILL.search(text)
    # “Of 100 like this one 30 will leave” says how sure it is.
    if found and not is_denied(text, found) and not re.search(r"\d", text):
        says = T("The headline says “{word}” as if it were known.", "見出しが「{word}」と言いきっています。")
        if hits and hits.low <= hits.high < 100:
            says = T(
                "The headline says “{word}”; of 100 on your list {hits} are hits, the others are not.",
                "見出しは「{word}」と言いきっていますが、リストの100人のうち当たりは{hits}人で、残りは違います。",
            )
        yield question(
            "headline_is_certain",
            "headline hits_high" if hits else "headline",
            says,
            T(
                "“Look at this one first” can be kept; could you say that?",
                "「まずこの人を見てください」なら守れます。そう書けませんか。",
            ),
            word=found.group(),
            hits=numbers(hits) if hits else "",
        )


def _about_headline_share(lines: Collected) -> Iterator[LineFinding]:
    """A headline that says “of 100 like this one”, held against the hits of the sheet."""
    hits = lines.ends("hits")
    found = _OF_100.search(normalised(lines.text("headline")))
    share = read_count(found["share"] or found["other"]) if found else None
    if hits and share and (share.low > hits.high or share.high < hits.low):
        yield question(
            "headline_of_another_list",
            "headline hits_low hits_high",
            T(
                "The headline says {share} of 100, the sheet {hits} of 100.",
                "見出しでは100人中{share}人、シートでは100人中{hits}人です。",
            ),
            T("Is this card better or worse than the average one?", "このカードの顧客は、リストの平均と違うのですか。"),
            share=numbers(share),
            hits=numbers(hits),
        )
