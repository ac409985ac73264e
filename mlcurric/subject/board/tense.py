"""Whether a note is told as something that has happened, in English or in Japanese.

A guess by the endings of words, kind to the writer: whatever may be a past tense passes.
"""

from __future__ import annotations

import re
import unicodedata

_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
# Sentence ends that follow a past tense and change nothing: 「解約した(電話で)」「届いた。」
_TAIL = re.compile(r"(?:\s|[^\w()【】\[\]]|\([^()]*\)|【[^【】]*】|\[[^\[\]]*\])+$")
_PAST_JA = re.compile(r"(?:た|だ|ました|でした)(?:よ|ね|とき|あと|後)?$")
# Words that end like a past tense and are none.
_NOT_PAST_JA = re.compile(r"(?:あした|うた|ふた|まだ|ただ|くだ|ください|からだ)$")
_NOT_PAST_EN = frozenset(
    re.findall(
        r"\w+",
        """
    need feed speed seed bed red indeed exceed proceed succeed bleed breed weed reed greed deed steed hundred
    embed unused biased
    """,
    )
)
_IRREGULAR = frozenset(
    re.findall(
        r"\w+",
        """
    was were had did been became began begun bent bet bought broke broken brought built burnt came caught
    chose chosen cost cut dealt drew drawn drove driven fell fallen felt fit forgot forgotten fought found
    froze frozen gave given got gotten grew grown heard held hid hidden hit hung hurt kept knew known laid lay
    led left lent let lost made meant met paid put quit ran rang read rose risen said sat saw seen sent set
    shook shown shrank shrunk shut slept slid sold sought spent split spoke spoken spread stood stole stolen
    stopped stuck sung swore sworn swam swung taken taught thought threw thrown told took torn tore understood
    underwent undid undone upset went wept woke won wore worn withdrew withdrawn wound wrote written ate
    bitten blew blown bore born clung crept dug fled flew flown forgave overran oversaw overslept overtook
    arose awoke beat beaten bade bound bred cast clung fed fled flung forecast forgiven grown ground leapt learnt lit
    mistook mistaken outgrew overcame partook proved proven rid rode ridden shed smelt sneaked snuck spat spelt spilt spun
    stung strove stunk sublet swelled thrust trod undertook undertaken upheld withheld withstood woven strewn sewn mown
    redid remade repaid resold reset resent rewrote shone shot sank sunk sprang sprung struck swept
    """,
    )
)


def is_past(text: str) -> bool:
    """Whether a text tells what has happened; a Japanese text is judged by its last word, an English one by any."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if _JAPANESE.search(plain):
        end = _TAIL.sub("", plain)
        return bool(_PAST_JA.search(end)) and not _NOT_PAST_JA.search(end)
    words = re.findall(r"[a-z]+", plain.casefold())
    return any(word in _IRREGULAR or (word.endswith("ed") and word not in _NOT_PAST_EN) for word in words)


def is_question(text: str) -> bool:
    """Whether a text asks."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return plain.endswith("?") or (
        bool(_JAPANESE.search(plain)) and bool(re.search(r"(?:です|ます|の|だろう|でしょう)か。?$", plain))
    )
