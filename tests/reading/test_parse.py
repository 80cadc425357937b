"""Bytes become a Message, whatever they are."""

import base64
from datetime import UTC, datetime

import pytest

from mailbot.reading.addresses import mailboxes
from mailbot.reading.parse import arrival_from_headers, attachment_bytes, identity, parse
from tests.reading.mails import mail, part, parts, read

POUND = "The bus was £3"
PHOTO = base64.encodebytes(b"\x89PNG" + bytes(range(256)) * 40).decode()


# Text and charsets


@pytest.mark.parametrize("charset", ["us-ascii", "iso-8859-1", "utf-8", "windows-1252", "x-unheard-of", "", "idna"])
@pytest.mark.parametrize("really", ["utf-8", "cp1252"])
def test_a_pound_sign_survives_whatever_charset_is_claimed(charset: str, really: str) -> None:
    assert read(POUND.encode(really), Content_Type=f"text/plain; charset={charset}").text == POUND


def test_a_declared_charset_is_believed_where_it_can_be() -> None:
    assert read("زرته أمس".encode("cp1256"), Content_Type="text/plain; charset=windows-1256").text == "زرته أمس"
    assert read("今天".encode("gb18030"), Content_Type="text/plain; charset=gb2312").text == "今天"


def test_one_broken_byte_does_not_spoil_the_rest() -> None:
    assert read("Zażółć".encode() + b"\xff ok", Content_Type="text/plain; charset=utf-8").text == "Zażółćÿ ok"


def test_nuls_go_and_every_kind_of_line_end_becomes_one() -> None:
    assert read(b"one\rtwo\r\nthree\nfo\0ur").text == "one\ntwo\nthree\nfour"


def test_base64_with_rubbish_in_it_is_read() -> None:
    coded = base64.b64encode(b"She is well and sends her love").decode()
    dirty = coded[:9] + "*\n!" + coded[9:]
    assert read(dirty, Content_Transfer_Encoding="base64").text == "She is well and sends her love"


def test_a_footer_that_a_list_put_below_base64_stays_readable() -> None:
    coded = base64.b64encode(b"All fine").decode()
    assert read(f"{coded}\n_____\nSent through our group\n", Content_Transfer_Encoding="base64").text.split() == (
        ["All", "fine", "Sent", "through", "our", "group"]
    )


def test_plain_words_that_claim_to_be_base64_are_words() -> None:
    assert read("We met at noon\nas always", Content_Transfer_Encoding="base64").text == "We met at noon\nas always"


def test_quoted_printable_is_decoded_and_a_stray_equals_sign_kept() -> None:
    assert read("=C2=A33 =\nin all, 2+2=4", Content_Transfer_Encoding="quoted-printable").text == "£3 in all, 2+2=4"


def test_soft_line_ends_are_joined_and_the_signature_mark_is_not() -> None:
    text = "We went to \nthe park.\n> quoted words \n> go on\n-- \nDora"
    assert read(text, Content_Type="text/plain; charset=utf-8; format=flowed").text == (
        "We went to the park.\n> quoted words go on\n-- \nDora"
    )


def test_delsp_takes_the_space_away() -> None:
    assert read("foo \nbar", Content_Type="text/plain; format=flowed; delsp=yes").text == "foobar"


def test_a_mail_of_subject_only_has_no_text() -> None:
    message = read("", Subject="C-41 was fine. Dora")
    assert (message.subject, message.text) == ("C-41 was fine. Dora", "")


# Which parts are text


def test_plain_text_is_taken_rather_than_its_html() -> None:
    raw = parts("alternative", part("We met on Sunday as planned"), part("<p>We <b>met</b></p>", "text/html"))
    assert parse(raw).text.strip() == "We met on Sunday as planned"


def test_html_alone_becomes_text() -> None:
    raw = mail("<p>Dear Joe,</p><p>all&nbsp;well,<br>&pound;3 spent</p>", Content_Type="text/html; charset=utf-8")
    assert parse(raw).text == "Dear Joe,\n\nall well,\n£3 spent"


