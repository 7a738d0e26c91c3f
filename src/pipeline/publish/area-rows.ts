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

/** The columns of an area's own table, each with what it holds. `number`: its cells are numbers. */
export const AREA_COLUMNS = {
  time_period: { title: 'Year', number: true },
  time_identifier: { title: 'Kind of period in the data set', number: false },
  time: {
    title: 'What the year stands for: at 31 March, the year to 31 March, at 30 September, mid-year',
    number: false
  },
  geographic_level: { title: 'Geographic level', number: false },
  area_key: { title: 'Three-digit code of an authority, nine-character code of a region', number: false },
  area_code: { title: 'Nine-character code, the latest where there were several', number: false },
  area_name: { title: 'Name of the area', number: false },
  measure: { title: 'Measure, as in addresses of this site', number: false },
  title: { title: 'What is counted', number: false },
  line: { title: 'Which of several lines of the measure; blank where it has one', number: false },
  unit: { title: 'What the value is in', number: false },
  value: { title: 'The figure; blank where there is none, and symbol and status say why', number: true },
  symbol: { title: 'Symbol of the open data standard for a figure that is not there', number: false },
  status: { title: 'The same in words', number: false },
  rounding_low: { title: 'The least the figure can have been before rounding', number: true },
  rounding_high: { title: 'The most the figure can have been before rounding', number: true },
  as_printed_at_the_time: { title: 'The rate as printed at the time; not to be joined to value', number: true },
  as_printed_symbol: { title: 'The symbol where no rate was printed', number: false },
  segment: { title: 'Figures of one measure, line and unit can be compared within one segment', number: true },
  break_before: { title: 'What changed since the figure before', number: false },
  note: { title: 'What must be known of this figure', number: false },
  data_set: { title: 'Data set that it stands in', number: false },
  indicator: { title: 'Column of the data set', number: false },
  source: { title: 'Publications that it came from, by their keys in sources.csv', number: false }
} as const;

export type AreaColumn = keyof typeof AREA_COLUMNS;

/** One figure of an area with everything that is known of it. */
export type AreaFigure = Record<AreaColumn, string>;

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
