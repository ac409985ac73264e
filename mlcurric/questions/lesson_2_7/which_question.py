"""Four kind beliefs at the start of the next project, and the one-minute question that tests each."""

from __future__ import annotations

from mlcurric.question.makers import Item, matching_question
from mlcurric.text import T

_QUESTIONS = {
    "a": T(
        "“Which day on that way surprises newcomers most?”",
        "「その流れの中で、初めての人がいちばん驚くのはどの日ですか」",
    ),
    "b": T("“Who reads it, and what happens if it is empty?”", "「それは誰が読んで、空だとどうなりますか」"),
    "c": T(
        "“What exactly did the two of you settle, in one sentence?”", "「お二人で決めたことは、1文で言うと何ですか」"
    ),
    "d": T(
        "“May we open ten of them together, now, on my machine?”",
        "「いま、こちらのパソコンで、10件だけ一緒に開いてみませんか」",
    ),
    "e": T("“Is there anything else that we should know?”", "「ほかに、知っておくべきことはありますか」"),
}

which_question = matching_question(
    name="which_question",
    title=T("Which question tests which belief?", "信じていることを、どの質問で確かめますか"),
    points=4,
    options=_QUESTIONS,
    items={
        "server": Item(
            T(
                "“Daichi's people would tell us if a server had to be ordered by a certain date.”",
                "「サーバーの注文に期限があるなら、大地さんたちが教えてくれるはず」",
            ),
            "a",
            {
                "b": T(
                    "Nothing is there to be read yet. What is hidden here is a day; ask for it.",
                    "読む欄は、まだどこにもありません。隠れているのは日付です。日について聞きましょう。",
                ),
                "c": T(
                    "Nobody has settled anything with anybody. It is one team's usual way, and in it a day that you don't know.",
                    "誰かと誰かが決めたことではありません。ひとつのチームのいつもの流れに、こちらの知らない日があるのです。",
                ),
                "d": T(
                    "There is nothing to open. A server that is not ordered can't be looked at; a calendar can be asked about.",
                    "開けるものがありません。注文前のサーバーは見られませんが、流れの中の日なら聞けます。",
                ),
                "e": T(
                    "“No, nothing.” The order form has been due on the tenth for years; that is not “anything else” to them.",
                    "「特にありません」。注文書の締め切りが毎月10日なのは、もう何年も前から。大地さんたちにとって「ほかに」ではないのです。",
                ),
            },
        ),
        "sorted": Item(
            T(
                "“Ms Kato says that last year's tickets are sorted. So we can learn from them.”",
                "「去年の問い合わせは分類済みだと加藤さんが言うから、もう学習に使える」",
            ),
            "d",
            {
                "a": T(
                    "No day is at stake here, but a word: “sorted”. Look at what it stands for.",
                    "ここで怪しいのは日付ではなく、「分類済み」という言葉です。その中身を見ましょう。",
                ),
                "b": T(
                    "It brings out readers, and you are the next one. What you need to know is what the sorted tickets look like.",
                    "読む人はわかりますが、次に読むのはあなたです。知りたいのは、分類済みのものが実際どうなっているか。",
                ),
                "c": T(
                    "She has settled nothing with anybody; she has used a word. See ten of them before you build on it.",
                    "加藤さんは、誰かと何かを決めたのではなく、言葉をひとつ使っただけ。組み立てる前に、10件見ましょう。",
                ),
                "e": T(
                    "She has told you all that comes to her mind. That “sorted” means coloured stickers in a folder, ten tickets show in a minute.",
                    "思いつくことは、もう全部話してくれています。「分類済み」が色つきの付箋のことだったとしても、10件見れば1分でわかります。",
                ),
            },
        ),
        "who_calls": Item(
            T(
                "“Mr Sato and Ms Kato have surely agreed who answers a large customer first.”",
                "「大口の顧客にどちらが先に返事をするかは、佐藤さんと加藤さんで話がついているはず」",
            ),
            "c",
            {
                "a": T(
                    "A day won't show it. You believe in an agreement between two people: ask for its wording.",
                    "日について聞いても出てきません。2人の間の取り決めがあると信じているのですから、その中身を聞きましょう。",
                ),
                "b": T(
                    "There is no form to be read. If there were an agreement, both could say it in a sentence; perhaps in two different ones.",
                    "読むべき書類はありません。取り決めがあるなら、2人とも1文で言えるはず。違う文かもしれませんが。",
                ),
                "d": T(
                    "Ten tickets show who did answer, not who was to. Ask both for the sentence.",
                    "10件を開けば、誰が返事をしたかはわかります。誰がするはずだったかは、2人に1文で言ってもらいましょう。",
                ),
                "e": T(
                    "Each of them thinks that the other sees to it; “anything else” is no reason to say so.",
                    "2人とも、相手がやると思っています。「ほかに」と聞かれて、わざわざ言うことではありません。",
                ),
            },
        ),
        "cost_field": Item(
            T(
                "“Ms Ueda of finance leaves the field ‘benefit’ to us, so it can't be important.”",
                "「経理の上田さんが『効果』の欄は任せると言うのだから、大した欄ではない」",
            ),
            "b",
            {
                "a": T(
                    "You might hear of a deadline, and still not know for whom you fill it in. Ask for the reader.",
                    "締め切りは聞けても、誰のために書く欄なのかはわかりません。読む人を聞きましょう。",
                ),
                "c": T(
                    "Nobody else is in it: she has left it to you. The question is who reads what you write.",
                    "ほかの誰かと決めた話ではなく、任されたのはあなたです。問題は、書いたものを誰が読むか。",
                ),
                "d": T(
                    "Ten filled-in forms show what others wrote, not what is done with it. Ask who reads it.",
                    "10件見れば、ほかの人が何を書いたかはわかります。それで何が決まるのかは、読む人を聞かないとわかりません。",
                ),
                "e": T(
                    "She has mentioned it already: “I leave it to you” was the mention.",
                    "もう言ってくれています。「お任せします」が、それでした。",
                ),
            },
        ),
    },
    right=T(
        "A day, a thing on the screen, a sentence, a reader: each of them can be answered without knowing what you don't know.",
        "日、画面の上の実物、1つの文、読む人。どれも、あなたが何を知らないかを相手が知らなくても答えられます。",
    ),
    hints=(
        T(
            "What is hidden behind each belief: a day, a word, an agreement, or somebody who reads?",
            "それぞれの裏に隠れているのは、日付、言葉、取り決め、読む人のどれでしょう。",
        ),
        T(
            "One of the five can always be asked, sounds open, and finds nothing. It is the one left over.",
            "5つのうちひとつは、いつでも聞けて、開かれた質問に見えて、何も見つかりません。それが余ります。",
        ),
    ),
    why=T(
        "The belief was kind each time. What it hid could be asked for in a minute, once it was clear what kind of thing it was.",
        "どれも、相手をよく思って信じたことでした。何が隠れているかの見当がつけば、1分で聞けます。",
    ),
)
