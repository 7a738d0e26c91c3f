import { formatNumber } from '#lib/domain/index.ts';
import type { AreaChange, BeforeAfter } from '#lib/statistics/before-after.ts';
import { assert } from '../assert';
import { tally } from '../councils/sentences';
import { turnAt } from '#lib/statistics/run-of-years.ts';
import { inWords } from '../in-words';
import { percentOf } from '../years/record';

const changed = (rate: (year: number) => number, series: BeforeAfter['england']['looked-after']): string => {
  const { fell, rose } = turnAt(series, 2008);
  assert(fell > 1 && rose > 1, 'years of fall to March 2008 and years of rise after');
  const last = series.at(-1)!.year;
  const at = (year: number) => formatNumber(rate(year), 1);
  return `For every 10,000 children in England, ${at(2008)} were looked after on 31 March 2008 and ${at(2010)} on 31 March 2010. Their number had fallen in each of the ${inWords(fell)} years before; it rose in each of the ${inWords(rose)} that followed, to March ${2008 + rose}. On 31 March ${last} the rate was ${at(last)}.`;
};

const began = (care: BeforeAfter['months']['care']): string => {
  const at = (month: string) => care.find((each) => each.month === month)!.value;
  const [october, november, december] = [at('2008-10'), at('2008-11'), at('2008-12')];
  assert(october < november && november < december, 'care applications to rise from October to December 2008');
  assert(
    at('2008-06') < at('2007-06') && december > at('2007-12'),
    'a dip in June 2008, and more in December than before'
  );
  return `Applications to a court for a child to be taken into care or under supervision rose within weeks of the verdicts: ${formatNumber(october)} in October 2008, ${formatNumber(november)} in November and ${formatNumber(december)} in December. They had fallen that spring, before the case was public, so part of the rise only made up for that fall.`;
};

const where = (authorities: AreaChange[]): string => {
  const both = authorities.flatMap(({ starts }) => starts ?? []);
  const { rose, fell, ...rest } = tally(both.map(({ direction }) => direction));
  return `Not everywhere. From the year to March 2008 to the year to March 2010, the number of children starting to be looked after rose in ${rose} of ${both.length} councils, did not change beyond rounding in ${rest['did not change beyond rounding']} and fell in ${fell}.`;
};

/** What the models are worth, by their record on other dates. */
const models = ({ 'looked-after': { number } }: BeforeAfter['records']): string => {
  if (number.kind === 'no claim') return '';
  assert(number.share > 0.1, 'bands that leave far more than 5% of later years outside');
  return `And a model’s bands settle nothing: on dates at which nothing need have happened, ${percentOf(number.share)} of later years fall outside a band that should leave 5% outside.`;
};

/** The answers of the page in four short paragraphs. `rate` gives England's children looked after per 10,000 of a year. Throws where the figures do not bear a sentence out. */
export const shortAnswer = (
  { england, records, months, authorities }: BeforeAfter,
  rate: (year: number) => number,
  others: string
): { head: string; text: string }[] => [
  { head: 'What changed?', text: changed(rate, england['looked-after']) },
  { head: 'When?', text: began(months.care) },
  { head: 'Where?', text: where(authorities) },
  {
    head: 'How sure can we be?',
    text: `The figures changed after the verdicts. Why they changed is not clear: ${others} other things of those years could move the same figures, and the figures held cannot tell the explanations apart. How large the change looks depends on which earlier years you compare with. ${models(records)}`
  }
];
