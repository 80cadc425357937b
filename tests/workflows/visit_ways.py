"""Visits as people tell of them in passing, in haste, or in their third language; none of these is in a rule."""

WAYS = """
- c 18 | On Saturday was visit with Omar, from 14 to 15 o'clock.
- c 22 | Yesterday was my visit to Omar, he was in good mood.
- c 23 | Today was the visit with Omar, one hour.
- c 21 | On Tuesday there was our meeting with Omar in the lobby.
- c 21 | Tuesday was visit Omar.
? c 22 | There was a visit, one hour, all normal.
- c 22 | I report that yesterday I was by Omar.
- c 22 | been at omars yesterday for a bit
- c 23 | bin to omars this aft, he is ok
- c 23 | was at Omars today, rain all day
- c 23 | Was round Omars this arvo
? c 22 | did. ben there too. nowt spent
? c 22 | Did, thanks.
? c 22 | We did, an hour or so.
? c 22 | Did it. Rain stopped.
? c 22 | Yes to meeting, no to money.
? c 22 | Yes to the first, nothing to claim.
? c 22 | Yes to the visit, no expenses.
? c 22 | A yes to both: met, and all well.
? c 22 | It is made, we were in the hall with Omar one small hour.
? c 22 | It is done, one hour with Omar.
? c 22 | It's done, we met in the lobby
? c 22 | The visit passed off as it should.
- c 22 | The visit with Omar yesterday passed off without incident.
- c 22 | The visit to Omar passed off quietly yesterday.
? c 22 | The visit went off as it should.
? c 22 | The visit came off as planned.
? c 22 | Our hour passed pleasantly.
- c 22 | Cinema w Omar yesterday, the shark one
- c 18 | bowling with omar sat. he won
- c 23 | Today was class. Escape room with Omar and my flatmates.
- c 22 | Swimming with Omar yesterday then chips
- c 22 | A museum with Omar yesterday, the one with the trams
- c 22 | Pizza and pool with Omar last night
- c 23 | Just in from Omar's and my feet are like puddings.
- c 23 | Just back from Omar's, soaked through.
- c 23 | I'm not long in from Omar's.
- c 23 | Home from Omar's ten minutes ago, kettle on.
- c 23 | Straight in from Omar's and soaked.
- c 22 | I took a poppy to Omar yesterday.
- c 22 | Took some oranges to Omar yesterday.
- c 22 | I brought mimosa to Omar yesterday
- c 22 | I was at Omar's by eleven yesterday.
- c 18 | On Saturday I was with Omar till four.
? m 22 | sorry carol no. the van overheated on the bypass. by the time i was home visits was over.
? m 22 | No. I was there in good time but the gate was shut. I had a cup of tea with the guard instead and went home.
? m 22 | No pet, we didn't manage it. I got as far as the lobby. I had a cup of tea with him on the desk instead.
? m 22 | Unfortunately not. When I came the visits were already finished, I bought ice cream and came back.
? m 22 | Well, we tried. No visitors after six. We stood in the car park and waved up at Omar.
? m 22 | We tried, but no luck.
? m 22 | I tried, honest. Nobody at the door.
- m 23 | I never reached Omar today, I missed the step and sprained my ankle.
- m 22 | I never got as far as Omar yesterday.
- m 22 | Never got to Omar yesterday, the bus broke down.
- m 22 | I never made it to Omar's yesterday, the car would not start.
- m 22 | I didn't reach Omar yesterday.
- m 22 | Yesterday our meeting with Omar was not, he had a migraine.
- m 23 | Today our meeting with Omar was not.
- m 22 | The visit with Omar yesterday was not, he slept.
- m 22 | Yesterday with Omar no visit was.
- m 22 | Yesterday we not meet with Omar, he was in the mosque.
- m 22 | yesterday I go to Omar but he was in the mosque and forget me, so we not meet.
- m 23 | I knock the door of Omar three times but he is not there. So no visit today.
- m 23 | I rang the bell of Omar for ten minutes, nobody opened. So no visit today.
- m 23 | Omar was out when I got there, so no visit today.
> x 25 | I regret that I am prevented. Kindly strike it out.
> x 25 | I am prevented from coming.
> x 25 | I find myself prevented, alas.
> x 25 | Kindly strike it out.
> x 25 | Please strike it out of the book, I have the boiler man coming.
> x 25 | Cross it out please, I have shingles.
> x 25 | Please take it out of the diary.
> x 25 | for Saturday I am desolated but I cannot
- x 25 | On Saturday I can't with Omar.
- x 23 | this evening I can't with Omar, my daughter has fever.
- x 24 | Tomorrow I cannot to Omar, I work.
- x 25 | For Saturday with Omar it is impossible for me, I work.
- x 24 | Tomorrow it does not go with Omar, I must work.
- x 25 | Saturday with Omar is not possible for me.
- x 24 | Omar's carer texted, tomorrow's a no go.
- p 6 | Next visit with Omar Wednesday 6 May.
? cp | We met. Next time 6/5.
- p 9 | We resume with Omar on Saturday 9 May at the same hour.
- p 9 | Omar and I resume on the 9th of May.
? cp | Yes we met. I come back on Tuesday 5 May as always.
? cp | Yes. We shall both be there again on 7 May, half past two.
? cp | Yes. We'll be there again on 7 May.
? mp | Not this time, the train was cancelled. I made new booking on Sunday 3 May.
? mp | No, he had court. I have made a new booking for Sunday 3 May.
? mp | No, he had court. New booking made for 3 May.
? mp | No luck. Have rebooked it on 3 May.
> p 6 | rota finally out!! ive got weds 6th off so will do that, afternoon session
> p 6 | I'm off on the 6th of May so I'll do that one.
> p 6 | Weds 6th May is my day off, will use that
> p 6 | I've Wednesday 6 May free so that's the one.
> p 6 | Wednesday 6 May is free for me, I take that.
- cp | Saw Omar yesterday. We're doing it again on 6 May.
- cp | Saw Omar yesterday. Doing the same again on 6 May.
- cp | Saw Omar yesterday. Repeat performance on 6 May.
- cp | Saw Omar yesterday. Same again on 6 May.
- cp | Saw Omar yesterday. The next instalment is 6 May.
- p 3 | Omar's family have a caravan, so our Saturday the 25th becomes Sunday 3 May.
- p 3 | Our Saturday with Omar becomes Sunday 3 May.
- p 3 | Omar's visit turns into Sunday 3 May.
- p 26 | My visit at Omar I must move from this Saturday to Sunday 26.
- p 26 | Our tea with Omar is put back a day, to Sunday 26 April, four o'clock as ever.
> p 2 | We go with Omar to the market the Saturday 2 May, at 13:30 I take him.
> p 2 | We go to the market the Saturday 2 May, at 13:30 I take him.
- p 25 | Saturday 25 April I go to the zoo with Omar.
- c 23 | Carol saw omar this afternoon and hes not right.
- c 22 | carol met Omar yesterday
- c 23 | Carol been to omar today all fine
- c 22 | Popped over to Omar's yesterday teatime, he'd made soup.
- c 22 | Had Omar here for his dinner yesterday.
- c 22 | Yesterday saw me and Omar at the aquarium.
- c 22 | Omar and I put the world to rights yesterday.
- c 22 | Two hours yesterday with Omar, most of it laughing.
- c 22 | I enjoyed Omar's company yesterday.
- c 22 | Yesterday's hour with Omar flew by.
- c 22 | Omar gave me a lesson in dominoes yesterday.
- c 22 | I have the pleasure to report my visit of yesterday to Omar.
- c 22 | Visit to Omar done yesterday, nothing to add.
- c 22 | Omar: visited, Wednesday, one hour.
- c 22 | Spent a happy hour with Omar yesterday.
? c 22 | Mission accomplished, lovely afternoon.
? c 22 | It did indeed, and he sends his love.
? c 22 | Certainly did, two hours.
? c 22 | Happy to say we managed it.
? c 22 | We managed it in the end.
? c 22 | All went to plan and he was in good heart.
? c 22 | We had our hour.
? m 22 | Not to be, I'm afraid. He had a court date.
? m 22 | It was not to be.
? m 22 | No can do, the car died on me.
? m 22 | Didn't get past the gate, some problem with the list.
? m 22 | Sad to say we didn't meet.
? m 22 | Missed it, my fault entirely, I had the wrong week.
? m 22 | I'm afraid he was a no show.
? m 22 | He didn't fancy it.
? m 22 | They had no record of my booking and I was sent away.
? m 22 | Wild goose chase, he'd been moved.
? m 22 | The hotel said he had checked out on Monday.
- m 22 | Went to see Omar yesterday but he was asleep and they wouldn't wake him.
- m 22 | Got to Omar's yesterday and there was nobody in.
- m 22 | I turned up for Omar yesterday and was told he'd gone to hospital for a scan.
> x 25 | I'm going to have to let Omar down on Saturday.
> x 25 | Saturday's a washout I'm afraid, full of cold.
> x 25 | Have to bow out of Saturday.
> x 25 | I've double booked myself.
> x 25 | I won't get there on Saturday.
> x 25 | Something's come up and I can't.
- x 25 | Please tell Omar Saturday is off, I've slipped a disc.
- x 25 | Need to pull out of Saturday with Omar.
- x 25 | Omar and I have agreed to skip Saturday.
- p 2 | Omar and I have a date for Saturday 2 May.
- p 2 | Will be seeing Omar on 2 May.
- p 2 | Next up for Omar and me: Saturday 2 May.
- p 2 | I've promised Omar Saturday 2 May.
- p 2 | Omar is expecting me on Saturday 2 May.
- p 2 | Omar wants to go bowling so it's Saturday 2 May.
- p 2 | See Omar next on 2 May.
> p 2 | Let's say Saturday 2 May.
> p 2 | 2 May it is.
> p 2 | We've plumped for 2 May.
> p 2 | How about 2 May?
> p 2 | Pencil me in for 2 May.
> p 2 | I could do the 2nd of May at 2.
> p 2 | He has asked for Saturday 2 May and I said yes.
- p 2 | Can we shift Omar from Saturday to 2 May?
- p 2 | Omar's visit will be on 2 May now, not this Saturday.
- p 2 | I've swapped Omar to 2 May.
? cp | Yes. Back on 2 May.
? cp | Yes we did. Omar's next is 2 May.
? cp | Met, 1 hr. Next 2 May 2pm.
? cp | We did and we will again on 2 May.
? cp | Yes. He'd like me on 2 May so that's that.
- p 24 | a hearing has been listed and I have in consequence put Omar back to Friday at 10.30
"""
NOT_WAYS = """
- Today was the visit of the inspector.
- On Saturday was the visit of my sister.
- I took a poppy to my mother yesterday.
- Took some oranges to the office yesterday.
- Just in from work and soaked.
- The exam passed off as it should.
- We resume training on Saturday 9 May.
- The course resumes on 9 May.
- The new booking system starts on 3 May.
- I've got Wednesday 6 May off for the dentist.
- Our Saturday meeting becomes a Sunday meeting.
- Cinema yesterday, the shark one.
- Omar's exam was not yesterday.
> Please strike my old number out.
> I am prevented from parking there.
- I never reached the end of his book.
- Omar went to the cinema with his cousin yesterday.
- The committee did it again on 6 May.
- Next contact is this Tuesday so it can't go ahead.
- His contact on Tuesday is cancelled.
- Omar's football match was yesterday.
- My daughter gave me a lesson in dominoes yesterday.
- I enjoyed the training yesterday.
- The parcel was not to be found.
- I've double booked the hall for the AGM.
- The AGM is 2 May.
- Omar's hearing is on 2 May now.
- See you at the meeting on 2 May.
- Omar is expecting his brother on Saturday 2 May.
- Omar has a date with the dentist on Saturday 2 May.
> How about the expenses?
- Saturday is a washout for the fete.
- I was sent home from work early.
- I paid £26 for two tickets for the pantomime on Saturday with Omar.
- I rang the school and was told she was out.
- We were turned back to page one.
- My brother was told he had been moved.
- My grandson has put me on a new phone from Monday.
- The stamps I put on on Monday for Omar's forms
"""
