"""The table of units: data only; ``units`` reads it.

Factors are exact and relative to the first unit of the dimension in SI (international yard and
pound of 1959, United States gallon, oil barrel of 42 gallons, ISO 80000 prefixes).
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One unit: its canonical symbol, other symbols (case counts), and names (case does not).

    ``prefixes`` are the SI letters it takes, on the symbol, on ``prefixed_signs`` and on
    ``prefixed_names``; with ``folds`` the prefix goes into the value.
    """

    symbol: str
    dimension: str
    factor: str
    signs: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    prefixes: str = ""
    prefixed_signs: tuple[str, ...] = ()
    prefixed_names: tuple[str, ...] = ()
    folds: bool = False


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _row(dimension: str, symbol: str, factor: str, signs: str = "", names: str = "") -> Row:
    return Row(symbol=symbol, dimension=dimension, factor=factor, signs=_list(signs), names=_list(names))


def _si(dimension: str, symbol: str, factor: str, names: str, *rest: str) -> Row:
    """Make a unit whose prefixed forms are units of their own: km beside m. The rest: prefixes, signs."""
    prefixes, signs = rest[0], _list(rest[1] if len(rest) > 1 else "")
    return Row(symbol=symbol, dimension=dimension, factor=factor, signs=signs, names=_list(names),
               prefixes=prefixes, prefixed_signs=signs, prefixed_names=_list(names))  # fmt: skip


def _folding(dimension: str, symbol: str, factor: str, names: str, *rest: str) -> Row:
    """Make a unit whose prefixes stand for spoken scale words: Mt for million tonnes."""
    return replace(_si(dimension, symbol, factor, names, *rest), folds=True)


def _powers(symbol: str, factor: int, names: str) -> tuple[Row, Row]:
    """Make the square and the cube of a length, as m2, m², m^2, sq m, square metre."""
    rows = []
    for power, mark, short, word, after in ((2, "²", "sq", "square", "squared"), (3, "³", "cu", "cubic", "cubed")):
        signs = tuple(f"{symbol}{raised}" for raised in (mark, f"^{power}", f" {after}"))
        signs += (f"{short} {symbol}", f"{short}. {symbol}")
        forms = tuple(f"{form} {name}" for name in _list(names) for form in (word, short, f"{short}.")) + tuple(
            f"{name} {after}" for name in _list(names)
        )
        kind = "area" if power == 2 else "volume"
        value = f"{10 ** (factor * power)}" if factor >= 0 else f"1/{10 ** (-factor * power)}"
        rows.append(Row(symbol=f"{symbol}{power}", dimension=kind, factor=value, signs=signs, names=forms))
    return rows[0], rows[1]


def _product(dimension: str, symbol: str, factor: str, words: str, apart: str = "") -> Row:
    """Make a product of two units: "12 N m", "newton-metre", "tonne kilometres"."""
    one, _, two = (apart or symbol).partition(" ")
    above, _, other = words.partition("; ")
    signs = ", ".join(f"{one}{joint}{two}" for joint in (" ", "·", "⋅", "-", "") if two)
    names = ", ".join(f"{first}{joint}{last}" for first in _list(above) for last in _list(other) for joint in " -")
    return _row(dimension, symbol, factor, signs, names)


_CO2E = ", ".join(
    f"{ton}{of}{gas}"
    for ton in ("tonne", "ton", "metric ton", "metric tonne")
    for of in (" of ", " ")
    for gas in _list(
        "co2 equivalent, co2-equivalent, carbon dioxide equivalent, co2e, co2eq, co2-eq, co₂e, co₂ equivalent"
    )
)
"""The names of the tonne of carbon dioxide equivalent."""

