"""What the codebooks of others make of a claim's words: separate, named estimates that never enter the claim.

A claim keeps what its text says; “dozens” has no number. Who wants to compare with a published data set needs
that data set's number for the word, and its rule. Sources:

* **ACLED** (Armed Conflict Location & Event Data), FAQ on its fatality methodology: of differing or vague
  figures the most conservative; 10 for “tens”, 12 for “dozens”, 100 for “hundreds” and so on upwards. Its
  codebook's section on reported fatalities: where a plural is told without a figure (“several”, “many”,
  “fatalities”), 10 in an active war zone and 3 elsewhere. ACLED counts deaths only.
* **UCDP** (Uppsala Conflict Data Program), Georeferenced Event Dataset codebook: a low, a best and a high
  estimate, each a figure that some source states, and the best one conservative. It publishes no numbers for
  words without a figure, so none is given here. It counts deaths only.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.extract.numbers import find_quantities
from core.model import Claim, Span
from core.text.tokens import tokenize

_ACLED_WORDS = {
    "dozens": 12,
    "hundreds": 100,
    "thousands": 1_000,
    "tens of thousands": 10_000,
    "hundreds of thousands": 100_000,
}
_ACLED_TENS = 10
_ACLED_UNKNOWN = {True: 10, False: 3}


@dataclass(frozen=True, slots=True)
class Estimate:
    """A codebook's reading of one claim, in people; None where the codebook gives no number.

    Args:
        codebook: The codebook's name.
        low: Its lowest number.
        best: The number that its data set would carry.
        high: Its highest number.
        rule: The rule that was applied, in a sentence.
    """

    codebook: str
    low: int | None
    best: int | None
    high: int | None
    rule: str


def estimates(claim: Claim, *, war_zone: bool = True) -> tuple[Estimate, ...]:
    """The estimates of every codebook that counts what `claim` is about; none for harm other than death.

    Args:
        claim: The claim as `find_claims` returns it.
        war_zone: Whether the place is one of active war, on which ACLED's number for an unknown plural depends.
    """
    if claim.harm != "killed":
        return ()
    return (acled(claim, war_zone=war_zone), ucdp(claim))


def acled(claim: Claim, *, war_zone: bool = True) -> Estimate:
    """ACLED's single number: the most conservative figure, or its number for the word."""
    figure = claim.low if claim.low is not None else claim.high
    if figure is not None:
        return Estimate("ACLED", figure, figure, figure, "of vague or differing figures the most conservative")
    word = _vague(claim.text)
    if claim.text.lower().startswith("tens of") and word == "dozens":
        number, rule = _ACLED_TENS, "“tens” is 10"
    elif word in _ACLED_WORDS:
        number, rule = _ACLED_WORDS[word], f"“{word}” is {_ACLED_WORDS[word]}"
    else:
        number = _ACLED_UNKNOWN[war_zone]
        rule = f"a plural without a figure is {number} {'in' if war_zone else 'outside'} an active war zone"
    return Estimate("ACLED", number, number, number, rule)


def ucdp(claim: Claim) -> Estimate:
    """UCDP's low, best and high: the figures that the text states, the best one conservative."""
    if claim.low is None and claim.high is None:
        return Estimate("UCDP", None, None, None, "no number is published for words without a figure")
    high = claim.high if claim.high is not None else claim.low
    return Estimate("UCDP", claim.low, claim.low, high, "the figures stated; the lower one is the best estimate")


def _vague(text: str) -> str:
    """The kind of an unquantified word, as `core/lexicon/quantities.toml` names it, or ""."""
    found = find_quantities(tokenize(text, Span(0, len(text))))
    return found[0].vague if found else ""
