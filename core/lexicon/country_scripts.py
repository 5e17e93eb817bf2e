"""Which countries write their names in other scripts than Latin, where English spellings are transcriptions."""

from __future__ import annotations

from types import MappingProxyType

_SCRIPTS = {
    "arabic": "AF AE BH DJ DZ EG EH ER IL IQ IR JO KW LB LY MA MR OM PK PS QA SA SD SO SS SY TD TN YE IN CN KM",
    "cyrillic": "RU UA BY KZ KG TJ MN BG MK RS ME BA UZ TM AZ MD GE XK",
    "hebrew": "IL PS",
    "greek": "GR CY",
    "other": "IN BD NP LK BT MV ET ER CN TW HK MO JP KR KP TH KH LA MM GE AM",
}
_LATIN_TOO = frozenset({"RS", "ME", "BA", "XK", "MD", "AZ", "TM", "UZ"})

#: Each script with the ISO 3166-1 codes of the countries that use it, alone or beside others.
USED_IN = MappingProxyType({script: frozenset(codes.split()) for script, codes in _SCRIPTS.items()})

#: The countries whose names in Latin letters are transcriptions, so that spellings vary.
TRANSCRIBED = frozenset[str]().union(*USED_IN.values()) - _LATIN_TOO
