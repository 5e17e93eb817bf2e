"""Names fitted on one half and found in the other: `python -m tests.benchmarks.cross_names GOLD... --out FOLDER`.

Every second text of all files fits the points of names_evidence.csv (`fit_names`, pulled towards the table as it is),
and the other texts get their names; then the halves change places. Each file's predictions go to FOLDER under the
file's own name, and are scored like those of `ner`.
"""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from unittest.mock import patch

from core.extract.mentions import weigh
from core.extract.mentions.weigh import Weight
from tests.benchmarks.common import Row, read_rows, write_rows
from tests.benchmarks.fit_names import PULL, examples, fit
from tests.benchmarks.ner import found


def halves(sets: Mapping[Path, list[Row]], pull: float) -> Iterator[tuple[Path, Row]]:
    """Each file's rows of predictions, every text's by the weights fitted on the half that it is not in."""
    table = weigh.weights()
    for half in (0, 1):
        fitted = fit(examples([row for rows in sets.values() for row in rows[half::2]]), pull)
        points = {name: Weight(tuple(map(float, p)), table[name].words) for name, p in fitted.items()}
        with patch.object(weigh, "weights", lambda points=points: points):
            for path, rows in sets.items():
                yield from ((path, found(row)) for row in rows[1 - half :: 2])


def main() -> None:
    """Writes the predictions of all files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+", help="development files with gold spans")
    parser.add_argument("--out", type=Path, required=True, help="folder of the predictions")
    parser.add_argument("--pull", type=float, default=PULL, help="how strongly a weight is held where it is")
    args = parser.parse_args()
    predicted = list(halves({path: list(read_rows(path)) for path in args.gold}, args.pull))
    args.out.mkdir(parents=True, exist_ok=True)
    for path in args.gold:
        print(write_rows(args.out / path.name, (row for of, row in predicted if of == path)), "rows of", path.name)


if __name__ == "__main__":
    main()
