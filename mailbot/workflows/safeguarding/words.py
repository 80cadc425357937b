"""The values that letters about a case may disclose."""

from collections.abc import Mapping

from mailbot.events import Urgency
from mailbot.letters.values import Number
from mailbot.roll import Role
from mailbot.workflows.contract import Turn
from mailbot.workflows.kept import left_out
from mailbot.workflows.outside import directory_faults, outside_numbers, pack_allows, teams_of
from mailbot.workflows.safeguarding.cases import Case
from mailbot.workflows.safeguarding.danger import life_at_risk


def case_context(turn: Turn, case: Case) -> Mapping[str, object]:
    """What is known of the case; a call time is the reporter's own, in local time (promise 5)."""
    reporter = turn.roll.person(case.reporter_id) if case.reporter_id is not None else None
    client = turn.roll.client(case.client_id) if case.client_id is not None else None
    called = case.call_logged_at.astimezone(turn.scheme.zone) if case.call_logged_at else None
    return {
        "case_ref": case.case_ref,
        "harm": case.harm,
        "action_requested": case.action_requested,
        "urgency": case.urgency,
        "call_logged_at": called,
        "call_wait_minutes": case.call_wait_minutes,
        "client_ref": client.ref if client else None,
        "client_first_name": client.first_name if client else None,
        "setting": client.setting if client else None,
        "place": client.place if client else None,
        "reporter_role": " and ".join(sorted(reporter.roles)).replace("_", " ") if reporter else None,
        "reporter_trust": case.reporter_trust,
        "reporter_first_name": reporter.first_name if reporter else None,
        "writer_words": case.words,
        "missing": missing(case),
        "helpline_phone": turn.scheme.config.scheme.helpline_phone,
        "numbers": numbers(turn),
        "left_out": left_out(turn.roll, turn.keeping),
        "emergency_first": life_at_risk(turn, case),
    }


def missing(case: Case) -> tuple[str, ...]:
    """What an escalation would still need (C2, C4)."""
    wanted = {
        "the harm to be prevented": case.harm,
        "the action that can prevent it": case.action_requested,
        "the date and exact time of the helpline call": case.call_logged_at or case.urgency is Urgency.NON_URGENT,
    }
    return tuple(words for words, known in wanted.items() if not known)


def helpline_numbers(turn: Turn) -> tuple[Number, ...]:
    """Whom one can phone outside the scheme."""
    settings = turn.scheme.config.scheme
    return tuple(Number(settings.helpline_name or "the helpline", each) for each in [settings.helpline_phone] if each)


def numbers(turn: Turn) -> tuple[Number, ...]:
    """Whom one can phone at this hour: outside office hours the out-of-hours contact first (L18); the scheme; the

    helpline where there is one. Nobody from whom it is kept.
    """
    settings = turn.scheme.config.scheme
    found: list[Number] = []
    if not turn.scheme.office.is_open(turn.now):
        awake = (p for p in turn.roll.with_role(Role.OUT_OF_HOURS) if p.id not in turn.kept_from)
        found += [Number("our out-of-hours contact", p.phone) for p in awake if p.phone]
    found.append(Number(settings.name, settings.phone))
    if settings.helpline_phone:
        found.append(Number(settings.helpline_name or "the helpline", settings.helpline_phone))
    return tuple(found)


def directory_trouble(turn: Turn, case: Case) -> tuple[str, ...]:
    """What keeps a report about this case from leaving, an entry a line; nothing where none may go outside."""
    return directory_faults(turn, teams_of(turn.scheme, case.pack)) if pack_allows(turn, case.pack) else ()


def team_numbers(turn: Turn, case: Case) -> tuple[Number, ...]:
    """Whom an officer can phone instead: the scheme, the helpline, and the outside teams by the directory."""
    return (*numbers(turn), *outside_numbers(turn, teams_of(turn.scheme, case.pack)))
