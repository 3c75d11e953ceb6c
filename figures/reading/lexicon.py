"""The closed lists of words that the rules of the reader ask for."""

from __future__ import annotations

from figures.nouns import are_men


def words(text: str) -> frozenset[str]:
    """Make a set of the words of a text."""
    return frozenset(text.split())


STOPS = words(
    """a an the and or but nor so yet if that this these those which who whom whose what when where while because
    although though unless than as at by for from in into of off on onto out over under up upon with within without
    to toward towards through throughout during before after since until till about above across against along among
    around behind below beneath beside besides between beyond down inside near outside past per via amid despite except
    including excluding regarding concerning compared versus vs worth he she it they we you i him her them us me his
    hers its their our your my mine ours yours theirs is are was were be been being am has have had having do does did
    done will would shall should can could may might must not also only just even still already ever never always often
    now then there here how why both either neither each every all any some more most less least fewer much many
    last next ago later earlier annually yearly monthly weekly daily alone together respectively away apart long wide
    tall high deep old said says say according due such well too very again back however therefore thus
    carries serves contains receives requires applies becomes tells describes explains exists consists
    came come comes went go goes made make makes took take takes got get gets gave give gives became become becomes
    left fell fall falls rose rise rises grew grow grows lost won saw see sees held hold holds kept keep keeps began
    begin begins ran run runs met meet cut put set hit let led paid pay pays sold sell sells bought buy told felt
    found sent spent built stood sat brought thought caught taught meant showed shown show shows known
    remain remains remained seem seems include includes included need needs want wants use uses used
    die died dies applied gathered attended took participated agreed signed joined voted reported instead once
    yesterday today tomorrow tonight whether plus minus times equals doubles
    trebles triples doubled trebled tripled
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december"""
)
"""Words that end the run of words after a number, in which its noun stands."""

NOT_PLURAL = words(
    """this his its was has is as us plus perhaps always besides thus yes does gas bus versus previous various whereas
    towards afterwards nowadays overseas less vis times others ones"""
)
"""Words in -s that are no plural nouns."""

UNMARKED = words(
    """people children men women staff personnel crew aircraft spacecraft livestock cattle sheep fish species series
    police troops oxen mice geese teeth feet criteria phenomena headquarters offspring bacteria deer salmon trout
    shrimp bison swine poultry larvae algae antennae formulae nebulae vertebrae supernovae fungi cacti nuclei stadia
    referenda strata spectra genera alumni dice lice head memoranda symposia consortia curricula"""
)
"""Plural nouns without -s, or whose singular has it too."""

KEEPS = words("staff personnel crew aircraft fish police head bacteria")
"""Plurals that stand straight before another: "four fish species", "two aircraft carriers"."""

MODIFIERS = words(
    """sales women men sports goods arms news savings systems communications operations economics mathematics physics
    electronics logistics"""
)
"""Plurals that often stand before another noun: "sales offices", "women writers"."""

PLAIN = words(
    """additional extra new further more full entire consecutive straight fiscal financial calendar academic past last
    successive whole long other complete solid short odd"""
)
"""Words that may stand before a unit without making it another: "three consecutive years"."""

PERIODS = words(
    """year years month months week weeks day days hour hours minute minutes second seconds quarter annum yr night
    decade"""
)

PER_THING = PERIODS | words(
    """share barrel bbl tonne ton litre liter gallon pound kilo kilogram kg kilometre kilometer km mile unit head person
    piece bushel ounce acre hectare household capita employee worker student visitor passenger ticket hour watt
    kilowatt megawatt kwh mwh mmbtu vehicle car user customer pack bottle pop dozen"""
)
"""What "a" and "an" after a unit may divide by: "$98 a share"."""

NOT_A_RATE = words("earlier ago later prior previously old ahead hence")
"""After "a year", they make it a point in time and no rate."""

MAYBE_A_RATE = words("before after into")
"""After "a year", they may: "it sold for $5 million a year after it opened", "it earned $5 million a year before"."""

DEDUCTED = words("tax taxes taxation interest costs expenses deductions inflation fees charges rent housing benefits")
"""After "a year before", they say that it is a rate: "$50,000 a year before tax"."""

NEVER_UNITS = words(
    """a y has as pa p.a. d time mo mark t. at us no ac deg all try top per x. be to or b pps le bp. min. ' re re. sh
    sh."""
)
"""Signs of units that are English words, or nearly so."""

