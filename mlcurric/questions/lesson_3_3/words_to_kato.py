"""The first words to Kato, whose idea comes second and who has to carry the first."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.text import T

words_to_kato = choice_question(
    name="words_to_kato",
    title=T("The first words to Ms Kato", "加藤さんへの最初のひと言"),
    points=2,
    options={
        "a": Option(
            T("“Your idea was great. It was really close!”", "「すごくいい案でした。本当に惜しかったです!」"),
            T(
                "Praise without a reason. Kato does not know what spoke against it, nor what becomes of it.",
                "ほめているだけで、理由がありません。何が足りず、これからどうなるのかが、加藤さんに伝わりません。",
            ),
        ),
        "b": Option(
            T("“23 to 22. The scores have decided.”", "「23対22。点で決まりました」"),
            T(
                "They have not: one score a point off, and the two are level. A number is no place to hide behind.",
                "決まっていません。ひとつの点が1点ずれれば、並びます。数字の後ろに隠れてはいけません。",
            ),
        ),
        "c": Option(
            T(
                "“Let us do both at the same time.”",
                "「せっかくですから、両方同時に進めましょう」",
            ),
            T(
                "It is Kato's five people who would do both. Whoever cannot say no to an idea says no to people.",
                "両方やるのは、加藤さんの5人です。案に「いいえ」と言えない人は、人に無理をさせます。",
            ),
        ),
        "d": Option(
            T(
                "“Earlier answers begin on Monday, as a page. We do not build the machine for it now; on 4 February we look at what the page leaves.”",
                "「過去の返事は、月曜に1ページで始めます。機械は、いまは作りません。1ページで足りない分を、2月4日に一緒に見ます」",
            ),
            T(
                "Yes. What she gets now, a clear no to the machine, and a day. The reasons come next.",
                "そのとおり。いま手に入るもの、機械についてのはっきりした「いいえ」、そして日付。理由は、このあとに続けます。",
            ),
            right=True,
        ),
        "e": Option(
            T(
                "“We will come back to it when there is time.”",
                "「余裕ができたら、また検討させてください」",
            ),
            T(
                "There is never time. A no without a day is remembered as a promise, or as an insult.",
                "余裕は、できません。日付のない「いいえ」は、約束か、失礼として記憶に残ります。",
            ),
        ),
    },
    hints=(
        T(
            "She has to carry the winner as well. What does she need to know when she leaves the room?",
            "加藤さんは、1位の案も担う人です。部屋を出るとき、何を知っている必要がありますか。",
        ),
        T("What she gets now, the no, and a day.", "いま手に入るもの、「いいえ」、日付の3つです。"),
    ),
    why=T(
        "A kind no is a clear one: what begins now, what does not, and on which day it is looked at again.",
        "やさしい「いいえ」は、はっきりした「いいえ」です。いま始めること、始めないこと、見直す日を言います。",
    ),
)
