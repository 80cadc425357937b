"""How visitors ask the scheme to book a visit for them (B20). What they have booked themselves is none of it."""

import re

from mailbot.expressions import lazy

_VISIT = (
    r"(?:visit\w*|slot|appointment|session|place|space|date|time|next one|one|vo|visiting order"
    r"|video (?:call|visit))"
)
_SOME = r"(?:(?:the|a|an|my|our|his|her|their|another|this|that|next|first|prison|video|usual|new|legal)\s+)*"
_BOOK = r"(?:book|reserve|schedule)"
_ARRANGE = rf"(?:{_BOOK}|arrange|organise|sort(?: out)?|set up|fix(?: up)?|get|make|request|apply for)"
_PLEASE = r"(?:\s+(?:please|pls|kindly|possibly|also|just|perhaps|maybe|help(?: me)?(?: to)?))*"
_YOU = r"(?:you|u|someone|somebody|anyone|anybody|the office|the team|the scheme|one of you)"
_MAY = r"(?:can|could|would|will|might|may)"
_FOR_ME = rf"(?:me|us)\s+(?:in|on|a|an|the|onto|down|{_VISIT}|for|to|with|at|my|another)\b"
ASKS = lazy(
    # could you (please) book me in …, can somebody book the visit …
    rf"\b{_MAY}\s+{_YOU}{_PLEASE}\s+(?:{_BOOK}\s+(?:{_FOR_ME}|{_SOME}{_VISIT}\b|(?:it|this"
    rf"|that)\b(?=[^.?!]*\bfor (?:me|us)\b))"
    rf"|(?:arrange|organise|sort out|sort|set up|make|request)\s+{_SOME}{_VISIT}\s+(?:booking\s+)?(?:for me"
    rf"|for us|with|to|at|on|for the)\b"
    rf"|(?:get|put) (?:me|us) (?:booked|a (?:visit|slot|visiting order|booking)|in for|down for)\b"
    rf"|do (?:the|my|a|that) (?:visit )?booking)"
    # please book me in for the 14th
    rf"|(?:^\W*|\bplease\s+|\bpls\s+|\bkindly\s+|^\W*(?:[\w'’-]+,\s+)?)(?:{_BOOK})\s+{_FOR_ME}"
    rf"|\b(?:please|pls|kindly)\s+(?:help (?:me )?(?:to )?)?{_BOOK}\s+{_SOME}{_VISIT}\b"
    # would you mind booking, help with booking, I need a visit booking
    rf"|\b(?:would|do) you mind (?:{_BOOK}ing|booking|reserving|scheduling|arranging)\s+(?:{_FOR_ME}"
    rf"|{_SOME}{_VISIT}\b)"
    rf"|\b(?:need|want|like|appreciate|grateful for|do with|have)\s+(?:some\s+|a bit of\s+|your\s+"
    rf"|a\s+)?(?:help|hand|assistance)\s+"
    rf"(?:with\s+|in\s+|to\s+|please with\s+)?(?:booking|book|the booking|my booking|arranging|scheduling)\b"
    rf"|\b(?:help|assist) (?:me |us )?(?:with |to |in )?(?:book|booking|reserve|reserving|get|getting"
    rf"|arrange)\s+{_SOME}{_VISIT}\b"
    rf"|\b(?:i|we)(?:['’]d| would| should| want| need)?\s*(?:also\s+|really\s+)?(?:like|love|need"
    rf"|want)?\s*(?:you\s+|someone\s+|somebody\s+)?"
    rf"to (?:be booked (?:in|on)|have (?:a|my|the|another) visit booked|book (?:me|us)\b)"
    rf"|\b(?:can|could|may|might|shall) (?:i|we) (?:please )?(?:be booked (?:in|on|for)|get (?:a|my) visit booked)"
    rf"|\b(?:i|we) (?:need|want|would like|['’]d like) {_SOME}{_VISIT} (?:to be )?booked (?:for|in|on|please)\b"
    rf"|\bask (?:you|someone|the office) to book\s+(?:{_FOR_ME}|{_SOME}{_VISIT}\b)"
    rf"|\b(?:wonder\w*|grateful|glad|great|good|helpful|kind) (?:if|whether) {_YOU} (?:could|can|would"
    rf"|might){_PLEASE}\s+{_BOOK}\s+(?:{_FOR_ME}|{_SOME}{_VISIT}\b)",
    re.IGNORECASE,
)
# Not a visit, not a request, or taken back.
NOT = lazy(
    r"\b(?:don['’]?t|do not|never|no need|not|need(?:n['’]t| not)|without) (?:\w+ ){0,3}(?:book|reserve"
    r"|schedule|arrange|help)\w*"
    r"|\b(?:book|booked|booking) (?:me |us |him |her |a |the |my |an )*(?:table|train|ticket|flight|taxi"
    r"|cab|room|hotel|holiday|course"
    r"|training|meeting|support group|restaurant|cinema|film|dentist|doctor|gp|car|seat|minibus|interpreter"
    r"|hall|place on the)\b"
    r"|\b(?:training|support group|general meeting|meeting|course|agm|christmas (?:party|lunch)|away day"
    r"|expenses?|claim"
    r"|solicitor|dentist|doctor|gp|train|taxi|hotel|interpreter)\b"
    r"|\b(?:last (?:week|month)|already|yesterday|when you booked|if you had)\b|\b(?:asked|told) (?:me|them"
    r"|him|her) to book\b"
    r"|\b(?:cancel|unbook|un-book)\b|\bphone ?book|book club|comic book|(?:lend|borrow|give|bring|read"
    r"|write) (?:\w+ )?(?:the |a )?book",
    re.IGNORECASE,
)
