"""What people write on a card, in English or Japanese: whether it names somebody who decides, and an end that can be seen.

Only what is certain is told: a text that is not understood is taken for a good one.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from mlcurric.text import T

_NOBODY = re.compile(r"(nobody|no[ -]?one|none|誰も(い|決め)?(ない|ません)?|いない|いません|(特に)?(なし|ない))")
_MODEL = re.compile(
    r"(the |our |this )?(model|scores?|ai|algorithm|machine|system)( itself| alone)?( decides?| does| do| chooses?)?"
    r"( automatically| alone)?"
    r"|(この|その)?(モデル|スコア|ai|機械|システム)(自身|自体|だけ)?(が|で|に)?(自動で|自動的に)?"
    r"(決め(る|ます)|決定(する|します)?|判断(する|します)?|選(ぶ|びます)|任せ(る|ます))?"
)
_NEVER = re.compile(
    r"(it |we |it is |we will )?never( stop(s|ped)?| ends?| stop it)?|not at all|nobody stops it"
    r"|(決して|ずっと)?(止め|やめ|停止し)(ない|ません)|(特に)?(なし|ない)|ずっと使(う|います)"
)
_MEASURE = re.compile(
    r"\d|\b(than|below|under|above|over|fewer|less|half|twice|least|most|as (many|few|good|bad)|beats?|beaten|los(es|t) to"
    r"|falls? behind|zero|one|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|より|以下|以上|未満|下回|上回|超え|負け|並|半分|倍|ゼロ|同じ|劣|[一二三四五六七八九十百千]"
)
"""What a condition that can be counted has: a number, or something to be held against."""


def same_text(one: str, other: str) -> bool:
    """Whether two texts say the same apart from blanks, marks, capitals and full width; an empty text says nothing."""
    return _letters(one) == _letters(other) != ""


def about_deciding(who_decides: str) -> tuple[str, T] | None:
    """What is wrong with a line on who decides, as a short name and a sentence; ``None`` where nothing is known to be."""
    for first in _beginnings(who_decides):
        if _NOBODY.fullmatch(first):
            return "nobody_decides", T(
                "“{said}” decides in the end: whom does a customer reach who complains?",
                "最後に決める人が「{said}」です。顧客から苦情が来たら、誰が答えますか。",
            ).format(said=who_decides.strip())
        if _MODEL.fullmatch(first):
            return "model_decides", T(
                "“{said}”: a model answers for nothing. Which person decides in the end, and may differ from the score?",
                "「{said}」とありますが、モデルは責任を取れません。スコアと違う判断もできる人を書きます。",
            ).format(said=who_decides.strip())
    return None


def about_stopping(stop_when: str) -> tuple[str, T] | None:
    """What is wrong with a line on when the model is stopped, likewise."""
    if any(_NEVER.fullmatch(first) for first in _beginnings(stop_when)):
        return "never_stopped", T(
            "“{said}”: a model that nobody may stop goes on with broken data too.",
            "「{said}」では、データが壊れても止められません。",
        ).format(said=stop_when.strip())
    if _letters(stop_when) and not _MEASURE.search(_plain(stop_when)):
        return "stop_without_number", T(
            "“{said}” has no number and nothing to compare with: nobody will be able to say that it has come to that.",
            "「{said}」には、数字も比べる相手もありません。「そのときが来た」と、誰も言えなくなります。",
        ).format(said=stop_when.strip())
    return None


def _plain(text: str) -> str:
    return " ".join(normalize("NFKC", text).casefold().split())


def _letters(text: str) -> str:
    return "".join(letter for letter in _plain(text) if letter.isalnum())


def _beginnings(text: str) -> tuple[str, ...]:
    """The text without its last marks, and what stands before its first colon or full stop."""
    plain = _plain(text).strip(" .!。")
    return plain, re.split(r"[:;.。]", plain, maxsplit=1)[0].strip()
