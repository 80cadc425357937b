"""Why a person is asked to look: codes for the records, and the words for letters."""

from enum import StrEnum


class Why(StrEnum):
    """The reasons that rules and the engine give. Each has its words in `WORDS`."""

    NOT_UNDERSTOOD = "not-understood"
    PARTLY_UNDERSTOOD = "partly-understood"
    ENCRYPTED = "encrypted"
    HARM_UNPLACED = "harm-unplaced"
    HARM_IN_MACHINE_MAIL = "harm-in-machine-mail"
    NOT_PROCESSED = "not-processed"
    WITHHELD = "withheld"
    TIMER_FAILED = "timer-failed"
    CONCERN = "concern"
    CONCERN_ADDED_TO = "concern-added-to"
    ESCALATION_NOT_POSSIBLE = "escalation-not-possible"
    ESCALATION_UNANSWERED = "escalation-unanswered"
    PROVIDER_NOT_TOLD = "provider-not-told"
    QUESTION_NOT_ANSWERED = "question-not-answered"
    CONTACT_CHANGED = "contact-changed"
    NOT_THEIRS = "not-theirs"
    NOT_VERIFIED = "not-verified"
    MAY_NOT_REPORT = "may-not-report"
    CLIENT_NOT_KNOWN = "client-not-known"
    IMPOSSIBLE_DATE = "impossible-date"
    VISIT_NOT_CONFIRMED = "visit-not-confirmed"
    CLIENT_TO_TELL = "client-to-tell"
    NO_REPLACEMENT = "no-replacement"
    VISIT_OVERDUE = "visit-overdue"
    TOLD_OTHERWISE = "told-otherwise"
    ADMINISTRATION_RESTS = "administration-rests"
    NO_COVER = "no-cover"
    AWAY_UNCLEAR = "away-unclear"
    AWAY_OPEN = "away-open"
    AWAY_CHANGED = "away-changed"
    CLAIM_WAITS = "claim-waits"
    CLAIM_UNCLEAR = "claim-unclear"
    COMPLAINT = "complaint"
    SAID_SOMETHING = "said-something"
    LONE_WORKING = "lone-working"
    LONE_OVERDUE = "lone-overdue"
    LONE_DOUBTFUL = "lone-doubtful"
    LONE_TROUBLE = "lone-trouble"
    LONE_NOT_MOVED = "lone-not-moved"
    LONE_NOT_THEIRS = "lone-not-theirs"
    VISIT_PLACED = "visit-placed"
    INCIDENT = "incident"
    TELL_SUPERVISING_WORKER = "tell-supervising-worker"
    TELL_CHILDS_WORKER = "tell-childs-worker"
    BOUNDARY_SAID = "boundary-said"
    BOUNDARY_ASKED = "boundary-asked"
    PROFESSIONAL_NEEDED = "professional-needed"
    SECURE_UNIT = "secure-unit"
    HEALTH_SAFETY = "health-safety"
    SECURE_REFERRAL = "secure-referral"
    SECURE_HOURS_OVER = "secure-hours-over"
    JOINT_WORKING = "joint-working"
    ADVICE_GIVEN = "advice-given"
    ADDRESS_FAILS = "address-fails"
    ALERT_BOUNCED = "alert-bounced"
    CALENDAR = "calendar"
    BEGINNING_MISSING = "beginning-missing"
    FIRST_VISIT_CALL = "first-visit-call"
    REVIEW_UNINVITED = "review-uninvited"
    REVIEW_UNANSWERED = "review-unanswered"
    BOOK_VISIT = "book-visit"
    SUPPORT_WANTED = "support-wanted"
    IDEA = "idea"
    CONTACT_DUE = "contact-due"
    NEW_BACKUP = "new-backup"
    TRIAL_REVIEW = "trial-review"
    TRIAL_OVERDUE = "trial-overdue"
    SOLO_VISIT = "solo-visit"
    WENT_TOO_EARLY = "went-too-early"
    NEVER_BOOKED = "never-booked"
    CLEARANCE_RUNS_OUT = "clearance-runs-out"
    CLEARANCE_OUT = "clearance-out"
    LEAVES_SCHEME = "leaves-scheme"
    CLOSURE_REVIEW = "closure-review"
    VISITS_TO_HAND_OVER = "visits-to-hand-over"
    AFTER_RELEASE = "after-release"
    ANSWER_UNCLEAR = "answer-unclear"
    MEETING_NOT_SENT = "meeting-not-sent"
    ABSENCE_TO_AGREE = "absence-to-agree"
    WHO_CAME = "who-came"
    MISSED_WITHOUT_WORD = "missed-without-word"
    COMMAND_REFUSED = "command-refused"
    POST_TO_READ = "post-to-read"
    MAIL_HELD = "mail-held"
    MAIL_FAILED = "mail-failed"
    MAIL_UNCERTAIN = "mail-uncertain"
    OUTSIDE_KEPT = "outside-kept"
    KEPT_WRITES = "kept-writes"
    NOBODY_LEFT = "nobody-left"
    ASKS_ABOUT_SELF = "asks-about-self"


