import { capital, formatNumber } from '#lib/domain/index.ts';
import { documentOf, seedRows, typeset } from './documents';
import { lookedAfter, lookupCell, onPlan } from '../lookup-cell';

/** One of the eight figures printed in March 2009, and what the series here say. */
export interface PrintedFigure {
  id: string;
  what: string;
  printed: number;
  /** What is held for March 2008, with the day it is for; absent where no series of that date is held. */
  here?: { value: number; when: string };
  why: string;
}

const GROUP = 'vulnerable-children-in-england';

/** The nearest multiple of a base: `toNearest(59360, 1000)` is 59000. */
const toNearest = (value: number, base: number): number => Math.round(value / base) * base;

const onCareOrders = (period: string): number =>
  lookupCell({
    set: 'looked_after_by_legal_status',
    column: 'looked_after_31_march',
    period,
    having: { legal_status: 'Care order (full or interim)' }
  });

type Words = (printed: number) => Omit<PrintedFigure, 'id' | 'what' | 'printed'>;

const n = (value: number): string => formatNumber(value);

/** Says that rounding explains a difference, having made sure that it does. */
const roundedTo = (printed: number, value: number, base: number): string => {
  if (toNearest(value, base) !== printed)
    throw new Error(`printed figures: expected ${value} to round to ${printed} to the nearest ${base}`);
  return n(base);
};

const WORDS: Readonly<Record<string, Words>> = {
  'children-in-england': (printed) => {
    const value = lookupCell({ set: 'population_aged_0_to_17', column: 'population', period: '2007' });
    return {
      here: { value, when: 'mid-2007' },
      why: `Rounding: to the nearest ${roundedTo(printed, value, 1_000_000)} the estimate here is the figure printed. It is for mid-2007, the population behind the rates of March 2008. Estimates are also revised after each census, and we do not have the one of the day.`
    };
  },
  'children-in-need': () => {
    const first = lookupCell({ set: 'children_in_need', column: 'in_need_31_march', period: '2010' });
    return {
      why: `The census of children in need was suspended after a week in 2005 and came back in 2008–09; our first count is ${n(first)} on 31 March 2010. Of the figure printed, the documents do not say which day or week it is for, nor who counts as getting support, so the two must not be set against each other.`
    };
  },
  'children-domestic-abuse': () => ({
    why: 'It tells of homes in which a high risk is known, and the documents do not say who counted, or how. Nothing here can check it.'
  }),
  'children-looked-after': (printed) => {
    const value = lookedAfter('2008');
    const [before, earlier] = [lookedAfter('2007'), lookedAfter('2006')];
    const thousand = [before, earlier].map((count) => roundedTo(printed, count, 1000))[0]!;
    return {
      here: { value, when: '31 March 2008' },
      why: `Rounding, or an older or an unrevised count; the documents do not say which. To the nearest ${roundedTo(printed, value, 10_000)} the count for 2008 is the figure printed, to the nearest 1,000 it would be ${n(toNearest(value, 1000))}. The counts for 2007 (${n(before)}) and 2006 (${n(earlier)}) both round to ${n(printed)} to the nearest ${thousand}. The count here is from a later release that goes back to 1994; the count as first released is not held.`
    };
  },
  'children-care-order': (printed) => {
    const value = onCareOrders('2008');
    return {
      here: { value, when: '31 March 2008' },
      why: `Rounding: to the nearest ${roundedTo(printed, value, 1000)} it is the figure printed. The count here takes in full and interim orders and is itself rounded to 100. A year later it was ${n(onCareOrders('2009'))}.`
    };
  },
  'children-protection-plan': (printed) => {
    const value = onPlan('2008');
    return {
      here: { value, when: '31 March 2008' },
      why: `Rounding: to the nearest ${roundedTo(printed, value, 1000)} it is the figure printed. The count here is rounded to 100. On that day the registers were still kept; the name changed from register to plan on the next. The count for 31 March 2009, known only after the report, was ${n(onPlan('2009'))}.`
    };
  },
  'children-privately-fostered': () => ({
    why: 'Private fostering is arranged by parents, not by councils, and must be notified to a council to be counted; such children are not among children looked after.'
  }),
  'children-secure-homes': () => ({
    why: 'Children can be placed in a secure home by a council or by the courts, so some of them are also among children looked after. The documents do not say what day the figure is for.'
  })
};

/** The eight figures as printed, each beside what is held, in the order of print. Throws where rounding would not explain what is said to be rounding. */
export const printedFigures = (): PrintedFigure[] =>
  seedRows('figures')
    .filter(({ group }) => group === GROUP)
    .map((row) => {
      const words = WORDS[row.id!];
      if (!words) throw new Error(`documents_2009/figures.csv: ${row.id!}: expected words for it, found none`);
      const printed = Number(row.value);
      return { id: row.id!, what: typeset(capital(row.what!)), printed, ...words(printed) };
    });

/** What the figures printed in 2009 are a copy of: the document. */
export const printedSource = (): string =>
  documentOf(seedRows('figures').find(({ group }) => group === GROUP)!.document!);
