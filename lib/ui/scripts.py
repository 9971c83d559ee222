"""The scripts of the pages, as files of the server: browsers keep them, and none is in a page.

So a policy can forbid whatever else a page might be made to run.
"""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lib.words import deadlines, meeting, screens

HERE: Final = Path(__file__).parent
FOLDER: Final = "kich-ban"
NAMES: Final = ("page", "mine", "phone", "slideshow")


def tag(name: str) -> str:
    """Return the element that has a page run a script; its address changes with its content."""
    digest = hashlib.sha256(_text(name)).hexdigest()[:10]
    return f'<script src="./{FOLDER}/{name}.js?{digest}"></script>'


def _answer(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in NAMES:
        return Response(status_code=404)
    kept = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(_text(name), media_type="text/javascript", headers=kept)


@cache
def _text(name: str) -> bytes:
    script = (HERE / f"{name}.js").read_text("utf-8")
    said = json.dumps(screens.CHROME, ensure_ascii=False)
    keys = {"title": meeting.KEYS_TITLE, "close": meeting.KEYS_CLOSE, "keys": meeting.KEYS}
    return (
        script.replace('"__WORDS__"', said)
        .replace('"__KEYS__"', json.dumps(keys, ensure_ascii=False))
        .replace('"__MINE__"', json.dumps(screens.MINE, ensure_ascii=False))
        .replace('"__MORE__"', json.dumps(screens.MORE, ensure_ascii=False))
        .replace("__SCROLLS__", screens.TABLE_SCROLLS)
        .replace("__SORTS__", screens.TABLE_SORTS)
        .replace("__TOTAL__", deadlines.TOTAL)
        .encode()
    )


ROUTES: Final = (Route(f"/{FOLDER}/{{name}}.js", _answer),)
