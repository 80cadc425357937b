"""A post for a public group: what tells who somebody is, and the same without it. Nothing is posted (C11)."""

from datetime import date
from email.message import EmailMessage
from email.utils import format_datetime
from shutil import copytree
from time import monotonic

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailbot.events import Disposition, Kind
from mailbot.opening import shipped
from mailbot.reading.message import Attachment
from mailbot.reading.words.posts import find_post
from mailbot.roll import Client, NamedPerson, Person, Role, Roll
from mailbot.workflows.posts.identify import folded, identify
from mailbot.workflows.posts.version import checked
from tests.story import COLIN, HANA, IVO, LENA, begin, templates, to

VISITOR = frozenset({Role.VISITOR})
DANA = NamedPerson("Dana Quill", "dana@example.net")
ROLL = Roll(
    people=(
        Person(1, "Ivo Brandt", "ivo@example.com", roles=VISITOR, named_person=DANA),
        Person(2, "Colin Dray", "colin@example.com", roles=frozenset({Role.COORDINATOR})),
        Person(3, "Philippa Will", "pippa@example.com", roles=VISITOR, also_known_as="Flip"),
    ),
    clients=(
        Client(1, "H-2", "Samira Haddad", "hotel", place="Mill Hotel"),
        Client(2, "K/17", "Zoë al Rashid", "hotel", place="The Grand, Slough"),
        Client(3, "P-3", "Anne-Marie O’Neill", "prison", place="HMP Northgate", name_in_script="سميرة"),
    ),
)  # fmt: skip
YEAR = 2026
ASKS = "Could you check this post for the WhatsApp group:\n\n"
POST = "Samira in room 214 at the Mill Hotel needs a pram by Friday 15 May. Ring me on 07700 900002."
PLAIN = (
    "Looking for someone to help deliver some clothes (size: medium) and shoes (size: 38) to a male in a hotel in the"
    " Slough area over the weekend. Can anybody help with this? If yes, I can give you more details by private"
    " message."
)


def version(text: str) -> str:
    made = checked(text, ROLL, YEAR).version
    assert made is not None
    return made


def found(text: str) -> str:
    return "\n".join(checked(text, ROLL, YEAR).found)


# What a volunteer gets


@pytest.mark.duty("C11")
def test_a_verified_volunteer_gets_what_was_found_and_a_version_without_it(tmp_path):
    story = begin(tmp_path)
    decided = story.writes(IVO, f"Hi Colin,\n\n{ASKS}{POST}\n\nThanks,\nIvo")
    (mail,) = decided.mails
    assert mail.to == (IVO,) and mail.cc == () and mail.template == "posts/checked"
    found_part, _, rest = mail.text.partition("The same without it:")
    for line in (
        "- names: Samira",
        "- numbers of rooms, flats or cells: room 214",
        "- phone numbers: 07700 900002",
        "- exact places: the Mill Hotel",
    ):
        assert line in found_part
    words = " ".join(rest.replace("> ", "").split())
    assert "Someone we visit in [room] at [place] needs a pram by Friday 15 May. Ring me on [phone]." in words
    assert not any(word in rest for word in ("Samira", "214", "Mill", "900002"))
    assert "Nothing has been posted. Please let a person read it before you post" in mail.text
    assert "cannot know every detail" in " ".join(mail.text.split())


def test_the_subject_gives_nothing_away_and_a_coordinator_sees_it_in_the_digest(tmp_path):
    story = begin(tmp_path)
    decided = story.writes(IVO, ASKS + POST)
    assert decided.mails[0].subject.startswith("Your text: please read this before you post it")
    assert story.open_attention() == ["post-to-read"]
    assert [(new.level, new.role) for _, new in decided.turn.raised] == [("today", Role.COORDINATOR)]
    assert decided.disposition is Disposition.NEEDS_PERSON
    assert not to(decided.mails, COLIN)


def test_where_the_pack_says_so_a_coordinator_reads_it_now(tmp_path):
    story = begin(tmp_path)
    pack = story.scheme.rulebook.packs["refugee-hotels"]
    pack.values["posts_read_now"] = True
    try:
        decided = story.writes(IVO, ASKS + POST)
    finally:
        del pack.values["posts_read_now"]
    assert templates(to(decided.mails, COLIN)) == ["attention/now"]
    assert templates(to(decided.mails, IVO)) == ["posts/checked"]


