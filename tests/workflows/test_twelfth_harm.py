"""Families of ways to speak of harm, of false alarms and of calls to the helpline: each sentence is a mail.

Before the bar: what we asked ("-" nothing, "?" of a visit, "call" when the call was, "form" its line for
worries), then what is heard: s a concern, i an accident ("!" sure, "~" to be asked), else nothing;
"u=" how urgent, "of=" whom it is about ("of=-" nobody), "at=" when the call was ("at=-" not known), "wait=" minutes.
"""

from pathlib import Path

import pytest

from mailbot.events import Fact, Kind
from mailbot.reading.understand import understand
from tests.reading.speaking import ASKED_OUTCOME, OURS, around, message, sender
from tests.reading.test_understand import ALL

ASKED_HOUR = f"""On Thu, 23 Apr 2026 at 09:00, Friends <{OURS}> wrote:
> Before we may pass on what you wrote of Omar (H-04) we need the day and the minute at which the helpline answered,
> and how long it kept you on hold."""
PROMPTS = {"-": "", "?": ASKED_OUTCOME, "call": ASKED_HOUR, "form": ""}
HEARD = {Kind.SAFEGUARDING_CONCERN: "s", Kind.INCIDENT_REPORT: "i"}
LINES = (Path(__file__).parent / "twelfth_harm.txt").read_text().splitlines()


def _told(fact: Fact) -> dict[str, str]:
    fields = fact.fields
    return {
        "u": fields.urgency.value if fields.urgency else "-",
        "of": fields.concern_about or "-",
        "at": f"{fields.call_logged_at:%d.%H.%M}" if fields.call_logged_at else "-",
        "wait": str(fields.call_wait_minutes),
    }


@pytest.mark.duty("B13")
@pytest.mark.parametrize("line", [line for line in LINES if " | " in line])
def test_what_is_heard_of_harm(line: str) -> None:
    expected, _, words = line.partition(" | ")
    asked, *wanted = expected.split()
    text = f"Person visited: H-04\nDay: 22 April\nAny worries: {words}" if asked == "form" else words
    quoted = f"\n\n{PROMPTS[asked]}" if PROMPTS[asked] else ""
    mail = message(text.replace("\\n", "\n") + quoted, "Re: your visit" if quoted else "hello")
    facts = [each for each in understand(mail, sender(), around(), ALL).facts if each.kind in HEARD]
    kinds = [each for each in wanted if "=" not in each]
    assert sorted(HEARD[each.kind] for each in facts) == sorted(each[0] for each in kinds)
    assert not any(each.sure for each in facts if f"{HEARD[each.kind]}~" in kinds)
    assert all(each.sure for each in facts if f"{HEARD[each.kind]}!" in kinds)
    told = _told(facts[0]) if facts else {}
    assert all(told[name] == value for name, _, value in (each.partition("=") for each in wanted) if value)
