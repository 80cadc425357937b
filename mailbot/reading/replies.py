"""Where a reply's quote begins: attributions, header blocks of Outlook, marks of forwarding, in several languages.

Everything here asks for evidence that a mail program wrote the line, such as an address or `>` below it: people
quote letters and text messages by hand, and those are their words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import quotequail  # type: ignore[import-untyped]
from mailparser_reply import EmailReplyParser  # type: ignore[import-untyped]

from mailbot.expressions import lazy
from mailbot.reading.by_shape import end_of_header_block, is_of_program

_WRAPPED = 4
_LONGEST = 500
_LIBRARY_TEXT = 6_000
_LIBRARY_LINE = 300
_LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pl", "sv", "da", "cs"]

_VERBS = (
    r"(?:wrote|writes|schrieb|escribió|escribio|a écrit|ha scritto|napisał(?:\(a\)|a)?|escreveu|schreef"
    r"|geschreven|skrev|kirjoitti|написала?(?:\(а\))?|пишет|пише|yazdı|έγραψε|írta|a scris|napsala?(?:\(a\))?"
    r"|napísala?|كتب|بواسطة|写道|書きました)"
)
_WROTE = lazy(rf"(?i)\b{_VERBS}")
# "Riverside Visitors <visits@…> escreveu (sábado, 28/3/2026 à(s) 08:05):"
_NAMED = lazy(rf"(?i)^\s{{0,8}}[^<>:\n]{{0,80}}<[^<>\s]+@[^<>\s]+>\s+{_VERBS}")
_UNSEEN = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # they turn the writing's direction
_BEGINS = lazy(
    r"^\s{0,8}(?:(?:On|Am|Le|El|Il|Em|Op|Den|Dne|Dňa|W dniu|Pe|La|Στις|В|Em|في|Вт|Пн|Ср|Чт|Пт|Сб|Вс)\b.{0,30}\d"
    r"|[^\W\d]{2,10}\.?,? \d{1,2}[. ]|\d{1,4}[./ -]\d{1,2}[./ -]|\d{1,2}\.? [^\W\d]{3,12}\.? \d{4}|\d{4}年)",
    re.IGNORECASE,
)
_RUN_ON = lazy(r"^\s{0,8}On .{8,120}?<[^<>\s]+@[^<>\s]+> wrote:\s{2,}\S")
_WHEN = lazy(r"\b\d{4}\b|\d{1,2}[:.h]\d{2}|\d{1,2}/\d{1,2}/\d{2}|\d{4}年")
_ADDRESS = lazy(r"[^\s@<>()\[\]]+@[^\s@<>()\[\]]+\.[^\s@<>()\[\]]+")


# How mail programs name the fields above a quote, by what the field says.
_FIELDS = {
    "from": "From Von De Da Od Van Från Fra Lähettäjä От Від Από Gönderen Feladó من 发件人 差出人",
    "sent": "Sent Date Gesendet Datum Envoyé Enviado Enviada Fecha Data Inviato Wysłano Verzonden Skickat Sendt Dato"
    " Lähetetty Päivämäärä Отправлено Дата Odesláno Tarih Ημερομηνία 发送时间 日付",
    "to": "To An À Para A Do Aan Till Til Vastaanottaja Кому Komu Kime Προς إلى 收件人 宛先",
    "subject": "Subject Betreff Objet Asunto Oggetto Assunto Temat Onderwerp Ämne Emne Aihe Тема Předmět Konu Θέμα"
    " الموضوع 主题 件名",
    "other": "Cc Bcc Kopie Kopia Kopi Copia Reply-To Importance Priority Attachments Attachment Organization",
}
_FIELD = lazy(
    r"[\s*|]{0,8}(?:" + "|".join(f"(?P<{kind}>{'|'.join(names.split())})" for kind, names in _FIELDS.items()) + r")"
    r"(?: el| em)?\*?\s?[:：]",
    re.IGNORECASE,
)
_ORIGINAL_NAMES = (
    *(
        "original message",
        "original appointment",
        "original-nachricht",
        "ursprüngliche nachricht",
        "mensaje original",
    ),
    *("message d.origine", "messaggio originale", "mensagem original", "oorspronkelijk bericht", "reply message"),
    *("oprindelig meddelelse", "ursprungligt meddelande", "alkuperäinen viesti", "wiadomość oryginalna"),
    *("původní zpráva", "исходное сообщение"),
)
_FORWARD_NAMES = (
    *(
        "forwarded (?:message|mail|e-?mail)",
        "forwarded by .{1,120}",
        "weitergeleitete nachricht",
        "mensaje reenviado",
    ),
    *(
        "message transféré",
        "messaggio inoltrato",
        "mensagem encaminhada",
        "doorgestuurd bericht",
        "přeposlaná zpráva",
    ),
    *("vidarebefordrat meddelande", "videresendt (?:melding|meddelelse)", "przekazana wiadomość"),
    *("пересылаемое сообщение", "رسالة معاد توجيهها"),
)
_FORWARD_BEGINS = (
    *("begin forwarded message", "anfang der weitergeleiteten (?:nachricht|e-mail)", "inicio del mensaje reenviado"),
    *(
        "début du (?:message|mail) (?:transféré|réexpédié)",
        "inizio messaggio inoltrato",
        "begin doorgestuurd bericht",
    ),
)
_DASHES = r"\s{0,8}[-_=*]{2,}\s{0,4}"
_ORIGINAL = lazy(rf"{_DASHES}(?:{'|'.join(_ORIGINAL_NAMES)}){_DASHES}", re.IGNORECASE)
_FORWARDED = lazy(
    rf"{_DASHES}(?:{'|'.join(_FORWARD_NAMES)}){_DASHES}|\s{{0,8}}(?:{'|'.join(_FORWARD_BEGINS)})\s?:\s*",
    re.IGNORECASE,
)
_END_OF_FORWARD = lazy(rf"{_DASHES}end (?:of )?(?:the )?forwarded message{_DASHES}", re.IGNORECASE)
_RULE = lazy(r"^\s*[_\-=*]{5,}\s*$")
_SIGN = lazy(
    r"(?im)^[\s*]{0,8}[^\W\d_]{2,16}\s?:.*@|@.*:\s*$|^.{0,120}[:：]\s*\n\s*>|^[-_]{2,} ?\w.*[-_]{2,}\s*$|^_{10,}\s*$"
)


class Begins(Enum):
    """What introduces a quote."""

    ATTRIBUTION = "attribution"
    HEADERS = "headers"
    FORWARD = "forward"


@dataclass(frozen=True, slots=True)
class Intro:
    """Lines `start` up to and without `end` introduce a quote."""

    start: int
    end: int
    begins: Begins


def is_marked(line: str) -> bool:
    """Quoted by `>`; what mbox files write as `>From ` is a line of the text itself (RFC 4155)."""
    return line[:3].lstrip().startswith(">") and not line.startswith(">From ")


def next_intro(lines: Sequence[str], at: int) -> Intro | None:
    """The first introduction of a quote at or after line `at`, among lines without `>`."""
    for i in range(at, len(lines)):
        line = lines[i]
        if not line.strip() or is_marked(line):
            continue
        if found := _forward(lines, i) or _headers(lines, i) or _attribution(lines, i, at):
            return Intro(_above(lines, found.start, at), found.end, found.begins)
    return None


def library_intro(lines: Sequence[str], at: int) -> Intro | None:
    """Where both libraries see a quote and there is evidence; asked last, and only about short texts: they are slow.

    mail-parser-reply takes quadratic time in the length of a line, so that lines are limited too.
    """
    text = "\n".join(">" if is_marked(line) else line for line in lines[at:])[:_LIBRARY_TEXT]
    if max(map(len, text.split("\n"))) > _LIBRARY_LINE or not _SIGN.search(text):
        return None
    first = EmailReplyParser(languages=list(_LANGUAGES)).read(text).replies[0].content
    shown = "\n".join(
        part for expanded, part in quotequail.quote(text, limit=len(text) + 2, quote_intro_line=True) if expanded
    )
    cut = at + max(_lines_of(first, lines[at:]), shown.count("\n") + 1 if shown else 0)
    if cut >= len(lines):
        return None
    end = next((i + 1 for i in range(cut, min(cut + _WRAPPED, len(lines))) if lines[i].rstrip().endswith(":")), cut)
    proven = _ADDRESS.search(" ".join(lines[cut:end])) or followed_by_mark(lines, end)
    return Intro(_above(lines, cut, at), end, Begins.ATTRIBUTION) if proven and end > cut else None


def followed_by_mark(lines: Sequence[str], at: int) -> bool:
    """Whether the next line that is not blank is quoted by `>`."""
    return is_marked(next((line for line in lines[at : at + 4] if line.strip()), ""))


def end_of_forward(lines: Sequence[str], at: int) -> int:
    """The line after the mark that ends a forwarded mail, else the end of the text."""
    return next((i + 1 for i in range(at, len(lines)) if _END_OF_FORWARD.fullmatch(lines[i])), len(lines))


def end_of_indented(lines: Sequence[str], intro: Intro) -> int | None:
    """Yahoo indents the quote: the first line after it that is not indented. None where nothing is indented."""
    first = next((line for line in lines[intro.end :] if line.strip()), "")
    if not first.startswith((" ", "\t")) or not lines[intro.end - 1].startswith((" ", "\t")):
        return None
    after = range(intro.end, len(lines))
    return next((i for i in after if lines[i].strip() and not lines[i].startswith((" ", "\t"))), len(lines))


def _attribution(lines: Sequence[str], end: int, lowest: int) -> Intro | None:
    """`On … wrote:`, over up to four lines, that ends in this line; the shortest that is one."""
    if _RUN_ON.match(lines[end]) and _WHEN.search(lines[end]):
        return Intro(end, end + 1, Begins.ATTRIBUTION)  # Yahoo on Android goes on with the quote in the same line
    if not lines[end].rstrip(_UNSEEN + " \t\r").endswith((":", "：")) or len(lines[end]) > _LONGEST:
        return None
    marked = followed_by_mark(lines, end + 1)
    for start in range(end, max(lowest, end - _WRAPPED + 1) - 1, -1):
        if not lines[start].strip() or is_marked(lines[start]):
            return None
        joined = " ".join(line.strip() for line in lines[start : end + 1])
        if len(joined) > _LONGEST:
            return None
        if (_opens(lines[start], joined) and _is_attribution(joined, marked)) or is_of_program(joined):
            return Intro(start, end + 1, Begins.ATTRIBUTION)
    return None


def _opens(line: str, joined: str) -> bool:
    return bool(_BEGINS.match(line) or _NAMED.match(joined))


def _is_attribution(joined: str, marked: bool) -> bool:
    """It tells when; and it has an address and a verb, or one of the two and quoted lines below."""
    evidence = (bool(_WROTE.search(joined)), bool(_ADDRESS.search(joined)), marked)
    return bool(_WHEN.search(joined)) and sum(evidence) >= 2


def _headers(lines: Sequence[str], start: int) -> Intro | None:
    """From:, Sent:, To:, Subject: as Outlook puts them above a quote; a travel claim has From: and To: as well."""
    first = _FIELD.match(lines[start])
    if not first or first.lastgroup != "from":
        return _headers_of_any_language(lines, start)
    kinds, end = {"from"}, start + 1
    for i in range(start + 1, min(start + 16, len(lines))):
        if found := _FIELD.match(lines[i]):
            if found.lastgroup == "from":
                break  # where the quote's own fields begin; the lines above, such as a travel claim, are the writer's
            kinds.add(found.lastgroup or "")
            end = i + 1
        elif "subject" in kinds or i - end >= 2:
            break  # a long To: runs over a line or two, and HTML may leave blank lines between the fields
    block = " ".join(lines[start:end])
    evidence = kinds - {"other"}
    proven = _ADDRESS.search(block) if len(evidence) == 3 else len(evidence) == 4 and _WHEN.search(block)
    return Intro(start, end, Begins.HEADERS) if proven else _headers_of_any_language(lines, start)


def _headers_of_any_language(lines: Sequence[str], start: int) -> Intro | None:
    end = end_of_header_block(lines, start)
    return Intro(start, end, Begins.HEADERS) if end else None


def _forward(lines: Sequence[str], start: int) -> Intro | None:
    if _FORWARDED.fullmatch(lines[start]):
        return Intro(start, start + 1, Begins.FORWARD)
    if not _ORIGINAL.fullmatch(lines[start]):
        return None
    below = next((i for i in range(start + 1, min(start + 4, len(lines))) if lines[i].strip()), start)
    headers = _headers(lines, below)
    return Intro(start, headers.end if headers else start + 1, Begins.HEADERS)


def _above(lines: Sequence[str], start: int, lowest: int) -> int:
    """With the rule that a mail program draws above the quote."""
    while start > lowest and (not lines[start - 1].strip() or _RULE.match(lines[start - 1])):
        start -= 1
    return start


def _lines_of(prefix: str, lines: Sequence[str]) -> int:
    """How many of `lines` the library's first reply covers; it strips them, so count those with words."""
    wanted, used = sum(1 for line in prefix.split("\n") if line.strip()), 0
    for i, line in enumerate(lines):
        if used >= wanted:
            return i
        used += bool(line.strip())
    return len(lines)
