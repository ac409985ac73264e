"""Why a result on the rows that a model learned from flatters."""

from __future__ import annotations

from mlcurric.question.makers import (
    Option,
    choice_question,
)
from mlcurric.text import T

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
