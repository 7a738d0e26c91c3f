import type { Measure } from '#lib/domain/measure.ts';
import { numberVariant } from './variants.ts';

export const POPULATION_MEASURES: readonly Measure[] = [
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
      numberVariant({
        dataSet: 'population_aged_0_to_17',
        indicator: 'population',
        timing: 'mid-year',
        noun: ['child aged 0 to 17', 'children aged 0 to 17'],
        unit: 'children',
        printed: { indicator: 'population_as_used_then', label: 'As used at the time' },
        sentence: '{When}, there {were} {value} {noun} in {place}.'
      })
    ]
  }
];
