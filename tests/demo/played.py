"""The story as it was played, and the words in which the tests ask about it."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage

from mailbot.demo.page import page
from mailbot.demo.people import Someone
from mailbot.demo.post import text_of
from mailbot.demo.stage import stage
from mailbot.demo.story import BEGINS, tell
from mailbot.demo.summary import Summary, summary_of
from mailbot.demo.view import View, Written, view_of


@dataclass(frozen=True)
class Played:
    """What was there when the story ended."""

    seconds: float
    mailboxes: dict[str, list[EmailMessage]]
    views: Sequence[View]
    summary: Summary
    page: str

    def inbox(self, person: Someone) -> list[EmailMessage]:
        return self.mailboxes[person.email]

    def subjects(self, person: Someone) -> list[str]:
        return [str(mail["Subject"]).partition(" [ref ")[0] for mail in self.inbox(person)]

    def mail(self, person: Someone, words: str) -> EmailMessage:
        """The only mail to that person whose subject has these words."""
        found = [mail for mail in self.inbox(person) if words in str(mail["Subject"])]
        assert len(found) == 1, f"{len(found)} mails to {person.first_name} about “{words}”"
        return found[0]

    def text(self, person: Someone, words: str) -> str:
        """Its text in one line."""
        return " ".join(text_of(self.mail(person, words)).split())

    def scene(self, title: str) -> View:
        return next(view for view in self.views if view.title == title)

    def written(self) -> list[Written]:
        """Every mail that mailbot wrote."""
        return [mail for view in self.views for mail in view.written]

    def held(self) -> list[Written]:
        return [mail for mail in self.written() if mail.held]


def play_it() -> Played:
    return asyncio.run(_play())


async def _play() -> Played:
    began = time.monotonic()
    async with stage(BEGINS, lambda scheme, step: None) as staged:
        await tell(staged)
        seconds = time.monotonic() - began
        scheme = staged.daemon.scheme
        views = [view_of(scheme, step) for step in staged.steps]
        summary = summary_of(scheme)
        return Played(seconds, await staged.mailboxes(), views, summary, page(views, summary))
