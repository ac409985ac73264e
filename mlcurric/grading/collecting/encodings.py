"""The name of a file in a zip: UTF-8 where the zip says so, else whatever the machine spoke that wrote it."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib

_UTF_8 = 0x800
_UNICODE_PATH = 0x7075
_JAPANESE = "々〆ヶ\u3040-\u30ff\u3400-\u9fff"


def name_of(info: zipfile.ZipInfo) -> str:
    """The name as its author wrote it."""
    # The name as it stands in the zip; “filename” is cut and changed on some systems.
    name = info.orig_filename
    if not info.flag_bits & _UTF_8:
        # zipfile reads such names as cp437, which has a character for every byte.
        raw = name.encode("cp437", "replace")
        return _unicode_path(info.extra, raw) or _guessed(raw)
    return name


def _guessed(raw: bytes) -> str:
    for encoding in ("utf-8", "cp932"):
        try:
            name = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or _reads_as_japanese(name):
            return name
    return raw.decode("cp437")


def _reads_as_japanese(name: str) -> bool:
    """Whether it is no Western name that only happens to be readable as cp932: “Björn” would be “Bj馬n”."""
    runs = re.findall(f"(.?)([{_JAPANESE}]+)(.?)", name)
    return bool(runs) and all(len(run) > 1 or not re.search("[A-Za-z]", before + after) for before, run, after in runs)


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    """The name in UTF-8 that Info-ZIP keeps beside the old one, if it is of this name."""
    while len(extra) >= 4:
        kind, size = struct.unpack("<HH", extra[:4])
        body, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == _UNICODE_PATH and len(body) > 5 and struct.unpack("<L", body[1:5])[0] == zlib.crc32(raw):
            try:
                return body[5:].decode("utf-8")
            except UnicodeDecodeError:
                return None
    return None
