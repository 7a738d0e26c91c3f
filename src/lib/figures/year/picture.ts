import {
  isAuthority,
  columnsOf,
  ENGLAND,
  byName,
  dayOf,
  formatDate,
  inBeing,
  inProse,
  round,
  similarTo,
  type Area,
  type LineSource,
  type Measure,
  type Period,
  type SeriesFile,
  type Similar,
  type Variant
} from '#lib/domain/index.ts';
import { isEstimated, whyNotEstimated } from '#lib/series/council-figures.ts';
import {
  adjustedIn,
  isWhy,
  placeRangeIn,
  spreadIn,
  type AdjustedSpread,
  type PlaceRange
} from '#lib/series/estimates.ts';
import { slice } from '#lib/series/slice.ts';
import type { EstimatesFile, Why } from '#lib/statistics/estimates-file.ts';
import type { RateKind } from '#lib/statistics/limits.ts';
import type { LogSpread } from '#lib/statistics/over-dispersion.ts';
import { quartiles, rank, type Unpublished } from '#lib/statistics/rank.ts';
import type { Choices, Order, YearsHeld } from '#lib/address/trend.ts';
import { unitLabelOf, type PictureNotice } from '#lib/figures/time/picture.ts';
import { TOO_SMALL, rateKindOf } from '#lib/series/denominator.ts';
import { testsOf } from '#lib/series/tested-changes.ts';
import { fromEnd } from '#lib/figures/claims.ts';
import { detailsOf, type YearView } from '#lib/figures/registry.ts';
import {
  authoritiesOf,
  ordered,
  comparedToEngland,
  unpublishedOf,
  type Reading,
  type AreaResult
} from './area-result.ts';

/** Everything that one period of many areas shows: drawn, said, listed and downloaded from this one value. */
export interface YearPicture {
  measure: Measure;
  variant: Variant;
  dp: number;
  unitLabel: string;
  view: YearView;
  year: Period;
  /** The periods that can be chosen. */
  years: readonly Period[];
  since?: Period;
  /** The councils of the earlier year with their figures then, where a view shows both years. */
  earlier?: { year: Period; councils: AreaResult[] };
  /** The line shown, where the variant holds several, and all of them. */
  line?: LineSource;
  order: Order;
  england?: AreaResult;
  /** Regions chosen, and the region of the first authority chosen. */
  regions: AreaResult[];
  /** Authorities with a place, in order of it (by name where that was asked for). */
  ranked: AreaResult[];
  /** Authorities in being without a place: no figure, not comparable, or too small. */
  unranked: AreaResult[];
  /** Absent where there are few, and where figures that are not published leave them open. */
  quartiles?: [number, number, number];
  /** How many of those apart are held back as small counts: they count among the places, which are then ranges. */
  unpublished: number;
  /** The lowest and the highest that any of them can be, rounded as figures are. */
  unpublishedEnds?: Unpublished;
  kind?: RateKind;
  /** Why ranks have no range; absent where they have one, and in an order by change. */
  noRange?: Why;
  /** How far councils usually lie from England's figure, which draws the wider limits of the spread; or why there are none. */
  spread?: LogSpread | Why;
  /** Rates set against the rate usual at each council's deprivation score; absent of other views and figures. */
  adjusted?: AdjustedSpread | Why;
  /** True where the reader chose to have the funnel drawn of those rates, and they are known. */
  againstDeprivation?: true;
  /** By how much more than chance figures usually move in a year, which the tests of changes allow for; or why there are none. */
  tests?: { phi: number } | Why;
  /** All figures of authorities that can be ranked, of all periods: what an axis or a scale must hold to stand still. */
  everyValue: number[];
  /** The councils most similar to the first chosen one, where a view marks them. */
  similar?: { to: Area; keys: string[]; model: string };
  notices: PictureNotice[];
}

