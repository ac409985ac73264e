"""What a pre-mortem hides: an opinion in place of evidence, a danger that nobody watches, a remedy that nobody could see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlcurric.subject.cells import plain
from mlcurric.subject.product.finding import LineFinding, clash, question, quoted
from mlcurric.subject.product.numerals import normalised
from mlcurric.subject.team.about_roles import about_name
from mlcurric.subject.team.days import a_day, day_off, working_day_from
from mlcurric.subject.team.people import Whom, names_in, whom
from mlcurric.subject.team.pre_mortem import REASONS, Cause, PreMortem
from mlcurric.text import T, listed

LIKELY, UNLIKELY = 50, 10
"""From so many of 100 on somebody has to act; up to so many, evidence that speaks for it is asked about."""
_NOTHING = re.compile(
    r"(?:none|nothing|n/?a|no|-|–|—|ー|\?|なし|無し|特になし|ない|ありません|不明|未定|わからない)?[。.]?"
)
_HUNCH = re.compile(
    r"\b(?:probably|surely|maybe|perhaps|i guess|i think|we feel|somehow)\b|きっと|おそらく|恐らく|たぶん|多分|はずです|はずだ|気がする|なんとなく|だろう|でしょう$"
)
_EMPTY_REMEDY = re.compile(
    r"(?:we )?(?:will )?(?:be careful|pay attention|communicate(?: well| better| more| closely)?|work (?:hard|together|closely)|do our best|keep an eye on it|improve communication)"
    r"|(?:十分に?|よく|しっかり|きちんと|密に|もっと)*(?:気をつけ(?:る|ます)|注意(?:する|します)?|頑張(?:る|ります)|がんば(?:る|ります)|連携(?:する|します|を密にする|を密にします|を強化する|を強化します)?|意識(?:する|します)|検討(?:する|します)?|努力(?:する|します)?|コミュニケーションを?(?:とる|取る|とります|取ります|密にする|密にします)|徹底(?:する|します)?)"
)  # fmt: skip


def pre_mortem_findings(sheet: PreMortem) -> list[LineFinding]:
    """What cannot stand in a pre-mortem, and what has to be asked; ``lines`` are reasons."""
    if not sheet.begun:
        says = T("Nothing is written yet.", "まだ何も書かれていません。")
        way_out = T("Three minutes first, each alone, in silence: of what has it failed?", "まず3分、ひとりで黙って。なぜ失敗したのでしょう。")  # fmt: skip
        return [question("blank", " ".join(REASONS), says, way_out)]
    return [*_about_all(sheet), *(finding for cause in sheet.causes for finding in _about_one(cause))]


def is_nothing(text: str) -> bool:
    """Whether a cell says nothing: empty, “none”, 「なし」."""
    return bool(_NOTHING.fullmatch(normalised(text)))


def _about_all(sheet: PreMortem) -> Iterator[LineFinding]:
    if sheet.left_out:
        yield clash(
            "left_out",
            " ".join(sheet.left_out),
            T("Not looked at: {reasons}.", "検討していない理由があります({reasons})。"),
            T("Ask the room: {asks}", "こう尋ねてみましょう。「{asks}」"),
            reasons=listed(REASONS[name].name for name in sheet.left_out),
            asks=REASONS[sheet.left_out[0]].asks,
        )
    numbers = {cause.likely for cause in sheet.causes}
    if len(sheet.causes) >= len(REASONS) and len(numbers) == 1 and None not in numbers:
        yield question(
            "all_alike",
            " ".join(cause.key for cause in sheet.causes),
            T("All reasons are equally likely ({n} of 100).", "起こりやすさが全部同じ({n})です。"),
            T(
                "If you could remove only one tomorrow, which? Raise that one.",
                "明日ひとつだけ消せるなら、どれですか。それを高くしましょう。",
            ),
            n=f"{next(iter(numbers)):g}",
        )
    seen: dict[str, Cause] = {}
    for cause in sheet.causes:
        if seen.setdefault(plain(cause.reason), cause) is not cause:
            yield question(
                "reason_twice", cause.key,
                T("“{reason}” stands there twice.", "「{reason}」が2行あります。"),
                T("Keep one line, or say what differs.", "1行にまとめるか、違いを書きましょう。"), reason=cause.title,
            )  # fmt: skip


def _about_one(cause: Cause) -> Iterator[LineFinding]:
    line, title = cause.key, cause.title
    no_for, no_against = is_nothing(cause.speaks_for), is_nothing(cause.speaks_against)
    if no_for and no_against:
        asks = (
            REASONS[cause.reason].asks
            if cause.reason in REASONS
            else T("What have you seen or heard?", "何を見たり聞いたりしましたか。")
        )
        yield clash(
            "no_evidence",
            line,
            T("{title}: no evidence, neither for nor against.", "「{title}」に、証拠がどちら側にもありません。"),
            T("Ask: {asks}", "こう尋ねてみましょう。「{asks}」"),
            title=title,
            asks=asks,
        )
    for name in ("speaks_for", "speaks_against"):
        if found := _HUNCH.search(normalised(getattr(cause, name))):
            yield question(
                "hunch",
                line,
                T(
                    "{title}: “{said}” is a guess, not evidence.",
                    "「{title}」の「{said}」は推測です。証拠ではありません。",
                ),
                T("Who can turn it into a fact, and by when?", "誰がいつまでに事実にしますか。"),
                title=title,
                said=found[0],
            )
            break
    if cause.likely is None:
        yield question(
            "likely_open",
            line,
            T("{title}: how likely is not said.", "「{title}」の起こりやすさがありません。"),
            T(
                "A number from 0 to 100; each writes one, then compare.",
                "0〜100の数で。まず各自が書いてから比べましょう。",
            ),
            title=title,
        )
    elif cause.likely <= UNLIKELY and not no_for and no_against:
        yield question(
            "likely_low",
            line,
            T(
                "{title}: {n} of 100, and all the evidence speaks for it.",
                "「{title}」は{n}なのに、証拠はそうなりそうなものだけです。",
            ),
            T("Raise the number, or write what speaks against it.", "数を上げるか、そうならない証拠を書きましょう。"),
            title=title,
            n=f"{cause.likely:g}",
        )
    elif cause.likely >= LIKELY and no_for and not no_against:
        yield question(
            "likely_high",
            line,
            T(
                "{title}: {n} of 100, and all the evidence speaks against it.",
                "「{title}」は{n}なのに、証拠はそうならないものだけです。",
            ),
            T("Lower the number, or write what speaks for it.", "数を下げるか、そうなりそうな証拠を書きましょう。"),
            title=title,
            n=f"{cause.likely:g}",
        )
    yield from _about_watching(cause)


def _about_watching(cause: Cause) -> Iterator[LineFinding]:
    line, title = cause.key, cause.title
    names = names_in(cause.watcher)
    for name in names:
        yield from about_name(
            name, "watcher", line, T("{title}, who watches", "「{title}」を見張る人").format(title=title)
        )
    if len(names) > 1:
        yield question(
            "several_watchers",
            line,
            T("{title}: {n} people watch ({who}).", "「{title}」を見張る人が{n}人います({who})。"),
            T("What two watch, nobody sees: name one.", "2人で見張ると、どちらも見なくなります。1人に決めましょう。"),
            title=title,
            n=len(names),
            who=cause.watcher,
        )
    has_sign, persons = not is_nothing(cause.sign), [name for name in names if whom(name) is not Whom.NOBODY]
    if has_sign and not persons:
        yield clash(
            "sign_unwatched",
            line,
            T(
                "{title}: the early sign “{sign}” is watched by nobody.",
                "「{title}」の兆し「{sign}」を、誰も見張っていません。",
            ),
            T("Name one who sees it first anyway.", "もともと最初に気づく立場の人を1人決めましょう。"),
            title=title,
            sign=quoted(cause.sign),
        )
    if persons and not has_sign:
        yield question(
            "watches_nothing",
            line,
            T(
                "{title}: {who} watches, but for what?",
                "「{title}」を{who}が見張りますが、何を見るのか書いてありません。",
            ),
            T(
                "What would be seen first, weeks before it has failed?",
                "失敗の何週間も前に、最初に目に見えるのは何ですか。",
            ),
            title=title,
            who=cause.watcher,
        )
    if has_sign and persons and cause.looks_on is None:
        yield question(
            "no_look",
            line,
            T("{title}: no day on which {who} looks.", "「{title}」を{who}が次に見る日がありません。"),
            T("Put the first look into the calendar now.", "最初の確認日を、いま予定に入れましょう。"),
            title=title,
            who=cause.watcher,
        )
    if cause.looks_on and (off := day_off(cause.looks_on)):
        yield question(
            "look_day_off",
            line,
            T("{title}: the next look is on {day}, {off}.", "「{title}」を次に見るのが{day}、{off}です。"),
            T("The next working day is {next}.", "次の営業日は{next}です。"),
            title=title,
            day=a_day(cause.looks_on),
            off=off,
            next=a_day(working_day_from(cause.looks_on)),
        )
    if cause.likely is not None and cause.likely >= LIKELY and is_nothing(cause.action):
        yield clash(
            "no_action",
            line,
            T("{title}: {n} of 100, and nothing is done about it.", "「{title}」は{n}なのに、打つ手がありません。"),
            T("What could somebody begin this week?", "今週のうちに誰が何を始められますか。"),
            title=title,
            n=f"{cause.likely:g}",
        )
    elif _EMPTY_REMEDY.fullmatch(normalised(cause.action).strip(" 。.!")):
        yield question(
            "empty_remedy", line,
            T("{title}: “{action}”. How would anybody see that it was done?", "「{title}」の打つ手が「{action}」です。やったかどうか、どうやってわかりますか。"),
            T("Write who does what by which day.", "誰が何をいつまでにするかを書きましょう。"), title=title, action=quoted(cause.action),
        )  # fmt: skip
