"""1-1 What a machine learns: the questions of the lesson and of its exercise."""

from __future__ import annotations

from functools import cache

import pandas as pd

from mlcurric.question.choices import Choice
from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Number
from mlcurric.question.makers import (
    Item,
    Option,
    choice_question,
    estimate_question,
    matching_question,
    number_question,
    text_question,
)
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed, passed
from mlcurric.subject.tables import load_telco
from mlcurric.text import T

CUSTOMERS_OF_EXERCISE = 7822
"""Seed of the draw in the exercise: no point hides another, and no two ways of counting agree."""


@cache
def _customers() -> pd.DataFrame:
    return load_telco().sample(20, random_state=CUSTOMERS_OF_EXERCISE)


def _count(listed: bool | None = None, churned: bool | None = None) -> int:
    """How many of the 20 the rule lists (or not) and that left (or not)."""
    rows = _customers()
    keep = pd.Series(True, rows.index)
    if listed is not None:
        keep &= (rows["tenure"] < 12) == listed
    if churned is not None:
        keep &= rows["churned"] == churned
    return int(keep.sum())


rule_hits = number_question(
    name="rule_hits",
    title=T("How many leavers does the rule hit?", "ルールは解約者を何人当てましたか"),
    points=2,
    form=Number(T("customers", "人"), example="9", whole=True),
    expected=lambda: _count(listed=True, churned=True),
    tolerance=0.01,
    right=T(
        "Those are the hits: on the rule's list, and really gone. What the rule missed stands outside the shaded area.",
        "これが「当たり」です。ルールのリストに載り、実際に解約した人たち。網かけの外の解約者は見逃しです。",
    ),
    otherwise=T(
        "Count the points that are two things at once: in the shaded area, and a diamond.",
        "「網かけの中」で、しかも「ひし形」の点を数えてください。",
    ),
    misconceptions=(
        Misconception(
            "listed",
            lambda: _count(listed=True),
            T(
                "You counted everybody on the rule's list; some of them stayed.",
                "ルールのリストに載った全員を数えています。その中には続けた人もいます。",
            ),
        ),
        Misconception(
            "leavers",
            lambda: _count(churned=True),
            T(
                "You counted everybody who left; the rule did not list all of them.",
                "解約した全員を数えています。ルールはその全員を挙げてはいません。",
            ),
        ),
        Misconception(
            "missed",
            lambda: _count(listed=False, churned=True),
            T(
                "You counted the leavers that the rule missed, outside the shaded area.",
                "網かけの外にいる、ルールが見逃した解約者を数えています。",
            ),
        ),
        Misconception(
            "false_alarms",
            lambda: _count(listed=True, churned=False),
            T(
                "You counted the false alarms: on the list, but they stayed.",
                "空振りを数えています。リストに載ったのに続けた人たちです。",
            ),
        ),
        Misconception(
            "right_answers",
            lambda: _count(listed=True, churned=True) + _count(listed=False, churned=False),
            T(
                "You counted every right answer; the stayers that the rule left alone are no hits.",
                "正しい判定をすべて数えています。リストに載らず続けた人は「当たり」には入れません。",
            ),
        ),
    ),
    hints=(
        T(
            "The shaded area is the rule's list: fewer than 12 months.",
            "網かけがルールのリスト、つまり契約12か月未満の人たちです。",
        ),
        T(
            "Diamonds left. Count the diamonds inside the shade.",
            "ひし形が解約した人です。網かけの中のひし形を数えます。",
        ),
    ),
    why=T(
        "Every count about a list needs two questions: was it on the list, and did it happen?",
        "リストについて数えるときは、いつも2つを問います。リストに載ったか。そして、それは起きたか。",
    ),
)

