"""What an analyst does first: open pages, filter, follow links, come back."""

import re
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import drawn, visit

PAGES = {"": "Variorum", "timeline": "Timeline", "actors": "Actors", "comparison": "Comparison", "reader": "Reader"}


@pytest.mark.parametrize("path", PAGES)
def test_every_page_shows(server, page, path):
    visit(page, f"{server}/{path}")
    expect(page.locator("h1")).to_have_text(PAGES[path])
    expect(page.get_by_text("GeoNames, CC BY 4.0")).to_be_visible()


def test_a_deep_link_with_filters_is_the_first_request_to_a_fresh_server(fresh_server, page):
    visit(page, f"{fresh_server}/reader?article=001&articles=001&types=assault&undated=false")
    expect(page.locator("h1")).to_have_text("Reader")
    expect(page.get_by_text("Filters", exact=True)).to_be_visible()
    expect(page.locator(".stMultiSelect [data-tag]").first).to_have_text("001")
    expect(page.locator(".v-article")).to_contain_text("ولسوالی پلحصار از طالبان پس گرفته شد")
    assert "types=assault" in page.url


def test_a_filter_lives_in_the_url_and_survives_switch_back_and_reload(server, page):
    visit(page, f"{server}/timeline")
    page.get_by_label("Words in the sentence").fill("districts")
    page.get_by_label("Words in the sentence").press("Enter")
    page.wait_for_url(re.compile("q=districts"))
    page.get_by_role("link", name="Comparison").click()
    expect(page.locator("h1")).to_have_text("Comparison")
    assert "q=districts" in page.url
    page.go_back()
    expect(page.locator("h1")).to_have_text("Timeline")
    page.reload()
    drawn(page)
    expect(page.get_by_label("Words in the sentence")).to_have_value("districts")


def test_a_click_on_a_mark_opens_its_card_and_leads_to_the_highlighted_words(server, page):
    visit(page, f"{server}/timeline?q=15th")
    page.locator("a.mark .symbol").last.click()
    expect(page.locator(".v-card")).to_contain_text("15 Aug 2021")
    page.wait_for_url(re.compile("event="))
    page.locator(".v-card a", has_text="read in place").first.click()
    expect(page.locator("h1")).to_have_text("Reader")
    expect(page.locator("mark.l-focus").filter(has_text="capture").first).to_be_visible()
    assert "q=15th" in page.url
    page.go_back()
    expect(page.locator(".v-card")).to_contain_text("15 Aug 2021")


def test_the_card_of_a_chosen_mark_comes_into_sight(server, page):
    page.set_viewport_size({"width": 1440, "height": 600})
    visit(page, f"{server}/timeline")
    page.locator("a.mark .symbol").first.click()
    expect(page.locator(".v-card header")).to_be_in_viewport()


def test_no_tail_of_an_open_date_is_longer_than_the_longest_label(server, page):
    visit(page, f"{server}/timeline")
    page.locator("a.mark").first.wait_for()
    widths = "(nodes, what) => nodes.map(node => node.querySelector(what)?.getBBox().width ?? 0)"
    opened = page.locator("a.mark:has(rect + path + path)")
    tails, labels = opened.evaluate_all(widths, "rect"), opened.evaluate_all(widths, "text")
    assert max(tails) - min(tails) < 1
    assert max(labels) < max(tails) < max(labels) * 1.5 + 30


def test_the_keyboard_walks_from_mark_to_mark_and_opens_a_card(server, page):
    visit(page, f"{server}/timeline")
    marks = page.locator("a.mark")
    expect(page.locator("a.mark[tabindex='0']")).to_have_count(1)
    drawn(page)
    marks.first.focus()
    expect(page.locator(".tip")).to_be_visible()
    page.keyboard.press("ArrowDown")
    focused = page.locator("a.mark[tabindex='0']")
    expect(focused).to_have_count(1)
    expect(focused).to_be_focused()
    told = focused.get_attribute("aria-label")
    assert told != marks.first.get_attribute("aria-label")
    page.keyboard.press("Enter")
    expect(page.locator(".v-card")).to_be_visible()
    expect(page.locator("a.mark.chosen").first).to_have_attribute("aria-label", told)


def test_the_figure_is_saved_as_a_picture_that_says_where_it_is_from(server, page):
    visit(page, f"{server}/timeline?articles=001")
    expect(page.locator("a.mark").first).to_be_visible()
    marks = page.locator("a.mark").count()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as SVG").click()
    picture = ET.fromstring(waiting.value.path().read_bytes())  # noqa: S314 - a file of ours
    assert picture.tag == "{http://www.w3.org/2000/svg}svg"
    assert len(picture.findall("{*}a")) == marks
    assert "filter: articles: 001; 1 article, SHA-256" in picture.find("{*}desc").text


