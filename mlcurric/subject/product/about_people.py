"""Is somebody named who can do it? “Everybody” and “AI” own nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlcurric.subject.product.collected import Collected
from mlcurric.subject.product.finding import LineFinding, clash, question, quoted
from mlcurric.subject.product.numerals import normalised
from mlcurric.text import T

# Whole answers only: 「AI推進室の佐藤さん」 is a person.
_EVERYBODY = re.compile(
    r"(?:every ?body|every ?one|all|all of us|we all|anybody|anyone|the whole (?:company|team)|all (?:users|customers|teams))"
    r"|(?:みんな|みな|皆|皆さん|みなさん|全員|全社|全社員|社員全員|誰でも|だれでも|チーム全員|全部署|関係者全員)"
)
_MACHINE = re.compile(
    r"(?:the )?(?:ai|a\.i\.|ml|model|machine|system|algorithm|machine learning|chatgpt|llm)"
    r"|(?:ai|人工知能|機械|機械学習|モデル|システム|アルゴリズム)"
)
# Not every 「…部」: 服部, 渡部 and 長谷部 are people.
_GROUP = re.compile(
    r"\S{0,20}(?:営業|開発|企画|事業|管理|総務|人事|経理|システム|推進)[部課室]|\S{1,20}(?:チーム|部門|本部|グループ|委員会)"
    r"|(?:(?:当社|弊社|会社|本社|うち)の)?(?:経営陣|経営層|経営側|経営会議|経営幹部|幹部|上層部|首脳陣|役員|役員会|取締役会?|マネジメント層?|管理職|本社|現場)(?:の(?:皆さん|みなさん|方々))?"
    r"|情シス|営業|マーケティング|マーケ|カスタマーサクセス|カスタマーサポート|人事|経理|総務|法務|開発|各?部署|関係者"
    r"|(?!.*\b(?:of|from|in|at|head|leads?|leader|manager|mr|ms|mrs|dr)\b)(?:the |our )?[\w ]{1,30}\b(?:team|department|division|dept\.?|committee)|we|us|会社|弊社|当社|私たち|われわれ|我々"
    r"|(?:the |our )?(?:(?:senior|top|upper|middle|executive|school|company) )?(?:management|leadership|executives|directors|managers|staff|(?:supervisory )?board(?: of directors)?|c-suite|c-level|head office|headquarters|hq)"
    r"|(?:the )?(?:company|business|stakeholders|it|hr|sales|marketing|finance|legal|operations|ops|engineering|customer (?:success|support|service))"
)

_ONE_NAME = T("Write one name.", "1人の名前を書いてください。")
_OWNERS = ("owner", "sponsor", "data_owner")


def about_people(lines: Collected) -> Iterator[LineFinding]:
    """Findings about who does, decides and reads."""
    for name in (*_OWNERS, "who_decides", "who_closes_gap", "reader", "first_reader"):
        entry = lines[name]
        text = normalised(entry.text).rstrip("。.!")
        values = dict(label=entry.line.label, text=quoted(entry.text))
        if _MACHINE.fullmatch(text):
            yield clash(
                "a_machine",
                name,
                T(
                    "{label}: “{text}”. A model gives an order; people decide, act and answer for it.",
                    "{label}「{text}」。モデルが返すのは順番です。決めて、動いて、責任を持つのは人です。",
                ),
                _ONE_NAME,
                **values,
            )
        elif _EVERYBODY.fullmatch(text) and name == "reader":
            yield question(
                "a_card_for_everybody",
                name,
                T("The card is read by “{text}”.", "カードを読む人が「{text}」です。"),
                T(
                    "Whose morning does it change? Write for them.",
                    "それで朝の動きが変わるのは誰ですか。その人に向けて書きましょう。",
                ),
                **values,
            )
        # Each user of a consumer product may well decide alone.
        elif _EVERYBODY.fullmatch(text) and name == "who_decides":
            yield question(
                "decided_by_all",
                name,
                T("{label}: “{text}”.", "{label}が「{text}」です。"),
                T(
                    "Does each of them decide alone? If not, write who does.",
                    "ひとりひとりが、自分で決めるのですか。そうでなければ、決める人を書いてください。",
                ),
                **values,
            )
        # Pages may well be shown to everybody.
        elif _EVERYBODY.fullmatch(text) and name != "first_reader":
            yield clash(
                "everybody",
                name,
                T(
                    "{label}: “{text}”. What belongs to everybody, nobody does.",
                    "{label}「{text}」。みんなの仕事は、誰の仕事でもなくなります。",
                ),
                _ONE_NAME,
                **values,
            )
        elif name in _OWNERS and _GROUP.fullmatch(text):
            yield question(
                "a_group",
                name,
                T("{label}: “{text}” is a group.", "{label}: 「{text}」は集団です。"),
                T("Who in it?", "その中の誰ですか。"),
                **values,
            )
