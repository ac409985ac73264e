"""The eight roles that put machine learning to use, and a small team held against them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from mlcurric.text import T, listed


@dataclass(frozen=True)
class Role:
    """One role; a person may fill several, and none of them is called product manager.

    Attributes:
        name: what it is called.
        brings: what it brings, in a few words.
        missing: what is seen in the organisation where nobody does it.
    """

    name: T
    brings: T
    missing: T


ROLES: Mapping[str, Role] = MappingProxyType(
    {
        "account_manager": Role(
            T("account manager", "アカウントマネージャー"),
            T("gets management's Go", "経営の実施判断を引き出す"),
            T("everybody is in favour, and nobody has decided", "全員が賛成しているのに、誰も決めていない"),
        ),
        "ux_designer": Role(
            T("UX designer", "UXデザイナー"),
            T("knows who gets which experience, and gladly pays for it", "誰がどんな体験に喜んで対価を払うかを描く"),
            T("the result is right, and nobody opens it", "結果は正しいのに、誰も開かない"),
        ),
        "data_scientist": Role(
            T("data scientist", "データサイエンティスト"),
            T("picks the method, not only ML", "手法を選ぶ。機械学習とは限らない"),
            T("the method is chosen because it is new", "新しいからという理由で手法が決まる"),
        ),
        "project_engineering_manager": Role(
            T("project engineering manager", "プロジェクトエンジニアリングマネージャー"),
            T("keeps the plan, the people and the technology together", "計画と人と技術をひとつにまとめる"),
            T("each part is done, and the whole is late", "部品はできたのに、全体が遅れる"),
        ),
        "ml_engineer": Role(
            T("ML engineer", "MLエンジニア"),
            T(
                "turns the method into a first program that others can run",
                "手法を、ほかの人も動かせる最初の実装にする",
            ),
            T("it runs on one laptop only", "1台のパソコンでしか動かない"),
        ),
        "mlops_engineer": Role(
            T("MLOps engineer", "MLOpsエンジニア"),
            T(
                "keeps it running: watches it, collects labels, retrains",
                "動かし続ける。監視し、正解ラベルを集め、再学習する",
            ),
            T("it was good in spring, and nobody knows how good it is now", "春はよかった。いまどうかは誰も知らない"),
        ),
        "application_engineer": Role(
            T("application engineer", "アプリケーションエンジニア"),
            T("builds it into the system that people work in", "人が仕事で使うシステムに組み込む"),
            T("the list is a file that somebody copies by hand", "リストはファイルのまま、手で書き写している"),
        ),
        "infrastructure_engineer": Role(
            T("infrastructure engineer", "インフラエンジニア"),
            T(
                "provides the machines, the data stores and the access to them",
                "機械とデータの置き場、その権限を用意する",
            ),
            T("the access that was asked for in May comes in August", "5月に頼んだ権限が、8月に下りる"),
        ),
    }
)
"""The roles in the order in which the work meets them.

Source D of the curriculum: eight roles for putting ML to use. What is seen where one is missing is our own wording.
"""
_MYSELF = {"me", "i", "myself", "mine", "私", "自分", "わたし", "僕", "俺"}
_NOBODY = {"", "...", "ellipsis", "none", "nobody", "?", "-", "–", "―", "なし", "いない", "未定"}


@dataclass(frozen=True)
class Cover:
    """Who fills the eight roles.

    Attributes:
        others: role → the name of somebody else.
        mine: the roles that the reader takes.
        gaps: the roles that nobody fills, in their order.
    """

    others: Mapping[str, str]
    mine: tuple[str, ...]
    gaps: tuple[str, ...]


def cover(who: Mapping[str, Any]) -> Cover:
    """Hold a team against the eight roles.

    Args:
        who: role → a name, ``"me"`` for the reader; an empty text, ``...`` or a role left out is nobody.
    """
    names = {role: _name(who.get(role, "")) for role in ROLES}
    plain = {role: name.casefold() for role, name in names.items()}
    return Cover(
        {role: name for role, name in names.items() if plain[role] not in _MYSELF | _NOBODY},
        tuple(role for role in ROLES if plain[role] in _MYSELF),
        tuple(role for role in ROLES if plain[role] in _NOBODY),
    )


def roles_in_words(who: Mapping[str, Any]) -> str:
    """How many roles are filled, which are the reader's, and how each gap shows, in the language spoken now."""
    team = cover(who)
    people = len({name.casefold() for name in team.others.values()}) + bool(team.mine)
    lines = [
        str(
            T(
                "{n} of {all} roles are filled, by {people} people.", "{all}役のうち{n}役を、{people}人で担っています。"
            ).format(n=len(ROLES) - len(team.gaps), all=len(ROLES), people=people)
        )
    ]
    if team.mine:
        lines.append(
            str(T("Yours: {roles}", "あなたの役: {roles}").format(roles=listed(ROLES[role].name for role in team.mine)))
        )
    if team.gaps:
        lines.append(str(T("Nobody does this yet. How it shows:", "まだ誰もいない役と、そのときに起きること:")))
    lines += [f"  {ROLES[role].name}: {ROLES[role].missing}" for role in team.gaps]
    return "\n".join(lines)


def _name(value: Any) -> str:
    if value is ... or value is None:
        return ""
    return unicodedata.normalize("NFKC", str(value)).strip()
