"""What visitors say of visits in Spanish, French, Italian, Portuguese, German and Polish; for folded text.

Never enough to be sure: what is found is asked about, and a person reads the rest.
"""

import re
from datetime import date, timedelta

from mailbot.expressions import any_of, lazy

# The verbs are the writer's own, first person and past.
DID = any_of(
    r"estuve (?:con|en)|estuvimos (?:con|en)|he (?:visto|visitado|estado con)|visite a|vi a|fui a (?:ver|visitar)",
    r"j'ai (?:bien )?(?:vu|visite|rencontre|retrouve)|je suis (?:all?e\w*|passe\w*) (?:voir|chez)|(?:nous avons"
    r"|on a) vu",
    r"j'etais (?:avec|chez)|ho (?:visto|incontrato|visitato)|sono stat[oa] (?:da|con)|estive com|visitei|encontrei",
    r"ich war (?:bei|mit)|ich habe? \w+ (?:besucht|getroffen|gesehen)|by[lł]am? u|odwiedzi[lł]am?|widzia[lł]am?"
    r" sie z",
)
DID_NOT = any_of(
    r"no (?:pude|fui|hubo|se pudo|estaba)|je n'ai pas pu|(?:il|elle) n'etait pas|non (?:sono potut\w|ho potuto)"
    r"|nao (?:pude|fui)",
    r"ich konnte nicht|nie mog[lł]\w+|nie by[lł]\w*",
)
NEXT = any_of(
    r"proxim[ao](?: vez| visita)?|volvere|vuelvo|ire|voy a ir|voy|je (?:retourne|reviens|(?:le|la) revois|vais"
    r"|passe)",
    r"prochaine? (?:visite|fois)|on se revoit|nous nous revoyons|prossima (?:volta|visita)|torno|volto|da proxima",
    r"nachste[rsn]? (?:besuch|mal)|nastepn\w+",
)
_DENIED = lazy(r"\b(?:no|ne|n'|pas|non|nie|nicht|nao)\s*$")
_WEEKDAYS_LIST = (
    "lunes lundi lunedi montag poniedzialek|martes mardi martedi dienstag wtorek"
    "|miercoles mercredi mercoledi mittwoch srode|jueves jeudi giovedi donnerstag czwartek"
    "|viernes vendredi venerdi freitag piatek|sabado samedi sabato samstag sobote|domingo dimanche domenica"
    " sonntag niedziele"
)
_WEEKDAYS = {word: number for number, day in enumerate(_WEEKDAYS_LIST.split("|")) for word in day.split()}
_DAY = lazy(rf"\b(?P<weekday>{'|'.join(_WEEKDAYS)})\b(?:,? (?:dia |le |el |den )?(?P<day>[0-3]?\d)\b(?![:.h]))?")


def found_in(pattern: "re.Pattern[str]", low: str) -> "re.Match[str] | None":
    """Where the folded text says so, and no "no" stands right before it."""
    return next((m for m in pattern.finditer(low) if not _DENIED.search(low, 0, m.start())), None)


def day_to_come(low: str, start: int, today: date) -> date | None:
    """The weekday that is named behind `start`, with the day of the month if one is given; the first to come."""
    match = _DAY.search(low, start)
    if match is None:
        return None
    first = today + timedelta(days=(_WEEKDAYS[match["weekday"]] - today.weekday() - 1) % 7 + 1)
    days = (first + timedelta(weeks=weeks) for weeks in range(9))
    return next((day for day in days if match["day"] is None or day.day == int(match["day"])), None)
