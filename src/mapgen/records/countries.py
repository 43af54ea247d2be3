"""ISO 3166-1 alpha-2 codes of countries, and the English names that data sets write instead.

Names after Natural Earth (public domain) and the code books of ACLED and UCDP; XK is in use,
though not assigned.
"""

from __future__ import annotations

import re
import unicodedata

from mapgen.project.sentences import ValueFault, nearest, shown
from mapgen.records.values import text

_TABLE = """
    AD Andorra; AE United Arab Emirates; AF Afghanistan; AG Antigua and Barbuda; AI Anguilla;
    AL Albania; AM Armenia; AO Angola; AQ Antarctica; AR Argentina; AS American Samoa; AT Austria;
    AU Australia; AW Aruba; AX Åland; AZ Azerbaijan;
    BA Bosnia and Herzegovina / Bosnia-Herzegovina; BB Barbados; BD Bangladesh; BE Belgium;
    BF Burkina Faso; BG Bulgaria; BH Bahrain; BI Burundi; BJ Benin; BL Saint Barthélemy;
    BM Bermuda; BN Brunei; BO Bolivia;
    BQ Caribbean Netherlands / Bonaire, Sint Eustatius and Saba; BR Brazil;
    BS The Bahamas / Bahamas; BT Bhutan; BV Bouvet Island; BW Botswana; BY Belarus; BZ Belize;
    CA Canada; CC Cocos Islands;
    CD Democratic Republic of the Congo / Democratic Republic of Congo / DR Congo;
    CF Central African Republic; CG Republic of the Congo / Republic of Congo / Congo;
    CH Switzerland; CI Ivory Coast / Côte d'Ivoire; CK Cook Islands; CL Chile; CM Cameroon;
    CN China / People's Republic of China; CO Colombia; CR Costa Rica; CU Cuba;
    CV Cape Verde / Cabo Verde; CW Curaçao; CX Christmas Island; CY Cyprus;
    CZ Czech Republic / Czechia; DE Germany; DJ Djibouti; DK Denmark; DM Dominica;
    DO Dominican Republic; DZ Algeria; EC Ecuador; EE Estonia; EG Egypt; EH Western Sahara;
    ER Eritrea; ES Spain; ET Ethiopia; FI Finland; FJ Fiji; FK Falkland Islands;
    FM Federated States of Micronesia / Micronesia; FO Faroe Islands; FR France; GA Gabon;
    GB United Kingdom / Great Britain / UK; GD Grenada; GE Georgia; GF French Guiana; GG Guernsey;
    GH Ghana; GI Gibraltar; GL Greenland; GM The Gambia / Gambia; GN Guinea; GP Guadeloupe;
    GQ Equatorial Guinea; GR Greece; GS South Georgia and the South Sandwich Islands;
    GT Guatemala; GU Guam; GW Guinea-Bissau; GY Guyana; HK Hong Kong;
    HM Heard Island and McDonald Islands; HN Honduras; HR Croatia; HT Haiti; HU Hungary;
    ID Indonesia; IE Ireland; IL Israel; IM Isle of Man; IN India;
    IO British Indian Ocean Territory; IQ Iraq; IR Iran; IS Iceland; IT Italy; JE Jersey;
    JM Jamaica; JO Jordan; JP Japan; KE Kenya; KG Kyrgyzstan; KH Cambodia; KI Kiribati;
    KM Comoros; KN Saint Kitts and Nevis; KP North Korea; KR South Korea / Republic of Korea;
    KW Kuwait; KY Cayman Islands; KZ Kazakhstan; LA Laos; LB Lebanon; LC Saint Lucia;
    LI Liechtenstein; LK Sri Lanka; LR Liberia; LS Lesotho; LT Lithuania; LU Luxembourg;
    LV Latvia; LY Libya; MA Morocco; MC Monaco; MD Moldova; ME Montenegro; MF Saint Martin;
    MG Madagascar; MH Marshall Islands; MK North Macedonia / Macedonia; ML Mali;
    MM Myanmar / Burma; MN Mongolia; MO Macau / Macao; MP Northern Mariana Islands; MQ Martinique;
    MR Mauritania; MS Montserrat; MT Malta; MU Mauritius; MV Maldives; MW Malawi; MX Mexico;
    MY Malaysia; MZ Mozambique; NA Namibia; NC New Caledonia; NE Niger; NF Norfolk Island;
    NG Nigeria; NI Nicaragua; NL Netherlands; NO Norway; NP Nepal; NR Nauru; NU Niue;
    NZ New Zealand; OM Oman; PA Panama; PE Peru; PF French Polynesia; PG Papua New Guinea;
    PH Philippines; PK Pakistan; PL Poland; PM Saint Pierre and Miquelon; PN Pitcairn Islands;
    PR Puerto Rico; PS Palestine; PT Portugal; PW Palau; PY Paraguay; QA Qatar; RE Réunion;
    RO Romania; RS Serbia; RU Russia; RW Rwanda; SA Saudi Arabia; SB Solomon Islands;
    SC Seychelles; SD Sudan; SE Sweden; SG Singapore; SH Saint Helena; SI Slovenia;
    SJ Svalbard and Jan Mayen; SK Slovakia; SL Sierra Leone; SM San Marino; SN Senegal;
    SO Somalia; SR Suriname; SS South Sudan; ST São Tomé and Príncipe; SV El Salvador;
    SX Sint Maarten; SY Syria; SZ Eswatini / Swaziland; TC Turks and Caicos Islands; TD Chad;
    TF French Southern and Antarctic Lands; TG Togo; TH Thailand; TJ Tajikistan; TK Tokelau;
    TL East Timor / Timor-Leste; TM Turkmenistan; TN Tunisia; TO Tonga; TR Turkey / Türkiye;
    TT Trinidad and Tobago; TV Tuvalu; TW Taiwan; TZ Tanzania; UA Ukraine; UG Uganda;
    UM United States Minor Outlying Islands; US United States of America / United States / USA;
    UY Uruguay; UZ Uzbekistan; VA Vatican City / Vatican / Holy See;
    VC Saint Vincent and the Grenadines; VE Venezuela; VG British Virgin Islands;
    VI United States Virgin Islands; VN Vietnam; VU Vanuatu; WF Wallis and Futuna; WS Samoa;
    XK Kosovo; YE Yemen; YT Mayotte; ZA South Africa; ZM Zambia; ZW Zimbabwe
"""


