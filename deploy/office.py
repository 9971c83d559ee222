"""Runs the dashboard on an office PC: `python deploy/office.py start`, as the files in `windows` do.

Makes what it runs on, starts it and opens the browser; on Windows also lets others in through the
firewall and starts it when someone signs in.
"""

import argparse
import hashlib
import json
import os
import socket
import subprocess
import sys
import time
import venv
import webbrowser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn
from urllib.error import HTTPError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PINS, INSTALLED = ROOT / "requirements.txt", ENVIRONMENT / "office-pins"
INSTALL = "-m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all: -r"
PORT = 8501
STARTS_WITHIN = 180.0
PAUSE_SECONDS = 5.0
RULE = "Bang theo doi tien do"
STARTUP = "Microsoft/Windows/Start Menu/Programs/Startup"

INSTALLING = "Đang cài những gì chương trình cần (lần đầu mất vài phút, cần Internet)..."
NOT_INSTALLED = "Không cài được. Kiểm tra mạng Internet (và thiết bị lọc mạng của cơ quan) rồi chạy lại; lý do ở ngay trên."
OPEN = "Bảng theo dõi: http://localhost:{port}  (đóng cửa sổ này là dừng)"
OTHERS = "Máy khác trong mạng mở:  http://{name}:{port}  hoặc  http://{address}:{port}"
RUNS_ALREADY = "Bảng theo dõi đang chạy rồi: http://localhost:{port}"
TAKEN = "Cổng {port} đang có chương trình khác dùng. Chạy với cổng khác: thêm --port 8600."
NOT_STARTED = "Chương trình không khởi động được; lý do ở ngay trên."
AGAIN = "Chương trình vừa dừng (mã {code}), tự chạy lại sau ít giây."
WINDOWS_ONLY = "Lệnh này chỉ dùng trên Windows."
WHO = "Cho máy khác trong mạng cùng xem? (c = có, k = không): "
YES = ("c", "có", "co")
STARTS_ITSELF = "Từ nay bảng theo dõi tự chạy mỗi khi đăng nhập Windows. Bỏ: chạy tat-tu-chay.bat."
STARTS_NO_MORE = "Bảng theo dõi không tự chạy nữa."
LET_IN = "Tường lửa đã mở cổng {port} cho mạng cơ quan (mạng riêng, mạng miền)."
NOT_LET_IN = "Chưa mở được tường lửa: cần quyền quản trị của máy. Nhờ người quản trị chạy trong cửa sổ lệnh quản trị:\n  {command}"
SHUT = "Tường lửa đã đóng lại với bảng theo dõi."
NOT_SHUT = "Chưa đóng được tường lửa: cần quyền quản trị của máy. Lệnh cần chạy:\n  {command}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python deploy/office.py", description=__doc__)
    parser.add_argument("what", choices=("start", "autostart", "no-autostart"))
    parser.add_argument("--port", type=int, default=PORT)
    parser.add_argument("--network", action="store_true", help="others on the network may look")
    parser.add_argument("--quiet", action="store_true", help="open no browser, ask nothing")
    asked = parser.parse_args(arguments)
    if asked.what == "start":
        start(asked.port, network=asked.network, quiet=asked.quiet)
    elif asked.what == "autostart":
        network = asked.network or (not asked.quiet and input(WHO).strip().lower() in YES)
        if network:
            let_in(asked.port)
        start_with_windows(asked.port, network=network)
    else:
        startup_file().unlink(missing_ok=True)
        print(STARTS_NO_MORE)
        shut_out()


def start(port: int, *, network: bool, quiet: bool) -> None:
    """Run the dashboard until its window is closed; what ends by itself is started again."""
    if _answers(port):
        print(RUNS_ALREADY.format(port=port))
        if not quiet:
            webbrowser.open(f"http://localhost:{port}")
        return
    if _taken(port):
        _refuse(TAKEN.format(port=port))
    install()
    if network and os.name == "nt":
        let_in(port)
    opened = quiet
    try:
        while True:
            with _run(port, "0.0.0.0" if network else "127.0.0.1") as running:
                if not _waited_for(port, running):
                    running.kill()
                    _refuse(NOT_STARTED)
                _tell(port, network=network)
                if not opened:
                    opened = webbrowser.open(f"http://localhost:{port}")
                code = running.wait()
            print(AGAIN.format(code=code), flush=True)
            time.sleep(PAUSE_SECONDS)
    except KeyboardInterrupt:
        return


