"""The words that decide whether a full stop ends a sentence."""

from __future__ import annotations

from claimcheck.read.words import words

# Never the end of a sentence: something that belongs to them follows.
LEADS_ON = words(
    "dr drs mr mrs ms mx prof rev hon capt lt col sgt gov sen rep pres vs v cf viz e.g eg i.e ie approx ca "
    "resp incl inkl esp"
)
# Not the end before a number, or, for the second group, before a name.
BEFORE_NUMBER = words(
    "ep eps reg para eq tab cl lic bldg "
    "no nos nr fig figs vol ch sec art ref refs pp p pg tel ph ext jan feb mar apr jun jul aug sep sept oct "
    "nov dec est c"
)
# The end only before a word that clearly starts a sentence.
MAYBE = words(
    "st mt ft u.s u.k u.s.a e.u d.c n.y l.a inc ltd co corp llc gmbh jr sr bros m.d ph.d d.o r.n d.c d.d.s "
    "m.p.h m.s b.s b.a m.a dept univ assn ave blvd rd hwy ste apt al calif fla tex ariz penn mass conn wash "
    "colo ill mich minn tenn va ga md"
)
CLOCK = frozenset({"a.m", "p.m", "am", "pm"})
CLOCK_GOES_ON = words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun est edt cst cdt mst "
    "mdt pst pdt et ct mt pt gmt utc eastern central pacific mountain january february march april may june "
    "july august september october november december"
)
STARTERS = words(
    "a an the this that these those he she it we they i you my our your his her its their there here what who "
    "when where why how which if in on at by for from with after before since during while although though "
    "because however but and so or yet no not all most many some each every both any as to is are was were do "
    "does did can could will would should may might must has have had call book contact get learn visit "
    "schedule ask find read see try start stop join click discover feel let now today please patients results "
    "unlike once then thus therefore also even just only say nothing nobody everyone many results treatment "
    "treatments stem therapy pain free meet come make take don't we're we've you'll you're it's i'm i've he's "
    "she's that's there's"
)
SPEAKS = words(
    "says said asks asked writes wrote adds added explains explained recalls recalled reports reported tells told"
)
DOMAINS = words("com org net edu gov io co uk de info biz us eu clinic health js ts py html htm php pdf jpg png")
# `St.Louis` and `9a.m.Monday` lack a space, not a sentence's end.
NEVER_GLUED = LEADS_ON | MAYBE | CLOCK
# What starts a sentence even where people write without capitals.
SMALL_STARTERS = words("we our you your it this these the i my it's we're you're i'm")
ANY = NEVER_GLUED | BEFORE_NUMBER
# After these a single letter is no initial: `Vitamin C. Zinc.`
LETTERED = words("vitamin vitamins plan group type grade hepatitis category option class stage factor step part")
