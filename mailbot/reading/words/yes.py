"""How people say a plain yes to our question. All expressions are for text folded by `phrases.folded`."""

from mailbot.expressions import lazy

YES_WORDS = (
    r"(?:ye+s+|yep+|ye+a+h*|ye+h+|ye(?=,? (?:def|aye|all|it|we|mate|man)\w*\b)|def+o|si+m+(?:,? senhora?)?"
    r"|foi(?: sim)?|jawohl"
    r"|natuurlijk|naturlich|claro|certo|evet|haa?n ji|ji haa?n|ndiyo|igen|yup+|ya+h?|yah|aye+|s[ií]|oui|ja|da"
    r"|indeed|absolutely|certainly|of course"
    r"|sure(?: did)?"
    r"|correct|affirmative|confirmed|definitely|did(?=\s*(?:$|[.,!;]))|(?:it|we|i|i'm glad it|she"
    r"|he) (?:certainly |sure |surely "
    r"|most certainly |really )?did\b(?=\s*(?:$|[.,!;:)–—-]|indeed|yes|thank|thanks|go\b|take|happen|see|meet"
    r"|visit|get"
    r"|manage|and\b|on\b|yesterday|today))|did (?:it|indeed|so)|sure thing|all (?:ok|okay|fine|good|well|done"
    r"|grand)|as planned"
    r"|as usual|according to plan|without a hitch|to plan|just as planned|like clockwork|no hitch(?:es)?|swimmingly"
    r"|as arranged|as (?:per|scheduled)|no (?:problems?|issues?|worries)(?= (?:at all|it|all|went|we|everything))"
    r"|job done|done|(?:i )?(?:can|happy to) confirm|tak|po|oo|naam|нет да|да|так|نعم|بله|آره|እወ)"
)
# "By the grace of God yes": what may stand before an answer.
GRACE = (
    r"(?:by )?(?:the )?(?:grace|mercy|goodness|will|help) of (?:god|allah|the (?:lord|almighty))[ ,!.:–-]+"
    r"|by god'?s (?:grace|mercy|will)[ ,!.:–-]+|(?:if )?god (?:will(?:s|ing)?|permit(?:s|ting)?)[ ,!.:–-]+"
    r"|(?:thank god|thanks be to god|praise (?:god|be|the lord)|glory to god|alhamd\w+|inshallah|insha'?allah"
    r"|mashallah"
    r"|please god|deo volente)[ ,!.:–-]+"
)
_MET = (
    r"(?:(?:i|we|us|both(?: of us)?) )?(?:(?:can|hereby|do|did|have|both|all|duly|just|indeed) )*"
    r"(?:met|attended|confirm(?:ed)?(?: (?:my |our |the )?attendance)?)"
    r"(?=\s*(?:$|[.,!;:()–—-]|and\b|ta\b|thanks?\b|thx\b|no prob|today|yesterday|with\b|him\b|her\b|as\b))"
)
_HELLO = (
    r"(?:(?:dear|hi|hello|hiya|hey|morning|evening|afternoon|good (?:morning|evening|afternoon"
    r"|day))\b[^,.!\n?–-]{0,30}[,.!–-]"
    r"+\s*)?(?:(?:oh|ah|um|well|so|ha|haha|hahaha|lol|sorry|right|ok so|gosh|why|with (?:great "
    r"|much )?pleasure)[ ,!.]+)*"
    rf"(?:{GRACE})?"
)
YES = lazy(rf"^\W*{_HELLO}(?:{YES_WORDS}|{_MET})(?!\w)")
SIGNS = lazy(r"^\W*(?:👍|👌|✅|✔|☑|🎉|🙌|💯)")
