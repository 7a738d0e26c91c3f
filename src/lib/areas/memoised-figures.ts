import { councilFiguresOf as figuresOf, isEstimated, type CouncilFigures } from '#lib/series/council-figures.ts';
import type { Compared } from './between-authority-spread.ts';

/** A measure's figures of all councils as counts out of a size; undefined where its chance has no model. */
export const councilFiguresOf = ({ store, measure, variant }: Omit<Compared, 'period'>): CouncilFigures | undefined =>
  isEstimated(variant)
    ? figuresOf(
        variant,
        { own: store.series(measure.slug), base: store.series(variant.denominator!.measure) },
        store.areas
      )
    : undefined;
