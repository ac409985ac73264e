"""What in a use-case list excludes each other: a point that the words beside it do not bear, a line that leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlcurric.subject.board.model import TO_BE, Board
from mlcurric.subject.product.finding import LineFinding
from mlcurric.subject.said import is_anybody, is_method_alone, is_none, names_method, plain
from mlcurric.subject.usecases.criteria import CRITERIA
from mlcurric.subject.usecases.finding import Rule
from mlcurric.subject.usecases.method_findings import BY_HAND_FOR_A_WEEK
from mlcurric.subject.usecases.usecase import AUTOMATE, NOT_TRIED, YES, UseCase, UseCaseList
from mlcurric.text import T

_HARM = re.compile(
    r"personal data|privacy|gdpr|legal|compliance|consent|discriminat|complaint|lawsuit|security|"
    r"個人情報|プライバシー|法務|法律|違法|コンプライアンス|同意|差別|苦情|クレーム|訴訟|炎上|漏えい|漏洩|セキュリティ"
)
_NOBODY = re.compile(r"\b(?:nobody|no ?one|none|nothing)\b|誰も|なし|無し|無い|ない|いません|ありません")
_FEW = 3
"""From so many use cases on, a criterion on which all are level is asked about."""


def use_case_findings(cases: UseCaseList, board: Board | None = None) -> list[LineFinding]:
    """Everything in a list that excludes each other, what is wrong before what is asked.

    Gates are no findings: a use case may be stopped, and be told truly (see ``closed_gates``).

    Args:
        board: that the list comes from; with it the links are looked up.
    """
    found = [finding for case in cases for rule in _RULES for finding in rule.findings(case, case.title)]
    if board is not None:
        found += [finding for case in cases for finding in _links(case, board)]
    found += [*_twins(cases), *_level(cases)]
    return sorted(found, key=lambda finding: finding.asks)


def _high(score: float | None, least: float = 4) -> bool:
    return score is not None and score >= least


def _low(score: float | None, most: float = 2) -> bool:
    return score is not None and score <= most


def _anybody(text: str) -> bool:
    return is_none(text) or is_anybody(text)


def _by_nobody(text: str) -> bool:
    """Whether it says that the work is not done at all, and not that nobody has asked yet."""
    return is_none(text) and bool(_NOBODY.search(plain(text)))


_RULES = (
    Rule(
        "urgent_nobody",
        "urgency target_user",
        lambda case: _high(case.urgency) and _anybody(case.target_user),
        T("urgency {a}, but nobody in particular suffers (“{b}”).", "緊急度{a}なのに、困っている人がわかりません(「{b}」)。"),
        T("Who is in trouble, in what situation? Or lower the urgency.", "誰が、どんな場面で困っていますか。書けなければ、緊急度を下げましょう。"),
    ),
    Rule(
        "important_nobody",
        "importance target_user",
        lambda case: not _high(case.urgency) and _high(case.importance) and _anybody(case.target_user),
        T("importance {a}, but nobody in particular suffers (“{b}”).", "重要度{a}なのに、困っている人がわかりません(「{b}」)。"),
        T("Who is in trouble, in what situation? Or lower the importance.", "誰が、どんな場面で困っていますか。書けなければ、重要度を下げましょう。"),
    ),
    Rule(
        "ml_problem",
        "problem",
        lambda case: names_method(case.problem),
        T("the method stands in the problem (“{a}”).", "課題の欄に手段が書かれています(「{a}」)。"),
        T("What hurts without it? Write that; ML comes last.", "それがなくて困るのは何ですか。そちらを書きましょう。MLは最後です。"),
    ),
    Rule(
        "method_alone",
        "ml",
        lambda case: bool(case.ml) and is_method_alone(case.ml),
        T("“{a}” is a method; what does it estimate?", "「{a}」は手段の名前です。何を見積もるのかがわかりません。"),
        T("Write: from …, how likely it is that …", "「…から、…の見込みを見積もる」の形で書きましょう。"),
    ),
    Rule(
        "nothing_to_learn",
        "ml",
        lambda case: bool(case.ml.strip()) and is_none(case.ml) and case.rule_enough != YES,
        T("ML estimates “{a}”: there is nothing to learn.", "MLが見積もることが「{a}」です。学ぶものがありません。"),
        T("If a rule is enough, say “yes” there; else write what would be estimated better than by the rule.", "ルールで足りるなら、「ルールで足りるか」を「足りる」に。足りないなら、ルールよりうまく見積もれることを書きましょう。"),
        asks=True,
    ),
    Rule(
        "to_be_alone",
        "to_be as_is",
        lambda case: not is_none(case.to_be) and is_none(case.as_is) and not _by_nobody(case.as_is),
        T("there is a to-be (“{a}”), and no as-is.", "「これから」(「{a}」)はあるのに、「いま」がありません。"),
        T("Ask somebody who does it today.", "いまやっている人に聞いて書きましょう。"),
    ),
    Rule(
        "to_be_of_nobody",
        "as_is to_be",
        lambda case: not is_none(case.to_be) and _by_nobody(case.as_is),
        T("nobody does this today (“{a}”).", "いまは誰もやっていない仕事です(「{a}」)。"),
        BY_HAND_FOR_A_WEEK,
        asks=True,
    ),
    Rule(
        "nothing_changes",
        "as_is to_be",
        lambda case: not is_none(case.as_is) and plain(case.as_is) == plain(case.to_be),
        T("as is and to be are the same (“{a}”).", "「いま」と「これから」が同じです(「{a}」)。"),
        T("What will be different, and for whom?", "何が、誰にとって変わりますか。"),
    ),
    Rule(
        "nobody_acts",
        "output who_acts",
        lambda case: not is_none(case.output) and is_none(case.who_acts),
        T("an output (“{a}”), and nobody is named who acts on it.", "アウトプット(「{a}」)はあるのに、見て動く人が書かれていません。"),
        T("Who does what on the day they get it? If nobody: leave the idea.", "受け取った日に、誰が何をしますか。いなければ、この案は見送りです。"),
    ),
    Rule(
        "output_is_input",
        "input output",
        lambda case: not is_none(case.input) and plain(case.input) == plain(case.output),
        T("input and output are the same (“{a}”).", "インプットとアウトプットが同じです(「{a}」)。"),
        T("What do people get that is not there yet?", "まだないものとして、人に何が届きますか。"),
    ),
    Rule(
        "data_none",
        "data data_now",
        lambda case: _high(case.data, 3) and bool(case.data_now.strip()) and is_none(case.data_now),
        T("data {a}, but what data there are says “{b}”.", "データの点が{a}なのに、いまあるデータの欄は「{b}」です。"),
        T("Name the data, or score a 1.", "データの名前を書くか、1点にしましょう。"),
    ),
    Rule(
        "data_there",
        "data data_now",
        lambda case: case.data == 1 and not is_none(case.data_now),
        T("data 1 means none; but there are “{b}”.", "データ1点は「ない」ですが、「{b}」とあります。"),
        T("Can they be used? Then it is at least a 2.", "使えるなら2点以上です。使えないなら、その理由を書きましょう。"),
        asks=True,
    ),
    Rule(
        "fit_nobody",
        "workflow_fit workflow_owner",
        lambda case: _high(case.workflow_fit) and is_none(case.workflow_owner),
        T("workflow fit {a}, but nobody is named as owner of the workflow.", "業務へのなじみが{a}点なのに、業務の責任者の名前がありません。"),
        T("Who told you that it fits? Write who may change that work.", "なじむと言ったのは誰ですか。仕事のやり方を変えてよい人の名前を書きましょう。"),
    ),
    Rule(
        "sponsor_nobody",
        "sponsor sponsor_name",
        lambda case: _high(case.sponsor, 2) and is_none(case.sponsor_name),
        T("the sponsor's will is a {a}, but there is no name.", "スポンサーの本気度が{a}点なのに、名前がありません。"),
        T("Write the name, or score a 1.", "名前を書くか、1点にしましょう。"),
    ),
    Rule(
        "sponsor_named",
        "sponsor sponsor_name",
        lambda case: case.sponsor == 1 and not is_none(case.sponsor_name),
        T("the sponsor's will is 1 (nobody), but {b} is named.", "本気度1点は「いない」ですが、名前(「{b}」)があります。"),
        T("Has {b} said no? Then take the name away; else it is at least a 2.", "断られたのなら名前を消し、そうでなければ2点以上にしましょう。"),
    ),
    Rule(
        "easy_obstacle",
        "feasibility obstacles",
        lambda case: case.feasibility == 5 and not is_none(case.obstacles),
        T("feasibility 5, and an obstacle (“{b}”).", "実現しやすさが5点なのに、障害があります(「{b}」)。"),
        T("If you have built one like it, how did you get round that?", "似たものを作ったとき、それをどう乗り越えましたか。"),
        asks=True,
    ),
    Rule(
        "risk_turned",
        "risk obstacles",
        lambda case: case.risk == 5 and bool(_HARM.search(plain(f"{case.obstacles} {case.gates}"))),
        T("risk 5 means hardly any; but “{b}” is named.", "リスク5点は「ほとんどない」です。一方で「{b}」とあります。"),
        T("Was 5 meant as a great risk? Then it is a 1.", "「大きい」つもりの5なら、1点に直しましょう。"),
        asks=True,
    ),
    Rule(
        "alone_at_risk",
        "mode risk",
        lambda case: case.mode == AUTOMATE and _low(case.risk),
        T("the machine acts alone where a mistake is dear (risk {b}).", "間違いが高くつくのに(リスク{b}点)、機械がひとりで動きます。"),
        T("Who sees it before it is out? Or let it help a person.", "世に出る前に、誰が見ますか。人を助ける形にもできます。"),
        asks=True,
    ),
    Rule(
        "untried_rule",
        "value rule_enough",
        lambda case: case.value == 5 and case.rule_enough == NOT_TRIED,
        T("value 5, and nobody has tried the rule.", "価値5点なのに、ルールを誰も試していません。"),
        T("A rule could be running next week. Try it first.", "ルールなら来週にも動かせます。先に試しましょう。"),
        asks=True,
    ),
    Rule(
        "valued_unimportant",
        "value importance",
        lambda case: case.value == 5 and _low(case.importance),
        T("value 5 for a problem of importance {b}.", "重要度{b}の課題を解いて、価値が5点です。"),
        T("Which of the two is right? Ask the person who suffers.", "どちらが本当ですか。困っている本人に聞きましょう。"),
        asks=True,
    ),
    Rule(
        "important_worthless",
        "value importance",
        lambda case: _low(case.value, 1) and case.importance == 5,
        T("importance {b}, but solving it is worth {a}.", "重要度{b}なのに、解いたときの価値が{a}点です。"),
        T("Which of the two is right? Ask the person who suffers.", "どちらが本当ですか。困っている本人に聞きましょう。"),
        asks=True,
    ),
)  # fmt: skip


def _links(case: UseCase, board: Board) -> Iterator[LineFinding]:
    """What is wrong about the notes that a use case names."""
    lost = [number for number in case.notes if number not in board.notes]
    notes = [board.notes[number] for number in case.notes if number in board.notes]
    if lost:
        yield _about(
            "link_nowhere",
            case,
            T("note {numbers} is not on the board.", "付箋{numbers}はボードにありません。").format(numbers=", ".join(map(str, lost))),
            T("Look up the number.", "番号を確かめましょう。"),
        )  # fmt: skip
    elif not notes:
        yield _about(
            "no_link",
            case,
            T("it comes from no note on the board.", "もとになった付箋がありません。"),
            T("Which hotspot does it answer? Write its number.", "どのホットスポットへの答えですか。番号を書きましょう。"),
        )  # fmt: skip
    elif not any(note.kind in ("hotspot", "opportunity") for note in notes):
        yield _about(
            "no_hotspot",
            case,
            T("it is linked to {tags}, none of them a hotspot.", "{tags}につながっていますが、ホットスポットではありません。").format(tags=", ".join(note.tag for note in notes)),
            T("Which hotspot does it answer? Write its number too.", "どのホットスポットへの答えですか。その番号も書きましょう。"),
            asks=True,
        )  # fmt: skip
    elif all(note.layer == TO_BE for note in notes):
        yield _about(
            "only_to_be",
            case,
            T("all its notes are on the to-be layer.", "つながっている付箋は、どれも「これから」の層です。"),
            T("What hurts today? Link that note too.", "いま困っていることの付箋にもつなぎましょう。"),
            asks=True,
        )


def _about(name: str, case: UseCase, says: T, way_out: T, asks: bool = False) -> LineFinding:
    told = T("{title}: {says}", "{title}: {says}").format(title=case.title, says=says)
    return LineFinding(name, (f"{case.id}.board",), told, way_out, asks)


def _twins(cases: UseCaseList) -> Iterator[LineFinding]:
    seen: dict[tuple[str, ...], UseCase] = {}
    for case in cases:
        key = (plain(case.input), plain(case.output), plain(case.target_user))
        if is_none(case.input) or is_none(case.output):
            continue
        first = seen.setdefault(key, case)
        if first is not case:
            yield LineFinding(
                "twins",
                (f"{first.id}.output", f"{case.id}.output"),
                T(
                    "{one} and {other}: the same people, input and output.",
                    "{one} と {other}: 対象ユーザー、インプット、アウトプットが同じです。",
                ).format(one=first.title, other=case.title),
                T("Make one of them, or say what differs.", "ひとつにまとめるか、違いを書きましょう。"),
                asks=True,
            )


def _level(cases: UseCaseList) -> Iterator[LineFinding]:
    """Criteria on which all are level, so that they decide nothing; the way out is that of scoring by pairs."""
    for name, scale in CRITERIA.items():
        scores = [score for case in cases if (score := getattr(case, name)) is not None]
        if len(scores) >= _FEW and len(scores) == len(cases) and len(set(scores)) == 1 and cases.weights.get(name, 1):
            yield LineFinding(
                "level",
                tuple(f"{case.id}.{name}" for case in cases),
                T("{name}: all have a {score}; so it decides nothing.", "{name}: 全部{score}点です。これでは順番に効きません。").format(name=scale.name, score=scores[0]),
                T("Which one is best on it, and which worst? Begin with these two.", "いちばん上と、いちばん下はどれですか。その2つから付け直しましょう。"),
                asks=True,
            )  # fmt: skip
