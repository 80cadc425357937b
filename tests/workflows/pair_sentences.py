"""Visits in a hotel room, as Ivo writes. Beth and Hana are volunteers of the scheme, Samira and Tobias clients."""

IN_A_PAIR = """
Seeing Samira on 14 May at 2pm in her room with Beth.
Seeing Samira on 14 May at 2pm in her room, with Beth Caldwell.
Setting off to see Samira in her room with Hana, back by 4.30pm.
Setting off with Beth to see Samira in her room, back by 4.30pm.
Beth and I are seeing Samira on 14 May in her room.
Me and Beth are seeing Samira on 14 May in her room.
Seeing Samira on 14 May in her room, Beth is coming with me.
Seeing Samira on 14 May in her room. Beth is coming too.
Seeing Samira on 14 May in her room. Beth comes along.
Seeing Samira on 14 May in her room, accompanied by Hana.
Seeing Samira on 14 May in her room alongside Hana.
Seeing Samira on 14 May in room 12 together with Beth.
Seeing Samira on 14 May in her room, and Beth will join us.
I'm taking Beth along to see Samira in her room on 14 May.
I am bringing Hana with me when I see Samira in her room on 14 May.
I saw Samira yesterday in her room with Beth.
I saw Samira yesterday in her room, Hana was with me.
I saw Samira yesterday in her hotel room, Beth came with me.
Hana and me saw Samira in her room yesterday.
I saw Samira yesterday in her room. Beth went with me.
Seeing samira 14 May in her room with beth
Seeing Samira on 14 May in her room, Beth'll be there.
Seeing Samira on 14 May in her room, with my fellow visitor Hana.
Seeing Samira on 14 May in her room, joined by Beth.
Setting off to see Samira in her room, Hana is with me, back by 4.30pm.
We both see Samira on 14 May in her room.
"""

ALONE = """
Seeing Samira on 14 May at 2pm in her room.
Seeing Samira on 14 May in her room without Beth.
Seeing Samira on 14 May in her room, Beth can't come.
Seeing Samira on 14 May in her room, Beth is not coming.
Seeing Samira on 14 May in her room if Beth comes.
Seeing Samira on 14 May in her room, Beth might come.
Seeing Samira on 14 May in her room, as agreed with Beth.
I spoke with Beth, and I am seeing Samira on 14 May in her room.
I checked with Hana, seeing Samira on 14 May in her room.
Seeing Samira on 14 May in her room with Tobias.
Seeing Samira on 14 May in her room with Roshni.
Seeing Samira on 14 May in her room with her sister.
Seeing Samira on 14 May in her room with Beth's permission.
Seeing Samira on 14 May in her room, it is fine with Beth.
Seeing Samira on 14 May in her room. Beth usually comes with me.
I saw Samira yesterday in her room. Beth is coming with me next time.
Seeing Samira on 14 May in her room, hopefully with Beth.
Seeing Samira on 14 May in her room, I asked Beth.
Seeing Samira on 14 May in her room instead of with Beth in the lounge.
Seeing Samira on 14 May in her room with Ivo.
I saw Samira yesterday in her hotel room, Beth went before.
Setting off to see Samira in her room, Beth knows, back by 4.30pm.
Setting off to see Samira in room 12, back by 4.30pm at Beth's.
Seeing Samira on 14 May in her room, I would rather go with Beth.
Seeing Samira on 14 May in her room. Hana is well.
Seeing Samira on 14 May in her room, not with Beth.
"""
