import type { Base, Measure, Variant } from './measure.ts';
import type { Timing } from './period.ts';

const LOOKED_AFTER = 'children_looked_after';
const PLANS = 'child_protection_plans';
const NEED = 'children_in_need';
const REFERRALS = 'referrals_and_assessments';
const WORKFORCE = 'social_work_workforce';

const RATE_SAYS = '{When}, there were {value} {noun} for every 10,000 children living in {place}.';
const NUMBER_SAYS = '{When}, there {were} {value} {noun} in {place}.';
// An authority looks after children wherever they live, so for these it is "by Haringey", not "in Haringey".
const LOOKED_AFTER_SAYS = '{When}, there {were} {value} {noun} {by} {place}.';

/** Rates of March of a year divide by the population of the middle of the year before. */
const CHILDREN: Base = { measure: 'children', lag: 1, label: 'Children aged 0 to 17' };
const OUT_OF_REFERRALS: Base = { measure: 'referrals', lag: 0, label: 'Referrals in the year' };

type Source = Pick<Variant, 'dataSet' | 'indicator' | 'timing' | 'noun'> & Partial<Variant>;

const rate = (source: Source): Variant => ({
  key: 'rate',
  label: 'Rate per 10,000 children',
  unit: 'per 10,000',
  dp: 1,
  says: RATE_SAYS,
  ...source
});

const number = (source: Source): Variant => ({
  key: 'number',
  label: 'Number',
  unit: source.noun?.[1] ?? '',
  dp: 0,
  says: NUMBER_SAYS,
  ...source
});

const percent = (source: Omit<Source, 'noun'> & { says: string }): Variant => ({
  key: 'percent',
  label: 'Percentage',
  unit: '%',
  dp: 1,
  ...source
});

/** A rate and the number it was worked out from: the columns `<indicator>_rate` and `<indicator>`. */
const rateAndNumber = (
  dataSet: string,
  indicator: string,
  timing: Timing,
  noun: readonly [string, string],
  printed?: Variant['printed']
): [Variant, Variant] => [
  rate({ dataSet, indicator: `${indicator}_rate`, timing, noun, base: CHILDREN, ...(printed ? { printed } : {}) }),
  number({ dataSet, indicator, timing, noun, ...(dataSet === LOOKED_AFTER ? { says: LOOKED_AFTER_SAYS } : {}) })
];

const asPrinted = (indicator: string) => ({ indicator, label: 'Rate as printed at the time' });

const THRESHOLDS =
  'A high figure can mean more harm, better detection or a lower threshold for help; a low one can mean the opposite of each. The figure cannot tell them apart.';

const WORKFORCE_CAUTION =
  'It is a count on one day, full-time equivalents, and says nothing by itself about how well children are helped.';

