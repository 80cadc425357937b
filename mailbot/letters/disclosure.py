"""What a letter may say to whom: names stay inside (promise 6, duties S11, L14, L19, C11).

Policy is the tables here; `template.py` holds every template to them at start, and rendering hands a template
only what it disclosed.
"""

import re
from enum import StrEnum

from mailbot.expressions import lazy


class Audience(StrEnum):
    """Whom a template is written for. WRITER is whoever sent the message that it answers, known or not."""

    WRITER = "writer"
    VISITOR = "visitor"
    BACKUP = "backup"
    COORDINATOR = "coordinator"
    TREASURER = "treasurer"
    SAFEGUARDING = "safeguarding"
    OUTSIDE = "outside"
    NAMED_PERSON = "named_person"


class Tone(StrEnum):
    """What a section is; replies that merge into one mail stand in this order."""

    CONCERN = "concern"
    QUESTION = "question"
    NOTICE = "notice"
    ROUTINE = "routine"


# Every value that a letter's context can hold, and what it must be. Dates and times are local to the scheme,
# money is whole pence. None means "not known": a template has to ask before it prints one.
DISCLOSURES = {
    "visit_date": "date of the visit",
    "visit_time": "time of the visit",
    "next_visit_date": "date of the next visit",
    "coming_visits": "a sequence of words: the days of coming visits",
    "coming_meetings": "a sequence of words: meetings to come, with day and time",
    "client_ref": "the client's reference on the roll",
    "client_first_name": "the client's first name",
    "outcome_words": "what became of the visit, as the end of 'the visit …': took place",
    "reason": "why, in the writer's words",
    "visitor_first_name": "the visitor's first name",
    "backup_first_name": "the backup's first name",
    "total": "whole pence",
    "items": "a sequence of events.Expense",
    "miles": "number of miles",
    "limit": "whole pence",
    "receipts": "number of receipts that came",
    "harm": "the harm to be prevented (C2)",
    "action_requested": "the action that can prevent it (C2)",
    "urgency": "events.Urgency",
    "call_logged_at": "datetime of the helpline call, never from a header (C4, promise 5)",
    "call_was": "datetime of the helpline call as it stood before its reporter corrected it",
    "call_wait_minutes": "minutes until the helpline answered (C5)",
    "reporter_role": "what the reporter is in the scheme: visitor",
    "reporter_trust": "events.Trust of the reporter's mail",
    "reporter_first_name": "the reporter's first name",
    "case_ref": "the reference of the case",
    "setting": "where the client lives: prison, house, foster, hotel",
    "place": "the name of that place",
    "helpline_phone": "the helpline's number",
    "emergency_first": "True puts the 999 line first (C3)",
    "numbers": "a sequence of values.Number: who can be phoned",
    "writer_words": "the message itself; several lines",
    "missing": "a sequence of words: what the message does not say",
    "done_list": "a sequence of words: what mailbot did",
    "not_done_list": "a sequence of words: what mailbot did not do",
    "question": "what is asked, in our words",
    "asked_on": "day on which a person was asked",
    "digest_items": "a sequence of values.DigestGroup",
    "bounced_address": "the address that did not accept the mail",
    "hold_reason": "why a mail waits; the value of an events.Hold",
    "post_found": "a sequence of words: what in a writer's own post tells who somebody is; to that writer, verified",
    "post_version": "the writer's own post without that; several lines",
    "post_look": "a sequence of words: what may be names in it all the same",
    "directory_faults": "a sequence of words: directory entries that may not be mailed, and why",
    "draft_text": "the text of a mail that waits; several lines",
    "outside_contacts": "a sequence of words: outside teams with phone and address, verified and fresh only",
    "refreshers": "a sequence of words: trainings that the reader has to do again, with the last day of each",
    "decision_words": "what an officer decided about a case, in our words: no report is sent",
    "wait_words": "how long the helpline took to answer: 12 minutes",
    "authorised_name": "the client's name, where an officer's written authority lets it go to one recipient (B11)",
    "unmended": "a sequence of words: what has to be put right before a report can leave",
    "why": "why a person is asked to look, in our words",
    "mailbox_down_since": "datetime since when the mailbox could not be read",
    "contact_how": "how somebody was in touch without a visit: by phone",
    "contact_on": "day of that, if one was named",
    "last_contact": "how and when somebody was last in touch without a visit, in words",
    "period_from": "first day away",
    "period_to": "last day away",
    "copied_text": "words of a visitor that stand for what was understood, and for nothing else (S11); several lines",
    "visit_list": "a sequence of words: planned visits, by day and reference",
    "topic_words": "what an appointment is about, in our words, where the pack allows it",
    "message_ref": "the reference of the message in mailbot",
    "visitor_phone": "the visitor's phone",
    "back_at": "datetime at which a lone visitor said they would be back",
    "begins_at": "datetime at which a lone visitor's visit begins",
    "home_said_at": "datetime at which somebody else wrote that a lone visitor is home",
    "mailbox_down_until": "datetime until when the mailbox could not be read; None: it still cannot",
    "meeting_what": "what a meeting is: Support group",
    "meeting_on": "day of the meeting",
    "meeting_at": "time of the meeting",
    "meeting_place": "where it is",
    "meeting_was": "datetime at which it was to be before it was moved",
    "guest_count": "number of people who are invited",
    "guest_groups": "who is invited, as a plural: visitors and backups",
    "coming_list": "a sequence of names: who comes",
    "apologies_list": "a sequence of names: who sent apologies",
    "no_answer_list": "a sequence of names: who has not answered",
    "secure_since": "datetime since when somebody is in a secure unit, by what was written (P4)",
    "secure_until": "datetime at which 72 hours of that are over",
    "incident_ref": "the reference of an accident or a near miss in the register (L20)",
    "left_out": "a sequence of words: who is left out of a case, and why",
    "private_address": "an address outside the mailbox, for worries about those who read it",
    "told_roles": "a sequence of words: who is told of a case, by role",
    "nobody_reads": "True where nobody who is told of a case is sure to read e-mail at that hour",
    "again_at": "datetime at which a reporter hears that nobody has taken a case on, unless somebody has by then",
    "asked_since": "datetime since when people are asked to take a case on",
    "added_words": "what was written last about an open case; several lines",
    "added_by": "who wrote that, by first name and role, and how far that is verified",
    "added_list": "a sequence of words: what else was written about a case since it was opened",
    "holder": "who has taken a case on, by first name and role",
    "holder_since": "datetime since when",
    "closed_because": "why an officer closed a case, in their words",
    "failing": "whose mail did not arrive, in our words",
    "case_list": "a sequence of words: open cases, by reference, age and next step",
    "case_history": "a sequence of words: the chronology of a case, a line each",
    "told_at": "datetime from which others are told that a lone visitor is not back",
}

