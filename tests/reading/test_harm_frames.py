"""What only sounds like harm, and its near misses: the same words where somebody is hurt."""

import pytest

from mailbot.events import Urgency
from mailbot.reading.words.harm import scanner_for
from tests.reading.speaking import harm


def signs(text: str) -> tuple[str, ...]:
    return tuple(found.category for found in scanner_for(harm()).scan(text))


@pytest.mark.parametrize(
    "text",
    [
        "We saw a thriller in which the butler was murdered with a poisoned pie.",
        "It is a whodunnit and everyone is stabbed by the second chapter.",
        "They are doing the Vikings, so the afternoon was all attacks and burning ships.",
        "At the panto the giant was beaten and the wolf was shot at by the villagers.",
        "We played Fortnite and he killed me nine times.",
        "We lost 4-1 at air hockey, robbed by the referee.",
        "He made up a story about a dragon who is afraid of mice.",
        "I booked the safeguarding refresher and the suicide awareness course.",
        "If you are in danger or have been injured, telephone 999.",
        "If you have been assaulted or detained, do not use this address: call us.",
        "Wonderful news, she has leave to remain!\nWe both cried.",
        "The family reunion was at the airport. Everybody was in tears.",
        "He is very proud of it: a shiner from sparring, two rounds won at the boxing club.",
    ],
)
def test_a_story_a_notice_or_joy_is_no_harm(text: str) -> None:
    assert not signs(text)


@pytest.mark.parametrize(
    "text",
    [
        "We saw a thriller and he said he will be murdered like that.",
        "After the film she said her uncle has a knife.",
        "We played Fortnite and he wants to kill himself.",
        "It was a horror film. Her brother beat her afterwards.",
        "We were at the museum when he told me that he was stabbed.",
        "He watches videos of beheadings, not a film.",
        "I went on the course and I think she is being abused.",
        "If you are in danger call 999, they told him, and he is in danger.",
        "Good news about the flat. She cried when I asked about her husband.",
        "He got the letter and cried all night.",
        "She got her papers but is crying every night.",
        "He has a black eye, apparently from boxing, and is proud of it.",
        "He boxes at the club. He has bruises and would not say how.",
    ],
)
@pytest.mark.duty("B13")
def test_a_frame_hides_nobody_who_is_hurt(text: str) -> None:
    assert signs(text)


@pytest.mark.parametrize(
    "text",
    [
        "The traffic was murder.",
        "Parking is murder round there.",
        "My mum is in hospital so I can't come.",
        "Our youngest daughter was taken ill in the night.",
        "I'm in hospital for my hip.",
        "The car is very sick.",
        "A breakdown van took us home.",
        "Don't be scared, it is only a sore throat.",
        "He came home filthy and happy.",
        "We were both starving by the end.",
        "I caught nothing but a cold.",
        "He's smashing it at college.",
        "I can't carry on with Omar after Easter.",
        "One piece missing out of a thousand.",
        "We bought it at the baker's for £3.",
        "The drone would not take off and we sacked it.",
        "The stakes were two matchsticks.",
        "I was worried about nothing.",
    ],
)
def test_idioms_and_the_writers_own_small_ills_are_no_harm(text: str) -> None:
    assert not signs(text)


