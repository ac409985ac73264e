"""How a Japanese word sounds, whatever it is written in: しろ is シロ, コタロウ is コタロー."""

from __future__ import annotations

_VOWELS = {
    "ア": "アァカガサザタダナハバパマヤャラワヮ",
    "イ": "イィキギシジチヂニヒビピミリ",
    "ウ": "ウゥクグスズツヅヌフブプムユュルヴ",
    "エ": "エェケゲセゼテデネヘベペメレ",
    "オ": "オォコゴソゾトドノホボポモヨョロヲ",
}
_LENGTHENED = {"ア": "ア", "イ": "イ", "ウ": "ウ", "エ": "エイ", "オ": "オウ"}
"""What makes the vowel before it long, as the sign “ー” does."""


def folded(word: str) -> str:
    """A word as it sounds: hiragana for katakana, and a long vowel however it is written: しろ is シロ, コタロウ is コタロー.

    Args:
        word: squeezed, as ``Row.code`` is.
    """
    sounds, vowel = [], ""
    for sign in word:
        kana = chr(ord(sign) + 0x60) if "ぁ" <= sign <= "ゖ" else sign
        if vowel and kana in _LENGTHENED[vowel]:
            kana, vowel = "ー", ""
        else:
            vowel = next((vowel for vowel, row in _VOWELS.items() if kana in row), "")
        sounds.append(kana)
    return "".join(sounds).translate(str.maketrans("ヂヅ", "ジズ"))
