"""The two seed articles: who is who, and who is kept apart."""

from datetime import date
from pathlib import Path

import pytest

from core.extract.mentions import find_mentions
from core.model import Article, Span
from core.resolve.entities import resolve_actors
from core.resolve.pronouns import resolve_pronouns
from core.text.segment import segment

SEEDS = Path(__file__).parents[2] / "seeds"
FILES = (("000_7eae227dbbbca2f7.txt", date(2021, 8, 21)), ("001_8fef5ccf6b676da1.txt", date(2021, 8, 20)))


@pytest.fixture(scope="module")
def seeds():
    docs = [
        segment(Article(name, (SEEDS / name).read_text("utf-8"), published=day, header=Span(0, 16)))
        for name, day in FILES
    ]
    return docs, resolve_actors(docs, [find_mentions(doc) for doc in docs])


def names(seeds, text):
    return {link.target.name for link in seeds[1] if link.mention.text.lower() == text.lower()}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Taliban", "Taliban"),
        ("طالبان", "Taliban"),
        ("Jihadist group", "Taliban"),
        ("Islamic fundamentalist group", "Taliban"),
        ("outfit", "Taliban"),
        ("anti-Taliban forces", "Resistance forces"),
        ("resistance fighters", "Resistance forces"),
        ("local resistances forces", "Resistance forces"),
        ("Public’s Resistance Forces", "Resistance forces"),
        ("resistance force", "Resistance forces"),
        ("Massoud", "Ahmad Massoud"),
        ("Ahmad Shah Massoud", "Ahmad Shah Massoud"),
        ("Saleh", "Amrullah Saleh"),
        ("Lavrov", "Sergei Lavrov"),
        ("Afgh government officials", "Afghan government"),
        ("Afghan government", "Afghan government"),
        ("Aśvaka", "Asvaka"),
        ("آسواکا", "Asvaka"),
        ("America", "United States"),
        ("US", "United States"),
        ("Libyan counterpart", "Libya"),
    ],
)
def test_who_is_who(seeds, text, name):
    assert names(seeds, text) == {name}


def test_father_son_and_the_sides_are_apart(seeds):
    entities = {link.target.name: link.target.id for link in seeds[1]}
    apart = [
        "Ahmad Massoud",
        "Ahmad Shah Massoud",
        "Taliban",
        "Resistance forces",
        "Northern Alliance",
        "Afghan government",
    ]
    assert len({entities[name] for name in apart}) == len(apart)


def test_what_is_formed_or_someones_own_is_nobody_named(seeds):
    assert names(seeds, "guerrilla movement") == {"Guerrilla movement"}
    assert not names(seeds, "militia") & {"Taliban", "Resistance forces"}


def test_pronouns(seeds):
    docs, links = seeds
    first = [link for link in links if link.mention.article_id == docs[0].article.id]
    found = {(k.mention.text, k.target.name) for k in resolve_pronouns(docs[0], first)}
    assert {
        ("They", "Resistance forces"),
        ("he", "Ahmad Massoud"),
        ("he", "Sergei Lavrov"),
        ("The agency", "Asvaka"),
    } <= found
