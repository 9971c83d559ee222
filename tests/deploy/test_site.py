"""nginx takes the site as it is written, for any number of processes."""

import subprocess
from pathlib import Path

import pytest

from deploy.run import NGINX as WHOLE
from deploy.site import Site
from tests.e2e.several import NGINX, ROOT

pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("certificate")
    made = folder / "certificate.pem", folder / "key.pem"
    command = [ROOT / "deploy" / "certificate", "theodoi.example.vn", *made]
    subprocess.run(command, check=True, capture_output=True)
    return made


def refused(site: Site, folder: Path) -> str:
    """Give what nginx has against a site; nothing where it takes it."""
    configuration = folder / "nginx.conf"
    configuration.write_text(WHOLE.format(site=site), "utf-8")
    command = [NGINX, "-t", "-q", "-p", folder, "-c", configuration, "-e", "stderr"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr


@pytest.mark.parametrize("number", [1, 2, 4, 32])
def test_any_number_of_processes(number: int, tmp_path: Path):
    assert refused(Site(range(8501, 8501 + number), "127.0.0.1:8080"), tmp_path) == ""


def test_https_with_readers_sent_there(certificate: tuple[Path, Path], tmp_path: Path):
    site = Site([8501, 8502], "8443", "theodoi.example.vn", *certificate, redirect="8080")
    assert refused(site, tmp_path) == ""
    assert "return 308 https://$host$request_uri;" in str(site)
    assert "SameSite=Lax; Secure" in str(site)


def test_only_its_owner_reads_a_key_that_was_made(certificate: tuple[Path, Path]):
    assert [path.stat().st_mode & 0o777 for path in certificate] == [0o600, 0o600]


def test_a_page_may_run_our_scripts_alone():
    line = next(line for line in f"{Site([8501])}".splitlines() if "Security-Policy" in line)
    rules = dict(rule.strip().split(" ", 1) for rule in line.split('"')[1].split(";"))
    ours = {source for source in rules["script-src"].split() if not source.startswith("'sha256-")}
    assert ours == {"'self'", "blob:"}
    assert (rules["default-src"], rules["object-src"]) == ("'self'", "'none'")
