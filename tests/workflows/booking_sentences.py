"""How visitors ask to have a visit booked, on 23 April 2026: the day that is sure, "-" for none, and the words."""

TABLE = """
14 | Could you book me in for the 14th of May?
14 | Please book me in for 14 May with Omar.
14 | Can you book a visit to Omar for me on 14 May?
- | Could you help me to book my next visit?
14 | Please could somebody book the visit for 14 May at 2pm
- | Can the office book me a slot to see Omar?
28 | Would you book me on the visits list for Tuesday 28 April?
- | Would you mind booking my next visit?
- | I need some help with booking the visit.
- | I'd like some help booking a visit to Omar.
14 | Book me in for 14 May please.
14 | I'd like to be booked in for 14 May.
- | Could I be booked in for a visit?
14 | Please help me book a visit on 14 May.
14 | I wonder if you could book me a visit on 14 May.
- | Can someone please arrange a visit for me?
14 | I would like to have a visit booked on 14 May.
14 | Could you get me booked for 14 May?
- | Could you do the booking for me?
14 | can u book me in for 14 may pls
14 | Carol, could you possibly book us in with Omar on 14 May?
- | Could you reserve a visiting slot for me?
- | Please book my next visit.
14 | Can somebody book a video visit for 14 May?
- | May I ask you to book me a visit?
14 | It would be great if you could book me in for 14 May.
14 | Could you put me down for 14 May?
- | Please book me a visit on the 3/4 or the 5/4.
"""

NOTHING = """
I've booked Omar for the 14th.
I have booked my visit for 14 May.
The visit is booked for 14 May.
Could you book a table for the Christmas party?
Please book me a place on the training.
Could you book me on the next course?
Please don't book me in for the 14th.
There is no need to book a visit for me.
I'll book the visit myself.
I will book in for 14 May.
Could you bring the book for Omar?
I read him a book.
Can Omar book a visit?
He asked me to book a taxi.
Could you book the dentist for Omar?
The booking line was engaged.
You booked me in yesterday, thank you.
Thank you for booking my visit.
Did you book me in already?
How do I book a visit?
Can you cancel the visit on 14 May?
Could you move the visit to 14 May?
Seeing Omar on 14 May.
I tried to book but the line was dead.
Omar wants to borrow the book.
We talked about his favourite book.
Could you book me a train ticket?
"""
