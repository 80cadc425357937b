"""How volunteers write of contact between visits, on Thursday 23 April 2026: one sentence a line.

Ana visits Omar (H-04). How she was in touch, and the day of April: "-" for none, "~" where it has to be asked.
"""

TABLE = """
phone 21 | I rang Omar on Tuesday.
phone 21 | We spoke on the phone on Tuesday.
phone - | I phoned Omar, he sends his regards.
phone 22 | I phoned Omar last night.
phone 22 | Had a long phone call with Omar yesterday.
phone 22 | Chatted with Omar on the phone yesterday
phone 19 | Had a video call with Omar on Sunday.
phone 20 | Omar rang me on Monday.
phone 21 | Caught up with Omar by phone on Tuesday.
phone 22 | We had a good chat over the phone yesterday.
phone 22 | Spoke to him on the phone yesterday.
phone 21 | Phone call with Omar on Tuesday.
phone 21 | rang omar tues
phone 20 | On Monday I rang Omar.
phone 20 | On Monday, I gave Omar a ring.
phone 23 | I called Omar this morning.
phone - | I was on the phone to Omar for an hour.
phone 21 | Omar and I spoke on the phone on Tuesday.
phone 21 | I've just rung him on Tuesday to say I'm back on Friday.
phone 21 | I couldn't visit but I rang him on Tuesday.
phone 19 | Had a call from Omar on Sunday.
phone 22 | We had a WhatsApp call yesterday.
phone - | Talked to Omar over Zoom.
phone 21 | I saw the coordinator and then rang Omar on Tuesday.
letter - | Wrote Omar a letter.
letter 20 | I wrote to Omar on Monday.
letter 20 | I sent Omar a birthday card on Monday.
letter 20 | I got a letter from Omar on Monday.
letter - | Posted a letter to Omar.
letter - | I've written him a long letter.
letter - | Omar wrote to me.
email 22 | I e-mailed Omar yesterday.
email 22 | Emailed him yesterday
email 21 | I sent Omar an email on Tuesday.
email 21 | Omar emailed me on Tuesday.
email 21 | Had a nice email from Omar on Tuesday.
message 22 | I texted Omar yesterday.
message 22 | Sent Omar a text yesterday.
message - | Messaged Omar, he is well.
message 21 | Omar texted me on Tuesday.
message 22 | I texted him a photo of the dog yesterday.
phone 21;letter - | I rang Omar on Tuesday and wrote to him.
phone ~- | I rang Omar on the 3/4 or the 5/4.
"""

NOTHING = """
I will ring Omar on Tuesday.
I'll phone Omar tomorrow.
I'm going to write to Omar.
Shall I ring Omar?
Could you ring Omar for me?
Please ring Omar.
I rang Omar on Tuesday, right?
I haven't rung Omar.
I did not phone Omar.
I tried to ring Omar on Tuesday.
I tried ringing Omar yesterday.
I rang Omar on Tuesday but he didn't pick up.
I rang Omar on Tuesday. No answer.
Rang Omar twice, no reply.
I phoned Omar and got his voicemail.
I rang Omar's solicitor on Tuesday.
I rang her mum on Tuesday.
I called his school yesterday.
I rang the office about Omar.
I emailed you about Omar on Tuesday.
I wrote to the Home Office for Omar.
I called on Omar on Tuesday.
I called in on Omar yesterday.
Spoke to Omar on Tuesday.
We had a good chat on Tuesday.
I had a chat with Omar about his phone.
My wife rang Omar on Tuesday.
His brother rang him on Tuesday.
Omar's mum rang me on Tuesday.
The nurse came and rang him.
If I had rung him he would have known.
When I've rung him I will tell you.
I ring Omar every Tuesday.
I phoned him every week until March.
I called him a star.
Omar called me a legend.
I should have rung Omar.
He wants me to ring him.
I would have phoned him on Tuesday.
Omar showed me his phone.
He said that he wrote her a letter.
I never wrote to Omar.
Omar asked whether I rang him.
You rang me about Omar on Tuesday.
Somebody from the prison rang me.
"""
