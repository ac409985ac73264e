"""What the organisation should change: for each issue that people named, one step that somebody can take, and who."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mlcurric.subject.surveys.forms import LESSONS
from mlcurric.subject.surveys.issues import BY_ID, IssueCount
from mlcurric.text import T


@dataclass(frozen=True)
class Change:
    """A step, and who takes it; ``count`` is how many named its reason."""

    count: IssueCount
    step: T
    who: T

    @property
    def issue(self) -> T:
        """What stands in the way."""
        return BY_ID[self.count.issue].label


_STEPS: Mapping[str, tuple[T, T]] = {
    "unclear_goal": (
        T(
            "Write down one number that should change, by when, and who feels it; begin no model before.",
            "変えたい数字をひとつ、期限、それで助かる人を書く。書けるまでモデルには手をつけない。",
        ),
        T("product manager", "プロダクトマネージャー"),
    ),
    "no_sponsor": (
        T(
            "Name one person with a budget who decides go or stop, and put the day into the calendar.",
            "実施か中止かを決める、予算を持つ人をひとり決め、決める日を予定に入れる。",
        ),
        T("head of the department", "部門長"),
    ),
    "no_data": (
        T(
            "Name an owner for each table, and give the team read access before the next meeting.",
            "表ごとに管理者を決め、次の打ち合わせまでに、チームが読めるようにする。",
        ),
        T("owner of the data", "データの管理者"),
    ),
    "poor_data": (
        T(
            "Look at 100 rows together with those who type them, and mend the form, not the table.",
            "入力している人と一緒に100行を見る。表ではなく、入力画面を直す。",
        ),
        T("owner of the data, and those who type", "データの管理者と、入力する人"),
    ),
    "no_teamwork": (
        T(
            "One board on the wall, and fifteen minutes a week in front of it with all teams; say the unspoken rules aloud.",
            "ボードを壁に1枚貼り、週に15分、全チームでその前に集まる。口に出していないルールを言い合う。",
        ),
        T("leads of the teams", "各チームのリーダー"),
    ),
    "no_specialist": (
        T(
            "Name one person to ask, with two hours a week set free for it; buy the time if nobody has it.",
            "相談先をひとり決め、週2時間を空けてもらう。社内にいなければ、外に頼む。",
        ),
        T("head of the department", "部門長"),
    ),
    "no_time": (
        T(
            "Take one task off the team's list before this one goes on, and say which.",
            "これを加える前に、いまの仕事をひとつ外す。どれを外すかを言葉にする。",
        ),
        T("whoever sets the team's priorities", "チームの優先順位を決める人"),
    ),
    "too_hard": (
        T(
            "Put pairs of mixed roles at one screen, and take the worked example before the own product.",
            "役割の違う2人で1画面にする。自分のプロダクトの前に、完成例を一緒に見る。",
        ),
        T("facilitator", "進行役"),
    ),
    "too_easy": (
        T(
            "Give these people the part “If you have time”, and let them explain to a neighbour.",
            "その人たちには「時間があれば」の部分と、隣の人への説明を頼む。",
        ),
        T("facilitator", "進行役"),
    ),
    "did_not_run": (
        T(
            "Run “mlcurric doctor” on the machines the day before, and note what did not run.",
            "前日に全員のパソコンで「mlcurric doctor」を実行する。動かなかったところを記録する。",
        ),
        T("facilitator", "進行役"),
    ),
    "other": (
        T(
            "Ask in the next meeting what else stands in the way, and write it down without names.",
            "選択肢にない困りごとを、次の打ち合わせで聞き、名前なしで書き出す。",
        ),
        T("facilitator", "進行役"),
    ),
}


def changes(counts: Sequence[IssueCount]) -> tuple[Change, ...]:
    """A step for each issue that three people or more named, those of the organisation first, then by how many."""
    named = [Change(count, *_STEPS[count.issue]) for count in counts if count.named]
    return tuple(sorted(named, key=lambda change: BY_ID[change.count.issue].group == LESSONS))
