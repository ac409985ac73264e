"""What kind of request each need is, to which role it goes, and when: three questions about the same six needs."""

from __future__ import annotations

from mlcurric.question.makers import Item, matching_question
from mlcurric.questions.lesson_2_2.needs import KINDS, NEEDS, WHEN, Need
from mlcurric.subject.roles import ROLES
from mlcurric.text import T

ROLE_LETTERS = dict(zip("abcdefgh", ROLES, strict=True))
_ROLES = {
    letter: T("{name} – {brings}", "{name}: {brings}").format(name=ROLES[role].name, brings=ROLES[role].brings)
    for letter, role in ROLE_LETTERS.items()
}


def _wrong_roles(need: Need) -> dict[str, T]:
    says = T("The {name} {brings}. {about}", "{name}の役目は「{brings}」です。{about}")
    return {
        letter: says.format(name=ROLES[role].name, brings=ROLES[role].brings, about=need.about)
        for letter, role in ROLE_LETTERS.items()
        if role != need.role
    }


def _letter(role: str) -> str:
    return next(letter for letter, name in ROLE_LETTERS.items() if name == role)


request_kind = matching_question(
    name="request_kind",
    title=T("What kind of request?", "どの種類の依頼?"),
    points=2,
    options=KINDS,
    items={name: Item(need.says, need.kind, need.kinds) for name, need in NEEDS.items()},
    right=T(
        "Whoever is asked now knows whether to answer, to do, or to judge.",
        "これで相手は、答えるのか、手を動かすのか、判断するのかがわかります。",
    ),
    hints=(
        T(
            "What would be in your hands when the request is done: a fact, a thing that works, or an opinion of your own work?",
            "依頼が終わったとき、手元に何がありますか。事実、動くもの、それとも自分の仕事への評価?",
        ),
        T("Each kind occurs twice.", "どの種類も、2回ずつ出てきます。"),
    ),
    why=T(
        "A request whose kind is unclear is answered in the cheapest kind: you wanted a review, and got “looks good”.",
        "種類のはっきりしない依頼には、いちばん楽な答えが返ります。レビューのつもりが「いいと思います」で終わるのです。",
    ),
)
request_role = matching_question(
    name="request_role",
    title=T("To whom?", "誰に?"),
    points=3,
    options=_ROLES,
    items={name: Item(need.says, _letter(need.role), _wrong_roles(need)) for name, need in NEEDS.items()},
    right=T(
        "Six roles, six requests. The ML engineer and the MLOps engineer have none today: Rin sits beside you, and operation begins in 2-6.",
        "6つの役に、6つの依頼。MLエンジニアとMLOpsエンジニアへの依頼は、今日はありません。凛さんは隣に座っていますし、運用は 2-6 からです。",
    ),
    hints=(
        T(
            "Read what each role brings: who can give just this? No role is asked twice.",
            "役ごとの説明を読みましょう。まさにそれを出せるのは誰ですか。同じ役に2回頼むことはありません。",
        ),
        T(
            "Two roles are left over: those who build it with you, and keep it running later.",
            "余るのは2役。一緒に作る人と、あとで動かし続ける人です。",
        ),
    ),
    why=T(
        "A request goes to whoever can grant it, not to whoever sits nearest.",
        "依頼は、近くの人ではなく、それをかなえられる人に出します。",
    ),
)
request_when = matching_question(
    name="request_when",
    title=T("In what order?", "どの順番で?"),
    points=3,
    options=WHEN,
    items={name: Item(need.says, need.when, need.times) for name, need in NEEDS.items()},
    right=T(
        "What others wait for, and what takes longest, goes out first; a review goes out when there is something to judge.",
        "ほかの作業が待つもの、時間のかかるものを先に。レビューは、判断できるものができてからです。",
    ),
    hints=(
        T(
            "For each: what would have to be done again if the answer came later?",
            "それぞれ、返事が遅れたら何がやり直しになるでしょう。",
        ),
        T(
            "Four go out before the first fit. Of the two reviews one needs a model, the other a card.",
            "最初の学習の前に出すものが4つ。2つのレビューのうち、ひとつはモデル、もうひとつはカードができてからです。",
        ),
    ),
    why=T(
        "The three weeks of the access run while you work. Had you asked last, they would run while everybody waits.",
        "権限の3週間は、作業と並行して過ぎます。最後に頼んでいたら、全員で3週間待つことになります。",
    ),
)
