"""Whether a text is in a language other than English, and whether it sounds like alarm or like a routine report.

A volunteer who writes English as a rule, and now does not, mostly has no time or no words for it. For folded text.
"""

from collections.abc import Iterable, Iterator

from mailbot.expressions import any_of, lazy
from mailbot.reading.words.abroad import DID, DID_NOT, NEXT, found_in
from mailbot.reading.words.phrases import folded

_LONG = 18  # words; a shorter text is a greeting or a note
_LONG_UNSPACED = 50  # characters, where it is not written with our letters
_SHORT = 3  # words of a sentence; fewer are a name or a greeting
_WORD = lazy(r"[^\W\d_]+")
_ENGLISH_LIST = (
    "the and i is was to of a in it he she his her him for with on that you my but we at not are have"
    " had be me this so"
    " they as all from no by will can your our am just up out if or about there been has do what who when did how us"
)
_ENGLISH = frozenset(_ENGLISH_LIST.split())
_SHARED_LIST = "a i in as on do no so me am an we he at to is was of her all will or if"
_OTHERS_LIST = (
    # Spanish, Portuguese, French, Italian
    "que el la los las de del en con por para una uno como pero mi se su lo le ya esta muy cuando porque hoy ayer y"
    " es os um uma da na nao com ele ela mas meu minha foi ontem hoje muito quando isso sao ao dos das"
    " les des du une et"
    " est il elle je ne pas qui dans sur pour avec mon ma ses son sa nous vous ont sont hier au ce gli"
    " di che e non per"
    " un della dal alla ha ho lui lei sono ieri oggi piu si nel anche questo"
    # German, Dutch, Romanian, Polish, Czech
    " der die das und ich ist nicht ein eine mit dem den er sie es zu auf von mir ihr ihm hat habe dass heute gestern"
    " het een van ik niet dat hij zij mij met voor op nu cu pe este ca din fost dar ea ei azi mai unde"
    " nie ze jest ja po"
    " jego jej czy ale dzis wczoraj byl byla jak od za przez mnie ho mu ji dnes vcera"
    # Welsh, Albanian, Somali, Turkish, Vietnamese, Swahili, Tagalog
    " yn mae wedi ei ar yr ac ddim fy o dyw ddoe heddiw gan am mewn nid oedd te nuk dhe nga eshte kane tha ka mua iyo"
    " waa oo ku uu ay aan waan ii ayaa waxay hadda ve bir bu icin cok ben dun bugun gibi ama var yok toi anh em co va"
    " khong cho nay bi voi noi chi ya wa ni kwa yake sana leo jana ang ng sa ko siya niya"
    # Kurdish, Hindi and Urdu in our letters
    " ez min ji bi ku xwe hai hain mein nahi nahin mujhe usne uska uski kya aur"
    # More of Italian, Somali, Turkish, Polish, Romanian, German, Spanish and Portuguese
    " della nella nel sul alle dei delle ci mia suo poi dopo ogni gli piu mio sempre senza hanno aveva detto"
    " wuu buu igu iga uga ugu soo inay inuu inaan markii marka kala kuma aniga ilaa maya meel nin naag"
    " bana beni onu ona diye dedi degil sonra daha ile gece kadar bize nasil hic simdi evde"
    " mnie jestem sobie tylko juz tego ktory tym jej mowi bylo teraz tam nigdy zawsze przed"
    " imi lui fara toate ii noaptea spune zice vrea aici acolo mea"
    " mich dich ihn wir aber auch noch nur kein keine wenn aus bei nach seine seiner ihre ihren sagt"
    " nos les sin tiene sus esta eso aqui ahora siempre nunca cada foi tem diz dele dela eles sem"
)
_OTHERS = frozenset(_OTHERS_LIST.split()) - frozenset(_SHARED_LIST.split())
_MARKED = lazy(r"[àáâãäåæçèéêëìíîïñòóôõöøùúûüýćčđěğıłńňőœřśşšťůűźżžąăęțșơưþß\u1ea0-\u1eff]")
_ENGLISH_ONLY = _ENGLISH - _OTHERS
# Of other languages, but said so often in English, or by who writes it as it sounds, that they tell nothing.
_ENGLISH_TOO_LIST = "ve met van com son hat ma per em min ha die op mi des den um mon sin ben non"
_ENGLISH_TOO = frozenset(_ENGLISH_TOO_LIST.split())
# A word, or a sign between what is told and what is quoted.
_BREAK = lazy(r"[^\W\d_]+|[\"“”«»:;().!?؟।።。！？]|\s[-–—]\s")
_UNSPACED = lazy(r"[\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0e7f]{4}")
_WELL = any_of(
    r"(?:tutto|todo|tudo|tout|alles|totul|wszystko|vse|her sey|va)(?: \w+){0,3}? (?:bene|bien|bem|gut|ordnung|bine"
    r"|dobrze|porzadku|iyi|dobre|mejor|genial)|hat stattgefunden|nichts besonderes|sans probleme|sin novedad"
    r"|sem novidade",
    r"(?<!чи )(?:все|всё)(?: \w+){0,2} (?:добре|гаразд|хорошо|чудово)|добре все|همه چیز خوب|خوب (?:بود|است)"
    r"|كل شيء (?:بخير|جيد)"
    r"|بخير|الحمد لله|सब ठीक|ਸਭ ਠੀਕ|সব ভালো|ভালো আছে|سب ٹھیک",
)
_WENT = lazy(
    r"\b(?:я )?(?:була?|був|бачила?с?я?|бачив(?:ся)?|ходила?|зустріла?с?я?|зустрілися|был[аи]?|видела?с?ь?) (?:в|у"
    r"|з|до|с) "
    r"|رفتم|دیدم|ملاقات کرد|زرت |قابلت|मिल(?:ी|ा)|ਮਿਲ(?:ੀ|ਿਆ)|দেখা হয়|گیا تھا|گئی تھی|ملاقات ہوئی"
)
_ERRAND = lazy(r"[£€]|\b\d+[.,]\d\d\b|\bhttps?:|\bgbp\b|\b\d+\.? ?(?:a|al|au|bis|do|до|por|-|–) ?\d+\b")
_AWAY_LIST = (
    "urlop vacaciones vacances ferie ferias urlaub conge congé concediu відпустці отпуске إجازة تعطیلات مرخصی"
    " abwesenheit absence assente ausente nieobecn tatil"
)
_AWAY = lazy(rf"\b(?:{'|'.join(_AWAY_LIST.split())})\w*")
_ALARM = any_of(
    # police, knife, blood, fire
    r"polic[iey]\w*|polizei|politi\w|politie|polis\w*|heddlu|couteau|cuchill\w+|navaj\w+|faca|coltell\w+|messer"
    r"|cutit\w*"
    r"|noz[aeu]?m?|bicak\w*|thik\w+|cyllell|dao|benzin\w*|essence|gasolina",
    # fear, tears
    r"paura|peur|miedo|medo|angst|frica|teme\w*|boi sie|boje sie|strach\w*|korku\w*|frik\w+|ofn\w*|cabs\w+|piang\w+"
    r"|pleur\w*|llor\w+|chor\w+|wein\w+|plang\w*|placz\w*|agla\w+|qan\w+|llefain|crio|khoc|ooy\w+|trem\w+|zitter\w*",
    # blows, threats, death
    r"minacc\w+|menac\w+|ameac\w+|amenaz\w+|droh\w+|bedroh\w+|amenint\w+|groz\w+|tehdit\w*|kercen\w+|bygwth|doa"
    r"|hanjab\w*"
    r"|frapp\w+|golpe\w*|peg[oa]\w*|picchi\w+|schlag\w*|bate[mu]?|batut\w*|lovi\w*|bije|bili|pobi\w+|dov\w+"
    r"|vurdu\w*|rrah\w+"
    r"|dyrnu|danh|garaac\w*|ammazz\w+|uccid\w+|tuer|tue|matar\w*|toten|umbring\w*|omor\w*|zabi[jlc]\w*|oldur\w*"
    r"|vras\w*"
    r"|subito|sofort|tout de suite|urgen\w+|pilne|acil|gola|gorge|garganta|kehle|gardl\w+|au secours|socorro|aiuto"
    r"|hilfe"
    r"|ladd|giet|dil\w{2,}|suicid\w*|mourir|morir\w*|morrer|sterben|umrzec|blessur\w*|sangr\w*|sangue|sang|blut\w*"
    r"|krew",
    start=r"\b",
)
_ALARM_ELSEWHERE = lazy(
    r"поліц|полици|страх|бої[тш]|боит|боюс|плач|плака|погро|\bбив\b|б'є|побил|вдари|ударил|вбит|убит|убь|\bніж"
    r"|\bнож|кров|помер"
    r"|терміново|срочно|горло|не хоч\w* жи|چیخ|عاجل|فوری|जल्दी|ਫੌਰਨ|জরুরি"
    r"|شرط|پلیس|پولیس|خائف|خوف|خاف|ترس|جرأت|ڈر|تبكي|يبكي|گریه|رو رہ|ضرب|هدد|تهدید|دھمک|سكين|چاقو|چاکو|قتل|کشت|یقتل"
    r"|خون|دم\b|موت|مرگ"
    r"|पुलिस|डर|रो रह|मार|धमक|चाकू|खून|मौत|ਪੁਲਿਸ|ਡਰ|ਰੋਂਦ|ਰੋ ਰ|ਮਾਰ|ਧਮਕ|ਧੱਕ|ਚਾਕੂ|পুলিশ|ভয়|ভয়|কাঁদ|মের|মার|হুমকি"
    r"|ছুরি|রক্ত"
    r"|ፖሊስ|ፈር|በኸ|ሞት|ወቕዕ|ካራ|ደም|φοβ|χτυπ|αστυνομ|μαχαιρ|σκοτω|警察|害怕|打|刀|死|ترسی|دەترس|لێی داو|بکوژ"
)


