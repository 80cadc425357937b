"""How each mail client wraps what was typed: tag, quote, HTML, encoding. One row of CLIENTS for each."""

import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from html import escape

from tests.mails import webs
from tests.mails.envelope import Part, multipart, text_part
from tests.mails.phrases import SENT_FROM, outlook_labels, wrote
from tests.mails.webs import Web

RULE = "_" * 32
SEE_HTML = "This message is in HTML. Please open it in a program that shows HTML."


@dataclass(frozen=True, slots=True)
class Quoted:
    """An earlier message: whom it came from (None is the scheme itself), when (local time), what it said."""

    subject: str
    text: str
    sent: str
    name: str | None = None
    address: str | None = None
    to: str | None = None

    @property
    def at(self) -> datetime:
        return datetime.fromisoformat(self.sent)


@dataclass(frozen=True, slots=True)
class Letter:
    """The words of one mail. `mine` is the scheme's own name and address."""

    text: str
    quote: Quoted | None
    signature: str
    ps: str
    disclaimer: str
    language: str
    mine: tuple[str, str]


Above = Callable[[Quoted, str, str], str]
"""The lines above a quote, from the quoted message, its "Name <address>" and the language."""


@dataclass(frozen=True, slots=True)
class Client:
    """`parts`: plain, both, html, or see: HTML whose text part only says so. `above` stands above the quote."""

    above: Above
    prefix: str = "> "
    tag: str = ""
    parts: str = "both"
    encoding: str = "quoted-printable"
    charset: str = "utf-8"
    width: int = 0
    flowed: bool = False
    inside: bool = False
    """The line "… wrote:" stands inside the quote, behind its ">"."""
    dashes: bool = True
    web: Web = webs.PLAIN
    headers: Mapping[str, str] = field(default_factory=dict)


def _wrote(form: str) -> Above:
    return lambda quote, who, language: wrote(form, quote.at, who, language)


def _block(first: str, date: str, order: str = "from sent to subject") -> Above:
    """Lines "From:", "Sent:", "To:", "Subject:" under a first line."""

    def above(quote: Quoted, who: str, language: str) -> str:
        names = outlook_labels(language)
        when = f"{quote.at:{date}}"
        values = {"from": who, "sent": when, "date": when, "to": quote.to or "", "subject": quote.subject}
        lines = [first, *(f"{names[each]}: {values[each]}" for each in order.split())]
        return "\n".join(line for line in lines if line)

    return above


_ORIGINAL = "-----Original Message-----"
_IPHONE = {"X-Mailer": "iPhone Mail (22F76)"}
_THUNDERBIRD = {"User-Agent": "Mozilla Thunderbird"}
_THUNDER = Client(_wrote("tbird"), parts="plain", encoding="8bit", flowed=True, width=70, headers=_THUNDERBIRD)
_GMAIL = Client(_wrote("gmail"), width=76, web=webs.GMAIL_WEB)
_OUTLOOK = {"X-Mailer": "Microsoft Outlook 16.0"}
CLIENTS: Mapping[str, Client] = {
    "gmail": _GMAIL,
    "gmailmob": Client(_wrote("gmail"), web=webs.GMAIL_WEB),
    "outlook": Client(_block("", "%d %B %Y %H:%M"), "", dashes=False, web=webs.MSO, headers=_OUTLOOK),
    "outlookweb": Client(_block(RULE, "%A, %d %B %Y %H:%M"), "", dashes=False, web=webs.OUTLOOK_WEB),
    "outlookmob": Client(_block(RULE, "%d %B %Y %H:%M"), "", tag="outlook", dashes=False, web=webs.OUTLOOK_PHONE),
    "apple": Client(_wrote("apple"), width=76, web=webs.APPLE, headers={"X-Mailer": "Apple Mail (2.3826)"}),
    "iphone": Client(_wrote("apple"), inside=True, tag="iPhone", parts="plain", headers=_IPHONE),
    "iphonehtml": Client(_wrote("apple"), inside=True, tag="iPhone", web=webs.APPLE, headers=_IPHONE),
    "ipad": Client(_wrote("apple"), inside=True, tag="iPad", parts="plain", headers=_IPHONE),
    "yahoo": Client(_wrote("yahoo"), " ", web=webs.YAHOO, headers={"X-Mailer": "WebService/1.1.23737 YMailNovation"}),
    "yahoomob": Client(_wrote("yahoo"), " ", tag="yahoo", web=webs.YAHOO),
    "tbird": _THUNDER,
    "bt": Client(
        _block("------ Original Message ------", "%A, %d %b, %Y At %H:%M", "from to sent subject"),
        "",
        parts="plain",
        charset="windows-1252",
        width=76,
        headers={"X-Mailer": "OWM Mail 3"},
    ),
    "talktalk": Client(
        _block(_ORIGINAL, "%d %b %Y %H:%M", "from to date subject"),
        "",
        charset="windows-1252",
        width=76,
        web=webs.SIMPLE,
        headers={"X-Mailer": "Open-Xchange Mailer v7.10.6"},
    ),
    "samsung": Client(
        _block("-------- Original message --------", "%d/%m/%Y %H:%M (GMT+00:00)", "from date to subject"),
        "",
        tag="Galaxy",
        encoding="base64",
        web=webs.SAMSUNG,
    ),
    "proton": Client(_wrote("proton"), tag="proton", encoding="base64", web=webs.PROTON),
    "k9": Client(_wrote("k9"), tag="k9", parts="plain", headers={"User-Agent": "K-9 Mail for Android"}),
    "htmlonly": Client(_block("", "%d %B %Y %H:%M"), "", parts="html", web=webs.SIMPLE),
    "seehtml": Client(_block("", "%d %B %Y %H:%M"), "", parts="see", web=webs.SIMPLE),
    "b64": Client(_wrote("gmail"), parts="plain", encoding="base64"),
    "plain": Client(_wrote("gmail"), parts="plain", width=72),
    "inline": replace(_THUNDER, flowed=False, width=0),
    "bottom": _THUNDER,
    "fwd": Client(
        _block("---------- Forwarded message ---------", "%a, %d %b %Y at %H:%M", "from date subject to"),
        "",
        web=webs.GMAIL_WEB,
    ),
    "fwdoutlook": Client(_block("", "%d %B %Y %H:%M"), "", dashes=False, web=webs.MSO, headers=_OUTLOOK),
    "fwdapple": Client(
        _block("Begin forwarded message:\n", "%d %B %Y at %H:%M:%S BST", "from subject date to"), "> ", web=webs.APPLE
    ),
}


