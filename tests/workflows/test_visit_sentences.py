"""How volunteers write: one sentence a line, and what is made of it on Thursday 23 April 2026 at a quarter past six.

Ana visits Omar (H-04). "?" asks how Wednesday 22 April went, ">" says that Omar expects her on Saturday 25 April,
"-" is a mail of her own. Then the kinds, as c(onfirmed) m(issed) x (cancelled) p(lanned), and the day of the first;
"~" before it: found, but never sure; "!": has to be sure.
"""

import pytest

from mailbot.events import Fact, Kind
from mailbot.workflows.visits.recognise import recognise
from tests.reading.speaking import ASKED_OUTCOME, ASKED_PLAN, draft

LETTERS = {
    "c": Kind.VISIT_CONFIRMED,
    "m": Kind.VISIT_MISSED,
    "x": Kind.VISIT_CANCELLED,
    "p": Kind.VISIT_PLANNED,
}
PROMPTS = {"-": "", "?": ASKED_OUTCOME, ">": ASKED_PLAN}
SUBJECTS = {"-": "hello", "?": "Re: your visit", ">": "Re: your visit"}

TABLE = """
- c !21 | Popped in to see Omar on Tuesday.
- c !21 | I saw Omar on Tuesday
- c !22 | Met up with Omar yesterday, all good.
- c !21 | Caught up with Omar on Tuesday.
- c !22 | Spent an hour with Omar yesterday.
- c !19 | Had a lovely afternoon with Omar on Sunday.
- c !22 | went to see omar yesterday
- c 22 | Me and Omar went bowling yesterday.
- c 22 | Omar and I went bowling yesterday
- c 23 | Omar was on good form today, we played chess.
- c | Had a lovely afternoon with H-04.
- c 23 | Just back from Omar's.
- c 23 | That's me back from Omar's, all well.
- c 23 | Just back from H-04
- c 18 | took omar fishin sat, good day
- c 22 | we was at the park with Omar yesterday
- c 21 | visit with omar do ok tuesday
- c ~23 | I see him today, Omar is happy.
- c !20 | Visited Omar on Monday.
- c 20 | Called in on Omar Monday afternoon.
- c 21 | Dropped in to see Omar on Tues.
- c !21 | The visit to Omar took place on Tuesday 21 April.
- c 21 | Visit to H-04 done 21/4
- c 21 | H-04 21/4 visit done, no problems
- c 22 | Yesterday we cooked with Omar, a big pot of rice.
- c 22 | Been to see Omar yesterday, he's fine.
- c !22 | I met Omar yesterday.
- c 18 | Went with Omar to the market at the weekend.
- c 17 | I did see Omar on Friday.
- c ~22 | Saw Omer yesterday.
- c ~21 | Could you log a visit to Omar on Tuesday please?
- c ~21 | Please put me down for a visit to Omar on Tuesday.
- c ~21 | Can I record Tuesday's visit with Omar?
- c 22 | Hi Carol, good visit with Omar yesterday.
- c 22 | We had our usual game of cards with Omar yesterday.
- c 22 | Took Omar to the library yesterday.
- c 22 | For your records: saw Omar yesterday.
- c !22 | I visited Omar on 22nd April
- c 22 | Looked in on Omar yesterday
- c 21 | Omar and me had a kickabout on Tuesday
- c 23 | Nice visit this afternoon with Omar
- c 12 | I saw Omar on the 12th inst.
- c 21 | day before yesterday i visit Omar, we drink tea
- c ~22 | Ben saw Omar yesterday because I was away.
? c !22 | Yes
? c !22 | Yep, all fine
? c !22 | It did, thank you.
? c !22 | We did indeed.
? c !22 | Did I see him? I did.
? c 22 | Ah I did, I did! And what a laugh.
? c 22 | aye grand
? c 22 | yeh was ok
? c 22 | All done!
? c 22 | Been and gone.
? c 22 | done and dusted
? c 22 | Went well, thanks.
? c 22 | Went like a dream.
? c 22 | Confirmed. Nothing to report.
? c 22 | I was there all afternoon.
? c 22 | We played draughts and he won every game.
? c 22 | He beat me at chess again, the rascal.
? c 22 | Marvellous, he has taken up the trumpet.
? c 22 | Chess, tea and a lot of laughing.
? c 22 | 👍
? c 22 | Absolutely, we walked along the canal.
? c 22 | By the grace of God it went well.
? c 22 | Took place as scheduled.
? c 22 | Sorry for the late reply! Yes, all well.
? c 22 | Good afternoon. Yes we met.
? c 22 | I did yes, and he is well.
? c !21 | Yes, I saw him on Tuesday.
? c !22 | Hi Carol, yes it went ahead.
? c 22 | Visit was yesterday, one hour.
? c 22 | Sí, todo bien
? c 22 | job done
? c 22 | As planned, yes.
? c 22 | Certainly did, he was in fine fettle
? c 22 | No problems at all, it went really well
? c ~22 | I'm answering for Ben, who made the visit. It took place.
? m !22 | No
? m 22 | No, he was out when I called.
? m 22 | Sadly not, he had gone to court.
? m 22 | I got there but they turned me away.
? m 22 | Wasn't let in, no list at the gate.
? m 22 | Lockdown, so they sent us all home.
? m 22 | No visit today I'm afraid.
? m 22 | We missed each other.
? m 22 | It didn't happen.
? m 22 | It fell through at the last minute.
? m 22 | nah didnt happen
? m 22 | He wasn't in.
? m 22 | She wasn't there so I came home.
? m 22 | I'm afraid I was ill.
? m 22 | Sorry, my car broke down.
? m 22 | I forgot all about it, so sorry!
? m 22 | I thought it was next week.
? m 22 | nobody home
? m 22 | Couldnae get in, the gates were locked.
? m 22 | They would not let me in.
? m 22 | No luck, he refused to come down.
? m 22 | He didn't show up.
? m 22 | stood me up
? m 22 | Not this time, there was a fire alarm.
? m 22 | I could not enter.
? m 22 | nope, train cancelled
? m 22 | The visit was cancelled by the prison.
? mp 22 | No, he was at the dentist. We have made it Saturday instead.
? mp 22 | It didn't, I'm afraid. Trying again on Monday 27th.
? mp 22 | nah didnt happen. doin next sat insted
? cp 22 | Yes. Next one is 6 May.
? cp 22 | Yes all good, next visit booked for 6 May at 2pm
? cp 22 | It did. I've put the next one in for 6 May.
? cp 22 | All fine. See him again on 6 May.
? cp 22 | Yes it went well. Same time next month.
- m ~21 | I couldn't get in to see Omar on Tuesday, the hotel was locked down.
- m 21 | Turned up to see Omar on Tuesday but no answer at the door.
- m 21 | No visit with Omar on Tuesday, he had an appointment.
- x 25 | I'm afraid I shan't be able to manage Saturday with Omar.
- x 24 | cannae make it to Omar's tomorrow
- x 24 | Can't make tomorrow, they've changed my shift.
- x 24 | cant do omar tmrw, got a stinking cold
- x 25 | I must cancel on Saturday with Omar, no childcare.
- x 25 | I won't be able to see Omar on Saturday.
- x 25 | I have to cancel my visit to Omar on Saturday because of the trains.
- x 25 | Unable to visit Omar on Saturday, I have shingles.
- x 25 | Saturday is off I'm afraid, Omar knows.
- x 24 | Omar's visit tomorrow is cancelled, I am too ill to drive.
- x 25 | Apologies for Saturday, I can't visit Omar, my mother is in hospital.
> x 25 | No, I can't make it.
> x 25 | Can't do it sorry
> x 25 | I'm not going to be able to make it, flu.
> x 25 | Sorry, something has come up and I will have to cancel.
- p !25 | I'm seeing Omar on Saturday.
- p 24 | Will be with Omar tomorrow at 2.
- p 14 | Next visit to Omar is the 14th.
- p 14 | Omar is booked in for 14 May.
- p ~14 | Pencilled in with Omar for 14 May.
- p 3 | See Omar again Sunday week.
- p 24 | off to see Omar tomorrow
- p 27 | I'll visit Omar on Monday.
- p 30 | My visit to Omar has been moved from Tuesday to Thursday 30 April.
- p 2 | We've shifted Omar from Saturday to Saturday 2 May.
- p 25 | going to see omar saturday
- p 5 | Agreed with Omar: a week on Tuesday.
> p 25 | Yes
> p 25 | Confirmed, see you there.
> p 25 | I'll be there.
> p !22 | Friday 22 May.
> p 22 | I can do Friday 22 May at 2pm.
> p 24 | I'll go on Friday instead.
> p 24 | Tomorrow at 14h30 is fine for me.
> p 24 | Ok for me tomorrow, Ben takes me with the car.
> p 16 | God willing, Saturday the 16th from quarter past ten.
"""