TABLE: tuple[Row, ...] = (
    # Mass, in kilograms. The tonne folds: Mt is how "million tonnes" is abbreviated.
    _folding("mass", "t", "1000", "tonne", "kMG"),
    _row("mass", "t", "1000", "MT, mt, T", "metric ton, metric tonne, ton, megagram"),
    _si("mass", "g", "1/1000", "gram, gramme", "pnµmk", "gm"),
    _row("mass", "kg", "1", "kgs, Kg, KG, Kgs", "kilo"),
    _row("mass", "lb", "45359237/100000000", "lbs, lb.", "pound-mass"),
    _row("mass", "oz", "45359237/1600000000", "oz.", "ounce"),
    _row("mass", "troy ounce", "311034768/10000000000", "ozt", "troy ounce, fine ounce"),
    _row("mass", "short ton", "90718474/100000", "", "short ton"),
    _row("mass", "long ton", "10160469088/10000000", "", "long ton"),
    _row("mass", "quintal", "100", "", "quintal"),
    _row("mass", "carat", "1/5000", "ct", "carat"),
    _row("mass", "stone", "635029318/100000000", "st", "stone"),
    _row("mass", "dram", "45359237/25600000000", "", "dram"),
    # Length, in metres; mi before m so that "miles" is never metres.
    _row("length", "mi", "1609344/1000", "", "mile, statute mile"),
    _si("length", "m", "1", "metre, meter", "apnµmcdk"),
    _row("length", "km", "1000", "kms, Km, KM, Kms"),
    _row("length", "ft", "3048/10000", "ft., '", "foot"),
    _row("length", "in", "254/10000", 'in., "', "inch"),
    _row("length", "yd", "9144/10000", "yds", "yard"),
    _row("length", "nmi", "1852", "NM", "nautical mile"),
    _row("length", "light-year", "9460730472580800", "ly", "light-year, light year"),
    _row("length", "au", "149597870700", "AU", "astronomical unit"),
    *_powers("m", 0, "metre, meter"),
    *_powers("km", 3, "kilometre, kilometer"),
    *_powers("cm", -2, "centimetre, centimeter"),
    *_powers("mm", -3, "millimetre, millimeter"),
    _row("area", "ha", "10000", "", "hectare"),
    _row("area", "acre", "40468564224/10000000", "ac", "acre"),
    _row("area", "sq mi", "2589988110336/1000000", "sq. mi, mi2, mi², mi^2, sq. mi.", "square mile, sq mile, sq. mile"),
    _row("area", "sq ft", "9290304/100000000", "sq. ft, sqft, ft2, ft², ft^2, sq. ft.", "square foot, sq foot"),
    _row("area", "sq in", "64516/100000000", "sq. in, in2, in²", "square inch"),
    _row("area", "sq yd", "83612736/100000000", "", "square yard"),
    _row("volume", "m3", "1", "cbm"),
    _row("volume", "cm3", "1/1000000", "cc", "cubic centimetre"),
    _si("volume", "L", "1/1000", "litre, liter", "nµmcdhM", "l"),
    _row("volume", "gal", "3785411784/1000000000000", "gals, gal.", "gallon, us gallon, u.s. gallon"),
    _folding(
        "volume",
        "bbl",
        "158987294928/1000000000000",
        "barrel, barrel of oil, oil barrel, barrel of crude, barrel of crude oil",
        "kM",
    ),
    _row("volume", "cu ft", "28316846592/1000000000000", "ft3, ft³, ft^3, cu. ft, cu. ft., cf", "cubic foot"),
    _row("volume", "cu mi", "4168181825440579584/1000000000", "mi3, mi³", "cubic mile"),
    _row("volume", "cu yd", "764554857984/1000000000000", "yd3, yd³", "cubic yard"),
    _row("volume", "cup", "2365882365/10000000000000", "", "cup"),
    _row("volume", "tbsp", "1478676478125/100000000000000000", "", "tablespoon, tbsp"),
    _row("volume", "tsp", "492892159375/100000000000000000", "", "teaspoon, tsp"),
    _row("volume", "pt", "473176473/1000000000000", "", "pint"),
    _row("volume", "qt", "946352946/1000000000000", "", "quart"),
    _row("volume", "fl oz", "295735295625/10000000000000000", "fl. oz, fl. oz.", "fluid ounce"),
    _row("container", "TEU", "1", "TEUs", "twenty-foot equivalent unit"),
    # Energy in joules, power in watts; a watt-hour is 3600 J.
    _si("energy", "Wh", "3600", "watt-hour, watt hour, watthour", "mkMGTP", "W·h, W h"),
    _row("energy", "kWh", "3600000", "kwh, KWh, Kwh, KWH, kWhs, kW-h", "unit of electricity"),
    _si("energy", "J", "1", "joule", "nµmkMGTPE"),
    _si("energy", "eV", "1602176634/10000000000000000000000000000", "electronvolt, electron volt", "mkMGT"),
    _si("energy", "cal", "4184/1000", "calorie", "k"),
    _row("heat", "Btu", "1", "BTU, btu, Btus, BTUs", "british thermal unit"),
    _row("heat", "million Btu", "1000000", "", "million british thermal unit, million btu"),
    _folding(
        "oil equivalent",
        "toe",
        "1",
        "tonne of oil equivalent, ton of oil equivalent, tonne oil equivalent, ton oil equivalent",
        "kMG",
    ),
    _folding("oil barrels", "boe", "1", "barrel of oil equivalent, barrel oil equivalent", "kM"),
    _folding(
        "coal equivalent", "tce", "1", "tonne of coal equivalent, ton of coal equivalent, tonne coal equivalent", "kMG"
    ),
    _folding("carbon dioxide", "tCO2", "1", "", "kMG", "tCO₂, t CO2, t CO₂, tCO 2"),
    _folding(
        "CO2 equivalent",
        "tCO2e",
        "1",
        _CO2E,
        "kMG",
        "tCO2eq, tCO₂e, tCO2-eq, tCO₂eq, t CO2e, t CO2eq, t CO₂e, tCO2-e, tCO₂-eq",
    ),
    _si("power", "W", "1", "watt", "nµmkMGT"),
    _row("power", "kW", "1000", "KW, Kw, kw"),
    _row("power", "MW", "1000000", "Mw, MWe, MWel"),
    _row("power", "GW", "1000000000", "GWe"),
    _row("thermal power", "MWth", "1000000", "MWt"),
    _row("peak power", "kWp", "1000", "kWp"),
    _row("peak power", "MWp", "1000000", "MWp"),
    _row("peak power", "GWp", "1000000000", "GWp"),
    _row("power", "hp", "74569987158227022/100000000000000", "bhp", "horsepower"),
    _si("apparent power", "VA", "1", "volt-ampere", "kMG"),
    # Shares and ratios.
    _row("share", "%", "1", "pct, pct., ％, p.c.", "percent, per cent, percentage"),
    _row(
        "points",
        "pp",
        "1",
        "pps, ppt, ppts, p.p., % points, %-points, % pts, %pts, % point, %-point",
        "percentage point, percent point, per cent point, percentage-point, percentage pt, pct point, pc point",
    ),
    _row("points", "bp", "1/100", "bps, bp.", "basis point"),
    _row("permille", "‰", "1", "", "per mille, permille, per mil"),
    _row("ratio", "×", "1", "x", "times, fold"),
    _row("parts", "ppm", "1", "", "part per million, parts per million"),
    _row("parts", "ppb", "1/1000", "", "part per billion, parts per billion"),
    _row("level", "dB", "1", "db, dBA, dB(A)", "decibel"),
    # Time: seconds to weeks in one dimension, months to centuries in another (a year has no fixed number of days).
    _row("time", "s", "1", "sec, secs, sec.", "second"),
    _row("time squared", "s2", "1", "s², s^2", "second squared, square second"),
    _row("time", "ms", "1/1000", "msec", "millisecond"),
    _row("time", "µs", "1/1000000", "μs, us", "microsecond"),
    _row("time", "ns", "1/1000000000", "", "nanosecond"),
    _row("time", "ps", "1/1000000000000", "", "picosecond"),
    _row("time", "fs", "1/1000000000000000", "", "femtosecond"),
    _row("time", "min", "60", "mins, min.", "minute"),
    _row("time", "h", "3600", "hr, hrs, hr.", "hour"),
    _row("time", "day", "86400", "d", "day"),
    _row("time", "week", "604800", "wk, wks", "week"),
    _row("time", "fortnight", "1209600", "", "fortnight"),
    _row("calendar", "month", "1", "mo, mos", "month"),
    _row("calendar", "quarter", "3", "", "quarter"),
    _row("calendar", "year", "12", "yr, yrs, yr., yrs., a, p.a., pa, y", "year, annum, year-old, year old"),
    _row("calendar", "decade", "120", "", "decade"),
    _row("calendar", "century", "1200", "", "century"),
    _row("calendar", "Myr", "12000000", "Ma", "megayear, megaannum"),
    _row("calendar", "Gyr", "12000000000", "Ga", "gigayear, gigaannum"),
    # Temperatures do not meet: their zeros differ.
    _row("celsius", "°C", "1", "C, ° C, ºC, ℃, degC, deg C, degrees C", "degree celsius, celsius, degree centigrade"),
    _row("fahrenheit", "°F", "1", "F, ° F, ºF, ℉, degF, deg F, degrees F", "degree fahrenheit, fahrenheit"),
    _row("kelvin", "K", "1", "", "kelvin, degree kelvin"),
    _row("angle", "°", "1", "deg, º", "degree"),
    _row("angle", "arcminute", "1/60", "arcmin, ′", "arcminute, minute of arc"),
    _row("angle", "arcsecond", "1/3600", "arcsec, ″", "arcsecond, second of arc"),
    _row("angle rad", "rad", "1", "", "radian"),
    # Other physical units.
    _row("length/time", "kn", "1852/3600", "kts", "knot"),
    _si("pressure", "Pa", "1", "pascal", "hkMG"),
    _si("pressure", "bar", "100000", "bar", "m"),
    _row("pressure", "psi", "6894757293168/1000000000", "", "pound per square inch"),
    _row("pressure", "atm", "101325", "", "atmosphere"),
    _row("pressure", "mmHg", "133322387415/1000000000", "mm Hg", "millimetre of mercury, millimeter of mercury"),
    _si("frequency", "Hz", "1", "hertz", "kMGT", "hz"),
    _row("rotation", "rpm", "1", "r.p.m.", "revolution per minute"),
    _si("force", "N", "1", "newton", "kM"),
    # Products of two units, which are no part of either.
    _product("torque", "N m", "1", "newton; metre, meter"),
    _product("torque", "kN m", "1000", "kilonewton; metre, meter"),
    _product("viscosity", "Pa s", "1", "pascal; second"),
    _product("freight", "tkm", "1", "tonne, ton, metric ton; kilometre, kilometer, km", "t km"),
    _product("passage", "pkm", "1", "passenger; kilometre, kilometer, km", "p km"),
    _product("freight by mile", "ton-mile", "1", "ton, tonne; mile"),
    _si("voltage", "V", "1", "volt", "µmkM"),
    _si("current", "A", "1", "ampere, amp", "µmk"),
    _row("charge", "Ah", "1", "A h, A·h", "ampere-hour, ampere hour, amp hour"),
    _row("charge", "mAh", "1/1000", "", "milliampere hour"),
    _si("resistance", "Ω", "1", "ohm", "mkM"),
    _si("dose", "Gy", "1", "gray", "µm"),
    _si("dose equivalent", "Sv", "1", "sievert", "µm"),
    _si("activity", "Bq", "1", "becquerel", "kMGTP"),
    _si("substance", "mol", "1", "mole", "pnµmk"),
    _si("activity of a drug", "IU", "1", "international unit", "mµk"),
    _si("concentration", "M", "1", "molar", "nµm"),
    _row("light", "lm", "1", "", "lumen"),
    _row("light", "cd", "1", "", "candela"),
    _row("light", "lx", "1", "", "lux"),
    _si("induction", "tesla", "1", "tesla", ""),
    _row("barn", "fb−1", "1", "fb-1, fb⁻¹, fb^-1", "inverse femtobarn"),
    _si("data", "bit", "1", "bit", "kMGT", "b"),
    _si("data", "B", "8", "byte", "kMGTPE"),
    _row("data", "kB", "8000", "KB"),
    _row("data", "KiB", "8192", "", "kibibyte"),
    _row("data", "MiB", "8388608", "", "mebibyte"),
    _row("data", "GiB", "8589934592", "", "gibibyte"),
    _si("pixel", "pixel", "1", "pixel", "M", "px"),
    # Money: ISO 4217 below; here its signs and names. A bare dollar sign stays a dollar sign.
    _row("money $", "$", "1", "＄, ﹩", "dollar"),
    _row("money cent", "cent", "1", "¢, c", "cent"),
    _row("money USD", "US cent", "1/100", "US¢, USc", "us cent, u.s. cent, american cent"),
    _row("money EUR", "euro cent", "1/100", "", "euro cent, eurocent"),
    _row("money INR", "paisa", "1/100", "", "paisa, paise"),
    _row("money penny", "penny", "1", "", "penny"),
    _row("money dime", "dime", "1", "", "dime"),
    _row("money pound", "pound", "1", "", "pound"),
    _row("money franc", "franc", "1", "", "franc"),
    _row("money krona", "krona", "1", "kr, kr.", "krona, kronor"),
    _row("money krone", "krone", "1", "", "krone, kroner"),
    _row("money peso", "peso", "1", "", "peso"),
    _row("money lira", "lira", "1", "", "lira"),
    _row("money shilling", "shilling", "1", "", "shilling"),
    _row("money riyal", "riyal", "1", "", "riyal, rial"),
    _row("money dirham", "dirham", "1", "", "dirham"),
    _row("money koruna", "koruna", "1", "", "koruna"),
    _row("money mark", "mark", "1", "", "deutschmark"),
    _row("money GBP", "pence", "1/100", "p", "pence"),
    _row(
        "money USD",
        "USD",
        "1",
        "us$, usd, usd$, US$, U.S.$, US $, U.S. $, USD$, $US",
        "us dollar, u.s. dollar, united states dollar, american dollar, usd",
    ),
    _row("money EUR", "EUR", "1", "€, Euro, eur", "euro, eur"),
    _row(
        "money GBP",
        "GBP",
        "1",
        "£, ￡, UK£, £stg",
        "quid, pound sterling, british pound, pounds sterling, sterling",
    ),
    _row("money JPY", "JPY", "1", "¥, ￥, JP¥", "yen, japanese yen"),
    _row("money CNY", "CNY", "1", "CN¥, RMB, rmb, 元", "yuan, renminbi, chinese yuan, yuan renminbi"),
    _row("money INR", "INR", "1", "₹, Rs, Rs., Re, Re., INR.", "rupee, indian rupee"),
    _row("money PKR", "PKR", "1", "", "pakistani rupee, pakistan rupee"),
    _row("money LKR", "LKR", "1", "", "sri lankan rupee"),
    _row("money NPR", "NPR", "1", "", "nepalese rupee, nepali rupee"),
    _row("money BDT", "BDT", "1", "৳, Tk, Tk.", "taka, bangladeshi taka"),
    _row("money KZT", "KZT", "1", "₸", "tenge, kazakhstani tenge"),
    _row("money RUB", "RUB", "1", "₽", "rouble, ruble, russian rouble, russian ruble"),
    _row("money UAH", "UAH", "1", "₴", "hryvnia, hryvnya"),
    _row("money KRW", "KRW", "1", "₩", "won, south korean won, korean won"),
    _row("money TRY", "TRY", "1", "₺, TL", "turkish lira"),
    _row("money BRL", "BRL", "1", "R$", "brazilian real, reais"),
    _row("money ZAR", "ZAR", "1", "", "rand, south african rand"),
    _row("money NGN", "NGN", "1", "₦", "naira, nigerian naira"),
    _row("money GHS", "GHS", "1", "GH₵, GH¢, ₵", "cedi, ghanaian cedi"),
    _row("money KES", "KES", "1", "KSh, Ksh, Sh, KSh., Sh.", "kenyan shilling"),
    _row("money EGP", "EGP", "1", "E£, LE", "egyptian pound"),
    _row("money ILS", "ILS", "1", "₪, NIS", "shekel, israeli shekel, new shekel"),
    _row("money SAR", "SAR", "1", "", "saudi riyal, saudi arabian riyal"),
    _row("money AED", "AED", "1", "Dh, Dhs", "uae dirham, emirati dirham"),
    _row("money CHF", "CHF", "1", "SFr, Sfr, SFr.", "swiss franc"),
    _row("money SEK", "SEK", "1", "", "swedish krona, swedish kronor, swedish crown"),
    _row("money NOK", "NOK", "1", "", "norwegian krone, norwegian kroner, norwegian crown"),
    _row("money DKK", "DKK", "1", "", "danish krone, danish kroner, danish crown"),
    _row("money PLN", "PLN", "1", "zł, zl", "zloty, polish zloty, złoty"),
    _row("money CZK", "CZK", "1", "Kč", "czech crown, czech koruna"),
    _row("money HUF", "HUF", "1", "Ft", "forint, hungarian forint"),
    _row("money MXN", "MXN", "1", "Mex$, MX$, MXN$, mxn$", "mexican peso"),
    _row("money PHP", "PHP", "1", "₱", "philippine peso"),
    _row("money CLP", "CLP", "1", "CLP$", "chilean peso"),
    _row("money COP", "COP", "1", "COP$", "colombian peso"),
    _row("money ARS", "ARS", "1", "AR$", "argentine peso"),
    _row("money CAD", "CAD", "1", "C$, c$, CA$, Can$, CAD$, CDN$, cad$", "canadian dollar"),
    _row("money AUD", "AUD", "1", "A$, AU$, AUD$, au$, aud$", "australian dollar"),
    _row("money NZD", "NZD", "1", "NZ$, NZD$, nz$, nzd$", "new zealand dollar"),
    _row("money HKD", "HKD", "1", "HK$, hk$", "hong kong dollar"),
    _row("money SGD", "SGD", "1", "S$, SG$", "singapore dollar"),
    _row("money TWD", "TWD", "1", "NT$", "taiwan dollar, new taiwan dollar"),
    _row("money MYR", "MYR", "1", "RM", "ringgit, malaysian ringgit"),
    _row("money IDR", "IDR", "1", "Rp, Rp.", "rupiah, indonesian rupiah"),
    _row("money THB", "THB", "1", "฿", "baht, thai baht"),
    _row("money VND", "VND", "1", "₫", "dong, vietnamese dong"),
    _row("money CRC", "CRC", "1", "₡", "costa rican colón, costa rican colon"),
    _row("money LAK", "LAK", "1", "₭", "lao kip, kip"),
    _row("money GEL", "GEL", "1", "₾", "georgian lari, lari"),
    _row("money AMD", "AMD", "1", "֏", "armenian dram"),
    _row("money UZS", "UZS", "1", "", "uzbek sum, uzbekistani som, uzbek soum, soum"),
    _row("money FIM", "FIM", "1", "", "finnish markka, markka"),
    _row("money ESP", "ESP", "1", "", "peseta"),
    _row("money NLG", "NLG", "1", "", "netherlands guilder, dutch guilder, guilder"),
    _row("money BTC", "BTC", "1", "₿, XBT", "bitcoin"),
    _row("money XDR", "XDR", "1", "SDR, SDRs", "special drawing right"),
)

