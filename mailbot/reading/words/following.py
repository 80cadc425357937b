"""What makes a day to come, beside the report of a visit, something else than the next visit.

All expressions are for folded text.
"""

from mailbot.expressions import any_of, lazy

# Where what is said of a day begins and ends.
STOP = lazy(r"[.;!?()\n]|,(?! ?\d)| [–—-]+ |\b(?:but|because|cos|as|so|which|who|when|since|though|although)\b")
# What was done already, or is said of a day that is over.
OVER = lazy(
    r"\b(?:was|were(?! (?:both|all|going|on)\b)|had|did|went|saw|met|took|came|rang|phoned|sat|spent|ate|drank"
    r"|died|dead|death|passed|cried|tried|fled|felt|told|sent|wrote|(?<!slots )(?<!places )(?<!spaces )left|made|ran"
    r"|became"
    r"|got (?!(?:a|the|my|our|another|us|me) (?:slot|date|visit|time|hour))|fell|lost|won|bought|paid|seen"
    r"|been (?!booked|reserved|given|offered|fixed|agreed|arranged|allotted|put)"
    r"|(?!agreed|booked|promised|pencilled|penciled|reserved|arranged|fixed|decided|confirmed|settled|planned"
    r"|scheduled|invited|offered|allocated|allotted|allowed|need|earmarked|diarised|ringed|circled|marked|noted"
    r"|secured|bagged|sorted|wanted|claimed|targeted|requested|rebooked|proposed|suggested|weekend|cleared"
    r"|approved|expected"
    r"|indeed|agread|signed|moved|rearranged|rescheduled|postponed|hundred)\w{3,}ed)\b"
)
# A day of the client's, of the office, or of the writer's own.
OF_SOMETHING = any_of(
    r"(?:(?<!our )(?<!my )(?<!next )(?<!coming )appointment|interview|court|hearing|tribunal|hospital|exams?"
    r"|birthday|wedding|solicitor|home office|trial"
    r"|parole|board|tests?|mocks?|gcses?|dentist|doctor|gp|clinic|scan|surgery|operation|op\b|college|school|term"
    r"|course|class|lesson|training|agm|committee|meeting (?:of|is)|meetings|'s meeting|supervision|dbs|licence"
    r"|party|christening|funeral"
    r"|concert|play\b|show|match|final|release|released|out on|tag|asylum|appeal|decision|deadline|eviction"
    r"|notice|section|review|ramadan|eid|easter|christmas|diwali|lent|hip\b|knee|idle|weeks|holidays?|leave|abroad"
    r"|away|cruise|nights"
    r"|shifts?|flight|(?<!we )(?<!i )transfer|transferred|deport\w*|removal|arrives?|starts?|begins?|ends?"
    r"|finish\w*|closes?"
    r"|closed|shut|opens?|expires?|due (?!to (?:see|visit|meet|go))|deadline|by the \d|before|until|till?|since|from"
    r"|anniversary|contact|lawyer|judge|assessment|move|moves|moving|strike|delivery|inspection|placement)",
    r"(?:ring|phone|call (?:you|me)|e-?mail|text|post|send|write|let (?:you|me) know|reply|forms?|claim|receipts?"
    r"|report|expenses?|money|pay|paid|cheque|bring (?!(?:him|her|them)\b)(?!\w+ (?:to|out)\b))",
    r"(?:wrong|correct|incorrect|right date|mistake|error|should (?:say|be|read)|subject|header|sworn|i work"
    r"|working|please|pls|see (?:you|u|ya)|someone|somebody|meant|written|after(?=\W*$))",
    r"(?:can|could|can't|cannot|cant|won't|wont|unable|not|never|no|nae|off(?! (?:round|over|up|down|out|to see"
    r"|there))|\w+n't|cancel\w*|scrap\w*|instead of)",
)
# What the client or anybody else does then, unless it is to the writer, or is said of the day.
THEIRS = lazy(
    r"\b(?:he|she|they|his|her|their)(?:'s|'ll|'d|'re|'ve)?\b(?! (?:agree[ds]?|said|says|knows|know|wants?|asked"
    r"|expects?|is (?:happy|fine|ok|free|expecting)|(?:is |are )?(?:happy|fine|ok|okay|free|expecting|good|up for)"
    r"|picked|chose|will (?:be )?(?:see|meet|expect\w*|have|allow|let)|would like|booked|promised|fancies|suggested"
    r"|place|flat|room|house))"
)
WITH_US = lazy(r"\b(?:i|we|me|us|our|my|both|again|next|visit|same|back)\b|\bi'|\bwe'")
# Beside a weekday alone, which may be the last as well as the next.
WORKS = lazy(
    r"\b(?:works?|suits?|fine|free|ok|okay|good with|happy with|up for|again|see(?:s|ing)?|meet(?:ing)?|visit(?:ing)?"
    r"|us\b|we're|we are|we go|we'll|both|try(?:ing)?|instead|next|going|go back|i'll|i'm|i will|i am|shall"
    r"|pencilled|booked"
    r"|agreed|arranged|rearranged|fixed|moved|promised|diary|the plan|plan is|attempt|substitute|alternative"
    r"|replacement|in its place|new (?:date|day|time)|transfer)\b"
)
MONEY = lazy(r"[£€$]|\d[.,]\d\d\b(?!\s?[ap]m| on | at )|\b(?:pounds?|quid|pence|miles?|receipts?|claim\w*)\b")
OURS = lazy(r"\b(?:i|we|me|us|both)\b|\b(?:i|we)'")