def is_foreign(text: str) -> bool:
    """Whether so much of it is in another language that our English says nothing about it."""
    words = _WORD.findall(folded(text))
    if _has_other_letters(words):
        return sum(map(len, words)) >= _LONG_UNSPACED
    english, others = _small_words(words)
    return len(words) >= _LONG and others * 7 >= len(words) and others >= 2 * english


def is_unread(sentence: str) -> bool:
    """Whether a stretch of a sentence is in another language, and does not say that all is well.

    Nobody can say that there is no harm in it. A stretch of one or two words is a name or a greeting.
    """
    words = (sentence.lower() if sentence.isupper() else sentence).split()
    told = " ".join(word for word in words if "@" not in word and "/" not in word)
    return any(_is_unread(stretch) for stretch in (told, *_between_english(told)))


def _is_unread(told: str) -> bool:
    words = _WORD.findall(folded(told))
    small = {word for word in _WORD.findall(told) if len(word) > 1 and word[0].islower()}
    english, others = _small_words({folded(word) for word in small} - _ENGLISH_TOO)
    others += sum(_MARKED.search(word) is not None for word in small)
    if _has_other_letters(words):
        foreign = sum(len(word) > 1 for word in told.split()) >= _SHORT or _UNSPACED.search(told) is not None
    else:
        foreign = len(small) >= _SHORT and others > 1 and others > 2 * english and others * 7 >= len(words)
    return foreign and (sounds_alarmed(told) or not sounds_routine(told))


