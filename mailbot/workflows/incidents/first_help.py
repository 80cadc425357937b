"""Whether a child is missing, or somebody needs a doctor: what the writer has to do first (L21, L22)."""

from collections.abc import Iterator

from mailbot.expressions import lazy
from mailbot.reading.words.phrases import folded
from mailbot.reading.words.sense import is_reply
from mailbot.workflows.contract import Turn
from mailbot.workflows.incidents.events import Help

_MISSING = "missing"  # the category of rules/harm.toml
_DOCTOR = lazy(
    r"\b(?:ambulance|paramedics?|a ?& ?e|a and e|casualty|hospital|unconscious|(?:knocked|passed|blacked) out"
    r"|collaps\w+|faint(?:s|ed|ing)?|not breathing|(?:can|could)(?:'?t|not) breathe|stopped breathing|chok(?:ed|ing)"
    r"|(?:had|having|has|having had) (?:a|another) (?:fit|seizure|asthma attack|stroke|heart attack)|fitting"
    r"|seizures?|epilep\w+|asthma attack|anaphyla\w+|allergic reaction|overdos\w+|swallowed|poison\w*|chest pains?"
    r"|won'?t (?:wake|stop bleeding)|blood (?:a lot|everywhere)|bleeding|stitches|concuss\w+|head injury"
    r"|(?:broke|broken|fractured|dislocated) (?:his|her|their|an?|the) (?:\w+ )?(?:arm|leg|wrist|ankle|nose|finger"
    r"|foot|hand|tooth|collar ?bone|elbow|toe|rib|jaw)|(?:badly|bad) (?:burn(?:t|ed)?|hurt|cut)|scald\w+"
    r"|electrocut\w+|drown\w+|(?:hit|knocked down|run over) by (?:a|the) (?:car|van|bus|bike|lorry))\b"
)
_NOT = lazy(r"\b(?:no|not|never|without|nearly|almost|instead of)\b(?: \w+){0,2} $|n'?t(?: \w+){0,3} $")


def help_needed(turn: Turn) -> Iterator[Help]:
    """What a message says that cannot wait; asked only of messages that hold a concern or an accident."""
    reading = turn.reading
    if reading is None:
        return
    subject = "" if is_reply(reading.message.subject) else reading.message.subject
    text = f"{subject}\n{reading.text.newest}"
    if any(harm.category == _MISSING for harm in turn.scheme.scanner.scan(text)):
        yield Help.MISSING
    plain = folded(text)
    if any(not _NOT.search(plain[: match.start()]) for match in _DOCTOR.finditer(plain)):
        yield Help.MEDICAL
