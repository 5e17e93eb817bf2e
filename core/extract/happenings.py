"""Which readings of a sentence are happenings of their own, so that one happening is triggered once.

What gives only the circumstances of another (“killed during the capture of …”), its purpose (“to take control”),
its outcome (“exploded, killing 12”) or its other half (“killed or injured”) is none.
"""

from __future__ import annotations

from core.extract.clauses import ADVERBIAL, GERUND, INFINITIVE, PARTICIPLE, RELATIVE, Clause
from core.extract.readings import MATERIAL, Reading, Readings
from core.extract.senses import verb_senses
from core.lexicon.status import word_list
from core.lexicon.triggers import intensity, operators
from core.model import Span

_OPEN = ("if", "unless", "whether", "so")
_POSSESSIVES = frozenset("its their his her our my".split())
_MEANWHILE = ("when", "as", "after")
_GRAVITY = {"kill": 0, "attack": 1, "wound": 2, "injure": 2, "hurt": 3}


def happenings(readings: Readings) -> list[Reading]:
    """The readings that are events, verbs before nouns."""
    found = [r for c in readings.parse.clauses if (r := readings.verb(c)) is not None]
    standing = [r for r in found if _clause(r).index not in readings.consumed and _stands(readings, r)]
    verbs = _told_once(_merged(standing))
    named = [r for c in readings.parse.chunks if c.kind == "N" and (r := readings.noun(c)) is not None]
    own = [r for r in named if id(r.phrase) not in readings.eaten and _own(readings, r, verbs)]
    violent = any(r.type in ("ASSAULT", "OTHER") for r in (*verbs, *own))
    return verbs + own + [r for r in named[: 0 if violent else None] if r not in own and _figure(readings, r)][:1]


def _figure(readings: Readings, reading: Reading) -> bool:
    """Whether a noun only counts the dead of what another sentence tells (“the death toll rose to 16”)."""
    return reading.sense.entry.actor == "none" and not reading.sense.entry.recipients and "c" in readings.parse.tags


def _clause(reading: Reading) -> Clause:
    if reading.clause is None:
        raise ValueError("a verb's reading has a clause")
    return reading.clause


def _stands(readings: Readings, reading: Reading) -> bool:
    """Whether a verb's reading is a happening in its own right, by the kind of its clause."""
    clause = _clause(reading)
    if clause.kind == INFINITIVE:
        governor = readings.parse.clauses[clause.parent] if clause.parent >= 0 else None
        return governor is not None and clause.mark != "noun" and _carries(readings, governor, clause, reading)
    if clause.kind in (RELATIVE, PARTICIPLE, GERUND):
        return reading.type in MATERIAL or (reading.type != "AGREE" and _aside(readings, clause))
    return not (clause.kind == ADVERBIAL and clause.mark in _OPEN and reading.type == "OTHER")


def _aside(readings: Readings, clause: Clause) -> bool:
    """Whether a comma sets the clause off, so that it tells on (“…, which had refused”, “…, accusing X”)."""
    row = readings.parse.row
    before = clause.at - (2 if clause.kind == RELATIVE else 1)
    bare = clause.kind == RELATIVE or (clause.kind == PARTICIPLE and clause.verb.form == "G")
    return bare and row.kind(before) == ","


def _carries(readings: Readings, governor: Clause, clause: Clause, reading: Reading) -> bool:
    """Whether an infinitive under `governor` is told as a happening: done, begun, tried, meant or reported."""
    word = governor.verb.base
    if word in word_list("attempts") or (governor.predicate and governor.predicate.base in word_list("attempts")):
        return True
    if word in word_list("claims") and reading.type in MATERIAL:
        return True
    if governor.passive and clause.verb.perfect:
        return True
    if governor.verb.base in ("be", "have") and governor.predicate is None and not governor.objects:
        return True  # “are to meet”, “have yet to sign”
    return any(s.entry.operator == "pass" for s in verb_senses(readings.scene, governor, operators()))


