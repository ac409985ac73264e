"""A hundred columns as strangers keep them: sixty that say who somebody is, forty that only look like it; four hundred rows each."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

import numpy as np

ROWS = 400
_LUCK = np.random.default_rng(61)
_FIRST = [
    "John",
    "Maria",
    "Wei",
    "Priya",
    "Mohammed",
    "Chloé",
    "Søren",
    "Yuki",
    "Ana",
    "Liam",
    "Noah",
    "Fatima",
    "Igor",
    "Ngozi",
    "Carlos",
    "Ingrid",
    "Ravi",
    "Siobhan",
    "Pierre",
    "Hiroko",
    "Oluwaseun",
    "Magdalena",
    "Dmitri",
    "Aisha",
    "Bruno",
    "Katarzyna",
    "Tomás",
    "Leila",
    "Giovanni",
    "Mei",
]
_LAST = [
    "Smith",
    "Garcia",
    "Chen",
    "Patel",
    "Khan",
    "Dubois",
    "Sørensen",
    "Tanaka",
    "Silva",
    "O'Brien",
    "Murphy",
    "Haddad",
    "Petrov",
    "Okafor",
    "Mendoza",
    "Berg",
    "Sharma",
    "Walsh",
    "Lefèvre",
    "Sato",
    "Adeyemi",
    "Nowak",
    "Volkov",
    "Rahman",
    "Costa",
    "Kowalska",
    "Herrera",
    "Nasser",
    "Rossi",
    "Zhang",
]
_SEI = [
    "小林",
    "佐藤",
    "山田",
    "髙橋",
    "渡邊",
    "綾小路",
    "中村",
    "伊藤",
    "鈴木",
    "吉田",
    "田中",
    "早坂",
    "勅使河原",
    "堀内",
    "三好",
    "森",
    "金",
    "宇佐美",
    "西園寺",
    "二宮",
    "長谷部",
    "生田",
    "速水",
    "倉持",
    "都築",
]
_MEI = [
    "美咲",
    "大輔",
    "陽子",
    "健一",
    "さくら",
    "誠",
    "由紀",
    "翔太",
    "葵",
    "拓海",
    "真理子",
    "浩",
    "ひなた",
    "蓮",
    "千尋",
    "一郎",
    "弥生",
    "隼人",
    "薫",
    "琴音",
]
_KANA_SEI = [
    "コバヤシ",
    "サトウ",
    "ヤマダ",
    "タカハシ",
    "ワタナベ",
    "アヤノコウジ",
    "ナカムラ",
    "イトウ",
    "スズキ",
    "ヨシダ",
    "タナカ",
    "ハヤサカ",
    "テシガワラ",
    "ホリウチ",
    "ミヨシ",
    "ウサミ",
    "サイオンジ",
    "ニノミヤ",
]
_KANA_MEI = [
    "ミサキ",
    "ダイスケ",
    "ヨウコ",
    "ケンイチ",
    "サクラ",
    "マコト",
    "ユキ",
    "ショウタ",
    "アオイ",
    "タクミ",
    "マリコ",
    "ヒロシ",
    "ヒナタ",
    "レン",
    "チヒロ",
    "イチロウ",
    "ヤヨイ",
]
_HALF = str.maketrans(
    dict(
        zip(
            "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンョュャッ",
            "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝｮｭｬｯ",
            strict=True,
        )
    )
    | {"ガ": "ｶﾞ", "ジ": "ｼﾞ", "ズ": "ｽﾞ", "ダ": "ﾀﾞ", "ベ": "ﾍﾞ", "バ": "ﾊﾞ"}
)
_STREETS = ["High Street", "Church Lane", "Victoria Road", "Mill Close", "Station Approach", "Kings Crescent"]
_TOWNS = ["London", "Leeds", "Bristol", "York", "Cardiff"]
_POSTCODES = ("SW1A 1AA", "LS1 4AP", "BS8 1TH", "YO1 7HH", "CF10 3NP", "EC1A 1BB")
_STATES = ("CA 94107", "NY 10013", "TX 78701-1234", "WA 98101")
_WARDS = (
    "東京都渋谷区神南",
    "大阪府大阪市北区梅田",
    "愛知県名古屋市中区栄",
    "北海道札幌市中央区北一条西",
    "京都府京都市左京区下鴨",
)


def _one(of: Sequence[str]) -> str:
    return of[int(_LUCK.integers(len(of)))]


def _n(low: int, high: int) -> int:
    return int(_LUCK.integers(low, high))


def _digits(n: int) -> str:
    return "".join(str(_n(0, 10)) for _ in range(n))


def _card() -> str:
    digits = [4, *(_n(0, 10) for _ in range(14))]
    doubled = sum(sum(divmod(2 * digit, 10)) if at % 2 == 0 else digit for at, digit in enumerate(digits))
    return "".join(map(str, [*digits, -doubled % 10]))


def _my_number() -> str:
    digits = [_n(0, 10) for _ in range(11)]
    over = sum(digit * (at + 1 if at <= 6 else at - 5) for at, digit in enumerate(reversed(digits), 1)) % 11
    return "".join(map(str, [*digits, 0 if over <= 1 else 11 - over]))


def _name() -> str:
    return f"{_one(_FIRST)} {_one(_LAST)}"


def _namae(blank: str = " ") -> str:
    return f"{_one(_SEI)}{blank}{_one(_MEI)}"


def _kana(blank: str = " ") -> str:
    return f"{_one(_KANA_SEI)}{blank}{_one(_KANA_MEI)}"


def _mail() -> str:
    return f"{_one(_FIRST).lower().replace('é', 'e').replace('ø', 'o')}.{_n(1, 999)}@{_one(['example.com', 'mail.co.jp', 'corp.io'])}"


def _few(makes: Callable[[], str], n: int) -> Callable[[], str]:
    """One of a few, as of the six who look after everybody."""
    some = [makes() for _ in range(n)]
    return lambda: _one(some)


def _mixed(makes: Callable[[], str], other: str, share: float) -> Callable[[], str]:
    return lambda: makes() if _LUCK.random() < share else other


PEOPLE: dict[str, Callable[[], str]] = {
    "full": _name,
    "Name on file": lambda: f"{_one(_LAST)}, {_one(_FIRST)}",
    "FULL NAME": lambda: _name().upper(),
    "x1": lambda: _name().upper(),
    "signup": lambda: _name().lower(),
    "cust": lambda: f"{_one(['Mr', 'Ms', 'Mrs', 'Dr'])}. {_name()}",
    "x2": lambda: f"{_one(_LAST)} {_one('ABCDEFG')}.",
    "First": lambda: _one(_FIRST),
    "Last": lambda: _one(_LAST),
    "handled by": _few(_name, 6),
    "CS rep": _few(lambda: _one(_FIRST), 5),
    "x3": lambda: f"{_one(_FIRST)} {_one('ABCD')}. {_one(_LAST)}",
    "x4": lambda: f"{_one(_LAST)}; {_one(_FIRST)}",
    "フルネーム": _namae,
    "列1": lambda: _namae(""),
    "列2": lambda: _namae("　") + _one(["様", ""]),
    "列3": _kana,
    "列4": lambda: _kana("").translate(_HALF),
    "カナ氏名": lambda: _kana().translate(_HALF),
    "列5": lambda: _kana("・"),
    "姓": lambda: _one(_SEI),
    "名": lambda: _one(_MEI),
    "セイ": lambda: _one(_KANA_SEI),
    "メイ": lambda: _one(_KANA_MEI).translate(_HALF),
    "列6": lambda: f"{_one(_SEI)}様",
    "列7": lambda: f"{_one(_SEI)}さん",
    "列8": lambda: f"{_one(_SEI)}{_one(['院長', '部長', '店長', '社長', '課長'])}",
    "対応": lambda: f"担当:{_one(_SEI)}",
    "状況": lambda: f"{_one(['継続中', '交渉中', '更新済'])}(担当：{_one(_SEI)})",
    "履歴": _mixed(lambda: f"{_one(_SEI)}様より{_one(['電話', '来店', 'メール'])}", "なし", 0.3),
    "うちの担当": _few(lambda: _one(_SEI), 5),
    "フォロー": _few(_namae, 6),
    "e-mail": _mail,
    "login": _mail,
    "contact info": lambda: f"{_name()} <{_mail()}>",
    "リンク": lambda: f"mailto:{_mail()}",
    "列9": lambda: f"0{_n(3, 9)}0-{_digits(4)}-{_digits(4)}",
    "列10": lambda: f"({_digits(3)}) {_digits(3)}-{_digits(4)}",
    "列11": lambda: f"+44 7{_digits(3)} {_digits(6)}",
    "連絡可能な番号": lambda: f"090{_digits(8)}",
    "列12": lambda: f"０３－{_n(1000, 9999)}－{_n(1000, 9999)}".translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "列13": lambda: f"TEL {_n(10, 99)}-{_digits(4)}-{_digits(4)}",
    "列14": lambda: f"{_one(_WARDS)}{_n(1, 9)}-{_n(1, 30)}-{_n(1, 20)}",
    "列15": lambda: f"〒{_digits(3)}-{_digits(4)} {_one(_WARDS)}{_n(1, 9)}丁目",
    "列16": lambda: f"{_n(1, 300)} {_one(_STREETS)}, {_one(_TOWNS)} {_one(_POSTCODES)}",
    "列17": lambda: f"{_n(100, 9999)} {_one(['Oak', 'Elm', 'Sunset'])} {_one(['Ave', 'Blvd.', 'St', 'Ct'])} Apt {_n(1, 50)}, {_one(_STATES)}",
    "delivery": lambda: _one(_POSTCODES[:-1]).replace("1", str(_n(1, 9))),
    "列18": _card,
    "列19": lambda: "-".join(map("".join, zip(*[iter(_card())] * 4, strict=True))),
    "支払": lambda: f"**** **** **** {_digits(4)}",
    "振込先": lambda: f"{_one(['みずほ', '三井住友'])}銀行 {_digits(3)}支店 普通 {_digits(7)}",
    "bank account": lambda: _digits(8),
    "列20": lambda: f"GB{_n(10, 99)} NWBK {_digits(4)} {_digits(4)} {_digits(4)} {_digits(2)}",
    "列21": _my_number,
    "列22": lambda: f"{_n(100, 899)}-{_n(10, 99)}-{_digits(4)}",
    "payload": lambda: json.dumps({"name": _name(), "email": _mail()}),
    "属性": lambda: json.dumps({"氏名": _namae(), "plan": _one("AB")}, ensure_ascii=False),
    "profile": lambda: f"https://crm.example.com/u/{_n(10_000, 99_999)}?email={_mail()}",
    "自由メモ": lambda: f"{_one(_SEI)}様、{_one(['来月', '今週'])}{_one(['値上げの件', '解約の相談'])}で{_one(['再訪', '電話'])}予定。",
    "誕生日": lambda: f"{_n(1950, 2005)}/{_n(1, 13)}/{_n(1, 28)}",
}  # fmt: skip
"""Heading → makes a cell."""


def _of(text: str, parted: str = " ") -> Callable[[], str]:
    words = text.split(parted)
    return lambda: _one(words)


INNOCENT: dict[str, Callable[[], str]] = {
    "product": _of("Acme Router|Blue Lamp|Garden Chair|Trail Runner|Silent Fan|Night Owl|River Stone|Desk Pro|Alpha Box|Cloud Nine|Red Fox|Jet Black", "|"),
    "product name": _of("Galaxy Tab|Surface Pro|Pixel Fold|Kindle Oasis|Nest Hub|Echo Dot|Watch Ultra|Air Max|Zen Book|Idea Pad|Think Pad|Mac Mini", "|"),
    "item": lambda: f"{_one(['Ocean', 'Forest', 'Summer', 'Lemon', 'Velvet', 'Royal'])} {_one(['Soap', 'Candle', 'Towel', 'Mug', 'Pillow'])}",
    "city": _of("London|New York|San Francisco|Los Angeles|Houston|Paris|Berlin|San Jose|St. Louis|Salt Lake City|Kansas City|Charlotte|Jackson|Madison|Lincoln", "|"),
    "市区町村": _of("渋谷区 松本市 小松市 成田市 高松市 川口市 町田市 福井市 千代田区 藤沢市 山口市 中野区"),
    "都道府県": _of("東京都 千葉県 石川県 福島県 山口県 宮崎県 長野県 秋田県 福井県 大阪府 北海道"),
    "県": _of("東京 千葉 石川 福島 山口 宮崎 長野 秋田 福井 大阪 岡山 香川 徳島 愛知"),
    "最寄駅": _of("渋谷 上野 中野 大塚 目黒 品川 池袋 新宿 秋葉原 神田 高田馬場 田端"),
    "支店": _of("山口支店 千葉支店 福岡支店 本店 中野支店 松本支店"),
    "営業所": _of("千葉 川崎 石川 福島 札幌 仙台 広島"),
    "state": _of("Virginia Georgia Carolina Texas Washington Montana Dakota"),
    "country": _of("United States|United Kingdom|New Zealand|South Africa|Japan|France|Georgia|Jordan|Chad", "|"),
    "plan": _of("Basic Pro Premium Enterprise Starter"),
    "プラン名": _of("ライト スタンダード プレミアム ビジネス エコノミー ファミリー"),
    "コース": _of("さくらコース ひかりコース あおいコース もみじコース"),
    "industry": _of("Health Care|Real Estate|Food Service|Higher Education|Financial Services|Oil Gas|Retail", "|"),
    "業種": _of("飲食 小売 製造 金融 医療 建設 不動産 教育"),
    "weekday": _of("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    "曜日": _of("月 火 水 木 金 土 日"),
    "month": _of("January April May June August"),
    "browser": _of("Chrome Safari Firefox Edge Opera Vivaldi|Samsung Internet".replace(" S", "|S"), "|"),
    "os": _of("Windows 11|Mac OS|Android 14|iOS 17|Chrome OS", "|"),
    "機種": lambda: f"{_one(['iPhone', 'Galaxy', 'Xperia', 'AQUOS', 'Pixel'])} {_n(5, 16)}{_one(['', ' Pro', ' mini'])}",
    "車種": _of("アルファード プリウス ヤリス フィット ノート セレナ アクア カローラ"),
    "車種2": _of("ランド クルーザー|カローラ クロス|ヤリス クロス|デリカ ミニ|スペーシア ギア|ジムニー シエラ".replace(" ", "　"), "|"),
    "商品": _of("コーヒー　ゼリー|チーズ　ケーキ|バニラ　アイス|カレー　パン|フルーツ　タルト|ミルク　ティー", "|"),
    "色": _of("赤 青 黒 白 緑 金 銀 茜 葵 藍"),
    "キャンペーン": _of("桜 菊 牡丹 楓 葵 蓮 梅 百合"),
    "列車": _of("さくら ひかり のぞみ こだま みずほ つばめ"),
    "referrer": _of("Google Ads|Trade Show|Word Of Mouth|Partner Portal|Cold Call", "|"),
    "流入元": _of("検索 広告 紹介 展示会 テレアポ 代理店"),
    "brand": _of("Tommy Hilfiger|Calvin Klein|Ralph Lauren|Hugo Boss|Paul Smith|Jimmy Choo|Nike|Adidas", "|"),
    "担当チーム": _of("東日本チーム 西日本チーム 法人チーム"),
    "sku": lambda: f"{_digits(4)}-{_digits(4)}-{_digits(4)}",
    "order no": lambda: _digits(12),
    "version": lambda: f"{_n(1, 5)}.{_n(0, 20)}.{_n(0, 9)}",
    "契約期間": lambda: f"{_n(1, 5)}年",
    "時間帯": _of("9:00-12:00 13:00-15:00 15:00-18:00"),
    "support level": _of("Gold Care|Silver Care|Bronze Care", "|"),
    "landing page": lambda: f"https://www.example.com/{_one(['pricing', 'blog', 'docs'])}",
}  # fmt: skip


def cells_of(makes: Callable[[], str]) -> list[str]:
    """Four hundred cells."""
    return [makes() for _ in range(ROWS)]
