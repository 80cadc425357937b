"""How visitors say that they struggle, or want to talk something over; and what is none of it."""

TABLE = """
I'm struggling with the visits.
I am really struggling at the moment.
I find it hard to talk to Marek.
I'm finding the visits very difficult.
I'm finding it a bit overwhelming.
I don't know how to help Marek.
I do not know how to deal with his silences.
I can't cope with this.
I'm out of my depth.
I am at a loss what to say to him.
I feel that I'm floundering, I'm at sea.
I could do with some support.
I'd like a chat about how the visits go.
I would appreciate some guidance.
I would really like some advice about the visits.
I've got a problem with the visits.
I have a difficulty with Marek.
There is a problem between us.
Could I talk something through with someone?
Can I talk to somebody about how it goes?
I need a bit of moral support.
I'm not sure I'm up to this.
Visiting has become very draining for me.
I have run into a problem with Marek.
I'd be glad of a sounding board.
I found it upsetting to listen.
We have a small issue with the visiting times.
"""

NOTHING = """
I'm no longer struggling, thank you.
Marek is struggling with his English.
He finds it hard to sleep.
We struggled up the hill.
I had a problem with the car.
I have a problem with my car.
I have a problem with my phone.
I'm struggling with the crossword.
I have a problem with the expenses form.
I'm struggling to open this email.
There is a problem with the printer.
No problem at all.
It was no problem with Marek.
Not a problem.
If I am struggling I will write.
I never find it hard to talk to him.
I saw Marek on Saturday.
He could do with some support.
Thank you for your support.
We had a good chat.
I was struggling last year, all is well now.
I know how to help Marek.
Does anyone need support?
The film was about a man who is struggling.
The train was late and I have a problem with the trains.
I'm finding the book difficult.
He has a problem with his teeth.
Traffic was hard going.
"""
