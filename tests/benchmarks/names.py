"""Names benchmark: `python -m tests.benchmarks.names PAIRS` (tab-separated: type, 1 same / 0 different, name, name)."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from core.resolve.names import compare_names

KINDS = {"PER": "person", "LOC": "place", "ORG": "organization"}


def main(pairs: str) -> None:
    rows = [line.split("\t") for line in Path(pairs).read_text("utf-8").splitlines() if line.strip()]
    right = 0
    for sort, same, a, b in rows:
        found = compare_names(a, b, KINDS[sort])
        if found.same == (same == "1"):
            right += 1
        else:
            print(f"{sort}\t{same}\t{a}\t{b}\t{found.score:.0f}\t{found.reason}")
    print(json.dumps({"n": len(rows), "accuracy": round(right / len(rows), 4) if rows else 0.0}))


if __name__ == "__main__":
    main(sys.argv[1])
