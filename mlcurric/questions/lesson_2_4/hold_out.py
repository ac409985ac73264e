"""How many customers of the next list to leave alone, and who chooses them: scored in the money of four lists."""

from __future__ import annotations

from typing import Any

from mlcurric.question.choices import Choice
from mlcurric.question.decisions import passed_by_score
from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Number
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed
from mlcurric.subject.digits import TEN_THOUSAND, yen_in_words
from mlcurric.subject.experiments.april import april_lists
from mlcurric.subject.experiments.hold_out import Lists
from mlcurric.text import T

PASS, DISTINCTION = 0.6, 0.9
"""Over 200 keyed worlds a hold-out of a third passes in at least 99 of 100, and none, all or ten customers in at most one
(``tests/subject/experiments/test_hold_out.py``)."""
_LIST = 600
_CHOOSERS = {
    "a": T("nobody: they are drawn by lot from all 600", "誰も選ばない。600人全員からくじで決める"),
    "b": T("the list: its last names, which cost least", "リストの順番。下のほうの人なら、惜しくない"),
    "c": T("Aya's callers: whoever they would rather not call", "彩さんのチーム。電話したくない人を選ぶ"),
}


def _decision(left_alone: int, chosen_by: str = "a") -> dict[str, Any]:
    return {"left_alone": left_alone, "chosen_by": chosen_by}


_MISCONCEPTIONS = {
    one.id: one
    for one in (
        Misconception(
            "negative",
            _decision(-10),
            T("Fewer than nobody cannot be left alone.", "0人より少なく残すことはできません。"),
        ),
        Misconception(
            "more_than_the_list",
            _decision(1_000),
            T("The list holds 600 customers; type 600 at most.", "リストは600人です。600までで答えてください。"),
        ),
        Misconception(
            "last_names",
            _decision(200, "b"),
            T(
                "The last names of the list differ from the first before anybody calls. The two shares then tell of the order, not of the call, so nothing is learned.",
                "リストの下のほうの人は、電話の前から上の人と違います。比べても、わかるのは順番の違いで、電話の効果ではありません。学べることがないのです。",
            ),
        ),
        Misconception(
            "by_callers",
            _decision(200, "c"),
            T(
                "Whom a caller would rather not call is no lot: perhaps those who are angry already. The two shares then tell of the choice, not of the call.",
                "「電話したくない人」は、くじではありません。もう怒っている人かもしれません。比べても、わかるのは選び方の違いで、電話の効果ではありません。",
            ),
        ),
        Misconception(
            "nobody",
            _decision(0),
            T(
                "Everybody is called, so nobody will ever know. If the calls do harm now, they do it four times.",
                "全員に電話したら、この先も誰にもわかりません。もし害になっていれば、それが4回続きます。",
            ),
        ),
        Misconception(
            "everybody",
            _decision(_LIST),
            T(
                "Nobody is called: no harm, no gain, and nothing to compare with.",
                "誰にも電話しなければ、害も利益もなく、比べる相手もいません。",
            ),
        ),
        Misconception(
            "too_few",
            _decision(10),
            T(
                "So few are a gesture: one leaver more or less among them turns the verdict. Multiply by ten and look again.",
                "それでは形だけです。その中の1人が解約するかどうかで、結論が入れかわります。10倍にして、もう一度見てください。",
            ),
        ),
        Misconception(
            "too_many",
            _decision(590),
            T(
                "Now those called are too few to compare with; and those left alone bring nothing.",
                "今度は電話した人のほうが少なすぎて比べられません。しかも、残した人からは何も入りません。",
            ),
        ),
    )
}


def _finding(decision: dict[str, Any], lists: Lists) -> str | None:
    size = decision["left_alone"]
    if size < 0:
        return "negative"
    if size > lists.list_size:
        return "more_than_the_list"
    if size in (0, lists.list_size):
        return "everybody" if size else "nobody"
    if decision["chosen_by"] != "a":
        return {"b": "last_names", "c": "by_callers"}[decision["chosen_by"]]
    if size * 2 < lists.list_size:
        return "too_few"
    return "too_many"


