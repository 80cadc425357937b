"""The lines that mail programs add by themselves, such as `Sent from my iPhone`, as one expression.

Only what a program writes is matched: `Sent from my hospital bed` is somebody's words.
"""

import re

from mailbot.expressions import lazy

_MAKERS = ("apple", "verizon,?", "o2", "ee", "vodafone", "samsung", "huawei", "google", "sony", "nokia", "htc", "lg")
_DEVICES = (
    *(
        "iphone",
        "ipad",
        "ipod",
        "mac(?:book)?",
        "apple watch",
        "galaxy",
        "samsung",
        "android",
        "windows phone",
        "pixel",
    ),
    *("blackberry", "xperia", "huawei", "honor", "nokia", "htc", "oneplus", "redmi", "motorola", "kindle(?: fire)?"),
    *("smart ?phone", "mobile(?: phone| device)?", "phone", "tablet", "handset", "pc", "laptop"),
)
_MODELS = (
    *(r"\d{1,2}", r"[a-z]\d{1,2}", r"\d?[45]g", "pro", "max", "plus", "mini", "air", "ultra", "tab", "note", "edge"),
    *("smart ?phone", "phone", "tablet", "device", "handheld"),
)
_PROGRAMS = (
    *(
        "yahoo mail",
        "outlook",
        "mail",
        "aol(?: mail)?",
        "gmail(?: mobile)?",
        "bt ?(?:yahoo )?mail",
        "hotmail",
        "spark",
    ),
    *("talktalk mail", "fairmail", "bluemail", "proton ?mail", "nine", "type ?app", "mymail", "k-?9 mail", "canary"),
)
_SYSTEMS = ("ios", "android", "iphone", "ipad", r"windows(?: 1[01])?", "mac", "mobile", "desktop")
_PHONE = r"(?:iphone|ipad|android|samsung|huawei|mobile|smartphone|handy|móvil|telefonu|telemóvel|айфона)"
_MISTAKES = r"(?:brevity|typos?|spelling|errors|mistakes|autocorrect)"


def _one_of(words: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(words)})"


_DEVICE = f"(?:{_one_of(_MAKERS)} )*{_one_of(_DEVICES)}(?:[ -]{_one_of(_MODELS)})*"
_PROGRAM = f"{_one_of(_PROGRAMS)}(?: (?:app )?(?:for|on|from)(?: my)? {_one_of(_SYSTEMS)})?"
_EXCUSE = (
    r"(?:[.,;:! –-]{0,4}(?:please |so )?(?:excuse|forgive|apologies for|sorry for)"
    rf"[^.!?]{{0,40}}{_MISTAKES}(?: (?:and|or) {_MISTAKES})?)?"
)
_OTHERS = (
    r"sent with \[?proton ?mail\]?(?:\([^)\s]*\))?(?: secure email)?",
    r"get outlook for (?:ios|android|mac)",
    r"outlook für (?:ios|android) herunterladen",
    r"télécharger outlook pour (?:ios|android)",
    r"obtener outlook para (?:ios|android)",
    r"ottieni outlook per (?:ios|android)",
    rf"von meine[mr] {_PHONE}[\w -]{{0,20}} gesendet",
    r"gesendet mit der [\w.-]{3,12} mail app",
    r"gesendet von (?:mail|outlook|yahoo mail) für \w+(?: 1[01])?",
    rf"envoyé (?:de|depuis) mon {_PHONE}",
    r"(?:envoyé (?:à partir de|depuis|avec)|enviado desde|inviato da|gesendet mit) (?:yahoo mail|outlook|gmail)"
    r" (?:sur|pour|para|per|für|en|su|auf) (?:mon |mi )?(?:android|ios|iphone|mobile)",
    rf"enviado desde mi {_PHONE}",
    rf"enviado (?:do|a partir do) meu {_PHONE}",
    rf"inviato da(?:l mio)? {_PHONE}",
    rf"verzonden vanaf mijn {_PHONE}",
    rf"wysłane z (?:mojego )?{_PHONE}(?:['’]?a)?",
    rf"skickat från min {_PHONE}",
    rf"отправлено с (?:моего )?{_PHONE}",
)
_LINK = r"(?:\s?[<(\[]{1,2}(?:https?://|mailto:)[^\s>)\]]*[>)\]]{1,2})?"
_SENT_FROM = (
    rf"sent (?:from|via|by|using) (?:(?:my |an? |the )?{_DEVICE}(?: (?:using|with) {_PROGRAM})?|{_PROGRAM}){_EXCUSE}"
)
_TAG = lazy(rf"[\s*_]{{0,8}}(?:{_SENT_FROM}|{_one_of(_OTHERS)}){_LINK}[.\s*_]{{0,8}}", re.IGNORECASE)


def is_tag(line: str) -> bool:
    """Whether a mail program wrote this line to name itself."""
    return 10 < len(line) < 200 and _TAG.fullmatch(line) is not None
