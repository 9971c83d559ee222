"""What is installed on a server: its units, its backup, what the command refuses."""

import re
import shutil
import subprocess
import sys
import tarfile
from datetime import date
from pathlib import Path

import pytest

from tests.e2e.several import ROOT

DEPLOY = ROOT / "deploy"
UNITS = (
    "dashboard.target",
    "dashboard@.service",
    *("dashboard-backup.service", "dashboard-backup.timer"),
    *("dashboard-remind.service", "dashboard-remind.timer"),
)
INSTALLED = {"/opt/dashboard/.venv/bin/python": sys.executable, "/opt/dashboard": str(ROOT)}


def ran(*command: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_systemd_takes_the_units(tmp_path: Path):
    for name in UNITS:
        unit = (DEPLOY / name).read_text("utf-8")
        for there, here in INSTALLED.items():
            unit = unit.replace(there, here)
        (tmp_path / name.replace("@", "@8501")).write_text(unit, "utf-8")
    verified = ran("systemd-analyze", "verify", "--man=no", *tmp_path.iterdir())
    assert (verified.stderr, verified.returncode) == ("", 0)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["tên máy"], "Tên máy chủ không đúng dạng", id="name"),
        pytest.param(["--processes", "0"], "Số tiến trình phải từ 1 đến 99", id="none"),
        pytest.param(["--processes", "bốn"], "Số tiến trình phải từ 1 đến 99", id="word"),
        pytest.param(["a.vn", "--certificate", "/x.pem"], "Cần cả hai tệp", id="no-key"),
        pytest.param(["--tat-ca"], "Cách dùng", id="unknown"),
    ],
)
def test_a_wrong_choice_is_refused_before_anything_is_done(arguments: list[str], said: str):
    refused = ran(DEPLOY / "install", *arguments)
    assert said in refused.stderr
    assert refused.returncode != 0


def test_the_command_says_how_it_is_used():
    assert "Cách dùng" in ran(DEPLOY / "install", "--help").stdout


def test_a_backup_holds_what_matters_and_the_last_month_is_kept(tmp_path: Path):
    data, folder = tmp_path / "var/lib/dashboard", tmp_path / "backups"
    for path in ("etc/dashboard/secrets.toml", "var/lib/dashboard/so-theo-doi.xlsx"):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(path)
    (data / ".cache").mkdir()
    folder.mkdir()
    for day in range(1, 32):
        (folder / f"dashboard-2024-01-{day:02}.tar.gz").write_text("")
    done = ran(DEPLOY / "backup", folder, tmp_path)
    assert (done.stderr, done.returncode) == ("", 0)
    made = folder / f"dashboard-{date.today().isoformat()}.tar.gz"  # noqa: DTZ011  # as the shell
    kept = sorted(path.name for path in folder.iterdir())
    assert (len(kept), kept[0], kept[-1]) == (30, "dashboard-2024-01-03.tar.gz", made.name)
    assert made.stat().st_mode & 0o777 == 0o600
    with tarfile.open(made) as packed:
        files = {member.name for member in packed if member.isfile()}
    assert files == {"etc/dashboard/secrets.toml", "var/lib/dashboard/so-theo-doi.xlsx"}


def test_a_container_is_given_what_the_program_is_made_of():
    dockerfile = (DEPLOY / "Dockerfile").read_text("utf-8")
    copied = set(re.findall(r"^COPY (\S+) ", dockerfile, re.MULTILINE))
    ignored = (DEPLOY / "Dockerfile.dockerignore").read_text("utf-8").split()
    assert copied == {line[1:] for line in ignored if line.startswith("!")}
    assert copied == {
        "app.py",
        "deploy",
        "lib",
        "pages",
        "requirements.txt",
        ".streamlit/config.toml",
    }
    installed = (DEPLOY / "install").read_text("utf-8")
    assert all(f" {name}" in installed for name in copied)
    assert all((ROOT / name).exists() for name in copied)
