"""The runbook: thresholds and actions, written before anything happens, and scored in the money that they earn."""

from __future__ import annotations

from typing import Any

from mlcurric.question.choices import Choice, YesNo
from mlcurric.question.decisions import passed_by_score
from mlcurric.question.fields import Field, Fields
from mlcurric.question.forms import Number
from mlcurric.question.question import Misconception, Question
from mlcurric.question.verdict import Verdict, failed
from mlcurric.subject.digits import TEN_THOUSAND, yen_in_words
from mlcurric.subject.operations.rehearsal import Rehearsal, practice_rehearsal
from mlcurric.subject.operations.runbook import AFTER, ON_CHANGE, Runbook
from mlcurric.text import T

_YES_NO = {
    "yes": T(
        "yes: go on with what follows only if the customers have changed",
        "はい。以下に進むのは、顧客が本当に変わったときだけ",
    ),
    "no": T("no: take every alarm for a change of the customers", "いいえ。どの警報も、顧客が変わったとみなす"),
}
_ON_CHANGE = {
    "a": T("go on calling as before", "これまでどおり電話を続ける"),
    "b": T(
        "recalibrate at once (the old models, moved to the level of the outcomes that are known), and go on",
        "わかっている結果で、いまのモデルをすぐに再較正し(水準だけを合わせる)、電話を続ける",
    ),
    "c": T(
        "retrain at once on the outcomes that are known, and go on", "わかっている結果ですぐに再学習し、電話を続ける"
    ),
    "d": T("roll back to the rule, and go on", "ルールに切り戻し、電話を続ける"),
    "e": T(
        "call only so many of 100 on the list, chosen by lot (called_of_100)",
        "リストの一部だけに、くじで選んで電話する(called_of_100)",
    ),
    "f": T("switch the calls off", "電話を止める"),
}
_AFTER = {
    "a": T("call the full list again, whatever came out", "結果がどうあれ、リスト全員への電話に戻す"),
    "b": T(
        "call the full list if fewer of the called left than of those left alone by lot; else stop",
        "電話した人の解約が、くじで電話しなかった人より少なければリスト全員に戻す。そうでなければやめる",
    ),
    "c": T(
        "call the full list if of 100 called at most 5 more left than the model promised; else stop",
        "電話した100人中の解約が、モデルの約束+5人までならリスト全員に戻す。そうでなければやめる",
    ),
    "d": T("stop for the rest of the year", "その年は、もう電話しない"),
}
_MODEL: dict[str, Any] = {
    "psi_above": 0.25,
    "ask_first": "yes",
    "on_change": "e",
    "called_of_100": 30,
    "after_labels": "b",
}
_SAYS = {
    "go_on": T(
        "You go on as if nothing had happened. In the one year that earns more than ever; in the other it loses every month, and you do not look.",
        "何もなかったように続けています。片方の年はこれまで以上の利益、もう片方は毎月の赤字。しかも、確かめていません。",
    ),
    "impossible_share": T(
        "Of 100 on the list 0 to 100 can be called.", "リストの100人中、電話できるのは0〜100人です。"
    ),
    "impossible_psi": T(
        "A PSI is never below 0; with such a threshold the alarm would ring always.",
        "PSIは0より小さくなりません。このしきい値では、警報が鳴りっぱなしになります。",
    ),
    "deaf": T(
        "At this threshold the alarm never rings when prices rise, and whatever you wrote below is not done.",
        "このしきい値では、値上げのあった月に警報が鳴りません。下に書いた手順も、使われないままです。",
    ),
    "every_alarm_real": T(
        "Every alarm counts as a change of the customers: three months of fewer calls because logins were counted in another way. Asking takes a day.",
        "どの警報も「顧客が変わった」とみなしています。ログインの数え方が変わっただけで、3か月も電話を減らすことに。聞けば1日で済みます。",
    ),
    "recalibrate_at_once": T(
        "The newest outcomes are three months old: from before the price rise. The level moves to that of the old world, and whom a call helps is not learned anew at all.",
        "いちばん新しい結果でも3か月前、つまり値上げの前です。合わせた先は、古い世界の水準。しかも、電話が誰に効くかは学び直していません。",
    ),
    "retrain_at_once": T(
        "The newest outcomes are three months old: from before the price rise. The new model learns the old world, and from a few hundred calls instead of last year's pilot.",
        "いちばん新しい結果でも3か月前、つまり値上げの前です。新しいモデルが学ぶのは古い世界。しかも材料は、去年の試行ではなく数百件の電話です。",
    ),
    "roll_back": T(
        "The rule calls whoever has had a price rise: half of all customers now. What you go back to has to stand the change as well.",
        "ルールは、値上げのあった人に電話します。いまや顧客の半分です。戻る先も、この変化に耐えられなければ意味がありません。",
    ),
    "switch_off": T(
        "Nothing is lost, and nothing is learned: where nobody is called, nothing can be compared, and in one year of the two the calls would have helped more than ever.",
        "損は出ません。でも、何もわかりません。電話しなければ比べようがなく、2つの年の片方では、電話がこれまで以上に効いたはずなのです。",
    ),
    "nobody_called": T(
        "A trial in which nobody is called is the off switch. Some have to be called, or there is nothing to compare.",
        "誰にも電話しない試行は、停止と同じです。比べるには、電話する人も要ります。",
    ),
    "share": T(
        "Less than one of 100: that looks like a share. 30 of 100 is typed 30, not 0.3.",
        "100人中1人に足りません。割合を書いていませんか。100人中30人なら、0.3 ではなく 30 です。",
    ),
    "nobody_left_alone": T(
        "A trial in which everybody is called has nobody to compare with: it is going on as before, under another name.",
        "全員に電話する試行には、比べる相手がいません。名前が違うだけで、これまでどおりと同じです。",
    ),
    "not_looked_at": T(
        "You pay three months for an answer, and then call the full list whatever it is.",
        "3か月かけて答えを手に入れたのに、それを見ずにリスト全員への電話に戻しています。",
    ),
    "against_promise": T(
        "In both years far more of the called left than was promised, so this always says stop. That the world got harder is not the same as calls that do harm.",
        "どちらの年も、電話した人の解約は約束をはるかに超えました。これでは必ず「やめる」になります。世の中が厳しくなったことと、電話が害になることは、別の話です。",
    ),
    "stops_anyway": T(
        "You pay for an answer, and stop whatever it is: in one of the two years calls help more than ever.",
        "答えを手に入れたのに、結果によらずやめています。2つの年の片方では、電話がこれまで以上に効きます。",
    ),
}
_EXAMPLES: dict[str, dict[str, Any]] = {
    "go_on": {"on_change": "a", "after_labels": "a"},
    "impossible_share": {"called_of_100": 200},
    "impossible_psi": {"psi_above": -1},
    "deaf": {"psi_above": 2.5},
    "every_alarm_real": {"ask_first": "no"},
    "recalibrate_at_once": {"on_change": "b", "after_labels": "a"},
    "retrain_at_once": {"on_change": "c", "after_labels": "a"},
    "roll_back": {"on_change": "d", "after_labels": "a"},
    "switch_off": {"on_change": "f"},
    "nobody_called": {"called_of_100": 0},
    "share": {"called_of_100": 0.3},
    "nobody_left_alone": {"called_of_100": 100},
    "not_looked_at": {"after_labels": "a"},
    "against_promise": {"after_labels": "c"},
    "stops_anyway": {"after_labels": "d"},
}


