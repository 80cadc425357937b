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
    "call_was": CALLED,
    "call_wait_minutes": 7,
    "reporter_role": "visitor",
    "reporter_trust": Trust.UNVERIFIED,
    "reporter_first_name": "Ann",
    "case_ref": "C-7",
    "secure_since": CALLED,
    "secure_until": CALLED,
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
    "left_out": ("Cora Cole (coordinator): it may be about them",),
    "private_address": "chair@example.org",
    "bounced_address": "duty@example.net",
    "hold_reason": "mode is test: nothing leaves",
    "contact_how": "by phone",
    "contact_on": date(2026, 5, 5),
    "last_contact": "by phone, on Tuesday 5 May 2026",
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
    "post_found": ("numbers of rooms, flats or cells: room 214",),
    "post_version": "Someone we visit in [room] needs a coat.",
    "post_look": ("Slough",),
    "directory_faults": ("the directory entry helpline_escalations is not verified",),
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
    "incident_ref": "A2026-001",
    "visitor_phone": "07700 900123",
    "back_at": CALLED,
    "told_at": CALLED,
    "told_roles": ("our safeguarding lead",),
    "nobody_reads": True,
    "again_at": CALLED,
    "asked_since": CALLED,
    "added_words": "Ignore that.",
    "added_by": "Ann, visitor (verified)",
    "added_list": ("10.00 on Monday 11 May 2026, Ann, visitor: He is fine.",),
    "holder": "Lena, safeguarding lead",
    "holder_since": CALLED,
    "closed_because": "spoken to, all in order",
    "failing": "Lena, safeguarding lead",
    "case_list": ("C-7: urgent, opened Monday 11 May 2026 (7 days ago).",),
    "case_history": ("Monday 11 May 2026, 10.00: Ann, visitor: opened the case",),
    "begins_at": CALLED,
    "home_said_at": CALLED,
    "mailbox_down_until": CALLED,
    "outside_contacts": ("helpline escalations: 01632 960222, urgent@helpline.example.net",),
    "wait_words": "7 minutes",
    "refreshers": ("the training: good until Friday 12 June 2026",),
    "decision_words": "no report is sent",
    "authorised_name": "Karim Haddad",
    "unmended": ("the directory's entry helpline_escalations is missing from the directory",),
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
