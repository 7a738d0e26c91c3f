import {
  ENGLAND,
  FIRST_MAP_YEAR,
  LONDON,
  STATUS_WORDS,
  fullName,
  formatNumber,
  inBeing,
  dayOf,
  type Area,
  type Tiles,
  type VariantKey
} from '#lib/domain/index.ts';
import { MAP_NARROW, MAP_WIDE } from '#lib/figures/map/layout.ts';
import { drawMap } from '#lib/figures/map/draw.ts';
import { toMarkup } from '#lib/figures/prerender.ts';
import type { MapSpec, MapTile } from '#lib/figures/map/spec.ts';
import type { Size } from '#lib/drawing/size.ts';
import { differenceBetween } from '#lib/series/compare.ts';
import { slice } from '#lib/series/slice.ts';
import { classOf, toClasses, toDivergingClasses } from '#lib/figures/map/classes.ts';
import { areas, fileOf, tiles } from '../site.ts';

interface Wanted {
  measure: string;
  variant: VariantKey;
  dp: number;
  unit: string;
  year: string;
  chosen?: string[];
  scheme?: MapSpec['scheme'];
}

const REGIONS = areas.filter(({ key }) => key.startsWith('E12'));

const placeOf = ({ key, column, row, short }: Tiles, wanted: string) => {
  const i = key.indexOf(wanted);
  return { column: column[i]!, row: row[i]!, short: short[i]! };
};

/** The authorities on the map of a year. */
export const areasOnMap = (year: string): Area[] =>
  areas.filter((area) => area.level === 'Local authority' && inBeing(area, dayOf(year, 'at 31 March')));

/** The map of a measure and a year as a page would put it together. */
export const mapSpecOf = ({
  measure,
  variant,
  dp,
  unit,
  year,
  chosen = [],
  scheme = 'sequential'
}: Wanted): MapSpec => {
  const file = fileOf(measure);
  const pointOf = (key: string) => slice(file, variant, key)[0]?.points.find(({ period }) => period === year);
  const england = pointOf(ENGLAND);
  const result = areasOnMap(year).map((area) => {
    const point = pointOf(area.key);
    const status = point?.status ?? 'unavailable';
    const value = point?.value ?? null;
    const text = value === null ? STATUS_WORDS[status] : formatNumber(value, dp);
    const by = point && england && value !== null ? differenceBetween(england, point, dp) : null;
    return { area, value, status, text, by };
  });
  const isSequential = scheme === 'sequential';
  const values = result.flatMap(({ value, by }) => (isSequential ? value : by) ?? []);
  const { edges, labels } = isSequential ? toClasses(values, dp) : toDivergingClasses(values, dp);
  const classed = (value: number | null): number | null => (value === null ? null : classOf(value, edges));
  return {
    title: `${measure}, ${year}`,
    description: 'What the figures say.',
    axisTitle: unit,
    dp,
    scheme,
    grid: { columns: Math.max(...tiles.column) + 1, rows: Math.max(...tiles.row) + 1 },
    regions: REGIONS.map(({ key, name }) => ({ key, label: name })),
    classes: labels.map((label) => ({ label })),
    tiles: result.map(({ area, value, status, text, by }): MapTile => ({
      key: area.key,
      label: fullName(area),
      value,
      status,
      text,
      region: area.region ?? LONDON.whole,
      class: classed(isSequential ? value : by),
      ...placeOf(tiles, area.key),
      ...(chosen.includes(area.key) ? { slot: chosen.indexOf(area.key) + 1 } : {})
    }))
  };
};

const RATE = { measure: 'looked-after', variant: 'rate', dp: 1, unit: 'per 10,000 children' } as const;
const of2025 = mapSpecOf({ ...RATE, year: '2025' });

/** The standing cases of the map. */
export const MAP_CASES: Record<string, MapSpec> = {
  'the first year': mapSpecOf({ ...RATE, year: String(FIRST_MAP_YEAR) }),
  'the last year': of2025,
  'chosen areas': mapSpecOf({ ...RATE, year: '2025', chosen: ['309', '908', '929', '420', '330', '926'] }),
  'around England': mapSpecOf({ ...RATE, year: '2025', chosen: ['309'], scheme: 'diverging' }),
  'some not published': mapSpecOf({
    measure: 'plans-of-two-years-or-more',
    variant: 'percent',
    dp: 1,
    unit: 'Percentage of children on a plan',
    year: '2024'
  }),
  'none published': {
    ...of2025,
    classes: [],
    tiles: of2025.tiles.map((tile) => ({
      ...tile,
      value: null,
      status: 'suppressed',
      text: 'not published',
      class: null
    }))
  },
  'no authorities': { ...of2025, classes: [], tiles: [] }
};

export const MAP_SIZES: Size[] = [MAP_NARROW, MAP_WIDE];

export const mapMarkup = (spec: MapSpec, size: Size): string => toMarkup((document) => drawMap(spec, size, document));
