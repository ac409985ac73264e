"""Which team should try it first: by a rule that stands on the page, and with “cannot be told” as an answer.

The rule, for teams of five answers or more: one may go first if no blocking issue (no goal, no sponsor, no data) is named by three of its people or more,
who are at least half of it. Of those, the one whose motivation and understanding are highest, their means weighed alike.
A lead that luck alone may well make is a tie, and a tie is broken by what no survey asks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from scipy.stats import norm

from mlcurric.subject.intervals import CONFIDENCE
from mlcurric.subject.surveys.answers import Response
from mlcurric.subject.surveys.disclosure import FEW
from mlcurric.subject.surveys.forms import MOMENTS
from mlcurric.subject.surveys.issues import BY_ID, count_issues, may_tell_teams, most_of_team
from mlcurric.subject.surveys.measures import SPREAD_OF_MEANS, Cell
from mlcurric.text import T, listed, run_on

BLOCKING = ("unclear_goal", "no_sponsor", "no_data")

RULE = T(
    "The rule: teams of five answers or more are compared. One may go first unless at least three of its people, and at least half of those who answered, say that the goal, "
    "the sponsor or the data are missing. Of those, the team whose motivation and understanding are highest (1 to 5, weighed alike). "
    "If luck alone may well make the lead, it is a tie.",
    "決め方: 回答が5人以上のチームを比べます。「目的がはっきりしない」「スポンサーがいない」「データが手に入らない」のどれかを、3人以上かつ回答者の半数以上が挙げたチームは、先に始めません。"
    "残りのうち、意欲と理解の平均(1〜5、重みは同じ)がいちばん高いチームにします。偶然でも生じる程度の差なら、同点とします。",
)
_TIE_BREAK = T(
    "Break the tie by what the survey does not ask: which of them has the sponsor in the room, the shorter way to its data, and a use "
    "case whose work it does itself?",
    "同点は、アンケートではわからないことで決めます。スポンサーが近いのはどちらか。データに早く手が届くのはどちらか。ユースケースの業務を自分たちでしているのはどちらか。",
)
_BLOCKS_HELD = T(
    "Who goes first is not told: with so many naming the goal, the sponsor or the data, saying in which team would tell on single people.",
    "どのチームから始めるかは、載せません。「目的」「スポンサー」「データ」の困りごとを挙げた人が多く、チームを示すと、ひとりひとりの答えがわかるおそれがあるためです。",
)
_TIE_BREAK_ALL = T(
    "Ask the teams themselves what is missing, and begin where it is there.",
    "足りないものを各チームに直接聞き、そろっているチームから始めてください。",
)


@dataclass(frozen=True)
class Readiness:
    """One team: how ready, from how many answers, and what blocks it.

    Attributes:
        mean: 1 to 5, of the told means.
        people: so many answered.
        at_least: whether it may be higher, because means near 5 are not told.
        blocked_by: ids of blocking issues that three people or more, and at least half, named.
    """

    team: str
    mean: float
    people: int
    at_least: bool = False
    blocked_by: tuple[str, ...] = ()

    @property
    def says(self) -> T:
        """The mean as it may be told: “3.5”, “4.5 or more”."""
        return (
            T(f"{self.mean:.1f} or more", f"{self.mean:.1f}以上")
            if self.at_least
            else T(f"{self.mean:.1f}", f"{self.mean:.1f}")
        )


@dataclass(frozen=True)
class Pilot:
    """What the answers say on who goes first.

    Attributes:
        chosen: one team; several if they tie; none if that cannot be told.
        says: the answer, and why.
        teams: those that could be judged, the readiest first.
        not_judged: those of which too little may be told.
    """

    chosen: tuple[str, ...]
    says: T
    teams: tuple[Readiness, ...] = ()
    not_judged: tuple[str, ...] = ()


def choose_pilot(
    responses: Sequence[Response], shown: Sequence[Mapping[str, Cell]], stages: tuple[int, int], asked: int
) -> Pilot:
    """Which team should go first.

    Args:
        shown: the cells of motivation and of understanding, by team; only what they tell is used.
        stages: the first and the last form.
        asked: the form whose issues count.
    """
    named = sorted({response.team for response in responses if response.stage == stages[1]} - {""})
    judged = [team for team in named if all(_is_told(cells.get(team), stages[1]) for cells in shown)]
    why_not = {team: _why_not(responses, team, stages) for team in named if team not in judged}
    hidden = tuple(why_not)
    teams = sorted(
        (_readiness(responses, team, [cells[team] for cells in shown], asked) for team in judged),
        key=lambda each: (bool(each.blocked_by), -each.mean, each.team),
    )
    if len(teams) < 2:
        return Pilot((), _too_few(named, why_not), tuple(teams), hidden)
    if not _blocks_may_be_told(responses, judged, asked):
        return Pilot((), run_on([_BLOCKS_HELD, _TIE_BREAK_ALL, *_about_hidden(why_not)]), tuple(teams), hidden)
    free = [each for each in teams if not each.blocked_by]
    if not free:
        return Pilot((), run_on([_all_blocked(teams), *_about_hidden(why_not)]), tuple(teams), hidden)
    tied = [each.team for each in free if not _behind(free[0], each)]
    return Pilot(tuple(tied), _chosen(free, tied, teams, why_not), tuple(teams), hidden)


def _is_told(cell: Cell | None, stage: int) -> bool:
    return cell is not None and cell.level is not None and cell.stages[1] == stage


def _why_not(responses: Sequence[Response], team: str, stages: tuple[int, int]) -> T:
    """Why a team cannot be compared."""
    first, last = (
        sum(each.team == team and each.stage == stage and bool(each.marks) for each in responses) for stage in stages
    )
    if not last:
        return T("no marks that can be read on the form {at}", "「{at}」の点が1つも読めません").format(
            at=MOMENTS[stages[1]]
        )
    if not first:
        return T("no answers on the form {at}", "「{at}」の回答がありません").format(at=MOMENTS[stages[0]])
    if min(first, last) < FEW:
        return T("fewer than five answers", "回答が5人未満です")
    return T("its numbers would tell on single people", "数字を出すと、ひとりひとりの点がわかるおそれがあります")


def _readiness(responses: Sequence[Response], team: str, cells: Sequence[Cell], asked: int) -> Readiness:
    own = [response for response in responses if response.team == team]
    counts = count_issues(own, asked)
    blocked = [count.issue for count in counts if count.issue in BLOCKING and count.low >= most_of_team(count.of)]
    told = [cell.last for cell in cells if cell.last]
    mean = sum(each.value for each in told) / len(told)
    people = min(cell.people[1] for cell in cells)
    return Readiness(team, mean, people, any(each.up for each in told), tuple(blocked))


def _blocks_may_be_told(responses: Sequence[Response], judged: Sequence[str], asked: int) -> bool:
    """Whether naming the blocked teams tells on nobody, beside the counts of the whole."""
    answered = [each for each in responses if each.stage == asked and each.issues is not None]
    sizes = Counter(each.team for each in answered)
    counted = [sizes[team] for team in judged if sizes[team] >= FEW]
    return all(
        may_tell_teams(count, counted, len(answered) - sum(counted))
        for count in count_issues(responses, asked)
        if count.issue in BLOCKING
    )


def _behind(first: Readiness, other: Readiness) -> bool:
    """Whether a team is behind by more than luck: the 95% interval of the difference lies above 0."""
    # Of the mean of two such means: their spread is smaller, which leaves room for what rounding adds.
    error = SPREAD_OF_MEANS * sqrt(1 / first.people + 1 / other.people)
    return first.mean - other.mean > float(norm.isf((1 - CONFIDENCE) / 2)) * error


def _chosen(free: Sequence[Readiness], tied: Sequence[str], teams: Sequence[Readiness], why_not: Mapping[str, T]) -> T:
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
                "{team} goes first: {mean} of 5 ({n} people) for motivation and understanding, and luck alone would hardly make that lead over {next} ({other}).",
                "先に始めるのは「{team}」です。意欲と理解の平均は5点中{mean}({n}人)で、2番目の「{next}」({other})との差は、偶然とは考えにくい大きさです。",
            ).format(
                team=free[0].team,
                mean=free[0].says,
                n=free[0].people,
                next=free[1].team,
                other=free[1].says,
            )
        )
    else:
        names = listed(
            T(f"{each.team} ({each.says.en})", f"「{each.team}」({each.says.ja})") for each in free if each.team in tied
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
    return run_on([*says, *_about_hidden(why_not)])


def _too_few(named: Sequence[str], why_not: Mapping[str, T]) -> T:
    if not named:
        return T(
            "Too few answers to say: no team is named.", "回答が足りないため、決められません。チーム名がありません。"
        )
    if len(named) == 1:
        return T(
            "There is one team only, and nothing to choose between.", "チームがひとつなので、選ぶ必要はありません。"
        )
    says = T(
        "Who goes first cannot be told: fewer than two teams can be compared.",
        "どのチームから始めるかは、この回答では決められません。比べられるチームが2つないためです。",
    )
    return run_on((says, *_about_hidden(why_not)))


def _about_hidden(why_not: Mapping[str, T]) -> list[T]:
    if not why_not:
        return []
    names = [T(f"{team} ({why.en})", f"「{team}」({why.ja})") for team, why in why_not.items()]
    return [
        T("Not compared: {names}.", "比べていないチーム: {names}。").format(
            names=T("; ".join(each.en for each in names), "、".join(each.ja for each in names))
        )
    ]


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
