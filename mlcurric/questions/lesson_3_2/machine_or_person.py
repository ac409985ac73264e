"""Five places for a machine: does it act alone, help a person, or is it not needed?"""

from __future__ import annotations

from mlcurric.question.makers import Item, matching_question
from mlcurric.text import T

_LOOKED_AT = T(
    "A mistake here can be put right within the hour, and somebody sees it. To have each one looked at costs more than it saves.",
    "ここでの間違いは1時間で直せて、必ず誰かが気づきます。1件ずつ人が見るほうが高くつきます。",
)

machine_or_person = matching_question(
    name="machine_or_person",
    title=T("Automate or augment?", "自動か、支援か"),
    points=3,
    options={
        "a": T(
            "automate: a mistake costs little, and somebody notices it the same day",
            "自動でやる。間違えても損は小さく、その日のうちに誰かが気づく",
        ),
        "b": T(
            "help a person: a mistake is dear or cannot be undone, so somebody looks before it is out",
            "人を助ける。間違いが高くつくか、取り返しがつかない。だから、世に出る前に人が見る",
        ),
        "c": T(
            "help a person: nobody has the right answers yet, and what people correct becomes the labels",
            "人を助ける。正解がまだない。人が直したものが、正解ラベルになる",
        ),
        "d": T("neither: nobody does anything with it", "どちらでもない。受け取って動く人がいない"),
    },
    items={
        "desk": Item(
            T(
                "each question goes to one of four desks; whoever gets a wrong one hands it on within the hour.",
                "質問を4つの担当のどれかに回す。違う担当に届いたら、1時間以内に回し直す。",
            ),
            "a",
            {
                "b": _LOOKED_AT,
                "c": T(
                    "The right answers are there: whoever answered in the end.",
                    "正解はあります。最後に誰が答えたかが残っています。",
                ),
                "d": T("The desk that gets it answers it.", "届いた担当が、その質問に答えます。"),
            },
        ),
        "price": Item(
            T(
                "a letter names the price at the renewal, one for each customer.",
                "更新の手紙に、顧客ごとの価格を載せる。",
            ),
            "b",
            {
                "a": T(
                    "Nobody notices the same day: a price that is too low is paid for a year, and one too high is a cancellation.",
                    "その日のうちには、誰も気づきません。安すぎる価格は1年続き、高すぎる価格は解約になります。",
                ),
                "c": T(
                    "What Mr Sato's people correct is their opinion of a price. What a price does, only customers say.",
                    "営業が直した価格は、営業の意見です。価格が何を起こすかは、顧客にしかわかりません。",
                ),
                "d": T("The customer acts on it, once, and for a year.", "顧客が動きます。一度だけ、1年分。"),
            },
        ),
        "notes": Item(
            T(
                "each call note gets one of twelve reasons; 40 were sorted once, by hand, and none since.",
                "通話メモを12の理由に分ける。人が分けたのは、一度だけ、40件。",
            ),
            "c",
            {
                "a": T(
                    "A wrong one is cheap, yes. But 40 notes are too few to learn twelve reasons from: somebody has to sort first.",
                    "1件の間違いは、たしかに安く済みます。でも、40件では12の理由を学べません。まず、誰かが分ける必要があります。",
                ),
                "b": T(
                    "A note in the wrong group shifts a count by one. The reason for people is another one.",
                    "1件間違えても、件数が1ずれるだけです。人が要る理由は、別にあります。",
                ),
                "d": T("Nao chooses one reason a week to mend.", "奈緒さんが、毎週ひとつ選んで直します。"),
            },
        ),
        "erase": Item(
            T(
                "accounts that look abandoned are deleted, with their data.",
                "使われていないように見えるアカウントを、データごと消す。",
            ),
            "b",
            {
                "a": T(
                    "It is noticed when somebody comes back for their data, and they are gone.",
                    "気づくのは、持ち主が戻ってきたとき。データはもうありません。",
                ),
                "c": T(
                    "Corrections come too late: what is deleted stays deleted.",
                    "あとから直せません。消したものは、戻ってこないからです。",
                ),
                "d": T("Deleting is an act, and a hard one.", "消すことも、動くことです。それも、重い動きです。"),
            },
        ),
        "mood": Item(
            T(
                "each team gets a score for its mood, every week, in a report.",
                "チームごとの「気分スコア」を、毎週レポートに載せる。",
            ),
            "d",
            {
                "a": T(
                    "What happens on the day the score is low? Nobody says.",
                    "スコアが低い日に、何が起きますか。誰も動きません。",
                ),
                "b": T(
                    "Somebody who looks and does nothing is no help either.",
                    "見るだけで何もしないなら、人がいても同じです。",
                ),
                "c": T(
                    "Nobody would correct what nobody uses.",
                    "誰も使わないものは、誰も直してくれません。",
                ),
            },
        ),
    },
    right=T(
        "Five places, and only one for a machine alone. To help a person is no half measure: it is where the labels come from.",
        "5つのうち、機械に任せきれるのは1つだけ。人を助ける形は、妥協ではありません。正解ラベルは、そこから生まれます。",
    ),
    hints=(
        T("What happens when it is wrong, and who notices, when?", "間違えたら何が起き、誰が、いつ気づきますか。"),
        T(
            "Two of the five are dear mistakes; in one nobody has the answers yet; in one nobody acts.",
            "間違いが高くつくものが2つ、正解がまだないものが1つ、誰も動かないものが1つあります。",
        ),
    ),
    why=T(
        "The price of a mistake and who notices it decide, not how good the model is.",
        "決めるのは、間違いの値段と、誰が気づくか。モデルのよさではありません。",
    ),
)
