"""1-2 No time machine: the questions of the lesson and of its exercise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import pandas as pd

from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Day, Number
from mlcurric.question.makers import Option, choice_question, letters_question, number_question, text_question
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed, passed
from mlcurric.subject.rates import at_start, churn_rate
from mlcurric.subject.snapshots import LABEL, Windows, snapshot
from mlcurric.subject.tables import load_cdnow, load_subscriptions
from mlcurric.text import T

FIRST_DAY, LAST_DAY = "2026-04-01", "2026-04-30"


@cache
def _april() -> tuple[int, int, int, int]:
    """Counted once: who was there at the start, who of those left, who else left in April, who joined in it."""
    rows = load_subscriptions()
    there = at_start(rows, FIRST_DAY)
    ended = rows[rows["ended"].between(FIRST_DAY, LAST_DAY)]
    joined = rows["started"].between(FIRST_DAY, LAST_DAY)
    left = round(churn_rate(rows, FIRST_DAY, LAST_DAY) * len(there))
    return len(there), left, len(ended) - left, int(joined.sum())


def _share(count: Callable[[int, int, int, int], float]) -> Callable[[], float]:
    """A share of those counts, computed when it is asked for."""
    return lambda: count(*_april())


april_churn = number_question(
    name="april_churn",
    title=T("The churn rate of April", "4月の解約率"),
    points=3,
    form=Number(T("a share from 0 to 1", "0〜1の割合"), example="0.4"),
    expected=_share(lambda there, left, others, joined: left / there),
    tolerance=0.005,
    right=T(
        "Both parts are right: who was there when April began, and who of them left by its last day.",
        "分母も分子も正解です。4月が始まったときにいた人と、そのうち最終日までに解約した人。",
    ),
    otherwise=T(
        "Count twice: who was there when April began, and who of exactly those left in April.",
        "2回数えます。4月が始まったときにいた人。そして、その人たちのうち4月に解約した人。",
    ),
    misconceptions=(
        Misconception(
            "retained",
            _share(lambda there, left, others, joined: 1 - left / there),
            T(
                "That is the share that stayed; the churn rate is the rest.",
                "それは残った人の割合です。解約率はその残りです。",
            ),
        ),
        Misconception(
            "percent",
            _share(lambda there, left, others, joined: 100 * left / there),
            T(
                "That is the right rate in percent; as a fraction it is a hundredth of it.",
                "%としては正しい値です。割合で答えるなら、その100分の1になります。",
            ),
            within=0.5,
        ),
        Misconception(
            "retained_percent",
            _share(lambda there, left, others, joined: 100 * (1 - left / there)),
            T(
                "That is the share that stayed, and in percent; the churn rate is the rest, as a fraction.",
                "それは残った人の割合を%で表したものです。解約率はその残りを、割合で答えます。",
            ),
            within=0.5,
        ),
        Misconception(
            "may",
            lambda: churn_rate(load_subscriptions(), "2026-05-01", "2026-05-31"),
            T(
                "A quarter is May's rate; three of all twelve, or two of eight, give it too. The denominator of April is everybody who was there when it began: D still was, K and L not yet.",
                "4分の1は5月の解約率です。12人中3人や、8人中2人でも同じ値になります。4月の分母は、月初にいた全員です。Dはまだいて、KとLはまだいません。",
            ),
        ),
        Misconception(
            "all_rows",
            _share(lambda there, left, others, joined: left / len(load_subscriptions())),
            T(
                "You divided by all twelve; some had left before April, or had not joined yet.",
                "12人全員で割っています。4月より前に解約した人や、まだ契約していなかった人も入っています。",
            ),
        ),
        Misconception(
            "joined_in_both",
            _share(lambda there, left, others, joined: (left + others) / (there + joined)),
            T(
                "You counted those who joined during April; they were not there when it began.",
                "4月の途中に契約した人も数えています。月初にはまだいなかった人たちです。",
            ),
        ),
        Misconception(
            "one_leaver_too_many",
            _share(lambda there, left, others, joined: (left + others) / there),
            T(
                "A third counts leavers who do not belong: J left in March, K joined only in April, and I's last day is 1 May. Divide by those who were there when April began.",
                "3分の1では、数えてはいけない解約者が入っています。Jは3月に解約し、Kは4月の途中に契約し、Iの最終利用日は5月1日です。割るのは、月初にいた人数です。",
            ),
        ),
        Misconception(
            "one_too_many_in_both",
            _share(lambda there, left, others, joined: (left + 1) / (there + 1)),
            T(
                "You have one leaver and one customer too many: J left before April, and K joined during it. Neither was there when April began.",
                "解約者も分母も1人多いようです。Jは4月より前に解約し、Kは4月の途中に契約しました。どちらも月初にはいません。",
            ),
        ),
        Misconception(
            "one_edge_lost",
            _share(lambda there, left, others, joined: (left - 1) / there),
            T(
                "A diamond on the edge counts too: both the first and the last day of April belong to it. K, in the middle, does not count: it joined in April.",
                "帯の端にあるひし形も数えます。4月1日も4月30日も、4月のうちです。真ん中のKは、4月の途中に契約したので数えません。",
            ),
        ),
        Misconception(
            "first_day_gone",
            _share(lambda there, left, others, joined: (left - 1) / (there - 1)),
            T(
                "D's last day was 1 April: still there when the month began, and gone within it.",
                "Dの最終利用日は4月1日。月初にはいて、4月のうちに解約しています。",
            ),
        ),
    ),
    hints=(
        T(
            "Put a ruler on the left edge of the band: whose bar does it touch, having begun before?",
            "帯の左端に定規を当てます。その前に始まり、そこに届いている棒は何本ですか。",
        ),
        T(
            "Of those, count the diamonds from 1 to 30 April. Then divide, with / or in your head.",
            "そのうち4月1日〜30日のひし形を数え、割り算します。3/8 のように書いてもかまいません。",
        ),
    ),
    why=T(
        "Nine were there when April began; D and G left in it. A rate is a period and a denominator; without them it is gossip.",
        "4月が始まったときにいたのは9人、そのうちDとGが解約しました。率には期間と分母が要ります。どちらも言わない率は、うわさ話です。",
    ),
)

_LEAD_NEEDED, _LEAD_STALE, _HORIZON, _HISTORY = 14, 60, 90, 180


@cache
def _orders() -> pd.DataFrame:
    return load_cdnow()


def _ends() -> tuple[date, date]:
    days = _orders()["date"]
    return days.min().date(), days.max().date()


_PLAN = {"observation_date": "1998-03-15", "lead_days": 14, "horizon_days": 90}
_plan_misconceptions = {
    "past_the_end": Misconception(
        "past_the_end",
        {**_PLAN, "observation_date": "1998-06-30"},
        T(
            "Your horizon ends after the last order in the table: beyond it nobody can be seen to come back.",
            "予測期間が、表の最後の注文より先まで延びています。その先では、戻ってきた人が見えません。",
        ),
    ),
    "no_lead": Misconception(
        "no_lead",
        {**_PLAN, "lead_days": 0},
        T(
            "With no lead time the calls would start the day you look, before a list exists.",
            "リードタイムが0では、見たその日に電話が始まります。まだリストもありません。",
        ),
    ),
    "short_lead": Misconception(
        "short_lead",
        {**_PLAN, "lead_days": 7},
        T(
            "The team needs two weeks; your list would come too late for its own calls.",
            "準備には2週間かかります。それではリストが電話に間に合いません。",
        ),
    ),
    "short_horizon": Misconception(
        "short_horizon",
        {**_PLAN, "horizon_days": 30},
        T(
            "The shop says “gone” after 90 days without an order; in so short a time many are only between two orders.",
            "この店の「いなくなった」は90日注文がないこと。それより短いと、次の注文を待っているだけの人まで入ります。",
        ),
    ),
    "long_horizon": Misconception(
        "long_horizon",
        {**_PLAN, "observation_date": "1997-12-01", "horizon_days": 120},
        T(
            "The shop's word for “gone” is 90 days. Whoever orders again only after day 90, but within your horizon, is gone by its word, and your label would say otherwise.",
            "この店の「いなくなった」は90日です。90日を過ぎてから期間内に戻ってきた人は「いなくなった」はずなのに、その期間では逆のラベルがつきます。",
        ),
    ),
    "negative": Misconception(
        "negative",
        {**_PLAN, "lead_days": -14},
        T("A number of days cannot be negative.", "日数にマイナスは使えません。"),
    ),
    "no_history": Misconception(
        "no_history",
        {**_PLAN, "observation_date": "1997-02-01"},
        T(
            "On that day the table holds less than 180 days of orders: there is little to learn from yet.",
            "その日には、まだ180日分の注文がたまっていません。学ぶ材料が足りません。",
        ),
    ),
    "stale": Misconception(
        "stale",
        {**_PLAN, "observation_date": "1997-10-01", "lead_days": 120},
        T(
            "So long after looking, the list is stale: it describes people as they were more than 60 days ago.",
            "見てから電話までが長すぎます。リストに書かれているのは、60日より前の姿です。",
        ),
    ),
}


def _finding(plan: dict[str, Any]) -> str | None:
    """The first thing that is wrong with a plan, as the id of its misconception."""
    first, last = _ends()
    lead, horizon = plan["lead_days"], plan["horizon_days"]
    if plan["observation_date"] > last:
        return "past_the_end"
    if min(lead, horizon) < 0:
        return "negative"
    if lead == 0:
        return "no_lead"
    if lead < _LEAD_NEEDED:
        return "short_lead"
    if lead > _LEAD_STALE:
        return "stale"
    if horizon < _HORIZON:
        return "short_horizon"
    if horizon > _HORIZON:
        return "long_horizon"
    if (plan["observation_date"] - first).days < _HISTORY:
        return "no_history"
    return "past_the_end" if Windows(plan["observation_date"], int(lead), int(horizon)).ends > last else None


def _check_plan(plan: dict[str, Any]) -> Verdict:
    if found := _finding(plan):
        return failed(_plan_misconceptions[found].says, misconception=found)
    table = snapshot(_orders(), **plan)
    return passed(
        T(
            "The dates fit. snapshot() finds {n} customers on that day; of 100 of them, {silent} went silent.",
            "日付がかみ合いました。snapshot() によると、その日の対象は{n}人。100人あたり{silent}人が休眠しました。",
        ).format(n=f"{len(table):,}", silent=f"{100 * table[LABEL].mean():.0f}")
    )


snapshot_plan = Question(
    name="snapshot_plan",
    kind="S",
    form=Fields(
        {
            "observation_date": Field(
                T("the day you look", "観測日"),
                Day("1997-09-30"),
                comment=T('the day you look, in quotes: "1997-09-30"', '観測日。引用符で囲む: "1997-09-30"'),
            ),
            "lead_days": Field(
                T("days from looking to the calls", "観測日から電話までの日数"),
                Number(T("days", "日数"), "20", whole=True),
            ),
            "horizon_days": Field(
                T("days of watching after that", "そのあと見守る日数"), Number(T("days", "日数"), "120", whole=True)
            ),
        }
    ),
    points=4,
    title=T("Plan a snapshot", "スナップショットを計画する"),
    check=_check_plan,
    hints=(
        T(
            "Start from the end: the table stops on 30 June 1998, and the horizon must fit before it.",
            "終わりから逆算します。表は1998年6月30日まで。予測期間はその前に収まらなければなりません。",
        ),
        T(
            "Ninety days back from the end of June, two weeks back from there: look on that day or earlier.",
            "6月末から90日さかのぼり、さらに2週間さかのぼる。観測日は、その日かそれより前です。",
        ),
    ),
    misconceptions=tuple(_plan_misconceptions.values()),
    why=T(
        "Many dates are right. What counts is the order: look, prepare, act, and only then watch, all inside the table.",
        "正解の日付はいくつもあります。大切なのは順番です。見る、準備する、手を打つ、それから見守る。すべてが表の中に収まること。",
    ),
)

leaks = letters_question(
    name="leaks",
    title=T("Which columns leak?", "リークしている列はどれですか"),
    points=4,
    options={
        "a": Option(
            T("months as a customer, on 31 March", "3月31日時点の契約月数"),
            T("On 1 April anybody could have written that down.", "4月1日には、誰でも書けた値です。"),
        ),
        "b": Option(
            T("tickets opened in the 90 days before 1 April", "4月1日までの90日間の問い合わせ件数"),
            T("It ends before the day you look, so it was known.", "観測日の前で締めているので、わかっていた値です。"),
        ),
        "c": Option(
            T(
                "last login, from the customer table exported on 30 June",
                "最終ログイン日(6月30日に書き出した顧客表から)",
            ),
            T(
                "A table exported later holds later values: people who leave stop logging in, and the column knows.",
                "あとから書き出した表には、あとの値が入っています。解約した人はログインしなくなる。この列はそれを知っています。",
            ),
            right=True,
        ),
        "d": Option(
            T("reason for cancelling, from the cancellation form", "解約理由(解約フォームから)"),
            T(
                "One column is filled only when somebody leaves: it is the label in disguise.",
                "解約したときにだけ埋まる列があります。正解ラベルが名前を変えただけです。",
            ),
            right=True,
        ),
        "e": Option(
            T("contract type, on 31 March", "3月31日時点の契約の種類"),
            T("It was on the contract before the day you looked.", "観測日より前に、契約書に書かれていました。"),
        ),
        "f": Option(
            T("“discount to keep the customer”, offered in the call to cancel", "解約の電話で提示した、引き止めの割引"),
            T(
                "Think of who writes each column, and when: one of these is written when a customer calls to cancel.",
                "それぞれの列を、誰がいつ書くか考えてみましょう。解約の電話が来たときに書かれる列があります。",
            ),
            right=True,
        ),
        "g": Option(
            T("answer to the survey of February", "2月のアンケートの回答"),
            T(
                "February lies before the day you look; old, but known.",
                "2月は観測日より前です。古いけれど、わかっていた値です。",
            ),
        ),
        "h": Option(
            T("total paid so far, from the books of 30 June", "これまでの支払総額(6月30日の帳簿から)"),
            T(
                "A total goes on growing for those who stay, right through the months that you want to predict.",
                "累計は、残った人だけ増え続けます。予測したい月の分まで入っています。",
            ),
            right=True,
        ),
    },
    right=T(
        "All four. Each was written, or written over, after the day you look.",
        "4つとも見つけました。どれも観測日よりあとに書かれたか、上書きされた値です。",
    ),
    hints=(
        T(
            "For each column ask: who writes it, and on which day?",
            "列ごとに問いましょう。誰が、どの日に書いた値ですか。",
        ),
        T(
            "Four leak. Two of them are totals or dates from a table exported in June.",
            "リークは4つ。そのうち2つは、6月に書き出した表から来ています。",
        ),
    ),
    why=T(
        "The test for every column: could somebody have written this value on 1 April? If not, it comes by time machine.",
        "どの列にも同じ質問をします。この値を、4月1日に書き込めた人はいますか。いないなら、タイムマシンで届いた値です。",
    ),
)

why_fell = text_question(
    name="why_fell",
    title=T("Tell the sponsor why the number fell", "数字が下がった理由をスポンサーに伝える"),
    hints=(
        T(
            "Say what the sponsor decides now, before you explain anything.",
            "説明の前に、スポンサーがいま決めることを言いましょう。",
        ),
        T(
            "Give both numbers with what they count: of 100 pairs, how often is the right one first?",
            "2つの数字を、何を数えたかと一緒に言いましょう。100組のうち何組で順番が正しかったか。",
        ),
    ),
    weak=T(
        "The AUC dropped because of data leakage in a feature. We fixed the pipeline and it is certainly correct now.",
        "特徴量にデータリークがあったためAUCが低下しました。パイプラインは修正済みで、もう絶対に大丈夫です。",
    ),
    examples={
        "short": "There was a leak, 0.94.",
        "no_number": "Ms Mori, the first number contained information from after the day on which we looked, and the second does not.",
        "overclaim": "Ms Mori, the first number was 0.94 because of a leak; the new one is 0.69 and we guarantee that it holds.",
        "maybe": "Ms Mori, of 100 pairs the model probably orders about 69 right, as we looked at it again without the leak.",
    },
    why=T(
        "It opens with the decision, puts the number that counts in pairs of 100, owns the mistake, and says what the list will miss.",
        "まず判断を求め、使うべき数字を100組あたりで示し、誤りを認め、リストが見逃すものにも触れています。",
    ),
)

GRADED = (april_churn, snapshot_plan, leaks, why_fell)

quick_why = choice_question(
    name="quick_why",
    title=T("Where does the jump come from?", "この急上昇はどこから?"),
    points=0,
    options={
        "a": Option(
            T("The column is simply a strong clue.", "よい手がかりだったから。"),
            T(
                "Strong, yes. But could anybody have read it on 30 September 1997?",
                "たしかに強力です。でも、1997年9月30日にその値を読めた人はいたでしょうか。",
            ),
        ),
        "b": Option(
            T("It counts orders that came after the day we looked.", "観測日よりあとの注文まで数えているから。"),
            T(
                "Yes. An order within the horizon makes the count one higher: the answer is in the question.",
                "そのとおり。予測期間に注文すれば数がひとつ増えます。問題文に答えが書いてあるのです。",
            ),
            right=True,
        ),
        "c": Option(
            T("A tree gets better with every column.", "列が増えればツリーは賢くなるから。"),
            T(
                "The number of columns is not it: this one says the same as “orders so far”, but read at another time.",
                "列の数ではありません。「これまでの注文数」と同じことを、別の日に読んだだけの列です。",
            ),
        ),
    },
    hints=(
        T("On which day was the customer table exported?", "顧客表はいつ書き出されたものでしょう。"),
        T(
            "What happens to the column of a customer who orders in November 1997?",
            "1997年11月に注文した人では、この列はどうなりますか。",
        ),
    ),
    why=T(
        "The export is of 28 February 1998; the horizon ended in January.",
        "書き出しは1998年2月28日。予測期間は1月に終わっています。",
    ),
)

quick_pilot = choice_question(
    name="quick_pilot",
    title=T("Which model goes into the pilot?", "試行に使うのは?"),
    points=0,
    options={
        "a": Option(
            T(
                "The model with the CRM column: it has the best test.",
                "CRMの列を使うモデル。テストの成績がいちばんよい。",
            ),
            T(
                "Its test was read from the answers; you have just seen it lose in use.",
                "そのテストは、答えを盗み見た成績でした。本番では負けるところを、いま見たばかりです。",
            ),
        ),
        "b": Option(
            T("The modest model, with its modest number.", "控えめなモデルを、控えめな数字のまま。"),
            T(
                "Yes: it keeps what it promises. And ask for tables kept by day, for the next one.",
                "そのとおり。約束を守れるのはこちらです。次のモデルのために、日付ごとの表を残すことも頼みましょう。",
            ),
            right=True,
        ),
        "c": Option(
            T("Neither: wait until tables are kept by day.", "どちらも使わず、日付ごとの表がそろうまで待つ。"),
            T(
                "You need not wait: the modest model uses only what the dated orders say.",
                "待つ必要はありません。控えめなモデルが使うのは、日付のわかる注文だけです。",
            ),
        ),
    },
    hints=(
        T("Which of the two numbers came true?", "2つの数字のうち、本番でも本当だったのはどちらでしょう。"),
        T(
            "The modest model needs the orders only, and orders have dates.",
            "控えめなモデルに必要なのは注文だけ。注文には日付があります。",
        ),
    ),
    why=T("A promise that is kept is worth more than a splendid one.", "立派な約束より、守られる約束です。"),
)

QUICK = (quick_why, quick_pilot)
