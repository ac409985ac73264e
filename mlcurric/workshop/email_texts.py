"""The words of the e-mails; ``emails`` fills in the day, the hours and the team."""

from __future__ import annotations

from mlcurric.text import T

SUBJECTS = {
    "1-invite": T("{short} {begins}: {title} ({team})", "【{short} {begins}〜】{title} ご参加のお願い({team})"),
    "2-sponsor": T("{short}: a request to you ({team})", "【ご相談・{sponsor_reply}まで】{short}「{title}」の件({team})"),
    "3-reminder": T("Soon, {short} {begins}: {title} ({team})", "【まもなくです・{short} {begins}〜】{title}({team})"),
    "4-thank-you": T("Thank you for {short}, and what comes next ({team})", "【お礼と次の予定】{short} {title}({team})"),
}  # fmt: skip
TITLES = {
    1: T("hands-on machine learning for product managers", "PdMのための機械学習ワークショップ"),
    2: T("hands-on machine learning for pairs", "開発者とPdMの機械学習ワークショップ"),
    3: T("an afternoon to find what we build next", "次に何を作るかを決める半日"),
}
GOALS = {
    1: T(
        "- an expectation sheet: what we promise, and what we will miss\n- a mock-up of what the people at work get to see\n- one page: do we need machine learning at all?",
        "・期待値すり合わせシート(約束することと、見逃すこと)\n・現場の人が目にする画面の下書き\n・「そもそも機械学習は必要か」の1枚",
    ),
    2: T(
        "- a value formula that both sides can stand for\n- a plan for a trial (PoC) that can tell success from failure",
        "・開発とPdMの双方が納得できる、価値の式\n・成功と失敗を見分けられる、試行(PoC)の計画",
    ),
    3: T(
        "- a wall that shows how our work runs, and where it hurts\n- a scored list of what machine learning could do about it – or a simple rule\n- a plan of 90 days with names and dates",
        "・仕事の流れと困りごとが見える壁(ボード)\n・機械学習で、あるいは簡単なルールで解けそうな案の、採点ずみの一覧\n・名前と日付の入った90日の計画",
    ),
}
ASKED = {
    1: T(
        "2. Bring your own laptop. Set it up beforehand as 〔link to the instructions〕 says, and tell me once the first page has run. It takes about 20 minutes.\n"
        "3. Bring one product of yours, and one problem of its users. No customer data, please.",
        "2. ご自分のパソコンをお持ちください。事前に〔手順のリンク〕のとおりに準備し、最初のページが動いたらご連絡ください(20分ほどです)。\n"
        "3. 題材にするご自分のプロダクトと、その利用者の困りごとをひとつ考えてきてください。お客さまのデータは不要です。",
    ),
    2: T(
        "2. Come as a pair, a developer and a product manager, with one laptop on which the first page runs (instructions: 〔link〕).\n"
        "3. Product managers: bring what you wrote at the end of Stage 1.",
        "2. 開発者とPdMの2人組で、最初のページが動くパソコンを1台お持ちください(手順は〔リンク〕)。\n"
        "3. PdMの方は、ステージ1の最後に書いたものをお持ちください。",
    ),
    3: T(
        "2. Please keep the whole time free: whoever leaves earlier takes what only they know along.\n"
        "3. You need not prepare anything. Just remember three situations of last month in which your work got stuck.\n"
        "4. Please bring no customer's name or personal data: we write “customer A”.",
        "2. 途中の出入りなしで、予定を押さえてください。あなたしか知らないことが、必ずあるからです。\n"
        "3. 資料の準備は不要です。先月、仕事で困った場面を3つ、思い出しておいてください。\n"
        "4. お客さまの名前や個人情報は持ち込まないでください。付箋には「A社」のように書きます。",
    ),
}
_INVITE = T(
    "Dear all in {team},\n\n"
    "{why}\n\n"
    "When:   {{day}}, {{begins}}–{{ends}} ({{lasts}}, {{rests}} of it breaks)\n"
    "Where:  〔room〕\n"
    "Who:    {who}\n\n"
    "What we take home:\n{{goals}}\n\n"
    "What I ask of you:\n"
    "1. Please answer by {{reply}} whether you can come. If you cannot, name somebody who knows your work as well.\n"
    "{{asked}}\n\n"
    "The agenda is attached. Questions: just answer this mail.\n\n"
    "〔your name, department, extension〕\n",
    "{team}の皆さま\n\n"
    "お疲れさまです。〔部署・名前〕です。\n"
    "{why}ご参加をお願いします。\n\n"
    "■日時 {{day}} {{begins}}〜{{ends}}({{lasts}}、うち休憩{{rests}})\n"
    "■場所 〔会議室〕\n"
    "■参加 {who}\n\n"
    "■当日できあがるもの\n{{goals}}\n\n"
    "■お願い\n"
    "1. {{reply}}までに、出欠をこのメールにご返信ください。難しい場合は、代わりに仕事のわかる方をお知らせください。\n"
    "{{asked}}\n\n"
    "当日の進め方を添付します。ご不明な点は、このメールにご返信ください。\n\n"
    "よろしくお願いいたします。\n\n"
    "〔名前・部署・内線〕\n",
)


