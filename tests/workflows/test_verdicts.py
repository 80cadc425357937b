"""How officers decide on a claim, and tell of a visit, in words of their own (promise 9)."""

import pytest

from mailbot.events import Kind, Outcome
from mailbot.workflows.attention.recognise import recognise
from mailbot.workflows.attention.verdicts import became, decided
from tests.reading.speaking import CAROL, draft

GRANTED = [
    "Wave it through.",
    "Looks perfectly reasonable, settle it please.",
    "Nothing amiss here so yes.",
    "Money well spent. Authorised.",
    "Approval given, T.",
    "Do pay him, he has been waiting long enough.",
    "I see no reason not to pay this.",
    "receipts all there and the sums add up, ok to pay",
    "Sanctioned.",
    "By all means.",
    "It's within the rules so pay Hana please",
    "My answer is yes.",
    "Happy to sign this off",
    "You can put that one through.",
    "Yes - and thank her for walking half the way",
    "Approved, thank you.",
    "Yes that's fine, go ahead and pay.",
    "ok by me",
    "Happy with this one.",
    "All in order. Please pay Hana.",
    "I've checked the receipt against the amount and it tallies, so approve.",
    "pay it",
    "Go on then, pay the lady her bus fare",
    "No problem with this.",
    "Passed for payment.",
    "I authorise this claim. T. Finch",
    "Agreed",
    "✅",
    "👍",
    "Approve pls – and tell her the parking is cheaper round the back",
    "That looks right to me, approve",
    "Signed off",
    "Please reimburse.",
    "Fine. Sorry for the delay, I was at my sister's.",
    "aproved",
    "Approve x",
    "this is okay, you may pay",
    "Yep, good to go",
    "RV-E-0012 approved.",
    "I have no objection.",
    "Green light from me.",
    "Let her have it",
    "Can be paid",
    "The treasurer approves.",
    "Yes. It's above the usual but I agreed it with her beforehand.",
    "I rejected the last one but this is fine.",
    "No reason to reject it, pay.",
    "I can't see anything wrong with it. Approve.",
    "No objections, none at all, so yes",
    "Yes of course, she should never be out of pocket.",
    "Consider it done, money will go Friday.",
    "Approve. Regards, Tess Finch (Hon. Treasurer)",
    "Perfectly proper claim.",
    "That's alright, let it go through.",
    "Please go ahead with the payment.",
    "I am satisfied with the receipts. Payment authorised.",
    "yes yes pay her",
    "Approving this - can you remind her the form has changed",
    "A-OK",
    "Fine with that.",
    "Seems reasonable enough given the strike, so yes.",
    "Happy to approve.",
    "approve it pls, sorry was on hols",
    "Correct, I was in the car with her. Pay.",
    "No hesitation in approving.",
    "I can approve that",
    "Certainly.",
    "Payment can be released.",
    "All fine here x",
    "Put it through please Colin",
    "She can have it",
]
REFUSED = [
    "That isn't something we can fund.",
    "Send it back, she has added it up wrong",
    "Sorry, not eligible: she lives next door.",
    "I won't be signing this off, the receipt is from a different day.",
    "We've never paid for haircuts and aren't about to start.",
    "No can do. The cap is five pounds.",
    "Not on. He's had this twice.",
    "I must decline, it is outside the policy",
    "Denied - not a visit of ours.",
    "nope, wine isnt food",
    "I've thought about it and I'm saying no. Flowers aren't an expense.",
    "👎 no receipt",
    "No – we agreed in March not to cover lunches.",
    "Turn this one down please, it's more than three months old.",
    "Sorry but we can't pay for taxis without asking first.",
    "Declined. Duplicate of RV-E-0010.",
    "rejected - no receipt",
    "Refuse: she claimed this already in April",
    "Not this one, it's his own shopping.",
    "Please don't pay it, the trip was with another charity.",
    "This can't be paid: alcohol.",
    "I'm afraid it's a no. Over the limit of 25p a mile.",
    "We do not reimburse parking fines.",
    "Knock it back, he knows cigarettes aren't covered",
    "Unable to approve because there is no date on it",
    "Has to be refused, the scheme doesn't pay for gifts.",
    "reject",
    "Disallow. The mileage is twice what the map says.",
    "Not payable, sorry: no visit took place that day.",
    "This one has to go back, it isn't signed.",
    "We can't stretch to that.",
    "I'd rather not pay this, it was her own idea.",
    "Reject I'm afraid. Same ticket was used on RV-E-0009.",
    "Strike this out, it's a parking fine.",
    "Cannot be allowed under the rules.",
    "No, sorry. Cinema tickets aren't covered for volunteers' partners.",
    "Please return this to her, wrong scheme.",
    "I am refusing this because the dates don't match",
    "not approving, it's from last year",
    "Thumbs down from me: champagne.",
    "sorry no, out of time",
    "Has been paid once already so please reject.",
    "I can't justify paying this to the trustees.",
    "Not approved. No ticket.",
]
OPEN = [
    "I'd approve it if it were in date.",
    "He approved it already, no?",
    "Give me till Friday to look at this.",
    "Is this the same as last month's?",
    "Let me ask Colin before I sign anything off.",
    "Approve up to five pounds.",
    "Thanks for chasing, I'm away from my desk.",
    "Who is Hana?",
    "Not approved until I see the receipt.",
    "I would approve this if there were a receipt.",
    "Can I approve half of it?",
    "Approved? I thought we'd stopped paying for parking.",
    "Was this not already approved last week?",
    "Colin approved this on Thursday I believe.",
    "I'll approve it when I'm back from Crete.",
    "Approve the bus but not the coffee.",
    "Don't pay this yet.",
    "Whose claim is this? There's no name.",
    "I approve of the new tea room, by the way! As for the claim, who is it for?",
    "Should I reject this? It's a bit over.",
    "Good Lord, what did they eat?",
    "I need to see the ticket first.",
    "What's the policy on taxis again?",
    "I am on holiday, please ask Colin.",
    "Didn't I do this one yesterday?",
    "Approve £5, not the rest.",
    "It's probably fine but I want to ring her.",
    "Is it RV-E-0012 or RV-E-0021 you mean?",
    "Hmm, two teas and three cakes?",
    "I'm out of the country, can it wait a week?",
]
TOOK_PLACE = [
    "Hana rang - they met and it was lovely.",
    "All done, she simply forgot to tell us.",
    "She made it. Bus was late but she made it.",
    "Yes, they had a good hour together.",
    "Visit happened, see Hana's text below.",
    "I've spoken to Hana. She went.",
    "According to the chaplain she visited.",
    "She saw him for an hour.",
    "She went.",
    "It happened, Hana told me on the phone.",
    "Went ahead as planned.",
    "Yes it took place, she's just hopeless at email.",
    "Hana tells me they met.",
    "Mark as done please",
    "She was there, I saw her at the gate",
    "They had their hour, all well.",
    "Took place according to the visits hall.",
    "I know for a fact that she turned up.",
    "Yes, all good, she saw him as usual.",
    "She did go, I had it from her husband.",
    "Took place - her broadband is down.",
    "Hana was there Saturday, I checked the gate book.",
    "it went ahead ok",
    "Both turned up and had a nice time.",
    "Visited.",
    "Hana confirmed on the phone that the visit happened.",
    "She did see him, yes.",
    "Happened. Late, but happened.",
    "Marek's mum says they had a lovely visit",
]
DID_NOT = [
    "She never got in, they'd lost her paperwork.",
    "It fell through, her little one was poorly.",
    "Nobody came to fetch him so no visit.",
    "Turned away at the gate.",
    "She couldn't make it, car wouldn't start.",
    "Afraid it didn't come off.",
    "It didn't go ahead, the prison was on lockdown.",
    "no visit",
    "Never happened. Her car broke down on the ring road.",
    "Sadly not, Hana had flu.",
    "Put it down as missed.",
    "She didn't manage to go.",
    "No. Hana's mother died on the Friday.",
    "It was a no show, he refused to come out of his cell.",
    "She drove there but they wouldn't let her in.",
    "Did not happen, snow.",
    "It was abandoned, alarm went off at the gate.",
    "Nope. She overslept.",
]
CANCELLED = [
    "They scrapped it, the wing was shut.",
    "Hana called it off on the Thursday",
    "Prison cancelled.",
    "Called off by the prison on the Friday.",
    "It was called off by him, he had a court date.",
    "cancelled - flu on the wing",
    "They called it off the night before.",
    "Hana had to cancel.",
    "Off - no staff.",
]
UNTOLD = [
    "Hana went as far as the gate.",
    "She went in March.",
    "She went to see her mother.",
    "She kept her phone off.",
    "I haven't seen her since.",
    "She visited her gran.",
    "He hasn't been seen.",
    "She saw her doctor.",
    "She was going to go, that's all I know.",
    "I don't know whether she went.",
    "Please ask her again.",
    "Will find out.",
    "If she went she hasn't told me.",
    "Did she not reply?",
    "She saw the reminder, she says, and will reply tonight.",
    "Hana goes every other Saturday without fail",
    "I think she went but I'll check.",
    "No idea, I'll ring her.",
    "Has she not answered? Leave it with me.",
    "She usually goes whatever the weather.",
    "I rang Hana and left a message.",
    "No news here either.",
    "She's in Spain, back Thursday, will ask then.",
    "I believe it was on but don't quote me.",
    "Which visit is this?",
    "Hana will answer herself tonight.",
    "She was meant to go.",
    "She says she'll tell you herself.",
    "She was in hospital that week so I'd be surprised.",
]


