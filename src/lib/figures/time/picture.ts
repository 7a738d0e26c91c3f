import {
  BASE_YEAR,
  columnsOf,
  isAuthority,
  ENGLAND,
  capital,
  formatPeriod,
  fullName,
  inProse,
  list,
  unitsOf,
  unrounded,
  variantOf,
  yearOf,
  type Area,
  type Break,
  type Line,
  type Measure,
  type Period,
  type Point,
  type SeriesFile,
  type Unit,
  type Variant,
  type VariantKey,
  byItself
} from '#lib/domain/index.ts';
import { differsBeyondChance } from '#lib/series/area-change.ts';
import { findPoint } from '#lib/series/compare.ts';
import { isEstimated } from '#lib/series/council-figures.ts';
import { testsOf, untestable, type TestParts, type Tested } from '#lib/series/tested-changes.ts';
import type { SimilarStanding } from '#lib/series/similar-standing.ts';
import type { EstimatesFile, Why } from '#lib/statistics/estimates-file.ts';
import type { Side } from '#lib/statistics/difference.ts';
import { indexBase, indexTo } from '#lib/series/index-to.ts';
import { slice } from '#lib/series/slice.ts';
import { denominatorOf, rateKindOf, sideOf } from '#lib/series/denominator.ts';

/**
 * How a line is told from the others: England in ink, chosen areas (or the lines of one area) in the order chosen, the median
 * of similar authorities in a colour and a dash of its own.
 */
export type Slot = 'england' | 'similar' | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** A line with the name and the look that chart, table and download share. */
export interface PictureLine extends Line {
  area: Area;
  /** "Haringey", "Initial", "Haringey: initial". */
  label: string;
  /** The line's own word in a sentence: "initial". Empty where the area has one line. */
  word: string;
  slot: Slot;
  /** 0 solid, 1 dashed, 2 dotted: tells lines of one area apart; 3 dash and dot, for a median. */
  dash: 0 | 1 | 2 | 3;
  /** A shorter label for the end of the line. */
  short?: string;
  /** Of a median of similar authorities: the authority that they are similar to. */
  similarTo?: Area;
  /** Of a median: how that authority stands to the similar ones by tests, worked out when it is asked for. */
  standing?: () => SimilarStanding | Why | undefined;
}

/** What changes of councils are tested with: every area of the site, and the measure's estimates where it has any. */
export interface CouncilTests {
  areas: readonly Area[];
  estimates: EstimatesFile | undefined;
}

/** A break as the chart marks it: what lies between two periods, for which of the lines shown. */
export interface PictureBreak extends Break {
  /** Names of the lines it is for; empty where it is for all that are shown. */
  only: string[];
}

/** Something a reader must be told about the choice itself, with a unit or a year that would show more. */
export interface PictureNotice {
  text: string;
  unit?: Unit;
  /** A period that would show it. */
  year?: Period;
}

/** Everything that one state of the choices shows: drawn, said, listed and downloaded from this one value. */
export interface Picture {
  measure: Measure;
  unit: Unit;
  /** The columns behind the unit (an index is drawn from the number). */
  variant: Variant;
  dp: number;
  /** What the axis and the table head say. */
  unitLabel: string;
  lines: PictureLine[];
  breaks: PictureBreak[];
  notices: PictureNotice[];
  /** The year whose value is 100, for an index. */
  base?: Period;
  /** The last period of which the unit holds any area's figure. */
  until: Period | undefined;
  /** How a figure of a line stands to England's of the same period, as far as chance is concerned; undefined where that is not held. */
  sideAt: (line: PictureLine, point: Point) => Side | undefined;
  /** What the test of a change between two figures of a council says; undefined for other areas, and until what it needs is here. */
  changeAt: (line: PictureLine, from: Point, to: Point) => Tested | undefined;
  /** Whether two figures of England or a region differ by more than chance; undefined where that cannot be worked out. */
  differsAt: (line: PictureLine, from: Point, to: Point) => boolean | undefined;
}

/** A picture whose sentences say nothing of tests. */
export const withoutTests = (picture: Picture): Picture => ({
  ...picture,
  lines: picture.lines.map((line) => ({ ...line, standing: undefined })),
  changeAt: () => undefined
});

/** What the axis and the table head say of a variant: "per 10,000 children". */
export const unitLabelOf = (variant: Variant): string =>
  variant.key === 'rate' ? 'per 10,000 children' : variant.unit;

const applies = (each: Break, line: PictureLine): boolean =>
  (each.level === 'all' || each.level === line.area.level) && (!each.areas.length || each.areas.includes(line.areaKey));

const indicatorOf = (variant: Variant, line: Line): string =>
  variant.lines?.find(({ key }) => key === line.line)?.indicator ?? variant.indicator;

