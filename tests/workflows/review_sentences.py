"""How people write of a child's looked-after review, on Thursday 23 April 2026: one mail a line.

Ana visits Omar (H-04). Whether he asked her along (yes, no, ?), "goes" if she means to go, and the day, "-" for none.
"""

TABLE = """
? 21 | Omar's LAC review is on 21 May.
? goes 21 | I am going to Omar's looked-after review on 21 May.
? 28 | His review is next Tuesday at 2pm.
yes - | Omar has asked me to come to his review.
yes 21 | There is a care review for Omar on 21 May and he wants me there.
? 21 | The social worker has invited me to Omar's LAC review on 21 May at 10am.
? - | I have been invited to Omar's review.
no - | Omar doesn't want me at his review.
? 21 | Omar's looked after child review meeting is on Thursday 21 May.
yes goes 21 | Omar has invited me to his review on 21 May, so I'm going.
yes 21 | He'd like me to be at his LAC review on 21 May.
no goes 21 | Omar has not asked me, but I am going to his review on 21 May.
? 21 | The date for his six-monthly review is 21 May.
? - | Omar has a LAC review coming up.
yes - | I was invited by Omar to his care review.
yes goes 21 | I'll attend his LAC review on 21 May at his request.
no - | Omar would rather go to his review without me.
? 21 | Care planning review for Omar, 21 May, 10am.
? 21 | Can I go to Omar's LAC review on 21 May?
? 21 | Should I attend his review on 21 May?
yes 21 | Omar's LAC review is on 21 May. He asked me to come.
no 21 | Omar's LAC review is on 21 May. He has not invited me.
? 21 | Omar's LAC review is on 21 May. I don't know whether he wants me there.
? goes 21 | Omar's LAC review is on 21 May. I'll be at the review.
? - | Omar's LAC review is in May.
? - | His care review is on the 3/4 or the 5/4.
yes 21 | omar wants me to come to his lac review 21 may
? 21 | Review meeting for Omar on 21 May.
"""

NOTHING = """
Omar's LAC review was on Tuesday and went well.
I attended his review last week.
I read a good review of the film.
My review with the coordinator is on 21 May.
The trial review is on 21 May.
The closure review is due.
I must review my notes.
Omar wrote a review of the book.
He has a medication review on 21 May.
Her benefits review is on 21 May.
We reviewed the plan together.
The restaurant had bad reviews.
His parole review is on 21 May.
Our review is on 21 May.
I saw Omar on Tuesday.
Omar wants me there on Tuesday.
Omar has asked me to come to his birthday.
Your review is on 21 May.
Omar's school report came.
I am going to Omar's on 21 May.
The review of the scheme is on 21 May.
I saw a five-star review of that cafe.
The review is on 21 May.
Omar has a performance review at work.
The book review is on 21 May.
He asked me to review his letter.
"""