/** Every measure of the site, in the order in which it is listed. */
export const CATALOGUE: readonly Measure[] = [
  {
    slug: 'looked-after',
    title: 'Children looked after',
    short: 'Looked after',
    group: 'The three headline measures',
    definition:
      'Children looked after by a local authority on 31 March: under a care order, under a voluntary agreement with their parents, or by another legal route. Children in a series of short breaks are left out.',
    mayMean:
      'A high rate can mean more children in danger at home, an authority that steps in sooner, children who stay longer, or more unaccompanied asylum-seeking children. A low one can mean less need, or more help at home, or a higher threshold.',
    mayNotMean:
      'It is not a mark of how good an authority is, nor a count of children harmed. Deprivation explains much of the difference between authorities.',
    variants: rateAndNumber(
      LOOKED_AFTER,
      'looked_after_31_march',
      'at 31 March',
      ['child looked after', 'children looked after'],
      asPrinted('looked_after_31_march_rate_as_published')
    )
  },
  {
    slug: 'child-protection-plans',
    title: 'Children subject of a child protection plan',
    short: 'On a protection plan',
    group: 'The three headline measures',
    definition:
      'Children subject of a child protection plan on 31 March, after a conference decided that they were likely to suffer significant harm. Until 2008 they were entered on a child protection register.',
    mayMean: `${THRESHOLDS} How long plans last matters as much as how many start.`,
    mayNotMean:
      'It is not a count of children abused or neglected: much harm is never reported, and most children who are helped have no plan. The counts before and after 2009 come from different returns and cannot be compared.',
    variants: rateAndNumber(
      PLANS,
      'on_plan_31_march',
      'at 31 March',
      ['child subject of a child protection plan', 'children subject of a child protection plan'],
      asPrinted('on_plan_31_march_rate_as_published')
    )
  },
  {
    slug: 'children-in-need',
    title: 'Children in need',
    short: 'In need',
    group: 'The three headline measures',
    definition:
      'Children with an open episode of need on 31 March: those whom a local authority has found to need its help under the Children Act 1989, and those still being assessed. Children looked after or on a plan are among them, and so are disabled children.',
    mayMean: `${THRESHOLDS} Cases left open on the records also raise it.`,
    mayNotMean:
      'It is not a count of all children who need help, nor of the help they get. Figures before 2013 count episodes in another way and cannot be compared.',
    variants: rateAndNumber(
      NEED,
      'in_need_31_march',
      'at 31 March',
      ['child in need', 'children in need'],
      asPrinted('in_need_31_march_rate_as_published')
    )
  },
  {
    slug: 'starting-to-be-looked-after',
    title: 'Children starting to be looked after',
    short: 'Started to be looked after',
    group: 'Looked after children',
    definition: 'Children who started to be looked after by a local authority during the year to 31 March.',
    mayMean:
      'Starts respond to events sooner than the number looked after on one day. A rise can mean more need, earlier action, more short stays or more asylum-seeking children.',
    mayNotMean:
      'A start is not always a court order: many are by agreement with the parents. Short stays count like long ones.',
    variants: rateAndNumber(LOOKED_AFTER, 'started', 'year to 31 March', [
      'child starting to be looked after',
      'children starting to be looked after'
    ])
  },
  {
    slug: 'ceasing-to-be-looked-after',
    title: 'Children ceasing to be looked after',
    short: 'Ceased to be looked after',
    group: 'Looked after children',
    definition:
      'Children who ceased to be looked after during the year to 31 March: home again, adopted, under a special guardianship order, or turned 18.',
    mayMean: 'When fewer cease than start, the number looked after grows, even where starts do not rise.',
    mayNotMean:
      'To cease is not always to go home, nor is it good or bad by itself. Many children cease because they turn 18.',
    variants: rateAndNumber(LOOKED_AFTER, 'ceased', 'year to 31 March', [
      'child ceasing to be looked after',
      'children ceasing to be looked after'
    ])
  },
  {
    slug: 'taken-into-care',
    title: 'Children taken into care',
    short: 'Taken into care',
    group: 'Looked after children',
    definition:
      'Children who started to be looked after under a court order, police protection or an emergency protection order, during the year to 31 March: those who did not come by agreement.',
    mayMean: 'It shows compulsory starts apart from voluntary ones, so it stands nearest to what courts and police do.',
    mayNotMean:
      'Council figures are held for 2006 to 2010 only, and England’s for 2009 and 2015 are not held. A child who came by agreement and was later put under an order is not counted here.',
    variants: [
      number({
        dataSet: LOOKED_AFTER,
        indicator: 'taken_into_care',
        timing: 'year to 31 March',
        noun: ['child taken into care', 'children taken into care'],
        says: LOOKED_AFTER_SAYS
      })
    ]
  },
  {
    slug: 'asylum-seeking-children',
    title: 'Unaccompanied asylum-seeking children looked after',
    short: 'Asylum-seeking children',
    group: 'Looked after children',
    definition:
      'Children looked after on 31 March who came to the country seeking asylum without a parent or carer. They are part of all children looked after.',
    mayMean:
      'It follows arrivals and the national scheme that shares children between authorities, more than local family life.',
    mayNotMean: 'Council figures are held for 2006 to 2010 and from 2016; the years between are not held.',
    variants: [
      number({
        dataSet: LOOKED_AFTER,
        indicator: 'asylum_seeking_31_march',
        timing: 'at 31 March',
        noun: ['unaccompanied asylum-seeking child looked after', 'unaccompanied asylum-seeking children looked after'],
        says: LOOKED_AFTER_SAYS
      })
    ]
  },
  {
    slug: 'adoptions',
    title: 'Looked after children adopted',
    short: 'Adopted',
    group: 'Looked after children',
    definition: 'Looked after children who were adopted during the year to 31 March, England.',
    mayMean:
      'It follows court decisions of two or three years before, and changes in the law on when adoption is the right plan.',
    mayNotMean:
      'Only England’s figures are held here. A fall does not mean that more children stay in care: special guardianship has grown.',
    variants: [
      number({
        dataSet: LOOKED_AFTER,
        indicator: 'adopted',
        timing: 'year to 31 March',
        noun: ['looked after child adopted', 'looked after children adopted']
      })
    ]
  },
  {
    slug: 'legal-status',
    title: 'Children looked after, by legal status',
    short: 'By legal status',
    group: 'Looked after children',
    definition: 'Children looked after on 31 March by the legal ground on which they were looked after, England.',
    mayMean:
      'More care orders and fewer voluntary agreements mean that courts decide for more of the children looked after.',
    mayNotMean:
      'A status is that of one day; many children pass from one to another. Before 2011 only care orders are held, for three years.',
    variants: [
      number({
        dataSet: 'looked_after_by_legal_status',
        indicator: 'looked_after_31_march',
        timing: 'at 31 March',
        filter: 'legal_status',
        noun: ['child looked after', 'children looked after'],
        says: '{When}, there {were} {value} {noun} in {place} under this status: {line}.'
      })
    ]
  },
  {
    slug: 'category-of-need',
    title: 'Children starting to be looked after, by category of need',
    short: 'Starts by category of need',
    group: 'Looked after children',
    definition: 'Children who started to be looked after during the year, by the main reason recorded, England.',
    mayMean: 'It shows what social workers judged to be the main reason at the start.',
    mayNotMean: 'One reason is recorded where there are often several, and habits of recording change.',
    variants: [
      number({
        dataSet: 'children_starting_to_be_looked_after_by_need',
        indicator: 'started',
        timing: 'year to 31 March',
        filter: 'category_of_need',
        noun: ['child starting to be looked after', 'children starting to be looked after'],
        says: '{When}, there {were} {value} {noun} in {place} with this main reason: {line}.'
      })
    ]
  },
  {
    slug: 'plans-started',
    title: 'Child protection plans started',
    short: 'Plans started',
    group: 'Child protection',
    definition: 'Child protection plans started during the year to 31 March (until 2008, registrations).',
    mayMean: THRESHOLDS,
    mayNotMean:
      'A child can start more than one plan in a year. Figures before and after 2009 come from different returns.',
    variants: rateAndNumber(PLANS, 'started', 'year to 31 March', [
      'child protection plan started',
      'child protection plans started'
    ])
  },
  {
    slug: 'plans-ended',
    title: 'Child protection plans ended',
    short: 'Plans ended',
    group: 'Child protection',
    definition: 'Child protection plans ended during the year to 31 March (until 2008, de-registrations).',
    mayMean: 'When fewer end than start, the number of children on a plan grows.',
    mayNotMean:
      'A plan can end because a child is safer, has become looked after, has moved away or has turned 18. Council figures are held for 2010 to 2012 only.',
    variants: [
      number({
        dataSet: PLANS,
        indicator: 'ended',
        timing: 'year to 31 March',
        noun: ['child protection plan ended', 'child protection plans ended']
      })
    ]
  },
  {
    slug: 'second-or-subsequent-plans',
    title: 'Second or later child protection plans',
    short: 'Second or later plans',
    group: 'Child protection',
    definition:
      'Of the child protection plans started in the year, the percentage for a child who had been on a plan before, at any time.',
    mayMean:
      'A high percentage can mean that earlier plans ended too soon, or that an authority has long records and knows its families.',
    mayNotMean: 'In a small authority a few children of one family move it by many points.',
    variants: [
      percent({
        dataSet: PLANS,
        indicator: 'second_or_subsequent_percent',
        timing: 'year to 31 March',
        base: { measure: 'plans-started', lag: 0, label: 'Child protection plans started in the year' },
        says: '{When}, {value}% of the child protection plans started in {place} were for a child who had been on a plan before.'
      })
    ]
  },
  {
    slug: 'plans-of-two-years-or-more',
    title: 'Child protection plans of two years or more',
    short: 'Plans of two years or more',
    group: 'Child protection',
    definition:
      'Of the children on a child protection plan on 31 March, the percentage whose plan had lasted two years or more.',
    mayMean: 'A high percentage can mean plans that drift, or families with long and serious trouble.',
    mayNotMean: 'It rests on few children: in many authorities on none, or on one family.',
    variants: [
      percent({
        dataSet: PLANS,
        indicator: 'two_years_or_more_percent',
        timing: 'at 31 March',
        base: { measure: 'child-protection-plans', lag: 0, label: 'Children on a plan on 31 March' },
        says: '{When}, {value}% of the child protection plans in {place} had lasted two years or more.'
      })
    ]
  },
  {
    slug: 'category-of-abuse',
    title: 'Child protection plans, by category of abuse',
    short: 'Plans by category of abuse',
    group: 'Child protection',
    definition:
      'Children subject of a child protection plan, and plans started, by the category of abuse first recorded on the plan, England.',
    mayMean: 'It shows which harm the conference named first. Neglect and emotional abuse make up most plans.',
    mayNotMean: 'One category is recorded where there are often several; a change can be one of recording.',
    variants: [
      number({
        label: 'On a plan at 31 March',
        dataSet: 'child_protection_plans_by_category_of_abuse',
        indicator: 'on_plan_31_march',
        timing: 'at 31 March',
        filter: 'category_of_abuse',
        noun: ['child subject of a plan', 'children subject of a plan'],
        says: '{When}, there {were} {value} {noun} in {place} with this category first recorded: {line}.'
      }),
      number({
        key: 'started',
        label: 'Plans started in the year',
        dataSet: 'child_protection_plans_by_category_of_abuse',
        indicator: 'started',
        timing: 'year to 31 March',
        filter: 'category_of_abuse',
        noun: ['plan started', 'plans started'],
        says: '{When}, there {were} {value} {noun} in {place} with this category first recorded: {line}.'
      })
    ]
  },
  {
    slug: 'section-47-enquiries',
    title: 'Section 47 enquiries',
    short: 'Section 47 enquiries',
    group: 'Child protection',
    definition:
      'Enquiries started during the year to 31 March because a child was thought to be suffering, or likely to suffer, significant harm (section 47 of the Children Act 1989).',
    mayMean: THRESHOLDS,
    mayNotMean: 'An enquiry is a question, not a finding: most do not lead to a child protection plan.',
    variants: rateAndNumber(REFERRALS, 'section_47_enquiries', 'year to 31 March', [
      'section 47 enquiry',
      'section 47 enquiries'
    ])
  },
  {
    slug: 'initial-conferences',
    title: 'Initial child protection conferences',
    short: 'Initial conferences',
    group: 'Child protection',
    definition:
      'Children who were the subject of an initial child protection conference during the year to 31 March: the meeting that decides whether a plan is needed.',
    mayMean: THRESHOLDS,
    mayNotMean: 'Not every conference ends in a plan.',
    variants: rateAndNumber(REFERRALS, 'initial_conferences', 'year to 31 March', [
      'initial child protection conference',
      'initial child protection conferences'
    ])
  },
  {
    slug: 'referrals',
    title: 'Referrals to children’s social care',
    short: 'Referrals',
    group: 'Need, referral and assessment',
    definition:
      'Requests during the year to 31 March for children’s social care to help a child, from police, schools, health, families and others.',
    mayMean: `${THRESHOLDS} It also depends on what an authority counts as a referral, and on how it receives first contacts.`,
    mayNotMean: 'A referral is not a finding of harm. A child can be referred more than once in a year.',
    variants: [
      ...rateAndNumber(
        REFERRALS,
        'referrals',
        'year to 31 March',
        ['referral', 'referrals'],
        asPrinted('referrals_rate_as_published')
      ),
      number({
        key: 'month',
        label: 'Number by month, England',
        dataSet: 'referrals_by_month',
        indicator: 'referrals',
        timing: 'month',
        noun: ['referral', 'referrals']
      })
    ]
  },
  {
    slug: 're-referrals',
    title: 'Repeat referrals within 12 months',
    short: 'Repeat referrals',
    group: 'Need, referral and assessment',
    definition:
      'Of the referrals of the year, the percentage that came within 12 months of an earlier referral of the same child.',
    mayMean:
      'A high percentage can mean that the first referral was closed too soon, or that neighbours and professionals report readily.',
    mayNotMean: 'It is not a measure of harm. Authorities differ in what they count as a referral.',
    variants: [
      percent({
        dataSet: REFERRALS,
        indicator: 'rereferrals_percent',
        timing: 'year to 31 March',
        base: OUT_OF_REFERRALS,
        says: '{When}, {value}% of referrals in {place} came within 12 months of an earlier one.'
      })
    ]
  },
  {
    slug: 'referrals-without-further-action',
    title: 'Referrals with no further action',
    short: 'No further action',
    group: 'Need, referral and assessment',
    definition: 'Of the referrals of the year, the percentage closed with no further action by children’s social care.',
    mayMean:
      'A high percentage can mean that little is sifted before it is counted as a referral; a low one, that a front desk sifts first.',
    mayNotMean: 'No further action does not mean that no one helped: families may have been sent to other services.',
    variants: [
      percent({
        dataSet: REFERRALS,
        indicator: 'no_further_action_percent',
        timing: 'year to 31 March',
        base: OUT_OF_REFERRALS,
        says: '{When}, {value}% of referrals in {place} were closed with no further action.'
      })
    ]
  },
  {
    slug: 'assessments',
    title: 'Assessments completed',
    short: 'Assessments',
    group: 'Need, referral and assessment',
    definition:
      'Assessments of a child’s needs completed during the year to 31 March. Until 2013-14 there were two kinds, a short initial and a deeper core assessment; one single assessment has taken their place since.',
    mayMean: 'It shows how much work of deciding there was, not how many children needed help.',
    mayNotMean:
      'The three lines count different things: never add them up, nor join one to another. The year to March 2014 mixes old and new.',
    variants: [
      number({
        dataSet: REFERRALS,
        indicator: 'initial_assessments',
        timing: 'year to 31 March',
        lines: [
          { key: 'initial', label: 'Initial', indicator: 'initial_assessments' },
          { key: 'core', label: 'Core', indicator: 'core_assessments' },
          { key: 'single', label: 'Single', indicator: 'single_assessments' }
        ],
        noun: ['assessment', 'assessments'],
        unit: 'assessments',
        says: '{When}, {value} {line} {noun} {were} completed in {place}.'
      })
    ]
  },
  {
    slug: 'episodes-of-need',
    title: 'Episodes of need',
    short: 'Episodes of need',
    group: 'Need, referral and assessment',
    definition:
      'Episodes of need started, ended and open at any point during the year to 31 March. One child can have more than one episode in a year.',
    mayMean: 'Starts and ends show the flow behind the number of children in need on one day.',
    mayNotMean: 'An episode is not a child. Figures before 2013 count episodes in another way and cannot be compared.',
    variants: [
      number({
        dataSet: NEED,
        indicator: 'any_point',
        timing: 'year to 31 March',
        lines: [
          { key: 'any-point', label: 'Open at any point', indicator: 'any_point' },
          { key: 'started', label: 'Started', indicator: 'started' },
          { key: 'ended', label: 'Ended', indicator: 'ended' }
        ],
        noun: ['episode of need', 'episodes of need'],
        unit: 'episodes',
        says: '{When}, {value} {noun} {were} {line} in {place}.'
      })
    ]
  },
  {
    slug: 'care-applications',
    title: 'Care applications',
    short: 'Care applications',
    group: 'Courts',
    definition:
      'Applications by local authorities to a court for a care or supervision order (section 31 of the Children Act 1989), as received by Cafcass. One application can be for several children.',
    mayMean: 'It is the quickest sign of a change in how authorities act, month by month.',
    mayNotMean:
      'An application is not an order. Cafcass’s database is live: later counts of one month differ by a few. Of 2007 only June, November and December are held, and applications had fallen in spring 2008, before the case was public.',
    variants: [
      number({
        key: 'month',
        label: 'Number by month, England',
        dataSet: 'care_applications_by_month',
        indicator: 'applications',
        timing: 'month',
        noun: ['care application', 'care applications']
      }),
      rate({
        label: 'Rate per 10,000 children, as printed',
        dataSet: 'care_applications_by_year',
        indicator: 'applications_rate_as_published',
        timing: 'year to 31 March',
        noun: ['care application', 'care applications'],
        says: '{When}, there were {value} {noun} for every 10,000 children living in {place}, by the rate printed then.'
      }),
      number({
        label: 'Number by year, England',
        dataSet: 'care_applications_by_year',
        indicator: 'applications',
        timing: 'year to 31 March',
        noun: ['care application', 'care applications']
      })
    ]
  },
  {
    slug: 'social-worker-vacancies',
    title: 'Social worker vacancies',
    short: 'Vacancies',
    group: 'Workforce',
    definition:
      'Vacant posts of children’s social workers on 30 September, as a percentage of all such posts, filled or vacant.',
    mayMean: 'A high percentage can mean posts that are hard to fill, or new posts just made.',
    mayNotMean: `Agency workers fill many vacant posts. ${WORKFORCE_CAUTION}`,
    variants: [
      percent({
        dataSet: WORKFORCE,
        indicator: 'vacancy_rate',
        timing: 'at 30 September',
        says: '{When}, {value}% of children’s social worker posts in {place} were vacant.'
      })
    ]
  },
  {
    slug: 'social-worker-turnover',
    title: 'Social worker turnover',
    short: 'Turnover',
    group: 'Workforce',
    definition:
      'Children’s social workers who left in the year to 30 September, as a percentage of those in post on that day.',
    mayMean: 'A high percentage can mean that children lose the worker they know, or that a service is being remade.',
    mayNotMean: WORKFORCE_CAUTION,
    variants: [
      percent({
        dataSet: WORKFORCE,
        indicator: 'turnover_rate',
        timing: 'at 30 September',
        says: '{When}, the turnover of children’s social workers over the year in {place} was {value}%.'
      })
    ]
  },
  {
    slug: 'agency-social-workers',
    title: 'Agency social workers',
    short: 'Agency workers',
    group: 'Workforce',
    definition: 'Agency workers on 30 September as a percentage of all children’s social workers, employed or agency.',
    mayMean: 'A high percentage can mean vacant posts being covered, or extra work taken on.',
    mayNotMean: WORKFORCE_CAUTION,
    variants: [
      percent({
        dataSet: WORKFORCE,
        indicator: 'agency_rate',
        timing: 'at 30 September',
        says: '{When}, {value}% of children’s social workers in {place} were agency workers.'
      })
    ]
  },
  {
    slug: 'social-worker-absence',
    title: 'Social worker absence',
    short: 'Absence',
    group: 'Workforce',
    definition:
      'Days lost to sickness by children’s social workers in the year to 30 September, as a percentage of working days.',
    mayMean: 'A high percentage can follow from a heavy load, from an epidemic or from a few long illnesses.',
    mayNotMean: WORKFORCE_CAUTION,
    variants: [
      percent({
        dataSet: WORKFORCE,
        indicator: 'absence_rate',
        timing: 'at 30 September',
        says: '{When}, the absence rate of children’s social workers over the year in {place} was {value}%.'
      })
    ]
  },
  {
    slug: 'caseload',
    title: 'Average caseload',
    short: 'Caseload',
    group: 'Workforce',
    definition: 'Cases on 30 September for each children’s social worker who holds cases, full-time equivalent.',
    mayMean: 'A high figure means more children, or more complex families, for each worker.',
    mayNotMean: `Cases differ in weight, and the average hides who carries most. ${WORKFORCE_CAUTION}`,
    variants: [
      {
        key: 'average',
        label: 'Average for each worker',
        unit: 'cases',
        dataSet: WORKFORCE,
        indicator: 'caseload',
        dp: 1,
        timing: 'at 30 September',
        says: '{When}, children’s social workers in {place} held {value} cases each on average.'
      }
    ]
  },
  {
    slug: 'social-workers',
    title: 'Children’s social workers',
    short: 'Social workers',
    group: 'Workforce',
    definition: 'Children’s social workers in post on 30 September, counted as full-time equivalents.',
    mayMean: 'It shows the size of the workforce that an authority employs, agency workers apart.',
    mayNotMean: 'Large authorities have more; read it beside the child population and the caseload.',
    variants: [
      number({
        dataSet: WORKFORCE,
        indicator: 'social_workers',
        dp: 1,
        timing: 'at 30 September',
        unit: 'full-time equivalents',
        noun: ['children’s social worker (full-time equivalent)', 'children’s social workers (full-time equivalents)'],
        says: '{When}, there {were} {value} {noun} in post in {place}.'
      })
    ]
  },
  {
    slug: 'children',
    title: 'Children in the population',
    short: 'Child population',
    group: 'Population',
    definition:
      'Children aged 0 to 17 who lived in the area in the middle of the year, as estimated by the Office for National Statistics.',
    mayMean: 'Every rate of this site divides by it: the estimate of mid-2024 for March 2025.',
    mayNotMean:
      'It is an estimate, corrected after each census. Rates printed at the time used the estimates of their day.',
    variants: [
      number({
        dataSet: 'population_aged_0_to_17',
        indicator: 'population',
        timing: 'mid-year',
        noun: ['child aged 0 to 17', 'children aged 0 to 17'],
        unit: 'children',
        printed: { indicator: 'population_as_used_then', label: 'As used at the time' },
        says: '{When}, there {were} {value} {noun} in {place}.'
      })
    ]
  }
];

/** The slugs of the three headline measures. */
export const HEADLINES = ['looked-after', 'child-protection-plans', 'children-in-need'] as const;

/** The measure of a slug; undefined for any other word. */
export const measureOf = (slug: string): Measure | undefined => CATALOGUE.find((measure) => measure.slug === slug);