def body_of(shape: str, letter: Letter, writer: str, marker: str) -> Part:
    """The letter as that client sends it, with the client's own headers."""
    client = CLIENTS[shape]
    plain = text_part(
        _plain(shape, client, letter, writer),
        charset=client.charset,
        encoding=_encoding(client),
        more="; format=flowed" if client.flowed else "",
    )
    html = text_part(
        _html(client, letter, writer), "html", client.charset, client.encoding.replace("8bit", "quoted-printable")
    )
    if client.parts == "see":
        plain = text_part(SEE_HTML + "\n", charset=client.charset)
    if client.parts == "plain":
        body = plain
    elif client.parts == "html":
        body = html
    else:
        body = multipart("alternative", [plain, html], f"{'0' * 12}{marker[:16]}")
    return Part({**body.headers, **client.headers}, body.body)


def _encoding(client: Client) -> str:
    return "8bit" if client.charset == "windows-1252" and client.parts == "both" else client.encoding


def _plain(shape: str, client: Client, letter: Letter, writer: str) -> str:
    text = letter.text if shape == "inline" else _wrapped(letter.text, client)
    quote = _quote(client, letter, writer)
    if shape == "bottom":
        return f"{quote}\n\n{text}\n{_under(client, letter)}\n"
    if shape == "inline":
        return f"{quote.splitlines()[0]}\n{text}\n{_under(client, letter)}\n"
    return f"{text}\n{_under(client, letter)}" + (f"\n{quote}\n" if quote else "") + _disclaimer(letter)


def _under(client: Client, letter: Letter) -> str:
    """Signature, PS and the client's tag."""
    lines = []
    if letter.signature:
        lines += ["-- " if client.dashes else "", letter.signature]
    if letter.ps:
        lines += ["", letter.ps]
    if client.tag:
        lines += [
            "-- " if client.tag == "k9" else "",
            SENT_FROM[client.tag].get(letter.language, SENT_FROM[client.tag]["en"]),
        ]
    return "".join(f"{line}\n" for line in lines)


def _quote(client: Client, letter: Letter, writer: str) -> str:
    if letter.quote is None:
        return ""
    quote, who = _settled(letter, writer)
    above, text = client.above(quote, who, letter.language), quote.text
    if client.inside:
        above, text = "", f"{above}\n\n{text}"
    lines = "".join(f"{client.prefix}{line}\n" for line in text.split("\n"))
    return f"{above}\n{'' if client.flowed or client.inside else chr(10)}{lines}".lstrip("\n")


def _settled(letter: Letter, writer: str) -> tuple[Quoted, str]:
    """The quoted message with its sender as "Name <address>"."""
    assert letter.quote is not None
    quote = letter.quote
    address = quote.address or letter.mine[1]
    quote = replace(quote, to=quote.to or (writer if address != writer else letter.mine[1]))
    return quote, f"{quote.name or letter.mine[0]} <{address}>"


def _wrapped(text: str, client: Client) -> str:
    if not client.width:
        return text
    end = " \n" if client.flowed else "\n"
    wrapped = (end.join(textwrap.wrap(line, client.width, break_long_words=False)) for line in text.split("\n"))
    return "\n".join(wrapped)


def _disclaimer(letter: Letter) -> str:
    return f"\n{letter.disclaimer}\n" if letter.disclaimer else ""


def _html(client: Client, letter: Letter, writer: str) -> str:
    web = client.web
    under = replace(client, tag="")
    own = web.head + _web_lines(web, f"{letter.text}\n{_under(under, letter)}".rstrip("\n"))
    if client.tag:
        own += web.tag.format(escape(SENT_FROM[client.tag].get(letter.language, SENT_FROM[client.tag]["en"])))
    if letter.quote is not None:
        quote, who = _settled(letter, writer)
        above = escape(client.above(quote, who, letter.language).removeprefix(RULE).strip()).replace("\n", "<br>")
        own += web.quote.format(_web_lines(web, quote.text), above=above)
    if letter.disclaimer:
        own += f"<hr><p style='font-size:8pt;color:gray'>{escape(letter.disclaimer)}</p>"
    return own + web.foot


def _web_lines(web: Web, text: str) -> str:
    return "".join(web.line.format(escape(line, quote=False) or "<br>") for line in text.split("\n"))
