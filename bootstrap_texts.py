# -*- coding: utf-8 -*-
"""What bootstrap.py says, in both languages, and the words of pip and venv by which it knows what is wrong.

As bootstrap.py itself, any Python can read this file.
"""

from __future__ import unicode_literals

import os
import re
import sys

TEXTS = {
    "usage": (
        "Usage: python bootstrap.py lab|test",
        "使い方: python bootstrap.py lab|test",
    ),
    "too_old": (
        "Python {found} is too old: mlcurric needs Python 3.11 or newer. Install one (python.org has it) and try again.",
        "Python {found} は古すぎます。mlcurric には Python 3.11 以降が必要です。新しい Python を入れて、もう一度お試しください。",
    ),
    "installing": (
        "Installing into .venv, about 2 minutes the first time …",
        ".venv にインストールしています。初回は2分ほどかかります…",
    ),
    "installed": (
        "Installed in {seconds} seconds.",
        "{seconds} 秒でインストールできました。",
    ),
    "busy": (
        "Another installation into .venv is under way; wait for it to end and try again.",
        "ほかのインストールが .venv に対して進行中です。終わってから、もう一度お試しください。",
    ),
    "stopped": (
        "Stopped. The next call takes it up again.",
        "中断しました。次に実行すると、続きから始まります。",
    ),
    "disk": (
        "The disk is full: free about 1 GB in {place} and try again.",
        "ディスクの空きが足りません。{place} に1GBほどの空きを作って、もう一度お試しください。",
    ),
    "permission": (
        "{place} cannot be written: put the project into a folder of your own and try again.",
        "{place} に書き込めません。書き込めるフォルダーにプロジェクトを置いて、もう一度お試しください。",
    ),
    "venv": (
        "This Python cannot make virtual environments: on Debian or Ubuntu, run `sudo apt install python{python}-venv` and try again.",
        "この Python では仮想環境を作れません。Debian や Ubuntu なら `sudo apt install python{python}-venv` を実行して、もう一度お試しください。",
    ),
    "certificate": (
        "pip does not trust this network's certificate: ask your administrator for it, name the file in PIP_CERT, try again.",
        "このネットワークの証明書を pip が信頼できません。管理者に証明書をもらい、PIP_CERT で指定してからお試しください。",
    ),
    "proxy": (
        "The proxy does not let pip through: correct HTTPS_PROXY (or unset it) and try again.",
        "プロキシを通れませんでした。HTTPS_PROXY の値を直すか取り除いて、もう一度お試しください。",
    ),
    "network": (
        "The packages could not be downloaded: check your network and try again.",
        "パッケージをダウンロードできませんでした。ネットワークを確かめて、もう一度お試しください。",
    ),
    "no_package": (
        "pip finds no {package} for Python {python}: try Python 3.11 to 3.13 (make PYTHON=python3.13 …), or another index.",
        "Python {python} 用の {package} が見つかりません。Python 3.11 から 3.13(make PYTHON=python3.13 …)でお試しください。",
    ),
    "unknown": (
        "The installation did not work, for a reason this script does not know.",
        "原因がわかりませんが、インストールできませんでした。",
    ),
    "log": (
        " The log: {log}",
        " 記録: {log}",
    ),
}

# The first line that fits decides, so what is rarer and surer stands first.
SIGNS = (
    ("disk", ("No space left on device", "Errno 28", "Disk quota exceeded", "Errno 122", "WinError 112")),
    ("venv", ("ensurepip is not available", "No module named venv", "No module named ensurepip", "'ensurepip'")),
    ("permission", ("Permission denied", "Errno 13", "Read-only file system", "Errno 30", "WinError 5]")),
    ("proxy", ("ProxyError", "Cannot connect to proxy", "Tunnel connection failed", "Missing dependencies for SOCKS")),
    ("certificate", ("CERTIFICATE_VERIFY_FAILED", "SSLError", "SSL: ")),
    (
        "network",
        (
            "NewConnectionError",
            "Failed to establish a new connection",
            "NameResolutionError",
            "ConnectTimeout",
            "ReadTimeout",
            "Read timed out",
            "RemoteDisconnected",
            "ConnectionResetError",
            "Connection refused",
            "IncompleteRead",
            "HTTP error 5",
            "HTTP error 4",
        ),
    ),
)


MISSING_PACKAGE = re.compile(r"(?:No matching distribution found for|requested \(constraint\)) ([^\s,;]+)")


def language():
    """The place of the language in the pairs of TEXTS, told as mlcurric.text.language_of_machine tells it."""
    told = os.environ.get("MLCURRIC_LANG")
    if told in ("en", "ja"):
        return ("en", "ja").index(told)
    for value in (os.environ.get("LC_ALL"), os.environ.get("LC_MESSAGES"), os.environ.get("LANG")):
        if value:
            return 1 if value.lower().startswith("ja") else 0
    return 0


def text(key, **names):
    return TEXTS[key][language()].format(**names)


def say(line):
    """Write a line as bytes: an old Python in a plain locale cannot print Japanese."""
    out = getattr(sys.stderr, "buffer", sys.stderr)
    out.write((line + "\n").encode("utf-8"))
    out.flush()