@pytest.mark.parametrize(
    "hint", ["Your mail program does not support HTML.", "Please view this mail as HTML", "", "-"]
)
def test_plain_text_that_only_points_to_the_html_gives_way(hint: str) -> None:
    raw = parts(
        "alternative", part(hint), part("<p>He has a bruise on his arm and would not say why</p>", "text/html")
    )
    assert "bruise on his arm" in parse(raw).text


def test_cited_html_is_marked_as_in_plain_mail() -> None:
    html = (
        "<div>Yes</div><blockquote type='cite'>Did you?<br>Well?</blockquote><blockquote>my own indented</blockquote>"
    )
    assert [line for line in read(html, Content_Type="text/html").text.split("\n") if line.strip()] == (
        ["Yes", "> Did you?", "> Well?", "my own indented"]
    )


def test_html_that_asks_for_a_gigabyte_of_padding_is_only_text() -> None:
    assert read('<p style="padding-left:999999999em">hi</p>', Content_Type="text/html").text.strip() == "hi"


def test_html_nested_too_deep_keeps_its_words() -> None:
    assert "please ring me" in read("<div>" * 3000 + "please ring me", Content_Type="text/html").text


def test_text_between_and_after_attachments_is_kept() -> None:
    raw = parts(
        "mixed",
        part("Before the photo"),
        part(PHOTO, 'image/png; name="p.png"', Content_Transfer_Encoding="base64"),
        part("After the photo: he was hurt"),
    )
    assert "Before the photo" in parse(raw).text
    assert "he was hurt" in parse(raw).text


def test_text_in_an_unheard_of_multipart_is_kept() -> None:
    assert "hidden worry" in parse(parts("x-new", part("hidden worry", "text/x-odd"))).text


def test_html_beside_the_same_plain_text_is_not_said_twice() -> None:
    raw = parts("mixed", part("We met on Sunday"), part("<p>We met on Sunday</p>", "text/html"))
    assert parse(raw).text.count("Sunday") == 1


@pytest.mark.parametrize(
    "content_type",
    ["multipart/mixed", "multipart/mixed; boundary=never-used", "text", "///", "multipart/alternative; boundary="],
)
def test_broken_mime_keeps_the_words(content_type: str) -> None:
    assert "she is not safe" in read("--x\n\nshe is not safe\n", Content_Type=content_type).text


# Headers


def test_line_breaks_inside_an_encoded_subject_come_out_as_spaces() -> None:
    assert read("x", Subject="=?utf-8?Q?Form=0D=0ABcc:_all@example.com?=").subject == "Form Bcc: all@example.com"


def test_line_breaks_inside_an_encoded_sender_bring_no_header_and_no_address() -> None:
    message = read("x", From="=?utf-8?Q?Dora=0D=0ABcc:_evil@example.com?= <dora.vale@example.org>")
    assert (message.from_name, message.from_address) == ("Dora Bcc: evil@example.com", "dora.vale@example.org")


def test_encoded_words_that_split_a_letter_are_joined() -> None:
    assert read("x", Subject="=?utf-8?B?w6nD?= =?utf-8?B?qQ==?= visit").subject == "éé visit"


def test_raw_eight_bit_headers_are_read() -> None:
    assert parse(b"Subject: Caf\xe9\r\nFrom: Jos\xc3\xa9 <jose@example.org>\r\n\r\nx").subject == "Café"
    assert parse(b"From: Jos\xc3\xa9 <jose@example.org>\r\n\r\nx").from_name == "José"


@pytest.mark.parametrize(
    ("sent", "name", "address"),
    [
        ('"Vale, Dora" <dora.vale@example.org>', "Vale, Dora", "dora.vale@example.org"),
        ("=?utf-8?q?Vale=2C_D=C3=B3ra?= <dora.vale@example.org>", "Vale, Dóra", "dora.vale@example.org"),
        ("Vale, Dora <dora.vale@example.org>", "Vale, Dora", "dora.vale@example.org"),
        ("dora.vale@example.org (Dora)", "Dora", "dora.vale@example.org"),
        ("Team: dora.vale@example.org, b@example.org;", "", "dora.vale@example.org"),
        ("undisclosed-recipients:;", "", ""),
        ("dora@example.com <dora.vale@example.org>", "dora@example.com", "dora.vale@example.org"),
        ("=?utf-8?q?dora=40example=2Eorg?=", "", ""),
        ("", "", ""),
    ],
)
def test_senders_are_read_in_every_form(sent: str, name: str, address: str) -> None:
    message = parse(f"From: {sent}\r\n\r\nx".encode())
    assert (message.from_name, message.from_address) == (name, address)


