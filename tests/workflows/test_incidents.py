"""Accidents, near misses, a missing child, one who needs a doctor (L20 to L22): who is told what, and what first."""

import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.events import Kind
from mailbot.opening import shipped
from mailbot.store import attention
from mailbot.workflows.incidents import register
from mailbot.workflows.incidents.form import recognise_form
from tests.reading.speaking import draft
from tests.story import COLIN, HANA, IVO, LENA, MATCHES, Story, begin, templates, to

CHILDREN = ', "independent-visitors"'
CLIENTS = """ref,name,setting,place
P-1,Marek,prison,
H-2,Samira,hotel,Mill Hotel
P-3,Tobias,foster,
C-4,Leo,foster,
"""
MORE = f"C-4,{IVO},,30,2025-10-06,\n"
FELL = "Leo fell off the swing and grazed his chin.\n"
FORM = """What happened: he fell off the swing
When, and at what time: Sunday 10 May, about 3pm
In which place: the park
Hurt, and how: grazed chin
First aid or doctor: washed it
Others who saw it: nobody
Told so far: the carer
"""


def begin_children(tmp_path, clients: str = CLIENTS) -> Story:
    """Ivo visits two children in foster care and somebody in a hotel; Hana visits somebody in prison."""
    return begin(tmp_path, packs=CHILDREN, clients=clients, matches=MATCHES + MORE)


@pytest.fixture
def story(tmp_path):
    return begin_children(tmp_path)


def first_line(mail) -> str:
    return mail.text.split("\n\n")[0].replace("\n", " ")


def words(mail) -> str:
    return " ".join(mail.text.split())


def in_register(story: Story):
    return story.scheme.database.read(register.everything)


MISSING = [
    "Leo has run off, I can't see him anywhere.",
    "I can't find Leo! We were in the park and he ran away.",
    "Leo has been missing since four o'clock.",
    "I lost sight of him in the market and Leo has disappeared.",
    "Just to say it was a lovely day out with Leo. But he ran off at the end and he hasn't come back.",
]


@pytest.mark.duty("L22")
@pytest.mark.parametrize("text", MISSING)
def test_a_missing_child_the_first_line_says_to_ring_the_carer_now_and_the_lead_is_alerted(story, text):
    decided = story.writes(IVO, text)
    (reply,) = to(decided.mails, IVO)
    assert first_line(reply) == "Ring the carer now and say that the child is missing."
    assert "call 999 now" in words(reply)
    assert "safeguarding/officer_alert" in templates(to(decided.mails, COLIN))
    assert "Thank you," not in reply.text


@pytest.mark.duty("L22")
def test_the_police_are_in_the_first_line_where_the_pack_says_so(tmp_path):
    shutil.copytree(shipped("rules"), tmp_path / "rules")
    pack = tmp_path / "rules" / "schemes" / "independent-visitors.toml"
    pack.write_text(pack.read_text().replace('missing_child = "carer" ', 'missing_child = "carer and police" '))
    story = begin_children(tmp_path)
    (reply,) = to(story.writes(IVO, "Leo has run off.").mails, IVO)
    assert first_line(reply).endswith("Then ring the police, on 999.")


@pytest.mark.duty("L22")
def test_what_the_writer_is_told_first_is_no_alert_and_no_rule_can_forget_the_alert(tmp_path):
    shutil.copytree(shipped("rules"), tmp_path / "rules")
    rules = tmp_path / "rules" / "safeguarding.toml"
    told = '{ do = "alert_chain", template = "safeguarding/officer_alert" },'
    rules.write_text(rules.read_text().replace(told, ""))
    story = begin_children(tmp_path)
    decided = story.writes(IVO, "Leo has run off.")
    assert "alert_chain" not in [action.name for _, rule in decided.turn.decided for action in rule.then]
    assert templates(to(decided.mails, COLIN)) == ["safeguarding/officer_alert"], "opening the case alerts by itself"


