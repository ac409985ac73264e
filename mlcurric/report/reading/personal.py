"""Columns that must not be mailed around: who somebody is, how they are reached, where they live; told by heading and by cells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from mlcurric.report.reading.cells import LONGEST
from mlcurric.report.reading.familiar_names import addresses, is_full, is_one
from mlcurric.text import T

_SAMPLE = 500
E_MAIL = re.compile(r"[^@\s<>\"',;]{1,64}@[^@\s<>\"',;]{1,190}\.[a-z]{2,}", re.IGNORECASE)
_E_MAILS = 0.01
"""Even a few addresses in a column are too many."""
_PHONE = re.compile(
    r"(?:\+\d{1,3}[-\s.]?)?\(?\d{1,5}\)?[-\s.]\(?\d{1,4}\)?[-\s.]\d{3,4}(?:\s?(?:x|ext\.?|内線)\s?\d+)?|\+\d{9,14}"
)
_PHONE_DIGITS = range(9, 15)
_BARE_PHONE = re.compile(r"0?\d{9,10}|\+?\d{10,13}")
_PHONE_HEADING = re.compile(r"電話|携帯|(?<![a-z])tel(?![a-z])|phone|mobile|fax|ファックス|ファクス")
_POSTCODE = re.compile(r"〒\s?\d{3}-?\d{4}|\d{3}-\d{4}")
_POSTCODE_HEADING = re.compile(r"郵便番号|〒|post(?:al)?[ _-]?code|zip")
_ADDRESS = re.compile(
    r"(?:[都道府県].{0,12}[市区町村郡]|[市区].{1,12}[町村丁]).*[\d一二三四五六七八九十]"
    r"|\d+\s+\w+.*\b(?:st|street|ave|avenue|rd|road|blvd|lane|drive|dr|way)\b",
    re.IGNORECASE,
)
_PART_OF_ADDRESS = re.compile(r"\d.*[^\d.,%]|[^\d.,%-].*\d|丁目|番地")
_ADDRESS_HEADING = re.compile(r"住所|番地|所在地|マンション|建物名|street|(?<!ip )(?<!mail )(?<!web )address")
_CARD = re.compile(r"\d{4}[-\s]?\d{4}[-\s]?\d{4}[-\s]?\d{3,4}|\d{4}[-\s]?\d{6}[-\s]?\d{5}")
_MY_NUMBER = re.compile(r"\d{4}[-\s]?\d{4}[-\s]?\d{4}")
_IP = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}")
_SECRET_HEADING = re.compile(
    r"カード番号|card ?(?:number|no)|口座|iban|マイナンバー|個人番号|my ?number|ssn|social security|passport|パスポート|免許|password|パスワード"
)
_BIRTH_HEADING = re.compile(r"生年月日|誕生日|birth|(?<![a-z])dob(?![a-z])")
_PLACE_HEADING = re.compile(r"緯度|経度|^lat(?:itude)?$|^(?:lon|lng|long|longitude)$")
_NAME_HEADING = re.compile(
    r"氏名|姓名|^お?名前|^姓$|^名$|^(?:姓|名|氏)\(|(?:ふり|フリ)(?:がな|ガナ)|^カナ|カナ名|担当|代表者|契約者|会員名|顧客名|(?:お客様|ユーザー|利用者)(?:の?お?名前|名|$)"
    r"|責任者|窓口|上長|^name$|(?:first|last|full|sur|given|family|middle|maiden)[ _-]?name|^surname$"
    r"|(?:customer|client|contact|user|member|person|owner|agent|rep|manager|subscriber)s?(?:['’]s)?[ _-]?name|^contact(?: person)?$"
    r"|^(?:account )?owner$|account manager|sales ?(?:rep|person)|^csm$|assigned to|^customer$|^client$|^(?:顧客|会員|利用者|ユーザー|お客様)$"
)
_ROLES = (
    "院長|理事長|社長|会長|代表|代表取締役|取締役|代表理事|オーナー|店長|支配人|施設長|園長|校長|塾長|学長|所長|局長|部長|課長|係長|室長|工場長|事務長|師長|主治医"
    "|担任|キーマン|キーパーソン|決裁者|承認者|発注者|申込者|申込人|申請者|登録者|入力者|作成者|更新者|記入者|訪問者|営業員|保護者|世帯主|後見人|受取人|名義人|宛名"
    "|紹介者|紹介人|推薦者|推薦人|加入者|購入者|受講者|受講生|被保険者"
)
_MAYBE_ROLES = (
    "理事|役員|主任|医師|歯科医師|獣医師|先生|講師|教師|コーチ|インストラクター|営業|父|母|父親|母親|配偶者|夫|妻|家族|名義|口座名義|宛先|送付先|請求先|連絡先"
    "|緊急連絡先|紹介元|紹介|生徒|患者|使用者|利用者|管理者|管理人|人事|経理|経営者"
)
_BESIDE = r"(?:の?(?:お|ご)?(?:名前|氏名|名)|様|先生|さん|\d)?"
_ROLE_HEADING = re.compile(
    rf"^(?:ご|お|現|前|主な|新)?(?:{_ROLES}){_BESIDE}$"
    r"|^(?:owner|principal|president|chair(?:man|woman|person)?|ceo|cto|cfo|founder|director|dentist|doctor|physician|teacher"
    r"|coach|trainer|guardian|parent|mother|father|spouse|emergency contact|champion|decision maker|key contact|primary contact"
    r"|signatory|beneficiary|payee|recipient|addressee)$"
)
"""What a person is: whatever looks like a name below it is one."""
_MAYBE_ROLE_HEADING = re.compile(
    rf"^(?:ご|お|現|前|主な|新)?(?:{_MAYBE_ROLES}){_BESIDE}$|^manager$|(?:referred|introduced|recommended|created|updated|entered|sold) by$"
)
_JAPANESE_NAME = re.compile(
    r"[一-龥々〆ヶヵ]{1,4}[ 　]?[一-龥々ぁ-んァ-ヶー]{1,6}(?:様|さん|氏)?|[ァ-ヶー]{2,8}[ 　][ァ-ヶー]{2,8}|[ぁ-んー]{2,8}[ 　][ぁ-んー]{2,8}"
)
_PARTED_NAME = re.compile(r"[一-龥々]{1,4}[ 　][一-龥々ぁ-んァ-ヶ]{1,4}|[ァ-ヶー]{2,8}[ 　][ァ-ヶー]{2,8}")
_ENGLISH_NAME = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][a-zA-ZÀ-ÿ'’.-]*,?(?: [A-ZÀ-Þ][a-zA-ZÀ-ÿ'’.-]*){0,3}")
_NO_PERSON = re.compile(
    r"[部課室店係班社局]$|チーム|グループ|営業所|支社|本社|株式|有限|合同|財団|医療|法人|学校|㈱|㈲|なし|不明|未定|プラン|コース|^(?:本人|家族|友人|知人|紹介|個人|代理|会社|同僚|医院|病院|社内|社外|直販|自社|他社)$|医院$|歯科$|クリニック$|病院$|薬局$"
    r"|\b(?:team|group|inc|ltd|llc|corp|co|gmbh|company|plan|sales|support|dept|department|region)\b",
    re.IGNORECASE,
)  # fmt: skip
_FEW_BEGIN = 0.15
"""The commonest surnames are a third of all; where so large a share of the cells begins with one, it is no chance."""
_MANY_ARE = 0.5
_SOME_ADDRESS = 0.05

_AN_E_MAIL = T("It holds e-mail addresses.", "メールアドレスが入っています。")
_A_PHONE = T("It holds telephone numbers.", "電話番号が入っています。")
_AN_ADDRESS = T("It says where somebody lives.", "住所や居場所がわかる列です。")
_A_NAME = T("It holds people’s names.", "人の名前が入っています。")
_A_SECRET = T("It holds numbers that nobody else may see.", "他人に見せてはいけない番号が入っています。")
_A_BIRTHDAY = T("It holds birthdays; an age would do.", "生年月日が入っています。使うなら年齢に直してください。")


def why_personal(heading: str, distinct: Sequence[str], cells: int, *, are_days: bool = False) -> T | None:
    """Why a column is personal; ``None`` where it is not.

    Args:
        distinct: its distinct cells, blanks left out.
        cells: that are filled; names that hardly repeat are people's, those that repeat may be plans.
        are_days: whether its cells are days.
    """
    heading = " ".join(unicodedata.normalize("NFKC", heading).replace("_", " ").split()).casefold()
    if are_days:
        return _A_BIRTHDAY if _BIRTH_HEADING.search(heading) else None
    many = distinct[:: max(1, len(distinct) // (4 * _SAMPLE))]
    if sum(bool(E_MAIL.search(cell)) for cell in many if "@" in cell) > len(many) * _E_MAILS:
        return _AN_E_MAIL
    some = [_beginning(cell) for cell in distinct[:: max(1, len(distinct) // _SAMPLE)]]
    if not some:
        return None
    by_heading = (
        (_SECRET_HEADING, _A_SECRET), (_PLACE_HEADING, _AN_ADDRESS), (_POSTCODE_HEADING, _AN_ADDRESS),
    )  # fmt: skip
    for words, why in by_heading:
        if words.search(heading):
            return why
    if _share(some, _is_secret) >= 0.95:
        return _A_SECRET
    is_phone = _PHONE_HEADING.search(heading) and _share(some, _BARE_PHONE.fullmatch) >= 0.5
    if is_phone or _share(some, _is_phone) >= 0.8:
        return _A_PHONE
    lives = _ADDRESS_HEADING.search(heading) and _share(some, _PART_OF_ADDRESS.search) >= 0.3
    if (
        lives
        or _share(some, _ADDRESS.search) >= 0.5
        or max(_share(some, one.fullmatch) for one in (_POSTCODE, _IP)) >= 0.8
    ):
        return _AN_ADDRESS
    return _A_NAME if _are_names(heading, some, len(distinct), cells) else None


def is_somebody(cell: str) -> bool:
    """Whether one cell alone names somebody, or says how to reach him, wherever it stands."""
    start = _beginning(cell)
    return bool(E_MAIL.search(cell)) or _is_phone(start) or is_one(start) or is_full(start) or addresses(start)


def _beginning(cell: str) -> str:
    """As much of a cell as a name or an address is long; the patterns take far longer on long cells."""
    return unicodedata.normalize("NFKC", cell[:LONGEST]).strip()


def _share(cells: Sequence[str], fits: object) -> float:
    return sum(bool(fits(cell)) for cell in cells) / len(cells)  # type: ignore[operator]


def _is_phone(cell: str) -> bool:
    digits = re.sub(r"\D", "", cell)
    # A day such as 2026-04-01 has eight digits, and a postcode seven.
    return bool(_PHONE.fullmatch(cell)) and len(digits) in _PHONE_DIGITS


def _is_secret(cell: str) -> bool:
    """Whether a cell is the number of a payment card or of a Japanese citizen: both carry a digit that proves the others."""
    if _CARD.fullmatch(cell):
        digits = [int(sign) for sign in reversed(re.sub(r"\D", "", cell))]
        doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
        return (sum(digits[::2]) + sum(doubled)) % 10 == 0
    if _MY_NUMBER.fullmatch(cell):
        *rest, last = (int(sign) for sign in re.sub(r"\D", "", cell))
        over = sum(digit * (at + 1 if at <= 6 else at - 5) for at, digit in enumerate(reversed(rest), 1)) % 11
        return last == (0 if over <= 1 else 11 - over)
    return False


def _are_names(heading: str, some: Sequence[str], distinct: int, cells: int) -> bool:
    if _share(some, addresses) >= _SOME_ADDRESS:
        return True
    if _share(some, _NO_PERSON.search) > 0.3:
        return False
    is_name = _share(some, lambda cell: _JAPANESE_NAME.fullmatch(cell) or _ENGLISH_NAME.fullmatch(cell) or is_one(cell))
    if (_NAME_HEADING.search(heading) or _ROLE_HEADING.search(heading)) and is_name >= 0.6:
        return True
    full, familiar = _share(some, is_full), _share(some, lambda cell: is_one(cell) or is_full(cell))
    if _MAYBE_ROLE_HEADING.search(heading) and familiar >= _FEW_BEGIN and is_name >= 0.6:
        return True
    # With a blank in the middle three names are enough; without one, 「山口支店」 begins with a surname too.
    parted = _share(some, lambda cell: _PARTED_NAME.fullmatch(cell) or (" " in cell and _ENGLISH_NAME.fullmatch(cell)))
    if full >= _FEW_BEGIN and is_name >= 0.8 and (distinct > 10 or (distinct > 2 and parted >= 0.8)):
        return True
    if distinct > 2 and familiar >= _MANY_ARE:
        return True
    return parted >= 0.8 and distinct > max(20, 0.5 * cells)
