"""What a few words say: that there is nothing, that it may be anybody, that they name the method."""

from __future__ import annotations

import re
import unicodedata

_NOTHING = re.compile(
    r"|none|nothing|nobody|no ?one|n/?a|unknown|tbd|tba|nobody does (?:it|this|that)(?: today)?|not yet|none yet|nothing yet|[-–—―ー?…・×x.]+"
    r"|(?:there (?:is|are) )?no(?: \w+)? ?(?:data|owner|sponsor|records?|logs?|rule|obstacles?|gates?|stops?)(?: yet)?"
    r"|(?:(?:データ|記録|ログ|オーナー|責任者|担当者?|スポンサー|ルール|障害|懸念|条件)(?:は|が)?)?[、 ]?"
    r"(?:まだ|特に|とくに|今は|いまは|現状)?[、 ]?"
    r"(?:(?:画像|写真|音声|メモ|数字)?(?:は|が|を)?まだ(?:撮って|とって|取れて|集めて|集まって|たまって)(?:いない|いません)|誰もやっていない|誰もしていない|なし|無し|無い|ない|いない|未定|未取得|未収集|未記録|不明|ありません|いません|取っていない|残っていない|決まっていない|決めていない)"
)
_REASON = re.compile(
    r" ?[(].*[)]$|,? because .*$|(?<=^なし)。.*|(?<=^none)[:;.] .*|(?<=^nothing)[:;.] .*|(?<=^まだない)。.*"
)
"""What people add behind a “none”: why, or until when."""
_BUT = re.compile(r"ただし|けれど|けど|一部|以外|\b(?:but|except|only|however|apart from)\b")
_ANYBODY = re.compile(
    r"(?:(?:the|all|our|every|any|an?) )?(?:end[ -]?)?"
    r"(?:users?|customers?|clients?|people|persons?|humans?|everybody|everyone|anybody|anyone|somebody|someone|stakeholders?|staff|employees?|company)"
    r"|(?:すべての|全ての|全|各|一般)?(?:エンド)?(?:ユーザー?|利用者|顧客|お?客|カスタマー|消費者)(?:さん|様|さま|たち|達|全員|の皆様)?"
    r"|(?:みんな|皆|全員|誰か|だれか|誰でも|担当者?|関係者|人間?|社員|スタッフ|ステークホルダー|会社|弊社|当社|自社)(?:さん|様|さま|たち|達)?"
)
_METHOD = re.compile(
    r"(?<![a-z])(?:ai|ml|llm|gpt|chatgpt|machine learning|deep learning|neural(?: networks?)?|predictive models?|generative(?: ai)?)(?![a-z])"
    r"|機械学習|人工知能|深層学習|ディープラーニング|予測モデル"
)
_METHOD_ALONE = re.compile(
    rf"(?:(?:we )?(?:use|apply|with|an?|the|by) )*(?:{_METHOD.pattern}|model|モデル|予測|prediction|predict)"
    r"(?: ?(?:model|モデル|を使う|を使って|で予測(?:する)?|で(?:やる|解決する)|を活用(?:する)?|による予測))?"
)


def plain(text: str) -> str:
    """A text as it is compared: one width, one case, single blanks, no full stop at its end."""
    one_width = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return one_width.strip("。. ") or text.strip()


def is_none(text: str) -> bool:
    """Whether a text says that there is nothing, or is empty: “none yet”, 「まだない」, “–”, 「なし(ルールで足りる)」."""
    said = plain(text)
    if _NOTHING.fullmatch(said):
        return True
    bare = _REASON.sub("", said)
    return bool(bare) and not _BUT.search(said) and bool(_NOTHING.fullmatch(bare))


def is_anybody(text: str) -> bool:
    """Whether a text that should name a person may mean anybody: “users”, 「お客様」."""
    return bool(_ANYBODY.fullmatch(plain(text)))


def names_method(text: str) -> bool:
    """Whether a text names the method: “AI”, 「機械学習」."""
    return bool(_METHOD.search(plain(text)))


def is_method_alone(text: str) -> bool:
    """Whether a text says the method and nothing of what it estimates: “use AI”, 「AIで予測する」."""
    return bool(_METHOD_ALONE.fullmatch(plain(text)))
