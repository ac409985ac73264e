"""Slips in the plan: each is an answer that shows it, and what it is about; the check words it with the learner's numbers."""

from __future__ import annotations

from typing import Any

from mlcurric.question.question import Misconception
from mlcurric.text import T

MODEL: dict[str, Any] = {
    "hypothesis": "b",
    "metric": "d",
    "baseline": "c",
    "smallest_effect": 5,
    "customers": 2400,
    "hold_out_of_100": 50,
    "left_alone_by": "b",
    "calls_a_week": 80,
    "starts_on": "2027-02-01",
    "weeks": 28,
    "cost": 5_400_000,
    "go_from": 3,
    "stop_below": 1,
    "decides": "c",
    "model_does": "c",
    "people_do": "a",
    "signed_on": "2027-01-29",
    "signed": "Mr Sato, Nao, Ken, Yuki, Rin, Daichi, Takumi, Daichi",
    "after_go": "c",
}
"""One of many plans that fit and can tell; a test holds it against the exercise's model answer."""


def _slip(name: str, en: str, ja: str, **lines: Any) -> Misconception:
    return Misconception(name, {**MODEL, **lines}, T(en, ja))


def _signed(*names: str) -> str:
    return ", ".join(names)


SLIPS = (
    # Lines that say nothing possible.
    _slip("no_customers", "no customers", "顧客がいない", customers=0),
    _slip("too_many_customers", "more customers than there are", "実際より多い顧客", customers=50_000),
    _slip("hold_out_not_of_100", "more than 100 of 100", "100人中100人を超える", hold_out_of_100=150),
    _slip("hold_out_fraction", "a share for a count of 100", "割合で書いた", hold_out_of_100=0.5),
    _slip("nobody_called", "everybody left alone", "全員に電話しない", hold_out_of_100=100),
    _slip("no_hold_out", "a hold-out of nobody", "全員に電話するくじ", hold_out_of_100=0),
    _slip("some_and_nobody", "nobody and some left alone", "電話しない人数が食い違う", left_alone_by="d"),
    _slip("no_effect", "an effect of nothing", "効果がゼロ", smallest_effect=0),
    _slip("effect_fraction", "a share for a count of 100", "割合で書いた", smallest_effect=0.05, go_from=0.03, stop_below=0.01),
    _slip("effect_above_leavers", "more kept than would leave", "解約する人より多い", smallest_effect=40),
    _slip("effect_does_not_pay", "too small to pay", "元がとれない", smallest_effect=3, go_from=2),
    _slip("effect_hoped", "what one hopes for", "期待を書いた", smallest_effect=12),
    _slip("no_threshold", "beyond 100 of 100", "100人を超える", go_from=300),
    _slip("go_at_nothing", "go from nothing on", "0以上なら実施", go_from=0, stop_below=-1),
    _slip("go_fraction", "a share for a count of 100", "割合で書いた", go_from=0.03),
    _slip("go_above_effect", "more than is wanted", "欲しい効果より上", go_from=6),
    _slip("stop_above_go", "stop above go", "中止が実施より上", stop_below=4),
    _slip("extends_harm", "harm is extended", "害でも延長", stop_below=-2),
    _slip("no_calls", "no calls", "電話が0件", calls_a_week=0),
    _slip("too_many_calls", "more calls than can be made", "電話できる件数を超える", calls_a_week=200, weeks=19),
    _slip("no_weeks", "no time", "期間がゼロ", weeks=0),
    _slip("too_many_weeks", "more than ten years", "10年を超える", weeks=1000),
    _slip("too_short", "decided before it is known", "結果が出る前に決める", weeks=13),
    # Money, days, words and signatures.
    _slip("no_cost", "free calls", "ただの電話", cost=0),
    _slip("incentive_forgotten", "vouchers forgotten", "クーポンを忘れた", cost=1_800_000),
    _slip("cost_of_everybody", "those left alone paid for", "電話しない人の分まで", cost=10_800_000),
    _slip("cost_beside_calls", "another number of calls", "件数と合わない", cost=3_000_000),
    _slip("over_budget", "more than the budget", "予算を超える", customers=2800, weeks=31, cost=6_300_000),
    _slip("in_the_past", "a day that is over", "過ぎた日", signed_on="2026-01-29"),
    _slip("signed_after_start", "thresholds after the data", "データが出てから署名", signed_on="2027-02-15"),
    _slip("too_late", "after the money ends", "予算が終わったあと", starts_on="2027-06-01"),
    _slip("hypothesis_no_number", "cannot turn out wrong", "外れようがない", hypothesis="a"),
    _slip("hypothesis_model", "about the model", "モデルの話", hypothesis="c"),
    _slip("hypothesis_feeling", "a feeling", "気持ちの話", hypothesis="d"),
    _slip("model_does_decides", "the model decides", "モデルが決める", model_does="a"),
    _slip("model_does_explains", "the model explains", "モデルが理由を教える", model_does="b"),
    _slip("people_do_obey", "no notes", "記録しない", people_do="c"),
    _slip("after_go_everybody", "nobody left to compare with", "比べる相手がいない", after_go="a"),
    _slip("after_go_later", "agreed on later", "あとで相談する", after_go="b"),
    _slip("unsigned", "a role that nobody signs for", "署名のない役", signed=_signed("Sato", "Nao", "Ken", "-", "Rin", "Daichi", "Takumi", "Daichi")),
    _slip("two_signers", "two sign as one role", "1つの役に2人", signed=_signed("Sato", "Nao", "Ken + Rin", "Yuki", "Rin", "Daichi", "Takumi", "Daichi")),
    _slip("other_signer", "somebody else signs", "担当でない人", signed=_signed("Mori", "Nao", "Ken", "Yuki", "Rin", "Daichi", "Takumi", "Daichi")),
    _slip("not_eight_names", "not eight names", "8人でない", signed="Ms Mori"),
    # What the rehearsal shows.
    _slip("cannot_move", "accuracy", "正解率", metric="a"),
    _slip("baseline_off_list", "who is not on the list", "リストに載らない人", baseline="a"),
    _slip("baseline_elsewhere", "another round", "別の回", baseline="b"),
    _slip("baseline_promise", "the model's promise", "モデルの約束", baseline="d"),
    _slip(
        "nobody_to_compare", "the whole list is called", "リスト全員に電話", customers=1000, hold_out_of_100=0,
        left_alone_by="d", baseline="d",
        cost=4_500_000,
    ),
    _slip("by_score", "parted by the score", "順番で分ける", left_alone_by="a"),
    _slip("by_callers", "parted by the callers", "電話する人が選ぶ", left_alone_by="c"),
    _slip("peeking", "every Monday", "毎週月曜", decides="a"),
    _slip("best_group", "the best group", "いちばん良いグループ", decides="b"),
    _slip("lot_not_kept", "the lot is not kept", "くじを守らない", people_do="b"),
    _slip("too_few", "too few", "少なすぎる", customers=50, weeks=14, cost=112_500),
    _slip("uneven_halves", "hardly anybody called", "電話する人が少なすぎる", hold_out_of_100=90, cost=1_080_000),
    _slip("stop_too_high", "hardly ever extended", "延長がほとんどない", smallest_effect=6, go_from=4.9, stop_below=4.5),
    _slip("go_too_high", "all or nothing", "満額でなければ中止", go_from=5),
    _slip("go_too_low", "hardly above nothing", "ほとんどゼロから実施", go_from=1, stop_below=0.5),
)  # fmt: skip
