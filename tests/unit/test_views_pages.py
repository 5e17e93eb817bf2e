"""What the pages show of a small analysis: timeline, actors, comparison, card, reader, overview."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from core.model import Document, Span
from core.views import (
    actor_html,
    actors,
    article_list,
    card,
    comparison,
    comparison_html,
    difference,
    matrix,
    methods,
    overview,
    reader,
    takeaway,
    timeline,
    timeline_marks,
    words,
)
from core.views.filters import Filters
from core.views.index import Index
from tests.readings import FIRST, SECOND, analysis

ALL = Filters()


@pytest.fixture(scope="module")
def index():
    return Index(analysis())


def test_an_open_start_has_a_tail_and_a_stated_day_has_none(index):
    marks = timeline.layout(index, ALL).marks.set_index("event_id")
    assert not marks.loc["e1", "open"]
    assert marks.loc["e1", "tail"] == 0
    assert marks.loc["e4", "open"]
    assert marks.loc["e4", "tail"] >= 1


def test_all_tails_are_of_one_length_for_they_do_not_tell_since_when(index):
    marks = timeline.layout(index, ALL).marks
    assert marks[marks["open"]]["tail"].nunique() == 1


def test_only_those_of_a_mutual_act_act_on_each_other(index):
    event = replace(index.analysis.events[0], actors=("a", "b"), recipients=())
    together = replace(event, trigger=replace(event.trigger, mutual=False))
    against = replace(event, trigger=replace(event.trigger, mutual=True))
    assert actors.pairs(together) == []
    assert actors.pairs(against) == [("a", "b"), ("b", "a")]


def test_marks_of_one_row_do_not_overlap(index):
    for by in timeline.LANES:
        marks = timeline.layout(index, ALL, by).marks
        for _, row in marks.groupby("row"):
            ends = sorted((m.start.toordinal() - m.tail, m.end.toordinal() + 1) for m in row.itertuples())
            assert all(a[1] <= b[0] for a, b in pairwise(ends))


def test_each_lane_mode_puts_every_dated_event_somewhere(index):
    lanes = {by: [lane for lane, _, _ in timeline.layout(index, ALL, by).lanes] for by in timeline.LANES}
    assert lanes["source"] == ["000", "001"]
    assert set(lanes["actor"]) == {"Rebels", "Army", "nobody named"}
    assert "Rebels seized <b>Marsa</b> on 3 May" in lanes["happening"]


def test_too_many_marks_are_gathered_by_day(index, monkeypatch):
    monkeypatch.setattr(timeline, "MAX_MARKS", 2)
    drawn = timeline._layout(index, ALL, "source")
    assert drawn.unit == "one year"
    assert drawn.marks["statements"].sum() == 4


def test_marks_are_gathered_by_the_shortest_time_that_leaves_few(index, monkeypatch):
    monkeypatch.setattr(timeline, "MAX_MARKS", 3)
    drawn = timeline._layout(index, ALL, "source")
    assert drawn.unit == "one day"
    assert len(drawn.marks) == 3


def test_a_drawing_has_every_mark_inside_its_scale_and_its_rows(index):
    for by in timeline.LANES:
        drawn = timeline_marks.drawing(index, ALL, by)
        assert len(drawn["marks"]) == len(timeline.layout(index, ALL, by).marks)
        for begin, end, at, row, open_start, *_ in drawn["marks"]:
            assert drawn["left"] < begin < at < end + 0.01 <= drawn["right"]
            assert 0 <= row < drawn["rows"]
            assert open_start == (begin % 1 != 0 or at - begin > 1)


def test_a_drawing_knows_the_days_of_the_filter(index):
    assert timeline_marks.drawing(index, ALL, "source")["days"] == [None, None]
    drawn = timeline_marks.drawing(index, Filters(start=date(2021, 5, 3), end=date(2021, 5, 4)), "source")
    assert drawn["first"] == "2021-05-03"
    assert drawn["days"] == [0, 2]


def test_a_saved_figure_says_where_it_is_from(index):
    stamp = takeaway.Stamp("1.2", date(2026, 1, 2), "none")
    whole, part = stamp.line(index, ALL), stamp.line(index, Filters(articles=frozenset({"001"})))
    assert whole.startswith("Variorum 1.2, 2026-01-02; filter: none; 2 articles, SHA-256")
    assert "1 article," in part
    assert whole[-64:] != part[-64:]


def test_events_per_day_add_up(index):
    days = timeline.per_day(index, ALL)
    assert days["events"].sum() == timeline.layout(index, ALL).marks["statements"].sum()
    assert list(days.columns) == ["day", "quad", "events"]


def test_no_event_gives_an_empty_timeline_with_its_columns(index):
    drawn = timeline.layout(index, Filters(start=date(2030, 1, 1)))
    assert drawn.marks.empty
    assert list(drawn.marks.columns) == list(timeline.COLUMNS)


def test_mentions_are_counted_by_article(index):
    counts = actors.counts(index, ALL).set_index("Actor")
    assert counts.loc["Rebels", ["Mentions", "000", "001", "Events"]].tolist() == [2, 1, 1, 2]
    narrowed = actors.counts(index, Filters(undated=False)).set_index("Actor")
    assert narrowed.loc["Rebels", "Mentions"] == 1


def test_who_acts_on_whom(index):
    assert actors.matrix(index, ALL).to_dict() == {"army": {"rebels": 1}}
    assert [e.id for e in actors.acting_on(index, ALL, "rebels", "army")] == ["e1"]


def test_the_matrix_names_every_row_and_column_and_leads_to_the_events(index):
    shown = matrix.table(index, actors.matrix(index, ALL))
    assert 'scope="row" title="Rebels"' in shown
    assert 'scope="col" title="Army"' in shown
    assert 'href="actors?acts=Rebels&amp;acts=Army"' in shown


def test_surfaces_carry_their_reasons(index):
    assert [(s.text, s.reason, s.times) for s in actors.surfaces(index, "rebels")] == [("Rebels", "alias: “Rebels”", 2)]
    assert 'href="reader?article=000&amp;span=0-6"' in actor_html.surfaces(index, "rebels")


def test_the_events_of_an_actor_lead_to_their_cards_and_words_and_show_texts_literally(index, monkeypatch):
    found = actors.told_of(index, ALL, "rebels")
    shown = actor_html.events(index, found)
    assert 'href="timeline?event=e1"' in shown
    assert 'href="reader?article=001&amp;span=0-30"' in shown
    assert "Rebels seized &lt;b&gt;Marsa&lt;/b&gt; on 3 May" in shown
    assert "more:" not in shown
    monkeypatch.setattr(actor_html, "MAX_LISTED", 1)
    assert f"and {words.counted(len(found) - 1, 'event')} more" in actor_html.events(index, found)


def test_each_quotation_of_a_difference_leads_to_its_words_and_what_is_not_quoted_follows(index):
    first, second = index.discrepancies["k1"][0].readings
    told = "It is called “seized”, “to<b>ok …”."
    found = replace(index.discrepancies["k1"][0], summary=told, readings=(first, replace(second, text="to<b>ok  it")))
    shown = difference.listed(index, [found])
    assert "It is called “seized” <a" in shown
    assert "“to&lt;b&gt;ok …” <a" in shown
    assert 'href="reader?article=001' in shown
    assert "v-reading" not in shown
    assert "001: “other”" in difference.listed(index, [replace(found, readings=(first, replace(second, text="other")))])


def test_a_difference_that_stands_by_itself_leads_to_its_happening(index):
    shown = difference.listed(index, index.discrepancies["k1"], cards=True)
    assert 'href="timeline?event=e1"' in shown
    assert "event=" not in difference.listed(index, index.discrepancies["k1"])


def test_a_comparison_says_itself_in_one_sentence(index):
    found = comparison.compare(index, ("000", "001"), ALL)
    assert comparison.head(index, found) == (
        "1 shared happening, 1 difference, 1 passage from the same original; 000 alone has 2, 001 alone has 0."
    )
    assert [h.id for h in found.alone["000"]] == ["e2", "e3"]
    assert comparison.suggested(index) == (("000", "001", 1),)


def test_a_row_marks_words_names_differences_and_opens_its_score(index):
    found = comparison.compare(index, ("000", "001"), ALL)
    shown = comparison_html.row(index, found.rows[0])
    assert "&lt;b&gt;Marsa&lt;/b&gt;" in shown
    assert "<b>Marsa" not in shown
    assert "≡ same original" in shown
    assert "Seized against took." in shown
    assert "best score 0.80" in shown
    assert "With nothing to go by: " in shown
    assert "By itself this pairing holds without any one of its reasons" in shown


def test_a_difference_with_an_article_that_is_not_chosen_is_none_of_the_chosen(index):
    (difference,) = index.discrepancies["k1"]
    third = replace(difference.readings[1], article_id="002")
    assert comparison._differ(difference, ("000", "001"))
    assert not comparison._differ(replace(difference, readings=(difference.readings[0], third)), ("000", "001"))
    same = replace(difference.readings[1], value="seized")
    assert not comparison._differ(replace(difference, readings=(difference.readings[0], same, third)), ("000", "001"))


@pytest.mark.parametrize(
    ("filters", "shown"),
    [
        (ALL, 1),
        (Filters(text="TOOK"), 1),
        (Filters(text="no such words"), 0),
        (Filters(actors=frozenset({"rebels"})), 1),
        (Filters(actors=frozenset({"army"})), 0),
        (Filters(types=frozenset({"ASSAULT"})), 1),
        (Filters(types=frozenset({"CONSULT"})), 0),
        (Filters(start=date(2022, 1, 1)), 0),
    ],
)
def test_matching_sentences_pass_a_filter_by_their_words_their_actors_and_their_events(filters, shown):
    made = analysis()
    index = Index(replace(made, alignments=(replace(made.alignments[0], b_event=None),)))
    assert len(comparison.compare(index, ("000", "001"), filters).passages) == shown


def test_a_card_holds_every_report_and_the_claims(index):
    shown = card.card(index, "e1")
    assert "Rebels seized &lt;b&gt;Marsa&lt;/b&gt; on 3 May" in shown
    assert "reader?article=001&amp;span=0-30" in shown
    assert "12 or more" in card.card(index, "e2")


def test_the_pieces_of_a_page_are_the_text(index):
    shown = reader.page(index, "000", frozenset(reader.LAYERS), Filters(undated=False), Span(3, 9))
    assert "".join(p.text for p in shown.pieces) == FIRST
    assert [p.start for p in shown.pieces][:2] == [0, 3]
    assert [m.dimmed for m in shown.margin] == [False, True, True]
    assert [(m.told, m.happening) for m in shown.margin][:2] == [
        ("2 statements in 2 articles", "k1"),
        ("no other report of it", "e2"),
    ]


@pytest.mark.parametrize(
    "given", ["", "5", "9-3", "0-999", "-1-4", "a-b", "1-2-3", "٣-٤", "1" * 30 + "-2", "3-3", "0x1-5"]
)
def test_what_is_no_span_of_the_text_is_none(given):
    assert reader.parse_span(given, len(SECOND)) is None


def test_a_span_is_two_numbers():
    assert reader.parse_span("0-6", len(SECOND)) == Span(0, 6)


def test_the_overview_counts_what_passes(index):
    found = overview.summary(index, ALL)
    assert (found.articles, found.events, len(found.shared), len(found.differences), found.echoes) == (2, 4, 1, 1, 1)
    assert (found.first, found.last) == (date(2021, 5, 4), date(2021, 5, 5))
    assert overview.articles(index, Filters(articles=frozenset({"001"})))["Article"].tolist() == ["001"]


def test_an_article_is_listed_with_the_title_that_its_text_does_not_hold():
    made = analysis()
    first, second = made.documents
    titled = Document(replace(first.article, title="Marsa falls"), first.sentences)
    begins = overview.articles(Index(replace(made, documents=(titled, second))), ALL)["Begins"]
    assert begins[0].startswith("Marsa falls – Rebels seized")
    assert begins[1].startswith("Rebels took Marsa")


def test_the_methods_are_told_by_the_features_themselves():
    told = methods.features()
    assert set(told["Compares"]) == {"events", "sentences"}
    assert told["Asks"].str.len().gt(20).all()
    assert told["Weight"].notna().all()


def test_the_list_of_articles_leads_into_the_reader_and_shows_texts_literally(index):
    shown = article_list.articles(index, ALL)
    assert 'href="reader?article=000"' in shown
    assert "Rebels seized &lt;b&gt;Marsa&lt;/b&gt;" in shown
    assert "Source" not in shown
