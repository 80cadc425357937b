"""Words of one meaning, for phrases of `rules/harm.toml` and `rules/chat.toml`: `{mark}` is a bruise, a cut, a burn …

A class is written as people say its words, plural and slips and all, with commas between them.
"""

_WORDS = {
    "{theirs}": "his, her, their, hes, there",
    "{theyre}": "he is, she is, they are, he's, she's, they're, he was, she was, they were, he, she, they",
    "{give}": (
        "give, gives, gave, given, giving, gived, hand, hands, handed, handing, leave, leaves, left, pass, "
        "passed, pressed, present, presented, offered"
    ),
    "{gift}": (
        "radio, trainers, bible, quran, koran, prayer book, prayer beads, prayer mat, watch, wristwatch, bicycle, "
        "bike, guitar, violin, keyboard, ring, wedding ring, chain, necklace, earrings, bracelet, stereo, telly, "
        "tv, television, playstation, xbox, laptop, tablet computer, rosary, cross, chess set, paints, medal, "
        "medals, jewellery, records, record player, album, photo album, photographs, diary, tools, savings, "
        "belongings, possessions, things, stuff, clothes, toys, teddy, kettle, budgie, dog, cat, plants, books, "
        "cds, collection, recipes, keys, keepsakes, treasures, everything, canteen, tobacco, poems, paintings, "
        "phone, scarf, hat, jacket, best shoes, boots"
    ),
    "{part}": (
        "arm, arms, forearm, forearms, wrist, wrists, elbow, elbows, shoulder, shoulders, hand, hands, knuckles, "
        "back, neck, throat, face, cheek, cheeks, cheekbone, chin, jaw, forehead, temple, lip, lips, eye, eyes, "
        "ear, ears, nose, scalp, chest, breast, ribs, tummy, stomach, belly, side, hip, bottom, backside, thigh, "
        "thighs, leg, legs, shin, shins, calf, ankle, ankles, foot, feet, skin, body"
    ),
    "{mark}": (
        "bruise, bruises, bruising, bruse, bruses, mark, marks, cut, cuts, scar, scars, burn, burns, scratch, "
        "scratches, welt, welts, weal, weals, scab, scabs, blister, blisters, lines, stripes, swelling, sores, "
        "gash, gashes, wound, wounds, stitches"
    ),
    "{fresh}": (
        "new, fresh, red, purple, yellow, blue, black, deep, raw, many, another, more, recent, nasty, angry, "
        "strange, odd, funny, big, round, long red, unexplained, healing, bad"
    ),
    "{hides}": (
        "hid, hides, hide, hiding, hidden, cover, covers, covered, covering, kept, keeps, pulled, pulls, tugged, "
        "tugs, conceal, concealed, conceals"
    ),
    "{host}": (
        "landlord, landlady, owner, night man, night manager, night porter, night guard, night staff, porter, "
        "guard, guards, security, security man, security guard, manager, warden, caretaker, uncle, boss, host, "
        "housing officer, officer, staff, member of staff, receptionist, cleaner, driver, coach, tutor, teacher, "
        "pastor, imam, priest, sponsor, employer, supervisor, interpreter, house man, man of the house, stepdad, "
        "stepfather, step-dad, lodger"
    ),
    "{helper}": (
        "volunteer, volunteers, visitor, coordinator, co-ordinator, befriender, mentor, trustee, treasurer, colleague"
    ),
    "{need}": (
        "food, meals, dinner, supper, heating, heat, hot water, medicine, medicines, medication, meds, insulin, "
        "inhaler, tablets, pills, injections, top-up, top up, topup, card top-up, money, electric, electricity, "
        "lecky, power, meter, cash, payment, payments, allowance, benefits, wages, pay, nappies, formula, baby "
        "milk, blankets, blanket, bedding, shower, light, heater, shopping, prescription, dressings, doctor, "
        "dentist, nurse, hospital"
    ),
    "{weapon}": (
        "knife, knives, fork, scissors, razor, bat, hammer, screwdriver, machete, axe, blade, iron bar, metal "
        "bar, crowbar, gun, broken bottle, broken glass, sharp thing, spanner, hatchet, sword, needle, pole, "
        "lighter, petrol"
    ),
    "{mind}": (
        "voice, voices, wall, walls, window, radiator, radio, telly, television, mirror, ceiling, angel, angels, "
        "devil, devils, demons, spirits, jinn, ghosts, himself, herself, neighbours, newsreader, people who "
        "aren't there"
    ),
    "{play}": (
        "football, training, the gym, swimming, school, work, rugby, cricket, netball, hockey, dance, dancing, "
        "the match, boxing, basketball, a sleepover, his shift, her shift, exams"
    ),
    "{game}": (
        "pool, snooker, chess, draughts, dominoes, cards, uno, scrabble, table tennis, ping pong, darts, "
        "monopoly, fifa, football, cricket, tennis, mario kart, connect four, connect 4, rummy, backgammon, ludo, "
        "bowling, tavla, takhte, takhte nard, nard, okey, carom, mancala, oware, mahjong, gebeta, ludo, golf, mini "
        "golf, crazy golf, badminton, air hockey, bingo, cribbage, whist, snap, go fish, "
        "jenga, fortnite, the quiz, quiz, basketball, boules, carrom, penalties, extra time, the final, "
        "minecraft, catan, cluedo, poker, squash"
    ),
    "{toy}": (
        "slide, swing, swings, bike, bicycle, scooter, skateboard, trampoline, football, footie, rugby, cricket, "
        "cricket ball, netball, basketball, bowling, whittling, cubs, brownies, scouts, guides, climbing frame, "
        "climbing wall, monkey bars, sledge, ice rink, skating, roller skates, gardening, rose bush, roses, "
        "brambles, conkers, playground, sports day, hockey, tennis, gymnastics, judo"
    ),
    "{official}": (
        "officer, officers, guard, guards, screw, screws, staff, member of staff, security, manager, warden,"
        " porter, nurse, "
        "nurses, carer, carers, support worker, housing officer, receptionist, social worker, driver, night"
        " man, governor"
    ),
    "{kinsman}": (
        "husband, wife, partner, boyfriend, girlfriend, ex, son, daughter, brother, brothers, nephew, niece,"
        " uncle, aunt, "
        "cousin, in-laws, mother-in-law, stepdad, father, mother, mum, dad, family, landlord, lodger, boss,"
        " neighbour, "
        "grandson, carer, cellmate, housemate, sponsor"
    ),
    "{pest}": (
        "slug, slugs, snail, snails, greenfly, blackfly, aphids, caterpillar, caterpillars, weevils, moth,"
        " moths, wasp, "
        "wasps, bee, bees, hornet, hornets, midge, midges, mosquito, mosquitoes, gnats, ants, pigeon, pigeons, gull, "
        "gulls, seagull, seagulls, goose, geese, swan, swans, magpie, magpies, crow, crows, heron, squirrel,"
        " squirrels, "
        "fox, foxes, mole, moles, badger, badgers, goat, goats, kitten, kittens, parrot, weeds, bindweed, nettles, "
        "brambles"
    ),
    "{nuisance}": (
        "printer, photocopier, satnav, sat nav, computer, laptop, machine, parking meter, ticket machine, alarm"
        " clock, "
        "alarm, hoover, lawnmower, washing machine, kettle, microwave, projector, karaoke machine, referee,"
        " ref, umpire, "
        "linesman, var, goalie, goalkeeper, weatherman, forecaster, cat, parrot, cockerel, crossword, roundabout, "
        "sudoku, password, website, app"
    ),
    "{thing}": (
        "coffee, tea, cuppa, pasty, pie, sandwich, soup, curry, chilli, chillies, sauce, cake, biscuit, biscuits, "
        "food, "
        "lunch, dinner, queue, queues, stairs, steps, hill, hills, cold, wind, heat, frost, pollen, hay fever, "
        "smell, "
        "back, backside, bum, behind, feet, foot, knees, knee, hip, legs, calves, heels, shoes, boots, arms, chair, "
        "chairs, seat, seats, bench, sofa, settee, saddle, bike, bus driver, driver, writing, writin, writin's, "
        "writing's, typing, homework, verbs, grammar, pronunciation, paperwork, car park, hangover, rucksack, bag, "
        "locker, suitcase, signal, keyboard, zip, vending machine, machine, bus, train, traffic, parking, weather"
    ),
    "{trifle}": (
        "parking, traffic, weather, snow, rain, ice, fog, train, trains, bus, buses, train strike, strikes,"
        " date, dates, "
        "time, timing, form, forms, receipt, receipts, claim, rota, driving test, theory test, exam, exams, lesson, "
        "football, fantasy football, team, match, tomatoes, roses, garden, plants, marrow, cake, cakes, baking,"
        " wedding, "
        "outfit, hat, what to wear, what to bring, what to cook, speech, haircut, hair, marathon, dentist,"
        " directions, "
        "way there, place, spelling, english, handwriting, quiz, choir, concert, recital, audition"
    ),
}
_DAYS = r"(?:days?|dys|weeks?|wks?|nights?|months?|mths?|fortnights?|hours|years?)"
_LONG = (
    rf"(?:(?:since|from(?! (?:you|me|us|him|her|them|it|the|this|that|an?|my|your|our|his|their|here"
    rf"|there)\b)) \w+|(?:for|in|these|the|past|last|about|now|going on|this|whole) (?:\w+ ){{0,3}}{_DAYS}"
    rf"|\w+ {_DAYS}(?: now| running)?|all (?:day|night|week|winter)|any ?more|again)"
)
_KIND = r"(?!(?:the|an?|some|any|my|our|this|that|these|those|back|more|two|lots)\b)\w+(?:['-]\w+)?"


def _either(words: str) -> str:
    each = sorted((word.strip() for word in words.split(",")), key=len, reverse=True)
    return "(?:" + "|".join(each).replace("'", "'?").replace("-", "[- ]?") + ")"


def _firsts(words: str) -> str:
    """The words that a text can begin the class with, spaced; of "he's" also what stands before the apostrophe."""
    firsts = (word.strip().split()[0] for word in words.split(","))
    parts = (part for first in firsts for part in (first.replace("'", ""), first.partition("'")[0]))
    return " ".join(dict.fromkeys(each for part in parts for each in (part, part.partition("-")[0])))


CLASSES = {name: _either(words) for name, words in _WORDS.items()} | {"{long}": _LONG, "{kind}": _KIND}
FIRST_WORDS = {name: _firsts(words) for name, words in _WORDS.items()} | {"{long}": "", "{kind}": ""}
