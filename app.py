"""The server's entry: the shell behind ASGI, with the feed warmed before the first viewer comes."""

import gc
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from lib.ui import data, freshness, health, logs, scripts, secrets, subscription
from lib.ui.gate import Gate, refuse_another_path, tell_who_reaches_it
from lib.ui.headers import Headers

SHELL = Path(__file__).parent / "lib" / "ui" / "shell.py"


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Begin the first read, and keep what is loaded by then out of every later collection."""
    tell_who_reaches_it()
    data.feed().warm()
    _send_at_once()
    gc.freeze()
    yield


def _send_at_once() -> None:
    """Let no message of a page wait until the browser has confirmed the one before, 40 ms and more.

    What a listening socket is told, its connections inherit. asyncio would tell it, but passes over
    one that names no protocol, as Streamlit's does.
    """
    for one in gc.get_objects():
        if isinstance(one, socket.socket) and one.family in (socket.AF_INET, socket.AF_INET6):
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


logs.begin()
refuse_another_path()
secrets.adopt()
app = st.App(
    SHELL,
    lifespan=lifespan,
    routes=(*freshness.ROUTES, *health.ROUTES, *scripts.ROUTES, *subscription.ROUTES),
    middleware=[Middleware(Headers), Middleware(Gate)],
)