def as_runbook(answer: dict[str, Any]) -> Runbook:
    """The runbook that an answer describes."""
    return Runbook(
        psi_above=answer["psi_above"],
        ask_first=answer["ask_first"] == "yes",
        on_change=dict(zip(_ON_CHANGE, ON_CHANGE, strict=True))[answer["on_change"]],
        called_of_100=answer["called_of_100"],
        after=dict(zip(_AFTER, AFTER, strict=True))[answer["after_labels"]],
    )


def _impossible(answer: dict[str, Any]) -> str | None:
    """What nobody could carry out; such a runbook cannot be made."""
    if not 0 <= answer["called_of_100"] <= 100:
        return "impossible_share"
    return None if answer["psi_above"] > 0 else "impossible_psi"


def _finding(runbook: Runbook, rehearsal: Rehearsal) -> str | None:
    """The misconception that a runbook shows, which is told where the money fails."""
    if rehearsal.shock not in rehearsal.alarms(runbook.psi_above):
        return "deaf"
    match runbook.on_change, runbook.after:
        case "retrain", _:
            return "retrain_at_once"
        case "roll back", _:
            return "roll_back"
        case "switch off", _:
            return "switch_off"
        case _, "compare with promise":
            return "against_promise"
        case _, "stop":
            return "stops_anyway"
        case "go on", "full list":
            return "go_on"
        case "recalibrate", "full list":
            return "recalibrate_at_once"
        case "trial", "full list":
            return "not_looked_at"
    if runbook.on_change == "trial" and runbook.called_of_100 < 1:
        return "share" if runbook.called_of_100 else "nobody_called"
    if runbook.on_change == "trial" and runbook.called_of_100 > 99:
        return "nobody_left_alone"
    return None if runbook.ask_first else "every_alarm_real"


