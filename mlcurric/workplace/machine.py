"""What the lessons need of a machine: a kernel that starts, a folder, a port, a browser, a Japanese font."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import webbrowser
from collections.abc import Iterator
from pathlib import Path

from mlcurric.curriculum import content
from mlcurric.notebook.progress import FILE_NAME as PROGRESS_FILE
from mlcurric.notebook.workfolder import MARKER
from mlcurric.text import LANGUAGES, T
from mlcurric.workplace.finding import Finding, Status
from mlcurric.workplace.lab import a_window_can_open, environment
from mlcurric.workplace.libraries import installed

FIRST_PORT = 8888
SECONDS_FOR_A_KERNEL = 60
MEGABYTES_NEEDED = 200


def python(_: Path) -> Iterator[Finding]:
    here = ".".join(str(part) for part in sys.version_info[:3])
    # Nothing older than 3.11 can read this file, so there is only good news to tell.
    yield Finding(T("Python", "Python"), Status.OK, T(f"{here} ({sys.executable})", f"{here}({sys.executable})"))


def notebooks(_: Path) -> Iterator[Finding]:
    what = T("Notebooks", "ノートブック")
    counts = {
        name: sum(1 for kind in ("notebooks", "exercises") for _ in (content() / kind / name).rglob("*.ipynb"))
        for name in LANGUAGES
    }
    shown = ", ".join(f"{name} {number}" for name, number in counts.items())
    if all(counts.values()):
        yield Finding(what, Status.OK, T(shown, shown))
    else:
        yield Finding(
            what,
            Status.PROBLEM,
            T(f"{shown} in {content()}", f"{content()} に {shown}"),
            T(
                "Install mlcurric again; in a checkout, run `mlcurric build`.",
                "mlcurric を入れ直してください。チェックアウトなら `mlcurric build` を実行してください。",
            ),
        )


def japanese_font(_: Path) -> Iterator[Finding]:
    what = T("Japanese in charts", "グラフの日本語")
    try:
        import matplotlib_fontja
        from matplotlib.font_manager import findfont, get_font

        matplotlib_fontja.japanize()
        has_glyph = get_font(findfont("IPAexGothic", fallback_to_default=False)).get_char_index(ord("語"))
    except (ImportError, ValueError, RuntimeError, OSError) as error:
        has_glyph = 0
        seen = T(f"no font: {error}", f"フォントがありません: {error}")
    else:
        seen = T("IPAexGothic lacks the characters", "IPAexGothic に文字がありません")
    if has_glyph:
        yield Finding(what, Status.OK, T("IPAexGothic", "IPAexゴシック"))
    else:
        yield Finding(
            what,
            Status.PROBLEM,
            seen,
            T(
                "Install it again: python -m pip install --force-reinstall matplotlib-fontja",
                "入れ直してください: python -m pip install --force-reinstall matplotlib-fontja",
            ),
        )


def kernel(work: Path) -> Iterator[Finding]:
    what = T("A notebook's kernel", "ノートブックのカーネル")
    if not (installed("ipykernel") and installed("jupyter-client")):
        return  # The row of [lab] says what to do.
    from jupyter_client.kernelspec import KernelSpecManager
    from jupyter_client.manager import KernelManager

    with tempfile.TemporaryDirectory() as scratch:
        # With no folder to search, the kernel of this very Python is started, as the lab does.
        manager = KernelManager(
            kernel_spec_manager=KernelSpecManager(kernel_dirs=[]), connection_file=str(Path(scratch) / "kernel.json")
        )
        try:
            (Path(scratch) / MARKER).mkdir()
            manager.start_kernel(
                env=os.environ | environment(Path(scratch)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            client = manager.blocking_client()
            client.start_channels()
            try:
                client.wait_for_ready(timeout=SECONDS_FOR_A_KERNEL)
                client.execute_interactive("1 + 1", timeout=SECONDS_FOR_A_KERNEL, output_hook=lambda _: None)
            finally:
                client.stop_channels()
        except (RuntimeError, TimeoutError, OSError) as error:
            yield Finding(
                what,
                Status.PROBLEM,
                T(f"does not start: {error}", f"起動しません: {error}"),
                T(
                    "Allow Python to talk to itself on 127.0.0.1 (firewall, virus scanner), or install mlcurric again.",
                    "ファイアウォールやウイルス対策ソフトで、Python の 127.0.0.1 への通信を許可してください。"
                    "それでも起動しなければ、mlcurric を入れ直してください。",
                ),
            )
        else:
            yield Finding(what, Status.OK, T("starts and answers", "起動し、応答します"))
        finally:
            if manager.has_kernel:
                manager.shutdown_kernel(now=True)


def folder(work: Path) -> Iterator[Finding]:
    what = T("Your folder", "あなたのフォルダー")
    elsewhere = T("Choose another folder with --work.", "--work で別のフォルダーを指定してください。")
    place = next(folder for folder in (work, *work.parents) if folder.exists())
    if not place.is_dir():
        yield Finding(what, Status.PROBLEM, T(f"{place} is a file", f"{place} はファイルです"), elsewhere)
        return
    try:
        with tempfile.NamedTemporaryFile(dir=place):
            pass
    except OSError as error:
        yield Finding(
            what,
            Status.PROBLEM,
            T(f"{place} cannot be written ({error.strerror})", f"{place} に書き込めません({error.strerror})"),
            elsewhere,
        )
        return
    free = shutil.disk_usage(place).free // 1_000_000
    says = T(f"{work} can be written; {free:,} MB free", f"{work} に書き込めます(空き {free:,} MB)")
    if free < MEGABYTES_NEEDED:
        room = T(f"Free at least {MEGABYTES_NEEDED} MB.", f"{MEGABYTES_NEEDED} MB 以上の空きを作ってください。")
        yield Finding(what, Status.WARNING, says, room)
    else:
        yield Finding(what, Status.OK, says)


def port(_: Path) -> Iterator[Finding]:
    what = T("Network on this machine", "このパソコンの中の通信")
    try:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", FIRST_PORT))
    except OSError:
        try:
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
        except OSError as error:
            yield Finding(
                what,
                Status.PROBLEM,
                T(f"127.0.0.1 is closed: {error.strerror}", f"127.0.0.1 を使えません: {error.strerror}"),
                T("Allow Python in the firewall.", "ファイアウォールで Python を許可してください。"),
            )
            return
        taken = T(
            f"port {FIRST_PORT} is taken; the lab takes the next one",
            f"ポート {FIRST_PORT} は使用中です。ラボは次の番号を使います",
        )
        yield Finding(what, Status.OK, taken)
        return
    yield Finding(what, Status.OK, T(f"port {FIRST_PORT} is free", f"ポート {FIRST_PORT} が空いています"))


def browser(_: Path) -> Iterator[Finding]:
    what = T("Browser", "ブラウザー")
    try:
        found = a_window_can_open() and webbrowser.get()
    except webbrowser.Error:
        found = None
    if found:
        yield Finding(what, Status.OK, T("opens by itself", "自動で開きます"))
    else:
        yield Finding(
            what,
            Status.WARNING,
            T("none opens by itself", "自動では開きません"),
            T(
                "Copy the address that `mlcurric start` prints into a browser.",
                "`mlcurric start` が表示するアドレスを、ブラウザーに貼り付けてください。",
            ),
        )


def progress(work: Path) -> Iterator[Finding]:
    what = T("Progress", "学習の記録")
    path = work / MARKER / PROGRESS_FILE
    try:
        path.read_bytes()
    except FileNotFoundError:
        yield Finding(what, Status.OK, T("nothing kept yet", "まだ記録はありません"))
    except OSError as error:
        yield Finding(
            what,
            Status.PROBLEM,
            T(f"{path} cannot be read ({error.strerror})", f"{path} を読めません({error.strerror})"),
            T("Change its permissions, or move it away.", "アクセス権を変えるか、別の場所に移してください。"),
        )
    else:
        yield Finding(what, Status.OK, T("can be read", "読めます"))
