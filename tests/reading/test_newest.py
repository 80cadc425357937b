"""The newest words are found, and none of them is lost."""

import pytest

from mailbot.reading.newest import split
from tests.reading.mails import PROMPT, newest, quoted, read

MARKED = "> " + PROMPT.replace("\n", "\n> ")
HEADERS = "From: Team <bot@example.org>\nSent: Monday, 11 May 2026 08:05\nTo: Dora\nSubject: Your visit\n\n"
OUTLOOK = {"X_Mailer": "Microsoft Outlook 16.0"}


# Quotes that mail programs make


@pytest.mark.parametrize(
    "attribution",
    [
        "On Mon, 11 May 2026 at 08:05, Team <bot@example.org> wrote:",
        "On Mon, 11 May 2026 at 08:05, The Very Long Name of Our Team\n<bot@example.org> wrote:",
        "On 11/05/2026 08:05, Team wrote:",
        "Am Mo., 11. Mai 2026 um 08:05 Uhr schrieb Team <\nbot@example.org>:",
        "Le lun. 11 mai 2026 à 08:05, Team <bot@example.org> a écrit :",
        "El lun, 11 may 2026 a las 08:05, Team (<bot@example.org>) escribió:",
        "Il giorno lun 11 mag 2026 alle ore 08:05 Team <bot@example.org> ha scritto:",
        "Team <bot@example.org> escreveu (segunda, 11/5/2026 à(s) 08:05):",
        "Team <bot@example.org> schrieb am Mo., 11. Mai 2026, 08:05:",
        "Team <bot@example.org> escribió el lun, 11 may 2026 a las 8:05:",
        "Team <bot@example.org> a écrit le 11/05/2026 à 08:05 :",
        "Our Team <bot@example.org> wrote on 11 May 2026 at\n08:05:",
        "Em seg., 11 de mai. de 2026 às 08:05, Team <bot@example.org> escreveu:",
        "Op ma 11 mei 2026 om 08:05 schreef Team <bot@example.org>:",
        "pon., 11 maj 2026 o 08:05 Team <bot@example.org> napisał(a):",
        "Den mån 11 maj 2026 kl 08:05 skrev Team <bot@example.org>:",
        "пн, 11 мая 2026 г. в 08:05, Team <bot@example.org>:",
        "في الاثنين، 11 مايو 2026 في 8:05 ص تمت كتابة ما يلي بواسطة Team <\nbot@example.org>:",
        "2026年5月11日(月) 8:05 Team <bot@example.org>:",
    ],
)
def test_a_marked_quote_goes_with_its_attribution(attribution: str) -> None:
    text = f"All went well.\n\n{attribution}\n\n{MARKED}\n"
    assert newest(text) == "All went well."
    assert "Worried about somebody" in quoted(text)


@pytest.mark.parametrize(
    "block",
    [
        HEADERS,
        "________________________________\n" + HEADERS,
        "-----Original Message-----\n" + HEADERS,
        "Von: Team <bot@example.org>\nGesendet: Montag, 11. Mai 2026 08:05\nAn: Dora\nBetreff: Besuch\n\n",
        "De : Team <bot@example.org>\nEnvoyé : lundi 11 mai 2026 08:05\nÀ : Dora\nObjet : visite\n\n",
        "*From:* Team <bot@example.org>\n*Date:* 11 May 2026\n*To:* Dora\n*Subject:* Your visit\n\n",
        "From: Team\nSent: 11 May 2026 08:05\nTo: Dora\nSubject: Your visit\n\n",
        "On Mon, 11 May 2026 at 08:05:00 BST, Team <bot@example.org> wrote:\n\n",
    ],
)
def test_an_unmarked_quote_goes_to_the_end(block: str) -> None:
    assert newest(f"All went well.\n\n{block}{PROMPT}") == "All went well."


def test_yahoo_indents_the_quote_and_what_follows_it_is_new() -> None:
    indented = " " + PROMPT.replace("\n", "\n ")
    attribution = "    On Monday, 11 May 2026 at 08:05:00 BST, Team <bot@example.org> wrote:  \n \n"
    assert newest(f"{attribution}{indented}\n\nTuesday suits me") == "Tuesday suits me"


