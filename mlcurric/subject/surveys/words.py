"""What the report and the paper form say."""

from __future__ import annotations

from mlcurric.subject.intervals import Measured
from mlcurric.subject.surveys.disclosure import Told
from mlcurric.subject.surveys.earlier import ADVICE
from mlcurric.subject.surveys.forms import MOMENTS
from mlcurric.subject.surveys.measures import SPREAD, SPREAD_OF_MEANS, WHOLE, Cell
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
    "mean": T("mean", "平均"),
    "range": T("95% range", "95%の幅"),
    "people": T("people", "人数"),
    "issue": T("issue", "困りごと"),
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
    "not_counted": T(
        "Counted from five answers on; of fewer, a count would tell who named what.",
        "困りごとは、回答が5人以上のときだけ数えます。それより少ないと、誰が挙げたかわかってしまうためです。",
    ),
    "few": T(
        "–: not told, because single answers would follow from it (a team of fewer than five answers, or what else would give one away)",
        "–: ひとりひとりの点がわかってしまうので載せない欄(回答が5人未満のチームなど)",
    ),
    "rounded": T(
        "Means of fewer than ten people are rounded to halves, and those near an end are told as “4.5 or more”; changes are worked out "
        "of the rounded means.",
        "10人未満の平均は0.5きざみに丸め、端に近い平均は「4.5以上」のようにまとめました。変化は、丸めた平均から計算しています。",
    ),
    "signs": T("▲ moved up, ▼ moved down; without a sign luck is not ruled out", "▲ 上がった、▼ 下がった。印のないものは、偶然の可能性が残ります"),
    "sorted": T(
        "Sorted so that the order tells nothing; e-mail addresses, links and telephone numbers are taken out.",
        "順番からは誰の言葉かわからないように並べ、メールアドレス・リンク・電話番号は消しています。",
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
        f"The range is a 95% interval. Its spread is not worked out of the answers, which would give them away: a standard deviation of "
        f"{SPREAD} (one item) and {SPREAD_OF_MEANS} (means of several) is assumed, more than such answers usually have. “Moved” is said "
        "only if the range does not hold 0.",
        f"幅は95%区間です。回答のばらつきから計算すると、ひとりひとりの点がわかってしまうため、標準偏差を多めに、"
        f"1項目は{SPREAD}、いくつかの項目の平均は{SPREAD_OF_MEANS}と仮定しました。区間が0を含まないときだけ「動いた」と書いています。",
    ),
    T(
        "Moved since, not because of: nobody was left without the lessons to compare with.",
        "動いたのは「研修のあと」であって、「研修のおかげ」とまでは言えません。研修を受けなかった人とは比べていないからです。",
    ),
    T(
        "Nothing is shown that rests on fewer than three people, or from which somebody's answer would follow: of three or four people "
        "only whether their mean lies above the middle (3), of teams no single items, of counts near nobody or everybody a range.",
        "3人未満の集計は載せません。ひとりの答えが計算でわかる数字も載せません。3〜4人なら、平均が真ん中(3)より上か下かだけ。"
        "チームごとの項目別の点は出さず、ほとんど全員や、ほとんどいないという人数は、範囲で書いています。",
    ),
    ADVICE,
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
_FEW_MOVED = T(
    "{kind}: the mean lay {first}, and now {last} ({n}). Of three or four people no numbers are told.",
    "{kind}の平均は、前は{first}、いまは{last}です({n})。3〜4人の回答では、数字は出しません。",
)
_FEW_STANDS = T(
    "{kind}: the mean lies {last} ({n}). Of three or four people no numbers are told.",
    "{kind}の平均は{last}です({n})。3〜4人の回答では、数字は出しません。",
)
_SIDES = {
    -1: T("below the middle", "真ん中(3)より下"),
    0: T("at the middle", "ちょうど真ん中(3)"),
    1: T("above the middle", "真ん中(3)より上"),
}


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


def mean_in_words(mean: Told, few: bool = False) -> T:
    """A mean as it is told: “3.5”, “4.5 or more”; “above the middle” where there are few people."""
    if few:
        return _SIDES[(mean.value > 3) - (mean.value < 3)]
    if mean.up:
        return T(f"{mean.value:.1f} or more", f"{mean.value:.1f}以上")
    if mean.down:
        return T(f"{mean.value:.1f} or less", f"{mean.value:.1f}以下")
    return T(f"{mean.value:.1f}", f"{mean.value:.1f}")


def people_in_words(cell: Cell, teams: int = 1) -> T:
    """How many, of how many teams, and whether before and after are the same people."""
    first, last = cell.people
    en, ja = (f" of {teams} teams", f"{teams}チームの") if teams > 1 else ("", "")
    count = T(f"{last} people{en}", f"{ja}{last}人")
    if cell.first is None:
        return count
    if cell.paired:
        return T(f"{count.en}, {_PAIRED.en}", f"{count.ja}、{_PAIRED.ja}")
    return T(f"{first} and {count.en}, {_GROUPS.en}", f"{ja}{first}人と{last}人、{_GROUPS.ja}")


def in_short(kind: str, cell: Cell, teams: int = 1) -> T:
    """One sentence on a kind for the whole, of so many teams; the cell is shown."""
    name = KINDS[kind]
    name = T(name.en.capitalize(), name.ja)
    says = (
        {"kind": name, "last": mean_in_words(cell.last, cell.few), "n": people_in_words(cell, teams)}
        if cell.last
        else {}
    )
    if cell.first is None:
        return (_FEW_STANDS if cell.few else _STANDS).format(**says)
    says["first"] = mean_in_words(cell.first, cell.few)
    if cell.move is None:
        return _FEW_MOVED.format(**says)
    return _MOVED[cell.moved].format(**says, change=change_in_words(cell.move))


def moments(stages: tuple[int, int]) -> T:
    """From which form to which: “before the first stage → after Stage 3”."""
    first, last = (MOMENTS[stage] for stage in stages)
    return first if stages[0] == stages[1] else T(f"{first.en} → {last.en}", f"{first.ja} → {last.ja}")
