import type { AREA_COLUMNS, RowOf } from '#lib/domain/columns.ts';
import {
  ENGLAND,
  symbolOf,
  type AreaRecord,
  type Break,
  type Line,
  type Measure,
  type Note,
  type Point,
  type SeriesFile,
  type Variant
} from '#lib/domain/index.ts';
import { areaCells, figureCells, numberCell } from '#lib/domain/row-cells.ts';
import { yearBefore } from '#lib/series/changes.ts';
import { comparableAt, differenceBetween } from '#lib/series/compare.ts';
import { isEstimated, whyNotEstimated } from '#lib/series/council-figures.ts';
import { isWhy, placeRangeIn } from '#lib/series/estimates.ts';
import { ranksIn } from '#lib/series/ranks.ts';
import { slice } from '#lib/series/slice.ts';
import { untestable } from '#lib/series/tested-changes.ts';
import type { EstimatesFile } from '#lib/statistics/estimates-file.ts';
import { placeSign } from '#lib/statistics/rank.ts';
import type { ChangesFile } from '../estimates/changes.ts';

/** One figure of an area with everything that is known of it. */
export type AreaFigure = RowOf<typeof AREA_COLUMNS>;

const appliesTo = (each: Break, indicator: string, area: AreaRecord): boolean =>
  each.indicator === indicator &&
  (each.level === 'all' || each.level === area.level) &&
  (!each.areas.length || each.areas.includes(area.key));

const notesAt = (notes: readonly Note[], point: Point): string =>
  notes
    .filter((note) => note.first <= point.period && point.period <= note.last)
    .map(({ note }) => note)
    .join(' ');

/** What is known of a measure beside its figures. */
interface MeasureParts {
  measure: Measure;
  file: SeriesFile;
  /** What is estimated from all councils at once, and the tests of changes from year to year; undefined where chance cannot be worked out. */
  estimates: EstimatesFile | undefined;
  changes: ChangesFile | undefined;
}

/** What rows of all areas share. */
interface Shared {
  areas: readonly AreaRecord[];
  basesOf: (variant: Variant) => SeriesFile | undefined;
  /** The word of a data set for its periods. */
  timeIdentifierOf: (dataSet: string) => string;
}

type PlaceCells = Pick<
  AreaFigure,
  'place' | 'place_of' | 'place_from' | 'place_range_first' | 'place_range_last' | 'quarter' | 'place_range_why'
>;

const NO_PLACE: PlaceCells = {
  place: '',
  place_of: '',
  place_from: '',
  place_range_first: '',
  place_range_last: '',
  quarter: '',
  place_range_why: ''
};

/** A council's rank among all in a period, from the highest, with its range, or why it has none. Numbers follow the size of a council: they have no rank. */
const placeAt = (
  { file, estimates }: MeasureParts,
  { areas, basesOf }: Shared,
  variant: Variant,
  { areaKey, line }: Line,
  { period }: Point
): PlaceCells => {
  if (variant.key === 'number') return NO_PLACE;
  const place = ranksIn({ file, bases: basesOf(variant), variant, line, areas }, period).get(areaKey);
  if (!place) return NO_PLACE;
  const range = isEstimated(variant)
    ? placeRangeIn({ file: estimates, unit: variant.key, period }, areaKey)
    : whyNotEstimated(variant);
  const given = { ...NO_PLACE, place: placeSign(place), place_of: String(place.of), place_from: 'highest' };
  return isWhy(range)
    ? { ...given, place_range_why: range.why }
    : {
        ...given,
        place_range_first: String(range.first),
        place_range_last: String(range.last),
        quarter: String(range.quarter ?? '')
      };
};

type ChangeCells = Pick<
  AreaFigure,
  'change_since' | 'value_then' | 'change' | 'change_verdict' | 'change_95_low' | 'change_95_high'
>;

