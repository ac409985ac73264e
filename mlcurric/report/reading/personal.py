"""Columns that must not be mailed around: who somebody is, how they are reached, where they live; told by heading and by cells."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from mlcurric.report.reading.cells import LONGEST, is_unknown
from mlcurric.report.reading.familiar_names import addresses, is_full, is_one
from mlcurric.report.reading.numbers_of_people import (
    has_e_mail,
    has_phone,
    is_machine,
    is_phone,
    is_place,
    is_proven,
    is_secret,
    is_street,
    labelled,
    shape_of_number,
)
from mlcurric.text import T

_SAMPLE = 500
_E_MAILS = 0.01
"""Even a few addresses in a column are too many."""
_BARE_PHONE = re.compile(r"0?\d{9,10}|\+?\d{10,13}")
_PHONE_HEADING = re.compile(r"電話|携帯|連絡|(?<![a-z])tel(?![a-z])|phone|mobile|fax|ファックス|ファクス")
_POSTCODE_HEADING = re.compile(r"郵便番号|〒|post(?:al)?[ _-]?code|(?<![a-z])zip(?![a-z])")
_PART_OF_ADDRESS = re.compile(r"\d.*[^\d.,%]|[^\d.,%-].*\d|丁目|番地")
_ADDRESS_HEADING = re.compile(
    r"住所|番地|所在地|マンション|建物名?$|(?:届け|送付|配送|納品|発送)先|(?:ship|deliver)[a-z]* to$|street|(?<!ip )(?<!mail )(?<!web )address"
)
_SECRET_HEADING = re.compile(
    r"カード番号|card ?(?:number|no)|口座|振込先|bank ?(?:account|acct)|sort code|iban|マイナンバー|個人番号|my ?number|ssn|social security|passport|パスポート|免許|password|パスワード"
)
_BIRTH_HEADING = re.compile(r"生年月日|誕生日|birth|(?<![a-z])dob(?![a-z])")
_PLACE_HEADING = re.compile(r"緯度|経度|^lat(?:itude)?$|^(?:lon|lng|long|longitude)$")
_NAME_HEADING = re.compile(
    r"登録名|氏名|姓名|苗字|名字|下の名前|^お?名前|^姓$|^名$|^(?:姓|名|氏)\(|(?:ふり|フリ)(?:がな|ガナ)|^カナ|カナ名|担当|代表者|契約者|会員名|顧客名|(?:お客様|ユーザー|利用者)(?:の?お?名前|名|$)"
    r"|責任者|窓口|上長|^name$|(?:first|last|full|sur|given|family|middle|maiden)[ _-]?name|^surname|^(?:sei|mei)$|(?:配偶者|父|母|子|家族|院長|社長|代表|保護者|本人)の?(?:お)?名前?$"
    r"|(?:customer|client|contact|user|member|person|owner|agent|rep|manager|subscriber)s?(?:['’]s)?[ _-]?name|^contact(?: person)?$"
    r"|^(?:account )?owner$|account manager|sales ?(?:rep|person)|^csm$|assigned to|^customer$|^client$|^(?:顧客|会員|利用者|ユーザー|お客様)$"
    r"|^(?:kund(?:e|in)(?:/(?:kund)?(?:e|in))?|mitglied|inhaber(?:in)?)$|(?:vor|nach|familien|kunden|mitglieds)name$"
)
_SURELY_NAMES = re.compile(
    r"氏名|姓名|(?:お客様|顧客|会員|契約者|利用者|ユーザー)の?(?:お?名前|名)$|^お?名前$|登録名|(?:full|customer|client|member|person|contact|user) ?names?$"
)
"""Below these stands a name, however it is written: “Seki K. (151)”, 「佐藤151郎」, 「顧客151佐藤」."""
_CODE_OF_SOMEBODY = re.compile(
    r"(?:顧客|会員|お客様|患者|生徒|契約者?|利用者|ユーザー|個人|法人|番号|コード|customer|client|member|user|account|cust|acct|no|id)|[^一-龥々〆ヶヵぁ-んァ-ヶーA-Za-zÀ-ÿ]+"
    r"|(?<![A-Za-zÀ-ÿ])[A-Za-z]{1,3}(?=[-_#]?\d)",
    re.IGNORECASE,
)
"""What is left of a name when this is taken out of it is one; of 「顧客0151」 or “CUST-0151” nothing is."""
_LOG_IN = re.compile(r"([a-z]{2,})[._](?!(?:com|net|org|io|co|jp|dev|app|ai|biz|info)$)([a-z]+)\d{0,3}", re.IGNORECASE)
_KANA_HEADING = re.compile(
    r"氏名|姓名|苗字|名字|名前|カナ|ガナ|がな|読み|よみ|^セイ$|^メイ$|kana|surname|(?:first|last|given|family)[ _-]?name"
)
_KANA = re.compile(r"[ァ-ヶーぁ-ん]{2,14}")
_TWO_KANA = re.compile(r"[ァ-ヶー]{2,8}[ ・][ァ-ヶー]{2,8}")
_ALIAS_HEADING = re.compile(
    r"ニックネーム|(?:ユーザー?|ログイン)(?:名|ネーム)$|あだ名|愛称|ハンドルネーム|(?:nick|screen|display|login|user) ?names?$|アカウント名$|(?<![a-z])line[ -]?(?:id|アカウント)$|(?<![a-z])(?:skype|slack|discord|twitter|instagram|facebook|telegram|wechat)[ -]?(?:id|name|account|アカウント)$"
)
"""What somebody calls himself."""
_ATTRIBUTE_HEADING = re.compile(
    r"(?:区分|種別|種類|有無|数|フラグ|状況|状態|可否|タイプ|年代|満足度|交代|変更|部署|部門|性別|役職|方法|形態|ランク|レベル|エリア|歴|率)$"
    r"|(?<![a-z])(?:type|count|status|level|flag|gender|team|role|department|rank|score|tier|changed?)$"
)
"""What is said of a person, such as 「担当区分」, rather than who it is."""
_HANDLE = re.compile(r"@\w[\w.-]{1,30}")
_OWN_PAGE = re.compile(
    r"https?://\S*(?:/(?:users?|customers?|accounts?|contacts?|members?|clients?|people|profiles?|u|p|id)/[\w-]*\d|[?&](?:id|uid|user|user_?id|e?mail|token|key|cid)=)",
    re.IGNORECASE,
)
_ROLES = (
    "院長|理事長|社長|会長|代表|代表取締役|取締役|代表理事|オーナー|店長|支配人|施設長|園長|校長|塾長|学長|所長|局長|部長|課長|係長|室長|工場長|事務長|師長|主治医"
    "|担任|キーマン|キーパーソン|決裁者|承認者|発注者|申込者|申込人|申請者|登録者|入力者|作成者|更新者|記入者|訪問者|営業員|保護者|世帯主|後見人|受取人|名義人|宛名"
    "|対応者|受付者|フォロー担当|うちの担当|紹介者|紹介人|推薦者|推薦人|加入者|購入者|受講者|受講生|被保険者|施術者|執刀医|前任者?|後任者?"
)
_MAYBE_ROLES = (
    "理事|役員|主任|医師|歯科医師|獣医師|先生|講師|教師|コーチ|インストラクター|営業|父|母|父親|母親|配偶者|夫|妻|家族|名義|口座名義|宛先|送付先|請求先|連絡先"
    "|緊急連絡先|紹介元|紹介|生徒|患者|使用者|利用者|管理者|管理人|人事|経理|経営者"
)
_BESIDE = r"(?:の?(?:お|ご)?(?:名前|氏名|名)|様|先生|さん|\d)?"
_ROLE_HEADING = re.compile(
    rf"^(?:ご|お|現|前|主な|新)?(?:{_ROLES}){_BESIDE}$"
    r"|(?:handled|managed|served|assigned|closed|opened|booked|signed|sold|approved|requested) (?:by|to)$"
    r"|(?:^| )(?:reps?|agent|csm|advis[oe]r|consultant|account executive|ae|caretaker|assignee|approver|requester|caller)$"
    r"|^(?:owner|principal|president|chair(?:man|woman|person)?|ceo|cto|cfo|founder|director|dentist|doctor|physician|teacher"
    r"|coach|trainer|guardian|parent|mother|father|spouse|emergency contact|supervisor|employee|handler|clerk|officer|technician|driver|seller|stylist|therapist|instructor|mentor|tutor|nurse|(?:sales )?(?:representative|executive)|champion|decision maker|key contact|primary contact"
    r"|signatory|beneficiary|payee|recipient|addressee)$"
    r"|(?:ansprechpartner|betreuer|berater|bearbeiter|vertreter|verkäufer|trainer|lehrer)(?:[/:*]?in)?$"
)
"""What a person is: whatever looks like a name below it is one."""
_MAYBE_ROLE_HEADING = re.compile(
    rf"^(?:ご|お|現|前|主な|新)?(?:{_MAYBE_ROLES}){_BESIDE}$|^(?:manager|first|last|given|family|middle|full|セイ|メイ|対応|フォロー)$|(?:referred|introduced|recommended|created|updated|entered) by$"
)
_JAPANESE_NAME = re.compile(
    r"[一-龥々]{1,4}[ 　][A-Z]\.?|[一-龥々〆ヶヵ]{1,4}[ 　]?[一-龥々ぁ-んァ-ヶー]{1,6}(?:様|さん|氏)?|[ァ-ヶー]{2,8}[ 　][ァ-ヶー]{2,8}|[ぁ-んー]{2,8}[ 　][ぁ-んー]{2,8}"
)
_PARTED_NAME = re.compile(r"[一-龥々]{1,4}[ 　][一-龥々ぁ-んァ-ヶ]{1,4}|[ァ-ヶー]{2,8}[ 　][ァ-ヶー]{2,8}")
_WITH_INITIAL = re.compile(r"[A-Z][\w'’-]+,? [A-Z]\.(?: ?[A-Z]\.)?|(?:[A-Z]\. ?){1,2}[A-Z][\w'’-]+")
_ENGLISH_NAME = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][a-zA-ZÀ-ÿ'’.-]*,?(?: [A-ZÀ-Þ][a-zA-ZÀ-ÿ'’.-]*){0,3}")
_THING_HEADING = re.compile(
    r"(?:品|商品|製品|型|機種|車種|品種|ブランド|メーカー|モデル|プラン|コース|種類|分類|カテゴリー?|市|区|町|村|県|都市|地域|地方|エリア|駅|店|店舗|支店|支社|営業所|拠点|路線|列車|便|色|媒体|経路|流入元|キャンペーン|タイトル|作品)(?:名|別)?$"
    r"|(?:^|[ _-])(?:product|item|brand|maker|make|model|series|plan|tier|city|town|county|state|country|region|area|branch|store|shop|station|venue|campaign|source|channel|category|type|colou?r|title|browser|device|os)(?:[ _-]?(?:name|type|code))?$"
)
_NO_PERSON = re.compile(
    r"[部課室店係班社局]$|チーム|グループ|営業所|支社|本社|株式|有限|合同|財団|医療|法人|学校|㈱|㈲|なし|不明|未定|プラン|コース|^(?:本人|家族|友人|知人|紹介|個人|代理|会社|同僚|医院|病院|社内|社外|直販|自社|他社)$|医院$|歯科$|クリニック$|病院$|薬局$"
    r"|\b(?:team|group|inc|ltd|llc|corp|co|gmbh|company|plan|sales|support|dept|department|region)\b",
    re.IGNORECASE,
)  # fmt: skip
_DUTIES = frozenset((
    "担当", "経理", "総務", "営業", "人事", "本部", "窓口", "事務", "受付", "技術", "開発", "法務",
    "広報", "企画", "購買", "全員", "後任", "新任", "新規", "本社", "変更", "変更あり", "交代", "完了", "対応中",
))  # fmt: skip
"""What stands after 「担当:」 where it is no name."""
_FEW_BEGIN = 0.15
"""The commonest surnames are a third of all; where so large a share of the cells begins with one, it is no chance."""
_MANY_ARE = 0.5
_PART, _NEARLY_ALL = 0.3, 0.8
_DIGITS_OF_SECRET, _MANY_SECRETS = 4, 20
_SOME_ADDRESS = 0.05

_AN_E_MAIL = T("It holds e-mail addresses.", "メールアドレスが入っています。")
_A_PHONE = T("It holds telephone numbers.", "電話番号が入っています。")
_AN_ADDRESS = T("It says where somebody lives.", "住所や居場所がわかる列です。")
_A_MACHINE = T(
    "It holds internet (IP) addresses, which lead to people.", "IPアドレスが入っています。個人につながる情報です。"
)
_A_NAME = T("It holds people’s names.", "人の名前が入っています。")
_A_PAGE = T("It holds links to people’s own pages.", "一人ひとりのページへのリンクが入っています。")
_A_HANDLE = T("It holds the names of people’s accounts.", "SNSなどのアカウント名が入っています。")
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
    if sum(map(has_e_mail, many)) > len(many) * _E_MAILS:
        return _AN_E_MAIL
    some = [_beginning(cell) for cell in distinct[:: max(1, len(distinct) // _SAMPLE)]]
    if not some:
        return None
    # 「口座振替」 holding yes and no, or a number of changes of a password, is no secret.
    are_long = _share(some, lambda cell: sum(map(str.isdigit, cell)) >= _DIGITS_OF_SECRET) >= _PART
    are_free = len(distinct) > _MANY_SECRETS and _share(some, lambda cell: not cell.replace(".", "").isdigit()) >= _PART
    if (
        (_SECRET_HEADING.search(heading) and (are_long or are_free))
        or _share(some, is_proven) >= 0.95
        or _share(some, is_secret) >= 0.8
    ):
        return _A_SECRET
    is_post = _POSTCODE_HEADING.search(heading) and _share(some, lambda cell: sum(map(str.isdigit, cell)) >= 3) >= _PART
    if _PLACE_HEADING.search(heading) or is_post:
        return _AN_ADDRESS
    are_phones = (
        _PHONE_HEADING.search(heading)
        and _share(some, lambda cell: _BARE_PHONE.fullmatch(cell) or is_phone(cell)) >= 0.5
    )
    if are_phones or _share(some, is_phone) >= 0.8:
        return _A_PHONE
    lives = _ADDRESS_HEADING.search(heading) and _share(some, _PART_OF_ADDRESS.search) >= 0.3
    if lives or _share(some, is_street) >= 0.5 or _share(some, is_place) >= 0.8:
        return _A_MACHINE if _share(some, is_machine) >= 0.5 else _AN_ADDRESS
    if _share(some, _OWN_PAGE.match) >= 0.5:
        return _A_PAGE
    calls_himself = _ALIAS_HEADING.search(heading) and len(distinct) > 2 and not _share(some, str.isdigit) >= 0.5
    if calls_himself or _share(some, _HANDLE.fullmatch) >= 0.8:
        return _A_HANDLE
    return _A_NAME if _are_names(heading, some, len(distinct), cells) else None


def is_somebody(cell: str) -> bool:
    """Whether one cell alone may name somebody, or say how to reach him, wherever it stands: a surname is enough."""
    start = _beginning(cell)
    return tells_who(cell) or is_one(start) or is_full(start)


def tells_who(cell: str) -> bool:
    """Whether one cell alone surely names somebody, or says how to reach him: an address, a number, 「小林様」, 「担当:小林」."""
    start = _beginning(cell)
    return has_e_mail(cell) or has_phone(start) or is_proven(start) or is_street(start) or _names(start)


def tell_who(cells: Sequence[str]) -> list[bool]:
    """Which cells of one column surely name somebody, each as ``tells_who`` has it.

    Of customer numbers of twelve or sixteen digits one in ten passes by chance for a citizen’s or a card’s, and of those of eleven
    digits for a telephone’s; so a number counts only where most of those that are written alike do.
    """
    told = [tells_who(cell) for cell in cells]
    shapes = [shape_of_number(_beginning(cell)) for cell in cells]
    alike, fit = Counter(shapes), Counter(shape for shape, fits in zip(shapes, told, strict=True) if fits)
    return [
        fits and (not shape or fit[shape] >= _MANY_ARE * alike[shape]) for fits, shape in zip(told, shapes, strict=True)
    ]


def _names(cell: str) -> bool:
    return addresses(cell) or _is_person(labelled(cell))


def _is_person(said: str) -> bool:
    """Whether what is said after 「担当:」 is a name, rather than a team, or nothing."""
    if not said or _NO_PERSON.search(said) or said in _DUTIES or is_unknown(said.casefold()):
        return False
    return bool(
        _JAPANESE_NAME.fullmatch(said)
        or is_one(said)
        or is_full(said)
        or (" " in said and _ENGLISH_NAME.fullmatch(said))
        or re.fullmatch(r"[一-龥々]{1,4}", said)
    )


def _is_log_in(cell: str) -> bool:
    """Whether an account is called by a person's name: “kenji.seki”, “tanaka_k”."""
    parts = _LOG_IN.fullmatch(cell)
    return bool(parts and any(map(is_one, parts.groups())))


