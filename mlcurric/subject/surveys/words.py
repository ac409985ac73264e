"""What the report and the paper form say."""

from __future__ import annotations

from mlcurric.subject.intervals import Measured
from mlcurric.subject.surveys.forms import MOMENTS
from mlcurric.subject.surveys.measures import WHOLE, Cell
from mlcurric.text import T

KINDS = {"understanding": T("understanding", "理解"), "motivation": T("motivation", "意欲")}
WORDS = {
    "title": T("What the survey says", "アンケート結果報告書"),
    "short": T("In short", "要点"),
    "answered": T("Who answered", "回答数"),
    "moved": T("What moved", "何が動いたか"),
    "items": T("Item by item", "項目ごとの変化"),
    "levels": T("How it stands now", "いまの水準(比べる前回がない項目)"),
    "issues": T("What stands in the way", "困っていること"),
    "pilot": T("Who goes first", "どのチームから始めるか"),
    "change": T("What the organisation should change", "組織が変えること"),
    "texts": T("In their own words", "自由記述"),
    "rests": T("How to read this", "読み方と根拠"),
    "team": T("team", "チーム"),
    "whole": T("all", "全体"),
    "item": T("item", "項目"),
    "measure": T("mean of", "平均"),
    "people": T("people", "人数"),
    "issue": T("issue", "困りごと"),
    "where": T("three or more of", "3人以上が挙げたチーム"),
    "step": T("step", "打つ手"),
    "by_whom": T("who", "誰が"),
    "before": T("before", "前"),
    "after": T("after", "後"),
    "change_of": T("change", "変化"),
    "no_texts": T("Fewer than three people wrote something; nothing is shown.", "書いた人が3人未満のため、載せていません。"),
    "kept_back": T(
        "Kept back, because fewer than three people wrote something: {asks}. If they agree, let them say it themselves.",
        "「{asks}」に書いた人は3人未満なので、文は載せていません。話してよいと言う本人がいれば、その場で話してもらいましょう。",
    ),
    "no_moves": T("There is no earlier form to compare with.", "比べられる前回の回答がありません。"),
    "no_issues": T("No issue was named by three people or more.", "3人以上が挙げた困りごとはありません。"),
    "few": T("–: fewer than three people, or hidden so that others stay hidden", "–: 3人未満か、他を伏せるために伏せた欄"),
    "signs": T("▲ moved up, ▼ moved down; without a sign luck is not ruled out", "▲ 上がった、▼ 下がった。印のないものは、偶然の可能性が残ります"),
    "sorted": T(
        "Sorted so that the order tells nothing; addresses and numbers are taken out.",
        "順番からは誰の言葉かわからないように並べ、連絡先は消しています。",
    ),
}  # fmt: skip
RESTS = (
    T(
        "Marks go from 1 (no) to 5 (yes). People judge themselves: this shows how sure they feel, not what they can do.",
        "点は1(いいえ)〜5(はい)。自己評価なので、わかるのは本人の手応えです。実力を測ったものではありません。",
    ),
    T(
        "Understanding is the mean of those items that the first and the last form both ask.",
        "理解の平均は、最初と最後のアンケートに共通する項目だけから出しています。",
    ),
    T(
        "The range holds the true mean of such answers in about 95 of 100 cases. It is Student's t, with the spread pooled over the teams, "
        "because a team of three often agrees by luck. “Moved” is said only if the range does not hold 0.",
        "幅は95%区間です。3人では偶然そろうことが多いので、ばらつきは全チームをまとめて推定しました(t分布)。区間が0を含まないときだけ「動いた」と書いています。",
    ),
    T(
        "Moved since, not because of: nobody was left without the lessons to compare with.",
        "動いたのは「研修のあと」であって、「研修のおかげ」とまでは言えません。研修を受けなかった人とは比べていないからです。",
    ),
    T(
        "Nothing is shown that rests on fewer than three people, or would let somebody compute it by subtraction. "
        "Counts of one or two, and of all but one or two, are told as a range.",
        "3人未満の欄も、引き算で3人未満がわかる欄も載せていません。1〜2人、または1〜2人を除く全員という数は、範囲で書いています。",
    ),
)
LUCK = T(
    "{n} comparisons are shown in all; if nothing had moved, about {by_luck} of them would seem to have.",
    "比較は全部で{n}個あります。実際には何も動いていなくても、そのうち約{by_luck}個は動いたように見えます。",
)
_PAIRED = T("the same people before and after", "同じ人の前後の比較")
_GROUPS = T("two groups; not the same people in both", "前と後で同じ人とは限らない比較")
_MOVED = {
    1: T(
        "{kind} went up from {first} to {last}: {change}; {n}.",
        "{kind}は{first}から{last}に上がりました。変化は{change}、{n}です。",
    ),
    -1: T(
        "{kind} went down from {first} to {last}: {change}; {n}.",
        "{kind}は{first}から{last}に下がりました。変化は{change}、{n}です。",
    ),
    0: T(
        "{kind} went from {first} to {last}; that it moved cannot be told: {change}; {n}.",
        "{kind}は{first}から{last}。動いたとは言い切れません。変化は{change}、{n}です。",
    ),
}
_STANDS = T("{kind} stands at {last} of 5 ({n}); there is nothing to compare with.", "{kind}は5点中{last}です({n})。比べられる前回の回答がありません。")  # fmt: skip


def name_of(team: str) -> str:
    """A team's name, or what stands for all of them."""
    return str(WORDS["whole"]) if team == WHOLE else team


def signed(value: float) -> str:
    """A change with its sign and one place behind the point: “+1.2”, “−0.4”, “0.0”."""
    text = f"{value:+.1f}".replace("-", "−")
    return "0.0" if text in ("+0.0", "−0.0") else text


def change_in_words(move: Measured) -> T:
    """A change with its interval: “+1.2 (95% range +0.4 to +2.0)”."""
    value, low, high = map(signed, move)
    return T(f"{value} (95% range {low} to {high})", f"{value}(95%の幅 {low}〜{high})")


def people_in_words(cell: Cell) -> T:
    """How many, and whether before and after are the same people."""
    first, last = cell.people
    count = T(f"{last} people", f"{last}人")
    if cell.move is None:
        return count
    if cell.paired:
        return T(f"{count.en}, {_PAIRED.en}", f"{count.ja}、{_PAIRED.ja}")
    return T(f"{first} and {last} people, {_GROUPS.en}", f"{first}人と{last}人、{_GROUPS.ja}")


def in_short(kind: str, cell: Cell) -> T:
    """One sentence on a kind for the whole; the cell is shown."""
    name = KINDS[kind]
    name = T(name.en.capitalize(), name.ja)
    if cell.move is None or cell.first is None:
        return _STANDS.format(kind=name, last=f"{cell.last:.1f}", n=people_in_words(cell))
    return _MOVED[cell.moved].format(
        kind=name, first=f"{cell.first:.1f}", last=f"{cell.last:.1f}", change=change_in_words(cell.move), n=people_in_words(cell)
    )  # fmt: skip


def moments(stages: tuple[int, int]) -> T:
    """From which form to which: “before the first stage → after Stage 3”."""
    first, last = (MOMENTS[stage] for stage in stages)
    return first if stages[0] == stages[1] else T(f"{first.en} → {last.en}", f"{first.ja} → {last.ja}")