def test_groups_are_opened_in_to_and_cc() -> None:
    message = read("x", To="Team: a@example.org, B <b@example.org>;", Cc="undisclosed-recipients:;")
    assert (message.to, message.cc) == (("a@example.org", "b@example.org"), ())


def test_identifiers_keep_their_brackets() -> None:
    message = read(
        "x", Message_ID="bare@example.org", In_Reply_To="<a@example.org> (of Monday)", References="<1@x>\r\n <2@x>"
    )
    assert (message.message_id, message.in_reply_to, message.references) == (
        "<bare@example.org>",
        "<a@example.org>",
        ("<1@x>", "<2@x>"),
    )


@pytest.mark.parametrize(
    ("sent", "utc"),
    [
        ("Sat, 16 May 2026 09:45:12 +0100", datetime(2026, 5, 16, 8, 45, 12, tzinfo=UTC)),
        ("16 May 2026 09:45", datetime(2026, 5, 16, 9, 45, tzinfo=UTC)),
        ("soon", None),
        ("Sat, 32 May 2026 09:45:12 +9999", None),
    ],
)
def test_dates_are_utc_or_nothing(sent: str, utc: datetime | None) -> None:
    assert read("x", Date=sent).date == utc


def test_arrival_is_what_the_topmost_server_says_else_the_date() -> None:
    date = "Sat, 16 May 2026 09:45:12 +0100"
    received = (
        "from a by b; Sat, 16 May 2026 10:00:00 +0100\r\nReceived: from c by d; Fri, 15 May 2026 10:00:00 +0100"
    )
    assert arrival_from_headers(read("x", Received=received, Date=date)) == datetime(2026, 5, 16, 9, 0, tzinfo=UTC)
    assert arrival_from_headers(read("x", Date=date)) == datetime(2026, 5, 16, 8, 45, 12, tzinfo=UTC)
    assert arrival_from_headers(read("x")) is None


# Attachments, forwards, what cannot be read


def test_attachments_are_listed_and_their_bytes_found_again() -> None:
    raw = parts(
        "mixed",
        part("Two tickets"),
        part(PHOTO, "image/png", Content_Disposition="attachment; filename*=utf-8''ticket%20%C2%A33.png",
             Content_Transfer_Encoding="base64"),
        part("a;b", "text/csv", Content_Disposition='attachment; filename="C:\\\\dir\\\\sheet.csv"'),
    )  # fmt: skip
    photo, sheet = parse(raw).attachments
    assert (photo.index, photo.filename, photo.content_type) == (2, "ticket £3.png", "image/png")
    assert attachment_bytes(raw, photo) == base64.b64decode(PHOTO)
    assert (sheet.filename, attachment_bytes(raw, sheet).strip()) == ("sheet.csv", b"a;b")


def test_a_large_attachment_is_left_out_of_parsing_and_still_there() -> None:
    content = bytes(range(256)) * 2000
    raw = parts(
        "mixed",
        part("Ticket"),
        part(base64.encodebytes(content).decode(), "image/jpeg", Content_Transfer_Encoding="base64"),
    )
    (photo,) = parse(raw).attachments
    assert photo.size > len(content)
    assert attachment_bytes(raw, photo) == content


def test_a_long_text_in_base64_is_whole() -> None:
    words = "We talked about the garden.\n" * 2000
    text = read(base64.encodebytes(words.encode()).decode(), Content_Transfer_Encoding="base64").text
    assert text == words


def test_a_logo_of_the_html_is_inline_and_a_photo_is_not() -> None:
    related = (
        'Content-Type: multipart/related; boundary="r"\n\n--r\n'
        + part("<p>Hello there <img src='cid:l'></p>", "text/html")
        + "--r\n" + part("AAAA", "image/gif", Content_ID="<l>", Content_Transfer_Encoding="base64") + "--r--\n"
    )  # fmt: skip
    raw = parts("mixed", related, part("AAAA", "image/jpeg", Content_Disposition="inline; filename=r.jpg"))
    assert [each.inline for each in parse(raw).attachments] == [True, False]


