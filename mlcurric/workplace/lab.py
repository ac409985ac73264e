"""JupyterLab for the learner: on this machine only, with settings of its own, open at *Start here*."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any

from mlcurric.curriculum import START_HERE
from mlcurric.notebook.workfolder import MARKER, write_json
from mlcurric.text import LANGUAGE_VARIABLE, T, language
from mlcurric.workplace.copies import Arrival, Delivery, WorkplaceError, disk_full, lay_out
from mlcurric.workplace.libraries import install_lab, lab_is_installed

AUTOSAVE_SECONDS = 10
ROOM_TO_RUN = 1_000_000
"""Bytes that must be free, or whatever JupyterLab stumbled over was the full disk."""

_LOCALE = {"en": "en", "ja": "ja_JP"}
# Whoever moves a slider with the arrow keys would fold the page away, and not know how to get it back.
_FOLDING = (
    {"command": "notebook:move-cursor-heading-above-or-collapse", "keys": ["ArrowLeft"]},
    {"command": "notebook:move-cursor-heading-below-or-expand", "keys": ["ArrowRight"]},
)
_ON_A_CELL = ".jp-Notebook.jp-mod-commandMode:not(.jp-mod-readWrite) :focus"
_USERS_OWN = ("JUPYTER_CONFIG_PATH", "JUPYTER_NO_CONFIG", "JUPYTER_TOKEN", "PYTHONSTARTUP")


def start(work: Path, *, port: int, browser: bool) -> int:
    """Lay out the notebooks and run JupyterLab until it is stopped.

    Args:
        work: the learner's folder; it is made where it is missing.
        port: the first port to try; a taken one leads to the next.
        browser: whether to open a browser, if there is one.

    Returns:
        The exit code: 0 after Ctrl-C, 2 if something that the learner can clear is in the way.
    """
    work = work.resolve()
    try:
        if not 0 <= port <= 65535:
            raise WorkplaceError(
                T(
                    f"There is no port {port}: give 1024 to 65535.",
                    f"ポート {port} はありません。1024 から 65535 で指定してください。",
                )
            )
        for line in _news(work, lay_out(work)):
            print(line)
        if not lab_is_installed():
            install_lab(work / MARKER / "install.log")
        return _run(work, port=port, browser=browser)
    except WorkplaceError as error:
        print(error.says, file=sys.stderr)
        return 2


def environment(work: Path) -> dict[str, str]:
    """What Jupyter, IPython and matplotlib are told, so that they read and write in the learner's folder only."""
    own = work / MARKER
    return {
        "JUPYTER_CONFIG_DIR": str(own / "jupyter" / "config"),
        "JUPYTER_DATA_DIR": str(own / "jupyter" / "data"),
        "JUPYTER_RUNTIME_DIR": str(own / "jupyter" / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(own / "jupyter" / "settings"),
        # One a language: the open tabs of the other would come along.
        "JUPYTERLAB_WORKSPACES_DIR": str(own / "jupyter" / f"workspaces-{language()}"),
        # This one is searched before every other place, so that the kernel that stands there is the one that starts.
        "JUPYTER_PATH": str(own / "kernel" / "share" / "jupyter"),
        "IPYTHONDIR": str(own / "ipython"),
        "MPLCONFIGDIR": str(own / "matplotlib"),
        LANGUAGE_VARIABLE: language(),
    }


def settings() -> dict[str, dict[str, Any]]:
    """JupyterLab's defaults for a learner; what a learner then sets in its menus goes before them."""
    return {
        "@jupyterlab/translation-extension:plugin": {"locale": _LOCALE[language()]},
        "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
        "@jupyterlab/docmanager-extension:plugin": {"autosaveInterval": AUTOSAVE_SECONDS},
        "@jupyterlab/extensionmanager-extension:plugin": {"enabled": False},
        "@jupyterlab/shortcuts-extension:shortcuts": {
            "shortcuts": [{**shortcut, "selector": _ON_A_CELL, "disabled": True} for shortcut in _FOLDING]
        },
    }


def _news(work: Path, deliveries: list[Delivery]) -> list[T]:
    """What the learner is told of a delivery; a folder full of new notebooks is one line."""
    new = [delivery for delivery in deliveries if delivery.arrival is Arrival.NEW]
    lines = [delivery.says for delivery in deliveries if delivery.arrival is not Arrival.NEW]
    if new:
        folder = work / language()
        lines.append(
            T(f"Put into {folder}: {len(new)} notebook(s).", f"{folder} にノートブックを {len(new)} 個置きました。")
        )
    return lines


def _run(work: Path, *, port: int, browser: bool) -> int:
    # JupyterLab reads these while it is imported.
    for name in _USERS_OWN:
        os.environ.pop(name, None)
    os.environ |= environment(work)
    log = work / MARKER / "lab.log"
    try:
        server = _server(work, log, port=port, browser=browser)
        address = f"{server.connection_url.rstrip('/')}{server.default_url}?token={server.identity_provider.token}"
        # Said from within the loop: by then the port is bound.
        server.io_loop.add_callback(print, _invitation(address, opens=server.open_browser), flush=True)
        # Jupyter would ask whether it is meant, or leave kernels behind where nobody can be asked.
        signal.signal(signal.SIGINT, lambda *_: server.stop(from_signal=True))
        server.start()
    except (Exception, SystemExit) as error:
        if isinstance(error, SystemExit) and not error.code:
            return 0
        with suppress(OSError), log.open("a", encoding="utf-8") as file:
            traceback.print_exc(file=file)
        if shutil.disk_usage(work).free < ROOM_TO_RUN:
            raise WorkplaceError(disk_full(work)) from error
        raise WorkplaceError(
            T(
                f"JupyterLab could not run. What it said is in {log}; mlcurric doctor tells what to do.",
                f"JupyterLab を動かせませんでした。くわしい記録は {log} にあります。mlcurric doctor で対処がわかります。",
            )
        ) from error
    print(
        T(
            f"JupyterLab is closed. Your notebooks are in {work}.",
            f"JupyterLab を終了しました。ノートブックは {work} にあります。",
        )
    )
    return 0


def _server(work: Path, log: Path, *, port: int, browser: bool) -> Any:
    """JupyterLab's server, bound to its port but not yet answering."""
    import zmq
    from ipykernel.kernelspec import install as install_kernel
    from jupyterlab.labapp import LabApp
    from traitlets.config import Config

    write_json(Path(os.environ["JUPYTER_CONFIG_DIR"]) / "labconfig" / "default_setting_overrides.json", settings())
    install_kernel(prefix=str(work / MARKER / "kernel"))
    # The commonest slip is a cell run before the one that opens the exercise: it gets its sentence, too.
    kernel = {"InteractiveShellApp": {"extensions": ["mlcurric.notebook.beginners"]}}
    write_json(Path(os.environ["IPYTHONDIR"]) / "profile_default" / "ipython_kernel_config.json", kernel)
    file_only = {
        "handlers": {"file": {"class": "logging.FileHandler", "filename": str(log), "mode": "w", "encoding": "utf-8"}},
        "loggers": {name: {"level": "INFO", "handlers": ["file"]} for name in ("LabApp", "ServerApp")},
    }
    return LabApp.initialize_server(
        argv=[
            "--ServerApp.ip=127.0.0.1",
            f"--ServerApp.port={port}",
            f"--ServerApp.root_dir={work}",
            "--ServerApp.allow_root=True",
            f"--ServerApp.open_browser={browser and a_window_can_open()}",
            # Said here, a password or an empty token in somebody's settings cannot take its place.
            f"--IdentityProvider.token={secrets.token_hex(24)}",
            f"--LabApp.default_url=/lab/tree/{language()}/{START_HERE}.ipynb",
            "--LabApp.extension_manager=readonly",
            "--LabApp.news_url=None",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
            "--KernelSpecManager.allowed_kernelspecs=python3",
            # Otherwise each kernel prints a warning about its traffic inside this machine.
            f"--MappingKernelManager.transport_encryption={'auto' if zmq.has('curve') else 'disabled'}",
        ],
        config=Config(Application={"logging_config": file_only}),
    )


def a_window_can_open() -> bool:
    """Whether a browser would have a window; a text browser would take over the terminal."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "BROWSER"))


def _invitation(address: str, *, opens: bool) -> T:
    how = (
        T(
            "The lessons open in your browser. If they do not, copy this address into it:",
            "レッスンはブラウザーで開きます。開かないときは、次のアドレスをブラウザーに貼り付けてください。",
        )
        if opens
        else T(
            "The lessons are ready. Copy this address into a browser on this machine:",
            "レッスンの準備ができました。このマシンのブラウザーに、次のアドレスを貼り付けてください。",
        )
    )
    return T(
        "{how}\n\n    {address}\n\nLeave this window open while you work. To stop, press Ctrl and C here.",
        "{how}\n\n    {address}\n\n"
        "作業中はこの画面を閉じないでください。終えるときは、ここで Ctrl キーを押しながら C を押します。",
    ).format(how=how, address=address)
