"""Numbers and addresses by which somebody is reached, paid or registered, told by one cell alone."""

from __future__ import annotations

import re

_E_MAIL = re.compile(r"[^@\s<>\"',;:=?&/]{1,64}@[^@\s<>\"',;:=?&/]{1,190}\.[a-z]{2,}", re.IGNORECASE)
_MOST_ATS, _BEFORE, _AFTER = 20, 64, 220
_PHONE = re.compile(
    r"(?:tel|phone|fax|mobile|cell|電話|携帯|内線)?(?:番号)?\s?[:.]?\s?"
    # With a country's number; as Japan, Britain and others write it, from a zero; as North America does.
    r"(?:\+\(?\d[\d\s().-]{7,20}\d|(?:\(0\d{1,4}\)[-\s.]?|0\d{0,4}[-\s.])\(?\d{1,4}\)?[-\s.]\d{3,4}|0[5-9]0\d{8}|0\d{4} \d{6}"
    r"|(?:1[-\s.])?(?:\(\d{3}\)\s?|\d{3}[-\s.])\d{3}[-\s.]\d{4})(?:\s?(?:x|ext\.?|内線)\s?\d{1,6})?",
    re.IGNORECASE,
)
_MARKED_PHONE = re.compile(
    r"(?:tel|phone|fax|mobile|電話|携帯)(?:番号)?\s?[:.]?\s?\(?\d[\d\s().-]{7,20}\d", re.IGNORECASE
)
_PHONE_WITHIN = re.compile(r"(?<![\d-])(?:0\d{1,4}-\d{1,4}-\d{4}|\(0\d{1,4}\) ?\d{1,4}-\d{4}|0[5-9]0\d{8})(?![\d-])")
_PHONE_DIGITS = range(9, 16)
_CARD = re.compile(r"\d{4}[-\s]?\d{4}[-\s]?\d{4}[-\s]?\d{3,4}|\d{4}[-\s]?\d{6}[-\s]?\d{5}")
_HIDDEN_CARD = re.compile(r"(?:[*x•●]{4}[-\s]?){1,3}\d{4}|\d{4}[-\s]?(?:[*x•●]{4}[-\s]?){1,2}\d{4}", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d\s-]*")
_MY_NUMBER = re.compile(r"\d{4}[-\s]?\d{4}[-\s]?\d{4}")
_SOCIAL = re.compile(r"\d{3}-\d{2}-\d{4}")
_IBAN = re.compile(r"[A-Z]{2}\d{2}(?: [A-Z0-9]{4}){3,7}(?: [A-Z0-9]{1,3})?|[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_IN_FOURS = re.compile(r"[A-Z]{2}\d{2}(?: [A-Z0-9]{4}){3,7}(?: [A-Z0-9]{1,3})?")
_BANK = re.compile(r"(?:普通|当座|貯蓄)(?:預金)?[\s:]*(?:No\.?)?\d{6,8}|(?:銀行|金庫|信組|農協)[^\d]{0,20}\d{6,8}")
_POSTCODE = re.compile(r"〒\s?\d{3}-?\d{4}|\d{3}-\d{4}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}")
_IP = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}")
_ADDRESS = re.compile(
    r"(?:[都道府県][^。、]{0,12}[市区町村郡]|[市区][^。、]{1,12}[町村丁])[^。]{0,60}[\d一二三四五六七八九十]"
    r"|[市区町村][^。、\d]{1,12}\d{1,4}-\d{1,4}|\d{2,4}号室"
    r"|\bp\.? ?o\.? box \d"
    # 12 rue de la Paix; Hauptstraße 12, or with the number first.
    r"|\d{1,5}[a-z]?,? (?:rue|avenue|via|viale|piazza|calle|avenida|rua|plaza) \w"
    r"|\w(?:straße|strasse|gasse|platz|allee|straat|gatan) ?\d{1,4}|\d{1,4}[a-z]?,? \w+(?:straße|strasse|gasse|platz|allee|straat|gatan)\b"
    # 12 High Street, Leeds; with a postcode or a state at the end the street may be called anything.
    r"|\d{1,5}[a-z]? [^,\d]{1,40}\b(?:st|street|ave|avenue|rd|road|blvd|lane|ln|drive|dr|way|court|ct|close|square|terrace|crescent|place)\.?(?=$|,| ?#| (?:apt|unit|flat|suite) ?\d)"
    r"|\d{1,5}[a-z]? [^\d,]{2,40},.{2,60}\b(?:[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[A-Z]{2} \d{5}(?:-\d{4})?)$",
    re.IGNORECASE,
)
_LABEL = (
    r"(?:担当者?|担当者名|氏名|姓名|お?名前|窓口|責任者|代表者|受付者|対応者|紹介者|契約者|連絡者|先方"
    r"|(?<![a-z])(?:contact|owner|(?:first|last|full|customer|user|given|family)?[_ ]?name|rep|attn|agent|cc|spoke (?:to|with)))"
)
_LABELLED = re.compile(
    rf"{_LABEL}[\"']?\s?[:=]\s?[\"']?(?P<who>[^\d\s,;:()\[\]{{}}\"'。、/|][^\d,;:()\[\]{{}}\"'。、/|]{{0,24}})",
    re.IGNORECASE,
)


