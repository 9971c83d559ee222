"""What browsers may do with the server's answers: told by the app itself, and by nginx before it."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from types import MappingProxyType
from typing import Final

STREAMLIT: Final = Path(str(distribution("streamlit").locate_file("streamlit/static")))
"""What Streamlit's pages are made of."""

POLICY: Final = {
    "default-src": "'self'",
    # Components run from blobs that only a script of ours can make.
    "script-src": "'self' blob:",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}
"""What a page may load and run; to be added: the scripts written into Streamlit's own page."""


@cache
def headers() -> Mapping[str, str]:
    """Return what goes with every answer: run our scripts alone, be framed by nobody, guess nothing."""
    return MappingProxyType(
        {
            "Content-Security-Policy": _policy(),
            "X-Frame-Options": "SAMEORIGIN",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        }
    )


def _policy() -> str:
    page = (STREAMLIT / "index.html").read_bytes()
    digests = map(hashlib.sha256, re.findall(rb"<script>(.*?)</script>", page, re.DOTALL))
    known = " ".join(f"'sha256-{b64encode(digest.digest()).decode()}'" for digest in digests)
    sources = POLICY | {"script-src": f"{POLICY['script-src']} {known}"}
    return "; ".join(f"{name} {allowed}" for name, allowed in sources.items())
