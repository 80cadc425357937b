"""How automatic replies are worded, in the languages of those who use mail programs here."""

import re

from mailbot.expressions import lazy

# Only a machine says these of itself.
SAYS_SO = lazy(
    r"\A\s*(?:out of (?:the )?office|automatic reply|auto[- ]?reply|ooo)\s?[.:!]|"
    r"\A\s*\[[\w'’-]+ has set up an? (?:automatic |auto |away )?(?:message|reply|response)\]|"
    r"(?:\A|\n|[.!] |\*)\s*(?:please (?:note|be aware)[:,]? )?(?:(?:that )?(?:"
    r"this (?:is|was) (?:an? )?(?:auto-?|automat(?:ed|ic|ically) ?)(?:generated )?(?:e-?mail|reply|response|message"
    r"|acknowledg\w+|notification)"
    r"|this (?:e-?mail|message|reply) (?:is|was|has been) (?:sent |generated )?automatic(?:ally)?|(?:system"
    r"|automatically)[- ]generated (?:e-?mail|message)"
    r"|dies (?:ist|war) eine automatisch|diese (?:e-?mail|nachricht) wurde automatisch|ceci est une? (?:message"
    r"|réponse) automatique"
    r"|(?:ce|cet) (?:message|e-?mail|courriel) (?:est|a été) (?:envoyé|généré) automatiquement"
    r"|questa è una risposta automatica"
    r"|est[ae] es una? (?:respuesta|mensaje|correo) (?:generad[ao] )?automátic|esta é uma resposta automática"
    r"|dit is een automatisch"
    r"|to jest (?:automatyczna|wiadomość automatyczna|odpowiedź automatyczna)|det här är ett automatiskt"
    r"|toto je automatická"
    r"|це автоматичн|это автоматическ|هذا رد تلقائي|bu (?:otomatik|bir otomatik)|acesta este un (?:răspuns"
    r"|mesaj) automat|neges awtomatig))",
    re.IGNORECASE,
)
NOT_READ = lazy(
    r"\b(?:i no longer work|i(?: have|['’]ve) left (?:the (?:company|organi[sz]ation|council|charity|firm|business"
    r"|team)"
    r"|my (?:post|role|job)))\b(?:(?!my new)[^.]){0,40}\.\s+(?:please |for |any"
    r" )*(?:direct|contact"
    r"|enquir|send|refer|address|write)(?![^.]*\bmy\b)|"
    r"\bthis (?:mailbox|inbox|e-?mail address|e-?mail account|address|account) is (?:not |un|no longer )(?:being"
    r" |regularly )?"
    r"(?:monitored|attended|checked|staffed|read)\b|\b(?:unmonitored|unattended) (?:mailbox|inbox|e-?mail|account"
    r"|address)"
    r"|\b(?:mailbox|address|account) (?:cannot|can not|does not) (?:receive|accept) (?:replies|incoming)"
    r"|\b(?:e?-?mails?|messages?) sent (?:here|to (?:this|her|his|the) (?:old )?(?:address|account|mailbox))"
    r" (?:will|is|are)\b"
    r"|(?:diese adresse|diese e-?mail-adresse|dieses postfach) wird nicht|cette (?:boîte"
    r"|adresse) n['’]est pas (?:surveillée|consultée)",
    re.IGNORECASE,
)
TICKET = lazy(
    r"\b(?:ticket|support request|enquiry|service request)(?: (?:number|no\.?|id"
    r"|ref(?:erence)?))?\s?[:#]?\s?[#\[(]*[A-Z]{0,6}-?\d{4,}\b"
    r"[^.]{0,60}\b(?:has been|was|is now) (?:created|opened|logged|raised|registered|assigned)"
    r"|\b(?:support |help ?desk )?ticket (?:has been|was) (?:created|opened|logged|raised)"
    r"|(?:type|write|enter) your reply above|reply above this line|##- ?please type",
    re.IGNORECASE,
)
RECEIVED = lazy(
    r"\bwe will (?:respond|reply|get back|be in touch)\b|"
    r"\byour (?:message|e-?mail) will be (?:read|answered|dealt)|\b(?:pick up|read|deal with|reply to|answer"
    r"|respond to) your"
    r" (?:message|e-?mail)|"
    r"\b(?:your|the) (?:message|e-?mail|enquiry|inquiry|query|request|application|submission) (?:has been|was"
    r"|is) (?:safely |successfully )?received"
    r"|\bwe (?:have|['’]ve) received your (?:message|e-?mail|enquiry|inquiry|query|request|application|submission"
    r"|correspondence)"
    r"|\bthis (?:is to|e-?mail) (?:acknowledges?|confirms?) (?:receipt|that we)|\b(?:we|our team) (?:aim|endeavour"
    r"|try|will) to (?:respond|reply|get back|answer)"
    r"|\b(?:one|a member) of (?:our|the) team will|within \d+ (?:to \d+ )?(?:working|business) days"
    r"|ihre (?:nachricht|e-?mail|anfrage) (?:ist|wurde).{0,20}(?:eingegangen|erhalten)"
    r"|(?:avons bien|bien) reçu votre|hemos recibido su|abbiamo ricevuto|recebemos (?:a sua|o seu)|wij hebben uw"
    r"|otrzymaliśmy",
    re.IGNORECASE,
)
THANKS = lazy(
    r".{0,40}\b(?:thank you|thanks)(?: very much| so much)? for (?:your|the|getting in|contacting|e-?mailing"
    r"|writing|reaching)\b.{0,12}(?:mail|message|touch|enquiry|us\b|out)"
    r"|.{0,30}(?:vielen dank für ihre|danke für (?:ihre|deine)|merci (?:de|pour|d[’'])|gracias por (?:su|tu"
    r"|contactar|escribir)|grazie per (?:la|il|aver)"
    r"|obrigad[oa] (?:por|pelo|pela)|bedankt voor|dank (?:u|je) voor|dziękuj(?:ę|emy) za|tack för (?:ditt|ert)"
    r"|дякую за|дякуємо за|спасибо за|благодарю за"
    r"|شكرا (?:لك|على|لرسالتك)|teşekkür|mulțumesc pentru|děkuj[ui] za|takk for|tak for|diolch am)",
    re.IGNORECASE,
)
_AWAY = (
    r"\b(?:am|i['’]m|be|are|is|we['’]re)\b.{0,24}\b(?:out of (?:the )?office|away|abroad|travelling"
    r"|not at my desk|not in (?:this|next|until|till|the office|today)|on (?:\w+ )?(?:leave|holiday|vacation"
    r"|shift|sabbatical"
    r"|secondment)|off (?:work|sick|duty)|out (?:until"
    r"|till?|from)|(?:and |have )?no (?:phone )?signal)"
    r"|\b(?:the|our) (?:office|offices|service|helpline) (?:is|are|will be) (?:now |currently )?closed"
    r"|\bon (?:annual|maternity|sick|paternity|parental) leave\b",
    r"nicht im (?:büro|haus)|nicht erreichbar|abwesend|im urlaub|verreist|außer haus"
    r"|absente? d[ue]|en congés?|en vacances"
    r"|fuera de (?:la )?oficina|(?:estoy|estaré|me encuentro) (?:fuera|ausente|de vacaciones)",
    r"fuori (?:ufficio|sede)|assente|in ferie|fora do escritório|ausente|de férias|afwezig|niet (?:op kantoor"
    r"|aanwezig)|op vakantie|nieobecn|na urlopie|poza biurem",
    r"på semester|frånvarande|på ferie|fraværende|lomalla|v kanceláři|na dovolené|szabadságon|în concediu"
    r"|у відпустці|в отпуске|не в офісі|не в офисе|خارج المكتب|في إجازة|در مرخصی|izindeyim|yıllık izin"
    r"|ar fy ngwyliau",
)
_WITHOUT_MAIL = (
    r"\bi only work (?:on )?(?:mon|tue|wed|thu|fri|sat|sun|part)|\bmy working (?:days|hours|pattern)",
    r"\b(?:no|limited|little|intermittent|without|not have|patchy"
    r"|infrequent) (?:regular )?access to (?:my )?(?:e-?mails?|messages|inbox|the internet)"
    r"|\b(?:(?:shall|will) not|shan['’]t|won['’]t) (?:be )?(?:see|seeing|open|opening|get|getting|answer"
    r"|answering) (?:my |this |these |any |your )?(?:e-?mails?|mail|messages?|inbox|letters?|post|it|this|anything)\b"
    r"|\b(?:not|won['’]t|unable to|cannot|can['’]t) (?:be )?(?:check|checking|read|reading|monitor|monitoring"
    r"|access|accessing|pick up|picking up|see|seeing) (?:my |this |these |any )?(?:e-?mails?|mail|inbox|messages"
    r"|account)"
    r"|\b(?:look at|check|read|use|monitor) (?:this|my) (?:account|mailbox|inbox|e-?mails?|mail"
    r"|address)\b.{0,40}\b(?:only|once|twice|rarely|seldom|mon|tue|wed|thu|fri|sat|sun|weekly|week|not every)",
    r"sin acceso al? (?:mi )?correo|kein(?:en)? zugriff auf|lese meine e-?mails?|(?:pas|sans) accès"
    r"|n['’]ai pas accès|senza accesso"
    r"|non (?:potrò|posso) (?:leggere|accedere)|sem acesso|geen toegang|nie mam dostępu|bez dostępu",
    r"не читаю пошт|не читаю почт|не перевіряю|без доступу|нет доступа|لا أستطيع الوصول|utan tillgång|ingen tilgang"
    r"|nemám přístup|e-postalarıma erişi",
)
_URGENT = (
    r"\bif you need (?:someone|anyone|anything|help|an answer) (?:sooner|urgently|before)\b.{0,80}\b(?:contact"
    r"|ring|call|e-?mail|phone)"
    r"|\b(?:please )?(?:contact|ring|call|e-?mail) \w+ in (?:the meantime|my absence)",
    r"\b(?:if|for|in)\b.{0,60}\b(?:urgent|emergenc|immediate|accident|danger)\w*.{0,80}\b(?:contact|ring|call"
    r"|e-?mail|phone|speak|dial|telephone|get in touch)",
    r"\bto report\b.{0,60}\b(?:ring|call|dial|phone|contact)",
    r"(?:dringend|urgen(?:te|ce|t)|d['’]urgence|spoed|dringende|pilne|pilnych|brådskande|термінов|срочн|عاجل|acil"
    r"|naléhav)\w*.{0,60}(?:wenden|contact|llam|contatt|telefon|appel|joindre|bel|dzwon|ring|теле|дзвон|звон|اتصل"
    r"|ara)",
)
_LATER = (
    r"\b(?:will|shall|['’]ll|aim to|hope to) (?:reply|respond|get back|answer|be in touch|read|deal|attend"
    r"|pick)\b.{0,80}\b(?:return|back|soon|as possible|monday|then|days|office)",
    r"\b(?:on|upon|after|following) my return\b|\bwhen i (?:return|get back|am back)\b.{0,20}[.!]?$|\b(?:return"
    r"|back|returning) (?:to (?:the )?(?:office|work)|in the office) on",
    r"nach meiner rückkehr|ab dem .{0,30} wieder|à mon retour|dès mon retour|a mi (?:regreso|vuelta)"
    r"|al mio (?:rientro|ritorno)|no meu regresso|quando voltar|bij (?:mijn )?terugkomst|po powrocie"
    r"|när jag är tillbaka|після повернення|по возвращении|عند عودتي|dönüşümde",
)
OTHER_WORDING = tuple(lazy("|".join(each), re.IGNORECASE) for each in (_AWAY, _WITHOUT_MAIL, _URGENT, _LATER))

