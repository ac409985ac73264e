"""Seven things that somebody could carry to Ms Mori, and what each of them shows, if anything."""

from __future__ import annotations

from mlcurric.question.makers import Item, matching_question
from mlcurric.text import T

_GIFTS = {
    "a": T("viable: somebody wants it", "viable: 欲しい人がいる"),
    "b": T("usable: people get on with it", "usable: 使えるものがある"),
    "c": T("feasible: somebody builds it, and has said so", "feasible: 作る人がいて、約束している"),
    "d": T("none of them", "どれでもない"),
}
_NOT = {
    "a": T("viable would be: somebody gave something for it, be it a quarter of an hour.", "viable なら、欲しい人が何かを差し出しているはずです。たとえ15分でも。"),
    "b": T("usable would be: those who will use it got through it without help.", "usable なら、実際に使う人が、手助けなしで使い終えているはずです。"),
    "c": T("feasible would be: whoever has to build it has promised a place and a day.", "feasible なら、作る人が、枠と日付を約束しているはずです。"),
    "d": T("It does count: somebody did something, and not only said that it was nice.", "これは数えてよい証拠です。「いいですね」ではなく、実際に誰かが動いています。"),
}  # fmt: skip
_SPECIAL = {
    ("fair", "a"): T(
        "“Interesting” costs nothing. How many of them gave a date, or fifteen minutes?",
        "「面白い」は無料です。日時を決めた人、15分をくれた人は何人いましたか。",
    ),
    ("ken_easy", "c"): T(
        "“Easy” is an estimate in a corridor. Which day, in whose plan, is it promised?",
        "廊下での「簡単です」は見積もりです。誰の計画の、何日に入っていますか。",
    ),
    ("film", "b"): T(
        "Nao knows where to click, and the teams in it do not exist. Who else got through it?",
        "奈緒さんはどこを押すか知っていますし、映っているチームは実在しません。ほかに誰が使い終えましたか。",
    ),
    ("release_line", "d"): T(
        "It is in the plan of the one who answers for the release, with a day: that is a promise.",
        "リリースに責任を持つ人の計画に、日付つきで載っています。これは約束です。",
    ),
}


def _item(name: str, label: T, right: str) -> Item:
    return Item(label, right, {letter: _SPECIAL.get((name, letter), _NOT[letter]) for letter in _GIFTS if letter != right})  # fmt: skip


_CARRIED = {
    "fair": (
        T("At a fair 38 of 60 visitors said “interesting”.", "展示会で、60人中38人が「面白い」と言った。"),
        "d",
    ),
    "talks": (
        T(
            "Of ten leaders whose team vanished, seven would have taken the 15 minutes; four asked for them at once. The mark, six, was set before.",
            "消えたチームのリーダー10人のうち、7人が「15分の相談を受けた」と答え、4人はその場で申し込んだ。合格は6人と、先に決めてあった。",
        ),
        "a",
    ),
    "film": (
        T("A film of two minutes: Nao clicks through the screen, with invented teams.", "2分の動画。奈緒さんが画面を操作する。チームは架空。"),
        "d",
    ),
    "desk": (
        T(
            "Three of five at the desk wrote to real teams from the list, alone, in under 30 minutes; two got stuck at the same button.",
            "当番5人中3人が、1人で30分以内に、リストの実在のチームへ連絡を終えた。2人は同じボタンで止まった。",
        ),
        "b",
    ),
    "ken_easy": (
        T("Ken, in the corridor: “Easy. Two days.”", "廊下で健さんが「簡単です。2日ですね」。"),
        "d",
    ),
    "release_line": (
        T("Yuki's release plan of May, with our line in it and her initials.", "由紀さんの5月のリリース計画。うちの1行と、由紀さんの確認印がある。"),
        "c",
    ),
    "money": (
        T(
            "A leader's mail: “If you had called in the first week, we would have paid. May we still?”",
            "あるリーダーのメール「最初の週に連絡をもらえていたら、契約していました。いまからでもいいですか」",
        ),
        "a",
    ),
}  # fmt: skip

gift_evidence = matching_question(
    name="gift_evidence",
    title=T("Which gift is it?", "どの手土産になるか"),
    points=4,
    options=_GIFTS,
    items={name: _item(name, label, right) for name, (label, right) in _CARRIED.items()},
    right=T(
        "Praise, a film and a corridor are none. What counts cost somebody something: minutes, a place in a plan, a signature.",
        "ほめ言葉と動画と廊下の見積もりは、手土産になりません。数えてよいのは、誰かが何かを差し出したもの。時間、計画の枠、署名です。",
    ),
    hints=(
        T("Ask of each: what did it cost whom?", "ひとつずつ問いましょう。誰が、何を差し出しましたか。"),
        T("Three of the seven are none.", "7つのうち3つは、どれでもありません。"),
    ),
    why=T("A gift is evidence against one doubt of hers; kindness is none.", "手土産とは、森さんの疑いをひとつ晴らす証拠です。好意だけでは、晴れません。"),
)  # fmt: skip
