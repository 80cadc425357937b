"""A text part that only points to the HTML is not the message; and no words of a writer are taken for one."""

import pytest

from mailbot.reading.newest import split
from mailbot.reading.parse import parse
from tests.reading.mails import newest, part, parts

SAID = "<html><body><p>Saw her yesterday, all went well.</p></body></html>"


def shown(plain: str, html: str = SAID) -> str:
    raw = parts("alternative", part(plain), part(html, "text/html; charset=utf-8"))
    return " ".join(split(parse(raw)).newest.split())


@pytest.mark.parametrize(
    "plain",
    [
        "This message is in HTML. Please open it in a program that shows HTML.",
        "Your e-mail client does not support HTML messages.",
        "To view this message you need an email program that can display HTML.",
        "If you cannot read this e-mail, view it in your browser: https://example.com/x",
        "Please view this email in a web browser.",
        "Having trouble? View this email online: https://example.com/x",
        "[html version]",
        "Diese Nachricht ist im HTML-Format. Ihr E-Mail-Programm kann sie nicht anzeigen.",
        "Votre messagerie ne prend pas en charge le HTML.",
        "Este mensaje está en formato HTML; su cliente de correo no lo puede mostrar.",
        "Il tuo programma di posta non visualizza i messaggi HTML.",
        "Uw mailprogramma kan geen HTML weergeven.",
        "Twój program pocztowy nie obsługuje HTML.",
        "Ваша поштова програма не підтримує HTML.",
        "Ваша почтовая программа не отображает HTML.",
        "O seu cliente de e-mail não suporta HTML.",
    ],
)
def test_a_pointer_to_the_html_is_not_the_message(plain: str) -> None:
    assert shown(plain) == "Saw her yesterday, all went well."


def test_words_of_the_writers_beside_a_pointer_stay() -> None:
    found = shown("He is not safe at that house any more.\nView the rest of this message in your browser.")
    assert "He is not safe at that house" in found
    assert "all went well" in found


@pytest.mark.parametrize(
    "plain",
    [
        "Saw her yesterday, all went well. She read me her poem.",
        "Could you send me the client list again?",
        "I can not open the form you sent, sorry.",
    ],
)
def test_a_writers_own_text_is_the_message(plain: str) -> None:
    assert shown(plain, f"<p>{plain}</p><p>Confidential</p>").startswith(plain)


SIGNATURES = [
    "Dora Vale\nHead of Commissioning, Example Group",
    "Dora Vale\nPartner, Vale Reeve LLP\n01632 960788",
    "D. Vale\nVale Joinery, 07700 900511",
    "Theodora Vale\nCo-ordinator, Example Friends",
    "Dora Vale (she/her)\nVolunteer\ndora.vale@example.org",
]


@pytest.mark.parametrize("signature", SIGNATURES)
def test_a_firms_signature_goes_without_a_mark_too(signature: str) -> None:
    assert newest(f"Confirmed, thank you.\n\n{signature}\n") == "Confirmed, thank you."


@pytest.mark.parametrize("signature", SIGNATURES)
def test_a_postscript_below_such_a_signature_stays(signature: str) -> None:
    assert newest(f"Confirmed.\n\n{signature}\n\nPS He is limping.") == "Confirmed.\n\nPS He is limping."


@pytest.mark.parametrize(
    "ending",
    [
        "Dora",
        "Dora Vale",
        "Dora Vale\nsorry for the delay",
        "Dora Vale\nHe was not well",
        "Dora Vale\nTeam was fine but he hurt himself",
        "Dora Vale\nHelp",
        "Love\nDora",
        "Manager has been told\n01632 960788",
        "Imran Khan\nHead teacher",
    ],
)
def test_other_last_lines_are_the_writers(ending: str) -> None:
    assert newest(f"Confirmed.\n\n{ending}") == f"Confirmed.\n\n{ending}"
