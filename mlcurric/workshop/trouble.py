"""When it goes wrong: what is seen, what to say aloud, what to do; and what to cut when time runs out."""

from __future__ import annotations

from dataclasses import dataclass

from mlcurric.text import T

_ALL = (1, 2, 3)
_ROOM = (3,)


@dataclass(frozen=True)
class Trouble:
    """Something that goes wrong.

    Attributes:
        seen: how it shows.
        say: one sentence to say aloud.
        do: what to do then.
        stages: in which it happens.
    """

    seen: T
    say: T
    do: T
    stages: tuple[int, ...] = _ALL


def troubles(stage: int) -> list[Trouble]:
    """What may go wrong in a session of a stage."""
    return [trouble for trouble in _TROUBLES if stage in trouble.stages]


_TROUBLES = (
    Trouble(
        T("Nobody speaks, the paper stays white", "誰も話さない。紙が白いまま"),
        T("“Think of the last time you were annoyed at work. What happened just before?”", "「最近、仕事でいちばん困った日を思い出してください。その直前に、何が起きましたか」"),
        T("Two minutes in pairs, then one note from each pair. Put a wrong one up yourself: people correct rather than begin.",
          "2人組で2分話し、1枚ずつ貼る。わざと間違った1枚を貼るのも手。始めるより直すほうが楽だから"),
    ),
    Trouble(
        T("One person speaks all the time", "ひとりが話しつづける"),
        T("“That is a note. Would you write it, while we hear two others?”", "「それは付箋にしましょう。書いてもらうあいだに、ほかの2人に聞きます」"),
        T("Back to silent writing; then around the table, one sentence each. Make that person the time keeper.",
          "黙って書く時間に戻す。そのあと、ひとり1文ずつ順番に。その人にタイムキーパーを頼む"),
    ),
    Trouble(
        T("“AI could …” before anybody has said what hurts", "困りごとの前に「AIで〜」が出る"),
        T("“Good; whom does it help, and at which event?”", "「いいですね。助かるのは誰で、どのイベントのときですか」"),
        T("Park it on a sheet beside the wall, with the name. It comes back at “to be”, if a hotspot asks for it.",
          "名前をつけて、壁の横の紙に預ける。「これから」の時間に、求めているホットスポットがあれば戻す"),
        _ROOM,
    ),
    Trouble(
        T("Two people quarrel", "意見がぶつかる"),
        T("“You are both right in your own week. What does each of you see?”", "「それぞれの仕事では、どちらも正しいはずです。それぞれ何を見ていますか」"),
        T("A pink note with both sentences on it, and go on. If one word means two things, draw a border there: that is a find.",
          "両方の言葉をピンクの付箋に書いて、先へ進む。同じ言葉の意味が違うなら、そこが境界。収穫になる"),
    ),
    Trouble(
        T("Too few of one trade (nobody from support came)", "ある職種が足りない(サポートが来ていない)"),
        T("“Who of us talks with them? What would they say here?”", "「いちばんよく話すのは誰ですか。その人なら、ここに何と書くでしょう」"),
        T("Mark such notes with “?”, ring one of them in the break, and show them the wall within the week. Fewer than three trades: stop after the hotspots.",
          "その付箋に「?」をつけ、休憩に1人へ電話する。1週間のうちに壁を見てもらう。3職種に満たなければ、ホットスポットまでで終える"),
        _ROOM,
    ),
    Trouble(
        T("The sponsor is late, or does not come", "スポンサーが遅れる、来ない"),
        T("“We go on; it is told in two minutes whenever you come.”", "「先に進めます。いらしたら、2分でご説明します」"),
        T("Do not wait, do not begin again. No show: whoever carries it tells it within two working days, and the executive date is booked then.",
          "待たない、やり直さない。来なければ、担う人が2営業日のうちに話しに行き、そこで経営判断の日を押さえる"),
        _ROOM,
    ),
    Trouble(
        T("Time runs out", "時間が足りない"),
        T("“We are late. This we leave out; this we keep.”", "「遅れています。これを削って、これは残します」"),
        T("Cut in the order below. An end in time keeps people's trust; a half-empty sheet does no harm.",
          "下の順に削る。時間どおりに終わるほうが、信頼は残る。シートは空欄があってもよい"),
    ),
    Trouble(
        T("The network or the projector is gone", "ネットワークやプロジェクターが使えない"),
        T("“We have paper.”", "「紙があります」"),
        T("Nothing of the folder needs the network. Without a projector: print the sheets, write by hand, photograph, type later.",
          "フォルダーの中身は、ネットワークなしで動く。映せないときは、シートを印刷して手で書き、写真を撮ってあとで打ち込む"),
    ),
    Trouble(
        T("A laptop does not run the lessons", "パソコンでレッスンが動かない"),
        T("“Sit beside somebody whose does; yours is looked at in the break.”", "「動く人の隣へどうぞ。休憩中に見ます」"),
        T("In the break: mlcurric doctor says what is missing. Do not hold the room up for one machine.",
          "休憩に mlcurric doctor を動かすと、足りないものがわかる。1台のために全体を止めない"),
        (1, 2),
    ),
    Trouble(
        T("The notes do not fit the wall, or the printed board does not fit its paper", "付箋が壁に入らない。印刷したボードが紙に合わない"),
        T("“Which part hurts most? The rest is a photograph.”", "「いちばん困っているのは、どの部分ですか。ほかは写真に残します」"),
        T("Twins on top of each other; go on around the corner, with an arrow. Printed: 100 % (no “fit to page”), A4 sheets glued along their marks.",
          "同じ付箋は重ねる。角を曲がって続け、矢印を貼る。印刷は倍率100%(「用紙に合わせる」は外す)。A4は印に沿って貼り合わせる"),
        _ROOM,
    ),
    Trouble(
        T("A customer's name stands on the wall", "壁にお客さまの名前がある"),
        T("“Let us call that customer A.”", "「そのお客さまは、A社と呼びましょう」"),
        T("A new note at once, the old one into the shredder; not photographed, not typed.", "その場で書き直し、元の付箋はシュレッダーへ。写真に撮らない、打ち込まない"),
        _ROOM,
    ),
)  # fmt: skip
NEVER_CUT = {
    1: T("the bets before a cell is run, the break, reading each other's pages, the survey", "セルを動かす前の賭け、休憩、隣どうしの読み合い、アンケート"),
    2: T("the bets before a cell is run, the break, the role-play's last two minutes, the survey", "セルを動かす前の賭け、休憩、ロールプレイの最後の2分、アンケート"),
    3: T("the five silent minutes at the hotspots, the break, ±1 at the scoring, the next meeting booked, the survey", "ホットスポットの沈黙の5分、休憩、採点の±1、次の打ち合わせの予約、アンケート"),
}  # fmt: skip
