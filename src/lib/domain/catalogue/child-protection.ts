import type { Measure } from '#lib/domain/measure.ts';
import { PLANS, REFERRALS, numberVariant, percentVariant, rateAndNumber, THRESHOLDS } from './variants.ts';

export const CHILD_PROTECTION_MEASURES: readonly Measure[] = [
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
      'A plan can end because a child is safer, has become looked after, has moved away or has turned 18. Council figures are shown for 2010 to 2012 only; those of later years are with the length of plans in the data.',
    variants: [
      numberVariant({
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
      'A high percentage can mean that earlier plans ended too soon, or that a council has long records and knows its families.',
    mayNotMean: 'In a small council a few children of one family move it by many points.',
    variants: [
      percentVariant({
        dataSet: PLANS,
        indicator: 'second_or_subsequent_percent',
        timing: 'year to 31 March',
        denominator: { measure: 'plans-started', lag: 0, label: 'Child protection plans started in the year' },
        sentence:
          '{When}, {value}% of the child protection plans started in {place} were for a child who had been on a plan before.'
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
    mayNotMean: 'It rests on few children: in many councils on none, or on one family.',
    variants: [
      percentVariant({
        dataSet: PLANS,
        indicator: 'two_years_or_more_percent',
        timing: 'at 31 March',
        denominator: { measure: 'child-protection-plans', lag: 0, label: 'Children on a plan on 31 March' },
        sentence: '{When}, {value}% of the child protection plans in {place} had lasted two years or more.'
      })
    ]
  },
  {
    slug: 'category-of-abuse',
    title: 'Child protection plans, by category of abuse',
    short: 'Plans by category of abuse',
    group: 'Child protection',
    definition:
      'Children subject of a child protection plan, and plans started, by the category of abuse first recorded on the plan, England. The figures of regions and councils are in the data set.',
    mayMean: 'It shows which harm the conference named first. Neglect and emotional abuse make up most plans.',
    mayNotMean: 'One category is recorded where there are often several; a change can be one of recording.',
    variants: [
      numberVariant({
        label: 'On a plan at 31 March',
        dataSet: 'child_protection_plans_by_category_of_abuse',
        indicator: 'on_plan_31_march',
        timing: 'at 31 March',
        filter: 'category_of_abuse',
        omits: ['Total'],
        levels: ['National'],
        noun: ['child subject of a plan', 'children subject of a plan'],
        sentence: '{When}, there {were} {value} {noun} in {place} with this category first recorded: {line}.'
      }),
      numberVariant({
        key: 'started',
        label: 'Plans started in the year',
        dataSet: 'child_protection_plans_by_category_of_abuse',
        indicator: 'started',
        timing: 'year to 31 March',
        filter: 'category_of_abuse',
        omits: ['Total'],
        levels: ['National'],
        noun: ['plan started', 'plans started'],
        sentence: '{When}, there {were} {value} {noun} in {place} with this category first recorded: {line}.'
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
  }
];
