"""Text parts that only say where the message is: "see the HTML part", "open this mail in a browser"."""

import re

from mailbot.expressions import lazy

_LONGEST = 60  # words; a text that says more is somebody's
_HTML = r"\bhtml\b"
_PROGRAM = (
    r"(?:e-?mail|mail|message)[- ]?(?:client|program(?:me)?|reader|app|software|viewer)s?|mailprogramm"
    r"|e-?mail-programm"
    r"|messagerie|logiciel de messagerie|cliente de correo|programma di posta|mailprogramma|program\w* pocztow\w*"
    r"|cliente de e-?mail|поштов\w+ програм\w+|почтов\w+ программ\w+|e-?postprogram|برنامج البريد"
)
_SHOWING = (
    r"support|display|show|view|capable|enable|open|read|see\b|anzeig|darstell|unterstütz|öffnen|affich"
    r"|prend pas en charge"
    r"|supporte|visuali[sz]|mostrar|compatible|visualizza|weergeven|ondersteun|wyświetl|obsług|suporta|exibir"
    r"|відображ|підтрим"
    r"|отображ|поддерж|visa\b|stöder|görüntüle|عرض"
)
_BROWSER = (
    r"(?:in|with|using|im|dans|dans (?:votre|un)|en|en (?:su|tu|un)|nel|in un|no|w|i|у|в|with (?:a|your)) (?:(?:a"
    r"|an|your|the|web|ihrem"
    r"|einem|votre|un|su|uw|een|din|swojej) ){0,2}(?:web ?)?(?:browser|navigateur|navegador|przeglądar\w+"
    r"|webbläsare|браузер\w*)"
    r"|(?:view|read|see) (?:this|it|the) (?:(?:e-?mail|message|newsletter) )?online|online version|web version"
)
_POINTS = tuple(
    lazy(each, re.IGNORECASE | re.DOTALL)
    for each in (
        rf"{_HTML}.{{0,120}}(?:{_SHOWING}|{_PROGRAM})|(?:{_SHOWING}|{_PROGRAM}).{{0,120}}{_HTML}",
        rf"(?:{_PROGRAM}).{{0,80}}(?:{_SHOWING})|(?:cannot|can not|can['’]t|unable to|kann nicht|ne peut pas"
        rf"|no puede)"
        r" (?:be )?(?:display|show|render|anzeig|affich|mostrar)\w*.{0,40}(?:message|mail|nachricht|mensaje)",
        rf"(?:{_SHOWING}).{{0,60}}(?:{_BROWSER})",
        r"(?:view|read|see) (?:this|it|the) (?:(?:e-?mail|message|newsletter) )?(?:online|in (?:a|your) browser)",
        r"\A\s*(?:\[?(?:see|view) )?(?:the )?html (?:version|part|attachment|body)\b.{0,40}\Z",
    )
)
_HINT = lazy(
    r"html|browser|navigateur|navegador|przegląd|webbläsare|браузер|online|version|client|programm?|reader|viewer"
    r"|messagerie"
    r"|logiciel|correo|posta|pocztow|поштов|почтов|برنامج|display|anzeig|affich|mostrar",
    re.IGNORECASE,
)
_SENTENCE = lazy(r"[^.!?\n]+")
_LINK = lazy(r"<?https?://\S+>?|www\.\S+")


def points_elsewhere(text: str) -> bool:
    """Whether a short text points to another part or to a page."""
    plain = _LINK.sub(" ", text)
    return (
        len(plain.split()) <= _LONGEST and bool(_HINT.search(plain)) and any(each.search(plain) for each in _POINTS)
    )


def says_more(text: str, shown: str) -> bool:
    """Whether a pointing text holds a sentence besides that `shown`, the other part, does not: then both are kept."""
    there = " ".join(shown.casefold().split())
    return any(_is_own(sentence, there) for sentence in _SENTENCE.findall(_LINK.sub(" ", text)))


def _is_own(sentence: str, there: str) -> bool:
    words = sentence.casefold().split()
    hints = {hint.casefold() for hint in _HINT.findall(sentence)}
    pointing = any(each.search(sentence) for each in _POINTS) or len(hints) > 1 or "html" in hints
    return len(words) > 3 and not pointing and " ".join(words) not in there
