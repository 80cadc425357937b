"""How people end with a client or the scheme, give new details, and ask (B6, B9)."""

import pytest

from mailbot.events import Kind
from mailbot.workflows.people.recognise import recognise
from tests.reading.speaking import draft, kinds

STOP = [
    "Omar and I have come as far as we can, could he have a new visitor.",
    "Please unmatch me from Omar.",
    "Swap me with another volunteer for Omar, we do not get on.",
    "I'm pulling out of visiting Omar.",
    "This will be my final visit to Omar, I am handing him on.",
    "Omar deserves somebody with more time than me.",
    "I'm stepping down as Omar's befriender but not from the scheme.",
    "We just never gelled, Omar and me. Time for another person.",
    "It would be best to end the match with Omar.",
    "I do not want to see Omar again.",
    "I'd be happier with a different person than Omar.",
    "I don't think I can carry on with Omar.",
    "Omar and me are not a match, please find him somebody else.",
    "Could someone else take over H-04? It's not working out.",
    "I'd like to stop seeing Omar but stay on the list.",
    "Please take me off Omar.",
    "I've decided to call it a day with Omar. I'm happy to be given another person.",
    "After a lot of thought I shall not be visiting Omar any more.",
    "I can no more visit Omar, he is too difficult for me, sorry. Another person is ok",
    "Time for a change - a new face for Omar and a new client for me please",
    "I need to hand Omar over.",
    "no longer comfortable visiting Omar, can we swap me to someone else",
    "Omar would be better off with a man, I think, so I'm stepping aside.",
    "I'm bowing out as Omar's visitor.",
    "can u rematch me pls, marek n i dont click",
    "I've had a long think and I'd like to finish with Omar.",
    "Please can Omar go to another volunteer, my work pattern has changed.",
    "My visits to Omar have run their course.",
    "Omar and I agreed on Saturday to leave it there.",
    "I won't be going to see Omar again after this month.",
    "I have to give Omar up, the journey's too much.",
    "It isn't working with Omar, sorry.",
    "Omar needs someone who speaks Polish, can I be moved?",
    "I'm calling time on my visits to Omar.",
]
STOP_NOT = [
    "I can't imagine stopping with Omar.",
    "I have no intention of giving Omar up.",
    "On my last visit to Omar he taught me a card trick.",
    "Omar and his cellmate don't get on.",
    "We finished the jigsaw.",
    "I'd never swap Omar for anybody.",
    "I would hate to stop seeing Omar.",
    "Don't take me off Omar!",
    "I thought about stopping but I'm carrying on.",
    "Omar asked if I'd ever stop coming. Of course not.",
    "I had to stop at 3 because of the count.",
    "If he goes on like this I may have to stop visiting him.",
    "Omar is being released so our visits will come to an end.",
    "He joked he'd swap me for a younger model.",
    "Omar would miss me if I stopped, he says.",
    "I can't wait to see Omar again.",
]
LEAVE = [
    "I am giving a month's notice as a volunteer.",
    "Please delete me from your list of volunteers.",
    "I'm stepping away from volunteering altogether.",
    "My time with you has come to an end, I'm off to Canada.",
    "I have decided volunteering is not for me.",
    "I want out, please.",
    "With regret I tender my resignation",
    "I am too old for this now and would like to retire.",
    "please cross me off, i cant be a visitor no more",
    "I've had enough, I'm off. You can have my badge back.",
    "I won't be coming back after the baby.",
    "I should like to end my involvement with the charity.",
    "I'm resigning as a volunteer with effect from the end of the month.",
    "Time has come to hang up my visitor's badge.",
    "I'm packing it in, sorry. Too much on.",
    "Please take me off your books altogether.",
    "I shall be giving up volunteering at Easter.",
    "Consider this my notice.",
    "I'm moving to Wales in July and so will have to leave you all.",
    "After 9 years I have decided to retire from visiting.",
    "I quit.",
    "This isn't for me after all, please remove my name.",
    "I'd like to withdraw from the scheme",
    "I finish with volunteering, my job take all time. Thank you for all.",
    "I can no longer be a visitor, my health won't let me.",
    "Sadly I must step down.",
    "Doctor says I've to stop, so that's me done with visiting for good.",
    "Please accept my resignation.",
    "pls unregister me as volunteer",
    "I won't be continuing as a volunteer after June.",
    "That's it for me I'm afraid, after the summer I am out.",
    "This is to let you know I'm standing down at the end of term.",
    "I can't go on volunteering, the baby takes all my time.",
    "Please take my name off the rota for good.",
    "I've got a full time job so this is goodbye from me, thank you for everything.",
    "It's time for me to make way for younger legs.",
    "My husband and I are emigrating in August, so I shall have to give up the visiting.",
    "I regret that I must relinquish my role.",
    "I dont want to do this anymore sorry",
    "I'm not able to continue as a volunteer.",
    "I won't be signing up for another year.",
    "Take this as my farewell, it's been a joy.",
]
LEAVE_NOT = [
    "I noticed he had new glasses.",
    "The officer gave notice that time was up.",
    "I was out by four.",
    "He wants to come off the list for the gym.",
    "He says boxing isn't for him.",
    "I said goodbye to him at the door.",
    "He'll be out in June.",
    "I'm retiring from the bank on Friday!",
    "I'm not leaving you!",
    "I left at four.",
    "Omar wants to leave the wing.",
    "My colleague Jo is resigning.",
    "I felt like resigning when I saw the queue, ha.",
    "I had to leave early.",
    "I'm leaving for Spain on Friday, back on the 20th",
    "I retired last week (from work, not from you).",
    "please unsubscribe me from the newsletter",
    "He's leaving the choir.",
    "I gave up sugar for Lent and he laughed.",
    "My notice board at home has his drawing on it.",
]
CONTACT = [
    "I've a different mobile: 07700 900321.",
    "Please amend your list, my e-mail is hana.new@example.org.",
    "From now on it's 07700 900321 for me.",
    "Somebody stole my phone so use 07700 900321 please",
    "Our landline's been cut off. Mobile 07700 900321.",
    "hana.new@example.org is my address now, the other one got hacked.",
    "I moved, so new landline 01632 960155.",
    "Could you please change my number to 07700 900321?",
    "Can you put my new number in: 07700 900321",
    "We have moved to 3 Orchard Close, Millbury.",
    "My new address is Flat 2, 9 Quay Street.",
    "My new number is 07700 900321.",
    "please note I've changed mobile, it's now 07700 900321",
    "Got a new phone!! 07700 900321 is me",
    "The old email is being switched off at the end of the month; write to hana.new@example.org instead.",
    "We've moved house - 14 Alder Road, Dunmere. Phone is the same.",
    "You can get me on 07700 900321 these days",
    "Could you update my details: hana.new@example.org",
    "I have had to give up the landline, so mobile only from now on, 07700 900321.",
    "New email address: hana.new@example.org",
    "Ring me on 07700 900321 in future, not the one you have.",
    "I lost my phone and have a new SIM, number 07700 900321",
    "Change of number for your records - 01632 960155.",
    "as from 1 june i am on 07700 900321",
    "Replace my number by 07700 900321 please",
    "My number has change, new is 07700 900321, thank you",
    "I no longer use the old address. It's hana.new@example.org now",
    "Switched to another network: 07700 900321.",
    "delete the 07700 900001 number, it's dead. 07700 900321 works.",
    "Write to me at hana.new@example.org rather than here as my son set up this one and I never look.",
    "work mobile's gone back with the job so its 07700 900321 now",
    "07700 900321 is the number to use for me now.",
    "Have ditched the landline, mobile is 07700 900321",
    "Please strike out my old number, new one's 07700 900321.",
    "E-mail me here instead from June: hana.new@example.org",
    "Since I retired my work address has gone. Home one is hana.new@example.org.",
    "I've gone over to Gmail style living: hana.new@example.org.",
    "Take a note of my new mob pls 07700 900321",
    "Also my tel is 07700 900321 as of today.",
    "I've moved. New phone 07700 900321, same email.",
    "text me on 07700 900321 from now on",
]
CONTACT_NOT = [
    "While I'm at my sister's this week ring 01632 960177.",
    "The chaplaincy is on 01632 960188.",
    "He has moved to a new cell, number 12.",
    "I rang 01632 960700 and nobody answered.",
    "My phone number hasn't changed.",
    "Omar's sister has a new number, 07700 900444.",
    "I'm getting a new phone next week, will send the number.",
    "The hotel's number has changed to 01632 960199.",
    "Do you still have my number? It's 07700 900001.",
    "The number for the visits hall is 01632 960188, useful to know.",
    "He gave me his mum's number, 07700 900555.",
    "Ring me if you need, 07700 900001.",
]
QUESTION = [
    "Please send me an expense form.",
    "I meant to ask whether we get a Christmas party.",
    "What is the rule on phone calls",
    "Is parking free on Sundays",
    "Just checking I'm right that there's no visit on Good Friday?",
    "Curious to know how many visitors you have.",
    "Grateful if you'd tell me the dress code.",
    "May I bring my guide dog",
    "Pls advise on what to do about his birthday",
    "Need to ask you something about the rota.",
    "Are we allowed to accept a drawing",
    "What time do visits start on bank holidays?",
    "Do I need to bring ID?",
    "Could you let me know who the chaplain is?",
    "I was wondering whether we are insured for driving clients.",
    "any news on the training day??",
    "Please could you send me the expenses form.",
    "how do i book the family room",
    "Would it be all right if I brought my sister along?",
    "Who do I talk to about a DBS renewal?",
    "Omar would like a Polish Bible. Is that something we can get?",
    "Is there a limit on how many people can come?",
    "What's the rate per mile now?",
    "Am I meant to ring beforehand?",
    "Can you tell me Beth's surname so I can leave a note",
    "Should I be doing the food hygiene course?",
    "Wanted to ask when the AGM is.",
    "Let me know if the Christmas do is on.",
    "did you get my last email?",
    "What is policy about gift cards",
    "Do visitors get a Christmas card list?",
    "I'd love to know how the new rota works.",
    "Can anyone tell me where the bus stop has moved to",
    "Are gifts OK",
    "Not sure what to do about his request for stamps.",
    "Please confirm the date of the next meeting.",
    "who do i ask about lockers",
    "I need the number of the chaplaincy.",
    "Could someone explain the new ID rule to me please.",
    "Is the training compulsory?",
    "Any idea when the hall reopens?",
]
QUESTION_NOT = [
    "And guess what? He's a grandad!",
    "Would you believe he's never seen the sea?",
    "Isn't that something?",
    "What a game that was, eh?",
    "Who'd have thought he could bake?",
    "Why do I always forget my glasses?",
    "I asked if he needed anything and he said no.",
    "How time flies!",
    "He wondered what I'd had for tea.",
    "How are you? Isn't it lovely weather?",
    "I asked him how the course was going and he said fine.",
    "You know what? He won the quiz!",
    "Guess who was at the gate? The bishop!",
    "Who knew prisons had bees?",
    "Why he likes snooker I shall never know.",
    "Who says old dogs can't learn?",
    "Do I sound like a proud auntie?",
    "What more could one ask?",
    "Long queue, but what can you do?",
    "I wonder what he'll make next.",
    "Is there anything better than a good laugh?",
    "I'd never leave you lot.",
    "He has moved to C wing.",
]


