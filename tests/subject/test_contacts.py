"""mlcurric.subject.contacts: how somebody is reached is found wherever it stands, and a long text is gone through once."""

import re

import pytest

from mlcurric.subject.contacts import _ABROAD, _AMERICA, _HOME, _PART, CONTACT

PLAIN = re.compile(rf"{_PART}+[@＠]{_PART}+[.．][A-Za-zａ-ｚＡ-Ｚ]{{2,}}|{_ABROAD}|{_HOME}|{_AMERICA}")
"""The same, from each sign anew."""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("彩はaya@example.comへ", ["彩はaya@example.com"]),
        (f"{'a' * 200}@example.co.jp", [f"{'a' * 200}@example.co.jp"]),
        ("(090)1234-5678aya@example.com", ["(090)1234-5678", "aya@example.com"]),
        ("。0@+81.ax1@example.co.jp", ["0@+81.ax", "1@example.co.jp"]),
        ("a@b.jp加藤@c.jp、03-1234-5678", ["a@b.jp", "加藤@c.jp", "03-1234-5678"]),
        ("+81 90 1234 5678 or 212-555-0100", ["+81 90 1234 5678", "212-555-0100"]),
        ("2027-01-21 に 13:00 から、1,200,000円", []),
    ],
)
def test_it_is_found_wherever_it_stands_as_if_each_sign_were_tried(text, found):
    assert [each[0] for each in CONTACT.finditer(text)] == found
    assert [each[0] for each in PLAIN.finditer(text)] == found


def test_within_a_word_no_sign_is_tried_that_nothing_was_found_before():
    # From each of them, the whole rest of the text would be read once more.
    assert CONTACT.match(f"あ{'い' * 20}@example.com", 5) is None
    assert CONTACT.match(f"a{'b' * 20}@example.com", 5)
    assert CONTACT.match(f"a{'b' * 200}@example.com", 5) is None