why_flattered = choice_question(
    name="why_flattered",
    title=T("Why did the tree do better on the rows it learned from?", "学習したデータで成績がよかったのはなぜですか"),
    points=2,
    options={
        "a": Option(
            T("Bad luck: those other 20 were unusual.", "運が悪かった。あとの20人が変わった人たちだった。"),
            T(
                "It happened in nearly all of the repeated draws, so it is no accident of these 20.",
                "くり返しくじを引いても、ほとんど毎回起きました。この20人だけの偶然ではありません。",
            ),
        ),
        "b": Option(
            T(
                "It chose its questions to fit just those rows, their accidents included.",
                "偶然も含めて、その行だけに合うように質問を選んだから。",
            ),
            T(
                "Yes: it fitted what is true of customers and what is chance about these 20, and only the first comes back.",
                "そのとおり。顧客に共通する傾向と、その20人だけの偶然の両方に合わせました。次にも現れるのは前者だけです。",
            ),
            right=True,
        ),
        "c": Option(
            T("It was allowed too few questions.", "質問の数が足りなかった。"),
            T(
                "More questions fit the old rows still better, and widen the gap.",
                "質問を増やすと学習した行にはさらに合いますが、差はかえって広がります。",
            ),
        ),
        "d": Option(
            T(
                "Any rule does worse on customers it has not seen.",
                "見たことのない顧客では、どんなルールも成績が落ちるから。",
            ),
            T(
                "Our 12-month rule did not: nobody had fitted it to those 20 rows.",
                "「12か月未満」のルールは落ちませんでした。その20人に合わせて作ったものではないからです。",
            ),
        ),
    },
    hints=(
        T(
            "How did the tree find its questions? And how did you find the 12-month rule?",
            "ツリーは質問をどう見つけましたか。「12か月未満」のほうは?",
        ),
        T(
            "Think of somebody who learns last year's exam answers by heart.",
            "去年の試験の答えを丸暗記した人を思い浮かべてください。",
        ),
    ),
    why=T(
        "A result on the rows that a model learned from says how well it remembers. Ask for the result on rows it has not seen.",
        "学習データでの成績でわかるのは「暗記力」だけです。聞くべきなのは、未見データでの成績です。",
    ),
)

_METHODS = {
    "a": T("a rule", "ルール"),
    "b": T("machine learning (a prediction)", "機械学習(予測)"),
    "c": T("generative AI", "生成AI"),
    "d": T("a change of workflow", "業務の変更"),
}

