"""The use-case list and the method-last sheets as files: what their columns are, and how a line becomes a use case."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path

from mlcurric.subject.grids import grids
from mlcurric.subject.list_kinds import Column, Table
from mlcurric.subject.sheets import Fault, Reading
from mlcurric.subject.typed import Slip
from mlcurric.subject.usecases.criteria import CRITERIA, LEAST, MOST, PROBLEM, Scale
from mlcurric.subject.usecases.method_last import MethodLastSheets, from_cells, to_cells
from mlcurric.subject.usecases.origins import origin_lines, read_origins
from mlcurric.subject.usecases.scoring import as_weights, read_weights, weights_text
from mlcurric.subject.usecases.usecase import (
    CHOICE,
    CHOSEN,
    EVEN,
    MODES,
    RULE_ENOUGH,
    RUNNER_UP,
    UseCaseList,
    from_row,
    to_row,
)
from mlcurric.subject.workbooks import Rows, hidden_sheet, read_table, table_text, workbook
from mlcurric.text import T

_MODE_WORDS = {
    **dict.fromkeys(("automation", "自動", "自動化", "自動化する", "機械がやる"), "automate"),
    **dict.fromkeys(("augmentation", "assist", "支援", "補助", "人を助ける", "人の支援", "拡張"), "augment"),
}
_ENOUGH_WORDS = {
    **dict.fromkeys(("y", "enough", "it is enough", "はい", "足りる", "○", "◯", "十分"), "yes"),
    **dict.fromkeys(
        ("n", "not enough", "it is not enough", "いいえ", "足りない", "×", "不十分", "十分でない", "十分ではない"), "no"
    ),
    **dict.fromkeys(("not yet", "untried", "未", "まだ", "未検証", "わからない", "?"), "not tried"),
}
_MODE = Column(
    "mode",
    T("automate or augment", "自動か支援か"),
    T("Does the machine do it, or help a person do it?", "機械がやり切りますか。それとも人を助けますか。"),
    ("自動化", "自動/支援"),
    12,
    MODES,
    _MODE_WORDS,
)
_ENOUGH = Column(
    "rule_enough",
    T("is the rule enough?", "ルールで足りるか"),
    T(
        "Did somebody try the rule? If it is enough, no ML is needed.",
        "ルールを試しましたか。足りるなら、機械学習は要りません。",
    ),
    ("rule is enough", "ルールで十分か"),
    11,
    RULE_ENOUGH,
    _ENOUGH_WORDS,
)
_CHOICE_WORDS = {
    **dict.fromkeys(("yes", "y", "x", "1", "first", "◯", "〇", "◎", "✓", "✔", "レ", "選んだ", "はい", "採用", "決定"), CHOSEN),
    **dict.fromkeys(("2", "second", "runner up", "△", "2位", "次", "控え"), RUNNER_UP),
}  # fmt: skip
_BOARD = Column(
    "board",
    T("notes on the board", "ボードの付箋"),
    T("The notes that it comes from, such as H12 E7.", "もとになった付箋の番号。例: H12 E7"),
    (
        "link",
        "links",
        "board link",
        "hotspot",
        "notes",
        "ボード",
        "付箋",
        "ホットスポット",
        "ボードへのリンク",
        "付箋番号",
    ),
    12,
)
_ACTS = Column(
    "who_acts",
    T("who acts on it", "見て動く人"),
    T("Who does what with the output, on the day they get it?", "アウトプットを受け取った日に、誰が何をしますか。"),
    ("acts", "user of the output", "使う人", "動く人"),
    22,
)


_IN_WORDS = {"data": "data_now", "sponsor": "sponsor_name"}


def _score(name: str, scale: Scale) -> Column:
    return Column(
        name,
        scale.name,
        scale.holds,
        scale.also,
        10,
        between=(LEAST, MOST),
        halves=True,
        if_words=_IN_WORDS.get(name, ""),
    )


_SCORES = "{value}{row}:{sponsor}{row}"
USE_CASES = Table(
    "use-cases",
    T("ML use-case list", "MLユースケース一覧"),
    (
        Column("id", T("no.", "番号"), T("U1, U2 …; kept for ever.", "U1、U2…。一度つけたら変えません。"), ("number", "#", "no", "ID"), 6),
        Column("name", T("use case", "ユースケース名"), T("In a few words.", "短い名前。"), ("title", "idea", "名前", "案", "アイデア", "タイトル", "ユースケース"), 20),
        Column("target_user", T("target user", "対象ユーザー"), T("Who suffers, by role and situation; not “users”.", "困っている人。役割と場面で書きます。「ユーザー」とだけ書かない。"), ("user", "who", "persona", "ターゲット", "ターゲットユーザー", "誰が", "利用者", "ペルソナ"), 22),
        Column("problem", T("problem", "課題"), T("What hurts; without the method.", "何に困っているか。手段は書きません。"), ("pain", "issue", "困りごと", "問題"), 28),
        Column("as_is", T("as is", "いま(As-Is)"), T("How it is done today, by whom, how long it takes.", "いまのやり方。誰が、どれだけの時間で。"), ("today", "current", "as-is", "現状", "いま", "今", "As-Is"), 28),
        Column("to_be", T("to be", "これから(To-Be)"), T("How it will be done.", "変わったあとのやり方。"), ("future", "to-be", "あるべき姿", "理想", "これから", "将来", "To-Be"), 28),
        *(_score(name, scale) for name, scale in PROBLEM.items()),
        Column("scenario", T("scenario", "シナリオ"), T("An ordinary day with it: first …, then …", "それがある1日。まず…、次に…。"), ("story", "利用シーン", "場面"), 32),
        Column("input", T("input", "インプット"), T("What the machine gets, and when.", "機械に渡すもの。いつの時点のものか。"), ("in", "入力"), 22),
        Column("ml", T("ML estimates", "MLが見積もること"), T("What is estimated from it; not “AI”.", "そこから何を見積もるか。「AI」とだけ書かない。"), ("ml", "machine learning", "method", "機械学習", "ML", "MLの役割", "MLの処理"), 22),
        Column("output", T("output", "アウトプット"), T("What people get: a list, a mark, a draft.", "人に届くもの。リスト、印、下書きなど。"), ("out", "出力"), 22),
        _ACTS,
        _MODE,
        Column("mode_why", T("why automate or augment", "自動・支援の理由"), T("What happens when it is wrong, and who notices?", "間違えたら何が起き、誰が気づきますか。"), ("why", "why automate, or why augment", "自動・支援を選んだ理由", "自動か支援かの理由"), 22),
        Column("rule", T("simplest rule", "いちばん簡単なルール"), T("What would do it without learning?", "学習なしでやるなら、どんなルールですか。"), ("baseline", "rule", "ルール", "ベースライン", "今のルール"), 22),
        _ENOUGH,
        *(_score(name, scale) for name, scale in CRITERIA.items()),
        Column("total", T("total", "合計"), T("Weights times scores; Excel adds it up.", "重み×点。Excelが計算します。"), ("sum", "score", "点数", "合計点"), 8, formula=f'IF(COUNT({_SCORES})<{len(CRITERIA)},"",SUMPRODUCT({_SCORES},{{value}}${{over}}:{{sponsor}}${{over}}))'),
        Column("data_now", T("data there are today", "いまあるデータ"), T("Which, where, since when; or “none yet”.", "何が、どこに、いつから。なければ「まだない」。"), ("data available", "あるデータ", "データの所在", "利用可能なデータ"), 24),
        Column("workflow_owner", T("owner of the workflow", "業務の責任者"), T("Who may change how this work is done: a name. Empty, it is not ranked.", "この仕事のやり方を変えてよい人の名前。空だと、順位に入りません。"), ("owner", "業務オーナー", "オーナー", "責任者"), 14),
        Column("sponsor_name", T("sponsor (name)", "スポンサー(名前)"), T("Who answers for it to the management: a name. Empty, it is not ranked.", "経営に対して責任を持つ人の名前。空だと、順位に入りません。"), ("sponsor's name", "who sponsors", "スポンサー名", "スポンサーの名前"), 14),
        Column("gates", T("gate (what stops it)", "止める条件"), T("What stops it whatever the score; “none” if nothing does.", "点が高くても止めるもの。なければ「なし」。"), ("gate", "stop", "ゲート", "停止条件", "足切り"), 22),
        Column("obstacles", T("obstacles", "障害"), T("What stands in the way and has to be removed.", "じゃまをしていて、取り除くべきもの。"), ("obstacle", "hurdles", "障壁", "懸念", "実現の障害"), 26),
        _BOARD,
        Column("chosen", T("chosen", "選んだ"), T("Which one the room builds next, and the runner-up; the scores alone do not decide.", "次に作ると決めたものに○、その次に「次点」。点だけでは決めません。"), ("choice", "decision", "選択", "決定", "採用"), 9, CHOICE, _CHOICE_WORDS),
        Column("decided_by", T("what decided", "決め手"), T("The one sentence that decided, as it was said aloud.", "声に出した、決め手の一文。"), ("why chosen", "decides", "決め手の一文", "選んだ理由"), 28),
        Column("look_again", T("looked at again on", "見直す日"), T("On which day is the choice looked at again?", "この決定を、いつ見直しますか。"), ("review", "見直し", "見直し日"), 13),
    ),
    (
        Column("title", T("title", "テーマ"), T("What the list is about.", "この一覧のテーマ。"), ("タイトル", "topic")),
        Column("team", T("team", "チーム"), T("Whose it is.", "誰の一覧か。"), ("チーム名",)),
    ),
    (
        T("One line a use case. Whoever fills it in begins on the left: a person who suffers comes before any method.", "1行にひとつ。左から順に書きます。手段より先に、困っている人です。"),
        T("Scores go from 1 to 5, and 5 always speaks for doing it: a small risk is a 5. Agree on the words for 1, 3 and 5 first. Where the middle of all scores lies between two, write a half: 3.5.", "点は1〜5。5はいつも「やるべき」側です。リスクは小さいほど5。1、3、5の言葉を先に読み合わせましょう。全員の点の真ん中が2つの点の間なら、3.5 のように書きます。"),
        T("Three names are needed before a use case is ranked: who acts on it, the owner of the workflow, the sponsor.", "順位に入るには、名前が3つ要ります。「見て動く人」「業務の責任者」「スポンサー(名前)」です。"),
        T("Weights stand in the line above the headings; change them there.", "重みは見出しのすぐ上の行にあります。そこで変えられます。"),
        T("You may add columns and move them. Keep the headings: one that is changed is guessed, and you are told as what it was read.", "列は足しても、並べ替えてもかまいません。見出しはなるべくそのままで。変えたときは、どの列として読んだかをお知らせします。"),
    ),
    pages_wide=4,
    frozen=2,
)  # fmt: skip
METHOD_LAST = Table(
    "method-last",
    T("Method-last sheet", "手段は最後シート"),
    (
        Column("id", T("no.", "番号"), T("M1, M2 …; kept for ever.", "M1、M2…。一度つけたら変えません。"), ("number", "#", "no"), 6),
        _BOARD,
        Column("whose", T("whose happiness", "誰の幸せのためか"), T("One person, by role and situation.", "役割と場面で、ひとり。"), ("who", "whose", "target user", "誰の", "誰のため", "誰の幸せ", "対象ユーザー"), 24),
        Column("happier", T("what gets better for them", "その人の何がよくなるか"), T("What can they do then that they cannot do now?", "いまできない何が、できるようになりますか。"), ("benefit", "what gets better", "何がよくなる", "うれしいこと"), 26),
        Column("by_hand", T("done by hand today, how", "いま手作業でどうやっているか"), T("By whom, how often, how long it takes.", "誰が、どれくらいの頻度で、何分かけて。"), ("today", "by hand", "現状", "手作業", "いまのやり方"), 30),
        Column("input", T("what they look at (input)", "何を見て判断するか(インプット)"), T("What is on the desk when they decide?", "判断するとき、手元に何がありますか。"), ("input", "in", "インプット", "入力"), 24),
        Column("output", T("what comes out (output)", "何が出てくるか(アウトプット)"), T("A list, a mark, a draft: what is handed on?", "リスト、印、下書き。次の人に何を渡しますか。"), ("output", "out", "アウトプット", "出力"), 24),
        _ACTS,
        Column("rule", T("the rule they go by", "いま従っているルール"), T("If they had to tell a new colleague in one sentence.", "新人にひと言で教えるなら。"), ("rule", "baseline", "ルール"), 26),
        _ENOUGH,
        Column("data", T("data", "データ"), T("Which, where, since when; or “none yet”.", "何が、どこに、いつから。なければ「まだない」。"), ("data_now", "あるデータ", "いまあるデータ"), 24),
        Column("ml", T("and only then: ML estimates", "最後に: MLが見積もること"), T("What would be estimated better than by the rule? “Nothing” is an answer.", "ルールよりうまく見積もれそうなことは。「なし」も答えです。"), ("ml", "ML", "method", "機械学習", "手段", "MLが見積もること"), 26),
        _MODE,
        Column("why", T("why automate, or why augment", "自動・支援を選んだ理由"), T("What happens when it is wrong, and who notices?", "間違えたら何が起き、誰が気づきますか。"), ("reason", "理由"), 26),
    ),
    (
        Column("title", T("title", "テーマ"), T("What the sheets are about.", "このシートのテーマ。"), ("タイトル", "topic")),
        Column("team", T("team", "チーム"), T("Whose they are.", "誰のシートか。"), ("チーム名",)),
    ),
    (
        T("One line a hotspot. Fill it in from left to right; the column on ML comes last, and may stay “nothing”.", "ホットスポットひとつにつき1行。左から順に書きます。MLの列は最後。「なし」でもかまいません。"),
        T("Several laptops: each fills in a copy; then copy the lines below each other into one file, method-last.xlsx. Only that one is read.", "パソコンが何台かあるなら、それぞれ控えに書き、最後に行をコピーして method-last.xlsx ひとつにまとめます。読むのは、そのファイルだけです。"),
    ),
    pages_wide=3,
)  # fmt: skip
_ORIGINS = "_carried"
"""The hidden sheet that says where the lines come from."""
_WEIGHTS = ("weights", "weight", "重み")


def read_use_cases(path: Path) -> Reading[UseCaseList]:
    """Read a use-case list from CSV, TSV or Excel.

    Raises:
        Slip: if there is no such file, it is damaged, or it has no column of names.
    """
    found = read_table(path, USE_CASES, "name")
    faults = list(found.faults)
    cases = tuple(from_row(cells, id) for id, cells in _numbered(found, "U", faults))
    about = {name: found.about.get(name, "") for name in ("title", "team")}
    weights, origins = _weights(found, faults, path), read_origins(hidden_sheet(path, _ORIGINS))
    return Reading(UseCaseList(cases, **about, weights=weights, more=found.more, origins=origins), tuple(faults))


def use_cases_text(cases: UseCaseList) -> str:
    """A list as the text of its CSV."""
    about = {"title": cases.title, "team": cases.team, "weights": weights_text(cases.weights)}
    return table_text(USE_CASES, [to_row(case) for case in cases], about, cases.more)


def use_cases_workbook(cases: UseCaseList) -> bytes:
    """A list as an Excel file in the language spoken, which adds up the scores.

    Raises:
        Slip: if openpyxl is missing.
    """
    about = {"title": cases.title, "team": cases.team}
    over = {str(T("weight", "重み")): {name: float(weight) for name, weight in {**EVEN, **cases.weights}.items()}}
    hidden = {_ORIGINS: lines} if (lines := origin_lines(cases.origins)) else {}
    return workbook(USE_CASES, [to_row(case) for case in cases], about, cases.more, over, hidden)


def read_method_last(path: Path) -> Reading[MethodLastSheets]:
    """Read method-last sheets from CSV, TSV or Excel.

    Raises:
        Slip: if there is no such file, it is damaged, or no column says whose happiness it is about.
    """
    found = read_table(path, METHOD_LAST, "whose")
    faults = list(found.faults)
    sheets = tuple(from_cells(cells, id) for id, cells in _numbered(found, "M", faults))
    about = {name: found.about.get(name, "") for name in ("title", "team")}
    return Reading(MethodLastSheets(sheets, **about, more=found.more), tuple(faults))


def method_last_text(sheets: MethodLastSheets) -> str:
    """Method-last sheets as the text of their CSV."""
    about = {"title": sheets.title, "team": sheets.team}
    return table_text(METHOD_LAST, [to_cells(sheet) for sheet in sheets], about, sheets.more)


def method_last_workbook(sheets: MethodLastSheets) -> bytes:
    """Method-last sheets as an Excel file in the language spoken.

    Raises:
        Slip: if openpyxl is missing.
    """
    about = {"title": sheets.title, "team": sheets.team}
    return workbook(METHOD_LAST, [to_cells(sheet) for sheet in sheets], about, sheets.more)


def _weights(found: Rows, faults: list[Fault], path: Path) -> Mapping[str, Fraction]:
    """From the line above the scores in Excel, or from the note at the head of a CSV."""
    rows = [cells for first, cells in found.over.items() if first.strip().casefold() in _WEIGHTS]
    try:
        if rows and (given := {name: cell for name in CRITERIA if (cell := rows[0].get(name, ""))}):
            return as_weights(given)
        return read_weights(found.about.get("weights", ""))
    except Slip as slip:
        faults.insert(0, Fault(_line_of_weights(path), slip.says[0], slip.says[-1], missing=True))
        return dict(EVEN)


def _line_of_weights(path: Path) -> int:
    """On which line of the file the weights stand, for whoever has to mend them."""
    for grid in grids(path.read_bytes(), path.name):
        for line, cells in grid.lines:
            if re.match(rf"[#\s]*(?:{'|'.join(_WEIGHTS)})\s*(?:[:：].*)?$", cells[0], re.IGNORECASE):
                return line
    return 1


def _numbered(found: Rows, letter: str, faults: list[Fault]) -> Sequence[tuple[str, Mapping[str, str]]]:
    """Each line with its id; one that is missing or taken gets the next that is free."""
    own = [_id(cells.get("id", ""), letter) for _, cells in found.rows]
    free = max((int(id[1:]) for id in own if re.fullmatch(rf"{letter}\d{{1,6}}", id)), default=0)
    ids: list[str] = []
    for (line, _), id in zip(found.rows, own, strict=True):
        if not id or id in ids:
            free += 1
            if id:
                faults.append(
                    Fault(
                        line,
                        T("the number {id} is taken.", "番号 {id} は重複しています。").format(id=id),
                        T("This line becomes {new}.", "この行は {new} にします。").format(new=f"{letter}{free}"),
                    )
                )
            id = f"{letter}{free}"
        ids.append(id)
    return [(id, cells) for id, (_, cells) in zip(ids, found.rows, strict=True)]


def _id(typed: str, letter: str) -> str:
    plain = unicodedata.normalize("NFKC", typed).strip()
    return (
        f"{letter}{int(found[1])}"
        if (found := re.fullmatch(rf"[{letter}{letter.lower()}]?(\d{{1,6}})", plain))
        else plain
    )