SCALED: dict[str, tuple[str, str]] = {
    "MMT": ("1000000", "t"), "mmt": ("1000000", "t"), "LMT": ("100000", "t"),
    "Mha": ("1000000", "ha"), "kha": ("1000", "ha"), "MMbbl": ("1000000", "bbl"), "mmbbl": ("1000000", "bbl"),
    "Mbbl": ("1000", "bbl"), "MMboe": ("1000000", "boe"), "mmboe": ("1000000", "boe"), "mboe": ("1000000", "boe"),
    "MMBtu": ("1000000", "Btu"), "mmBtu": ("1000000", "Btu"), "MMBTU": ("1000000", "Btu"), "mmbtu": ("1000000", "Btu"),
    "bcm": ("1000000000", "m3"), "Bcm": ("1000000000", "m3"), "BCM": ("1000000000", "m3"),
    "tcm": ("1000000000000", "m3"), "Tcm": ("1000000000000", "m3"), "mcm": ("1000000", "m3"), "MCM": ("1000000", "m3"),
    "Bcf": ("1000000000", "cu ft"), "bcf": ("1000000000", "cu ft"), "BCF": ("1000000000", "cu ft"),
    "Tcf": ("1000000000000", "cu ft"), "tcf": ("1000000000000", "cu ft"), "TCF": ("1000000000000", "cu ft"),
    "MMcf": ("1000000", "cu ft"), "mmcf": ("1000000", "cu ft"), "Mcf": ("1000", "cu ft"), "mcf": ("1000", "cu ft"),
    "mtoe": ("1000000", "toe"), "MTOE": ("1000000", "toe"), "mtce": ("1000000", "tce"),
}  # fmt: skip
"""Abbreviations with a spoken scale in them: how many of which unit."""