# Values that anybody addressed may see. `automatic_note` and the scheme's values come from `letter.Common`;
# `answer_to` is where an answer to this very mail goes, for links that open one.
ALWAYS_SAFE = frozenset({"first_name", "scheme_name", "scheme_phone", "automatic_note", "answer_to"})

# Values that keep their line breaks; they are shown as a quotation.
SEVERAL_LINES = frozenset({"writer_words", "draft_text", "copied_text", "post_version", "added_words"})

# A subject shows on a locked telephone: dates, amounts and our own references, nothing about anybody.
_DATES = frozenset({"visit_date", "visit_time", "next_visit_date", "period_from", "period_to", "meeting_on"})
IN_SUBJECTS = _DATES | {"total", "case_ref", "message_ref", "urgency", "incident_ref"}

# What a letter may ask; it tells reading what a bare answer means (`Surroundings.answers_question`).
ASKS = frozenset(
    {
        "outcome",
        "report_outcome",
        "visit_date",
        "plan",
        "planned",
        "moved",
        "client_ref",
        "amount",
        "receipt",
        "approval",
        "call_time",
        "call_corrected",
        "check_in",
        "check_out",
        "lone_alarm",
        "acknowledge",
        "read",
        "release",
        "confirm_report",
        "ground",
        "cover",
        "review",
        "cover_day",
        "instead",
        "replacement",
        "told",
        "task",
        "coming",
        "meeting",
        "meeting_release",
        "absence",
        "who_came",
        "beginning",
        "together",
        "ending",
        "take_over",
        "closure",
        "confirm_identity",
        "confirm_contact",
        "period",
        "paid",
        "resume",
        "incident_form",
    }
)

