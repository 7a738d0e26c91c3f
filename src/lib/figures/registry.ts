import type { CompareSpec } from '#lib/figures/compare/layout.ts';
import type { TimeSpec } from '#lib/figures/time/spec.ts';
import type { Size } from '#lib/drawing/size.ts';
import type { SegmentsSpec } from '#lib/figures/segments/layout.ts';
import type { SlopeSpec } from '#lib/figures/slope/layout.ts';
import type { SpreadSpec } from '#lib/figures/spread/spec.ts';
import type { MapSpec } from '#lib/figures/map/spec.ts';
import type { RankSpec } from '#lib/figures/rank/spec.ts';

/** What is to be drawn, by its kind. */
export type Drawing =
  | { kind: 'time'; spec: TimeSpec }
  | { kind: 'panels'; spec: TimeSpec }
  | { kind: 'rank'; spec: RankSpec }
  | { kind: 'map'; spec: MapSpec }
  | { kind: 'spread'; spec: SpreadSpec }
  | { kind: 'compare'; spec: CompareSpec }
  | { kind: 'segments'; spec: SegmentsSpec }
  | { kind: 'slope'; spec: SlopeSpec };

type DrawingKind = Drawing['kind'];

/** Draws at a size. */
type Draw = (size: Size) => SVGSVGElement;

// The code of each kind, with Plot; once it is here it is here to stay.
const codes = {
  time: () => import('#lib/figures/time/draw.ts'),
  panels: () => import('#lib/figures/panels/draw.ts'),
  rank: () => import('#lib/figures/rank/draw.ts'),
  map: () => import('#lib/figures/map/draw.ts'),
  spread: () => import('#lib/figures/spread/draw.ts'),
  compare: () => import('#lib/figures/compare/draw.ts'),
  segments: () => import('#lib/figures/segments/draw.ts'),
  slope: () => import('#lib/figures/slope/draw.ts')
};

type Codes = { [Kind in DrawingKind]?: Awaited<ReturnType<(typeof codes)[Kind]>> };

const loaded: Codes = {};

/** Fetches the code that draws charts of a kind. */
export const chartCode = async (kind: DrawingKind = 'time'): Promise<void> => {
  if (!loaded[kind]) Object.assign(loaded, { [kind]: await codes[kind]() });
};

/** How to draw, if the code for it is here: a second `import()` would cost a frame. */
export const drawNow = (drawing: Drawing): Draw | undefined => {
  switch (drawing.kind) {
    case 'time':
      return loaded.time && ((size) => loaded.time!.drawTime(drawing.spec, size));
    case 'panels':
      return loaded.panels && ((size) => loaded.panels!.drawPanels(drawing.spec, size));
    case 'rank':
      return loaded.rank && ((size) => loaded.rank!.drawRank(drawing.spec, size));
    case 'map':
      return loaded.map && ((size) => loaded.map!.drawMap(drawing.spec, size));
    case 'spread':
      return loaded.spread && ((size) => loaded.spread!.drawSpread(drawing.spec, size));
    case 'compare':
      return loaded.compare && ((size) => loaded.compare!.drawCompare(drawing.spec, size));
    case 'segments':
      return loaded.segments && ((size) => loaded.segments!.drawSegments(drawing.spec, size));
    case 'slope':
      return loaded.slope && ((size) => loaded.slope!.drawSlope(drawing.spec, size));
    default:
      return drawing satisfies never;
  }
};

/** Draws at a size, once the code for it has arrived. */
export const drawAt = async (drawing: Drawing, size: Size): Promise<SVGSVGElement> => {
  await chartCode(drawing.kind);
  return drawNow(drawing)!(size);
};
