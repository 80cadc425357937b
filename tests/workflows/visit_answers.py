"""Short answers, reports told by what was done, moves and misses, in the form of `visit_sentences`."""

ANSWERS = """
 ? c 22 | I confirm attendance.
 ? c 22 | Attendance confirmed.
 ? c 22 | met, ta
 ? c 22 | met. no worries
 ? c 22 | we did ya
 ? c 22 | We did meet, thanks be to God.
 ? c 22 | Yes we meet him, all ok
 ? c 22 | we meet, yes
 ? c 22 | Of course we met.
 ? c 22 | He came and I came.
 ? c 22 | Both of us turned up.
 ? c 22 | both there
 ? c 22 | I was in attendance.
 ? c 22 | I duly attended.
 ? c 22 | yes met him 👍
 ? c 22 | Yh
 ? c 22 | yea we linked up
 ? c 22 | Duly done.
 ? c 22 | mission accomplished
 ? c 22 | It occurred.
 ? c 22 | I seen him so I did
 ? c 22 | ya we meet
 ? c 22 | That happened as planned, cheers Carol.
 ? c 22 | Visit was realised.
 ? c 22 | Affirmative, both present.
 ? c 22 | Happy to report we met.
 ? c 22 | yess
 ? c 22 | I can tell you that it was so.
 ? c 22 | Had our hour.
 ? c 22 | tick
 ? c 22 | Spent the usual two hours.
 > p 25 | Still good!
 > p 25 | will be there
 > p 25 | all good for me
 > p 25 | grand so
 > p 25 | we're on
 > p 25 | Count me in.
 > p 25 | I come, yes
 > p 25 | no probs il b there
 > p 25 | That still stands.
 > p 25 | Noted, I shall attend.
 > p 25 | Sure thing
 > p 25 | it's on
 > p 25 | I have not forgotten!
 > p 25 | wouldn't miss it
 > p 25 | That suits.
 > p 25 | see u both sat
 > p 25 | ready and willing
 > p 25 | I am coming inshallah
 > p 25 | Rest assured I will be present.
 > p 25 | Works for me
 > p 25 | All systems go
 > p 24 | friday?
 > p 28 | would tuesday do?
 > p 26 | Sunday maybe?
 > x 25 | I am afraid not: a streaming cold.
 > x 25 | Not good, my back has gone
 > x 25 | Sadly I'm laid up with a bad chest.
 > x 25 | Regrettably not, I have a hearing.
 > x 25 | no i is sick
 > x 25 | Nope, got covid
 ? m 22 | nope, reception said hes been moved rooms and wouldnt ring up, waited 40 mins
 ? m 22 | They had stopped admitting visitors.
 ? m 22 | no he didnt wanna come out
 ? m 22 | Reception would not phone his room.
 ? m 22 | The gate was shut before I got to it.
 ? m 22 | Didn't meet, he was at the doctor's
 ? m 22 | i go but he not there
 ? m 22 | He not come.
 ? m 22 | Door stayed shut.
 ? m 22 | The officers would not admit me.
 ? m 22 | I was too late and they had closed the list.
 ? m 22 | He wouldn't come to the door so I left.
 ? m 22 | Alas we missed one another.
 ? m 22 | my bus never come
 ? m 22 | I turned round at Thorpe, the road was under water.
 ? m 22 | No one could find him.
 ? m 22 | He had gone to Leeds to see his cousin.
 - c 23 | Bowling done. Omar won. Dropped him home at five.
 - c 23 | Laser quest today. Omar says I'm a danger to my own side.
 - c 23 | Today with Omar we baked bread.
 - c 23 | Today we with Omar baked paska.
 - c 21 | Popped in on Omar on Tuesday.
 - c 21 | On 21.04 I was by Omar, one hour.
 - c 23 | Hello Carol. Today Omar and me meet, drink coffee.
 - c 23 | We meet today with Omar. We play dominoes.
 - c 21 | hi went to the transport musuem on tues with omar
 - c 21 | Omar and I cooked rice on Tuesday.
 - c 21 | Tuesday Omar and I had a kickabout in the park
 - c 21 | Was in with Omar Tuesday and he was flying form altogether.
 - c 21 | I did be with Omar on Tuesday for the hour.
 - c 21 | On Tuesday I attended upon Omar for an hour.
 - c 21 | Attended Omar Tuesday 14:00-15:00, settled and talkative.
 - c 23 | Pictures this afternoon, Omar ate all the popcorn.
 - c 21 | Took Omar to the baths on Tuesday.
 - c 21 | Omar beat me at pool tuesday
 - c 21 | tuesday me n omar went for a burger
 - c 21 | On tuesday I go to Omar, he was happy to see me
 - c 21 | The day of tuesday we went with Omar to the beach.
 - c 21 | I have visited to Omar the tuesday.
 - c 21 | I passed one hour with Omar on Tuesday.
 - c 21 | Had Omar for the afternoon on Tuesday, we made scones.
 - c 21 | Museum with Omar on Tuesday, he liked the mummies
 - c 21 | Tuesday: library with Omar, then chips.
 - c 23 | dropped omar back at 5 after swimming today
 - c 21 | Cinema Tuesday. Omar chose a film with robots.
 - c 22 | I sat an hour yesterday with Omar.
 - c 22 | finley and omar: seen omar yesterday x
 - x 24 | I must vacate tomorrow's visit to Omar.
- px | Omar has a school trip this Saturday so we change it for Sunday.
 - p 2 | Can we push Omar from this Saturday to the following one (2 May)?
 - p 28 | The visit with Omar of this Saturday 25 we pass it to Tuesday 28.
 - x 24 | I am to have a molar out on Friday, which rather kills the visit to Omar.
 - x 24 | It's too hot for my ankles, so I've rung Omar and told him not tomorrow.
- px | Omar has a lawyer on Sunday so I come to him on Wednesday 29th.
 - x 23 | Omar's been given a dentist appointment for this afternoon, so no visit today.
- xp | Tomorrow not possible sorry, Omar he has doctor for teeth. We make Wednesday 29.
 - x 24 | Dear Carol, tomorrow I can not for Omar, my son has fever 39.
 - x 25 | Omar is away with his school on Saturday so there will be no session.
 - x 25 | Saturday's visit to Omar will have to go by the board.
 - x 25 | My daughter is in labour so Saturday with Omar is off the cards.
 - x 25 | Please take me off for Saturday with Omar.
 - x 25 | I have to work on Saturday, so cannot do Omar.
 - x 25 | The car failed its MOT so I can't get to Omar on Saturday.
 - x 25 | Saturday I have no car, I cannot go to Omar.
 - p 26 | Could Omar's visit go from Saturday to Sunday 26?
 - p 26 | Saturday with Omar is moved to Sunday 26 April.
 - p 26 | May I shift Saturday's outing with Omar to Sunday the 26th?
 - p 26 | Please put Omar down for Sunday instead of Saturday.
 - p 26 | I wish to change the Saturday for the Sunday with Omar.
 - p 26 | Happy to cover Omar this Sunday.
 - p 26 | I'll stand in with Omar on Sunday.
 - p 3 | Back to Omar on the 3rd of May please God.
 - p 3 | We have with Omar next meeting on 3 May.
 - x 24 | Tomorrow's trip to Omar is a write-off, the trains are on strike.
 - x 24 | Have told Omar I shan't be there tomorrow.
 - x 24 | omar n me not meeting tmrw he has exam
 - x 25 | I've a wedding Saturday so no Omar this week
 ? c 22 | Indeed I was with him for the whole of the hour.
 ? c 22 | aye we were there the pair of us
 ? c 22 | it is done, thanks to God
 ? c 22 | went off fine no bother
 ? c 22 | Visit carried out as scheduled 14:00-15:00.
 ? c 22 | si, we have been together
 ? c 22 | I have been to him
 ? c 22 | tak, spotkanie odbyte
 ? c 22 | Yes sure I visit him
 ? c 22 | yep seen im
 ? c 22 | I wuz thare
 ? c 22 | Sure weren't we there the whole afternoon.
 ? c 22 | He was there and so was I.
 ? c 22 | The session was held.
 ? m 22 | It came to nothing, the lift was broken and I can't do stairs.
 ? m 22 | I rang and rang the bell and nobody answered.
 ? m 22 | He had a visitor already and they only allow one.
 ? m 22 | sorry no i sleep long
 ? m 22 | No. The wing was on lockdown
 ? m 22 | my kid got sick so i stayed home
 ? m 22 | My name was not on the list.
 ? m 22 | They told me he is not here any more.
 ? m 22 | We did not, through a muddle of mine over the time.
 ? m 22 | He was taken to hospital in the morning
 > p 25 | Yes I will go to him
 > p 25 | confirmed, see you Saturday
 > p 25 | no changes from my side
 > p 25 | deffo
 > p 25 | I have it in my book
 > p 25 | As arranged.
 > p 25 | All being well I'll be there.
 > p 25 | 👍
 > p 25 | Nothing has changed.
 > p 25 | I go, don't worry
 > x 25 | I can't, I've been called in to work
 > x 25 | will have to give it a miss, ankle's swollen
 > x 25 | Impossible, I'm instructed in a trial.
 > x 25 | sorry no can do got exams
 > x 25 | My mother fell, I must go to Lodz
 - c 21 | me and omar made pancakes on tuesday
 - c 21 | Called to see Omar on Tuesday, he was in great form.
 - c 21 | Tuesday I was to Omar
 - c 23 | Climbing wall with Omar today, my arms are jelly.
 - c 22 | omar came to the park with me yesterday
 - c 21 | I spent the Tuesday afternoon in conversation with Omar.
 - c 21 | Face to face contact with Omar 21 April, 50 minutes.
 - c 21 | On Tuesday me and Omar we speak one hour
 - c 21 | with omar on tuesday, all good
 - c 22 | Yesterday Omar showed me how to make injera.
 - c 21 | Omar and myself visited the cathedral on Tuesday.
 - c 23 | Back from the beach with Omar, sand everywhere.
 - c 23 | Have just this minute left Omar.
 - x 25 | Omar is off to Leeds on Saturday, so our visit is off.
 - x 24 | tomorow i can not go to omar becaus i am ill
 - x 24 | I find myself unable to see Omar tomorrow.
 - x 25 | Saturday is no good for Omar, he has a match.
 - x 25 | Omar rang, he can't do Saturday.
 - x 25 | I shall have to let Omar down on Saturday, alas.
 - p 28 | Moved Omar to Tuesday 28th, he has a test on Saturday.
 - p 28 | Omar asked for Tuesday rather than Saturday, so Tuesday 28 it is.
 - p 1 | I'll next be with Omar on 1 May at 3.
 - p 30 | Booked in with Omar, Thursday 30 April, 2pm.
 - p 27 | Am down to see Omar on Monday.
 - m 21 | I went to Omar on Tuesday but he did not come down.
 - m 21 | On Tuesday Omar wasn't in.
 - m 21 | tuesday they not let me in to see omar
 - m 21 | Went to see Omar tues but he was asleep
 - m 21 | Tuesday's visit to Omar did not go ahead, no escort.
 ? c 22 | Yes indeed, we passed a pleasant hour.
 ? c 22 | ye we did our thing
 ? c 22 | I attended as arranged.
 ? c 22 | we was there
 ? c 22 | Thanks God yes
 ? c 22 | I am just home from it, all well.
 ? c 22 | Yes I met with the boy
 ? m 22 | No I was ill in bed
 ? m 22 | we did not see each other
 ? m 22 | They cancel it at the gate.
 ? m 22 | Unfortunately my client was unwell and stayed upstairs
 ? m 22 | I had the wrong day, mea culpa
 > p 25 | I'll be there with bells on
 > p 25 | yes that's right
 > p 25 | Yes, still planning to go
 > p 25 | ok i go saturday
 > x 25 | not this week im afraid
 > x 25 | Sorry, got to work a double shift
 > p 26 | Sunday would be better
 - c 21 | omar and me went to mosque tuesday
 - c 21 | Spent Tuesday afternoon with Omar at the allotment.
 - c 21 | Visited Omar 21/4, one hour, no concerns.
 - c 23 | been at omars this afternoon
 - x 24 | tomorrow I cant see Omar, doctor say rest
 - x 25 | Saturday's session with Omar is cancelled as he has a cold.
 - p 2 | Omar and I will meet on Saturday 2 May.
 - p 27 | Next one with Omar is Monday
 - m 21 | Omar never showed on Tuesday
 - m 21 | Could not see Omar on Tuesday, fire drill.
"""
