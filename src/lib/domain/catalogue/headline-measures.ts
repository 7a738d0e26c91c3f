import type { Measure } from '#lib/domain/measure.ts';
import { LOOKED_AFTER, NEED, PLANS, THRESHOLDS, asPrinted, rateAndNumber } from './variants.ts';

export const HEADLINE_MEASURES: readonly Measure[] = [
  {
    slug: 'looked-after',
    title: 'Children looked after',
    short: 'Looked after',
    group: 'The three headline measures',
    definition:
      'Children looked after by a council on 31 March: under a care order, under a voluntary agreement with their parents, or by another legal route. Children in a series of short breaks are left out.',
    mayMean:
      'A high rate can mean more children in danger at home, a council that steps in sooner, children who stay longer, or more unaccompanied asylum-seeking children. A low one can mean less need, or more help at home, or a higher threshold.',
    mayNotMean:
      'It is not a mark of how good a council is, nor a count of children harmed. Deprivation explains much of the difference between councils.',
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
      'Children with an open episode of need on 31 March: those whom a council has found to need its help under the Children Act 1989, and those still being assessed. Children looked after or on a plan are among them, and so are disabled children.',
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
  }
];
