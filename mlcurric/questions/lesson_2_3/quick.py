"""The quick checks inside the lesson; they are never graded."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.text import T

quick_called_more = choice_question(
    name="quick_called_more",
    title=T("Why did more of the called leave?", "なぜ電話した人のほうが多く解約した?"),
    points=0,
    options={
        "a": Option(
            T("The calls annoyed them.", "電話が迷惑だったから。"),
            T(
                "In each of the two groups fewer of the called left. What annoys would show there first.",
                "2つのグループのどちらでも、解約は電話した人のほうが少なくなっています。迷惑だったのなら、まずここに表れるはずです。",
            ),
        ),
        "b": Option(
            T(
                "The callers picked those who were about to leave anyway.",
                "もともと解約しそうな人を選んで電話していたから。",
            ),
            T(
                "Yes. Nine of ten whom they called worried them, and those leave five to six times as often, called or not.",
                "そのとおり。電話した人の10人に9人は心配な顧客で、電話の有無にかかわらず、解約は5〜6倍です。",
            ),
            right=True,
        ),
        "c": Option(
            T("Chance: there were too few calls.", "偶然。電話の件数が少なすぎた。"),
            T(
                "Nearly 2,000 customers, 15 of 100 against 10: chance alone hardly makes that. The number is right; the comparison is not.",
                "およそ2,000人で、100人中15人と10人。偶然だけでは、まず開かない差です。数字は正しく、比べ方が間違っているのです。",
            ),
        ),
    },
    hints=(
        T(
            "Of those called, how many had worried the team? And of the others?",
            "電話した人のうち、心配な顧客は何人でしたか。電話しなかった人では?",
        ),
        T(
            "Read the table down its columns: in which rows are most of the called?",
            "表を縦に読みましょう。電話した人の大半は、どの行にいますか。",
        ),
    ),
    why=T(
        "Whoever was about to leave was more often called: what chose the calls also moves churn.",
        "解約しそうな人ほど電話を受けていました。電話する人を決めたものが、解約も左右しているのです。",
    ),
)

quick_like = choice_question(
    name="quick_like",
    title=T("Then why pay for a pilot?", "それなら、試行はいらない?"),
    points=0,
    options={
        "a": Option(
            T(
                "No need: within the groups the old calls say enough.",
                "いらない。グループの中で比べれば、昔の電話で十分。",
            ),
            T(
                "They would, if these three questions were all that the callers looked at. You have their word for it, two years later.",
                "電話する人をこの3つだけで決めていたのなら、十分です。でも、その根拠は2年前の記憶だけです。",
            ),
        ),
        "b": Option(
            T(
                "No need: with more columns any habit can be undone.",
                "いらない。列を増やせば、どんな選び方の癖も取り除ける。",
            ),
            T(
                "Only what stands in a column. A sigh on the telephone moves a call and a cancellation, and is in no table.",
                "取り除けるのは、列にあるものだけです。電話口のため息は、次の電話も解約も左右しますが、どの表にも載りません。",
            ),
        ),
        "c": Option(
            T(
                "For a lot one need not know what anybody looked at.",
                "くじなら、誰が何を見て選んだかを知らなくてよいから。",
            ),
            T(
                "Yes. A lot makes both sides alike in everything, also in what nobody wrote down.",
                "そのとおり。くじで分ければ、誰も書き残していないことまで含めて、両方が同じ顔ぶれになります。",
            ),
            right=True,
        ),
    },
    hints=(
        T(
            "Where do the three questions in the code come from?",
            "コードの3つの条件は、どこから来たものでしたか。",
        ),
        T("What does a lot look at?", "くじは、顧客の何を見て決めますか。"),
    ),
    why=T(
        "Comparing like with like takes away what you know of and have a column for. A lot takes away the rest too.",
        "似た者どうしの比較で消せるのは、知っていて、しかも列にあるものだけ。くじは、残りも消してくれます。",
    ),
)

quick_ask = choice_question(
    name="quick_ask",
    title=T("One request", "ひとつだけ頼むなら"),
    points=0,
    options={
        "a": Option(
            T(
                "Ken, data scientist: please correct the old calls with a better model.",
                "データサイエンティストの健さんに「もっとよいモデルで、昔の電話を補正してください」。",
            ),
            T(
                "He can correct for what was written down. Next year's calls would be no better recorded.",
                "補正できるのは、書き残されたものだけです。来年の電話の記録は、よくなりません。",
            ),
        ),
        "b": Option(
            T(
                "Mr Sato: please write down why you call somebody.",
                "佐藤さんに「電話する理由を、毎回書き残してください」。",
            ),
            T(
                "Good manners, and useful; but he writes what he thinks of, after a long day. And it still takes luck to find the like.",
                "丁寧で、役にも立ちます。ただ、書かれるのは忙しい一日の終わりに思い出せたことだけ。比べる相手がいるかどうかも、運しだいです。",
            ),
        ),
        "c": Option(
            T(
                "Takumi, application engineer: please let the CRM draw one of ten on each list by lot, leave them out, and store who it was.",
                "アプリケーションエンジニアの拓海さんに「CRMでリストの1割をくじで外し、誰を外したかを残してください」。",
            ),
            T(
                "Yes: work, for the one whose system makes the list. From the first day on you can tell what calls do. How many to leave out is lesson 2-4.",
                "そのとおり。リストを出すシステムの担当者への、作業の依頼です。初日から、電話の効果がわかるようになります。何人外すかは 2-4 で決めます。",
            ),
            right=True,
        ),
        "d": Option(
            T(
                "Daichi, infrastructure: please keep the call logs for longer.",
                "インフラ担当の大地さんに「通話の記録を、もっと長く保存してください」。",
            ),
            T(
                "More rows of the same habit: the comparison becomes more exact, and stays wrong.",
                "同じ癖の行が増えるだけです。比較は細かくなりますが、間違ったままです。",
            ),
        ),
    },
    hints=(
        T(
            "Which of the four makes two groups alike that may be compared?",
            "比べてもよい、同じ顔ぶれの2つのグループができるのは、4つのうちどれですか。",
        ),
        T("In whose system does it happen who is on the list?", "リストに誰が載るかは、誰のシステムで決まりますか。"),
    ),
    why=T(
        "Information about the past helps you to doubt a number; work on the next list makes a number that needs no doubt.",
        "過去についての情報は、数字を疑う役に立ちます。次のリストに手を入れれば、疑わなくてよい数字ができます。",
    ),
)
