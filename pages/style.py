"""The style of shown text, as a file of its own that a browser loads once and keeps."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import core.views

SHEET = "\n".join(
    file.read_text(encoding="utf-8")
    for file in (Path(core.views.__file__).parent / "style.css", Path(__file__).parent / "components" / "shell.css")
)
PATH = f"style-{sha256(SHEET.encode()).hexdigest()[:12]}.css"  # another sheet has another name, so each may be kept
IMPORT = f"<style>@import url({PATH});</style>"


async def _sheet(_: Request) -> Response:
    return Response(SHEET, media_type="text/css", headers={"cache-control": "public, max-age=31536000, immutable"})


ROUTES = [Route(f"/{PATH}", _sheet), Route(f"/{{base:path}}/{PATH}", _sheet)]  # the second for server.baseUrlPath