def test_a_forwarded_mail_is_a_message_of_its_own() -> None:
    inner = "From: Ivo <ivo@example.net>\nSubject: worry\nContent-Type: text/plain\n\nPlease look after him\n"
    message = parse(parts("mixed", part("See the mail from Ivo, please do"), part(inner, "message/rfc822")))
    (forwarded,) = message.forwarded
    assert (forwarded.from_address, forwarded.subject) == ("ivo@example.net", "worry")
    assert "look after him" in forwarded.text
    assert "look after him" not in message.text


def test_an_attachment_of_a_forwarded_mail_is_found_in_the_outer_bytes() -> None:
    inner = (
        'Subject: in\nContent-Type: multipart/mixed; boundary="i"\n\n--i\n' + part("words")
        + "--i\n" + part("AAAA", "image/png", Content_Transfer_Encoding="base64") + "--i--\n"
    )  # fmt: skip
    raw = parts("mixed", part("cover"), part(inner, "message/rfc822"))
    assert attachment_bytes(raw, parse(raw).forwarded[0].attachments[0]) == b"\0\0\0"


@pytest.mark.parametrize(
    ("raw", "encrypted", "unreadable"),
    [
        (parts("encrypted", part("Version: 1", "application/pgp-encrypted")), True, False),
        (mail("AAAA", Content_Type="application/pkcs7-mime; smime-type=enveloped-data"), True, False),
        (mail("AAAA", Content_Type="application/pkcs7-mime; smime-type=signed-data"), False, True),
        (mail("-----BEGIN PGP MESSAGE-----\n\nabc"), True, False),
        (mail("AAAA", Content_Type="application/ms-tnef; name=winmail.dat"), False, True),
        (mail("All fine"), False, False),
    ],
)
def test_what_we_cannot_read_is_said(raw: bytes, encrypted: bool, unreadable: bool) -> None:
    assert (parse(raw).encrypted, parse(raw).unreadable) == (encrypted, unreadable)


def test_notices_for_machines_are_kept_apart_from_the_text() -> None:
    status = "Reporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; ivo@example.net\nStatus: 5.1.1\n"
    message = parse(parts("report", part("It failed"), part(status, "message/delivery-status")))
    assert "final-recipient: rfc822; ivo@example.net" in message.notices["message/delivery-status"]
    assert message.text.strip() == "It failed"


# Second copies


def test_copies_that_differ_in_trace_headers_and_line_ends_are_one_mail() -> None:
    first = mail("Hello", Message_ID="<1@x>", Received="from a\r\n by b; today", X_Spam_Score="1")
    second = mail(
        "Hello", Message_ID="<1@x>", Received="from c", Return_Path="<a@b>", DKIM_Signature="v=1;\r\n b=xyz"
    )
    assert identity(first) == identity(second.replace(b"\r\n", b"\n"))


@pytest.mark.parametrize("other", [mail("Hello!", Message_ID="<1@x>"), mail("Hello", Message_ID="<2@x>")])
def test_mails_that_differ_elsewhere_are_two_even_with_one_message_id(other: bytes) -> None:
    assert identity(mail("Hello", Message_ID="<1@x>")) != identity(other)


def test_trace_headers_written_in_the_text_count() -> None:
    assert identity(mail("a\nReceived: x\n")) != identity(mail("a\nReceived: y\n"))


def test_a_body_of_an_unusual_kind_is_read_though_it_has_a_name():
    message = read("We had tea.", Content_Type="text/enriched; charset=utf-8; name=note.txt")
    assert message.text.strip() == "We had tea."


def test_a_control_character_makes_no_address_and_hides_none():
    assert mailboxes("Dora <\0@example.org>, <a\0b@example.org>") == ()
    assert mailboxes("<\0a@example.org>") == (("", "a@example.org"),)


def test_many_addresses_behind_one_name_bear_it_once():
    assert mailboxes("Dora <a@example.org> <b@example.org>") == (("Dora", "a@example.org"), ("", "b@example.org"))


def test_an_odd_address_is_read_the_same_from_what_is_written_down():
    assert read("x", From="<.@()>").headers["from"] == ("<.@()>",)
    assert mailboxes("<mailto:mailto:a@example.org>") == ()