def _folded(name: str) -> str:
    """Return a name without case, accents, a leading "the" and an older name in brackets."""
    plain = unicodedata.normalize("NFKD", re.sub(r"\(.*\)", "", name).casefold())
    words = re.findall(r"[a-z]+", "".join(c for c in plain if not unicodedata.combining(c)))
    return " ".join(words[words[:1] == ["the"] :])


def _entries() -> dict[str, tuple[str, ...]]:
    rows = (" ".join(row.split()).partition(" ") for row in _TABLE.split(";"))
    return {code: tuple(names.split(" / ")) for code, _, names in rows}


NAMES = _entries()
"""English names by code, the usual one first."""

_CODES = {_folded(name): code for code, names in NAMES.items() for name in names}


def country(value: object) -> str | None:
    """Return the code of a country that is written as code or English name.

    Raises:
        ValueFault: when it is neither; the sentence names the nearest country with its code.
    """
    found = text(value)
    if found is None:
        return None
    code = found.upper() if found.upper() in NAMES else _CODES.get(_folded(found))
    if code is None:
        raise ValueFault(f"is {shown(found)}, expected an ISO 3166-1 code such as {_guess(found)}")
    return code


def _guess(found: str) -> str:
    near = re.search('"(.*)"', nearest(_folded(found), _CODES))
    code = _CODES[near[1]] if near else "AF"
    return f"{code} ({NAMES[code][0]})"
