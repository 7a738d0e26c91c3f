import type { ToDrawing, YearDrawing } from '#lib/figures/year/drawing.ts';
import { drawRank } from './draw.ts';
import { placeRank, RANK_NARROW, RANK_WIDE } from './layout.ts';
import { toRankSpec, type RankSpec } from './spec.ts';

export const rankDrawing = (spec: RankSpec): YearDrawing => ({
  sizes: { narrow: RANK_NARROW, wide: RANK_WIDE },
  draw: (size, document) => drawRank(spec, size, document),
  place: (size) => placeRank(spec, size),
  marks: spec.rows.flatMap((row) => (row.kind === 'area' ? [row.area] : [])),
  unit: spec.axisTitle,
  inRows: true
});

export const toDrawing: ToDrawing = (picture, { extras }) => rankDrawing(toRankSpec(picture, extras.includes('all')));
