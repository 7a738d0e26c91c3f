import type { Measure } from '#lib/domain/measure.ts';
import {
  NEED,
  REFERRALS,
  OUT_OF_REFERRALS,
  numberVariant,
  percentVariant,
  rateAndNumber,
  asPrinted,
  THRESHOLDS
} from './variants.ts';

export const NEED_MEASURES: readonly Measure[] = [
  {
    slug: 'referrals',
    title: 'Referrals to children’s social care',
    short: 'Referrals',
    group: 'Need, referral and assessment',
    definition:
      'Requests during the year to 31 March for children’s social care to help a child, from police, schools, health, families and others.',
    mayMean: `${THRESHOLDS} It also depends on what a council counts as a referral, and on how it receives first contacts.`,
    mayNotMean: 'A referral is not a finding of harm. A child can be referred more than once in a year.',
    variants: [
      ...rateAndNumber(
        REFERRALS,
        'referrals',
        'year to 31 March',
        ['referral', 'referrals'],
        asPrinted('referrals_rate_as_published')
      ),
      numberVariant({
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
    mayNotMean: 'It is not a measure of harm. Councils differ in what they count as a referral.',
    variants: [
      percentVariant({
        dataSet: REFERRALS,
        indicator: 'rereferrals_percent',
        timing: 'year to 31 March',
        denominator: OUT_OF_REFERRALS,
        sentence: '{When}, {value}% of referrals in {place} came within 12 months of an earlier one.'
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
      percentVariant({
        dataSet: REFERRALS,
        indicator: 'no_further_action_percent',
        timing: 'year to 31 March',
        denominator: OUT_OF_REFERRALS,
        sentence: '{When}, {value}% of referrals in {place} were closed with no further action.'
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
      numberVariant({
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
        sentence: '{When}, {value} {line} {noun} {were} completed in {place}.'
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
      numberVariant({
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
        sentence: '{When}, {value} {noun} {were} {line} in {place}.'
      })
    ]
  }
];
