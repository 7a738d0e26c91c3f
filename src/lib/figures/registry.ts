import type { Extra } from '#lib/address/trend.ts';
import type { Size } from '#lib/drawing/size.ts';
import type { ToDrawing } from '#lib/figures/year/drawing.ts';

/**
 * Every kind of figure. A new kind is a folder beside this file and a line here. `draw` fetches the code that draws a spec, Plot
 * included; a view of one year has `drawing` instead, which makes a drawing of a picture of that year.
 *
 * A kind with a `tab` is a view of every measure, with a page and an embedded chart at `path`: `heading` is what its downloads are
 * called, `choices` are the controls above it, `needsTiles` says that it is drawn from the places of councils on the map,
 * `showsBothYears` that it shows both years of a change, `alternative` another drawing of the same that is fetched once it is chosen, `hasLimits` that its sentences say how many councils lie beyond limits of chance.
 */
const KINDS = {
  time: { tab: 'Over time', path: '', draw: async () => (await import('#lib/figures/time/draw.ts')).drawTime },
  rank: {
    tab: 'Ranked',
    path: 'ranked',
    heading: 'Councils in order',
    choices: ['order', 'since', 'all'],
    drawing: async () => (await import('#lib/figures/rank/drawing.ts')).toDrawing
  },
  map: {
    tab: 'Map',
    path: 'map',
    heading: 'Map of councils',
    choices: ['boundaries', 'since', 'england', 'fifths'],
    needsTiles: true,
    showsBothYears: true,
    drawing: async () => (await import('#lib/figures/map/drawing.ts')).toDrawing,
    alternative: {
      extra: 'boundaries',
      drawing: async () => (await import('#lib/figures/map/geography.ts')).toGeography
    }
  },
  spread: {
    tab: 'Spread',
    path: 'spread',
    heading: 'Spread of councils',
    choices: ['deprived'],
    hasLimits: true,
    drawing: async () => (await import('#lib/figures/spread/drawing.ts')).toDrawing
  },
  panels: { draw: async () => (await import('#lib/figures/panels/draw.ts')).drawPanels },
  compare: { draw: async () => (await import('#lib/figures/compare/draw.ts')).drawCompare },
  segments: { draw: async () => (await import('#lib/figures/segments/draw.ts')).drawSegments },
  slope: { draw: async () => (await import('#lib/figures/slope/draw.ts')).drawSlope }
} as const;

type Kinds = typeof KINDS;

type KindsWith<Field extends string> = {
  [Kind in keyof Kinds]: Kinds[Kind] extends Readonly<Record<Field, unknown>> ? Kind : never;
}[keyof Kinds];

/** A way in which one measure is looked at: a tab, and a page of its own. */
export type View = KindsWith<'tab'>;

/** A view that shows one year of many areas. */
export type YearView = KindsWith<'drawing'>;

/** A control that a view of one year can have, beside year and unit. */
export type YearChoice = 'order' | 'since' | 'all' | 'england' | 'fifths' | 'deprived' | 'boundaries';

interface ViewDetails {
  tab: string;
  path: string;
  heading?: string;
  choices?: readonly YearChoice[];
  needsTiles?: boolean;
  showsBothYears?: boolean;
  hasLimits?: boolean;
  alternative?: { extra: Extra; drawing: () => Promise<ToDrawing> };
}

const keysWith = <Kind extends keyof Kinds>(field: string): Kind[] =>
  (Object.keys(KINDS) as Kind[]).filter((kind) => field in KINDS[kind]);

/** All views, in the order of their tabs. */
export const VIEWS: readonly View[] = keysWith<View>('tab');

export const YEAR_VIEWS: readonly YearView[] = keysWith<YearView>('drawing');

/** What the site says of a view, and what the view needs. */
export const detailsOf = (view: View): ViewDetails => KINDS[view];

/** The view at a part of an address: over time where there is none. Undefined where no view is there. */
export const viewAt = (path = ''): View | undefined => VIEWS.find((view) => KINDS[view].path === path);

/** True of a view that shows one year of many areas. */
export const isYearView = (view: View | undefined): view is YearView => YEAR_VIEWS.some((each) => each === view);

/** Fetches what makes drawings for a view of one year. */
export const fetchYearDrawing = (view: YearView) => KINDS[view].drawing();

type DrawingKind = KindsWith<'draw'>;

type DrawOf<Kind extends DrawingKind> = Awaited<ReturnType<Kinds[Kind]['draw']>>;

type SpecDrawing = { [Kind in DrawingKind]: { kind: Kind; spec: Parameters<DrawOf<Kind>>[0] } }[DrawingKind];

/** Draws at a size. */
type Draw = (size: Size) => SVGSVGElement;

/** What is to be drawn: the spec of a kind, or what draws it where the code for that is here. */
export type Drawing = SpecDrawing | { draw: Draw };

type DrawSpec = (spec: SpecDrawing['spec'], size: Size) => SVGSVGElement;

const loaded = new Map<DrawingKind, DrawSpec>();

/** Fetches the code that draws figures of a kind, once. */
export const chartCode = async (kind: DrawingKind = 'time'): Promise<void> => {
  // A drawing's spec is of its own kind, which the type of a map cannot say.
  if (!loaded.has(kind)) loaded.set(kind, (await KINDS[kind].draw()) as DrawSpec);
};

/** Fetches the code that a drawing needs and that is not here. */
export const fetchCode = async (drawing: Drawing): Promise<void> => {
  if (!('draw' in drawing)) await chartCode(drawing.kind);
};

/** How to draw, if the code for it is here: a second `import()` would cost a frame. */
export const drawNow = (drawing: Drawing): Draw | undefined => {
  if ('draw' in drawing) return drawing.draw;
  const draw = loaded.get(drawing.kind);
  return draw && ((size) => draw(drawing.spec, size));
};

/** Draws at a size, once the code for it has arrived. */
export const drawAt = async (drawing: Drawing, size: Size): Promise<SVGSVGElement> => {
  await fetchCode(drawing);
  return drawNow(drawing)!(size);
};
