import type { AREA_COLUMNS, RowOf } from '#lib/domain/columns.ts';
import {
  ENGLAND,
  highest,
  isOpen,
  lowest,
  symbolOf,
  type AreaRecord,
  type Break,
  type Figure,
  type Line,
  type Measure,
  type Note,
  type Point,
  type SeriesFile,
  type Variant
} from '#lib/domain/index.ts';
import { slice } from '#lib/series/slice.ts';

/** One figure of an area with everything that is known of it. */
export type AreaFigure = RowOf<typeof AREA_COLUMNS>;

const number = (figure: Figure | undefined): string =>
  figure === undefined || figure.value === null ? '' : String(figure.value);

const fixed = (value: number, dp: number): string => String(Number(value.toFixed(Math.max(dp, 2))));

const appliesTo = (each: Break, indicator: string, area: AreaRecord): boolean =>
  each.indicator === indicator &&
  (each.level === 'all' || each.level === area.level) &&
  (!each.areas.length || each.areas.includes(area.key));

const notesAt = (notes: readonly Note[], point: Point): string =>
  notes
    .filter((note) => note.first <= point.period && point.period <= note.last)
    .map(({ note }) => note)
    .join(' ');

/** The rows of one line, in order of time. */
const rowsOfLine = (
  file: SeriesFile,
  measure: Measure,
  variant: Variant,
  area: AreaRecord,
  line: Line,
  timeIdentifier: string
): AreaFigure[] => {
  const label = file.variants[variant.key]!.lines.find(({ key }) => key === line.line)?.label ?? '';
  const indicator = variant.lines?.find(({ key }) => key === line.line)?.indicator ?? variant.indicator;
  const breaks = file.breaks.filter((each) => appliesTo(each, indicator, area));
  const notes = file.notes.filter((note) => note.level === area.level && (!note.area || note.area === area.key));
  return line.points.map((point, i) => {
    const before = line.points[i - 1]?.period ?? point.period;
    const crossed = breaks.filter(({ firstAfter }) => before < firstAfter && firstAfter <= point.period);
    return {
      time_period: point.period,
      time_identifier: timeIdentifier,
      time: variant.timing,
      geographic_level: area.level,
      area_key: area.key,
      area_code: area.code,
      area_name: area.name,
      measure: measure.slug,
      title: measure.title,
      line: label,
      unit: variant.label,
      value: number(point),
      symbol: symbolOf[point.status] ?? '',
      status: point.status,
      rounding_low: isOpen(point) ? fixed(lowest(point), variant.dp) : '',
      rounding_high: isOpen(point) ? fixed(highest(point), variant.dp) : '',
      as_printed_at_the_time: number(point.printed),
      as_printed_symbol: point.printed ? (symbolOf[point.printed.status] ?? '') : '',
      segment: String(point.segment),
      break_before: crossed.map(({ kind, reason }) => `${kind}: ${reason}`).join(' '),
      note: notesAt(notes, point),
      data_set: variant.dataSet,
      indicator,
      source: [...new Set(point.lineage.map((at) => file.lineages[at]!.source))].join(' ')
    };
  });
};

/** Every figure that the measures hold of an area, measure by measure; `timeIdentifierOf` gives the word of a data set for its periods. */
export const areaFigures = (
  area: AreaRecord,
  measures: readonly { measure: Measure; file: SeriesFile }[],
  timeIdentifierOf: (dataSet: string) => string
): AreaFigure[] =>
  measures.flatMap(({ measure, file }) =>
    measure.variants.flatMap((variant) =>
      slice(file, variant.key, area.key)
        .filter(({ points }) => points.some(({ status }) => status !== 'not applicable'))
        .flatMap((line) => rowsOfLine(file, measure, variant, area, line, timeIdentifierOf(variant.dataSet)))
    )
  );

/** True for the areas whose figures are published one by one: all but England, whose data sets are short. */
export const hasOwnTable = ({ key }: { key: string }): boolean => key !== ENGLAND;
