"""How people write of a client's affairs without a day, and what is none of it. Hana visits Marek."""

TABLE = """
legal | Marek has a new solicitor.
legal | His solicitor has written to him.
legal | I spoke to his solicitor.
legal | The solicitor wants more papers.
legal | Marek is waiting for his appeal.
legal | We talked about his court papers.
legal | I went through his legal papers with him.
legal | He still has no lawyer.
home_office | The Home Office has not answered.
home_office | Marek has had his asylum claim refused.
home_office | He got leave to remain!
home_office | We filled in the Home Office form together.
home_office | There is news from the Home Office.
home_office | Marek had his substantive interview.
health | Marek has been poorly.
health | He has diabetes.
health | His blood pressure is high.
health | Marek has to have an operation.
health | He sees the doctor a lot.
health | I asked about his health.
health | Marek needs a dentist.
health | I think that he needs new medication.
money | Marek has debts.
money | His allowance has been stopped.
money | He worries about the electricity bill.
money | Marek's benefits have been cut.
money | I helped him with his Aspen card.
money | The bank has closed his account.
"""

NOTHING = """
I have a new solicitor.
My solicitor has written.
I was at the hospital.
I have been poorly.
My health is not good.
I have debts.
My bank is closed.
My mum is in hospital.
Marek met my doctor.
Does Marek have a solicitor?
I wonder whether he has a dentist.
We saw a film about a lawyer.
He wants to be a doctor.
Marek works as a nurse in a clinic.
My sister has diabetes.
I saw Marek on Saturday.
Marek cooked for us.
We went to the market.
Good health to you all.
My daughter is a solicitor.
I'm a doctor by training.
Our allowance has been stopped.
I had an operation.
I talked to the office.
Marek is fine.
Marek's solicitor is on 14 May.
He has his hearing on 21 May.
The dentist was kind to me.
"""