_VISIT = frozenset({"coming_visits", "visit_date", "visit_time", "next_visit_date", "client_ref", "outcome_words"})
_AWAY = frozenset({"period_from", "period_to"})
_TOUCH = frozenset({"contact_how", "contact_on"})
_MONEY = frozenset({"total", "items", "miles", "limit", "receipts"})
_CONCERN = frozenset(
    {"harm", "action_requested", "urgency", "call_logged_at", "call_was", "call_wait_minutes", "case_ref"}
)
_HELP = frozenset({"helpline_phone", "numbers", "emergency_first", "private_address"})
_WATCH = frozenset({"begins_at", "back_at", "told_at"})
_CHAIN = frozenset({"told_roles", "nobody_reads", "again_at"})
_ASKED = frozenset({"question", "missing", "message_ref"})
_MEETING = frozenset({"meeting_what", "meeting_on", "meeting_at", "meeting_place", "meeting_was"})
_POST = frozenset({"post_found", "post_version", "post_look"})  # their own words, which the leaf sends to nobody else
_PAIR = frozenset({"visitor_first_name", "backup_first_name", "client_first_name"})

AUDIENCES: dict[Audience, frozenset[str]] = {
    # May be a stranger, or somebody at a forged address: nobody is named, beyond references.
    Audience.WRITER: _VISIT | _TOUCH | _AWAY | _MEETING | _WATCH | _MONEY | _CONCERN | _HELP | _ASKED | _CHAIN
    | _POST | {"reason", "draft_text", "done_list", "not_done_list", "reporter_trust", "incident_ref"}
    | {"outside_contacts", "asked_on"},
    Audience.VISITOR: _VISIT | _AWAY | _MEETING | _MONEY | _HELP | _ASKED | _PAIR
    | {"reason", "visit_list", "topic_words", "coming_meetings", "refreshers"},
    # Never harm, amounts, or why somebody cannot come (S11).
    Audience.BACKUP: _VISIT | _TOUCH | _AWAY | _MEETING | _PAIR | {"question", "copied_text", "topic_words"},
    Audience.COORDINATOR: frozenset(DISCLOSURES),
    Audience.TREASURER: _MONEY | _ASKED | {"visit_date", "client_ref", "visitor_first_name"},
    Audience.SAFEGUARDING: frozenset(DISCLOSURES) - _MONEY,
    # Perhaps nobody of ours: first name and time of return, beside the scheme's phone, and nothing else (L14, L23).
    Audience.NAMED_PERSON: frozenset({"visitor_first_name", "back_at"}),
    # No name of anybody (L14, C11), but the one that an officer allowed in writing (B11).
    Audience.OUTSIDE: _CONCERN | {"client_ref", "reporter_role", "setting", "place", "helpline_phone", "message_ref"}
    | {"wait_words", "authorised_name"},
}  # fmt: skip

_GIVES_AWAY = lazy(
    r"\b(?:prison|hmp|jail|gaol|custod|inmate|detain|detention|hotel|asylum|refugee|migrant|immigra|"
    r"child|foster|young|minor|looked.after|carer|safeguard|concern|abus|harm|suicid|welfare)\w*",
    re.IGNORECASE,
)


def gives_away(subject: str) -> str | None:
    """The first word of `subject` that gives away a prison, hotel, asylum, child or safeguarding, or None."""
    found = _GIVES_AWAY.search(subject)
    return found.group() if found else None
