"""One request to Takumi, in four wordings."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.text import T

request_words = choice_question(
    name="request_words",
    title=T("Which message does Takumi get?", "拓海さんに送る文面は?"),
    points=2,
    options={
        "a": Option(
            T(
                "“Takumi, the export is broken once more. We have told everybody that the data must be right, this is the third time, and the whole project hangs on it. Ms Mori has asked already. Please fix it as soon as possible, and see to it that it does not happen again!”",
                "「拓海さん、またデータが壊れています。正しいデータが必要だと、みんなに言ってきたはずです。これで3回目で、プロジェクト全体が止まっています。森さんからも催促が来ています。至急直して、二度と起きないようにしてください!」",
            ),
            T(
                "Much on whose fault it is, and nothing to begin with: which column, which rows, by when, and when is it mended? He has to ask four questions first, and he begins annoyed.",
                "責める言葉はたくさんあって、手をつける手がかりがありません。どの列の、どの行を、いつまでに、どうなれば完了か。4つも聞き返してから、気まずく始めることになります。",
            ),
        ),
        "b": Option(
            T(
                "“Takumi, work, please, by Thursday: open_tickets is 0 in all 12,000 rows from 1 January on; before, 16 of 100 customers had one. We need the real counts; the other four faults (list below) we mend here this time. Done when check_export no longer names the tickets. Until then we do not fit, and Ms Mori's list waits.”",
                "「拓海さん、木曜までに作業のお願いです。1月1日以降の12,000行で、open_tickets が全員0になっています(それまでは100人中16人に未解決あり)。本当の件数を入れ直してください。ほかの4つの欠陥(下に一覧)は、今回はこちらで直します。check_export に問い合わせの行が出なくなれば完了です。それまで学習を止めるので、森さんのリストも待っています」",
            ),
            T(
                "Kind, column, rows, how you know, by when, when it is done, and what waits for it. He can begin at once, or say at once that Thursday is impossible.",
                "種類、列と行、根拠、期限、完了の条件、待っている人。すぐに始められますし、木曜が無理なら、すぐにそう言えます。",
            ),
            right=True,
        ),
        "c": Option(
            T(
                "“Takumi, thank you for the export, that was quick! One small thing about the tickets: from January on they look a little odd to us. Could you have a look some time, whenever it suits you? No hurry at all, for the moment we can work round it, and everything else is fine.”",
                "「拓海さん、早速データをありがとうございます! ひとつだけ、1月からの問い合わせの件数が、少し気になっています。お手すきのときに見ていただけますか。まったく急ぎません。当面はこちらで何とかしますし、ほかはすべて問題ありません」",
            ),
            T(
                "Friendly, and untrue: the column cannot be worked round, and you will be waiting while he believes that there is no hurry.",
                "丁寧ですが、事実と違います。この列はこちらでは何ともなりません。相手は急がなくてよいと思い、あなたは待ち続けます。",
            ),
        ),
        "d": Option(
            T(
                "“Takumi, for your information: check_export, which groups by observed_at and transforms open_tickets with nunique, raised a ValueError in our pipeline this morning (scikit-learn, pandas 3, full traceback below, 148 lines). We think that the ticket system was moved in January. What do you think?”",
                "「拓海さん、ご参考までに。observed_at でグループ化し、open_tickets を nunique で変換する check_export が、今朝パイプラインで ValueError を出しました(scikit-learn、pandas 3。トレースバック148行を下に貼ります)。1月に問い合わせシステムが移ったせいではないかと思っています。どう思われますか」",
            ),
            T(
                "A traceback says where your program stopped. It asks for an opinion, where the column is needed: neither what, nor until when, nor what hangs on it.",
                "トレースバックでわかるのは、あなたのプログラムが止まった場所だけ。列が必要なのに、聞いているのは意見です。何がいつまでに要るのかも、何に響くのかも書かれていません。",
            ),
        ),
    },
    hints=(
        T(
            "Put yourself on his chair on Monday: with which message could you begin without asking back?",
            "月曜の拓海さんになって読みましょう。聞き返さずに始められるのはどれですか。",
        ),
        T(
            "Look for a day, a number of rows, and a sentence that says when it is done.",
            "日付、行数、完了の条件がそろっているものを探しましょう。",
        ),
    ),
    why=T(
        "A request says its kind, what exactly, by when, when it is enough, and what waits for it.",
        "依頼には、種類、具体的な中身、期限、どうなれば十分か、何が待っているかを書きます。",
    ),
)
