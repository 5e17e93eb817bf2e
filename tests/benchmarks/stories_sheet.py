"""The sheet on which a story's hits and misses are marked."""

from collections import Counter
from dataclasses import dataclass, field

from tests.benchmarks.common import Row


@dataclass
class Sheet:
    """For each question: how often it was asked, answered right, and (for names) how many answers were given."""

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def mark(self, questions: str, right: bool, miss: str = "") -> None:
        """Marks one answer under each of `questions` (names parted by spaces); `miss` tells of a wrong one."""
        for question in questions.split():
            self.right[question] += right
            self.asked[question] += 1
        if miss and not right:
            self.miss(questions.split(maxsplit=1)[0], miss)

    def miss(self, what: str, told: str) -> None:
        """Notes a miss for the reader without counting it."""
        self.misses.append(f"  {what:<16} {told}")

    def add(self, other: "Sheet") -> None:
        """Adds the counts of another story."""
        self.right.update(other.right)
        self.asked.update(other.asked)
        self.said.update(other.said)

    def ratio(self, question: str) -> float | None:
        """The share of right answers, from 0 to 1."""
        return round(self.right[question] / self.asked[question], 3) if self.asked[question] else None

    def f1(self, question: str) -> float | None:
        """Harmonic mean of precision and recall, from 0 to 1."""
        total = self.said[question] + self.asked[question]
        return round(2 * self.right[question] / total, 3) if total else None


def about(event: Row, detail: str) -> str:
    """One line on a gold event and what was wrong with it."""
    return f"{event['id']} [{event['trigger']}] {detail}  « {' '.join(event['quote'].split())} »"
