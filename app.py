"""The dashboard: `streamlit run app.py`.

The pages' router is a script inside `pages/`, not this file: a folder `pages/` beside the main script would make
Streamlit serve the first deep link to a fresh server past the router, without filters.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread

import streamlit as st
from starlette.middleware import Middleware

from pages import corpus, style
from pages.security import SecurityHeaders
from pages.transport import Undelayed


@asynccontextmanager
async def read_ahead(_: st.App) -> AsyncIterator[None]:
    """Reads the articles as the server starts: the first visitor finds them read, or waits for the rest."""
    Thread(target=corpus.seeds, daemon=True).start()
    yield


app = st.App(
    Path(__file__).parent / "pages" / "router.py",
    middleware=[Middleware(Undelayed), Middleware(SecurityHeaders)],
    routes=style.ROUTES,
    lifespan=read_ahead,
)
