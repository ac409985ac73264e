"""Names that sound as if they were written when somebody left, and names of what is known before. A name alone only asks."""

from __future__ import annotations

import re
import unicodedata

_AFTER = re.compile(
    r"\bchurn|\bcancel|terminat|\bquit|\bexit|off ?board|\bclos(?:ed|ure|ing)\b|deactivat|unsubscri|\bresign|withdraw|refund|"
    r"win ?back|\bend(?:ed|ing)? (?:date|day|reason|at|on)\b|\bended\b|\bleft\b|\bleav(?:e|er|ing)\b|\blapsed?\b|attrition|\blost\b|"
    r"\bfinal (?:invoice|bill|payment|balance)|penalty|charge ?back|retention (?:offer|call)|\bsaved\b|\bgone\b|\bdefect|"
    r"解約|退会|退店|離脱|離反|脱退|契約解除|終了|停止|閉鎖|返金|払い?戻|違約金|最終請求|最終精算|清算|引き?止め|慰留|失効|退所|除名|抹消"
)
# What is left of a contract, and the day on which it runs out, are known from its first day on; that it was ended is not.
_STILL_TO_COME = re.compile(
    r"\b(?:(?:days?|weeks?|months?|years?|time|visits?|sessions?|lessons?|credits?|points?) left|left (?:in|until|till))\b|"
    r"(?<!since )\b(?:contract|subscription|agreement|trial|lease|policy|promo\w*|discount|campaign|planned|scheduled|expected) "
    r"(?:term |period )?end(?:ing)? (?:date|day|at|on)\b|\bterm end(?:ing)? date\b|"
    r"(?:契約|割引|キャンペーン|トライアル|お試し|特典|保証|期間)(?:期間)?の?終了予?定?(?:年月日|年月|日|月|時期)(?!から|以[後降])|"
    r"終了予定|終了[日月]?まで"
)
_BEFORE = re.compile(
    r"log ?ins?\b|visit|session|usage|\buses?\b|\bused\b|active (?:days|users)|ticket|complain|support|inquir|\bcalls?\b|tenure|"
    r"months? (?:as|with|since)|contract|\bplan\b|price|\bfees?\b|charges?\b|payment|paid|\blate\b|fail|overdue|\bnps\b|seats?\b|"
    r"discount|\bage\b|region|orders?\b|purchas|spend|spent|recency|frequency|days? since|errors?\b|outage|"
    r"ログイン|利用|来店|訪問|問い?合わ?せ|苦情|クレーム|契約|プラン|料金|価格|値上げ|支払|遅延|遅れ|滞納|席|割引|年齢|地域|注文|"
    r"購入|購買|経過日数|からの日数|継続月数|会員歴|おすすめ度|障害|エラー"
)
_STATE = re.compile(r"status|\bstate\b|\bstage\b|ステータス|状態|状況|区分|フラグ")
_SUMMED_UP = re.compile(
    r"\btotal|cumul|life ?time|\bto date\b|so far|all time|\borders?\b|purchases?\b|bookings?\b|visits?\b|log ?ins?\b|sessions?\b|"
    r"\bspen[dt]\b|累計|累積|通算|合計|総(?:額|数|計|回|購|利|注|来)|回数|件数|購入額|購入数|利用額|注文数|来店数"
)
_PLANNED = re.compile(r"renew|next|expir|\bdue\b|schedul|plann|matur|contract end|更新|次回|満了|満期|期限|予定")


def sounds_written_after(name: str) -> bool:
    """Whether a heading, or the text in a cell, sounds like leaving: 解約日, cancel_reason, churnScore, “closed”."""
    return bool(_AFTER.search(_without_plans(_plain(name))))


def sounds_known_before(name: str) -> bool:
    """Whether a heading sounds like behaviour or terms that are known on any day: logins, tickets, contract, 利用日数."""
    plain = _plain(name)
    if _AFTER.search(_without_plans(plain)) or _STATE.search(plain):
        return False
    return bool(_BEFORE.search(plain) or _STILL_TO_COME.search(plain))


def sounds_planned(name: str) -> bool:
    """Whether a heading sounds like a day that is known before it comes: a renewal, 満了日."""
    plain = _plain(name)
    return bool(_PLANNED.search(plain) or _STILL_TO_COME.search(plain))


def sounds_summed_up(name: str) -> bool:
    """Whether a heading sounds like a sum or a count that grows as long as somebody is a customer: orders_total, 累計購入額."""
    return bool(_SUMMED_UP.search(_plain(name)))


def _without_plans(plain: str) -> str:
    return _STILL_TO_COME.sub(" ", plain)


def _plain(name: str) -> str:
    """Lower case, full-width as half-width, “churnDate” and “churn_date” as “churn date”."""
    normal = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", unicodedata.normalize("NFKC", str(name)))
    return re.sub(r"[\s_\-./]+", " ", normal).lower().strip()