@pytest.mark.parametrize("words", GRANTED)
def test_ways_to_say_that_a_claim_is_paid(words: str) -> None:
    assert decided(words) == "approve"


@pytest.mark.parametrize("words", REFUSED)
def test_ways_to_say_that_it_is_not(words: str) -> None:
    assert decided(words) == "reject"


@pytest.mark.parametrize("words", OPEN)
def test_a_doubt_a_part_or_what_others_decided_decides_nothing(words: str) -> None:
    assert decided(words, frozenset({"colin", "hana"})) is None


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        *((words, Outcome.TOOK_PLACE) for words in TOOK_PLACE),
        *((words, Outcome.DID_NOT_TAKE_PLACE) for words in DID_NOT),
        *((words, Outcome.CANCELLED) for words in CANCELLED),
    ],
)
def test_ways_to_say_what_became_of_a_visit(words: str, outcome: Outcome) -> None:
    found = became(words)
    assert found is not None
    assert found[0] is outcome


@pytest.mark.parametrize("words", UNTOLD)
def test_who_does_not_know_or_tells_of_something_else_says_nothing(words: str) -> None:
    assert became(words) is None


@pytest.mark.parametrize(
    ("text", "args"),
    [
        ("Kindly enter Ben's visit to Salma on 9 April as having gone ahead.", "H-06 2026-04-09 took_place"),
        ("P-12 was visited on Friday 10 April. Please update the record.", "P-12 2026-04-10 took_place"),
        ("For your records, Tomas's visit on 8 April was called off.", "P-12 2026-04-08 cancelled"),
        ("Would you show P-12 as missed for 9 April, thanks", "P-12 2026-04-09 did_not_take_place"),
        ("Ben has no internet. He went to see Tomas on 8 April. Please log that.", "P-12 2026-04-08 took_place"),
        ("Please record that Ben saw Tomas on Saturday.", "P-12 2026-04-18 took_place"),
        ("Ben did see Salma on 7 April, could you get that in please?", "H-06 2026-04-07 took_place"),
        ("could you tick off Tomas for 10 April, Ben told me he'd been", "P-12 2026-04-10 took_place"),
    ],
)
def test_an_order_may_stand_before_or_behind_what_it_is_to_keep(text: str, args: str) -> None:
    found = [f.fields.command_args for f in recognise(draft(text, who=CAROL)) if f.fields.command == "record_outcome"]
    assert found == [args]


