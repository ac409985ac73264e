"""What a role map hides: a name without an hour, a gap without a day, one person who carries everything."""

from __future__ import annotations

from collections.abc import Iterator

from mlcurric.subject.product.finding import LineFinding, clash, question, quoted
from mlcurric.subject.roles import ROLES
from mlcurric.subject.team.days import a_day, day_off, working_day_from
from mlcurric.subject.team.people import Whom, bare, names_in, whom
from mlcurric.subject.team.role_map import RoleMap, own_hours
from mlcurric.text import T, listed

WEEK = 40
"""Nobody gives more hours a week than a working week has."""
MANY_ROLES = 4
"""From so many of the eight on one asks what happens in the week of a holiday."""
_NO_PERSON = {
    Whom.EVERYBODY: T("what belongs to everybody, nobody does.", "みんなの仕事は、誰の仕事でもなくなります。"),
    Whom.MACHINE: T("a machine answers for nothing.", "機械は責任を持てません。"),
    Whom.GROUP: T("that is a department, and nobody can ring it up.", "部署名では、誰に電話すればよいかわかりません。"),
}
ONE_NAME = T("Write one name.", "1人の名前を書きましょう。")


def role_map_findings(sheet: RoleMap) -> list[LineFinding]:
    """What cannot stand in a role map, and what has to be asked; ``lines`` are roles."""
    if not any(seat.people or seat.by or seat.closer or seat.how for seat in sheet.seats):
        way_out = T("Each writes their own name, and the hours that they really have.", "自分の名前と、本当に使える時間を、本人が書きます。")  # fmt: skip
        return [question("blank", "roles", T("Nobody stands on the map yet.", "まだ誰の名前もありません。"), way_out)]
    return [*_about_names(sheet), *_about_gaps(sheet), *_about_hours(sheet)]


def about_name(name: str, kind: str, lines: str, label: T) -> Iterator[LineFinding]:
    """A finding where a name is asked and there is a department, everybody or a machine.

    Args:
        kind: the beginning of the finding's name.
        lines: the lines it is about.
        label: what the name is asked for.
    """
    stands_for = whom(name)
    if stands_for not in _NO_PERSON:
        return
    make = question if stands_for is Whom.GROUP else clash
    yield make(
        f"{kind}_{stands_for.value}",
        lines,
        T("{label}: “{said}”; {why}", "{label}が「{said}」です。{why}"),
        ONE_NAME,
        label=label,
        said=quoted(name),
        why=_NO_PERSON[stands_for],
    )


def _about_names(sheet: RoleMap) -> Iterator[LineFinding]:
    for seat in sheet.seats:
        for name in seat.people:
            yield from about_name(name, "role", seat.key, seat.title)
        if seat.is_gap:
            for name in names_in(seat.closer):
                label = T("{role}, gap closed by", "{role}の空席を埋める人").format(role=seat.title)
                yield from about_name(name, "closer", seat.key, label)


