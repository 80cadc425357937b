"""Whom somebody can phone or write to themselves outside: verified and fresh entries of the directory only."""

from mailbot.letters.values import Number
from mailbot.workflows.contract import Turn
from mailbot.workflows.outside import pack_allows
from mailbot.workflows.safeguarding.cases import Case

ESCALATE = "escalate"


def called(entry: str) -> str:
    """A directory entry's name as words: helpline_escalations is "helpline escalations"."""
    return entry.replace("_", " ")


def usable(turn: Turn, entry: str) -> str | None:
    """Why that entry may not be mailed today; None if it may."""
    return turn.scheme.directory(turn.conn).usable(entry, turn.now.astimezone(turn.scheme.zone).date())


def concerned(turn: Turn, case: Case) -> tuple[str, ...]:
    """The entries that the pack's rules send its reports to, and those that answer for that place (C1, C8)."""
    if not pack_allows(turn, case.pack):
        return ()
    rules = (rule for rule in turn.scheme.rulebook.rules if rule.pack == case.pack)
    wanted = [a.params for rule in rules for a in rule.then if a.name == ESCALATE]
    named = (each.partition(":")[2] for params in wanted for each in (params.to, *params.cc))
    client = turn.roll.client(case.client_id) if case.client_id is not None else None
    own = turn.scheme.config.directory.of_place(client.place if client else None)
    return tuple(dict.fromkeys(each for each in (*named, *own) if each and each not in turn.keeping.entries))


def outside_contacts(turn: Turn, case: Case) -> tuple[str, ...]:
    """A line for each usable entry: name, phone if it has one, address."""
    lines = []
    for name in concerned(turn, case):
        entry = turn.scheme.config.directory.get(name)
        if entry is not None and usable(turn, name) is None:
            lines.append(f"{called(name)}: {', '.join(filter(None, (entry.phone, str(entry.address))))}")
    return tuple(lines)


def outside_numbers(turn: Turn, case: Case) -> tuple[Number, ...]:
    """The phones of the same entries."""
    entries = ((name, turn.scheme.config.directory.get(name)) for name in concerned(turn, case))
    return tuple(Number(called(n), e.phone) for n, e in entries if e and e.phone and usable(turn, n) is None)
