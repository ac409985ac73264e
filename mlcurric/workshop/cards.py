"""The cards: who keeps the room going, and what each of the eight roles brings, asks and guards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mlcurric.subject.roles import ROLES
from mlcurric.text import T


@dataclass(frozen=True)
class Card:
    """One card.

    Attributes:
        brings: what the role brings.
        asks: the question that is its to ask, in words to be read out.
        guards: what it does not let happen.
        in_room: whether it keeps the room going, and is none of the eight.
    """

    name: T
    brings: T
    asks: T
    guards: T
    in_room: bool = False


_ROOM = (
    Card(
        T("facilitator", "進行役"),
        T("the order of the steps, and silence; has no opinion today", "手順と、沈黙。今日は意見を持たない"),
        T("What happened just before that?", "その直前に、何が起きましたか"),
        T("that somebody explains while others write; that one voice fills the room", "書く時間に説明が始まること、ひとりの声で埋まること"),
        in_room=True,
    ),
    Card(
        T("time keeper", "タイムキーパー"),
        T("a clock that all can see; says “five”, “two”, “stop”", "全員に見える時計。「あと5分」「あと2分」「終わり」"),
        T("We are four minutes over: what do we leave out?", "4分遅れています。何を削りますか"),
        T("that the break, the five silent minutes or the last twenty are cut", "休憩、沈黙の5分、最後の20分が削られること"),
        in_room=True,
    ),
    Card(
        T("scribe", "書記"),
        T("two people. Of the wall: types board.csv from the timeline on, the dots as “H34 ●●●”, photographs before the break. Of the sheets: types while others read aloud, in the list also “chosen”, “what decided”, “looked at again on”",
          "2人で分ける。壁の書記: 時間の流れができたら board.csv に。丸の数は「H34 ●●●」。休憩の前に写真。シートの書記: 読み上げに合わせて打つ。一覧の「選んだ」「決め手」「見直す日」も"),
        T("In whose words shall I write that?", "いまの言葉、そのまま書いてよいですか"),
        T("that words are smoothed while they are typed; that a customer's name gets into the file", "打つうちに言葉が言い換えられること、お客さまの名前がファイルに残ること"),
        in_room=True,
    ),
    Card(
        T("product manager", "プロダクトマネージャー"),
        T("the question of the day, and the decision at the end", "今日の問いと、最後の決定"),
        T("Who does what with it on Monday morning?", "月曜の朝、誰がそれで何をしますか"),
        T("that a solution stands on the wall before the problem", "困りごとより先に、解決策が貼られること"),
        in_room=True,
    ),
)  # fmt: skip
_ASKS: Mapping[str, tuple[T, T]] = {
    "account_manager": (
        T("Who says yes, and what does that person lose by it?", "決めるのは誰ですか。その人が失うものは何ですか"),
        T("that all agree and nobody has decided", "全員が賛成したまま、誰も決めないこと"),
    ),
    "ux_designer": (
        T("What does she see just before, and just after?", "その人は、直前に何を見て、直後に何をしますか"),
        T("that “the user” has no face", "「ユーザー」に顔がないままになること"),
    ),
    "data_scientist": (
        T("What would the simplest rule do?", "いちばん簡単なルールなら、どうなりますか"),
        T("that a method is chosen because it is new", "新しいというだけで、手法を選ぶこと"),
    ),
    "project_engineering_manager": (
        T("Which release is it in, and who gives which day?", "どのリリースに入りますか。誰が、何日使いますか"),
        T("a plan whose people are on holiday", "休みの人を当てにした計画"),
    ),
    "ml_engineer": (
        T("On which day do we know that, and from where?", "それは、どの日に、どこからわかりますか"),
        T("that it runs on one laptop only", "1台のパソコンでしか動かないこと"),
    ),
    "mlops_engineer": (
        T("How would we notice that it has stopped working?", "効かなくなったら、何で気づきますか"),
        T("that nobody is rung when it breaks", "壊れても、誰にも連絡がいかないこと"),
    ),
    "application_engineer": (
        T("On which screen does it appear, and what is clicked next?", "どの画面に出ますか。次に何を押しますか"),
        T("a list that is copied by hand for ever", "手で書き写すリストが、ずっと残ること"),
    ),
    "infrastructure_engineer": (
        T("Who may see this, and since when is it kept?", "誰が見てよいデータですか。いつから残っていますか"),
        T("access that comes three months late", "3か月遅れで下りる権限"),
    ),
}


def cards() -> list[Card]:
    """All cards: those of the room first, then the eight in the order in which the work meets them."""
    return [*_ROOM, *(Card(role.name, role.brings, *_ASKS[name]) for name, role in ROLES.items())]
