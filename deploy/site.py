"""Writes the dashboard's site for nginx: `python -m deploy.site 8501 8502 --listen 80`."""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template

from lib.policy import STREAMLIT, headers

TEMPLATE = Path(__file__).with_name("nginx.conf")
NAMES = ("X-Forwarded-Email", "X-Auth-Request-Email", "X-Remote-User", "Remote-User")
"""The headers by which an office's own sign-in may name who looks."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where nginx listens, as whom, and the ports of the processes behind it on this machine.

    With a certificate it speaks https, and where `redirect` listens it sends readers there. `log` is
    a file, or None for none. `proxy` is the address of an office's own sign-in before nginx: what it
    says of who looks is passed on, and what anybody else says is not.
    """

    ports: Sequence[int]
    listen: str = "80"
    name: str = "_"
    certificate: Path | None = None
    key: Path | None = None
    redirect: str | None = None
    log: Path | None = Path("/var/log/nginx/dashboard.log")
    proxy: str | None = None

    def __str__(self) -> str:
        return Template(TEMPLATE.read_text("utf-8")).safe_substitute(
            SERVERS=_lines(f"server 127.0.0.1:{port};" for port in self.ports),
            POOLS="\n".join(map(self._pool, self.ports)),
            CHOICES=_lines(f"{port} dashboard_{port};" for port in self.ports),
            SECURE="; Secure" if self.certificate else "",
            REDIRECT=self._redirect(),
            LISTEN=self._listen(),
            NAME=self.name,
            LOG=f"{self.log} dashboard" if self.log else "off",
            HEADERS=_lines(
                line
                for name, value in headers().items()
                for line in (f'add_header {name} "{value}" always;', f"proxy_hide_header {name};")
            ),
            TRUSTED=self._trusted(),
            NAMES=_lines(f"proxy_set_header {name} {_passed_on(name)};" for name in NAMES),
            STATIC=STREAMLIT / "static",
        )

    def _trusted(self) -> str:
        trusted = _lines(["default 0;", *([f"{self.proxy} 1;"] if self.proxy else [])])
        maps = [f"geo $dashboard_by_proxy {{\n{trusted}\n}}"]
        for name in NAMES:
            told = _lines(['default "";', f"1 $http_{_variable(name)};"])
            maps.append(f"map $dashboard_by_proxy {_passed_on(name)} {{\n{told}\n}}")
        return "\n".join(maps)

    def _pool(self, port: int) -> str:
        others = (f"server 127.0.0.1:{other} backup;" for other in self.ports if other != port)
        servers = _lines((f"server 127.0.0.1:{port};", *others, "keepalive 16;"))
        return f"upstream dashboard_{port} {{\n{servers}\n}}"

    def _listen(self) -> str:
        if not self.certificate:
            return _lines([f"listen {self.listen};"])
        return _lines(
            [
                f"listen {self.listen} ssl http2;",
                f"ssl_certificate {self.certificate};",
                f"ssl_certificate_key {self.key};",
                "ssl_protocols TLSv1.2 TLSv1.3;",
                "ssl_session_cache shared:dashboard_tls:5m;",
            ]
        )

    def _redirect(self) -> str:
        if not self.redirect:
            return ""
        there = "return 308 https://$host$request_uri;"
        body = _lines([f"listen {self.redirect};", f"server_name {self.name};", there])
        return f"server {{\n{body}\n}}"


def main() -> None:
    """Print the site that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m deploy.site", description=__doc__)
    parser.add_argument("ports", type=int, nargs="+", help="the processes' ports")
    parser.add_argument("--listen", default="80", help="nginx's port, or address and port")
    parser.add_argument("--name", default="_", help="the name readers know the server by")
    parser.add_argument("--certificate", type=Path, help="for https, with its --key")
    parser.add_argument("--key", type=Path)
    parser.add_argument("--redirect", help="the port that sends readers to https")
    parser.add_argument("--proxy", help="the address of the office's own sign-in before nginx")
    print(Site(**vars(parser.parse_args())))


def _variable(name: str) -> str:
    return name.lower().replace("-", "_")


def _passed_on(name: str) -> str:
    return f"$dashboard_{_variable(name)}"


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(f"    {line}" for line in lines)


if __name__ == "__main__":
    main()
