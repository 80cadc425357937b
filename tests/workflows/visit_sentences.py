"""How volunteers write: one sentence a line, and what is made of it on Thursday 23 April 2026 at a quarter past six.

Ana visits Omar (H-04). "?" asks how Wednesday 22 April went, ">" says that Omar expects her on Saturday 25 April,
"-" is a mail of her own. Then the kinds, as c(onfirmed) m(issed) x (cancelled) p(lanned), and the day of the first;
"~" before it: found, but never sure; "!": has to be sure.
"""

TABLE = """
- c !21 | Popped in to see Omar on Tuesday.
- c !21 | I saw Omar on Tuesday
- c !22 | Met up with Omar yesterday, all good.
- c !21 | Caught up with Omar on Tuesday.
- c !22 | Spent an hour with Omar yesterday.
- c !19 | Had a lovely afternoon with Omar on Sunday.
- c !22 | went to see omar yesterday
- c 22 | Me and Omar went bowling yesterday.
- c 22 | Omar and I went bowling yesterday
- c 23 | Omar was on good form today, we played chess.
- c | Had a lovely afternoon with H-04.
- c 23 | Just back from Omar's.
- c 23 | That's me back from Omar's, all well.
- c 23 | Just back from H-04
- c 18 | took omar fishin sat, good day
- c 22 | we was at the park with Omar yesterday
- c 21 | visit with omar do ok tuesday
- c ~23 | I see him today, Omar is happy.
- c !20 | Visited Omar on Monday.
- c 20 | Called in on Omar Monday afternoon.
- c 21 | Dropped in to see Omar on Tues.
- c !21 | The visit to Omar took place on Tuesday 21 April.
- c 21 | Visit to H-04 done 21/4
- c 21 | H-04 21/4 visit done, no problems
- c 22 | Yesterday we cooked with Omar, a big pot of rice.
- c 22 | Been to see Omar yesterday, he's fine.
- c !22 | I met Omar yesterday.
- c 18 | Went with Omar to the market at the weekend.
- c 17 | I did see Omar on Friday.
- c ~22 | Saw Omer yesterday.
- c ~21 | Could you log a visit to Omar on Tuesday please?
- c ~21 | Please put me down for a visit to Omar on Tuesday.
- c ~21 | Can I record Tuesday's visit with Omar?
- c 22 | Hi Carol, good visit with Omar yesterday.
- c 22 | We had our usual game of cards with Omar yesterday.
- c 22 | Took Omar to the library yesterday.
- c 22 | For your records: saw Omar yesterday.
- c !22 | I visited Omar on 22nd April
- c 22 | Looked in on Omar yesterday
- c 21 | Omar and me had a kickabout on Tuesday
- c 23 | Nice visit this afternoon with Omar
- c 12 | I saw Omar on the 12th inst.
- c 21 | day before yesterday i visit Omar, we drink tea
- c ~22 | Ben saw Omar yesterday because I was away.
? c !22 | Yes
? c !22 | Yep, all fine
? c !22 | It did, thank you.
? c !22 | We did indeed.
? c !22 | Did I see him? I did.
? c 22 | Ah I did, I did! And what a laugh.
? c 22 | aye grand
? c 22 | yeh was ok
? c 22 | All done!
? c 22 | Been and gone.
? c 22 | done and dusted
? c 22 | Went well, thanks.
? c 22 | Went like a dream.
? c 22 | Confirmed. Nothing to report.
? c 22 | I was there all afternoon.
? c 22 | We played draughts and he won every game.
? c 22 | He beat me at chess again, the rascal.
? c 22 | Marvellous, he has taken up the trumpet.
? c 22 | Chess, tea and a lot of laughing.
? c 22 | 👍
? c 22 | Absolutely, we walked along the canal.
? c 22 | By the grace of God it went well.
? c 22 | Took place as scheduled.
? c 22 | Sorry for the late reply! Yes, all well.
? c 22 | Good afternoon. Yes we met.
? c 22 | I did yes, and he is well.
? c !21 | Yes, I saw him on Tuesday.
? c !22 | Hi Carol, yes it went ahead.
? c 22 | Visit was yesterday, one hour.
? c 22 | Sí, todo bien
? c 22 | job done
? c 22 | As planned, yes.
? c 22 | Certainly did, he was in fine fettle
? c 22 | No problems at all, it went really well
? c ~22 | I'm answering for Ben, who made the visit. It took place.
? m !22 | No
? m 22 | No, he was out when I called.
? m 22 | Sadly not, he had gone to court.
? m 22 | I got there but they turned me away.
? m 22 | Wasn't let in, no list at the gate.
? m 22 | Lockdown, so they sent us all home.
? m 22 | No visit today I'm afraid.
? m 22 | We missed each other.
? m 22 | It didn't happen.
? m 22 | It fell through at the last minute.
? m 22 | nah didnt happen
? m 22 | He wasn't in.
? m 22 | She wasn't there so I came home.
? m 22 | I'm afraid I was ill.
? m 22 | Sorry, my car broke down.
? m 22 | I forgot all about it, so sorry!
? m 22 | I thought it was next week.
? m 22 | nobody home
? m 22 | Couldnae get in, the gates were locked.
? m 22 | They would not let me in.
? m 22 | No luck, he refused to come down.
? m 22 | He didn't show up.
? m 22 | stood me up
? m 22 | Not this time, there was a fire alarm.
? m 22 | I could not enter.
? m 22 | nope, train cancelled
? m 22 | The visit was cancelled by the prison.
? mp 22 | No, he was at the dentist. We have made it Saturday instead.
? mp 22 | It didn't, I'm afraid. Trying again on Monday 27th.
? mp 22 | nah didnt happen. doin next sat insted
? cp 22 | Yes. Next one is 6 May.
? cp 22 | Yes all good, next visit booked for 6 May at 2pm
? cp 22 | It did. I've put the next one in for 6 May.
? cp 22 | All fine. See him again on 6 May.
? cp 22 | Yes it went well. Same time next month.
- m 21 | I couldn't get in to see Omar on Tuesday, the hotel was locked down.
- m 21 | Turned up to see Omar on Tuesday but no answer at the door.
- m 21 | No visit with Omar on Tuesday, he had an appointment.
- x 25 | I'm afraid I shan't be able to manage Saturday with Omar.
- x 24 | cannae make it to Omar's tomorrow
- x 24 | Can't make tomorrow, they've changed my shift.
- x 24 | cant do omar tmrw, got a stinking cold
- x 25 | I must cancel on Saturday with Omar, no childcare.
- x 25 | I won't be able to see Omar on Saturday.
- x 25 | I have to cancel my visit to Omar on Saturday because of the trains.
- x 25 | Unable to visit Omar on Saturday, I have shingles.
- x 25 | Saturday is off I'm afraid, Omar knows.
- x 24 | Omar's visit tomorrow is cancelled, I am too ill to drive.
- x 25 | Apologies for Saturday, I can't visit Omar, my mother is in hospital.
> x 25 | No, I can't make it.
> x 25 | Can't do it sorry
> x 25 | I'm not going to be able to make it, flu.
> x 25 | Sorry, something has come up and I will have to cancel.
- p !25 | I'm seeing Omar on Saturday.
- p 24 | Will be with Omar tomorrow at 2.
- p 14 | Next visit to Omar is the 14th.
- p 14 | Omar is booked in for 14 May.
- p ~14 | Pencilled in with Omar for 14 May.
- p 3 | See Omar again Sunday week.
- p 24 | off to see Omar tomorrow
- p 27 | I'll visit Omar on Monday.
- p 30 | My visit to Omar has been moved from Tuesday to Thursday 30 April.
- p 2 | We've shifted Omar from Saturday to Saturday 2 May.
- p 25 | going to see omar saturday
- p 5 | Agreed with Omar: a week on Tuesday.
> p 25 | Yes
> p 25 | Confirmed, see you there.
> p 25 | I'll be there.
> p !22 | Friday 22 May.
> p 22 | I can do Friday 22 May at 2pm.
> p 24 | I'll go on Friday instead.
> p 24 | Tomorrow at 14h30 is fine for me.
> p 24 | Ok for me tomorrow, Ben takes me with the car.
> p 16 | God willing, Saturday the 16th from quarter past ten.
- c 22 | Went round to Omar's for a brew yesterday afternoon, he's settling in nicely.
- c 22 | Lovely to see Omar yesterday. He made me laugh.
- c 20 | It was good to catch up with Omar on Monday.
- c 23 | Omar and I had coffee in town this afternoon.
- c 21 | Another good session with H-04 on Tuesday, mostly chess.
- c !21 | Quick update: visited Omar Tuesday, he's well.
- c 22 | Yesterday's visit with Omar went fine.
- c !20 | This is to let you know that I visited Omar on 20 April.
- c !23 | Just to say I saw Omar today and he was cheerful.
- c 23 | Just letting you know I've been in to see Omar this morning.
- c 21 | Tuesday: Omar, 2 hours, football.
- c 20 | My visit with Omar on the 20th was lovely.
- c 21 | Hi, Omar on Tuesday. All good.
- c !22 | We walked along the river with Omar yesterday
- c !21 | Visit report: met Omar on Tuesday for an hour.
- c 22 | Sat with Omar for an hour yesterday, he didn't say much.
- c 22 | Managed to get to Omar yesterday at last.
- c 22 | I went yesterday. Omar sends his regards.
- c 21 | I made my visit to Omar on Tuesday as usual.
- c !22 | Paid Omar a visit yesterday.
- c 23 | Today visit Omar ok.
- c 22 | I am visit Omar yesterday, he is good.
- c !22 | yesterday i was with omar 2 hour
- c 22 | Omar's was brilliant yesterday, we cooked.
- c 21 | Ticking off Tuesday with Omar.
- c !20 | Had my monthly visit with Omar Monday.
- c 23 | Dropped in on Omar earlier today.
- c 21 | Finally met Omar for the first time on Tuesday!
? c !22 | Yes thanks Carol, all went to plan.
? c 22 | We had a great time.
? c !22 | It went off fine, he was pleased to see me.
? c !22 | Oh yes! He was on top form.
? c !22 | Indeed it did.
? c !22 | Sure did
? c !22 | I was there from 2 till 4.
? c !22 | Saw him, no worries.
? c 22 | he's doing great, we had a kickabout
? c !22 | All good this end
? c 22 | Went. He's fine.
? c 22 | Visited as arranged.
? c 22 | He did his best Elvis for me. Priceless.
? c !22 | Yes and he has a job interview on Friday!
? c 22 | We went to the pictures.
? c 22 | Very pleasant, thank you.
? c 22 | Tea and biscuits as per usual.
? c 22 | ok
? c 22 | Good thanks
? c 21 | Went ahead on Tuesday instead of Wednesday.
? c !22 | Hi, I can confirm I visited.
? c 22 | Happened as planned
? c !22 | Yes (2 hrs)
? c 22 | Completed.
? c 21 | We met on Tuesday instead as he had an appointment.
? c 22 | Thank you for asking, he is well and enjoyed the outing.
? c !22 | Can confirm, yes
? c 22 | it was great to see him
? c 22 | Lovely!
? c 22 | Omar was in fine form.
? m 22 | no he was asleep
? m 22 | Unfortunately he was transferred that morning.
? m 22 | He'd been moved.
? m 22 | Regrettably the visit did not go ahead.
? m 22 | I went but he wouldn't come down.
? m 22 | The hotel said he had checked out.
? m 22 | I turned up but visiting was suspended.
? m 22 | Stuck on the M6 for three hours, never made it.
? m 22 | They had me down for the wrong day.
? m 22 | I had to turn back, snow.
? m 22 | Nope - fire drill
? m 22 | Didn't go, tummy bug
? m 22 | He cancelled on me.
? m 22 | Omar cancelled.
? m 22 | My fault, I got the day wrong.
? m 22 | We had to abandon it because of the alarm.
? m 22 | Not this week, Omar had a cold.
? mp 22 | no. rearranged for monday
? pm 26 | Omar had to work so we've moved it to Sunday.
? pm 26 | We're going on Sunday instead.
? mp 22 | No visit. He went home early. Next one 6 May.
- m 21 | I went to see Omar on Tuesday but he was out.
- m 21 | Waited an hour for Omar on Tuesday, no sign of him.
- m 22 | Omar didn't turn up yesterday.
- m 22 | Omar forgot about our meeting yesterday.
- m 21 | Omar was at hospital when I called on Tuesday.
- m 21 | The prison cancelled my visit to Omar on Tuesday.
- x 25 | Something's come up and I can't get to Omar on Saturday.
- x 25 | I'll have to take a rain check on Saturday with Omar.
- x 25 | Sorry to let you down but I can't do Saturday's visit to Omar.
- x 25 | Not able to see Omar this Saturday, train strike.
- x 25 | Omar and I have agreed to skip Saturday.
- x 25 | Please cancel Saturday's visit to Omar.
- x 24 | Bit under the weather so won't be going to Omar tomorrow.
- p 9 | Omar's away this weekend so we'll meet on 9 May.
- p 24 | I'm going to see Omar tomorrow at 3.
- p 27 | Planning to see Omar on Monday.
- p 27 | Omar and I are meeting on Monday at 10.30.
- p 24 | I'm popping in to see Omar tomorrow.
- p 30 | Seeing Omar again on the 30th.
- p 30 | My next visit to Omar will be on 30 April.
- p 30 | Omar next: 30 April.
- p 25 | I will be visiting Omar this Saturday
> p 25 | Yes that's fine.
> p 25 | Yep see him then
> p 25 | Will do.
> x 25 | No sorry, working that day.
> x 25 | Afraid I can't.
> p 25 | I'll be 10 minutes late but will be there.
> p 26 | Sunday would be better for me.
> p 26 | Sunday 26th, 3pm
> p 25 | I will go at 4 on Saturday.
> xp 25 | Not this week, sorry. Next Saturday.
> p 25 | Yes, looking forward to it
> p 25 | ok
"""

