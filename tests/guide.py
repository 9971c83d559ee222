"""Follows the paths of HUONG_DAN.md from a clean clone, command by command: `make guide`.

What the guide says in its blocks of commands is run as it stands there. A path that needs what this
machine lacks is named as untried. Servers are installed in a copy of this machine that is thrown
away afterwards (an overlay of its own, with a network of its own while they run), as root only.
"""

import json
import os
import shutil
import signal
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

ROOT = Path(__file__).resolve().parents[1]
GUIDE = (ROOT / "HUONG_DAN.md").read_text("utf-8")
NAME = "theodoi.example.vn"
SETTINGS, DATA, PROGRAM = map(Path, ("/etc/dashboard", "/var/lib/dashboard", "/opt/dashboard"))
PATIENCE = 120.0


def blocks(heading: str) -> list[str]:
    """Give the commands that stand under a heading of the guide, block by block."""
    part = GUIDE.partition(f"\n### {heading}\n")[2].partition("\n### ")[0].partition("\n## ")[0]
    found = [
        "\n".join(map(str.strip, block.strip().split("\n"))) for block in part.split("```")[1::2]
    ]
    assert found, f"no commands under {heading}"
    return found


def linux(clone: Path) -> None:
    """On a Linux machine: for itself, then for the network; an empty sheet in place of the example."""
    here, network = blocks("Trên máy Linux")
    port = "18601"
    with running(here, clone, PORT=port):
        assert health(f"http://127.0.0.1:{port}")["failure"] is None
        assert not answers(f"http://127.0.0.2:{port}"), "other machines reach it"
    with running(network, clone, PORT=port):
        assert health(f"http://127.0.0.2:{port}")["failure"] is None
    (command,) = [
        block
        for block in GUIDE.split("```")[1::2]
        if block.strip().endswith("workbook so-moi.xlsx")
    ]
    ran(command.strip(), clone)
    (clone / "so-moi.xlsx").rename(clone / "so-theo-doi.xlsx")


def windows(clone: Path) -> None:
    """Do what windows/chay.bat has Python do; the .bat files themselves need Windows."""
    port = "18602"
    started = f"{sys.executable} deploy/office.py start --network --quiet --port {port}"
    with running(started, clone):
        assert health(f"http://127.0.0.2:{port}")["failure"] is None
    print("  untried here: the .bat files, the firewall, the start at sign-in need Windows itself")


def debian(clone: Path) -> None:
    """On a Debian server: installed, reached by https, given a certificate, backed up, updated."""
    install, certified, *_ = blocks("Trên máy chủ Debian, cho cả cơ quan")
    ran(install, clone)
    alone("debian-serves", clone)
    for made in ("chung-thu.pem", "khoa.pem"):
        Path("/root", made).unlink(missing_ok=True)
    ran(f"deploy/certificate {NAME} /root/chung-thu.pem /root/khoa.pem 2>/dev/null", clone)
    ran(certified, clone)
    assert Path("/opt/dashboard.old").is_dir()
    alone("debian-serves", clone)
    workbook = DATA / "so-theo-doi.xlsx"
    before = workbook.read_bytes()
    ran("/opt/dashboard/deploy/backup", clone)
    (packed,) = Path("/var/backups/dashboard").iterdir()
    for lost in (workbook, SETTINGS / "environment"):
        lost.unlink()
    ran(f"tar -C / -xzf {packed}", clone)
    assert workbook.read_bytes() == before
    assert (SETTINGS / "environment").stat().st_mode & 0o777 == 0o600
    print("  untried here: systemd itself; its units' commands were run by hand, as their user")


def debian_serves(_clone: Path) -> None:
    """Run what the units say, and nginx as it is set up; read pages and health as a browser does."""
    unit = (Path("/etc/systemd/system") / "dashboard@.service").read_text("utf-8")
    said = [
        line.partition("=")[::2] for line in unit.splitlines() if "=" in line and line[0] != "#"
    ]
    command = dict(said)["ExecStart"]
    told = " ".join(value for name, value in said if name == "Environment")
    told += " " + (SETTINGS / "environment").read_text("utf-8").strip()
    DATA.mkdir(mode=0o700, exist_ok=True)
    shutil.chown(DATA, "dashboard", "dashboard")
    user = "setpriv --reuid dashboard --regid dashboard --clear-groups --no-new-privs"
    processes = [
        f"{user} env {told} {command.replace('%i', str(port))} &" for port in range(8501, 8505)
    ]
    started = "\n".join(["umask 0077", *processes, "nginx -g 'daemon off;' &", "wait"])
    certificate = (
        (SETTINGS / "install").read_text("utf-8").partition("CERTIFICATE=")[2].split("\n")[0]
    )
    trusting = ssl.create_default_context(cafile=certificate or SETTINGS / "certificate.pem")
    Path("/etc/hosts").write_text(f"127.0.0.1 localhost {NAME}\n")
    with running(started, PROGRAM):
        assert health(f"https://{NAME}", trusting)["failure"] is None
        page = urlopen(f"http://{NAME}/", context=trusting, timeout=PATIENCE)
        assert page.url == f"https://{NAME}/"
        assert "object-src 'none'" in page.headers["Content-Security-Policy"]
        assert not answers(f"https://{NAME}/_stcore/metrics", trusting)