def without_e_mail(text: str) -> str:
    """A heading, or the name of a file, with ``***`` for each e-mail address in it."""
    return _E_MAIL.sub("***", text) if has_e_mail(text) else text


def has_e_mail(cell: str) -> bool:
    """Whether an e-mail address stands in a cell of any length."""
    cell, at = cell.replace("＠", "@"), -1
    for _ in range(_MOST_ATS):
        at = cell.find("@", at + 1)
        if at < 0:
            return False
        if _E_MAIL.search(cell[max(0, at - _BEFORE) : at + _AFTER]):
            return True
    return False


def is_phone(cell: str) -> bool:
    """Whether a cell is a telephone number.

    Args:
        cell: in NFKC, and not much longer than a name; as in all that follow.
    """
    # A day such as 2026-04-01 has eight digits, and a postcode seven.
    fits = _PHONE.fullmatch(cell) or _MARKED_PHONE.fullmatch(cell)
    return bool(fits) and sum(map(str.isdigit, cell)) in _PHONE_DIGITS


def has_phone(cell: str) -> bool:
    """Whether a telephone number stands in a cell, alone or among words: 「折り返し 03-1234-5678」."""
    return is_phone(cell) or any(sum(map(str.isdigit, found[0])) in (10, 11) for found in _PHONE_WITHIN.finditer(cell))


def is_secret(cell: str) -> bool:
    """Whether a cell is the number of a card, of a bank account, or of a citizen, if only as far as its shape tells."""
    return bool(
        is_proven(cell) or any(one.fullmatch(cell) for one in (_HIDDEN_CARD, _SOCIAL, _IN_FOURS)) or _BANK.search(cell)
    )


def shape_of_number(cell: str) -> str:
    """How a number without words is written: “9999-9999-9999”, “09999999999” with a zero in front; empty of any other cell."""
    if not _NUMBER.fullmatch(cell):
        return ""
    shape = re.sub(r"\d", "9", cell)
    # A telephone number without strokes is told by its zero from others of eleven digits.
    return f"0{shape[1:]}" if cell[0] == "0" and cell.isdigit() else shape


def is_proven(cell: str) -> bool:
    """Whether a cell is the number of a payment card, an IBAN, or a Japanese citizen's: the first digits prove the others."""
    if _CARD.fullmatch(cell):
        digits = [int(sign) for sign in reversed(re.sub(r"\D", "", cell))]
        doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
        return (sum(digits[::2]) + sum(doubled)) % 10 == 0
    if _MY_NUMBER.fullmatch(cell):
        *rest, last = (int(sign) for sign in re.sub(r"\D", "", cell))
        over = sum(digit * (at + 1 if at <= 6 else at - 5) for at, digit in enumerate(reversed(rest), 1)) % 11
        return last == (0 if over <= 1 else 11 - over)
    if _IBAN.fullmatch(cell):
        plain = cell.replace(" ", "")
        return int("".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])) % 97 == 1
    return False


def is_place(cell: str) -> bool:
    """Whether a cell is an address, a postcode, or the address of a machine."""
    return bool(_ADDRESS.search(cell) or _POSTCODE.fullmatch(cell) or is_machine(cell))


def is_machine(cell: str) -> bool:
    """Whether a cell is the address of a machine."""
    return bool(_IP.fullmatch(cell))


def is_street(cell: str) -> bool:
    """Whether a cell says a street, or a Japanese address down to its numbers."""
    return bool(_ADDRESS.search(cell))


def labelled(cell: str) -> str:
    """Who or what is said after “contact:”, 「担当:」 or a key such as ``"name":`` in a cell; empty if nothing is."""
    found = _LABELLED.search(cell)
    return found["who"].strip() if found else ""
