import type { Measure } from '#lib/domain/measure.ts';
import { LOOKED_AFTER, LOOKED_AFTER_SENTENCE, numberVariant, rateAndNumber } from './variants.ts';

export const LOOKED_AFTER_MEASURES: readonly Measure[] = [
  {
    slug: 'starting-to-be-looked-after',
    title: 'Children starting to be looked after',
    short: 'Started to be looked after',
    group: 'Looked after children',
    definition: 'Children who started to be looked after by a council during the year to 31 March.',
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
      'England’s figure for 2009 is not held. England’s rises by 23% from 2016 to 2017 while all starts rise by 2%, and the files do not say why; in 2016 many councils’ figures are suppressed. A child who came by agreement and was later put under an order is not counted here.',
    variants: [
      numberVariant({
        dataSet: LOOKED_AFTER,
        indicator: 'taken_into_care',
        secondarySuppression: true,
        timing: 'year to 31 March',
        noun: ['child taken into care', 'children taken into care'],
        sentence: LOOKED_AFTER_SENTENCE
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
      'It follows arrivals and the national scheme that shares children between councils, more than local family life.',
    mayNotMean:
      'In many councils the number is small, and where it is from 1 to 5 it is not published. Council figures to 2010 are rounded to 5.',
    variants: [
      numberVariant({
        dataSet: LOOKED_AFTER,
        indicator: 'asylum_seeking_31_march',
        secondarySuppression: true,
        timing: 'at 31 March',
        noun: ['unaccompanied asylum-seeking child looked after', 'unaccompanied asylum-seeking children looked after'],
        sentence: LOOKED_AFTER_SENTENCE
      })
    ]
  },
  {
    slug: 'adoptions',
    title: 'Looked after children adopted',
    short: 'Adopted',
    group: 'Looked after children',
    definition: 'Looked after children who were adopted during the year to 31 March.',
    mayMean:
      'It follows court decisions of two or three years before, and changes in the law on when adoption is the right plan.',
    mayNotMean:
      'Council figures are held from 2011, and are not published where they are from 1 to 5. A fall does not mean that more children stay in care: special guardianship has grown.',
    variants: [
      numberVariant({
        dataSet: LOOKED_AFTER,
        indicator: 'adopted',
        secondarySuppression: true,
        timing: 'year to 31 March',
        noun: ['looked after child adopted', 'looked after children adopted'],
        sentence: '{When}, {value} of the children looked after {by} {place} {were} adopted.'
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
      numberVariant({
        dataSet: 'looked_after_by_legal_status',
        indicator: 'looked_after_31_march',
        timing: 'at 31 March',
        filter: 'legal_status',
        noun: ['child looked after', 'children looked after'],
        sentence: '{When}, there {were} {value} {noun} in {place} under this status: {line}.'
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
      numberVariant({
        dataSet: 'children_starting_to_be_looked_after_by_need',
        indicator: 'started',
        timing: 'year to 31 March',
        filter: 'category_of_need',
        noun: ['child starting to be looked after', 'children starting to be looked after'],
        sentence: '{When}, there {were} {value} {noun} in {place} with this main reason: {line}.'
      })
    ]
  }
];
