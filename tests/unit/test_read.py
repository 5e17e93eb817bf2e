import io
import json
import zipfile
from datetime import date

import pytest

from core import errors
from core.text.read import MAX_BYTES, read_articles, read_bytes


def only(name, data):
    reading = read_bytes(name, data if isinstance(data, bytes) else data.encode())
    assert not reading.errors, reading.errors
    (article,) = reading.articles
    return article


def failure(name, data):
    reading = read_bytes(name, data if isinstance(data, bytes) else data.encode())
    assert not reading.articles
    (error,) = reading.errors
    assert name in str(error)
    return error


def test_the_seed_form_gives_day_dateline_and_header():
    article = only("a.txt", " date 2021-08-21 Kabul: As the Taliban seeks")
    assert article.published == date(2021, 8, 21)
    assert article.dateline.of(article.text) == "Kabul"
    assert article.text[article.header.end :] == "As the Taliban seeks"


def test_a_sentence_with_a_colon_is_no_dateline():
    article = only("a.txt", "date 2021-08-20 The army said this: nothing")
    assert article.dateline is None
    assert article.text[article.header.end :].startswith("The army")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_are_normalised_and_nothing_else(newline):
    assert only("a.txt", f"One.{newline}  Two\t.").text == "One.\n  Two\t."


def test_front_matter_is_the_header_and_names_source_title_and_day():
    article = only("a.md", "---\ntitle: A: b\nsource: Wire\ndate: 2021-08-20\nurl: https://x.example/\n---\nText here.")
    assert (article.title, article.source, article.published) == ("A: b", "Wire", date(2021, 8, 20))
    assert article.text[article.header.end :] == "Text here."


def test_a_rule_of_dashes_is_no_front_matter():
    article = only("a.md", "---\nThe town fell.\n---\nMore.")
    assert article.header.end == 0


def test_an_html_page_gives_its_text_and_metadata():
    page = (
        "<html><head><title>Town taken</title><meta property='og:site_name' content='Daily'>"
        "<meta property='article:published_time' content='2021-08-20T10:00:00Z'></head><body><nav>Home</nav>"
        "<article><h1>Town taken</h1><p>Rebels captured the town on Friday, officials said to reporters.</p>"
        "<script>alert(1)</script></article></body></html>"
    )
    article = only("a.html", page)
    assert "Rebels captured the town on Friday" in article.text
    assert "alert" not in article.text
    assert (article.source, article.published) == ("Daily", date(2021, 8, 20))


def test_a_bare_html_fragment_is_read():
    assert only("a.html", "<p>Rebels took it.</p>").text.strip() == "Rebels took it."


def test_json_jsonl_and_csv_give_one_article_a_record():
    rows = [{"text": "One.", "published": "2021-08-20", "source": "A"}, {"text": "Two.", "date": "August 21, 2021"}]
    for name, data in (
        ("a.json", json.dumps(rows)),
        ("a.jsonl", "\n".join(map(json.dumps, rows))),
        ("a.csv", "text,published,source\nOne.,2021-08-20,A\nTwo.,2021-08-21,\n"),
        ("a.tsv", "text\tdate\tsource\nOne.\t2021-08-20\tA\nTwo.\t21 Aug 2021\t\n"),
    ):
        articles = read_bytes(name, data.encode()).articles
        assert [a.text for a in articles] == ["One.", "Two."], name
        assert [a.published for a in articles] == [date(2021, 8, 20), date(2021, 8, 21)], name


def test_a_bad_record_is_named_and_the_others_stay():
    reading = read_bytes("a.jsonl", b'{"text": "One."}\nnonsense\n{"text": ""}\n{"text": "Four."}\n')
    assert [a.text for a in reading.articles] == ["One.", "Four."]
    assert [str(e).partition(":")[0] for e in reading.errors] == ["a.jsonl, line 2", "a.jsonl, line 3"]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"", errors.EmptyArticleError),
        ("a.txt", b" \n ", errors.EmptyArticleError),
        ("a.txt", b"date 2021-08-20  ", errors.EmptyArticleError),
        ("a.txt", b"caf\xe9", errors.UndecodableError),
        ("a.txt", b"a\x00b", errors.UndecodableError),
        ("a.txt", b"date 2021-02-30 Text.", errors.ImpossibleDateError),
        ("a.md", b"---\ndate: 11/12/2021\n---\nText.", errors.ImpossibleDateError),
        ("a.md", b"---\ndate: yesterday\n---\nText.", errors.ImpossibleDateError),
        ("a.md", b"---\ndate: 31/11/2021\n---\nText.", errors.ImpossibleDateError),
        ("a.txt", b"x" * (MAX_BYTES + 1), errors.TooLargeError),
        ("a.docx", b"PK", errors.FormatError),
        ("a.json", b"{", errors.FormatError),
        ("a.json", b'{"text": "\\ud800"}', errors.UndecodableError),
        ("a.csv", b"headline\nx\n", errors.FormatError),
        ("a.zip", b"no zip", errors.FormatError),
    ],
)
def test_each_bad_input_is_one_clear_error(name, data, kind):
    error = failure(name, data)
    assert isinstance(error, kind)
    assert error.remedy