@pytest.mark.parametrize("dmarc", ["none", "fail"])
def test_whoever_is_not_verified_gets_no_version(tmp_path, dmarc):
    story = begin(tmp_path)
    decided = story.writes(IVO, ASKS + POST, dmarc=dmarc)
    assert "posts/checked" not in templates(decided.mails)
    assert all("Samira" not in mail.text and "room" not in mail.text for mail in to(decided.mails, IVO))
    assert story.open_attention() == ["post-to-read"]


def test_even_a_rule_that_forgets_to_ask_sends_the_version_to_nobody_else(tmp_path):
    begin(tmp_path).scheme.database.close()
    copytree(shipped("rules"), tmp_path / "rules")
    rules = tmp_path / "rules" / "posts.toml"
    rules.write_text(rules.read_text().replace("trust != 'verified' or ", ""))
    decided = begin(tmp_path).writes(IVO, ASKS + POST, dmarc="none")
    assert "posts/checked" not in templates(decided.mails)


def test_a_scheme_that_does_not_check_posts_asks_a_person(tmp_path):
    story = begin(tmp_path)
    decided = story.writes(HANA, ASKS + "Marek in cell 12 needs shoes.")
    assert templates(decided.mails) == ["attention/held_for_person"]
    assert story.open_attention() == ["post-to-read"]


def test_a_stranger_gets_the_neutral_receipt(tmp_path):
    decided = begin(tmp_path).writes("someone@example.net", ASKS + POST)
    assert templates(to(decided.mails, "someone@example.net")) == ["people/receipt"]
    assert "Samira" not in to(decided.mails, "someone@example.net")[0].text


def test_a_post_that_is_not_in_the_mail_is_for_a_person(tmp_path):
    decided = begin(tmp_path).writes(IVO, "Could you check my post for the WhatsApp group?")
    assert templates(decided.mails) == ["attention/held_for_person"]


@pytest.mark.duty("C11")
def test_a_post_that_shows_harm_is_a_concern_and_nothing_else(tmp_path):
    story = begin(tmp_path)
    decided = story.writes(
        IVO, f"{ASKS}Samira in room 214 has not eaten for three days and says she will kill herself."
    )
    assert "safeguarding/officer_alert" in templates(to(decided.mails, LENA))
    assert "posts/checked" not in templates(decided.mails)
    assert all(mail.template.startswith("safeguarding/") for mail in to(decided.mails, IVO))
    assert story.open_attention() == ["concern"]
    assert not to(decided.mails, COLIN)


def test_what_stands_in_a_post_is_no_report_and_no_plan(tmp_path):
    story = begin(tmp_path)
    decided = story.writes(IVO, f"{ASKS}I visited Samira on Saturday 9 May. Next visit 23 May. Who comes along?")
    assert [fact.kind for fact in decided.turn.reading.facts] == [Kind.QUESTION_OTHER]
    assert not [change for change in decided.turn.changes if change.what.startswith("visit.")]


def test_a_report_beside_a_post_is_still_a_report(tmp_path):
    decided = begin(tmp_path).writes(IVO, f"Saw Samira on Saturday 9 May.\n\n{ASKS}{POST}")
    assert {change.what for change in decided.turn.changes} >= {"visit.took_place"}
    (mail,) = to(decided.mails, IVO)
    assert "[room]" in mail.text


def test_nothing_of_a_post_is_in_the_journal(tmp_path):
    story = begin(tmp_path)
    story.writes(IVO, ASKS + POST)
    rows = story.scheme.database.read(lambda conn: conn.exec_driver_sql("select * from journal").all())
    assert not any(word in str(rows) for word in ("Samira", "214", "07700"))


def test_a_name_that_is_not_of_their_own_clients_is_not_told_to_be_a_clients(tmp_path):
    decided = begin(tmp_path).writes(IVO, f"{ASKS}Samira and Marek need shoes.")
    assert "Someone we visit and [name] need shoes." in decided.mails[0].text