@pytest.mark.parametrize(
    "text",
    [
        "Can you tell me if P-12 was visited on 9 April?",
        "Please put P-12's next visit down for 20 May.",
        "Note that Tomas was moved to B wing on 9 April.",
        "What happened to RV-E-0031?",
        "Has RV-E-0031 been approved?",
        "H-06 is fine.",
    ],
)
def test_a_question_a_plan_or_another_note_is_no_order(text: str) -> None:
    assert [f for f in recognise(draft(text, who=CAROL)) if f.kind is Kind.COORDINATOR_COMMAND] == []


@pytest.mark.parametrize(
    ("text", "command", "claims"),
    [
        ("You can pay RV-E-0031.", "approve", ["RV-E-0031"]),
        ("RV-E-0031 and RV-E-0032 both approved.", "approve", ["RV-E-0031", "RV-E-0032"]),
        ("I'm turning RV-E-0031 down, the taxi was a treat.", "reject", ["RV-E-0031 reason: the taxi was a treat"]),
    ],
)
def test_a_claim_that_is_named_needs_no_question(text: str, command: str, claims: list[str]) -> None:
    found = [f for f in recognise(draft(text, who=CAROL)) if f.kind is Kind.COORDINATOR_COMMAND]
    assert [(f.fields.command, f.fields.command_args, f.sure) for f in found] == [(command, c, False) for c in claims]
