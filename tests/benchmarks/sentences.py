"""Sentences of our own, in the manner of a codebook, and traps: `python -m tests.benchmarks.sentences`.

Each has a type, its actors and recipients (parted by “;”), or the type NONE where nothing happens. Set A served to
find what the lexicon lacked and B was written with it; C and D came later and were scored once before they were read.
Names are matched as in the scorer of the PLOVER records: by a content word that two have in common.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from core.extract.attribution import find_attributions
from core.extract.mentions import find_mentions
from core.extract.triggers import find_triggers
from core.model import Article
from core.text.segment import segment
from tests.benchmarks.common import Row
from tests.benchmarks.plover import as_prose, row

SENTENCES = Path(__file__).with_name("sentences.tsv")
_COMMON = frozenset("the of a an in and president minister prime foreign official force mr".split())


def events(text: str) -> list[Row]:
    """The events of one sentence, as the PLOVER adaptor tells them, without those of type OTHER."""
    doc = as_prose(segment(Article("a", f"{text}\n\nThe end of it came.")))
    mentions = find_mentions(doc)
    found = find_triggers(doc, mentions, find_attributions(doc, mentions))
    return [row(doc, t) for t in found if t.sentence == 0 and t.type != "OTHER"]


def _words(name: str) -> set[str]:
    found = {w.rstrip("s") if len(w) > 3 else w for w in re.findall(r"[^\W_]+", name.lower())}
    return found - _COMMON or found


def hits(gold: Iterable[str], said: Iterable[str]) -> tuple[int, int, int, int]:
    """(gold names found, gold names, said names right, said names)."""
    g, s = [_words(x) for x in gold], [_words(x) for x in said]
    return sum(any(x & y for y in s) for x in g), len(g), sum(any(x & y for y in g) for x in s), len(s)


def f1(counts: list[int]) -> float:
    """F1 in percent of four summed counts as `hits` gives them."""
    recall, precision = counts[0] / max(1, counts[1]), counts[2] / max(1, counts[3])
    return 200 * recall * precision / max(1e-9, recall + precision)


def main() -> None:
    """Prints for each set the share of right types, F1 of both roles where they are told, and traps fallen into."""
    tally: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0, 0, 0]))
    with SENTENCES.open(encoding="utf-8") as lines:
        for case in csv.DictReader(lines, delimiter="\t"):
            found, counts = events(case["text"]), tally[case["set"]]
            if case["type"] == "NONE":
                counts["traps"][0] += bool(found)
                counts["traps"][1] += 1
                continue
            right = [e for e in found if e["event"] == case["type"]]
            counts["type"][0] += bool(right)
            counts["type"][1] += 1
            for role in ("actors", "recipients"):
                gold = [name for name in case[role].split(";") if name]
                pairs = hits(gold, right[0][role] if right and gold else [])
                counts[role] = [a + b for a, b in zip(counts[role], pairs, strict=True)]
    for name, counts in tally.items():
        share, traps = 100 * counts["type"][0] / counts["type"][1], counts["traps"]
        roles = ", ".join(f"{role} F1 {f1(counts[role]):.1f}" for role in ("actors", "recipients"))
        print(f"{name}: {counts['type'][1]} sentences, type {share:.1f}, {roles}, traps {traps[0]} of {traps[1]}")


if __name__ == "__main__":
    main()