RATES: dict[str, str] = {
    written: meaning
    for meaning, forms in {
        "km/h": "kph kmph kmh km/hr kmhr", "mi/h": "mph MPH mi/hr",
        "t/day": "tpd TPD t/d", "t/year": "tpa TPA tpy TPY t/y", "kt/year": "ktpa ktpy kt/y",
        "Mt/year": "mtpa Mtpa MTPA MMtpa mmtpa MMTPA MTPA. mtpy Mt/y Mt/yr", "bbl/day": "bpd bopd b/d bbl/d BPD B/D",
        "kbbl/day": "kbpd kb/d kbd kbbl/d", "Mbbl/day": "MMbpd mmbpd mb/d MMb/d mmb/d MMbbl/d MMbopd",
        "boe/day": "boepd boe/d boed", "kboe/day": "kboepd kboe/d kboed", "Mboe/day": "MMboe/d mmboe/d MMboepd",
        "bcm/year": "bcma Bcma bcm/a", "Bcf/day": "Bcf/d bcf/d Bcfd bcfd", "MMcf/day": "MMcf/d MMcfd mmcfd mmscfd",
        "gal/min": "gpm", "gal/day": "gpd", "L/min": "lpm L/min l/min", "m/s": "mps m/sec",
        "kbit/s": "kbps Kbps kb/s", "Mbit/s": "Mbps mbps Mb/s", "Gbit/s": "Gbps gbps Gb/s", "bit/s": "bps.",
        "mi/gal": "mpg",
    }.items()
    for written in forms.split()
}  # fmt: skip
"""Abbreviations of rates, and the rates they stand for."""

ISO_4217 = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF "
    "CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD "
    "HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD "
    "MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN "
    "PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY "
    "TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW"
)
