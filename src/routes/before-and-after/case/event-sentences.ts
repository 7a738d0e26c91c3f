/** One sentence of ours for each event of `data/events.csv`, by its id. Every number in it stands in the event's row too. */
export const EVENT_SENTENCES: Readonly<Record<string, string>> = {
  '1991-10-children-act-1989-takes-effect':
    'The Children Act 1989 took effect, the law that every later figure on children looked after rests on.',
  '2000-02-25-victoria-climbi-dies':
    'Victoria Climbié died; Lord Laming’s first inquiry and the Children Act 2004 followed.',
  '2001-01-12-two-people-convicted-of-victoria-climbi': 'Two people were convicted of Victoria Climbié’s murder.',
  '2001-04-new-national-return-on-referrals-assessm':
    'A new national return on referrals, assessments and section 47 enquiries started.',
  '2001-04-20-laming-inquiry-into-victoria-climbi-s-de':
    'The inquiry into Victoria Climbié’s death, led by Lord Laming, was set up.',
  '2003-01-28-laming-inquiry-report-published':
    'Lord Laming’s report on the death of Victoria Climbié was published, the first of his two.',
  '2003-09-every-child-matters-green-paper':
    'The green paper Every Child Matters was published, the start of the reforms behind the Children Act 2004.',
  '2004-11-15-children-act-2004-receives-royal-assent':
    'The Children Act 2004 became law; directors of children’s services and local safeguarding boards followed.',
  '2006-12-22-peter-connelly-placed-on-the-haringey-ch':
    'Peter Connelly was placed on Haringey’s child protection register; he was on it when he died.',
  '2007-08-03-peter-connelly-baby-p-dies-aged-17-month': 'Peter Connelly (known then as Baby P) died, aged 17 months.',
  '2008-04-01-public-law-outline-and-revised-statutory':
    'The Public Law Outline, a new procedure for care cases, started in England and Wales, with revised statutory guidance.',
  '2008-04-01-separate-child-protection-registers-end':
    'Separate child protection registers ended; from then on the record is of children subject of a child protection plan.',
  '2008-05-court-fee-for-care-proceedings-rises-fro':
    'The court fee that councils pay for care proceedings rose from £150 to as much as £4,825.',
  '2008-11-11-verdicts-barker-and-owen-convicted-of-ca':
    'Two people were convicted of causing or allowing Peter’s death, to which his mother had pleaded guilty; the summary of the serious case review came out the same day.',
  '2008-11-12-ministers-announce-lord-laming-s-progres':
    'Ministers announced that Lord Laming would report on the progress made in protecting children.',
  '2008-11-20-cafcass-first-speaks-of-a-baby-p-effect':
    'Cafcass, which represents children in family courts, first spoke of a “Baby P effect” in applications.',
  '2008-12-01-ed-balls-removes-sharon-shoesmith-after':
    'Ed Balls, the Secretary of State, removed Haringey’s director of children’s services after an urgent inspection.',
  '2008-12-08-haringey-dismisses-sharon-shoesmith': 'Haringey dismissed its director of children’s services.',
  '2009-03-12-laming-progress-report-published-governm':
    'Lord Laming’s progress report was published, and the Government accepted all 58 of its recommendations the same day.',
  '2009-03-31-last-stock-date-collected-on-the-cpr3-re':
    'Children with a plan were counted for the last time by the old return on child protection, called CPR3.',
  '2009-04-01-first-full-year-children-in-need-census':
    'The first full year of the children in need census began; today’s figures on need and on plans come from it.',
  '2009-05-01-court-order-protecting-peter-s-identity':
    'A court order that protected Peter’s identity was lifted in part, so that his first name could be used; full names followed on 10 August 2009.',
  '2009-05-06-government-action-plan-in-answer-to-lami':
    'The Government published its action plan in answer to Lord Laming, with £58 million for social work.',
  '2009-05-08-cafcass-publishes-four-years-of-monthly':
    'Cafcass published care applications month by month for the first time, for four years.',
  '2009-10-president-of-the-family-division-issues':
    'The President of the Family Division issued interim guidance on the resources of Cafcass, which bears on how cases were allocated and not on how many came in.',
  '2010-06-munro-review-of-child-protection-commiss':
    'The Munro review of child protection was commissioned; its final report came in 2011.',
  '2010-06-10-serious-case-reviews-must-be-published-i':
    'From this day, serious case reviews had to be published in full.',
  '2013-04-during-2013-14-initial-and-core-assessme':
    'In the year that began, one continuous assessment took the place of initial and core assessments.',
  '2013-09-30-first-statutory-children-s-social-work-w':
    'The first statutory collection of figures on children’s social workers was made.',
  '2014-04-22-children-and-families-act-2014-public-la':
    'The parts of the Children and Families Act 2014 on care cases took effect, with a limit of 26 weeks.',
  '2014-08-26-jay-report-on-child-sexual-exploitation':
    'The Jay report on the sexual exploitation of children in Rotherham was published.',
  '2015-family-court-ruling-on-use-of-voluntary':
    'A family court ruled on the use of voluntary agreements (section 20); the share of children looked after under them fell after it.',
  '2018-06-child-safeguarding-practice-review-panel':
    'The Child Safeguarding Practice Review Panel started work; since then serious incidents are counted, in place of serious case reviews.',
  '2020-03-covid-19-pandemic-about-99-000-fewer-ref':
    'The COVID-19 pandemic began; about 99,000 fewer referrals than usual are estimated for May 2020 to July 2022.',
  '2020-12-cyberattack-on-hackney-no-cin-return-for':
    'A cyberattack hit Hackney, and there is no return from it on children in need for 2021 and 2022.',
  '2021-12-convictions-for-the-murders-of-arthur-la':
    'The courts convicted those who had murdered Arthur Labinjo-Hughes and Star Hobson; the children had died in June and September 2020.',
  '2022-05-23-independent-review-of-children-s-social':
    'The independent review of children’s social care, led by Josh MacAlister, published its final report.',
  '2022-05-26-national-review-into-the-two-murders-pub':
    'The national review of the murders of Arthur Labinjo-Hughes and Star Hobson was published.',
  '2023-01-public-law-outline-relaunched-by-the-pre':
    'The President of the Family Division relaunched the Public Law Outline.',
  '2023-02-02-government-strategy-stable-homes-built-o':
    'The Government published its strategy for children’s social care, Stable Homes, Built on Love.',
  '2024-03-31-hampshire-cin-return-not-reliable-for-20':
    'Hampshire’s return on children in need for 2023–24 was not reliable, so its figures of 2023 are in the total of 2024.'
};

/** What both files tell: the event of `seeds/events.csv`, and the one of `data/events.csv` that it is. */
export const SAME_EVENT: Readonly<Record<string, string>> = {
  'climbie-inquiry': '2003-01-28-laming-inquiry-report-published',
  'children-act-2004': '2004-11-15-children-act-2004-receives-royal-assent',
  'laming-asked-to-report': '2008-11-12-ministers-announce-lord-laming-s-progres',
  'laming-report': '2009-03-12-laming-progress-report-published-governm',
  'government-accepts-recommendations': '2009-03-12-laming-progress-report-published-governm',
  'action-plan': '2009-05-06-government-action-plan-in-answer-to-lami'
};

/** What neither file tells, and a reader must be told in fairness: an event with its source. */
export const FURTHER_EVENTS = [
  {
    id: 'court-of-appeal-2011',
    date: '2011-05-27',
    sentence:
      'The Court of Appeal held that the removal and the dismissal of Haringey’s director had been unlawful, as she had not been heard.',
    kind: 'The case of Peter Connelly',
    source: {
      title: 'Family Law, 27 May 2011',
      url: 'https://www.familylaw.co.uk/news_and_comment/SharonShoesmithWinsAppeal27052011-685'
    }
  }
] as const;
