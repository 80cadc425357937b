"""What a scheme wants talked over first (L6, L13, B14 to B18): what is heard, how soon; nobody is accused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.events import Kind
from mailbot.opening import shipped
from mailbot.reading.words.boundaries import mentioned, prepared
from mailbot.reading.words.boundaries_file import CATEGORIES, INNOCENT, load_boundaries
from mailbot.reading.words.boundaries_lookup import boundaries_for, words_needed
from mailbot.rulebook.rule import Pack
from mailbot.workflows.safeguarding.recognise import recognise
from tests.reading.speaking import draft
from tests.story import BETH, COLIN, HANA, IVO, LENA, templates, to
from tests.workflows.test_incidents import begin_children, words

ENTRIES = load_boundaries(shipped("rules") / "boundaries.toml")
ROLL = draft("x").around.roll

# What was done or is to be heard as it is; "?" is only asked about or planned; nothing is none of it.
SAID = """
money | I gave him £20 for his canteen.
money | I lent Omar a tenner.
money | Met Omar at 2 and gave him £20.
money | I know I shouldn't have but I lent her some cash.
money | I couldn't say no, so I gave him a fiver.
money | I've put £20 on his phone.
money | I topped up her phone.
money | I sent £50 to Salma last week.
money | He asked me for £20 but I said no.
money | She asked if I could lend her £50.
money | He owes me £5.
money | He gave me £40 and asked me to post it to his sister.
money | He wanted to pay me for the lift.
money | I borrowed ten pounds from him for the bus.
money ? | Can I lend her £10 until Friday?
money ? | What should I do if he asks me for money?
money ? | I was thinking of giving him some money for the phone.
gifts | Bought Salma a pair of trainers for her birthday.
gifts | I took him a radio.
gifts | I knitted her a scarf.
gifts | He gave me a watch.
gifts | He gave me his mother's Bible.
gifts | She asked me to bring her a phone.
gifts | He wants to buy me a present.
gifts | I handed in a book for him at the gate.
gifts ? | May I give him a book?
gifts ? | Is it ok if I buy Omar a birthday present?
gifts ? | Not sure if I'm allowed to buy him trainers.
gifts ? | I'd like to give her a coat.
gifts ? | I will bring him a book next week.
gifts ? | What is the policy on gifts?
gifts ? | Would it be alright to give him a small gift for Eid?
alcohol | I let him try my cider.
alcohol | We had a glass of wine together.
alcohol | I had a pint while he played pool.
alcohol | She had a sip of my wine.
smoking | I smoked in front of her, sorry.
smoking | I had a cigarette while he played.
smoking | I gave him a cigarette.
medication | I gave him two paracetamol for his headache.
medication | I gave Salma an aspirin.
medication | I let her take one of my antihistamines.
medication | She took two of my painkillers.
medication ? | Can I give her some paracetamol if she has a headache?
home | She came round to mine for tea.
home | He stayed the night at ours.
home | I invited her over for Christmas lunch at our house.
home | I took him home with me to meet the dog.
home | She came back to ours and met my children.
home ? | Could Omar come to my house to see the cat?
contact_details | I gave him my number.
contact_details | I told him where I live.
contact_details | We swapped numbers.
contact_details | He has my address.
contact_details | He rang me at home last night.
contact_details | She added me on Facebook.
contact_details | He asked for my address and I said I couldn't.
contact_details ? | Should I give him my phone number?
advice | I told him he should appeal.
advice | I advised her on her asylum claim.
advice | I told her to stop taking her tablets.
advice | I explained his legal options to him.
advice | I helped him write his witness statement.
advice | He asked me whether he should plead guilty.
professional | I think Omar needs to see a dentist.
professional | He hasn't got a lawyer.
professional | His solicitor has stopped replying.
professional | She wants to speak to a solicitor.
professional ? | Could you find him a solicitor?
after_release | I met him since he got out.
after_release | He is out now and he rang me on Sunday.
money | I've been putting a bit of money into Omar's account each month.
money | I slipped him a twenty pound note at the end of the visit.
money | He wanted to know if I could send him some money.
gifts | I lent him my old phone.
gifts | He insisted I take a bracelet he had made.
gifts ? | Can we give the children Easter eggs?
medication | Gave him his inhaler when he was wheezing.
medication | The carer asked me to give her the antibiotics at 4.
home | We baked a cake at my house.
home ? | I'm thinking of having Omar over for Sunday lunch.
contact_details | I wrote my address on the card.
contact_details | She found me on Instagram and sent me a message.
advice | I suggested he goes not guilty.
advice | I filled in his parole application with him.
professional | He has toothache and cannot get a dentist.
professional | I wonder whether Omar ought to talk to a counsellor.
after_release | Omar got out on Monday and we had a coffee together.
after_release | Now that he is released he has been texting me.
secure_unit | They moved Omar to a secure unit on Monday.
secure_unit | She is in secure accommodation since Friday.
health_safety | The smoke alarm was missing in the flat.
health_safety | There was no seat belt in the back of the car.
health_safety | There is a loose step at the contact centre.
- | He is not in a secure unit any more.
- | He wore his seat belt and his helmet.
- | I always vape outside, never near him.
- | He smelt of cigarettes.
- | I did not take any money.
- | I have never given him any money.
- | I haven't given him my number.
- | I would never lend him money.
- | I refused to give him any cash.
- | If he asks me for money I will say no.
- | I wish I could give him some money.
- | In Monopoly I lent him £200.
- | His brother gave him £20.
advice | I suggested that he should plead guilty.
advice | I wrote the grounds of his appeal for him.
advice | I told her that she ought to stop taking her tablets.
advice | I told him what to say to the judge.
advice | I told Omar that he has a strong case.
advice | I told her that she does not need a solicitor for that.
- | His barrister wrote the grounds of his appeal for him.
- | I told him to see his solicitor about the appeal.
- | I told him what to say to his sister.
joint_working | A charity called Open Door would like to work with me and Omar.
joint_working | The council has asked me about Omar.
joint_working | A hostel wants me to tell them about his past.
joint_working | We are working together with the law centre.
joint_working ? | May I share his details with the housing association?
joint_working ? | Can I talk to probation about Omar?
- | I work with a charity on Mondays.
- | The council wants to see him on Tuesday.
- | I met his key worker in the corridor.
- | Omar's sister sent him money.
- | My mum gave me £20.
- | His mum bought him trainers.
- | The carer gave her calpol.
- | The nurse gave her paracetamol.
- | The chaplain brought him a book.
- | The officer on the gate has my number.
- | I bought us two coffees.
- | I got him a coffee and a sandwich for £4.50.
- | I bought him lunch, receipt attached.
- | I spent £3 on food for Omar.
- | I took her to the zoo, £12 entry.
- | I gave her a lift, £4.50 parking.
- | He gave me the receipt for £4.50.
- | Can I claim £5 for the coffee I bought him?
- | He gave me a drawing.
- | She made me a card.
- | I gave him his book back.
- | We had a lovely chat, I gave him a hug.
- | I do not smoke in front of him.
- | I never drink with them.
- | He said his dad drinks beer.
- | I went to the pub with friends after seeing Omar.
- | I told her to ask the nurse about her tablets.
- | I came home on the bus.
- | We met at the cafe near my house.
- | He texted me to say he would be late.
- | I emailed her solicitor.
- | He sees the doctor on Tuesday.
- | Omar has seen the doctor and is fine.
- | He doesn't need a doctor any more.
- | My mum needs a doctor.
- | My new number is 07700 900123.
- | We played a game of cards and talked about football.
- | Visited Omar on Tuesday, all well, next visit 14 May.
"""
TABLE = [tuple(part.strip() for part in line.split("|")) for line in SAID.strip().splitlines()]
HITTING = [
    "I smacked him.",
    "I gave him a clip round the ear.",
    "I had to smack her on the hand.",
    "I gave him a slap.",
]


def heard(text):
    """What is mentioned, each with a question mark where it is only asked."""
    return [f"{each.what}{' ?' * each.asked}" for each in mentioned(text, ROLL, None, ENTRIES)]


@pytest.mark.duty("L6", "L13", "P4", "B14", "B15", "B16", "B17", "B18")
@pytest.mark.parametrize(("wanted", "text"), TABLE)
def test_what_a_sentence_mentions(wanted, text):
    found = heard(text)
    assert found == [] if wanted == "-" else wanted in found


def test_the_table_is_long_and_holds_every_category():
    assert len(TABLE) >= 80
    assert {wanted.partition(" ")[0] for wanted, _ in TABLE} == CATEGORIES | {"-"}


@pytest.mark.duty("L6")
@pytest.mark.parametrize("text", HITTING)
def test_hitting_is_harm_and_no_mere_mention(text):
    assert [fact.kind for fact in recognise(draft(text))] == [Kind.SAFEGUARDING_CONCERN]


@pytest.fixture
def story(tmp_path):
    """Hana visits Marek in prison; Ivo visits two children and, in a hotel, Samira."""
    return begin_children(tmp_path)


@pytest.mark.duty("B17")
def test_money_in_prison_stands_in_the_digest_and_the_writer_hears_nothing_of_it(story):
    decided = story.writes(HANA, "Visited Marek on Saturday 9 May. I gave him £20 for his canteen.")
    assert "boundary-said" in story.open_attention()
    assert to(decided.mails, COLIN) == []
    assert "£20" not in to(decided.mails, HANA)[0].text
    assert "incidents/may_get_in_touch" not in templates(decided.mails)


@pytest.mark.duty("B16")
def test_contact_details_given_in_prison_are_read_now_and_the_line_to_the_writer_accuses_nobody(story):
    decided = story.writes(HANA, "I gave Marek my phone number.")
    assert "attention/now" in templates(to(decided.mails, COLIN))
    (reply,) = to(decided.mails, HANA)
    assert "A coordinator reads your message, and may get in touch with you about it." in words(reply)
    assert not {"number", "not allowed", "must not", "rule", "boundary"} & set(words(reply).casefold().split())


@pytest.mark.duty("B14")
@pytest.mark.parametrize("text", ["Marek wants to speak to a solicitor.", "Could you find Marek a solicitor?"])
def test_where_a_professional_may_be_needed_an_officer_is_told_at_once(story, text):
    decided = story.writes(HANA, text)
    assert "attention/now" in templates(to(decided.mails, COLIN))
    assert "professional-needed" in story.open_attention()


@pytest.mark.duty("B15")
def test_contact_after_release_is_told_to_an_officer_at_once(story):
    decided = story.writes(HANA, "Marek is out now and he rang me on Sunday.")
    assert to(decided.mails, COLIN)


@pytest.mark.duty("B18")
def test_advice_in_prison_stands_in_the_digest(story):
    decided = story.writes(HANA, "Visited Marek on Saturday 9 May. I told him he should appeal.")
    assert "advice-given" in story.open_attention()
    assert to(decided.mails, COLIN) == []
    (reply,) = to(decided.mails, HANA)
    assert "we refer them to those who are trained to give it: a solicitor or a law centre" in words(reply)
    assert not {"not allowed", "must not", "rule", "should not"} & set(words(reply).casefold().split())


@pytest.mark.duty("B12")
def test_another_organisation_an_officer_hears_at_once_that_the_person_has_to_agree_first(story):
    decided = story.writes(
        HANA, "A charity would like to work with me and Marek and asks me to tell them about him. May I?"
    )
    (mail,) = to(decided.mails, COLIN)
    assert "record their consent first" in words(mail)
    (reply,) = to(decided.mails, HANA)
    assert "Nothing is passed on to another organisation before the person" in words(reply)


@pytest.mark.duty("B16")
@pytest.mark.parametrize(
    "text", ["I gave Marek my mobile number so that he can ring me.", "I have given him my address."]
)
def test_own_contact_details_in_prison_are_no_case(story, text):
    decided = story.writes(HANA, text)
    assert "attention/now" in templates(to(decided.mails, COLIN))
    assert to(decided.mails, LENA) == []
    assert "incidents/may_get_in_touch" in templates(to(decided.mails, HANA))


@pytest.mark.parametrize(
    ("who", "text"),
    [
        (HANA, "I gave him my number and he stays with me."),
        (HANA, "A volunteer gave her my spare key."),
        (IVO, "I have given him my address."),
    ],
)
def test_any_other_sign_of_harm_beside_them_is_a_case_and_so_are_they_where_the_pack_does_not_ask(story, who, text):
    assert to(story.writes(who, text).mails, LENA)


SINCE = "Leo was taken to a secure unit on Saturday 9 May at 3pm."


@pytest.mark.duty("P4")
def test_when_the_hours_in_a_secure_unit_are_over_is_said_and_asked_for_until_the_referral_is_made(story):
    decided = story.writes(IVO, SINCE)
    (task,) = [mail for mail in to(decided.mails, COLIN) if mail.template == "incidents/secure_referral"]
    assert "The 72 hours are over at 15.00 on Tuesday 12 May 2026" in words(task)
    assert not {"incidents/secure_referral", "attention/now"} & set(templates(to(story.waits(hours=27), COLIN)))
    told = to(story.waits(hours=2), COLIN)
    assert {"attention/now", "incidents/secure_referral"} <= set(templates(told))
    assert any("72 hours: the referral is due now" in words(mail) for mail in told)
    story.writes(COLIN, "DONE", answers=task)
    assert "secure-referral" not in story.open_attention()


@pytest.mark.duty("P4")
def test_hours_that_are_over_already_are_said_at_once_with_the_moment_that_was_written(story):
    story.writes(IVO, SINCE.replace("Saturday 9 May", "Tuesday 5 May"))
    (task,) = [m for m in to(story.waits(minutes=1), COLIN) if m.template == "incidents/secure_referral"]
    assert "since 15.00 on Tuesday 5 May 2026. The 72 hours are over at 15.00 on Friday 8 May 2026" in words(task)


@pytest.mark.duty("P4")
def test_a_referral_that_is_made_is_not_asked_for_when_the_hours_are_over(story):
    (task,) = [m for m in to(story.writes(IVO, SINCE).mails, COLIN) if m.template == "incidents/secure_referral"]
    story.writes(COLIN, "DONE", answers=task)
    assert [m for m in to(story.waits(hours=30), COLIN) if m.template == "incidents/secure_referral"] == []


@pytest.mark.duty("P4")
@pytest.mark.parametrize(
    "text",
    [
        "Leo was put in a secure unit on Friday.",
        "Leo was put in a secure unit about 3pm on Saturday 9 May.",
        "Leo will be taken to a secure unit on Tuesday at 3pm.",
        "Leo may have been in a secure unit since Saturday 9 May at 3pm.",
        "Was Leo in a secure unit since Saturday 9 May at 3pm?",
    ],
)
def test_no_hour_is_counted_from_what_is_not_sure(story, text):
    decided = story.writes(IVO, text)
    assert "incidents/secure_referral" not in templates(decided.mails)
    assert "secure-unit" in story.open_attention()


@pytest.mark.duty("L6")
@pytest.mark.parametrize("text", ["I gave Leo an aspirin.", "I let Leo try my cider."])
def test_medicine_and_alcohol_with_a_child_are_read_now(story, text):
    decided = story.writes(IVO, text)
    assert "attention/now" in templates(to(decided.mails, COLIN))


@pytest.mark.duty("L6")
def test_smoking_before_a_child_stands_in_the_digest(story):
    decided = story.writes(IVO, "I smoked in front of Leo.")
    assert "boundary-said" in story.open_attention()
    assert "incidents/may_get_in_touch" not in templates(decided.mails)


@pytest.mark.duty("L6")
def test_a_present_that_is_asked_about_first_goes_to_a_coordinator_as_a_question(story):
    story.writes(IVO, "I'd like to give Leo a football for his birthday.")
    assert "boundary-asked" in story.open_attention()
    assert "boundary-said" not in story.open_attention()


@pytest.mark.duty("P4")
def test_a_child_in_a_secure_unit_is_read_now_as_a_referral_may_be_due(story):
    (mail,) = to(story.writes(IVO, "Leo was put in a secure unit on Friday.").mails, COLIN)
    assert "after 72 hours a referral is due at once" in words(mail)
    assert "secure-unit" in story.open_attention()


@pytest.mark.duty("L20")
def test_a_health_or_safety_issue_is_read_now(story):
    (mail,) = to(story.writes(IVO, "There is a loose step at the centre where I meet Leo.").mails, COLIN)
    assert "health or safety issue" in words(mail)


@pytest.mark.duty("L13")
@pytest.mark.parametrize("text", ["Leo came round to mine for tea.", "I saw Leo yesterday at my flat."])
def test_a_child_at_the_visitors_home_is_read_now_once(story, text):
    decided = story.writes(IVO, text)
    assert len([mail for mail in to(decided.mails, COLIN) if mail.template == "attention/now"]) == 1


def test_what_a_pack_does_not_ask_to_hear_of_is_not_heard(story):
    story.writes(IVO, "I gave Samira my phone number and £10.")
    assert not {"boundary-said", "boundary-asked"} & set(story.open_attention())


def test_a_name_decides_whose_pack_it_is(story):
    story.writes(IVO, "I gave Leo my phone number.")
    assert "boundary-said" not in story.open_attention()  # phone and e-mail between visits are usual there (P6)


def test_whoever_visits_nobody_is_not_heard(story):
    story.writes(COLIN, "I gave Marek £20.")
    assert "boundary-said" not in story.open_attention()


def test_a_backup_is_heard_too(story):
    story.writes(BETH, "I gave Marek £20.")
    assert "boundary-said" in story.open_attention()


@pytest.mark.duty("B17")
def test_beside_a_concern_the_coordinator_still_sees_it_and_the_answer_is_about_the_concern_only(story):
    decided = story.writes(HANA, "I gave Marek my phone number. He told me he wants to kill himself.")
    assert "safeguarding/officer_alert" in templates(to(decided.mails, LENA))
    assert "boundary-said" in story.open_attention()
    (reply,) = to(decided.mails, HANA)
    assert "get in touch" not in words(reply)


def test_a_machine_mentions_nothing(story):
    story.writes(HANA, "I gave Marek £20.", Auto_Submitted="auto-replied")
    assert "boundary-said" not in story.open_attention()


def test_every_pack_names_only_categories_that_there_are(story):
    packs: dict[str, Pack] = dict(story.scheme.rulebook.packs)
    for pack in packs.values():
        named = f"{pack.values.get('boundaries_now', '')};{pack.values.get('boundaries_today', '')}".split(";")
        assert {name.strip() for name in named} - {""} <= CATEGORIES, pack.name


ACTS = [phrase for entry in ENTRIES if entry.who != INNOCENT for phrase in entry.phrases]


@pytest.mark.parametrize("phrase", ACTS)
def test_each_phrase_is_found_by_a_word_that_it_cannot_do_without(phrase):
    assert words_needed(phrase)
    assert all(word.strip("*").isalpha() for word in words_needed(phrase))


@settings(deadline=None)
@given(st.text(max_size=200))
def test_no_text_makes_it_raise_and_a_prepared_text_keeps_its_places(text):
    assert len(prepared(text, ROLL, None)) == len(text)
    for each in mentioned(text, ROLL, None, ENTRIES):
        assert 0 <= each.span.start < each.span.end <= len(text)


@settings(deadline=None)
@given(
    st.sampled_from([text for wanted, text in TABLE if wanted == "-"]), st.sampled_from(["Hello,\n", "Hi all. ", ""])
)
def test_what_is_innocent_stays_so_after_a_greeting(text, greeting):
    assert heard(greeting + text) == []


@settings(deadline=None)
@given(
    st.sampled_from([row for row in TABLE if row[0] != "-"]), st.sampled_from(["Hello,\n", "It went well. ", "FYI: "])
)
def test_what_is_mentioned_is_found_wherever_it_stands(row, before):
    wanted, text = row
    assert wanted in heard(before + text + "\nBest wishes, Ann")


@pytest.mark.parametrize(("wanted", "text"), TABLE)
def test_capital_letters_and_curly_apostrophes_do_not_matter(wanted, text):
    found = heard(text.upper().replace("'", "’"))
    assert found == [] if wanted == "-" else wanted in found


def test_the_same_vocabulary_is_compiled_once():
    assert boundaries_for(ENTRIES) is boundaries_for(ENTRIES)
