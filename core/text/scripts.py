"""Which script, and where its letters tell which language, a passage is written in."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

_SCRIPTS: dict[str, str] = {
    "latin": r"A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff",
    "arabic": r"\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff",
    "cyrillic": r"\u0400-\u052f",
    "greek": r"\u0370-\u03ff\u1f00-\u1fff",
    "hebrew": r"\u0590-\u05ff",
    "devanagari": r"\u0900-\u097f",
    "bengali": r"\u0980-\u09ff",
    "thai": r"\u0e00-\u0e7f",
    "georgian": r"\u10a0-\u10ff",
    "armenian": r"\u0530-\u058f",
    "ethiopic": r"\u1200-\u137f",
    "hangul": r"\uac00-\ud7af\u1100-\u11ff",
    "kana": r"\u3040-\u30ff",
    "han": r"\u4e00-\u9fff\u3400-\u4dbf",
}
_RUNS = {name: re.compile(f"[{letters}]+") for name, letters in _SCRIPTS.items()}
_ASCII_ONLY = re.compile(r"[\x00-\x7f–—‘’“”…]*")
_SOLE_LANGUAGE = {
    "greek": "el",
    "hebrew": "he",
    "thai": "th",
    "georgian": "ka",
    "armenian": "hy",
    "hangul": "ko",
    "kana": "ja",
    "han": "zh",
    "bengali": "bn",
    "devanagari": "hi",
    "ethiopic": "am",
}
_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|in|is|was|were|has|have|for|that|with|by|on|at|from|are|said|an?)\b", re.IGNORECASE
)
# Letters and little words that only one of a script's languages uses; read in order, the first with most hits wins.
_MARKERS: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "arabic": (
        ("ps", re.compile(r"[ټډړږښڼۍېځڅ]|\b(?:په|چې|ته|کې|او|دی|سره|شو|وشوه)\b")),
        ("ur", re.compile(r"[ٹڈڑںےھ]|\b(?:کے|میں|ہے|کی|نے|سے|کا|کو|پر|کر)\b")),
        ("fa", re.compile(r"[پچژگیک]|\b(?:از|است|در|که|این|را|به|می|شد|شده|های|با|و)\b")),
        ("ar", re.compile(r"[ةىيكأإؤئ]|\bال\w+|\b(?:في|من|على|إلى|عن|أن)\b")),
    ),
    "cyrillic": (
        ("uk", re.compile(r"[іїєґІЇЄҐ]|\b(?:та|що|це|від|як|під)\b")),
        ("ru", re.compile(r"[ыэъёЫЭЪЁ]|\b(?:и|что|это|от|как|под|его|не)\b")),
    ),
    "latin": (
        ("en", _ENGLISH),
        ("fr", re.compile(r"\b(?:le|la|les|des|du|et|est|dans|une?|pour|que|qui|sur|au|aux|ont|été)\b", re.IGNORECASE)),
        (
            "de",
            re.compile(
                r"\b(?:der|die|das|und|ist|nicht|ein|eine|mit|von|den|dem|zu|auf|sich|wurde|haben)\b", re.IGNORECASE
            ),
        ),
        ("es", re.compile(r"\b(?:el|los|las|del|y|en|un|una|que|por|con|se|para|fue|han|su)\b", re.IGNORECASE)),
        ("it", re.compile(r"\b(?:il|gli|di|che|è|nel|della|per|con|una|sono|stato|hanno)\b", re.IGNORECASE)),
        ("pt", re.compile(r"\b(?:os|as|do|da|dos|das|em|um|uma|que|não|foi|para|com|ao)\b", re.IGNORECASE)),
        ("tr", re.compile(r"[ğışİ]|\b(?:ve|bir|bu|için|ile|olarak|da|de)\b")),
    ),
}

# Pashto and Urdu share most of Persian's letters, so that a letter of their own tells more.
_WEIGHT = {"ps": 4, "ur": 4}
# So many of English's little words that no other language need be asked.
_CLEARLY = 3


def script_of(text: str) -> str:
    """The script of most letters of `text`: a Unicode script name in lower case, or "" where it has no letters."""
    if _ASCII_ONLY.fullmatch(text):
        return "latin" if any(map(str.isalpha, text)) else ""
    counts = Counter({name: sum(map(len, runs.findall(text))) for name, runs in _RUNS.items()})
    name, most = max(counts.items(), key=lambda item: item[1])
    return "kana" if name == "han" and counts["kana"] else name if most else ""


def language_of(text: str, script: str | None = None) -> str:
    """The ISO 639-1 code of the language of `text`, or "" where script, letters and little words do not tell."""
    script = script_of(text) if script is None else script
    if script in _SOLE_LANGUAGE:
        return _SOLE_LANGUAGE[script]
    scores: list[tuple[int, str]] = []
    if script == "latin" and sum(1 for _ in islice(_ENGLISH.finditer(text), _CLEARLY)) == _CLEARLY:
        return "en"
    for language, marker in _MARKERS.get(script, ()):
        scores.append((len(marker.findall(text)) * _WEIGHT.get(language, 1), language))
    best = max(scores, key=lambda pair: pair[0], default=(0, ""))
    return best[1] if best[0] else ""
