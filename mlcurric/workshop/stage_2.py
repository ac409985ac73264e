"""The three hours of Stage 2: pairs of a developer and a product manager; 2-3 is their homework."""

from __future__ import annotations

from mlcurric.text import T
from mlcurric.workshop.steps import ALL, BREAK, EACH, PAIRS, ROOM, SURVEY, Step

_LESSON = T("the lesson on the projector, one screen a pair", "投影したレッスン。2人に1画面")
_OWN = T("the exercise, one screen a pair", "2人に1画面で演習")


def _lesson(id: str, minutes: int, what: T, there: T, least: int) -> Step:
    return Step(id, minutes, what, ROOM, _LESSON, there, least)


def _exercise(id: str, minutes: int, there: T, least: int) -> Step:
    what = T("The exercise, shared out between the two; the rest is homework", "演習。ふたりで分担し、残りは宿題")
    return Step(id, minutes, what, PAIRS, _OWN, there, least)


STEPS = (
    _lesson("2-1", 12, T("What is it worth? A formula with units, and an owner for each number", "いくらの価値か。単位のある式と、それぞれの数字の担い手"),
            T("a formula whose units cancel", "単位の合った式"), 10),
    _exercise("2-1", 8, T("an owner for each term", "項ごとの担い手"), 4),
    _lesson("2-2", 24, T("From a rule to a model whose numbers can be taken at their word", "ルールから、数字をそのまま信じられるモデルへ"),
            T("checks of an export, a calibrated model", "データの検査、較正されたモデル"), 20),
    _exercise("2-2", 16, T("the model card, half of it by each", "半分ずつ書いたモデルカード"), 8),
    _lesson("2-4", 15, T("Prove it: how many, how long, and what luck does", "効果の証明: 何人で、いつまで、偶然との見分け"),
            T("how many customers it takes", "必要な人数"), 12),
    _exercise("2-4", 10, T("an answer to the slide", "スライドへの返事"), 5),
    Step(BREAK, 10, T("Leave the room", "部屋を出る"), ALL, T("when it goes on", "再開の時刻"), T("all back in time", "時間どおりに全員そろう")),
    _lesson("2-5", 12, T("What the machine decides, and what people do", "機械が決めること、人が決めること"),
            T("a line between the two", "ふたつの境目"), 10),
    _exercise("2-5", 8, T("bands with a person for each", "帯と、それぞれの担当"), 4),
    _lesson("2-6", 15, T("Twelve months in ten minutes: alarms, and who may press the button", "12か月を10分で: 警報と、ボタンを押してよい人"),
            T("a threshold that was tried out", "試して決めたしきい値"), 12),
    _exercise("2-6", 10, T("who does what, one A a line", "誰が何をするか。Aは1行に1人"), 5),
    Step("2-7", 12, T("Role-play: the developers' November, a day a minute", "ロールプレイ: 開発チームの11月、1日1分"), PAIRS,
         T("the cards, or one screen a pair", "カードか、2人に1画面"), T("the letters chosen, on paper", "選んだ記号を書いた紙"), 10),
    Step("2-7", 8, T("The other side, once; then what each believed of the other", "相手側を1回。そのあと、互いに何を信じていたか"), PAIRS,
         T("the cards, or one screen a pair", "カードか、2人に1画面"), T("one rule of one's own, said aloud", "声に出した、自分たちの決まりごとひとつ"), 6),
    _lesson("2-8", 14, T("A trial that can tell success from failure, run 500 times before it costs anything", "成功と失敗を見分けられる試行を、お金をかける前に500回走らせる"),
            T("a threshold for go and one for stop", "実施と中止のしきい値"), 11),
    _exercise("2-8", 16, T("a PoC plan that the check lets pass", "チェックを通ったPoCの計画"), 12),
    Step(SURVEY, 5, T("The form, in the room, before anybody stands up", "席を立つ前に、その場で書く"), EACH,
         T("the form, or its address", "アンケートの用紙か、その場所"), T("a form from everybody", "全員分の回答")),
)  # fmt: skip
HOMEWORK = T(
    "2-3 (45 minutes) is homework for two and not in this table. If you spread the stage over two days, stop after 2-2, give it out there, and begin the second day with ten minutes of reading its texts to each other.",
    "2-3(45分)はふたりの宿題なので、この表にはありません。2日に分けるなら 2-2 のあとで区切って宿題にし、2日目の冒頭に10分、書いた文章を読み合います。",
)