@pytest.mark.duty("L22")
def test_who_is_missing_in_another_pack_has_no_carer_to_be_rung(story):
    decided = story.writes(HANA, "Marek has gone missing from the wing, nobody knows where he is.")
    assert not [mail for mail in decided.mails if "carer" in mail.text.casefold()]
    assert "safeguarding/officer_alert" in templates(to(decided.mails, LENA))


@pytest.mark.duty("L22")
def test_a_name_that_nobody_knows_keeps_nobody_from_the_line_about_the_carer(story):
    (reply,) = to(story.writes(IVO, "Leoo has run off and I can't find him.").mails, IVO)
    assert first_line(reply).startswith("Ring the carer now")


HOUSEHOLD = [
    "Leo has run off. He says his foster dad hits him.",
    "Leo has run away, he told me the carer's brother touched him and he is scared of going home.",
    "Leo ran off. He begged me not to take him back, he is beaten at home.",
]


@pytest.mark.duty("L22")
@pytest.mark.parametrize("text", HOUSEHOLD)
def test_with_a_concern_about_the_carers_household_it_is_the_police_and_nothing_says_to_tell_the_carer(story, text):
    decided = story.writes(IVO, text)
    (reply,) = to(decided.mails, IVO)
    assert first_line(reply).startswith("Ring the police now, on 999")
    assert "carer" not in reply.text.casefold()


HARM_AT_HOME = ["The carer hits him.", "He says his foster mother locks him in.", "He is beaten at home."]
GONE = ["Leo has run off.", "I can't find Leo.", "Leo fell off the swing and grazed his chin.", "Leo collapsed."]


@pytest.mark.duty("L20", "L21", "L22")
@pytest.mark.parametrize("harm", HARM_AT_HOME)
@pytest.mark.parametrize("gone", GONE)
@pytest.mark.parametrize("first", [True, False])
def test_in_whatever_order_nothing_says_to_tell_a_carer_who_may_be_the_harm(story, harm, gone, first):
    decided = story.writes(IVO, f"{harm} {gone}" if first else f"{gone}\n\n{harm}\n")
    (reply,) = to(decided.mails, IVO)
    assert "carer" not in reply.text.casefold()
    assert "safeguarding/officer_alert" in templates(to(decided.mails, COLIN))


@pytest.mark.duty("L22")
def test_an_open_concern_about_the_household_counts_in_later_messages(story):
    story.writes(IVO, "Leo told me that his foster father hits him with a belt.")
    (reply,) = to(story.writes(IVO, "Leo has run off and I can't find him.").mails, IVO)
    assert first_line(reply).startswith("Ring the police now")
    assert "carer" not in reply.text.casefold()


@pytest.mark.duty("L22")
def test_an_open_concern_about_another_childs_household_keeps_nothing_from_this_ones(story):
    story.writes(IVO, "Tobias told me that his foster father hits him with a belt.")
    (reply,) = to(story.writes(IVO, "Leo has run off and I can't find him.").mails, IVO)
    assert first_line(reply).startswith("Ring the carer now")


MEDICAL = [
    "Leo collapsed and we are waiting for the ambulance.",
    "Leo had a fit in the cafe, he is unconscious.",
    "Leo fell off the wall and broke his arm, we are in A&E.",
]


@pytest.mark.duty("L21")
@pytest.mark.parametrize("text", MEDICAL)
def test_a_medical_emergency_is_help_first_then_what_to_tell_the_doctor_and_the_carer(story, text):
    (reply,) = to(story.writes(IVO, text).mails, IVO)
    assert first_line(reply).startswith("If life is at risk, call 999 now.")
    assert "Tell the doctor that the child is fostered, and that you are their independent visitor" in words(reply)
    assert "Tell the carer" in words(reply)


@pytest.mark.duty("L21")
def test_with_a_concern_about_the_household_the_doctor_is_told_and_the_carer_is_not_named(story):
    text = "Leo collapsed, the ambulance is here. He has bruises and says his foster mother did it."
    (reply,) = to(story.writes(IVO, text).mails, IVO)
    assert "Tell the doctor that the child is fostered" in words(reply)
    assert "carer" not in reply.text.casefold()


