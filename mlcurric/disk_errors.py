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
    errno.ENOSPC: T("the disk is full", "ディスクに空きがありません"),
    errno.EDQUOT: T("your share of the disk is full", "使えるディスクの容量を使い切っています"),
    errno.ENOENT: T("the file, its folder or its disk is not there", "ファイル、フォルダー、ディスクのどれかが見つかりません"),
    **dict.fromkeys(
        (errno.EISDIR, errno.ENOTDIR, errno.EEXIST),
        T("a file or a folder of that name is in the way", "同じ名前のフォルダーかファイルがあります"),
    ),
    errno.ELOOP: T("it is a link that leads to itself", "リンクの先が自分自身になっています"),
    errno.ENAMETOOLONG: T("its name is too long", "名前が長すぎます"),
    **dict.fromkeys(
        (errno.EIO, errno.ETIMEDOUT, errno.ENETDOWN, errno.ESTALE),
        T("the disk or the network does not answer", "ディスクかネットワークが応答しません"),
    ),
}  # fmt: skip


def why_refused(error: OSError) -> T:
    """Why, as it stands in brackets; what is not known is told as the system says it, and as such."""
    said = error.strerror or type(error).__name__
    return _WHY.get(error.errno, T(said, f"システムの表示: {said}"))
