"""The events dataframe and its sister tables, built from an `Analysis` and held against their schema."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pandas as pd

from core.errors import SchemaError
from core.model import Analysis, Claim, DateInterval, Event, EventClaim, Place
from core.schema import COUNT, FLAG, NUMBER, TABLES, Column

Row = dict[str, Any]
_DTYPES = {COUNT: "Int64", NUMBER: "Float64", FLAG: "boolean"}
_HARMS = ("killed", "injured", "captured")


def _days(interval: DateInterval) -> Row:
    return {
        "date_start": interval.start.isoformat() if interval.start else None,
        "date_end": interval.end.isoformat() if interval.end else None,
    }


def _geo(place: Place | None) -> Row:
    return {
        "country": place and place.country,
        "admin1": place and place.admin1,
        "latitude": place and place.latitude,
        "longitude": place and place.longitude,
        "geo_precision": place and place.precision,
    }


def _narrowest(places: list[Place]) -> Place | None:
    """The most precise of an event's places, the first of several."""
    located = [p for p in places if p.precision is not None]
    return min(located, key=lambda p: p.precision or 0) if located else (places[0] if places else None)


def _sum(bounds: list[int | None]) -> int | None:
    """The sum of the bounds, None where there is none or one of them is open."""
    return sum(b for b in bounds if b is not None) if bounds and None not in bounds else None


def _harm(claims: list[EventClaim]) -> Row:
    """The numeric columns of an event: for each harm the sum of the claims that give a number for just that harm.

    Parts of a total (“including two children”) are not added to it; those harmed side by side (“53 soldiers and
    one civilian”) are. A sum has no upper bound where one of its terms has none.
    """
    row: Row = {}
    for harm in _HARMS:
        counts: list[Claim] = [
            c.claim
            for c in claims
            if c.claim.harm == harm and c.claim.part_of is None and (c.claim.low, c.claim.high) != (None, None)
        ]
        row[f"{harm}_low"], row[f"{harm}_high"] = _sum([c.low for c in counts]), _sum([c.high for c in counts])
    row["casualty_party"] = "; ".join(dict.fromkeys(c.party for c in claims if c.party)) or None
    row["casualty_text"] = "; ".join(dict.fromkeys(c.claim.text for c in claims)) or None
    return row


def _events(analysis: Analysis) -> Iterator[Row]:
    documents = {d.article.id: d for d in analysis.documents}
    places = {link.target.id: link.target for link in analysis.places}
    cluster = {event: c.id for c in analysis.clusters for event in c.events}
    claims: dict[str, list[EventClaim]] = {}
    for claim in analysis.claims:
        claims.setdefault(claim.event_id or "", []).append(claim)
    for e in analysis.events:
        document = documents[e.article_id]
        article = document.article
        where = [places[p] for p in e.places if p in places]
        yield {
            "event_id": e.id,
            "article_id": e.article_id,
            "source": article.source,
            "published": article.published.isoformat() if article.published else None,
            "sentence": e.sentence,
            "start": e.span.start,
            "end": e.span.end,
            "text": e.span.of(article.text),
            "trigger": e.trigger.text,
            "trigger_start": e.trigger.span.start,
            "trigger_end": e.trigger.span.end,
            "event_type": e.trigger.type,
            "mode": e.trigger.mode,
            "quad_class": e.quad_class or None,
            "intensity": e.intensity,
            "status": e.status.status.value,
            "actors": list(e.who),
            "recipients": list(e.whom),
            "places": list(dict.fromkeys(p.name for p in where)),
            **_geo(_narrowest(where)),
            **_days(e.date.interval),
            "date_precision": e.date.precision,
            "date_basis": _basis(e),
            **_harm(claims.get(e.id, [])),
            "attributed_to": list(e.attributed_to),
            "cluster_id": cluster.get(e.id),
            "origin_id": e.origin_id or None,
        }


def _basis(event: Event) -> str:
    bounded = event.date.basis in {"reported-by", "unknown"}
    return event.date.basis if bounded else f"{event.date.basis}: {event.date.rule}"


def _actors(analysis: Analysis) -> Iterator[Row]:
    for link in analysis.actors:
        m = link.mention
        yield {
            "entity_id": link.target.id,
            "name": link.target.name,
            "kind": link.target.kind,
            **_span_row(m.article_id, m.span, m.text),
            "reason": link.reason,
            "score": link.score,
        }


def _span_row(article_id: str, span: tuple[int, int], text: str) -> Row:
    return {"article_id": article_id, "start": span[0], "end": span[1], "text": text}