def _invite(why: T, who: T) -> T:
    return _INVITE.format(why=why, who=who, team="{team}")


INVITE = {
    1: _invite(
        T("I would like to invite you to {title}: afterwards you can judge for yourself what it is good for, and plan with it. Nobody needs to be able to program.",
          "機械学習で何ができるかを自分で判断し、企画できるようになるための「{title}」を開きます。プログラミングの経験は要りません。"),
        T("{people} product managers", "PdM {people}名"),
    ),
    2: _invite(
        T("I would like to invite you to {title}: in pairs, one of each at one screen, from the data to the plan of a trial.",
          "開発者とPdMが2人1組で、データから試行の計画まで手を動かす「{title}」を開きます。"),
        T("{people} people, in pairs", "開発者とPdM、あわせて{people}名"),
    ),
    3: _invite(
        T("I would like to invite you to {title}. Business, development, research and design look at one wall together, and we leave with names and dates.",
          "「{title}」を開きます。業務・開発・研究・デザインの全員で同じ壁を見ながら困りごとを洗い出し、担当者と日付まで決めて終わります。"),
        T("{people} people of at least three trades", "業務、開発、研究・デザインから、あわせて{people}名"),
    ),
}  # fmt: skip
_SPONSOR = T(
    "Dear 〔sponsor〕,\n\n"
    "{team} meets on {day}, {begins}–{ends}, for {title}.\n"
    "{need}\n\n"
    "May I have your answer by {sponsor_reply}?\n\n"
    "〔your name〕\n",
    "〔スポンサー〕さん\n\n"
    "お疲れさまです。〔名前〕です。\n"
    "{day} {begins}〜{ends}に、{team}で「{title}」を開きます。{need}\n\n"
    "お手数ですが、{sponsor_reply}までにお返事をいただけますか。口頭でもかまいません。\n\n"
    "よろしくお願いいたします。\n\n"
    "〔名前・部署・内線〕\n",
)


def _sponsor(need: T) -> T:
    names = ("team", "day", "begins", "ends", "title", "sponsor_reply")
    return _SPONSOR.format(need=need, **{name: T(f"{{{name}}}", f"{{{name}}}") for name in names})


SPONSOR = {
    1: _sponsor(
        T(
            "I ask you for two things:\n"
            "1. The working time of {people} product managers for these {lasts}.\n"
            "2. Ten minutes of yours in the week after: each shows you one page, what they would promise and what not.\n"
            "You need not decide anything then.",
            "お願いは2つです。\n\n"
            "1. PdM {people}名が、この{lasts}を業務時間として使うことをご承認ください。\n"
            "2. 翌週に10分ください。約束できることとできないことを、1枚で各自がお見せします。その場での判断は不要です。",
        )
    ),
    2: _sponsor(
        T(
            "I ask you for two things:\n"
            "1. The working time of {people} people, half of them developers, for these {lasts}.\n"
            "2. Ten minutes of yours in the week after, for the plan of a trial: what it costs, and at which number we would stop.",
            "お願いは2つです。\n\n"
            "1. 開発者とPdM、あわせて{people}名が、この{lasts}を業務時間として使うことをご承認ください。\n"
            "2. 翌週に10分ください。試行の計画をお見せします。費用と、「いくつを下回ったらやめるか」を書いた1枚です。",
        )
    ),
    3: _sponsor(
        T(
            "I ask you for three things:\n"
            "1. Please come at {sponsor_from}, until {sponsor_to}. In two minutes the person who will carry it tells you what we would build, and why. You need not decide then.\n"
            "2. Bring your calendar: we ask you for one day within the 90 days after, on which you decide go or stop.\n"
            "3. Please tell me beforehand, in a sentence, what may not be touched (a budget, a release, a promise to a customer). We shall not lose an afternoon on it.",
            "お願いは3つです。\n\n"
            "1. {sponsor_from}から{sponsor_to}まで、お立ち寄りください。何を作りたいか、なぜそれかを、担当する本人が2分でご説明します。その場での判断は不要です。\n"
            "2. 予定表をお持ちください。そのあと90日のうちに、続けるかやめるかを判断していただく日を、1日だけ押さえさせてください。\n"
            "3. 「これだけは動かせない」ということ(予算、リリース、お客さまとの約束など)があれば、事前にひと言お知らせください。半日を無駄にせずにすみます。",
        )
    ),
}  # fmt: skip
_REMINDER = T(
    "Dear all,\n\n"
    "a reminder of {title}: {day}, {begins}–{ends}, 〔room〕. The door is open from {ready}; we begin in time.\n\n"
    "{bring}\n\n"
    "If something comes up: 〔telephone〕, the earlier the better.\n\n"
    "〔your name〕\n",
    "{team}の皆さま\n\n"
    "お疲れさまです。〔名前〕です。「{title}」が近づきましたので、あらためてご案内します。\n\n"
    "■日時 {day} {begins}〜{ends}(開場 {ready}。定刻に始めます)\n"
    "■場所 〔会議室〕\n\n"
    "{bring}\n\n"
    "急に来られなくなったときは、わかった時点で〔電話番号〕へお知らせください。\n\n"
    "〔名前・部署・内線〕\n",
)


