"""The five hours of Stage 1: product managers in pairs, each with a laptop; the minutes are those of the lessons."""

from __future__ import annotations

from mlcurric.text import T
from mlcurric.workshop.steps import ALL, BREAK, EACH, PAIRS, ROOM, SURVEY, Step

_LESSON = T("the lesson on the projector, one open laptop a pair", "投影したレッスン。2人に1台のパソコン")
_OWN = T("the exercise, on one's own laptop", "各自のパソコンで演習")
_AWAY = T("when it goes on", "再開の時刻")
_BACK = T("all back in time", "時間どおりに全員そろう")


def _lesson(id: str, minutes: int, what: T, there: T, least: int) -> Step:
    return Step(id, minutes, what, ROOM, _LESSON, there, least)


def _exercise(id: str, minutes: int, there: T, least: int, what: T | None = None) -> Step:
    usual = T("The exercise; what is left over is homework", "演習。残りは宿題")
    return Step(id, minutes, what or usual, EACH, _OWN, there, least)


def _break(what: T) -> Step:
    return Step(BREAK, 10, what, ALL, _AWAY, _BACK)


STEPS = (
    _lesson("1-1", 25, T("What a machine learns from, what it gives back, when to leave it out; the first bets", "機械は何から学び、何を返すか。使わないほうがよいのはいつか。最初の賭け"),
            T("a rule of one's own for 20 customers; the bets noted down", "20人の顧客への自分のルール、書きとめた賭け"), 20),
    _exercise("1-1", 15, T("the question to the oracle, who decides, today's rule", "オラクルへの質問、決める人、いまのルール"), 8),
    _lesson("1-2", 25, T("Dates: what is known when, and the leak that looks like success", "日付: いつ何がわかっているか。成功の顔をしたリーク"),
            T("one question that finds a leak", "リークを見破る質問ひとつ"), 20),
    _exercise("1-2", 15, T("what “gone” means, the day of the look, the horizon", "「解約」の定義、予測する日、先を見る期間"), 8),
    _break(T("Leave the room; help those whose machine does not run", "部屋を出る。動かない人のパソコンを見る")),
    _lesson("1-3", 25, T("92% right and useless: hits and misses of 1,000 customers", "正解率92%、役に立たない: 1,000人のうちの当たりと見逃し"),
            T("the base rate, said aloud “of 1,000”", "「1,000人のうち」で言える基準の割合"), 20),
    _exercise("1-3", 15, T("leavers of 1,000, list size, hits of 100", "1,000人の解約者数、リストの長さ、100人の当たり"), 8),
    _lesson("1-4", 28, T("Whom to call: cost and gain, not risk alone; the bet of 1-1 is settled", "誰に電話するか: リスクだけでなく損得で。1-1 の賭けの答え合わせ"),
            T("the break-even of a call", "電話1件の損益分岐"), 23),
    _exercise("1-4", 17, T("cost of a contact, value of a kept customer", "連絡1件の費用、残った1人の価値"), 9),
    _break(T("Leave the room", "部屋を出る")),
    _lesson("1-5", 20, T("A promise with a range: what the list keeps, what it misses", "幅のある約束: リストが守れる数、見逃す数"),
            T("a promise with a range that can be kept", "守れる幅をつけた約束"), 16),
    _exercise("1-5", 20, T("the expectation sheet, as far as one gets", "期待値すり合わせシート、書けるところまで"), 12),
    _lesson("1-6", 24, T("Shown so that it is used: reasons, remedies, charts", "使われる見せ方: 理由と打ち手、グラフ"),
            T("one sentence that a caller can use", "電話する人が使える1文"), 19),
    _exercise("1-6", 16, T("a card for one reader", "ひとりの読み手に向けたカード"), 8),
    _break(T("Leave the room; people of one team sit together from now on", "部屋を出る。戻ったら、同じチームの人どうしで座る")),
    _lesson("1-7", 17, T("The way to the first Monday: eight jobs, five reasons to fail", "最初の月曜日までの道のり: 8つの役、5つの失敗理由"),
            T("names in the eight jobs, gaps seen", "8つの役の名前、見えた空席"), 14),
    _exercise("1-7", 13, T("goal, sponsor, stop date, first meeting", "目標、スポンサー、やめる日、最初の打ち合わせ"), 7),
    Step("1-8", 20, T("Three pages for tomorrow; a neighbour reads each for a minute and asks", "明日のための3枚。隣の人が1枚1分で読み、質問する"), PAIRS,
         T("the three pages on each screen", "各自の画面に3枚のページ"), T("three pages, printed or saved", "印刷か保存をした3枚"), 15),
    Step(SURVEY, 5, T("The survey at the end of 1-8; it is saved with the notebook", "1-8 の最後のアンケート。ノートブックと一緒に保存される"), EACH,
         T("the last cells of 1-8", "1-8 の最後のセル"), T("a form from everybody", "全員分の回答")),
)  # fmt: skip
