"""Names of people that are met often, so that a column of them is known whatever its heading."""

from __future__ import annotations

import re

_SURNAMES = (
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水 山崎 阿部 森 池田 橋本 山下 石川 中島 前田 藤田 "
    "小川 後藤 岡田 長谷川 村上 近藤 石井 坂本 遠藤 青木 藤井 西村 福田 太田 三浦 岡本 松田 中川 中野 原田 小野 田村 竹内 金子 和田 中山 石田 上田 森田 "
    "原 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木 安藤 島田 谷口 大野 高田 丸山 今井 河野 藤原 小島 村田 武田 上野 杉山 増田 平野 菅原 大塚 久保 松井 小山 "
    "千葉 岩崎 野口 桜井 松尾 野村 木下 菊地 佐野 大西 新井 杉本 古川 浜田 市川 小松 水野 山内 吉川 西田 菊池 北村 安田 五十嵐 川口 平田 関 中田 久保田 服部 "
    "岩田 土屋 川崎 東 福島 本田 辻 樋口 秋山 田口 永井 山中 中西 吉村 川上 大橋 石原 松岡 飯田 荒木 大久保 馬場 熊谷 松村 浅野 早川 八木 星野 小沢 内藤 "
    "矢野 大島 渋谷 松下 黒田 吉岡 荒井 川村 岡崎 須藤 片山 小池 望月 平井 栗原 三宅 菅野 奥村 西川 落合 堀 関口 児玉 榎本 横田 成田 町田 片岡 小田 田辺 白石 "
    "広瀬 荒川 萩原 中井 川島 神田 大石 沢田 永田 大沢 宮田 河合 小泉 岸本 尾崎 須田 根本 滝沢 植田 石塚 稲垣 篠原 塚本 今村 宇野 岩本 福井 長田 天野 津田 "
    "髙橋 渡邊 渡邉 齋藤 齊藤 斉藤 山﨑 嶋田 嶋崎 澤田 小澤 大澤 濱田 廣瀬 櫻井 眞鍋 國分 邊見"
)
_PLACES = "千葉 福島 石川 山口 宮崎 長野 秋田 福井 渋谷 中野 川崎 川口 町田 成田 浜田 東 神田 上野 岡崎 松本"
"""Surnames that are places too: a column of branches holds them as well."""
_GIVEN = (
    "太郎 次郎 一郎 健太 健一 健二 健 翔太 翔 大輔 大樹 大介 拓也 拓海 直樹 直人 和也 達也 哲也 誠 隆 剛 浩 浩二 浩一 修 豊 茂 実 学 亮 亮太 悠斗 悠真 蓮 陽翔 湊 "
    "樹 大和 颯太 陸 海斗 優斗 雄太 雄一 裕太 裕介 祐介 俊介 慎一 秀樹 秀明 正樹 正人 孝 博 弘 進 昇 清 勇 淳 悟 智也 智子 康平 康弘 花子 美咲 陽子 幸子 和子 洋子 "
    "恵子 京子 久美子 由美子 真由美 由美 明美 直美 裕子 祐子 優子 陽菜 葵 結衣 結菜 凛 さくら 美羽 莉子 彩 彩香 愛 舞 麻衣 麻美 千尋 真理 真理子 真美 香織 恵 恵美 智美 "
    "典子 紀子 順子 敏子 文子 節子 千代子 美香 美穂 美幸 美由紀 絵美 理恵 里美 沙織 早紀 奈々 七海 ひなた ひなの あかり"
)
_READINGS = (
    "サトウ スズキ タカハシ タナカ イトウ ワタナベ ヤマモト ナカムラ コバヤシ カトウ ヨシダ ヤマダ ササキ ヤマグチ マツモト イノウエ キムラ サイトウ シミズ ヤマザキ ヤマサキ アベ "
    "モリ イケダ ハシモト ヤマシタ イシカワ ナカジマ マエダ フジタ オガワ ゴトウ オカダ ハセガワ ムラカミ コンドウ イシイ サカモト エンドウ アオキ フジイ ニシムラ フクダ オオタ ミウラ"
)
_ENGLISH = (
    "James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald "
    "Steven Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric "
    "Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Nancy Lisa Betty Margaret Sandra Ashley Emily "
    "Kimberly Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura Sharon Cynthia Kathleen Amy Angela Anna "
    "Emma Olivia Sophie Alice Peter Martin Simon Alex Maria Julia Hannah Lucy Helen Jane Tom Ben Sam Kate Ann Anne"
)
_HONORIFIC = "様|さま|さん|氏|殿|先生|医師|院長|理事長|社長"

_NO_PERSON = re.compile(r"[市区町村郡県府駅店部課室科校院局]$")
"""「松本市」 and 「山田歯科」 go on otherwise than people do."""


def _any(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


_SURNAME = _any(_SURNAMES)
_FULL = re.compile(
    rf"(?:{_SURNAME}) ?[一-龥々ぁ-んァ-ヶー]{{1,5}}(?: ?(?:{_HONORIFIC}))?"
    rf"|(?:{_any(_READINGS)}) ?[ァ-ヶー]{{2,6}}|(?:{_any(_ENGLISH)})(?: [A-Z][\w'’.-]*){{1,3}}"
)
_ONE = re.compile(
    rf"(?:Dr\.? ?)?(?:{_SURNAME}|{_any(_READINGS)}|{_any(_GIVEN)})(?: ?(?:{_HONORIFIC}))?|(?:{_any(_ENGLISH)})"
)
_ADDRESSED = re.compile(rf"(?:{_SURNAME}) ?(?:[一-龥々]{{1,3}} ?)?(?:{_HONORIFIC})")


def is_full(cell: str) -> bool:
    """Whether a cell begins with a familiar surname (or an English first name) and goes on like a name, with a blank or without.

    Args:
        cell: in NFKC, as in all of these.
    """
    return not _NO_PERSON.search(cell) and bool(_FULL.fullmatch(_in_katakana(cell)))


def is_one(cell: str) -> bool:
    """Whether a cell is a familiar surname or given name and nothing else, but for 様, 先生 and the like."""
    return cell not in _PLACES.split() and bool(_ONE.fullmatch(_in_katakana(cell)))


def addresses(cell: str) -> bool:
    """Whether somebody is called by name within a cell: 「小林様のご紹介」."""
    return bool(_ADDRESSED.search(cell))


def _in_katakana(cell: str) -> str:
    """A cell of hiragana in katakana; any other as it is."""
    if not re.fullmatch(r"[ぁ-ゖー ]+", cell):
        return cell
    return "".join(chr(ord(sign) + 0x60) if "ぁ" <= sign <= "ゖ" else sign for sign in cell)
