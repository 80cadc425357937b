"""Subjects of automatic replies, as mail programs and their owners write them, in the languages of those here."""

import re

from mailbot.expressions import lazy

# "Automatic reply" as mail programs put it before the old subject, in the language of the one who is away.
_REPLY_SUBJECTS = (
    "auto(?:mat(?:ic|ed))?[- ]?(?:reply|respon(?:se|der)|answer|message|acknowledge?ments?)|auto(?=\\s?:)"
    "|(?:vacation|holiday|absence) (?:auto[- ]?)?respon(?:se|der)|automatische antwort"
    r"|automatische abwesenheits\w+|réponse automatique|reponse automatique|respuesta autom[áa]tica|risposta "
    "automatica"
    "|resposta autom[áa]tica|autosvar|automatisch antwoord|automatische beantwoording|automatiskt svar|automatisk "
    "svar|automatisk besvarelse"
    "|automaattinen vastaus|automaattivastaus|răspuns automat|raspuns automat|automatyczna odpowiedź|odpowiedź "
    "automatyczna"
    "|automatická odpověď|automatická odpoveď|automatikus válasz|samodejni odgovor|automatski odgovor|automatinis "
    "atsakymas"
    "|automātiskā atbilde|automaatvastus|sjálfvirkt svar|(?:ym)?ateb awtomatig|freagra uathoibríoch|përgjigje"
    " automatike"
    "|автоматический ответ|автоответ|автоматична відповідь|автовідповідь|автоматичен отговор|аутоматски одговор"
    "|αυτόματη απάντηση|otomatik yan[ıi]t|otomatik cevap|رد تلقائي|الرد التلقائي|پاسخ خودکار|וֹמענה אוטומטי|מענה "
    "אוטומטי"
    "|自动答复|自动回复|自動回覆|自動応答|자동 회신|trả lời tự động|phản hồi tự động|स्वचालित उत्तर"
)
# These a person may type as well: "Out of office: 3 to 10 June".
_AWAY_SUBJECTS = (
    "out of office|out of the office|out-of-office|ooo|away from (?:the |my )?(?:office|desk|mail)|(?:i am |i['’]m )?"
    "on (?:\\w+ )?(?:leave|holidays?|retreat|secondment|sabbatical|nights|placement)|annual leave"
    "|vacation(?: reply| notice)?|holiday (?:notice|message|reply)|absence notice|away "
    "message|abwesenheitsnotiz|abwesenheit|abwesend|im urlaub"
    "|nicht im büro|außer haus|absence du bureau|absente?|absence|en congés?|en vacances|fuera de (?:la "
    ")?oficina|ausente|ausencia"
    "|de vacaciones|fuori sede|fuori ufficio|assente|in ferie|fora do escritório|ausência|de "
    "férias|afwezig|afwezigheid|niet aanwezig"
    "|op vakantie|frånvaro|frånvarande|fravær|fraværende|på semester|poissa|nieobecność|poza biurem|na "
    "urlopie|urlop|nepřítomnost"
    "|mimo kancelář|dovolená|szabadság|în concediu|plecat|jashtë zyrës|allan o['’]r swyddfa|as oifig|вне офиса|в "
    "отпуске|відпустка|у відпустці"
    "|поза офісом|εκτός γραφείου|ofis dışında|izindeyim|خارج المكتب|في إجازة|خارج از دفتر|不在办公室|外出|休假"
)
REPLY_SUBJECT = lazy(
    rf"\s*(?:[^:：/?]{{1,30}} / )?(?:\[(?:{_REPLY_SUBJECTS})\]|(?:{_REPLY_SUBJECTS})\s?[:：])"
    rf"|[^\n]*[(\[](?:{_REPLY_SUBJECTS}|auto(?:matic|mated)?)[)\]]\s*$",
    re.IGNORECASE,
)
MACHINE_SUBJECT = lazy(rf"\s*\[?(?:{_REPLY_SUBJECTS})\]?[.!]?\s*", re.IGNORECASE)
"""The whole of the subject, and no person's."""
AWAY_RE_SUBJECT = lazy(
    rf"\s*\[?(?:{_AWAY_SUBJECTS})\]?(?: auto[- ]?re(?:ply|sponse))?\s?[:：-]?\s?re\s?[:：]", re.IGNORECASE
)
AWAY_SUBJECT = lazy(
    rf"\s*\[?(?:{_AWAY_SUBJECTS}|{_REPLY_SUBJECTS})\]?(?: (?:auto[- ]?re(?:ply|sponse)|notification|notice"
    rf"|message))?[.!]?\s?(?:[:：]|$)",
    re.IGNORECASE,
)
# Behind it the subject of a mail that came: "Out of office: Your visit of 4 May", "… : Reminder: P-12", "… : Well?".
OF_A_MAIL = lazy(r"[^:：]{3,40}[:：]\s*(?:your\b|[^\W\d_][\w'’ -]{2,25}[:：]\s|[^?\n]{3,60}\?)", re.IGNORECASE)
# A title of the owner's, before the reply to a mail that came: "Gone fishing Re: Your visit of 4 May".
TITLED_REPLY = lazy(
    r"\s*(?!(?:re|aw|sv|fwd?|wg|rv|tr|antw|odp)\b)[^:：\n]{3,40}\s(?:re|aw|sv)\s?[:：]\s*\S", re.IGNORECASE
)
OFFICE_SUBJECT = lazy(
    r"\s*\[?(?:out[ -]of[ -](?:the )?office|ooo|absence notice|away message|vacation (?:reply|response|notice)"
    r"|abwesenheitsnotiz"
    r"|absence du bureau|fuera de (?:la )?oficina|fuori (?:sede|ufficio)|fora do escritório|nicht im büro"
    r"|poza biurem|поза офісом"
    r"|вне офиса|ofis dışında|خارج المكتب|mimo kancelář)",
    re.IGNORECASE,
)
ONLY_AWAY_SUBJECT = lazy(
    rf"\s*\[?(?:{_AWAY_SUBJECTS}|{_REPLY_SUBJECTS})\]?(?: (?:auto[- ]?re(?:ply|sponse)|notification|notice"
    rf"|message))?[.!]?\s*",
    re.IGNORECASE,
)

OWNER_AWAY = lazy(
    r"\s+(?:is|will be) (?:now |currently )?(?:away|out|on (?:\w+ )?leave|on holiday|on vacation|unavailable"
    r"|travelling"
    r"|not in|offline)\b",
    re.IGNORECASE,
)
"""Behind the sender's own name in a subject: nobody writes so of himself."""
DATED = lazy(
    r"\b(?:from|until|till|to|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w{0,6}\b|\d(?:st|nd|rd|th)",
    re.IGNORECASE,
)
