"""Harm in the plainest words: who did what to whom. Every verb with every person, done by somebody or undergone."""

from itertools import product

import pytest

from mailbot.events import Kind
from mailbot.reading.words.harm import scanner_for
from mailbot.reading.words.plain_acts import plain_acts
from tests.reading.speaking import around, harm
from tests.reading.test_weighing import kinds, read

# To do it, did it, does it, doing it, done.
ACTS = [
    *("hit hit hits hitting hit", "smack smacked smacks smacking smacked", "slap slapped slaps slapping slapped"),
    *("punch punched punches punching punched", "kick kicked kicks kicking kicked", "beat beat beats beating beaten"),
    *("choke choked chokes choking choked", "strangle strangled strangles strangling strangled"),
    *("shove shoved shoves shoving shoved", "thump thumped thumps thumping thumped"),
    *("whip whipped whips whipping whipped", "rape raped rapes raping raped", "stab stabbed stabs stabbing stabbed"),
    *("molest molested molests molesting molested", "grope groped gropes groping groped"),
    *("threaten threatened threatens threatening threatened", "bully bullied bullies bullying bullied"),
    *("attack attacked attacks attacking attacked", "assault assaulted assaults assaulting assaulted"),
    *("hurt hurt hurts hurting hurt", "injure injured injures injuring injured", "rob robbed robs robbing robbed"),
    *("kidnap kidnapped kidnaps kidnapping kidnapped", "torture tortured tortures torturing tortured"),
    *("abuse abused abuses abusing abused", "harass harassed harasses harassing harassed"),
    *("humiliate humiliated humiliates humiliating humiliated", "scald scalded scalds scalding scalded"),
]
WHOM = ("him", "her", "the boy", "a child", "my client", "Omar", "his son", "her daughter", "one of the kids")
WHO = ("his dad", "the carer", "an officer", "staff", "her husband", "another resident", "Carol", "somebody")
AS_SUBJECT = {"him": "he", "her": "she"}
MAY_BE_SAID_OTHERWISE = {("rob", "to do it")}  # Rob is a name


def sentences_of(act: str, whom: str) -> list[tuple[str, str]]:
    do, did, does, doing, done = act.split()
    undergone = AS_SUBJECT.get(whom, whom)
    told = [
        *(("done", f"{undergone} {form} {done}") for form in ("was", "has been", "is being", "gets", "will be")),
        *(("did", f"{who} {did} {whom}") for who in WHO),
        *(("does", f"{who} {does} {whom} at night") for who in WHO),
        *(("doing", f"{who} keeps {doing} {whom}") for who in WHO),
        *(("to do it", f"I saw {who} {do} {whom}") for who in WHO),
        *(("done", f"{undergone} was {done} by {who}") for who in WHO),
    ]
    return [
        (form, f"{words[0].upper()}{words[1:]}.") for form, words in told if (do, form) not in MAY_BE_SAID_OTHERWISE
    ]


@pytest.mark.duty("B13", "C1", "L18")
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.split()[0])
def test_what_is_done_to_anybody_is_harm_in_every_form(act):
    scanner, roll = scanner_for(harm()), around().roll
    said = [words for whom in WHOM for _, words in sentences_of(act, whom)]
    assert not [words for words in said if not (scanner.scan(words) or [*plain_acts(words, roll)])]


@pytest.mark.duty("B13", "C1")
@pytest.mark.parametrize(
    ("beside", "act"),
    [
        *product(
            ("Visited Omar on Tuesday, all fine. Parking £4.", "I told Carol on Monday."),
            (
                "The boy was hit and nothing was done.",
                "His dad hits him with a belt.",
                "One of the kids was pushed down the stairs by his brother.",
                "They shut the children in the cellar.",
                "The porter touched her in bed.",
                "The man upstairs grabbed her by the throat.",
            ),
        )
    ],
)
def test_whatever_stands_beside_it_and_however_unlikely_it_is_called_it_opens_a_case(beside, act):
    said = f"{beside} {act}"
    assert Kind.SAFEGUARDING_CONCERN in kinds(read(said))
    assert Kind.SAFEGUARDING_CONCERN in kinds(read(said, {Kind.VISIT_CONFIRMED: 0.99}))


@pytest.mark.duty("B13")
@pytest.mark.parametrize(
    "said",
    [
        "There is no doubt his dad hit the boy.",
        "I could not stop staff hitting the boy.",
        "She did not just slap the child, she bit her.",
        "Nobody helped when his brother kicked the baby.",
    ],
)
def test_a_no_that_denies_something_else_denies_no_harm(said):
    assert [*plain_acts(said, around().roll)]


@pytest.mark.parametrize(
    "said",
    [
        "He beat me at chess and I beat him at dominoes.",
        "He was beaten at darts by the lads from the other house.",
        "I was hit by the traffic on the ring road.",
        "He was hit with a parking fine.",
        "We hit the road at six.",
        "She hit her head on the shelf.",
        "He kicked the ball into next door's garden.",
        "He shook the man's hand and we left.",
        "I pushed the boy on the swing.",
        "We pushed his mum round the lake in her wheelchair.",
        "I tied his laces up.",
        "It was a bit the children liked.",
        "He was not hit by anybody.",
        "She was never hurt by the children.",
        "Nobody has ever hit the boy.",
        "I have burned my arm on the oven.",
        "They don't smack the children.",
        "The quiz was a hit with the kids.",
        "He threw the children a sweet each.",
    ],
)
def test_sport_weather_and_kindness_hurt_nobody(said):
    assert not [*plain_acts(said, around().roll)]