/** What a picture of one year is composed of. */
interface YearParts {
  file: SeriesFile;
  bases?: SeriesFile | undefined;
  measure: Measure;
  view: YearView;
  choices: Choices;
  years: YearsHeld;
  /** Every area of the site. */
  areas: readonly Area[];
  /** Where councils may stand once chance is allowed for; without it places have no ranges. */
  estimates?: EstimatesFile | undefined;
  /** Which councils are similar to which; without it none are marked as similar. */
  similar?: Similar | undefined;
}

/** The line that is shown of a variant with several: the one asked for, or the first with figures of authorities then. */
const lineOf = ({ file, choices, areas }: YearParts, variant: Variant, period: Period): string => {
  const lines = file.variants[variant.key]?.lines.map(({ key }) => key) ?? [];
  if (lines.length < 2) return lines[0] ?? 'all';
  const holds = (line: string): boolean =>
    areas.some(
      ({ key, level }) =>
        level === 'Local authority' &&
        slice(file, variant.key, key).some(
          (each) => each.line === line && each.points.some((point) => point.period === period && point.value !== null)
        )
    );
  return choices.line !== undefined && lines.includes(choices.line) ? choices.line : (lines.find(holds) ?? lines[0]!);
};

/** Says why a chosen area has no mark: it did not exist then, and when it did. */
const notThen = (area: Area, variant: Variant, period: Period, years: readonly Period[]): PictureNotice | undefined => {
  const day = dayOf(period, variant.timing);
  if (inBeing(area, day)) return undefined;
  const inIts = years.filter((year) => inBeing(area, dayOf(year, variant.timing)));
  const near = (area.began ?? '') > day ? inIts[0] : inIts.at(-1);
  const why =
    (area.began ?? '') > day ? `it began on ${formatDate(area.began!)}` : `it ended on ${formatDate(area.ended!)}`;
  return {
    text: `${inProse({ ...area, ended: undefined } as Area)} did not exist on ${formatDate(day)}: ${why}.`,
    ...(near ? { year: near } : {})
  };
};

/** True for the key of an authority that is ranked where it has a figure. */
const isLarge = (key: string): boolean => isAuthority(key) && !TOO_SMALL.includes(key);

/** What is said where the funnel was to be drawn against deprivation and is not. */
const notAgainstDeprivation = (variant: Variant, adjusted: AdjustedSpread | Why | undefined): PictureNotice => {
  const why =
    variant.key !== 'rate'
      ? 'only rates are'
      : !adjusted
        ? 'the scores are of 2019, which is too far from this year'
        : isWhy(adjusted)
          ? adjusted.why
          : '';
  return { text: `These figures are not set against deprivation, as ${why}.` };
};

/** Every figure of authorities that a unit and line hold, over all periods. */
const everyValueOf = (file: SeriesFile, variant: Variant, line: string): number[] => {
  const columns = file.variants[variant.key];
  if (!columns) return [];
  return columns.value.flatMap((values, at) =>
    isLarge(file.areas[columns.area[at]!]!) && columns.lines[columns.line[at]!]!.key === line
      ? values.filter((value): value is number => value !== null)
      : []
  );
};

/** The regions that are marked: those chosen, and the one that the first chosen authority lies in. */
const regionsOf = (areas: readonly Area[], chosen: Area[]): { area: Area; slot: number | 'region' }[] => {
  const own = chosen.flatMap((area, i) => (area.level === 'Regional' ? [{ area, slot: i + 1 }] : []));
  const first = chosen.find(({ level }) => level === 'Local authority')?.region;
  const region = areas.find(({ key }) => key === first);
  return region && !own.some(({ area }) => area.key === region.key)
    ? [...own, { area: region, slot: 'region' as const }]
    : own;
};

type Cuts = [number, number, number];

