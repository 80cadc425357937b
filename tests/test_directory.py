"""The directory: who checked which address, what looks misspelt, and that nothing goes where nobody has looked."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from socketserver import BaseRequestHandler, ThreadingUDPServer

import dns.message
import dns.rcode
import dns.resolver
import dns.rrset
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from mailbot.addresses import ROLE_WORDS, doubled_syllable, lookalike, nearly_a_role
from mailbot.events import Hold, Lane
from mailbot.findings import findings
from mailbot.outgoing import Outgoing
from mailbot.post.domains import domain_findings
from mailbot.post.envelope import Delivery
from mailbot.settings.directory import Check, Directory, DirectoryEntry
from mailbot.status import status_of
from mailbot.store.directory import note_check
from mailbot.store.sending import ToSend
from mailbot.ticks import prepare
from mailbot.workflows.outside import release, waiting_for
from tests.story import COLIN, DIRECTORY, IVO, LENA, MONDAY, TEAM, begin, to

TODAY = MONDAY.date()
ENTRY = DirectoryEntry(address="team@helpline.example.net", phone="01632 960010", recheck_days=100)
URGENT = (
    "Person visited: H-2\nHarm: no insulin for two days\nAction: send a nurse tonight\nUrgency: urgent\n"
    "Call logged: 11/05/2026 10:40\n"
)
NOT_CHECKED = DIRECTORY.replace('verified_by = "L. Ekwall"\n', "", 1).replace("verified_on = 2026-04-01\n", "", 1)
PHONED = NOT_CHECKED.replace(f'"{TEAM}"\n', f'"{TEAM}"\nphone = "01632 960010"\nhours = "day and night"\n')


def check(on: date = TODAY, **changes: object) -> Check:
    values = {"name": "helpline", "address": ENTRY.address, "phone": ENTRY.phone, "by": "A. Coordinator", "on": on}
    return Check(**(values | changes))  # type: ignore[arg-type]


def entries(entry: DirectoryEntry = ENTRY, *checks: Check):
    return Directory({"helpline": entry}).checked({each.name: each for each in checks})


def says(entry: DirectoryEntry, *checks: Check) -> str | None:
    return entries(entry, *checks).usable("helpline", TODAY)


def written(story, **changes: object) -> int:
    done = check(name="helpline_escalations", address=TEAM, phone="01632 960010", **changes)
    return story.scheme.database.write(lambda conn: note_check(conn, done, story.clock.now())).result()


# Who checked what


def test_an_entry_that_somebody_verified_may_be_mailed_until_the_last_of_its_days():
    assert "is not verified" in says(ENTRY)
    assert says(ENTRY, check()) is None
    assert says(ENTRY, check(TODAY - timedelta(days=100))) is None
    assert "more than 100 days ago" in says(ENTRY, check(TODAY - timedelta(days=101)))


@pytest.mark.parametrize(
    "changed", [{"address": "team@other.example.net"}, {"phone": "01632 960011"}, {"phone": None}]
)
def test_changing_address_or_phone_un_verifies_the_entry(changed):
    now = ENTRY.model_copy(update=changed)
    assert "was changed after A. Coordinator verified it" in says(now, check())


def test_the_date_in_the_config_is_void_once_the_address_that_was_verified_later_is_another():
    claimed = {"verified_by": "B. Lead", "verified_on": TODAY - timedelta(days=10)}
    moved = ENTRY.model_copy(update={"address": "team@other.example.net", **claimed})
    assert says(moved) is None, "the config's own word goes on working"
    assert "was changed after A. Coordinator verified it" in says(moved, check(TODAY - timedelta(days=5)))
    assert says(moved, check(TODAY - timedelta(days=11))) is None, "the config's word is the later one"


def test_a_later_check_renews_what_stands_in_the_config():
    stale = ENTRY.model_copy(update={"verified_by": "B. Lead", "verified_on": TODAY - timedelta(days=101)})
    assert "more than 100 days ago" in says(stale)
    assert says(stale, check()) is None
    assert entries(stale, check()).get("helpline").verified_by == "A. Coordinator"


def test_a_name_that_is_not_in_the_config_is_missing_whoever_verified_it():
    assert Directory({}).checked({"helpline": check()}).usable("helpline", TODAY) == "is missing from the directory"


# Nothing goes out that nobody checked


def test_a_report_to_an_entry_that_nobody_verified_is_held_and_the_lead_told_at_once_which_and_whom_to_ring(tmp_path):
    story = begin(tmp_path, directory=PHONED)
    decided = story.writes(IVO, URGENT, subject="Form")
    assert [mail.hold for mail in to(decided.mails, TEAM)] == [Hold.DIRECTORY]
    (told,) = [mail for mail in to(decided.mails, LENA) if mail.template == "safeguarding/escalation_held"]
    words = " ".join(told.text.split())
    assert "the directory entry helpline_escalations is not verified" in words
    assert "government_safeguarding" not in words, "only what is wrong is named"
    assert "helpline escalations, day and night (number not checked): 01632 960010" in words
    assert "The helpline: 01632 960701" in words
    assert told.hold is None
    lane = story.scheme.database.read(lambda c: c.scalar(text(f"select lane from outbox where id = {told.id}")))
    assert lane == Lane.CONCERN


def test_the_first_alert_says_already_that_no_report_can_leave(tmp_path):
    story = begin(tmp_path, directory=NOT_CHECKED)
    decided = story.writes(IVO, "I am worried about Samira, she has not eaten for three days.")
    (alert,) = [mail for mail in to(decided.mails, LENA) if mail.template == "safeguarding/officer_alert"]
    assert "no report can go to the outside teams now" in " ".join(alert.text.split())
    (tmp_path / "usual").mkdir()
    usual = begin(tmp_path / "usual")
    alert = to(usual.writes(IVO, "I am worried about Samira, she has not eaten for three days.").mails, LENA)[0]
    assert "no report can go" not in " ".join(alert.text.split())


def test_once_somebody_verified_the_entry_the_report_leaves_by_itself(tmp_path):
    story = begin(tmp_path, directory=PHONED)
    written(story)
    decided = story.writes(IVO, URGENT, subject="Form")
    assert [mail.hold for mail in to(decided.mails, TEAM)] == [None]


def test_a_held_report_goes_when_the_entry_is_verified_and_somebody_releases_it_not_before(tmp_path):
    story = begin(tmp_path, directory=PHONED)
    (held,) = to(story.writes(IVO, URGENT, subject="Form").mails, TEAM)
    scheme, now = story.scheme, story.clock.now()
    assert scheme.database.write(lambda c: release(scheme, c, held.id, "LE", now)).result() is Hold.DIRECTORY
    written(story)
    assert scheme.database.read(lambda c: waiting_for(scheme, c, "helpline_escalations")) == [held.id]
    assert scheme.database.write(lambda c: release(scheme, c, held.id, "LE", now)).result() is None


def test_a_report_drafted_to_an_address_that_was_put_right_since_never_goes_to_the_old_one(tmp_path):
    story = begin(tmp_path, directory=PHONED)
    (held,) = to(story.writes(IVO, URGENT, subject="Form").mails, TEAM)
    right = ENTRY.model_copy(update={"verified_by": "L. Ekwall", "verified_on": TODAY})
    with_entry(story, right)
    now = story.clock.now()
    job = story.scheme.database.write(lambda c: release(story.scheme, c, held.id, "LE", now))
    assert job.result() is Hold.DIRECTORY


def with_entry(story, entry: DirectoryEntry) -> None:
    """The config as it is once somebody has changed the first team's entry in it."""
    others = {name: e for name, e in story.scheme.config.directory.root.items() if name != "helpline_escalations"}
    directory = Directory({**others, "helpline_escalations": entry})
    story.scheme.config = story.scheme.config.model_copy(update={"directory": directory})


