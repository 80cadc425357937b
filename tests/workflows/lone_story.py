"""A scheme in which people go in alone: who is told, named persons on the roll and outside it, slow mail."""

from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from mailbot.config import load_config
from mailbot.handle import Decided
from mailbot.importing import import_roll
from mailbot.opening import open_scheme
from mailbot.store import health
from mailbot.store.migrate import upgrade
from mailbot.workflows.registry import Registry
from tests.story import BETH, BOT, COLIN, ENVIRON, HANA, IVO, LENA, TESS, Story, begin

NORA, PAT = "nora@scheme.example.org", "pat@example.net"
PEOPLE = """name,email,phone,roles,experienced,named_person_name,named_person_email,named_person_agreed_on
Hana Adeyemi,{hana},07700 900001,visitor,no,{named}
Ivo Brandt,{ivo},,visitor,no,,,
Beth Caldwell,{beth},,backup,yes,,,
Colin Dray,{colin},,coordinator{also},no,,,
Lena Ekwall,{lena},,safeguarding_lead,no,,,
Tess Finch,{tess},,treasurer,no,,,
Nora Grieve,{nora},,out_of_hours,no,,,
"""
OUTSIDE = f"Pat Adeyemi,{PAT},2026-04-01"
SETS_OFF = "Setting off to see Marek now, back by 4.30pm.\n"  # it is eleven in the morning


def begin_lone(folder: Path, *, named: str = OUTSIDE, also: str = "", more: str = "", **settings: str) -> Story:
    """Monday, eleven in the morning; Hana's named person is Pat, who is not on the roll and has agreed."""
    story = begin(folder, more=more, **settings)
    with_people(story, folder, named=named, also=also)
    return story


def with_people(story: Story, folder: Path, *, named: str = OUTSIDE, also: str = "") -> None:
    """The roll as a coordinator imports it now."""
    people = PEOPLE.format(
        hana=HANA, ivo=IVO, beth=BETH, colin=COLIN, lena=LENA, tess=TESS, nora=NORA, named=named or ",,", also=also
    )
    (folder / "people.csv").write_text(people)
    import_roll(story.scheme, folder, story.clock.now())


def slow(story: Story, who: str, text: str, written_at: datetime) -> Decided:
    """A mail that was written and sent then, and arrives only now."""
    message = EmailMessage()
    message["Received"] = f"from a by mx; {format_datetime(story.clock.now())}"
    message["Authentication-Results"] = f"mx.scheme.example.org; dmarc=pass header.from={who.partition('@')[2]}"
    message["From"], message["To"], message["Subject"] = who, BOT, "Visit"
    message["Date"] = format_datetime(written_at)
    message["Message-ID"] = f"<slow-{written_at:%d%H%M}@example.com>"
    message.set_content(text)
    return story.arrives(message.as_bytes())


def checked(story: Story, at: datetime) -> None:
    """The mailbox was read then."""
    poll = health.GAP / 5
    story.scheme.database.write(lambda conn: health.note_check(conn, at, poll)).result()


def words(mail: object) -> str:
    """A mail's text on one line."""
    return " ".join(mail.text.split())  # type: ignore[attr-defined]


def begin_children(folder: Path, *, named: str = OUTSIDE) -> Story:
    """The same with Marek, whom Hana visits, a child in care: the pack of independent visitors decides."""
    started = begin(folder)
    path = folder / "config.toml"
    path.write_text(path.read_text().replace('["prison-visiting", "refugee-hotels"]', '["independent-visitors"]'))
    (folder / "clients.csv").write_text("ref,name,setting,place\nP-1,Marek,foster,\n")
    (folder / "matches.csv").write_text(f"client_ref,visitor_email,backup_email\nP-1,{HANA},\n")
    started.scheme.database.close()
    (folder / "mailbot.db").unlink()
    scheme = open_scheme(load_config(path, ENVIRON), Registry())
    upgrade(scheme.database)
    story = Story(scheme, started.clock)
    with_people(story, folder, named=named)
    return story
