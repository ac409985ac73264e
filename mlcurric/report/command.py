"""The command line of ``mlcurric report`` before anything is read: its help, its language, and what on it is no option."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Sequence

from mlcurric.text import T, run_on

_LANGUAGES = {"en": ("en", "eng", "english", "英語"), "ja": ("ja", "jp", "jpn", "japanese", "日本語")}
_DASHES = "-−–—―‐‑‒─━ー一ｰ_~〜"
"""What a Japanese keyboard or a word processor makes of two minus signs, and what looks like them."""
_HYPHENS = str.maketrans(dict.fromkeys("−–—―‐‑‒ーｰ", "-"))
TABLES = (".csv", ".tsv", ".csv.gz", ".xlsx", ".xlsm")
"""How the names of files end that may hold a table."""
_BARE = re.compile(r"\w[\w.-]*")
"""What needs no quotes after an option."""

HELP = T(
    """\
Usage: mlcurric report TABLE --churned COLUMN --id COLUMN --capacity NUMBER [more options]

Makes a page from a table of customers: whom to contact first, what to expect of it,
and what to ask before.

  TABLE                   the table, a row a customer: CSV, TSV, .csv.gz or .xlsx

Needed:
  --churned COLUMN        who left
  --id COLUMN             what tells customers apart
  --capacity NUMBER       how many customers the list is to hold; up to half of it may be
                          left alone for comparison, so name up to twice as many as
                          you can contact

What it is worth:
  --value COLUMN          what a customer is worth in a year
  --contact-cost AMOUNT   what a contact costs, working time included
  --incentive AMOUNT      what each contacted customer who stays is given
  --save-rate SHARE       of those who would leave, who stays because of a contact:
                          20% or 10-30%
  --currency SIGN         such as ¥ or USD

How the table is meant:
  --observed-at COLUMN    on which day each row was looked at
  --within TIME           how long the customers counted as leavers had to leave, such as
                          "3 months"
  --left-is CELL          what stands in --churned for "left" (may be repeated)
  --blank-is MEANING      what a blank in --churned means: stayed, left or unknown
  --drop COLUMN           not to be learned from (may be repeated)
  --keep COLUMN           to be used as it stands, though it looks like the answer or
                          holds what looks like a code for "not known" (may be repeated)
  --words FILE            how the columns are said, and which can be acted on

Else:
  --out PAGE              the page (report.html); the lists are written beside it
  --lang LANGUAGE         en or ja; by default the machine's
  --help                  this text

Example:
  mlcurric report customers.csv --churned churned --id customer --capacity 100""",
    """\
使い方: mlcurric report 表 --churned 列 --id 列 --capacity 人数 [そのほかの指定]

顧客の表から、だれに先に連絡するか、どれだけ期待できるか、動く前に何を確かめるかを
1枚のページにまとめます。

  表                      1行が顧客1人の表(CSV、TSV、.csv.gz、.xlsx)

必ず要るもの:
  --churned 列            解約したかどうかの列
  --id 列                 顧客を見分ける列(顧客番号など)
  --capacity 人数         リストに載せる人数。最大で半分の人には、比較のため連絡しません。
                          連絡できる人数の2倍までを目安にしてください

お金の見込みを出すとき:
  --value 列              顧客1人の1年分の価値(金額)の列
  --contact-cost 金額     連絡1件の費用(作業時間の分も含む)
  --incentive 金額        連絡して残ってくれた人全員に渡す特典の金額
  --save-rate 割合        解約するはずの人のうち、連絡で残る割合(20%、10〜30% など)
  --currency 通貨         ¥、USD など

表の読み方:
  --observed-at 列        その行がいつの時点のデータかを示す日付の列
  --within 期間           どの期間の解約を数えたか(「3か月」など)
  --left-is 値            --churned の列で「解約」を表す値(何度でも)
  --blank-is 意味         --churned の列の空欄の意味(stayed 継続、left 解約、unknown 不明)
  --drop 列               学習に使わない列(何度でも)
  --keep 列               答えや「不明」を表す値に見えても、そのまま使う列(何度でも)
  --words ファイル        列の言い方と、手を打てる列かどうかを書いたファイル

そのほか:
  --out ページ            作るページ(report.html)。リストは同じ場所に書きます
  --lang 言語             en か ja。書かなければパソコンの言語
  --help                  この説明

