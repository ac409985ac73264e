"""A chart that shouts, repaired: the axis from zero, the bars in order, the uncertainty shown."""

from __future__ import annotations

from mlcurric.question.charts import Chart, Slip, chart_question
from mlcurric.text import T


def stayed() -> dict[str, tuple[int, int]]:
    """Four ways to reach a customer on the list: how many stayed, of how many. Made up for this question."""
    return {
        str(T("e-mail", "メール")): (31, 50),
        str(T("phone call", "電話")): (64, 90),
        str(T("nobody contacted them", "連絡なし")): (120, 200),
        str(T("letter", "手紙")): (27, 40),
    }


repaired_chart = chart_question(
    name="repaired_chart",
    data="fixed",
    title=T("Repair the chart", "グラフを直す"),
    points=3,
    form=Chart(
        table="stayed",
        values=stayed,
        settings={
            "starts_at": T("where the axis begins: a number", "軸の始まり。数値"),
            "order": T(
                '"largest", "smallest" or "given"', '"largest"(大きい順)、"smallest"(小さい順)、"given"(表の順)'
            ),
            "interval": T("True or False: show the uncertainty?", "不確実性を示すか。True か False"),
        },
        given={"label": T("customers who stayed", "残った顧客")},
    ),
    slips={
        "cut_axis": Slip(
            dict(starts_at=50, order="largest", interval=True),
            T(
                "A bar speaks by its length. Cut off its foot, and a small lead looks like a multiple.",
                "棒グラフは長さで語ります。根元を切ると、わずかな差が何倍にも見えます。",
            ),
        ),
        "unsorted": Slip(
            dict(starts_at=0, order="given", interval=True),
            T(
                "The eye has to jump about to compare them. Sorted, the order itself says something.",
                "比べるのに、目があちこちへ飛んでしまいます。並べかえれば、順番そのものが情報になります。",
            ),
        ),
        "no_interval": Slip(
            dict(starts_at=0, order="largest", interval=False),
            T(
                "Behind one bar stand 40 customers, behind another 200. Without a range nobody sees how little 40 tell.",
                "40人から出した棒もあれば、200人から出した棒もあります。幅がないと、40人では何も言いきれないことが伝わりません。",
            ),
        ),
    },
    interval=True,
    right=T(
        "From 0, in order and with its ranges, the chart is much less exciting: the ranges of all four overlap. And who got a call was not decided by lot, so even a clear lead would not show that the call did it.",
        "0から始め、順に並べ、幅を示すと、ずっと地味なグラフになりました。4つの幅はどれも重なっています。しかも電話の相手はくじで選んだわけではないので、差がはっきりしていても、電話の効果とは言えません。",
    ),
    hints=(
        T(
            "For each setting ask: what would the slide's author choose to impress, and what would you choose to inform?",
            "設定ごとに考えましょう。見栄えをよくしたい人なら何を選ぶか。正しく伝えたいあなたなら何を選ぶか。",
        ),
        T(
            "A bar begins at zero, the longest stands first, and the uncertainty is shown: a number, a word, and True.",
            "棒は0から始め、長いものから並べ、不確実性を示します。順に、数値、言葉、True です。",
        ),
    ),
    why=T(
        "The same four numbers. From zero a bar's length is its number, sorting makes comparing easy, and the ranges say how far each can be trusted.",
        "数字は同じ4つのままです。0から始めれば長さが数字どおりになり、並べかえれば比べやすく、幅を示せばどこまで信じてよいかが伝わります。",
    ),
)