def install() -> None:
    """Make the environment where there is none that works, and install the pins where they changed."""
    pins = hashlib.sha256(PINS.read_bytes()).hexdigest()
    works = PYTHON.exists() and subprocess.run([PYTHON, "-c", ""], check=False).returncode == 0
    if works and INSTALLED.exists() and INSTALLED.read_text("ascii") == pins:
        return
    print(INSTALLING, flush=True)
    try:
        if not works:
            venv.create(ENVIRONMENT, clear=True, with_pip=True)
        subprocess.run([PYTHON, *INSTALL.split(), PINS], check=True)
    except (OSError, subprocess.CalledProcessError) as problem:
        print(problem, file=sys.stderr)
        _refuse(NOT_INSTALLED)
    INSTALLED.write_text(pins, "ascii")


def start_with_windows(port: int, *, network: bool) -> None:
    """Have Windows start it, its window small, whenever this user signs in."""
    file = startup_file()
    program = ROOT / "windows" / "chay.bat"
    options = f"--quiet --port {port}" + (" --network" if network else "")
    lines = ("@echo off", "chcp 65001 >nul", f'start "{RULE}" /min "{program}" {options}', "")
    file.write_text("\r\n".join(lines), "utf-8", newline="")
    print(STARTS_ITSELF)


def startup_file() -> Path:
    """Name the file that Windows runs when this user signs in."""
    folder = os.environ.get("APPDATA")
    if not folder:
        _refuse(WINDOWS_ONLY)
    return Path(folder) / STARTUP / "bang-theo-doi.cmd"


def let_in(port: int) -> None:
    """Open the port in Windows' firewall, on networks that are no public ones."""
    where = f"dir=in action=allow protocol=TCP localport={port} profile=private,domain"
    opened = f'advfirewall firewall add rule name="{RULE}" {where}'
    if not _rule_stands():
        _as_administrator(opened)
    if _rule_stands():
        print(LET_IN.format(port=port))
    else:
        print(NOT_LET_IN.format(command=f"netsh {opened}"), file=sys.stderr)


def shut_out() -> None:
    """Take the rule out of the firewall again, where it is there."""
    shut = f'advfirewall firewall delete rule name="{RULE}"'
    if not _rule_stands():
        return
    _as_administrator(shut)
    print(NOT_SHUT.format(command=f"netsh {shut}") if _rule_stands() else SHUT)


def _rule_stands() -> bool:
    command = ["netsh", "advfirewall", "firewall", "show", "rule", f"name={RULE}"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _as_administrator(arguments: str) -> None:
    """Run netsh as Windows' administrator, whom Windows asks for in a window of its own."""
    script = f"Start-Process netsh -ArgumentList '{arguments}' -Verb RunAs -Wait"
    subprocess.run(["powershell", "-NoProfile", "-Command", script], check=False)


@contextmanager
def _run(port: int, address: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run the dashboard's server; it ends with the block, however that ends."""
    told = {"PYTHONUTF8": "1", "FORWARDED_ALLOW_IPS": ""}
    command = [str(PYTHON), "-m", "streamlit", "run", "app.py"]
    command += [f"--server.port={port}", f"--server.address={address}"]
    running = subprocess.Popen(command, cwd=ROOT, env=os.environ | told)
    try:
        yield running
    finally:
        running.kill()
        running.wait()


def _waited_for(port: int, running: subprocess.Popen[bytes]) -> bool:
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end and running.poll() is None:
        if _answers(port):
            return True
        time.sleep(0.3)
    return False


def _answers(port: int) -> bool:
    """Tell whether the dashboard, and no other program, answers there."""
    try:
        with urlopen(f"http://127.0.0.1:{port}/suc-khoe", timeout=10) as answer:
            return "age_seconds" in json.load(answer)
    except HTTPError as refusal:  # it runs, and has nothing to show yet
        return b"age_seconds" in refusal.read()
    except (OSError, ValueError):
        return False


def _taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _tell(port: int, *, network: bool) -> None:
    print(OPEN.format(port=port), flush=True)
    if network:
        name = socket.gethostname()
        told = OTHERS.format(name=name, address=_address(), port=port)
        print(told, flush=True)


def _address() -> str:
    """Find the address of this PC on its network; nothing is sent for it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address that is nobody's
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


def _refuse(sentence: str) -> NoReturn:
    print(sentence, file=sys.stderr)
    sys.exit(1)


if __name__ == "__main__":
    main()
