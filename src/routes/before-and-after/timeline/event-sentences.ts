/** One sentence of ours for each event of `data/events.csv`, by its id. Every number in it stands in the event's row too. */
export const EVENT_SENTENCES: Readonly<Record<string, string>> = {
  'children-act-1989':
    'The Children Act 1989 took effect, the law that every later figure on children looked after rests on.',
  'climbie-death': 'Victoria Climbié died; Lord Laming’s first inquiry and the Children Act 2004 followed.',
  'climbie-verdicts': 'Two people were convicted of Victoria Climbié’s murder.',
  'cpr3-begins': 'A new national return on referrals, assessments and section 47 enquiries started.',
  'climbie-inquiry': 'The inquiry into Victoria Climbié’s death, led by Lord Laming, was set up.',
  'climbie-report': 'Lord Laming’s report on the death of Victoria Climbié was published, the first of his two.',
  'every-child-matters':
    'The green paper Every Child Matters was published, the start of the reforms behind the Children Act 2004.',
  'children-act-2004':
    'The Children Act 2004 became law; directors of children’s services and local safeguarding boards followed.',
  'peter-on-register': 'Peter Connelly was placed on Haringey’s child protection register; he was on it when he died.',
  'peter-dies': 'Peter Connelly (known then as Baby P) died, aged 17 months.',
  'public-law-outline':
    'The Public Law Outline, a new procedure for care cases, started in England and Wales, with revised statutory guidance.',
  'registers-end':
    'Separate child protection registers ended; from then on the record is of children subject of a child protection plan.',
  'court-fees-rise': 'The court fee that councils pay for care proceedings rose from £150 to as much as £4,825.',
  verdicts:
    'Two people were convicted of causing or allowing Peter’s death, to which his mother had pleaded guilty; the summary of the serious case review came out the same day.',
  'review-announced': 'Ministers announced that Lord Laming would report on the progress made in protecting children.',
  'cafcass-reports-rise':
    'Cafcass, which represents children in family courts, first spoke of a “Baby P effect” in applications.',
  'director-removed':
    'Ed Balls, the Secretary of State, directed the removal of Haringey’s director of children’s services after an urgent inspection; in 2011 the Court of Appeal held this unlawful.',
  'director-dismissed':
    'Haringey dismissed its director of children’s services; in 2011 the Court of Appeal held this unlawful.',
  'laming-report':
    'Lord Laming’s progress report was published, and the Government accepted all 58 of its recommendations the same day.',
  'cpr3-ends':
    'Children with a plan were counted for the last time by the old return on child protection, called CPR3.',
  'census-begins':
    'The first full year of the children in need census began; today’s figures on need and on plans come from it.',
  'identity-order-lifted':
    'A court order that protected Peter’s identity was lifted in part, so that his first name could be used; full names could be published from 10 August 2009.',
  'action-plan': 'The Government published its action plan in answer to Lord Laming, with £58 million for social work.',
  'cafcass-monthly': 'Cafcass published care applications month by month for the first time, for four years.',
  'interim-guidance':
    'The President of the Family Division issued interim guidance on the resources of Cafcass, which bears on how cases were allocated and not on how many came in.',
  'munro-begins': 'The Munro review of child protection was commissioned; its final report came in 2011.',
  'reviews-published': 'From this day, serious case reviews had to be published in full.',
  'appeal-ruling':
    'The Court of Appeal ruled that the removal and the dismissal of Haringey’s former director had been unlawful, because the procedure was unfair.',
  'single-assessment':
    'In the year that began, one continuous assessment took the place of initial and core assessments.',
  'workforce-census': 'The first statutory collection of figures on children’s social workers was made.',
  'children-families-act-2014':
    'The parts of the Children and Families Act 2014 on care cases took effect, with a limit of 26 weeks.',
  'jay-report': 'The Jay report on the sexual exploitation of children in Rotherham was published.',
  'section-20-ruling':
    'A family court ruled on the use of voluntary agreements (section 20); the share of children looked after under them fell after it.',
  'safeguarding-panel':
    'The Child Safeguarding Practice Review Panel started work; since then serious incidents are counted, in place of serious case reviews.',
  pandemic:
    'The COVID-19 pandemic began; about 99,000 fewer referrals than usual are estimated for May 2020 to July 2022.',
  'hackney-cyberattack':
    'A cyberattack hit Hackney, and there is no return from it on children in need for 2021 and 2022.',
  'arthur-and-star-verdicts':
    'The courts convicted those who had murdered Arthur Labinjo-Hughes and Star Hobson; the children had died in June and September 2020.',
  'macalister-review':
    'The independent review of children’s social care, led by Josh MacAlister, published its final report.',
  'arthur-and-star-review':
    'The national review of the murders of Arthur Labinjo-Hughes and Star Hobson was published.',
  'public-law-outline-relaunch': 'The President of the Family Division relaunched the Public Law Outline.',
  'stable-homes': 'The Government published its strategy for children’s social care, Stable Homes, Built on Love.',
  'hampshire-return':
    'Hampshire’s return on children in need for 2023–24 was not reliable, so its figures of 2023 are in the total of 2024.'
};

/** What both files tell: the event of `seeds/events.csv`, and the one of `data/events.csv` that it is. */
export const SAME_EVENT: Readonly<Record<string, string>> = {
  'climbie-inquiry': 'climbie-report',
  'children-act-2004': 'children-act-2004',
  'laming-asked-to-report': 'review-announced',
  'laming-report': 'laming-report',
  'government-accepts-recommendations': 'laming-report',
  'action-plan': 'action-plan'
};