def judge_runbook(answer: dict[str, Any], rehearsal: Rehearsal) -> Verdict:
    """What a runbook is worth in these years."""
    if found := _impossible(answer):
        return failed(_SAYS[found], misconception=found)
    runbook = as_runbook(answer)
    found = _finding(runbook, rehearsal)
    profit = rehearsal.profit(runbook)
    score, money = rehearsal.score(profit), _in_words(profit, rehearsal)
    says = _SAYS[found] if found else _OTHERWISE
    return passed_by_score(score, money, _RIGHT) or failed(money, says, misconception=found)


_RIGHT = T(
    "A comparison by lot decides before the rest of the year is bet on anything. No runbook can know beforehand which year it is.",
    "残りの月を賭ける前に、くじで分けた2組を比べて決めています。どちらの年になるかを、前もって知る手順はありません。",
)
_OTHERWISE = T(
    "Most steps are right. Of 100 on the list: enough called to see a difference, few enough that harm stays small?",
    "手順はほぼ合っています。リストの100人中、違いが見えるだけの人数に電話し、しかも害は小さく抑えられていますか。",
)


def _in_words(profit: float, rehearsal: Rehearsal) -> T:
    """The money beside that of the best simple runbook and of the best of all, rounded to 10,000 yen."""
    amounts = (
        yen_in_words(TEN_THOUSAND * round(amount / TEN_THOUSAND))
        # The best is looked for on a grid; a learner's may lie a little above it.
        for amount in (profit, rehearsal.baseline, max(profit, rehearsal.best))
    )
    return T(
        "Played over both years, your runbook earns {profit} a year on average. Of those that compare nothing (go on, recalibrate, retrain, or stop) the best earns {simple}; the best of all runbooks earns {best}.",
        "2つの年で試すと、あなたの手順の利益は平均して年{profit}。何も比べない手順(続ける、再較正、再学習、停止)の中でいちばん良いものが{simple}、最善の手順なら{best}です。",
    ).format(**dict(zip(("profit", "simple", "best"), amounts, strict=True)))


def _check(answer: dict[str, Any]) -> Verdict:
    return judge_runbook(answer, practice_rehearsal())


def _letter(label: T, options: dict[str, T]) -> Field:
    return Field(label, Choice(options), comment=T("a letter in quotes", "記号を引用符で囲む"))


runbook = Question(
    name="runbook",
    data="keyed",
    kind="D",
    form=Fields(
        {
            "psi_above": Field(
                T("the alarm rings where a column's PSI is above this", "列のPSIがこの値を超えたら警報を鳴らす"),
                Number(T("PSI", "PSI"), example="0.1"),
                comment=T("alarm where a column's PSI is above this", "PSIがこの値を超えたら警報"),
            ),
            "ask_first": Field(
                T(
                    "ask people what has changed before anything else? “yes” or “no”",
                    "まず、何が変わったのかを人に聞くか",
                ),
                YesNo(_YES_NO),
                comment=T('ask people first: "yes" or "no"', 'まず人に聞くか: "yes" か "no"'),
            ),
            "on_change": _letter(
                T(
                    "the customers have changed: until their outcomes are known …",
                    "顧客が変わった。結果がわかるまでの3か月は…",
                ),
                _ON_CHANGE,
            ),
            "called_of_100": Field(
                T(
                    "in e: of 100 on the list, how many are called, by lot",
                    "e のとき、リストの100人中、くじで選んで電話する人数(ほかのときは 0 でよい)",
                ),
                Number(T("of 100", "100人中"), example="60"),
                comment=T("only for e: called, of 100 on the list", "e のときだけ: 100人中、電話する人数"),
            ),
            "after_labels": _letter(T("once their outcomes are known …", "結果がわかったら…"), _AFTER),
        }
    ),
    points=7,
    title=T("The runbook", "運用手順"),
    check=_check,
    hints=(
        T(
            "You do not know which of the two years it will be. Which step finds out, and what does it cost in each?",
            "どちらの年になるかは、わかりません。それを確かめられるのはどの手順で、それぞれの年にいくらかかりますか。",
        ),
        T(
            "The lesson's table has a line that does well in both years. A threshold between the quiet months and the loud ones, one question to people, a part of the list by lot, and then compare with whom?",
            "レッスンの表に、どちらの年でも悪くない行があります。静かな月とそうでない月の間のしきい値、人への質問、くじで選んだ一部への電話。そして、誰と比べますか。",
        ),
    ),
    misconceptions=tuple(Misconception(found, {**_MODEL, **_EXAMPLES[found]}, says) for found, says in _SAYS.items()),
    why=T(
        "Until outcomes are known nobody can say whether calls help. Calling a part by lot loses little if they do harm, and shows it.",
        "結果がわかるまで、電話が効くかどうかは誰にも言えません。くじで選んだ一部に電話すれば、害があっても損は小さく、それがわかります。",
    ),
)
