"""The small vocabulary of the letters' tests: a full context, templates made on the spot, a mail read back."""

from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from functools import cache
from pathlib import Path
from typing import Any

from mailbot.events import Expense, Trust, Urgency
from mailbot.letters.build import Mail, build
from mailbot.letters.letter import Address, Common, Letter, Rendered, merge, render
from mailbot.letters.template import Templates, load_templates
from mailbot.letters.values import DigestGroup, Number

SHIPPED = Path(__file__).parents[2] / "templates"
COMMON = Common("Harbour Visitors", "01632 960999")
ANN = Address("ann@example.org", "Ann Archer", "Ann")
BEN = Address("ben@example.org", "Ben Baker", "Ben")
CALLED = datetime(2026, 5, 12, 14, 35)

FULL: dict[str, object] = {
    "visit_date": date(2026, 5, 12),
    "visit_time": CALLED.time(),
    "coming_meetings": ("Support group, Thursday 21 May 2026 at 19.30",),
    "coming_visits": ("Monday 18 May 2026", "Monday 1 June 2026"),
    "next_visit_date": date(2026, 5, 26),
    "client_ref": "K-12",
    "client_first_name": "Samir",
    "outcome_words": "took place",
    "reason": "a bad cold",
    "visitor_first_name": "Ann",
    "backup_first_name": "Ben",
    "total": 740,
    "items": (Expense(300, "canteen", date(2026, 5, 12)), Expense(440, "travel")),
    "miles": 12.5,
    "limit": 500,
    "receipts": 1,
    "harm": "No insulin for two days.",
    "action_requested": "Send a nurse tonight.",
    "urgency": Urgency.URGENT,
    "call_logged_at": CALLED,
    "call_wait_minutes": 7,
    "reporter_role": "visitor",
    "reporter_trust": Trust.UNVERIFIED,
    "reporter_first_name": "Ann",
    "case_ref": "C-7",
    "setting": "hotel",
    "place": "The Grand",
    "helpline_phone": "01632 960111",
    "emergency_first": False,
    "numbers": (Number("The lead", "07700 900111"),),
    "writer_words": "He looked ill.\n\nRegards\nAnn",
    "missing": ("the time of the call",),
    "done_list": ("the lead was told",),
    "not_done_list": ("the outside team was not told",),
    "question": "Was it K-12 or K-13?",
    "digest_items": (DigestGroup("Visits", ("one not confirmed",)),),
    "bounced_address": "duty@example.net",
    "hold_reason": "mode is test: nothing leaves",
    "meeting_what": "Support group",
    "meeting_on": date(2026, 5, 14),
    "meeting_at": CALLED.time(),
    "meeting_place": "Friends' Meeting House",
    "meeting_was": CALLED,
    "guest_count": 12,
    "guest_groups": "visitors and backups",
    "coming_list": ("Ann Archer",),
    "apologies_list": ("Ben Baker",),
    "no_answer_list": (),
    "draft_text": "Harm: no insulin\nAction: send a nurse",
    "why": "No rule fits.",
    "mailbox_down_since": CALLED,
    "asked_on": date(2026, 5, 11),
    "period_from": date(2026, 5, 12),
    "period_to": date(2026, 5, 15),
    "copied_text": "Saw K-12 on Tuesday.",
    "visit_list": ("Tuesday 12 May 2026, K-12: the backup is asked",),
    "topic_words": "about legal matters",
    "message_ref": "M-4",
    "visitor_phone": "07700 900123",
    "back_at": CALLED,
    "told_at": CALLED,
    "begins_at": CALLED,
    "home_said_at": CALLED,
    "mailbox_down_until": CALLED,
}


@cache
def shipped() -> Templates:
    return load_templates(SHIPPED)


def letter(template: str, *, to: Any = (ANN,), **changes: Any) -> Letter:
    """A reply about everything in FULL, changed where the test says so."""
    return Letter(template=template, to=to, context=FULL | changes, is_reply=True)


def about(template: str, visit: int, to: Address = BEN) -> Letter:
    """A letter that is no reply, about one visit."""
    return replace(letter(template, to=(to,)), is_reply=False, subject_record=("visit", visit))


def written(*letters: Letter, common: Common = COMMON) -> Rendered:
    """The one mail that these letters make."""
    (group,) = merge(letters, shipped())
    return render(group, shipped(), common)


def folder_with(folder: Path, text: str, name: str = "visits/sample.txt") -> Path:
    """A folder of templates that holds the shipped frame and one template."""
    path = folder / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    for frame in SHIPPED.glob("_*"):
        (folder / "templates" / frame.name).write_text(frame.read_text(encoding="utf-8"), encoding="utf-8")
    return folder / "templates"


def head(
    body: str = "Hello.", audience: str = "writer", discloses: str = "", subject: str = "Noted", **more: str
) -> str:
    """A template's text; `discloses` are names between blanks, `more` further TOML values."""
    names = ", ".join(f'"{name}"' for name in discloses.split())
    lines = [f'audience = "{audience}"', f'subject = "{subject}"', f"discloses = [{names}]"]
    lines += [f"{key} = {value}" for key, value in ({"tone": '"notice"'} | more).items()]
    return "\n".join(["---", *lines, "---", body, ""])


MAIL = Mail(
    from_name="Harbour Visitors",
    from_address="visits@example.org",
    to=(("Ann Archer", "ann@example.org"),),
    subject="Your visit: noted",
    text="Dear Ann,\n\nNoted.\n",
    html="<p>Dear Ann,</p>",
    message_id="<abc@example.org>",
    date=datetime(2026, 5, 12, 14, 35, tzinfo=UTC),
)


def mail(**changes: object) -> Mail:
    return replace(MAIL, **changes)  # type: ignore[arg-type]


def read_back(sent: Mail) -> EmailMessage:
    """The mail as the standard library's parser sees its bytes."""
    message = message_from_bytes(build(sent), policy=default)
    assert isinstance(message, EmailMessage)
    return message