def _about_gaps(sheet: RoleMap) -> Iterator[LineFinding]:
    for seat in sheet.gaps:
        line, values = seat.key, dict(role=seat.title)
        pdm = sheet.is_pdms(seat)
        values["closer"] = T("the PdM", "PdM") if pdm else T(seat.closer, seat.closer)
        shows = ROLES[seat.role].missing if seat.role in ROLES else None
        seen = (
            T(" How it will show: {shows}.", "このままだと「{shows}」になります。").format(shows=shows)
            if shows
            else None
        )
        if seat.by is None:
            says = T(
                "Nobody is {role}, and no day is set by which {closer} closes the gap.",
                "{role}が空席で、{closer}がいつまでに埋めるかも決まっていません。",
            )
            if seen:
                says = T(says.en + seen.en, says.ja + seen.ja)
            yield clash(
                "gap_without_day",
                line,
                says,
                T("Write a day, and whom you ask first.", "日付と、最初に誰へ頼むかを書きましょう。"),
                **values,
            )
        elif off := day_off(seat.by):
            yield question(
                "gap_day_off",
                line,
                T("{role}: the gap is to be closed on {day}, {off}.", "{role}の空席を埋める期限が{day}、{off}です。"),
                T("The working day before is {before}.", "その前の営業日は{before}です。"),
                day=a_day(seat.by),
                off=off,
                before=a_day(working_day_from(seat.by, -1)),
                **values,
            )
        if seat.by is not None and not seat.how.strip():
            yield question(
                "gap_without_way",
                line,
                T(
                    "{role}: it is not said how {closer} closes the gap.",
                    "{role}の空席を、{closer}がどう埋めるのか書いてありません。",
                ),
                T(
                    "Borrow somebody, share it out, or go without? Write which.",
                    "人を借りる、分担する、なしで進める。どれにするか書きましょう。",
                ),
                **values,
            )
    if len(sheet.pdm_gaps) > 3:
        yield question(
            "all_gaps_pdm", " ".join(seat.key for seat in sheet.pdm_gaps),
            T("{n} gaps are the PdM's to close: {roles}.", "PdMが埋める空席が{n}つあります({roles})。"),
            T("Which of them can somebody else close? Keep those that only you can.", "ほかの人に頼めるのはどれですか。自分にしかできないものだけ残しましょう。"),
            n=len(sheet.pdm_gaps), roles=listed(seat.title for seat in sheet.pdm_gaps),
        )  # fmt: skip


def _about_hours(sheet: RoleMap) -> Iterator[LineFinding]:
    for seat in sheet.seats:
        line = seat.key
        people = [name for name in seat.people if whom(name) is Whom.PERSON]
        if people and seat.hours == 0:
            yield clash(
                "no_hour",
                line,
                T(
                    "{role}: {who} has no hour for it, so nobody does it.",
                    "{role}は{who}ですが、時間が0です。誰もやらないのと同じです。",
                ),
                T("Agree on hours, or mark it as a gap.", "時間を確保するか、空席として扱いましょう。"),
                role=seat.title,
                who=seat.who,
            )
        elif people and seat.hours is None:
            yield question(
                "hours_open",
                line,
                T("{role}: {who}, without hours.", "{role}の{who}の時間が書いてありません。"),
                T("Ask: how many hours a week, from when?", "「いつから、週に何時間使えますか」と本人に聞きましょう。"),
                role=seat.title,
                who=seat.who,
            )
        if seat.hours and len(people) > 1:
            yield question(
                "hours_shared", line,
                T("{role}: {who} share {hours} hours; who gives how many?", "{role}の週{hours}時間を、{who}でどう分けるのかわかりません。"),
                T("Write one line each.", "1人1行に分けましょう。"),
                role=seat.title, who=seat.who, hours=f"{seat.hours:g}",
            )  # fmt: skip
    for name, seats in sheet.seats_of():
        lines = " ".join(dict.fromkeys(seat.key for seat in seats))
        hours = own_hours(seats)
        if hours > WEEK:
            yield clash(
                "overbooked",
                lines,
                T(
                    "{who} has promised {hours} hours a week; a week has {week}.",
                    "{who}の合計が週{hours}時間です。1週間は{week}時間しかありません。",
                ),
                T("Which role goes to somebody else?", "どの役をほかの人に渡しますか。"),
                who=name,
                hours=f"{hours:g}",
                week=WEEK,
            )
        roles = {seat.role for seat in seats}
        if len(roles) >= MANY_ROLES:
            yield question(
                "many_roles", lines,
                T("{who} fills {n} roles.", "{who}が{n}役を兼ねています。"),
                T("Who does them in the week in which {who} is away?", "{who}が休む週は、誰が代わりますか。"),
                who=name, n=len(roles),
            )  # fmt: skip
    go = [
        seat
        for seat in sheet.of("account_manager")
        if not seat.is_gap and {bare(name) for name in seat.people} & sheet.pdm_names
    ]
    if go and not any(seat.note.strip() or seat.how.strip() for seat in go):
        yield question(
            "go_by_pdm", "account_manager",
            T("The PdM gets management's Go.", "経営の実施判断は、PdMが引き出します。"),
            T("From whom, and who asks the people on the front line? Write it in the note.", "誰からですか。現場の了解は誰がもらいますか。備考に書きましょう。"),
        )  # fmt: skip
