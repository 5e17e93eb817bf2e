"""Hostile articles: each is shown to the character, and nothing of it runs, loads, or takes over the page."""

import json
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from core.text.read import read_each
from tests.browser.conftest import drawn, is_stray, visit

ELSEWHERE = "https://elsewhere.example"
TEXTS = {
    "script": '<script>window.alert("ran")</script>',
    "srcdoc": '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
    "onerror": "<img src=x onerror=alert(1)>",
    "onload": "<svg onload=alert(1)></svg>",
    "javascript": '<a href="javascript:alert(1)">read</a> [read](javascript:alert(1))',
    "image": f"![pixel]({ELSEWHERE}/p.png)",
    "reference": f"[a][b] and\n\n[b]: {ELSEWHERE}",
    "latex": "$\\href{javascript:alert(1)}{x^2}$ and $$y$$ cost $5 or $6",
    "colour": ":red[not red] :blue-background[nor blue]",
    "icon": ":material/delete: :streamlit:",
    "emoji": ":smile: :+1: -- -> 1986.",
    "comment": "<!-- comment --> <![CDATA[x]]> --> <? x ?>",
    "style": "<style>body{display:none}</style><link rel=stylesheet href=x.css>",
    "refresh": f'<meta http-equiv="refresh" content="0;url={ELSEWHERE}">',
    "form": f'</mark></p></div><form action="{ELSEWHERE}"><input name=a><button>go</button></form>',
    "data": "<object data='data:text/html,<script>alert(1)</script>'></object> data:text/html;base64,PHNjcmlwdD4=",
    "override": "\u202etxt.exe\u202c \u2066isolated\u2069",
    "formula": '=HYPERLINK("https://elsewhere.example") @SUM(A1) +1 -1',
    "long": "Donaudampfschiff" * 400,
    "invisible": "zero\u200bwidth\u200djoiner\u2060word\ufeff and soft\u00adhyphen",
    "control": "bell\x07 backspace\x08 escape\x1b[31m unit\x1f delete\x7f next\x85line",
}
CASES = {name: (f"{name}.json", hostile, "", "") for name, hostile in TEXTS.items()} | {
    "title": ("title.json", "plain", f"<img src=x onerror=alert(1)> \u202eeltit $x$ ![p]({ELSEWHERE}/p)", ""),
    "source": ("source.json", "plain", "", "<b>Agency</b> \u202eecruos :red[x] =1+1 <iframe srcdoc=x>"),
    "file": ("<img src=x onerror=alert(1)>\u202e$x$ :red[name].json", "plain", "", ""),
}  # fmt: skip
FORBIDDEN = (
    "iframe, object, embed, form[action], [onerror], [onload], meta[http-equiv=refresh], a[href^='javascript'], "
    "[src*=elsewhere], [href*=elsewhere], .katex"
)


def file_of(name, hostile, title, source):
    """One article as a JSON file: its text names an event before and after what is hostile."""
    text = f"Rebels attacked Kabul. {hostile} Government troops killed 5 rebels."
    values = {"text": text, "published": "2021-08-22", "title": title, "source": source, "url": "javascript:alert(1)"}
    return name, json.dumps({key: value for key, value in values.items() if value}).encode()


FILES = {case: file_of(*values) for case, values in CASES.items()}


@pytest.fixture(scope="module")
def table(server, browser):
    """A session with all hostile articles on its table, and what its page called or ran."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    page.set_default_timeout(30_000)
    done = []
    page.on("request", lambda request: done.append(request.url) if is_stray(request.url) else None)
    page.on("dialog", lambda dialog: (done.append(dialog.message), dialog.dismiss()))
    visit(page, f"{server}/articles")
    page.locator("input[type=file]").set_input_files(
        [{"name": name, "mimeType": "application/json", "buffer": data} for name, data in FILES.values()]
    )
    page.get_by_role("button", name="Read the files").click()
    page.get_by_role("button", name="Use alone").click()
    expect(page.get_by_text(f"{len(FILES)} articles on the table.")).to_be_visible()
    yield SimpleNamespace(page=page, done=done)
    context.close()


def follow(page, address):
    """Goes to another page of the same session, as the browser's own Back does; not while a run is under way."""
    drawn(page)
    page.evaluate("address => history.pushState({}, '', address)", address)
    page.evaluate("dispatchEvent(new PopStateEvent('popstate', { state: {} }))")


@pytest.mark.parametrize("case", CASES)
def test_a_hostile_article_is_shown_literally_and_nothing_runs_or_loads(table, case):
    (article,) = [item for item in read_each(*FILES[case]) if hasattr(item, "text")]
    follow(table.page, f"/reader?article={article.id}")
    shown = table.page.locator(".v-article").last  # the page before may stand for a moment beside the new one
    expect(shown).to_have_js_property("textContent", article.text)
    drawn(table.page)
    assert CASES[case][1] in article.text
    assert table.page.locator(FORBIDDEN).count() == 0
    assert table.done == []


@pytest.mark.parametrize("name", ["Overview", "Timeline", "Actors", "Comparison", "Articles", "Export"])
def test_no_page_runs_or_loads_anything_of_the_hostile_articles(table, name):
    table.page.get_by_role("link", name=name, exact=True).click()
    expect(table.page.locator("h1")).to_have_text("Variorum" if name == "Overview" else name)
    drawn(table.page)
    assert table.page.locator(FORBIDDEN).count() == 0
    assert table.done == []
