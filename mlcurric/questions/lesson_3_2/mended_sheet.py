"""A sheet whose lines exclude each other: the mended one is held against the checks of the library and what was said in the room."""

from __future__ import annotations

from dataclasses import replace

from mlcurric.question.choices import Choice
from mlcurric.question.fields import Field, Fields
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed, passed
from mlcurric.subject.usecases.method_findings import method_last_findings
from mlcurric.subject.usecases.method_last import MethodLast, MethodLastSheets
from mlcurric.subject.usecases.usecase import AUTOMATE, NO, NOT_TRIED, YES
from mlcurric.text import T

LINES: dict[str, dict[str, T]] = {
    "whose": {
        "a": T("users", "ユーザー"),
        "b": T(
            "whoever at sales greets a department of a company that left us",
            "一度解約した会社の、別の部署を迎える営業担当",
        ),
        "c": T("our company", "自社"),
    },
    "who_acts": {
        "a": T(
            "sales reads what is still there before the first call, the same day",
            "営業がその日のうちに、残っている記録を読んでから電話する",
        ),
        "b": T("nobody", "いない"),
    },
    "rule": {
        "a": T("AI compares the companies", "AIが会社を照合する"),
        "b": T(
            "the e-mail address has the domain of a company on an old invoice",
            "メールアドレスのドメインが、昔の請求書の会社と同じ",
        ),
    },
    "rule_enough": {
        "a": T("enough", "足りる"),
        "b": T("not enough", "足りない"),
        "c": T("not tried", "試していない"),
    },
    "data": {
        "a": T("old invoices with the company's domain, since 2019", "会社のドメインが載った、2019年からの請求書"),
        "b": T("how they used the tool before they left", "解約前の利用状況"),
        "c": T("none", "なし"),
    },
    "ml": {
        "a": T("use AI", "AIを使う"),
        "b": T("how likely it is that it is a company that left us", "一度解約した会社である見込みを見積もる"),
        "c": T("nothing", "なし"),
    },
}
_ASKS = {
    "whose": T("whose happiness", "誰の幸せのためか"),
    "who_acts": T("who acts on it", "見て動く人"),
    "rule": T("the rule", "ルール"),
    "rule_enough": T("is the rule enough?", "ルールで足りるか"),
    "data": T("data", "データ"),
    "ml": T("ML estimates", "MLが見積もること"),
}
_ENOUGH = {"a": YES, "b": NO, "c": NOT_TRIED}
_MODEL = {"whose": "b", "who_acts": "a", "rule": "b", "rule_enough": "a", "data": "a", "ml": "c"}
_FIRST = {"whose": "a", "who_acts": "b", "rule": "a", "rule_enough": "a", "data": "b", "ml": "a"}


def as_sheet(letters: dict[str, str]) -> MethodLast:
    """The sheet that the letters make, in the language spoken now."""
    blank = MethodLast(
        "M4",
        "H55",
        happier=str(T("greets them as people who know us", "「おかえりなさい」と迎えられる")),
        by_hand=str(
            T("twice a month sales finds out by chance, in the talk itself", "月に2件、営業が話の途中で偶然に気づく")
        ),
        input=str(T("the sign-up form", "申込フォーム")),
        output=str(T("a mark: has been with us before", "以前のお客さま、という印")),
        mode=AUTOMATE,
    )
    texts = {name: str(LINES[name][letter]) for name, letter in letters.items() if name != "rule_enough"}
    return replace(blank, **texts, rule_enough=_ENOUGH[letters["rule_enough"]])


def first_sheet() -> MethodLast:
    """The sheet that contradicts itself, as it was written in the room."""
    return as_sheet(_FIRST)


