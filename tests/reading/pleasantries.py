"""Friendly sentences without any worry, as volunteers write them. All people are invented."""

PLEASANTRIES = tuple(
    """
We had a lovely chat over tea and cake.
He was in great form and beat me at chess.
We went bowling and she won every game.
Omar was in good spirits.
It was a beautiful sunny day so we walked round the park.
He told me all about his bricklaying course.
She has started a new course at college and loves it.
We watched the football and had fish and chips.
He showed me his drawings, they are brilliant.
We baked scones and ate most of them.
A very pleasant visit as always.
Lovely to see him so cheerful.
He made me a cup of tea and we played cards.
We fed the ducks and saw a heron.
She passed her English exam, so proud of her.
He's reading Harry Potter and loves it.
We planted tomatoes in the garden.
The weather was glorious.
We had a good laugh about the football.
He is supporting Arsenal now.
He thrashed me at draughts.
We talked about cricket and his favourite food.
We practised English for an hour.
She is learning the guitar.
He sang me a song in Arabic.
We went to the cinema to see the new Paddington film.
The popcorn was huge.
We took the bus to Whitby and had ice cream on the pier.
He had two helpings of pudding.
We did a jigsaw with a thousand pieces.
Her painting of the harbour is wonderful.
He taught me how to make dumplings.
Everything went smoothly.
All good here.
Nothing to report.
No worries at all.
No problems this week.
Thanks for all your help.
Hope you are well.
Have a lovely weekend.
See you on Tuesday.
Looking forward to next time.
It rained all afternoon so we stayed in the café.
We had hot chocolate with marshmallows.
She chose the museum and we saw the dinosaurs.
He loves the steam trains.
We rode our bikes along the canal.
He scored two goals on Saturday.
His team won the league.
She enjoyed the swimming.
We went round the market and bought strawberries.
He cooked a delicious curry for us.
The traffic was terrible.
The train was late.
I got there ten minutes early.
We sat in the garden and had lemonade.
He told me some very bad jokes.
We laughed a lot.
We couldn't stop laughing.
She is doing really well at school.
He is settling in well.
He is eating well and sleeping well.
She was chatty and full of beans.
He was very pleased with the book.
His English is really good now.
We played table tennis and I lost.
It was nice to meet his mum.
His carer said hello.
Her foster mum was lovely.
The staff were very helpful.
We had lunch at the community centre.
We made Easter cards with glitter.
She is in the school play.
He is the captain of the team.
We looked at maps of Scotland.
We talked about the Olympics and the World Cup.
He wants to learn to cook pasta.
He is growing chillies and mint.
She has a beautiful singing voice.
We did some reading and a bit of maths.
We visited the castle and climbed the tower.
The owl display was fantastic.
We stroked the alpacas at the farm.
She held a barn owl.
He is a natural at pottery.
We painted mugs.
We had a picnic by the lake.
He tried sushi and liked it.
She picked the film and I picked the snacks.
A nice long walk and a good natter.
We put the world to rights.
Time flew by.
He was on top form today.
He sends his regards.
She says thank you for the card.
He was delighted with the birthday cake.
We celebrated his birthday with a chocolate cake.
It was his birthday on Monday.
He had a great time at sports day.
She got a certificate for maths.
We went to the library and borrowed three books.
He likes crime novels.
We did the crossword together.
We discussed the news and the weather.
It was a bit windy on the beach but great fun.
The tea was awful but the company was good.
I won at Scrabble for once.
He beat me three nil at pool.
We played Uno and Jenga.
She is teaching me Polish.
We spoke a little French.
He knows every capital city.
We watched a documentary about whales.
He loves animals, especially dogs.
We met a very friendly spaniel.
He's doing great at college.
Good visit, all well.
Great afternoon with Omar.
Lovely visit, thanks.
A quiet but pleasant hour.
All fine with Omar.
Same time next week.
The next one is on Thursday.
I will send the form tomorrow.
Receipt attached.
Sorry for the late reply.
Sorry this is late, I was on holiday.
Hope the new office is nice.
Thanks for the reminder.
Just a quick note to say it went well.
Mileage to follow.
We went to the allotment and dug up potatoes.
He carried the shopping and told jokes.
We walked into town and had a coffee.
The garden is full of daffodils.
She wore her new red shoes for the party.
We had a kickabout in the park.
He is mad about Formula 1.
We went ice skating and only fell over twice.
She made a bracelet for me.
We listened to music and danced.
The kids at the club were great.
He played the piano for us.
We built a Lego spaceship.
He has joined a choir.
She's very good at drawing horses.
We went for a drive in the country.
Home by six after a lovely day.
He enjoyed the fresh air.
He sends you all his best wishes.
Sunshine, ducks and ice cream: a perfect afternoon.
Thank you Carol, have a good weekend.
""".strip().split("\n")
)
