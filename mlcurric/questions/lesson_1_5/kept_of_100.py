"""From two churn rates to the success of a call: of 100 who would leave, how many stay because of it?"""

from __future__ import annotations

from collections.abc import Callable

from mlcurric.question.forms import Number
from mlcurric.question.makers import number_question
from mlcurric.question.question import Misconception
from mlcurric.questions.lesson_1_5.counted import counted
from mlcurric.text import T


def _from_rates(count: Callable[[float, float], float]) -> Callable[[], float]:
    """A number made from both groups' leavers of 100: those left alone, those called."""
    return lambda: count(100 * counted().pilot.alone.share, 100 * counted().pilot.called.share)


kept_of_100 = number_question(
    name="kept_of_100",
    data="fixed",
    title=T("Of 100 who would leave, how many does a call keep?", "解約するはずの100人のうち、電話で何人残りますか"),
    points=3,
    form=Number(T("of 100 who would leave", "解約するはずの100人中の人数"), example="80"),
    expected=lambda: counted().pilot.success_of_100,
    tolerance=1.5,
    right=T(
        "That is the success of a call: the difference between the groups, counted among those who would have left.",
        "それが電話の成功率です。2つのグループの差を、放っておけば解約した人の中で数えました。",
    ),
    otherwise=T(
        "Two steps: how many fewer of 100 leave when called? And of how many who would have left is that?",
        "2段階で考えます。電話があると、100人あたり何人減りますか。それは、解約するはずだった何人のうちの人数でしょう。",
    ),
    misconceptions=(
        Misconception(
            "difference",
            _from_rates(lambda alone, called: alone - called),
            T(
                "So many fewer leave of 100 customers called. But most of those 100 would have stayed anyway; count among the ones who would have left.",
                "それは、電話を受けた100人あたりで減った人数です。100人の多くは、放っておいても続ける人。解約するはずだった人の中で数えましょう。",
            ),
            within=0.8,
        ),
        Misconception(
            "still_leave",
            _from_rates(lambda alone, called: 100 * called / alone),
            T(
                "So many of 100 leave although somebody called; the question is about the rest.",
                "それは、電話があっても解約する人数です。聞いているのは、残りのほうです。",
            ),
            within=0.8,
        ),
        Misconception(
            "difference_of_counts",
            lambda: counted().pilot.alone.count - counted().pilot.called.count,
            T(
                "So many fewer left in the whole group. Of how many who would have left, and how many is that of 100?",
                "それは、グループ全体で減った人数です。解約するはずだった何人のうちでしょう。100人あたりに直すと?",
            ),
            within=0.1,
        ),
        Misconception(
            "other_base",
            _from_rates(lambda alone, called: 100 * (alone - called) / called),
            T(
                "You divided by those who left although they were called. Whoever would have left is counted in the group left alone.",
                "電話を受けても解約した人数で割っています。「解約するはずだった人」がわかるのは、連絡しなかったグループです。",
            ),
        ),
        Misconception(
            "called_rate",
            _from_rates(lambda alone, called: called),
            T(
                "That is how many of 100 left although they were called; it says nothing yet of who would have left without.",
                "それは電話を受けた100人のうち、解約した人数です。電話がなければ何人だったかと比べましょう。",
            ),
            within=0.8,
        ),
        Misconception(
            "alone_rate",
            _from_rates(lambda alone, called: alone),
            T(
                "So many of 100 leave if nobody calls. Of those, how many does a call keep?",
                "それは、誰も電話しないときに解約する人数です。そのうち、電話で残るのは何人でしょう。",
            ),
            within=0.8,
        ),
        Misconception(
            "stayed",
            _from_rates(lambda alone, called: 100 - called),
            T(
                "So many of 100 called stayed, but most of them stay without a call as well.",
                "それは電話を受けて残った人数ですが、その大半は電話がなくても残る人です。",
            ),
            within=0.8,
        ),
        Misconception(
            "stayed_alone",
            _from_rates(lambda alone, called: 100 - alone),
            T(
                "So many of 100 stay if nobody calls. They need no call; the question is about the others.",
                "それは、電話がなくても残る人数です。聞いているのは、電話がなければ解約する人たちのことです。",
            ),
            within=0.8,
        ),
        Misconception(
            "fraction",
            lambda: counted().pilot.success_of_100 / 100,
            T(
                "As a fraction that is right; of 100 customers it is a hundred times as much.",
                "割合としては正しい値です。100人あたりの人数にするには100倍します。",
            ),
            within=0.015,
        ),
    ),
    hints=(
        T(
            "Imagine 100 of those left alone, and 100 of those called. How many leave in each picture?",
            "連絡しなかった100人と、電話を受けた100人を思い浮かべます。図では、それぞれ何人が解約しましたか。",
        ),
        T(
            "The difference of the two numbers, divided by the one of the group left alone, times 100.",
            "2つの人数の差を、連絡しなかったグループの人数で割り、100倍します。",
        ),
    ),
    why=T(
        "Without a call 37 of 100 leave, with one 25. So of 37 leavers a call keeps 12, and of 100 leavers 32.",
        "電話がなければ100人中37人、あれば25人が解約します。37人の解約者のうち12人が残るので、解約者100人なら32人です。",
    ),
)
