import { SUPPRESSED } from '#lib/statistics/count-range.ts';
import type { ColumnTable } from 'arquero';
import {
  STATUS_CODES,
  SYMBOLS,
  isSymbol,
  type AreaRecord,
  type Break,
  type Level,
  type Lineage,
  type Period,
  type Variant,
  type VariantColumns
} from '#lib/domain/index.ts';
import { packChildren } from '#lib/series/unrounded-rate.ts';
import { roundingMargin, openRate, type RoundingMargin } from '#lib/statistics/rounding.ts';
import { derivedOf, suppressedIn } from './derived-figures.ts';
import { toLong, type LineShape, type LongCell } from './long.ts';
import { Dictionary, toRuns } from './pack.ts';
import { LineageFinder } from './lineage.ts';
import { segmentAt } from './remarks.ts';
import { rowsOf, type Tables } from '../read/table.ts';

type Row = Record<string, string>;

/** What the series of one measure share: its breaks, the lineage named so far, the population behind its rates. */
interface Shared {
  tables: Tables;
  areas: AreaRecord[];
  breaks: Break[];
  lineages: Dictionary<Lineage>;
  /** `childrenByYear`. */
  children: ColumnTable;
}

const ABSENT = STATUS_CODES.indexOf('absent');

const toKey = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The number of a cell or null, with the place of its status in STATUS_CODES. */
const parse = (cell: string | undefined, derived = false): [number | null, number] => {
  if (cell === undefined) return [null, ABSENT];
  if (isSymbol(cell)) return [null, STATUS_CODES.indexOf(SYMBOLS[cell])];
  return [Number(cell), STATUS_CODES.indexOf(derived ? 'derived' : 'ok')];
};

/** True for a figure, and for a code that a publication has in place of one. */
const hasSource = (cell: string | undefined): boolean => cell !== undefined && cell !== 'x' && cell !== 'z';

/** The rows of the levels that a variant shows, without the values of its filter that it leaves out. */
export const shownRows = ({ filter, omits, levels }: Variant, rows: Row[]): Row[] =>
  levels || omits
    ? rows.filter(
        (row) =>
          (!levels || levels.includes(row.geographic_level as Level)) && !(filter && omits?.includes(row[filter]!))
      )
    : rows;

const linesOf = (variant: Variant, rows: Row[]): LineShape[] => {
  const { filter, indicator, lines } = variant;
  if (!filter) return [...(lines ?? [{ key: 'all', label: '', indicator }])];
  const values = new Set(rows.map((row) => row[filter]!));
  return [...values].map((label) => ({ key: toKey(label), label, indicator, picks: label }));
};

/** The cells of a variant by area, line and period, and the periods that any has. */
const cellFinder = (cells: readonly LongCell[]) => {
  const keyOf = (area: string, line: string, period: Period): string => `${area}/${line}/${period}`;
  const found = new Map(cells.map((each) => [keyOf(each.area, each.line, each.period), each]));
  return {
    periods: [...new Set(cells.map(({ period }) => period))].sort(),
    at: (area: AreaRecord, line: LineShape, period: Period): LongCell | undefined =>
      found.get(keyOf(area.key, line.key, period))
  };
};

/**
 * What rounding leaves open, and above it the children that suppressed counts hide from a sum, in the unit of the figure: of a rate
 * only where it shows in one decimal place.
 */
const openOf = (
  shared: Shared,
  { key }: Variant,
  { children, countHow }: LongCell,
  lineage: number[]
): RoundingMargin => {
  const { below, above } = roundingMargin(Math.max(1, ...lineage.map((at) => shared.lineages.all[at]!.rounding ?? 1)));
  const open = { below, above: above + suppressedIn(countHow ?? '') * SUPPRESSED.most };
  if (key !== 'rate') return open;
  return children ? openRate(open, children) : roundingMargin(1);
};

/** The children that a rate is out of, as the series file holds them; null where count or children are not held. */
const childrenBehind = ({ dp }: Variant, { count, children }: LongCell, rate: number | null): number | null =>
  rate === null || count === undefined || !children ? null : packChildren(count, rate, children, dp);