def _beginning(cell: str) -> str:
    """As much of a cell as a name or an address is long; the patterns take far longer on long cells."""
    return unicodedata.normalize("NFKC", cell[:LONGEST]).strip()


def _share(cells: Sequence[str], fits: object) -> float:
    return sum(bool(fits(cell)) for cell in cells) / len(cells)  # type: ignore[operator]


def _are_names(heading: str, some: Sequence[str], distinct: int, cells: int) -> bool:
    if _share(some, _names) >= _SOME_ADDRESS:
        return True
    if _share(some, _NO_PERSON.search) > _PART:
        return False
    is_name = _share(some, lambda cell: _JAPANESE_NAME.fullmatch(cell) or _ENGLISH_NAME.fullmatch(cell) or is_one(cell))
    by_heading = not _ATTRIBUTE_HEADING.search(heading) and (
        _NAME_HEADING.search(heading) or _ROLE_HEADING.search(heading)
    )
    if by_heading and is_name >= 0.6:
        return True
    if _KANA_HEADING.search(heading) and _share(some, _KANA.fullmatch) >= 0.8 and distinct > 2:
        return True
    # As good as one a customer: a name of something else, such as a plan, repeats.
    if (
        _SURELY_NAMES.search(heading)
        and distinct > max(20, _MANY_ARE * cells)
        and _share(some, lambda cell: _CODE_OF_SOMEBODY.sub("", cell)) >= _MANY_ARE
    ):
        return True
    if distinct > 2 and _share(some, _is_log_in) >= _FEW_BEGIN and _share(some, _LOG_IN.fullmatch) >= _NEARLY_ALL:
        return True
    full, familiar = _share(some, is_full), _share(some, lambda cell: is_one(cell) or is_full(cell))
    if _MAYBE_ROLE_HEADING.search(heading) and familiar >= _FEW_BEGIN and is_name >= 0.6:
        return True
    # With a blank in the middle three names are enough; without one, 「山口支店」 begins with a surname too.
    parted = _share(some, lambda cell: _PARTED_NAME.fullmatch(cell) or (" " in cell and _ENGLISH_NAME.fullmatch(cell)))
    if full >= _NEARLY_ALL and parted >= _NEARLY_ALL and not _THING_HEADING.search(heading):
        return True
    if (
        full >= _FEW_BEGIN
        and not _THING_HEADING.search(heading)
        and is_name >= 0.8
        and (distinct > 10 or (distinct > 2 and parted >= 0.8))
    ):
        return True
    # Brands and towns are called like people.
    if _THING_HEADING.search(heading):
        return False
    if distinct > 2 and (familiar >= _MANY_ARE or (full >= _PART and distinct > 10)):
        return True
    # Two words of kana, or one and an initial, are hardly ever anything else where they are many.
    if _share(some, lambda cell: _TWO_KANA.fullmatch(cell) or _WITH_INITIAL.fullmatch(cell)) >= 0.8:
        return distinct > max(20, 0.2 * cells)
    return parted >= 0.8 and distinct > max(20, 0.4 * cells)
