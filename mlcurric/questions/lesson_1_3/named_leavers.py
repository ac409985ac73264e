"""From a machine's two rates and a base rate to what its naming somebody is worth, by counting people."""

from __future__ import annotations

from mlcurric.question.forms import Number
from mlcurric.question.makers import number_question
from mlcurric.question.question import Misconception
from mlcurric.questions.lesson_1_3.counted import with_shares
from mlcurric.subject.metrics.confusion import counts_from_rates
from mlcurric.text import T

LEAVE, FOUND_OF_100, BOTHERED_OF_100 = 50, 60, 10
"""Of 1,000 customers so many leave; of 100 who leave the machine names so many, of 100 who stay so many."""
NEXT_DOOR = counts_from_rates(LEAVE, FOUND_OF_100, BOTHERED_OF_100)


def _says(en: str, ja: str) -> T:
    """A diagnosis that names the counts."""
    return T(en, ja).format(
        leave=LEAVE,
        stay=NEXT_DOOR.total - LEAVE,
        found=FOUND_OF_100,
        bothered=BOTHERED_OF_100,
        peace=100 - BOTHERED_OF_100,
        missed=100 - FOUND_OF_100,
        named=NEXT_DOOR.listed,
        **vars(NEXT_DOOR),
    )


_RATES = (
    Misconception(
        "found",
        FOUND_OF_100,
        _says(
            "Of 100 who leave, {found} are named: that is given. The question runs the other way: of 100 who are named, how many leave?",
            "{found}人は、解約する100人のうち名前が挙がる人数で、問題文にある数字です。聞かれているのは逆向き。名前が挙がった100人のうち、解約するのは何人でしょう。",
        ),
    ),
    Misconception(
        "in_peace",
        100 - BOTHERED_OF_100,
        _says(
            "Of 100 who stay, {peace} are left in peace. The question is about those who are named.",
            "{peace}人は、続ける100人のうち名前が挙がらない人数です。聞かれているのは、名前が挙がった人のことです。",
        ),
    ),
    Misconception(
        "accuracy",
        100 * NEXT_DOOR.accuracy,
        T(
            "That is the accuracy: right answers of 100 customers, named or not. The question is about those who are named.",
            "それは正解率、名前が挙がらない人も含めた100人あたりの正しい判定の数です。聞かれているのは、名前が挙がった人のことです。",
        ),
    ),
    Misconception(
        "no_base_rate",
        100 * FOUND_OF_100 / (FOUND_OF_100 + BOTHERED_OF_100),
        T(
            "That would be so if as many left as stayed. Begin with 1,000 people: how many leave, how many stay?",
            "解約する人と続ける人が同じ人数なら、そうなります。まず1,000人を思い浮かべましょう。解約する人は何人、続ける人は何人ですか。",
        ),
    ),
    Misconception(
        "base_rate",
        LEAVE / 10,
        T(
            "That is the base rate, of 100 customers named or not. Among those who are named, more should leave.",
            "それはベースレート、名前が挙がるかどうかを問わない100人あたりの人数です。名前が挙がった人の中では、もっと多いはずです。",
        ),
    ),
    Misconception(
        "bothered",
        BOTHERED_OF_100,
        _says(
            "Of 100 who stay, {bothered} are named by mistake: that is given. How many people is it, of the {stay} who stay?",
            "{bothered}人は、続ける100人のうち間違って名前が挙がる人数で、問題文にある数字です。続ける{stay}人では、何人になりますか。",
        ),
    ),
    Misconception(
        "false_alarms",
        100 * NEXT_DOOR.false_alarms / NEXT_DOOR.listed,
        T(
            "Of 100 who are named, so many stay: the false alarms. The rest leave.",
            "それは、名前が挙がった100人のうち続ける人数、つまり空振りです。解約するのは残りの人です。",
        ),
    ),
    Misconception(
        "named_of_100",
        NEXT_DOOR.listed / 10,
        T(
            "Of 100 customers so many are named. And how many of those leave?",
            "それは、顧客100人のうち名前が挙がる人数です。そのうち解約するのは何人でしょう。",
        ),
    ),
    Misconception(
        "hits_of_100_customers",
        NEXT_DOOR.hits / 10,
        T(
            "Of 100 customers so many are named and leave. The question is of 100 who are named.",
            "それは顧客100人のうち、名前が挙がって解約する人数です。聞かれているのは、名前が挙がった100人のうちの人数です。",
        ),
    ),
    Misconception(
        "odds",
        100 * NEXT_DOOR.hits / NEXT_DOOR.false_alarms,
        T(
            "You divided the hits by the false alarms; divide by everybody who is named, the hits included.",
            "当たりを空振りで割っています。割るのは、当たりも含めて名前が挙がった全員です。",
        ),
    ),
    Misconception(
        "missed",
        100 - FOUND_OF_100,
        _says(
            "Of 100 who leave, {missed} are missed. The question is about those who are named.",
            "{missed}人は、解約する100人のうち見逃される人数です。聞かれているのは、名前が挙がった人のことです。",
        ),
    ),
    Misconception(
        "lesson",
        44,
        T(
            "That is what came out in the lesson. This machine finds a smaller part, and fewer leave here.",
            "それはレッスンで出た答えです。こちらの機械は見つける割合が低く、解約する人も少なめです。",
        ),
    ),
)
_COUNTS = (
    Misconception(
        "hits",
        NEXT_DOOR.hits,
        _says(
            "{hits} of 1,000 are named and leave. Of how many who are named? Count the false alarms too, and tell it of 100.",
            "1,000人のうち、名前が挙がって解約するのが{hits}人。名前が挙がるのは全部で何人でしょう。空振りも数えて、100人あたりに直します。",
        ),
    ),
    Misconception(
        "false_alarm_count",
        NEXT_DOOR.false_alarms,
        _says(
            "{false_alarms} of 1,000 are false alarms (and of any 100 customers as many stay). Add the hits: so many are named in all.",
            "1,000人のうち空振りが{false_alarms}人です(100人のうち続ける人も、同じ数になります)。空振りに当たりを足すと、名前が挙がる全員の人数です。",
        ),
    ),
    Misconception(
        "named",
        NEXT_DOOR.listed,
        _says(
            "{named} of 1,000 are named in all. How many of them leave? Then tell it of 100.",
            "1,000人のうち、名前が挙がるのは全部で{named}人。そのうち解約するのは何人でしょう。それを100人あたりに直します。",
        ),
    ),
    Misconception(
        "leave",
        LEAVE,
        _says(
            "{leave} of 1,000 leave, named or not ({found} less {bothered} gives the same number). Among those who are named it is another share.",
            "{leave}人は、名前が挙がるかどうかに関係なく、1,000人のうち解約する人数です({found}−{bothered}でも同じ数になります)。名前が挙がった人の中では、割合が違います。",
        ),
    ),
    Misconception(
        "missed_count",
        NEXT_DOOR.misses,
        _says(
            "{misses} of 1,000 leave without having been named. The question is about those who are named.",
            "{misses}人は、1,000人のうち、名前が挙がらずに解約する人数です。聞かれているのは、名前が挙がった人のことです。",
        ),
    ),
    Misconception(
        "upside_down",
        100 * NEXT_DOOR.listed / NEXT_DOOR.hits,
        T(
            "Of 100 who are named no more than 100 can leave: you divided the other way round.",
            "100人のうち100人を超えて解約することはありません。割る数と割られる数が逆です。",
        ),
        within=1,
    ),
)


