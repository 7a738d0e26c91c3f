import { formatNumber } from '#lib/domain/index.ts';
import { SERIES, type SeriesKey } from '#lib/statistics/before-after.ts';
import type { Ranged } from '#lib/statistics/regression.ts';
import type { Segmented, Yearly } from '#lib/statistics/segmented.ts';
import { formatCount } from './source.ts';

/** What sentences round a series to: counts to 10, the population to 1,000. */
const baseOf = (key: SeriesKey): number => (key === 'children' ? 1000 : 10);

/** To a multiple of a base, without the minus that a small number leaves on nothing; a half within twelve digits is a half. */
const to = (value: number, base: number): string =>
  formatCount(Math.round(Number((value / base).toPrecision(12))) * base + 0);

/** A value with its range, both to a multiple of a base: "5,960 (5,150 to 6,770)". */
const ranged = ({ value, low, high }: Ranged, base: number): string =>
  `${to(value, base)} (${to(low, base)} to ${to(high, base)})`;

/** How the table has a value with its range. */
export const inTable = (each: Ranged): string => ranged(each, 1);

/** How a sentence has a value with its range. */
export const inWords = (each: Ranged, key: SeriesKey): string => ranged(each, baseOf(key));

/** All figures that the page gives of one model: each year as in the table, the years told as in the sentences, the fit. */
export const listModel = (key: SeriesKey, series: Yearly[], model: Segmented): string[] => {
  const { parting, comparisons: beside, total, fit, later } = model;
  const told = [beside[0]!, beside.at(-1)!];
  return [
    `${key}, ${parting.from} to ${parting.to}, year of transition ${parting.transition} ${parting.withTransition ? 'with the later' : 'left out'}:`,
    ...series
      .filter(({ year }) => year >= parting.from && year <= parting.to)
      .map(({ year, value }) => {
        const compared = beside.find((each) => each.year === year);
        const rest = compared
          ? `; continued ${inTable(compared.expected)}; difference ${inTable(compared.difference)}`
          : '';
        return `  ${year}: ${formatCount(value)}${rest}`;
      }),
    ...told.map(
      ({ year, expected, difference }) =>
        `  in words, ${year}: continued ${inWords(expected, key)}; difference ${inWords(difference, key)}; ${formatNumber((difference.value / expected.value) * 100, 1)}% of the line`
    ),
    ...(SERIES[key].countsAYear
      ? [`  in words, ${later.length} years together: difference ${inWords(total, key)}`]
      : []),
    `  fit: ${fit.residuals.length} years, ${fit.freedom} degrees of freedom, standard deviation ${to(fit.deviation, baseOf(key))}, R² ${formatNumber(fit.rSquared, 3)}, Durbin–Watson ${formatNumber(model.durbinWatson, 2)}, correlation of neighbours ${formatNumber(model.autocorrelation, 2)}`
  ];
};
