"""What sounds like a visit and is none: never recorded as a sure fact, whatever we had asked."""

import pytest

from mailbot.reading.understand import understand
from tests.reading.speaking import ASKED_OUTCOME, ASKED_PLAN, around, message, sender
from tests.reading.test_understand import ALL

NEAR_MISSES = """
Bowling is on Saturday, is it still free for volunteers
I went to the training on Tuesday and met the new volunteers
We met the trustees yesterday about the budget
My own son went swimming today
Omar's solicitor rang me yesterday
I was at the hotel yesterday for the staff party
Is Omar's visit done
Did the visit take place
I will not be at the meeting on Saturday
No receipts came with that claim
No problem about the delay
I have not heard from Omar since Tuesday
The bus did not come on Tuesday
Omar phoned me on Tuesday
I dropped off some books at the office yesterday
Picked up the leaflets on Friday
Could somebody else visit Omar this week
Do we get paid for the meeting we had on Tuesday
I saw Omar's brother in town yesterday
My visit to the dentist went well
Bowling today with my family
See you Saturday at the social
Next Thursday is the AGM
I cannot come to supervision on Friday
Thanks for the reminder
Can you ring me on Friday
I'm off to Spain
My mum met Omar's mum in the market on Tuesday
I wonder whether Omar got my letter of Tuesday
""".strip().splitlines()


@pytest.mark.parametrize("asked", ["", ASKED_OUTCOME, ASKED_PLAN], ids=["unasked", "outcome", "plan"])
@pytest.mark.parametrize("words", NEAR_MISSES)
def test_what_only_sounds_like_a_visit_is_no_sure_fact(words: str, asked: str) -> None:
    mail = message(f"{words}\n\n{asked}", "Re: Your visit" if asked else "hello")
    found = understand(mail, sender(), around(), ALL)
    assert [fact.kind for fact in found.facts if fact.kind.startswith("visit") and fact.sure] == []
