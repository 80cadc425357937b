"""The scheme of the model: all four packs, one client of each, and who stands in which office."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tests.story import BETH, COLIN, HANA, IVO, LENA, TESS

CARYS, OWEN, NIA = "carys@scheme.example.org", "owen@scheme.example.org", "nia@scheme.example.org"
CHLOE, STRANGER = "chloe@scheme.example.org", "sven@example.net"
MORE_PEOPLE = f"""Carys Pugh,{CARYS},,complaints_manager,no
Owen Hale,{OWEN},,chair,no
Nia Olsen,{NIA},,out_of_hours,no
Chloe Orr,{CHLOE},,coordinator,no
"""
CLIENT_ROWS = """ref,name,setting,place
P-1,Marek,prison,
H-2,Samira,hotel,Mill Hotel
F-4,Tobias,foster,
A-5,Yusuf,house,
"""
MATCH_ROWS = f"""client_ref,visitor_email,backup_email,interval_days,started_on,next_visit_on
P-1,{HANA},{BETH},14,2025-10-06,
H-2,{IVO},{BETH},14,2025-10-06,
F-4,{HANA},,30,2025-10-06,
A-5,{IVO},{HANA},14,2025-10-06,
"""
PACKS = ', "asylum-visitors", "independent-visitors"'
HOME = "mill lane"


@dataclass(frozen=True)
class Client:
    """Somebody who is visited; only a worry about one in a hotel may ever go outside (C1)."""

    ref: str
    name: str
    setting: str


CLIENTS = (
    Client("P-1", "Marek", "prison"),
    Client("H-2", "Samira", "hotel"),
    Client("F-4", "Tobias", "foster"),
    Client("A-5", "Yusuf", "house"),
)
HOTEL = CLIENTS[1]
VISITS = {HANA: (CLIENTS[0], CLIENTS[2]), IVO: (CLIENTS[1], CLIENTS[3])}

# Whoever may be alerted to a worry, and those of them who may instruct mailbot. The chain of [alert] has no more.
INSTRUCT = frozenset({COLIN, CHLOE, LENA, OWEN, CARYS})
OFFICERS = INSTRUCT | {NIA}
CHAIN = (frozenset({LENA}), frozenset({COLIN, CHLOE}), frozenset({NIA}), frozenset({OWEN}))
EVERYBODY = frozenset({HANA, IVO, BETH, TESS}) | OFFICERS
TOGETHER = (frozenset({IVO, NIA}),)
NAMES = {HANA: "Hana", IVO: "Ivo", BETH: "Beth", COLIN: "Colin", LENA: "Lena", TESS: "Tess", CARYS: "Carys"}
NAMES |= {OWEN: "Owen", NIA: "Nia", CHLOE: "Chloe"}

# How a sentence may speak of somebody, and whom it means.
CALLED: dict[str, frozenset[str]] = {name: frozenset({address}) for address, name in NAMES.items()}
CALLED |= {
    "Colin Dray": frozenset({COLIN}),
    "Lena Ekwall": frozenset({LENA}),
    "Owen Hale": frozenset({OWEN}),
    "the coordinator": frozenset({COLIN, CHLOE}),
    "the safeguarding lead": frozenset({LENA}),
    "the treasurer": frozenset({TESS}),
    "the complaints manager": frozenset({CARYS}),
    "the foster dad": frozenset(),
    "Lena and Colin": frozenset({LENA, COLIN}),
}

HELPLINE, GOVERNMENT, CHARITY = (
    "urgent@helpline.example.net",
    "safeguarding@government.example.net",
    "safeguarding@charity.example.net",
)
RED_FLAG, HEAD = "redflag@helpline.example.net", "head@government.example.net"
ENTRIES = {
    "helpline_escalations": HELPLINE,
    "government_safeguarding": GOVERNMENT,
    "charity_safeguarding": CHARITY,
    "red_flag": RED_FLAG,
    "head_of_safeguarding": HEAD,
}
GOOD_FOR = timedelta(days=180)


def household(address: str) -> frozenset[str]:
    """Whoever lives with that person, and the person."""
    return next((home for home in TOGETHER if address in home), frozenset({address}))


def with_homes(people: frozenset[str]) -> frozenset[str]:
    """These people and whoever lives with them."""
    return frozenset(other for each in people for other in household(each))


def verified_on(state: str, start: datetime) -> dict[str, date | None]:
    """When each entry of the directory was verified, or None, as the state of the whole directory has it."""
    today = start.date()
    ages = {"fresh": 40, "nearly stale": 179, "stale": 181}
    checked = {name: today - timedelta(days=ages.get(state, 40)) for name in ENTRIES}
    if state == "unverified":
        return dict.fromkeys(ENTRIES)
    return checked | ({"charity_safeguarding": None} if state == "one unverified" else {})


def directory_text(checked: dict[str, date | None]) -> str:
    """The same as the config has it."""
    lines = []
    for name, address in ENTRIES.items():
        lines += [f"[directory.{name}]", f'address = "{address}"']
        if on := checked[name]:
            lines += ['verified_by = "L. Ekwall"', f"verified_on = {on}"]
    return "\n".join(("", *lines, ""))
