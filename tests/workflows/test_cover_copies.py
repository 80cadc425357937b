"""What the backup reads of a visitor's mail (S11): once, in our words, and the visitor's where they are harmless."""

import pytest

from mailbot.workflows.cover.copying import is_harmless
from tests.story import BETH, HANA, IVO, begin, templates, to

pytestmark = pytest.mark.duty("S11")


@pytest.fixture
def story(tmp_path):
    """Ivo visits Samira, of a pack that copies mails to the backup; Hana visits Marek, of one that does not."""
    return begin(tmp_path)


def text_of(mails):
    (mail,) = mails
    return " ".join(mail.text.split())


@pytest.mark.parametrize(
    ("words", "became"),
    [
        ("Saw Samira on Saturday at 2pm.", "on Saturday 9 May 2026 took place"),
        ("Seeing Samira on 20 May at 2pm.", "on Wednesday 20 May 2026 is planned"),
    ],
)
def test_the_backup_reads_what_became_of_the_visit_and_the_words_for_it(story, words, became):
    text = text_of(to(story.writes(IVO, f"{words}\n").mails, BETH))
    assert became in text
    assert f"> {words.rstrip('.')}" in text


def test_a_pack_that_does_not_copy_tells_the_backup_only_of_visits_that_were_not_kept(story):
    assert to(story.writes(HANA, "Saw Marek on Saturday at 2pm.\n").mails, BETH) == []
    missed = story.writes(HANA, "The visit to Marek on Friday did not take place.\n")
    assert templates(to(missed.mails, BETH)) == ["visits/copy_to_backup"]


@pytest.mark.parametrize("field", ["To", "Cc"])
def test_a_backup_who_was_sent_the_mail_by_its_writer_is_not_sent_a_copy(story, field):
    if field == "Cc":
        decided = story.writes(IVO, "Saw Samira on Saturday at 2pm.\n", Cc=f"Beth Caldwell <{BETH.title()}>")
    else:
        decided = story.arrives(sent_to_both())
    assert [change.what for change in decided.turn.changes] == ["visit.took_place"]
    assert to(decided.mails, BETH) == []


def sent_to_both():
    """A mail to our mailbox and to the backup."""
    return (
        "Authentication-Results: mx.scheme.example.org; dmarc=pass header.from=example.com\r\n"
        f"From: {IVO}\r\nTo: visits@scheme.example.org, {BETH}\r\nSubject: Visit\r\n"
        "Message-ID: <both@example.com>\r\nContent-Type: text/plain\r\n\r\nSaw Samira on 9 May at 2pm.\r\n"
    ).encode()


def test_what_the_backup_wrote_is_not_copied_to_the_backup(story):
    decided = story.writes(BETH, "Saw Samira on Saturday at 2pm.\n")
    assert [change.what for change in decided.turn.changes] == ["visit.took_place"]
    assert templates(to(decided.mails, BETH)) == ["visits/recorded"]


def test_the_same_mail_is_copied_once_where_it_tells_of_two_visits(story):
    decided = story.writes(IVO, "Saw Samira on Saturday at 2pm.\n\nSeeing Samira on 20 May at 2pm.\n")
    text = text_of(to(decided.mails, BETH))
    assert "took place" in text
    assert "is planned" in text


def test_sentences_that_nothing_accounts_for_are_never_copied(story):
    decided = story.writes(IVO, "Saw Samira on Saturday at 2pm. Beth never turns up on time, by the way.\n")
    assert "turns up" not in text_of(to(decided.mails, BETH))


def test_a_claim_beside_the_visit_is_never_copied(story):
    decided = story.writes(IVO, "Saw Samira on Saturday at 2pm. Bus was £4.50.\n")
    text = text_of(to(decided.mails, BETH))
    assert "Saw Samira" in text
    assert "4.50" not in text
    assert "us was" not in text


def test_the_reason_for_a_visit_that_was_not_kept_is_not_copied(story):
    decided = story.writes(IVO, "The visit to Samira on Friday did not take place as I had flu.\n")
    mails = to(decided.mails, BETH)
    assert not any("flu" in mail.text for mail in mails)
    assert "cover/copy_with_words" not in templates(mails)


@pytest.mark.parametrize(
    "worry",
    ["She says that somebody hit her.", "Samira slipped on the stairs and cut her head.", "He hits me, she told me."],
)
def test_nothing_at_all_is_copied_from_a_mail_with_a_worry(story, worry):
    assert to(story.writes(IVO, f"Saw Samira on Saturday at 2pm. {worry}\n").mails, BETH) == []


def test_a_complaint_about_a_coordinator_is_not_copied_and_leaves_our_words_only(story):
    decided = story.writes(
        IVO, "Saw Samira on Saturday at 2pm. I am really fed up with Colin. He never rings back.\n"
    )
    assert templates(to(decided.mails, BETH)) == ["visits/copy_to_backup"]
    assert "Colin" not in text_of(to(decided.mails, BETH))


def test_attachments_stay_with_us(story):
    decided = story.arrives(with_photo())
    assert "took place" in text_of(to(decided.mails, BETH))
    assert all(not posting.attached for posting in decided.turn.postings)


def with_photo():
    """A report with a picture."""
    return (
        "Authentication-Results: mx.scheme.example.org; dmarc=pass header.from=example.com\r\n"
        f"From: {IVO}\r\nTo: visits@scheme.example.org\r\nSubject: Visit\r\nMessage-ID: <photo@example.com>\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nSaw Samira on 9 May at 2pm.\r\n"
        '--b\r\nContent-Type: image/png; name="us.png"\r\nContent-Disposition: attachment; filename="us.png"\r\n'
        "Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n"
    ).encode()


@pytest.mark.parametrize("dmarc", ["none", "fail"])
def test_what_is_not_recorded_is_not_copied(story, dmarc):
    assert to(story.writes(IVO, "Saw Samira on Saturday at 2pm.\n", dmarc=dmarc).mails, BETH) == []


HARMLESS = [
    "Saw Samira on Saturday at 2pm",
    "I met Samira on 9 May and we had tea",
    "Visit to Samira took place on 6 May as planned",
    "Seeing Samira next on 20 May at 2pm",
]
NOT_FOR_BACKUPS = [
    "I had a terrible back pain but saw Samira on Saturday",
    "Saw Samira on Saturday though I'm still poorly",
    "Saw Samira on Saturday after my scan",
    "Saw Samira on Saturday, parking was £4",
    "Saw Samira on Saturday, receipt attached",
    "Saw Samira on Saturday instead of Beth",
    "Saw Samira on Saturday without the backup",
    "Saw Samira on Saturday, ring me on 07700 900999",
    "Saw Samira on Saturday, ivo@example.com",
    "Saw Samira on Saturday and complained to the office",
    "Saw Samira and Tobias on Saturday",
    "Saw Samira on Saturday, she was hit",
    "Saw Samira on Saturday and Mrs Oyelaran",
    "Saw Samira on Saturday, she wants a divorce",
]


def shown(story, words):
    turn = story.writes(IVO, "Thank you\n").turn
    match = next(m for m in turn.roll.matches if turn.roll.client(m.client_id).ref == "H-2")
    return is_harmless(turn, words, match)


@pytest.mark.parametrize("words", HARMLESS)
def test_plain_words_about_the_visit_may_be_shown(story, words):
    assert shown(story, words)


@pytest.mark.parametrize("words", NOT_FOR_BACKUPS)
def test_in_any_doubt_the_words_are_not_shown(story, words):
    assert not shown(story, words)