/** The change from the year before, and what its test says where it was tested. */
const changeAt = (
  changes: ChangesFile | undefined,
  variant: Variant,
  area: AreaRecord,
  line: Line,
  point: Point
): ChangeCells => {
  const from = point.value === null ? undefined : comparableAt(line, point, yearBefore(point.period));
  const tested = from && changes?.[variant.key]?.[`${area.key}/${point.period}`];
  const verdict = tested && !isWhy(tested) ? tested : undefined;
  const end = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : String(Number(value.toFixed(variant.dp + 1)));
  return {
    change_since: from?.period ?? '',
    value_then: numberCell(from),
    change: from ? String(differenceBetween(from, point, variant.dp)) : '',
    change_verdict: verdict?.verdict ?? (from && !untestable(area) ? 'not tested' : ''),
    change_95_low: end(verdict?.low),
    change_95_high: end(verdict?.high)
  };
};

/** What a row says of a figure alone, without comparing it to other areas or years. */
export type OwnFigure = Omit<AreaFigure, 'time_identifier' | keyof PlaceCells | keyof ChangeCells>;

/** The figures of one line with the point that each is of, in order of time. */
const figuresOfLine = (
  { measure, file }: Pick<MeasureParts, 'measure' | 'file'>,
  variant: Variant,
  area: AreaRecord,
  line: Line
): { point: Point; figure: OwnFigure }[] => {
  const label = file.variants[variant.key]!.lines.find(({ key }) => key === line.line)?.label ?? '';
  const indicator = variant.lines?.find(({ key }) => key === line.line)?.indicator ?? variant.indicator;
  const breaks = file.breaks.filter((each) => appliesTo(each, indicator, area));
  const notes = file.notes.filter(
    (note) => (note.level === 'all' || note.level === area.level) && (!note.area || note.area === area.key)
  );
  return line.points.map((point, i) => {
    const before = line.points[i - 1]?.period ?? point.period;
    const crossed = breaks.filter(({ firstAfter }) => before < firstAfter && firstAfter <= point.period);
    const figure = {
      time_period: point.period,
      time: variant.timing,
      ...areaCells(area, measure.slug),
      title: measure.title,
      line: label,
      unit: variant.label,
      ...figureCells(point),
      as_printed_at_the_time: numberCell(point.printed),
      as_printed_symbol: point.printed ? (symbolOf[point.printed.status] ?? '') : '',
      segment: String(point.segment),
      break_before: crossed.map(({ kind, reason }) => `${kind}: ${reason}`).join(' '),
      note: notesAt(notes, point),
      data_set: variant.dataSet,
      indicator,
      source: [...new Set(point.lineage.map((at) => file.lineages[at]!.source))].join(' ')
    };
    return { point, figure };
  });
};

/** The lines of a measure that an area has figures in. */
const linesOf = ({ measure, file }: Pick<MeasureParts, 'measure' | 'file'>, area: AreaRecord) =>
  measure.variants.flatMap((variant) =>
    slice(file, variant.key, area.key)
      .filter(({ points }) => points.some(({ status }) => status !== 'not applicable'))
      .map((line) => ({ variant, line }))
  );

/** Every figure that a measure holds, area by area in their order. */
export const measureFigures = (
  parts: Pick<MeasureParts, 'measure' | 'file'>,
  areas: readonly AreaRecord[]
): OwnFigure[] =>
  areas.flatMap((area) =>
    linesOf(parts, area).flatMap(({ variant, line }) =>
      figuresOfLine(parts, variant, area, line).map(({ figure }) => figure)
    )
  );

/** Every figure that the measures hold of an area, measure by measure. */
export const areaFigures = (area: AreaRecord, measures: readonly MeasureParts[], shared: Shared): AreaFigure[] =>
  measures.flatMap((parts) =>
    linesOf(parts, area).flatMap(({ variant, line }) =>
      figuresOfLine(parts, variant, area, line).map(({ point, figure }) => ({
        ...figure,
        time_identifier: shared.timeIdentifierOf(variant.dataSet),
        ...placeAt(parts, shared, variant, line, point),
        ...changeAt(parts.changes, variant, area, line, point)
      }))
    )
  );

/** True for the areas whose figures are published one by one: all but England, whose data sets are short. */
export const hasOwnTable = ({ key }: { key: string }): boolean => key !== ENGLAND;
