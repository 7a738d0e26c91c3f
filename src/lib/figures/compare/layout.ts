import type { Size } from '#lib/drawing/size.ts';
import { charactersThatFit, widthOf, wrap } from '#lib/drawing/labels.ts';
import type { YearChartSpec } from '#lib/figures/year/spec.ts';
import type { AreaMark, Placed } from '#lib/drawing/area-mark.ts';

/** Sizes of the drawing of a comparison before its rows are known: `compareSize` sets its height. */
export const COMPARE_NARROW: Size = {
  name: 'narrow',
  width: 344,
  height: 0,
  top: 0,
  right: 0,
  bottom: 0,
  left: 0,
  font: 12
};
export const COMPARE_WIDE: Size = { ...COMPARE_NARROW, name: 'wide', width: 760, font: 13 };

/** An area's name, once for all panels. */
interface CompareName {
  label: string;
  slot: string | number;
}

/** One measure: a figure a row, in the order of the rows. */
export interface ComparePanel {
  title: string;
  /** Top of the axis, which starts at zero. */
  top: number;
  /** England's figure, ruled through all rows; absent where there is none. */
  centre?: number;
  cells: AreaMark[];
}

/** Areas as rows, measures as panels: every panel has the same rows in the same order. */
export interface CompareSpec extends YearChartSpec {
  rows: CompareName[];
  panels: ComparePanel[];
}

/** A panel in pixels. */
export interface LaidPanel {
  panel: ComparePanel;
  x: (value: number) => number;
  /** Both ends of the axis. */
  left: number;
  right: number;
  /** Where figures end. */
  edge: number;
  /** Where the title begins, and its lines. */
  titleAt: number;
  title: string[];
  at: { title: number; ticks: number; top: number; bottom: number };
  /** Middles of the rows. */
  rows: number[];
  /** Whether the names stand beside it. */
  named: boolean;
}

export interface CompareLayout {
  size: Size;
  names: { row: CompareName; lines: string[] }[];
  panels: LaidPanel[];
}

const GAP = { narrow: 24, wide: 20 } as const;

const longest = (texts: readonly string[], font: number): number =>
  Math.max(0, ...texts.map((text) => widthOf(text, font)));

/** Lays panels out: one under another where there is little room, each with its names; else side by side, named once. */
export const layCompare = ({ rows, panels }: CompareSpec, base: Size): CompareLayout => {
  const { font, width } = base;
  const narrow = base.name === 'narrow';
  const most = charactersThatFit(narrow ? 116 : 150, font);
  const names = rows.map((row) => ({ row, lines: wrap(row.label.replace(/, (City|County) of$/, ''), most, 3) }));
  const left =
    Math.round(
      longest(
        names.flatMap(({ lines }) => lines),
        font
      )
    ) + 10;
  const heights = names.map(({ lines }) => Math.max(narrow ? 22 : 24, lines.length * (font + 1) + 8));
  const gap = GAP[base.name];
  const share = narrow ? width - left : (width - left - gap * (panels.length - 1)) / Math.max(1, panels.length);

  // Panels side by side begin their rows at one height, whatever their titles need.
  const titles = panels.map(({ title }) => wrap(title, charactersThatFit(narrow ? width : share + (gap - 8), font), 2));
  const most2 = Math.max(1, ...titles.map(({ length }) => length));
  let y = 0;
  const laid = panels.map((panel, i): LaidPanel => {
    const title = titles[i]!;
    const start = narrow ? y : 0;
    const lines = narrow ? title.length : most2;
    const titleY = start + font * 0.6 + 2 + (lines - title.length) * (font + 2);
    const ticks = start + lines * (font + 2) + font * 0.6 + 6;
    const top = Math.round(ticks + font / 2 + 5);
    let down = top;
    const middles = heights.map((height) => {
      down += height;
      return down - height / 2;
    });
    y = down + gap;
    const from = left + (narrow ? 0 : i * (share + gap));
    const figures = longest(
      panel.cells.flatMap(({ value, text }) => (value === null ? [] : [text])),
      font
    );
    const edge = from + share;
    const [plotLeft, plotRight] = [from + 2, edge - Math.max(figures + 8, 24)];
    return {
      panel,
      x: (value) => plotLeft + (value / (panel.top || 1)) * (plotRight - plotLeft),
      left: plotLeft,
      right: plotRight,
      edge,
      titleAt: narrow ? 0 : from,
      title,
      at: { title: titleY, ticks, top, bottom: down },
      rows: middles,
      named: narrow || i === 0
    };
  });
  const bottom = Math.max(0, ...laid.map(({ at }) => at.bottom));
  return { size: { ...base, height: Math.round(bottom + 4) }, names, panels: laid };
};

/** The size of the drawing: its height follows from its rows. */
export const compareSize = (spec: CompareSpec, base: Size): Size => layCompare(spec, base).size;

/** Where a figure's mark stands; at the start of the axis where there is none. */
export const markOf = ({ x, left }: LaidPanel, value: number | null): number => (value === null ? left : x(value));

/** The places of all figures, panel by panel, in pixels of the drawing: for the pointer and the keyboard. */
export const placeCompare = (spec: CompareSpec, base: Size): Placed => {
  const { size, panels } = layCompare(spec, base);
  const places = panels.flatMap((laid) =>
    laid.panel.cells.map((cell, i) => ({ key: cell.key, x: markOf(laid, cell.value), y: laid.rows[i]! }))
  );
  return { width: size.width, height: size.height, places };
};
