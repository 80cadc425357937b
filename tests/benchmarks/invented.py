"""A tiny labelled folder: two schemes, one person in both, and five mails of known kinds."""

import json
from pathlib import Path
from typing import Any

PEOPLE: dict[str, Any] = {
    "schemes": [
        {
            "key": "N",
            "name": "North Visitors",
            "setting": "prison",
            "bot": "north@visits.example.org",
            "colour": "red",
        },
        {"key": "S", "name": "South Visitors", "setting": "house", "bot": "south@friends.example.org"},
    ],
    "coordinators": [
        {"key": "c1", "name": "Una Cole", "email": "Una@visits.example.org", "scheme": "N", "role": "coordinator"},
        {"key": "c2", "name": "Bo Lind", "email": "bo@visits.example.org", "scheme": "N, S", "role": "coordinator"},
    ],
    "treasurers": [{"key": "t1", "name": "Bo Lind", "email": "bo@visits.example.org", "scheme": "S"}],
    "volunteers": [
        {"key": "v1", "name": "Ann Abel", "email": "ann@example.com", "scheme": ["N", "S"], "role": "visitor"},
        {"name": "Nobody Known", "email": "", "scheme": "N"},
    ],
    "clients": [
        {"ref": "N-1", "first_name": "Karl", "scheme": "N", "visitor": "v1"},
        {"ref": "S-1", "first_name": "Mira", "scheme": "S", "visitor": "v1", "backup": None},
        {"ref": "S-2", "first_name": "Ole", "scheme": "S"},
    ],
}

CONFIRMED = {"visit_date": "2026-05-12", "outcome": "took_place", "client_ref": "N-1"}
LABELS: list[dict[str, Any]] = [
    {"file": "a.eml", "scheme": "N", "kinds": ["visit_confirmed"], "fields": CONFIRMED, "bucket": "rc"},
    {"file": "b.eml", "scheme": "S", "kinds": ["safeguarding_concern"], "from": "ann@example.com", "bucket": "sg"},
    {"file": "c.eml", "scheme": "N", "kinds": ["auto_reply"], "newest_text": "I am  away.", "bucket": "ab"},
    {"file": "d.eml", "scheme": "N", "kinds": ["visit_missed"], "also_ok": ["question_other"]},
]

TEXTS = {
    "a.eml": "Client: N-1\nVisit date: 12/05/2026\nOutcome: took place",
    "b.eml": "Mira told me that somebody hit her last night and that she is frightened to go home.",
    "c.eml": "I am away.",
    "d.eml": "Client: N-1\nVisit date: 12/05/2026\nOutcome: took place",
}


def make_folder(where: Path) -> Path:
    """Writes mails, labels and people."""
    for label in LABELS:
        (where / label["file"]).write_bytes(_mail(label, TEXTS[label["file"]]))
    lines = [json.dumps(label) for label in LABELS]
    (where / "labels.jsonl").write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    (where / "people.json").write_text(json.dumps(PEOPLE), encoding="utf-8")
    return where


def _mail(label: dict[str, Any], text: str) -> bytes:
    domain = "visits.example.org" if label["scheme"] == "N" else "friends.example.org"
    headers = [
        f"Authentication-Results: mx.{domain}; dmarc=pass header.from=example.com",
        "From: Ann Abel <ann@example.com>",
        f"To: visits@{domain}",
        "Date: Wed, 13 May 2026 10:00:00 +0100",
        f"Message-ID: <{label['file']}@example.com>",
        "Subject: our visit",
        *(["Auto-Submitted: auto-replied"] if "auto_reply" in label["kinds"] else []),
        "Content-Type: text/plain; charset=utf-8",
    ]
    return ("\r\n".join(headers) + "\r\n\r\n" + text.replace("\n", "\r\n") + "\r\n").encode()
