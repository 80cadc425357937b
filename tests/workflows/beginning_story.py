"""A scheme with matches that begin: the story's people, and one client in each setting."""

from pathlib import Path

from sqlalchemy import select

from mailbot.dispatch import Mail
from mailbot.importing import import_roll
from mailbot.ticks import prepare
from mailbot.workflows.visits.tables import visits
from tests.story import BETH, COLIN, HANA, IVO, MONDAY, PEOPLE, Story, to
from tests.story import begin as begin_story

PACKS = ', "asylum-visitors", "independent-visitors"'
NOBODY = "client_ref,visitor_email\n"
CLIENTS = """ref,name,setting,place
A-1,Samira,house,
K-2,Tobias,foster,
P-3,Marek,prison,
"""
MATCHES = f"""client_ref,visitor_email,backup_email,interval_days,started_on,next_visit_on
A-1,{HANA},{BETH},14,2026-05-11,
K-2,{IVO},{BETH},30,2026-05-11,
"""


def begin(
    folder: Path, matches: str = MATCHES, people: dict[str, str] | None = None, clients: str = CLIENTS
) -> Story:
    """On Monday 11 May 2026 at eleven. `people` gives somebody's clearances, by address."""
    story = begin_story(folder, packs=PACKS, clients=clients, matches=NOBODY)
    imports(story, matches, people)
    story.scheme.database.write(lambda conn: prepare(story.scheme, story.registry, conn, MONDAY)).result()
    return story


def imports(story: Story, matches: str = MATCHES, people: dict[str, str] | None = None) -> None:
    """The coordinator imports the roll, now."""
    folder = story.scheme.config.folder
    header, *lines = PEOPLE.splitlines()
    checks = people or {}
    rows = [f"{line},{checks.get(line.split(',')[1], '')}" for line in lines]
    (folder / "people.csv").write_text("\n".join([f"{header},clearances", *rows]))
    (folder / "matches.csv").write_text(matches)
    import_roll(story.scheme, folder, story.clock.now())


def latest(story: Story, template: str, address: str = COLIN) -> Mail:
    """The newest mail of that template to that address."""
    return [mail for mail in to(story.mails, address) if mail.template == template][-1]


def sent(story: Story, address: str) -> list[str]:
    """What was sent to that address so far, by template."""
    return [mail.template for mail in to(story.mails, address)]


def states(story: Story) -> list[str]:
    """The states of all visits, in the order of their days."""
    return list(story.scheme.database.read(lambda conn: conn.scalars(select(visits.c.state).order_by(visits.c.day))))