NOT_BEFORE = words(
    "ALL TRY TOP MOP CUP LE c p ¢ cent kr. Re pound penny dime franc peso krona krone mark pence Euro INR."
)
"""Signs of money that do not stand before their number, or are words."""

MONEY_NAMES = words("Rupees Dollars Euros Pounds Euro Tenge Yen Roubles Rubles")
"""Names of money that contracts write before the number."""

AFTER_HYPHEN = words("a an per long wide high deep thick tall old plus strong")
INCH_CONTEXT = words("thick long wide high tall deep across diameter apart by of")

LABELS = words(
    """article articles section sections chapter chapters table tables figure figures fig figs page pages no nos nr
    number numbers resolution annex appendix schedule exhibit clause paragraph paragraphs para paras step item items
    question equation eq eqs note notes footnote volume vol issue version ver rule rules regulation regulations
    directive protocol act law bill decree order room platform gate line track lane floor exit route highway interstate
    flight channel phase stage tier category class grade type level group zone district ward lot block unit building
    house box panel part book verse psalm scene episode season series model mark lesson module scope priority goal
    target objective option scenario case sample plate slide patent file ref reference isbn issn doi id standard iso en
    ieee rfc form p pp ch § # art sec arts secs subsection day week round lap game match test seed ranked rank ext tel
    telephone phone fax apartment apt suite street st avenue runway terminal pier berth reactor core boeing airbus
    fortune stop flat clauses schedules annexes appendices exhibits"""
)
"""Words that make the number after them a label."""

NUMBERED = words(
    """year title formula league division area bus tram train radio apollo windows iphone galaxy falcon shuttle sputnik
    gemini soyuz voyager formation sector sol ward squad team pier plot tower reactor war expedition battery cohort
    cluster form stream key method grand super"""
)
"""Words that, with a capital, form a name with the number after them, whatever noun follows: "Radio 4 listeners"."""

VERBAL_LABELS = words(
    "stop building form no number order target test box house match file mark sample note lead round rank act"
)
"""Labels that may be verbs at the start of a sentence: "Order 5 books"."""

PLACING = words("in at on from to across within throughout near outside inside around for of")
"""Before a name, they make it a place or a day: "In Germany 300 people died"."""

KINDS = words(
    "type phase stage tier category grade level class chapter section article step version zone route highway"
)
"""Labels that in lower case too may own the number after them: "type 2 diabetes"."""

ORDERS = words(
    """unlike like visit learn try build win start stop plan follow answer check help feed open close
    add take buy use give make put get keep send bring find choose pick sell mix cut place set leave let allow
    include count read see draw write name list spend save pay eat drink boil cook beat pour serve combine remove
    total another police officials later earlier yesterday today tomorrow tonight altogether overall perhaps maybe
    more fewer less most least half twice once additional further extra new old young good big small large local
    foreign high low average annual daily top first last next soon again still even ever how why who whose"""
)
"""Words at the start of a sentence that form no name with the number after them."""

DOTTED_LABELS = words("no nos fig figs vol art sec p pp para eq ch nr ref ext tel")

HEADS = words(
    """expo olympics olympiad euro cop vision agenda horizon games championship championships summit forum davos
    strategy plan programme program windows apollo voyager soyuz world cup biennale eurovision conference convention
    act code law census election elections budget report"""
)
"""Words that form a name with the year after them: "EXPO 2017", "Companies Act 2006"."""

FUNCTION = words(
    """in by since the a an of for from until till to during between and or at on with this that these those after
    before about around over under early late mid fiscal year fy some nearly almost only all each every both but it
    its their our his her we they he she i you there here when where while as if than then now so not no more most
    least total up down approximately roughly exactly just another other minus plus per january"""
)
"""Words that, even with a capital, form no name with the number after them."""

YEARLY = words(
    """levels level prices figures figure elections election census report season results result budget data standards
    terms values rates rules estimates estimate survey edition crisis olympics championships games baseline average
    target targets agreement law act convention treaty guidelines forecast sales revenue revenues earnings profits
    exports imports"""
)
"""Nouns that have a year rather than are counted: "1990 levels"."""

SURELY_YEAR = words(
    """in since until till during before after circa fy fiscal year early late mid pre post summer autumn winter spring
    calendar c ca grace lord domini"""
)

MAYBE_YEAR = SURELY_YEAR | words(
    """the by of for and or to on with from a an its their our his her new this that these those all both s at
    between about under over than versus vs per as into"""
)
"""Before four digits and a noun: sure of a year, and, unless the number is round, likely of one."""

