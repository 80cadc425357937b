"""Which attachments of a claim are receipts: photos and PDFs, not logos, winmail.dat or tables."""

from collections.abc import Iterable

from mailbot.reading.message import Attachment, Draft
from mailbot.workflows.expenses import wording


def receipts_among(attachments: Iterable[Attachment]) -> int:
    """How many attachments are receipts: photos and PDFs, not logos in the text, winmail.dat or tables."""
    return sum(1 for each in attachments if not each.inline and _is_paper(each))


def receipts_of(draft: Draft) -> int:
    """How many there are by what the writer says of them, too: "the other one is our logo", "all in one PDF"."""
    attachments, text = draft.message.attachments, draft.text.newest
    count = receipts_among(attachments)
    if count > 1 and wording.IN_ONE_FILE.search(text):
        return 1
    left_out = any(each.inline or _is_decoration(each) for each in attachments)
    return count - (count > 1 and not left_out and wording.SAID_TO_BE_LOGO.search(text) is not None)


def _is_decoration(each: Attachment) -> bool:
    return wording.DECORATION.fullmatch(each.filename or "") is not None


def _is_paper(each: Attachment) -> bool:
    if _is_decoration(each) or each.content_type in ("image/gif", "image/svg+xml"):
        return False
    return (
        each.content_type.startswith("image/")
        or each.content_type == "application/pdf"
        or bool(wording.PAPERS.search(each.filename or ""))
    )
