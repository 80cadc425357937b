"""Grounds, names and consents: recorded by those who decide, delaying nothing (B11, B12, L15, L17)."""

import tomllib
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from mailbot.opening import shipped
from mailbot.workflows.safeguarding.tables import concern_grounds, concern_log, concern_permissions
from tests.story import COLIN, DIRECTORY, HANA, IVO, LENA, TEAM, begin, templates, to
from tests.workflows.outside_story import CHARITY, GOVERNMENT, WORRY, case, form, left, log_of, of, one, raw, request

PARTNER = "hello@partner.example.org"
WITH_PARTNER = (
    DIRECTORY
    + f"""
[directory.river_trust]
address = "{PARTNER}"
verified_by = "L. Ekwall"
verified_on = 2026-04-01
[directory.other_trust]
address = "hello@other.example.org"
verified_by = "L. Ekwall"
verified_on = 2026-04-01
"""
)
PRISON_WORRY = "He told me that somebody on the wing hit him twice and he is terrified.\n"


@pytest.fixture
def story(tmp_path):
    story = begin(tmp_path)
    yield story
    story.scheme.database.close()
    assert "safeguarding/built_in_alert" not in templates(story.mails), "the rules themselves alert whom they should"


def grounds(story):
    rows = story.scheme.database.read(lambda conn: conn.execute(select(concern_grounds)).all())
    return [(row.person_id, row.decision, row.ground, row.discussed) for row in rows]


def permissions(story):
    return story.scheme.database.read(lambda conn: conn.execute(select(concern_permissions)).all())


def released(story):
    """A free text, released by the lead; what came of the release."""
    story.writes(IVO, WORRY)
    return story.writes(LENA, "RELEASE\n", answers=request(story)).mails


# The ground (L15, L17).


@pytest.mark.duty("L15", "L17")
def test_the_ground_is_asked_in_a_mail_of_its_own_and_delays_nothing(story):
    mails = released(story)
    question = one(mails, "ask_ground")
    assert question.to == (LENA,) and len(left(story)) == 1
    assert "of the person" in question.text and "Nothing waits for this answer" in question.text
    assert all(f"- {number}:" in question.text for number in range(1, 6))


@pytest.mark.duty("L15", "L17")
@pytest.mark.parametrize("ground", range(1, 6))
@pytest.mark.parametrize(
    ("said", "kept"), [("NO", "no"), ("yes", "yes"), ("IMPOSSIBLE", "impossible"), ("not possible", "impossible")]
)
def test_each_of_the_five_and_each_of_the_three_is_recorded_in_the_chronology(story, ground, said, kept):
    question = one(released(story), "ask_ground")
    decided = story.writes(LENA, f"{ground} {said}\n", answers=question)
    assert grounds(story)[0][1:] == ("released", ground, kept)
    last = story.scheme.database.read(
        lambda conn: conn.execute(
            select(concern_log).where(concern_log.c.what != "mailed").order_by(concern_log.c.id.desc())
        ).first()
    )
    assert last.what == "ground" and last.details == {"ground": ground, "discussed": kept}
    assert "the ground is recorded" in one(decided.mails, "noted").text


@pytest.mark.parametrize("answer", ["Ground 3, discussed: no", "2: YES.", "ground 2 and discussed first yes"])
def test_it_may_be_written_in_several_ways(story, answer):
    story.writes(LENA, answer + "\n", answers=one(released(story), "ask_ground"))
    assert grounds(story)[0][2] is not None


@pytest.mark.parametrize("answer", ["6 no", "2", "no", "2 no but ask me tomorrow", "12 no", "2 maybe", "0 yes"])
def test_anything_else_records_nothing_and_says_what_works(story, answer):
    decided = story.writes(LENA, answer + "\n", answers=one(released(story), "ask_ground"))
    assert grounds(story)[0][2:] == (None, None)
    assert "the number of the ground" in " ".join(to(decided.mails, LENA)[0].text.split())


