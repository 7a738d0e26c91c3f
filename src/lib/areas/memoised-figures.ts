import { MemoOf } from '#lib/domain/memo.ts';
import type { FigureStore } from '#lib/figures/year/figure-store.ts';
import { councilFigures, isEstimated, type CouncilFigures } from '#lib/series/council-figures.ts';
import type { Compared } from './between-authority-spread.ts';

const known = new MemoOf<FigureStore, CouncilFigures | undefined>();

/** A measure's figures of all councils as counts out of a size; undefined where its chance has no model. */
export const councilFiguresOf = ({ store, measure, variant }: Omit<Compared, 'period'>): CouncilFigures | undefined =>
  known.get(store, `${measure.slug}/${variant.key}`, () =>
    isEstimated(variant)
      ? councilFigures(
          variant,
          { own: store.series(measure.slug), base: store.series(variant.denominator!.measure) },
          store.areas
        )
      : undefined
  );
