"""Which columns are people’s, by their headings and by what stands in them; and which only look like it."""

import pytest

from mlcurric.report.reading.personal import is_somebody, tells_who, why_personal

SURNAMES = ["小林", "佐藤", "山田", "髙橋", "渡邊", "加藤", "斎藤", "中村", "伊藤", "鈴木", "吉田", "田中"]
GIVEN = ["大輔", "陽子", "真理", "健一", "美咲", "誠"]
WIDE = [f"{one}　{other}" for one in SURNAMES for other in GIVEN]


def is_personal(heading, cells):
    """A column of six thousand customers, in which each cell comes up again and again, as in a table that is pasted together."""
    return why_personal(heading, cells, 6_000) is not None


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        *(("院長", WIDE), ("理事長", SURNAMES), ("ご紹介者", GIVEN), ("院長名", ["綾小路", "勅使河原", "御手洗"]), ("社長", SURNAMES)),
        *(("代表者", WIDE), ("事務長", SURNAMES), ("紹介元", [f"{name}様" for name in SURNAMES]), ("営業担当", ["森", "林", "原"])),
        *(("Owner", ["Jane Miller", "Sam Fox"]), ("Principal", ["Ada King", "Max Born"]), ("referred by", ["James Smith", "Mary Jones"])),
        *(("Ansprechpartner", ["Köhler", "Vogt"]), ("Betreuer:in", ["Anna Vogt"]), ("Kundin/Kunde", ["Vogt, Anna"]), ("teacher", ["山田 T", "皆川 S"])),
    ],
)  # fmt: skip
def test_what_somebody_is_called_is_personal_under_the_heading_of_a_person(heading, cells):
    assert is_personal(heading, cells)


@pytest.mark.parametrize(
    "cells",
    [
        *(WIDE, SURNAMES, GIVEN, [name.replace("　", "") for name in WIDE], [f"{name}先生" for name in SURNAMES]),
        *(["Web", "広告", "小林様のご紹介"], ["コバヤシ　ミサキ", "サトウ　ヨウコ", "タナカ　ケン"], ["さとう　ようこ", "たなか　けん", "きむら　まこと"]),
        ["James Smith", "Mary Jones", "Robert Brown"],
        *(["Frau Müller", "Herr Köhler", "Herr Vogt"], ["Frau Müller, Anna", "Herr Vogt, Jan"], ["Mr. Smith", "Ms Hood"]),
    ],
)  # fmt: skip
def test_names_are_known_by_the_cells_alone(cells):
    assert is_personal("X", cells)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        *(("支店", ["千葉", "石川", "山口", "宮崎"]), ("支社", ["山口支店", "千葉支店", "福岡支店"]), ("最寄り駅", ["上野", "渋谷", "目黒", "大塚"])),
        *(("市", ["松本市", "小松市", "成田市", "高松市"]), ("プラン", ["ライト", "スタンダード", "プレミアム"]), ("列車", ["さくら", "ひかり", "のぞみ"])),
        *(("紹介元", ["代理店", "広告", "検索"]), ("連絡先", ["電話", "郵送", "来店"]), ("院長タイプ", ["積極的", "保守的"]), ("院長年代", ["50代", "60代"])),
        *(("社長交代", ["あり", "なし"]), ("契約者", ["本人", "家族"]), ("職業", ["会社員", "自営業", "学生"]), ("都道府県", ["東京都", "石川県", "山口県"])),
        *(("browser", ["Chrome", "Safari", "Edge"]), ("state", ["Texas", "Virginia", "Georgia"]), ("month", ["April", "May", "June"])),
        *(("city", ["Houston", "Dallas", "Madison"]), ("plan", ["Basic", "Pro", "Mark Two"])),
        *(("Anrede", ["Frau", "Herr"]), ("Software", ["MS Word", "MS Excel"]), ("課", ["営業 A", "営業 B"]), ("Berater", ["ja", "nein"])),
    ],
)  # fmt: skip
def test_places_plans_and_kinds_are_nobody(heading, cells):
    assert not is_personal(heading, cells)


