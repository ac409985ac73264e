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
    "広瀬 荒川 萩原 相馬 仁科 真田 百瀬 葛西 若林 水島 神谷 立花 沢村 折原 瀬戸 小笠原 柏木 城戸 大和田 八重樫 蒲生 三好 堀内 二宮 早坂 速水 宇佐美 倉持 都築 生田 谷川 奥田 西山 西野 川田 川端 土井 戸田 松永 松原 松崎 三上 三木 三村 柳沢 宮川 宮下 宮内 高野 高島 高山 高井 竹田 竹中 植木 植村 大森 大山 大川 大谷 大田 小倉 小西 小原 北川 北野 南 堤 辻本 津村 角田 角 福本 福永 福岡 平川 平山 平岡 日高 古賀 細川 本間 本多 前川 前原 増井 向井 村井 村松 森本 森山 森川 山根 山岸 山形 横井 米田 和泉 鎌田 金井 金沢 川井 木原 黒木 小出 小谷 小森 佐竹 佐久間 笹川 柴崎 島崎 下田 白井 瀬川 武井 武内 田畑 田端 田島 田代  中井 川島 神田 大石 沢田 永田 大沢 宮田 河合 小泉 岸本 尾崎 須田 根本 滝沢 植田 石塚 稲垣 篠原 塚本 今村 宇野 岩本 福井 長田 天野 津田 "
    "髙橋 渡邊 渡邉 齋藤 齊藤 斉藤 山﨑 嶋田 嶋崎 澤田 小澤 大澤 濱田 廣瀬 櫻井 眞鍋 國分 邊見"
)
_PLACES = "千葉 福島 石川 山口 宮崎 長野 秋田 福井 渋谷 中野 川崎 川口 町田 成田 浜田 東 神田 上野 岡崎 松本 福岡 山形 金沢 瀬戸 戸田 日高 小倉 和泉 高山 大田 南 生田 宮崎 小松 福本 大谷 鎌田 白石 飯田 安田 田端"
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
_MORE_READINGS = (
    "オカモト マツダ ナカガワ ナカノ ハラダ オノ タムラ タケウチ カネコ ワダ ナカヤマ イシダ ウエダ モリタ シバタ サカイ クドウ ヨコヤマ ミヤザキ ミヤモト ウチダ タカギ アンドウ シマダ タニグチ "
    "オオノ タカダ マルヤマ イマイ コウノ フジワラ コジマ ムラタ タケダ ウエノ スギヤマ マスダ ヒラノ スガワラ オオツカ クボ マツイ コヤマ イワサキ ノグチ サクライ マツオ ノムラ キノシタ キクチ サノ オオニシ アライ "
    "スギモト フルカワ ハマダ イチカワ コマツ ミズノ ヤマウチ ヨシカワ ニシダ ニシカワ キタムラ ヤスダ イガラシ カワグチ ヒラタ セキ ナカタ クボタ ハットリ イワタ ツチヤ カワサキ ヒガシ フクシマ ホンダ ツジ ヒグチ アキヤマ"
)
_KANA_GIVEN = (
    "タロウ ジロウ イチロウ ケンタ ケンイチ ケンジ ケン ショウタ ショウ ダイスケ ダイキ タクヤ タクミ ナオキ ナオト カズヤ タツヤ テツヤ マコト タカシ ツヨシ ヒロシ コウジ オサム ユタカ シゲル ミノル マナブ リョウ "
    "リョウタ ユウト ユウマ レン ハルト ミナト イツキ ヤマト ソウタ リク カイト ユウタ ユウイチ ユウスケ シュンスケ シンイチ ヒデキ マサキ マサト ススム ノボル キヨシ イサム アツシ サトル トモヤ コウヘイ ヤスヒロ ハヤト "
    "ハナコ ミサキ ヨウコ サチコ カズコ ケイコ キョウコ クミコ ユミコ マユミ ユミ アケミ ナオミ ユウコ ヒロコ トモコ ヒナ アオイ ユイ ユナ リン サクラ ミウ リコ アヤ アヤカ アイ マイ マミ チヒロ マリ マリコ カオリ メグミ "
    "ノリコ ジュンコ トシコ フミコ セツコ ミカ ミホ ミユキ エミ リエ サトミ サオリ サキ ナナ ナナミ ヒナタ アカリ ユキ ユキコ ヤヨイ"
)
_LATIN = (
    "James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald "
    "Steven Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric "
    "Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Nancy Lisa Betty Margaret Sandra Ashley Emily "
    "Kimberly Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura Sharon Cynthia Kathleen Amy Angela Anna "
    "Emma Olivia Sophie Alice Peter Martin Simon Alex Maria Julia Hannah Lucy Helen Jane Tom Ben Sam Kate Ann Anne "
    "Ana Liam Noah Mia Zoe Zoë Chloe Chloé Ethan Mason Lucas Oliver Henry Samuel Jonathan Adam Aaron Benjamin Nathan Patrick "
    "Sean Shaun Siobhan Fiona Ian Stuart Nigel Gareth Rhys Claire Nicola Gemma Hugo Louis Pierre Jean Jacques François Camille "
    "Hans Klaus Jürgen Stefan Andreas Lars Sven Søren Ingrid Astrid Erik Björn Mikko Giovanni Luca Marco Matteo Giulia Bruno "
    "Carlos Juan José Jose Luis Miguel Javier Diego Pablo Tomás Tomas Sofia Isabella Camila João Joao Pedro Fernanda Ivan Igor "
    "Dmitri Dmitry Sergei Olga Svetlana Natalia Katarzyna Magdalena Piotr Mohammed Muhammad Mohamed Ahmed Ali Omar Hassan Fatima "
    "Aisha Leila Yusuf Ibrahim Priya Ravi Raj Rahul Amit Sanjay Anita Deepak Vikram Wei Mei Jing Xin Hui Ming Ngozi Kwame Chidi "
    "Yuki Taro Hiroko Hiroshi Kenji Akiko Yoko Naoko Takeshi Keiko Misaki Haruto Daisuke Megumi"
)
"""First names; those that are words, months or places as often (Grace, June, Virginia) are left out."""
_LATIN_LAST = (
    "Smith Johnson Williams Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Taylor Thomas "
    "Moore Martin Lee Thompson Harris Sanchez Clark Ramirez Lewis Robinson Walker Allen Wright Scott Torres Nguyen Flores Adams "
    "Nelson Baker Rivera Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner Diaz Parker Cruz Edwards Collins Reyes "
    "Stewart Morris Morales Murphy Rogers Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Richardson "
    "Watson Chavez Bennett Mendoza Ruiz Hughes Alvarez Castillo Sanders Patel Myers Ross Jimenez Khan Singh Kumar Sharma Gupta "
    "Chen Wang Zhang Liu Yang Huang Zhao Wu Silva Santos Costa Pereira Oliveira Rossi Ferrari Müller Schmidt Schneider Fischer "
    "Weber Meyer Wagner Becker Dubois Lefèvre Bernard Petit Moreau Murray Walsh O’Brien O'Brien O’Connor O'Connor Sullivan Byrne "
    "Novak Nowak Kowalski Kowalska Petrov Ivanov Volkov Hansen Olsen Larsen Jensen Nielsen Sørensen Johansson Andersson Okafor "
    "Adeyemi Haddad Nasser Rahman Hussain Ahmed Hassan Ali Herrera Berg"
)
_ROMAJI = (
    "Sato Satoh Suzuki Takahashi Tanaka Ito Itoh Watanabe Yamamoto Nakamura Kobayashi Kato Katoh Yoshida Yamada Sasaki Yamaguchi "
    "Matsumoto Inoue Kimura Hayashi Saito Saitoh Shimizu Yamazaki Yamasaki Abe Mori Ikeda Hashimoto Yamashita Ishikawa Nakajima "
    "Maeda Fujita Ogawa Goto Gotoh Okada Hasegawa Murakami Kondo Kondoh Ishii Sakamoto Endo Endoh Aoki Fujii Nishimura Fukuda Ota "
    "Ohta Miura Okamoto Matsuda Nakagawa Harada Ono Tamura Takeuchi Kaneko Wada Nakayama Ishida Ueda Morita"
)
"""Surnames that stand before the given name too."""
_GIVEN_ENDS = "子美香奈恵代江樹太郎介也斗翔人哉平彦之助雄夫男治司志弘宏央織音菜帆花咲希乃衣莉緒羽紗莉馬輝真吾敦響晃颯"
_HONORIFIC = (
    "様|さま|さん|氏|殿|先生|医師|院長|副院長|理事長|社長|会長|部長|課長|係長|店長|所長|支店長|主任|専務|常務|取締役"
)

