"""What is told of a contest: who was not tried, what did not come true, and lists that are too short or hold everybody."""

from __future__ import annotations

from mlcurric.report.contest.folds import MOST_TO_LEARN
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.digits import in_digits, so_many
from mlcurric.text import T, run_on

EVERYBODY_FITS = "everybody-fits"
"""The remark's id where all who could be listed are."""
NO_ORDER = Remark(
    "no-order",
    T(
        "The rule’s order is not clearly better than a random one: who stands first on the list and who stands last means "
        "little.",
        "ルールの順番は、無作為に並べた順番よりはっきり良いとは言えません。リストの上のほうか下のほうかには、あまり意味がありません。",
    ),
)
_BELIEVE_ORDER = T(
    "Go by who stands on the list, not by the single risks.",
    "誰がリストに載るかは使えますが、一人ひとりの割合はあてにしないでください。",
)
_BELIEVE_NEITHER = T("Do not rely on the single risks.", "一人ひとりの割合はあてにしないでください。")
_SEVERAL_OFF = T(
    "In places what was said did not come true.",
    "予想した割合と実際の割合が、合わないグループがありました。",
)
NO_TREES = Remark(
    "no-trees",
    T(
        "Only a model that adds up points was tried; a more flexible one needs the library that explains it.",
        "点を足し合わせるモデルだけを試しました。より柔軟なモデルには、その理由を示すライブラリが必要です。",
    ),
    weight=Weight.NOTE,
    for_maker=T("Run  pip install 'mlcurric[explain]'.", "pip install 'mlcurric[explain]' を実行してください。"),
)
OFF = Remark("off", run_on([_SEVERAL_OFF, _BELIEVE_ORDER]))
OFF_TOO = Remark("off", run_on([_SEVERAL_OFF, _BELIEVE_NEITHER]))


def a_sample(rows: int) -> Remark:
    """That not all rows were learned from.

    Args:
        rows: to learn from.
    """
    return Remark(
        "a-sample",
        T(
            "Of the {rows} rows to learn from, {some} were picked at random, and rule and model learned from those: more would change "
            "next to nothing and cost minutes. All later rows judged.",
            "学ぶための{rows}行から無作為に{some}行を選び、ルールもモデルもその行から学びました。これ以上増やしても結果はほとんど変わらず、"
            "時間だけがかかるためです。確かめるほうには全部の行を使いました。",
        ).format(rows=in_digits(rows), some=in_digits(MOST_TO_LEARN)),
        weight=Weight.NOTE,
    )


def other_share(expected: float, came: float, of: int, ordered: bool) -> Remark:
    """That another share left than was expected, 0 to 1.

    Args:
        of: so many customers it is said of.
        ordered: whether nothing speaks against the order.
    """
    says = T(
        "Of {of} customers judged on, {said} were expected to leave and {came} did.",
        "確かめた顧客{of}人のうち、解約は{said}人のはずが、実際は{came}人でした。",
    ).format(of=in_digits(of), said=so_many(expected, of), came=so_many(came, of))
    return Remark("other-share", run_on([says, _BELIEVE_ORDER if ordered else _BELIEVE_NEITHER]))


def everybody_fits(could: int, capacity: int) -> Remark:
    """That all who could be listed are, fewer than were asked for."""
    return Remark(
        EVERYBODY_FITS,
        T(
            "The list was to hold {capacity}, and only {could} can be listed.",
            "リストの人数は{capacity}人と指定されましたが、載せられるのは{could}人だけです。",
        ).format(capacity=in_digits(capacity), could=in_digits(could)),
        weight=Weight.NOTE,
        for_maker=T(
            "To choose whom to contact first, ask for fewer with --capacity.",
            "先に連絡する人を選びたいなら、--capacity の人数を減らしてください。",
        ),
    )


def short_list(wanted: int, taken: int) -> Remark:
    """That longer lists were compared than somebody wanted; of the rows that judge, so many."""
    return Remark(
        "short-list",
        (_SOME if wanted else _NOT_ONE).format(wanted=in_digits(wanted), taken=in_digits(taken)),
        weight=Weight.NOTE,
    )


_SOME = T(
    "Your list would be {wanted} of the rows that judge. That is too few to count on, so lists of {taken} were compared, "
    "which reach further down than yours would.",
    "確かめる行のうち、リストに入るのは{wanted}行だけです。少なすぎて数えられないので、{taken}行のリストで比べました。そのぶん、下のほうの人まで入っています。",
)
_NOT_ONE = T(
    "Your list is so short that not one of the rows that judge would be on it, so lists of {taken} were "
    "compared, which reach further down.",
    "リストが短く、確かめる行からは1行も入りません。それでは数えられないので、{taken}行のリストで比べました。そのぶん、下のほうの人まで入っています。",
)