method_for = matching_question(
    name="method_for",
    title=T("Which tool fits which request?", "どの依頼に、どの手段が合いますか"),
    points=6,
    options=_METHODS,
    items={
        "invoices": Item(
            T(
                "“Every invoice above one million yen needs a manager's approval.”",
                "「100万円を超える請求書は、必ず部長の承認を通したい」",
            ),
            "a",
            {
                "b": T(
                    "There is nothing to predict: the amount is on the invoice.",
                    "予測するものがありません。金額は請求書に書いてあります。",
                ),
                "c": T(
                    "Nothing has to be written; an amount has to be compared.",
                    "文章を作る仕事ではなく、金額を比べるだけです。",
                ),
                "d": T(
                    "The workflow is decided already; somebody must only apply it without fail.",
                    "業務の流れはもう決まっています。漏れなく当てはめるだけです。",
                ),
            },
        ),
        "calls": Item(
            T(
                "“20,000 customers, 500 calls a month. A rule picks them today; we want more leavers on the same 500 calls, from the 15 columns we keep.”",
                "「顧客は2万人、電話は月500件。いまはルールで選んでいる。手元の15列を使って、同じ500件でもっと多くの解約者に届きたい」",
            ),
            "b",
            {
                "a": T(
                    "That is what they have, and the yardstick. More leavers from many clues at once is where ML adds to it.",
                    "それはいまのやり方で、比べる基準です。多くの手がかりを合わせて上積みするのが、機械学習の役目です。",
                ),
                "c": T(
                    "A list is wanted, not a text; a language model has not seen your customers' history.",
                    "欲しいのは文章ではなくリストです。言語モデルは自社の顧客の履歴を知りません。",
                ),
                "d": T(
                    "The call team works; it lacks an order of whom to call first.",
                    "電話の体制はすでにあります。足りないのは、かける順番です。",
                ),
            },
        ),
        "replies": Item(
            T(
                "“Draft an answer to each complaint; our agents check and send it.”",
                "「苦情メールへの返信の下書きがほしい。確認と送信は担当者がする」",
            ),
            "c",
            {
                "a": T(
                    "Templates end where each complaint is told in its own words.",
                    "苦情は一通ごとに言葉が違うので、定型文では追いつきません。",
                ),
                "b": T(
                    "Nothing about the future is asked; a text is.",
                    "問われているのは将来の予測ではなく、文章づくりです。",
                ),
                "d": T(
                    "The workflow is fine, and a person checks each text: that is what makes a draft safe.",
                    "流れはこのままで十分です。人が確認するからこそ、下書きを任せられます。",
                ),
            },
        ),
        "first_login": Item(
            T(
                "“New customers quit because their first login takes nine days: the contract goes by post.”",
                "「契約書を郵送するため初回ログインまで9日かかり、その間に解約されてしまう」",
            ),
            "d",
            {
                "a": T(
                    "A rule can flag them, but the nine days remain.",
                    "ルールで対象者はわかりますが、9日は縮まりません。",
                ),
                "b": T(
                    "You know who leaves and why; a prediction removes no waiting.",
                    "誰がなぜ解約するかは、もうわかっています。予測しても待ち時間はなくなりません。",
                ),
                "c": T(
                    "A kind message during the nine days is still nine days.",
                    "待っている間に丁寧な文面が届いても、9日は9日です。",
                ),
            },
        ),
        "tickets": Item(
            T(
                "“How many tickets come next week, day by day? We have three years of counts.”",
                "「来週の問い合わせ件数を日ごとに知りたい。過去3年分の件数がある」",
            ),
            "b",
            {
                "a": T(
                    "“As last week” is a rule, and the yardstick to beat; weekdays, holidays and growth together are what ML learns.",
                    "「先週と同じ」は超えるべき物差しになるルールです。曜日・祝日・成長を合わせて学べるのが機械学習です。",
                ),
                "c": T(
                    "A number per day is asked, and it must be checked against what came; that is a prediction.",
                    "求められているのは日ごとの数で、実績と答え合わせができます。これは予測です。",
                ),
                "d": T(
                    "The shift plan stays as it is; it lacks a number.",
                    "シフトの決め方はそのままで、数字だけが足りません。",
                ),
            },
        ),
        "silent": Item(
            T(
                "“Tell the account's owner when nobody has logged in for 30 days. From tomorrow, please.”",
                "「30日間ログインがなければ担当者に知らせたい。明日から」",
            ),
            "a",
            {
                "b": T(
                    "No prediction is needed to see that 30 days have passed, and tomorrow is soon.",
                    "30日たったかどうかは予測しなくてもわかります。しかも明日からです。",
                ),
                "c": T(
                    "A date is compared with today; no text has to be invented.",
                    "日付を今日と比べるだけで、文章を考える必要はありません。",
                ),
                "d": T(
                    "The workflow may change one day; what is asked for is one sentence with a number in it.",
                    "いずれ業務も変わるかもしれませんが、いま求められているのは数字の入った一文です。",
                ),
            },
        ),
    },
    right=T(
        "All six fit. ML earned its place twice: where the answer lies ahead, and many clues speak at once.",
        "6件ともぴったりです。機械学習の出番は2件。答えが未来にあり、手がかりが多い場面でした。",
    ),
    hints=(
        T(
            "Ask of each: is there something nobody knows yet? If not, it is no prediction.",
            "それぞれに問いましょう。まだ誰も知らないことがありますか。なければ予測ではありません。",
        ),
        T(
            "Is one sentence with a number in it enough? Then it is a rule. Is a text wanted? Generative AI. Is the process itself the problem? Change it.",
            "数字の入った一文で足りるならルール。文章がほしいなら生成AI。仕事の流れそのものが問題なら、流れを変えます。",
        ),
    ),
    why=T(
        "Start from the problem. A rule, a prediction, a text and a better process are four tools, and the cheapest that solves it wins.",
        "出発点は課題です。ルール、予測、文章生成、業務の変更は4つの道具。解決できるなら、いちばん手軽なものが勝ちます。",
    ),
)


