import { prerenderTime } from '$lib/charts/prerender';
import { readPublished } from '$lib/server/published';
import type { BeforeAfter } from '$lib/statistics/before-after';
import { inWords } from '../case/in-words';
import { rivalFacts } from '../rivals/facts';
import { rivals } from '../rivals/rivals';
import type { MadePart } from '../shelf';
import { describedMeasure } from '../years/make';
import { shortSays } from './words';

/** What the page says in short, with the rate of children looked after as its first chart. */
export const makeShort = () => {
  const { spec, line, table } = describedMeasure('looked-after', 'rate');
  const rate = (year: number): number => {
    const value = line.points.find(({ period }) => period === String(year))?.value;
    if (value === undefined || value === null)
      throw new Error(`looked-after, rate: expected a figure for ${year}, found none`);
    return value;
  };
  const said = shortSays(
    readPublished<BeforeAfter>('before-and-after.json'),
    rate,
    inWords(rivals(rivalFacts()).length)
  );
  const made: MadePart = {
    drawings: { short: prerenderTime({ ...spec, description: said[0]!.text }) },
    tables: { short: table }
  };
  return { data: { said, first: line.points[0]!.period, last: line.points.at(-1)!.period }, made };
};

export type ShortData = ReturnType<typeof makeShort>['data'];