def _merged(readings: list[Reading]) -> list[Reading]:
    """Of coordinated verbs with the same arguments the gravest stands for all; outcomes join their deed."""
    kept: list[Reading] = []
    for reading in readings:
        recent = kept[-8:]
        whole = next((r for r in recent if _outcome(r, reading)), None)
        partner = next((r for r in recent if _same_deed(r, reading)), None)
        if whole is not None:
            whole.outcomes.append(reading)
        elif partner is None:
            kept.append(reading)
        elif _gravity(reading) < _gravity(partner):
            kept[kept.index(partner)] = reading
    return kept


def _told_once(readings: list[Reading]) -> list[Reading]:
    """Harm and the deed that did it are one happening: “killed when rebels shelled …”, “rockets fired at … killed”."""
    kept = list(readings)
    for deed in readings:
        if deed.type != "ASSAULT" or _harms(deed):
            continue
        for harm in [r for r in kept if _harms(r) and r.type in ("ASSAULT", "OTHER")]:
            one, two = _clause(deed), _clause(harm)
            if one.kind == ADVERBIAL and one.mark in _MEANWHILE and one.parent == two.index and two.passive:
                deed.outcomes.append(harm)
                kept.remove(harm)
            elif one.kind == PARTICIPLE and one.passive and one.subjects == two.subjects and one.at < two.at:
                harm.mode = harm.mode or deed.mode
                kept = [r for r in kept if r is not deed]
    return kept


def _harms(reading: Reading) -> bool:
    return _clause(reading).verb.base in _GRAVITY and _clause(reading).verb.base != "attack"


def _gravity(reading: Reading) -> tuple[int, float]:
    return _GRAVITY.get(_clause(reading).verb.base, 2), intensity(reading.type, reading.mode) or 0.0


def _outcome(deed: Reading, reading: Reading) -> bool:
    """“A bomb exploded, killing 12 and wounding 30”: what the first did is no happening of its own."""
    one, two = _clause(deed), _clause(reading)
    if deed.type != reading.type or two.kind != PARTICIPLE or two.verb.form != "G":
        return False
    return two.parent == one.index or (two.twin >= 0 and any(_clause(r).index == two.twin for r in deed.outcomes))


def _same_deed(a: Reading, b: Reading) -> bool:
    one, two = _clause(a), _clause(b)
    if two.twin != one.index or a.type != b.type:
        return False
    return two.at - one.at == 2 or (one.passive and two.passive)


def _alleged(accusation: Reading, reading: Reading) -> bool:
    """Whether a noun names the deed that somebody is accused of (“blamed the rebels for the kidnapping of X”)."""
    return accusation.type == "ACCUSE" and accusation.mode == "allege" and reading.type in ("ASSAULT", "COERCE")


def _own(readings: Readings, reading: Reading, verbs: list[Reading]) -> bool:
    """Whether a noun has participants or takes place, and no verb of its clause already tells a happening."""
    phrase = reading.phrase
    if phrase is None:
        return False
    clause = readings.parse.clause_at(readings.roles.positions[id(phrase)])
    if clause is not None and clause.index in readings.consumed:
        return False
    told = [r.type for r in verbs if r.clause is clause and not _alleged(r, reading)]
    if any(t == reading.type or t not in MATERIAL or reading.type in MATERIAL for t in told if t != "OTHER"):
        return False
    if "OTHER" in told and reading.type in MATERIAL:
        return False
    tokens = readings.parse.sentence.tokens
    owners = {Span(t.start, t.end) for t in tokens[phrase.first : phrase.head] if t.lower in _POSSESSIVES}
    actors, recipients = readings.roles.of_noun(phrase, reading.sense)
    named = set(actors) | set(recipients)
    if named - owners or (clause is not None and readings.occurs(phrase, clause)):
        return True
    confirmed = clause is not None and clause.verb.base in word_list("telling") and phrase in clause.objects
    return confirmed and any(c.words and not c.negated for c in reading.sense.entry.when)