def test_yahoo_on_android_goes_on_in_the_same_line() -> None:
    assert newest("Fine\n\nOn Mon, 11 May 2026 at 8:05, Team<bot@example.org> wrote:   Hi Dora\nold") == "Fine"


def test_words_below_the_quote_are_new() -> None:
    assert (
        newest(f"On 11/05/2026 08:05, Team wrote:\n{MARKED}\n\nI went on Sunday.\n\nDora")
        == "I went on Sunday.\n\nDora"
    )


def test_answers_between_quoted_lines_are_new() -> None:
    text = "On 11/05/2026 08:05, Team wrote:\n> Visit date:\nSunday\n\n> Worries:\nShe had a bruise\n> Miles:\n4"
    assert newest(text) == "Sunday\n\nShe had a bruise\n4"


def test_an_answer_above_the_first_marked_line_is_new() -> None:
    text = "On Mon, 11 May 2026 at 08:05, Team <bot@example.org> wrote:\nI went on Sunday.\n> Did you go?\nAs I said"
    assert newest(text) == "I went on Sunday.\nAs I said"


def test_answers_inside_an_unmarked_quote_are_kept_if_the_writer_says_so() -> None:
    assert "He was hurt" in newest(f"Please see my answers below.\n\n{HEADERS}Worries: He was hurt")


def test_with_nothing_above_an_unmarked_quote_all_below_is_kept() -> None:
    assert newest(f"\n{HEADERS}Visit date: 12 May\nOutcome: took place") == "Visit date: 12 May\nOutcome: took place"


def test_with_nothing_above_but_a_subject_of_their_own_the_quote_goes() -> None:
    assert newest(f"\n{HEADERS}{PROMPT}", Subject="C-41 fine, Sunday. Dora") == ""


# Forwards


@pytest.mark.parametrize(
    "mark",
    [
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "-------- Weitergeleitete Nachricht --------",
    ],
)
def test_of_a_forward_only_the_cover_note_is_new(mark: str) -> None:
    text = f"This is for you.\n\n{mark}\nFrom: Ivo <ivo@example.net>\nDate: Monday\n\nHe is not well"
    assert newest(text, Subject="Fwd: visit") == "This is for you."
    assert "He is not well" in quoted(text, Subject="Fwd: visit")


def test_words_after_the_end_of_a_forward_are_new() -> None:
    text = "----- Forwarded message -----\nold\n----- End forwarded message -----\nI am worried about this"
    assert newest(text, Subject="Fwd: visit") == "I am worried about this"


def test_a_forward_without_a_note_has_no_new_words() -> None:
    text = f"\n\n---------- Forwarded message ---------\n{HEADERS}He is not well"
    assert newest(text, Subject="Fwd: visit") == ""


# Words that look like a quote


@pytest.mark.parametrize(
    "text",
    [
        "She sent me this.\nOn 3 May 2026 at 10:30 she wrote:\nI do not want to live\nPlease ring me",
        "Spent on the train.\n\nFrom: Larkford\nTo: Dunholm\nDate: 3 May 2026\nMiles: 12",
        "I read his note: dear all, I wrote:\nnothing",
        "Three things:\n- bus\n- tea\n- worry",
        "It is bad.\n\nThis message is confidential between us: please do not delete it, she is being hit.",
        "He looked ill.\nSent from my hospital bed",
        "Fine.\n____\nbut he had a black eye",
        "From: the start he seemed afraid\nTo: be honest I am worried\nDate: unknown",
    ],
)
def test_the_writers_own_words_stay(text: str) -> None:
    assert newest(text) == text


def test_a_line_that_an_mbox_file_has_marked_is_the_writers() -> None:
    assert newest(">From tomorrow I cannot go") == "From tomorrow I cannot go"


# Tags, signatures, disclaimers


@pytest.mark.parametrize(
    "tag",
    [
        "Sent from my iPhone",
        "Sent from my iPhone 15 Pro Max",
        "Sent from my Galaxy",
        "Sent from my Samsung Galaxy smartphone.",
        "Sent from Yahoo Mail on Android",
        "Sent from Mail for Windows 10",
        "Sent from Outlook for iOS<https://aka.ms/x>",
        "Get Outlook for Android<https://aka.ms/x>",
        "Sent with [Proton Mail](https://mail.example.net/) secure email.",
        "Sent from my Android device with K-9 Mail. Please excuse my brevity.",
        "Sent from my iPad - please excuse any typos",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
        "Enviado desde mi iPhone",
        "Wysłane z iPhone'a",
    ],
)
def test_the_tag_of_a_mail_program_goes_and_words_below_it_stay(tag: str) -> None:
    assert newest(f"Went well.\n\n{tag}\n\nOh, and she was upset.") == "Went well.\n\nOh, and she was upset."


