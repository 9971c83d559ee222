"""A browser's tab without its screen: speaks Streamlit's protocol and counts what it costs."""

import asyncio
import gzip
import json
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from typing import Any, Final
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState, ContextInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Selectbox_pb2 import Selectbox
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

FINISHED: Final = ForwardMsg.FINISHED_SUCCESSFULLY
FAILED: Final = ForwardMsg.FINISHED_WITH_COMPILE_ERROR
PATIENCE: Final = 120.0
REQUEST: Final = (
    "GET /{address} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nAccept-Encoding: gzip\r\n\r\n"
)


class Viewer:
    """One viewer of one page; keeps and names the messages it has had as a browser does."""

    def __init__(self, connection: "_Counting", page: str) -> None:
        self._connection = connection
        self._page = page
        self._script = ""
        self._kept: dict[str, int] = {}
        self._age = self._keeps = 0
        self._timers: dict[str, float] = {}
        self._scripts: set[str] = set()
        self._asks: dict[str, Any] = {}
        self.selects: dict[str, Selectbox] = {}
        self.runs = 0

    @property
    def received(self) -> int:
        """Count the bytes that came from the server, as they went over the wire."""
        return self._connection.received

    async def load(self) -> float:
        """Ask for the page for the first time; return the seconds until it is drawn.

        The page's own scripts are fetched after that.
        """
        seconds = await self._rerun(page_name=self._page)
        for address in self._scripts:
            await self._get(address)
        return seconds

    async def choose(self, name: str, option: str) -> float:
        """Choose in the selectbox bound to this name; return the seconds until it is drawn."""
        state = WidgetState(id=self.selects[name].id, string_value=option)
        return await self._rerun(widget_states=WidgetStates(widgets=[state]))

    async def look(self, seconds: float) -> None:
        """Only look at the page: rerun and ask by the clock what it tells a browser to."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds), asyncio.TaskGroup() as by_itself:
                for fragment, interval in self._timers.items():
                    by_itself.create_task(self._tick(fragment, interval))
                if self._asks:
                    by_itself.create_task(self._watch())
                while True:
                    self._take(await self._connection.recv(decode=False))

    async def _tick(self, fragment: str, interval: float) -> None:
        while True:
            await asyncio.sleep(interval)
            await self._send(fragment_id=fragment, is_auto_rerun=True)

    async def _watch(self) -> None:
        """Ask the page's own address what is new, as lib/ui/freshness.js does."""
        state = self._asks["state"]
        while True:
            query = urlencode({self._asks["seen"]: state["mark"]})
            told = json.loads(await self._get(f"{self._asks['address']}?{query}"))
            if told["content"] != state["content"]:
                await self._send()
            state = told

    async def _get(self, address: str) -> bytes:
        """Fetch an address below the root over a connection of its own."""
        host, port = self._connection.remote_address[:2]
        reader, writer = await asyncio.open_connection(host, port)
        with closing(writer):
            writer.write(REQUEST.format(address=address, host=f"{host}:{port}").encode())
            head, _, body = (await reader.read()).partition(b"\r\n\r\n")
        self._connection.received += len(head) + len(body)
        if b" 200 " not in head.splitlines()[0]:
            raise RuntimeError(f"{address}: {head.decode()}")
        return gzip.decompress(body) if b"content-encoding: gzip" in head.lower() else body

    async def _rerun(self, **asked: Any) -> float:
        start = time.perf_counter()
        async with asyncio.timeout(PATIENCE):
            await self._send(**asked)
            while self._take(await self._connection.recv(decode=False)) != FINISHED:
                pass
        return time.perf_counter() - start

    async def _send(self, **asked: Any) -> None:
        state = ClientState(
            page_script_hash=self._script,
            cached_message_hashes=list(self._kept),
            context_info=ContextInfo(
                timezone="Asia/Ho_Chi_Minh", locale="vi", color_scheme="light"
            ),
            **asked,
        )
        await self._connection.send(BackMsg(rerun_script=state).SerializeToString())

    def _take(self, payload: bytes) -> int | None:
        """Take a message as the browser would; return how a script run ended, if one did."""
        message = ForwardMsg.FromString(payload)
        match message.WhichOneof("type"):
            case "ref_hash":
                self._kept[message.ref_hash]  # a browser would show an error
                self._kept[message.ref_hash] = self._age
            case "delta" if message.delta.HasField("new_element"):
                if message.metadata.cacheable:
                    self._kept[message.hash] = self._age
                self._show(message.delta.new_element)
            case "new_session":
                self._script = message.new_session.page_script_hash
                self._keeps = message.new_session.config.max_cached_message_age
            case "navigation":
                self._script = message.navigation.page_script_hash
            case "auto_rerun":
                self._timers[message.auto_rerun.fragment_id] = message.auto_rerun.interval
            case "script_finished":
                return self._finished(message.script_finished)
        return None

    def _show(self, element: Any) -> None:
        match element.WhichOneof("type"):
            case "exception":
                raise RuntimeError(f"{self._page}: {element.exception.message}")
            case "selectbox":
                box = element.selectbox
                self.selects[box.query_param_key or box.label] = box
            case "html":
                self._scripts |= set(re.findall(r'src="\./([^"]+)"', element.html.body))
            case "bidi_component" if '"address"' in element.bidi_component.json:
                self._asks = json.loads(element.bidi_component.json)

    def _finished(self, status: int) -> int:
        self.runs += 1
        if status == FAILED:
            raise RuntimeError(f"The script of {self._page or 'the page'} does not compile.")
        if status == FINISHED:
            # What the last runs did not use is forgotten (`global.maxCachedMessageAge`).
            self._age += 1
            oldest = self._age - self._keeps
            self._kept = {one: age for one, age in self._kept.items() if age >= oldest}
        return status


class _Counting(ClientConnection):
    received = 0

    def data_received(self, data: bytes) -> None:
        self.received += len(data)
        super().data_received(data)


@asynccontextmanager
async def viewer(url: str, page: str = "") -> AsyncIterator[Viewer]:
    """Open a tab at a page of the server; its address is `http://…`, nothing is loaded yet."""
    async with connect(
        f"{url.replace('http', 'ws', 1)}/_stcore/stream",
        subprotocols=[Subprotocol("streamlit")],
        create_connection=_Counting,
        max_size=None,
        max_queue=None,
        ping_interval=None,
        proxy=None,
        open_timeout=PATIENCE,
    ) as connection:
        yield Viewer(connection, page)
