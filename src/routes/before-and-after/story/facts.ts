import { formatDate, formatNumber, monthsBetween, round } from '#lib/domain/index.ts';
import { readEvents, readPublished } from '#lib/server/published.ts';
import { BASES, CASES, type BeforeAfter, type CaseKey } from '#lib/statistics/before-after.ts';
import { modelOf } from '#lib/statistics/model-of.ts';
import { modelledSeries } from '#lib/statistics/modelled-series.ts';
import { turnAt } from '#lib/statistics/run-of-years.ts';
import { compareSameMonths } from '#lib/statistics/same-months.ts';
import { signedPercent } from '#lib/article/before-after-means.ts';
import { assert } from '../assert';
import { tally } from '../councils/sentences';
import { inWords } from '../in-words';
import { lookedAfter, onPlan, started } from '../lookup-cell';
import { positions } from '../since/sentences';
import { partMonth } from '../months/load-section';
import { percentOf } from '../years/record';
import { formatValue, valueIn } from '../years/sentences';

const dateOf = (id: string): string => {
  const found = readEvents().find((each) => each.id === id);
  if (!found) throw new Error(`events.csv: expected ${id}, found no such event`);
  return found.date;
};

/** The dates of the case. */
const caseDates = () => {
  const [register, death, verdicts, report] = ['peter-on-register', 'peter-dies', 'verdicts', 'laming-report'].map(
    dateOf
  ) as [string, string, string, string];
  return {
    register: formatDate(register),
    death: formatDate(death),
    verdicts: formatDate(verdicts),
    report: formatDate(report),
    wait: monthsBetween(death, verdicts)
  };
};

/** Care applications around the verdicts, and the same three months of each year. */
const monthFacts = ({ months: { care } }: BeforeAfter) => {
  const at = (month: string): number => care.find((each) => each.month === month)!.value;
  const [october, november, december] = [at('2008-10'), at('2008-11'), at('2008-12')];
  assert(october < november && november < december, 'care applications to rise from October to December 2008');
  assert(at('2008-06') < at('2007-06') && at('2008-03') > at('2008-04'), 'a dip in spring 2008');
  const same = compareSameMonths(care, CASES.connelly.event, BASES['2007']);
  assert(same.pairs.length === 3 && same.percent! > 0, 'three months of 2007, and more in them a year after');
  const part = partMonth();
  return {
    october: formatNumber(october),
    november: formatNumber(november),
    december: formatNumber(december),
    report: formatNumber(at('2009-03')),
    june2007: formatNumber(at('2007-06')),
    june2008: formatNumber(at('2008-06')),
    base: formatNumber(same.base),
    after: formatNumber(same.after),
    more: formatNumber(Math.round(same.percent!)),
    partBefore: part.before,
    partAfter: part.after
  };
};

/** Children looked after each year, and those who start and cease. `rate` gives England's rate of a year. */
const yearFacts = ({ england }: BeforeAfter, rate: (year: number) => number) => {
  const { fell, rose } = turnAt(england['looked-after'], 2008);
  assert(fell > 1 && rose > 5, 'years of fall to March 2008 and years of rise after');
  const last = england['looked-after'].at(-1)!.year;
  const of = (key: 'started' | 'ceased', year: number): number => valueIn(england[key], year);
  const percent = (key: 'started' | 'ceased'): number => (of(key, 2010) / of(key, 2008) - 1) * 100;
  assert(percent('started') > 4 * percent('ceased') && percent('ceased') > 0, 'starts to grow far more than leavers');
  assert(of('started', 2008) < of('started', 2004), 'fewer starts in 2008 than in 2004');
  assert(of('ceased', 2011) > of('ceased', 2010), 'more leavers in the year to March 2011');
  const stock = (year: number): number => valueIn(england['looked-after'], year);
  return {
    rate2008: formatNumber(rate(2008), 1),
    rate2010: formatNumber(rate(2010), 1),
    rateLast: formatNumber(rate(last), 1),
    last,
    fell: inWords(fell),
    rose: inWords(rose),
    peak: 2008 + rose,
    started2004: formatNumber(of('started', 2004)),
    started2008: formatNumber(of('started', 2008)),
    started2010: formatNumber(of('started', 2010)),
    startedMore: formatNumber(percent('started'), 1),
    ceased2008: formatNumber(of('ceased', 2008)),
    ceased2010: formatNumber(of('ceased', 2010)),
    ceasedMore: formatNumber(percent('ceased'), 1),
    flow2009: formatNumber(of('started', 2009) - of('ceased', 2009)),
    counted2009: formatNumber(stock(2009) - stock(2008))
  };
};

