"""Answers about a report to outside teams (C1 to C7, B11, B12, L15, L17)."""

from mailbot.workflows.attention.forms import ANY_OTHER_WORD, Form, Takes

# Nothing but a courtesy may stand behind those that send.
SEND_REPORT = Form(
    "yes",
    r"(?:(?:yes|yep|yeah|ok|okay|y)[,.!]? ?)?(?:please )?(?:yes|yep|yeah|ok|okay|y|send|go ahead)"
    r"(?: (?:it|this|the report))?(?: (?:please|now))?",
    "YES",
    taken_back=r"\b(?:but|however|not|never|except|unless|if|only|or|maybe|perhaps|wait|later|first|change|instead"
    r"|when|once|after|until)\b|n['’]t\b|\?",
)
RELEASE = Form(
    "release",
    r"(?:yes[,.]? )?(?:please )?(?:released?|send)(?: (?:it|this|the report))?(?: as it (?:is|stands))?",
    "RELEASE",
    officer=True,
    taken_back=ANY_OTHER_WORD,
)
HEAD = Form(
    "head",
    r"(?:please )?(?:release|send)(?: (?:it|this|the report))?(?: also| too)? (?:to )?(?:the )?head"
    r"(?: of safeguarding)?",
    "SEND TO HEAD",
    officer=True,
    taken_back=ANY_OTHER_WORD,
)
NAME = Form("name", r"name yes", "NAME YES", officer=True, taken_back=ANY_OTHER_WORD)
NAME_TO = Form("name_to", r"name to", "NAME TO and the organisation", Takes.WORDS, officer=True)
_NO_REPORT = r"(?:no report(?: is)?(?: needed| necessary| required)?|do(?:n['’]t| not) send(?: it)?)"
NO_REPORT = Form("no_report", _NO_REPORT, "NO REPORT NEEDED", officer=True, taken_back=ANY_OTHER_WORD)
# Two answers in one line: about the report, and that the officer has taken the case on.
ACK_NO_REPORT = Form(
    "have_it_no_report",
    rf"(?:ack(?:nowledged?)?|i(?: have|['’]ve| have got|['’]ve got) (?:this|it)) *[,.;:–—-]* *(?:and +)?{_NO_REPORT}",
    "ACK, NO REPORT NEEDED",
    officer=True,
    taken_back=ANY_OTHER_WORD,
)
CONSENT = Form("consent", r"consent", "CONSENT and the organisation", Takes.WORDS, officer=True)
NO_CONSENT = Form("no_consent", r"no consent", "NO CONSENT", Takes.WORDS, officer=True)
SHARE = Form("share", r"share with", "SHARE WITH and the organisation", Takes.WORDS, officer=True)
GROUND = Form(
    "ground",
    r"(?:grounds?\W*)?(?=[1-5]\b\W*(?:and\W*)?(?:discussed\W*(?:first\W*)?)?(?:yes|no|impossible|not possible)\W*$)",
    "the number of the ground and YES, NO or IMPOSSIBLE, as in 2 NO",
    Takes.WORDS,
)
WITH_OTHERS = (NO_CONSENT, CONSENT, SHARE, NAME_TO)