NOTHING = """
- Did Ben visit Omar on Tuesday?
- Has anyone seen Omar this week?
- Will the visit to Omar go ahead on Saturday?
- If I had seen Omar on Tuesday I would have told you.
- I should have seen Omar on Tuesday.
- I never saw Omar's message until today.
- I hope to have seen Omar by Friday.
- I was meant to visit Omar.
- I rang Omar yesterday and he is well.
- Omar phoned me on Tuesday.
- I had a text from Omar yesterday.
- I wrote to Omar on Monday.
- I dropped Omar's form at the office on Tuesday.
- I saw Omar's brother in town on Tuesday.
- I met Omar's solicitor yesterday.
- The training on Tuesday was very good.
- I can't come to the training on Saturday.
- I won't be at the meeting on Saturday.
- The coffee morning on Tuesday went well.
- Thank you for the lovely party on Saturday.
- Thanks for this, received yesterday.
- Thanks Carol, noted.
- Please could you tell me when Omar's birthday is?
- What time are visits on Saturday?
- Can I take Omar to the cinema?
- I have a new phone number from Monday.
- I will be on holiday from Saturday until 9 May.
- My holiday is booked for 14 May.
- Omar has an appointment on Friday.
- Omar's hearing is on Tuesday.
- His court date has been moved to Friday 1 May.
- I'll ring you on Monday.
- I'll send the receipt tomorrow.
- Omar is going to court on Friday.
- Omar will see his solicitor on Monday.
- The office is closed on Friday.
- I had my DBS interview yesterday.
- I forgot to say thank you for the card.
- Nobody answered the phone at the office yesterday.
- I didn't get your e-mail until today.
- There was no answer when I rang the office.
- He didn't see the doctor on Tuesday.
- I wouldn't miss it for the world.
- Not everybody can visit on a Saturday.
- I am thinking of giving up visiting.
- How do I claim for the bus?
- We moved house on Tuesday.
- I changed my e-mail address yesterday.
- My son went to the dentist yesterday.
- I went to the doctor on Tuesday about my knee.
- If I can't make Saturday I'll let you know.
- My son can't come to your party on Saturday.
- The plumber can't do Saturday.
- I can't remember what time on Saturday.
- I can't find the form for Tuesday.
- I can't wait to see Omar on Saturday!
- I can't believe how well Omar is doing.
- I can't log in to the website today.
- Can you ring me tomorrow?
- I'll be in the office tomorrow.
- I'll see you on Saturday at the party.
- I'm seeing the dentist on Monday.
- I am seeing my sister on Saturday.
- I'm meeting Carol on Monday.
- I'm going to the training on Monday.
- Looking forward to the social on Saturday.
- The next training is on 6 May.
- The next meeting of volunteers is on 6 May.
- Next week is half term.
- Omar's birthday is on Saturday.
- Omar starts college on Monday.
- Omar moves to Leeds on Monday.
- Omar's interview went well on Tuesday.
- Omar's appointment on Tuesday was cancelled.
- Omar's solicitor didn't turn up on Tuesday.
- My train was cancelled on Tuesday.
- The bus didn't come on Tuesday.
- I missed the bus on Tuesday.
- I missed your call yesterday.
- Did you get my claim from Tuesday?
- My claim for Tuesday was 4.50.
- I posted the receipt yesterday.
- I saw the news about the prison yesterday.
- I met Carol yesterday and she told me about the new forms.
- We had a meeting about the rota yesterday.
- I spoke to Omar's key worker yesterday.
- I got an e-mail from Omar yesterday.
- Omar rang me last night, he sounded fine.
- Has Omar moved?
- I am free most Saturdays.
- I could do with a break.
- I would like to stop visiting at the end of May.
- I am away from 1 May to 14 May.
- Please find attached my receipts for April.
- My bank details have changed.
- Thank you for your help yesterday.
- Omar told me on the phone yesterday that he is sad.
- I dreamt I saw Omar yesterday.
- Saw your message yesterday, thanks.
- I have seen your e-mail of Tuesday.
- We met at the training on Tuesday.
- Yes please!
- Yes, I am happy for you to share my number.
- No, I don't need a lift.
- No thank you.
- I'm back from holiday on Monday.
- I've just got back from Spain.
- Just back from holiday, anything to report?
- All done with the form, thanks.
- Job done, the receipts are in the post.
- Had a lovely holiday last week.
- We had a lovely time in Wales on Sunday.
- My DBS was done on Tuesday.
- It went well on Tuesday, my operation.
- I was there on Tuesday when Carol spoke.
- Confirmed: I will come to the training on Monday.
- I can confirm my address is the same.
- Visit our website today.
- Your visit to our office is confirmed.
- Visiting hours were changed on Tuesday.
- The visits hall was closed on Tuesday.
- Visit times are now 2 to 4.
> Thanks for the reminder.
? When is my next visit?
? Which visit do you mean?
? Who is this?
> What time is the visit?
> Thank you for the reminder, where do I park?
"""
NOT_CONFIRMED = """
- I did not see Omar on Tuesday.
- I haven't seen Omar since Tuesday.
- I nearly saw Omar on Tuesday.
- I tried to see Omar on Tuesday.
- I wanted to see Omar on Tuesday.
- I would have seen Omar on Tuesday.
- I am seeing Omar on Saturday.
- I'll see Omar on Saturday.
- Omar says the social worker visited on Tuesday.
- His sister visited Omar on Tuesday.
- Omar saw the doctor on Tuesday.
- Omar met his solicitor yesterday.
? No, I did not see him.
? I didn't manage it.
? Not yet
? I never got there.
? I waited an hour and nobody came.
? He wasn't well enough.
> Yes, I will visit him then.
> I'm looking forward to it.
"""
NOT_SURE = """
- I think I saw Omar on Tuesday.
- Saw Omar last Thursday.
- Saw Omar on Tuesday or Wednesday.
- Maybe it was Tuesday that I saw Omar.
- Saw Omar through the window on Tuesday.
- Saw Omarr on Tuesday.
- Saw Salma on Tuesday.
- Saw Omar and Salma on Tuesday.
- Ben says he saw Omar on Tuesday.
- I saw Omar on Tuesday but only for a minute, he was not well.
- If I remember rightly I saw Omar on Tuesday.
- Saw Omar at the weekend.
? Yes and no.
? Yes, but not with him.
? Yes, I think so.
? He was fine.
? Football, then tea.
? Sorry, I was ill.
"""
