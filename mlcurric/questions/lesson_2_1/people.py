"""The people whom the pair can ask, what each of them answers for, and what is said to whoever asks the wrong one."""

from __future__ import annotations

from dataclasses import dataclass

from mlcurric.text import T


@dataclass(frozen=True)
class Person:
    """Somebody with a part in the formula, or none.

    Attributes:
        name: as people call them.
        does: what they do, in a few words.
        answers_for: what they can say a number of, and are asked when it turns out wrong.
    """

    name: T
    does: T
    answers_for: T


PEOPLE = {
    "a": Person(
        T("Ms Mori", "森さん"),
        T("sponsor, holds the budget", "スポンサー。予算を持つ"),
        T("what is worth doing, and what is not", "やる価値があるかどうか"),
    ),
    "b": Person(
        T("Ms Ueda", "上田さん"),
        T("finance", "経理"),
        T("what things cost in the books", "帳簿の上で、何にいくらかかるか"),
    ),
    "c": Person(
        T("Ms Kato", "加藤さん"),
        T("leads support", "サポート部門のリーダー"),
        T("how her people work, and how long it takes", "サポートの人たちの働き方と、かかる時間"),
    ),
    "d": Person(
        T("Takumi", "拓海さん"),
        T(
            "application engineer: builds the CRM, in which tickets are logged",
            "アプリ担当。問い合わせが記録されるCRMを作る",
        ),
        T("what the CRM counts", "CRMが数えているもの"),
    ),
    "e": Person(
        T("Rin", "凛さん"),
        T(
            "ML engineer: made the model, and tried it on later tickets",
            "MLエンジニア。モデルを作り、あとの時期の問い合わせで試した",
        ),
        T("how often the model is wrong", "モデルがどのくらい間違えるか"),
    ),
    "f": Person(
        T("Daichi", "大地さん"),
        T("infrastructure and MLOps: platform and licences", "インフラとMLOps。基盤とライセンスの担当"),
        T("what the platform costs", "基盤の費用"),
    ),
    "g": Person(
        T("Mr Sato", "佐藤さん"),
        T("head of sales", "営業部長"),
        T("prices and vouchers", "料金とクーポン"),
    ),
    "h": Person(
        T("Nao", "奈緒さん"),
        T("designer of the screen", "画面のデザイナー"),
        T("what people see, and what they do with it", "画面に何が出て、人がどう動くか"),
    ),
}
OPTIONS = {
    letter: T("{name} – {does}", "{name}: {does}").format(name=person.name, does=person.does)
    for letter, person in PEOPLE.items()
}
