"""Do the words promise more than the numbers, or than any model can?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlcurric.subject.digits import as_count
from mlcurric.subject.product.collected import Collected
from mlcurric.subject.product.figures import numbers
from mlcurric.subject.product.finding import LineFinding, clash, question, quoted
from mlcurric.subject.product.numerals import normalised, plain_figures
from mlcurric.subject.product.reading import read_count, read_share
from mlcurric.text import T

MOST_REASONS = 4
"""More than four reasons are not read; the number is that of a commentary on credit law, not of a law."""

_OVERCLAIM = re.compile(
    r"100 ?%(?! (?:of|sure))|\bguarante(?:e|es|ed|eing)\b(?! (?:period|department|fund))|\bnever (?:wrong|fails?)\b|\balways (?:right|works?)\b|\bfoolproof\b"
    r"|絶対|確実に|(?<!品質)保証(?!期間|期限|部|会社|書|人|金)|間違いなく|完璧に|必ず(?![^。]{0,12}(?:ください|下さい|確認|人が))"
)
# Whoever denies it uses the same words: “cannot guarantee”, 「必ずしも」.
_DENIED_BEFORE = re.compile(r"(?:\b(?:not?|never|nobody|cannot|without)\b|n['’]t\b)[^.!?]{0,25}$")
_DENIED_AFTER = re.compile(r"^[^。.!?]{0,14}(?:しも|ない|ません|とは限|わけでは|不可能|せず)")
# “Due to end in 30 days” is a date, not a cause.
_DUE_TO_DO = r"(?:be|end|expire|renew|start|begin|close|run|lapse|leave|finish|come|go|pay|ship|arrive|return|stop|cancel|happen|change|rise|move)"
_CAUSE = re.compile(
    rf"\bbecause\b|\bdue to\b(?! {_DUE_TO_DO}\b)|(?<!unknown )\bcaus(?:es?|ed|ing)\b(?! (?:is |are )?(?:still )?(?:unknown|unclear|not known))|\bleads? to\b|\bthe reason (?:for|why)\b|\bmakes? (?:them|him|her|people|customers) (?:leave|stay)\b"
    r"|が原因(?!不明|かは|かどうか)|の原因(?!(?:は|が|も)?(?:まだ)?(?:不明|わから|分から))|のせい|せいで|ために(?:解約|離脱|退会|退塾|キャンセル)|ので(?:解約|離脱|退会|退塾|キャンセル|やめ|辞め|来な)"
)
_WILL = re.compile(
    r"\bwill (?:leave|cancel|churn|quit|not (?:show|come|renew)|miss|default|drop out)\b"
    r"|(?:解約|離脱|退会|退塾|休会|キャンセル|欠席)(?:します|する予定です|する。?$|が確実)"
)
_OF_THE_MODEL = re.compile(
    r"\b(?:accuracy|auc|f1|precision|recall|rmse|log ?loss)\b|正解率|適合率|再現率|予測精度|モデルの精度|ai の?精度"
)
_NUMBER_OR_DAY = re.compile(
    r"\d|[一二三四五六七八九十百千万]+(?:人|件|割|円|回|か月|ヶ月|週|日|年)|半分|半数|半年|ゼロ|毎|(?:月|年|年度|期|週)末|四半期|来(?:週|月|年)|"
    r"(?:ルール|経験則|くじ)(?:に負け|を下回|より|に勝て)|\b(?:third|quarter|dozen)\b|\bend of\b|"
    r"\bnext (?:week|month|year)\b|\b(?:than|to) (?:the |today's |our )?(?:own )?(?:rule|baseline|lot)\b|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|half|twice|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|no(?:body|one| one)?|none)\b|ひとり|誰も"
)
_SHARE = r"(?P<share>\d+(?:\s*(?:to|〜|~|-|–|から)\s*\d+)?)"
_OF_100 = re.compile(
    rf"\bof (?:every )?100\b\D{{0,40}}?{_SHARE}|100[人件枚名]?(?:中|のうち|に|あたり)\D{{0,6}}?{_SHARE.replace('share', 'other')}"
)
_SPLIT = re.compile(r"[;；\n・•]+")


def about_words(lines: Collected) -> Iterator[LineFinding]:
    """Findings about wording."""
    yield from _about_reasons(lines)
    yield from _about_headline(lines)
    yield from _about_headline_share(lines)
    yield from _about_rules(lines)
    yield from _about_overclaims(lines)


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
        found = _CAUSE.search(text)
        if found and not _is_denied(text, found):
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
    several = sum(len([part for part in _SPLIT.split(lines.text(name)) if part.strip()]) for name in names)
    if several > MOST_REASONS:
        yield question(
            "many_reasons",
            "reason_1 reason_2 reason_3",
            T("There seem to be {n} reasons.", "理由が{n}個あるようです。"),
            T("Which three would you say aloud?", "声に出して伝えるなら、どの3つですか。"),
            n=several,
        )


def _about_headline(lines: Collected) -> Iterator[LineFinding]:
    text, hits = normalised(lines.text("headline")), lines.ends("hits")
    found = _WILL.search(text)
    # “Of 100 like this one 30 will leave” says how sure it is.
    if found and not _is_denied(text, found) and not re.search(r"\d", text):
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


def _about_rules(lines: Collected) -> Iterator[LineFinding]:
    stop = lines.text("stop_rule")
    # What stands in brackets is no number to the one, and number words are none to the other.
    if stop and not any(_NUMBER_OR_DAY.search(read(stop)) for read in (normalised, plain_figures)):
        yield question(
            "stop_rule_open",
            "stop_rule",
            T(
                "Does “{text}” say at which number, or on which day?",
                "「{text}」で、どの数字・どの日にやめるかがわかりますか。",
            ),
            T(
                "If not, below which number do you stop?",
                "わからなければ、どの数字を下回ったらやめるかを書きましょう。",
            ),
            text=quoted(stop),
        )
    if found := _OF_THE_MODEL.search(normalised(lines.text("kpi"))):
        yield question(
            "kpi_of_the_model",
            "kpi",
            T(
                "Is “{word}” the model's number, or theirs?",
                "「{word}」は、モデルの数字ですか、顧客の数字ですか。",
            ),
            T(
                "If it is the model's: which number of theirs gets better?",
                "モデルの数字なら、顧客のどの数字がよくなりますか。",
            ),
            word=found.group(),
        )
    baseline, rule = lines.text("baseline"), lines.span("rule_hits_of_100")
    # Only a share that names its whole, such as “20 of 100”, can be held against the rule's.
    named = re.search(r"100人中\s*[\d〜~-]+|[\d–-]+ (?:out )?of 100\b", normalised(baseline))
    share = read_share(named.group(), 100) if named else None
    if share and rule and (share.low > rule.high or share.high < rule.low):
        yield question(
            "baseline_is_another",
            "baseline rule_hits_of_100",
            T(
                "To be beaten: {share} of 100. Today's rule: {rule} of 100.",
                "勝つべき相手は100人中{share}人、いまの経験則は100人中{rule}人です。",
            ),
            T("Are these two different things?", "この2つは、別のものですか。"),
            share=numbers(share),
            rule=numbers(rule),
        )


def _about_overclaims(lines: Collected) -> Iterator[LineFinding]:
    for name in ("feature_provides", "headline", "do_next", "goal", "reason_1", "reason_2", "reason_3"):
        text = normalised(lines.text(name))
        claims = [found for found in _OVERCLAIM.finditer(text) if not _is_denied(text, found)]
        # What somebody shall do without fail is an instruction, not a promise.
        found = next((found for found in claims if name != "do_next" or found.group() not in ("必ず", "確実に")), None)
        if found:
            misses = lines.span("misses_of_100")
            yield question(
                "overclaim",
                name,
                T(
                    "“{word}”: your sheet says that {misses} of 100 are missed.",
                    "「{word}」とありますが、シートでは100人中{misses}人を見逃します。",
                )
                if misses and misses.low > 0
                else T(
                    "“{word}” promises more than a list can keep.", "「{word}」は、リストに守れる約束ではありません。"
                ),
                T(
                    "Would you bet on it? If not, say what happens in the other cases.",
                    "賭けられますか。そうでなければ、外れたときのことを書いてください。",
                ),
                word=found.group(),
                misses=numbers(misses) if misses else as_count(0),
            )


def _is_denied(text: str, found: re.Match[str]) -> bool:
    return bool(_DENIED_BEFORE.search(text[: found.start()]) or _DENIED_AFTER.search(text[found.end() :]))
