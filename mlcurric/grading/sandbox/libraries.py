"""Where the libraries lie that are shown inside the sandbox, and what is said of one that is not found there."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Iterable
from importlib.metadata import packages_distributions
from importlib.util import find_spec
from pathlib import Path

from mlcurric.text import T

_NAMES = ("site-packages", "dist-packages")
_NOT_INSIDE = T(
    "Inside the sandbox Python does not find “{name}”. Only libraries that are installed beside mlcurric are shown there: "
    "“{python} -m pip install --ignore-installed {packages}” puts it there.",
    "隔離環境の中の Python から「{name}」が見つかりません。隔離環境で使えるのは、mlcurric と同じ場所に入れたライブラリだけです。"
    "「{python} -m pip install --ignore-installed {packages}」で入れてください。",
)


def library_folders() -> list[Path]:
    """The folders that hold this Python's libraries, that of its own environment first.

    Those of this user, of the system or of another environment are told by a name that nothing but libraries lies in; a
    folder of any other name may hold a course, and is none.
    """
    own = Path(sysconfig.get_path("purelib"))
    found = [path for path in map(Path, dict.fromkeys(sys.path)) if path.name in _NAMES and path.is_dir()]
    return [own, *(path for path in found if not path.samefile(own))]


class NoLibrary(Exception):
    """The sandbox runs, and what hand-ins need is not found in it; the message says how to get it.

    Args:
        name: of the module that was not found.
        wanted: the modules that were to be imported; those of them that lie nowhere inside are named, too.
    """

    def __init__(self, name: str, wanted: Iterable[str]) -> None:
        missing = [name, *(each for each in _tops(wanted) if each != name and not _is_shown(each))]
        known = packages_distributions()
        packages = " ".join(dict.fromkeys(known.get(each, [each])[0] for each in missing))
        self.why = _NOT_INSIDE.format(name=name, python=sys.executable, packages=packages)
        super().__init__(str(self.why))


def _tops(modules: Iterable[str]) -> list[str]:
    """The libraries that modules belong to; this package is let in by itself."""
    return [name for name in dict.fromkeys(each.partition(".")[0] for each in modules) if name != "mlcurric"]


def _is_shown(name: str) -> bool:
    found = find_spec(name)
    return bool(found and found.origin) and any(folder in Path(found.origin).parents for folder in library_folders())
