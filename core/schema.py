"""The columns of every table: name, type, whether it may be empty, and what it means. The contract of design.md §4."""

from __future__ import annotations

from dataclasses import dataclass

TEXT, COUNT, NUMBER, FLAG, DAY, WORDS, READINGS = (
    "text",
    "integer",
    "number",
    "true or false",
    "ISO day",
    "list of texts",
    "list of {article_id, start, end, text, value}",
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `type` is one of the constants above; `nullable` says whether a cell may hold nothing."""

    name: str
    type: str
    nullable: bool
    meaning: str


def _column(row: str) -> Column:
    name, kind, meaning = (part.strip() for part in row.split("|", 2))
    types = {"text": TEXT, "int": COUNT, "num": NUMBER, "flag": FLAG, "day": DAY, "list": WORDS, "readings": READINGS}
    return Column(name, types[kind.rstrip("?")], kind.endswith("?"), meaning)


def _table(rows: str) -> tuple[Column, ...]:
    return tuple(_column(row) for row in rows.strip().splitlines())


_SPAN = """
article_id | text | the article it stands in
start | int | first code point of the span in the article's text
end | int | code point after the span's last
text | text | the characters of the span, exactly
"""
_GEO = """
country | text? | country, by its English name
admin1 | text? | first-order division, by name
latitude | num? | degrees north (WGS 84)
longitude | num? | degrees east (WGS 84)
geo_precision | int? | UCDP's where_prec, from 1 (the place itself) over 4 (first-order division) and 6 (country) to 7
"""

TABLES: dict[str, tuple[Column, ...]] = {
    "events": _table(
        f"""
event_id | text | stable id of the event
article_id | text | the article that reports it
source | text? | who published the article
published | day? | day on which the article was published
sentence | int | number of the sentence in the article, from 0
start | int | first code point of the sentence in the article's text
end | int | code point after the sentence's last
text | text | the sentence, exactly
trigger | text | the words that name the happening, exactly
trigger_start | int | first code point of the trigger
trigger_end | int | code point after the trigger's last
event_type | text | PLOVER type, or OTHER
mode | text | PLOVER mode (or territory: ground taken); empty where there is none
quad_class | text? | verbal or material, cooperation or conflict
intensity | num? | PLOVER's intensity of type and mode, −10 (most hostile) to 10 (most cooperative)
status | text | asserted, reported, alleged, unconfirmed, denied, planned, hypothetical or negated
actors | list | who did it: entities that the sentence names or whose pronoun it holds, else its words (“armed men”)
recipients | list | whom it was done to, likewise
places | list | where, by the places' names
{_GEO.strip()}
date_start | day? | first day on which it can have happened; empty where only publication bounds it
date_end | day? | last day on which it can have happened
date_precision | int? | UCDP's date_prec, from 1 (the day) over 3 (the week) and 4 (the month) to 5; empty if unknown
date_basis | text | how the date is known: stated, relative, reported-by or unknown, and the rule that applied
killed_low | int? | fewest killed that the text allows; empty where it gives no number
killed_high | int? | most killed
injured_low | int? | fewest injured
injured_high | int? | most injured
captured_low | int? | fewest captured or detained
captured_high | int? | most captured or detained
casualty_party | text? | who was harmed
casualty_text | text? | the words of the claims of harm
attributed_to | list | who says so, nearest to the report first
cluster_id | text? | the happening that it reports
origin_id | text? | the original that its passage copies or rests on, one for all copies; empty: its own voice
"""
    ),
    "actors": _table(
        f"""
entity_id | text | stable id of the actor
name | text | the actor's name
kind | text | person, armed group, government, media, organization or population
{_SPAN.strip()}
reason | text | why this mention is this actor
score | num | how well the mention fits the actor, 0 to 100
"""
    ),
    "places": _table(
        f"""
place_id | text | stable id of the place
name | text | the place's name
kind | text | country, province, district, city, village, valley, river, airport, …
{_GEO.strip()}
{_SPAN.strip()}
reason | text | why this mention is this place
score | num | how well the mention fits the place, 0 to 100
"""
    ),
    "timexes": _table(
        f"""
{_SPAN.strip()}
timex_type | text | DATE, TIME, DURATION or SET (TIMEX3)
value | text | the value in TIMEX3's notation
date_start | day? | first day, where the value names days
date_end | day? | last day
basis | text | publication, stated, relative, anchored, quoted or unresolved
"""
    ),
    "claims": _table(
        f"""
claim_id | text | stable id of the claim
event_id | text? | the event that did the harm
{_SPAN.strip()}
harm | text | killed, injured, captured, displaced, missing, casualties, killed or injured, killed and injured
party | text? | who was harmed
low | int? | fewest people that the words allow; empty where they give no number
high | int? | most people
approximate | flag | whether the words say “about” or the like
attributed_to | list | who says so, nearest to the report first
"""
    ),
    "alignments": _table(
        """
a_article | text | the article of the first statement
a_event | text? | its event; empty where only the sentences align
a_start | int | first code point of the first statement
a_end | int | code point after its last
b_article | text | the article of the second statement
b_event | text? | its event
b_start | int | first code point of the second statement
b_end | int | code point after its last
score | num | how sure it is that both report the same happening, 0 to 1
reasons | list | what speaks for it: “feature: value (weight)”
"""
    ),
    "clusters": _table(
        """
cluster_id | text | stable id of the happening
label | text | the happening in a few words
event_type | text | PLOVER type of the happening
date_start | day? | first day on which it can have happened
date_end | day? | last day
articles | list | the articles that report it
origins | int | number of independent originals behind the reports
events | list | the events that report it
"""
    ),
    "discrepancies": _table(
        """
discrepancy_id | text | stable id of the difference
cluster_id | text | the happening that the reports differ on
kind | text | count, extent, date, place, actor, status, attribution, wording or spelling
summary | text | the difference in one plain sentence
readings | readings | what each report has, with its place
"""
    ),
}


def describe(table: str) -> str:
    """The columns of `table`, one a line: name, type, and meaning."""
    columns = TABLES[table]
    width = max(len(c.name) for c in columns)
    lines = (f"{c.name:<{width}}  {c.type}{', may be empty' if c.nullable else ''}: {c.meaning}" for c in columns)
    return "\n".join((table, *lines))
