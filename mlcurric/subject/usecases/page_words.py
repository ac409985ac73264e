"""The words on the printed pages of the use-case list and the method-last sheets."""

from __future__ import annotations

from collections.abc import Mapping

from mlcurric.text import T

WORDS: Mapping[str, T] = {
    "list": T("ML use-case list", "MLユースケース一覧"),
    "no_title": T("(no title yet)", "(テーマは未記入)"),
    "order": T("The order", "順位"),
    "place": T("place", "順位"),
    "case": T("use case", "ユースケース"),
    "total": T("total", "合計"),
    "of": T("of {most}", "{most}点満点"),
    "weight": T("weight", "重み"),
    "stopped": T("Stopped by a gate", "条件で止まっているもの"),
    "without_ml": T("To start without ML", "機械学習なしで始めるもの"),
    "without_ml_note": T(
        "A rule is enough: they need no place in the order.", "ルールで足ります。順位を待たずに始められます。"
    ),
    "nothing_ml": T("Nothing is left for ML to do yet.", "機械学習で作るものは、まだありません。"),
    "nothing_ml_way": T("Begin with those for which a rule is enough.", "ルールで足りるものから始めましょう。"),
    "unranked": T("Not ranked yet", "まだ順位に入らないもの"),
    "unranked_note": T("Write the score or the name, and they are.", "点や名前を書けば、順位に入ります。"),
    "stopped_note": T("They stand in no order, whatever their sum.", "点の合計にかかわらず、順位には入りません。"),
    "could_lead": T("It could still come first.", "点しだいでは、1位になりえます。"),
    "first": T("First: {name}", "1位: {name}"),
    "so_far": T("First so far: {names} ({points}).", "いまのところの1位は {names}({points})です。"),
    "level": T("Level in the first place: {names}", "1位が並んでいます: {names}"),
    "level_way": T(
        "The scores do not decide. Do not break the tie with half points: ask which of them you can try for less.",
        "点では決まりません。0.5点を足して差をつけず、「どちらが安く試せるか」で話しましょう。",
    ),
    "empty": T("Nothing is on the list yet.", "一覧は、まだ空です。"),
    "empty_way": T(
        "Write one line a use case, from the left: who suffers comes before any method.",
        "1行にひとつ、左から書きます。手段より先に、困っている人です。",
    ),
    "no_score": T("Nothing is scored yet.", "まだ点がついていません。"),
    "no_score_way": T(
        "Everybody scores alone, in silence; then write down the middle one of the scores. Between two scores it is a half, such as 3.5.",
        "1人ずつ、黙って点をつけます。書き込むのは、全員の点の真ん中です。真ん中が2つの点の間なら、3.5 のように書きます。",
    ),
    "nothing": T("Nothing may be built yet.", "作ってよいものは、まだありません。"),
    "nothing_way": T(
        "Each is stopped by a gate. Which one opens first?",
        "どれも、条件で止まっています。いちばん早く開けられる条件はどれですか。",
    ),
    "points": T("{total} of {most} points", "{most}点中{total}点"),
    "even": T("With all weights at 1, {names} would be first.", "重みをすべて1にすると、1位は {names} です。"),
    "who": T("whom it is for", "誰のため"),
    "flow": T("use case", "ユースケース"),
    "people": T("people and gates", "人と条件"),
    "none": T("–", "–"),
    "open": T("not filled in", "未記入"),
    "clashes": T("Does not go together yet", "まだ食い違っているところ"),
    "asks": T("To talk about", "確かめたいこと"),
    "way": T("Way out:", "直し方:"),
    "list_rests": T(
        "A score is somebody's opinion; that is why it is also asked whether the order would survive a point more or less. "
        "Urgency and importance are about the problem and are not added up. A gate stops whatever the sum.",
        "点は、つけた人の意見です。だから、1点ずれても順位が変わらないかを確かめています。"
        "緊急度と重要度は課題の点で、合計には入れません。条件に引っかかったものは、点が高くても止まります。",
    ),
    "sheet": T("Method-last sheet", "手段は最後シート"),
    "sheet_way": T(
        "Fill it in from top to bottom. “Nothing” is an answer in the last box, and often the best one.",
        "上から順に書きます。最後の欄の「なし」も、立派な答えです。",
    ),
    "enough": T("Is that enough?", "それで足りますか。"),
    "sheet_rests": T(
        "Useful ML automates, step by step, work that people already do and log; so today's work comes before the method.",
        "役に立つMLは、人がすでに手でやり、記録も残している仕事を、少しずつ自動にしていきます。だから、いまの仕事が先、手段は最後です。",
    ),
}
