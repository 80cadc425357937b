"""What clients write themselves, in a few languages: above a quote, in a header block, under a mail."""

from collections.abc import Mapping
from datetime import datetime

_DAYS = {
    "en": "Mon Tue Wed Thu Fri Sat Sun",
    "es": "lun mar mié jue vie sáb dom",
    "fr": "lun. mar. mer. jeu. ven. sam. dim.",
    "pl": "pon. wt. śr. czw. pt. sob. niedz.",
    "de": "Mo. Di. Mi. Do. Fr. Sa. So.",
    "it": "lun mar mer gio ven sab dom",
    "pt": "segunda terça quarta quinta sexta sábado domingo",
    "nl": "ma di wo do vr za zo",
    "uk": "пн вт ср чт пт сб нд",
    "sq": "Hën Mar Mër Enj Pre Sht Die",
}
_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "es": "ene feb mar abr may jun jul ago sept oct nov dic",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "pt": "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "uk": "січ. лют. бер. квіт. трав. черв. лип. серп. вер. жовт. лист. груд.",
    "sq": "Jan Shk Mar Pri Maj Qer Kor Gush Sht Tet Nën Dhj",
}
_GMAIL = {
    "en": "On {day}, {d} {month} {y} at {time}, {who} wrote:",
    "es": "El {day}, {d} {month} {y} a las {time}, {who} escribió:",
    "fr": "Le {day} {d} {month} {y} à {time}, {who} a écrit :",
    "pl": "{day}, {d} {month} {y} o {time} {who} napisał(a):",
    "de": "{who} schrieb am {day}, {d}. {month} {y}, {time}:",
    "it": "Il giorno {day} {d} {month} {y} alle ore {time} {who} ha scritto:",
    "pt": "{who} escreveu ({day}, {d}/{m}/{y} à(s) {time}):",
    "nl": "Op {day} {d} {month} {y} om {time} schreef {who}:",
    "uk": "{day}, {d} {month} {y} р. о {time} {who} пише:",
    "sq": "Më {day}, {d} {month} {y} në {time}, {who} shkroi:",
}
_APPLE = {
    "en": "On {d} {month} {y}, at {time}, {who} wrote:",
    "es": "El {d} {month} {y}, a las {time}, {who} escribió:",
    "fr": "Le {d} {month} {y} à {time}, {who} a écrit :",
    "pl": "Wiadomość napisana przez {who} w dniu {d} {month} {y}, o godz. {time}:",
    "de": "Am {d}.{m:02}.{y} um {time} schrieb {who}:",
    "it": "Il giorno {d} {month} {y}, alle ore {time}, {who} ha scritto:",
    "nl": "Op {d} {month} {y} om {time} heeft {who} het volgende geschreven:",
}
_FORMS: Mapping[str, Mapping[str, str]] = {
    "gmail": _GMAIL,
    "apple": _APPLE,
    "yahoo": {"en": "    On {weekday}, {d} {fullmonth} {y} at {time}:00 BST, {who} wrote:  \n "},
    "tbird": {
        "en": "On {d:02}/{m:02}/{y} {time}, {name} wrote:",
        "de": "Am {d:02}.{m:02}.{y} um {time} schrieb {name}:",
        "fr": "Le {d:02}/{m:02}/{y} à {time}, {name} a écrit :",
        "es": "El {d}/{m}/{y} a las {time}, {name} escribió:",
    },
    "proton": {"en": "On {weekday}, {d} {fullmonth} {y} at {time}, {who} wrote:"},
    "k9": {"en": "On {d} {fullmonth} {y} {time}:11 BST, {who} wrote:"},
}
_OUTLOOK = {
    "en": "From Sent To Subject",
    "de": "Von Gesendet An Betreff",
    "fr": "De Envoyé À Objet",
    "es": "De Enviado Para Asunto",
    "pl": "Od Wysłano Do Temat",
    "nl": "Van Verzonden Aan Onderwerp",
    "it": "Da Inviato A Oggetto",
    "pt": "De Enviado Para Assunto",
}
_APPLE_TAGS = {
    "en": "Sent from my {}",
    "es": "Enviado desde mi {}",
    "fr": "Envoyé de mon {}",
    "pl": "Wysłane z {}’a",
    "de": "Von meinem {} gesendet",
    "it": "Inviato da {}",
    "nl": "Verstuurd vanaf mijn {}",
    "pt": "Enviado do meu {}",
    "uk": "Надіслано з {}",
}
SENT_FROM: Mapping[str, Mapping[str, str]] = {
    "iPhone": {language: form.format("iPhone") for language, form in _APPLE_TAGS.items()},
    "iPad": {language: form.format("iPad") for language, form in _APPLE_TAGS.items()},
    "Galaxy": {
        "en": "Sent from my Galaxy",
        "fr": "Envoyé depuis mon appareil Galaxy",
        "de": "Von meinem Galaxy gesendet",
    },
    "outlook": {
        "en": "Get Outlook for Android<https://aka.ms/AAb9ysg>",
        "es": "Obtener Outlook para Android<https://aka.ms/AAb9ysg>",
        "fr": "Obtenir Outlook pour Android<https://aka.ms/AAb9ysg>",
    },
    "yahoo": {"en": "Sent from Yahoo Mail on Android", "fr": "Envoyé à partir de Yahoo Mail sur Android"},
    "proton": {"en": "Sent with [Proton Mail](https://mail.example.net/) secure email."},
    "k9": {"en": "Sent from my Android device with K-9 Mail. Please excuse my brevity."},
}


def wrote(form: str, at: datetime, who: str, language: str) -> str:
    """The line above a quote, as that client writes it in that language (English if it has none)."""
    forms = _FORMS[form]
    language = language if language in forms else "en"
    return forms[language].format(
        day=_DAYS[language].split()[at.weekday()],
        month=_MONTHS[language].split()[at.month - 1],
        weekday=f"{at:%A}",
        fullmonth=f"{at:%B}",
        d=at.day,
        m=at.month,
        y=at.year,
        time=f"{at:%H:%M}",
        who=who,
        name=who.partition(" <")[0],
    )


def outlook_labels(language: str) -> dict[str, str]:
    """The names of the lines "From", "Sent", "To" and "Subject"."""
    names = _OUTLOOK.get(language, _OUTLOOK["en"]).split()
    return dict(zip(("from", "sent", "to", "subject"), names, strict=True)) | {"date": "Date"}
