"""The style sheet is served under a name that tells its contents, wherever the dashboard is mounted."""

import pytest
from starlette.applications import Starlette

from pages import style
from tests.loops import run


def get(path):
    sent = []

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b"", "root_path": ""}
    run(Starlette(routes=style.ROUTES)(scope, None, send))
    start, body = sent
    return start["status"], dict(start["headers"]), body["body"].decode()


@pytest.mark.parametrize("base", ["", "/mounted", "/mounted/deep"])
def test_the_sheet_is_answered_beside_every_page_and_may_be_kept(base):
    status, headers, body = get(f"{base}/{style.PATH}")
    assert (status, body) == (200, style.SHEET)
    assert headers[b"content-type"].startswith(b"text/css")
    assert b"immutable" in headers[b"cache-control"]


def test_shown_text_asks_for_the_sheet_beside_its_page():
    assert f"url({style.PATH})" in style.IMPORT
