"""Counted nouns: the singular of a plural, and the plural of a singular."""

from __future__ import annotations

_WORDS = """
people person | women woman | men man | children child | feet foot | teeth tooth | mice mouse | geese goose | oxen ox
lice louse | dice die
lives life | wives wife | knives knife | midwives midwife | halves half | thieves thief | leaves leaf | loaves loaf
shelves shelf | wolves wolf | calves calf | hooves hoof | scarves scarf | elves elf | selves self
criteria criterion | phenomena phenomenon | bacteria bacterium | stadia stadium | referenda referendum | strata stratum
spectra spectrum | genera genus | memoranda memorandum | symposia symposium | consortia consortium
curricula curriculum
alumni alumnus | nuclei nucleus | fungi fungus | cacti cactus | larvae larva | algae alga | antennae antenna
formulae formula | nebulae nebula | vertebrae vertebra | supernovae supernova
indices index | matrices matrix | vertices vertex
analyses analysis | crises crisis | theses thesis | oases oasis | hypotheses hypothesis | diagnoses diagnosis
buses bus | viruses virus | campuses campus | bonuses bonus | censuses census | circuses circus | choruses chorus
walruses walrus | octopuses octopus | surpluses surplus | gases gas | biases bias | lenses lens | atlases atlas
quizzes quiz | movies movie | cookies cookie | zombies zombie | rookies rookie | selfies selfie | smoothies smoothie
prairies prairie | calories calorie | sorties sortie | brownies brownie | birdies birdie | hoodies hoodie
premises premises | passers-by passer-by | runners-up runner-up
"""
_SINGULARS = {
    plural: single for line in _WORDS.split("\n") for pair in line.split("|") if pair.strip()
    for plural, single in [pair.split()]
}  # fmt: skip
"""Plurals that no rule makes, with their singular."""

_LONGEST = max(map(len, _SINGULARS))

_PLURALS = {single: plural for plural, single in reversed(_SINGULARS.items())}


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


INVARIANT = _set(
    """staff personnel crew aircraft spacecraft hovercraft livestock cattle sheep fish deer salmon trout shrimp bison
    species series means headquarters works barracks offspring police dead troops clergy swine poultry news gross
    head"""
)
"""Nouns whose plural looks like their singular, or that have no other number."""

_SILENT_E = ("headaches", "caches", "niches", "avalanches", "axes", "psyches")
"""Plurals of nouns in -che and -xe, which keep their e."""

_TAXES = ("taxes", "waxes", "faxes")
"""Plurals in -axes that have none."""

_IN_OES = ("echoes", "heroes", "potatoes", "tomatoes", "vetoes", "volcanoes", "torpedoes", "mosquitoes", "cargoes",
           "tornadoes", "mangoes", "buffaloes", "zeroes", "embargoes", "dominoes")  # fmt: skip
"""Plurals of nouns in -o that take es."""


_NO_MEN = _set("specimen regimen abdomen omen semen acumen stamen lumen hymen yemen amen ramen foramen")
_NO_MAN = _set("human german roman norman ottoman shaman talisman caiman brahman")


_NO_COMPOUNDS = _set("slice splice malice accomplice chalice jaundice prejudice cowardice pumice olives abuses delves")
"""Words that only end like an irregular plural."""

_BEHIND_HEAD = _set("by up on in-law at-arms in-arms of-war in-chief")
"""What stands behind the noun of a compound: "men-at-arms"."""


def _compound(lower: str) -> str:
    """The singular of "men-at-arms", "businesswomen" and "grandchildren", or nothing."""
    head, _, rest = lower.partition("-")
    if rest in _BEHIND_HEAD:
        return f"{singular(head)}-{rest}"
    return "" if lower in _NO_COMPOUNDS else _by_last_part(lower, _SINGULARS)


def are_men(low: str) -> bool:
    """Whether a word in lower case is a plural in -men: firemen, but no specimen."""
    return low.endswith("men") and low not in _NO_MEN


def singular(noun: str) -> str:
    """Give the singular of an English noun: countries, country; people, person; aircraft, aircraft."""
    lower = noun.lower()
    if lower in _SINGULARS or lower in INVARIANT:
        return _SINGULARS.get(lower, lower)
    if compound := _compound(lower):
        return compound
    if are_men(lower):
        return f"{lower[:-3]}man"
    if lower.endswith(("ss", "us", "is")) or not lower.endswith("s") or len(lower) < 4:
        return lower
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    hissing = lower.endswith(("sses", "shes", "ches", "xes", "zzes")) and not lower.endswith(_SILENT_E)
    return lower[:-2] if hissing or lower.endswith((*_TAXES, *_IN_OES)) else lower[:-1]


def plural(noun: str) -> str:
    """Give the plural of a counted noun: ``projects``, ``countries``, ``people``."""
    if noun in _PLURALS or noun in INVARIANT:
        return _PLURALS.get(noun, noun)
    head, _, rest = noun.partition("-")
    if compound := f"{plural(head)}-{rest}" if rest in _BEHIND_HEAD else _by_last_part(noun, _PLURALS):
        return compound
    if noun.endswith("man") and noun not in _NO_MAN:
        return f"{noun[:-3]}men"
    if noun.endswith("y") and noun[-2:-1] not in set("aeiou"):
        return f"{noun[:-1]}ies"
    hissing = noun.endswith(("s", "x", "ch", "sh")) or f"{noun}es" in _IN_OES
    return f"{noun}es" if hissing else f"{noun}s"


def _by_last_part(noun: str, forms: dict[str, str]) -> str:
    """Change the last part of a compound of one word, or give nothing."""
    sizes = (size for size in range(min(len(noun) - 1, _LONGEST), 3, -1) if noun[-size:] in forms)
    size = next(sizes, 0)
    return noun[:-size] + forms[noun[-size:]] if size else ""