@pytest.mark.duty("L21")
def test_elsewhere_nobody_is_fostered(story):
    decided = story.writes(HANA, "Marek collapsed and is unconscious, they called an ambulance.")
    assert not [mail for mail in decided.mails if "fostered" in mail.text]


@pytest.mark.duty("L20")
def test_an_accident_is_read_now_stands_in_the_register_and_gives_two_tasks_and_the_form(story):
    decided = story.writes(IVO, FELL)
    told = templates(to(decided.mails, COLIN))
    assert told[0] == "attention/now"
    assert set(told[1:]) == {"incidents/tell_supervising_worker", "incidents/tell_childs_worker"}
    (reply,) = to(decided.mails, IVO)
    assert "Please tell the carer" in words(reply)
    assert "What happened:" in reply.text
    (incident,) = in_register(story)
    assert incident.incident_ref == "A2026-001"
    assert len(incident.missing) == 3


@pytest.mark.duty("L20")
def test_the_mails_about_an_accident_name_no_child_in_their_subjects(story):
    for mail in story.writes(IVO, FELL).mails:
        assert not {"Leo", "child", "carer"} & set(mail.subject.split())


@pytest.mark.duty("L20")
def test_both_social_workers_are_chased_until_done_and_the_register_says_so(story):
    decided = story.writes(IVO, FELL)
    tasks = {mail.template: mail for mail in decided.mails}
    chased = [mail for mail in to(story.waits(days=2), COLIN) if mail.template == "attention/task_open"]
    assert len(chased) >= 2
    story.writes(COLIN, "DONE", answers=tasks["incidents/tell_supervising_worker"])
    (incident,) = in_register(story)
    assert incident.supervising_told_at and not incident.childs_told_at
    chased = [m.template for m in to(story.waits(days=2), COLIN) if m.template == "attention/task_open"]
    assert chased
    story.writes(COLIN, "DONE", answers=tasks["incidents/tell_childs_worker"])
    assert "attention/task_open" not in templates(to(story.waits(days=4), COLIN))
    log = story.scheme.database.read(lambda conn: register.log_of(conn, incident.id))
    assert log == ["reported", "supervising-social-worker-told", "childs-social-worker-told"]


@pytest.mark.duty("L20")
@pytest.mark.parametrize("quoted", [False, True])
def test_the_form_that_comes_back_is_added_read_by_a_coordinator_and_nothing_else_is_made_of_it(story, quoted):
    (reply,) = to(story.writes(IVO, FELL).mails, IVO)
    text = FORM + ("\n" + "\n".join(f"> {line}" for line in reply.text.splitlines()) if quoted else "")
    decided = story.writes(IVO, text, answers=reply)
    assert templates(to(decided.mails, COLIN)) == ["incidents/form_back"]
    assert templates(to(decided.mails, IVO)) == ["incidents/form_received"]
    (incident,) = in_register(story)
    assert incident.form_back_at
    said = story.scheme.database.read(lambda conn: register.words_of(conn, incident.id))
    assert len(said) == 2 and "washed it" in said[1]
    assert {fact.kind for fact in decided.turn.reading.facts} == {Kind.INCIDENT_REPORT}


@pytest.mark.duty("L20")
def test_the_form_is_known_without_our_token_too(story):
    story.writes(IVO, FELL)
    decided = story.writes(IVO, FORM, subject="form")
    assert "incidents/form_back" in templates(to(decided.mails, COLIN))
    assert len(in_register(story)) == 1


@pytest.mark.duty("L20")
def test_a_form_for_an_accident_that_nobody_reported_opens_its_row_and_is_not_sent_back_blank(story):
    decided = story.writes(IVO, FORM)
    (incident,) = in_register(story)
    assert incident.form_back_at
    assert "What happened:" not in to(decided.mails, IVO)[0].text


