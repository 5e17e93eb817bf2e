"""Every page runs, with and without a filter, and says something where nothing passes."""

import re
from datetime import date

import pytest

PAGES = {
    "overview": "Variorum",
    "timeline": "Timeline",
    "actors": "Actors",
    "comparison": "Comparison",
    "reader": "Reader",
}


def opened(app, name):
    app.run()
    if name != "overview":
        app.switch_page(f"{name}.py").run()
    return app


def heading(app):
    return re.search("<h1>(.*?)</h1>", html(app)).group(1)


def html(app):
    return " ".join(element.proto.body for element in app.get("html"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_runs(app, name):
    opened(app, name)
    assert not app.exception
    assert heading(app) == PAGES[name]
    assert "GeoNames, CC BY 4.0" in html(app)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_runs_where_nothing_passes(app, name):
    opened(app, name)
    app.text_input(key="q").set_value("no sentence holds these words").run()
    assert not app.exception
    assert heading(app) == PAGES[name]
    assert "GeoNames, CC BY 4.0" in html(app)


@pytest.mark.parametrize("name", PAGES)
def test_the_filters_are_those_of_the_link(app, name):
    app.query_params["articles"] = ["001"]
    app.query_params["undated"] = "false"
    opened(app, name)
    assert not app.exception
    assert app.multiselect(key="articles").value == ["001"]
    assert app.toggle(key="undated").value is False


def test_a_reversed_range_is_read_the_other_way_round(app):
    app.run()
    app.date_input(key="from").set_value(date(2021, 9, 1))
    app.date_input(key="to").set_value(date(2021, 8, 1)).run()
    assert not app.exception
    assert any("reversed" in warning.value for warning in app.warning)


def test_clearing_takes_every_filter_back(app):
    app.run()
    app.text_input(key="q").set_value("districts").run()
    app.multiselect(key="articles").set_value(["001"]).run()
    app.button(key="clear").click().run()
    assert app.text_input(key="q").value == ""
    assert app.multiselect(key="articles").value == []


def test_a_chosen_event_shows_its_card(app):
    opened(app, "timeline")
    from pages.corpus import seeds

    event = next(e for e in seeds().index.analysis.events if "15th" in seeds().index.text(e.article_id, e.span))
    app.query_params["event"] = event.id
    app.run()
    assert "v-card" in html(app)
    assert "15 Aug 2021" in html(app)


def test_what_an_outdated_link_asks_for_is_told(app):
    app.query_params["event"] = "000000000000"
    opened(app, "timeline")
    app.query_params["event"] = "000000000000"
    app.run()
    assert not app.exception
    assert any("not among what is loaded" in warning.value for warning in app.warning)


def test_an_actor_that_a_link_to_the_matrix_does_not_find_is_told(app):
    opened(app, "actors")
    app.query_params["acts"] = ["Taliban", "Nobody at all"]
    app.run()
    assert not app.exception
    assert any("Nobody at all" in warning.value.replace("\\", "") for warning in app.warning)


@pytest.mark.parametrize("lanes", ["source", "actor", "happening"])
def test_every_lane_mode_draws(app, lanes):
    app.query_params["lanes"] = lanes
    opened(app, "timeline")
    assert not app.exception
    assert any("Arrow keys go from mark to mark" in str(component.proto) for component in app.get("bidi_component"))


def test_the_readers_layers_can_all_be_switched_on(app):
    opened(app, "reader")
    app.button_group(key="layers").set_value(
        ["events", "actors", "places", "dates", "claims", "quotations", "copies"]
    ).run()
    assert not app.exception


@pytest.mark.parametrize(("name", "key"), [("comparison", "compare_choice"), ("reader", "reader_choice")])
def test_a_choice_that_stands_is_not_set_again(app, name, key):
    opened(app, name)
    app.toggle(key="undated").set_value(False).run()
    assert app.multiselect(key=key).value
    assert app.multiselect(key=key).proto.set_value is False
