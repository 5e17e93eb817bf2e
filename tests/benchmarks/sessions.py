"""Many sessions at once against one, over websockets, and the server's memory as sessions come and go.

Each session switches a filter of its page on and off. Between, its visitor thinks for a while that is independent of
all others (exponential, 0.3 s on average, so that nobody clicks in step). The sessions are spread over the pages. Used
by `tests.benchmarks.pages`.
"""

import asyncio
import os
import random
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from urllib.parse import urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PAGES = ("", "timeline", "actors", "comparison", "reader")
FILTER = "Include undated"
THINK = 0.3  # seconds on average between the end of a rerun and the next click


class Session:
    """One visitor of one page."""

    def __init__(self, connection: websockets.ClientConnection, page: str) -> None:
        self.connection = connection
        self.page = page
        self.widget = ""
        self.on = True

    async def rerun(self) -> float:
        """Milliseconds from a click on the filter (at first: from the visit) to the last message."""
        message = BackMsg()
        message.rerun_script.page_name = self.page
        if self.widget:
            self.on = not self.on
            state = message.rerun_script.widget_states.widgets.add()
            state.id, state.bool_value = self.widget, self.on
        begun = time.perf_counter()
        await self.connection.send(message.SerializeToString())
        while True:
            received = ForwardMsg.FromString(await asyncio.wait_for(self.connection.recv(decode=False), 300))
            if received.WhichOneof("type") == "script_finished":
                return (time.perf_counter() - begun) * 1000
            if not self.widget:
                element = received.delta.new_element.checkbox
                self.widget = element.id if element.label == FILTER else ""


async def _visit(address: str, page: str, reruns: int, times: list[float], seed: int = 0) -> None:
    """A first run, which is not counted, and `reruns` reruns."""
    chance = random.Random(seed)  # noqa: S311 - visitors, not secrets
    where = f"ws://{urlsplit(address).netloc}/_stcore/stream"
    async with websockets.connect(where, subprotocols=["streamlit"], max_size=None) as connection:
        session = Session(connection, page)
        await session.rerun()
        for _ in range(reruns):
            await asyncio.sleep(chance.expovariate(1 / THINK))
            times.append(await session.rerun())


async def _crowd(address: str, sessions: int, reruns: int) -> list[float]:
    times: list[float] = []
    pages: Iterator[str] = cycle(PAGES)
    await asyncio.gather(*(_visit(address, next(pages), reruns, times, seed) for seed in range(sessions)))
    return times


def rank(times: list[float], part: float) -> float:
    """The least of `times` that is not less than that part of them: rank(times, 0.95) is p95."""
    return sorted(times)[max(0, -int(-part * len(times) // 1) - 1)]


def memory(process: int) -> float:
    """Resident memory of a process in MB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) / 1000 for line in status.splitlines() if line.startswith("VmRSS"))


def cpu(process: int) -> float:
    """Seconds of processor time that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(address: str, process: int, sessions: int) -> dict[str, float]:
    """Reruns of `sessions` at once against those of one; memory with them, and after 200 have come and gone."""
    for page in PAGES:  # the first visits read the articles
        asyncio.run(_visit(address, page, 2, []))
    alone: list[float] = []
    for page in PAGES:
        asyncio.run(_visit(address, page, 12, alone))
    before, used = memory(process), cpu(process)
    crowd = asyncio.run(_crowd(address, sessions, 12))
    used, after = cpu(process) - used, memory(process)
    for _ in range(10):
        asyncio.run(_crowd(address, 20, 1))
    return {
        "one_p50_ms": round(rank(alone, 0.5), 1),
        "one_p95_ms": round(rank(alone, 0.95), 1),
        "all_p50_ms": round(rank(crowd, 0.5), 1),
        "all_p95_ms": round(rank(crowd, 0.95), 1),
        "p95_ratio": round(rank(crowd, 0.95) / rank(alone, 0.95), 2),
        "server_cpu_ms_per_rerun": round(used / (len(crowd) + sessions) * 1000, 1),
        "memory_mb": round(before),
        "memory_per_session_mb": round((after - before) / sessions, 2),
        "memory_after_200_more_mb": round(memory(process)),
    }
