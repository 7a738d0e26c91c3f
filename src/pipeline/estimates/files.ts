import type { Measure } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import type { EstimatesFile, YearEstimates } from '#lib/statistics/estimates-file.ts';
import { estimatesOf, isEstimated, type Estimates, type Inputs } from './compute.ts';

/** Six digits are more than any page shows. */
const short = (value: number): number => Number(value.toPrecision(6));

const placesOf = ({ ranks }: Estimates): YearEstimates['ranks'] =>
  ranks.kind === 'no claim'
    ? { why: ranks.why }
    : {
        of: ranks.of,
        places: Object.fromEntries(
          [...ranks.ranges].map(([key, { first, last, quarter }]) => [key, [first, last, quarter ?? 0]])
        )
      };

const changesOf = ({ changes }: Estimates): YearEstimates['changes'] =>
  Object.fromEntries(
    [...changes].flatMap(([key, { verdict, test }]) => {
      if (test.kind === 'no claim' || typeof verdict !== 'string') return [];
      const { value, low, high } = test.change;
      return [[key, [verdict, value && short(value), short(low), high && short(high), short(test.p)]]];
    })
  );

const trendsOf = ({ trends }: Estimates): YearEstimates['trends'] =>
  Object.fromEntries([...trends].flatMap(([key, { kind }]) => (kind === 'none' ? [] : [[key, kind]])));

const toYear = (found: Estimates): YearEstimates => {
  const { spread, dispersion } = found;
  return {
    spread:
      spread.kind === 'no claim'
        ? { why: spread.why }
        : {
            figure: spread.figure,
            centre: short(spread.centre),
            tau: short(spread.tau),
            phi: short(spread.phi),
            used: spread.used,
            missing: spread.missing
          },
    dispersion:
      dispersion.kind === 'no claim'
        ? { why: dispersion.why }
        : {
            phi: short(dispersion.phi),
            factor: short(dispersion.factor),
            exponent: short(dispersion.exponent),
            pairs: dispersion.pairs,
            areas: dispersion.areas
          },
    ranks: placesOf(found),
    changes: changesOf(found),
    trends: trendsOf(found)
  };
};

/** The estimates of a measure for all years that councils have; undefined where its chance cannot be worked out. */
export const estimatesFile = (measure: Measure, inputs: Inputs): EstimatesFile | undefined => {
  const variants = measure.variants.filter(isEstimated).map((variant) => {
    const years = estimatesOf(measure, variant, inputs);
    return [variant.key, Object.fromEntries(years.map((found) => [found.period, toYear(found)]))] as const;
  });
  const held = variants.filter(([, years]) => Object.keys(years).length > 0);
  return held.length ? { measure: measure.slug, variants: Object.fromEntries(held) } : undefined;
};

/** The files of all measures, by name. */
export const estimatesFiles = (inputs: Inputs): Map<string, string> =>
  new Map(
    CATALOGUE.flatMap((measure) => {
      const file = estimatesFile(measure, inputs);
      return file ? [[`${measure.slug}.json`, `${JSON.stringify(file)}\n`] as const] : [];
    })
  );
