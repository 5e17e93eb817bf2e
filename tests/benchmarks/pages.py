"""How quick and how light the dashboard is: `python -m tests.benchmarks.pages [--articles N …] [--sessions N]`.

Prints JSON lines. For the seeds and for generated corpora: p50 and p95 from a click on a filter to the last change of
the page in a browser, and the processor time that the browser's main thread took. The pages take turns with a bare
Streamlit page (a toggle and a counter), and the ratios are to its p50 and p95 in the same turns: to that page as
Streamlit comes, and to it with this project's configuration, which alone makes it two or three times as quick. Then the
weight of the first load, and many sessions at once against one, with the server's memory
(`tests.benchmarks.sessions`). Loopback only.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from tests.benchmarks import sessions
from tests.benchmarks.corpus import reports
from tests.benchmarks.sessions import PAGES, rank
from tests.browser.conftest import FLAGS, ROOT, free_port, wait_until_healthy

BARE = """
import streamlit as st
runs = st.session_state["runs"] = st.session_state.get("runs", 0) + 1
st.toggle("Include undated", value=True)
st.html(f"<p class=v-footer>{runs}</p>")
"""
ROUNDS = 5  # turns of each page
CLICKS = 5  # counted clicks a turn, after one that is not
STILL = 500  # milliseconds without a change after which a page is taken for finished

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


class Open(NamedTuple):
    """A page that stands open in the browser, and the times of its reruns so far, in milliseconds."""

    page: Page
    client: CDPSession
    waits: list[float]
    busy: list[float]


def opened(browser: Browser, address: str) -> Open:
    """The page at `address`, drawn; the first one of a server waits until the articles are read."""
    page = browser.new_page(viewport={"width": 1440, "height": 1000})
    page.set_default_timeout(600_000)
    page.goto(address)
    page.locator(".v-footer").wait_for(state="attached")
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    client = page.context.new_cdp_session(page)
    client.send("Performance.enable")
    return Open(page, client, [], [])


def take_turn(shown: Open) -> None:
    """Clicks on the filter `CLICKS` times, after once that is not counted."""
    shown.page.bring_to_front()
    for number in range(CLICKS + 1):
        before = _busy(shown.client)
        shown.page.evaluate(WATCH, STILL)
        shown.page.locator("[data-testid=stCheckbox] label").first.click()
        wait = float(shown.page.evaluate("window.rerun"))
        if number:
            shown.waits.append(wait)
            shown.busy.append(_busy(shown.client) - before)


def _busy(client: CDPSession) -> float:
    metrics = client.send("Performance.getMetrics")["metrics"]
    return next(m["value"] for m in metrics if m["name"] == "TaskDuration") * 1000


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


def report(values: dict[str, object]) -> None:
    """One JSON line."""
    print(json.dumps(values), flush=True)


def bare_scripts(folder: Path) -> dict[str, Path]:
    """The bare page as Streamlit comes, and with this project's configuration beside it."""
    scripts = {name: folder / name / "bare.py" for name in ("bare", "bare_configured")}
    for script in scripts.values():
        script.parent.mkdir()
        script.write_text(BARE, encoding="utf-8")
    shutil.copytree(ROOT / ".streamlit", folder / "bare_configured" / ".streamlit")
    return scripts


def measure_pages(browser: Browser, name: str, articles: Path | None, bare: dict[str, str]) -> None:
    """One line a page: waits of warm reruns, the browser's time for them, and the ratios to the bare pages."""
    with serving(ROOT / "app.py", articles) as (address, _):
        addresses = bare | {path or "overview": f"{address}/{path}" for path in PAGES}
        pages = {page: opened(browser, where) for page, where in addresses.items()}
        for _ in range(ROUNDS):
            for shown in pages.values():
                take_turn(shown)
        for page, shown in pages.items():
            ratios = {
                f"{part}_to_{other}": round(rank(shown.waits, p) / rank(pages[other].waits, p), 2)
                for other in bare
                for part, p in (("p50", 0.5), ("p95", 0.95))
            }
            waits = {"p50_ms": round(rank(shown.waits, 0.5)), "p95_ms": round(rank(shown.waits, 0.95))}
            report({"corpus": name, "page": page, **waits, "browser_ms": round(rank(shown.busy, 0.5)), **ratios})
            shown.page.close()


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
    parser.add_argument("--articles", type=int, nargs="*", default=[2, 100, 1000], help="sizes of generated corpora")
    parser.add_argument("--sessions", type=int, default=20)
    given = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright, ExitStack() as servers:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        scripts = bare_scripts(Path(folder))
        bare = {name: servers.enter_context(serving(script))[0] for name, script in scripts.items()}
        measure_pages(browser, "seeds", None, bare)
        for count in given.articles:
            measure_pages(browser, str(count), write_corpus(Path(folder), count), bare)
        with serving(ROOT / "app.py") as (address, _):
            report({"first_load_mb": round(first_load(browser, address), 2)})
        browser.close()
    with serving(ROOT / "app.py") as (address, process):
        report({"sessions": given.sessions, **sessions.measure(address, process, given.sessions)})


if __name__ == "__main__":
    main()