named_leavers = number_question(
    name="named_leavers",
    data="none",
    title=T("Of 100 whom the machine names, how many leave?", "名前が挙がった100人のうち、解約するのは何人か"),
    points=3,
    form=Number(T("of 100 named", "名前が挙がった100人中"), example="70"),
    expected=lambda: 100 * NEXT_DOOR.hits / NEXT_DOOR.listed,
    tolerance=0.5,
    right=T(
        "The hits come from a few, the false alarms from many: that is what a base rate does.",
        "当たりは少人数から、空振りは大人数から出ます。これがベースレートの力です。",
    ),
    otherwise=T(
        "Begin with 1,000 customers; count those named who leave, and those named who stay.",
        "1,000人から始めます。名前が挙がって解約する人と、名前が挙がって続ける人を、別々に数えましょう。",
    ),
    misconceptions=(
        *with_shares(_RATES),
        *_COUNTS,
        Misconception(
            "share",
            NEXT_DOOR.hits / NEXT_DOOR.listed,
            T(
                "That is right as a share; of 100 who are named it is a hundred times that.",
                "割合としては正しい値です。100人あたりなら、その100倍になります。",
            ),
            within=0.005,
        ),
    ),
    hints=(
        T(
            "Take 1,000 customers. How many leave, and how many of them are named? Then the same for those who stay.",
            "1,000人で考えます。解約するのは何人で、そのうち名前が挙がるのは何人か。続ける人についても同じように数えます。",
        ),
        T(
            "Named and leaving, divided by all who are named, times 100; Python may do the sum.",
            "名前が挙がって解約する人数を、名前が挙がった全員の人数で割り、100を掛けます。計算は Python に任せられます。",
        ),
    ),
    why=_says(
        "Of 1,000, {hits} are hits and {false_alarms} false alarms; {hits} of {named} is 24 of 100.",
        "1,000人のうち、当たりが{hits}人、空振りが{false_alarms}人。{named}人中{hits}人は、100人中24人です。",
    ),
)