OF_YOUR_MAIL = lazy(
    r"\bif you need (?:someone|anyone|anything|help|an answer) (?:sooner|urgently)\b|"
    r"\byour (?:message|e-?mail|query|enquiry|request|matter)\b|\burgent (?:matters|queries|enquiries)\b"
    r"|\b(?:limited|no|intermittent) access to (?:my )?e-?mails?\b",
    re.IGNORECASE,
)
"""What somebody who is away says to whoever writes, and not to the scheme."""

# Words without which the expressions above cannot match, in lower case.
SAYS_SO_HINTS = ("auto", "has set up", "out of", "ooo", "автомат", "تلقائي", "otomat", "system", "awtomatig")
MAILBOX_HINTS = (
    *("no longer work", "have left", "mailbox", "inbox", "address", "account", "adresse", "postfach", "boîte"),
    *("unmonitored", "unattended"),
    *("ticket", "request", "enquiry", "above", "please type"),
)
RECEIVED_HINTS = (
    *(
        "receiv",
        "receipt",
        "respond",
        "reply",
        "get back",
        "answer",
        "team will",
        "working",
        "business days",
        "eingegangen",
    ),
    *("your message", "your e", "erhalten", "reçu", "recibido", "ricevuto", "recebemos", "hebben uw", "otrzymali"),
)

