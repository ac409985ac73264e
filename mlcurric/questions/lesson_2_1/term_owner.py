"""Six terms of the ticket formula, and who owns each."""

from __future__ import annotations

from mlcurric.question.makers import Item, matching_question
from mlcurric.questions.lesson_2_1.people import OPTIONS, PEOPLE
from mlcurric.text import T

_ELSE = T(
    "{name} answers for something else: {answers_for}. {about}", "{name}が責任を持つのは「{answers_for}」です。{about}"
)


def _item(label: T, right: str, about: T, near: dict[str, T]) -> Item:
    """An item whose near misses get words of their own; the others hear what that person answers for."""
    feedback = {
        letter: near.get(letter) or _ELSE.format(name=person.name, answers_for=person.answers_for, about=about)
        for letter, person in PEOPLE.items()
        if letter != right
    }
    return Item(label, right, feedback)


term_owner = matching_question(
    name="term_owner",
    title=T("Whose number is it?", "誰の数字?"),
    points=3,
    options=OPTIONS,
    items={
        "tickets": _item(
            T("how many tickets come in, in a quarter.", "四半期に届く問い合わせの件数。"),
            "d",
            T("This is a count in the log of the CRM.", "これは、CRMの記録を数えたものです。"),
            {
                "c": T(
                    "She feels every one of them, but the count stands in the log of the CRM; ask whoever can say what is counted twice in it.",
                    "毎日肌で感じてはいます。でも件数はCRMの記録にあり、二重に数えていないかを言えるのは、それを作る人です。",
                ),
                "e": T(
                    "She has trained on an extract. Whether that is all tickets, only its source can say.",
                    "凛さんの手元にあるのは、学習用に抜き出した分です。それが全件かどうかは、出した側にしかわかりません。",
                ),
            },
        ),
        "wrong_by_model": _item(
            T(
                "of 100 tickets, how many the model sends to the wrong desk.",
                "100件のうち、モデルが誤って振り分ける件数。",
            ),
            "e",
            T(
                "This was counted with the model, on tickets that it had not seen.",
                "これは、モデルが見ていない問い合わせで数えたものです。",
            ),
            {
                "c": T(
                    "Her people notice wrong ones, later and not all of them. The count on tickets that the model has not seen is whose?",
                    "現場は誤りに気づきますが、あとからで、全部でもありません。未見の問い合わせで数えたのは誰でしょう。",
                ),
                "f": T(
                    "He keeps it running. How often it errs was counted before he got it.",
                    "大地さんは動かし続ける人です。どのくらい間違えるかは、渡す前に数えてあります。",
                ),
            },
        ),
        "minutes_lost": _item(
            T("how many minutes are lost where a ticket lands wrong.", "振り分けを誤った1件で失われる時間(分)。"),
            "c",
            T(
                "This is minutes of people at work: they read, see that it is not theirs, and hand it on.",
                "これは、読んで、自分の担当ではないと気づき、回し直す人たちの時間です。",
            ),
            {
                "d": T(
                    "The CRM knows when a ticket changed hands. It does not know who was reading it meanwhile, or having lunch.",
                    "CRMは、いつ担当が変わったかは知っています。その間、読んでいたのか昼休みだったのかは知りません。",
                ),
                "b": T(
                    "She turns minutes into yen. How many there are, only those who lose them can say.",
                    "上田さんは、分を円に直す人です。何分かかるかは、時間を失っている本人たちにしかわかりません。",
                ),
            },
        ),
        "yen_per_hour": _item(
            T("what an hour of support costs.", "サポート1時間の費用(円)。"),
            "b",
            T(
                "This is wages and what comes on top of them, as the books have it.",
                "これは、給与とそれに上乗せされる費用で、帳簿にあります。",
            ),
            {
                "c": T(
                    "She knows the wages. What comes on top, and which figure the company counts with, finance says; else two proposals use two prices.",
                    "給与は知っていても、上乗せ分と、会社としてどの単価で計算するかは経理が決めます。でないと、提案ごとに単価が違ってしまいます。",
                ),
                "a": T(
                    "She will ask where you have it from. Have it from finance.",
                    "森さんは「どこの数字?」と聞く人です。答えは経理からもらっておきましょう。",
                ),
            },
        ),
        "licence": _item(
            T("what the platform costs in a month.", "基盤の月額(円)。"),
            "f",
            T("This is a price in a contract for machines.", "これは、機械の契約書にある値段です。"),
            {
                "b": T(
                    "She books what has been signed. What will be needed, and from which step on it costs more, he knows.",
                    "上田さんが記帳するのは、契約したあとです。何が要るか、どこから料金が上がるかを知っているのは誰でしょう。",
                ),
                "e": T(
                    "She uses it. Who has the contract, and hears first when the price goes up?",
                    "凛さんは使う人です。契約を持っていて、値上げを最初に知るのは誰でしょう。",
                ),
            },
        ),
        "least_gain": _item(
            T(
                "how much it has to bring in a quarter to be worth the change.",
                "切り替える価値があるといえる、四半期の最低額(円)。",
            ),
            "a",
            T("This is no fact, it is a decision.", "これは事実ではなく、判断です。"),
            {
                "b": T(
                    "She can say what it brings. From where on that is enough, is a decision, and not hers.",
                    "上田さんは、いくらになるかを言えます。いくらなら十分かは判断で、決めるのは別の人です。",
                ),
                "c": T(
                    "It is her people's work, and she has to want it. But whoever pays says what is enough.",
                    "働き方が変わるのは加藤さんの部門で、賛成は要ります。でも、いくらなら十分かを言うのは、払う人です。",
                ),
            },
        ),
    },
    right=T(
        "Six terms, six names. Two of the eight own none here; they need not come to the meeting.",
        "6つの項に、6人の名前。8人のうち2人は、ここでは項を持ちません。この会議に来てもらう必要もありません。",
    ),
    hints=(
        T(
            "Not who has the number on a slide: who can say it, and is asked when it turns out wrong?",
            "スライドに載せた人ではありません。その数字を言えて、外れたときに説明を求められるのは誰ですか。",
        ),
        T(
            "Each of the six has an owner of its own. Mr Sato and Nao own none of them.",
            "6つの項の担い手は、全員違います。佐藤さんと奈緒さんは、どれも持ちません。",
        ),
    ),
    why=T(
        "A count belongs to whoever counts it, minutes to those who spend them, a price to whoever signs it, and “enough” to whoever pays.",
        "数は数える人のもの。時間は使う人のもの。値段は契約する人のもの。「十分」は払う人のものです。",
    ),
)
