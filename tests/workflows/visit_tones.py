"""Visits that were or will be, or not, in words that stand in no set phrase: by polarity, day and client; asked.

Families: what came to nothing, or will; "but yes, we met"; "I can't wait"; promises; answers by their tone alone. The
format is that of `visit_sentences`.
"""

TONES = """
? c ~22 | Made it there and back, traffic awful but worth it.
? c ~22 | We met in the visitors' centre as he wasn't allowed up, but yes we had our hour.
? c ~22 | 100%
? c !22 | Was there from two till three.
? c !22 | I didn't miss it, whatever the gate says. I was there the full hour.
? c ~22 | I couldn't stay long but yes.
? c ~22 | He didn't want to talk much, but we sat together the whole hour.
? c ~22 | No, no, it was lovely! He'd made a card.
? c ~22 | It wasn't the best visit, he was low, but I was there.
? c ~22 | He wasn't keen at first, yet we played cards till four.
? c ~22 | I couldn't find the door but yes, we met.
? c ~22 | No no, all fine, we had a good laugh.
? c ~22 | They didn't let me take the cake in but the visit was fine.
? c ~22 | I wasn't there long but he was pleased.
? c ~22 | He wasn't in a great mood but we stuck it out for the hour.
? c ~22 | I didn't think I'd make it, but I did.
? c ~22 | I couldn't have asked for a nicer afternoon.
? c ~22 | He didn't stop talking!
? c ~22 | It wasn't long, about twenty minutes.
? c ~22 | I couldn't get him to stop laughing.
? c ~22 | Went over as usual, had soup.
? c ~22 | The appointment was kept.
? c ~22 | All present, all correct.
? c ~22 | Wasn't sure he'd want me but he came bounding down.
? c ~22 | They tried to cancel but I put my foot down and got my hour.
? c ~22 | Couldn't have gone better.
? c ~22 | No show-stoppers, all fine.
? c ~22 | Not bad at all!
? m ~22 | I'm ashamed to say it went right out of my head.
? m ~22 | I rang and rang the bell but nothing.
? m ~22 | Had to give it a miss.
? m ~22 | We ended up not going.
? m ~22 | The visit was not able to proceed owing to a shortage of staff.
? m ~22 | It slipped my mind altogether.
? m ~22 | We never did.
? m ~22 | I ended up staying at home.
? m ~22 | I gave up after an hour on the hard shoulder.
? m ~22 | He'd already left for court when I arrived.
? m ~22 | They wouldn't have me in.
? m ~22 | I hammered on the door and gave up.
? m ~22 | He'd got other plans.
? m ~22 | They'd shipped him out.
? m ~22 | They'd no record of my booking so I came home.
? m ~22 | I stayed put, my chest was bad.
? m ~22 | He told the officer he'd rather watch the match.
? m ~22 | I bottled it, the roads were like glass.
? m ~22 | He'd gone out with his cousin.
? m ~22 | Not a chance, whole wing banged up.
? m ~22 | I was at my brother's bedside so no.
? m ~22 | it was not possible, bus strike
? m ~22 | The officer say he is in other prison now.
? m ~22 | i could not to go because of job
? m ~22 | I must confess I let it slip.
? m ~22 | He and I got our wires crossed about the time.
? m ~22 | That one's a no.
> p !25 | I thought I'd have to cancel but I'm fine again, so see him then.
> p !25 | I can't wait!
> p !25 | I won't be late this time.
> p !25 | I can't see why not.
> p !25 | I intend to, yes.
> p !25 | That's the plan.
> p ~25 | Barring accidents.
> p !25 | You bet.
> p !25 | Both Ben and I will go.
> p !25 | Nothing's changed.
> p !25 | I am. Taking him a cake.
> p !25 | I can't think of anything nicer.
> p ~25 | I can't wait to see him.
> p !25 | I won't forget.
> p ~25 | I wouldn't dream of missing it.
> p !25 | It looked as if I'd have to cancel but my sister is minding the baby, so I'll be there.
> p ~25 | Wild horses wouldn't keep me away.
> p !25 | Still the plan.
> p !25 | I shall.
> p !25 | All being well.
> p ~25 | Nothing would stop me.
> p ~25 | I was going to say no but my sister's taking the kids so yes.
> p ~25 | Not a problem.
> p ~25 | I don't see a problem.
> p ~25 | No reason not to.
> p ~25 | Hell or high water!
> p !25 | Roger.
> p !25 | On my calendar.
> p !25 | Happy to.
> p !25 | I believe so, yes.
> x ~25 | Sorry, something's come up at work.
> x ~25 | He's asked me not to come.
> x ~25 | Omar has put me off, he has court.
> x ~25 | Called off, prison on lockdown.
> x ~25 | I've had to pull out.
> x ~25 | we have scrubbed saturday
> x !25 | It's off, he rang me this morning.
> x !25 | No, can we make it Friday instead?
> x ~25 | I'm abroad that week.
> x ~25 | He's told me not to bother.
> x ~25 | Something has cropped up.
> x ~25 | They've stopped visits this week.
> x ~25 | I've been called into work.
> x ~25 | He'd rather I left it.
> x ~25 | It's been called off by the wing.
> x ~25 | My lift has let me down.
> x ~25 | I'm out, sorry, flu.
> x ~25 | Please take my name off for Saturday.
> x ~25 | Have to give Saturday a swerve.
> x ~25 | It'll have to be knocked on the head, car failed its MOT.
> x ~25 | He's off to a job interview so we're skipping this one.
> x ~25 | Visits are stopped till Monday they say.
> x ~25 | Regret I am indisposed.
> x ~25 | Sadly I'm needed at my mother's.
> x ~25 | I shall be at the hospital all day.
> x ~25 | He doesn't feel up to a visit.
> x ~25 | The hotel isn't letting anyone in this week.
> x ~25 | I'd forgotten, I have a christening.
- c ~21 | Omar and me was at the library Tuesday, we stay two hour.
- c ~21 | Omar, Tuesday: tick.
- c ~21 | omar tuesday done
- c ~21 | Following on from Tuesday: I turned up at two, Omar was brought down at ten past and we talked until three.
- c ~21 | They cancelled my train on Tuesday but I still got to Omar.
- c ~21 | Put Tuesday down as done for Omar please.
- m ~21 | I would have seen Omar on Tuesday but the train was cancelled.
- m ~21 | I almost got in to see Omar on Tuesday but they'd lost the paperwork.
- m ~21 | I was meant to see Omar on Tuesday, wasn't I? Please tell me I've not got the week wrong.
- m ~21 | Seeing Omar on Tuesday was cancelled by the prison, I only found out at the gate.
- m ~21 | No visit with Omar on Tuesday, he wasn't feeling up to it.
- m ~21 | I missed Omar on Tuesday, flat tyre.
- m ~21 | Omar refused his visit on Tuesday. I sat there like a lemon for forty minutes.
- m ~21 | I'm sorry, I let Omar down on Tuesday. My mother had a fall.
- m ~21 | Drove all the way on Tuesday only to be told Omar had been transferred.
- m ~21 | I was supposed to be with Omar on Tuesday but was in A&E with my knee.
- m ~21 | I had to skip Omar on Tuesday as my grandson was born!
- m ~21 | Omar and I kept missing each other on Tuesday so we gave up.
- m ~21 | Omar's visit on Tuesday was abandoned because of a fire alarm before I got in.
- m ~21 | I'd have been to Omar's on Tuesday but for the puncture.
- m ~21 | I had to drop Omar on Tuesday, my shift ran over.
- m ~21 | Omar turned me down on Tuesday, he said he was too tired.
- m ~21 | Omar's visit on Tuesday came to nothing.
- m ~21 | Tuesday with Omar went by the board, boiler man.
- m ~21 | I had to bail on Omar on Tuesday.
- m ~21 | Omar's visit was pulled on Tuesday, no staff.
- m ~21 | I ought to have been with Omar on Tuesday but my mother was taken poorly.
- m ~21 | By the time I got to Omar's on Tuesday visiting had finished.
- m ~21 | Omar got called to the gym on Tuesday just as I arrived so that was that.
- m ~21 | Omar's Tuesday visit had to be dropped, I'd put my back out.
- m ~21 | Sorry but I didn't manage Omar on Tuesday.
- m ~21 | Was all set for Omar on Tuesday and then the car died.
- m ~21 | Omar cried off on Tuesday, said he had a headache.
- m ~21 | Got all the way to the prison on Tuesday and they wouldn't accept my driving licence, so no Omar.
- m ~21 | i no see omar tuesday, hotel say he sleep
- m ~21 | Omar gave Tuesday a miss, he was fasting.
- m ~21 | My Tuesday with Omar went up in smoke, boiler burst.
- m ~21 | Tuesday came and went without me seeing Omar, family crisis.
- m ~21 | I owe Omar an apology, I plain forgot Tuesday.
- m ~21 | On Tuesday Omar kept to his bed and would see nobody.
- m ~21 | We were unable to hold Tuesday's visit with Omar, the room had been double booked.
- p ~26 | Got a slot for Omar on Sunday, 10.30.
- p ~26 | See Omar Sunday.
- p ~26 | Have put my name down for Omar's Sunday morning session.
- p ~26 | We're on for Sunday, Omar and I.
- p ~26 | I hope to visit Omar on Sunday.
- p ~26 | I plan to drop by Omar's on Sunday morning.
- p ~26 | Sunday's visit to Omar is all arranged.
- p ~26 | I promised Omar I'd come by on Sunday.
- p ~26 | I might see Omar on Sunday, depends on my lift.
- p ~26 | I'd see Omar on Sunday if you could get me a lift.
- p ~26 | I'll be setting off for Omar on Sunday at nine.
- p ~26 | Omar and me are for the market on Sunday.
- p ~26 | I've signed up to see Omar on Sunday.
- p ~26 | I'm keeping Sunday for Omar.
- p ~26 | I mean to look in on Omar on Sunday.
- p ~26 | I'm due at Omar's on Sunday.
- p ~26 | I've told Omar to look out for me on Sunday.
- p ~26 | I want to visit Omar on Sunday.
- p ~26 | Omar and I will walk to the lake on Sunday.
- p ~26 | Roll on Sunday and my next hour with Omar.
- p ~26 | Sunday morning slot with Omar confirmed by the prison.
- p ~26 | I'd like to see Omar on Sunday if that's all right.
- x ~25 | Would you let Omar know I won't be there on Saturday?
- x | Omar doesn't want a visit this Saturday, it's his fast.
- x ~25 | Afraid Saturday won't work for Omar and me after all.
- x ~25 | Saturday's visit to Omar will not be taking place.
- x !25 | the home has norovirus so no visit to omar saturday
- x | I'd better not go to Omar on Saturday with this cough.
- x ~25 | Rain check on Saturday with Omar please, I'm stuck in Leeds.
- x ~25 | Omar's off to his cousin's on Saturday so we're not meeting.
- x ~25 | Double-booked myself on Saturday so Omar will have to wait.
- x ~25 | I need to drop out of Saturday, can Ben see Omar?
- x ~25 | Scrap Saturday for Omar, I've been called for jury service.
- x ~25 | I was going to see Omar on Saturday but I've changed my mind, I'll leave it.
- x ~25 | Omar would sooner I didn't come on Saturday.
- x ~25 | I'm bowing out of Saturday with Omar, sciatica.
- x ~25 | Could somebody tell Omar I can't come on Saturday?
- x ~25 | Omar says not to come on Saturday.
- x ~25 | The hotel has chickenpox, so no Omar on Saturday.
- x | I'd better stay away from Omar on Saturday with this cold.
- x | Omar has something on this Saturday, so we're leaving it.
- x ~25 | Saturday clashes with my niece's wedding so Omar must wait.
- x ~25 | Omar and I are giving Saturday a miss, he's got his driving test.
- x ~25 | Saturday's no good for Omar any more, he starts his course.
- x ~25 | Omar rang, he'd prefer I didn't come on Saturday.
- x ~25 | Cross me off for Saturday with Omar.
- x ~25 | I'm going to have to disappoint Omar on Saturday, I'm on call.
- x ~25 | Can you let Omar know that Saturday is off? I've got shingles.
- x ~25 | Saturday Omar I cannot, doctor say stay home
- x ~25 | Owing to a bereavement I must withdraw from Saturday's visit to Omar.
? c ~22 | Yessir.
? c ~22 | The session ran its full length.
? c ~22 | Eventually yes, after forty minutes of paperwork.
? c ~22 | Never in doubt.
? m ~22 | Bit of a fiasco, they sent me to the wrong wing and time ran out.
? m ~22 | He'd been let out early, lucky lad.
? m ~22 | The weather beat me.
? m ~22 | I chickened out of the drive.
? m ~22 | We couldn't find a day that suited.
? m ~22 | He wasn't having any of it.
? m ~22 | I arrived, he'd left.
? m ~22 | It was scuppered by the half marathon, roads shut.
? m ~22 | I got called in to cover a shift.
? m ~22 | Gate staff said computer says no.
- m ~21 | I never saw hide nor hair of Omar on Tuesday.
- m ~21 | Omar was poorly on Tuesday and they kept me out.
- m ~21 | Omar's phone was off on Tuesday and he wasn't at the meeting point so I went home.
- m ~21 | I had every intention of seeing Omar on Tuesday but woke with vertigo.
- m ~21 | The Tuesday visit with Omar was a bust.
> x ~25 | Not up to it.
> x ~25 | Strike me off this week.
> x ~25 | There's been a death in the family.
> x ~25 | He has asked for a break.
> x ~25 | I regret that circumstances prevent me.
> x ~25 | I'm still testing positive.
> x ~25 | They have him in the infirmary.
- x ~25 | Forget Saturday with Omar, my gearbox has gone.
- x ~25 | I must ask to be excused from seeing Omar on Saturday.
- x ~25 | I'm booked for an endoscopy on Saturday which knocks out Omar.
- x | Omar's told me he'd sooner be left alone this Saturday.
> p ~25 | I'm raring to go.
> p ~25 | Sounds good.
> p ~25 | It's a date.
> p ~25 | Three o'clock sharp.
> p ~25 | He knows I'm coming.
> p ~25 | No need to ask!
> p ~25 | I'm free so yes.
> p ~25 | Nothing to stop me this week.
- p ~26 | Off with Omar to the coast on Sunday.
- p ~26 | Sunday is when I next see Omar.
? c ~22 | No complaints from either of us.
? c ~22 | I couldn't stop him singing.
> p ~25 | Can't see anything stopping me.
> p ~25 | Don't worry, I've not forgotten.
"""

