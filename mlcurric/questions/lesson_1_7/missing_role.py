"""A project that stalled: the role that nobody filled, and what the product manager does about it."""

from __future__ import annotations

from mlcurric.question.choices import Choice
from mlcurric.question.fields import Field, Fields
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed, passed
from mlcurric.subject.roles import ROLES
from mlcurric.text import T

_LETTERS = dict(zip("abcdefgh", ROLES, strict=True))
_RIGHT = {"missing": "mlops_engineer", "yours": "d"}
# In the story somebody did each of the other seven; the feedback says where.
_THERE = {
    "account_manager": T(
        "The Go is there, twice: from Ms Mori, and from the people who call.",
        "実施判断は、森さんからも、電話をかける人たちからも出ています。",
    ),
    "ux_designer": T(
        "Somebody sat with the callers for two days, and they liked the card.",
        "デザイナーが担当者の横に2日座って描いたカードは、喜ばれました。",
    ),
    "data_scientist": T(
        "A method was picked, and it beat the rule on later customers.",
        "手法は選ばれていて、あとの時期の顧客でもルールに勝っています。",
    ),
    "project_engineering_manager": T(
        "Somebody kept plan and people together: the list was on time.",
        "計画と人はまとまっていました。最初のリストは約束の日に出ています。",
    ),
    "ml_engineer": T(
        "The first program is there: it runs without Ken.",
        "最初の実装はあります。健さんがいなくても動いています。",
    ),
    "application_engineer": T(
        "Somebody built the list into the CRM.",
        "リストはCRMに組み込まれています。",
    ),
    "infrastructure_engineer": T(
        "The machines were ready in time.",
        "機械は期日までにそろっていました。",
    ),
}
_YOURS: dict[str, tuple[T, T]] = {
    "a": (
        T("I learn MLOps and do it myself in the evenings.", "自分がMLOpsを勉強し、夜に引き受ける。"),
        T(
            "Brave, but then it hangs on your evenings; the gap stays, and nobody sees it.",
            "立派ですが、今度はあなたの夜に頼る仕組みになります。穴は残り、誰の目にも見えません。",
        ),
    ),
    "b": (
        T("I ask Ken to watch over it as well.", "健さんに、ついでに見てもらう。"),
        T(
            "Ken was there to pick a method. A job on top of another is a job that waits, and nobody sees it wait.",
            "健さんの役目は手法を選ぶことでした。「ついで」の仕事は後回しになり、しかも後回しになったことに誰も気づきません。",
        ),
    ),
    "c": (
        T(
            "Nothing: whom to employ is the head of development's affair.",
            "何もしない。人の配置は開発部長が考えること。",
        ),
        T(
            "Filling the gap may be. But a gap that nobody has shown is filled by nobody.",
            "埋めるのは部長かもしれません。でも、誰も見せていない穴は誰にも埋められません。",
        ),
    ),
    "d": (
        T(
            "I show Ms Mori and the head of development the gap, what it costs each week, and ask for a name and a date.",
            "森さんと開発部長に、空いている役と毎週の損失を見せ、誰がいつからやるかを決めてもらう。",
        ),
        T("Yes.", "そのとおり。"),
    ),
}


def _check(answer: dict[str, str]) -> Verdict:
    role, yours = _LETTERS[answer["missing"]], answer["yours"]
    share = ((role == _RIGHT["missing"]) + (yours == _RIGHT["yours"])) / 2
    if role != _RIGHT["missing"]:
        seen = T("missing: {role} – {brings}.", "missing: {role}。{brings}。").format(
            role=ROLES[role].name, brings=ROLES[role].brings
        )
        return failed(seen, _THERE[role], share=share, misconception=f"there_{role}")
    if yours != _RIGHT["yours"]:
        seen = T("The role is right. Now yours.", "役は当たりです。次は yours です。")
        return failed(seen, _YOURS[yours][1], share=share, misconception=f"yours_{yours}")
    return passed(
        T(
            "Yes: nobody watched, gathered the answers of the calls, and taught the model anew. And the gap is yours to show, not to fill.",
            "そのとおり。見張り、電話の結果を集め、学習し直す人がいませんでした。あなたの仕事は、その穴を埋めることではなく、見えるようにすることです。",
        )
    )


def _letter(role: str) -> str:
    return next(letter for letter, name in _LETTERS.items() if name == role)


_MODEL = {"missing": _letter(_RIGHT["missing"]), "yours": _RIGHT["yours"]}

missing_role = Question(
    name="missing_role",
    data="none",
    kind="M",
    form=Fields(
        {
            "missing": Field(
                T("the role that nobody fills", "誰も担っていない役"),
                Choice({letter: ROLES[role].name for letter, role in _LETTERS.items()}),
            ),
            "yours": Field(
                T("what you do on Monday as product manager", "プロダクトマネージャーのあなたが月曜にすること"),
                Choice({letter: label for letter, (label, _) in _YOURS.items()}),
            ),
        }
    ),
    points=3,
    title=T("Which role is missing?", "足りない役はどれですか"),
    check=_check,
    hints=(
        T(
            "Go through the story with a pencil: for each role, underline the sentence that shows it.",
            "話を読み返し、それぞれの役の働きがわかる文に線を引いてみましょう。",
        ),
        T(
            "All was well in May. Whose work begins only after that?",
            "5月まではうまくいっていました。そのあとに仕事が始まるのは、どの役でしょう。",
        ),
    ),
    misconceptions=(
        *(Misconception(f"there_{role}", {**_MODEL, "missing": _letter(role)}, says) for role, says in _THERE.items()),
        *(
            Misconception(f"yours_{letter}", {**_MODEL, "yours": letter}, says)
            for letter, (_, says) in _YOURS.items()
            if letter != _RIGHT["yours"]
        ),
    ),
    why=T(
        "Seven roles leave a trace in the story. Operation begins where the project seems to be over, so it is the one most easily forgotten.",
        "7つの役は、どれも話の中に跡を残しています。運用が始まるのは、終わったように見えたあと。だから、いちばん忘れられやすいのです。",
    ),
)