# What stands behind the writer's own name where a program writes of its owner.
OF_HIMSELF = lazy(
    r"\s+(?:is|will be|has (?:gone|left|stepped|taken)|cannot|can not|can['’]t|will not|won['’]t|does not"
    r"|doesn['’]t)\b(?!\s+(?:my"
    r"|the name|writing|here\b|typing|your))",
    re.IGNORECASE,
)
ANSWERS_LATER = lazy(
    r"\b(?:will|shall|can|is able to|hopes to|aims to)\s+(?:only\s+)?(?:answer|reply|respond|read|be back"
    r"|be in touch|get"
    r" back|return|pick up|look at|deal)\b.{0,60}?\b(?:from|on|after|until|when|once|upon|by)\b"
    r"|\b(?:back|returns?|returning|available again|reading mail again)\s+(?:at (?:his|her"
    r"|their) desk\s+)?(?:on|from|by"
    r"|after)\b",
    re.IGNORECASE,
)

TELLS = lazy(
    r"\b(?:he|she|him|her|sorry|apologies|went|was|were|had|saw|met|did|chang\w*|late|urgent|can(?:no|['’])t|cancel\w*"
    r"|claim|expenses|next)\b",
    re.IGNORECASE,
)
"""No program's words, where only a title before "Re:" speaks for one."""
