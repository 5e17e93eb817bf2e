"""Reads `reporting.toml`: the verbs, nouns and phrases by which a text hands a statement to somebody else."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Frame:
    """How a verb without a clause states something: after it one of `objects` (if any), then one of `after`.

    What is stated comes after that word; with `whole` it begins right after the verb.
    """

    objects: frozenset[str]
    after: frozenset[str]
    whole: bool


@dataclass(frozen=True)
class Reporting:
    """The reporting words, keyed by their lower-case forms.

    Args:
        verbs: Form → lemma of verbs that report speech in any position.
        quoting: Form → lemma of verbs that do so only beside quotation marks.
        needs_clause: Lemmas that report only with a clause or a quotation after them.
        participles: Passive participles that stand for an unnamed source.
        agentive: Participles whose agent speaks (“reported by X”).
        adverbs: Adverbs that do (“reportedly”).
        nouns: Nouns that speak without a name (“reports”).
        noun_verbs: Lemmas that such a noun can be the subject of.
        unnamed: The claimant's text where only such a word stands.
        according: Phrases, as tuples of words, that a claimant follows.
        according_starts: Their first words.
        quoted: Forms of “quote” that “as saying” follows.
        sources: Nouns of people who are a source.
        stating: Form → the frame by which that verb states something.
        relay_verbs: Verbs by which a writer announces a post.
        relay_nouns: Nouns for a post.
    """

    verbs: dict[str, str]
    quoting: dict[str, str]
    needs_clause: frozenset[str]
    participles: frozenset[str]
    agentive: frozenset[str]
    adverbs: frozenset[str]
    nouns: frozenset[str]
    noun_verbs: frozenset[str]
    unnamed: str
    according: tuple[tuple[str, ...], ...]
    according_starts: frozenset[str]
    quoted: frozenset[str]
    sources: frozenset[str]
    stating: dict[str, Frame]
    relay_verbs: frozenset[str]
    relay_nouns: frozenset[str]

    @cached_property
    def cues(self) -> frozenset[str]:
        """Every form that hands a statement to somebody, or that begins a phrase which does."""
        verbs = self.verbs.keys() | self.quoting.keys() | self.stating.keys()
        return frozenset(verbs | self.adverbs | self.nouns | self.according_starts | self.quoted)


def _by_form(table: dict[str, list[str]]) -> dict[str, str]:
    return {form: lemma for lemma, forms in table.items() for form in forms}


def _frames(rows: list[dict[str, str]]) -> dict[str, Frame]:
    return {
        form: Frame(frozenset(row.get("objects", "").split()), frozenset(row["after"].split()), "whole" in row)
        for row in rows
        for form in row["verbs"].split()
    }


@cache
def reporting() -> Reporting:
    """The reporting lexicon, read once."""
    raw = tomllib.loads(files("core.lexicon").joinpath("reporting.toml").read_text("utf-8"))
    impersonal = raw["impersonal"]
    return Reporting(
        verbs=_by_form(raw["verbs"]),
        quoting=_by_form(raw["quoting"]),
        needs_clause=frozenset(raw["needs_clause"]["verbs"]),
        participles=frozenset(impersonal["participles"]),
        agentive=frozenset(raw["agentive"]["participles"]),
        adverbs=frozenset(impersonal["adverbs"]),
        nouns=frozenset(impersonal["nouns"]),
        noun_verbs=frozenset(impersonal["verbs"]),
        unnamed=impersonal["text"],
        according=tuple(tuple(p.split()) for p in raw["according"]["phrases"]),
        according_starts=frozenset(p.split()[0] for p in raw["according"]["phrases"]),
        quoted=frozenset(raw["according"]["quoted"]),
        sources=frozenset(raw["sources"]["nouns"]),
        stating=_frames(raw["stating"]["frames"]),
        relay_verbs=frozenset(raw["relay"]["verbs"]),
        relay_nouns=frozenset(raw["relay"]["nouns"]),
    )