@pytest.mark.duty("L15")
@pytest.mark.parametrize(("who", "dmarc"), [(IVO, "pass"), (COLIN, "pass"), (LENA, "fail")])
def test_the_ground_is_that_of_who_decided_and_of_nobody_else(story, who, dmarc):
    story.writes(who, "2 no\n", answers=one(released(story), "ask_ground"), dmarc=dmarc)
    assert grounds(story)[0][2:] == (None, None)


@pytest.mark.duty("L15", "L17")
def test_it_is_asked_again_on_each_next_working_day_until_it_is_answered(story):
    story.clock.move_to(datetime(2026, 5, 15, 15, 0, tzinfo=UTC))  # a Friday afternoon
    released(story)
    until_monday = datetime(2026, 5, 18, 7, 59, tzinfo=UTC) - story.clock.now()
    assert of(story.waits(seconds=until_monday.total_seconds()), "ask_ground") == []
    again = one(story.waits(minutes=2), "ask_ground")
    assert again.to == (LENA,)
    third = one(story.waits(days=1), "ask_ground")
    story.writes(LENA, "1 no\n", answers=third)
    assert of(story.waits(days=3), "ask_ground") == []


@pytest.mark.duty("L15")
def test_whoever_acknowledges_is_asked_too_in_every_pack_and_once(story):
    decided = story.writes(HANA, PRISON_WORRY, subject="P-1")
    alert = of(to(decided.mails, LENA), "officer_alert")[0]
    answered = story.writes(LENA, "ack\n", answers=alert)
    question = one(answered.mails, "ask_ground")
    assert grounds(story)[0][1:] == ("acknowledged", None, None)
    assert case(story).acknowledged_at is not None
    story.writes(LENA, "3 no\n", answers=question)
    assert grounds(story)[0][1:] == ("acknowledged", 3, "no")


def test_the_same_officer_is_not_asked_twice_for_one_case(story):
    decided = story.writes(IVO, WORRY)
    story.writes(LENA, "ack\n", answers=of(to(decided.mails, LENA), "officer_alert")[0])
    story.writes(LENA, "RELEASE\n", answers=request(story))
    assert len(of(story.mails, "ask_ground")) == 1 and len(left(story)) == 1


# The name (B11).


@pytest.mark.duty("B11")
def test_an_officers_name_yes_gives_the_name_to_one_recipient_in_the_reports_thread(story):
    done = one(released(story), "released")
    (report_mail,) = left(story)
    story.writes(LENA, "NAME YES\n", answers=done)
    mail = one(story.mails, "name_given")
    assert mail.to == (TEAM,) and mail.cc == () and mail.hold is None
    assert "Samira" in mail.text and "Samira" not in mail.subject
    own_id = next(
        line for line in raw(story, report_mail.id).splitlines() if line.startswith(b"Message-ID: ")
    ).split()[1]
    assert b"In-Reply-To: " + own_id in raw(story, mail.id)
    assert "Samira" not in report_mail.text
    assert [(row.what, row.entry) for row in permissions(story)] == [("name", "helpline_escalations")]
    assert "name-sent" in log_of(story)


@pytest.mark.duty("B11")
def test_it_is_given_once_only(story):
    story.writes(IVO, WORRY)
    first = request(story)
    story.waits(minutes=5)
    done = one(story.writes(LENA, "RELEASE\n", answers=request(story)).mails, "released")
    story.writes(LENA, "NAME YES\n", answers=done)
    again = story.writes(LENA, "NAME YES\n", answers=first)
    assert len(of(story.mails, "name_given")) == 1
    assert "before" in one(again.mails, "not_sent").text


@pytest.mark.duty("B11")
@pytest.mark.parametrize(
    ("who", "word", "dmarc"),
    [(IVO, "NAME YES", "pass"), (COLIN, "NAME YES", "pass"), (LENA, "NAME YES", "none"), (LENA, "Name yes?", "pass")],
)
def test_nobody_elses_word_and_no_other_word_gives_a_name(story, who, word, dmarc):
    done = one(released(story), "released")
    story.writes(who, word + "\n", answers=done, dmarc=dmarc)
    assert of(story.mails, "name_given") == [] and permissions(story) == []