WORDS = {
    Why.NOT_UNDERSTOOD: "a message could not be understood",
    Why.PARTLY_UNDERSTOOD: "a message was understood in part only",
    Why.ENCRYPTED: "a message is encrypted and could not be read",
    Why.HARM_UNPLACED: "a message shows words of harm, or of another language, perhaps in quoted text",
    Why.HARM_IN_MACHINE_MAIL: "an automatic mail shows words of harm",
    Why.NOT_PROCESSED: "a message could not be processed",
    Why.WITHHELD: "the mail server lists a message in the inbox, but does not hand it out: look there",
    Why.TIMER_FAILED: "a reminder could not be worked out",
    Why.CONCERN: "somebody wrote about a worry",
    Why.CONCERN_ADDED_TO: "somebody wrote more about an open case",
    Why.ESCALATION_NOT_POSSIBLE: "an escalation could not be written: something is missing, or not allowed here",
    Why.ESCALATION_UNANSWERED: "an escalation has not been answered in time",
    Why.PROVIDER_NOT_TOLD: "the provider of that place is left out of a report: its directory entry is not usable",
    Why.QUESTION_NOT_ANSWERED: "somebody was asked what they meant, and has not answered",
    Why.CONTACT_CHANGED: "somebody's address or phone was changed, after their old address said yes",
    Why.NOT_THEIRS: "somebody says that a message in their name was not theirs, or answered for somebody else",
    Why.NOT_VERIFIED: "we cannot be sure who wrote a message; nothing was recorded",
    Why.MAY_NOT_REPORT: "somebody wrote about a visit that is not theirs; nothing was recorded",
    Why.CLIENT_NOT_KNOWN: "a message does not say clearly whom it is about",
    Why.IMPOSSIBLE_DATE: "a message gives a date that cannot be right; nothing was recorded",
    Why.VISIT_NOT_CONFIRMED: "nobody has said how a visit went",
    Why.CLIENT_TO_TELL: "the person visited has to be told about a visit",
    Why.NO_REPLACEMENT: "a visit was not kept and has no replacement",
    Why.VISIT_OVERDUE: "the agreed time between two visits is over, and no next visit is planned",
    Why.TOLD_OTHERWISE: "somebody says of a recorded visit what cannot be true as well; nothing was changed",
    Why.ADMINISTRATION_RESTS: "our reminders and questions rest after what somebody wrote, until you say ASK AGAIN",
    Why.NO_COVER: "nobody covers a visit, or comes along, while somebody is away or has not answered",
    Why.AWAY_UNCLEAR: "somebody is away, and the days that they give cannot be right or are not sure",
    Why.AWAY_OPEN: "somebody is away and does not know until when: please agree with them who visits",
    Why.AWAY_CHANGED: "somebody is back, or away on other days than they said before: please see who visits",
    Why.CLAIM_WAITS: "a claim waits for a decision",
    Why.CLAIM_UNCLEAR: "a claim could not be read in full",
    Why.COMPLAINT: "somebody is not content with a coordinator: coordinators are not sent this message",
    Why.SAID_SOMETHING: "somebody wrote something that a person should see",
    Why.LONE_WORKING: "somebody set off alone, and mailbot cannot tell when they will be back: please watch over it",
    Why.LONE_OVERDUE: "somebody set off alone and has not written that they are back: please phone them now",
    Why.LONE_DOUBTFUL: "a message says that somebody is safely back, but we cannot be sure that it is theirs",
    Why.LONE_TROUBLE: "somebody who is out alone wrote something that sounds as if they are not safe",
    Why.LONE_NOT_MOVED: "somebody who is out alone wrote of a time that we cannot be sure of; it changed nothing",
    Why.LONE_NOT_THEIRS: "somebody set off alone to a visit that is not theirs; they are watched all the same",
    Why.VISIT_PLACED: "a visit may be in a place where none should be: a visitor's home, or alone in a room",
    Why.INCIDENT: "somebody wrote about an accident or a near miss",
    Why.TELL_SUPERVISING_WORKER: "the supervising social worker has to be told of an accident or a near miss",
    Why.TELL_CHILDS_WORKER: "the social worker of the person visited has to be told of an accident or a near miss",
    Why.BOUNDARY_SAID: "a message may touch on what this scheme wants talked over with a coordinator, such as money,"
    " gifts or contact details; mailbot reads words only, and has said nothing of it to its writer",
    Why.BOUNDARY_ASKED: "somebody asks before they give, lend or take something: please answer them",
    Why.PROFESSIONAL_NEEDED: "somebody may need a lawyer, a doctor or another professional",
    Why.HEALTH_SAFETY: "somebody may have written about a health or safety issue",
    Why.SECURE_UNIT: "somebody may be in a secure unit: after 72 hours a referral is due at once, and the visitor is"
    " told of any intention to renew the order",
    Why.SECURE_REFERRAL: "somebody is in a secure unit, and a referral is due when 72 hours are over",
    Why.SECURE_HOURS_OVER: "by what was written, somebody has been in a secure unit for 72 hours: the referral is due"
    " now",
    Why.JOINT_WORKING: "another organisation may want to work with us, or to hear, about somebody: explain it to the"
    " person and record their consent first; nothing is shared before",
    Why.ADVICE_GIVEN: "somebody may have given advice that is a professional's to give; they heard that a coordinator"
    " can say to whom such questions are referred",
    Why.ADDRESS_FAILS: "mail to an address could not be delivered",
    Why.ALERT_BOUNCED: "a safeguarding mail could not be delivered: please phone",
    Why.CALENDAR: "somebody answered an invitation in their calendar",
    Why.BEGINNING_MISSING: "a visit is planned before everything that it takes to begin is recorded",
    Why.FIRST_VISIT_CALL: "a first visit took place: please call the visitor",
    Why.REVIEW_UNINVITED: "a visitor means to go to a review, and as far as we know nobody asked them to come",
    Why.REVIEW_UNANSWERED: "a visitor has not said whether they were asked to come to a review",
    Why.BOOK_VISIT: "a visitor asks us to book a visit",
    Why.SUPPORT_WANTED: "a visitor may need some support",
    Why.IDEA: "somebody has an idea for the scheme",
    Why.CONTACT_DUE: "it is time to be in touch with a visitor and the person they visit",
    Why.NEW_BACKUP: "a match has another backup: the person visited needs their contact details",
    Why.TRIAL_REVIEW: "the visits of a trial period have taken place: its review is due",
    Why.TRIAL_OVERDUE: "the review of a trial period is overdue",
    Why.SOLO_VISIT: "a new visitor went alone before they said that they are confident",
    Why.NEVER_BOOKED: "a day that was kept for a visit is over, and what had to come first was not recorded in time",
    Why.WENT_TOO_EARLY: "a visit took place that was not booked, as something had to come before it",
    Why.CLEARANCE_RUNS_OUT: "a clearance runs out soon, or has run out",
    Why.CLEARANCE_OUT: "a clearance has run out, and visits are planned",
    Why.LEAVES_SCHEME: "somebody leaves the scheme",
    Why.CLOSURE_REVIEW: "a match ends: its closure review is to be recorded, before that it is not closed",
    Why.VISITS_TO_HAND_OVER: "a match ends, and nobody has its coming visits",
    Why.AFTER_RELEASE: "somebody writes about staying in touch after release: please answer, nothing was promised",
    Why.ANSWER_UNCLEAR: "somebody answered a question of ours in words that were not understood",
    Why.MEETING_NOT_SENT: "nobody released the invitations to a meeting, and its day has come: nobody was invited",
    Why.ABSENCE_TO_AGREE: "somebody cannot come to a meeting: please answer the mail about it",
    Why.WHO_CAME: "nobody has said yet who was missing at a meeting",
    Why.MISSED_WITHOUT_WORD: "somebody was missing at a meeting and had not said that they cannot come",
    Why.COMMAND_REFUSED: "an instruction was not carried out",
    Why.POST_TO_READ: "somebody wants to post something in public: please read it with them first",
    Why.MAIL_HELD: "mails wait, as more than the allowed number would have gone out",
    Why.MAIL_FAILED: "a mail could not be delivered",
    Why.MAIL_UNCERTAIN: "a mail may or may not have gone out",
    Why.OUTSIDE_KEPT: "a report was not sent to an outside contact, as it may be about them: please phone others",
    Why.KEPT_WRITES: "somebody from whom an open case is kept has written about it: they were told nothing of it",
    Why.ASKS_ABOUT_SELF: "somebody asks whether there is anything about them: mailbot told them nothing either way",
    Why.NOBODY_LEFT: "a worry could be shown to nobody here, as it may be about each of them: others must read it",
}
