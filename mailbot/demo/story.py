"""The story: four days in the life of a visiting scheme, told by the mails of its volunteers."""

from datetime import UTC, date, datetime

from mailbot.demo.people import AISHA, COLIN, HELEN, MARIAN, NIA, RUTH, TOMASZ
from mailbot.demo.post import Written
from mailbot.demo.receipt import photo
from mailbot.demo.stage import Stage

TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (date(2026, 5, day) for day in (12, 13, 14, 15))
BEGINS = datetime(2026, 5, 12, 8, tzinfo=UTC)


async def tell(stage: Stage) -> None:
    """The whole of it, in order."""
    await _tuesday(stage)
    await _wednesday_morning(stage)
    await _a_worry(stage)
    await _thursday(stage)
    await _friday(stage)


async def _tuesday(stage: Stage) -> None:
    await stage.until(TUESDAY, 16, 40)
    text = """\
Hello Ruth,

I saw Marcus this afternoon. He was in good spirits.
I paid £3 for tea in the canteen, a photo of the receipt is attached.

Best wishes,
Helen
"""
    await stage.write(
        "A visit took place, and cost three pounds",
        Written(by=HELEN, subject="Visit to Marcus", text=text, photo=photo()),
    )
    await stage.until(TUESDAY, 18, 5)
    text = """\
Hi Ruth,

My visit to Leon today did not take place. The prison was in lockdown, and nobody at the gate could say why.

Tomasz
"""
    await stage.write("A visit did not take place", Written(by=TOMASZ, subject="Leon", text=text))


async def _wednesday_morning(stage: Stage) -> None:
    await stage.until(WEDNESDAY, 8, 45)
    asked = await stage.latest(TOMASZ, "when instead?")
    await stage.write(
        "The replacement is agreed",
        Written(by=TOMASZ, text="I'll see him on Friday 22 May at 2pm.\n\nTomasz\n", answers=asked),
    )
    await stage.until(WEDNESDAY, 10, 20)
    text = """\
Morning all. Usual bother with the blue one again, so I left it with the chap at the desk. \
Tell Brian it wants a new hinge.

Colin
"""
    await stage.write("Nobody can tell what this means", Written(by=COLIN, subject="the blue one", text=text))
    await stage.until(WEDNESDAY, 10, 50)
    asked = await stage.latest(RUTH, "Please look")
    await stage.write("A coordinator has dealt with it", Written(by=RUTH, text="Done\n", answers=asked))
    await stage.until(WEDNESDAY, 12, 10)
    text = """\
Hello Ruth,

I visited Samira yesterday. The train cost £21.40, the ticket is attached.

Kind regards,
Colin
"""
    await stage.write("A claim over the limit", Written(by=COLIN, subject="Samira", text=text, photo=photo()))
    await stage.until(WEDNESDAY, 13, 0)
    asked = await stage.latest(RUTH, "do you approve?")
    await stage.write("A coordinator says yes", Written(by=RUTH, text="Approve\n", answers=asked))


async def _a_worry(stage: Stage) -> None:
    await stage.until(WEDNESDAY, 14, 52)
    text = """\
Person visited: H-03
Urgency: urgent
Harm to be prevented: Yonas has not eaten for four days and speaks to nobody
Action asked for: please send a nurse to see him today, and have somebody stay with him tonight

Aisha
"""
    await stage.write(
        "A worry, on the form, without the time of the call", Written(by=AISHA, subject="Form", text=text)
    )
    await stage.until(WEDNESDAY, 14, 55)
    asked = await stage.latest(AISHA, "please call, and send the time")
    await stage.write("The time of the call", Written(by=AISHA, text="14.35\n", answers=asked))
    await stage.until(WEDNESDAY, 15, 4)
    alert = await stage.latest(MARIAN, "Please read now")
    await stage.write("The safeguarding lead takes it on", Written(by=MARIAN, text="Ack\n", answers=alert))


async def _thursday(stage: Stage) -> None:
    await stage.until(THURSDAY, 9, 1)
    await stage.look("The mail to Joe comes back")
    asked = await stage.latest(NIA, "How did your visit")
    text = "I am away and back on Friday 15 May. I will read your mail then.\n\nNia\n"
    automatic = {"Auto-Submitted": "auto-replied"}
    await stage.write(
        "Nia's mail program answers by itself", Written(by=NIA, text=text, answers=asked, headers=automatic)
    )


async def _friday(stage: Stage) -> None:
    await stage.until(FRIDAY, 9, 20)
    asked = await stage.latest(NIA, "How did your visit")
    await stage.write("Nia is back", Written(by=NIA, text="Yes, it went well, thanks.\n", answers=asked))
