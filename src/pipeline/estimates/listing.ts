import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { factorOf, usualRange } from '#lib/statistics/over-dispersion.ts';
import { isEstimated } from '#lib/series/council-figures.ts';
import { estimatesOf, type Estimates, type Inputs } from './compute.ts';

const count = <T>(values: Iterable<T>, is: (value: T) => boolean): number => [...values].filter(is).length;

const spreadWords = ({ spread, beyond }: Estimates): string => {
  if (spread.kind === 'no claim') return `no limits: ${spread.why}`;
  const { low, high } = usualRange(spread);
  const far = (side: 'higher' | 'lower'): number => count(beyond['99.8'].values(), (each) => each === side);
  return `tau ${spread.tau.toFixed(3)}, factor ${factorOf(spread).toFixed(2)}, usual ${low.toFixed(1)} to ${high.toFixed(1)} round ${spread.centre.toFixed(1)}; ${far('higher')} above and ${far('lower')} below the 99.8% limits, ${count(beyond['95'].values(), (side) => side !== 'within')} of ${spread.used} beyond the 95% ones`;
};

const rankWords = ({ ranks }: Estimates): string => {
  if (ranks.kind === 'no claim') return `no ranges: ${ranks.why}`;
  const all = [...ranks.ranges.values()];
  const width = all.reduce((sum, { first, last }) => sum + last - first + 1, 0) / all.length;
  return `${all.length} ranked, ${Math.round(width)} places wide, ${count(all, ({ quarter }) => quarter !== undefined)} with a quarter`;
};

const changeWords = ({ changes, dispersion }: Estimates): string => {
  if (dispersion.kind === 'no claim') return `no changes: ${dispersion.why}`;
  const tested = changes();
  const verdicts = [...tested.values()].map(({ verdict }) => verdict);
  return `dispersion ${dispersion.phi.toFixed(2)} at the middling size and with its ${dispersion.exponent.toFixed(2)} power, rose ${count(verdicts, (each) => each === 'rose')}, fell ${count(verdicts, (each) => each === 'fell')} of ${tested.size}`;
};

const trendWords = ({ trends }: Estimates): string => {
  const kinds = [...trends.values()].map(({ kind }) => kind);
  const of = count(kinds, (kind) => kind !== 'none');
  return `rising ${count(kinds, (kind) => kind === 'rising')}, falling ${count(kinds, (kind) => kind === 'falling')} of ${of} with five years`;
};

/** One paragraph a measure and way of counting: what is estimated for its last year. */
export const listEstimates = (inputs: Inputs): string[] =>
  CATALOGUE.flatMap((measure) =>
    measure.variants.filter(isEstimated).flatMap((variant) => {
      const own = inputs.series.get(measure.slug);
      const last = own?.variants[variant.key]?.periods.at(-1);
      const found = last ? estimatesOf(measure, variant, inputs, [last]) : [];
      return found.map(
        (each) =>
          `${measure.slug} ${variant.key} ${each.period}\n  limits: ${spreadWords(each)}\n  ranks: ${rankWords(each)}\n  changes: ${changeWords(each)}\n  trends: ${trendWords(each)}`
      );
    })
  );