def test_a_coordinator_who_visits_nobody_is_answered_too(tmp_path):
    decided = begin(tmp_path).writes(COLIN, f"{ASKS}Samira and Marek need shoes.")
    assert "Someone we visit and someone we visit need shoes." in to(decided.mails, COLIN)[0].text


def test_a_photo_beside_the_post_is_said(tmp_path):
    story = begin(tmp_path)
    message = EmailMessage()
    message["Received"] = f"from a by mx; {format_datetime(story.clock.now())}"
    message["Authentication-Results"] = "mx.scheme.example.org; dmarc=pass header.from=example.com"
    message["From"], message["To"], message["Subject"] = IVO, "visits@scheme.example.org", "Post for the group"
    message["Date"], message["Message-ID"] = format_datetime(story.clock.now()), "<photo@example.com>"
    message.set_content("Shoes needed, size 38.")
    message.add_attachment(b"\xff\xd8\xff" * 9000, maintype="image", subtype="jpeg", filename="us.jpg")
    (mail,) = story.arrives(message.as_bytes()).mails
    assert "a photo is attached" in mail.text and "> Shoes needed, size 38." in mail.text


# What is a post


@pytest.mark.parametrize(
    ("subject", "text", "body"),
    [
        ("Visit", "Could you check this post for the WhatsApp group: she needs a pram.\n\nIvo", "she needs a pram."),
        ("Visit", "I want to post this in the group.\n\nShe needs a pram.", "She needs a pram."),
        ("Visit", "She needs a pram.\n\nIs it ok if I post this in the Facebook group?", "She needs a pram."),
        ("Visit", "Post: she needs a pram\nand a cot.\n\nBest wishes\nIvo", "she needs a pram\nand a cot."),
        (
            "Visit",
            'Please look over my post for our group?\n\n"She needs a pram."\n\nCheers, Ivo',
            "She needs a pram.",
        ),
        ("Visit", "Before I put this up on Facebook, please look. She needs a pram.", "She needs a pram."),
        ("Visit", "Is this post ok for the Facebook page?\nShe needs a pram.", "She needs a pram."),
        ("Post for the group", "Hello Colin,\n\nShe needs a pram.\n\nIvo", "She needs a pram."),
        ("Facebook post", "She needs a pram.", "She needs a pram."),
        ("Form", "Post: she needs a pram\nVisit date: 9 May 2026\nOutcome: took place", "she needs a pram"),
        ("Visit", "Could you check my post for the group?", None),
    ],
)
def test_a_post_is_found_where_its_writer_says_that_it_is_one(subject, text, body):
    post = find_post(subject, text, frozenset({"ivo"}))
    assert post is not None
    assert (text[post.body.start : post.body.end] if post.body else None) == body


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for the post in the group.",
        "I saw your post in the Facebook group about shoes, I have some.",
        "Could you check the post for a parcel for me?",
        "I will post the receipt tomorrow.",
        "I saw Marek on Saturday. I'll put it in the group chat. Next visit 15 May.",
        "He wants to post it on Facebook.",
        "They want to post this on Facebook.",
        "Nobody has posted that on Facebook yet.",
        "Can I bring a cake to the group?",
        "The post arrived, please check with the group.",
    ],
)
def test_a_post_that_is_only_spoken_of_is_none(text):
    assert find_post("Visit", text) is None


@pytest.mark.parametrize("subject", ["Re: Post for the group", "Post office", "Visit", "The group on Monday"])
def test_other_subjects_say_nothing_of_a_post(subject):
    assert find_post(subject, "She needs a pram.") is None


# What tells who somebody is


