"""Visits: what became of them, when the next one is, and what happens to those that were not kept (B10)."""

from datetime import timedelta

from mailbot.events import Kind
from mailbot.workflows.contract import Late, Leaf, LeafAction, NoParams, TimerSpec
from mailbot.workflows.visits import events, holding, rhythm, silence
from mailbot.workflows.visits.hearing import hear_other, hear_plan, hear_report
from mailbot.workflows.visits.invitations import bring_up_to_date, keep_answer
from mailbot.workflows.visits.recognise import recognise
from mailbot.workflows.visits.recording import (
    count_reminder,
    plan_visit,
    put_off_reminding,
    record_visit,
    remind_before,
)
from mailbot.workflows.visits.resuming import take_up_again
from mailbot.workflows.visits.rhythm_events import NextUnplanned, RhythmDue, VisitOverdue
from mailbot.workflows.visits.saying import context
from mailbot.workflows.visits.settling import settle_report
from mailbot.workflows.visits.welcome import WELCOME, WelcomeDue, remember_welcome, welcome_due

LEAF = Leaf(
    name="visits",
    recognisers=(recognise,),
    events=(
        *(events.VisitReported, events.PlanReported, events.VisitWentOtherwise, events.VisitContradicted),
        *(events.VisitTookPlace, events.VisitMissed, events.VisitCancelled, events.VisitPlanned),
        *(events.VisitHeld, events.HeldDayOver),
        *(events.VisitComing, events.VisitUnconfirmed, events.ReplacementUnanswered),
        *(RhythmDue, NextUnplanned, VisitOverdue, WelcomeDue),
    ),
    actions=(
        LeafAction("record_visit", NoParams, record_visit),
        LeafAction("settle_report", NoParams, settle_report),
        LeafAction("put_off_reminding", NoParams, put_off_reminding),
        LeafAction("plan_visit", NoParams, plan_visit),
        LeafAction("book_what_waits", NoParams, holding.book_what_waits),
        LeafAction("remind_before", NoParams, remind_before),
        LeafAction("count_reminder", NoParams, count_reminder),
        LeafAction("look_at_matches", NoParams, rhythm.look_at_matches),
        LeafAction("remember_nudge", NoParams, rhythm.remember_nudge),
        LeafAction("remember_overdue", NoParams, rhythm.remember_overdue),
        LeafAction("remember_welcome", NoParams, remember_welcome),
        LeafAction("take_up_visits_again", NoParams, take_up_again),
        LeafAction("bring_calendar_up_to_date", NoParams, bring_up_to_date),
    ),
    timers=(
        TimerSpec(
            silence.ASKED, lambda t: t.visit_reminder_after, silence.unconfirmed, counts_from=silence.end_of_visit
        ),
        TimerSpec(silence.UNANSWERED, lambda t: t.visit_unanswered_after, silence.unanswered),
        TimerSpec(silence.BEFORE, lambda t: t.visit_before, silence.coming),
        TimerSpec("replacement-unanswered", lambda t: t.replacement_unanswered_after, silence.replacement_unanswered),
        TimerSpec(holding.LOOK, lambda t: timedelta(), holding.look),
        TimerSpec(holding.DAY_OVER, lambda t: timedelta(), holding.held_day_over),
        TimerSpec(rhythm.RHYTHM, lambda t: timedelta(days=1), rhythm.rhythm_due, late=Late.SEND),
        TimerSpec(rhythm.NEXT, lambda t: timedelta(), rhythm.next_visit),
        TimerSpec(WELCOME, lambda t: timedelta(), welcome_due),
    ),
    hears={
        Kind.VISIT_CONFIRMED: hear_report,
        Kind.VISIT_MISSED: hear_report,
        Kind.VISIT_CANCELLED: hear_report,
        Kind.VISIT_PLANNED: hear_plan,
        Kind.QUESTION_OTHER: hear_other,
    },
    context=context,
    repeats={rhythm.RHYTHM: rhythm.next_morning},
    still_wanted={
        silence.QUESTION: silence.still_unknown,
        "visits/ask_what_happened": silence.still_unknown,
        "visits/when_next": rhythm.still_unplanned,
    }
    | dict.fromkeys(silence.BEFORE_TEMPLATES, silence.still_coming),
    after_reading=keep_answer,
)
