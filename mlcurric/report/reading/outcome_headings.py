"""Whether a heading, or the text of a cell, says that somebody left or that somebody stayed: churned, not_churned, 解約, 未解約."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

Says = Literal["left", "stayed", "either"]

_LEAVES = re.compile(
    r"churn|attrit|\bleft\b|\bleav|\blost\b|cancel|\bexit|terminat|\bquit|unsubscri|\bgone\b|\bclosed?\b|laps(?:e|ed)\b|inactiv|deactivat"
    r"|disabled|\bended\b|expired|defect|drop(?:ped)? ?out|\bdeleted\b|\bformer\b|\bex(?= )|silent|dormant|departed|withdr[ae]w|discontinu"
    r"|解約|退会|離脱|離反|失効|終了|停止|脱退|解除|休眠|退店|退所|退塾|退園|退学|除籍|抹消|削除|無効|閉鎖|閉店|満了|流出|廃止|キャンセル|チャーン|元(?=会員|顧客|契約)"
)
_STAYS = re.compile(
    r"(?<![a-z])activ|(?<!de)(?<!in)active|retain|retention|\bstay|renew|\balive\b|\bcurrent\b|\bkept\b|\bkeeps?\b|loyal|enabled|\blive\b"
    r"|\bvalid|remain|surviv|\bexist|\bstill\b|paying|\bongoing\b|\bopen\b|\bhere\b|(?<!un)subscribed|continu"
    r"|継続|在籍|有効|更新|残存|残留|残っ|残る|稼働|存続|現存|生存|維持|定着|アクティブ|現役|利用中|契約中|加入中|取引中|課金|在会"
)
_IS_ONE = re.compile(
    r"customer|\bmember|\bclient\b|subscri(?:ber|ption)|contract|契約|会員|顧客|加入|利用|取引|登録|購読|メンバー|お客様|bought|purchas|repeat|購入|購買|来店|リピート"
)
"""What somebody is who stays; beside a word of leaving it says only who left: “customer churn”, 「契約終了」."""
_NOT = re.compile(
    r"\b(?:not?|non|never|without|(?:did|does|do|has|have|had|is|was|were|are)n'?t)\b|\b(?:un|non|not?)(?=churn|cancel|renew|retain|activ|attrit|purchas)|[未非不](?=\S)"
    r"|\b(?:free|prevented|avoided)\b|無し|なし|(?:し|さ|せ|で|て)?(?:ていない|てない|しない|されない|せず|でない|ではない|ません)|(?<=\S)ない|(?<!有)無(?!効|料)|撤回|取り?消|阻止|防止|回避"
)
_DOUBTFUL = re.compile(r"\brisk|predict|検討|懸念|リスク|予測|見込")


def says(text: str) -> Says | None:
    """What a heading (or a cell) says of a customer of whom it is true.

    Returns:
        ``"either"`` where it speaks of both, or of a risk; ``None`` where it speaks of neither: “y”, 「区分」.
    """
    plain = _plain(text)
    leaves, stays = bool(_LEAVES.search(plain)), bool(_STAYS.search(plain))
    if leaves and (stays or _DOUBTFUL.search(plain)):
        return "either"
    if not (leaves or stays or _IS_ONE.search(plain)):
        return None
    # “Not a former customer” is beyond this, and means that he stayed: an even number of nots cancels out.
    turned = len(_NOT.findall(plain)) % 2 == 1
    return "left" if leaves != turned else "stayed"


def _plain(text: str) -> str:
    """One width and case, “notChurned” and “not_churned” as “not churned”; 「有無」 says neither yes nor no."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", unicodedata.normalize("NFKC", text)).casefold()
    return " ".join(
        re.sub(r"[\s_./\-]+", " ", parted.replace("の有無", "").replace("有無", "").replace("’", "'")).split()
    )
