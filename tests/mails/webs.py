"""How each client sets HTML around what was typed and what is quoted."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Web:
    """The HTML of a client; `{}` is where the words go."""

    line: str = "<div>{}</div>"
    head: str = ""
    foot: str = ""
    tag: str = "<div>{}</div>"
    quote: str = (
        '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">{above}<br></div>'
        '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex">{}</blockquote></div>'
    )


PLAIN = Web()
GMAIL_WEB = Web(head='<div dir="ltr">', foot="</div><br>")
MSO = Web(
    line="<p class=MsoNormal>{}<o:p></o:p></p>\n",
    head='<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>'
    "<style><!-- p.MsoNormal {margin:0cm;font-size:11.0pt} --></style></head>"
    '<body lang="EN-GB"><div class="WordSection1">',
    foot="</div></body></html>",
    quote='<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">'
    '<p class="MsoNormal">{above}<o:p></o:p></p></div></div>{}',
)
OUTLOOK_PHONE = Web(
    head='<html><body><div dir="auto">',
    tag='</div><div dir="auto" id="ms-outlook-mobile-signature">{}</div>',
    quote='<hr style="width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr">{above}</div>{}',
    foot="</body></html>",
)
OUTLOOK_WEB = replace(
    OUTLOOK_PHONE, head="<html><body>", line='<div class="elementToProof" style="font-size:12pt">{}</div>'
)
APPLE = Web(
    head='<html><head></head><body dir="auto">',
    tag='<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">{}</div>',
    quote='<div dir="ltr"><br><blockquote type="cite">{above}<br><br></blockquote></div>'
    '<blockquote type="cite"><div dir="ltr">{}</div></blockquote>',
    foot="</body></html>",
)
YAHOO = Web(
    head='<html><head></head><body><div class="yahoo-style-wrap"><div dir="ltr">',
    foot="</body></html>",
    quote='</div></div><div class="yahoo_quoted"><div>{above}</div><div>{}</div></div>',
)
SAMSUNG = Web(
    head='<html><body dir="auto"><div dir="auto">',
    tag='</div><div id="composer_signature" dir="auto"><div style="font-size:12px">{}</div></div>',
    quote='<div><br></div><div align="left" dir="auto"><div>{above}</div></div>{}',
    foot="</body></html>",
)
PROTON = Web(
    head='<div style="font-family: Arial, sans-serif; font-size: 14px;">',
    tag='</div><div class="protonmail_signature_block">{}</div>',
    quote='<div class="protonmail_quote">{above}<br><blockquote type="cite">{}</blockquote></div>',
)
SIMPLE = Web(
    line="<p>{}</p>", head='<html><body style="font-family:Arial">', foot="</body></html>", quote="<hr>{above}<br>{}"
)
