"""Recipients come from an allow-list: no rule, template or leaf can pass it by forgetting (L19, promise 6)."""

import re
from dataclasses import replace
from shutil import copytree

import pytest

from mailbot.config import load_config
from mailbot.dispatch import dispatch
from mailbot.errors import GiveUp, Mistakes
from mailbot.events import Hold, Lane
from mailbot.letters.disclosure import Audience
from mailbot.letters.letter import Address, Letter
from mailbot.opening import open_scheme, shipped
from mailbot.rulebook.rule import WHO
from mailbot.workflows.actions import NOTHING_KNOWN
from mailbot.workflows.allowed import FITS, check_allowed, misdirected, templates_in
from mailbot.workflows.contract import Posting, Turn
from mailbot.workflows.registry import Registry
from tests import story as stories
from tests.story import HANA, IVO, LENA, TEAM, begin
from tests.workflows.test_who_must_not_know import ALL_PACKS

pytestmark = pytest.mark.duty("L19")
STRANGER = "somebody@elsewhere.example.org"
# Actions that mail without naming anybody in the rule, and for whom their letters may be written. A new one fails
# here until somebody says whom it mails.
_TELLS_ALARMED = frozenset({"coordinator", "named_person", "writer"})
MAILS = {
    "alert": _TELLS_ALARMED,
    "ask_who_has_it": _TELLS_ALARMED,
    "tell_told": _TELLS_ALARMED,
    "reply": frozenset({"named_person"}),
    "tell_named": frozenset({"named_person"}),
    "alert_chain": frozenset({"safeguarding"}),
    "tell_alerted": frozenset({"safeguarding"}),
    "tell_readers": frozenset({"safeguarding"}),
    "ask_ground": frozenset({"safeguarding"}),
    "ask_ground_again": frozenset({"safeguarding"}),
    "ask": frozenset({"writer", "visitor"}),
    "ask_reporter": frozenset({"writer"}),
    "say_kindly": frozenset({"writer"}),
    "send_form": frozenset({"writer"}),
    "ask_next": frozenset({"visitor"}),
    "offer_to_named": frozenset({"visitor"}),
    "offer_to_backup": frozenset({"backup"}),
    "mail_guests": frozenset({"visitor"}),
    "correct_supplement": frozenset({"outside"}),
    "give_name": frozenset({"outside"}),
    "red_flag": frozenset({"outside"}),
    "send_to_head": frozenset({"outside"}),
    "share_report": frozenset({"outside"}),
    "supplement": frozenset({"outside"}),
}


@pytest.fixture(scope="module")
def scheme(tmp_path_factory):
    """All packs, with the rules and templates as they are shipped."""
    return begin(tmp_path_factory.mktemp("all"), packs=ALL_PACKS).scheme


@pytest.fixture
def turn(scheme):
    with scheme.database.engine.connect() as conn:
        yield Turn(scheme, conn, stories.MONDAY, scheme.roll(conn))


def letters(scheme):
    return [
        (rule, action, name)
        for rule in scheme.rulebook.rules
        for action in rule.then
        for name in templates_in(action)
    ]


def test_every_letter_of_every_rule_is_written_for_whoever_gets_it(scheme):
    for rule, action, name in letters(scheme):
        if not hasattr(action.params, "to"):
            audience = scheme.templates[name].audience
            assert audience in MAILS[action.name], f"{rule.id}: whom does {action.name} mail?"
    assert [line for rule in scheme.rulebook.rules for line in misdirected(rule, scheme.templates)] == []


def test_no_template_of_a_rule_is_overlooked(scheme):
    found = {name for _, _, name in letters(scheme)}
    written = set()
    for path in shipped("rules").rglob("*.toml"):
        named = re.findall(r"\"([a-z]+/[a-z_]+)\"", path.read_text())
        written |= {name for name in named if name in scheme.templates.by_name}
    assert written - found == set() and len(found) > 150