_SAYS = {
    "whose_anybody": T(
        "“Users”, “our company”: that may be anybody.", "「ユーザー」「自社」では、誰のことかわかりません。"
    ),
    "nobody_acts": T("A mark on which nobody acts.", "「印」を見て動く人がいません。"),
    "rule_is_method": T("The rule names a method.", "ルールの行に、手段が書かれています。"),
    "method_alone": T(
        "“AI” is a method; what does it estimate?", "「AI」は手段の名前です。何を見積もるのかがわかりません。"
    ),
    "rule_enough": T("The rule is enough, and ML is asked for all the same.", "ルールで足りるのに、MLも求めています。"),
    "data_none": T("ML is to learn, and there are no data.", "学ぶもとになるデータがないのに、MLが書かれています。"),
    "deleted": T(
        "Takumi said it: ninety days after the end that is deleted. Who comes back after a year is not in it.",
        "拓海さんの話では、契約が終わって90日で消えます。1年後に戻ってきた会社の分は、残っていません。",
    ),
    "no_data_for_rule": T(
        "The rule looks at old invoices, and the line of the data says there are none.",
        "ルールは昔の請求書を見るのに、データの行が「なし」になっています。",
    ),
    "counted": T(
        "Ken has tried it: the rule found 11 of 12. For two a month that is enough.",
        "健さんが試しています。ルールは12件中11件を見つけました。月2件なら、それで足ります。",
    ),
}
_EXAMPLES: dict[str, dict[str, str]] = {
    "whose_anybody": {"whose": "c"},
    "nobody_acts": {"who_acts": "b"},
    "rule_is_method": {"rule": "a"},
    "method_alone": {"ml": "a", "rule_enough": "b"},
    "rule_enough": {"ml": "b"},
    "data_none": {"data": "c", "ml": "b", "rule_enough": "b"},
    "deleted": {"data": "b"},
    "no_data_for_rule": {"data": "c"},
    "counted": {"ml": "b", "rule_enough": "b"},
}


def _said(letters: dict[str, str]) -> tuple[str, tuple[T, ...]] | None:
    """What a sheet still has against it: by its own lines, then by what was said in the room."""
    wrong = [each for each in method_last_findings(MethodLastSheets((as_sheet(letters),))) if not each.asks]
    if wrong:
        return wrong[0].name, (wrong[0].says, wrong[0].way_out)
    against = {
        "deleted": letters["data"] == "b",
        "no_data_for_rule": letters["data"] == "c",
        "counted": letters["rule_enough"] != "a",
    }
    return next(((name, (_SAYS[name],)) for name, holds in against.items() if holds), None)


def _check(letters: dict[str, str]) -> Verdict:
    found = _said(letters)
    if found is None:
        return passed(
            T(
                "The sheet agrees with itself and with what was said. “Nothing” stands in its last line, and Takumi can build it this week.",
                "行どうしも、部屋で出た話とも合っています。最後の行は「なし」。拓海さんが今週中に作れます。",
            )
        )
    right = sum(letters[name] == letter for name, letter in _MODEL.items())
    # A sheet may be right line by line up to one, and still not agree.
    return failed(*found[1], share=max(0, (right - 1) / len(_MODEL)), misconception=found[0])


mended_sheet = Question(
    name="mended_sheet",
    data="fixed",
    kind="S",
    form=Fields(
        {
            name: Field(_ASKS[name], Choice(options), comment=T("a letter in quotes", "記号を引用符で囲む"))
            for name, options in LINES.items()
        }
    ),
    points=4,
    title=T("The sheet that contradicts itself", "食い違うシート"),
    check=_check,
    hints=(
        T(
            "Begin with the person, and who acts. Then the rule in words that need no machine: what did Ken compare?",
            "まず、人と、動く人から。次に、機械の要らない言葉でルールを。健さんは何を見比べましたか。",
        ),
        T(
            "Ken's rule found 11 of 12. What do the lines on the rule and on ML say then? And which data are still there after a year?",
            "健さんのルールは12件中11件を見つけました。では、「ルールで足りるか」と「ML」の行はどうなりますか。1年後にも残っているデータはどれでしょう。",
        ),
    ),
    misconceptions=tuple(
        Misconception(name, {**_MODEL, **letters}, _SAYS[name]) for name, letters in _EXAMPLES.items()
    ),
    why=T(
        "A person, an act, a rule that was tried, data that are still there; then “nothing” is the answer in the last line.",
        "人がいて、動きがあり、ルールは試してあり、データも残っている。それなら、最後の行の答えは「なし」です。",
    ),
)
