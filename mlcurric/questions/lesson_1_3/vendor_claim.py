"""Five claims of five vendors, and the one that can be judged."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.text import T

vendor_claim = choice_question(
    name="vendor_claim",
    title=T("Which claim can you judge?", "判断の材料になる売り文句はどれ"),
    points=2,
    options={
        "a": Option(
            T("“Our model is right 95 times in 100.”", "「当社のモデルは、100回中95回正解します」"),
            T(
                "Where 5 of 100 leave, naming nobody is right 95 times in 100 too. Without the base rate it says nothing.",
                "100人中5人が解約する会社なら、誰の名前も挙げなくても95回正解です。ベースレートがなければ何もわかりません。",
            ),
        ),
        "b": Option(
            T("“We find 9 of 10 customers who leave.”", "「解約する顧客10人のうち、9人を見つけます」"),
            T(
                "With how long a list? Whoever calls everybody finds 10 of 10.",
                "リストは何人ですか。全員に電話すれば、10人中10人が見つかります。",
            ),
        ),
        "c": Option(
            T("“Of 10 customers on our list, 8 really leave.”", "「リストの10人のうち、8人は実際に解約します」"),
            T(
                "And how long is the list? Naming only the ten surest cases may do it, and miss nearly all who leave.",
                "リストは何人ですか。いちばん確実な10人だけを挙げれば達成でき、ほかの解約者はほとんど見逃しているかもしれません。",
            ),
        ),
        "d": Option(
            T("“Our list is ten times as good as chance.”", "「当社のリストは、当てずっぽうの10倍です」"),
            T(
                "A short list of the surest can be that. And your yardstick is not chance but the rule you have.",
                "確実な人だけの短いリストなら、そのくらいにはなります。それに、比べるべき相手は当てずっぽうではなく、いまのルールです。",
            ),
        ),
        "e": Option(
            T(
                "“Of 1,000 of your customers whom it had not seen, 80 left. 30 of them were on our list of 100; on your rule's list of 100, 16.”",
                "「モデルが見ていない御社の顧客1,000人のうち、80人が解約しました。当社の100人のリストには、そのうち30人が載っていました。御社のルールの100人では16人です」",
            ),
            T(
                "Yes: the base rate, the length of the list, the hits, customers it had not seen, and your own rule beside it. What is missing is the range; ask for it.",
                "そのとおり。ベースレート、リストの長さ、当たりの人数、未見の顧客、そしていまのルールとの比較がそろっています。足りないのは幅。それも聞きましょう。",
            ),
            right=True,
        ),
    },
    hints=(
        T(
            "Try each on two silly machines: one names nobody, one names everybody. Which claims can they make?",
            "極端な機械を2つ思い浮かべましょう。誰も挙げない機械と、全員を挙げる機械。それでも言える売り文句はどれですか。",
        ),
        T(
            "You need four counts. From which claim can you fill in all of them?",
            "知りたいのは4つの人数です。4つとも埋められる売り文句はどれですか。",
        ),
    ),
    why=T(
        "A percentage alone hides its denominator. Of 1,000, with a list of 100, against your rule, on customers it had not seen: then it can be judged.",
        "%だけでは分母が隠れます。1,000人中、100人のリストで、いまのルールと比べて、未見の顧客で。そろって初めて判断できます。",
    ),
)
