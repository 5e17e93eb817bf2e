"""How quick and how light the dashboard is: `python -m tests.benchmarks.pages [--articles N …] [--sessions N]`.

For the seeds and for generated corpora it prints, as JSON lines: p50 and p95 from a click on a filter to the finished
page, in a browser, as ratios to a bare Streamlit page measured in the same run; the weight of the first load; reruns of
many sessions at once against those of one, over websockets; and the server's memory before and after sessions that come
and go. Loopback only.
"""

import argparse
import asyncio
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import websockets
from playwright.sync_api import Browser, Page, sync_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.benchmarks.corpus import reports
from tests.browser.conftest import FLAGS, ROOT, free_port, wait_until_healthy

BARE = """
import streamlit as st
runs = st.session_state["runs"] = st.session_state.get("runs", 0) + 1
st.toggle("Include undated", value=True)
st.html(f"<p class=v-footer>{runs}</p>")
"""
PAGES = ("", "timeline", "actors", "comparison", "reader")
CLICKS = 12
STILL = 800  # milliseconds without a change after which a page is taken for finished

# Keeps a promise of the milliseconds from the next click to the last change of the page before it stays still.
# (The state that Streamlit shows of a run may begin and end within one frame, so it cannot be waited for.)
WATCH = """(still) => { window.rerun = new Promise((done) => {
  let begun = 0;
  let last = 0;
  document.addEventListener("pointerdown", () => { begun = last = performance.now(); }, { capture: true, once: true });
  const watch = new MutationObserver(() => { last = performance.now(); });
  watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  const wait = setInterval(() => {
    if (!begun || performance.now() - last < still) return;
    clearInterval(wait);
    watch.disconnect();
    done(last - begun);
  }, 50);
}); }"""


@contextmanager
def serving(script: Path, articles: Path | None = None) -> Iterator[tuple[str, int]]:
    """A server of `script` on loopback with the configuration that lies beside it, and its process id."""
    port = free_port()
    where = ["--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true"]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *where, "--browser.gatherUsageStats", "false"]
    environment = {**os.environ, **({"VARIORUM_ARTICLES": str(articles)} if articles else {})}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=script.parent, env=environment, **quiet) as process:
        try:
            wait_until_healthy(f"http://127.0.0.1:{port}/_stcore/health", process)
            yield f"http://127.0.0.1:{port}", process.pid
        finally:
            process.terminate()


def rerun_times(browser: Browser, address: str) -> list[float]:
    """Milliseconds of `CLICKS` warm reruns of the page at `address`."""
    page = browser.new_page(viewport={"width": 1440, "height": 1000})
    page.set_default_timeout(600_000)
    page.goto(address)
    page.locator(".v-footer").wait_for()
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    times = [_rerun(page) for _ in range(CLICKS + 4)][4:]
    page.close()
    return times


def _rerun(page: Page) -> float:
    page.evaluate(WATCH, STILL)
    page.locator("[data-testid=stCheckbox] label").first.click()
    return float(page.evaluate("window.rerun"))


def first_load(browser: Browser, address: str) -> float:
    """Megabytes of all answers to a browser that has nothing cached."""
    context = browser.new_context()
    page = context.new_page()
    sizes: list[int] = []
    client = context.new_cdp_session(page)
    client.send("Network.enable")
    client.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address)
    page.locator(".v-footer").wait_for(timeout=60_000)
    page.wait_for_load_state("networkidle")
    context.close()
    return sum(sizes) / 1e6


def spread(times: list[float]) -> tuple[float, float]:
    """p50 and p95."""
    return statistics.median(times), statistics.quantiles(times, n=20)[18]


async def _session(address: str, reruns: int, times: list[float]) -> None:
    parts = urlsplit(address)
    socket = f"ws://{parts.netloc}/_stcore/stream"
    async with websockets.connect(socket, subprotocols=["streamlit"], max_size=None) as connection:
        for _ in range(reruns):
            message = BackMsg()
            message.rerun_script.query_string = ""
            begun = time.perf_counter()
            await connection.send(message.SerializeToString())
            await _finished(connection)
            times.append((time.perf_counter() - begun) * 1000)
            await asyncio.sleep(0.3)


async def _finished(connection: websockets.ClientConnection) -> None:
    while True:
        received = ForwardMsg()
        received.ParseFromString(await asyncio.wait_for(connection.recv(), 120))
        if received.WhichOneof("type") == "script_finished":
            return


async def _crowd(address: str, sessions: int, reruns: int) -> list[float]:
    times: list[float] = []
    await asyncio.gather(*(_session(address, reruns, times) for _ in range(sessions)))
    return times


def memory(process: int) -> float:
    """Resident memory of a process in MB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) / 1000 for line in status.splitlines() if line.startswith("VmRSS"))


def measure_sessions(address: str, process: int, sessions: int) -> dict[str, float]:
    """Reruns of `sessions` at once against those of one; memory with them, and after 200 have come and gone."""
    asyncio.run(_crowd(address, 1, 3))  # the first run of a server reads the articles
    alone = spread(asyncio.run(_crowd(address, 1, 20)))
    before = memory(process)
    crowd = spread(asyncio.run(_crowd(address, sessions, 10)))
    after_crowd = memory(process)
    for _ in range(10):
        asyncio.run(_crowd(address, 20, 1))
    return {
        "one_p95_ms": round(alone[1], 1),
        f"of_{sessions}_p95_ms": round(crowd[1], 1),
        "p95_ratio": round(crowd[1] / alone[1], 2),
        "memory_mb": round(before),
        "memory_per_session_mb": round((after_crowd - before) / sessions, 2),
        "memory_after_200_more_mb": round(memory(process)),
    }


def report(values: dict[str, object]) -> None:
    """One JSON line."""
    print(json.dumps(values), flush=True)


def measure_pages(browser: Browser, name: str, articles: Path | None, bare: tuple[float, float]) -> None:
    """One line a page: p50 and p95 of warm reruns and their ratio to the bare page's."""
    with serving(ROOT / "app.py", articles) as (address, _):
        for path in PAGES:
            p50, p95 = spread(rerun_times(browser, f"{address}/{path}"))
            ratios = {"p50_ratio": round(p50 / bare[0], 2), "p95_ratio": round(p95 / bare[1], 2)}
            report({"corpus": name, "page": path or "overview", "p50_ms": round(p50), "p95_ms": round(p95), **ratios})


def write_corpus(folder: Path, count: int) -> Path:
    """A folder with one JSON-lines file of `count` generated reports."""
    target = folder / str(count)
    target.mkdir()
    rows = ({"id": a.id, "text": a.text, "published": str(a.published), "source": a.source} for a in reports(count))
    (target / "reports.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return target


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="*", default=[2, 100], help="sizes of generated corpora")
    parser.add_argument("--sessions", type=int, default=20)
    given = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        script = Path(folder) / "bare.py"
        script.write_text(BARE, encoding="utf-8")
        with serving(script) as (address, _):
            bare = spread(rerun_times(browser, address))
            report({"corpus": "none", "page": "bare", "p50_ms": round(bare[0]), "p95_ms": round(bare[1])})
        measure_pages(browser, "seeds", None, bare)
        for count in given.articles:
            measure_pages(browser, str(count), write_corpus(Path(folder), count), bare)
        with serving(ROOT / "app.py") as (address, _):
            report({"first_load_mb": round(first_load(browser, address), 2)})
        browser.close()
    with serving(ROOT / "app.py") as (address, process):
        report({"sessions": given.sessions, **measure_sessions(address, process, given.sessions)})


if __name__ == "__main__":
    main()
