"""What mailbot would do with a message: the real path, in a transaction that is taken back (promise 12)."""

from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from mailbot.dispatch import Mail
from mailbot.errors import GiveUp
from mailbot.handle import Decided, handle
from mailbot.reading.message import Sender
from mailbot.reading.parse import arrival_from_headers, parse
from mailbot.scheme import Scheme
from mailbot.store import inbox
from mailbot.store.inbox import Arrival
from mailbot.triage import triage
from mailbot.workflows.registry import Registry

NOWHERE = "explain"


def explain(scheme: Scheme, registry: Registry, path: Path, now: datetime) -> dict[str, Any]:
    """The object of `explain --json` for one file. Its clock stands at the file's arrival: the topmost Received,
    else Date; `now` (UTC) where it has neither.

    Raises GiveUp if the file cannot be read.
    """
    try:
        raw = path.read_bytes()
    except OSError:
        raise GiveUp(f"{path}: cannot be read: give the path of a mail file (.eml)") from None
    arrived = arrival_from_headers(parse(raw)) or now
    decided = scheme.database.rehearse(lambda conn: _rehearse(scheme, registry, conn, raw, arrived))
    return _as_json(str(path), decided)


def _rehearse(scheme: Scheme, registry: Registry, conn: Connection, raw: bytes, arrived: datetime) -> Decided:
    seen = triage(scheme, scheme.roll(conn), raw)
    arrival = Arrival(NOWHERE, 1, 1, arrived, raw, seen.lane, seen.identity, seen.trust, seen.message)
    return handle(scheme, registry, conn, inbox.enter(conn, arrival, arrived), arrived)


def _as_json(file: str, decided: Decided) -> dict[str, Any]:
    turn, reading = decided.turn, decided.turn.reading
    if reading is None or decided.disposition is None:
        raise LookupError("explain is for messages")
    return {
        "file": file,
        "message_id": reading.message.message_id,
        "sender": _sender(reading.sender),
        "newest_text": reading.text.newest,
        "disposition": decided.disposition.value,
        "kinds": list(dict.fromkeys(fact.kind.value for fact in reading.facts)),
        "facts": [
            {"kind": f.kind.value, "fields": f.fields.to_json(), "evidence": f.evidence, "sure": f.sure}
            for f in reading.facts
        ],
        "attention": [
            {"why": new.why, "level": new.level.value, "to": [p.email for p in turn.officers(new.role)]}
            for _, new in turn.raised
        ],
        "rules": [{"on": event.name, "rule": rule.id, "says": rule.says} for event, rule in turn.decided],
        "changes": [{"what": c.what, c.record[0]: c.record[1], **c.details} for c in turn.changes],
        "timers": [{"name": name, "due_at": due.isoformat()} for name, due in turn.started],
        "mail": [_mail(mail) for mail in decided.mails],
    }


def _sender(sender: Sender) -> dict[str, Any]:
    return {
        "address": sender.address,
        "person": sender.person.name if sender.person else None,
        "roles": sorted(role.value for role in sender.roles),
        "trust": sender.trust.value,
    }


def _mail(mail: Mail) -> dict[str, Any]:
    return {
        "to": list(mail.to),
        "cc": list(mail.cc),
        "subject": mail.subject,
        "text": mail.text,
        "template": mail.template,
        "held": mail.hold.value if mail.hold else None,
    }


def _fact_in_words(fact: dict[str, Any]) -> str:
    """What no rule found and is only likely stands on no words."""
    if not fact["sure"] and not fact["evidence"]:
        return f"  most likely says {fact['kind']} (not sure)"
    return f"  says {fact['kind']}{'' if fact['sure'] else ' (not sure)'}: “{fact['evidence']}”"


def in_words(told: dict[str, Any]) -> str:
    """The same for a person to read."""
    sender = told["sender"]
    lines = [
        f"{told['file']}: {told['disposition']}",
        f"  from {sender['person'] or sender['address']} ({sender['trust']})",
        *(_fact_in_words(fact) for fact in told["facts"]),
        *(f"  rule {r['rule']} on {r['on']}: {r['says']}" for r in told["rules"]),
        *(f"  changes {c['what']}" for c in told["changes"]),
        *(f"  timer {t['name']} at {t['due_at']}" for t in told["timers"]),
        *(f"  asks a person to look {a['level']}: {a['why']}" for a in told["attention"]),
        *(
            f"  mail {m['template']} to {', '.join(m['to'])}{' — held: ' + m['held'] if m['held'] else ''}"
            for m in told["mail"]
        ),
    ]
    return "\n".join(lines)
