"""Sentences as a safeguarding trainer would write them: a worry said softly, and friendly ones without any.

None of WORRIES may ever be taken for chat. All people are invented.
"""

_SELF_NEGLECT = """
He hasn't washed his hair since I last came
She was in the same dress as last month
His flat smells and the bins are not emptied
He keeps the curtains closed all day now
She has only eaten toast this week
He said he is not hungry these days
he dont eat much now
She left her cake, she always leaves it now
He had half a biscuit and pushed the plate away
She says one meal a day is plenty
He is getting thin
her clothes are hanging off her
He looked grey and tired
He was very quiet today
She was a bit flat
He was not his normal chatty self
He has stopped shaving
He did not want to come out of his room
She sleeps in the day and sits up all night
He has sores on his feet and no socks
"""
_GROOMING = """
She has a new friend who is twenty six
An older lad gives her lifts to school
He has new trainers and won't say where from
Somebody bought her a phone
Her coach sends her photos
She showed me a text from a man she met online
He says his uncle's friend is teaching him special games
Her friend's dad gives her sweets if she sits on his knee
He said they have a secret
She asked if I can keep a secret
The chap at the gym takes pictures of her
A man from church picks her up on Fridays
She goes to a party every weekend with older girls
He has two phones now
her stepbrother comes in when she is in the shower
She said grandad's tickles hurt
She has money and cannot say from where
She is always picked up by a different car
He met a nice man in the park who bought him chips
She says her boyfriend is thirty but kind
"""
_SLAVERY = """
He works at the car wash from six to ten each day
His boss has his papers
He cannot leave the job until the debt is paid
They take most of his pay for the room
He sleeps at the restaurant
He works and gets food and a bed but no pay
She cleans for the lady and is never allowed a day off
The man who brought him here wants four thousand pounds
he owe big money to the man of the boat
She looks after three children all day for nothing
Her aunt keeps her passport for her
He sleeps seven in one room above the shop
A van takes them to the farm at five in the morning
The other men answer for him
He said he may not talk to me about his job
His hands are raw from the job
"""
_FORCED = """
She is going to Somalia in the summer for a special party
Her auntie says she will become a woman this holiday
They have found a husband for her
She is engaged and she is fifteen
She said she is having a ceremony in the holidays
Her dad has booked her a one way ticket
She will not be coming back to school after Easter
Her family are choosing for her
She is leaving college to get married
Grandmother is coming from Gambia to do it at home
"""
_RADICAL = """
He has changed his friends and only talks about the brothers
He says we will all be judged soon
He has thrown out all his music
He watches sermons till four in the morning
He told me people like me should be wiped out
He wants to join the fight for his people
He says those lot deserve what is coming
He has new friends online who told him the truth
He wears black now and does not shake hands with me
He drew soldiers and flags and a big list of names
"""
_SUICIDE = """
He gave me his chess set and said I should have it
She has written to everyone she loves
He thanked me for everything
He asked who would look after his dog
He said it will all be easier for everybody soon
She says she will see her mum soon, her mum passed away
He is so calm now, after all those bad weeks
He has paid all his bills and cleaned his room
He said this was our last game of chess
She said do not bother booking the next visit
He likes to walk by the railway at night
He stands on the bridge to watch the trains
She talks about sleeping and not getting up
He asked how deep the canal is
He said he is tired of everything
He said nobody would mind
He has been counting his tablets
She keeps looking at the top of the car park
He says he has had enough
What is the use, he said
HE SAID HE WILL NOT SEE CHRISTMAS
he say he want to sleep and finish
"""
_ABUSE = """
He jumped when the door banged
She had plasters up both arms
There were marks round his neck
She wore a scarf in the heat
He had a cut lip and said he walked into a door
The carer shouts a lot, she said
They lock the kitchen at six
He is sent to his room with no tea
The foster dad grabbed his wrist
She does not want to go back there
He wet himself when the car came
She flinched when I moved my hand
He has a burn on his hand he would not talk about
He asked me not to tell his carer what he ate
The big boys make him give them his lunch
She says mum's boyfriend is mean
He said his dad gets angry
She said it hurts when she sits
her brother came in her bed
The night staff come into their rooms without knocking
The officer twisted his hand
Security held him on the floor
A member of staff called him an animal
The manager told her to smile or go
She told me something but I promised
"""
_EATING = """
She went to the toilet straight after lunch and was gone a long while
She cut her sandwich into tiny bits and moved them round
She counts every calorie
She says she is too big, she is tiny
She only had water
She gave her chips to me and said she was full
She is practising not needing food
She runs before school and after school and at lunch
"""
_MONEY = """
He has had no money since Monday
The card does not work and he has no food in
They took twenty pounds from his letter
He owes the lads on the wing
He borrowed from somebody and now has to pay double
She is selling her things
He has lent his bank card to a friend
The meter ran out
They have been told to leave by Friday
He is on a friend's sofa
He slept at the station
The letter says the support ends
She had nothing in the fridge
He is begging outside the shop
"""
_CONTROL = """
Her husband sat in for the whole visit
Her husband answered all my questions
She cannot go out without asking him
He checks who she rings
She has to be home by four or he gets cross
She has no key of her own
He holds all her bank cards
She whispered when he was in the kitchen
She gave me a note when he was not looking
Her partner drove her and waited outside the whole time
He reads her messages
She asked me not to ring the house
"""
_MISSING = """
He was not at the hotel and nobody knows where he went
He did not come home on Sunday
She has not been to school for a week
They moved him in the night
He went off with some lads in a car
I cannot reach her
His room is empty
She often stays out
"""
_STAFF = """
Our coordinator told him off for being gay
Another visitor took her to his flat
A volunteer gave him fifty pounds
Derek asked her for a photo
I think one of us is too fond of him
The coordinator read out her letter and laughed
"""
_OWN = """
I am finding it all a bit much
I cried in the car after
I do not feel like myself
I can't face the next one
I have been having a drink before I go
I sat in the car for an hour and could not go in
I do not sleep after these visits
He frightens me a little
He asked for my address and waited by my car
I keep thinking about what he told me
I dread Thursdays now
I lent him some money
He calls me mum and I let him stay at mine
I have not told my husband how bad it is
"""
WORRIES = tuple(
    "".join(
        (
            _SELF_NEGLECT,
            _GROOMING,
            _SLAVERY,
            _FORCED,
            _RADICAL,
            _SUICIDE,
            _ABUSE,
            _EATING,
            _MONEY,
            _CONTROL,
            _MISSING,
            _STAFF,
            _OWN,
        )
    )
    .strip()
    .split("\n")
)
WORRIES = tuple(line for line in WORRIES if line.strip())