@pytest.mark.parametrize(
    "text",
    [
        "His mum is in hospital and there is nobody at home",
        "My husband hit me",
        "I cant carry on",
        "I can't carry on with this life",
        "She is very sick and has no doctor",
        "He came home filthy and hungry again",
        "They were starving",
        "he doesnt want to live any more",
        "shes not eating and she wont leave her room",
        "NOBODYS SEEN HIM SINCE SUNDAY AND HE HASNT COME BACK",
    ],
)
@pytest.mark.duty("B13")
def test_near_to_an_idiom_is_not_in_it(text: str) -> None:
    assert signs(text)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("She isn't bothered whether she wakes up.", "suicide"),
        ("He hid his tablets and counts them every night.", "suicide"),
        ("I laid out all my pills in a row.", "suicide"),
        ("He asked how deep the river is by the weir.", "suicide"),
        ("The baby hasn't moved since Friday.", "illness"),
        ("He gets out of breath, short of breath even on the stairs.", "illness"),
        ("He says the voices tell him what to do.", "illness"),
        ("Her ex has found out where they are living.", "abuse"),
        ("He said he will burn the house down.", "abuse"),
        ("Her handbag strap left a handprint, she said.", "abuse"),
        ("Some bloke asks her for photos with no top on.", "sexual-abuse"),
        ("The big ones come in while she is in the bath.", "sexual-abuse"),
        ("He sleeps in the storeroom and is paid cash in hand.", "exploitation"),
        ("The boss keeps his card and knows his PIN.", "exploitation"),
        ("Her passport is with the mother of her husband.", "exploitation"),
        ("A volunteer gave her my spare key and she stays with me.", "volunteer-conduct"),
        ("He decides what she wears and has the password for her phone.", "domestic-abuse"),
        ("It is all getting on top of me.", "volunteer-distress"),
        ("There is nothing in the cupboards.", "neglect"),
        ("I hope I'm wrong, and I can't let it go.", "worry"),
    ],
)
@pytest.mark.duty("C1")
def test_understated_signs_are_found(text: str, category: str) -> None:
    assert category in signs(text)


@pytest.mark.parametrize(
    "text",
    [
        "Il la touche la nuit",
        "On lui a pris son passeport",
        "Se tragó todas las pastillas",
        "Dice que va a quemar la casa",
        "ابتلع كل الأدوية",
        "أخذ جوازها وحبسها في البيت",
        "همه قرص‌ها را بلعید",
        "پاسپورتش را گرفته و به زور کار می‌کند",
        "ክሕነቕ እየ ይብል",
        "دەستدرێژی لێ کراوە",
        "naxwaze bijî",
        "Nuk do të jetojë më, s'do të jetojë",
        "Ia mori dokumentet dhe e mbylli në dhomë",
        "Em ấy không muốn sống nữa",
        "Họ giữ giấy tờ và không trả lương",
        "Він наковтався таблеток",
        "Вночі до неї приходить чоловік і торкається її",
        "Ma pętlę pod łóżkiem",
        "Zabrali dokumenty i nie płacą",
        "A înghițit toate pastilele",
        "I-au luat actele și o bate",
        "Bütün hapları yuttu",
        "Pasaportunu aldılar, zorla çalışıyor",
        "Wuu is deldelay",
        "Baasaboorkii waa laga qaatay, waa la garaacay",
        "اس نے ساری گولیاں کھا لیں",
        "وہ مرنا چاہتی ہے",
    ],
)
@pytest.mark.duty("B13")
def test_cries_for_help_in_further_languages_are_found(text: str) -> None:
    assert signs(text)


@pytest.mark.parametrize(
    "text", ["Avalé tous ses cachets", "Połknęła wszystkie tabletki", "ابتلع كل الحبوب", "Bütün hapları yuttu"]
)
@pytest.mark.duty("C3")
def test_pills_that_were_swallowed_are_imminent_in_every_language(text: str) -> None:
    assert Urgency.IMMINENT in {found.urgency for found in scanner_for(harm()).scan(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Merci, nous avons bu un café et joué aux échecs.",
        "Gracias, tomamos café en el parque con su hermana.",
        "شكرا، شربنا القهوة معا وكان الجو جميلا.",
        "ممنون، با هم چای خوردیم و درباره فوتبال حرف زدیم.",
        "Дякую, ми пили чай і грали в шахи.",
        "Dziękuję, piliśmy herbatę i graliśmy w szachy.",
        "Cảm ơn, chúng tôi uống trà và nói chuyện.",
        "Mulțumesc, am băut ceai și am jucat șah.",
        "Teşekkürler, çay içtik ve satranç oynadık.",
        "Faleminderit, pimë çaj dhe luajtëm shah.",
        "شکریہ، ہم نے چائے پی اور باتیں کیں۔",
        "Mahadsanid, shaah ayaan cabnay.",
    ],
)
def test_everyday_words_of_other_languages_are_no_cry_for_help(text: str) -> None:
    assert not signs(text)
