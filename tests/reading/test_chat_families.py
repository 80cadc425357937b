"""Families of friendly sentences that need nobody, what sounds like them stands in passing_signs.txt."""

import pytest

from tests.reading.test_passing import passes

CLOSINGS = """
That's all from me.
That's all for now.
Must dash.
Right, I'm off to bed.
Off to choir now.
No probs.
No dramas.
Hope you're keeping cool.
Hope you're keeping warm and dry.
Hope the move went OK!
Hope the diwali party went well.
I hope the half term is going well.
Every blessing, Ana
With every good wish, Ana
Peace be upon you.
Thanks God.
God is good.
Thank God.
God willing.
Excuse the typing.
Excuse my spelling.
Sorry for the essay.
A quick line to say I saw Omar.
Just a quick note to say that all went well.
For the file: all went well.
You will be glad to hear that he is thriving.
You'll be pleased to know that all went well.
I have nothing further to report.
I have nothing to add.
I have nothing adverse to note.
Nothing else to add.
I ought to have told you.
I meant to write yesterday.
Thank you for the reminder.
Thanks for the nudge.
Good weekend to you and to your family!
Greetings to the whole team.
Regards to all in the office.
Have a good half term!
Yours in haste, Ana
More soon.
Happy Diwali to everyone!
Thank you for the newspaper permission.
"""
EXAMS = """
He passed his food hygiene!
hes passed his food hygiene!!
She's passed her driving theory.
He has passed all his exams.
He got a merit in maths.
She got a distinction for her art.
She got the place at college.
He's got his driving theory booked.
He starts the forklift course after Easter.
She starts her English class in September.
He is starting a barista course next week.
His first day is the 17th.
She has finished the whole Rainbow series.
He has finished his bricklaying level two.
She's been picked for the school choir.
He's been made captain of the football team.
He has been made a prefect.
He came second in the wing pool competition.
He won the wing pool comp.
His English has got so good.
Her English is coming on in leaps and bounds.
He's correcting my English now.
He did a whole length with no armbands!
"""
WEATHER = """
The clocks changed so we were both early for once.
With the clocks going forward I was an hour early.
The clocks going back had me in a muddle.
It was chucking it down.
It's coming down in stair rods.
It rained cats and dogs.
It was the hottest day of the year.
It was 28 degrees in the shade.
The bluebells are out all along the railway cutting.
The daffodils are out.
The blossom was out in the park.
The number 11 was late again.
We took the 84 to Whitby.
I nearly missed my bus.
The buses were all over the place.
There was a long queue at the gate.
We had a long queue because of a dog.
I got soaked on the way home.
I was soaked to the skin.
Grand weather for it.
It was icy on the steps.
The queue at the gate was long as ever.
My feet are killing me.
My feet are like puddings.
My legs are telling me about the hill.
I'm shattered in the best way.
I slept like a log.
had to drive home in socks
We were drenched and happy.
The park was off so we did the library instead.
"""
FOOD_AND_GAMES = """
We had a kit kat each.
We shared a flapjack from the tea bar.
We did two crosswords.
We played that card game she likes and I lost 11 games out of 12.
I lost every game.
he beat me 5-0
She won a coconut.
We had pancakes with too much chocolate.
We went to the museum of dolls.
We sat with our feet in the fountain.
We looked at photos of the old town.
We looked at photos of his home town.
She made one with a pomegranate.
Her painting was picked for the exhibition.
He drove a go-kart rather better than I did.
We laughed till we cried.
We cried with laughing.
It was a good laugh.
She ate two pies.
She named every single goat.
We talked about our home town.
We talked about his home town and mine.
We talk in our language.
He told me the offside rule for the fourth time.
He explained the offside rule to me and I still don't follow it.
He has a new puppy called Biscuit.
New puppy called Biscuit.
He cooked better than me.
The bread was good, he is very proud of this bread.
She showed me how to make that bread of hers that takes three days.
Mine didn't rise.
He did his impression of the governor, which was spot on.
We watched the second half of the derby.
We watched the final.
We sang quiet.
I didn't follow a word of it.
I still don't understand the rules.
The cake was hard as a rock.
The tea was like dishwater.
"""


@pytest.mark.parametrize(
    "sentence", [line for each in (CLOSINGS, EXAMS, WEATHER, FOOD_AND_GAMES) for line in each.strip().split("\n")]
)
def test_ordinary_friendly_sentences_need_nobody(sentence: str) -> None:
    assert passes(sentence)
