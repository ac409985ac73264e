"""What stands on the team's pages beside the team's own words."""

from __future__ import annotations

from mlcurric.text import T

WORDS = {
    "open": T("open", "未記入"),
    "nobody": T("nobody", "空席"),
    "clashes": T("As written, this cannot stand yet:", "このままでは成り立たないところ"),
    "line": T("line", "行"),
    "no_team": T("(team)", "(チーム名)"),
    # Role map
    "roles": T("Role map: who puts it to use?", "役割マップ: 誰が担いますか"),
    "roles_kicker": T("Role map", "役割マップ"),
    "role": T("Role", "役割"),
    "hours": T("hours a week", "数字は週の時間"),
    "together": T("together", "合計"),
    "in_all": T("({hours} in all)", "(全員で{hours})"),
    "shared": T(
        "* Hours that several share: they count once in the whole, and for nobody alone. A line each says whose they are.",
        "* 何人かで分けている時間。全員の合計には1回だけ数え、各自の合計には入れていません。1人1行に分けると、誰の時間か決まります。",
    ),
    "closes": T("closed by {who}", "{who}が埋める"),
    "until": T("by {day}", "{day}まで"),
    "no_day": T("no day yet", "期日は未定"),
    "the_pdm": T("the PdM", "PdM"),
    "pdm_gaps": T("The PdM's to close", "PdMが埋める空席"),
    "no_gaps": T("Every role is filled.", "空席はありません。"),
    "other_gaps": T("Closed by others", "ほかの人が埋める空席"),
    "shows": T("How it shows if nobody does:", "埋まらないと、こうなります:"),
    "notes": T("Notes", "備考"),
    "roles_rests": T(
        "The eight roles are one author's way of sorting the work; what is seen where one is missing is our own wording. A person may fill several.",
        "8つの役は、ある著者による仕事の整理です。埋まらないと起きることは、この講座で書きました。1人が何役を兼ねてもかまいません。",
    ),
    # RACI
    "raci_kicker": T("RACI", "RACI"),
    "raci": T("Who does what", "誰が何をするか"),
    "task": T("Task", "作業"),
    "away": T("Cannot be reached", "連絡がつかない日"),
    "letters": (
        ("A", T("answers for it; one a line", "説明責任を負う。1行に1人")),
        ("R", T("does it", "実行する")),
        ("C", T("is asked before", "前もって相談する")),
        ("I", T("is told after", "あとで知らせる")),
    ),
    "raci_rests": T(
        "Two who answer for one thing wait for each other; a line without anybody who does it is a wish.",
        "説明責任を負う人が2人いると、お互いに待ってしまいます。実行する人のいない行は、願いごとで終わります。",
    ),
    # Pre-mortem
    "pre_kicker": T("Pre-mortem", "事前検死"),
    "pre": T("A year later it has failed. Of what?", "1年後、失敗しました。なぜでしょう"),
    "of_100": T("of 100", "/ 100"),
    "not_said": T("not estimated", "見積もりなし"),
    "for": T("Speaks for it", "そうなりそうな証拠"),
    "against": T("Speaks against it", "そうならない証拠"),
    "sign": T("Early sign", "最初の兆し"),
    "watches": T("Watches", "見張る人"),
    "looks": T("next look", "次に見る日"),
    "action": T("What we do now", "いま打つ手"),
    "nothing": T("nothing yet", "まだありません"),
    "left_out": T("Not looked at yet", "まだ検討していない理由"),
    "pre_rests": T(
        "The bar is the team's own estimate: of 100 projects like this one, how many fail of it. The five reasons are those named most (Kubo); we found no count behind their order.",
        "棒はチーム自身の見積もりです(似た計画100のうち、いくつがこれで失敗するか)。5つは、よく挙がる理由です(Kubo氏)。順番の根拠になる件数は見つかりませんでした。",
    ),
    # Plan
    "plan_kicker": T("30/60/90-day plan", "30/60/90日計画"),
    "no_start": T("no first day", "開始日なし"),
    "phase": T("to day {days}", "{days}日まで"),
    "decides": T("Management decides", "経営判断"),
    "meets": T("Next meeting", "次の打ち合わせ"),
    "gifts": T("The three gifts", "3つの手土産"),
    "sponsor": T("Sponsor", "スポンサー"),
    "no_owner": T("no owner yet", "責任者は未定"),
    "with": T("with", "出席"),
    "ready": T("ready", "できる日"),
    "evidence": T("Evidence", "裏づけ"),
    "to": T("to", "〜"),
    "days_off": T(
        "Days were checked for week-ends and Japanese public holidays.", "土日と日本の祝日は確かめてあります。"
    ),
    "week_ends": T(
        "Days were checked for week-ends only; public holidays are for you to look up.",
        "確かめたのは土日だけです。祝日はカレンダーで見てください。",
    ),
}