@pytest.mark.duty("C11")
def test_a_post_as_it_should_be_stays_word_for_word():
    assert version(PLAIN) == PLAIN
    assert found(PLAIN) == ""


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Samira needs a pram.", "Someone we visit needs a pram."),
        ("SAMIRA and zoe need prams.", "Someone we visit and someone we visit need prams."),
        ("Samira’s baby needs a cot.", "The person's baby needs a cot."),
        ("Samira needs a pram. Samira is kind.", "Someone we visit needs a pram. The person is kind."),
        ("A lady called Hanna Lind needs a cot.", "A lady called [name] needs a cot."),
        ("Her name is Samira.", "Her name is [name]."),
        ("Ask Flip or pippa.", "Ask a volunteer or a volunteer."),
        ("Colin has the keys.", "A coordinator has the keys."),
        ("Mr Haddad and Dr Osei know.", "Mr [name] and Dr [name] know."),
        ("Will anybody with a van help?", "Will anybody with a van help?"),
        ("Flat 3B, 12 Mill Road, SL1 4XX.", "[room], [postcode]."),
        ("at 7 mill road near the park", "at [address] near the park"),
        ("at the Grand, in room 7 or 8", "at [place], in [room]"),
        ("in HMP Northgate, B wing", "in [place], [wing]"),
        ("at St Mary's School tomorrow", "at [place] tomorrow"),
        ("She was born on 3 May 1990.", "She was born on [date]."),
        ("She came on 12/03/2024.", "She came on [date]."),
        ("dob 03.05.90", "dob [date]"),
        ("Can you drive on Friday 15 May 2026 at 10.30?", "Can you drive on Friday 15 May 2026 at 10.30?"),
        ("from 07.30-09.30 on 05-06-2026", "from 07.30-09.30 on 05-06-2026"),
        ("Clothes for a boy, 5 years old.", "Clothes for a boy, 5 years old."),
        ("Eritrean, 34 years old, at the Mill Hotel.", "[nationality], [age], at [place]."),
        ("ref H-2, also K/17, Home Office ref: A1234567", "ref [reference], also [reference], Home Office ref: "
         "[reference]"),
        ("write to samira@example.org or @sam.h", "write to [e-mail] or [account]"),
        ("see https://example.org/samira please", "see [link] please"),
        ("3 people, 20 miles, £15, size 38, 214 photos", "3 people, 20 miles, £15, size 38, 214 photos"),
        ("سميرة needs shoes", "Someone we visit needs shoes"),
        ("#samira and samira_h92", "Someone we visit and the person"),
        ("Her baby Yusuf needs a cot.", "Her baby [name] needs a cot."),
        ("Samira Monday, Zoe Qadir on Friday", "Someone we visit Monday, someone we visit on Friday"),
    ],
)  # fmt: skip
def test_what_tells_who_it_is_gives_way_to_neutral_words(text, without):
    assert version(text) == without


def test_a_word_that_may_be_a_name_is_left_and_pointed_out():
    made = checked("Samira and Almaz like Slough in January.", ROLL, YEAR)
    assert made.version == "Someone we visit and Almaz like Slough in January."
    assert made.look_at == ("Almaz", "Slough")


def test_a_photo_and_a_file_are_said():
    photo = Attachment(1, "IMG.jpg", "image/jpeg", 300_000)
    logo = Attachment(2, "logo.png", "image/png", 3_000, inline=True)
    paper = Attachment(3, "letter.pdf", "application/pdf", 30_000)
    assert "a photo is attached" in checked("She needs a pram.", ROLL, YEAR, [photo]).found[0]
    assert checked("She needs a pram.", ROLL, YEAR, [logo]).found == ()
    assert "has not looked into it" in checked("She needs a pram.", ROLL, YEAR, [paper]).found[0]


# Whatever is planted

FILLERS = ("looking", "pram", "shoes", "needed", "by", "friday", "please", "help", "medium", "weekend", "lift",
           "warm", "blanket", "thanks", "baby", "boy", "walk", "bring", "collect", "big", "kettle")  # fmt: skip
