"""Why the disk refused a file, in the reader's words; the system says it in its own, and mostly in English."""

from __future__ import annotations

import errno

from mlcurric.text import T

_WHY = {
    **dict.fromkeys(
        (errno.EACCES, errno.EPERM, errno.EBUSY),
        T("it is open in another program, or there is no right to it", "ほかのソフトで開いているか、権限がありません"),
    ),
    errno.EROFS: T("the disk can only be read", "読み取り専用の場所です"),
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), T("the disk is full", "ディスクに空きがありません")),
    errno.ENOENT: T("it is not there any more", "ファイルがなくなっています"),
    **dict.fromkeys(
        (errno.EISDIR, errno.ENOTDIR, errno.EEXIST),
        T("a file or a folder of that name is in the way", "同じ名前のフォルダーかファイルがあります"),
    ),
    errno.ENAMETOOLONG: T("its name is too long", "名前が長すぎます"),
    **dict.fromkeys(
        (errno.EIO, errno.ETIMEDOUT, errno.ENETDOWN, errno.ESTALE),
        T("the disk or the network does not answer", "ディスクかネットワークが応答しません"),
    ),
}


def why_refused(error: OSError) -> T:
    """Why, as it stands in brackets; what is not known is told as the system says it, and as such."""
    said = error.strerror or type(error).__name__
    return _WHY.get(error.errno, T(said, f"システムの表示: {said}"))
