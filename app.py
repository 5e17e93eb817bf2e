"""The dashboard: `streamlit run app.py`.

The pages' router is a script inside `pages/`, not this file: a folder `pages/` beside the main script would make
Streamlit serve the first deep link to a fresh server past the router, without filters.
"""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from pages import style
from pages.security import SecurityHeaders
from pages.transport import Undelayed

app = st.App(
    Path(__file__).parent / "pages" / "router.py",
    middleware=[Middleware(Undelayed), Middleware(SecurityHeaders)],
    routes=style.ROUTES,
)
