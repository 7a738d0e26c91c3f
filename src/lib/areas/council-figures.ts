import { MemoOf } from '#lib/domain/memo.ts';
import type { Shelf } from '#lib/figures/year/figure-store.ts';
import { councilFigures, isEstimated, type CouncilFigures } from '#lib/series/council-figures.ts';
import type { Compared } from './between-authority-spread.ts';

const known = new MemoOf<Shelf, CouncilFigures | undefined>();

/** A measure's figures of all councils as counts out of a size; undefined where its chance has no model. */
export const figuresOf = ({ shelf, measure, variant }: Omit<Compared, 'period'>): CouncilFigures | undefined =>
  known.get(shelf, `${measure.slug}/${variant.key}`, () =>
    isEstimated(variant)
      ? councilFigures(
          variant,
          { own: shelf.series(measure.slug), base: shelf.series(variant.base!.measure) },
          shelf.areas
        )
      : undefined
  );