/** The councils most similar to the first chosen one. */
const similarOf = ({ similar }: YearParts, chosen: readonly Area[]): Pick<YearPicture, 'similar'> => {
  const to = chosen.find(({ level }) => level === 'Local authority');
  const keys = to && similar ? similarTo(similar, to.key) : [];
  return to && similar && keys.length ? { similar: { to, keys, model: similar.model } } : {};
};

/** Quarters are made of this many authorities or more. */
const LEAST_QUARTERED = 8;

/** The three cuts between quarters; undefined where few figures are known, and where unpublished ones leave them open. */
const cutsOf = (values: number[], unpublished: readonly Unpublished[], dp: number): Cuts | undefined => {
  if (values.length < LEAST_QUARTERED) return undefined;
  const [low, high] = [
    quartiles([...values, ...unpublished.map((each) => each.low)]),
    quartiles([...values, ...unpublished.map((each) => Math.min(each.high, Number.MAX_SAFE_INTEGER))])
  ];
  return low.every((cut, i) => round(cut, dp) === round(high[i]!, dp)) ? low : undefined;
};

/** Numbers follow the size of a council, whatever chance does. */
const BY_SIZE: Why = { why: 'a number follows the size of a council' };

/** Where each council may rank once chance is allowed for, from the end that comes first, or why that is not known. */
const rangesOf = ({ estimates, choices }: YearParts, variant: Variant, period: Period) => {
  const asked = { file: estimates, unit: variant.key, period };
  return (key: string): PlaceRange | Why => {
    if (variant.key === 'number' || variant.key === 'started') return BY_SIZE;
    if (!isEstimated(variant)) return whyNotEstimated(variant);
    const found = placeRangeIn(asked, key);
    return isWhy(found) ? found : fromEnd(found, choices.order === 'low' ? 'lowest' : 'highest');
  };
};

const withRange = (found: PlaceRange | Why): Pick<AreaResult, 'range'> => (isWhy(found) ? {} : { range: found });

/**
 * Brings the choices and the figures of one period together. Undefined where no figures of authorities are held in the unit.
 * Ranked are authorities with a figure, or with a comparable change where one was asked for; City of London and the Isles of
 * Scilly have too few children and stand apart.
 */
