"""Access: axe-core finds nothing serious on any page, in either theme."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import drawn, visit

PAGES = ["Timeline", "Actors", "Comparison", "Reader", "Articles", "Export"]


def serious(page):
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return {
        v["id"]: [node["html"][:200] for node in v["nodes"]] for v in found if v["impact"] in {"serious", "critical"}
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_any_page(server, page, scheme):
    page.emulate_media(color_scheme=scheme)
    visit(page, f"{server}/?actors=Taliban")
    found = {"Overview": serious(page)}
    for name in PAGES:
        page.get_by_role("link", name=name, exact=True).click()
        expect(page.locator("h1")).to_have_text(name)
        drawn(page)
        found[name] = serious(page)
    assert not {name: problems for name, problems in found.items() if problems}
