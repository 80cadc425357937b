"""Weaker ways to say that a client will be visited: they count only beside the client and one day to come; asked.

All expressions are for folded text.
"""

from mailbot.expressions import any_of
from mailbot.reading.words.visit_words import FINE

_SEE = (
    r"(?:see(?:ing)?|meet(?:ing)?|visit(?:ing)?|pop(?:ping)?|drop(?:ping)? (?:in|by|round|over)|call(?:ing)? (?:in|on"
    r"|round|by)|swing(?:ing)?|look(?:ing)? (?:in|out for me|after)|com(?:e|ing)|go(?:ing)?(?! (?:to (?:work|bed"
    r"|the gym)))"
    r"|be(?:ing)? (?:with|at|there|round)|tak(?:e|ing)|walk(?:ing)?|hav(?:e|ing)(?! (?:seen|met|been|visited"
    r"|gone))|catch(?:ing)? up|spend(?:ing)?"
    r"|do(?:ing)?|try(?:ing)?|fetch(?:ing)?|collect(?:ing)?|pick(?:ing)? up|play(?:ing)?|cook(?:ing)?|bak(?:e|ing)"
    r"|set(?:ting)? off)"
)
# What can only be to come, whatever the tense of the rest.
SURELY = any_of(
    rf"(?:hop(?:e|ing)|plan(?:ning)?|intend(?:ing)?|aim(?:ing)?|want(?:ing)?|mean|expect(?:ing)?|due|try(?:ing)?"
    rf"|ready"
    rf"|set|all set|signed up|down|booked (?:up )?|look(?:ing)? forward) to (?:be )?(?:{_SEE})",
    rf"(?:promised|told|said to|agreed with|arranged with|asked) (?!me\b|us\b)\w+ (?:that )?(?:to (?:expect|look out"
    rf"|wait|be ready)|(?:i|we)(?:'d|'ll| would| will| shall| was| am|'m)? {_SEE})",
    rf"(?:i|we|and me|both)(?:'ll| will| shall| shal|ll| might| may)(?: both| then| also| probably| hopefully"
    rf"| all)? (?:be )?{_SEE}",
    rf"(?:would|'d) (?:like|love|be (?:glad|happy|delighted)) to (?:be )?{_SEE}",
    r"it(?:'ll| will)(?: have to)? be(?= (?:on |the |this |next )*(?:mon|tue|wed|thu|fri|sat|sun|\d))"
    r"|when i next (?:see|visit|meet)"
    r"|(?:asked|invited|wants|wanted) (?:me|us) (?:back|over|round|again)",
    r"roll on|(?:my|our) next (?:hour|visit|one|session|time|slot|turn|go)|back (?:again )?to (?:see|visit)",
    r"(?:is|are|been|now|it'?s) (?:all )?(?:arranged|booked|fixed|agreed|settled|sorted|in hand|in the diary)",
    r"(?:expect(?:s|ing)?|awaiting|waiting for) (?:me|us)\b",
    r"(?:^\W*|i'?m |i am |we'?re |we are |be )(?:seeing|visiting|meeting)\b",
    rf"(?:i|we)(?:'d|'ll)? {_SEE}[^.;!?]{{0,30}} if (?:you|somebody|someone|i|my lift|they|the)\b",
)
WEAKLY = any_of(
    r"(?:i|we|me|my|i've|i'm|us)\b[^.;!?]{0,30}\b(?:down for|down at|pencilled|keeping|kept|saving|saved"
    r"|reserved|reserving"
    r"|set aside|signed up|put my name|name down)",
    r"^\W*off (?:with|to)\b|^\W*next\b|appointment with",
    r"(?:has|have|'s got|got|put) (?:me|us) (?:down|in|booked|pencilled)",
    r"(?:we'?re|i'?m|we are|i am|and me are|and i are) (?:on|down|due|for|at|along|there|up|all set)\b",
    r"(?:got|have|given|gave|with|has) (?:me |us )?(?:a|the|our|my|another)? ?(?:\w+ )?slot\b|slot (?:with|for)\b",
    rf"(?:i|we|and me|and i) {_SEE}",
    rf"^\W*(?:will |shall |to )?{_SEE}\b",
    r"so (?:it is|it's|that's|that is)\b",
    r"(?:confirmed|booked|cleared|approved|arranged|allowed|given) (?:by|with|from|through) the",
    rf"{FINE} (?:to go|for)",
)
NOT_SO = any_of(
    r"(?:unless|whether|when does|told me|rang me|his|her|their) (?!(?:place|flat|room|house|door|favourite)\b)\w+",
    r"^\W*if\b|must stop|have to stop|stop (?:the |my |our )?visits|finish with|resign|give up|(?:i|we) move\b",
    r"\w+'s (?:sister|brother|mum|mother|dad|father|wife|husband|son|daughter|friend|cousin|carer|solicitor"
    r"|family)\b",
    r"(?:ring|rang|phone|call (?:him|her|them|you|me)|text|email|e-mail|post|send|write)\b",
    r"(?:tell|ask|mention|discuss|speak|talk) (?:to |about )?(?:you|me|us)",
)
