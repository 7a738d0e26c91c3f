import {
  ENGLAND,
  capital,
  cuts,
  formatNumber,
  formatPeriod,
  inSentence,
  ordinal,
  type Break,
  type Level,
  type Line,
  type Period,
  type Point,
  type Timing
} from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import type { FigureRow } from '#lib/query/questions.ts';
import type { DataSetEntry } from '#lib/address/explore.ts';
import type { PictureBreak, Slot } from '#lib/figures/time/picture.ts';

/** The most lines that one chart holds. */
const MOST_LINES = 8;

export type Indicator = DataSetEntry['indicators'][number];

interface ExploreLine extends Line {
  label: string;
  level: Level;
  /** The values of the filters that it is of. */
  filters: readonly string[];
  slot: Slot;
}

/** What the chart of an answer draws, and the sentence that says its latest figures. */
export interface ExploreChart {
  caption: string;
  sentence: string;
  unit: string;
  dp: number;
  timing: Timing;
  periods: [Period, Period];
  lines: ExploreLine[];
  breaks: PictureBreak[];
}

/** An answer with a chart, or the sentence that says why it has none. */
export type Drawing = { chart: ExploreChart } | { why: string };

/** What the periods of an indicator mean: as the catalogue of measures says, else as its own name and label do. */
export const timingOf = (
  entry: Pick<DataSetEntry, 'name' | 'first' | 'identifier'>,
  indicator: Pick<Indicator, 'name' | 'label'>
): Timing => {
  if (entry.first.length > 4) return 'month';
  const base = indicator.name.replace(/(_rate)?(_as_published|_as_used_then)?$/, '');
  const variants = CATALOGUE.flatMap((measure) => measure.variants).filter(({ dataSet }) => dataSet === entry.name);
  const columns = variants.flatMap(({ indicator, lines, timing }) =>
    [indicator, ...(lines?.map((line) => line.indicator) ?? [])].map((name) => ({ name, timing }))
  );
  const found = columns.find(({ name }) => name === indicator.name) ?? columns.find(({ name }) => name === base);
  if (entry.identifier === 'Calendar year') return 'calendar year';
  return found?.timing ?? (/31 March/.test(indicator.label) ? 'at 31 March' : 'year to 31 March');
};

/** Breaks that are for an area of a level, and for the values of the filters of a line. */
const isFor = (each: Break, level: Level, area: string, filters: readonly string[]): boolean =>
  (each.category === undefined || filters.includes(each.category)) &&
  (each.level === 'all' || each.level === level) &&
  (!each.areas.length || each.areas.includes(area));

/** The rows of each area and value of the filters, in order of time; those without any number are left out. */
const toGroups = (rows: readonly FigureRow[]): FigureRow[][] => {
  const groups = new Map<string, FigureRow[]>();
  for (const row of rows) {
    const id = [row.area, ...row.filters].join('/');
    const own = groups.get(id);
    if (own) own.push(row);
    else groups.set(id, [row]);
  }
  return [...groups.values()]
    .filter((own) => own.some(({ figures }) => figures[0]!.value !== null))
    .map((own) => own.sort((a, b) => ordinal(a.period) - ordinal(b.period)));
};

/** The lines of an answer to one indicator, each cut where a break cuts it. */
const toLines = (groups: readonly FigureRow[][], breaks: readonly Break[]): ExploreLine[] => {
  const names = new Map(groups.map(([row]) => [row!.area, row!.name]));
  let slot = 0;
  return groups.map((own) => {
    const { area, name, level, filters } = own[0]!;
    const cutting = breaks.filter((each) => cuts(each.kind) && isFor(each, level, area, filters));
    // What is not available is a gap; what was held back is marked.
    const points = own
      .filter(({ figures }) => figures[0]!.status !== 'unavailable')
      .map(({ period, figures }): Point => {
        const segment = cutting.filter(({ firstAfter }) => firstAfter <= period).length;
        return { period, ...figures[0]!, segment, below: 0, above: 0, lineage: [] };
      });
    // Two bodies of one name are told apart by their codes.
    const isShared = [...names].some(([key, other]) => key !== area && other === name);
    const place = isShared ? `${name} (${area})` : name;
    const words = filters.join(', ');
    return {
      id: [area, ...filters].join('/'),
      areaKey: area,
      line: filters.join('/') || 'all',
      level,
      filters,
      label: !words ? place : names.size === 1 ? words : `${place}: ${words}`,
      points,
      slot: area === ENGLAND && !words ? 'england' : (++slot as Slot)
    };
  });
};