/** The breaks that lie within the lines shown, each once. */
export const breaksOf = (file: SeriesFile, variant: Variant, lines: PictureLine[]): PictureBreak[] =>
  file.breaks.flatMap((each) => {
    const touched = lines.filter((line) => {
      if (indicatorOf(variant, line) !== each.indicator || !applies(each, line)) return false;
      const held = line.points.filter(({ value }) => value !== null).map(({ period }) => period);
      return held.some((period) => period <= each.lastBefore) && held.some((period) => period >= each.firstAfter);
    });
    if (!touched.length) return [];
    return [{ ...each, only: touched.length === lines.length ? [] : touched.map(({ label }) => label) }];
  });

/** A label inside a sentence: "number by month, England". */
const lower = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

/** Says why an area that was chosen has no line, and which unit would show it. */
const missing = (file: SeriesFile, measure: Measure, unit: Unit, area: Area): PictureNotice => {
  const others = unitsOf(measure).filter(
    ({ key }) => key !== unit && key !== 'index' && slice(file, key as VariantKey, area.key).some(isHeld)
  );
  const name = inProse(area);
  const label = unitsOf(measure).find(({ key }) => key === unit)?.label ?? unit;
  if (!others.length)
    return {
      text: `No figures of this measure are held for ${name}${area.level === 'National' ? '' : ', only for others'}.`
    };
  return {
    text: `For ${name} no figures are held as: ${lower(label)}. They are held as: ${list(others.map((each) => lower(each.label)))}.`,
    unit: others[0]!.key
  };
};

/** False for a line that is "not applicable" throughout, which is none: a single assessment before there were any. */
const isHeld = ({ points }: Line): boolean => points.some(({ status }) => status !== 'not applicable');

/** A line's own word of more letters than this loses what is in brackets at the end of the line. */
const LONG_WORD = 40;

const toLines = (file: SeriesFile, variant: Variant, area: Area, slot: Slot, alone: boolean): PictureLine[] => {
  const labels = new Map(file.variants[variant.key]?.lines.map(({ key, label }) => [key, label]));
  const held = slice(file, variant.key, area.key).filter(isHeld);
  return held.map((line, i) => {
    const word = labels.get(line.line) ?? '';
    const label = !word ? fullName(area) : alone ? word : `${fullName(area)}: ${word.toLowerCase()}`;
    return {
      ...line,
      area,
      word: word.toLowerCase(),
      label,
      // What a line consists of is in the table: at its end there is room for its name alone.
      ...(word.length > LONG_WORD ? { short: label.replace(/ \([^)]*\)$/, '') } : {}),
      slot: word && alone ? ((i + 1) as Slot) : slot,
      dash: word && !alone ? (Math.min(i, 2) as 0 | 1 | 2) : 0
    };
  });
};

/** Says which of a variant's lines an area lacks while it has others. */
const without = (file: SeriesFile, variant: Variant, area: Area): PictureNotice[] => {
  const held = new Set(
    slice(file, variant.key, area.key)
      .filter(isHeld)
      .map(({ line }) => line)
  );
  const none = (file.variants[variant.key]?.lines ?? []).filter(({ key }) => !held.has(key));
  return none.length
    ? [{ text: `For ${inProse(area)} no figures are held of: ${list(none.map(({ label }) => lower(label)))}.` }]
    : [];
};

/** What tells how figures of lines stand to England's, where what they are out of is held. */
const sideBy = (
  file: SeriesFile,
  variant: Variant,
  lines: PictureLine[],
  bases: SeriesFile | undefined
): Picture['sideAt'] => {
  const england = lines.find(({ area }) => area.level === 'National');
  const kind = rateKindOf(variant);
  if (!england || !kind || !bases) return () => undefined;
  return (line, point) => {
    const theirs = findPoint(england, point.period);
    const base = point.value === null ? undefined : denominatorOf(variant, bases, line.areaKey, point.period);
    if (line === england || !theirs || theirs.value === null || !base) return undefined;
    return sideOf({ file, area: line.areaKey, line: line.line }, point, base, unrounded(theirs), kind);
  };
};

const ONLY_RATES: Why = { why: 'only rates are tested, as numbers follow how many children there are' };

/** What tests the changes of councils, once there is something to test them with. */
const changeBy =
  (
    parts: Omit<TestParts, 'areas' | 'estimates'>,
    { variants }: Measure,
    councils: () => CouncilTests | undefined
  ): Picture['changeAt'] =>
  (line, from, to) => {
    const given = line.area.level === 'Local authority' && !line.similarTo ? councils() : undefined;
    if (!given) return undefined;
    if (parts.variant.key === 'number' && variants.some(isEstimated)) return ONLY_RATES;
    return untestable(line.area) ?? testsOf({ ...parts, ...given }, from.period, to.period).of(line.areaKey, from);
  };

