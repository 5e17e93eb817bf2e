"""The inflected forms of English verbs and nouns: by rule, with a table of the irregular ones."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

_DOUBLING = re.compile(r"^(?:[^aeiou]*|qu)[aeiou][bdgklmnprt]$")
_DOUBLED = frozenset("commit permit submit admit omit expel compel propel repel rebel refer defer infer prefer "
                     "occur incur deter transfer regret abet rebut equip abhor control patrol quarrel cancel "
                     "travel signal counsel channel label level model kidnap program worship handicap "
                     "overlap backtrack_ concur acquit embed unwrap outwit excel dispel "
                     "initial dial duel fuel spiral rival total tunnel shovel marshal airdrop sandbag "
                     "format pedal confer".split())  # fmt: skip
_AMERICAN = frozenset("cancel travel signal counsel channel label level model quarrel initial dial duel fuel spiral "
                      "rival total tunnel shovel marshal".split())  # fmt: skip
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_IRREGULAR_PLURALS = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "policeman": "policemen",
    "gunman": "gunmen",
    "crisis": "crises",
    "knife": "knives",
    "life": "lives",
    "wife": "wives",
    "thief": "thieves",
}


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    text = files("core.lexicon").joinpath("english/irregular_verbs.csv").read_text("utf-8")
    return {r["base"]: (r["past"], r["participle"]) for r in csv.DictReader(text.splitlines())}


@cache
def irregular_forms() -> dict[str, str]:
    """For each irregular past, participle and plural, the base form; not where the form is oftener another word."""
    own = {*_irregular(), "wound", "ground"}
    verbs = {form: base for base, pair in _irregular().items() for form in pair if form not in own}
    return {form: base for base, form in _IRREGULAR_PLURALS.items()} | verbs


def third_person(base: str) -> str:
    """The third person singular of a verb, by the rule that also makes plurals: “deny” → “denies”."""
    if base in {"do", "go", "undergo", "forgo"}:
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in set("aeiou"):
        return base[:-1] + "ies"
    return base + ("es" if _SIBILANT.search(base) or base == "veto" else "s")


def plural(noun: str) -> str:
    """The plural of a noun."""
    return _IRREGULAR_PLURALS.get(noun) or third_person(noun)


def _stem(base: str) -> str:
    return base + base[-1] if _DOUBLING.match(base) or base in _DOUBLED else base


def ing_form(base: str) -> str:
    """The present participle: “lie” → “lying”, “stab” → “stabbing”."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return base[:-1] + "ing"
    return ("panick" if base == "panic" else _stem(base)) + "ing"


def past_forms(base: str) -> tuple[str, str]:
    """The simple past and the past participle of a verb; the same word twice where they do not differ."""
    if base in _irregular():
        return _irregular()[base]
    if base.endswith("e"):
        form = base + "d"
    elif base.endswith("y") and base[-2:-1] not in set("aeiou"):
        form = base[:-1] + "ied"
    else:
        form = ("panick" if base == "panic" else _stem(base)) + "ed"
    return form, form


def verb_forms(base: str) -> dict[str, str]:
    """Every form of the verb with its tag: v base, z third person, D past only, P participle only, V both, G -ing."""
    past, participle = past_forms(base)
    forms = {third_person(base): "z", ing_form(base): "G"}
    if past == participle:
        forms[past] = "V"
    else:
        forms[past], forms[participle] = "D", "P"
    if base in _AMERICAN:
        forms[base + "ed"], forms[base + "ing"] = "V", "G"  # American spelling
    if base in _irregular() and base in {"learn", "burn", "dream", "lean", "spill", "prove"}:
        forms[base + ("d" if base == "prove" else "ed")] = "V"
    forms.setdefault(base, "v")
    return forms
