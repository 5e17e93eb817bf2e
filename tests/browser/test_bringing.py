"""Articles of one's own: uploaded, pasted, matched, hostile, taken back; and what is taken away, reopened."""

import io
import json
import re
import zipfile

import pandas as pd
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import visit


def upload(page, server, *files):
    visit(page, f"{server}/articles")
    page.locator("input[type=file]").set_input_files(list(files))
    page.get_by_role("button", name="Read the files").click()


def payload(name, text):
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


def test_an_uploaded_article_is_matched_with_what_lies_there(server, page):
    text = "date 2021-08-22 Resistance fighters have captured Banu, Pol-e-Hesar and Deh Salah districts in Baghlan."
    upload(page, server, payload("third.txt", text))
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("3 articles on the table.")).to_be_visible()
    page.get_by_role("link", name="Comparison").click()
    page.wait_for_url(re.compile("comparison"))
    page.get_by_role("link", name="Reader").click()
    expect(page.locator("h1")).to_have_text("Reader")
    page.get_by_role("link", name="Articles").click()
    page.get_by_role("button", name="Undo the last step").click()
    expect(page.get_by_text("2 articles, the seeds.")).to_be_visible()


def test_one_session_never_sees_what_another_brought(server, page, browser):
    upload(page, server, payload("secret.txt", "date 2021-08-22 Secretland's army attacked Hiddenville."))
    page.get_by_role("button", name="Use alone").click()
    expect(page.get_by_text("1 article on the table.")).to_be_visible()
    other = browser.new_context().new_page()
    visit(other, f"{server}/articles")
    expect(other.get_by_text("2 articles, the seeds.")).to_be_visible()
    other.context.close()


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(server, page):
    upload(page, server, payload("empty.txt", " "), payload("bad.txt", "date 2021-13-45 Rebels attacked."),
           payload("good.txt", "Rebels attacked Marsa."))  # fmt: skip
    expect(page.locator("[data-testid=stAlert]").filter(has_text="empty.txt")).to_be_visible()
    expect(page.locator("[data-testid=stAlert]").filter(has_text="bad.txt")).to_be_visible()
    expect(page.get_by_text("1 without a date of publication")).to_be_visible()
    page.get_by_role("button", name="Discard").click()
    expect(page.get_by_text("1 without a date of publication")).to_have_count(0)


def test_a_pasted_article_is_read(server, page):
    visit(page, f"{server}/articles")
    page.get_by_role("tab", name="Paste text").click()
    page.get_by_label("The article's text").fill("Rebels captured the town of Marsa on 3 May 2021, officials said.")
    page.get_by_role("button", name="Read the text").click()
    expect(page.get_by_text("Read: 1 article.")).to_be_visible()
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("3 articles on the table.")).to_be_visible()


@pytest.mark.parametrize("form", ["csv", "jsonl", "json", "parquet"])
def test_a_download_reopens_with_where_it_comes_from(server, page, form):
    visit(page, f"{server}/export?articles=001&format={form}")
    with page.expect_download() as waiting:
        page.get_by_test_id("stBaseButton-primary").click()
    archive = zipfile.ZipFile(io.BytesIO(waiting.value.path().read_bytes()))
    about = json.loads(archive.read("variorum/about.json"))
    assert about["filter"] == "articles: 001"
    assert [len(a["sha256"]) for a in about["articles"]] == [64]
    events = archive.read(f"variorum/events.{form}")
    read = {"csv": pd.read_csv, "jsonl": lambda f: pd.read_json(f, lines=True), "json": pd.read_json}
    frame = read.get(form, pd.read_parquet)(io.BytesIO(events))
    assert len(frame) > 5
    assert len(set(frame["article_id"])) == 1


def test_a_comparison_is_taken_away_as_one_file_without_scripts(server, page, browser):
    visit(page, f"{server}/comparison")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download as one file to print").click()
    html = waiting.value.path().read_text(encoding="utf-8")
    assert not re.search(r"<script|src=|href=|http://|https://", html)
    offline = browser.new_context(offline=True).new_page()
    offline.set_content(html)
    expect(offline.locator("h1")).to_contain_text("Comparison of")
    expect(offline.locator(".v-row").first).to_be_visible()
    offline.context.close()
