"""The quick checks inside the lesson; they are never graded."""

from __future__ import annotations

from mlcurric.question.makers import Option, choice_question
from mlcurric.text import T

quick_request = choice_question(
    name="quick_request",
    title=T("Which request goes first, and to whom?", "最初の依頼は、誰に、何を?"),
    points=0,
    options={
        "a": Option(
            T(
                "To Ken, data scientist, **work**: “Please find a test that corrects for the uneven groups.”",
                "データサイエンティストの健さんに**作業**:「人数の偏りを補正できる検定を探してください」",
            ),
            T(
                "No test can restore what the export lost: who was drawn. First get that, and the plainest test will do.",
                "誰がくじに当たったかが抜けている以上、どんな検定でも補えません。それさえ戻れば、いちばん単純な検定で足ります。",
            ),
        ),
        "b": Option(
            T(
                "To Takumi, application engineer, **work**: “Please add what the lot decided, `drawn`, for all 600, to the export.”",
                "アプリケーションエンジニアの拓海さんに**作業**:「くじの結果 `drawn` を、600人全員分、データに足してください」",
            ),
            T(
                "Yes. He owns the export, it is a column that exists, and with it the groups are those of the lot again.",
                "そのとおり。データを出しているのは拓海さんで、列はもうあります。それがあれば、くじで分けた2組に戻せます。",
            ),
            right=True,
        ),
        "c": Option(
            T(
                "To Aya, caller, **work**: “Please call the rest by Friday, so that the groups are even.”",
                "電話チームの彩さんに**作業**:「金曜までに残りに電話して、人数をそろえてください」",
            ),
            T(
                "Whoever has left cannot be called any more, so even then the called would be those who stayed long enough.",
                "解約した人には、もう電話できません。急いでも「電話した人」は、長く残っていた人に偏ったままです。",
            ),
        ),
    },
    hints=(
        T(
            "What is missing: a method, a column, or calls?",
            "足りないのは、手法でしょうか、列でしょうか、電話でしょうか。",
        ),
        T("Who could put it right in an hour?", "1時間で直せるのは誰でしょう。"),
    ),
    why=T(
        "Ask for what is missing, a column, of whoever can put it in.",
        "足りないもの(ここでは列)を、出せる人に頼みます。",
    ),
)


quick_monday = choice_question(
    name="quick_monday",
    title=T("What do you answer to Mr Sato?", "佐藤さんに、どう答えますか"),
    points=0,
    options={
        "a": Option(
            T(
                "“Last Monday it was significant: call the other half too.”",
                "「先週は有意でした。残りの半分にも電話しましょう」",
            ),
            T(
                "Whoever may look every Monday and stop when it suits has picked the luckiest one.",
                "毎週見て、都合のよいところで止められるなら、いちばん運のよかった週を選んだだけかもしれません。",
            ),
        ),
        "b": Option(
            T(
                "“We count on 15 January, as agreed. Until then we look at one thing every Monday: whether anybody is harmed.”",
                "「約束どおり1月15日に数えます。それまで月曜に見るのはひとつだけ、誰かに害が出ていないかです」",
            ),
            T(
                "Yes. One day, fixed before; and a guard for harm, which does not wait.",
                "そのとおり。日は前もって1つに決める。害の見張りだけは、日を待ちません。",
            ),
            right=True,
        ),
        "c": Option(
            T(
                "“This Monday nothing is significant: the calls do nothing.”",
                "「今週は有意ではありません。電話に効果はありません」",
            ),
            T(
                "The interval still reaches to more than the pilot promised. That nothing is shown does not show nothing.",
                "区間は、試行で約束した効果より上まで届いています。「あるとは言えない」は「ない」ではありません。",
            ),
        ),
    },
    hints=(
        T("Which day was agreed on?", "数えると決めた日は、いつでしたか。"),
        T("What would you do if he found it on week 9 instead?", "同じことが第9週に起きたら、どうしますか。"),
    ),
    why=T(
        "One look on a day fixed before; only harm may stop it earlier.",
        "前もって決めた日に一度だけ見る。早めに止めてよいのは害があるときだけ。",
    ),
)