def container(clone: Path) -> None:
    """Start what the image does, as compose runs it: another user, nothing writable but /data and /tmp."""
    shutil.copytree(clone, PROGRAM)
    clone = PROGRAM
    ran("make .venv/.run", clone)
    ran("useradd --system --user-group --home-dir /data dashboard", clone)
    ran("install -d -m 0700 -o dashboard -g dashboard /data", clone)
    ran(f"chmod -R go+rX {clone}", clone)
    alone("container-serves", clone)
    print("  untried here: the image itself, which needs Docker and its registry")


def container_serves(clone: Path) -> None:
    """Run the image's entry point in what compose makes of the machine."""
    ran("mount -t tmpfs -o mode=0700,uid=$(id -u dashboard) tmpfs /data", clone)
    ran("mount -t tmpfs -o mode=1777 tmpfs /tmp && mount -o remount,ro /", clone)
    user = "setpriv --reuid dashboard --regid dashboard --clear-groups --no-new-privs --bounding-set=-all"
    told = "HOME=/data DASHBOARD_DATA=/data PYTHONUNBUFFERED=1"
    with running(f"exec {user} env {told} .venv/bin/python -m deploy.run --listen 8080 2", clone):
        assert health("http://127.0.0.1:8080")["failure"] is None


WALKS: dict[str, Callable[[Path], None]] = {
    "linux": linux,
    "windows": windows,
    "debian": debian,
    "container": container,
}
STAGES = {"debian-serves": debian_serves, "container-serves": container_serves}
ELSEWHERE = {"debian", "container"}
"""Walks that change the machine, so they are done in a copy of it."""


def main() -> None:
    """Walk the paths that are named, else all; inside a copy of the machine, one of them."""
    match sys.argv[1:]:
        case ["--inside", name, clone]:
            enter_copy(Path(clone).parent / "copy")
            WALKS[name](Path(clone))
        case ["--alone", name, clone]:
            ran("ip link set lo up 2>/dev/null || ifconfig lo up", ROOT)
            STAGES[name](Path(clone))
        case asked:
            for name in asked or WALKS:
                walk(name)
            print("untried here: Streamlit Community Cloud, a service on the internet")


def walk(name: str) -> None:
    """Clone, follow one path, and throw all away."""
    print(f"{name} ...", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="guide-") as folder:
        clone = Path(folder) / "bang-theo-doi"
        ran(f"git clone --quiet {ROOT} {clone}", ROOT)
        if name not in ELSEWHERE:
            WALKS[name](clone)
        elif os.geteuid() != 0:
            print("  untried here: needs root")
            return
        else:
            inside = [sys.executable, "-m", "tests.guide", "--inside", name, str(clone)]
            subprocess.run(["unshare", "--mount", "--pid", "--fork", *inside], check=True, cwd=ROOT)
    print(f"  followed in {time.monotonic() - began:.0f} s", flush=True)


def enter_copy(folder: Path) -> None:
    """Go on in a copy of this machine: what is written is gone with the process."""
    folder.mkdir()
    there = folder / "machine"
    ran(f"mount -t tmpfs tmpfs {folder} && mkdir {folder}/new {folder}/work {there}", ROOT)
    layers = f"lowerdir=/,upperdir={folder}/new,workdir={folder}/work"
    ran(f"mount -t overlay -o {layers} overlay {there}", ROOT)
    ran(f"mount -t proc proc {there}/proc && mount --rbind /dev {there}/dev", ROOT)
    os.chroot(there)
    # As a Debian server has it: a Python that every user may run.
    os.environ["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin"
    os.chdir(ROOT)


def alone(stage: str, clone: Path) -> None:
    """Go on in a network of its own, where no port is taken and nothing outside is reached."""
    command = [sys.executable, "-m", "tests.guide", "--alone", stage, str(clone)]
    subprocess.run(["unshare", "--net", "--mount", *command], check=True, cwd=ROOT)


def ran(command: str, folder: Path) -> None:
    """Run a command of the guide, which must succeed."""
    done = subprocess.run(
        ["bash", "-euc", command], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"


@contextmanager
def running(command: str, folder: Path, **told: str) -> Iterator[None]:
    """Keep a command of the guide running, with all that it starts, until the block ends."""
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            ["bash", "-uc", command],
            cwd=folder,
            env=os.environ | told,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            yield
        except BaseException:
            log.seek(0)
            print(log.read().decode("utf-8", "replace"), file=sys.stderr)
            raise
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            time.sleep(1)
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def health(url: str, trusting: ssl.SSLContext | None = None) -> dict[str, Any]:
    """Ask for the health until there are numbers."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            asked = Request(f"{url}/suc-khoe")
            with urlopen(asked, timeout=PATIENCE, context=trusting) as answer:
                return json.load(answer)
        except OSError as problem:
            if time.monotonic() > end:
                raise AssertionError(f"{url} does not answer: {problem}") from None
            time.sleep(0.5)


def answers(url: str, trusting: ssl.SSLContext | None = None) -> bool:
    """Tell whether an address is answered, and not refused."""
    try:
        with urlopen(url, timeout=PATIENCE, context=trusting):
            return True
    except (HTTPError, OSError):
        return False


if __name__ == "__main__":
    main()
