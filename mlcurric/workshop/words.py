"""What stands on the handouts beside what they are about."""

from __future__ import annotations

from mlcurric.text import T

WORDS = {
    "agenda": T("Agenda", "当日の進め方"),
    "time": T("Time", "時刻"),
    "what": T("What happens", "すること"),
    "leads": T("Who", "誰が"),
    "seen": T("On the wall or the projector", "壁・画面に"),
    "there": T("At the end there is", "終わりにあるもの"),
    "late": T("If late", "遅れたら"),
    "minutes": T("{n} min", "{n}分"),
    "least": T("{n} min", "{n}分に"),
    "later": T("leave out", "後日に"),
    "agenda_rests": T(
        "“If late” says how few minutes will do; where nothing stands, nothing is cut.",
        "「遅れたら」は、そこまで縮めてよい長さです。空欄のところは縮めません。",
    ),
    "preparation": T("Preparation", "準備リスト"),
    "by": T("by {day}", "{day}まで"),
    "preparation_rests": T(
        "Amounts are our rules of thumb; dates are working days in Japan, the days around New Year left out. Commands are typed where the team's folder lies, not inside it.",
        "数量は私たちの目安です。日付は、土日祝日と年末年始(12月29日〜1月3日)を避けてあります。コマンドは、チームのフォルダーの中ではなく、それが置いてある場所で打ちます。",
    ),
    "legend": T("The notes", "付箋の見本"),
    "kind": T("Kind", "種類"),
    "holds": T("What belongs on it", "書くこと"),
    "paper": T("Paper", "紙"),
    "sheets": T("Sheets", "枚数"),
    "pads": T("Pads", "冊数"),
    "legend_rule": T(
        "One thing a note, thick pen, readable from two metres. No paper of that colour? Any paper, with the letter in its corner.",
        "1枚に1つ、太いペンで、2m離れて読める字で。その色がなければ、何色でもかまいません。角に記号を書きます。",
    ),
    "legend_rests": T(
        "Colours and words follow the ddd-crew's Event Storming glossary (CC BY 4.0); the ML step is ours. Sources differ, so hang this up.",
        "色と言葉は ddd-crew の用語集(CC BY 4.0)に沿っています。MLの出番は、この講座で加えました。流儀により色は違うので、この紙を壁に貼ります。",
    ),
    "cards": T("Role cards", "役割カード"),
    "brings": T("brings", "持ち寄る"),
    "asks": T("asks", "尋ねる"),
    "guards": T("guards against", "防ぐ"),
    "card_hint": T("Cut along the lines. Four cards keep the room going; the eight are dealt out, several to one person if need be.", "線に沿って切ります。黒い見出しの4枚は場を回す役。残り8枚は全員に配り、ひとりで何枚か持ってもかまいません。"),
    "cards_rests": T(
        "The eight roles are one author's way of sorting the work (source D of the curriculum); questions and guards are our own wording.",
        "8つの役は、ある著者による仕事の整理です。質問と「防ぐ」は、この講座で書きました。",
    ),
    "sign_in": T("Sign-in sheet", "出席簿"),
    "name": T("Name", "名前"),
    "side": T("Side", "立場"),
    "role": T("What I do", "担当している仕事"),
    "card": T("Role card", "役割カード"),
    "sign_in_note": T(
        "Your name goes on the report as one who was there. On the wall and in the files: no customer's name.",
        "名前は、出席者として報告書に載ります。壁とファイルには、お客さまの名前を書きません。",
    ),
    "sign_in_rests": T("Afterwards typed into ideathon/sign-in.xlsx.", "終わったら ideathon/sign-in.xlsx に打ち込みます。"),
    "sign_in_kept": T("Kept by the facilitator.", "進行役が保管します。"),
    "trouble": T("When it goes wrong", "困ったときは"),
    "say": T("Say", "ひと言"),
    "do": T("Do", "すること"),
    "cuts": T("When time runs out", "時間が足りないとき"),
    "never": T("Never cut:", "削らないもの:"),
    "trouble_rests": T("One sentence first, then what to do. For the facilitator's pocket.", "まずひと言、それから手を打ちます。進行役の手元に置く紙です。"),
}  # fmt: skip