def _reminder(bring: T) -> T:
    names = ("team", "day", "begins", "ends", "ready", "title")
    return _REMINDER.format(bring=bring, **{name: T(f"{{{name}}}", f"{{{name}}}") for name in names})


_LAPTOP = T(
    "Bring: your laptop with its charger. If the first page has not run yet, come 20 minutes earlier.\n"
    "Not needed: any data of customers.",
    "■持ち物 パソコンと充電器。最初のページがまだ動いていない方は、20分早くお越しください。\n"
    "■不要なもの お客さまのデータ",
)
REMINDER = {
    1: _reminder(_LAPTOP),
    2: _reminder(_LAPTOP),
    3: _reminder(
        T(
            "Bring: three situations of last month in which your work got stuck, in your head.\n"
            "Not needed: slides, a laptop, solutions. And no customer's name: on the wall it is “customer A”.",
            "■持ち物 先月、仕事で困った場面を3つ(頭の中で結構です)\n"
            "■不要なもの 資料、パソコン、解決策。お客さまの名前も出さず、付箋には「A社」のように書きます",
        )
    ),
}
_THANKS = T(
    "Dear all,\n\n"
    "thank you for {short}. {came}\n\n"
    "{next}\n\n"
    "〔your name〕\n",
    "{team}の皆さま\n\n"
    "お疲れさまです。〔名前〕です。\n"
    "{short}は、長い時間をありがとうございました。{came}\n\n"
    "{next}\n\n"
    "引き続きよろしくお願いいたします。\n\n"
    "〔名前・部署・内線〕\n",
)  # fmt: skip


def _thanks(came: T, next: T) -> T:
    names = ("team", "short")
    return _THANKS.format(came=came, next=next, **{name: T(f"{{{name}}}", f"{{{name}}}") for name in names})


THANKS = {
    1: _thanks(
        T("Each of you has three pages about your own product now.", "お一人ずつ、ご自分のプロダクトの3枚ができました。"),
        T(
            "Two things, please:\n1. By {report}: show one of the three pages to one person at work, and mend what that person halted at.\n"
            "2. Whoever has not filled in the survey: 〔link〕, five minutes.\n\nStage 2 is on 〔date〕: please bring a developer of your product.",
            "お願いが2つあります。\n\n1. {report}までに、3枚のうち1枚を職場のどなたかに見せ、相手がつかえたところを直してください。\n"
            "2. アンケートがまだの方は、〔リンク〕からお願いします(5分)。\n\nステージ2は〔日付〕です。同じプロダクトの開発者をお誘いください。",
        ),
    ),
    2: _thanks(
        T("Each pair has a plan now that can tell success from failure.", "各組で、成功と失敗を見分けられる計画ができました。"),
        T(
            "Two things, please:\n1. By {report}: have the plan signed by those whose names are in it, before any number comes out.\n"
            "2. Whoever has not filled in the survey: 〔link〕, five minutes.\n\n2-3 is homework for two (45 minutes).",
            "お願いが2つあります。\n\n1. {report}までに、計画に名前のある方の署名をもらってください。結果の数字が出る前にもらうことが大切です。\n"
            "2. アンケートがまだの方は、〔リンク〕からお願いします(5分)。\n\n2-3 は、ふたりの宿題です(45分)。",
        ),
    ),
    3: _thanks(
        T("The report is attached (begin with index.html): the board, the list of use cases, the plan, and the survey.", "報告書をお送りします(index.html から開いてください)。ボード、ユースケースの一覧、計画、アンケートの結果です。"),
        T(
            "What was decided: 〔the winner, in one sentence, and why〕\n"
            "What was not chosen, and when we look at it again: 〔the runner-up, date〕\n"
            "The sponsor decides on: 〔date〕\n"
            "We meet again on: 〔date, time, room〕\n\n"
            "Your part is in the plan under your name. If a date cannot hold, tell me by {report}, not on the day itself.\n"
            "If something on the board is not what you said, tell me; it is put right.",
            "■決まったこと 〔選んだ案を1文で、理由とともに〕\n"
            "■今回見送ったもの 〔次点の案。もう一度検討する日〕\n"
            "■スポンサーの判断 〔日付〕\n"
            "■次の打ち合わせ 〔日時・場所〕\n\n"
            "計画の、ご自分の名前の行をご確認ください。日付が難しければ、当日ではなく{report}までにお知らせください。\n"
            "ボードに、言ったことと違う言葉があれば、直しますのでご連絡ください。",
        ),
    ),
}  # fmt: skip
