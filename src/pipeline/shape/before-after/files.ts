import Papa from 'papaparse';
import { round } from '#lib/domain/index.ts';
import { AUTHORITY_MEASURES, hasInterval, type BeforeAfter } from '#lib/statistics/before-after.ts';
import { modelledSeries } from '#lib/statistics/modelled-series.ts';
import type { Ranged } from '#lib/statistics/regression.ts';

type Cell = string | number;

const csv = (rows: Record<string, Cell>[]): string => `${Papa.unparse(rows, { newline: '\n' })}\n`;

/** Twelve digits: more than any reader needs, and the same on every machine. */
const digits = (value: number): number => Number(value.toPrecision(12));

const ranged = (name: string, range: Ranged | undefined, hasInterval: boolean): Record<string, Cell> => ({
  [name]: range ? round(range.value, 4) : '',
  [`${name}_low`]: range && hasInterval ? round(range.low, 4) : '',
  [`${name}_high`]: range && hasInterval ? round(range.high, 4) : ''
});

/** One row a coefficient of a model. */
const coefficients = ({ models }: BeforeAfter): string =>
  csv(
    models.flatMap(({ case: about, series, parting, fit, ...model }) =>
      (['constant', 'slope', 'level', 'slope_change'] as const).map((name, i) => ({
        case: about,
        series,
        first_year: parting.from,
        last_year: parting.to,
        transition_year: parting.transition,
        observations: fit.residuals.length,
        degrees_of_freedom: fit.freedom,
        coefficient: name,
        estimate: digits(fit.coefficients[i]!),
        standard_error: digits(fit.errors[i]!),
        residual_standard_deviation: digits(fit.deviation),
        r_squared: digits(fit.rSquared),
        durbin_watson: digits(model.durbinWatson),
        neighbouring_residuals: model.residuals.verdict,
        autocorrelation: digits(model.autocorrelation)
      }))
    )
  );

/** One row a year of a model: what went in, the fitted lines, and the earlier line continued; no interval where residuals go together. */
const years = ({ models, england }: BeforeAfter): string =>
  csv(
    models.flatMap((model) => {
      const { case: about, series, parting, earlier, later, fit, comparisons } = model;
      return modelledSeries(england, series)
        .filter(({ year }) => year >= parting.from && year <= parting.to)
        .map(({ year, value }) => {
          const at = [...earlier, ...later].findIndex((each) => each.year === year);
          const compared = comparisons.find((each) => each.year === year);
          return {
            case: about,
            series,
            year,
            segment: at < 0 ? 'transition' : at < earlier.length ? 'earlier' : 'later',
            unit: series === 'children' ? 'children' : 'for every 10,000 children',
            observed: digits(value),
            fitted: at < 0 ? '' : round(fit.fitted[at]!, 4),
            ...ranged('continued', compared?.expected, hasInterval(model)),
            ...ranged('difference', compared?.difference, hasInterval(model))
          };
        });
    })
  );

/** One row an authority: both sides of each measure, the change beyond rounding, and the limits about the ratio of starts of all councils together. */
const authorities = ({ authorities: all }: BeforeAfter): string =>
  csv(
    all.map(({ key, name, region, sides, starts, comparedToAll, fifth, why }) => ({
      old_la_code: key,
      la_name: name,
      region_code: region ?? '',
      deprivation_fifth: fifth ?? '',
      ...Object.assign(
        {},
        ...AUTHORITY_MEASURES.map((measure) => {
          const own = sides[measure];
          const column = measure.replace('-', '_');
          return {
            [`${column}_2006_to_2008`]: own ? round(own.before.value, 2) : '',
            [`${column}_2010_to_2012`]: own ? round(own.after.value, 2) : '',
            [`${column}_change`]: own ? round(own.change.value, 2) : '',
            [`${column}_change_low`]: own ? round(own.change.low, 2) : '',
            [`${column}_change_high`]: own ? round(own.change.high, 2) : '',
            [`${column}_direction`]: own ? own.change.direction : '',
            [`${column}_index_before`]: own?.index ? round(own.index.before, 1) : '',
            [`${column}_index_after`]: own?.index ? round(own.index.after, 1) : ''
          };
        })
      ),
      starts_2008_to_2010: starts ? starts.direction : '',
      outside_95_limits: comparedToAll ? comparedToAll.near : '',
      outside_99_8_limits: comparedToAll ? comparedToAll.far : '',
      why_missing: why ?? ''
    }))
  );

/** The files that the page on before and after is made of, by name in `static/data/`. */
export const beforeAfterFiles = (all: BeforeAfter): Map<string, string> =>
  new Map([
    ['before-and-after.json', `${JSON.stringify(all)}\n`],
    ['before-and-after-coefficients.csv', coefficients(all)],
    ['before-and-after-years.csv', years(all)],
    ['before-and-after-authorities.csv', authorities(all)]
  ]);