FOLDED_NAMES = ("samira", "haddad", "zoe", "rashid", "anne-marie", "o'neill", "ivo", "brandt", "philippa", "colin")
NAMES = st.sampled_from(
    ["Samira", "Haddad", "Samira Haddad", "Zoë", "Zoe", "ZOË", "Rashid", "Anne-Marie", "O’Neill", "Ivo", "Brandt",
     "Flip", "samira", "haddad", "philippa", "Colin", "Dray", "Dana", "Quill", "سميرة", "Samira's", "samiras",
     "Ivo’s"]
)  # fmt: skip
ROOMS = st.builds(
    lambda word, number, letter: f"{word} {number}{letter}",
    st.sampled_from(["room", "Room", "rm", "room no.", "flat", "Flat", "cell", "apartment", "unit", "room number"]),
    st.integers(1, 999),
    st.sampled_from(["", "a", "B"]),
)
DIGITS = st.text("0123456789", min_size=3, max_size=3)
PHONES = st.builds(
    lambda form, digits: form.format(digits),
    st.sampled_from(["07700 900{}", "07700900{}", "01632 960 {}", "+44 7700 900{}", "+44 (0)7700 900{}",
                     "020 7946 0{}", "(01632) 960{}", "01632-960-{}", "+447700900{}", "00447700900{}"]),
    DIGITS,
)  # fmt: skip
DATES = st.builds(
    lambda day, form: f"{day:{form}}",
    st.dates(min_value=date(1930, 1, 1), max_value=date(2025, 12, 31)),
    st.sampled_from(["%d/%m/%Y", "%d %B %Y", "%-d %b %Y", "%Y-%m-%d", "%B %-d, %Y", "%d.%m.%Y", "born %-d %B %Y"]),
)
LETTERS = st.sampled_from("ABCDEFGHJKLNPRSTUWXYZ")
POSTCODES = st.builds(
    lambda a, n, m, space, d, b, c: f"{a}{n}{m}{space}{d}{b}{c}",
    st.sampled_from(["M", "SL", "SW", "LS", "E", "sl"]),
    st.integers(1, 9),
    st.sampled_from(["", "1", "A"]),
    st.sampled_from([" ", ""]),
    st.integers(0, 9),
    LETTERS,
    LETTERS,
)
REFERENCES = st.sampled_from(["H-2", "h-2", "K/17", "P-3", "2026-007", "A1234BC", "QQ 12 34 56 C", "ref: XY-99/1"])
PLANTS = st.one_of(NAMES, ROOMS, PHONES, DATES, POSTCODES, REFERENCES)


@st.composite
def posts(draw):
    """Harmless words with what tells who somebody is planted between them."""
    planted, pieces = draw(st.lists(PLANTS, min_size=1, max_size=6)), []
    for each in planted:
        pieces += draw(st.lists(st.sampled_from(FILLERS), min_size=1, max_size=4))
        pieces.append(each + draw(st.sampled_from(["", ",", ".", "!", ";", "\n"])))
    pieces += draw(st.lists(st.sampled_from(FILLERS), min_size=1, max_size=4))
    return planted, " ".join(pieces)


def bare(text: str) -> str:
    return folded(text).replace("’", "'")


@pytest.mark.duty("C11")
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(posts())
def test_whatever_is_planted_is_not_in_the_version_and_other_words_stay(made):
    planted, text = made
    result = version(text)
    tokens = set(bare(result).replace(",", " ").replace(".", " ").replace("!", " ").replace(";", " ").split())
    for each in planted:
        assert bare(each) not in bare(result), (each, text, result)
        digits = "".join(filter(str.isdigit, each))
        assert len(digits) < 5 or digits not in "".join(filter(str.isdigit, result)), (each, text, result)
        assert not {w for w in bare(each).split() if w in FOLDED_NAMES} & tokens, (each, text, result)
    kept = [word for word in text.replace(",", " ").split() if word in FILLERS]
    assert [word for word in result.replace(",", " ").split() if word in FILLERS] == kept
    assert identify(result, ROLL, YEAR) == ()


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from([*FILLERS, "3", "38", "£15", "10.30", "2pm", "on", "15", "may"]), min_size=1, max_size=30
    )
)
def test_a_post_that_names_nobody_stays_as_it_is(words):
    text = " ".join(words)
    assert version(text) == text


@pytest.mark.parametrize(
    "odd", ["0", "a.", "a-", "@", "A ", "sister A ", "room 1, ", "please just ", "Post:\n", "12/"]
)
def test_even_an_odd_text_is_looked_at_in_a_moment(odd):
    start = monotonic()
    find_post("Visit", odd * 3000 + " post for the group")
    checked((odd * 3000)[:10_000], ROLL, YEAR)
    assert monotonic() - start < 6, "seconds; a hundred times as long where an expression goes back and forth"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), st.text(max_size=60))
def test_any_text_at_all_is_looked_at_without_failing(text, subject):
    made = checked(text, ROLL, YEAR)
    assert made.version is None or identify(made.version, ROLL, YEAR) == ()
    post = find_post(subject, text)
    assert post is None or post.body is None or 0 <= post.body.start < post.body.end <= len(text)