/** One side of what rounding leaves open in a series; empty where that is nothing. */
const toSide = (side: number[]): number[] => (side.some(Boolean) ? side : []);

/** All series of one variant by column (`VariantColumns` of the domain), with the keys of the areas it has. */
export const shapeVariant = (
  shared: Shared,
  variant: Variant
): { keys: string[]; toColumns: (order: string[]) => VariantColumns } => {
  const { tables, areas, breaks } = shared;
  const rows = shownRows(variant, rowsOf(tables, `${variant.dataSet}.csv`));
  const lines = linesOf(variant, rows);
  const derived = derivedOf(tables, variant.dataSet);
  const cells = toLong(variant, rows, lines, { children: shared.children, derived });
  const finder = cellFinder(cells);
  const lineage = new LineageFinder(tables, variant.dataSet);
  const { periods } = finder;
  const hasCounts = cells.some(({ count }) => count !== undefined);

  /** Nothing is from anywhere where there is no figure, neither ours nor as it was printed. */
  const lineageOf = (area: AreaRecord, line: LineShape, period: Period): number[] => {
    const found = finder.at(area, line, period);
    const indicator = hasSource(found?.cell)
      ? line.indicator
      : hasSource(found?.printed)
        ? variant.printed?.indicator
        : undefined;
    return indicator ? lineage.behind(indicator, area, period).map((run) => shared.lineages.place(run)) : [];
  };

  const shapeOne = (area: AreaRecord, line: LineShape, lineAt: number) => {
    const present = periods.filter((period) => finder.at(area, line, period));
    if (present.every((period) => finder.at(area, line, period)!.cell === 'x')) return [];
    const from = periods.indexOf(present[0]!);
    const run = periods.slice(from, periods.indexOf(present.at(-1)!) + 1);
    const found = run.map((period) => finder.at(area, line, period));
    const figures = found.map((each) => parse(each?.cell, each?.how !== undefined));
    const printed = found.map((each) => parse(each?.printed));
    const runs = periods.map((period) => lineageOf(area, line, period));
    const open = found.map((each, i) =>
      !each || figures[i]![0] === null ? roundingMargin(1) : openOf(shared, variant, each, runs[from + i]!)
    );
    const segment = periods.map((period) => segmentAt(breaks, line.indicator, area, period));
    const outOf = found.map((each, i) => (each ? childrenBehind(variant, each, figures[i]![0]) : null));
    return [{ area: area.key, line: lineAt, from, figures, printed, runs, open, segment, outOf }];
  };

  const series = areas.flatMap((area) => lines.flatMap((line, at) => shapeOne(area, line, at)));
  const toColumns = (order: string[]): VariantColumns => {
    const segments = new Dictionary<number[]>();
    const patterns = new Dictionary<number[][]>();
    return {
      indicator: variant.indicator,
      periods,
      lines: lines.map(({ key, label }) => ({ key, label })),
      area: series.map(({ area }) => order.indexOf(area)),
      line: series.map(({ line }) => line),
      from: series.map(({ from }) => from),
      value: series.map(({ figures }) => figures.map(([value]) => value)),
      status: series.map(({ figures }) => toRuns(figures.map(([, status]) => status))),
      segment: series.map(({ segment }) => segments.place(segment)),
      segments: segments.all,
      lineage: series.map(({ runs }) => patterns.place(runs)),
      lineages: patterns.all,
      below: series.map(({ open }) => toSide(open.map(({ below }) => below))),
      above: series.map(({ open }) => toSide(open.map(({ above }) => above))),
      ...(hasCounts ? { outOf: series.map(({ outOf }) => outOf) } : {}),
      ...(variant.printed
        ? {
            printed: {
              indicator: variant.printed.indicator,
              value: series.map(({ printed }) => printed.map(([value]) => value)),
              status: series.map(({ printed }) => toRuns(printed.map(([, status]) => status)))
            }
          }
        : {})
    };
  };
  return { keys: series.map(({ area }) => area), toColumns };
};
