"""The preparation list: what has to be done by when, counted back from the day, on working days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from mlcurric.subject.product.dates import day_in_words
from mlcurric.subject.team.days import WEEKDAYS, day_off
from mlcurric.text import T
from mlcurric.workshop.commands import command, quoted
from mlcurric.workshop.kit import papers, pens, wall_metres
from mlcurric.workshop.session import Session

DAYS_BEFORE = {"weeks": 21, "week": 7, "eve": 1}
"""How many days before the session the three first parts of the list are due; 3 weeks, 1 week, the day before."""
SPARE_SHEETS = 1
"""Method-last sheets beside one for each pair."""
DAYS_AFTER = 2
"""Working days after which the thanks and the report are out."""
_YEAR_ENDS = ((12, 29), (1, 3))
_ALL = (1, 2, 3)


@dataclass(frozen=True)
class Due:
    """A part of the list.

    Attributes:
        name: of when it is.
        day: the working day by which it is done.
        clock: minutes from midnight on that day, where the hour matters.
        items: what is done.
    """

    name: T
    day: date
    items: tuple[T, ...]
    clock: int | None = None


def day_of_week(day: date) -> T:
    """A day without its year: “Thursday 7 January”, 「1月7日(木)」."""
    words, name = day_in_words(day), WEEKDAYS[day.weekday()]
    return T(f"{name.en} {words.en}", f"{words.ja}({name.ja[0]})")


def working_day_before(day: date, days: int) -> date:
    """The last working day at least so many days before another; the days from 29 December to 3 January are none."""
    before = day - timedelta(days=days)
    while _closed(before):
        before -= timedelta(days=1)
    return before


def working_days_after(day: date, count: int) -> date:
    """The working day that is so many working days after another."""
    while count:
        day += timedelta(days=1)
        count -= not _closed(day)
    return day


def _closed(day: date) -> bool:
    around_new_year = (day.month, day.day)
    return bool(day_off(day)) or around_new_year >= _YEAR_ENDS[0] or around_new_year <= _YEAR_ENDS[1]


def preparation(session: Session) -> list[Due]:
    """The list of a session, with the dates and amounts worked out."""
    begins = session.start.hour * 60 + session.start.minute
    days = {name: working_day_before(session.day, before) for name, before in DAYS_BEFORE.items()}
    when = {name: tuple(_items(session, name)) for name, *_ in _TABLE}
    return [
        Due(T("Three weeks before", "3週間前"), days["weeks"], when["weeks"]),
        Due(T("A week before", "1週間前"), days["week"], when["week"]),
        Due(T("The day before", "前日"), days["eve"], when["eve"]),
        Due(T("The hour before", "開始1時間前"), session.day, when["hour"], max(begins - 60, 0)),
        Due(
            T("Afterwards, within two working days", "終わったら(2営業日以内)"),
            working_days_after(session.day, DAYS_AFTER),
            when["after"],
        ),
    ]


def _items(session: Session, part: str) -> Iterator[T]:
    bought = papers(session.people)
    values = {
        "people": session.people,
        "metres": f"{wall_metres(session.people):g}",
        "pens": pens(session.people),
        "sheets": sum(paper.sheets for paper in bought),
        "pairs": session.pairs,
        "sheets_of_pairs": session.pairs + SPARE_SHEETS,
        "spare": session.people + 2,
        "stage": session.stage,
        "start": f"mlcurric start --work {quoted(session.folder or Path())}",
        "check": command("check", session.folder),
        "report": command("report", session.folder),
    }
    for when, stages, item in _TABLE:
        if when == part and session.stage in stages:
            yield item.format(**values)


_TABLE = (
    ("weeks", _ALL, T("Fill in what stands in 〔 〕; send the invitation (emails/1-invite.txt, with handouts/agenda.html printed to PDF) and the request to the sponsor (emails/2-sponsor.txt)", "〔 〕を埋めて、招待(emails/1-invite.txt。handouts/agenda.html をPDFにして添付)と、スポンサーへの依頼(emails/2-sponsor.txt)を送る")),
    ("weeks", (3,), T("People of at least three trades: somebody who talks to customers, somebody who builds, somebody who designs or counts. Who would be missed? Ask that person first", "3職種以上に声をかける。お客さまと話す人、作る人、設計や集計をする人。「いないと困る人」にいちばん先に頼む")),
    ("weeks", (3,), T("A room with a free wall of {metres} m that tape does not spoil, and room to walk; {people} chairs along the other side", "何もない壁が{metres}m続く部屋を予約する。テープを貼ってよく、前を歩ける部屋。椅子{people}脚は反対側に")),
    ("weeks", (1, 2), T("A room with a projector, tables for {pairs} pairs and a socket at each", "プロジェクターのある部屋。2人組×{pairs}の机と、机ごとの電源")),
    ("weeks", (2,), T("Pairs: one who develops, one who manages a product, if you can of the same product", "2人組を決める。開発する人とPdM。できれば同じプロダクトで")),
    ("weeks", _ALL, T("Whoever has never filled in a survey gets the one “before” (surveys/form-before.html) with the invitation, and sends it back before the day; it goes into surveys/answers-before.csv. Without a “before” nobody can say what moved", "アンケートを一度も書いていない人には、招待と一緒に「始める前」(surveys/form-before.html)を送り、当日までに返してもらう。回答は surveys/answers-before.csv に。「前」がないと、何が変わったか言えない")),
    ("week", (3,), T("Sticky notes as in the legend, about {sheets} sheets in all; {pens} black felt pens, as thick as a finger-nail", "付箋は「付箋の見本」の枚数(合わせて約{sheets}枚)。黒の太字ペン{pens}本")),
    ("week", (3,), T("A paper roll for {metres} m of wall, masking tape, round stickers (three each), a large clock", "模造紙を{metres}m分、マスキングテープ、丸シール(ひとり3枚)、大きな時計")),
    ("week", (3,), T("The question of the day in one sentence, agreed with the sponsor", "今日の問いを1文にして、スポンサーと合わせる")),
    ("week", (3,), T("Play lesson 3-1 alone for half an hour on the worked example, in a folder of its own: mlcurric start --work rehearsal --lang en. In this folder the same cells open the day's empty wall, and what you type there stays on it", "3-1 を、完成例で30分ひとりで試す。練習用のフォルダーを mlcurric start --work rehearsal --lang ja で開く。このフォルダーで開くと当日の白紙の壁が開き、打ち込んだものがそのまま当日に残る")),
    ("week", (1, 2), T("Everybody opens the first page on their own laptop (mlcurric start), and says that it runs", "全員が自分のパソコンで最初のページを開き(mlcurric start)、動いたと返事する")),
    ("week", _ALL, T("Data protection: no customer's name, address or number leaves its system. Agree on a stand-in (“customer A, 12 seats”) and say so in the reminder", "個人情報: お客さまの名前・住所・番号は持ち込まない。「A社、12席」のような書き方を決め、前日のメールで伝える")),
    ("week", (3,), T("May photographs of the wall be taken, and who keeps them? Ask", "壁の写真を撮ってよいか、どこに保管するかを確かめる")),
    ("eve", _ALL, T("Send the reminder (emails/3-reminder.txt)", "前日のメール(emails/3-reminder.txt)を送る")),
    ("eve", (3,), T("Print, one side only, A4: agenda (2), legend (3), role cards (1), sign-in sheet (1), when it goes wrong (1), the method-last sheets (handouts/method-last.html, {sheets_of_pairs}), the score sheets (handouts/score-sheet.html, {people}), the survey ({spare}). Once on the printer that you will use", "A4片面で印刷する。進め方2部、付箋の見本3部、役割カード1部、出席簿1部、困ったとき1部、手段は最後シート{sheets_of_pairs}枚(handouts/method-last.html)、採点シート{people}枚(handouts/score-sheet.html)、アンケート{spare}部。当日使うプリンターで")),
    ("eve", (1, 2), T("Print, one side only, A4: agenda (2), sign-in sheet (1), when it goes wrong (1), the survey ({spare})", "A4片面で印刷する。進め方2部、出席簿1部、困ったとき1部、アンケート{spare}部")),
    ("eve", (2,), T("Print the cards of the role-play (handouts/role-play.html) and cut them", "ロールプレイのカード(handouts/role-play.html)を印刷して切る")),
    ("eve", (3,), T("One laptop for the scribes: this folder, opened once with {start}, projector tried; a second one charged", "書記のパソコン1台。このフォルダーを {start} で一度開き、プロジェクターに映してみる。予備も充電")),
    ("eve", (3,), T("Nothing of it needs the network; try it with the network off", "ネットワークなしでも動く。切って試しておく")),
    ("hour", (3,), T("Paper on the wall, legend left and right, the question above, an arrow from left to right below", "壁に模造紙。左右に付箋の見本、上に今日の問い、下に左から右への矢印")),
    ("hour", (3,), T("One pen and one pad of orange notes at each seat; the other colours stay on your table until their turn", "席にペン1本とオレンジの付箋だけ。ほかの色は、出番まで進行役の机に")),
    ("hour", (1, 2), T("The first page on the projector, large enough for the last row", "最初のページを、いちばん後ろから読める大きさで映す")),
    ("hour", _ALL, T("Sign-in sheet and a pen at the door; phones silent; water", "入口に出席簿とペン。携帯は音を切る。飲み物")),
    ("hour", (3,), T("Two scribes: one types the wall, one the sheets; what and when stands on the agenda. On two laptops: each file on one of them only, and all into one folder afterwards", "書記は2人。1人は壁、1人はシート。いつ何を打つかは、進め方に書いてある。2台で打つなら、1つのファイルは1台だけで開き、終わったら1つのフォルダーに集める")),
    ("hour", _ALL, T("Who keeps the time, who writes? Names, before anybody sits", "タイムキーパーと書記を、着席前に決める")),
    ("after", (3,), T("Type the sign-in sheet into ideathon/sign-in.xlsx, the rest of the wall into ideathon/board.csv", "出席簿を ideathon/sign-in.xlsx に、壁の残りを ideathon/board.csv に打ち込む")),
    ("after", (3,), T("In ideathon/use-cases.xlsx fill in what the four hours had no time for, with whoever raised it: urgency, importance, scenario, obstacles", "ideathon/use-cases.xlsx の、当日は書かなかった列(緊急度、重要度、シナリオ、障害)を、言い出した人と埋める")),
    ("after", _ALL, T("Type the survey into surveys/answers-after-{stage}.csv, or save the form tool's CSV there", "アンケートを surveys/answers-after-{stage}.csv に打ち込む。フォームなら、そのCSVを surveys に保存")),
    ("after", (3,), T("Check with {check}, mend, make the report with {report}, and send it (emails/4-thank-you.txt)", "{check} で確かめて直し、{report} で報告書を作って送る(emails/4-thank-you.txt)")),
    ("after", (1, 2), T("Send the thanks (emails/4-thank-you.txt)", "お礼(emails/4-thank-you.txt)を送る")),
)  # fmt: skip
