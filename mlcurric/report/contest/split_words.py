"""What is told of the cut: by what rows were parted, whose outcomes were not known yet, and what the table is too short for."""

from __future__ import annotations

import pandas as pd

from mlcurric.report.period import period_in_words
from mlcurric.report.remark import Remark, Weight
from mlcurric.subject.digits import in_digits
from mlcurric.subject.product.dates import date_in_words
from mlcurric.subject.typed import Slip
from mlcurric.text import T

NO_DAY = Remark(
    "no-day",
    T(
        "Nobody says on which day each row was looked at. So rule and model were judged on rows picked at random, not on "
        "later ones: next month may differ, and a value written after somebody left cannot be told by its date.",
        "各行がいつの時点のデータかわかりません。そのためルールとモデルは、あとの時期の行ではなく、無作為に選んだ行で確かめました。"
        "来月も同じとは限らず、解約のあとに書かれた値を日付で見分けることもできません。",
    ),
    for_maker=T(
        "Name the column with the day on which each row was looked at with --observed-at; where there is none, add it.",
        "各行がいつの時点のデータかを示す日付の列を --observed-at で指定してください。その列がなければ、加えてください。",
    ),
)
SEVERAL_ROWS = Remark(
    "several-rows-a-customer",
    T(
        "Some customers stand in several rows. All rows of a customer were either learned from or judged on, never both.",
        "複数の行に出てくる顧客がいます。同じ顧客の行は、学ぶ側か確かめる側のどちらか一方にまとめました。",
    ),
    weight=Weight.NOTE,
)
SEEN_BEFORE = Remark(
    "seen-before",
    T(
        "Some of the customers judged on stand among the earlier rows too. That is as it will be with your list; with new "
        "customers it may go less well.",
        "確かめた行には、前の時期の行にもいた顧客が含まれます。いまの顧客のリストなら同じ状況ですが、新しい顧客ではこれより当たらないことがあります。",
    ),
    weight=Weight.NOTE,
)


def one_day(day: pd.Timestamp) -> Remark:
    return Remark(
        "one-day",
        T(
            "All rows were looked at on one day, {day}. So rule and model were judged on rows picked at random, not on later ones; "
            "next month may differ.",
            "どの行も、{day}時点のものです。そのためルールとモデルは、あとの時期の行ではなく、無作為に選んだ行で確かめました。来月も同じとは限りません。",
        ).format(day=date_in_words(day.date())),
        T(
            "Add an earlier look at the same customers, a month or more before.",
            "同じ顧客の、ひと月以上前の時点のデータも加えてください。",
        ),
    )


def undated(rows: int) -> Remark:
    return Remark(
        "undated-rows",
        T(
            "{n} rows have no day on which they were looked at. They were neither learned from nor judged on.",
            "{n}行には、データの日付がありません。学ぶのにも確かめるのにも使っていません。",
        ).format(n=in_digits(rows)),
        T("Fill in the day of these rows.", "これらの行に、データの日付を入れてください。"),
    )


def not_over(rows: int, first: pd.Timestamp, within: str) -> Remark:
    return Remark(
        "not-over-yet",
        T(
            "{n} rows were looked at less than {within} before {day}, the first day that judges. On that day nobody knew yet "
            "what would come of them, so they were neither learned from nor judged on.",
            "{day}(確かめる行の最初の日)の前{within}以内の行が{n}行あります。その日にはまだ結果がわからなかったはずなので、"
            "学ぶのにも確かめるのにも使っていません。",
        ).format(n=in_digits(rows), within=period_in_words(within), day=date_in_words(first.date())),
        weight=Weight.NOTE,
    )


def reaches_too_short(within: str) -> Remark:
    return Remark(
        "too-short",
        T(
            "The table reaches over too little time to learn only from looks whose {within} were over before judging began. So "
            "rule and model know some outcomes that nobody knew then, and may look better than they will be.",
            "表の期間が短いため、確かめ始める前に{within}が終わっていた行だけから学ぶことはできませんでした。"
            "その時点では誰も知らなかった結果も一部学んでいるので、実際より良く見えているかもしれません。",
        ).format(within=period_in_words(within)),
        T(
            "Add earlier looks, with what came of them.",
            "もっと前の時点の行を、その後どうなったかとあわせて加えてください。",
        ),
    )


def no_cut(days: int) -> Remark:
    return Remark(
        "no-cut",
        T(
            "Between the {n} days there is no cut with enough leavers on both sides. So rows picked at random judged, not later ones.",
            "{n}日分の行を、前とあとの両方に十分な数の解約者が入るように分けられませんでした。そのため、無作為に選んだ行で確かめました。",
        ).format(n=in_digits(days)),
        T(
            "Add rows of more days, with what came of them.",
            "ほかの時点の行を、その後どうなったかとあわせて加えてください。",
        ),
    )


def parted(first: pd.Timestamp, named: bool) -> Remark:
    """That other customers judge than those learned from.

    Args:
        named: whether somebody has said in which time they left, though it could not be gone by.
    """
    says = T(
        "Rows of one customer share what came of them, and it cannot be told from when on it was known. So nothing was judged on "
        "customers who were learned from: half of them, picked at random, were learned from as they were before {day}; the others "
        "judged, each once.",
        "同じ顧客の何回分かの行が1つの解約を表していて、それがいつからわかっていたのかは区別できません。そこで、学んだ顧客で確かめることのないように、"
        "無作為に選んだ半分の顧客の{day}より前の行から学び、残りの顧客で、1人1回だけ確かめました。",
    )
    return Remark(
        "parted-by-lot",
        says.format(day=date_in_words(first.date())),
        weight=Weight.NOTE,
        for_maker=None if named else _NAME_THE_PERIOD,
    )


_NAME_THE_PERIOD = T(
    "With --within, the time that the customers counted as churned had to leave, all customers can be learned from and judged on.",
    "解約を数えた期間を --within で指定すると、全員から学び、全員で確かめられます。",
)


def seen_after(people: int, within: str) -> Remark:
    return Remark(
        "seen-after",
        T(
            "{n} customers of whom a row says that they left within {within} stand in a row of a later day than that, and not as "
            "if they had come back. So either it took them longer to leave than {within}, or the table goes on with customers "
            "who have left. What the page says of {within} may be wrong.",
            "{within}以内に解約したとされる顧客のうち{n}人が、その期間が過ぎたあとの行にもいます。戻ってきたわけでもなさそうです。"
            "解約までの期間が{within}より長いか、解約したあとの顧客も表に残っているとみられます。このページで「{within}」としているところは、違っているかもしれません。",
        ).format(n=in_digits(people), within=period_in_words(within)),
        T(
            "Ask whoever made the table how long the customers counted as churned had to leave, and have this page made again with that.",
            "何か月以内に解約した人を数えた列なのかを、表を作った人に聞いて、その期間で作り直してもらってください。",
        ),
        weight=Weight.DANGER,
        for_maker=T("Name that time with --within.", "その期間を --within で指定してください。"),
    )


def too_few(left: int, people: int) -> Slip:
    return Slip(
        T(
            "Each customer counted once, {left} of {people} left. That is too few to judge a list by.",
            "1人を1回だけ数えると、解約は{people}人中{left}人です。これでは少なすぎて、リストを確かめられません。",
        ).format(left=in_digits(left), people=in_digits(people)),
        T("Add more customers, or earlier looks at them.", "顧客を増やすか、もっと前の時点の行を加えてください。"),
    )