def test_each_way_to_name_somebody_says_for_whom_its_letters_are_written():
    assert set(FITS) == {*WHO, "role", "directory"}
    assert all(Audience.OUTSIDE not in audiences for who, audiences in FITS.items() if who != "directory")


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ('template = "visits/before_hotel", to = "visitor"', 'template = "safeguarding/has_left", to = "visitor"'),
        ('template = "people/receipt", to = "stranger"', 'template = "safeguarding/received", to = "stranger"'),
        ('template = "visits/before_hotel", to = "visitor"', 'template = "visits/before_hotel", to = "role:chair"'),
    ],
)
def test_a_rule_that_would_tell_the_wrong_one_is_refused_at_start(scheme, line, instead):
    words = dict(zip(("template", "to"), re.findall(r'"([^"]+)"', line), strict=True))
    wanted = dict(zip(("template", "to"), re.findall(r'"([^"]+)"', instead), strict=True))
    rule, action = next(
        (rule, action)
        for rule in scheme.rulebook.rules
        for action in rule.then
        if action.name == "send" and (action.params.template, action.params.to) == (words["template"], words["to"])
    )
    wrong = replace(rule, then=(replace(action, params=replace(action.params, **wanted)),))
    assert [wanted["template"] in each for each in misdirected(wrong, scheme.templates)]


def test_opening_says_so_with_the_file_and_the_rule(tmp_path):
    copytree(shipped("rules"), tmp_path / "rules")
    file = tmp_path / "rules" / "schemes" / "refugee-hotels.toml"
    file.write_text(file.read_text().replace("visits/before_hotel", "safeguarding/has_left"))
    (tmp_path / "config.toml").write_text(
        stories.CONFIG.format(mode="live", team="[]", more=stories.DIRECTORY, packs="")
    )
    with pytest.raises(Mistakes, match=r"before-hotel.*must not go to visitor"):
        open_scheme(load_config(tmp_path / "config.toml", stories.ENVIRON), Registry())


def post(turn, template, *to, cc=(), is_reply=False, hold=None):
    """A leaf that forgot everything."""
    addresses = [Address(each) for each in to]
    copies = tuple(Address(each) for each in cc)
    turn.post(
        Posting(
            Letter(
                template=template,
                to=tuple(addresses),
                cc=copies,
                context=NOTHING_KNOWN,
                is_reply=is_reply,
                lane=Lane.CONCERN,
            ),
            hold,
        )
    )
    return dispatch(turn)


WRONG = [
    ("safeguarding/somebody_has_it", STRANGER, ()),
    ("safeguarding/somebody_has_it", HANA, (STRANGER,)),
    ("safeguarding/officer_alert", HANA, ()),
    ("safeguarding/officer_alert", LENA, (IVO,)),
    ("safeguarding/officer_alert", TEAM, ()),
    ("attention/digest", STRANGER, ()),
    ("safeguarding/escalation", HANA, ()),
    ("safeguarding/escalation", TEAM, (STRANGER,)),
    ("lone/named_overdue", STRANGER, ()),
    ("people/receipt", STRANGER, ()),
]


@pytest.mark.parametrize(("template", "to", "cc"), WRONG)
def test_a_leaf_that_mails_somebody_who_is_on_no_list_is_stopped_and_the_error_names_nobody(turn, template, to, cc):
    with pytest.raises(GiveUp, match="on no list") as stopped:
        post(turn, template, to, cc=cc)
    assert "@" not in str(stopped.value)


@pytest.mark.parametrize("template", ["visits/welcome", "attention/held_for_person", "people/receipt"])
def test_whoever_is_on_the_roll_may_be_written_to(turn, template):
    assert [(mail.template, mail.to) for mail in post(turn, template, HANA)] == [(template, (HANA,))]


def test_a_report_to_an_address_that_is_in_the_directory_no_more_may_wait_for_a_person(turn):
    letter = Letter(template="safeguarding/red_flag", to=(Address("old@helpline.example.net"),), context={})
    with pytest.raises(GiveUp, match="on no list"):
        check_allowed(turn, Posting(letter))
    check_allowed(turn, Posting(letter, Hold.DIRECTORY))
