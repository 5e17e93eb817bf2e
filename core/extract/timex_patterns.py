"""The patterns of date expressions over classes of words, in order of preference.

A pattern is written in the lexicon's classes (upper case) and in the shorthands below; `slot=CLASS` keeps
what was matched. The rest is a regular expression's own: `?`, `|`, brackets, look-around; blanks mean nothing.
The first pattern that matches at a word wins.
"""

from __future__ import annotations

from core.model import TimexType

SHORTHANDS = {
    "MON": "(MONTH|DOUBTMONTH)",
    "WD": "(WDAY|DOUBTWDAY)",
    "ORDN": "(ORD|ORDUNIT)",
    "DAYN": "(DAY|ORD)",
    "UNITN": "(UNIT|UNITS)",
    "NUMBER": "((NUM|WORD)((HYPHEN|AND)?WORD)*(AND A HALF)?|VAGUE)",
    "REL": "(THIS|THAT|LAST|PREVIOUS|NEXT|FOLLOWING)",
    "ANYREL": "(THIS|LAST|PREVIOUS|NEXT|FOLLOWING|PAST)",
    "DASH": "(HYPHEN|TO|AND)",
    "FIGURES": "(TIME CLOCK? AMPM? ZONE?|HOUR AMPM ZONE?|HHMM (ZONE|CLOCK)|DOTTIME (AMPM|ZONE))",
    "CLOCKTIME": "(FIGURES|(HOUR|WORD) CLOCK|CLOCKWORD)",
    "STOP": "(PUNCT|COMMA|DOT|HYPHEN|AND|$)",
}

# A word of these classes alone starts no search: every expression holds one of another class.
LIGHT = frozenset(
    """A AND APPROX AFTER AD ADJ AGO BEFORE BETWEENADJ CE CLAUSE COMMA COUNTED DAY DOT DOTTIME DURING EARLIER
    EDGE EDGEOF EVERY EVERYOTHER FISCAL FOLLOWING HALF HOUR HYPHEN IN LABEL LAST LATER LONG MAGNITUDE
    NAMEHEAD NEXT NUM OF OLD ON ORD ORDUNIT PAST POSS PER PERIOD PREVIOUS QUOTE SHORT SINCE SPANNING THAT THE
    THIS THOSE TIMES TO VAGUE WORD YEARCUE""".split()
)

DATE, TIME, DURATION, SET = TimexType

# A part of the day or a clock time before a day (“the morning of”, “3 p.m. on”), and a part after it.
_PRE = "((THE? pe=EDGE (IN THE)?|THE)? part=PART UNITS? ON|clock=CLOCKTIME ON?)?"
_POST = "(lastpart=PART|(COMMA|IN)? lateclock=CLOCKTIME)?"

# The year after a day, by number or by relation (“of last year”).
_YEAR = "((COMMA|OF)? y=YEAR|OF? rel=REL u=UNIT)?"

