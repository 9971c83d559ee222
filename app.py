"""The server's entry: the shell behind ASGI, with the feed warmed before the first viewer comes."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st

from lib.ui import data, freshness, scripts

SHELL = Path(__file__).parent / "lib" / "ui" / "shell.py"


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Begin the first read, and keep what is loaded by then out of every later collection."""
    data.feed().warm()
    gc.freeze()
    yield


app = st.App(SHELL, lifespan=lifespan, routes=(*freshness.ROUTES, *scripts.ROUTES))