@pytest.mark.parametrize("text", STOP)
def test_ways_in_which_somebody_ends_with_a_client(text: str) -> None:
    assert Kind.STOP_VISITING in kinds(recognise, draft(text))


@pytest.mark.parametrize("text", STOP_NOT)
def test_what_only_sounds_as_if_somebody_ends_with_a_client(text: str) -> None:
    assert Kind.STOP_VISITING not in kinds(recognise, draft(text))


@pytest.mark.parametrize("text", LEAVE)
def test_ways_in_which_somebody_leaves(text: str) -> None:
    assert Kind.LEAVE_SCHEME in kinds(recognise, draft(text))


@pytest.mark.parametrize("text", LEAVE_NOT)
def test_what_only_sounds_as_if_somebody_leaves(text: str) -> None:
    assert Kind.LEAVE_SCHEME not in kinds(recognise, draft(text))


@pytest.mark.parametrize("text", CONTACT)
def test_ways_in_which_somebody_gives_new_details(text: str) -> None:
    assert Kind.CONTACT_CHANGE in kinds(recognise, draft(text))


@pytest.mark.parametrize("text", CONTACT_NOT)
def test_what_only_sounds_as_if_somebody_gives_new_details(text: str) -> None:
    assert Kind.CONTACT_CHANGE not in kinds(recognise, draft(text))


@pytest.mark.parametrize("text", QUESTION)
def test_ways_in_which_somebody_asks(text: str) -> None:
    assert Kind.QUESTION_OTHER in kinds(recognise, draft(text))


@pytest.mark.parametrize("text", QUESTION_NOT)
def test_what_only_sounds_as_if_somebody_asks(text: str) -> None:
    assert Kind.QUESTION_OTHER not in kinds(recognise, draft(text))