例:
  mlcurric report 顧客.csv --churned 解約 --id 顧客番号 --capacity 100 --lang ja""",
)

EXAMPLE = T(
    "mlcurric report customers.csv --churned churned --id customer --capacity 100",
    "mlcurric report 顧客.csv --churned 解約 --id 顧客番号 --capacity 100",
)
_NOTHING_AFTER = T(
    "{option}: nothing stands after it. Type what it is to be, with a blank between.",
    "{option}: 値がありません。空白を1つあけて、続けて書いてください。",
)
_ONE_TABLE = T(
    "Two tables are named: one table at a time. Put them together first, or make a page of each.",
    "表が2つ指定されています。表は1つだけ指定できます。先に1つにまとめるか、1つずつ作ってください。",
)
_TWICE = T("{option} is given twice. Keep one of them.", "{option} が2回指定されています。どちらか1つにしてください。")
_MEANS = {
    "--churned": T("--churned names the column that says who left.", "--churned には、解約したかどうかの列を書きます。"),
    "--id": T("--id names the column that tells customers apart.", "--id には、顧客を見分ける列(顧客番号など)を書きます。"),
    "--capacity": T("--capacity says how many customers the list is to hold.", "--capacity には、リストに載せる人数を書きます。"),
}  # fmt: skip


def language_called(text: str) -> str | None:
    """The language that somebody calls so: “ja”, “JP”, 「日本語」; None if it is none of those spoken."""
    typed = unicodedata.normalize("NFKC", text).strip().casefold()
    return next((language for language, names in _LANGUAGES.items() if typed in names), None)


def no_language(text: str) -> T:
    """What is said of a language that is not spoken."""
    said = T(
        "--lang: “{text}” is not available. Type en or ja.",
        "--lang: 「{text}」は使えません。en か ja と書いてください。",
    )
    return said.format(text=text[:40])


def typed_option(option: str, value: str) -> str:
    """An option with what stands after it, as it is typed: ``--keep "monthly fee"``."""
    if not _BARE.fullmatch(value):
        value = '"' + value.replace('"', '\\"') + '"'
    return f"{option} {value}"


def missing(table: str, needed: dict[str, str]) -> tuple[T, ...]:
    """What is needed and was not typed, all of it at once, a sentence each; empty if nothing is missing.

    Args:
        needed: what was typed after each option.
    """
    example = T("For example: {example}", "例: {example}").format(example=EXAMPLE)
    if not table.strip():
        which = T("Which table?", "どの表から作るのかが書かれていません。")
        return which, T("Type its file after “report”.", "report のあとに、表のファイルを書いてください。"), example
    absent = [option for option, text in needed.items() if not text.strip()]
    if not absent:
        return ()
    said = T("{options}: missing.", "{options}: 指定がありません。").format(options=", ".join(absent))
    return said, *(_MEANS[option] for option in absent), example


def misused(typed: Sequence[str], options: Sequence[str], repeatable: Sequence[str]) -> T | None:
    """What is wrong with an option that there is: nothing stands after it, or it is given twice; None if nothing is.

    Args:
        typed: as it stands on the command line.
        options: that need something after them, such as “--id”.
        repeatable: those of them that may be given several times.
    """
    given: set[str] = set()
    after = False
    for at, text in enumerate(typed):
        if after:
            after = False
            continue
        option, is_one, _ = text.partition("=")
        if option not in options:
            continue
        after = not is_one
        if after and (at + 1 == len(typed) or typed[at + 1].partition("=")[0] in (*options, "--help")):
            return _NOTHING_AFTER.format(option=option)
        if option in given and option not in repeatable:
            return _TWICE.format(option=option)
        given.add(option)
    return None


def leftover(typed: Sequence[str], options: Sequence[str]) -> T | None:
    """What is wrong with what belongs to no option; None if it is the table alone.

    Args:
        typed: as it stands on the command line.
        options: that there are, such as “--id”.
    """
    for text in typed:
        plain = unicodedata.normalize("NFKC", text)
        name = plain.lstrip(_DASHES)
        if name == plain:
            continue
        first, *rest = re.split(r"[\s=]", name, maxsplit=1)
        option = "--" + first.lower().translate(_HYPHENS).replace("_", "-")
        if option in options:
            return _with_other_signs(text, option, wide=bool(rest) and "\u3000" in text)
        # Without the dashes, which all of them share.
        near = [
            "--" + one for one in difflib.get_close_matches(option[2:], [one[2:] for one in options], 3, cutoff=0.7)
        ]
        if plain.startswith("-") or near:
            names = T(" or ".join(near), " か ".join(near)) if near else ", ".join(options)
            said = (
                T("There is no option “{text}”. Is it {names}?", "「{text}」という指定はありません。{names} でしょうか。")
                if near
                else T("There is no option “{text}”. There are {names}.", "「{text}」という指定はありません。使えるのは {names} です。")
            )  # fmt: skip
            return said.format(text=text[:40], names=names)
    if len(typed) < 2:
        return None
    if all(each.lower().endswith(TABLES) for each in typed[:2]):
        return _ONE_TABLE
    said = T(
        "“{text}” is too much: it belongs to no option. A name with blanks needs quotes around it.",
        '「{text}」がどの指定のものかわかりません。空白の入った名前は、半角の引用符 " で囲んでください。',
    )
    return said.format(text=typed[1][:40])


def _with_other_signs(text: str, option: str, wide: bool) -> T:
    """Of an option that there is, typed with a full-width blank behind it or with other dashes before it."""
    if wide:
        said = T("“{text}” holds a full-width blank.", "「{text}」に全角の空白が入っています。")
        way_out = T("Type a plain one after {option}.", "{option} のあとは半角の空白にしてください。")
    else:
        said = T(
            "The dashes of “{text}” are not those of {option}.",
            "「{text}」の先頭の線が、{option} の記号ではありません。",
        )
        way_out = T("Type two plain minus signs.", "半角のマイナス(-)を2つ続けて打ってください。")  # fmt: skip
    return run_on([said.format(text=text[:40], option=option), way_out.format(option=option)])