NOT_TONES = """
- My sister is staying with me until the 27th.
- I have been a visitor for three years.
- Omar was cross that the barber didn't turn up on Tuesday.
- I ran into Omar's old cellmate on Tuesday.
- Tell me whether Omar is still in the same hotel on Saturday.
- My daughter visited me on Tuesday which was lovely.
- Omar told me his solicitor didn't turn up on Tuesday.
- I hope I haven't missed Omar's visit this week.
? I don't know, Ben was down to go.
- Omar goes to court on Saturday.
- Omar's sister is visiting him on Saturday.
- I'm seeing my GP on Saturday.
- Omar starts his new job on Saturday.
- I used to be unavailable on Saturdays but now I can do any day.
- I always text my wife when I set off for Omar.
- Omar is home now from hospital.
- My son is safely home from Australia.
- I'm not home yet.
- Not left yet, Omar is making tea.
- Omar missed his bus on Tuesday.
- Omar was turned down for college on Tuesday.
- I missed my train on Tuesday.
- Omar says his brother gave up smoking on Tuesday.
- Omar's football on Saturday is off.
- Omar has to skip his dinner on Saturday for the blood test.
- Omar sees his dentist on Saturday.
- Omar's mother comes on Saturday.
- Is Omar still at the hotel on Saturday?
- Omar is going to the mosque on Saturday.
- Omar's meeting with the solicitor is on Saturday.
- I was signed off in March.
- Omar is back at his flat after the operation.
- I would love to have seen Omar's face on Tuesday when he opened it.
- Omar saw a doctor on Tuesday.
- I met Omar's caseworker on Tuesday at church.
- Hoped to have seen Omar by now.
- Omar phoned me Tuesday, we talked for an hour.
- I dreamt I visited Omar on Tuesday, ha.
- Nobody answered the office phone on Tuesday.
- I missed the training on Tuesday.
- I have to cancel my dentist on Saturday.
- The trip to the zoo on Saturday is cancelled, says the school.
- Omar has an interview on Saturday, fingers crossed.
- I'm taking my mum out on Saturday.
- Omar told me he's seeing his mother on Saturday.
- Omar would like to join the football on Saturday.
- Saturday is Omar's birthday.
- Omar hasn't been out for a week, his boots are worn through.
- I've known Omar for six months now.
- I'm with Omar on this: the heating is a disgrace.
- I'm back with the paperwork you wanted.
- Omar got out of hospital on Tuesday.
- Omar is out by himself more these days.
> ta x
> cheers
? Bless you.
> Much obliged to you.
? Approve, all in order.
> Super, dzięki.
> شكراً جزيلاً
"""