_NO_PERSON = re.compile(
    r"[市区町村郡県府駅店部課室科校院局業屋所社会機薬園館堂組舗亭庵軒苑荘設器]$"
    r"|(?:製パン|商事|物産|食品|印刷|運輸|運送|電気|化学|金属|不動産)$"
)
"""「松本市」, 「山田歯科」 and 「佐藤工業」 go on otherwise than people do."""


def _any(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


_SURNAME, _READING = _any(_SURNAMES), _any(f"{_READINGS} {_MORE_READINGS}")
_FIRST, _LAST = _any(f"{_LATIN} {_ROMAJI}"), _any(f"{_LATIN_LAST} {_ROMAJI}")
_WORD = r"[^\W\d_][\w'’.-]*"
_TITLE = r"(?:(?:mr|mrs|ms|miss|herrn?|frau|dr|prof)\.? )*"
_FULL = re.compile(
    rf"(?:{_SURNAME}) ?[一-龥々ぁ-んァ-ヶー]{{1,5}}(?: ?(?:{_HONORIFIC}))?"
    # With a blank between, the last sign of a given name tells: 「大和田 優香」.
    rf"|[一-龥々ヶ]{{1,4}} [一-龥々ぁ-ん]{{0,2}}[{_GIVEN_ENDS}](?: ?(?:{_HONORIFIC}))?"
    rf"|(?:{_READING})[ ・]?[ァ-ヶー]{{2,6}}|[ァ-ヶー]{{2,6}}[ ・](?:{_any(_KANA_GIVEN)})"
    # John Smith; Smith, John; Smith J.; J. Smith.
    rf"|{_TITLE}(?:{_FIRST})(?: {_WORD}){{1,3}}|{_WORD}[,;] ?(?:{_FIRST})(?: {_WORD})?|(?:{_LAST})[,;] ?{_WORD}(?: {_WORD})?"
    rf"|(?:{_LAST}) [a-z]\.?|[a-z]\.? (?:[a-z]\.? )?(?:{_LAST})",
    re.IGNORECASE,
)
_ONE = re.compile(
    rf"{_TITLE}(?:{_SURNAME}|{_READING}|{_any(_GIVEN)}|{_any(_KANA_GIVEN)})(?: ?(?:{_HONORIFIC}))?"
    rf"|{_TITLE}(?:{_FIRST}|{_LAST})",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    rf"(?:{_SURNAME}) ?(?:[一-龥々]{{1,3}} ?)?(?:{_HONORIFIC})"
    # Of whatever name: 「勅使河原様より電話」.
    r"|(?<![一-龥々])[一-龥々]{1,4}(?: [一-龥々ぁ-んァ-ヶー]{1,4})?(?:様|さま|さん)(?![一-龥々ァ-ヶー子])"
    r"|\b(?:[Mm]rs?|[Mm]s|[Hh]errn?|[Ff]rau)\.? [A-ZÀ-Þ][\w'’-]+"
)
_NOBODY = re.compile(
    r"(?:お客|客|法人|個人|団体|一般|既存|新規|皆|皆々|奥|旦那|同|貴|王|神|仏|仕|多|異|模|有|何|同業者|各|お得意|取引先|顧客|患者|会員|利用者|業者|職人|社員|店員|息子|娘|隣|神主|屋)(?:様|さま|さん)"
)
"""What is called 様 or さん and names nobody: 「お客様」, 「仕様」, 「本屋さん」."""


def is_full(cell: str) -> bool:
    """Whether a cell begins with a familiar surname (or an English first name) and goes on like a name, with a blank or without;
    in capitals or not, and with the surname first or last.

    Args:
        cell: in NFKC, as in all of these.
    """
    return not _NO_PERSON.search(cell) and bool(_FULL.fullmatch(_in_katakana(cell)))


def is_one(cell: str) -> bool:
    """Whether a cell is a familiar surname or given name and nothing else, but for 様, 先生 and the like."""
    return cell not in _PLACES.split() and bool(_ONE.fullmatch(_in_katakana(cell)))


def addresses(cell: str) -> bool:
    """Whether somebody is called by name within a cell: 「小林様のご紹介」, “Mr. Smith called”."""
    return bool(_ADDRESSED.search(_NOBODY.sub("", cell)))


def _in_katakana(cell: str) -> str:
    """A cell of hiragana in katakana; any other as it is."""
    if not re.fullmatch(r"[ぁ-ゖー ・]+", cell):
        return cell
    return "".join(chr(ord(sign) + 0x60) if "ぁ" <= sign <= "ゖ" else sign for sign in cell)
