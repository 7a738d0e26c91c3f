import type { Measure } from '#lib/domain/measure.ts';
import { WORKFORCE, numberVariant, percentVariant } from './variants.ts';

const WORKFORCE_CAUTION = 'This is a count on one day in full-time equivalents, and does not measure quality.';

export const WORKFORCE_MEASURES: readonly Measure[] = [
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
      percentVariant({
        dataSet: WORKFORCE,
        indicator: 'vacancy_rate',
        timing: 'at 30 September',
        sentence: '{When}, {value}% of children’s social worker posts in {place} were vacant.'
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
      percentVariant({
        dataSet: WORKFORCE,
        indicator: 'turnover_rate',
        timing: 'at 30 September',
        sentence: '{When}, the turnover of children’s social workers over the year in {place} was {value}%.'
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
      percentVariant({
        dataSet: WORKFORCE,
        indicator: 'agency_rate',
        timing: 'at 30 September',
        sentence: '{When}, {value}% of children’s social workers in {place} were agency workers.'
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
      percentVariant({
        dataSet: WORKFORCE,
        indicator: 'absence_rate',
        timing: 'at 30 September',
        sentence: '{When}, the absence rate of children’s social workers over the year in {place} was {value}%.'
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
        sentence: '{When}, children’s social workers in {place} held {value} cases each on average.'
      }
    ]
  },
  {
    slug: 'social-workers',
    title: 'Children’s social workers',
    short: 'Social workers',
    group: 'Workforce',
    definition: 'Children’s social workers in post on 30 September, counted as full-time equivalents.',
    mayMean: 'It shows the size of the workforce that a council employs, agency workers apart.',
    mayNotMean: 'Large councils have more; read it beside the child population and the caseload.',
    variants: [
      numberVariant({
        dataSet: WORKFORCE,
        indicator: 'social_workers',
        dp: 1,
        timing: 'at 30 September',
        unit: 'full-time equivalents',
        noun: ['children’s social worker (full-time equivalent)', 'children’s social workers (full-time equivalents)'],
        sentence: '{When}, there {were} {value} {noun} in post in {place}.'
      })
    ]
  }
];
