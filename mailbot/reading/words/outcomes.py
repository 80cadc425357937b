"""What the outcome line and the reason line of a form say."""

import re

from mailbot.events import Outcome, Span
from mailbot.expressions import any_of, lazy
from mailbot.reading.words.tone import BAD, GLAD
from mailbot.reading.words.visit_words import NT

FORM_TOOK_PLACE = any_of(
    "(?:it )?took place",
    "y",
    "yes",
    "yep",
    "yeah",
    "y[ae]+h?",
    "yh",
    "yus",
    "(?:it )?went ahead",
    "happened",
    "done",
    "visited",
    "completed?",
    "ok",
    "fine",
    "went (?:well|ok|fine)",
    "as planned",
    "(?:(?:we|i|both|us) )?(?:(?:have|both|all|did) )*(?:seen|saw|met|meet)",
    "(?:all )?(?:present|as (?:planned|arranged|usual))|of course|oui|ja|tak|si|sure|correct|confirmed",
    "all (?:good|fine|ok|well)",
    "(?:it |we )?(?:certainly |indeed )?did(?! ?n)",
    "(?:held|made|attended|indeed|aye|yup|si|oui|affirm\\w*|positive|roger|certainly|absolutely|definitely|so|да|так)",
    start=r"\W*",
)
FORM_DID_NOT = any_of(
    rf"(?:it )?did{NT} (?:take place|happen|go ahead)",
    "no",
    "n",
    "nope",
    "missed",
    "not visited",
    "not (?:seen|met|kept|attended)",
    "not (?:completed?|done)",
    "no[- ]show",
    "not (?:this time|held|made|possible|meet|so)",
    rf"(?:(?:it|i|we|they|he|she) )?(?:did|could|was|were|had){NT}",
    r"(?:never|nobody|nah|naw|nae|nay|negative|nein|non|nie|nej|nee|nao|niet|ni|нет|ні|ne|unable)|not(?=\W*$)",
    start=r"\W*",
)
FORM_CANCELLED = any_of(r"(?:it was )?(?:cancell?ed|called off|postponed)", start=r"\W*")
_OUTCOMES = (
    (FORM_DID_NOT, Outcome.DID_NOT_TAKE_PLACE),
    (FORM_TOOK_PLACE, Outcome.TOOK_PLACE),
    (FORM_CANCELLED, Outcome.CANCELLED),
)

# Reasons that need no second look; any other is read by a person.
_PLAIN_REASON = any_of(
    r"(?:at|in|taken to) court",
    r"moved to another prison",
    r"transferred|released",
    r"lockdown|locked down|staff shortage|no staff",
    r"fire alarm",
    r"traffic|train (?:was )?cancelled|train strike|car trouble|flat tyre",
    r"holiday|away",
    r"(?:visits? )?cancelled by the prison|prison cancelled",
    r"(?:he|she|they) (?:was|were) out",
    r"wrong date",
)

_FEW, _MANY = 8, 25  # words
_WORD = lazy(r"[^\W\d_]{2,}")
_NO_ANSWER = lazy(
    r"\?|\b(?:n/a|not applicable|see|below|above|attached|unknown|don'?t know|dunno|not (?:sure|yet)|later|tba"
    r"|tbc|will|next"
    r"|delete|yes ?/|yes or no|maybe|perhaps|some\w+|part\w*|half)\b"
)
_SIGNS = lazy("[✓✔✅👍✗✘❌]")


def outcome_of(value: str) -> "tuple[re.Match[str], Outcome] | None":
    """What the folded value of a form's outcome line begins with, and the words that say so."""
    value = _SIGNS.sub(lambda match: "n" if match.group() in "✗✘❌" else "y", value)
    found = ((pattern.match(value), outcome) for pattern, outcome in _OUTCOMES)
    return next(((match, outcome) for match, outcome in found if match), None)


def likely_outcome(value: str) -> "tuple[re.Match[str], Outcome] | None":
    """What a folded value most likely says whose words are in no list; asked about."""
    found = _WORD.search(value)
    bad, words = BAD.search(GLAD.sub(" ", value)), len(value.split())
    if found is None or words > _MANY or _NO_ANSWER.search(value) or (bad and words > _FEW):
        return None
    return found, Outcome.DID_NOT_TAKE_PLACE if bad else Outcome.TOOK_PLACE


def plain_reasons(value: str) -> list[Span]:
    """The stretches of a reason that need no second look."""
    return [Span(*match.span()) for match in _PLAIN_REASON.finditer(value.lower())]
