"""What volunteers say of themselves, each family as ten people would say it; none of these is in a rule."""

THANKS = """
Grand, thanks a million
Grand job, cheers
شكراً جزيلاً
تمام شكرا
Thank you kindly, my dear.
Ta muchly!
Thanks for that, have a good weekend
Lovely, ta x
That's great thanks
Much obliged to you all.
Duly noted, with thanks.
nice one cheers
sound, thanks
Many thanks for your kind message
thx 4 that
dzięki wielkie!
Dziękuję bardzo :)
muchas gracias, un abrazo
gracias a vosotros
Super, thank you Carol. Have a lovely evening
Thanks Carol, God bless you and the work
yekenyeley
ok thank you very much sir
You're a star, thank you
Received with thanks, regards Ana
brill ty
Seen, thank you. Happy Easter!
Perfect. Thank you for confirming.
Thats perfect thank you so much, enjoy ur weekend
Merci bien, bonne journée
Go raibh míle maith agat
"""
NOT_THANKS = """
Thanks. I will be late
Thank you, can you call me
Thanks but no thanks
Great, thanks, see you all at the meeting on Tuesday about Omar's eviction
Grand, he was in tears
thanks for nothing
No thanks
Thank you, he is dead
شكرا، عمر حزين
Thanks, but it was Tuesday
Thank God he is safe now
Good, he went
OK thanks, we met
fine thanks, we had tea
"""
AWAY = """
My sister and I are walking in the Borders from 6 to 20 June.
off work n off visits all next week, hols in kefalonia
I will be in Senegal with my mother from 1st August until 29th August.
We are in Cornwall 3 to 17 May with the grandchildren.
I'm having a new knee on 12 May and the surgeon says six weeks of nothing.
Visiting family in Asmara 1 May to 30 May
I fly to Warsaw on 2 May, back on 16 May
My daughter is getting married in Lahore so no visits between 4 and 18 May
I have my finals from 11 to 29 May so I cant visit then
i got exams 11 may til 5 june so cant do visits
Walking the Camino from 1 May until 10 June!
We go to Poland for the holidays from 1 to 15 July.
I shall be at my son's in Toronto from 5 May to 2 June.
On my travels 2-14 May
Recovering from surgery until 20 May
The doctor says no driving for four weeks from Monday
I've a trial in Leeds that runs 4 May to 29 May and shall be fit for nothing else.
I am on nights all of May, so not before June
on retreat 1-10 May, no phone
Ramadan travel: I am in Khartoum from 27 April to 12 May
jury service from monday for two weeks
Please give me no visits from 4 to 17 May.
skiing 2nd to 9th may woop
I go to my country 1 May, come again 1 June.
Between 3 and 17 May I will not be here.
am at glasto then spain, 20 june to 8 july
Estoy en Madrid del 2 al 16 de mayo
We'll be at the caravan from Saturday until 10 May.
my kids are off school 4-8 may so cant get out then
"""
NOT_AWAY = """
Yesterday she told me the exams that she will pass in June and which teachers are strict
darren says he wont be here for xmas
Omar is away from 3 to 10 May
Omar's mother is in hospital from Monday
He will be in Leeds from 4 May
We walked in the park from 2 to 4
We talked about a holiday in Spain in June
I was away from 3 to 10 March and am back now
We were at the library from 2 until 3
I'll be at the hotel from 3 until 5
Omar flies to Glasgow on 4 May for his interview
She goes to college from 1 May
He has exams from 11 to 29 May
I visited Omar on 20 April and on 22 April
Visits are planned for 3, 10 and 17 May
My next visits are from 3 to 5 on Tuesday
I would like to take him swimming from May
The hotel is closed from 3 to 10 May
The bus does not run from 4 to 8 May
I work in Leeds and come home at six
"""
GIVES_A_CLIENT_UP = """
So with him I must finish.
dont think i can carry on with Omar after christmas
I don't feel I can go on visiting Omar with my new hours.
Sadly this will have to be my last month with Omar, the drive is too much
I need to stop with Omar because my shifts changed
I cannot come to Omar any more, he moves too far.
i wont be able to see omar anymore cos of uni
Please find somebody new for Omar, I have moved to Hull.
With great regret I must give Omar up.
Omar and I should part company, I'm afraid. It is not working
I have no longer time for visit Omar.
My health won't let me keep seeing Omar.
im done with omar tbh, he just wants money
Could Omar be given to another volunteer? My mother needs me now
I think it's best for both of us if I stop seeing Omar
I am not the man for Omar.
I have decided to step back from my visits to Omar.
From June I can't do Omar, I start a job
I wish to be relieved of Omar.
Can I be taken off Omar please
I can't be Omar's visitor any longer
after easter i stop visit to Omar
It would be better that another person visits Omar, I not have car now
We've come to the end of the road, Omar and me.
I must ask you to end my match with Omar
I will have to let Omar go, my back is too bad
Omar will need a new visitor from June as I'm moving
I have to finish with Omar end of the month
Regretfully I shall not be continuing with Omar.
I'd like to hand Omar on to someone younger
"""
NOT_GIVES_A_CLIENT_UP = """
I had to finish with Omar at four because of the fire bell
I can't come to Omar tomorrow
He must stop smoking
He wants to stop seeing his solicitor
I could carry on with Omar all day
Omar must finish his course by May
I can't go on Tuesday
We had to stop the game
I don't think I can carry on with the game of chess
I hope I can carry on with Omar
I left Omar at three
Omar is done with college
I can't do Omar on Friday
I will not be able to see Omar this week
"""
LEAVES = """
I am afraid I shall have to give up the visiting altogether.
I'm 84 on Sunday and have decided it is time to stop.
please take me off your list of visitors
I want to leave the volunteers.
Consider this my resignation.
im quitting sorry
I resign my place as a visitor with effect from 1 June.
I cannot be a volunteer more, my work is too much
We are emigrating in June so I will have to leave you all
This is to tender my resignation as a volunteer
I will not be a visitor after May
I have to stop with the volunteering
Please remove me from the scheme
I'd like to withdraw from the scheme
I won't be carrying on as a volunteer
I'm hanging up my lanyard at the end of May
I must stop all my visits for good
I no longer wish to be part of the scheme
My time as a visitor comes to an end this month
gonna have to drop out of the scheme
dropping out of volunteering sry
"""
NEW_DETAILS = """
It's only the mobile now, 07700 900418.
Hello, I change my number: 07700 900217. The old one is not more working from today.
My nephew says I am to be eddie@farrar.example.com from the first of May, and the old one will be "binned".
new phone who dis lol its ana 07700 900333
My number's now 07700 900333
You can get me on 07700 900333 from now on.
i am using ana2@example.com now
From Monday my e-mail becomes ana.petrova@example.net
Dropped my phone in the canal so its 07700 900333 for now
We've moved and the landline is 01632 960222
We have given up the old number, ring 01632 960222
Old email hacked. Use ana2@example.com
I have other telephone now 07700 900333
Kindly amend your records: my telephone is 01632 960222.
pls change my mobile to 07700 900333
Please note my updated telephone number, 01632 960222
swapped network, 07700 900333
My work address stops on Friday; ana@example.net will find me
ana2@example.com is my address from today
Texts to 07700 900333 please, the other sim is dead
Mi nuevo correo es ana2@example.com
For your records: ana2@example.com instead of ana@example.com
07700 900333 <- new number
My phone was stolen. New one: 07700 900333
I can be reached at 01632 960222 as of tomorrow
Now I have English number 07700 900333
Could you update my email to ana2@example.com?
the 07700 900111 number is dead, 07700 900333 works
Change my contact: ana2@example.com
No more BT for me: it is ana2@example.com these days.
"""
NOT_NEW_DETAILS = """
His new number is 07700 900333
I called the helpline on 01632 960222 at 14:30
Omar's solicitor is on 01632 960222
The hotel's new number is 01632 960222
Omar has a new phone, 07700 900333
He asked me to ring his sister on 07700 900333
You can reach the warden at 01632 960222
Ring the hotel on 01632 960222 before you go
His caseworker is sue@example.net now
She gave me her email, salma@example.net
I rang 01632 960222 and waited ten minutes
For Omar's GP use 01632 960222
"""
GOES_IN = """
I go now to Omar's house, I will be home 18:30 inshallah.
of to get omar now, back for 8
Just ringing Omar's bell now. If you've not heard by half eight send out the dogs
I took Omar from home 18.00, we go to zoo. I bring her at 20, then I write.
Going through security for Omar, phone in the locker till 8
Leaving now for Omar's. Home by nine.
About to see Omar. Will text when out, 8ish
im outside his. going up now. out by 8
At the door of Omar's flat, alone, until 8pm
Now I am in the hotel with Omar, finish 20:00
Omar and I are setting out for the cinema, returning 9pm
Got Omar with me, off for chips, dropping him 8
I'm walking up to Omar's now, should be an hour
omw to omar, eta out 8
in with omar now. bk by 8
Picking up Omar in five minutes; we should be back by 8.30
I enter to Omar at 18:15 and I go out at 20:00
Signing in at the gate for Omar. Expect me out at 8.
I start the visit to Omar now. End 20:00
This is to record that I am commencing a visit to Omar at 18.15, concluding 20.00.
Starting with Omar, done at 8
Popping in on Omar, home for the nine o'clock news
Just parked by Omar's place. Back in the car by 8.
we've left the house, me and omar, back for 8
I've collected Omar and we are on the tram. Back at eight.
Knocking for Omar. 1hr
Omar visit starts now, ends 8
Arrived. Omar. Until 8
Vado... sorry! I go in by Omar now, out at 20
I am now at Omar. If no message by 8.30 please ring me
I'm with Omar at the cafe from now till 8
"""
NOT_GOES_IN = """
I went to Omar's house and was home by six
I go to Omar's house on Saturday
Omar goes to school now
I took Omar to the zoo yesterday, we had fun
I took Omar his letters
I start a new job on Monday
I am going to see Omar tomorrow at 3
I go to the gym now
Omar is at the hotel now
He is off to college now
We go to the zoo next week
I took Omar from the hotel at 10 on Sunday and brought him back at 17.
"""
IS_OUT = """
back in my room, all fine
through the gate n in the van
Delivered, one boy, full of popcorn. I am on my way home.
Omar home at 17.25, I'm on my way.
Omar's back at his, heading home now
I am out from the hotel, all good
Out of there now, on the train
Dropped Omar off and I'm away home
left omars 10 mins ago all ok
I've signed out at the gate
Finished with Omar, in the car now
Safely back in my own kitchen
Got in ten minutes ago, all well
We are finish, I am in the bus
Home. Fine. Bed.
Back at the ranch, no problems
I'm out, walking to the station
I exit now, everything good
I have arrived to my home
Just got my phone back from the locker, on the bus home
off the premises, driving back
All done at Omar's, I'm home
in my own bed lol all good
I have left the building.
I am returned home
Omar delivered safe to his carer, me in the car home
reached home safely thank God
left, going home now
Visit ended, leaving the hotel now
Im on the bus bk
Clear of the hotel, in a taxi
"""
NOT_IS_OUT = """
All done for today! Omar in great humour
im sat in the car shakin pls ring me
Omar is home from hospital
Omar is back in his room, all fine
Back in March he was fine
I'll be home by 8
All done with the form now
Omar went home at five
He got back from court
He's out on licence now
Home visits are fine
I will go home at 8
We came back by bus and he was happy
The bus is on its way
I'm on my way to Omar's
We are finished with the puzzle
All fine with Omar
All good here, nothing to report
"""
APPROVES = """
Approve, all in order.
ok to approve this one, thanks
Approved, thank you
approve - looks right to me
Yes approve please
I approve this claim
Happy to approve this.
This one is approved
This can be approved.
you can approve it
please approve, receipt seen
approve pls, ticket matches
Approved. All fine.
Go ahead and approve
Good to approve
That's approved
Approve it
ok approve
I'm content to approve
Approved - within policy
Fine to approve, thanks
Claim approved
Reject, no receipt
I reject this claim, no receipt
please reject this one: duplicate
Reject it, he has had this already
"""
NOT_APPROVES = """
Who approved this?
Should I approve this one?
I can't approve this one yet
Not sure I can approve this
Did you approve the other one?
Approve once the receipt is in
I would approve if there was a receipt
Approve half of it
Do not approve this
Omar approves of the new menu
I approve of his plan
The home office approved his claim
His claim was approved by the court
"""
ANSWERS_OUT = """
here! they were slow letting us out. driving now
yes all grand, sat on the bus
Sorry, phone was in the locker! on my way
all good Bea, on train
yep yep all fine x
Alive and kicking, forgot to write
I am good, I was in the shower
Sorry love, nodded off in the chair at home
safe, dinner in the oven
Yes I finish long time ago, sorry
yes im out, on the number 9
So sorry, I was talking to the neighbour. Home an hour since.
Present and correct
everything ok I am at house
sorry! forgot. home since 6
Still breathing! On the tram
Yes thank you, left half an hour ago
walking to the car
Yes, I'm fine, they kept us at the gate
"""
