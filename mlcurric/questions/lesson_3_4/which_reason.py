"""What was seen and heard in one week, and for which of the five reasons it is evidence, if for any."""

from __future__ import annotations

from mlcurric.question.makers import Item, matching_question
from mlcurric.subject.team.pre_mortem import REASONS
from mlcurric.text import T

_LETTERS = dict(zip("abcde", REASONS, strict=True))
_OPTIONS = {letter: REASONS[name].name for letter, name in _LETTERS.items()} | {
    "f": T("none: it is a guess", "どれでもない。推測にすぎない")
}
_WOULD_BE = {
    "a": T("The goal would be unclear if two people named two numbers as success.", "目標があいまいなら、成功の数字が人によって違うはずです。"),
    "b": T("The data would be poor if a column were empty, late, or filled in by a habit.", "データの質が悪いなら、列が空いている、遅れて入る、習慣で埋められている、といったことが見つかるはずです。"),
    "c": T("No sponsor would be: nobody can say who may stop it, or who pays.", "スポンサーがいないなら、止められる人やお金を出す人を、誰も言えないはずです。"),
    "d": T("Weak co-operation would be: one team did something that touches another, and the other did not know.", "連携が弱いなら、あるチームのしたことが別のチームに響くのに、知らされていないはずです。"),
    "e": T("No specialists would be: a task for which nobody is there, or one person only.", "専門家がいないなら、できる人がいない、または1人しかいない作業があるはずです。"),
    "f": T("Somebody saw or counted this; it is more than a guess.", "これは誰かが見たか、数えたことです。推測ではありません。"),
}  # fmt: skip
"""What evidence for each reason would look like: told to whoever picked it where it is not."""
_TWICE = {
    ("column", "d"): T(
        "No other team did anything here. The column itself is not what its name says.",
        "ほかのチームは何もしていません。列そのものが、名前どおりの中身ではないのです。",
    ),
    ("announced", "a"): T(
        "All of them want the same number. What was missing is that one told the other.",
        "目指す数字は同じです。足りなかったのは、ひと言の連絡です。",
    ),
    ("laptop", "d"): T(
        "Nobody was passed over; there is only one who can.",
        "誰かが飛ばされたのではありません。できる人が1人しかいないのです。",
    ),
    ("guess", "e"): T(
        "Nobody is missing; and nobody has seen anything yet. “Somehow” is the sign of a guess.",
        "人は足りていますし、まだ誰も何も見ていません。「なんとなく」は推測の目印です。",
    ),
}


def _item(name: str, label: T, right: str) -> Item:
    return Item(
        label, right, {letter: _TWICE.get((name, letter), _WOULD_BE[letter]) for letter in _OPTIONS if letter != right}
    )


_SEEN = {
    "announced": (
        T(
            "On Friday Mr Sato's people told 30 leaders about the new help. On Monday they rang; the desk had never heard of it.",
            "金曜、営業が30人のリーダーに新しい相談窓口を案内した。月曜に電話が鳴り、サポートは初耳だった。",
        ),
        "d",
    ),
    "column": (
        T(
            "Ken looked at 50 teams: “invited” counts only those who clicked the link. In 18 of them colleagues had come in another way.",
            "健さんが50チームを調べた。「招待数」に入るのは、リンクを押した人だけ。18チームでは、同僚が別の入り方をしていた。",
        ),
        "b",
    ),
    "two_numbers": (
        T(
            "Nao's page says: success is “weekly use by day 30”. Takumi's ticket says: “20 talks a week”.",
            "奈緒さんの画面では、成功は「30日目に毎週使っている」。拓海さんのチケットでは「週20件の相談」。",
        ),
        "a",
    ),
    "laptop": (
        T(
            "Rin was ill on Monday. The list came on Wednesday: nobody else can start it.",
            "月曜に凛さんが休み、リストが出たのは水曜。ほかに動かせる人がいなかった。",
        ),
        "e",
    ),
    "who_stops": (
        T(
            "“Who may stop it?” Asked one by one, five people named Mr Sato, Kato, the PdM, “the committee” and “nobody”.",
            "「誰が止められますか」。1人ずつ聞くと、佐藤さん、加藤さん、PdM、「委員会」、「いない」と、5人とも違った。",
        ),
        "c",
    ),
    "guess": (
        T(
            "Takumi: “Somehow I doubt that the model is good enough.” It is to be compared on 19 March.",
            "拓海さん「なんとなく、モデルがいまひとつな気がします」。比べるのは3月19日。",
        ),
        "f",
    ),
}

which_reason = matching_question(
    name="which_reason",
    title=T("Evidence for what?", "何の証拠か"),
    points=6,
    options=_OPTIONS,
    items={name: _item(name, label, right) for name, (label, right) in _SEEN.items()},
    right=T(
        "Five pieces of evidence, one for each reason, and one feeling that becomes evidence, or not, on 19 March.",
        "5つの理由に証拠がひとつずつ。残るひとつは、3月19日に証拠になるか、消えるかする「気持ち」です。",
    ),
    hints=(
        T("Ask of each: who saw what, when? One of them has nobody who saw anything.", "ひとつずつ、誰がいつ何を見たかを問いましょう。誰も何も見ていないものが、ひとつあります。"),
        T("Each letter fits once.", "どの記号も、1回ずつです。"),
    ),
    why=T(
        "Evidence has somebody who saw it, and a day; and it is evidence for one reason because it would look different under the others.",
        "証拠には、見た人と日があります。そして、ほかの理由なら違う見え方をするからこそ、その理由の証拠になるのです。",
    ),
)  # fmt: skip
