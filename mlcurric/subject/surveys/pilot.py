"""Which team should try it first: by a rule that stands on the page, and with “cannot be told” as an answer.

The rule: a team may go first if no blocking issue (no goal, no sponsor, no data) is named by three of its people or more,
who are at least half of it. Of those, the one whose motivation and understanding are highest, their means weighed alike.
A lead that luck alone could make is a tie, and a tie is broken by what no survey asks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from scipy.stats import t

from mlcurric.subject.intervals import CONFIDENCE
from mlcurric.subject.surveys.answers import Response
from mlcurric.subject.surveys.issues import BY_ID, count_issues
from mlcurric.subject.surveys.measures import LEAST, WHOLE, Cell, pooled
from mlcurric.text import T, listed, run_on

BLOCKING = ("unclear_goal", "no_sponsor", "no_data")
# A mean of two means of three answers or more: finer than one answer's step.
_STEP = 1 / 72

RULE = T(
    "The rule: a team may go first unless at least three of its people, and at least half of those who answered, say that the goal, "
    "the sponsor or the data are missing. Of those, the team whose motivation and understanding are highest (1 to 5, weighed alike). "
    "If luck alone could make the lead, it is a tie.",
    "決め方: 「目的がはっきりしない」「スポンサーがいない」「データが手に入らない」のどれかを、3人以上かつ回答者の半数以上が挙げたチームは、先に始めません。"
    "残りのうち、意欲と理解の平均(1〜5、重みは同じ)がいちばん高いチームにします。偶然でも生じる程度の差なら、同点とします。",
)
_TIE_BREAK = T(
    "Break the tie by what the survey does not ask: which of them has the sponsor in the room, the shorter way to its data, and a use "
    "case whose work it does itself?",
    "同点は、アンケートではわからないことで決めます。スポンサーが近いのはどちらか。データに早く手が届くのはどちらか。ユースケースの業務を自分たちでしているのはどちらか。",
)


@dataclass(frozen=True)
class Readiness:
    """One team: how ready, from how many answers, and what blocks it.

    Attributes:
        mean: 1 to 5.
        people: so many answered.
        blocked_by: ids of blocking issues that three people or more, and at least half, named.
    """

    team: str
    mean: float
    people: int
    blocked_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pilot:
    """What the answers say on who goes first.

    Attributes:
        chosen: one team; several if they tie; none if that cannot be told.
        says: the answer, and why.
        teams: those that could be judged, the readiest first.
        not_judged: those with too few answers.
    """

    chosen: tuple[str, ...]
    says: T
    teams: tuple[Readiness, ...] = ()
    not_judged: tuple[str, ...] = ()


def choose_pilot(
    responses: Sequence[Response],
    shown: Sequence[Mapping[str, Cell]],
    people: Sequence[Sequence[float]],
    stage: int,
) -> Pilot:
    """Which team should go first.

    Args:
        shown: the cells of motivation and of understanding, by team; only what they show is used.
        people: in each team, each person's mean of the two, for the spread.
        stage: the form whose issues count.
    """
    named = sorted({team for cells in shown for team in cells} - {WHOLE})
    judged = [team for team in named if all(team in cells and not cells[team].hidden for cells in shown)]
    hidden = tuple(team for team in named if team not in judged)
    teams = sorted(
        (_readiness(responses, team, [cells[team] for cells in shown], stage) for team in judged),
        key=lambda each: (bool(each.blocked_by), -each.mean, each.team),
    )
    if len(teams) < 2:
        return Pilot((), _too_few(teams, hidden), tuple(teams), hidden)
    free = [each for each in teams if not each.blocked_by]
    if not free:
        return Pilot((), _all_blocked(teams), tuple(teams), hidden)
    variance, freedom = pooled(people, _STEP)
    tied = [each.team for each in free if not _behind(free[0], each, variance, freedom)]
    return Pilot(tuple(tied), _chosen(free, tied, teams, hidden), tuple(teams), hidden)


def _readiness(responses: Sequence[Response], team: str, cells: Sequence[Cell], stage: int) -> Readiness:
    own = [response for response in responses if response.team == team]
    counts = count_issues(own, stage)
    blocked = [count.issue for count in counts if count.issue in BLOCKING and count.named and 2 * count.low >= count.of]
    mean = sum(cell.last or 0.0 for cell in cells) / len(cells)
    return Readiness(team, mean, min(cell.people[1] for cell in cells), tuple(blocked))


def _behind(first: Readiness, other: Readiness, variance: float, freedom: int) -> bool:
    """Whether a team is behind by more than luck: the 95% interval of the difference lies above 0."""
    error = sqrt(variance * (1 / first.people + 1 / other.people))
    return first.mean - other.mean > float(t.isf((1 - CONFIDENCE) / 2, freedom)) * error


def _chosen(free: Sequence[Readiness], tied: Sequence[str], teams: Sequence[Readiness], hidden: Sequence[str]) -> T:
    says = []
    if len(free) == 1:
        says.append(
            T(
                "{team} goes first: it is the only team that nothing blocks.",
                "先に始めるのは「{team}」です。妨げるものがないのは、このチームだけです。",
            ).format(team=free[0].team)
        )
    elif len(tied) == 1:
        says.append(
            T(
                "{team} goes first: {mean} of 5 ({n} people) for motivation and understanding, and luck alone would not make that lead over {next} ({other}).",
                "先に始めるのは「{team}」です。意欲と理解の平均は5点中{mean}({n}人)で、2番目の「{next}」({other})との差は、偶然とは考えにくい大きさです。",
            ).format(
                team=free[0].team,
                mean=f"{free[0].mean:.1f}",
                n=free[0].people,
                next=free[1].team,
                other=f"{free[1].mean:.1f}",
            )
        )
    else:
        names = listed(
            T(f"{each.team} ({each.mean:.1f})", f"「{each.team}」({each.mean:.1f})")
            for each in free
            if each.team in tied
        )
        says += [
            T(
                "Who goes first is a tie: {names}. So few answers do not tell them apart.",
                "チームの順位は同点です: {names}。この人数では、差があるとは言えません。",
            ).format(names=names),
            _TIE_BREAK,
        ]
    for each in teams:
        if each.blocked_by:
            issues = listed(BY_ID[issue].label for issue in each.blocked_by)
            says.append(
                T("{team} waits: {issues}.", "「{team}」は待ちます。理由: {issues}。").format(
                    team=each.team, issues=issues
                )
            )
    if hidden:
        says.append(_about_hidden(hidden))
    return run_on(says)  # fmt: skip


def _too_few(shown: Sequence[Readiness], hidden: Sequence[str]) -> T:
    if not shown and not hidden:
        return T(
            "Too few answers to say: no team is named.", "回答が足りないため、決められません。チーム名がありません。"
        )
    if not hidden:
        return T(
            "There is one team only, and nothing to choose between.", "チームがひとつなので、選ぶ必要はありません。"
        )
    says = T(
        "Too few answers to say: fewer than two teams can be shown.",
        "回答が足りないため、決められません。結果を示せるチームが2つありません。",
    )
    return run_on((says, _about_hidden(hidden)))


def _about_hidden(hidden: Sequence[str]) -> T:
    return T(
        "Not judged, with fewer than {least} answers, or hidden so that others stay hidden: {names}.",
        "回答が{least}人未満か、他チームを伏せるために伏せたので、判断していないチーム: {names}。",
    ).format(least=LEAST, names=listed(T(name, name) for name in hidden))


def _all_blocked(teams: Sequence[Readiness]) -> T:
    reasons = listed(
        T(
            f"{each.team} ({', '.join(BY_ID[issue].label.en for issue in each.blocked_by)})",
            f"「{each.team}」({'、'.join(BY_ID[issue].label.ja for issue in each.blocked_by)})",
        )
        for each in teams
    )
    return T(
        "No team should go first yet: {reasons}. Remove one of these first.",
        "まだ、どのチームも始める段階ではありません: {reasons}。まず、どれかひとつを取りのぞいてください。",
    ).format(reasons=reasons)
