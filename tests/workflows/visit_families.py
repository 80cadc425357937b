"""More ways to say the same: families of speaking, in the form of `visit_sentences` (Thursday 23 April 2026)."""

FAMILIES = """
- p 2 | They've offered me the 2nd for Omar.
- p 7 | The booking line gave us the 7th for Omar.
- p 9 | Omar and I are to meet again on the 9th.
- p 28 | We are seeing each other again, Omar and me, on Tuesday.
- p 26 | I go to Omar on Sunday after church.
- p 2 | I return to Omar the 2nd of May.
- p 25 | Back over to Omar on Saturday.
- p 30 | Next again with Omar Thursday 30.
- p 30 | nxt 1 w omar is the 30th
- p ~28 | I shall offer Omar the 28th.
- p ~24 | I proposed him Friday, Omar said yes
- xp | not seeing omar sat now doing sun
- p ~24 | Pool with Omar tomorrow at 4
- p 29 | Omar again weds
- p 28 | I'm by Omar on Tuesday
> p 28 | Tuesday, the 28th, at two.
> p 25 | I am there on Saturday, yes.
> p 25 | God willing yes
> p 28 | Might we say Tuesday?
> p 25 | inshallah I go
- c 22 | I called upon Omar yesterday.
- c 22 | I waited upon Omar yesterday afternoon.
- c 23 | in wi omar this afternoon
- c 22 | over at omars yesterday
- c ~22 | Yesterday's outing with Omar survived the rain.
- c 21 | Tuesday's visit to Omar passed off quietly.
- c 21 | Was with Omar Tuesday.
- c 21 | Was round at Omar's Tuesday.
- c 23 | Just got in from bowling with Omar
- c ~22 | Omar told me yesterday that he has a new job.
- c ~22 | Omar made me laugh over our tea yesterday.
- c 22 | Omar, whom I saw yesterday, is well.
- c 22 | Popped in on Omar yesterday, brief but sweet.
- c 22 | Omar's school concert was yesterday and I went with him.
- c ~22 | Yesterday with Omar was a joy from start to finish.
- c ~22 | ayer estuve con Omar, todo bien
- c ~22 | Hier j'ai vu Omar, tout va bien.
- c ~22 | Ieri ho visto Omar
- c ~22 | Gestern ich war bei Omar, alles gut
? c 22 | According to plan in every way.
? c 22 | Went like clockwork.
? c 22 | To plan, and home in time for tea.
? c ~21 | Yes but it was Tuesday, not Wednesday.
- m 22 | Got as far as the gate yesterday to see Omar and found I had no ID.
? m 22 | Slept through my alarm, I'm mortified.
? m ~22 | Grand day at the show. He wants a ferret for his birthday. No chance.
? m ~22 | We ate well at the fair. Impossible to say more.
? m !22 | Hi Carol, thanks for asking. No.
? c 22 | Went swimmingly, and Omar slept through the helicopter.
? m 22 | Overslept, so sorry.
? m 22 | I left my passport on the hall table and they would not have me.
? m 22 | There was nobody to visit when I got there.
? m 22 | They turned me away at reception.
? m 22 | I fell asleep on the bus.
- x 24 | tmrws off, omar has a bug
- x 25 | I must withdraw from Saturday with Omar.
- x 25 | I have to cry off Saturday with Omar, the car is dead.
- x 24 | So tomorrow with Omar is a no.
- x 24 | Tomorrow I do not go to Omar.
- x | not doing sat with omar
> x 25 | I'm staying indoors, the ice is terrible.
> x 25 | Won't be fit to drive.
"""

NEAR_MISSES = """
- I go to church on Sunday.
- They've given me the 9th for my hip.
- He has been moved to days.
- I had a lovely evening yesterday.
- My sister and I went to the pictures on Tuesday.
- The number 12 didn't turn up on Tuesday.
- Ben said he would go.
- I've been saving up for a bike.
- He slept through the film.
- Thank you for the good lunch on Tuesday.
- My daughter's concert was a triumph yesterday.
- I called the office yesterday about Omar.
- Ben cannot come on Saturday, so I shall be alone.
- Omar starts college on Monday.
- We are to meet the trustees on the 9th.
- Hier il pleuvait toute la journée.
- Yesterday's training was good.
- Could they give me the 9th?
"""