DATED = words(
    """fire flood plague earthquake war battle siege peace treaty union act charter census revolution revolt rebellion
    rising uprising massacre famine winter summer spring autumn year years storm eruption edition map law decree edict
    constitution bull council parliament election crisis crash panic frost comet eclipse accord truce coup conquest
    invasion campaign expedition voyage settlement partition reformation restoration"""
)
"""What a year is told of: "the fire of 1666"."""

COUNTING = words(
    """some more fewer less than nearly almost approximately roughly least most exactly only just exceeded exceeding
    exceeds topped estimated total another other has have had having were are employ employs employed employing
    host hosts hosted kill kills killed injure injures injured
    sold built made opened closed added lost bought delivered produced counted up to"""
)
"""Before four digits and a noun, they say that it is counted."""

LENGTHS = words(
    """long wide high tall deep thick away above below asl apart across height heights length lengths depth
    depths width widths altitude altitudes elevation distance distances wingspan diameter radius perimeter ran
    run swam jumped threw jump throw leap climb climbed dive dived vault sprint sprints hurdles freestyle butterfly
    backstroke breaststroke relay medley steeplechase race races pool runner runners swimmer swimmers sprinter
    runway summit peak peaks ridge cliff tower towers mast wall walls fence cable rope pipe pipes tunnel trench
    shaft borehole well boat ship yacht vessel reach outreach span spans gauge beam clearance visibility waves
    wave swell contour track km dm cm mm ft feet metre metres meter meters yards miles kilometres kilometers
    upstream downstream offshore underwater seabed"""
)
"""Words near an "m" that make it metres rather than millions."""

WARMTH = words(
    """temperature temperatures thermometer degree degrees heat heated hot hotter hottest cold colder coldest warm
    warmer warmest cool cooler oven bake baked cook preheat fever boil freeze freezing frost weather forecast high highs
    low lows melting c f air water climate celsius fahrenheit heatwave"""
)
"""Words near an "F" that make it degrees Fahrenheit rather than a woman's age."""

RACES = words("50 60 80 100 110 200 300 400 500 800 1000 1,000 1500 1,500 3000 3,000 5000 5,000 10000 10,000")
"""Distances that are run and swum."""

OF_THEIRS = words("the its their his her our my your these those last first past next previous all some other only")
"""Between a part and its whole: "four of their last five matches"."""

RANGING = words(
    """range ranges ranged ranging vary varies varied varying anywhere between somewhere anything sizes ages lengths
    depths heights altitudes"""
)
CHANGING = words(
    """rose fell grew up down increased decreased declined dropped gained lost climbed jumped by added slipped advanced
    slid surged tumbled rising falling increase sank shed soared edged improved reduced
    expanded widened narrowed went moved cut"""
)
LASTING = words(
    """lasted last lasts lasting take takes took taking is was be been were aged spans spanned for after has have had
    having of just well"""
)
"""Before "over three years", they make "over" a bound."""

SPREADING = words(
    """spread spreads spreading extend extends extended extending stretch stretches stretched stretching sprawl sprawls
    sprawled sprawling scattered strewn dispersed distributed planted planting carried carrying transported hauled
    trucked piped pumped towed flown ferried"""
)
"""Verbs that make "over 38 km" and "over 860 hectares" where something lies or goes."""

OVERSEERS = words(
    """king queen emperor pope president governor monarch ruler sultan tsar shah minister chancellor government manager
    coach captain director boss editor dynasty regime flag name title label brand heading pseudonym condition scenario
    law treaty contract agreement programme program licence license"""
)
"""What people and things are under: "under six kings", "sold under three brands"."""

NOT_ONE_BEFORE = words("the this that every any each some no another which last next number other good new big else")
NOT_ONE_AFTER = words(
    """another who whose that which can could should must would may might is was has had does day s or and thing by
    side time way hand reason example"""
)
DETERMINERS = words("the its their our his her these those them us my your")
"""Around "one", they make it a pronoun."""

VERBAL = words("to will would could may might can almost nearly than and should must about roughly over not")
"""Before "double" and "triple", they make them multiples."""


def is_plural(low: str) -> bool:
    """Whether a word looks like a plural noun."""
    if low in UNMARKED or are_men(low) or low.endswith("children"):
        return True
    if low.endswith("wards") and low not in {"wards", "awards", "rewards", "stewards", "cowards", "leewards"}:
        return False
    plain = len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is"))
    return plain and low not in NOT_PLURAL