# The letters are dealt so that no story has the same one twice in a row: a column of equal letters would be a guess.
_FIELDS: dict[str, tuple[T, dict[str, tuple[str, T]]]] = {
    "who": (
        T("who decides", "誰が決めるか"),
        {
            "a": (
                "calls",
                T(
                    "the lead of the team that calls customers to keep them",
                    "引き止めの電話をかけるチームの責任者",
                ),
            ),
            "b": ("shifts", T("the support lead, who writes the shift plan", "シフトを組むサポートのリーダー")),
            "c": ("trap", T("the AI", "AI")),
        },
    ),
    "decision": (
        T("what they decide", "何を決めるか"),
        {
            "a": ("trap", T("whether our company uses AI", "わが社がAIを使うかどうか")),
            "b": ("calls", T("which 100 customers get a call next week", "来週、電話をかける100人")),
            "c": ("shifts", T("how many people work on each day next week", "来週の日ごとの人数")),
        },
    ),
    "prediction": (
        T("what the model predicts", "モデルは何を予測するか"),
        {
            "a": ("shifts", T("how many tickets arrive on each day next week", "来週、日ごとに届く問い合わせの件数")),
            "b": ("trap", T("who cancelled last month", "先月解約した人")),
            "c": ("calls", T("who cancels in the 30 days after the calls", "電話のあと30日以内に解約する人")),
        },
    ),
    "date": (
        T("when it must be there", "いつまでに必要か"),
        {
            "a": ("calls", T("on Friday, before Monday's calls", "月曜の電話に間に合う金曜日")),
            "b": ("trap", T("at month's end, when all cancellations are booked", "解約がすべて計上される月末")),
            "c": ("shifts", T("on Thursday, when the shifts are planned", "シフトを組む木曜日")),
        },
    ),
    "action": (
        T("what is done then", "そのあと何をするか"),
        {
            "a": ("shifts", T("one more person on the busiest day", "いちばん忙しい日に1人増やす")),
            "b": ("calls", T("a call that solves what does not work", "電話をかけ、困りごとを解決する")),
            "c": ("trap", T("a dashboard for everybody", "全員が見られるダッシュボードを作る")),
        },
    ),
}
_TRAPS = {
    "who": T(
        "A model returns a number; somebody with a name decides what to do about it.",
        "モデルが返すのは数字です。それをどうするかは、名前を挙げられる誰かが決めます。",
    ),
    "decision": T(
        "Using AI is a means; which decision in somebody's week would come out differently?",
        "AIを使うのは手段です。誰の、どんな判断が変わるのでしょう。",
    ),
    "prediction": T(
        "Last month is known: that is a report. A prediction is about what nobody knows yet.",
        "先月のことはもうわかっています。それは報告です。予測は、まだ誰も知らないことについてのもの。",
    ),
    "date": T(
        "At month's end it has happened, and there is nothing left to decide.",
        "月末にはもう起きてしまい、決められることが残っていません。",
    ),
    "action": T(
        "A dashboard changes no customer's day; what does a person do with it on Monday?",
        "ダッシュボードだけでは、顧客には何も起きません。月曜日に、誰が何をしますか。",
    ),
}


def _letter(field: str, story: str) -> str:
    return next(letter for letter, (told, _) in _FIELDS[field][1].items() if told == story)


def _request(**odd: str) -> dict[str, str]:
    """The story of the calls as letters, with some fields from elsewhere."""
    return {field: _letter(field, odd.get(field, "calls")) for field in _FIELDS}


def _mixed(odd: str) -> T:
    return T(
        "{odd} belongs to another story than most of the other lines.", "{odd} の行は、ほかの多くの行と話が違います。"
    ).format(odd=odd)


def _check_request(request: dict[str, str]) -> Verdict:
    told = {field: _FIELDS[field][1][letter][0] for field, letter in request.items()}
    for field, story in told.items():
        if story == "trap":
            return failed(_TRAPS[field], misconception=f"trap_{field}")
    stories = list(told.values())
    main = max(("calls", "shifts"), key=stories.count)
    odd = next((field for field, story in told.items() if story != main), None)
    if odd:
        seen = T("Your lines tell two stories, one of calls, one of shifts.", "電話の話とシフトの話が混ざっています。")
        return failed(seen, _mixed(odd), share=0.4, misconception=f"mixed_{odd}")
    return passed(
        T(
            "One person, one decision, one date: developers can start from that.",
            "決める人、決めること、期日がひとつにつながりました。これなら開発者は動き出せます。",
        )
    )