/**
 * Brings the choices and the figures together. `file` may hold more areas than are shown; `chosen` are the areas beside
 * England, in order; `bases` is the series file of what the figures are out of; `councils` gives what changes are tested with, asked
 * for when a change is. Numbers of an area are shown without England's, which would flatten them.
 */
export const compose = (
  file: SeriesFile,
  measure: Measure,
  unit: Unit,
  england: Area,
  chosen: Area[],
  bases?: SeriesFile,
  councils: () => CouncilTests | undefined = () => undefined
): Picture => {
  const variant = columnsOf(measure, unit);
  const notices: PictureNotice[] = [];
  const found = chosen.map((area, i) => ({ area, lines: toLines(file, variant, area, (i + 1) as Slot, false) }));
  for (const { area, lines } of found)
    notices.push(...(lines.length ? without(file, variant, area) : [missing(file, measure, unit, area)]));
  let lines = found.flatMap((each) => each.lines);

  const isCount = unit === 'number' && variant.unit !== '%';
  const withEngland = toLines(file, variant, england, 'england', !lines.length);
  if (!isCount || !lines.length) lines = [...withEngland, ...lines];
  else if (withEngland.length)
    notices.push({
      text: `England is left out of this chart and its table: its number would flatten the others.${variantOf(measure, 'rate') ? ' Rates compare them.' : ''}`
    });

  let base: Period | undefined;
  if (unit === 'index') {
    base = indexBase(lines);
    if (base) lines = lines.map((line) => indexTo(line, base!));
    else {
      const kept = indexBase(withEngland);
      base = kept;
      const left = lines.filter((line) => !kept || !indexTo(line, kept).points.length);
      notices.push({
        text: `${capital(list(left.map(({ area }) => inProse(area))))} cannot be indexed here: there is no year from ${BASE_YEAR} on in which each line has a figure above zero.`,
        unit: 'number'
      });
      lines = kept ? lines.filter((line) => !left.includes(line)).map((line) => indexTo(line, kept)) : [];
    }
  }

  const unitLabel =
    unit === 'index' && base ? `${capital(byItself(base, variant.timing))} = 100` : unitLabelOf(variant);
  return {
    measure,
    unit,
    variant,
    dp: unit === 'index' ? 1 : variant.dp,
    unitLabel,
    lines,
    breaks: breaksOf(file, variant, lines),
    notices,
    ...(base ? { base } : {}),
    until: file.variants[variant.key]?.periods.at(-1),
    sideAt: sideBy(file, variant, lines, unit === variant.key ? bases : undefined),
    changeAt: changeBy({ file, bases, variant }, measure, councils),
    differsAt: ({ areaKey: area, line }, from, to) =>
      unit === 'index' ? undefined : differsBeyondChance({ file, bases, variant, area, line }, from, to)
  };
};

/** The years that a variant holds for England, for regions and for authorities: "England 1994 to 2025". */
export const coverage = (file: SeriesFile, variant: VariantKey): { level: string; first: string; last: string }[] => {
  const columns = file.variants[variant];
  if (!columns) return [];
  const levels = [
    { level: 'England', is: (key: string) => key === ENGLAND },
    { level: 'regions', is: (key: string) => key !== ENGLAND && key.length > 3 },
    { level: 'authorities', is: isAuthority }
  ];
  return levels.flatMap(({ level, is }) => {
    const periods = columns.area.flatMap((area, at) => {
      if (!is(file.areas[area]!)) return [];
      const from = columns.from[at]!;
      return columns.value[at]!.flatMap((value, i) => (value === null ? [] : [columns.periods[from + i]!]));
    });
    if (!periods.length) return [];
    const sorted = periods.sort();
    return [{ level, first: formatPeriod(sorted[0]!), last: formatPeriod(sorted.at(-1)!) }];
  });
};

/** The years between the first and the last figure shown, for a heading: "2001 to 2025". */
export const span = (lines: Line[]): string => {
  const years = lines.flatMap((line) =>
    line.points.filter(({ value }) => value !== null).map(({ period }) => yearOf(period))
  );
  return years.length ? `${Math.min(...years)} to ${Math.max(...years)}` : '';
};

/** How a picture's unit reads in a caption: "per 10,000 children", "number", "per cent". */
export const unitWords = (picture: Pick<Picture, 'unit' | 'unitLabel'>): string => {
  if (picture.unit === 'number' || picture.unit === 'started') return 'number';
  if (picture.unit === 'month') return 'number by month';
  if (picture.unit === 'percent') return 'per cent';
  return picture.unitLabel;
};

/** The caption of a picture: what, in which unit, which years. */
export const captionOf = (picture: Picture): string =>
  [picture.measure.title, unitWords(picture), span(picture.lines)].filter(Boolean).join(', ');