# Made of harmless words only, or nearly: what a list of words alone would let through.
SOFT_WORRIES = tuple(
    """
He said thank you and goodbye to all of us
She looks forward to seeing her dad again
He is happy, he will be with his mum soon
He was so happy for the first time since the letter
He made a card for everyone
She gave me a lovely picture of her cat and her necklace
He goes to London by train with his friends
He had a lot of cash for a lad of fourteen
She plays games with grandad after school
His uncle plays special games with him
She had a bath with her uncle
He goes swimming with a man from the hotel
She loves him and he is forty
I love him and he loves me
We had a lovely night at mine
I took her home to mine for the night
We shared a bed
He sat on my knee and we watched a film
We have our own little secret
He likes to sit by the river in the dark
She walks by the canal every night
He walks along the track to watch the trains
She had a small salad and half an apple
He only had a cup of tea
She had tea and went out of the room
She just had water again
He ate little and said little
He works in the kitchen all day and all night
He cooks and cleans at the restaurant every day
He gets up at four and gets home at ten
They make him work on the farm
They had him all day
They took it all
He has a new phone and a new coat
She has a new boyfriend
He has a new bike from a friend
She has lots of new friends and he drives her home
A friend takes her to lunch
She goes out with the big girls after school
He comes to her room in the morning
He looks at her a lot
He watches her swim
The boss likes her
The coach likes to give her a lift
Her husband did all the talking
He knows where she is all the time
He wants to go to heaven
He talks about heaven and paradise a lot
He reads a lot about war
He loves guns and talked about them
She is going to Pakistan for a wedding
She has a big party in the summer with her aunt
It is her last week of school
He is in a better place now
He will be in a better place soon
It will be over by Christmas
He said it will be fine after Sunday
She says it is all fine now and smiled
He said he is ready
He has finished his story
He has said all he had to say
She was cold and wet
It was cold in the house again
He was out in the snow in a thin shirt
There was no tea and no bread
The children made their own tea
Her little brother was on his own with the baby
The kids were out late
The baby was in the car while she was at work
I had a few glasses of wine before the visit
I am tired and it is all too much
I do it all again and again
I think about him all the time
I dream about him every night
He made me promise
She did it again
He did it to her
It was her dad
It was him
He is back with her
She is back with him
He hits the table when she is late
He was loud and she was very quiet
He turns her phone off
She gets treats if she is good to him
He treats her like a doll
He plays rough
He is too friendly with the little ones
He is very friendly with the girls
He loves his new boots and his new friends
She was beaming about a boy from the gym
He got a bag and a bike from a man at the market
He joined a group and they teach him about the world
She is keen on a man from the restaurant
The chef is very kind and gives her food
He is learning to cook at the restaurant and does it all day
She helps in the kitchen of the hotel and enjoys it
He was proud that he can manage on tea and toast
She is delighted to be a size six
She loves being small
He loves swimming in the river at the weir
He likes the cliffs
She loved the bridge
He talked about trains and the station
She played with the knife from the kitchen
He was relaxed and happy and said all is good now and for ever
She said it is a good day to say thank you
He gave all his books to the charity shop
She sent her cat to a friend
He finished his story and closed the book
He is content and everything is ready
She draws pictures of a girl in a box
He drew a man with a rope
He painted everything black
She sang about an angel
Her dad plays with her in the pool
Uncle loves to bath her
He is fond of the little girl next door
He is friendly with the kids in the park
They are very fond of her at the club, one of them drives her home
She is popular with the men at the hotel
The officer likes a joke with him
The staff enjoy a laugh at him
We had a drink or two and a dance
I am fond of her and we held hands
We had a lovely cuddle
I brought him home for tea and a sleepover
I made her a promise
She is my best girl
We sat in the car and chatted for hours
I enjoyed a nice bottle of red with him
He is warm and dry in the garden shed
She is comfy on the floor with a rug
He is happy with one meal
He is happy with bread and water
She is settled in the car with the kids
He has a lovely tent in the forest
He is getting good at fasting
She is excited for her trip to her village with her aunt
She is to be a bride
He is to be a hero like his brother
He wants to be a soldier of god
He loves to watch fires
He enjoys burning things
He is good with a blade
""".strip().split("\n")
)
