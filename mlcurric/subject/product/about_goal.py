"""Could anybody say, on a day, that the goal was missed? It takes a number and a day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlcurric.subject.product.collected import Collected, State
from mlcurric.subject.product.finding import LineFinding, question, quoted
from mlcurric.subject.product.numerals import normalised, plain_figures
from mlcurric.text import T

# “22 empty hours a week” names no day.
_RATE = re.compile(
    r"\b(?:an?|per|each|every) (?:hour|day|week|month|quarter|year)\b|\b(?:hourly|daily|weekly|monthly|quarterly|yearly)\b"
    r"|毎[日週月年朝晩]|(?:(?<!\d)\d+|一)?(?:時間|日|週間?|か月|ヶ月|カ月|月|年|四半期)(?:あたり|当たり|ごと|平均)|(?:日|週|月|年)(?:次|間)|前年比|前月比"
)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DAY = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:by|until|till|before|within|after|during)\b|\bend of\b|\bin (?:\d+|a|one|half)\b|\b(?:this|next|coming|the same) \w+\b"
    rf"|\b(?:{_MONTHS})\b|\b(?:spring|summer|autumn|fall|winter|christmas|easter)\b|\bq[1-4]\b|\bfy ?\d|\b(?:days?|weeks?|months?|quarters?|years?)\b|\d/\d|\d-\d"
    r"|まで|以内|中に|うちに|[年月週期]|\d日|期日|時点|今[年月週期]|来[年月週期]|春|夏|秋|冬|後に|次の|末"
)
_OF_A_DAY = re.compile(
    rf"(?:19|20)\d\d(?:\s*[-/.年]\s*\d{{1,2}}(?:\s*[-/.月]\s*\d{{1,2}})?)?|\d{{1,2}}\s*月(?:\s*\d{{1,2}})?|\d{{1,2}}/\d{{1,2}}"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})\b|\b(?:{_MONTHS}) \d{{1,2}}\b|\bq[1-4]\b|\bfy ?\d+"
    r"|(?<!\d)\d+\s*(?:days?|weeks?|months?|quarters?|years?|日|週|か月|ヶ月|カ月|年|四半期)|第\s*\d+\s*四半期"
)
_COUNT = re.compile(
    r"\d|\b(?:half|halve[ds]?|halving|double[ds]?|twice|triple[ds]?|third|quarter|zero|none|no|nobody|nothing|never|no one|every|everybody|all|one|first)\b"
    r"|半分|半減|半数|倍|ゼロ|皆無|なくす|無くす|なくなる|全員|全部|すべて|ひとり|誰も|1人|一人|[一二三四五六七八九十]割"
)


def about_goal(lines: Collected) -> Iterator[LineFinding]:
    """A goal that nobody could call missed, because it has no number, no day, or neither."""
    if lines["goal"].state is not State.READ:
        return
    text = normalised(lines.text("goal"))
    # Number words and what stands in brackets are read in one of the two only.
    readings = [_RATE.sub(" ", each) for each in (text, plain_figures(text))]
    counted = any(_COUNT.search(_OF_A_DAY.sub(" ", each)) for each in readings)
    dated = any(_DAY.search(each) for each in readings)
    if counted and dated:
        return
    ask = T("From what to what, and by when?", "いくつから、いくつに、いつまでに?")
    if counted:
        ask = T("By when?", "いつまでにですか。")
    elif dated:
        ask = T("From what to what?", "いくつから、いくつになりますか。")
    yield question(
        "goal_open",
        "goal",
        T(
            "“{text}”: can anybody ever say that it was missed?",
            "「{text}」で、届かなかったと言える日は来ますか。",
        ),
        ask,
        text=quoted(lines.text("goal")),
    )
