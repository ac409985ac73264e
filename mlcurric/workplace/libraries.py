"""The libraries that mlcurric names: which it needs, which it was built with, and which are here."""

from __future__ import annotations

import importlib
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

from mlcurric.curriculum import content
from mlcurric.text import T
from mlcurric.workplace.copies import WorkplaceError
from mlcurric.workplace.finding import Finding, Status

LAB = "lab"


def extras() -> list[str]:
    """The names of the extras, in the order of ``pyproject.toml``."""
    return metadata.metadata("mlcurric").get_all("Provides-Extra") or []


def requirements(extra: str = "") -> Iterator[Requirement]:
    """What an extra needs beside the base, or what the base needs, on this machine."""
    for line in metadata.requires("mlcurric") or []:
        requirement = Requirement(line)
        marker = requirement.marker
        if bool(extra) == (marker is not None and "extra" in str(marker)) and (
            marker is None or marker.evaluate({"extra": extra})
        ):
            yield requirement


def installed(name: str) -> str | None:
    """The version of a library, or ``None`` where it is missing."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def pins() -> dict[str, str]:
    """The version of each library that the lessons were built with, for this Python and machine."""
    chosen = {}
    for line in (content() / "constraints.txt").read_text(encoding="utf-8").splitlines():
        pin = Requirement(line)
        if pin.marker is None or pin.marker.evaluate():
            chosen[pin.name.lower()] = next(iter(pin.specifier)).version
    return chosen


def lab_is_installed() -> bool:
    return all(installed(requirement.name) for requirement in requirements(LAB))


def install_lab(log: Path) -> None:
    """Install what JupyterLab needs, at the versions that the lessons were built with.

    Raises:
        WorkplaceError: if it does not work, naming the log.
    """
    print(
        T(
            "JupyterLab is missing. Installing it, about a minute …",
            "JupyterLab がないので入れます。1分ほどかかります…",
        ),
        flush=True,
    )
    wanted = [f"{requirement.name}{requirement.specifier}" for requirement in requirements(LAB)]
    command = [sys.executable, "-m", "pip", "install", "--compile", "-c", str(content() / "constraints.txt"), *wanted]
    with log.open("w", encoding="utf-8") as file:
        ended = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT, check=False)
    if ended.returncode:
        raise WorkplaceError(
            T(
                f"JupyterLab could not be installed; check the network and the space on the disk. pip's words are in {log}.",
                f"JupyterLab を入れられませんでした。ネットワークとディスクの空きを確かめてください。pip の記録は {log} にあります。",
            )
        )
    importlib.invalidate_caches()


def verdicts() -> Iterator[Finding]:
    """For the base and for each extra: is everything here, and as the lessons were built?"""
    pinned = pins()
    for extra in ("", *extras()):
        what = T(f"Libraries [{extra}]", f"ライブラリー [{extra}]") if extra else T("Libraries", "ライブラリー")
        wanted = list(requirements(extra))
        missing = [r.name for r in wanted if installed(r.name) is None]
        unfit = [
            f"{r.name} {version}"
            for r in wanted
            if (version := installed(r.name)) and not r.specifier.contains(version)
        ]
        other = [
            f"{r.name} {version} ({pinned[r.name.lower()]})"
            for r in wanted
            if (version := installed(r.name)) and version != pinned.get(r.name.lower(), version)
        ]
        yield _verdict(what, extra, len(wanted), missing, unfit, other)


def _verdict(what: T, extra: str, total: int, missing: list[str], unfit: list[str], other: list[str]) -> Finding:
    again = T("Install mlcurric again, as the README says.", "README のとおりに、mlcurric を入れ直してください。")
    if unfit:
        names = ", ".join(unfit)
        return Finding(what, Status.PROBLEM, T(f"does not fit: {names}", f"合わない版: {names}"), again)
    if missing and not extra:
        names = ", ".join(missing)
        return Finding(what, Status.PROBLEM, T(f"missing: {names}", f"見つかりません: {names}"), again)
    if missing and extra == LAB:
        names = ", ".join(missing)
        return Finding(
            what,
            Status.WARNING,
            T(f"missing: {names}", f"見つかりません: {names}"),
            T("`mlcurric start` installs them.", "`mlcurric start` を実行すると入ります。"),
        )
    if missing:
        return Finding(
            what, Status.OK, T("not installed; lessons do not need it", "未インストール(レッスンには不要です)")
        )
    if other:
        names = ", ".join(other)
        return Finding(
            what,
            Status.WARNING,
            T(f"other versions than the lessons' (in brackets): {names}", f"教材と異なる版(括弧内が教材の版): {names}"),
            T(
                "The lessons run; last digits may differ. To get the same versions, install again with constraints.txt.",
                "レッスンは動きますが、数値の末尾が変わることがあります。そろえるには constraints.txt を使って入れ直してください。",
            ),
        )
    return Finding(what, Status.OK, T(f"{total} of {total}", f"{total} 個すべてあります"))