NOTHING = """
- Did Ben visit Omar on Tuesday?
- Has anyone seen Omar this week?
- Will the visit to Omar go ahead on Saturday?
- If I had seen Omar on Tuesday I would have told you.
- I should have seen Omar on Tuesday.
- I never saw Omar's message until today.
- I hope to have seen Omar by Friday.
- I was meant to visit Omar.
- I rang Omar yesterday and he is well.
- Omar phoned me on Tuesday.
- I had a text from Omar yesterday.
- I wrote to Omar on Monday.
- I dropped Omar's form at the office on Tuesday.
- I saw Omar's brother in town on Tuesday.
- I met Omar's solicitor yesterday.
- The training on Tuesday was very good.
- I can't come to the training on Saturday.
- I won't be at the meeting on Saturday.
- The coffee morning on Tuesday went well.
- Thank you for the lovely party on Saturday.
- Thanks for this, received yesterday.
- Thanks Carol, noted.
- Please could you tell me when Omar's birthday is?
- What time are visits on Saturday?
- Can I take Omar to the cinema?
- I have a new phone number from Monday.
- I will be on holiday from Saturday until 9 May.
- My holiday is booked for 14 May.
- Omar has an appointment on Friday.
- Omar's hearing is on Tuesday.
- His court date has been moved to Friday 1 May.
- I'll ring you on Monday.
- I'll send the receipt tomorrow.
- Omar is going to court on Friday.
- Omar will see his solicitor on Monday.
- The office is closed on Friday.
- I had my DBS interview yesterday.
- I forgot to say thank you for the card.
- Nobody answered the phone at the office yesterday.
- I didn't get your e-mail until today.
- There was no answer when I rang the office.
- He didn't see the doctor on Tuesday.
- I wouldn't miss it for the world.
- Not everybody can visit on a Saturday.
- I am thinking of giving up visiting.
- How do I claim for the bus?
- We moved house on Tuesday.
- I changed my e-mail address yesterday.
- My son went to the dentist yesterday.
- I went to the doctor on Tuesday about my knee.
? When is my next visit?
? Which visit do you mean?
? Who is this?
> What time is the visit?
> Thank you for the reminder, where do I park?
"""
NOT_CONFIRMED = """
- I did not see Omar on Tuesday.
- I haven't seen Omar since Tuesday.
- I nearly saw Omar on Tuesday.
- I tried to see Omar on Tuesday.
- I wanted to see Omar on Tuesday.
- I would have seen Omar on Tuesday.
- I am seeing Omar on Saturday.
- I'll see Omar on Saturday.
- Omar says the social worker visited on Tuesday.
- His sister visited Omar on Tuesday.
- Omar saw the doctor on Tuesday.
- Omar met his solicitor yesterday.
? No, I did not see him.
? I didn't manage it.
? Not yet
? I never got there.
? I waited an hour and nobody came.
? He wasn't well enough.
> Yes, I will visit him then.
> I'm looking forward to it.
"""
NOT_SURE = """
- I think I saw Omar on Tuesday.
- Saw Omar last Thursday.
- Saw Omar on Tuesday or Wednesday.
- Maybe it was Tuesday that I saw Omar.
- Saw Omar through the window on Tuesday.
- Saw Omarr on Tuesday.
- Saw Salma on Tuesday.
- Saw Omar and Salma on Tuesday.
- Ben says he saw Omar on Tuesday.
- I saw Omar on Tuesday but only for a minute, he was not well.
- If I remember rightly I saw Omar on Tuesday.
- Saw Omar at the weekend.
? Yes and no.
? Yes, but not with him.
? Yes, I think so.
? He was fine.
? Football, then tea.
? Sorry, I was ill.
"""