@pytest.mark.parametrize("tail", [", she is hurt, ring me", " - please ring me", " because the police have mine"])
def test_a_tag_with_words_added_stays(tail: str) -> None:
    assert tail in newest(f"Well.\n\nSent from my iPhone{tail}")


def test_a_signature_goes_and_a_postscript_below_it_stays() -> None:
    assert (
        newest("Went well.\n-- \nDora Vale\nCall 999 if in danger\n\nPS he had a bruise")
        == "Went well.\n\nPS he had a bruise"
    )
    assert newest("Went well.\n-- \nDora Vale\nP.S. he had a bruise") == "Went well.\nP.S. he had a bruise"


@pytest.mark.parametrize(
    "text",
    [
        "-- \nhe says he wants to end it all tonight",
        "Fine\n--\nbut he said that he wants to die",
        "Fine\n-- \nDora\n\nI forgot to say that she cried all day",
    ],
)
def test_sentences_below_the_signature_mark_stay(text: str) -> None:
    assert text.split("\n")[-1] in newest(text)


def test_outlooks_signature_goes_if_it_is_one() -> None:
    assert (
        newest("Went well.\n\nDora Vale BSc\nSenior Nurse | Larkford Trust\n07700 900123", **OUTLOOK) == "Went well."
    )
    assert (
        newest("Went well.\n\nD. Vale\nVale Joinery, 07700 900511\n\n" + HEADERS + PROMPT, **OUTLOOK) == "Went well."
    )


@pytest.mark.parametrize(
    "ending", ["Dora Vale", "Dora Vale\nplease ring me at once", "Dora Vale\nHELP HIM NOW", "Edith\nLarkford"]
)
def test_a_typed_name_and_words_below_it_stay(ending: str) -> None:
    assert newest(f"Went well.\n\n{ending}", **OUTLOOK).endswith(ending)


def test_a_disclaimer_goes_and_words_around_it_stay() -> None:
    says = "This email is confidential and intended solely for the addressee. Report abuse to our helpdesk."
    assert newest(f"It is bad.\n{says}\n\nRing me. Dora") == "It is bad.\n\nRing me. Dora"


def test_what_is_cut_is_kept_apart_and_nothing_is_lost() -> None:
    message = read(f"Went well.\n\nSent from my iPad\n\n{HEADERS}{PROMPT}")
    text = split(message)
    assert sorted((text.newest + "\n" + text.quoted).split()) == sorted(message.text.split())


def test_a_travel_claim_right_above_outlooks_header_block_is_kept():
    block = "From: Team <bot@example.org>\nSent: 11 May 2026 08:05\nTo: Dora Vale\nSubject: Your visit\n\nOld words"
    assert newest(f"From: Leeds\nTo: York, 24 miles\n{'_' * 32}\n{block}") == "From: Leeds\nTo: York, 24 miles"


