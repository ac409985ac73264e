"""The words of a model card's page, in both languages."""

from __future__ import annotations

from mlcurric.text import T

WORDS = {
    "kicker": T("Model card", "モデルカード"),
    "measured": T("Measured when it ran", "実行して測ったこと"),
    "decided": T("Decided by people", "人が決めたこと"),
    "open": T("still open – somebody has to write this", "未記入。誰かが書く必要がある"),
    "clashes": T("These lines cannot stand as they are", "このままにはできない行があります"),
    "groups": T(
        "Do the scores mean what they say? Later rows, in five groups by score",
        "スコアは額面どおりか。あとの時期の行を、スコア順に5つに分けて数えた",
    ),
    "customers": T("customers", "顧客数"),
    "predicted": T("of 100, the score says", "100人中、スコアの予測"),
    "observed": T("of 100, left (range)", "100人中、解約(範囲)"),
    "rests": T(
        "Ranges are 95% intervals of a count: the luck of who is in the table, and no market that changes.",
        "範囲は、数えた人数の95%区間です。表に誰が入るかの偶然だけで、市場の変化は含みません。",
    ),
    "signed": T("Read and agreed (name, day): ", "確認した人(名前・日付): "),
}
LABELS = {
    "intended_use": T("What it is for", "使いみち"),
    "not_for": T("What it is not for", "使ってはいけない場面"),
    "who_decides": T("Who decides in the end", "最後に決める人"),
    "stop_when": T("When it is stopped, and who looks", "止める条件と、見る人"),
}
"""The lines that people write, in the order of the page."""
STEPS = T("How", "しくみ")
COLUMNS = T("What it looks at", "見ている列")
LEARNED = T("Learned from", "学習したデータ")
JUDGED = T("Judged on", "評価したデータ")
CHOSEN = T("How it was chosen", "選び方")
LISTED = T("The list", "リスト")
LIFT = T("Against a list by lot (lift)", "くじ引きとの比(リフト)")
PROMISED = T("Leavers on the list, by the scores", "スコアどおりならリストで解約する人")
BRIER = T("Brier score (0 is perfect)", "ブライアスコア(0が完璧)")
ROWS = T(
    "{rows} rows looked at from {first} to {last}; {left} of them left",
    "{first}〜{last}に観測した{rows}行。うち{left}行が解約",
)
ROWS_OF_A_DAY = T(
    "{rows} rows looked at on {first}; {left} of them left", "{first}に観測した{rows}行。うち{left}行が解約"
)
AMONG = T(
    "the best of {models} models on these rows; on new rows expect a little less than below",
    "この行で{models}個を比べた1位。新しい行では、下の数字より少し落ちると見ておく",
)
HITS = T(
    "of {size} customers {hits} left: of 100, {value} ({low} to {high})",
    "{size}人中{hits}人が解約。100人中{value}人({low}〜{high}人)",
)
TIMES = T("{value} times ({low} to {high})", "{value}倍({low}〜{high}倍)")
CAME = {
    True: T(
        "{promised}; {hits} came, as far as a count can tell the same",
        "{promised}人。実際は{hits}人で、数えた範囲では一致",
    ),
    False: T(
        "{promised}; {hits} came. Do not read the scores as shares",
        "{promised}人。実際は{hits}人。スコアを割合として読まないこと",
    ),
}
BESIDE = T("{score}; telling everybody the average gives {nobody}", "{score}。全員に平均を答えると{nobody}")
