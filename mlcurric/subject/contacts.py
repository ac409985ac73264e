"""How somebody is reached, found in a text: e-mail addresses and telephone numbers, which belong in no paper that goes round."""

from __future__ import annotations

import re

_PART = r"[^\s@＠、。,;:：，；「」()（）<>\"']"
_GAP = r"[-‐–−ー－(（)）/ 　]{0,2}"
# In Japan as in Britain ten or eleven digits from the 0 on; so no day, no time and no sum of money is taken for one.
_HOME = (
    rf"(?<![\d.,-])[(（]?[0０](?=(?:{_GAP}\d){{9,10}}(?![\d%％円]|[.,]\d))\d{{1,4}}{_GAP}\d{{1,4}}{_GAP}\d{{3,4}}(?!\d)"
)
_ABROAD = rf"[+＋](?:{_GAP}\d){{9,14}}(?!\d)"
_AMERICA = r"(?<![\d-])(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\d-])"
# From the beginning of a word, however long; within one, behind what was found there before, it looks only so far: text
# without any punctuation, as Japanese may be, would else be gone through once more from each of its signs.
_NAME = rf"(?:(?<!{_PART}){_PART}+|(?<=[A-Za-zａ-ｚＡ-Ｚ\d]){_PART}{{1,64}})"
CONTACT = re.compile(rf"{_NAME}[@＠]{_PART}+[.．][A-Za-zａ-ｚＡ-Ｚ]{{2,}}|{_ABROAD}|{_HOME}|{_AMERICA}")
"""An e-mail address or a telephone number, wide or narrow, wherever it stands in a text."""
