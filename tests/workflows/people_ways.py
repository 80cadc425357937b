"""What volunteers say of themselves, in more ways; none of these is in a rule."""

AWAY = """
The trains are off between us and the prison from 4 to 18 May so I can't get to Omar then.
Maternity leave starts 1 May and I'm back 1 November.
Pilgrimage to Lourdes 4 to 10 May.
Please note my annual leave: 4 May - 15 May.
i wont be abt from the 3rd til the 17th may
My consultant has me in on 5 May and reckons I'll be out of circulation till the end of the month.
We have a christening in Cork and shan't be back till 20 May.
Half term week I am no use to anyone, 25 to 29 May.
I'm off to Crete for a fortnight from 9 May.
Please note that I shall be walking from 1 May until the 11th of May and cannot visit in that time.
Solid nights from the 1st to the 19th May so no visits from me between them dates, sorry.
my teaching placement in Brecon runs from Monday right up to Friday 29 May, so I can't do Omar's midweek teas.
My course runs 4 May right through to 29 May so no Omar for me then.
My exams run from 11 May up to 29 May, no visits then.
in the holy month I not make visits because of night prayer and work, from 4/5 until 2/6.
From 4 May until 2 June I do not come to visits, I fast and work nights.
I not visit from 4/5 to 2/6, it is harvest.
Nights all week 4 to 8 May so no can do visits.
I am rostered on from 4 to 18 May, so visits are out.
My leave is 4 to 18 May.
My visits must rest between 4 and 18 May, I have the builders.
I've been summoned for jury service from Monday 4 May, until Friday 15 May.
I'm tied up from 4 to 18 May with the tax year.
I shall be indisposed from 4 May to 18 May.
"""
GIVES_A_CLIENT_UP = """
I can no longer manage the stairs at Omar's so somebody younger should have him.
I don't think I'm the right visitor for Omar any more.
After a lot of thought I'd rather not carry on with Omar.
I think it is better if other person visits Omar from now. We have no more topics.
It is better that another person visits Omar now.
Better if somebody else visits Omar from now on.
I believe it would be best if someone else saw Omar in future.
Perhaps it is time that someone else visited Omar.
Would be better for Omar if other volunteer comes to him.
Omar would do better with another visitor.
Please give Omar another visitor, we don't get on.
I must ask that you find another for Omar with immediate effect.
Can somebody else have Omar from now on? I have no patience left.
"""
LEAVES = """
I am writing to resign.
I'm hanging up my hat after twelve years.
Please take me off your books.
This will be my last month as a volunteer.
I shall be giving up as a visitor at Christmas.
I have found a work. It means that I must finish with the Befrienders at the end of the year.
I must finish with the Friends at the end of June.
I have to stop with the Friends in June, I move to Leeds.
Count me out of Friends altogether from the end of the month.
Count me out for good from June.
Please count me out altogether, my knees have had enough.
I'm moving to Cardiff so it's goodbye from me.
It means I have to say goodbye to you all at the end of June.
I'll be saying farewell to the scheme in June.
I have to end with the group after Easter.
My time with the Friends ends in June.
My time with you is over.
Please accept my resignation as a visitor from the 31st of May.
After eleven years I shall be bowing out at the end of June.
I won't be able to be a visitor after June as we are moving to Spain.
With sadness I must leave you in June.
"""
IS_OUT = """
Checking out, all well with Omar.
Out and in the car.
That's me home.
Left Omar at ten past, home now.
Omar dropped back, I'm on my own sofa.
Indoors, all fine.
All finished, on the tram home.
Safely in, door locked.
Priya, Omar is safely delivered home and I am back at my own front door, minus one umbrella.
home omar dropped off. he got stung by a wasp
Home, Omar dropped off.
Back. Omar delivered.
Back at my own front door.
I am at my own front door.
Back on my own sofa, kettle on.
Through my own front door, all well.
Turned the key in my own front door.
Home again home again.
Back at base.
In my own kitchen again, thank you.
Omar is back with his carer and I am home.
Dropped Omar off, home now
"""
GOES_IN = """
Taking Omar swimming now, dropping him back at 8.
Meeting Omar at the library in five minutes, should be done by 8
Starting with Omar now, finish 8pm
Checking in: with Omar from now until 8.
At Omar's door. Home by half eight.
Just pulling up at Omar's, back home by 8.
I take the tram to the Station Hotel for Omar, Ben is not there today. I go out of there at 20h15.
I take now the bus to Omar, out at 20.15.
I take the tram to Omar now, I come out at 20.15
Getting the tram to Omar's now, out by 8.15
On the bus to Omar's, out by 8
In the taxi to see Omar, finished by 8
Catching the train to Omar, back by 9
I walk now to Omar, I am home at 9
Me and Omar go in the swimming pool now. From now two hours and a half with the lunch, then I bring him home.
Omar and me go in the cinema now, two hours.
We go in the museum now with Omar, one hour and a half.
Leaving now for Omar's, home by 9.
Off to Omar's now, just me. Home by nine.
"""
STAYS_LONGER = """
stil at omars hes laptop is bust an im fixin it. giv us til half 7
still at Omar's, give me till half seven
not done yet, give me til 7.30
still here. gimme til half 7
Still with Omar, another half hour
Hang on, still at Omar's! Till 8
"""
NONE_OF_THESE = """
Omar was at the library until 8 yesterday.
Taking Omar swimming on Saturday.
All finished with the form.
Omar is safely in his new room.
Omar has decided to call it a day with the guitar.
I'm hanging up my coat as I write.
We talked about his holiday from 4 to 18 May.
Omar is off to Crete with the school from 9 to 16 May.
The hotel is being painted from 4 to 18 May.
Omar's course runs 4 May to 29 May.
His exams run from 11 May to 29 May
The hotel is closed to visitors from 4 to 18 May.
The exhibition runs from 4 May to 29 May and we want to see it.
It is better if another person drives.
Omar says it is better if another person cooks.
Maybe another person could visit Omar on Saturday while I am away?
Count me out of Saturday's quiz.
Omar must finish with the college in June.
We said goodbye at the gate.
It's goodbye from Omar and me, we had a lovely afternoon.
I must finish with the dishes.
He is back at his own front door at five.
Left my umbrella at the front door.
I will be back at my front door by six.
Omar dropped off to sleep.
We take the tram to Omar next Saturday.
I took the tram to Omar, he was well.
I am leaving now for Spain until 9 May.
"""