# (kind, type, pattern); the kind names the function of core.resolve.dates that gives the value.
PATTERNS: tuple[tuple[str, TimexType, str], ...] = (
    ("nothing", DATE, "NODATE"),
    ("nothing", DATE, "MON DAY NAMEHEAD"),
    ("nothing", DATE, "A ORDUNIT"),
    ("nothing", DATE, "NUMBER HYPHEN? UNITN HYPHEN? OLD"),
    ("iso", DATE, "FAMOUSDAY"),
    ("iso", DATE, "iso=ISO"),
    ("slash", DATE, "slash=SLASH"),
    # 17–19 August 2021; August 17–19, 2021
    ("day", DATE, "THE? also=DAYN DASH THE? day=DAYN OF? m=MON COMMA? (y=YEAR)?"),
    ("day", DATE, "m=MON day=DAYN DASH also=DAYN (?!HYPHEN?UNITN|MON) (COMMA? y=YEAR)?"),
    # Friday, 20 August 2021; the 15th of August; August 20, 2021
    ("day", DATE, f"{_PRE} (wd=WD COMMA?)? (THE(?=ORD))? day=DAYN OF? m=MON COMMA? y=YEAR {_POST}"),
    ("day", DATE, f"{_PRE} (wd=WD COMMA?)? (THE(?=ORD))? day=DAYN OF? m=MON (?!DAY) (OF? rel=REL u=UNIT)? {_POST}"),
    ("day", DATE, f"{_PRE} (wd=WD COMMA?)? m=MON THE? day=DAYN (?!HYPHEN?UNITN) {_YEAR} {_POST}"),
    ("monthday", DATE, "THE day=ORD OF rel=REL u=UNIT"),
    ("monthday", DATE, "(wd=WD COMMA?)? (?<=[IN ON]) THE day=ORDNUM (?=STOP)"),
    # late August 2021; the end of August; last October; October last year; August
    ("month", DATE, "(THE? e=EDGE HYPHEN?|THE? e2=EDGEOF OF)? m=MON (COMMA|OF)? y=YEAR"),
    ("month", DATE, "(THE? e=EDGE HYPHEN?|THE? e2=EDGEOF OF)? m=MON OF? rel=REL u=UNIT"),
    ("month", DATE, "(?<=[IN]) mrel=THAT m=MON"),
    ("month", DATE, "(e=EDGE)? mrel=ANYREL m=MON"),
    ("month", DATE, "(THE? e=EDGE HYPHEN?|THE? e2=EDGEOF OF) m=MON"),
    ("month", DATE, "m=MONTH (?!DAY)"),
    ("month", DATE, "(?<=[IN AND OF HYPHEN EDGE TO]) m=DOUBTMONTH (?!DAY|OTHER)"),
    ("month", DATE, "(?<=[IN]) m=DOUBTMONTH"),
    ("month", DATE, "m=DOUBTMONTH (?=DASH MON)"),
    # Friday; last Friday; Friday night; Friday last week
    ("nothing", DATE, "THE? (LAST|ORDN) WDAY (?=(OF|IN) (MON|THE|REL))"),
    ("weekday", DATE, "(?<=[IN]) rel=THAT wd=WDAY (lastpart=PART)?"),
    ("weekday", DATE, f"{_PRE} (e=EDGE ON?)? (rel=ANYREL)? wd=WDAY (OF? wrel=REL u=UNIT)? (e2=EDGE)? {_POST}"),
    ("weekday", DATE, f"(?<=[IN]) wd=DOUBTWDAY {_POST}"),
    ("holiday", DATE, f"{_PRE} (rel=REL)? h=HOLIDAY (COMMA? y=YEAR|OF? yrel=REL u=UNIT)? (lastpart=PART)?"),
    # quarters, halves, seasons
    (
        "quarter",
        DATE,
        "THE? ADJ? q=ORDN HYPHEN? ADJ? QUARTERWORD ((OF|IN|COMMA)? (ADJ)? (y=YEAR|rel=REL u=UNIT|THE ADJ? UNIT))?",
    ),
    ("quarter", DATE, "(THE)? (ADJ)? qn=QN ((OF|IN|COMMA)? y=YEAR)?"),
    ("quarter", DATE, "y=YEAR qn=QN"),
    ("half", DATE, "THE? half=ORDN HALF OF (y=YEAR|rel=REL u=UNIT|THE UNIT|m=MON)"),
    ("nth", DATE, "THE? nth=(LAST|ORDN) u=UNIT OF (m=MON (COMMA|OF)? (y=YEAR)?|y2=YEAR)"),
    ("nothing", DATE, "THE? LAST UNIT OF"),
    ("season", DATE, "THE? e=EDGE? HYPHEN? s=(SEASON|DOUBTSEASON) (COMMA|OF)? y=YEAR"),
    ("season", DATE, "y=YEAR s=SEASON"),
    ("season", DATE, "THE? e=EDGE? HYPHEN? s=(SEASON|DOUBTSEASON) OF? yrel=REL u=UNIT"),
    ("season", DATE, "THE? (e=EDGE|e2=EDGEOF OF)? THE? rel=REL s=(SEASON|DOUBTSEASON)"),
    ("season", DATE, "(THE? e2=EDGEOF OF THE?|THE|THE? e=EDGE HYPHEN?|(?<=[IN AND OF TO HYPHEN])) s=SEASON"),
    ("season", DATE, "(?<=[IN]) THE e=EDGE? s=DOUBTSEASON (?!OF)"),
    # the 1990s, the 19th century, 490 BC, 2008
    ("today", DATE, f"{_PRE} (e=EDGE)? t=TODAY {_POST}"),
    ("nightword", TIME, "(clock=CLOCKTIME)? (e=EDGE)? night=NIGHTWORD"),
    ("clock", TIME, "clock=CLOCKTIME"),
    ("decade", DATE, "(THE? e2=EDGEOF OF)? THE? e=EDGE? HYPHEN? QUOTE? d=DECADE"),
    ("century", DATE, "(THE? e2=EDGEOF OF)? THE? e=EDGE? HYPHEN? c=ORDN HYPHEN? u=UNIT (era=ERA|AD|CE)?"),
    ("year", DATE, "(THE? e=EDGE HYPHEN?|THE? e2=EDGEOF OF)? (THE? UNIT)? y=SHORT era=ERA"),
    ("year", DATE, "(THE? e=EDGE HYPHEN?|THE? e2=EDGEOF OF)? (THE? UNIT)? AD y=SHORT"),
    ("year", DATE, "(THE? e=EDGE HYPHEN?|THE? e2=EDGEOF OF) THE? UNIT? y=YEAR"),
    ("year", DATE, "THE? fiscal=FISCAL UNIT? y=YEAR"),
    ("year", DATE, "THE? ADJ UNIT? y=YEAR"),
    ("year", DATE, "THE? UNIT y=YEAR"),
    ("year", DATE, "y=YEAR (HYPHEN) also=(YEAR|YY)"),
    ("year", DATE, "y=YEAR (AD|CE)?"),
    ("year", DATE, "(?<=[IN AND OF TO HYPHEN THE]) QUOTE yy=YY (?!UNITN)"),
    # two days ago, a week earlier
    ("ago", DATE, "APPROX? (A? HALF A|n=NUMBER|A) BETWEENADJ? u=UNITN (AND A half=HALF)? AGO"),
    ("vague", DATE, "UNITS dir=(AGO|EARLIER|LATER)"),
    ("shift", DATE, "THE? u=UNIT HYPHEN dir=(EARLIER|AGO) (QUARTERWORD|PERIOD)?"),
    ("partshift", TIME, "THE part=PART dir2=(BEFORE|AFTER)"),
    ("shift", DATE, "APPROX? (n=NUMBER|A) BETWEENADJ? u=UNITN (dir=(EARLIER|LATER)|dir2=(BEFORE|AFTER) (?=STOP))"),
    ("dayshift", DATE, "THE dayu=UNIT dir2=(BEFORE|AFTER) (?=STOP)"),
    # sets
    ("set", SET, "EVERY n=NUMBER u=UNITN"),
    ("set", SET, "(EVERY|other=EVERYOTHER) (u=UNIT|wd=WD|part=PART|s=SEASON|m=MON)"),
    ("set", SET, "PER u=UNIT"),
    ("set", SET, "(?<=[TIMES]) A u=UNIT"),
    ("set", SET, "(?<=[NUM UNITS COUNTED MAGNITUDE]) A u=UNIT"),
    ("set", SET, "f=FREQ"),
    ("set", SET, "wds=WDAYS"),
    # the last two years, the past year, two years, a two-day
    ("duration", DURATION, "THE? (ANYREL|PAST|ORDN|THOSE) APPROX? n=NUMBER BETWEENADJ? u=UNITN"),
    ("duration", DURATION, "(THE|THIS)? PAST u=UNIT"),
    ("duration", DURATION, "(THE|THIS)? (PAST|NEXT|LAST|THOSE) VAGUE? u=UNITS"),
    ("relunit", DATE, "THE rel=LAST u=QUARTERUNIT"),
    ("duration", DURATION, "(?<![THE NUM WORD]) u=UNITS (?=OF)"),
    ("duration", DURATION, "(?<=[SPANNING]) THE (LAST|NEXT) u=UNIT"),
    # today, this morning, earlier this week, the end of the year
    ("relpart", TIME, "(e=EDGE)? THE? rel=REL part=PART"),
    ("weekend", DATE, "(THE? e=EDGE|THE? e2=EDGEOF OF)? (rel=REL|THE) WEEKEND"),
    ("relunit", DATE, "rel=REL u=UNIT POSS e2=EDGEOF (?!OF)"),
    ("relunit", DATE, "(THE? e=EDGE|THE? e2=EDGEOF OF)? THE? ADJ? rel=REL ADJ? u=UNIT (?!OLD|OF)"),
    ("relunit", DATE, "(THE? e2=EDGEOF OF|e=EDGE IN) THE ADJ? u=UNIT"),
    ("relunit", DATE, "THE? u=UNIT (HYPHEN|POSS) e2=EDGEOF (?!OF)"),
    ("theday", DATE, "THE dayu=UNIT (?!OF|BEFORE|AFTER|CLAUSE)"),
    ("duration", DURATION, "A? u=UNITN HYPHEN LONG"),
    ("duration", DURATION, "APPROX? A? HALF (HYPHEN|A)? halfu=UNIT"),
    ("duration", DURATION, "APPROX? n=NUMBER (HYPHEN|BETWEENADJ)? u=UNITN (HYPHEN? LONG)?"),
    ("duration", DURATION, "APPROX? A BETWEENADJ? u=UNIT (AND A half=HALF)? (?!OLD)"),
    ("duration", DURATION, "u=LONGWORD"),
    ("duration", DURATION, "(?<=[DURING]) APPROX? u=UNITS"),
    ("duration", DURATION, "(?<=[SPANNING]) THE u=UNITS (?!OF|YEAR)"),
    # since then, now, recently
    ("since", DATE, "SINCE THEN"),
    ("ref", DATE, "THE ref=REFPASTNOUN (?=STOP)"),
    ("ref", DATE, "THE? ref=(REFPRESENT|REFPAST|REFFUTURE) (?!HYPHEN)"),
    ("clock", TIME, "(?<=[IN THE]) (e=EDGE)? part=PART (?!OF)"),
)
