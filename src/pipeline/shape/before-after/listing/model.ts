import { formatNumber } from '#lib/domain/index.ts';
import { SERIES, hasInterval, type CaseModel, type SeriesKey } from '#lib/statistics/before-after.ts';
import type { Ranged } from '#lib/statistics/regression.ts';
import type { Yearly } from '#lib/statistics/segmented.ts';
import { formatCount } from './source.ts';

/** A rate to a tenth, without the minus that a small number leaves on nothing; the number of children to a multiple of `base`. */
const shown = (value: number, key: SeriesKey, base: number): string =>
  key === 'children'
    ? formatCount(Math.round(value / base) * base + 0)
    : formatNumber(Math.round(value * 10) / 10 + 0, 1);

const ranged = ({ value, low, high }: Ranged, key: SeriesKey, model: CaseModel, base: number): string => {
  const range = hasInterval(model) ? ` (${shown(low, key, base)} to ${shown(high, key, base)})` : '';
  return `${shown(value, key, base)}${range}`;
};

/** How the table has a value with its range. */
export const inTable = (each: Ranged, key: SeriesKey, model: CaseModel): string => ranged(each, key, model, 1);

/** How a sentence has a value with its range. */
const inWords = (each: Ranged, key: SeriesKey, model: CaseModel): string => ranged(each, key, model, 1000);

/** What Durbin and Watson's test says of a fit. */
export const listResiduals = ({ durbinWatson, residuals: { verdict, limits } }: CaseModel): string =>
  `Durbin–Watson ${formatNumber(durbinWatson, 2)}, limits ${limits.map((limit) => formatNumber(limit, 2)).join(' and ')}: ${verdict}`;

/** All figures that the page gives of one model: each year as in the table, the years told as in the sentences, the fit. */
export const listModel = (key: SeriesKey, series: Yearly[], model: CaseModel): string[] => {
  const { parting, comparisons, total, fit, later } = model;
  const told = [comparisons[0]!, comparisons.at(-1)!];
  const scatter = key === 'children' ? shown(fit.deviation, key, 1000) : formatNumber(fit.deviation, 2);
  return [
    `${key}, ${parting.from} to ${parting.to}, year of transition ${parting.transition} ${parting.withTransition ? 'with the later' : 'left out'}, ${key === 'children' ? 'number' : 'for every 10,000 children'}:`,
    ...series
      .filter(({ year }) => year >= parting.from && year <= parting.to)
      .map(({ year, value }) => {
        const compared = comparisons.find((each) => each.year === year);
        const rest = compared
          ? `; continued ${inTable(compared.expected, key, model)}; difference ${inTable(compared.difference, key, model)}`
          : '';
        return `  ${year}: ${shown(value, key, 1)}${rest}`;
      }),
    ...told.map(
      ({ year, expected, difference }) =>
        `  in words, ${year}: continued ${inWords(expected, key, model)}; difference ${inWords(difference, key, model)}; ${formatNumber(Math.abs((difference.value / expected.value) * 100), 1)}% of the line`
    ),
    ...(SERIES[key].countsAYear
      ? [`  in words, ${later.length} years together: difference ${inWords(total, key, model)}`]
      : []),
    `  fit: ${fit.residuals.length} years, ${fit.freedom} degrees of freedom, standard deviation ${scatter}, R² ${formatNumber(fit.rSquared, 3)}, correlation of neighbours ${formatNumber(model.autocorrelation, 2)}, ${listResiduals(model)}`
  ];
};
