"""Do the words promise more than the numbers, or than any model can?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlcurric.subject.digits import as_count
from mlcurric.subject.product.collected import Collected
from mlcurric.subject.product.denial import is_denied
from mlcurric.subject.product.figures import numbers
from mlcurric.subject.product.finding import LineFinding, question, quoted
from mlcurric.subject.product.numerals import normalised, plain_figures
from mlcurric.subject.product.reading import read_share
from mlcurric.text import T

_OVERCLAIM = re.compile(
    r"100 ?%(?! (?:of|sure))|\bguarante(?:e|es|ed|eing)\b(?! (?:period|department|fund))|\bnever (?:wrong|fails?)\b|\balways (?:right|works?)\b|\bfoolproof\b"
    r"|絶対|確実に|(?<!品質)保証(?!期間|期限|部|会社|書|人|金)|間違いなく|完璧に|必ず(?![^。]{0,12}(?:ください|下さい|確認|人が))"
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


def about_words(lines: Collected) -> Iterator[LineFinding]:
    """Findings about wording."""
    yield from _about_rules(lines)
    yield from _about_overclaims(lines)


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
        claims = [found for found in _OVERCLAIM.finditer(text) if not is_denied(text, found)]
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
