import pytest

from core.model import Article, Kind, Span
from core.text.scripts import language_of, script_of
from core.text.segment import segment
from core.text.tokens import tokenize


def cut(text):
    return [s.span.of(text) for s in segment(Article("a", text)).sentences]


def kinds(text):
    return [(s.span.of(text), s.kind) for s in segment(Article("a", text)).sentences]


@pytest.mark.parametrize(
    "marked",
    [
        "Gen. Smith met Mr. Jones.|He left.",
        "The U.S. sent aid.|It came late.",
        "They left at 5 p.m. on Friday.|Nobody stayed.",
        "J. R. Brown spoke.|No. 5 won.",
        "“They fled.|We stayed.”|He left.",
        "Did they flee?|Yes!|They did.",
        "It cost $3.5 million.|Fine.",
        "Fighting goes on in the media.|Also, aid came.",
        "نیروها شهر را گرفتند.|تلفات سنگین بود.",
        "He said … nothing more.",
        "They said the U.N. Security Council met.",
    ],
)
def test_sentence_boundaries(marked):
    assert cut(marked.replace("|", " ")) == marked.split("|")


def test_a_missing_space_does_not_hide_a_boundary():
    assert cut("It was on social media.Visuals came later.") == ["It was on social media.", "Visuals came later."]


def test_wrapped_lines_are_one_paragraph():
    text = (
        "Forces loyal to the government took the town on Friday after\n"
        "three days of heavy fighting in which many people were killed\n"
        "and hundreds of families had to leave their homes, officials\n"
        "said.\n\nThe army did not comment on the reports that came from there."
    )
    assert len(cut(text)) == 2


@pytest.mark.parametrize("separator", ["\n", "\u2028"])
def test_a_line_broken_in_mid_sentence_goes_on(separator):
    text = f"The children who were present were protected by the{separator}combined security force."
    assert len(cut(text)) == 1


@pytest.mark.parametrize("opening", ["Also Read - ", "READ MORE: ", "Related | ", "Advertisement: "])
def test_a_publishers_own_line_is_promo_even_where_it_is_glued_on(opening):
    found = kinds(f"It was shown on social media.{opening}Crisis LIVE: We Will Get You Home")
    assert [k for _, k in found] == [Kind.PROSE, Kind.PROMO]
    assert found[1][0].startswith(opening.strip()[:4])


def test_promo_words_in_prose_are_prose():
    assert kinds("He could also read the letters that the men sent home.")[0][1] is Kind.PROSE
    assert kinds("They watch the road. Related Families left.")[1][1] is Kind.PROSE


def test_a_promo_line_of_its_own_is_promo():
    found = kinds("The town fell.\nREAD MORE: What we know\nAdvertisement\nThe army left.")
    assert [k for _, k in found] == [Kind.PROSE, Kind.PROMO, Kind.PROMO, Kind.PROSE]


def test_a_short_paragraph_with_a_promo_line_glued_on_is_no_heading():
    found = kinds("The army attacked the base on Monday.Also Read - Gunmen Kill Ten\n\nThe army left.")
    assert [k for _, k in found] == [Kind.PROSE, Kind.PROMO, Kind.PROSE]


def test_headings_are_short_titles_without_a_full_stop():
    found = kinds("Rebels Seize Town in North\n\nRebels took the town.\n\nWhat Comes Next\n\nThe army said it left.")
    assert [k for _, k in found] == [Kind.HEADING, Kind.PROSE, Kind.HEADING, Kind.PROSE]


def test_a_last_line_without_a_full_stop_is_no_heading():
    assert kinds("Rebels took the town.\n\nThe Army Left")[-1][1] is Kind.PROSE


def test_a_post_reaches_back_as_far_as_its_length_allows():
    before = "The governor spoke at length about the long road to peace in all the districts of the province. " * 3
    text = (
        f"{before}\n\nThe town has fallen. pic.twitter.com/abc — Wire News (@wire) August 20, 2021\n\nMore came later."
    )
    document = segment(Article("a", text))
    (post,) = document.posts
    assert post.body.of(text).startswith("The town has fallen.")
    assert (post.author.of(text), post.handle.of(text), post.posted.of(text)) == (
        "Wire News",
        "@wire",
        "August 20, 2021",
    )
    assert [s.kind for s in document.sentences][-1] is Kind.PROSE
    assert Kind.POST in {s.kind for s in document.sentences}


def test_a_byline_without_a_day_is_still_a_post():
    text = "The town has fallen. — Wire (@wire)"
    (post,) = segment(Article("a", text)).posts
    assert post.posted is None


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Pol-e-Hesar’s fall", ["Pol-e-Hesar", "’s", "fall"]),
        ("At 5.30 a.m. 60,000 fled", ["At", "5.30", "a.m.", "60,000", "fled"]),
        ("#Baghlan @AsvakaNews", ["#Baghlan", "@AsvakaNews"]),
        ("doesn’t the US-led 15th", ["doesn’t", "the", "US-led", "15th"]),
        ("see pic.twitter.com/aB1 now", ["see", "pic.twitter.com/aB1", "now"]),
        ("در بغلان، پلحصار", ["در", "بغلان", "،", "پلحصار"]),
    ],
)
def test_tokens(text, tokens):
    assert [t.text for t in tokenize(text, Span(0, len(text)))] == tokens


@pytest.mark.parametrize(
    ("text", "script", "language"),
    [
        ("The town fell to the rebels.", "latin", "en"),
        ("قیام اندراب", "arabic", "fa"),
        ("سقطت المدينة في يد المسلحين", "arabic", "ar"),
        ("په کابل کې چاودنه وشوه.", "arabic", "ps"),
        ("صدر ملک چھوڑ کر چلے گئے۔", "arabic", "ur"),
        ("Войска вошли в город", "cyrillic", ""),
        ("Війська увійшли в місто", "cyrillic", "uk"),
        ("12.5 %", "", ""),
        ("Les troupes ont pris la ville", "latin", "fr"),
    ],
)
def test_scripts_and_languages(text, script, language):
    assert script_of(text) == script
    assert language_of(text) == language


def test_what_runs_on_without_a_full_stop_is_read_in_pieces_cut_at_pauses():
    text = "guns, shells; trucks and more guns, " * 300
    found = segment(Article("a", text)).sentences
    assert max(s.span.end - s.span.start for s in found) <= 2_000
    assert all(text[s.span.end - 1] in ",;" for s in found)
    assert sum(len(s.tokens) for s in found) == text.count(",") + text.count(";") + len(text.replace(",", "").split())


def test_one_endless_word_is_still_read():
    assert len(segment(Article("a", "a" * 5_000)).sentences) == 3


@pytest.mark.parametrize("unit", ["www.a", ".", '."', "— A (@a) ", "\u00a0", "1."])
def test_no_repetition_holds_the_reading_up(unit):
    document = segment(Article("a", f"{unit * 4_000} x\n\nThe army left."))
    assert document.sentences[-1].span.of(document.text) == "The army left."
