"""The quick checks inside the lesson; they are never graded."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.text import T

quick_line = choice_question(
    name="quick_line",
    title=T("Which line is wrong?", "間違っている行は?"),
    points=0,
    options={
        "a": Option(
            T("`staying = calls - leaving + kept`", "`staying = calls - leaving + kept` の行"),
            T(
                "Customers minus customers plus customers. Whoever was kept stays too, and gets a voucher.",
                "人 − 人 + 人です。引き止めた人も残り、クーポンを受け取ります。",
            ),
        ),
        "b": Option(
            T("`worth = kept * new.value`", "`worth = kept * new.value` の行"),
            T(
                "Customers times yen a customer: yen. `value` is what one earns in twelve months.",
                "人 × 1人あたりの円 = 円です。`value` は、1人の12か月分の利益です。",
            ),
        ),
        "c": Option(
            T(
                "`spent = calls * 1_500 + staying * 3_000 + licence * days`",
                "`spent = calls * 1_500 + staying * 3_000 + licence * days` の行",
            ),
            T(
                "Yes: the licence is paid by the month, and here it is multiplied by days.",
                "そのとおり。月払いのライセンス料に、日数を掛けています。",
            ),
            right=True,
        ),
    },
    hints=(
        T(
            "Say each factor with its unit, aloud: so many customers, so many yen for each …",
            "掛けているものを、単位をつけて読み上げてみましょう。何人、1人あたり何円……",
        ),
    ),
    why=T(
        "Yen a month times days is no money: it has to be times months.",
        "「円/月」に日数を掛けても、金額にはなりません。掛けるのは月数です。",
    ),
)

quick_send = choice_question(
    name="quick_send",
    title=T("What do you send first?", "最初に送るのは?"),
    points=0,
    options={
        "a": Option(
            T(
                "To Daichi: “Please get a written offer for the licence by Thursday, to the yen.”",
                "大地さんへ「ライセンス料の見積書を、1円単位で、木曜までにもらってください」",
            ),
            T(
                "It can be had, and it changes nothing: his is the shortest bar of all.",
                "もらうことはできます。でも、何も変わりません。いちばん短い棒です。",
            ),
        ),
        "b": Option(
            T(
                "To Aya: “By Thursday noon: has anything changed since last year's pilot for the customers on this list, and for them only, so much that a call would keep fewer than 9 of 100 leavers instead of 21?”",
                "彩さんへ「木曜の正午までに教えてください。去年の試行のあと、このリストの顧客にだけ変わったことはありますか。解約するはずの100人のうち、電話で残る人が21人から9人未満に落ちるほどのことが」",
            ),
            T(
                "Yes: hers is the only bar that can turn Friday's answer, and this she can say by Thursday.",
                "そのとおり。金曜の答えを逆にできるのは彩さんの棒だけで、これなら木曜までに答えられます。",
            ),
            right=True,
        ),
        "c": Option(
            T(
                "To Ms Ueda: “What is the lifetime value of a customer, exactly?”",
                "上田さんへ「顧客生涯価値は、正確にはいくらですか」",
            ),
            T(
                "For Friday, list or rule, it hardly matters: 6 months or 18, the answer is the same. Whether to call at all may hang on it; ask her before 15 January.",
                "金曜の「リストかルールか」には、ほとんど影響しません。6か月でも18か月でも、答えは同じです。「そもそも電話すべきか」には響くので、1月15日までに聞きましょう。",
            ),
        ),
        "d": Option(
            T(
                "To Aya: “How well do your calls work? As soon as possible, please!”",
                "彩さんへ「電話はどのくらい効きますか。大至急お願いします!」",
            ),
            T(
                "The right person, and nothing to go by: in what unit, how precise, by when, and what for?",
                "相手は合っています。でも、単位も、正確さも、期限も、目的もわかりません。",
            ),
        ),
    },
    hints=(
        T(
            "Which bar crosses 0 in the right-hand panel? That is what Friday is about.",
            "右の図で0をまたぐ棒はどれですか。金曜に決めるのは、そのことです。",
        ),
        T(
            "Two go to the same person. Which could be answered?",
            "同じ人あてが2つあります。答えられるのはどちらでしょう。",
        ),
    ),
    why=T(
        "The owner of the bar that can turn the answer, with a number, a day, and how precise is enough.",
        "答えを逆にできる棒の担い手に、数字と、期限と、足りる正確さを添えて。",
    ),
)
