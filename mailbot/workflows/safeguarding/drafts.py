"""What a report says outside: what was reported and by whom in role, not more (C2, B11, L14, promise 6)."""

import re
from collections.abc import Iterator, Mapping

from mailbot.expressions import lazy
from mailbot.reading.words.harm import scanner_for
from mailbot.reading.words.sentences import sentences
from mailbot.roll import Client, Person
from mailbot.workflows.contract import Turn
from mailbot.workflows.matching import pack_value
from mailbot.workflows.safeguarding.cases import Case
from mailbot.workflows.safeguarding.reports import Report
from mailbot.workflows.safeguarding.words import case_context

NAME_OUTSIDE = "outside_name"  # values of a pack: whether a report may name the person, and give our reference
REFERENCE_OUTSIDE = "outside_reference"
_SHORTEST = 3  # letters of a name
_EMAIL = lazy(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = lazy(r"\+?\d[\d ()-]{7,}\d")
# What a receiving team has not asked for, in sentences that show no harm of their own.
_HISTORY = lazy(
    r"\b(?:solicitors?|lawyers?|barristers?|tribunal|home office|asylum (?:claim|case|interview|application)"
    r"|age assessment|appeal|leave to remain|immigration|convict\w+|criminal record|offence|sentenced"
    r"|diagnos\w+|medical history|history of|hiv|hepatitis|psychiatr\w+|therap\w+|counsell\w+|prescri\w+)\b",
    re.IGNORECASE,
)


def outside_context(turn: Turn, case: Case, report: Report) -> Mapping[str, object]:
    """The values of the report as it leaves; names are replaced unless the pack lets them go."""
    known = dict(case_context(turn, case))
    client = turn.roll.client(case.client_id) if case.client_id is not None else None
    named, referred = _allows(turn, case, NAME_OUTSIDE, False), _allows(turn, case, REFERENCE_OUTSIDE, True)
    known["authorised_name"] = client.name if client and named else None
    known["client_ref"] = client.ref if client and referred else None
    known["wait_words"] = wait_words(turn, case, report)
    for key in ("harm", "action_requested"):
        words = known[key]
        if isinstance(words, str):
            told = words if report.by_form else without_history(turn, words)
            called = None if named else (client.ref if client and referred else "the person")
            known[key] = masked(turn, case, told, called)
    return known


def draft_text(turn: Turn, case: Case, report: Report, template: str) -> str:
    """The report as it would leave now, without greeting and footer."""
    settings = turn.scheme.config.scheme
    safe = {"first_name": "", "scheme_name": settings.name, "scheme_phone": settings.phone, "automatic_note": ""}
    return turn.scheme.templates[template].write(outside_context(turn, case, report), safe).text


def wait_words(turn: Turn, case: Case, report: Report) -> str | None:
    """How long it took to get through, as it was told: "12 minutes", "more than 5 minutes"."""
    if case.call_wait_minutes is None:
        return None
    minutes = f"{case.call_wait_minutes} minute{'' if case.call_wait_minutes == 1 else 's'}"
    return f"more than {minutes}" if report.wait_over else minutes


def without_history(turn: Turn, text: str) -> str:
    """Free text without its sentences of medical or legal history; one that shows harm always stays."""
    scanner = scanner_for(turn.scheme.harm)
    told = [text[span.start : span.end].strip() for span in sentences(text)]
    kept = [words for words in told if scanner.scan(words) or not _HISTORY.search(words)]
    return " ".join(kept) or text


def masked(turn: Turn, case: Case, text: str, called: str | None) -> str:
    """The text without names, addresses and phones of people on the roll; `called` stands for the person.

    `called` None: the person may be named.
    """
    client = turn.roll.client(case.client_id) if case.client_id is not None else None
    instead = dict(_replacements(turn, case, client, called))
    if instead:
        names = "|".join(re.escape(name) for name in instead)
        text = re.sub(rf"(?<!\w)(?:{names})(?!\w)", lambda found: instead[found.group()], text)
    phones = {_digits(person.phone) for person in turn.roll.people if person.phone}
    text = _EMAIL.sub("(address left out)", text)
    return _PHONE.sub(lambda found: "(phone left out)" if _digits(found.group()) in phones else found.group(), text)


def _replacements(turn: Turn, case: Case, client: Client | None, called: str | None) -> Iterator[tuple[str, str]]:
    """Longest names first: whole names of everybody, single names of those whom the case is about."""
    found: dict[str, str] = {}
    for other in turn.roll.clients:
        if client is None or other.id != client.id:
            found |= dict.fromkeys(_names(other.name, other.name_in_script), "somebody else")
    if client and called is not None:
        found |= dict.fromkeys(_parts(client.name, client.name_in_script), called)
    elif client:
        found = {name: by for name, by in found.items() if name not in _parts(client.name, client.name_in_script)}
    near = {match.visitor_id for match in turn.roll.matches if match.client_id == case.client_id} | {case.reporter_id}
    for person in turn.roll.people:
        names = _parts(person.name, person.also_known_as) if person.id in near else _names(person.name, None)
        found |= {name: _role(person) for name in names if name not in found}
    yield from sorted(found.items(), key=lambda each: -len(each[0]))


def _names(name: str, other: str | None) -> list[str]:
    """The name as a whole; a name of one word is left to chance no more than any other."""
    return [each for each in (name, other) if each and len(each) >= _SHORTEST]


def _parts(name: str, other: str | None) -> list[str]:
    whole = _names(name, other)
    return [*whole, *(part for each in whole for part in each.split() if len(part) >= _SHORTEST)]


def _role(person: Person) -> str:
    return f"the {' and '.join(sorted(person.roles)).replace('_', ' ')}" if person.roles else "a volunteer"


def _digits(phone: str) -> str:
    found = re.sub(r"\D", "", phone)
    return f"0{found[2:]}" if found.startswith("44") else found


def _allows(turn: Turn, case: Case, name: str, default: bool) -> bool:
    set_to = pack_value(turn, case.pack, name)
    return default if set_to is None else bool(set_to)
