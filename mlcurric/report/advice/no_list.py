"""Why there is no list, in one sentence."""

from __future__ import annotations

from mlcurric.report.advice.followed import NO_STAYERS, STAYERS_ALIKE
from mlcurric.report.advice.standing_out import NOBODY_MEANT, NONE_STANDS_OUT
from mlcurric.report.contest.contest import Contest
from mlcurric.report.contest.drift import NO_LONGER_HOLDS
from mlcurric.report.contest.verdict import TOO_FEW_TO_TELL
from mlcurric.text import T


def why_no_list(contest: Contest, could: int) -> T:
    """Why nobody is listed.

    Args:
        contest: won by nobody; or by whomever, where there is nobody to list.
        could: customers who could be listed.
    """
    whys = [_WHYS[each.id] for each in contest.remarks if each.id in _WHYS]
    return _NOBODY_LEFT if not could else whys[0] if whys else _NO_BETTER


_NOBODY_LEFT = T(
    "There is nobody to list: the table holds no customer who is still here.",
    "リストに載せる人がいません。表に、いまも契約している顧客がいないためです。",
)
_NO_BETTER = T(
    "There is no list: neither the rule nor the model found clearly more leavers than luck could.",
    "リストは作りません。ルールで選んでもモデルで選んでも、運だけでは説明できないほど多くの解約者を見つけたとは言えないためです。",
)
_TOO_FEW = T(
    "There is no list yet: with so few rows it cannot be told whether the rule or the model finds more leavers than picking "
    "at random.",
    "リストはまだ作りません。データが少なく、ルールやモデルが無作為に選ぶより多くの解約者を見つけるかどうか、まだ見分けられないためです。",
)
_NO_LONGER = T(
    "There is no list: what told leavers apart earlier does so no longer.",
    "リストは作りません。前の時期に解約者を見分けていたものが、いまは通用しないためです。",
)
_WHYS = {
    TOO_FEW_TO_TELL: _TOO_FEW,
    NO_LONGER_HOLDS: _NO_LONGER,
    STAYERS_ALIKE: NO_STAYERS,
    NONE_STANDS_OUT: NOBODY_MEANT,
}