def _lines(table: str) -> list[str]:
    return [line for line in table.splitlines() if line.strip()]


def _facts(prompt: str, words: str) -> list[Fact]:
    return list(recognise(draft(words, PROMPTS[prompt], SUBJECTS[prompt])))


def _day(fact: Fact) -> int | None:
    day = fact.fields.visit_date or fact.fields.next_visit_date
    return day.day if day else None


@pytest.mark.parametrize("line", _lines(TABLE))
def test_what_a_sentence_says(line: str) -> None:
    expected, _, words = line.partition(" | ")
    prompt, letters, *rest = expected.split()
    day = rest[0] if rest else ""
    facts = _facts(prompt, words)
    assert [f.kind for f in facts] == [LETTERS[letter] for letter in letters]
    if day:
        assert _day(facts[0]) == int(day.strip("~!"))
    if day.startswith("!"):
        assert facts[0].sure, facts[0].unsure_of
    if day.startswith("~"):
        assert not facts[0].sure


@pytest.mark.parametrize("line", _lines(NOTHING))
def test_what_is_said_of_other_things_says_nothing_of_visits(line: str) -> None:
    assert [f.kind for f in _facts(line[0], line[2:])] == []


@pytest.mark.parametrize("line", _lines(NOT_CONFIRMED))
def test_a_denial_a_plan_and_other_peoples_doings_confirm_nothing(line: str) -> None:
    assert Kind.VISIT_CONFIRMED not in {f.kind for f in _facts(line[0], line[2:])}


@pytest.mark.parametrize("line", _lines(NOT_SURE))
def test_what_is_half_said_is_found_and_asked(line: str) -> None:
    facts = _facts(line[0], line[2:])
    assert facts
    assert not any(f.sure for f in facts)