def test_zip_members_are_read_and_bad_ones_named():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("x/one.txt", "date 2021-08-20 One.")
        archive.writestr("x/two.txt", b"\xff\xfe\xff")
        archive.writestr("README.md", "not an article")
    reading = read_bytes("all.zip", buffer.getvalue())
    assert [a.text for a in reading.articles] == ["date 2021-08-20 One."]
    assert [e.name for e in reading.errors] == ["all.zip/x/two.txt"]


def test_folders_are_read_in_order_without_their_readme(tmp_path):
    (tmp_path / "b.txt").write_text("Two.")
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "README.md").write_text("What these are.")
    (tmp_path / "c.txt").write_bytes(b"\xff")
    reading = read_articles([tmp_path, tmp_path / "missing.txt"])
    assert [a.text for a in reading.articles] == ["One.", "Two."]
    assert [type(e) for e in reading.errors] == [errors.UndecodableError, errors.MissingInputError]


def test_an_empty_folder_is_said(tmp_path):
    assert isinstance(read_articles([tmp_path]).errors[0], errors.MissingInputError)


def test_the_same_text_twice_is_read_once_and_said(tmp_path):
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("One.")
    reading = read_articles([tmp_path])
    assert len(reading.articles) == len(reading.notes) == 1


def test_a_dateline_with_a_full_date_dates_an_undated_article():
    article = only("a.txt", "KABUL, Afghanistan (May 7, 2011) – Forces detained two men.")
    assert article.published == date(2011, 5, 7)
    assert article.dateline.of(article.text) == "KABUL, Afghanistan"
    assert any("dateline" in note for note in article.notes)


@pytest.mark.parametrize(
    "written",
    [
        "2021-08-20T23:30:00-05:00",
        "20/08/2021",
        "8/20/2021",
        "Aug. 20, 2021",
        "20 août 2021",
        "Fri, 20 Aug 2021 10:00:00 GMT",
    ],
)
def test_publication_dates_are_read_as_they_are_written(written):
    assert only("a.md", f"---\ndate: {written}\n---\nText.").published == date(2021, 8, 20)


def test_an_undated_article_says_so():
    assert "no publication date" in only("a.txt", "Forces detained two men.").notes[0]


def test_ids_depend_on_name_and_text_alone(tmp_path):
    (tmp_path / "a.txt").write_text("One.")
    assert read_articles([tmp_path]).articles[0].id == only("a.txt", "One.").id
    assert only("a.txt", "One.").id != only("a.txt", "Two.").id


def test_messages_and_names_are_one_plain_line():
    bad = read_bytes("new\nline\x1b[31m\u202e.txt", b"")
    assert [str(e) for e in bad.errors] == ["new\\nline\\x1b[31m\\u202e.txt: is empty; give an article's text"]
    (long,) = read_bytes("x" * 5_000 + ".pdf", b"text").errors
    assert long.name.endswith("x.pdf")
    assert len(str(long)) < 600
    assert read_bytes("a\x07.txt", b"The army left.").articles[0].name == "a\\x07.txt"


def test_a_path_that_no_file_can_have_is_one_error_and_the_rest_is_read(tmp_path):
    (tmp_path / "a.txt").write_text("The army left.")
    reading = read_articles(["a\0b", "x" * 5_000, tmp_path / "a.txt"])
    assert [type(e) for e in reading.errors] == [errors.MissingInputError] * 2
    assert len(reading.articles) == 1


def test_files_of_one_name_in_several_folders_are_told_apart(tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(f"The army left {folder}.")
    assert [a.name for a in read_articles([tmp_path]).articles] == ["a/x.txt", "b/x.txt"]


@pytest.mark.parametrize("charset", ["punycode", "undefined", "unicode_escape", "utf-7", "idna", "rot13"])
def test_an_encoding_that_is_no_character_set_is_one_error(charset):
    reading = read_bytes("p.html", f'<meta charset="{charset}">hello-99999999'.encode())
    assert [type(e) for e in reading.errors] == [errors.UndecodableError]


def test_a_zip_without_articles_is_said():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("README.md", "not an article")
    assert [type(e) for e in read_bytes("all.zip", buffer.getvalue()).errors] == [errors.EmptyArticleError]


def test_what_no_table_can_hold_is_no_part_of_a_field():
    row = json.dumps({"text": "The army left.", "source": "A\ud800\nB", "title": "\x00"})
    (article,) = read_bytes("a.json", row.encode()).articles
    assert (article.source, article.title) == ("A B", None)


@pytest.mark.parametrize("text", ["\u200b\u200d", "\u00a0\ufeff\n", "…"])
def test_a_text_without_a_letter_or_digit_is_empty(text):
    assert [type(e) for e in read_bytes("a.txt", text.encode()).errors] == [errors.EmptyArticleError]
