"""The first words of the next kick-off, in the learner's own words."""

from __future__ import annotations

from mlcurric.question.makers import text_question
from mlcurric.text import T

first_words = text_question(
    name="first_words",
    title=T("The first words of the next kick-off", "次のキックオフの最初のひと言"),
    hints=(
        T(
            "Speak to the two by name, and ask for one decision today: how the first half hour is spent.",
            "2人の名前を呼び、今日決めてほしいことをひとつ言いましょう。最初の30分を何に使うか、です。",
        ),
        T(
            "Then the four of six with what they cost, how many you expect this time from … to …, what will stay hidden even so, and who does what then.",
            "続けて、6つのうち4つと、その代償。今回は何個から何個と見込むか。それでも隠れたままのもの。そのとき誰が何をするか。",
        ),
    ),
    weak=T(
        "Welcome everybody! Communication is very important to us, so please speak openly at any time and ask if anything is unclear.",
        "皆さん、ようこそ。コミュニケーションはとても大切ですから、いつでも率直に話し、わからないことは何でも聞いてください。",
    ),
    examples={
        "short": "Takumi, Ken: 30 minutes, please.",
        "no_number": "Takumi, Ken, please decide today whether we begin with what goes without saying in each of your teams.",
        "overclaim": "Takumi, Ken, please give me the first 30 minutes: after that it is guaranteed that no rule stays unsaid.",
        "maybe": "Takumi, Ken, please give me the first 30 minutes: maybe a few of the rules that nobody says come out then.",
    },
    why=T(
        "Two people and their decision, four of six and what it cost, a range for this time, what the half hour can't find, and who looks for that by when.",
        "2人の名前と決めること、6つのうち4つと代償、今回の見込みの幅、30分では見つからないもの、そしてそれを誰がいつまでに探すかが書かれています。",
    ),
)