request = Question(
    name="request",
    kind="S",
    form=Fields(
        {
            name: Field(label, Choice({letter: text for letter, (_, text) in options.items()}))
            for name, (label, options) in _FIELDS.items()
        }
    ),
    points=5,
    title=T("Turn “do something with AI” into a request", "「AIで何かやって」を依頼に直す"),
    check=_check_request,
    hints=(
        T(
            "Read each line aloud after the one before it. Do they tell one story?",
            "上から順に声に出して読んでみましょう。ひとつの話になっていますか。",
        ),
        T(
            "Start from the decision: whose week changes? The rest follows from it.",
            "「何を決めるか」から始めます。誰の一週間が変わりますか。残りは自然に決まります。",
        ),
    ),
    misconceptions=(
        *(Misconception(f"trap_{name}", _request(**{name: "trap"}), says) for name, says in _TRAPS.items()),
        *(Misconception(f"mixed_{name}", _request(**{name: "shifts"}), _mixed(name)) for name in _FIELDS),
    ),
    why=T(
        "The shifts would be as good a request: what matters is that person, decision, prediction, date and action fit.",
        "シフトの話でそろえても正解です。人、判断、予測、期日、行動がかみ合っていることが大切です。",
    ),
)

perfect_knowledge = estimate_question(
    name="perfect_knowledge",
    title=T("Would perfect knowledge of the risk earn money?", "解約の見込みが完璧にわかれば、もうかりますか"),
    label=T("do these 1,000 calls earn money?", "この1,000件の電話で利益が出る"),
    hints=(
        T(
            "What does a call cost, and what must happen for it to pay?",
            "電話1件の費用と、それが報われる条件を考えてみましょう。",
        ),
        T(
            "Who is surest to leave: somebody whom a call can still win back?",
            "解約の見込みがもっとも高い人は、電話で引き止められる人でしょうか。",
        ),
    ),
    later=T("Lesson 1-4 computes it.", "答えは 1-4 で計算します。"),
    why=T(
        "An estimate has no model answer; write what you believe. Lesson 1-4 computes what is true of its customers.",
        "予想に解答例はありません。信じるとおりに書いてください。1-4 で、その顧客について計算します。",
    ),
)

why_learn = text_question(
    name="why_learn",
    title=T("“Why should I learn this?”", "「なぜ学ぶ必要があるの?」"),
    hints=(
        T(
            "Name the colleague, and one decision of theirs in the coming month.",
            "同僚の名前と、その人が来月決めることをひとつ書きましょう。",
        ),
        T(
            "Use one count from the lesson (of 100 on the list, so many …), and say what it will miss.",
            "レッスンの数字をひとつ使い(100人のリストのうち何人…)、見逃しにも触れましょう。",
        ),
    ),
    weak=T(
        "AI is the future and will certainly transform our business, so all of us need to understand it.",
        "これからはAIの時代です。必ず事業が変わるので、全員が理解しておくべきです。",
    ),
    examples={
        "short": "Because AI is the future.",
        "no_number": "Aya, you choose whom your team calls. A model could order that list for you, and you would reach more of those who want to leave.",
        "overclaim": "Aya, machine learning always works and is guaranteed to find the 100 customers who leave next month for you.",
        "maybe": "Aya, of 100 customers on the list maybe 60 would leave, and probably the calls would help to keep a few of them.",
    },
    why=T(
        "It names a person and a decision, gives a count with its hundred, says what is missed, and promises nothing.",
        "人と判断を名指しし、100人という分母つきの数を挙げ、見逃しに触れ、守れない約束をしていません。",
    ),
)

GRADED = (rule_hits, why_flattered, method_for, request, perfect_knowledge, why_learn)

