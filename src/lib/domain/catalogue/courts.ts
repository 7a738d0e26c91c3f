import type { Measure } from '#lib/domain/measure.ts';
import { rateVariant, numberVariant } from './variants.ts';

export const COURT_MEASURES: readonly Measure[] = [
  {
    slug: 'care-applications',
    title: 'Care applications',
    short: 'Care applications',
    group: 'Courts',
    definition:
      'Applications by councils to a court for a care or supervision order (section 31 of the Children Act 1989), as received by Cafcass. One application can be for several children.',
    mayMean: 'It is the quickest sign of a change in how councils act, month by month.',
    mayNotMean:
      'An application is not an order. Cafcass’s database is live: later counts of one month differ by a few. Of 2007 only June, November and December are held, and applications had fallen in spring 2008, before the case was public.',
    variants: [
      numberVariant({
        key: 'month',
        label: 'Number by month, England',
        dataSet: 'care_applications_by_month',
        indicator: 'applications',
        timing: 'month',
        noun: ['care application', 'care applications']
      }),
      rateVariant({
        label: 'Rate per 10,000 children, as printed',
        dataSet: 'care_applications_by_year',
        indicator: 'applications_rate_as_published',
        timing: 'year to 31 March',
        noun: ['care application', 'care applications'],
        sentence:
          '{When}, there were {value} {noun} for every 10,000 children living in {place}, by the rate printed then.'
      }),
      numberVariant({
        label: 'Number by year, England',
        dataSet: 'care_applications_by_year',
        indicator: 'applications',
        timing: 'year to 31 March',
        noun: ['care application', 'care applications']
      })
    ]
  }
];
