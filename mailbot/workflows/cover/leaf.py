"""Cover (S7, S8, S11, S12): what a backup reads, who is away, who comes along, and what both are reminded of."""

from datetime import timedelta

from mailbot.events import Kind
from mailbot.workflows.contract import Leaf, LeafAction, NoParams, TimerSpec
from mailbot.workflows.cover import away, back, company, copying, events, topics
from mailbot.workflows.cover.context import context
from mailbot.workflows.cover.recognise import recognise

LEAF = Leaf(
    name="cover",
    recognisers=(recognise,),
    events=(
        *(copying.CopyDue, events.AwaySaid, events.AwayNoted, events.CoverNeeded, events.BackupToKnow),
        *(events.AwayOver, events.SaidBackAgain, events.CompanyWanted, events.CompanyAsked),
        *(events.CompanyAnswered, events.CompanyUnanswered),
        *(topics.TopicSaid, events.TopicNoted, events.TopicShared, events.TopicDropped, events.TopicNear),
    ),
    actions=(
        LeafAction("copy_to_backup", NoParams, copying.copy_to_backup),
        LeafAction("note_absence", NoParams, away.note_absence),
        LeafAction("end_absence", NoParams, away.end_absence),
        LeafAction("note_back", NoParams, back.note_back),
        LeafAction("note_company", NoParams, company.note_company),
        LeafAction("answer_company", company.Answer, company.answer_company),
        LeafAction("share_topic", NoParams, topics.share_topic),
        LeafAction("note_topic", NoParams, topics.note_topic),
    ),
    timers=(
        TimerSpec(away.OVER, lambda t: timedelta(days=1), away.absence_over),
        TimerSpec(company.UNANSWERED, lambda t: t.replacement_unanswered_after, company.company_unanswered),
        TimerSpec(topics.NEAR, lambda t: timedelta(days=1), topics.near),
    ),
    hears={
        Kind.UNAVAILABLE: away.hear_away,
        Kind.ACKNOWLEDGEMENT: back.hear_back,
        Kind.QUESTION_OTHER: company.hear_company,
    },
    after_reading=topics.after_reading,
    context=context,
)