def _between_english(told: str) -> Iterator[str]:
    """The stretches between stops, quotes, dashes and words that are nothing but English: what others said."""
    start = 0
    for found in _BREAK.finditer(folded(told)):
        if found[0] in _ENGLISH_ONLY or not found[0].isalpha():
            yield told[start : found.start()]
            start = found.end()
    yield told[start:]


def _has_other_letters(words: list[str]) -> bool:
    letters = "".join(words)
    others = sum(letter > "\u0370" and not "\u1e00" <= letter <= "\u1eff" for letter in letters)
    return others * 2 > len(letters)


def _small_words(words: Iterable[str]) -> tuple[int, int]:
    """How many are English, and how many of another language."""
    each = list(words)
    return sum(word in _ENGLISH for word in each), sum(word in _OTHERS for word in each)


def sounds_routine(text: str) -> bool:
    """Whether it says that all is well, speaks of money, of being away, or of a visit that falls through or comes."""
    low = folded(text)
    plan = any(found_in(each, low) for each in (DID, DID_NOT, NEXT))
    return bool(plan or any(each.search(low) for each in (_WELL, _WENT, _ERRAND, _AWAY)))


def sounds_alarmed(text: str) -> bool:
    """Whether it names fear, tears, blows, threats, weapons or the police."""
    low = folded(text)
    return bool(_ALARM.search(low) or _ALARM_ELSEWHERE.search(text))


def is_cry(text: str, *, known: bool) -> bool:
    """Whether a text in another language is to be taken for a worry; `known`: a person of the roll wrote it."""
    if not is_foreign(text):
        return False
    return sounds_alarmed(text) or (known and not sounds_routine(text))