def _places(analysis: Analysis) -> Iterator[Row]:
    for link in analysis.places:
        m = link.mention
        yield {
            "place_id": link.target.id,
            "name": link.target.name,
            "kind": link.target.kind,
            **_geo(link.target),
            **_span_row(m.article_id, m.span, m.text),
            "reason": link.reason,
            "score": link.score,
        }


def _timexes(analysis: Analysis) -> Iterator[Row]:
    for t in analysis.timexes:
        row = _span_row(t.article_id, t.span, t.text)
        yield {**row, "timex_type": t.type.value, "value": t.value, **_days(t.interval), "basis": t.basis}


def _claims(analysis: Analysis) -> Iterator[Row]:
    for c in analysis.claims:
        yield {
            "claim_id": c.id,
            "event_id": c.event_id,
            **_span_row(c.claim.article_id, c.claim.span, c.claim.text),
            "harm": c.claim.harm,
            "party": c.party,
            "low": c.claim.low,
            "high": c.claim.high,
            "approximate": c.claim.approximate,
            "attributed_to": list(c.attributed_to),
        }


def _alignments(analysis: Analysis) -> Iterator[Row]:
    for a in analysis.alignments:
        yield {
            "a_article": a.a_article,
            "a_event": a.a_event,
            "a_start": a.a_span.start,
            "a_end": a.a_span.end,
            "b_article": a.b_article,
            "b_event": a.b_event,
            "b_start": a.b_span.start,
            "b_end": a.b_span.end,
            "score": a.score,
            "reasons": [f"{f.name}: {f.detail} ({f.weight:+.2f})" for f in a.features],
        }


def _clusters(analysis: Analysis) -> Iterator[Row]:
    for c in analysis.clusters:
        yield {
            "cluster_id": c.id,
            "label": c.label,
            "event_type": c.event_type,
            **_days(c.interval),
            "articles": list(c.articles),
            "origins": c.origins,
            "events": list(c.events),
        }


def _discrepancies(analysis: Analysis) -> Iterator[Row]:
    for d in analysis.discrepancies:
        yield {
            "discrepancy_id": d.id,
            "cluster_id": d.cluster_id,
            "kind": d.kind,
            "summary": d.summary,
            "readings": [{**_span_row(r.article_id, r.span, r.text), "value": r.value} for r in d.readings],
        }


_ROWS: dict[str, Callable[[Analysis], Iterator[Row]]] = {
    "events": _events,
    "actors": _actors,
    "places": _places,
    "timexes": _timexes,
    "claims": _claims,
    "alignments": _alignments,
    "clusters": _clusters,
    "discrepancies": _discrepancies,
}


def frame(table: str, rows: Iterable[Row]) -> pd.DataFrame:
    """A DataFrame of `rows` with the columns and types that `table` has, empty ones included.

    Returns:
        One row an item; integers are Int64, numbers Float64, flags boolean, days ISO strings, lists Python lists.
    """
    listed = list(rows)
    columns = {c.name: _series(c, [row[c.name] for row in listed]) for c in TABLES[table]}
    return pd.DataFrame(columns, columns=[c.name for c in TABLES[table]])


def _series(column: Column, values: list[Any]) -> pd.Series[Any]:
    if column.type.startswith("list"):
        return pd.Series(values, dtype="object")
    return pd.Series(values, dtype=_DTYPES.get(column.type, "string"))


def table(analysis: Analysis, name: str) -> pd.DataFrame:
    """One table of `analysis` (see `core.schema.TABLES` for names and columns), validated.

    Raises:
        SchemaError: A cell breaks the schema, which is a mistake of ours.
    """
    return validate(name, frame(name, _ROWS[name](analysis)))


def tables(analysis: Analysis) -> dict[str, pd.DataFrame]:
    """All eight tables of `analysis`, by name."""
    return {name: table(analysis, name) for name in TABLES}


def validate(name: str, df: pd.DataFrame) -> pd.DataFrame:
    """`df` itself, where it has the columns of table `name` and no empty cell that the schema forbids.

    Raises:
        SchemaError: It does not; the message names table and column.
    """
    columns = TABLES[name]
    if list(df.columns) != [c.name for c in columns]:
        raise SchemaError(f"{name}: the columns are {list(df.columns)}; they should be {[c.name for c in columns]}")
    for c in columns:
        if not c.nullable and df[c.name].isna().any():
            raise SchemaError(f"{name}.{c.name}: a cell is empty; it should hold {c.meaning}")
    return df