@pytest.mark.parametrize(
    "block",
    [
        "The Revd Dora Vale\nSt Aldate's with Upper Wick\nDay off: Friday",
        "Rev. Dora Vale\nMethodist Circuit 14",
        "Dr D. Vale\nMill Lane Surgery",
        "Cllr Dora Vale\nLarkford West Ward",
        "Dora Vale\nMatron, Larkford School\nWorking days: Mon, Tues, Thurs",
        "Dora Vale\nPartner, Vale Moss LLP\n\nVale Moss LLP is authorised and regulated. If you believe that a"
        " child is at risk of abuse, contact the police. FRAUD WARNING: our bank details never change.",
        "Dora Vale\nVale Crosby Solicitors\n\nVale Crosby. If you are the victim of fraud ring the partner on duty.",
        "Registered charity no. 1099887. Registered office: 1 High Street, Larkford",
        "Dora Vale\nChairman, Larkford Parish Council\n\nThis message is sent from the council's office and may"
        " be subject"
        " to disclosure. To report a flood or any injury please telephone the Clerk. The Council accepts no liability"
        " for harm arising from it.",
        "Dora Vale\nYear 6, Larkford Primary",
        "Dora Vale\nLecturer, Larkford College\n\nThink before you print. This message is meant for the person"
        " named above. The college is not"
        " answerable for opinions in it.",
        "Dora Vale\nEditor, Vale Press\n\nVale Press Ltd. This message may contain privileged information. If you are"
        " not the intended recipient please delete it. To report bullying or misconduct write to the board.",
        "Dora Vale\nLibrarian, Larkford Library",
        "Vale Moss Law is authorised and regulated. This message may be privileged. If you are in danger, call the"
        " police; do not rely on e-mail. Please cancel any message received in error. Registered office: 1 Row.",
        "Please consider the environment before printing this e-mail.\n\nVale Ltd. Registered in England and Wales.",
    ],
)
def test_a_title_a_day_off_and_a_firms_words_belong_to_the_signature(block: str) -> None:
    assert newest(f"Went well.\n\n{block}") == "Went well."


@pytest.mark.parametrize(
    "ending",
    [
        "The Revd Dora Vale\nHe cried all the way home",
        "The Revd Dora Vale\nPlease ring me today!",
        "Dora Vale\nDay off: Friday",
        "Father Vale\nLarkford",
        "This message is confidential. The hotel accepts no responsibility for his burns.",
        "Think before you print. He means to end it.",
        "To report a matter of injury, I saw his arm. Council staff did it.",
        "This message is for Carol. The school is not responsible for what his father does.",
        "If you think that he is at risk, call me.",
        "She is registered in the college now.",
        "If you believe her, ring me. Our bank account is empty.",
        "Vale Ltd is authorised and regulated. He has not eaten since Sunday.",
        "Dora Vale\nVale Crosby Solicitors\n\nVale Crosby. If you can, ring him.",
        "Registered charity no. 1099887. If you are worried about him I am as well.",
    ],
)
def test_what_only_looks_like_such_a_signature_stays(ending: str) -> None:
    assert newest(f"Went well.\n\n{ending}") == f"Went well.\n\n{ending}"


QUOTED = "\n\nOn Thu, 23 Apr 2026 at 09:00, Friends <visits@friends.example.org> wrote:\n> Did you meet?\n\n"


def test_a_firms_footer_below_a_quote_is_no_word_of_the_writers() -> None:
    footer = (
        "Tidewell Pumps Ltd. This message may contain confidential information. Report suspected abuse to security."
    )
    assert newest(f"Yes, all well.{QUOTED}{footer}\n") == "Yes, all well."


def test_a_worry_that_names_a_firm_is_never_a_footer() -> None:
    for worry in (
        "Serco Ltd staff hit Amir. This message is confidential.",
        "Beech House Ltd. Residents are hit there. This message is confidential.",
        "Beech House is regulated by the CQC but residents are hit. Please keep it confidential.",
    ):
        assert worry in newest(f"Yes, we met.{QUOTED}{worry}\n")


@pytest.mark.parametrize("tag", ["Get Outlook for Android", "Get Outlook for iOS<https://aka.example.com/x>"])
def test_the_full_name_right_above_a_telephones_tag_is_no_word_of_the_mail(tag: str) -> None:
    name = read("x").from_name
    assert newest(f"All went well.\n\n{name}\n\n{tag}\n") == "All went well."
    assert name.split()[0] in newest(f"All went well, ask\n\n{name.split()[0]}\n\n{tag}\n")
    assert name in newest(f"All went well.\n\n{name}\n\nSent from my iPad\n")
    assert newest("All went well.\n\nEnvoyé à partir de Yahoo Mail sur Android\n") == "All went well."


def test_what_a_firm_wants_reported_to_it_is_no_word_of_the_mail() -> None:
    firm = "Harrow Vale Water plc. This message is for the addressee only. "
    told = "Injury or danger to life at one of our sites must be reported to the control room at once."
    assert newest(f"All went well.\n\n{firm}{told} Registered in England.\n") == "All went well."
    assert "danger to life" in newest(f"All went well.\n\n{told} He told me so.\n")