def test_ticked_actors_are_the_filter_of_every_page(server, page):
    visit(page, f"{server}/actors")
    page.get_by_role("checkbox", name="Ahmad Massoud", exact=True).check()
    page.get_by_role("checkbox", name="Taliban", exact=True).check()
    expect(page.locator(".stMultiSelect [data-tag]")).to_have_text(["Ahmad Massoud", "Taliban"])
    page.wait_for_url(re.compile("actors=Ahmad\\+Massoud.*actors=Taliban"))
    expect(page.get_by_role("heading", name="Taliban – armed group")).to_be_visible()
    page.get_by_role("checkbox", name="Ahmad Massoud", exact=True).uncheck()
    expect(page.locator(".stMultiSelect [data-tag]")).to_have_text(["Taliban"])
    page.get_by_role("button", name="Clear filters").click()
    expect(page.get_by_role("checkbox", name="Taliban", exact=True)).not_to_be_checked()


def test_the_table_of_actors_sorts_and_finds(server, page):
    visit(page, f"{server}/actors")
    names = page.get_by_role("rowheader").get_by_role("checkbox")
    expect(names.first).to_be_visible()
    whole = names.count()
    page.get_by_role("columnheader", name="Actor").get_by_role("button").click()
    shown = [names.nth(i).get_attribute("value") for i in range(whole)]
    assert shown == sorted(shown, key=str.casefold)
    page.get_by_role("columnheader", name="Events").get_by_role("button").click()
    expect(page.get_by_role("columnheader", name="Events")).to_have_attribute("aria-sort", "descending")
    page.get_by_label("Find an actor").fill("massoud")
    expect(names).to_have_count(2)


def test_event_and_text_point_at_each_other(server, page):
    visit(page, f"{server}/reader?article=001")
    margin = page.locator("aside.margin button")
    margin.nth(1).click()
    marked = page.locator("mark.l-now").first
    expect(marked).to_be_visible()
    page.locator("mark.l-events").last.click()
    expect(page.locator("aside.margin button.now")).to_have_count(1)


def test_an_event_in_the_margin_leads_to_its_card(server, page):
    visit(page, f"{server}/reader?article=001")
    page.locator("aside.margin button").first.click()
    page.get_by_role("link", name="Open its card: 5 statements in 2 articles").click()
    expect(page.locator("h1")).to_have_text("Timeline")
    expect(page.locator(".v-card .v-quote-chosen")).to_contain_text("have liberated three districts")


def test_of_two_articles_side_by_side_each_shows_its_report_of_the_chosen_happening(server, page):
    visit(page, f"{server}/reader?article=001&article=000")
    margins = page.locator("aside.margin")
    margins.first.get_by_role("button", name="Clashes").click()
    expect(margins.last.locator("button.now")).to_contain_text("Clashes between resistances forces and the Taliban")
    margins.first.get_by_role("button", name="Journalists attacked").click()
    expect(margins.first.locator("button.now")).to_contain_text("Journalists attacked")
    expect(margins.last.locator("button.now")).to_have_count(0)


def test_find_walks_from_hit_to_hit_and_round(server, page):
    visit(page, f"{server}/reader?article=001")
    page.get_by_label("Find in text").fill("panjshir")
    told = page.locator(".found")
    expect(told).to_have_text(re.compile(r"^1 of \d+"))
    page.keyboard.press("Enter")
    expect(told).to_have_text(re.compile(r"^2 of"))
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Shift+Enter")
    expect(told).to_have_text(re.compile(r"^(\d+) of \1"))
    page.get_by_label("Find in text").fill("no such words")
    expect(told).to_have_text("not found")


def test_a_selection_becomes_a_link_that_opens_on_the_same_words(server, page):
    visit(page, f"{server}/reader?article=000")
    page.locator("mark.l-events", has_text="clashes").first.dblclick()
    page.locator("button.copy").click()
    expect(page.locator("button.copy")).to_have_text("Copied")
    visit(page, page.evaluate("navigator.clipboard.readText()"))
    expect(page.locator("mark.l-focus")).to_have_text("clashes")


def test_the_text_is_the_files_own_character_by_character(server, page):
    from core.text.read import read_articles

    text = next(a.text for a in read_articles(["seeds"]).articles if a.name.startswith("001"))
    visit(page, f"{server}/reader?article=001&layers=events&layers=actors&layers=quotations")
    assert page.locator(".v-article").evaluate("node => node.textContent") == text


def test_what_a_link_cannot_mean_is_left_out_with_a_notice(server, page):
    visit(page, f"{server}/reader?article=nope&span=5-99999999&actors=Nobody+at+all&from=2021-99-99&types=%3Cscript%3E")
    alerts = page.locator("[data-testid=stAlert]")
    expect(alerts.filter(has_text="Nobody at all")).to_be_visible()
    expect(alerts.filter(has_text="nope")).to_be_visible()
    expect(alerts.filter(has_text="2021-99-99")).to_be_visible()
    expect(alerts.filter(has_text="characters that this text does not have")).to_be_visible()
    expect(page.locator(".v-article")).not_to_be_empty()


def test_the_days_of_the_filter_are_shaded(server, page):
    visit(page, f"{server}/timeline?from=2021-08-16&to=2021-08-19")
    shade = page.locator("svg rect:has(title)")
    expect(shade).to_have_count(1)
    expect(page.get_by_text("shaded: the days of the filter")).to_be_visible()
    assert shade.evaluate("node => node.getBBox().width") > 50