RARE = ["五十川", "鹿島", "神代", "早乙女", "綿貫", "猪俣", "湯浅", "芹沢", "雨宮", "皆川", "諸星", "鷲尾"]
ABROAD = ["Anneke Fitzgerald", "Liesel Lindqvist", "Bjarne Wojcik", "Oskar Abernathy"]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        *(("読み", ["カシマレン", "ヒガスイ", "ユアサアン"]), ("登録名", RARE), ("施術者", RARE), ("前任", RARE), ("handler", ABROAD), ("supervisor", ABROAD)),
        *(("ニックネーム", ["れんれん", "ぽん太", "まめ"]), ("user_name", ["rupert7", "imogen8", "jasper9"]), ("LINE ID", ["keira_1", "maeve_2", "freya_3"])),
        *(("X", [f"({area}){block}-5555" for area in ("06", "045") for block in range(2000, 2020)]), ("ship_to", ["16 Calle Mayor, Denver", "3 Elm, York"])),
        *(("X", ["12 rue de la Paix, Lyon", "Hauptstraße 5, Bonn"]), ("X", ["ハイツ青葉607号室", "メゾン緑101号室"]), ("X", ["PO Box 2462, Malmo"])),
        ("X", [f"{last}, {first}." for last in ("Gallagher", "Horvath", "Keogh", "Eklund") for first in "ABCDEFGHIJKL"] * 40),
        ("備考2", ["済", "未", "y.kashima＠example.co.jp に送付"]),
    ],
)  # fmt: skip
def test_rare_names_and_ways_to_reach_somebody(heading, cells):
    assert why_personal(heading, list(dict.fromkeys(cells)), 100) is not None


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        *(("仕入先", ["佐藤工業", "鈴木建設", "田中製作所", "高橋電機", "中村屋", "小林製薬"]), ("コース担当区分", ["講師あり", "自習", "録画"])),
        *(("担当変更", ["予定", "完了済", "なし"]), ("login names", ["12", "15", "18"]), ("建物構造", ["木造2階", "鉄骨3階"]), ("代表者年代", ["三十代", "四十代"])),
        *(("line name", ["A line", "B line", "C line"]), ("wine", ["Pinot Noir", "Chenin Blanc", "Grenache Blanc"]), ("取引年数", ["0120-1", "0120-2"])),
    ],
)  # fmt: skip
def test_companies_and_what_is_said_of_a_person_are_nobody(heading, cells):
    assert not is_personal(heading, cells)


def test_a_telephone_among_words_is_seen_and_a_number_of_an_order_is_not():
    assert tells_who("折り返し 03-5555-0199")
    assert tells_who("連絡先＠例 a＠example.com")
    assert not any(map(tells_who, ["注文 2026-0401-0012", "2026-04-01", "型番 012-34", "1-2-3"]))


def test_one_cell_that_names_somebody_is_seen():
    assert all(map(is_somebody, ["小林　美咲", "佐藤様", "a@b.com", "03-1234-5678", "山田先生に確認"]))
    assert not any(map(is_somebody, ["不明", "3年", "12,000円", "高い", "2026/4/1"]))


@pytest.mark.parametrize(
    ("heading", "cells", "personal"),
    [
        ("氏名", [f"Seki {sign}. ({n})" for n, sign in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")], True),
        ("氏名", [f"佐藤{n}郎" for n in range(40)], True),
        ("お客様名", [f"顧客{n}佐藤" for n in range(40)], True),
        ("customer", [f"{first}.{last}" for first in ("kenji", "hanako", "taro") for last in ("seki", "tanaka", "sato")], True),
        # What stands for a name, so that nobody can be known by it, is none; nor is a company's address.
        ("お客様名", [f"会員 {n:04}" for n in range(40)], False),
        ("customer_name", [f"CUST-{n:04}" for n in range(40)], False),
        ("会員名", [f"M{n:04}" for n in range(40)], False),
        ("customer", [f"{name}.com" for name in ("tanaka", "smith", "acme", "jones", "beta")], False),
        ("顧客名", [f"株式会社北斗{n}" for n in range(40)], False),
    ],
)  # fmt: skip
def test_below_a_heading_of_names_stand_names_however_they_are_written(heading, cells, personal):
    """They stood on the list as they were, below “names are kept off this page”."""
    assert (why_personal(heading, cells, len(cells)) is not None) == personal
