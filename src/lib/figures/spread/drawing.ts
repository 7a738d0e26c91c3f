import type { ToDrawing, YearDrawing } from '#lib/figures/year/drawing.ts';
import { drawSpread, placeSpread, SPREAD_NARROW, SPREAD_WIDE } from './draw.ts';
import { marksOf, toSpreadSpec, type SpreadSpec } from './spec.ts';

export const spreadDrawing = (spec: SpreadSpec): YearDrawing => ({
  sizes: { narrow: SPREAD_NARROW, wide: SPREAD_WIDE },
  draw: (size, document) => drawSpread(spec, size, document),
  place: (size) => placeSpread(spec, size),
  marks: marksOf(spec),
  // A funnel against deprivation has another axis; figures are read in their own unit.
  unit: spec.kind === 'funnel' && spec.strip ? spec.strip.axisTitle : spec.axisTitle
});

export const toDrawing: ToDrawing = (picture) => spreadDrawing(toSpreadSpec(picture));