/** The breaks that lie within the lines drawn, each once. */
const toBreaks = (lines: readonly ExploreLine[], breaks: readonly Break[]): PictureBreak[] =>
  breaks.flatMap((each) => {
    const touched = lines.filter((line) => {
      const held = line.points.filter(({ value }) => value !== null).map(({ period }) => period);
      const within =
        held.some((period) => period <= each.lastBefore) && held.some((period) => period >= each.firstAfter);
      return within && isFor(each, line.level, line.areaKey, line.filters);
    });
    if (!touched.length) return [];
    return [{ ...each, only: touched.length === lines.length ? [] : touched.map(({ label }) => label) }];
  });

/** The figure in words: "67.1%", "67.1 per 10,000 children", "81,770". */
const withUnit = (text: string, unit: string): string =>
  unit === '%' ? `${text}%` : unit === 'number' ? text : `${text} ${unit}`;

/** The latest figures of the lines, those of one period together: "On 31 March 2025: England 67.1, Haringey 70.2 per 10,000 children." */
const toSentence = (lines: readonly ExploreLine[], unit: string, dp: number, timing: Timing): string => {
  const latest = lines.flatMap((line) => {
    const point = line.points.findLast(({ value }) => value !== null);
    return point ? [{ label: line.label, point }] : [];
  });
  const periods = [...new Set(latest.map(({ point }) => point.period))].sort().reverse();
  return periods
    .map((period) => {
      const own = latest.filter(({ point }) => point.period === period);
      const figures = own.map(({ label, point }, i) => {
        const text = formatNumber(point.value!, dp);
        return `${label} ${unit === '%' || i === own.length - 1 ? withUnit(text, unit) : text}`;
      });
      return `${capital(inSentence(period, timing))}: ${figures.join(', ')}.`;
    })
    .join(' ');
};

const span = (periods: readonly Period[]): string =>
  periods.length ? `${formatPeriod(periods[0]!)} to ${formatPeriod(periods.at(-1)!)}` : '';

/**
 * Draws an answer where it can be drawn: one indicator, up to eight lines, more than one period. `rows` answer a question
 * about `indicators` alone; `breaks` are those of the one indicator.
 */
export const draw = (
  entry: DataSetEntry,
  indicators: readonly Indicator[],
  rows: readonly FigureRow[],
  breaks: readonly Break[]
): Drawing => {
  const [indicator] = indicators;
  if (indicators.length !== 1 || !indicator)
    return { why: `No chart: it draws one measure of a data set at a time, and this answer has ${indicators.length}.` };
  const groups = toGroups(rows);
  if (!groups.length) return { why: 'No chart: none of these figures is a number.' };
  if (groups.length > MOST_LINES)
    return { why: `No chart: it holds up to ${MOST_LINES} lines, and this answer would have ${groups.length}.` };
  const lines = toLines(groups, breaks);
  const periods = [...new Set(lines.flatMap(({ points }) => points.map(({ period }) => period)))].sort();
  if (periods.length < 2) return { why: 'No chart: one period is not a line.' };
  const timing = timingOf(entry, indicator);
  const { unit, dp } = indicator;
  return {
    chart: {
      caption: `${indicator.label}, ${span(periods)}`,
      sentence: toSentence(lines, unit, dp, timing),
      unit,
      dp,
      timing,
      periods: [periods[0]!, periods.at(-1)!],
      lines,
      breaks: toBreaks(lines, breaks)
    }
  };
};