async def leaves(story, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Everybody to whom the daemon would send now."""
    reached: set[str] = set()

    async def deliver(self: Outgoing, mail: ToSend) -> Delivery:
        reached.update(mail.recipients)
        return Delivery("sent", accepted=mail.recipients)

    monkeypatch.setattr(Outgoing, "_deliver", deliver)
    await Outgoing(story.scheme, story.clock, Lane.CONCERN, 4).send_all()
    return reached


async def test_a_report_that_waits_to_be_sent_leaves_while_its_entry_is_verified(tmp_path, monkeypatch):
    story = begin(tmp_path)
    story.writes(IVO, URGENT, subject="Form")
    assert TEAM in await leaves(story, monkeypatch)


@pytest.mark.parametrize(
    "changed", [{"address": "urgent@right.example.net"}, {"verified_on": None}, {"verified_on": date(2025, 1, 1)}]
)
async def test_a_report_that_waits_to_be_sent_stays_once_its_entry_is_not_verified_or_another(
    tmp_path, monkeypatch, changed
):
    story = begin(tmp_path)
    story.writes(IVO, URGENT, subject="Form")
    with_entry(story, story.scheme.config.directory.root["helpline_escalations"].model_copy(update=changed))
    reached = await leaves(story, monkeypatch)
    assert TEAM not in reached
    assert LENA in reached, "who is told of it, is"
    assert "escalation-not-possible" in story.open_attention()


async def test_one_of_ours_who_stands_in_the_directory_unverified_is_alerted_all_the_same(tmp_path, monkeypatch):
    story = begin(tmp_path, directory=DIRECTORY.replace(TEAM, LENA).replace("2026-04-01", "2025-01-01", 1))
    story.writes(IVO, "I am worried about Samira, she has not eaten for three days.")
    assert LENA in await leaves(story, monkeypatch)


# What is pointed out


def test_check_lists_what_is_missing_not_verified_or_stale(tmp_path):
    story = begin(tmp_path, directory=NOT_CHECKED)
    read = story.scheme.database.read
    lines = findings(story.scheme.config, TODAY, None, read(story.scheme.directory))
    assert [line for line in lines if line.startswith("directory.helpline_escalations: is not verified")]
    assert "directory.charity_safeguarding: has no phone and no hours: somebody may have to ring them" in lines
    story.scheme.database.write(lambda c: note_check(c, check(name="helpline_escalations", address=TEAM, phone=None),
                                                     story.clock.now())).result()  # fmt: skip
    lines = findings(story.scheme.config, TODAY, None, read(story.scheme.directory))
    assert not [line for line in lines if "is not verified" in line]


def test_status_is_an_alarm_while_a_live_scheme_could_mail_no_report(tmp_path):
    story = begin(tmp_path, directory=NOT_CHECKED)
    alarms = story.scheme.database.read(lambda c: status_of(story.scheme, c, story.clock.now())).alarms
    assert [line for line in alarms if "no report can go to directory.helpline_escalations: it is not" in line]


def digest(folder, directory: str, text: str = "", mode: str = "live", **days: float) -> list[str]:
    """What the coordinator gets, with and without anything else open."""
    team = f'["{COLIN}", "{LENA}"]'
    story = begin(folder, directory=directory, mode=mode, team=team if mode == "team" else "[]")
    story.scheme.database.write(lambda conn: prepare(story.scheme, story.registry, conn, MONDAY)).result()
    if text:
        story.writes(IVO, f"Saw Samira on Saturday 9 May. {text}")
    return [" ".join(m.text.split()) for m in to(story.waits(**days), COLIN) if m.template == "attention/digest"]


@pytest.mark.parametrize(("verified", "said"), [("2025-11-25", True), ("2025-11-28", False), ("2025-10-01", True)])
def test_an_entry_that_goes_stale_in_a_fortnight_stands_in_the_digest(tmp_path, verified, said):
    (text,) = digest(tmp_path, DIRECTORY.replace("2026-04-01", verified, 1), "The parcel is still as it was.", days=1)
    assert ("helpline_escalations" in text) is said
    if verified == "2025-11-25":
        assert "helpline_escalations may be mailed until Sunday 24 May 2026" in text


@pytest.mark.parametrize(("verified", "texts"), [("2025-11-25", 0), ("2025-11-15", 1), ("2025-10-01", 1)])
def test_in_its_last_days_and_once_nothing_can_be_sent_a_digest_goes_out_for_that_alone(tmp_path, verified, texts):
    assert len(digest(tmp_path, DIRECTORY.replace("2026-04-01", verified, 1), days=1)) == texts


def test_an_entry_that_no_rule_writes_to_is_nobodys_reminder(tmp_path):
    other = '[directory.somebody_else]\naddress = "else@else.example.net"\n'
    assert digest(tmp_path, DIRECTORY + other, days=1) == []


@pytest.mark.parametrize("mode", ["test", "team"])
def test_before_a_scheme_is_live_nobody_is_reminded(tmp_path, mode):
    assert digest(tmp_path, NOT_CHECKED, mode=mode, days=1) == []


# Misspellings


def test_a_doubled_syllable_is_seen():
    assert doubled_syllable("thehehelpline.example.org") == "he"
    assert doubled_syllable("helpline.example.org") is None
    assert doubled_syllable("example.coco") is None, "an ending is not ours to doubt"
    assert lookalike("exthample.org", ["example.org"]) == "example.org"


@pytest.mark.parametrize(
    "local",
    ["safegurding", "lse.safegarding", "asylumsafegurding", "escalatons", "Safegaurding", "helplne2", "referals"],
)
def test_a_local_part_one_letter_from_the_word_of_a_post_is_seen(local):
    assert nearly_a_role(f"{local}@example.org")


@pytest.mark.parametrize(
    "local", [*ROLE_WORDS, "asylumsafeguarding", "jo.example", "duty", "info", "x", "rota-2", "ed"]
)
def test_other_local_parts_are_left_in_peace(local):
    assert nearly_a_role(f"{local}@example.org") is None


LETTERS = "abcdefghijklmnopqrstuvwxyz"


@given(st.sampled_from([w for w in ROLE_WORDS if len(w) > 7]), st.data())
def test_any_one_slip_of_the_pen_in_a_long_word_is_seen(word, data):
    at = data.draw(st.integers(1, len(word) - 2))
    letter = data.draw(st.sampled_from(LETTERS))
    slip = data.draw(st.sampled_from([
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    ]))  # fmt: skip
    found = nearly_a_role(f"{slip}@example.org")
    assert found or any(known in slip for known in ROLE_WORDS)


# DNS, of a server in this process

ZONES = {
    ("takes.example.net.", "MX"): "10 mx.example.net.",
    ("only-a.example.net.", "A"): "8.8.8.8",
    ("null.example.net.", "MX"): "0 .",
    ("nothing.example.net.", "TXT"): '"hello"',
}


class Answers(BaseRequestHandler):
    """Answers out of ZONES; a name that is not there does not exist; `broken.` fails."""

    def handle(self) -> None:
        data, sock = self.request
        asked = dns.message.from_wire(data)
        reply, question = dns.message.make_response(asked), asked.question[0]
        name, kind = question.name.to_text(), dns.rdatatype.to_text(question.rdtype)
        if name.startswith("broken."):
            reply.set_rcode(dns.rcode.SERVFAIL)
        elif (name, kind) in ZONES:
            reply.answer.append(dns.rrset.from_text(name, 60, "IN", kind, ZONES[name, kind]))
        elif not any(known == name for known, _ in ZONES):
            reply.set_rcode(dns.rcode.NXDOMAIN)
        sock.sendto(reply.to_wire(), self.client_address)


@contextmanager
def name_server() -> Iterator[dns.resolver.Resolver]:
    with ThreadingUDPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        resolver = dns.resolver.Resolver(configure=False)
        resolver.nameservers, resolver.port = ["127.0.0.1"], server.server_address[1]
        yield resolver
        server.shutdown()


@pytest.mark.parametrize(
    ("domain", "said"),
    [
        ("takes", None),
        ("only-a", None),
        ("null", "takes no mail"),
        ("nothing", "takes no mail"),
        ("absent", "takes no mail"),
        ("broken", "could not be asked"),
    ],
)
def test_a_domain_that_takes_no_mail_is_pointed_out_and_one_that_cannot_be_asked_is_told_apart(domain, said):
    directory = Directory({"team": DirectoryEntry(address=f"team@{domain}.example.net")})
    with name_server() as resolver:
        lines = domain_findings(directory, resolver)
    assert len(lines) == (1 if said else 0)
    assert not said or (lines[0].startswith("directory.team.address: ") and said in lines[0])
