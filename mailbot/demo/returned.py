"""What a mail server writes when a mailbox is gone: a delivery report (RFC 3464)."""

from datetime import datetime
from email.utils import format_datetime, make_msgid

REPORT = """\
From: Mail Delivery System <MAILER-DAEMON@example.net>
To: <{sender}>
Subject: Undelivered Mail Returned to Sender
Date: {date}
Message-ID: {message_id}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="{boundary}"

--{boundary}
Content-Type: text/plain; charset=us-ascii

Your message could not be delivered to one of its recipients.

<{address}>: the mailbox does not exist any more

--{boundary}
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net
Arrival-Date: {date}

Final-Recipient: rfc822; {address}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 no such mailbox

--{boundary}
Content-Type: text/rfc822-headers

{headers}

--{boundary}--
"""


def returned(content: bytes, sender: str, address: str, at: datetime) -> bytes:
    """The report about a mail that could not be delivered to `address`, for its `sender`; `at` has its zone."""
    headers = content.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    report = REPORT.format(
        sender=sender,
        address=address,
        date=format_datetime(at),
        message_id=make_msgid(domain="example.net"),
        boundary="=_returned",
        headers=headers.decode("ascii", "replace").strip(),
    )
    return report.replace("\n", "\r\n").encode("ascii", "replace")
