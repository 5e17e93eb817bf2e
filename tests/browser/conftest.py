"""A real browser before a real server. Skipped where no browser is installed, except in CI, which must have one."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving():
    """A server of its own process, answering; stopped at the end."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_until_healthy(f"http://127.0.0.1:{port}/_stcore/health", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def wait_until_healthy(address, process):
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=1) as answer:  # noqa: S310 - a loopback address of ours
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
        assert process.poll() is None, "the server stopped"
    pytest.fail("the server did not answer within half a minute")


@pytest.fixture(scope="session")
def server():
    with serving() as address:
        yield address


@pytest.fixture
def fresh_server():
    with serving() as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        assert os.environ.get("CI") != "true", "CI must install chromium before the browser tests"
        pytest.skip("no chromium is installed")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def page(browser):
    """A page of a new session; no request may leave for another host, and no script of a text may run."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    opened.set_default_timeout(20_000)
    strays, dialogs = [], []
    opened.on("request", lambda request: strays.append(request.url) if is_stray(request.url) else None)
    opened.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    yield opened
    context.close()
    assert not strays, "the page called elsewhere"
    assert not dialogs, "a script ran"


def is_stray(url):
    return not url.startswith(("http://127.0.0.1:", "data:", "blob:"))


def visit(page: Page, address: str):
    """Opens an address and waits until its page is drawn."""
    page.goto(address)
    drawn(page)


# Keeps a promise until the page has stayed as it is for a while: a component may draw itself anew once it is measured.
STILL = """() => new Promise((done) => {
  const quiet = 400;
  const finish = () => { watch.disconnect(); done(); };
  let timer = setTimeout(finish, quiet);
  const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(finish, quiet); });
  watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
})"""


def drawn(page: Page):
    """Waits until the run has ended, the footer stands, and nothing on the page changes any more."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.locator(".v-footer").wait_for()
    page.evaluate(STILL)
    expect(page.locator("[data-testid=stException]")).to_have_count(0)