@pytest.mark.duty("L20")
def test_mere_thanks_for_the_form_are_not_the_form(story):
    (reply,) = to(story.writes(IVO, FELL).mails, IVO)
    story.writes(IVO, "Thanks, will do.", answers=reply)
    assert in_register(story)[0].form_back_at is None


@pytest.mark.duty("L20")
def test_harm_in_the_form_is_a_concern_as_well(story):
    (reply,) = to(story.writes(IVO, FELL).mails, IVO)
    text = FORM.replace("grazed chin", "grazed chin, and old bruises, he says his foster father hits him")
    decided = story.writes(IVO, text, answers=reply)
    assert "safeguarding/officer_alert" in templates(to(decided.mails, LENA))
    assert in_register(story)[0].form_back_at


@pytest.mark.duty("L20")
def test_an_accident_that_holds_harm_is_both(story):
    decided = story.writes(IVO, "Leo fell off the swing. He has bruises all over and says his foster dad did it.")
    assert "safeguarding/officer_alert" in templates(to(decided.mails, COLIN))
    assert "attention/now" in templates(to(decided.mails, COLIN))
    (reply,) = to(decided.mails, IVO)
    assert "carer" not in reply.text.casefold()
    assert not in_register(story)[0].carer_to_know


@pytest.mark.duty("L20")
def test_a_second_mail_about_the_same_is_added_and_gives_no_second_tasks(story):
    story.writes(IVO, FELL)
    decided = story.writes(IVO, "Leo fell off the swing as I said, and his knee is grazed as well.")
    assert templates(to(decided.mails, COLIN)) == ["attention/now"]
    assert len(in_register(story)) == 1


@pytest.mark.duty("L20")
def test_another_child_or_another_day_is_another_accident(story):
    story.writes(IVO, FELL)
    story.writes(IVO, "Tobias tripped and sprained his ankle.")
    story.waits(days=3)
    story.writes(IVO, FELL)
    assert [each.incident_ref for each in in_register(story)] == ["A2026-001", "A2026-002", "A2026-003"]


@pytest.mark.duty("L20")
@pytest.mark.parametrize("dmarc", ["none", "fail"])
def test_an_accident_is_taken_seriously_from_anyone(story, dmarc):
    decided = story.writes(IVO, FELL, dmarc=dmarc)
    told = to(decided.mails, COLIN)
    assert "attention/now" in templates(told)
    assert any("somebody else may have written it" in words(mail) for mail in told)


@pytest.mark.duty("L20")
def test_elsewhere_a_coordinator_reads_it_now_and_the_register_is_kept_without_social_workers(story):
    decided = story.writes(HANA, "I tripped on the steps of the prison and sprained my ankle.")
    assert templates(to(decided.mails, COLIN)) == ["attention/now"]
    assert not [mail for mail in decided.mails if "carer" in mail.text.casefold()]
    assert in_register(story)[0].missing == ("the form is not back",)


@pytest.mark.duty("L20")
def test_at_night_and_on_a_sunday_too(story):
    story.waits(days=5, hours=15)
    assert "attention/now" in templates(to(story.writes(IVO, FELL).mails, COLIN))


def test_a_form_that_does_not_come_back_stands_in_the_digest(story):
    story.writes(IVO, FELL)
    story.waits(days=6)
    assert "question-not-answered" in story.open_attention()


def test_open_tasks_are_the_only_items_beside_the_message(story):
    story.writes(IVO, FELL)
    found = [item.why for item in story.scheme.database.read(attention.open_items)]
    assert sorted(found) == ["incident", "tell-childs-worker", "tell-supervising-worker"]


@settings(deadline=None)
@given(st.text(max_size=60), st.sampled_from(["", "What happened: ", "Hurt, and how: ", "Told so far: "]))
def test_no_text_makes_the_form_raise_and_its_evidence_is_what_was_written(value: str, label: str) -> None:
    whole = f"{label}{value}\nWhen, and at what time: 3pm\nIn which place: park"
    for found in recognise_form(draft(whole)):
        assert found.kind is Kind.INCIDENT_REPORT
        assert found.evidence == whole[found.span.start : found.span.end]