@pytest.mark.duty("B11")
def test_no_name_goes_before_the_report_itself(story):
    story.writes(IVO, WORRY)
    refused = story.writes(LENA, "NAME YES\n", answers=request(story))
    assert of(story.mails, "name_given") == []
    assert "has to leave first" in " ".join(one(refused.mails, "not_sent").text.split())


@pytest.mark.duty("B11")
def test_no_mail_to_anybody_outside_names_the_person_without_it(story):
    story.writes(IVO, form(called="9.10 am today"))
    released(story)
    story.waits(hours=5)
    outside = [mail for mail in story.mails if {TEAM, GOVERNMENT, CHARITY} & {*mail.to, *mail.cc}]
    assert outside and not any("Samira" in mail.text + mail.subject for mail in outside)


@pytest.mark.duty("B11")
def test_each_written_authority_is_for_one_recipient_who_had_the_report_and_for_once(story):
    done = one(released(story), "released")
    story.writes(LENA, "NAME TO charity safeguarding\n", answers=done)
    assert [(mail.to, mail.cc) for mail in of(story.mails, "name_given")] == [((CHARITY,), ())]
    again = story.writes(LENA, "NAME YES\n", answers=done)
    assert of(again.mails, "name_given")[0].to == (TEAM,), "another recipient, another authority"
    assert [row.entry for row in permissions(story)] == ["charity_safeguarding", "helpline_escalations"]


@pytest.mark.duty("B11")
@pytest.mark.parametrize("whom", ["head of safeguarding", "somebody else", "prison staff", "charity"])
def test_no_name_goes_to_whoever_had_no_report_nor_to_the_nearest_entry(story, whom):
    done = one(released(story), "released")
    refused = story.writes(LENA, f"NAME TO {whom}\n", answers=done)
    assert of(story.mails, "name_given") == [] and permissions(story) == []
    assert "has had the report" in " ".join(one(refused.mails, "not_sent").text.split())


@pytest.mark.duty("B11")
def test_no_pack_that_is_shipped_lets_a_name_go_outside_by_itself(story):
    values = [tomllib.loads(path.read_text())["pack"]["values"] for path in shipped("rules").glob("schemes/*.toml")]
    assert len(values) == 4 and not any(each.get("outside_name") for each in values)


# Joint working (B12).


def shared_story(tmp_path):
    """A worry in prison that the lead took on; the mail that asks for the ground can be answered."""
    story = begin(tmp_path, directory=WITH_PARTNER)
    decided = story.writes(HANA, PRISON_WORRY, subject="P-1")
    alert = of(to(decided.mails, LENA), "officer_alert")[0]
    return story, one(story.writes(LENA, "ack\n", answers=alert).mails, "ask_ground")


def partner_mails(story):
    return to(story.mails, PARTNER)


@pytest.mark.duty("B12")
def test_without_recorded_consent_nothing_is_shared(tmp_path):
    story, question = shared_story(tmp_path)
    refused = story.writes(LENA, "SHARE WITH river trust\n", answers=question)
    assert partner_mails(story) == []
    assert "consent is not recorded" in " ".join(one(refused.mails, "not_sent").text.split())


@pytest.mark.duty("B12")
def test_with_it_what_was_reported_goes_to_that_organisation_once_and_names_nobody(tmp_path):
    story, question = shared_story(tmp_path)
    story.writes(LENA, "CONSENT River Trust\n", answers=question)
    assert [(row.what, row.entry) for row in permissions(story)] == [("consent", "river_trust")]
    story.clock.move_by(timedelta(days=1))
    again = story.waits(seconds=1) or story.waits(days=1)
    story.writes(LENA, "SHARE WITH river trust\n", answers=question)
    (mail,) = partner_mails(story)
    assert mail.to == (PARTNER,) and mail.hold is None and "Marek" not in mail.text
    assert "hit him twice" in mail.text
    story.writes(LENA, "SHARE WITH river trust\n", answers=of(again, "ask_ground")[0])
    assert len(partner_mails(story)) == 1


