"""Strategies for hypothesis: reports that look like news, with hostile and foreign passages among the sentences."""

from datetime import date, timedelta

from hypothesis import strategies as st

from core.model import Article
from core.text.read import article_id

SIDES = ("The rebels", "Government forces", "the Taliban", "Ahmad Noor", "The army", "Russia", "UN officials", "They")
VERBS = ("captured", "attacked", "recaptured", "shelled", "met", "accused", "killed", "will attack", "did not attack")
OBJECTS = ("the town of Marsa", "three villages", "at least 12 soldiers", "Kabul", "about 60 fighters", "Lee Min-ho")
WHEN = ("on Friday", "yesterday", "on 15 August 2021", "last week", "since then", "two days later", "", "in March")
SAID = (
    ", officials said.",
    ", reports say.",
    ", according to Reuters.",
    ".",
    ", he said.",
    " — Wire (@wire) August 2, 2021",
)
ODD = (
    "<script>alert(1)</script>",
    "قیام اندراب",
    "“We took the town,” said Gen. Ali Reza. “It fell on Monday.”",
    "#Breaking pic.twitter.com/abc",
    "![x](https://x.example/y.png) $a$ :red[b]",
    "Also Read - Crisis LIVE Updates: Biden to Speak",
    "Rebels Seize Town",
    "No casualties were reported; 5–7 people, including two children, were injured.",
    "\u202eabc\u0000".replace("\u0000", ""),
    "He was 25. It was 3-1. Room 1986.",
)

_sentence = st.builds(
    lambda side, verb, what, when, said: " ".join(filter(None, (side, verb, what, when))) + said,
    *map(st.sampled_from, (SIDES, VERBS, OBJECTS, WHEN, SAID)),
)
_piece = _sentence | st.sampled_from(ODD) | st.text(max_size=30)
_separator = st.sampled_from((" ", "\n\n", "\n", " "))
_body = st.lists(st.tuples(_piece, _separator), min_size=1, max_size=8).map(lambda ps: "".join(a + b for a, b in ps))
_day = st.none() | st.integers(0, 4000).map(lambda n: date(2015, 1, 1) + timedelta(n))


def _make(body, published):
    text = body if body.strip() else "Nothing happened."
    return Article(id=article_id("report", text), text=text, published=published, name="report.txt")


articles = st.builds(_make, _body, _day)
"""One report."""

article_sets = st.lists(articles, min_size=1, max_size=3, unique_by=lambda a: a.id)
"""A few reports with different ids."""
