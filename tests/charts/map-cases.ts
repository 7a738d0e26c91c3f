import { FIRST_MAP_YEAR, type Unit } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { defaults, type Choices } from '#lib/address/trend.ts';
import { MAP_NARROW, MAP_WIDE } from '#lib/figures/map/layout.ts';
import { drawMap } from '#lib/figures/map/draw.ts';
import { toMarkup } from '#lib/figures/prerender.ts';
import { toMapSpec, type MapOptions, type MapSpec } from '#lib/figures/map/spec.ts';
import { composeYear, type YearPicture } from '#lib/figures/year/picture.ts';
import { yearsHeld } from '#lib/figures/year/years-held.ts';
import type { Size } from '#lib/drawing/size.ts';
import { areas, basesOf, estimatesOf, fileOf, tiles } from '../site.ts';

/** The picture of one year behind a map, as the page composes it. */
export const mapPictureOf = (slug: string, unit: Unit, choices: Partial<Choices> = {}): YearPicture => {
  const measure = CATALOGUE.find((each) => each.slug === slug)!;
  const file = fileOf(slug);
  return composeYear({
    file,
    bases: basesOf(measure.variants.find(({ key }) => key === unit)!),
    measure,
    view: 'map',
    choices: { ...defaults(measure), unit, ...choices },
    years: yearsHeld(file, measure),
    areas,
    estimates: estimatesOf(slug)
  })!;
};

const PLAIN: MapOptions = { byEngland: false, byFifths: false };

/** A map as the page draws it. */
export const mapSpecOf = (
  slug: string,
  unit: Unit,
  choices: Partial<Choices> = {},
  options: Partial<MapOptions> = {}
): MapSpec => toMapSpec(mapPictureOf(slug, unit, choices), { ...PLAIN, ...options }, tiles);

const rate = (choices: Partial<Choices> = {}, options: Partial<MapOptions> = {}): MapSpec =>
  mapSpecOf('looked-after', 'rate', choices, options);
const of2025 = rate({ year: '2025' });

/** The standing cases of the map. */
export const MAP_CASES: Record<string, MapSpec> = {
  'the first year': rate({ year: String(FIRST_MAP_YEAR) }),
  'the last year': of2025,
  'chosen areas': rate({ year: '2025', areas: ['309', '908', '929', '420', '330', '926'] }),
  'around England': rate({ year: '2025', areas: ['309'] }, { byEngland: true }),
  'fifths of the year': rate({ year: '2025' }, { byFifths: true }),
  'two years compared': rate({ year: '2025', since: String(FIRST_MAP_YEAR), areas: ['309'] }),
  'some not published': mapSpecOf('plans-of-two-years-or-more', 'percent', { year: '2024' }),
  'none published': {
    ...of2025,
    classes: [],
    tiles: of2025.tiles.map((tile) => ({
      ...tile,
      value: null,
      status: 'suppressed',
      text: 'not published',
      class: null,
      reason: 'not published'
    }))
  },
  'no authorities': { ...of2025, classes: [], tiles: [] }
};

export const MAP_SIZES: Size[] = [MAP_NARROW, MAP_WIDE];

export const mapMarkup = (spec: MapSpec, size: Size): string => toMarkup((document) => drawMap(spec, size, document));