export const composeYear = (parts: YearParts): YearPicture | undefined => {
  const { file, bases, measure, view, choices, areas } = parts;
  const variant = columnsOf(measure, choices.unit);
  const years = parts.years[variant.key] ?? [];
  const year = choices.year !== undefined && years.includes(choices.year) ? choices.year : years.at(-1);
  if (year === undefined) return undefined;
  const line = lineOf(parts, variant, year);
  const kind = detailsOf(view);
  const isChange = kind.choices?.includes('since') && choices.since !== undefined && choices.since < year;
  const since = isChange ? choices.since : undefined;
  const reading: Reading = { file, bases, variant, line, period: year, since };
  const chosen = choices.areas.flatMap((key) => areas.find((area) => area.key === key) ?? []);
  const slotOf = new Map(chosen.map(({ key }, i) => [key, i + 1]));

  const nation = areas.find(({ key }) => key === ENGLAND)!;
  const compares = variant.key !== 'number' && variant.key !== 'started';
  const england = compares ? comparedToEngland(reading, nation, 'england', undefined) : undefined;
  const regions = compares
    ? regionsOf(areas, chosen).map(({ area, slot }) => comparedToEngland(reading, area, slot, england))
    : [];
  const all = authoritiesOf(areas, variant, year).map((area) =>
    comparedToEngland(reading, area, slotOf.get(area.key), england)
  );
  const councilsIn = (period: Period): AreaResult[] =>
    authoritiesOf(areas, variant, period).map((area) =>
      comparedToEngland({ ...reading, period, since: undefined }, area, slotOf.get(area.key), undefined)
    );

  const valueOf = (result: AreaResult): number | null => ordered(result, since);
  const isRanked = (result: AreaResult): boolean => !TOO_SMALL.includes(result.area.key) && valueOf(result) !== null;
  const candidates = all.filter(isRanked);
  const unpublished = all
    .filter(({ area }) => !TOO_SMALL.includes(area.key))
    .flatMap((result) => (isRanked(result) ? [] : (unpublishedOf(reading, result) ?? [])));
  const places = rank(
    candidates.map((result) => ({ key: result.area.key, value: valueOf(result)! })),
    variant.dp,
    choices.order === 'low' ? 'lowest' : 'highest',
    unpublished
  );
  const values = candidates.map((result) => valueOf(result)!);
  const cuts = cutsOf(values, unpublished, variant.dp);
  const rangeOf = rangesOf(parts, variant, year);
  const tests = since === undefined ? undefined : testsOf({ ...parts, variant }, since, year);
  const ranked = candidates
    .map((result) => ({
      ...result,
      rank: places.get(result.area.key)!,
      ...(tests
        ? result.change
          ? { tested: tests.of(result.area.key, result.change.from) }
          : {}
        : withRange(rangeOf(result.area.key)))
    }))
    .sort(
      (a, b) =>
        (choices.order === 'name' ? 0 : a.rank.place - b.rank.place) || byName({ name: a.label }, { name: b.label })
    );

  const rateKind = rateKindOf(variant);
  const adjusted = kind.hasLimits ? adjustedIn({ file: parts.estimates, unit: variant.key, period: year }) : undefined;
  const asksDeprivation = kind.choices?.includes('deprived') && choices.extras.includes('deprived');
  const isAgainstDeprivation = asksDeprivation && adjusted && !isWhy(adjusted);
  const withoutRange = tests ? undefined : ranked.find(({ range }) => !range);
  const noRange = withoutRange && rangeOf(withoutRange.area.key);

  return {
    measure,
    variant,
    dp: variant.dp,
    unitLabel: unitLabelOf(variant),
    view,
    year,
    years,
    ...(since === undefined ? {} : { since }),
    ...(since !== undefined && kind.showsBothYears ? { earlier: { year: since, councils: councilsIn(since) } } : {}),
    ...(variant.lines ? { line: variant.lines.find(({ key }) => key === line)! } : {}),
    order: choices.order,
    ...(england && england.point.value !== null ? { england } : {}),
    regions: regions.filter(({ point }) => point.value !== null),
    ranked,
    unranked: all.filter((result) => !isRanked(result)).sort((a, b) => byName({ name: a.label }, { name: b.label })),
    ...(cuts ? { quartiles: cuts } : {}),
    unpublished: unpublished.length,
    ...(unpublished.length
      ? {
          unpublishedEnds: {
            low: round(Math.min(...unpublished.map(({ low }) => low)), variant.dp),
            high: round(Math.max(...unpublished.map(({ high }) => high)), variant.dp)
          }
        }
      : {}),
    ...(rateKind ? { kind: rateKind } : {}),
    ...(noRange && isWhy(noRange) ? { noRange } : {}),
    ...(kind.hasLimits && rateKind
      ? { spread: spreadIn({ file: parts.estimates, unit: variant.key, period: year }) }
      : {}),
    ...(adjusted ? { adjusted } : {}),
    ...(isAgainstDeprivation ? { againstDeprivation: true } : {}),
    ...(tests ? { tests: tests.all } : {}),
    everyValue: everyValueOf(file, variant, line),
    ...(kind.hasLimits ? similarOf(parts, chosen) : {}),
    notices: [
      ...chosen.flatMap((area) => notThen(area, variant, year, years) ?? []),
      ...(asksDeprivation && !isAgainstDeprivation ? [notAgainstDeprivation(variant, adjusted)] : [])
    ]
  };
};

/** Every area that a picture of one year shows, in the order of its table. */
export const resultsOf = ({ england, regions, ranked, unranked }: YearPicture): AreaResult[] => [
  ...(england ? [england] : []),
  ...regions,
  ...ranked,
  ...unranked
];