/** What the earlier line says, begun in other years, and how the method does on other dates. */
const modelFacts = ({ england, models, records, longest }: BeforeAfter) => {
  const of = (from: number) => modelOf(modelledSeries(england, 'looked-after'), 'connelly', { from })!.comparisons;
  const own = models.find((each) => each.case === 'connelly' && each.series === 'looked-after')!.comparisons;
  const shown = (value: number): string => formatValue(value, 'looked-after');
  const [first, last] = [own[0]!, own.at(-1)!];
  const [since2001, since1994] = [of(2001).at(-1)!, longest.comparisons.at(-1)!];
  assert(first.difference.low > 0 && last.difference.low > 0, 'more children looked after than on the line from 2004');
  assert(
    since2001.difference.value < last.difference.value && since1994.difference.value < 0,
    'less from 2001, and fewer than on the line from 1994'
  );
  const { number } = records['looked-after'];
  const { number: control } = records.children;
  if (number.kind !== 'placebo' || control.kind !== 'placebo')
    throw new Error('before-and-after.json: expected a record of children looked after and of the control, found none');
  assert(number.share > 0.1 && control.share > 0.1, 'bands that leave far more than 5% of later years outside');
  return {
    first: first.year,
    last: last.year,
    observedFirst: shown(first.observed),
    expectedFirst: shown(first.expected.value),
    gapFirst: shown(first.difference.value),
    gapFirstLow: shown(first.difference.low),
    gapFirstHigh: shown(first.difference.high),
    gapLast: shown(last.difference.value),
    gapLastLow: shown(last.difference.low),
    gapLastHigh: shown(last.difference.high),
    gap2001: shown(since2001.difference.value),
    fewer1994: formatNumber(round(-since1994.difference.value / 10, 0) * 10),
    outside: percentOf(number.share),
    outsideControl: percentOf(control.share)
  };
};

/** How councils changed, one by one, against all together and by deprivation. */
const councilFacts = ({ authorities, together, fifths }: BeforeAfter) => {
  const starts = tally(authorities.flatMap(({ starts }) => starts?.direction ?? []));
  const sides = authorities.flatMap(({ sides }) => sides.started ?? []);
  const compared = authorities.flatMap(({ comparedToAll }) => comparedToAll ?? []);
  const haringey = authorities.find(({ key }) => key === '309')!;
  assert(haringey.comparedToAll?.near === 'similar', 'Haringey within the 95% limits');
  const own = haringey.sides.started!;
  return {
    rose: starts.rose,
    same: starts['did not change beyond rounding'],
    fell: starts.fell,
    of: starts.rose + starts.fell + starts['did not change beyond rounding'],
    higher: tally(sides.map(({ change }) => change.direction)).rose,
    ofSides: sides.length,
    together: signedPercent(together.started.percent!),
    outside: compared.filter(({ near }) => near !== 'similar').length,
    expected: formatNumber(Math.round(compared.length / 20)),
    ofCompared: compared.length,
    before: formatNumber(Math.round(own.before.value)),
    after: formatNumber(Math.round(own.after.value)),
    own: signedPercent(own.percent!),
    least: signedPercent(fifths[0]!.sides.started!.percent!),
    most: signedPercent(fifths.at(-1)!.sides.started!.percent!)
  };
};

/** Child protection plans to the change of source and over it. */
const planFacts = ({ seam }: BeforeAfter) => {
  const [y2007, y2008, y2009, y2010] = ['2007', '2008', '2009', '2010'].map(onPlan) as [number, number, number, number];
  assert(y2007 < y2008 && y2008 < y2009 && y2009 < y2010 && seam.change === y2010 - y2009, 'plans to rise each year');
  return {
    y2007: formatNumber(y2007),
    y2008: formatNumber(y2008),
    y2009: formatNumber(y2009),
    y2010: formatNumber(y2010),
    more2009: formatNumber((y2009 / y2008 - 1) * 100, 1),
    over: formatNumber(seam.change)
  };
};

/** How many of the years after each case lie above the earlier line's band, of all looked after and of starts. */
const caseFacts = ({ models }: BeforeAfter) => {
  const of = (key: CaseKey) => {
    const model = (series: 'looked-after' | 'started') =>
      models.find((each) => each.case === key && each.series === series)!;
    const [all, starts] = [model('looked-after'), model('started')];
    return { years: all.later.length, all: positions(all), starts: positions(starts) };
  };
  const [connelly, rotherham, later] = [of('connelly'), of('rotherham'), of('arthur-and-star')];
  assert(connelly.all.above === connelly.years && connelly.starts.above === connelly.years, 'all years above in 2008');
  assert(rotherham.starts.within === rotherham.years, 'starts within the band after Rotherham');
  assert(later.years === 3, 'three years after the convictions');
  assert(later.all.below === later.years && later.starts.above === later.years, 'fewer looked after, more starts');
  return {
    years: inWords(connelly.years),
    rotherhamAbove: inWords(rotherham.all.above),
    rotherhamYears: inWords(rotherham.years),
    laterYears: inWords(later.years)
  };
};

/** Every number of the story. Throws where the figures are not as its sentences say. `rate` gives England's rate of children looked after of a year. */
export const storyFacts = (rate: (year: number) => number) => {
  const all = readPublished<BeforeAfter>('before-and-after.json');
  assert(lookedAfter('2008') < lookedAfter('2004') && started('2008') < started('2004'), 'a fall from 2004 to 2008');
  return {
    dates: caseDates(),
    months: monthFacts(all),
    years: yearFacts(all, rate),
    model: modelFacts(all),
    councils: councilFacts(all),
    plans: planFacts(all),
    cases: caseFacts(all)
  };
};

export type StoryFacts = ReturnType<typeof storyFacts>;
