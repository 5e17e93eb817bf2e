"""Small sets of reports, told from the reader's side: what is one happening, what differs, who is behind it."""

from datetime import date

import pytest

from core.compare.explain import contribution, explanation, what_would_change
from core.compare.features import FEATURES
from core.model import Alignment, Analysis, Article, Feature, Span
from core.pipeline import analyse

DAY = date(2021, 8, 20)


def read(*texts: str) -> Analysis:
    return analyse(Article(id=f"a{n}", text=text, published=DAY, name=f"a{n}") for n, text in enumerate(texts))


def together(reading: Analysis, one: str, other: str) -> bool:
    """Whether some cluster holds an event of both triggers."""
    events = {e.id: e.trigger.text for e in reading.events}
    said = [{events[e] for e in c.events} for c in reading.clusters]
    return any(one in s and other in s for s in said)


def kinds(reading: Analysis) -> set[str]:
    return {d.kind for d in reading.discrepancies}


def test_words_for_the_same_in_the_same_place_are_one_happening() -> None:
    reading = read(
        "Rebel fighters captured the town of Azaz in Syria from the army.",
        "The Syrian town of Azaz has fallen to rebel fighters.",
    )
    assert together(reading, "captured", "fallen to")


def test_a_later_report_keeps_the_happening_its_id_and_joins_it() -> None:
    first = "Rebel fighters captured the town of Azaz in Syria from the army."
    later = Article("later", "The Syrian town of Azaz has fallen to rebel fighters.", published=date(2021, 8, 22))
    alone = read(first)
    both = analyse([later, Article("a0", first, published=DAY, name="a0")])
    ids = {c.id: c.articles for c in both.clusters}
    assert {c.id for c in alone.clusters} <= ids.keys()
    assert any(len(ids[c.id]) == 2 for c in alone.clusters)


def test_the_same_words_in_towns_far_apart_are_two_happenings() -> None:
    reading = read(
        "At least 12 people were killed in a bombing in Homs, Syria, police said.",
        "At least 12 people were killed in a bombing in Aleppo, Syria, police said.",
    )
    assert all(len(c.articles) == 1 for c in reading.clusters)


def test_attacks_in_one_town_on_different_days_are_two_happenings() -> None:
    reading = read(
        "On 12 August 2021 gunmen attacked a police post in Kunduz, Afghanistan, officials said.",
        "On 16 August 2021 militants raided and attacked an army base in Kunduz, Afghanistan.",
    )
    assert all(len(c.articles) == 1 for c in reading.clusters)


def test_counts_that_differ_are_named_with_both_readings() -> None:
    reading = read(
        "At least 12 civilians were killed in an air strike on Taiz, Yemen.",
        "At least 20 civilians were killed in an air strike on Taiz, Yemen.",
    )
    row = next(d for d in reading.discrepancies if d.kind == "count")
    assert {r.article_id for r in row.readings} == {"a0", "a1"}
    assert {"12", "20"} <= {w for r in row.readings for w in r.value.split()}


def test_reports_that_agree_show_no_difference() -> None:
    reading = read(
        "Rebel fighters captured the town of Azaz in Syria from the army.",
        "The town of Azaz in Syria was captured by rebel fighters.",
    )
    assert reading.discrepancies == ()


def test_every_alignment_explains_itself() -> None:
    reading = read("Rebels captured Azaz, Syria.", "Azaz, Syria, was seized by rebels.")
    assert reading.alignments
    for a in reading.alignments:
        assert a.features[0].name == "relation"
        assert all(explanation(f.name) for f in a.features)


@pytest.mark.parametrize("feature", FEATURES)
def test_a_feature_says_what_it_compares(feature) -> None:
    assert explanation(feature.__name__).endswith(".")


def test_nothing_is_compared_where_nothing_was_read() -> None:
    reading = analyse([])
    assert (reading.alignments, reading.clusters, reading.discrepancies) == ((), (), ())


def test_an_explanation_names_the_reason_that_decides() -> None:
    strong = Feature("where", 1.0, 4.0, "the same place")
    weak = Feature("who", 1.0, 0.2, "1 in common")
    unknown = Feature("when", None, 2.0, "a day is not stated")
    aligned = Alignment("a", Span(0, 1), "b", Span(0, 1), 0.7, (strong, weak, unknown), "x", "y")
    assert contribution(aligned, unknown) == 0.0
    assert contribution(aligned, strong) == 2.0
    assert what_would_change(aligned) == "would not hold without where"


def test_a_label_is_one_phrase() -> None:
    reading = read("Rebel fighters captured the town of Azaz in Syria from the army.")
    assert [c.label for c in reading.clusters] == ["Rebel fighters take Azaz"]
    (killed,) = read("A bomb killed 12 people in Quetta, Pakistan, on Monday.").clusters
    assert killed.label.endswith(" in Quetta: 12 killed")


def test_a_copied_sentence_has_one_origin_however_it_is_credited() -> None:
    told = "Rebel fighters captured the northern town of Azaz near Aleppo in Syria after three days of fighting."
    reading = read(f"{told} Shops reopened.", f"Markets were closed. {told}")
    (cluster,) = [c for c in reading.clusters if len(c.articles) == 2]
    assert cluster.origins == 1


def test_reports_of_two_sources_have_two_origins() -> None:
    reading = read(
        "Rebel fighters captured the town of Azaz in Syria, the governor said.",
        "The town of Azaz in Syria was captured by rebel fighters, according to Reuters.",
    )
    (cluster,) = [c for c in reading.clusters if len(c.articles) == 2]
    assert cluster.origins == 2


def test_a_text_that_repeats_itself_does_not_stall_the_comparison() -> None:
    reading = read("Rebels captured Azaz, Syria. " * 120)
    assert len(reading.alignments) < 1_000
    assert sum(len(c.events) for c in reading.clusters) == len(reading.events)


@pytest.mark.parametrize("text", ["", "… — !!", "the of and.", "ولسوالی پلحصار از طالبان پس گرفته شد."])
def test_texts_without_words_to_compare_are_no_trouble(text: str) -> None:
    assert read(text, text).discrepancies == ()
