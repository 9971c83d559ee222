"""An office PC: started, started twice, started with Windows, let through its firewall."""

import hashlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.e2e.server import ROOT, STARTS_WITHIN, free_port

WINDOWS = ROOT / "windows"
STARTERS = {
    "chay.bat": "start",
    "chay-cho-ca-mang.bat": "start --network",
    "bat-tu-chay.bat": "autostart",
    "tat-tu-chay.bat": "no-autostart",
}


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Give the program in a folder of its own whose environment stands, with this one's libraries."""
    folder = tmp_path / "Bảng theo dõi"
    for name in ("lib", "pages", "deploy", ".streamlit"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("app.py", "requirements.txt"):
        shutil.copyfile(ROOT / name, folder / name)
    python = folder / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    pins = hashlib.sha256((folder / "requirements.txt").read_bytes()).hexdigest()
    (folder / ".venv" / "office-pins").write_text(pins)
    return folder


def command(folder: Path, *arguments: str) -> list[str]:
    return [sys.executable, str(folder / "deploy" / "office.py"), *arguments]


def ran(folder: Path, *arguments: str, **told: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(folder, *arguments),
        capture_output=True,
        text=True,
        env=os.environ | told,
        check=False,
    )


def reads(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/suc-khoe", timeout=60) as answer:
            return json.load(answer)["failure"] is None
    except OSError:  # nobody is there, or has numbers yet
        return False


def test_it_starts_once_and_ends_with_its_window(office: Path):
    port, log = free_port(), office / "said"
    with log.open("wb") as said:
        # A program that a shell runs in its background ignores Ctrl+C, and so do those it starts.
        heeding = ["env", "--default-signal=INT"]
        started = heeding + command(office, "start", "--quiet", "--port", str(port))
        running = subprocess.Popen(started, stdout=said, stderr=said)
    try:
        end = time.monotonic() + STARTS_WITHIN
        while not reads(port) or "Bảng theo dõi: http" not in log.read_text("utf-8"):
            assert time.monotonic() < end, log.read_text("utf-8")
            time.sleep(0.2)
        again = ran(office, "start", "--quiet", "--port", str(port))
        assert (again.returncode, again.stdout) == (
            0,
            f"Bảng theo dõi đang chạy rồi: http://localhost:{port}\n",
        )
    finally:
        running.send_signal(signal.SIGINT)
        running.wait(timeout=60)
    assert "Chỉ máy này mở được" in log.read_text("utf-8")
    assert not reads(port)


@pytest.fixture
def windows(tmp_path: Path) -> dict[str, str]:
    """Stand in for Windows' own commands: a firewall whose rules are a file, and who may write it."""
    programs = tmp_path / "programs"
    programs.mkdir()
    rule = tmp_path / "rule"
    for name, script in {
        "netsh": f'case "$*" in *show*) test -e "{rule}" ;; esac',
        "powershell": f'case "$*" in *delete*) rm "{rule}" ;; *) echo "$*" >"{rule}" ;; esac',
    }.items():
        (programs / name).write_text(f"#!/bin/sh\n{script}\n")
        (programs / name).chmod(0o755)
    data = tmp_path / "AppData"
    (data / "Microsoft/Windows/Start Menu/Programs/Startup").mkdir(parents=True)
    return {"PATH": f"{programs}:{os.environ['PATH']}", "APPDATA": str(data)}


def test_it_starts_with_windows_and_lets_others_in(
    office: Path, windows: dict[str, str], tmp_path: Path
):
    done = ran(office, "autostart", "--quiet", "--network", "--port", "8600", **windows)
    assert (done.returncode, done.stderr) == (0, "")
    (file,) = Path(windows["APPDATA"]).rglob("*.cmd")
    program = office / "windows" / "chay.bat"
    assert file.read_bytes().decode().split("\r\n") == [
        "@echo off",
        "chcp 65001 >nul",
        f'start "Bang theo doi tien do" /min "{program}" --quiet --port 8600 --network',
        "",
    ]
    rule = (tmp_path / "rule").read_text()
    assert "localport=8600 profile=private,domain" in rule
    assert "-Verb RunAs" in rule
    done = ran(office, "no-autostart", **windows)
    assert (done.returncode, file.exists(), (tmp_path / "rule").exists()) == (0, False, False)


def test_who_may_not_open_the_firewall_is_told_the_command(office: Path, windows: dict[str, str]):
    (Path(windows["PATH"].split(":")[0]) / "powershell").write_text("#!/bin/sh\nexit 1\n")
    done = ran(office, "autostart", "--quiet", "--network", **windows)
    assert "netsh advfirewall firewall add rule" in done.stderr
    assert "tự chạy mỗi khi đăng nhập" in done.stdout


def test_other_machines_have_no_windows_to_start_with(office: Path):
    done = ran(office, "autostart", "--quiet", APPDATA="")
    assert (done.returncode, done.stderr) == (1, "Lệnh này chỉ dùng trên Windows.\n")


def hangs_up(listening: socket.socket) -> None:
    listening.accept()[0].close()


def test_a_port_that_another_program_has_is_named(office: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        threading.Thread(target=hangs_up, args=(taken,), daemon=True).start()
        port = str(taken.getsockname()[1])
        done = ran(office, "start", "--quiet", "--port", port)
    assert (done.returncode, f"Cổng {port} đang có" in done.stderr) == (1, True)


def test_the_files_to_click_are_windows_own_and_ask_for_what_there_is():
    assert {path.name for path in WINDOWS.iterdir()} == {*STARTERS, "chung.bat"}
    for path in WINDOWS.iterdir():
        assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n"), path.name
    for name, asked in STARTERS.items():
        assert f'"%~dp0chung.bat" {asked} %*' in (WINDOWS / name).read_text("utf-8")
    assert "call %PYTHON% deploy/office.py %*" in (WINDOWS / "chung.bat").read_text("utf-8")


@pytest.mark.parametrize("room", ["report", "remind", "provision", "memory"])
def test_commands_speak_vietnamese_where_windows_has_no_letters_for_it(room: str):
    command = [sys.executable, "-m", f"lib.{room}", "--khong-co"]
    told = os.environ | {"PYTHONIOENCODING": "cp1252"}
    said = subprocess.run(command, capture_output=True, env=told, cwd=ROOT, check=False).stderr
    assert "lệnh" in said.decode("utf-8").lower()
