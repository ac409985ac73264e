"""Lines in words that nobody can be held to, and signatures: one for each role, by who does that work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mlcurric.subject.poc.plan import PocPlan
from mlcurric.subject.poc.setting import PEOPLE, Setting
from mlcurric.subject.product.finding import LineFinding, clash
from mlcurric.subject.roles import ROLES
from mlcurric.text import T, listed

_SAYS: Mapping[tuple[str, str], tuple[T, T]] = {
    ("hypothesis", "no_number"): (
        T(
            "hypothesis: no number and no day. Whatever comes out, somebody can say that it was right.",
            "hypothesis に数字も期間もありません。どんな結果でも「当たった」と言えてしまいます。",
        ),
        T("Write what would prove it wrong.", "何が起きたら「外れ」なのかを書きます。"),
    ),
    ("hypothesis", "model"): (
        T(
            "hypothesis: that is about the model. Whoever knows exactly who leaves may still lose money with each call (lesson 1-4).",
            "hypothesis がモデルの話になっています。誰が解約するかを正確に知っていても、電話で損をすることがあります(1-4)。",
        ),
        T("What do the calls change?", "電話は何を変えるのでしょう。"),
    ),
    ("hypothesis", "feeling"): (
        T(
            "hypothesis: a feeling is no reason to go on. The money comes from customers who stay.",
            "hypothesis が気持ちの話になっています。利益になるのは、解約しなかった顧客です。",
        ),
        T("What do the calls change that pays for them?", "費用に見合うだけの、何が変わるのでしょう。"),
    ),
    ("model_does", "decides"): (
        T(
            "model_does: callers who know that a customer is in mourning would have to ring all the same. And the model answers for nothing.",
            "model_does: 不幸があったばかりの顧客だと知っていても、電話しなければならなくなります。モデルは責任を取れません。",
        ),
        T("The model puts in order; people decide.", "モデルは並べる。決めるのは人です。"),
    ),
    ("model_does", "explains"): (
        T(
            "model_does: a score goes with columns; it knows no reason of one customer's (lesson 1-6).",
            "model_does: スコアは列と結びついているだけで、ひとりの顧客の理由は知りません(1-6)。",
        ),
        T("Let it do what it was judged for.", "評価した仕事だけを任せます。"),
    ),
    ("people_do", "obey"): (
        T(
            "people_do: without notes nobody will know who was not reached, or why somebody was left out.",
            "people_do: 記録がなければ、つながらなかった人も、外した理由も、あとで誰にもわかりません。",
        ),
        T("Notes are what the next model learns from.", "記録は、次のモデルの教材です。"),
    ),
    ("after_go", "everybody"): (
        T(
            "after_go: with everybody called, nobody will notice when the calls stop working (lesson 2-6).",
            "after_go: 全員に電話したら、効かなくなっても誰も気づけません(2-6)。",
        ),
        T("A small hold-out stays, and somebody runs it.", "くじで電話しない人を少し置き、動かす人を決めます。"),
    ),
    ("after_go", "later"): (
        T(
            "after_go: a trial after which nothing has been agreed on ends in a drawer.",
            "after_go: 終わったあとを決めていない試行は、引き出しの中で終わります。",
        ),
        T("Who does what on the Monday after the go?", "実施と決まった次の月曜、誰が何をしますか。"),
    ),
}


def about_words(plan: PocPlan) -> Iterator[LineFinding]:
    """Lines in words that cannot stand whatever the customers do; of words of one's own only what ``own_words`` reads."""
    for (line, key), (says, way_out) in _SAYS.items():
        if getattr(plan, line) == key:
            yield clash(f"{line}_{key}", line, says, way_out)


def about_signatures(plan: PocPlan, setting: Setting) -> Iterator[LineFinding]:
    """Roles that nobody signs for, or several do, or somebody else than who does the work."""
    if plan.unsigned:
        says = T("signed: nobody signs as {roles}.", "signed: {roles}の署名がありません。")
        way_out = T("It shows like this: {shows}.", "誰もいないと、こうなります。「{shows}」")
        first = ROLES[plan.unsigned[0]]
        yield clash(
            "unsigned",
            "signed",
            says,
            way_out,
            roles=listed(ROLES[role].name for role in plan.unsigned),
            shows=first.missing,
        )
        return
    for role, names in plan.signed.items():
        if len(names) > 1:
            says = T(
                "signed: {n} people sign as {role}: {names}.", "signed: {role}として{n}人が署名しています({names})。"
            )
            way_out = T(
                "Each of them will wait for the other. One each.", "互いに相手を待ってしまいます。1つの役に1人です。"
            )
            yield clash(
                "two_signers",
                "signed",
                says,
                way_out,
                n=len(names),
                role=ROLES[role].name,
                names=listed(map(_name, names)),
            )
            return
    for role, does in setting.signs.items():
        (name,) = plan.signed[role]
        if name != does:
            says = T(
                "signed: {who} signs as {role}, and does not do that work.",
                "signed: {who}が{role}として署名していますが、その仕事の担当ではありません。",
            )
            way_out = T(
                "Whoever signs has to say whether it can be done: {brings}.",
                "署名する人は「できる」と言える人です。この役は「{brings}」。",
            )
            yield clash(
                "other_signer",
                "signed",
                says,
                way_out,
                who=_name(name),
                role=ROLES[role].name,
                brings=ROLES[role].brings,
            )
            return


def _name(who: str) -> T:
    return PEOPLE.get(who, T(who, who))
