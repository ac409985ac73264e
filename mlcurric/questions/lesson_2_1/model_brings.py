"""What a model that sorts tickets brings in a quarter, held against today's rule."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

from mlcurric.question.forms import Number
from mlcurric.question.makers import number_question
from mlcurric.question.question import Misconception
from mlcurric.subject.value.terms import numbers_of
from mlcurric.subject.value.tickets import ticket_gain, ticket_terms
from mlcurric.text import T


def _yen(t: SimpleNamespace, wrong: float, minutes: float, months: float) -> float:
    """What so many tickets cost that land wrong, less so many months of the licence."""
    return t.tickets * wrong * minutes / 60 * t.yen_per_hour - t.licence * months


def _slip(formula: Callable[[SimpleNamespace], float]) -> Callable[[], float]:
    return lambda: formula(numbers_of(ticket_terms()))


model_brings = number_question(
    name="model_brings",
    data="fixed",
    title=T("What does the model bring?", "モデルは何をもたらす?"),
    points=3,
    form=Number(T("yen a quarter", "円、四半期あたり"), example="1500000"),
    expected=lambda: float(ticket_gain(numbers_of(ticket_terms()))),
    tolerance=600,
    right=T(
        "Fewer tickets land wrong, what each of them costs, less three months of licence: yen a quarter, against what runs today.",
        "減った誤りの件数 × 1件の費用 − ライセンス料3か月分。いまのルールと比べた、四半期あたりの円です。",
    ),
    otherwise=T(
        "Tickets × (wrong by the rule − wrong by the model) × what one costs, less the licence of a quarter.",
        "件数 ×(ルールの誤り − モデルの誤り)× 1件の費用 − 四半期のライセンス料、です。",
    ),
    misconceptions=(
        Misconception(
            "against_nothing",
            _slip(lambda t: _yen(t, 1 - t.wrong_by_model, t.minutes_lost, 3)),
            T(
                "You hold the model against sorting nothing at all. 70 of 100 tickets land right by today's rule already.",
                "「まったく振り分けない場合」と比べています。いまのルールでも、100件中70件は正しく届いています。",
            ),
        ),
        Misconception(
            "by_the_day",
            _slip(lambda t: _yen(t, t.wrong_by_rule - t.wrong_by_model, t.minutes_lost, 90)),
            T(
                "The licence is paid by the month: 3 of them in a quarter, not 90.",
                "ライセンス料は月払いです。四半期なら90回ではなく、3回です。",
            ),
        ),
        Misconception(
            "one_month",
            _slip(lambda t: _yen(t, t.wrong_by_rule - t.wrong_by_model, t.minutes_lost, 1)),
            T(
                "A quarter of tickets, and a month of licence: take off three months.",
                "問い合わせは四半期分なのに、ライセンス料は1か月分です。3か月分を引きましょう。",
            ),
        ),
        Misconception(
            "no_licence",
            _slip(lambda t: _yen(t, t.wrong_by_rule - t.wrong_by_model, t.minutes_lost, 0)),
            T("The licence is still to be paid.", "ライセンス料を、まだ払っていません。"),
        ),
        Misconception(
            "minutes_as_hours",
            _slip(lambda t: _yen(t, t.wrong_by_rule - t.wrong_by_model, 60 * t.minutes_lost, 3)),
            T(
                "Minutes met yen an hour. Divide the minutes by 60 first.",
                "「分」に「円/時間」を掛けています。先に60で割りましょう。",
            ),
        ),
        Misconception(
            "all_wrong_ones",
            _slip(lambda t: _yen(t, t.wrong_by_model, t.minutes_lost, 3)),
            T(
                "Those are the tickets that the model still gets wrong. It brings the ones that land wrong today and no longer would.",
                "それは、モデルでも誤る件数です。もたらすのは「いまは誤り、モデルなら誤らない」分です。",
            ),
        ),
        Misconception(
            "none_wrong_any_more",
            _slip(lambda t: _yen(t, t.wrong_by_rule, t.minutes_lost, 3)),
            T(
                "You save all tickets that land wrong today. The model gets 18 of 100 wrong too.",
                "いまの誤りが、すべてなくなる計算です。モデルも、100件中18件は誤ります。",
            ),
        ),
        Misconception(
            "turned_round",
            _slip(lambda t: _yen(t, t.wrong_by_model - t.wrong_by_rule, t.minutes_lost, 3)),
            T(
                "The difference is turned round: fewer wrong ones are a gain. Wrong by the rule, less wrong by the model.",
                "引き算が逆です。誤りが減るほど得をします。「ルールの誤り − モデルの誤り」です。",
            ),
        ),
        Misconception(
            "sign_turned",
            _slip(lambda t: -ticket_gain(t)),
            T(
                "The amount is right and the sign is turned round: the model brings money, so it is above 0.",
                "金額は合っていますが、符号が逆です。モデルはお金をもたらすので、プラスになります。",
            ),
        ),
        Misconception(
            "in_ten_thousands",
            _slip(lambda t: ticket_gain(t) / 10_000),
            T(
                "That is in units of 10,000 yen; asked is yen.",
                "万円のままです。円で答えてください(万円の数に10,000を掛けます)。",
            ),
            within=0.5,
        ),
        Misconception(
            "per_month",
            _slip(lambda t: _yen(t, t.wrong_by_rule - t.wrong_by_model, t.minutes_lost, 3) / 3),
            T("That is for a month; asked is a quarter.", "それは1か月分です。聞いているのは四半期分です。"),
        ),
        Misconception(
            "relative",
            _slip(lambda t: _yen(t, 1 - t.wrong_by_model / t.wrong_by_rule, t.minutes_lost, 3)),
            T(
                "Four of ten of the wrong tickets are saved, not of all: 12 of 100 tickets.",
                "10件中4件減るのは、誤った件数に対してです。全体では100件中12件です。",
            ),
        ),
    ),
    hints=(
        T(
            "How many tickets land right with the model that land wrong today? And what does one of those cost, in yen?",
            "いまは誤りでモデルなら正しく届く件数は、いくつですか。その1件で、何円かかっていますか。",
        ),
        T(
            "t.tickets * (t.wrong_by_rule - t.wrong_by_model) * t.minutes_lost / t.minutes_per_hour are the hours. Times t.yen_per_hour; then take off t.licence, which is by the month. At the end brings(numbers_of(terms)).",
            "t.tickets * (t.wrong_by_rule - t.wrong_by_model) * t.minutes_lost / t.minutes_per_hour が時間数です。t.yen_per_hour を掛け、t.licence を引きます(こちらは月額)。最後に brings(numbers_of(terms)) です。",
        ),
    ),
    why=T(
        "Only the difference to today's rule is the model's; and every factor is brought to yen a quarter before anything is added.",
        "モデルの手柄は、いまのルールとの差だけ。足し引きする前に、すべてを「四半期の円」にそろえます。",
    ),
)