quick_new_rows = choice_question(
    name="quick_new_rows",
    title=T("What will the tree do on customers it has not seen?", "見せていない顧客ではどうなる?"),
    points=0,
    options={
        "a": Option(
            T("about as well", "だいたい同じ"),
            T(
                "That is what most people expect. Run the next cell.",
                "多くの人がそう予想します。次のセルを実行しましょう。",
            ),
        ),
        "b": Option(
            T("worse", "悪くなる"),
            T("Well guessed. The next cell shows how much.", "いい読みです。どのくらいか、次のセルで見ましょう。"),
            right=True,
        ),
        "c": Option(
            T("better", "よくなる"),
            T("It would need luck. Run the next cell.", "それには運が要りそうです。次のセルを実行しましょう。"),
        ),
    },
    hints=(
        T(
            "It may look at 20 people and choose the questions that suit just them.",
            "20人を見て、その人たちに都合のよい質問を選べるのです。",
        ),
        T("A guess is enough here.", "ここは勘でかまいません。"),
    ),
    why=T("The next cell answers it.", "次のセルが答えです。"),
)

quick_score = choice_question(
    name="quick_score",
    title=T("What does a score of 0.8 say?", "スコア0.8の意味は?"),
    points=0,
    options={
        "a": Option(
            T("This customer will leave.", "この顧客は解約する。"),
            T(
                "Of ten such customers two stayed. A score is a share, not a verdict.",
                "同じような10人のうち2人は残ったのです。スコアは割合で、判決ではありません。",
            ),
        ),
        "b": Option(
            T("Of customers like this one, 8 in 10 left.", "似た顧客10人のうち、8人が解約した。"),
            T(
                "Yes: the tree counted the people in the same group.",
                "そのとおり。ツリーは同じグループの人を数えただけです。",
            ),
            right=True,
        ),
        "c": Option(
            T("If we call, this customer stays with a chance of 80%.", "電話をかければ80%の確率で残る。"),
            T(
                "The table does not record calls, so the score knows nothing of them.",
                "表には電話の記録がありません。ですからスコアは、電話のことを何も知りません。",
            ),
        ),
    },
    hints=(
        T(
            "The tree sorts people into groups and counts in each.",
            "ツリーは人をグループに分け、それぞれで数えています。",
        ),
        T("0.8 is 8 of 10. Of whom?", "0.8は10人中8人です。どんな人の中で?"),
    ),
    why=T(
        "A score is counted among the rows that the tree learned from.", "スコアは、学習データの中で数えた割合です。"
    ),
)

quick_decide = choice_question(
    name="quick_decide",
    title=T("What do you do this week?", "今週はどうする?"),
    points=0,
    options={
        "a": Option(
            T("Call by our rule.", "いまのルールで電話をかける。"),
            T(
                "Good: the rule costs nothing, and half or more of the people on its list really leave. But in a month you still won't know what a call does.",
                "よい出発点です。ルールなら開発費がかからず、リストの半分以上は実際に解約する人です。ただ、ひと月たっても電話の効果はわからないままです。",
            ),
        ),
        "b": Option(
            T("Wait until the machine is ready.", "機械ができるまで待つ。"),
            T(
                "Meanwhile nobody is called, although half or more of the people on the list of your rule really leave.",
                "その間、誰にも電話がかかりません。いまあるルールでも、リストの半分以上は実際に解約する人なのに。",
            ),
        ),
        "c": Option(
            T(
                "Call by our rule, but leave some of the list uncalled, by lot.",
                "ルールで電話をかけ、リストの一部はくじで選んで、あえてかけずにおく。",
            ),
            T(
                "Yes. The calls start this week, and those left alone tell you next month whether they helped.",
                "そのとおり。電話は今週から始められ、かけなかった人と比べれば、効いたかどうかが来月にはわかります。",
            ),
            right=True,
        ),
    },
    hints=(
        T("What would you like to know a month from now?", "ひと月後に、何がわかっていたいですか。"),
        T(
            "The table does not say what a call does. How could you find out?",
            "電話の効果は表に書かれていません。どうすればわかるでしょう。",
        ),
    ),
    why=T("It acts today and learns for tomorrow.", "今日から動き、明日のために学べます。"),
)

QUICK = (quick_new_rows, quick_score, quick_decide)
