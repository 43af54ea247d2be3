"""Names as an English newspaper spells them, and names of provinces without their kind."""

from __future__ import annotations

import re
import unicodedata

TRANSLITERATED = """
AE AF AM AZ BD BG BH BT BY CN CY DJ EG ER ET GE GR HK IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK
LY MK MM MN MO MV NP OM PK PS QA RU SA SD SO SS SY TH TJ TM TW UA UZ VN YE
"""
"""Countries whose marked Latin letters are a scholar's transliteration (or, for Viet Nam, tones),
which newspapers leave out; elsewhere the marks belong to the name: Malmö, São Paulo."""

WITH_APOSTROPHE = frozenset({"CN"})
"""Where the apostrophe parts two syllables (Xi'an) and does not stand for ayn, hamza or a soft
sign."""

UNMARKED = str.maketrans(
    {
        "ə": "a",
        "Ə": "A",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "İ": "I",
        "đ": "d",
        "Đ": "D",
        "Ð": "D",
    }
)
QUOTES = str.maketrans(
    dict.fromkeys(
        "`\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
        "\N{MODIFIER LETTER TURNED COMMA}\N{MODIFIER LETTER APOSTROPHE}"
        "\N{MODIFIER LETTER LEFT HALF RING}\N{MODIFIER LETTER RIGHT HALF RING}",
        "'",
    )
)

SEAT_WORDS = re.compile(
    r"^(Markaz-e |Hukumati? |Hukumat-e |W[ou]l[eu]swali(-ye)? |Alaqahdari(-ye)? |Qaryeh-ye |"
    r"Woluswali-ye |Sultan-e )+|( Alaqahdari| Wuluswali|-Alakadari)$"
)
"""Words for a seat of government that GeoNames keeps in names of Afghanistan."""

KIND_OF_TOWN = {
    "AE": " City",
    "CN": " City",
    "ID": " City",
    "JO": " City",
    "JP": "-shi",
    "KR": "-si",
    "PK": " City",
    "UZ": " Shahri",
}
"""Words for town that GeoNames keeps in some names of a country and newspapers leave out."""

KINDS = {
    "en": (
        "Autonomous Republic Oblast Okrug Krai Kray Region Province Governorate Prefecture County "
        "Voivodeship Canton Parish Municipality District Division Department Emirate Raion Zone "
        "State"
    ),
    "ar": (
        "محافظة ولاية مقاطعة إقليم اقليم منطقة بلدية إدارة مديرية أبرشية كانتون أوبلاست أوبلاستي "
        "أوبليس ضاحية كراي شعبية جهة رايون"
    ),
    "fa": "استان ولایت ایالت شهرستان بخش شهرداری کانتون اوبلاست کرای ناحیه فرمانداری",
    "ur": "صوبہ ولایت علاقہ اوبلاست کاؤنٹی پراونس ضلع محافظہ بلدیہ",
}
"""Words for a kind of province that stand before or behind its name, by language."""

LOST_JOINT = re.compile(r"([^\W\dاآدذرزژو])(آ|الد)")
"""A letter that joins, and in the same word the long vowel or the article that begins a part."""

DIRECTIONS = (
    "North South East West Northern Southern Eastern Western Central Upper Lower Capital Free "
    "Northeast Northwest North-East North-West South-East South-West"
)
"""Words that are no name alone: `Western Province` keeps its kind."""


def plain(name: str, country: str) -> str:
    """Return a name of GeoNames in the letters in which an English newspaper prints it."""
    name = name.translate(QUOTES)
    if country in TRANSLITERATED.split():
        name = unicodedata.normalize("NFD", name.translate(UNMARKED))
        name = "".join(letter for letter in name if not unicodedata.combining(letter))
        if country not in WITH_APOSTROPHE:
            name = name.replace("'", "")
    if country == "TR":
        name = name.replace("İ", "I")
    if country == "AF":
        name = SEAT_WORDS.sub("", name)
    name = unicodedata.normalize("NFC", name).strip()
    return name.removesuffix(KIND_OF_TOWN.get(country, ""))


def without_kind(name: str, language: str) -> str:
    """Return a province's name without the word for province: `ولایت ننگرهار` is `ننگرهار`."""
    kinds = set(KINDS[language].split())
    words = name.split()
    if set(words) <= kinds.union(DIRECTIONS.split()):
        return name
    while len(words) > 1 and words[-1] in kinds:
        words = words[:-1]
    while len(words) > 1 and words[0] in kinds:
        words = words[1:]
    return rejoined(" ".join(words).removeprefix("of "))


def is_direction(name: str) -> bool:
    """Tell whether a province's name is no more than a direction, which tells a reader little."""
    return name in DIRECTIONS.split()


def rejoined(name: str) -> str:
    """Return a Persian name with the marks between its parts that the source has lost.

    Natural Earth's names lack the zero-width non-joiner: `جلالآباد` for `جلال‌آباد`.
    """
    return LOST_JOINT.sub("\\1\N{ZERO WIDTH NON-JOINER}\\2", name)


def folded(name: str) -> str:
    """Return a name for comparison: lower case, without marks or apostrophes."""
    letters = unicodedata.normalize("NFD", name.translate(QUOTES).translate(UNMARKED))
    return "".join(it for it in letters if it.isalnum() or it == " ").lower()