@pytest.mark.duty("B12")
def test_consent_for_one_organisation_is_none_for_another_and_can_be_taken_back(tmp_path):
    story, question = shared_story(tmp_path)
    story.writes(LENA, "CONSENT other trust\n", answers=question)
    story.writes(LENA, "SHARE WITH river trust\n", answers=question)
    assert partner_mails(story) == []
    story.writes(LENA, "NO CONSENT\n", answers=question)
    again = one(story.waits(days=1), "ask_ground")
    story.writes(LENA, "SHARE WITH other trust\n", answers=again)
    assert to(story.mails, "hello@other.example.org") == []


@pytest.mark.duty("B12")
@pytest.mark.parametrize(("who", "dmarc"), [(HANA, "pass"), (COLIN, "pass"), (LENA, "none")])
def test_nobody_else_records_a_consent_or_shares(tmp_path, who, dmarc):
    story, question = shared_story(tmp_path)
    story.writes(who, "CONSENT river trust\n", answers=question, dmarc=dmarc)
    assert permissions(story) == []
    story.writes(LENA, "CONSENT river trust\n", answers=question)
    story.writes(who, "SHARE WITH river trust\n", answers=question, dmarc=dmarc)
    assert partner_mails(story) == []


@pytest.mark.duty("B11", "B12")
def test_a_partner_that_had_the_report_by_consent_gets_the_name_by_an_authority_of_its_own_only(tmp_path):
    story, question = shared_story(tmp_path)
    story.writes(LENA, "NAME TO river trust\n", answers=question)
    assert partner_mails(story) == [], "nothing was shared with them yet"
    story.writes(LENA, "CONSENT river trust\n", answers=question)
    story.writes(LENA, "SHARE WITH river trust\n", answers=question)
    (shared,) = partner_mails(story)
    assert "Marek" not in shared.text
    story.writes(LENA, "NAME TO river trust\n", answers=one(story.waits(days=1), "ask_ground"))
    assert "Marek" in partner_mails(story)[-1].text and len(of(story.mails, "name_given")) == 1


@pytest.mark.duty("B12")
def test_a_name_that_is_not_in_the_directory_is_never_taken_for_the_nearest(tmp_path):
    story, question = shared_story(tmp_path)
    story.writes(LENA, "CONSENT rivers trust\n", answers=question)
    assert permissions(story) == []


@pytest.mark.duty("B12")
def test_a_pack_that_says_nothing_of_joint_working_shares_nothing(tmp_path):
    story = begin(tmp_path, directory=WITH_PARTNER)
    story.writes(IVO, WORRY)
    question = one(story.writes(LENA, "RELEASE\n", answers=request(story)).mails, "ask_ground")
    story.writes(LENA, "CONSENT river trust\n", answers=question)
    story.writes(LENA, "SHARE WITH river trust\n", answers=question)
    assert partner_mails(story) == []


@pytest.mark.duty("B12")
@pytest.mark.parametrize("mode", ["test", "team"])
def test_and_nothing_is_shared_but_in_live_mode(tmp_path, mode):
    story = begin(tmp_path, directory=WITH_PARTNER, mode=mode, team=f'["{HANA}", "{LENA}"]')
    decided = story.writes(HANA, PRISON_WORRY, subject="P-1")
    question = one(
        story.writes(LENA, "ack\n", answers=of(to(decided.mails, LENA), "officer_alert")[0]).mails, "ask_ground"
    )
    story.writes(LENA, "CONSENT river trust\n", answers=question)
    story.writes(LENA, "SHARE WITH river trust\n", answers=question)
    assert partner_mails(story) == []
