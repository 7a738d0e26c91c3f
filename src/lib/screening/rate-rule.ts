import type { Context } from './context.ts';
import { rowRule, type Rule } from './rule.ts';
import { isNumber } from './standard.ts';

/** Columns of one file of which the first should be the second over the third, times 10,000. */
export interface RateColumns {
  rate: string;
  count: string;
  population: string;
}

const IS_RATE = /rate.*10_?,?(000|k)|per_10_?,?(000|k)|rate$/i;
const IS_PERCENT = /percent|_pc$|%|proportion|share|average|mean|median/i;

/** Finds the rates per 10,000 of a file by the names of its columns: those of which count and population are there too, without doubt. */
export const rateColumnsOf = ({ indicators, meta }: Pick<Context, 'indicators' | 'meta'>): RateColumns[] => {
  const labels = new Map(meta?.rows.map((row) => [row.col_name ?? '', `${row.label} ${row.indicator_unit}`]));
  const isPer10000 = (name: string): boolean =>
    IS_RATE.test(name) && /10,?_?(000|k)/i.test(`${name} ${labels.get(name) ?? ''}`) && !/as_p/.test(name);
  const populations = indicators.filter((name) => /(^|_)population(_|$)/i.test(name));
  const [population] = populations;
  if (populations.length !== 1 || population === undefined) return [];
  const rates = indicators.filter(isPer10000);
  const counts = indicators.filter(
    (name) => name !== population && !/rate/i.test(name) && !IS_PERCENT.test(`${name} ${labels.get(name) ?? ''}`)
  );
  return rates.flatMap((rate): RateColumns[] => {
    const stem = rate.replace(/_?rate.*$/i, '');
    const count =
      counts.find((name) => name === stem) ?? (counts.length === 1 && rates.length === 1 ? counts[0] : undefined);
    return count === undefined ? [] : [{ rate, count, population }];
  });
};

/** Counts may be rounded to the nearest ten. */
const COUNT_ROUNDED_BY = 5;

/** A rate is count over population, as near as their rounding lets one tell. */
export const ratesMatch: Rule = rowRule(
  {
    id: 'own_rate_of_count',
    asks: 'A rate per 10,000 is its count over its population',
    group: 'Indicators',
    level: 'warn'
  },
  (context, report) => {
    const tested = rateColumnsOf(context).map((each) => ({
      ...each,
      places: [each.rate, each.count, each.population].map(context.at)
    }));
    return (cells, row) => {
      for (const { rate: column, count: countName, population: populationName, places } of tested) {
        const [value = '', count = '', population = ''] = places.map((at) => cells[at] ?? '');
        if (!isNumber(value) || !isNumber(count) || !isNumber(population) || Number(population) <= 0) continue;
        const expected = (Number(count) / Number(population)) * 10_000;
        const decimals = value.split('.')[1]?.length ?? 0;
        const room = 0.5 * 10 ** -decimals + (COUNT_ROUNDED_BY / Number(population)) * 10_000 + 1e-9;
        if (Math.abs(Number(value) - expected) <= room) continue;
        const shown = expected.toFixed(Math.max(decimals, 1));
        report({ row, column, value, expected: `is not ${countName} over ${populationName}: ${shown} per 10,000` });
      }
    };
  }
);
