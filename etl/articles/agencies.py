"""News agencies as datelines name them, and the publisher's name each stands for. A dateline with another name keeps that name."""

from __future__ import annotations

import re

AGENCIES = {
    "aa": "Anadolu Agency", "anadolu": "Anadolu Agency", "anadolu agency": "Anadolu Agency",
    "afp": "AFP", "agerpres": "Agerpres", "akipress": "AKIpress", "ana-mpa": "ANA-MPA", "andina": "Andina", "angop": "ANGOP",
    "ani": "ANI", "ansa": "ANSA", "antara": "ANTARA",
    "antara news": "ANTARA", "bna": "BNA", "dfwatch": "DFWatch", "interpressnews": "InterPressNews", "jta": "JTA",
    "apa": "APA", "aps": "APS", "artsakhpress": "Artsakhpress", "ata": "ATA", "atsh": "ATA", "bns": "BNS", "elta": "ELTA", "ena": "ENA",
    "fana": "FBC", "fbc": "FBC", "fena": "FENA", "kpl": "KPL", "kurdistan24": "Kurdistan24", "leta": "LETA", "makfax": "Makfax",
    "map": "MAP", "mia": "MIA", "moldpres": "Moldpres", "nampa": "NAMPA", "niat": "Khovar", "niat khovar": "Khovar",
    "prensa latina": "Prensa Latina",
    "srna": "SRNA", "suna": "SUNA", "telam": "Télam",
    "mediamax": "Mediamax", "mehr": "Mehr News Agency", "mna": "Mehr News Agency", "nna": "NNA", "ona": "ONA", "pajhwok": "Pajhwok",
    "rudaw": "Rudaw", "saba": "Saba", "tasnim": "Tasnim", "turan": "Turan", "urdupoint": "UrduPoint", "urdupoint news": "UrduPoint",
    "ap": "AP", "associated press": "AP", "the associated press": "AP", "app": "APP", "armenpress": "Armenpress", "azertac": "AZERTAC",
    "belta": "BelTA", "bernama": "Bernama", "bloomberg": "Bloomberg", "bss": "BSS", "bta": "BTA", "cns": "China News Service",
    "china news service": "China News Service", "dpa": "dpa", "efe": "EFE", "europa press": "Europa Press", "gna": "GNA", "hina": "HINA",
    "ians": "IANS", "interfax": "Interfax", "interfax-ukraine": "Interfax-Ukraine", "irna": "IRNA", "isna": "ISNA",
    "itar-tass": "TASS", "jiji": "Jiji Press", "jiji press": "Jiji Press", "kabar": "Kabar", "kazinform": "Kazinform", "kcna": "KCNA",
    "khovar": "Khovar", "kuna": "KUNA", "kyodo": "Kyodo News", "kyodo news": "Kyodo News", "lusa": "Lusa", "mena": "MENA", "mfa": "MFA",
    "montsame": "MONTSAME", "mti": "MTI", "nan": "NAN", "pap": "PAP", "petra": "Petra", "pna": "PNA", "pti": "PTI", "qna": "QNA",
    "reuters": "Reuters", "ria novosti": "RIA Novosti", "sana": "SANA", "spa": "SPA", "sputnik": "Sputnik", "tanjug": "Tanjug",
    "tass": "TASS", "trend": "Trend", "ukrinform": "Ukrinform", "un news": "UN News", "unb": "UNB", "upi": "UPI", "uza": "UzA",
    "aap": "AAP", "abi": "ABI", "acan-efe": "EFE", "agi": "AGI", "aim": "AIM", "amna": "ANA-MPA", "ana": "ANA-MPA", "anp": "ANP",
    "belga": "Belga", "bopa": "BOPA", "bota": "BOTA", "cana": "CANA", "cmc": "CMC", "cna": "CNA", "ctk": "ČTK", "čtk": "ČTK",
    "fars": "Fars", "fna": "Fars", "ina": "INA", "ips": "IPS", "jana": "JANA", "lana": "LANA", "lna": "LNA", "notimex": "Notimex",
    "ntb": "NTB", "nzpa": "NZPA", "pana": "PANA", "ria": "RIA Novosti", "ritzau": "Ritzau", "rompres": "Rompres", "rss": "RSS",
    "sapa": "SAPA", "stt": "STT", "tap": "TAP", "tdh": "TDH", "tt": "TT", "uni": "UNI", "unian": "UNIAN", "ziana": "ZIANA",
    "vna": "VNA", "wafa": "WAFA", "wam": "WAM", "xinhua": "Xinhua", "xinhua news agency": "Xinhua", "yonhap": "Yonhap",
}  # fmt: skip


_FURTHER = re.compile(r" / | [-–] (?=\d)")
"""What parts an agency's name from a second one, or from the day: "UrduPoint / Point News - 4th Oct, 2021"."""


def publisher_of(agency: str) -> str:
    """The publisher a dateline's agency stands for; "Xinhua/Sun Li" and the like are the agency and its reporter."""
    name = _FURTHER.split(agency)[0].strip()
    return AGENCIES.get(_key(name)) or AGENCIES.get(_key(name.split("/")[0])) or name  # branches keep their own name


def is_agency(name: str) -> bool:
    return any(_key(part) in AGENCIES for part in (name, *name.split("/"), name.split("-")[0]))


def _key(name: str) -> str:
    return " ".join(name.lower().replace("“", "").replace("”", "").replace('"', "").split())