def _earned(decision: dict[str, Any], lists: Lists) -> float:
    """Yen, expected; where no lot chose, the two groups cannot be compared, and people go on calling."""
    size = int(decision["left_alone"])
    if decision["chosen_by"] == "a" or size == lists.list_size:
        return lists.money(size)
    return lists.money(0) * (1 - size / (lists.list_size * (1 + lists.lists_after)))


def judged(decision: dict[str, Any], lists: Lists) -> Verdict:
    """The verdict on a decision, in the world of ``lists``."""
    found = _finding(decision, lists)
    if found in ("negative", "more_than_the_list"):
        return failed(_MISCONCEPTIONS[found].says, misconception=found)
    earned = _earned(decision, lists)
    score, money = lists.score(earned), _in_words(earned, lists)
    right = passed_by_score(score, money, _BELOW_THE_TOP, with_distinction=_ABOUT_THE_TOP, levels=(PASS, DISTINCTION))
    return right or failed(money, _MISCONCEPTIONS[found].says, misconception=found)


_BELOW_THE_TOP = T(
    "It tells help from harm most of the time. Is the money flat there already? Try a few sizes more.",
    "効いているか害になっているかを、たいていは見分けられます。そのあたりで、お金はもう平らですか。ほかの人数も試してみましょう。",
)
_ABOUT_THE_TOP = T(
    "The top is flat: a hundred more or fewer change little. None at all changes everything.",
    "頂上は平らです。100人増やしても減らしても、大きくは変わりません。大きく変わるのは、ひとりも残さないときです。",
)


def _in_words(earned: float, lists: Lists) -> T:
    """The money, rounded to 10,000 yen so that the amounts add up as they are shown."""
    all_called, best = lists.money_unasked, lists.best[1]
    amounts = [yen_in_words(TEN_THOUSAND * round(amount / TEN_THOUSAND)) for amount in (earned, all_called, best)]
    return T(
        "The four lists earn {earned} on average. Calling everybody each time earns {all_called}, the best hold-out {best}.",
        "4回のリストの利益は、平均して{earned}です。毎回全員に電話すれば{all_called}、最善の残し方なら{best}。",
    ).format(earned=amounts[0], all_called=amounts[1], best=amounts[2])


hold_out = Question(
    name="hold_out",
    data="keyed",
    kind="D",
    form=Fields(
        {
            "left_alone": Field(
                T(
                    "of the 600, how many are left alone on the April list",
                    "4月のリスト600人のうち、電話せずに残す人数",
                ),
                Number(T("customers", "人"), example="25", whole=True),
                comment=T("customers left alone, 0 to 600", "残す人数(0〜600)"),
            ),
            "chosen_by": Field(
                T("who chooses them", "その人たちを何で選ぶか"),
                Choice(_CHOOSERS),
                comment=T("who chooses them, a letter in quotes", "選び方。記号を引用符で囲む"),
            ),
        }
    ),
    points=5,
    title=T("The hold-out of the next lists", "次のリストで、誰に電話しないでおくか"),
    check=lambda decision: judged(decision, april_lists()),
    hints=(
        T(
            "Try sizes in the cell above: from 0 to 600, where does the money rise fastest, and where is it flat?",
            "上のセルで、0から600までの人数を試してみましょう。お金が急に増えるのはどこで、平らなのはどこですか。",
        ),
        T(
            "Somewhere between a fifth and a half of the list; and whoever chooses must know nothing of the customers.",
            "リストの5分の1から半分の間のどこかです。選ぶ人は、顧客のことを何も知らないほうがよいのです。",
        ),
    ),
    misconceptions=tuple(_MISCONCEPTIONS.values()),
    why=T(
        "What is not called on one list costs a little; what is learned decides three more. And only a lot makes the groups alike.",
        "1回のリストで電話しない分の費用はわずか。そこで学んだことが、次の3回を決めます。2組をそろえられるのは、くじだけです。",
    ),
)
