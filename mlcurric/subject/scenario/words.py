"""A play in plain words, in the language spoken now: the day, what can be done, how the review went, what each choice brought."""

from __future__ import annotations

from datetime import date

from mlcurric.subject.scenario.engine import Played, Step
from mlcurric.subject.scenario.model import Option, Scenario, Unsaid
from mlcurric.text import T

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = T("Mon Tue Wed Thu Fri Sat Sun", "月 火 水 木 金 土 日")

no_time_left = T("not enough time left", "残り時間が足りない")
said_in_time = T("said in time", "間に合った")
said_late = T("said too late", "遅すぎた")
never_said = T("never said", "最後まで出なかった")


def day_in_words(day: date) -> T:
    """A day with its weekday and without its year: “Mon 2 Nov”, 「11月2日(月)」."""
    weekday = T(*(getattr(_WEEKDAYS, lang).split()[day.weekday()] for lang in ("en", "ja")))
    return T(
        f"{weekday.en} {day.day} {_MONTHS[day.month - 1]}",
        f"{day.month}月{day.day}日({weekday.ja})",
    )


def trust_in_words(outcome: Played, trust: int | None = None) -> T:
    """Trust as dots and as a number, so that a screen reader can say it."""
    trust, most = outcome.trust if trust is None else trust, outcome.scenario.most_trust
    return T("{dots} {n} of {most}", "{dots} {most}のうち{n}").format(
        dots="●" * trust + "○" * (most - trust), n=trust, most=most
    )


def standing(outcome: Played) -> T:
    """Where the play stands: minutes and trust."""
    return T("{left} of {all} minutes left · trust {trust}", "残り{left}分(全部で{all}分) ・ 信頼 {trust}").format(
        left=outcome.minutes_left, all=outcome.scenario.minutes, trust=trust_in_words(outcome)
    )


def price(option: Option) -> T:
    """What an option takes of the common time."""
    return T("{n} min", "{n}分").format(n=option.minutes)


def whose(thing: Unsaid, outcome: Played) -> T:
    """Whether a thing goes without saying for the players, or for the others."""
    if thing.side == outcome.side.id:
        return T("yours", "こちら")
    return T("theirs", "相手")


def about_step(step: Step, outcome: Played) -> T:
    """What one choice brought in things that can be counted."""
    heard = T("nothing new said", "新しく出た話はなし")
    if step.heard:
        titles = [outcome.scenario.unsaid[name].title for name in step.heard]
        heard = T(
            "now said: " + ", ".join(title.en for title in titles),
            "出た話: " + "、".join(title.ja for title in titles),
        )
    trust = step.option.trust
    moved = T("trust as before", "信頼は変わらず") if trust == 0 else T("trust {n}", "信頼 {n}").format(n=signed(trust))
    return T("{price} · {moved} · {heard}", "{price} ・ {moved} ・ {heard}").format(
        price=price(step.option), moved=moved, heard=heard
    )


def signed(number: int) -> str:
    """A change with its sign, and with ±0 where nothing changes."""
    return f"{number:+d}".replace("-", "−") if number else "±0"


def score_in_words(outcome: Played) -> T:
    """How the score comes about."""
    return T(
        "{n} of {all} things said in time × {trust} of {most} trust left = {score:.2f}",
        "間に合った話 {all}つのうち{n}つ × 残った信頼 {most}のうち{trust} = {score:.2f}",
    ).format(
        n=len(outcome.in_time),
        all=len(outcome.scenario.unsaid),
        trust=outcome.trust_after,
        most=outcome.scenario.most_trust,
        score=outcome.score,
    )


def trust_turn(outcome: Played) -> T:
    """Trust before the review and after it."""
    return T(
        "Trust: {before} before the review, {after} after it.", "信頼: レビュー前 {before}、レビュー後 {after}"
    ).format(before=trust_in_words(outcome), after=trust_in_words(outcome, outcome.trust_after))


def play_in_words(outcome: Played) -> str:
    """What a page shows of a play, as plain text: the last reply, then the next day or the review."""
    opening = [str(outcome.scenario.intro), str(outcome.side.brief), ""]
    lines = [str(outcome.steps[-1].option.reply), ""] if outcome.steps else opening
    if outcome.scene is not None:
        scene, affordable = outcome.scene, outcome.affordable()
        lines += [f"{day_in_words(scene.day)} – {scene.title}", str(standing(outcome)), "", str(scene.text)]
        lines += [
            f"  {letter}  {option.says} [{price(option)}]"
            for letter, option in scene.options.items()
            if letter in affordable
        ]
        return "\n".join(lines)
    lines += [f"{day_in_words(outcome.scenario.review)} – {outcome.ending.title}", str(outcome.ending.text), ""]
    lines += [f"  ✓ {thing.title}" for thing in outcome.in_time]
    lines += [f"  ✗ {thing.title}: {thing.bites}" for thing in outcome.bitten]
    return "\n".join([*lines, "", str(trust_turn(outcome)), str(score_in_words(outcome))])


def choices_in_words(outcome: Played) -> str:
    """What each choice brought, as plain text."""
    return "\n".join(
        f"{day_in_words(step.scene.day)} {step.option.letter}: {step.option.says}\n   {about_step(step, outcome)}\n   {step.option.note}"
        for step in outcome.steps
    )


def beliefs_in_words(scenario: Scenario) -> str:
    """What each side charitably believed of the other, and why that was not enough, as plain text."""
    return "\n".join(
        f"{scenario.sides[belief.side].name}: {belief.text}\n   {belief.why}" for belief in scenario.beliefs
    )
