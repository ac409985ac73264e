"""The lab: JupyterLab on this machine only, at the right page, away from the user's own settings."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest
from lab_process import LabProcess, free_port, fresh_environment, running_lab

from mlcurric.text import T, speaking
from mlcurric.workplace import lab as lab_module
from mlcurric.workplace import libraries
from mlcurric.workplace.copies import Arrival, Delivery, WorkplaceError
from mlcurric.workplace.lab import environment, settings, start

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of somebody whose own Jupyter has a password, another kernel named python3, and a start-up file."""
    home = tmp_path_factory.mktemp("home")
    config = home / ".jupyter" / "jupyter_server_config.json"
    config.parent.mkdir()
    own = {"ServerApp": {"ip": "0.0.0.0", "base_url": "/mine"}, "IdentityProvider": {"token": ""}}
    config.write_text(json.dumps(own), encoding="utf-8")
    kernel = home / ".local" / "share" / "jupyter" / "kernels" / "python3" / "kernel.json"
    kernel.parent.mkdir(parents=True)
    kernel.write_text(json.dumps({"argv": ["false"], "display_name": "theirs", "language": "python"}), encoding="utf-8")
    startup = home / ".ipython" / "profile_default" / "startup" / "00-mine.py"
    startup.parent.mkdir(parents=True)
    startup.write_text("raise SystemExit('my own start-up file')", encoding="utf-8")
    return home


@pytest.fixture(scope="module")
def lab(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LabProcess]:
    folder = tmp_path_factory.mktemp("somewhere else")
    theirs = fresh_environment(home, JUPYTER_TOKEN="easy", LANG="ja_JP.UTF-8", PYTHONSTARTUP=str(home / "nothing.py"))
    with running_lab(folder, "--port", str(free_port()), environment=theirs) as lab:
        yield lab


def ask(lab: LabProcess, path: str, data: object = None) -> object:
    """Ask the server's API with the token of the address."""
    url = urlsplit(lab.address)
    request = Request(
        f"http://{url.netloc}{path}", headers={"Authorization": f"token {url.query.removeprefix('token=')}"}
    )
    if data is not None:
        request.data = json.dumps(data).encode()
    with urlopen(request, timeout=30) as answer:
        return json.load(answer)


def test_the_address_leads_to_start_here_in_the_language_of_the_locale(lab: LabProcess) -> None:
    with urlopen(lab.address, timeout=30) as answer:
        assert answer.status == 200
    assert urlsplit(lab.address).path == "/lab/tree/ja/start-here.ipynb"
    assert any("ブラウザー" in line for line in lab.printed)
    start_here = ask(lab, "/api/contents/ja/start-here.ipynb")
    assert start_here["type"] == "notebook"


def test_without_the_token_nobody_gets_in(lab: LabProcess) -> None:
    url = urlsplit(lab.address)
    assert len(url.query) > 30
    with pytest.raises(HTTPError, match="403"):
        urlopen(f"http://{url.netloc}/api/contents?token=easy", timeout=30)


def test_it_listens_on_this_machine_only(lab: LabProcess) -> None:
    port = urlsplit(lab.address).port
    listening = Path("/proc/net/tcp").read_text(encoding="utf-8").splitlines()
    places = [
        line.split()[1] for line in listening if line.split()[1].endswith(f":{port:04X}") and line.split()[3] == "0A"
    ]
    assert places == [f"0100007F:{port:04X}"]


def test_the_only_kernel_is_the_one_of_this_python(lab: LabProcess) -> None:
    kernels = ask(lab, "/api/kernelspecs")["kernelspecs"]
    assert list(kernels) == ["python3"]
    assert kernels["python3"]["spec"]["argv"][0] != "false"


def test_jupyterlabs_menus_speak_the_language(lab: LabProcess) -> None:
    plugin = ask(lab, "/lab/api/settings/@jupyterlab/translation-extension:plugin")
    assert plugin["schema"]["properties"]["locale"]["default"] == "ja_JP"
    assert ask(lab, "/lab/api/translations/ja_JP")["data"]


def test_a_taken_port_leads_to_the_next_one(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with running_lab(tmp_path, "--lang", "en", "--port", str(port)) as lab:
            assert urlsplit(lab.address).port != port
            assert urlopen(lab.address, timeout=30).status == 200
            assert lab.stop() == 0


def test_settings_ask_nobody_and_save_often() -> None:
    with speaking("en"):
        defaults = settings()
    assert defaults["@jupyterlab/translation-extension:plugin"] == {"locale": "en"}
    assert defaults["@jupyterlab/apputils-extension:notification"] == {"fetchNews": "false", "checkForUpdates": False}
    assert defaults["@jupyterlab/docmanager-extension:plugin"]["autosaveInterval"] <= 15


def test_everything_jupyter_keeps_stays_in_the_learners_folder(tmp_path: Path) -> None:
    kept = environment(tmp_path)
    assert {value for name, value in kept.items() if not value.startswith(str(tmp_path))} == {kept["MLCURRIC_LANG"]}


def test_many_new_notebooks_are_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = T("1-1 has a new version.", "1-1 に新しい版があります。")
    deliveries = [Delivery(Path("a"), Arrival.NEW, T("a", "a"))] * 3 + [Delivery(Path("b"), Arrival.BESIDE, beside)]
    monkeypatch.setattr(lab_module, "lay_out", lambda work: deliveries)
    monkeypatch.setattr(lab_module, "_run", lambda work, port, browser: 0)
    with speaking("en"):
        assert start(tmp_path, port=8888, browser=False) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1-1 has a new version.",
        f"Put into {tmp_path / 'en'}: 3 notebook(s).",
    ]


def test_what_is_in_the_way_is_said_and_ends_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(work: Path) -> None:
        raise WorkplaceError(T("The disk is full.", "ディスクに空きがありません。"))

    monkeypatch.setattr(lab_module, "lay_out", full)
    with speaking("ja"):
        assert start(tmp_path, port=8888, browser=False) == 2
    assert capsys.readouterr().err == "ディスクに空きがありません。\n"


def test_a_missing_jupyterlab_is_installed_at_the_pinned_version(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def pip(command: list[str], **_: object) -> object:
        asked.append(command)
        return type("Ended", (), {"returncode": 1})

    monkeypatch.setattr(libraries.subprocess, "run", pip)
    with pytest.raises(WorkplaceError, match=re.escape(str(tmp_path / "install.log"))):
        libraries.install_lab(tmp_path / "install.log")
    assert asked[0][1:4] == ["-m", "pip", "install"]
    assert any(word.startswith("jupyterlab<5,>=4.6") for word in asked[0])
    assert any(word.endswith("constraints.txt") for word in asked[0])
    assert len(capsys.readouterr().out.splitlines()) == 1
